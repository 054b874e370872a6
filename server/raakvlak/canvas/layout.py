"""Where a template's figure and zones stand on the sheet. Lengths are px at 100 %, x to the right, y down."""

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Annotated, Literal

from msgspec import Meta, Struct

from raakvlak.canvas.records import Settings
from raakvlak.canvas.template import Axis, ItemKind, Quadrant, Rings, Template, Triangle, Words

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


# --- from template to layout ------------------------------------------------------------------------------------------

BAND = 48.0
"""How far from an edge of the triangle a place still belongs to both its corners, px."""
BAND_FROM, BAND_TO = 0.2, 0.8
"""The part of an edge for which that holds; nearer to a corner, a place is that corner's alone."""
ARC_STEPS = 12
"""Straight pieces that stand for a quarter of a circle, where a zone's border is an arc."""


@dataclass(frozen=True, slots=True)
class TriangleMeasures:
    """The triangle on its sheet."""

    width: float = 1600.0
    height: float = 1140.0
    side: float = 1024.0
    top: float = 110.0

    @property
    def corners(self) -> tuple[Point, Point, Point]:
        """Top, left, right."""
        middle, low = self.width / 2, self.top + self.side * math.sqrt(3) / 2
        return (middle, self.top), (middle - self.side / 2, low), (middle + self.side / 2, low)

    @property
    def centroid(self) -> Point:
        """The middle of the triangle."""
        return self.width / 2, self.top + self.side * math.sqrt(3) / 3

    def centre(self, size: float) -> tuple[Point, Point, Point]:
        """The corners of the centre, whose side is this share of the triangle's."""
        x, y = self.centroid
        top, left, right = ((x + size * (cx - x), y + size * (cy - y)) for cx, cy in self.corners)
        return top, left, right

    @property
    def rays(self) -> tuple[Point, Point, Point]:
        """Where the lines between the corners' zones meet the sheet's edge: left, right, bottom."""
        x, y = self.centroid
        up = y - x / math.sqrt(3)
        return (0.0, up), (self.width, up), (x, self.height)


@dataclass(frozen=True, slots=True)
class QuadrantMeasures:
    """The two by two grid and its strip."""

    width: float = 1680.0
    height: float = 1200.0

    @property
    def grid(self) -> Frame:
        """The four cells."""
        return Frame(180.0, 190.0, 1000.0, 720.0)

    @property
    def strip(self) -> Frame:
        """Beside the grid."""
        return Frame(1240.0, 190.0, 400.0, 720.0)


@dataclass(frozen=True, slots=True)
class RingsMeasures:
    """The rings, the column of criteria at their left, and the tray under it."""

    width: float = 2160.0
    height: float = 1280.0
    x: float = 1200.0
    y: float = 640.0
    radius: float = 590.0
    column: float = 40.0
    column_width: float = 520.0

    @property
    def tray(self) -> Frame:
        """Where tokens wait."""
        return Frame(self.column, 1046.0, self.column_width, 180.0)

    @property
    def figure(self) -> Frame:
        """The square around the rings."""
        return Frame(self.x - self.radius, self.y - self.radius, 2 * self.radius, 2 * self.radius)


@lru_cache(maxsize=512)
def layout_of(template: Template, settings: Settings) -> Layout:
    """Where this template's figure and zones stand with these settings."""
    figure = template.figure
    if isinstance(figure, Triangle):
        return _triangle(template, figure, settings)
    if isinstance(figure, Quadrant):
        return _quadrant(template, figure)
    return _rings(template, figure)


def _zone(template: Template, zone_id: str, *areas: Area) -> Zone:
    text = next(zone for zone in template.zones if zone.id == zone_id)
    return Zone(text.id, text.label, text.accepts, areas)


def _band(start: Point, end: Point) -> Polygon:
    (x1, y1), (x2, y2) = (
        (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))
        for share in (BAND_FROM, BAND_TO)
    )
    length = math.hypot(x2 - x1, y2 - y1)
    dx, dy = -(y2 - y1) / length * BAND, (x2 - x1) / length * BAND
    return Polygon(((x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x2 - dx, y2 - dy), (x1 - dx, y1 - dy)))


def centre_size(figure: Triangle, settings: Settings) -> float:
    """The centre's side as a share of the triangle's."""
    return figure.centre_size if settings.centre is None else settings.centre


