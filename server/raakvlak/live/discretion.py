"""What of somebody's presence others may hear: nothing about what is private, nothing only facilitators may say."""

from msgspec.structs import replace

from raakvlak.canvas.facilitation import Round
from raakvlak.canvas.records import ITEM_KINDS
from raakvlak.canvas.rights import PRIVATE, current_step
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.values import Role
from raakvlak.protocol import Here


class Discretion:
    """Of one workshop."""

    def __init__(self) -> None:
        self._stage = -1
        """How far `stage` of the shared stream was looked into, for whether a vote is under way."""
        self._voting = False

    def of(self, here: Here, role: Role, shared: StreamState) -> Here:
        """The presence as others may hear it.

        Items outside the shared stream are cut out. While people write or place privately, or put secret dots, where
        they point would tell where. In an anonymous step others hear nothing but that somebody is there: what they look
        at, or that they move at all, would tell. A laser pointer is meant to be seen.
        """
        leads = role == "facilitator"
        if not leads and here.brings is not None:
            here = replace(here, brings=None)
        step = current_step(shared)
        private = step is not None and step.mode in PRIVATE
        if (private or self._is_voting(shared)) and not (here.laser and leads):
            here = replace(here, x=None, y=None, laser=False)
        if private and not leads:
            here = Here() if step and step.anonymous else replace(here, typing=None, caret=None, drag=())
        return _about_shared(here, shared)

    def _is_voting(self, shared: StreamState) -> bool:
        if shared.stage != self._stage:
            self._stage = shared.stage
            rounds = (record for record in shared.records.values() if isinstance(record, Round))
            self._voting = any(each.ended is None for each in rounds)
        return self._voting


def _about_shared(here: Here, shared: StreamState) -> Here:
    """Without items that not everyone sees, and without the pointer that is on one of them."""
    records = shared.records
    drag = tuple(each for each in here.drag if isinstance(records.get(each.id), ITEM_KINDS))
    typing = here.typing is None or isinstance(records.get(here.typing), ITEM_KINDS)
    if typing and len(drag) == len(here.drag):
        return here
    if not typing:
        here = replace(here, typing=None, caret=None)
    return replace(here, drag=drag) if here.laser else replace(here, drag=drag, x=None, y=None)
