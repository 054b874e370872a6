"""Where a template's figure and zones stand on the sheet. Lengths are px at 100 %, x to the right, y down.

The measures leave room for the printed texts around the figure (`drawing` puts them there) and for twenty notes in
every corner of a triangle. Points are rounded to a hundredth of a px.
"""

from functools import lru_cache
from math import sqrt

from msgspec.structs import replace

from raakvlak.canvas.figures import Quadrant, Rings, Triangle
from raakvlak.canvas.growing import fitted
from raakvlak.canvas.layout_cards import cards_of
from raakvlak.canvas.layout_page import lay_page
from raakvlak.canvas.layout_parts import (
    FIGURE,
    MARGIN,
    REACH,
    SHEET,
    STRIP,
    TRAY,
    Area,
    Axes,
    AxisScale,
    Frame,
    Layout,
    Point,
    Polygon,
    Radial,
    Rect,
    Ring,
    Weights,
    Whereabouts,
    Zone,
    zone_of,
)
from raakvlak.canvas.records import Settings
from raakvlak.canvas.template import Template

__all__ = [
    "FIGURE",
    "MARGIN",
    "REACH",
    "SHEET",
    "STRIP",
    "TRAY",
    "Area",
    "Axes",
    "AxisScale",
    "Frame",
    "Layout",
    "Point",
    "Polygon",
    "Radial",
    "Rect",
    "Ring",
    "Weights",
    "Whereabouts",
    "Zone",
    "layout_of",
    "sheet_edge",
]

HALF_ROOT_3 = sqrt(3) / 2
"""Height of an equilateral triangle with side 1."""


@lru_cache(maxsize=1_000)
def layout_of(template: Template, settings: Settings) -> Layout:
    """The layout of a canvas."""
    said = fitted(template, settings)
    layout = _layout(said, settings)
    return replace(layout, cards=cards_of(said, layout, settings))


def _layout(template: Template, settings: Settings) -> Layout:
    figure = template.figure
    if isinstance(figure, Triangle):
        return _triangle(template, figure, settings.centre or figure.centre_size)
    if isinstance(figure, Quadrant):
        return _quadrant(template, figure)
    if isinstance(figure, Rings):
        return _rings(template, figure)
    return lay_page(template, figure, settings)


def _frames(width: float, height: float, figure: Frame, **beside: Frame) -> dict[str, Frame]:
    return {FIGURE: figure, **beside, SHEET: Frame(0.0, 0.0, width, height)}


def _point(x: float, y: float) -> Point:
    return round(x, 2), round(y, 2)


# --- triangle ---------------------------------------------------------------------------------------------------------

TRIANGLE_WIDTH, TRIANGLE_HEIGHT = 2000.0, 1400.0
TRIANGLE_SIDE, TRIANGLE_APEX = 1100.0, 150.0
BAND = 0.09
"""Breadth of the band along an edge that belongs to both its corners, as a share of the side, half on either hand."""
BAND_END = 0.1
"""A band ends this share of the side before its corners: the tips belong to one corner only."""


def _triangle(template: Template, figure: Triangle, size: float) -> Layout:
    """Sectors to the sheet's edge, divided where the corners are equally far; bands along the edges; the centre."""
    width, height, side = TRIANGLE_WIDTH, TRIANGLE_HEIGHT, TRIANGLE_SIDE
    tall = side * HALF_ROOT_3
    middle = width / 2
    top = (middle, TRIANGLE_APEX)
    left = (middle - side / 2, TRIANGLE_APEX + tall)
    right = (middle + side / 2, TRIANGLE_APEX + tall)
    centroid = (middle, TRIANGLE_APEX + tall * 2 / 3)

    def border(corner: Point, other: Point) -> tuple[Point, ...]:
        return _border(corner, other, centroid, size)

    def inner(corner: Point) -> Point:
        return _along(centroid, corner, size)

    def sector(corner: Point, before: Point, after: Point, *sheet_corners: Point) -> Polygon:
        out, back = border(corner, before), reversed(border(corner, after))
        return Polygon(tuple(_point(*each) for each in (inner(corner), *out, *sheet_corners, *back)))

    centre = Polygon(tuple(_point(*inner(corner)) for corner in (top, right, left)))
    return Layout(
        width=width,
        height=height,
        frames=_frames(width, height, Frame(*_point(left[0], top[1]), round(side, 2), round(tall, 2))),
        zones=(
            zone_of(template, figure.left, sector(left, right, top, (0, height))),
            zone_of(template, figure.right, sector(right, top, left, (width, height))),
            zone_of(template, figure.top, sector(top, left, right, (0, 0), (width, 0))),
            zone_of(template, figure.centre, centre),
        ),
        scales={
            FIGURE: Weights((figure.top, figure.left, figure.right), (_point(*top), _point(*left), _point(*right)))
        },
        home=FIGURE,
    )


