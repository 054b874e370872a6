"""What a template's report works out from what lies where. The report computes them (`derive`), always from streams.

`zones` are ids of the template; empty means all of them. A zone that repeats counts under each of its ids.
"""

from typing import Literal

from msgspec import Struct

from raakvlak.canvas.field_parts import PartId, ZoneId
from raakvlak.canvas.figures import ListName
from raakvlak.canvas.kinds import ItemKind
from raakvlak.canvas.words import Words


class _Measure(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True, tag_field="type"):
    label: Words
    """What the report calls it."""
    zones: tuple[ZoneId, ...] = ()
    """Of these zones only; empty: of all."""


class Notes(_Measure, frozen=True, tag="notes"):
    """How many notes, per zone and organisation, and each zone's share of all."""

    by: Literal["zone", "tone", "row", "column", "grid", "axis"] = "zone"
    """tone: each zone with a column for each tone. grid: each grid of the page with a column for each of its zones.
    axis: thirds of the one axis there, or quarters of the two; a note beside them counts where what it is linked to
    lies."""
    kind: ItemKind = "sticky"
    """What is counted."""


class Votes(_Measure, frozen=True, tag="votes"):
    """Dots, the most first, per organisation where they are named."""

    by: Literal["item", "zone", "row", "column"] = "item"
    """item: a card's copies count as one."""
    tone: ZoneId | None = None
    """Only on notes of this tone."""


class Scores(_Measure, frozen=True, tag="scores"):
    """Mean and spread of what was scored, overall and per organisation, the widest spread marked."""

    by: Literal["thing", "zone", "entry"] = "thing"
    """thing: each zone or card by itself. zone: of all cards in it. entry: of all that was given to a list's entry."""
    gap: tuple[ZoneId, ZoneId] | None = None
    """Two aspects: the second less the first, the largest first."""
    ranked: bool = False
    """The highest first, with its rank, also that of each organisation."""
    total: Literal["sum", "area"] | None = None
    """One number for all of it: the sum of the means; or the area that they span in a radar, of the largest there is.
    """
    earlier: bool = False
    """Against the session before."""


class Differences(_Measure, frozen=True, tag="differences"):
    """Where the means of organisations' scores lie furthest apart, with who is highest and who is lowest."""

    by: Literal["thing", "zone"] = "thing"
    """thing: each zone or card by itself. zone: all cards in it together."""


class Contrast(_Measure, frozen=True, tag="contrast"):
    """For each row of a grid dots beside the mean score: many dots and a low score first."""


class Positions(_Measure, frozen=True, tag="positions"):
    """Mean and spread (0-100) of tokens on each axis, overall and per organisation."""

    frame: PartId = "figure"
    """The field on which they lie."""
    token: ZoneId | None = None
    """None: each of the template's."""
    gap: tuple[ZoneId, ZoneId] | None = None
    """Two tokens: the second less the first."""


class Shares(_Measure, frozen=True, tag="shares"):
    """Which share of the participants' tokens lies in each zone, overall and per organisation."""


class Classes(_Measure, frozen=True, tag="classes"):
    """In which zone each partner's token lies, how many had placed it where, and how far they agreed."""


class Cards(_Measure, frozen=True, tag="cards"):
    """Which cards lie in each of these zones, with their dots, and which lie in several."""


class Ticks(_Measure, frozen=True, tag="ticks"):
    """Which share is ticked, and on what people disagree."""

    by: Literal["card", "zone", "row", "column", "person", "whole"] = "card"
    """whole: how many of them all, taking the means of everyone together."""


class Behind(_Measure, frozen=True, tag="behind"):
    """What is not ticked by most (or by the group) in the columns before the last in which something is."""


class Smileys(_Measure, frozen=True, tag="smileys"):
    """Happy, neutral, sad per zone and organisation, the most mixed first."""


class Empty(_Measure, frozen=True, tag="empty"):
    """Which of these zones have nothing: per organisation, per entry that zones repeat for, or per row of a grid."""

    by: Literal["organisation", "entry", "row"] = "organisation"
    """For whom a zone is looked at."""
    where: tuple[ZoneId, ...] = ()
    """By row: that a row has nothing here matters only where it has something in these zones."""


class Balance(_Measure, frozen=True, tag="balance"):
    """The first of two zones that repeat against the second, for each entry: how many notes, how heavy, which share."""

    each: ListName = "partners"
    """The list whose entries are weighed."""


class Starts(_Measure, frozen=True, tag="starts"):
    """For each organisation the zone in which it has most; of several, the one in which it was first."""


class Coverage(_Measure, frozen=True, tag="coverage"):
    """Which share of all notes of the canvas lies in these zones, or is linked with what lies there."""


class Unlinked(_Measure, frozen=True, tag="unlinked"):
    """What lies in these zones without an arrow to or from another item."""

    kind: ItemKind | None = None
    """Only items of this kind."""
    to: tuple[ZoneId, ...] = ()
    """Only arrows to or from what lies in these count."""


class Ties(_Measure, frozen=True, tag="ties"):
    """Arrows to and from each token or note, one-sided and mutual, where they lead, and who has none."""

    kind: ItemKind | None = None
    """Only of items of this kind."""


class Moves(_Measure, frozen=True, tag="moves"):
    """How often things were moved into each of these zones, or, with `lifted`, taken out of what is private."""

    lifted: bool = False
    """Out of these zones, which are private, instead of into them."""


class Shared(_Measure, frozen=True, tag="shared"):
    """What two or more organisations have in these zones (or voted for), what one has, and what all have."""


Measure = (
    Notes
    | Votes
    | Scores
    | Differences
    | Contrast
    | Positions
    | Shares
    | Classes
    | Cards
    | Ticks
    | Behind
    | Smileys
    | Empty
    | Balance
    | Starts
    | Coverage
    | Unlinked
    | Ties
    | Moves
    | Shared
)
