"""What an intent leads to: the one place where the rules live. Pure: the same view and intent, the same decision.

`decide` gives the changes that make the event, or raises Refusal with what was expected. Facilitators may do
everything; participants add items, change all that is not locked and delete their own; observers do nothing. A
person's own stream belongs to them alone, the facilitators' stream to the facilitators.
"""

from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from raakvlak.canvas.carry import Bridge, carry
from raakvlak.canvas.events import Change, Patch, Path, Put, Spliced, Undone
from raakvlak.canvas.intents import (
    AddCanvas,
    AddOrganisation,
    CreateItems,
    DeleteItems,
    EditText,
    Intent,
    LockItems,
    MoveItems,
    OrderItems,
    Redo,
    RenameOrganisation,
    RenameWorkshop,
    RenewInvite,
    ResizeItem,
    RestoreItems,
    SetCanvas,
    Undo,
)
from raakvlak.canvas.layout import layout_of
from raakvlak.canvas.records import (
    BUILT_KINDS,
    ITEM_KINDS,
    MAX_TEXT,
    Canvas,
    Fields,
    Generations,
    Item,
    Organisation,
    ParticipantToken,
    PartnerToken,
    Person,
    Place,
    Role,
    Sticky,
    Workshop,
    participant_token_id,
    partner_token_id,
)
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.template import Template
from raakvlak.canvas.text import fits, is_normal
from raakvlak.canvas.undo import take_back

MAX_STREAM_ITEMS = 5_000
"""Items in one stream, deleted ones included."""
MAX_CANVASES = 60
MAX_ORGANISATIONS = 40
MARKS = 8


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


class Decision(Struct, frozen=True):
    changes: tuple[Change, ...]
    path: Path = ()
    undone: Undone | None = None


def decide(view: View, intent: Intent, actor: Actor) -> Decision:
    """What the intent leads to. Raises Refusal."""
    _may_write(view.stream, actor)
    path = intent.path if isinstance(intent, MoveItems) else ()
    if isinstance(intent, Undo | Redo):
        changes, undone = take_back(view.state, actor.person, actor.role, isinstance(intent, Redo))
        return Decision(changes, undone=undone)
    return Decision(tuple(_DECIDERS[type(intent)](view, intent, actor)), path)


def _may_write(stream: str, actor: Actor) -> None:
    if actor.role == "observer":
        raise Refusal("not-allowed", "expected a facilitator or a participant, but an observer only looks on")
    if stream == "facilitators" and actor.role != "facilitator":
        raise Refusal("not-allowed", "expected a facilitator: this stream is theirs")
    if stream.startswith("person:") and stream != f"person:{actor.person}":
        raise Refusal("not-allowed", "expected your own stream, but this is somebody else's")


def _facilitates(view: View, actor: Actor) -> None:
    if actor.role != "facilitator":
        raise Refusal("not-allowed", "expected a facilitator: only they change the workshop and its canvases")
    if view.stream != "shared":
        raise Refusal("invalid", f"expected the shared stream for this, but got {view.stream!r}")


def _item(view: View, item_id: str) -> Item:
    item = view.state.records.get(item_id)
    if not isinstance(item, ITEM_KINDS):
        raise Refusal("unknown-item", f"expected an item of this stream, but there is no {item_id!r}")
    return item


def _changeable(view: View, item_id: str, actor: Actor) -> Item:
    item = _item(view, item_id)
    if item.locked and actor.role != "facilitator":
        raise Refusal("locked", f"expected an item that is not locked, but {item_id!r} is", by=item.locked)
    if isinstance(item, ParticipantToken) and item.person != actor.person and actor.role != "facilitator":
        raise Refusal("not-allowed", "expected your own token, but this is somebody else's", by=item.person)
    return item


def _canvas(view: View, canvas_id: str) -> Canvas:
    canvas = view.shared.records.get(canvas_id)
    if not isinstance(canvas, Canvas):
        raise Refusal("unknown-canvas", f"expected a canvas of this workshop, but there is no {canvas_id!r}")
    return canvas


def _on_canvas(canvas: Canvas, place: Place) -> None:
    frames = layout_of(canvas.template, canvas.settings).frames
    if place.frame not in frames:
        raise Refusal("invalid", f"expected a frame of the canvas ({', '.join(frames)}), but got {place.frame!r}")


# --- items ------------------------------------------------------------------------------------------------------------


