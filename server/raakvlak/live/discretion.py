"""What of somebody's presence others may hear: nothing about what is private, nothing only facilitators may say."""

from msgspec.structs import replace

from raakvlak.canvas.records import ITEM_KINDS
from raakvlak.canvas.rights import PRIVATE, current_step
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.values import Role
from raakvlak.protocol import Here


def discreet(here: Here, role: Role, shared: StreamState) -> Here:
    """The presence as others may hear it.

    Items outside the shared stream are cut out. While people write or place privately, where they point would tell
    where; in an anonymous step, where they look would as well. A laser pointer is meant to be seen.
    """
    if role != "facilitator":
        here = replace(here, brings=None)
    step = current_step(shared)
    if step is not None and step.mode in PRIVATE:
        if not (here.laser and role == "facilitator"):
            here = replace(here, x=None, y=None, laser=False)
        if role != "facilitator":
            here = replace(here, typing=None, caret=None, drag=())
            if step.anonymous:
                here = replace(here, view=None)
    records = shared.records
    if here.typing is not None and not isinstance(records.get(here.typing), ITEM_KINDS):
        here = replace(here, typing=None, caret=None)
    if here.drag and not all(isinstance(records.get(each.id), ITEM_KINDS) for each in here.drag):
        here = replace(here, drag=tuple(each for each in here.drag if isinstance(records.get(each.id), ITEM_KINDS)))
    return here
