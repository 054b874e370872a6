"""What a layout consists of, and what is common to laying out each part of a sheet. Lengths are px at 100 %."""

from typing import Annotated, Literal, NamedTuple

from msgspec import Meta, Struct

from raakvlak.canvas.figures import ListName
from raakvlak.canvas.kinds import ItemKind
from raakvlak.canvas.records import Settings
from raakvlak.canvas.template import Template
from raakvlak.canvas.words import Words

Point = tuple[float, float]

FIGURE = "figure"
SHEET = "sheet"
STRIP = "strip"
TRAY = "tray"
"""Names of frames."""

MARGIN = 60.0
"""From the sheet's edge to what is printed."""
REACH = 60.0
"""How far beside a figure an item may lie and still count as on it: a token's half, and a little."""


class Frame(Struct, frozen=True):
    """A rectangle of the sheet in which u and v run from 0 to 1."""

    x: float
    y: float
    width: float
    height: float


class Polygon(Struct, frozen=True, tag="polygon", tag_field="type"):
    points: tuple[Point, ...]


class Rect(Struct, frozen=True, tag="rect", tag_field="type"):
    x: float
    y: float
    width: float
    height: float


class Ring(Struct, frozen=True, tag="ring", tag_field="type"):
    """All points at `inner` to `outer` px from (x, y); a disc when `inner` is 0."""

    x: float
    y: float
    inner: float
    outer: float


Area = Polygon | Rect | Ring


class Zone(Struct, frozen=True):
    """A named region: the union of its areas, borders included."""

    id: str
    of: str
    """The template's zone: `id` itself where it does not repeat."""
    label: Words
    accepts: tuple[ItemKind, ...]
    areas: tuple[Area, ...]
    private: bool = False
    """What lies in it stays its author's until they take it out."""
    row: str | None = None
    """The track of its grid, with the entry where that repeats: `partners.org-1`."""
    column: str | None = None


class Weights(Struct, frozen=True, tag="weights", tag_field="type"):
    """Coordinates in a triangle: a weight from 0 to 1 for each corner's zone, together 1."""

    zones: tuple[str, str, str]
    corners: tuple[Point, Point, Point]


class AxisScale(Struct, frozen=True):
    """A value that runs from 0 at `start` to 100 at `end` (px along x or y), never beyond."""

    id: Literal["x", "y"]
    label: Words
    start: float
    end: float


class Axes(Struct, frozen=True, tag="axes", tag_field="type"):
    axes: tuple[AxisScale, ...]


class Radial(Struct, frozen=True, tag="radial", tag_field="type"):
    """Coordinate "distance": 0 at the centre, 1 at `radius` px, more beyond."""

    x: float
    y: float
    radius: float


Coordinates = Weights | Axes | Radial


class CardSpot(Struct, frozen=True):
    """Where a seeded card lies from the start."""

    card: str
    frame: str
    u: float
    v: float
    """The card's middle, in its frame."""
    width: float
    height: float


class Layout(Struct, frozen=True):
    """Everything needed to say where a place is and in which zones it lies."""

    width: float
    height: float
    frames: dict[str, Frame]
    """"figure" is the figure's rectangle, "sheet" the whole sheet; "strip" or "tray" what stands beside the figure."""
    zones: Annotated[tuple[Zone, ...], Meta(description="From the bottom up: what is later lies on top.")]
    scales: dict[str, Coordinates]
    """By frame: coordinates exist only where an item that is dropped gets that frame (`frame_at` in zones)."""
    home: str
    """The frame of what lies in a zone without a frame of its own."""
    reach: float = REACH
    """Px beside a frame with scales that still count as on it."""
    cards: tuple[CardSpot, ...] = ()


class Whereabouts(Struct, frozen=True):
    """Where a place lies: its zones, topmost first, and its coordinates (by zone for weights, "x", "y", "distance")."""

    zones: tuple[str, ...]
    coordinates: dict[str, float]


class Laid(NamedTuple):
    """A part, laid out."""

    frames: dict[str, Frame]
    zones: tuple[Zone, ...]
    scales: dict[str, Coordinates]


class Listed(NamedTuple):
    """An entry that tracks or petals repeat for, or a placeholder for one."""

    id: str
    name: Words


def entries_of(template: Template, settings: Settings, name: ListName) -> tuple[Listed, ...]:
    """The entries of a list, then numbered placeholders up to the least that the template draws."""
    entries = settings.partners if name == "partners" else settings.issues
    found = [Listed(entry.id, Words(entry.name, entry.name)) for entry in entries]
    text = next((each for each in template.lists if each.id == name), None)
    if text is not None:
        for number in range(len(found) + 1, text.least + 1):
            found.append(Listed(str(number), Words(f"{text.label.nl} {number}", f"{text.label.en} {number}")))
    return tuple(found)


def zone_of(
    template: Template,
    zone_id: str,
    *areas: Area,
    entry: Listed | None = None,
    id: str | None = None,
    row: str | None = None,
    column: str | None = None,
) -> Zone:
    """A zone of the template in these areas; where it repeats its id is `<zone>.<entry>`, or the given one."""
    text = next(zone for zone in template.zones if zone.id == zone_id)
    its_id = id or (f"{zone_id}.{entry.id}" if entry else zone_id)
    return Zone(its_id, zone_id, text.label, text.accepts, areas, text.private, row, column)


def frame_of(area: Rect) -> Frame:
    """The frame that is exactly this rectangle."""
    return Frame(area.x, area.y, area.width, area.height)
