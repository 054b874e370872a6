"""What a template's report works out from what lies where. The report computes them (`derive`), always from streams.

`zones` are ids of the template; empty means all of them. A zone that repeats counts under each of its ids.
"""

from typing import Literal

from msgspec import Struct

from raakvlak.canvas.figures import PartId, ZoneId
from raakvlak.canvas.kinds import ItemKind
from raakvlak.canvas.words import Words


class _Measure(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True, tag_field="type"):
    label: Words
    zones: tuple[ZoneId, ...] = ()


class Notes(_Measure, frozen=True, tag="notes"):
    """How many notes, per zone and organisation, and each zone's share of all."""

    by: Literal["zone", "tone", "row", "column"] = "zone"
    kind: ItemKind = "sticky"


class Votes(_Measure, frozen=True, tag="votes"):
    """Dots, the most first, per organisation where they are named."""

    by: Literal["item", "zone", "row", "column"] = "item"


class Scores(_Measure, frozen=True, tag="scores"):
    """Mean and spread of what was scored, overall and per organisation, the widest spread marked."""

    by: Literal["thing", "zone", "entry"] = "thing"
    """thing: each zone or card by itself. zone: of all cards in it. entry: of all that was given to a list's entry."""
    gap: tuple[ZoneId, ZoneId] | None = None
    """Two aspects: the second less the first, the largest first."""
    total: bool = False
    """The sum of the means instead."""
    earlier: bool = False
    """Against the session before."""


class Positions(_Measure, frozen=True, tag="positions"):
    """Mean and spread (0-100) of tokens on each axis, overall and per organisation."""

    frame: PartId = "figure"
    token: ZoneId | None = None
    """None: each of the template's."""
    gap: tuple[ZoneId, ZoneId] | None = None
    """Two tokens: the second less the first."""


class Shares(_Measure, frozen=True, tag="shares"):
    """Which share of the participants' tokens lies in each zone, overall and per organisation."""


class Classes(_Measure, frozen=True, tag="classes"):
    """In which zone each partner's token lies, how many had placed it where, and how far they agreed."""


class Cards(_Measure, frozen=True, tag="cards"):
    """Which cards lie in each of these zones; one that has a copy in another lies in both."""


class Ticks(_Measure, frozen=True, tag="ticks"):
    """Which share is ticked, and on what people disagree."""

    by: Literal["card", "zone", "row", "column", "person"] = "card"


class Smileys(_Measure, frozen=True, tag="smileys"):
    """Happy, neutral, sad per zone and organisation, the most mixed first."""


class Empty(_Measure, frozen=True, tag="empty"):
    """Which of these zones have nothing: per organisation, or per entry that zones repeat for."""

    by: Literal["organisation", "entry"] = "organisation"


class Unlinked(_Measure, frozen=True, tag="unlinked"):
    """What lies in these zones without an arrow to or from another item."""


class Ties(_Measure, frozen=True, tag="ties"):
    """Arrows to and from each token or note, one-sided and mutual, and who has none."""


class Moves(_Measure, frozen=True, tag="moves"):
    """How often things were moved into each of these zones, or, with `lifted`, taken out of what is private."""

    lifted: bool = False


class Shared(_Measure, frozen=True, tag="shared"):
    """What two or more organisations have in these zones (or voted for), what one has, and what all have."""


Measure = (
    Notes
    | Votes
    | Scores
    | Positions
    | Shares
    | Classes
    | Cards
    | Ticks
    | Smileys
    | Empty
    | Unlinked
    | Ties
    | Moves
    | Shared
)