def _triangle(template: Template, figure: Triangle, settings: Settings) -> Layout:
    at = TriangleMeasures()
    top, left, right = at.corners
    to_left, to_right, down = at.rays
    sectors = {
        figure.top: Polygon((at.centroid, to_right, (at.width, 0.0), (0.0, 0.0), to_left)),
        figure.left: Polygon((at.centroid, to_left, (0.0, at.height), down)),
        figure.right: Polygon((at.centroid, down, (at.width, at.height), to_right)),
    }
    bands = {
        figure.top: (_band(top, left), _band(top, right)),
        figure.left: (_band(top, left), _band(left, right)),
        figure.right: (_band(top, right), _band(left, right)),
    }
    corners = tuple(_zone(template, zone, sectors[zone], *bands[zone]) for zone in sectors)
    centre = _zone(template, figure.centre, Polygon(at.centre(centre_size(figure, settings))))
    frame = Frame(left[0], top[1], at.side, left[1] - top[1])
    weights = Weights((figure.top, figure.left, figure.right), (top, left, right))
    frames = {"figure": frame, "sheet": Frame(0.0, 0.0, at.width, at.height)}
    return Layout(at.width, at.height, frames, (*corners, centre), weights, "figure")


def _quadrant(template: Template, figure: Quadrant) -> Layout:
    at = QuadrantMeasures()
    grid = at.grid
    half_width, half_height = grid.width / 2, grid.height / 2
    cells = (
        _zone(template, zone, Rect(grid.x + column * half_width, grid.y + row * half_height, half_width, half_height))
        for zone, column, row in (
            (figure.top_left, 0, 0),
            (figure.top_right, 1, 0),
            (figure.bottom_left, 0, 1),
            (figure.bottom_right, 1, 1),
        )
    )
    strip = _zone(template, figure.strip, Rect(at.strip.x, at.strip.y, at.strip.width, at.strip.height))
    axes = Axes(tuple(_axis_scale(axis, grid) for axis in template.axes))
    frames = {"figure": grid, "strip": at.strip, "sheet": Frame(0.0, 0.0, at.width, at.height)}
    return Layout(at.width, at.height, frames, (*cells, strip), axes, "figure")


def _axis_scale(axis: Axis, grid: Frame) -> AxisScale:
    low, high = (grid.x, grid.x + grid.width) if axis.id == "x" else (grid.y + grid.height, grid.y)
    return AxisScale(axis.id, axis.label, *((high, low) if axis.reversed else (low, high)))


def _rings(template: Template, figure: Rings) -> Layout:
    at = RingsMeasures()
    edges = (0.0, *(share * at.radius for share in figure.radii))
    rings = [Ring(at.x, at.y, inner, outer) for inner, outer in pairwise(edges)]
    square = at.figure
    beside = Rect(square.x + square.width, 0.0, at.width - square.x - square.width, at.height)
    outside: tuple[Area, ...] = (rings[-1], *_corners(square, at.radius), beside)
    zones = [
        _zone(template, zone, *(outside if number == len(rings) - 1 else (rings[number],)))
        for number, zone in reversed(list(enumerate(figure.zones)))
    ]
    tray = _zone(template, figure.tray, Rect(at.tray.x, at.tray.y, at.tray.width, at.tray.height))
    frames = {"figure": square, "tray": at.tray, "sheet": Frame(0.0, 0.0, at.width, at.height)}
    return Layout(at.width, at.height, frames, (*zones, tray), Radial(at.x, at.y, at.radius), "figure")


def _corners(square: Frame, radius: float) -> tuple[Polygon, ...]:
    """What a square has outside the circle in it, one polygon at each corner."""
    x, y = square.x + square.width / 2, square.y + square.height / 2
    polygons = []
    for quarter in range(4):
        angles = [math.pi / 2 * (quarter + step / ARC_STEPS) for step in range(ARC_STEPS + 1)]
        arc = [(round(x + radius * math.cos(angle), 3), round(y + radius * math.sin(angle), 3)) for angle in angles]
        side_x, side_y = ((1, 1), (-1, 1), (-1, -1), (1, -1))[quarter]
        polygons.append(Polygon((*arc, (x + side_x * radius, y + side_y * radius))))
    return tuple(polygons)