def _create(view: View, intent: CreateItems, actor: Actor) -> list[Change]:
    changes: list[Change] = []
    made: set[str] = set()
    for number, item in enumerate(intent.items, 1):
        canvas = _canvas(view, item.canvas)
        kind = item.__struct_config__.tag
        if kind not in BUILT_KINDS or kind not in canvas.template.kinds:
            raise Refusal("wrong-kind", f"expected one of {', '.join(canvas.template.kinds)} here, but got {kind}")
        _on_canvas(canvas, item.place)
        _has_right_id(view, item, actor)
        if item.id in made:
            raise Refusal("exists", f"expected each item once, but {item.id!r} comes twice")
        made.add(item.id)
        if item.id in view.state.records:
            changes.append(_place_again(view, item, actor))
        else:
            fresh = {"author": actor.person, "z": view.state.top + number, "locked": None, "deleted": None}
            changes.append(Put(replace(item, **fresh)))
    if view.state.items + len(intent.items) > MAX_STREAM_ITEMS:
        raise Refusal("too-many", f"expected at most {MAX_STREAM_ITEMS} items in a workshop")
    return changes


def _has_right_id(view: View, item: Item, actor: Actor) -> None:
    if isinstance(item, PartnerToken):
        if not isinstance(view.shared.records.get(item.organisation), Organisation):
            raise Refusal("invalid", f"expected an organisation of this workshop, but got {item.organisation!r}")
        right = item.id == partner_token_id(item.canvas, item.organisation)
    elif isinstance(item, ParticipantToken):
        if item.person != actor.person:
            raise Refusal("not-allowed", "expected your own token: everyone places theirs", by=item.person)
        right = item.id == participant_token_id(item.canvas, item.person)
    else:
        right = item.id.startswith(f"{actor.writer}.")
    if not right:
        raise Refusal("invalid", f"expected an id made for this item, but got {item.id!r}")


def _place_again(view: View, item: Item, actor: Actor) -> Change:
    if isinstance(item, Sticky):
        raise Refusal("exists", f"expected a new item, but {item.id!r} is there already")
    _changeable(view, item.id, actor)
    return Patch(item.id, Fields(place=item.place, deleted=None))


def _move(view: View, intent: MoveItems, actor: Actor) -> list[Change]:
    changes: list[Change] = []
    for move in intent.moves:
        item = _changeable(view, move.id, actor)
        _on_canvas(_canvas(view, item.canvas), move.place)
        changes.append(Patch(move.id, Fields(place=move.place)))
    return changes


def _resize(view: View, intent: ResizeItem, actor: Actor) -> list[Change]:
    item = _changeable(view, intent.id, actor)
    if not isinstance(item, Sticky):
        raise Refusal("wrong-kind", "expected a sticky: tokens have one size")
    _on_canvas(_canvas(view, item.canvas), intent.place)
    return [Patch(intent.id, Fields(width=intent.width, height=intent.height, place=intent.place))]


def _order(view: View, intent: OrderItems, actor: Actor) -> list[Change]:
    items = sorted((_changeable(view, each, actor) for each in dict.fromkeys(intent.ids)), key=lambda item: item.z)
    first = view.state.top + 1 if intent.front else view.state.bottom - len(items)
    return [Patch(item.id, Fields(z=first + number)) for number, item in enumerate(items)]


def _delete(view: View, intent: DeleteItems, actor: Actor) -> list[Change]:
    changes: list[Change] = []
    for item_id in dict.fromkeys(intent.ids):
        item = _changeable(view, item_id, actor)
        if item.author != actor.person and actor.role != "facilitator":
            raise Refusal("not-allowed", "expected an item of your own: others' items stay", by=item.author)
        if item.deleted is None:
            changes.append(Patch(item_id, Fields(deleted=actor.person)))
    return changes


def _restore(view: View, intent: RestoreItems, actor: Actor) -> list[Change]:
    changes: list[Change] = []
    for item_id in dict.fromkeys(intent.ids):
        item = _changeable(view, item_id, actor)
        if actor.person not in (item.author, item.deleted) and actor.role != "facilitator":
            raise Refusal("not-allowed", "expected an item of your own", by=item.author)
        if item.deleted is not None:
            changes.append(Patch(item_id, Fields(deleted=None)))
    return changes


def _lock(view: View, intent: LockItems, actor: Actor) -> list[Change]:
    if actor.role != "facilitator":
        raise Refusal("not-allowed", "expected a facilitator: only they lock items")
    locked = actor.person if intent.locked else None
    return [Patch(_item(view, each).id, Fields(locked=locked)) for each in dict.fromkeys(intent.ids)]


