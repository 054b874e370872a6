"""What a person can ask for: a closed set of intents. Whether it happens is decided in `decide`."""

from typing import Annotated

from msgspec import Meta, Struct

from raakvlak.canvas.events import Edit, Path
from raakvlak.canvas.records import Count, Id, Item, Length, NewName, Place, Role, Settings

MAX_ITEMS = 500
"""Items that one intent may touch."""

_Ids = Annotated[tuple[Id, ...], Meta(min_length=1, max_length=MAX_ITEMS)]


class _Intent(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="type"):
    pass


class CreateItems(_Intent, frozen=True, tag="item.create"):
    """New items; `author` and `z` are completed by the server. An own or partner token that exists is moved."""

    items: Annotated[tuple[Item, ...], Meta(min_length=1, max_length=MAX_ITEMS)]


class Move(Struct, frozen=True, forbid_unknown_fields=True):
    id: Id
    place: Place


class MoveItems(_Intent, frozen=True, tag="item.move"):
    """Items to new places; `path` is how the drag went, for the replay."""

    moves: Annotated[tuple[Move, ...], Meta(min_length=1, max_length=MAX_ITEMS)]
    path: Path = ()


class ResizeItem(_Intent, frozen=True, tag="item.resize"):
    id: Id
    width: Length
    height: Length
    place: Place


class OrderItems(_Intent, frozen=True, tag="item.order"):
    """In front of, or behind, everything else on the canvas."""

    ids: _Ids
    front: bool


class DeleteItems(_Intent, frozen=True, tag="item.delete"):
    ids: _Ids


class RestoreItems(_Intent, frozen=True, tag="item.restore"):
    ids: _Ids


class LockItems(_Intent, frozen=True, tag="item.lock"):
    """Facilitators: nobody but a facilitator changes a locked item."""

    ids: _Ids
    locked: bool


class EditText(_Intent, frozen=True, tag="text.edit"):
    """Edit a text as it stood at `seen` of the stream with all this writer's earlier intents over it."""

    id: Id
    edit: Edit
    seen: Count


class SetCanvas(_Intent, frozen=True, tag="canvas.set"):
    """Facilitators: the canvas's settings."""

    id: Id
    settings: Settings


class AddCanvas(_Intent, frozen=True, tag="canvas.add"):
    """Facilitators: one more canvas, made from the template with this id."""

    id: Id
    template: Id


class AddOrganisation(_Intent, frozen=True, tag="organisation.add"):
    id: Id
    name: NewName


class RenameOrganisation(_Intent, frozen=True, tag="organisation.rename"):
    id: Id
    name: NewName


class RenameWorkshop(_Intent, frozen=True, tag="workshop.rename"):
    title: NewName


class RenewInvite(_Intent, frozen=True, tag="invite.renew"):
    """Facilitators: the role's link until now opens nothing any more."""

    role: Role


class Undo(_Intent, frozen=True, tag="undo"):
    """Take back my last change that I have not taken back yet."""


class Redo(_Intent, frozen=True, tag="redo"):
    """Do again what I took back last."""


Intent = (
    CreateItems
    | MoveItems
    | ResizeItem
    | OrderItems
    | DeleteItems
    | RestoreItems
    | LockItems
    | EditText
    | SetCanvas
    | AddCanvas
    | AddOrganisation
    | RenameOrganisation
    | RenameWorkshop
    | RenewInvite
    | Undo
    | Redo
)
