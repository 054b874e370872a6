"""Figures: where a template's zones are, what is drawn. Lengths are px of the sheet at 100 %, x to the right, y down.

Three figures are a whole sheet by themselves (Triangle, Quadrant, Rings). All others are a `Page`: parts side by side,
each one of a few primitives: a box, a grid of cells, a field with zones of any outline, stations on a circle, chevrons,
petals, a chart. What is later in a list lies on top.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from raakvlak.canvas.field_parts import MAX_SIDE, PartId, Point, Print, Rect, Region, Size, Stroke, ZoneId
from raakvlak.canvas.words import Words

MAX_RINGS = 8
WIDEST_RING = 0.74
"""Of the figure's half width: the last line before the outermost ring may not go further, so that this has room."""
MAX_ZONES = 400
"""Zones of one canvas, those included that repeat for each partner and issue."""
Ratio = Annotated[float, Meta(ge=0, le=1)]
ListName = Literal["partners", "issues"]
"""What rows, columns, petals can repeat for; a canvas's settings have the entries."""


class Triangle(Struct, frozen=True, forbid_unknown_fields=True, tag="triangle", tag_field="type"):
    """Three corner zones and one in the centre, all by zone id; the centre is a share of the side."""

    top: str
    """The zone of this corner."""
    left: str
    """The zone of this corner."""
    right: str
    """The zone of this corner."""
    centre: str
    """The zone in the middle."""
    centre_size: Annotated[float, Meta(ge=0.2, le=0.9)] = 0.4
    """How large it is at first; a facilitator can change it."""


class Quadrant(Struct, frozen=True, forbid_unknown_fields=True, tag="quadrant", tag_field="type"):
    """Two by two cells by zone id, and a strip at the right."""

    top_left: str
    """The zone of this cell."""
    top_right: str
    """The zone of this cell."""
    bottom_left: str
    """The zone of this cell."""
    bottom_right: str
    """The zone of this cell."""
    strip: str
    """The zone at the right."""


class Rings(Struct, frozen=True, forbid_unknown_fields=True, tag="rings", tag_field="type"):
    """Zone ids from the inside out, each ring's outer radius as a share of the figure's half width; then a tray."""

    zones: Annotated[tuple[str, ...], Meta(min_length=1, max_length=MAX_RINGS)]
    """From the inside out."""
    radii: Annotated[tuple[Annotated[float, Meta(gt=0, le=1)], ...], Meta(min_length=1, max_length=MAX_RINGS)]
    """As many as rings, rising to 1."""
    tray: str
    """The zone at the right, for what has no place yet."""


class _Part(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True, tag_field="type"):
    """A rectangle of the sheet with one primitive in it."""

    at: Rect
    """x, y, width, height on the sheet."""


# --- a box ------------------------------------------------------------------------------------------------------------


class Box(_Part, frozen=True, tag="box"):
    """One zone, named at its top: a strip, a tray, a banner, a column of reasons. Its frame has the zone's id."""

    zone: ZoneId
    """The zone that it is."""
    border: Literal["line", "dashed", "side", "none"] = "line"
    """"side": only at its left."""
    fill: Literal["none", "gold-zone"] = "none"
    """gold-zone: for what is shared."""
    lines: bool = False
    """Ruled, to write on."""


# --- a grid -----------------------------------------------------------------------------------------------------------