def _edit(view: View, intent: EditText, actor: Actor) -> list[Change]:
    item = _changeable(view, intent.id, actor)
    if not isinstance(item, Sticky):
        raise Refusal("wrong-kind", f"expected an item with a text, but {intent.id!r} has none")
    if not is_normal(intent.edit):
        raise Refusal("wrong-text", "expected splices that ascend, neither overlap nor touch, and each do something")
    if intent.seen > view.state.position.seq:
        raise Refusal("invalid", f"expected a moment up to {view.state.position.seq}, but got {intent.seen}")
    key = (actor.writer, intent.id)
    recent = view.state.edits.get(intent.id, ())
    edit, bridge = carry(view.bridges.get(key), recent, actor.writer, intent.edit, intent.seen)
    if not fits(item.text, edit):
        raise Refusal("wrong-text", f"expected an edit within the text's {len(item.text)} code points")
    if len(item.text) + sum(len(each.insert) - each.remove for each in edit) > MAX_TEXT:
        raise Refusal("too-long", f"expected a text of at most {MAX_TEXT} code points")
    view.bridges[key] = bridge
    return [Spliced(intent.id, edit)] if edit else []


# --- the workshop -----------------------------------------------------------------------------------------------------


def _set_canvas(view: View, intent: SetCanvas, actor: Actor) -> list[Change]:
    _facilitates(view, actor)
    return [Patch(_canvas(view, intent.id).id, Fields(settings=intent.settings))]


def _add_canvas(view: View, intent: AddCanvas, actor: Actor) -> list[Change]:
    _facilitates(view, actor)
    template = view.templates.get(intent.template)
    if template is None:
        raise Refusal("unknown-template", f"expected one of the templates, but there is no {intent.template!r}")
    canvases = [record for record in view.shared.records.values() if isinstance(record, Canvas)]
    if len(canvases) >= MAX_CANVASES:
        raise Refusal("too-many", f"expected at most {MAX_CANVASES} canvases in a workshop")
    _is_new(view, intent.id, actor)
    order = max((canvas.order + 1 for canvas in canvases), default=0)
    return [Put(Canvas(id=intent.id, template=template, order=order))]


def _add_organisation(view: View, intent: AddOrganisation, actor: Actor) -> list[Change]:
    _facilitates(view, actor)
    _is_new(view, intent.id, actor)
    return [Put(new_organisation(view.shared, intent.id, intent.name))]


def new_organisation(shared: StreamState, organisation_id: str, name: str) -> Organisation:
    """An organisation with the next mark. Raises Refusal when there are too many."""
    others = [record for record in shared.records.values() if isinstance(record, Organisation)]
    if len(others) >= MAX_ORGANISATIONS:
        raise Refusal("too-many", f"expected at most {MAX_ORGANISATIONS} organisations in a workshop")
    return Organisation(id=organisation_id, name=name, mark=len(others) % MARKS, order=len(others))


def _is_new(view: View, record_id: str, actor: Actor) -> None:
    if record_id in view.state.records:
        raise Refusal("exists", f"expected a new id, but {record_id!r} is there already")
    if not record_id.startswith(f"{actor.writer}."):
        raise Refusal("invalid", f"expected an id that begins with your writer, but got {record_id!r}")


def _rename_organisation(view: View, intent: RenameOrganisation, actor: Actor) -> list[Change]:
    _facilitates(view, actor)
    if not isinstance(view.state.records.get(intent.id), Organisation):
        raise Refusal("unknown-item", f"expected an organisation of this workshop, but there is no {intent.id!r}")
    return [Patch(intent.id, Fields(name=intent.name))]


def _rename_workshop(view: View, intent: RenameWorkshop, actor: Actor) -> list[Change]:
    _facilitates(view, actor)
    return [Patch("workshop", Fields(title=intent.title))]


def _renew_invite(view: View, intent: RenewInvite, actor: Actor) -> list[Change]:
    _facilitates(view, actor)
    workshop = view.state.records["workshop"]
    if not isinstance(workshop, Workshop):
        raise Refusal("invalid", "expected a workshop")
    generations: Generations = replace(
        workshop.generations, **{intent.role: getattr(workshop.generations, intent.role) + 1}
    )
    return [Patch("workshop", Fields(generations=generations))]


_DECIDERS: dict[type, Callable[[View, Any, Actor], list[Change]]] = {
    CreateItems: _create,
    MoveItems: _move,
    ResizeItem: _resize,
    OrderItems: _order,
    DeleteItems: _delete,
    RestoreItems: _restore,
    LockItems: _lock,
    EditText: _edit,
    SetCanvas: _set_canvas,
    AddCanvas: _add_canvas,
    AddOrganisation: _add_organisation,
    RenameOrganisation: _rename_organisation,
    RenameWorkshop: _rename_workshop,
    RenewInvite: _renew_invite,
}


def role_of(shared: StreamState, person: str) -> Role | None:
    """The person's role in the workshop, None for a stranger."""
    record = shared.records.get(person)
    return record.role if isinstance(record, Person) else None
