"""What a workshop consists of: records, each with an id and a kind.

A record is immutable; a change makes a new one. Nothing here reads a clock, a disk or the network.
"""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from raakvlak.canvas.template import Template

MAX_TEXT = 10_000
"""Code points in one text."""
MAX_NAME = 80
"""Code points in a name or a title."""
MAX_COUNT = 2**53 - 1
"""The largest whole number that JSON carries to a browser unharmed."""

Id = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_:-]+(\.[A-Za-z0-9_:-]+)*\Z", max_length=100)]
"""ASCII, so that both languages order ids alike."""
Text = Annotated[str, Meta(max_length=MAX_TEXT)]
Name = Annotated[str, Meta(min_length=1, max_length=MAX_NAME)]
_HIDDEN = r" \u00a0\u00ad\u115f\u1160\u1680\u180e\u2000-\u200f\u202f\u205f-\u2064\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0"
_UNRULY = r"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069"
NewName = Annotated[
    str, Meta(min_length=1, max_length=MAX_NAME, pattern=rf"\A[{_HIDDEN}]*[^{_HIDDEN}{_UNRULY}][^{_UNRULY}]*\Z")
]
"""A name that somebody gives: with something to see, and without line breaks, control characters, and those that turn
the direction of what others read beside it. (Stored names are taken as they are.)"""
Share = Annotated[float, Meta(ge=-4, le=5)]
"""A coordinate in a frame: 0 to 1 inside it, a little more for what lies beside it."""
Count = Annotated[int, Meta(ge=0, le=MAX_COUNT)]
Height = Annotated[int, Meta(ge=-MAX_COUNT, le=MAX_COUNT)]
"""What lies in front has the higher one."""
Length = Annotated[int, Meta(ge=40, le=1200)]
"""Width or height of an item in px at 100 %."""
Size = Annotated[float, Meta(ge=0.2, le=0.9)]

Role = Literal["facilitator", "participant", "observer"]
Language = Literal["nl", "en"]


class Place(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Where an item's centre lies: `u` from left to right and `v` from top to bottom of a frame."""

    frame: Id
    u: Share
    v: Share


class Settings(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a facilitator may change about a canvas; its layout follows."""

    centre: Size | None = None
    """Side of the centre as a share of the figure's; None is the template's own."""


class Generations(Struct, frozen=True, forbid_unknown_fields=True):
    """How often each role's link was renewed; a link of an older generation opens nothing."""

    facilitator: Count = 0
    participant: Count = 0
    observer: Count = 0


class _Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="kind"):
    id: Id


class Workshop(_Record, frozen=True, kw_only=True, tag="workshop"):
    """The workshop itself; its id is always "workshop"."""

    title: Name
    language: Language
    generations: Generations = Generations()


class Organisation(_Record, frozen=True, kw_only=True, tag="organisation"):
    name: Name
    mark: Annotated[int, Meta(ge=0, le=7)]
    """Which of the eight colours and marks it has."""
    order: Count


class Person(_Record, frozen=True, kw_only=True, tag="person"):
    name: Name
    role: Role
    organisation: Id | None = None
    """None: belongs to no organisation (a facilitator may)."""


class Canvas(_Record, frozen=True, kw_only=True, tag="canvas"):
    """A page of the workshop, keeping the version of the template it was made from."""

    template: Template
    order: Count
    settings: Settings = Settings()


class _Item(_Record, frozen=True, kw_only=True):
    canvas: Id
    place: Place
    author: Id
    """The person who made it."""
    z: Height = 0
    locked: Id | None = None
    """The facilitator who locked it."""
    deleted: Id | None = None
    """Who deleted it. A deleted item keeps all it had, and can be restored."""


class Sticky(_Item, frozen=True, kw_only=True, tag="sticky"):
    text: Text = ""
    width: Length = 188
    height: Length = 140


class PartnerToken(_Item, frozen=True, kw_only=True, tag="partner-token"):
    """One for each organisation and canvas; its id is `partner_token_id(canvas, organisation)`."""

    organisation: Id


class ParticipantToken(_Item, frozen=True, kw_only=True, tag="participant-token"):
    """One for each person and canvas; its id is `participant_token_id(canvas, person)`."""

    person: Id


Item = Sticky | PartnerToken | ParticipantToken
Record = Workshop | Organisation | Person | Canvas | Item
ITEM_KINDS = (Sticky, PartnerToken, ParticipantToken)
BUILT_KINDS = ("sticky", "partner-token", "participant-token")
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


def partner_token_id(canvas: str, organisation: str) -> str:
    """The only id a token of this organisation can have on this canvas, so that there is never a second."""
    return f"{canvas}.partner.{organisation}"


def participant_token_id(canvas: str, person: str) -> str:
    """The only id a person's own token can have on this canvas."""
    return f"{canvas}.own.{person}"