class Track(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A column or a row of a grid."""

    id: ZoneId
    """Cells name it by this."""
    label: Words | None = None
    """Printed at its head; None: nothing is."""
    hints: tuple[Words, ...] = ()
    """Printed small under the label."""
    size: Annotated[float, Meta(gt=0, le=100)] = 1.0
    """How much of the room it takes, beside the others."""
    repeat: ListName | None = None
    """One such track for each entry of this list, headed by the entry's name; its id is `<id>.<entry>`."""
    least: Annotated[float, Meta(ge=0, le=MAX_SIDE)] = 0.0
    """Px: no narrower or lower than this. Where entries need more room than the grid has, the grid grows, and the sheet
    with it; what is below or right of it moves along."""


class Cell(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A zone in each crossing of these columns and rows; or, with `span`, one zone over all of them.

    Where there is one crossing only, the zone's id is `zone`; else it is `<zone>.<row>.<column>`, without what is no
    choice (a single row or column named here).
    """

    zone: ZoneId
    """The zone that it is."""
    columns: tuple[ZoneId, ...] = ()
    """Empty: every column."""
    rows: tuple[ZoneId, ...] = ()
    """Empty: every row."""
    span: bool = False
    """One zone over all of these columns and rows together, instead of one in each crossing."""
    inset: tuple[Ratio, Ratio, Ratio, Ratio] | None = None
    """x, y, width, height as shares of the crossing; None: all of it."""
    name: bool = True
    """Whether the zone's name is printed in it."""


class Grid(_Part, frozen=True, tag="grid"):
    """Rows and columns. Each zone is a frame of its own, with the zone's id, so that its items move along with it."""

    columns: Annotated[tuple[Track, ...], Meta(min_length=1, max_length=30)]
    """From left to right."""
    rows: Annotated[tuple[Track, ...], Meta(min_length=1, max_length=30)]
    """From the top down."""
    cells: Annotated[tuple[Cell, ...], Meta(min_length=1, max_length=200)]
    """Where the zones are. Crossings that no cell names stay empty."""
    heads: Annotated[float, Meta(ge=0, le=MAX_SIDE)] = 0.0
    """Height of the band above with the columns' labels; 0: none is printed."""
    names: Annotated[float, Meta(ge=0, le=MAX_SIDE)] = 0.0
    """Width of the band at the left with the rows' labels; 0: none is printed."""
    gap: Annotated[float, Meta(ge=0, le=400)] = 0.0
    """Px between cells; with a gap each cell is a block by itself."""
    lines: Literal["all", "rows", "columns", "none"] = "all"
    """all: around each cell. rows, columns: only between these."""
    joins: tuple[str, ...] = ()
    """Signs printed in the gaps between columns, such as + and =."""


# --- a field ----------------------------------------------------------------------------------------------------------


class Field(_Part, frozen=True, tag="field"):
    """Zones of any outline, with up to two axes. Its frame has the id "figure", or `id` where there are several."""

    id: PartId = "figure"
    """Tokens and measures name it by this."""
    x: PartId | None = None
    """The axis, of those of the template, that runs along the whole width; None: none does."""
    y: PartId | None = None
    """The axis, of those of the template, that runs along the whole height."""
    frame: Literal["line", "none"] = "none"
    """Whether the rectangle itself is drawn."""
    regions: Annotated[tuple[Region, ...], Meta(max_length=60)] = ()
    """Its zones."""
    strokes: Annotated[tuple[Stroke, ...], Meta(max_length=200)] = ()
    """Lines that are no zone."""
    prints: Annotated[tuple[Print, ...], Meta(max_length=60)] = ()
    """Words that are no name of a zone."""


# --- paths ------------------------------------------------------------------------------------------------------------


class Cycle(_Part, frozen=True, tag="cycle"):
    """Stations clockwise on a circle, an arrow from each to the next, and a box in the centre."""

    stations: Annotated[tuple[ZoneId, ...], Meta(min_length=3, max_length=12)]
    """The zones on the circle."""
    centre: ZoneId
    """The zone in the centre."""
    station: tuple[Size, Size]
    """Width and height of a station."""
    first: Annotated[float, Meta(ge=-360, le=360)] = 0.0
    """Where the first one stands: degrees clockwise from the top."""


class Chevrons(_Part, frozen=True, tag="chevrons"):
    """Phases of a process from left to right."""

    zones: Annotated[tuple[ZoneId, ...], Meta(min_length=2, max_length=12)]
    """The phases."""
    id: PartId = "figure"
    """Tokens and measures name it by this."""
    x: PartId | None = None
    """The axis along the whole width."""
    hinge: ZoneId | None = None
    """The phase on which it all turns: marked."""
    returns: bool = False
    """Dotted arrows back above it: one may go back to an earlier phase."""


class Petals(_Part, frozen=True, tag="petals"):
    """A petal for each entry of a list around a shared centre, over whose border they reach."""

    petal: ZoneId
    """The zone that each petal is."""
    repeat: ListName
    """The list with an entry for each petal."""
    overlap: ZoneId
    """The zone where petals reach over the centre."""
    centre: ZoneId
    """The zone that is the centre."""
    radius: Size
    """Of the centre."""


# --- a chart ----------------------------------------------------------------------------------------------------------


class Chart(_Part, frozen=True, tag="chart"):
    """Drawn from what people placed, as they place it."""

    draws: Literal["radar", "profile", "heat", "balance"]
    """radar: a vertex for each of `zones`, a line for each organisation, the group's, and a band for the spread.
    profile: a line down through the means of `zones`. heat: each of `zones` darker with more dots on what lies there.
    balance: scores of the first of `zones` against those of the second, for each entry of its list."""
    zones: Annotated[tuple[ZoneId, ...], Meta(min_length=1, max_length=60)]
    """What it is drawn of."""


Part = Box | Grid | Field | Cycle | Chevrons | Petals | Chart


class Intro(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """Where the template's introduction stands, one text under another: the top of the first line is at (x, y)."""

    at: Point
    """x, y of the top of its first line."""
    width: Size
    """Lines break at this."""
    anchor: Literal["start", "middle", "end"] = "start"
    """Which of its sides is at x."""
    letter: Literal["hint", "quote"] = "hint"
    """hint: upright. quote: slanted."""


class Page(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, tag="page", tag_field="type"):
    """A sheet with parts on it. Title and question are printed above them, whose content it is below."""

    width: Size
    """Px of the sheet; 2000 suits most."""
    height: Size
    """Px of the sheet; 1400 suits most."""
    parts: Annotated[tuple[Part, ...], Meta(min_length=1, max_length=40)]
    """What is on the sheet; what is later lies on top."""
    head: Annotated[float, Meta(gt=0, le=MAX_SIDE)] | None = None
    """Px that title and question may be wide; None: as wide as the sheet allows."""
    intro: Intro | None = None
    """None: right under the question."""


Figure = Triangle | Quadrant | Rings | Page
