"""Where a template's figure and zones stand on the sheet. Lengths are px at 100 %, x to the right, y down."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from raakvlak.canvas.template import ItemKind, Words

Point = tuple[float, float]


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
    label: Words
    accepts: tuple[ItemKind, ...]
    areas: tuple[Area, ...]


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
    """Coordinate "distance": 0 at the centre, 1 at `radius` px."""

    x: float
    y: float
    radius: float


Coordinates = Weights | Axes | Radial


class Layout(Struct, frozen=True):
    """Everything needed to say where a place is and in which zones it lies."""

    width: float
    height: float
    frames: dict[str, Frame]
    zones: Annotated[tuple[Zone, ...], Meta(description="From the bottom up: what is later lies on top.")]
    coordinates: Coordinates
    coordinates_frame: str
    """Coordinates exist for places in this frame only."""


class Whereabouts(Struct, frozen=True):
    """Where a place lies: its zones, topmost first, and its coordinates (by zone for weights, "x", "y", "distance")."""

    zones: tuple[str, ...]
    coordinates: dict[str, float]
