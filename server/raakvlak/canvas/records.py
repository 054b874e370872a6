"""What a workshop consists of: records, each with an id and a kind.

A record is immutable; a change makes a new one. Nothing here reads a clock, a disk or the network.
"""

from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType

from raakvlak.canvas.facilitation import FacilitationRecord, Memo, Spotlight
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import (
    MAX_ENTRIES,
    MAX_NAME,
    MAX_WORDING,
    Count,
    Height,
    Id,
    Key,
    KeyOrNone,
    Language,
    Length,
    Name,
    Place,
    RecordBase,
    Role,
    Size,
    Strength,
    Text,
)


class Entry(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A partner or an issue for which rows, columns or petals repeat."""

    id: Key
    name: Name
    organisation: Id | None = None
    """The organisation that it is; it is called as that is."""


class Label(Struct, frozen=True, forbid_unknown_fields=True):
    """What a facilitator calls a zone or an axis, in both languages, instead of what the template does."""

    key: Annotated[str, Meta(pattern=r"\A(zone:[a-z0-9-]{1,60}|axis:[a-z0-9-]{1,60}(:low|:high)?)\Z")]
    text: Annotated[str, Meta(min_length=1, max_length=MAX_WORDING)]


Entries = Annotated[tuple[Entry, ...], Meta(max_length=MAX_ENTRIES)]


class Settings(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a facilitator may change about a canvas; its layout follows."""

    centre: Size | None = None
    """Side of the centre as a share of the figure's; None is the template's own."""
    partners: Entries = ()
    issues: Entries = ()
    labels: Annotated[tuple[Label, ...], Meta(max_length=200)] = ()


class Generations(Struct, frozen=True, forbid_unknown_fields=True):
    """How often each role's link was renewed; a link of an older generation opens nothing."""

    facilitator: Count = 0
    participant: Count = 0
    observer: Count = 0


class Workshop(RecordBase, frozen=True, kw_only=True, tag="workshop"):
    """The workshop itself; its id is always "workshop"."""

    title: Name
    language: Language
    generations: Generations = Generations()
    closed: tuple[Role, ...] = ()
    """Roles whose link was revoked: no link opens for them until it is renewed."""
    step: Id | None = None
    """The step that is under way; None: everyone works freely."""
    session: Id | None = None
    """The session that is under way."""
    waiting: bool = False
    """Whether who comes waits until a facilitator lets them in."""
    paused: Annotated[str, Meta(max_length=MAX_NAME)] | None = None
    """While nothing can be changed: the word on everyone's screen; None: not paused."""
    spotlight: Spotlight | None = None


class Organisation(RecordBase, frozen=True, kw_only=True, tag="organisation"):
    name: Name
    mark: Annotated[int, Meta(ge=0, le=7)]
    """Which of the eight colours and marks it has."""
    order: Count


class Person(RecordBase, frozen=True, kw_only=True, tag="person"):
    name: Name
    role: Role
    organisation: Id | None = None
    """None: belongs to no organisation (a facilitator may)."""
    waiting: bool = False
    """Has come, but nobody let them in yet: sees nothing of the workshop."""
    removed: bool = False
    """Was sent away by a facilitator, and does not come back."""
    was: tuple[Role, ...] = ()
    """Roles they had before: they may know those links."""


class Canvas(RecordBase, frozen=True, kw_only=True, tag="canvas"):
    """A page of the workshop, keeping the version of the template it was made from."""

    template: Template
    order: Count
    settings: Settings = Settings()


class _Item(RecordBase, frozen=True, kw_only=True):
    canvas: Id
    place: Place
    author: Id | None = None
    """The person who made it; None: it was made in an anonymous step."""
    z: Height = 0
    locked: Id | None = None
    """The facilitator who locked it."""
    deleted: Id | None = None
    """Who deleted it. A deleted item keeps all it had, and can be restored."""
    step: Id | None = None
    """In a person's own stream: the step in which it was made."""
    public: Id | None = None
    """In a person's own stream: the id that it will have once it is shown. Nobody else can guess it, and where the step
    is anonymous nothing but this links what is shown to its author."""


class Sticky(_Item, frozen=True, kw_only=True, tag="sticky"):
    text: Text = ""
    width: Length = 188
    height: Length = 140
    tone: KeyOrNone = ""
    """What it is marked as: the id of one of the template's tones; "" as nothing."""


class PartnerToken(_Item, frozen=True, kw_only=True, tag="partner-token"):
    """One for each organisation and canvas; its id is `partner_token_id(canvas, organisation)`."""

    organisation: Id


class ParticipantToken(_Item, frozen=True, kw_only=True, tag="participant-token"):
    """One for each person and canvas, or each token that the template names; see `participant_token_id`."""

    person: Id
    which: KeyOrNone = ""
    """Which of the tokens that the template names; "" where it names none."""


class Card(_Item, frozen=True, kw_only=True, tag="card"):
    """A card of the template. The one that lay there from the start has the id `card_id(canvas, card)`."""

    card: Id
    """Its id in the template."""
    text: Text = ""
    """What a facilitator has worded it as; empty: as the template does."""


class TextLabel(_Item, frozen=True, kw_only=True, tag="label"):
    """Words on the canvas, without a note under them."""

    text: Text = ""


class Connector(_Item, frozen=True, kw_only=True, tag="connector"):
    """An arrow between two items. It is not moved: it goes where they go, and is shown while both are seen.

    It lies on the canvas of its start, at the place where that lay. An end in its author's own stream is named by the
    id that it will have once it is shown.
    """

    start: Id
    end: Id
    """May lie on another canvas."""
    text: Text = ""
    strength: Strength = 1


Item = Sticky | PartnerToken | ParticipantToken | Card | TextLabel | Connector
Record = Workshop | Organisation | Person | Canvas | Item | FacilitationRecord
TEXT_KINDS = (Sticky, Card, TextLabel, Connector, Memo)
"""The kinds of record that have a text which several people can edit at once."""
ITEM_KINDS = (Sticky, PartnerToken, ParticipantToken, Card, TextLabel, Connector)
WRITTEN_KINDS = (Sticky, TextLabel)
"""The kinds that say what is written on them, wherever they lie."""
BUILT_KINDS = ("sticky", "partner-token", "participant-token", "card", "label", "connector")
"""The kinds of item that can be placed; what else a template lists is not offered."""


class Fields(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The fields that a patch may set; those that are absent stay as they were."""

    title: Name | UnsetType = UNSET
    name: Name | UnsetType = UNSET
    language: Language | UnsetType = UNSET
    generations: Generations | UnsetType = UNSET
    organisation: Id | UnsetType | None = UNSET
    order: Count | UnsetType = UNSET
    settings: Settings | UnsetType = UNSET
    place: Place | UnsetType = UNSET
    z: Height | UnsetType = UNSET
    width: Length | UnsetType = UNSET
    height: Length | UnsetType = UNSET
    locked: Id | UnsetType | None = UNSET
    deleted: Id | UnsetType | None = UNSET
    closed: tuple[Role, ...] | UnsetType = UNSET
    step: Id | UnsetType | None = UNSET
    session: Id | UnsetType | None = UNSET
    waiting: bool | UnsetType = UNSET
    paused: str | UnsetType | None = UNSET
    spotlight: Spotlight | UnsetType | None = UNSET
    role: Role | UnsetType = UNSET
    removed: bool | UnsetType = UNSET
    was: tuple[Role, ...] | UnsetType = UNSET
    entered: Count | UnsetType | None = UNSET
    spent: Count | UnsetType = UNSET
    skipped: bool | UnsetType = UNSET
    tone: KeyOrNone | UnsetType = UNSET
    start: Id | UnsetType = UNSET
    end: Id | UnsetType = UNSET
    strength: Strength | UnsetType = UNSET


def partner_token_id(canvas: str, organisation: str) -> str:
    """The only id a token of this organisation can have on this canvas, so that there is never a second."""
    return f"{canvas}.partner.{organisation}"


def participant_token_id(canvas: str, person: str, which: str = "") -> str:
    """The only id a person's own token can have on this canvas; `which`: of several that the template names."""
    return f"{canvas}.own.{person}.{which}" if which else f"{canvas}.own.{person}"


def card_id(canvas: str, card: str) -> str:
    """The id of the card of the template that lay on this canvas from the start; copies have others."""
    return f"{canvas}.card.{card}"


def draft_token_id(token: str, step: str) -> str:
    """The only id that the private stand-in of a token can have, in a person's own stream, in this step."""
    return f"{token}.{step}"
