"""What a decision is made from, what it is, and how the core finds its way in it."""

from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, field

from msgspec import Struct

from raakvlak.canvas.carry import Bridge
from raakvlak.canvas.events import Change, Path, Undone
from raakvlak.canvas.facilitation import Step
from raakvlak.canvas.layout import layout_of
from raakvlak.canvas.records import (
    ITEM_KINDS,
    WRITTEN_KINDS,
    Canvas,
    Connector,
    Item,
    ParticipantToken,
    Person,
    Workshop,
)
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.rights import How, StreamKind, current_step
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import MAX_NEW_ID, Place, Role
from raakvlak.canvas.zones import holds, point_of, zones_at


class Actor(Struct, frozen=True):
    """Who asks, by which page load, in which role."""

    person: str
    role: Role
    writer: str


@dataclass(slots=True)
class View:
    """What a decision about one stream is made from."""

    stream: str
    state: StreamState
    """Of the stream that the intent is for."""
    shared: StreamState
    """Of the shared stream: canvases, people and organisations stand there."""
    templates: Mapping[str, Template]
    bridges: MutableMapping[tuple[str, str], Bridge] = field(default_factory=dict)
    """By writer and text; `decide` replaces them as it carries edits."""
    now: int = 0
    """Ms since 1970, by the server's clock; never less than the time of the last event."""
    fresh: Callable[[], str] = lambda: ""
    """A new id that nobody can guess."""
    private: Mapping[str, StreamState] = field(default_factory=dict)
    """By person: what is in their own streams. Only for what shows or counts it, and only in the shared stream."""

    how: How = "anywhere"
    """In a person's own stream, outside private steps: only items in a zone that is private for good."""

    @property
    def kind(self) -> StreamKind:
        """What stream this is to those who may write to it."""
        if self.stream == "shared":
            return "shared"
        return "facilitators" if self.stream == "facilitators" else "own"


class Decision(Struct, frozen=True):
    changes: tuple[Change, ...]
    path: Path = ()
    undone: Undone | None = None
    revealed: bool = False
    lifted: bool = False


def workshop_of(shared: StreamState) -> Workshop:
    """The workshop's own record. Raises Refusal."""
    workshop = shared.records.get("workshop")
    if not isinstance(workshop, Workshop):
        raise Refusal("invalid", "expected a workshop")
    return workshop


def role_of(shared: StreamState, person: str) -> Role | None:
    """The person's role in the workshop; None for a stranger, and for who was removed or waits to be let in."""
    record = shared.records.get(person)
    return record.role if isinstance(record, Person) and not record.removed and not record.waiting else None


def item_of(view: View, item_id: str) -> Item:
    """An item of this stream. Raises Refusal."""
    item = view.state.records.get(item_id)
    if not isinstance(item, ITEM_KINDS):
        raise Refusal("unknown-item", f"expected an item of this stream, but there is no {item_id!r}")
    if item.public in view.shared.records:
        raise Refusal("unknown-item", f"expected an item that is still private, but {item_id!r} has been shown")
    if view.kind == "own" and view.how == "back" and not is_private(canvas_of(view, item.canvas), item.place):
        raise Refusal("not-now", "expected an item in a zone that is private for good: no private step is under way")
    return item


def changeable(view: View, item_id: str, actor: Actor) -> Item:
    """An item of this stream that the actor may change. Raises Refusal."""
    item = item_of(view, item_id)
    if item.locked and actor.role != "facilitator":
        raise Refusal("locked", f"expected an item that is not locked, but {item_id!r} is", by=item.locked)
    if isinstance(item, ParticipantToken) and item.person != actor.person and actor.role != "facilitator":
        raise Refusal("not-allowed", "expected your own token, but this is somebody else's", by=item.person)
    return item


def canvas_of(view: View, canvas_id: str) -> Canvas:
    """A canvas of the workshop. Raises Refusal."""
    canvas = view.shared.records.get(canvas_id)
    if not isinstance(canvas, Canvas):
        raise Refusal("unknown-canvas", f"expected a canvas of this workshop, but there is no {canvas_id!r}")
    return canvas


def step_of(view: View, step_id: str) -> Step:
    """A step of the agenda. Raises Refusal."""
    step = view.shared.records.get(step_id)
    if not isinstance(step, Step) or step.removed:
        raise Refusal("unknown-step", f"expected a step of the agenda, but there is no {step_id!r}")
    return step


def check_current(view: View, step_id: str) -> None:
    """Raise Refusal unless this step is under way."""
    step = current_step(view.shared)
    if step is None or step.id != step_id:
        step_of(view, step_id)
        raise Refusal("not-now", f"expected the step that is under way, but {step_id!r} is not")


def person_of(view: View, person_id: str) -> Person:
    """Somebody who is or waits in this workshop. Raises Refusal."""
    person = view.shared.records.get(person_id)
    if not isinstance(person, Person) or person.removed:
        raise Refusal("unknown-person", f"expected a person of this workshop, but there is no {person_id!r}")
    return person


def check_place(view: View, canvas: Canvas, place: Place) -> None:
    """Raise Refusal unless the canvas has such a frame, and something of this stream may lie there."""
    frames = layout_of(canvas.template, canvas.settings).frames
    if place.frame not in frames:
        raise Refusal("invalid", f"expected a frame of the canvas ({', '.join(frames)}), but got {place.frame!r}")
    private = is_private(canvas, place)
    if private and view.kind == "shared":
        raise Refusal("private-zone", "expected a place that everyone may look at, but this zone is private")
    if not private and view.kind == "own" and view.how == "back":
        raise Refusal("not-now", "expected a place in a zone that is private: no private step is under way")


def check_new(view: View, record_id: str, actor: Actor) -> None:
    """Raise Refusal unless this is an id that the actor's page can give to something new."""
    if record_id in view.state.records:
        raise Refusal("exists", f"expected a new id, but {record_id!r} is there already")
    if not is_made_by(record_id, actor):
        raise Refusal("invalid", f"expected an id that begins with your writer, but got {record_id[:MAX_NEW_ID]!r}")


def is_made_by(record_id: str, actor: Actor) -> bool:
    """Whether the actor's page can have made this id: its writer and a name.

    The name has no dot, so that no id that somebody makes is one that stands for something else.
    """
    writer, _, name = record_id.rpartition(".")
    return writer == actor.writer and len(record_id) <= MAX_NEW_ID and bool(name)


def is_anonymous(shared: StreamState, step_id: str | None) -> bool:
    """Whether what was made in this step will be shown without its author, be it removed from the agenda since."""
    if step_id is None:
        return False
    step = shared.records.get(step_id)
    # One that is not known here, or not yet, may be anonymous.
    return not isinstance(step, Step) or step.anonymous


def says_something(canvas: Canvas, record: Item) -> bool:
    """Whether an item was made to say something.

    A note or a label is written in, a token or a card lies in a zone (a new one does not), a connector always does.
    """
    if isinstance(record, WRITTEN_KINDS):
        return bool(record.text.strip())
    if isinstance(record, Connector):
        return True
    return bool(zones_at(layout_of(canvas.template, canvas.settings), record.place).zones)


def is_private(canvas: Canvas, place: Place) -> bool:
    """Whether what lies there stays its author's until they take it out."""
    if not any(zone.private for zone in canvas.template.zones):
        return False
    layout = layout_of(canvas.template, canvas.settings)
    x, y = point_of(layout, place)
    return any(holds(area, x, y) for zone in layout.zones if zone.private for area in zone.areas)
