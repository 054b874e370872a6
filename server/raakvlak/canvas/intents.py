"""What a person can ask for: a closed set of intents. Whether it happens is decided in `decide`."""

from typing import Annotated

from msgspec import Meta

from raakvlak.canvas.events import Edit, Path
from raakvlak.canvas.facilitation import MAX_GROUPED
from raakvlak.canvas.leading import Move, PeopleIntent, PrivateIntent, StepIntent, VoteIntent
from raakvlak.canvas.records import Item, Settings
from raakvlak.canvas.values import Count, Id, IntentBase, KeyOrNone, Length, NewName, NewTitle, Place, Role, Strength

MAX_ITEMS = 500
"""Items that one intent may touch."""

_Ids = Annotated[tuple[Id, ...], Meta(min_length=1, max_length=MAX_ITEMS)]


class CreateItems(IntentBase, frozen=True, tag="item.create"):
    """New items; `author` and `z` are completed by the server. An own or partner token that exists is moved."""

    items: Annotated[tuple[Item, ...], Meta(min_length=1, max_length=MAX_ITEMS)]


class MoveItems(IntentBase, frozen=True, tag="item.move"):
    """Items to new places; `path` is how the drag went, for the replay."""

    moves: Annotated[tuple[Move, ...], Meta(min_length=1, max_length=MAX_ITEMS)]
    path: Path = ()


class ResizeItem(IntentBase, frozen=True, tag="item.resize"):
    id: Id
    width: Length
    height: Length
    place: Place


class OrderItems(IntentBase, frozen=True, tag="item.order"):
    """In front of, or behind, everything else on the canvas."""

    ids: _Ids
    front: bool


class DeleteItems(IntentBase, frozen=True, tag="item.delete"):
    ids: _Ids


class RestoreItems(IntentBase, frozen=True, tag="item.restore"):
    ids: _Ids


class LockItems(IntentBase, frozen=True, tag="item.lock"):
    """Facilitators: nobody but a facilitator changes a locked item."""

    ids: _Ids
    locked: bool


class EditText(IntentBase, frozen=True, tag="text.edit"):
    """Edit a text as it stood at `seen` of the stream with all this writer's earlier intents over it."""

    id: Id
    edit: Edit
    seen: Count


class SetTone(IntentBase, frozen=True, tag="sticky.tone"):
    """Mark a sticky as one of the template's tones, or ("") as none."""

    id: Id
    tone: KeyOrNone


class SetConnector(IntentBase, frozen=True, tag="connector.set"):
    """A connector from now on: between these items, so thick."""

    id: Id
    start: Id
    end: Id
    strength: Strength = 1


class SetCanvas(IntentBase, frozen=True, tag="canvas.set"):
    """Facilitators: the canvas's settings."""

    id: Id
    settings: Settings


class AddCanvas(IntentBase, frozen=True, tag="canvas.add"):
    """Facilitators: one more canvas, made from the template with this id."""

    id: Id
    template: Id


class AddOrganisation(IntentBase, frozen=True, tag="organisation.add"):
    id: Id
    name: NewName


class RenameOrganisation(IntentBase, frozen=True, tag="organisation.rename"):
    id: Id
    name: NewName


class RenameWorkshop(IntentBase, frozen=True, tag="workshop.rename"):
    title: NewName


class RenewInvite(IntentBase, frozen=True, tag="invite.renew"):
    """Facilitators: the role's link until now opens nothing any more."""

    role: Role


class Undo(IntentBase, frozen=True, tag="undo"):
    """Take back my last change that I have not taken back yet."""


class Redo(IntentBase, frozen=True, tag="redo"):
    """Do again what I took back last."""


class RevokeInvite(IntentBase, frozen=True, tag="invite.revoke"):
    """Facilitators: no link opens for this role, until it is renewed."""

    role: Role


class GroupItems(IntentBase, frozen=True, tag="group.set"):
    """A group as it is from now on; without items there is no such group any more."""

    id: Id
    canvas: Id
    title: NewTitle = ""
    items: Annotated[tuple[Id, ...], Meta(max_length=MAX_GROUPED)] = ()


ItemIntent = (
    CreateItems
    | MoveItems
    | ResizeItem
    | OrderItems
    | DeleteItems
    | RestoreItems
    | LockItems
    | EditText
    | SetTone
    | SetConnector
    | GroupItems
    | Undo
    | Redo
)
WorkshopIntent = (
    SetCanvas | AddCanvas | AddOrganisation | RenameOrganisation | RenameWorkshop | RenewInvite | RevokeInvite
)
Intent = ItemIntent | WorkshopIntent | StepIntent | PrivateIntent | VoteIntent | PeopleIntent