def _along(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _border(corner: Point, other: Point, centroid: Point, size: float) -> tuple[Point, ...]:
    """The border of a corner's zone towards another corner: from the centre, round the band, to the sheet's edge."""
    halfway = _along(corner, other, 0.5)
    inradius = TRIANGLE_SIDE * HALF_ROOT_3 / 3
    outward = ((halfway[0] - centroid[0]) / inradius, (halfway[1] - centroid[1]) / inradius)
    end = _along(other, corner, BAND_END)
    outside = TRIANGLE_SIDE * BAND / 2
    inside = min(outside, inradius * (1 - size))

    def beside(point: Point, distance: float) -> Point:
        return point[0] + outward[0] * distance, point[1] + outward[1] * distance

    return (
        beside(centroid, inradius * size),
        beside(halfway, -inside),
        beside(end, -inside),
        beside(end, outside),
        beside(halfway, outside),
        sheet_edge(centroid, outward),
    )


def sheet_edge(start: Point, towards: Point) -> Point:
    """Where a ray leaves a triangle's sheet: at its side, or (straight down) at its foot."""
    if abs(towards[0]) < 0.1:
        return start[0], TRIANGLE_HEIGHT
    x = 0.0 if towards[0] < 0 else TRIANGLE_WIDTH
    return x, start[1] + (x - start[0]) * towards[1] / towards[0]


# --- quadrant ---------------------------------------------------------------------------------------------------------

QUADRANT_X, QUADRANT_Y, QUADRANT_SIDE = 130.0, 180.0, 1040.0
QUADRANT_HEIGHT = 1400.0
STRIP_WIDTH = 672.0
"""From its line to the sheet's edge: three notes, the space beside and between them, and the margin."""


def _quadrant(template: Template, figure: Quadrant) -> Layout:
    """Four cells, continuing a little outside the figure; the strip reaches to the sheet's edge."""
    x, y, side = QUADRANT_X, QUADRANT_Y, QUADRANT_SIDE
    strip = Rect(x + side + REACH, y, STRIP_WIDTH, side)
    width, height = strip.x + strip.width, QUADRANT_HEIGHT
    cell = side / 2 + REACH
    left, right = x - REACH, x + side / 2
    above, below = y - REACH, y + side / 2
    scales = []
    for axis in template.axes:
        low, high = (x, x + side) if axis.id == "x" else (y + side, y)
        scales.append(
            AxisScale("x" if axis.id == "x" else "y", axis.label, *((high, low) if axis.reversed else (low, high)))
        )
    return Layout(
        width=width,
        height=height,
        frames=_frames(
            width, height, Frame(x, y, side, side), **{STRIP: Frame(strip.x, strip.y, strip.width, strip.height)}
        ),
        zones=(
            zone_of(template, figure.top_left, Rect(left, above, cell, cell)),
            zone_of(template, figure.top_right, Rect(right, above, cell, cell)),
            zone_of(template, figure.bottom_left, Rect(left, below, cell, cell)),
            zone_of(template, figure.bottom_right, Rect(right, below, cell, cell)),
            zone_of(template, figure.strip, strip),
        ),
        scales={FIGURE: Axes(tuple(scales))},
        home=FIGURE,
    )


# --- rings ------------------------------------------------------------------------------------------------------------

RINGS_LEFT, RINGS_RADIUS, RINGS_GAP = 580.0, 610.0, 35.0
"""Where the outermost zone begins, beside the column of criteria; the figure's half width; the room beside it."""
RINGS_HEIGHT = 1400.0
TRAY_WIDTH = 230.0


def _rings(template: Template, figure: Rings) -> Layout:
    """Rings by their radii; the outermost goes on to the column of criteria, the tray and the sheet's edges."""
    radius, height = RINGS_RADIUS, RINGS_HEIGHT
    x, y = RINGS_LEFT + RINGS_GAP + radius, height / 2
    free = Rect(RINGS_LEFT, 0.0, 2 * (radius + RINGS_GAP), height)
    tray = Frame(free.x + free.width, y - radius, TRAY_WIDTH, 2 * radius)
    width = tray.x + tray.width + MARGIN
    inner = (0.0, *(round(radius * share, 2) for share in figure.radii[:-1]))
    zones = [
        zone_of(template, zone, Ring(x, y, start, end))
        for zone, start, end in zip(figure.zones[:-1], inner[:-1], inner[1:], strict=True)
    ]
    zones.append(zone_of(template, figure.zones[-1], *_around(x, y, inner[-1], free)))
    zones.append(zone_of(template, figure.tray, Rect(tray.x, 0.0, width - tray.x, height)))
    return Layout(
        width=width,
        height=height,
        frames=_frames(width, height, Frame(x - radius, y - radius, 2 * radius, 2 * radius), **{TRAY: tray}),
        zones=tuple(zones),
        scales={FIGURE: Radial(x, y, radius)},
        home=FIGURE,
    )


def _around(x: float, y: float, hole: float, rect: Rect) -> tuple[Area, ...]:
    """A rectangle without a disc: a ring as far as the corners of the disc's square, and what lies beside that."""
    left, right, top, low = x - hole, x + hole, y - hole, y + hole
    end_x, end_y = rect.x + rect.width, rect.y + rect.height
    return (
        Ring(x, y, hole, round(hole * sqrt(2), 2)),
        Rect(rect.x, rect.y, left - rect.x, rect.height),
        Rect(right, rect.y, end_x - right, rect.height),
        Rect(left, rect.y, 2 * hole, top - rect.y),
        Rect(left, low, 2 * hole, end_y - low),
    )
