"""The triangle as a printed page: outline, golden centre, dotted guides; the corners' names in their margins."""

from collections.abc import Iterator
from math import sqrt

from raakvlak.canvas.drawing_parts import (
    AFTER_NAME,
    BETWEEN,
    CAPTION,
    FOOT,
    HINT,
    NAME,
    SOURCE,
    Anchor,
    Box,
    Printer,
    box_of,
    guide,
    line,
    outline,
    polygon,
)
from raakvlak.canvas.figures import Triangle
from raakvlak.canvas.layout import FIGURE, MARGIN, Layout, Point, Polygon, Weights, Zone, sheet_edge
from raakvlak.canvas.shapes import Shape, TextShape, ZoneShape
from raakvlak.canvas.template import Template, ZoneText

SHORT = 24.0
"""A guide ends this far before the sheet's edge."""
BESIDE_APEX = 56.0
CORNER_WIDTH = 470.0
"""Room for the name and hints of a lower corner."""
ABOVE_SOURCE = 26.0
NEAR = 16.0
"""Between a line and the text beside it."""


def draw_triangle(template: Template, figure: Triangle, layout: Layout, printer: Printer) -> Iterator[Shape]:
    """The figure's zones, lines and texts."""
    texts = {zone.id: zone for zone in template.zones}
    zones = {zone.id: _points(zone) for zone in layout.zones}
    corners, centre = _corners(layout), zones[figure.centre]
    named = list(_centre_name(texts[figure.centre], corners, centre, printer))
    low = layout.height - FOOT - SOURCE.leading - ABOVE_SOURCE
    names = [
        *_corner_name(texts[figure.top], corners[0][0] + BESIDE_APEX, MARGIN, layout.width, printer),
        *_lower_name(texts[figure.left], layout, low, printer, at_left=True),
        *_lower_name(texts[figure.right], layout, low, printer, at_left=False),
    ]
    intro = list(_intro(template, layout.width / 2, low, printer))
    for zone_id, points in zones.items():
        yield ZoneShape(zone_id, polygon(points))
    foot = min([low, *(box_of(each).top - NEAR for each in intro)])
    yield from _guides(layout, centre, foot, named)
    yield outline(polygon(corners))
    yield outline(polygon(centre), fill="gold-zone")
    yield from (*names, *named, *intro)


def _points(zone: Zone) -> tuple[Point, ...]:
    return next(area.points for area in zone.areas if isinstance(area, Polygon))


def _corners(layout: Layout) -> tuple[Point, Point, Point]:
    scale = layout.scales.get(FIGURE)
    if not isinstance(scale, Weights):
        raise TypeError(f"expected the layout of a triangle, but its coordinates are {scale!r}")
    return scale.corners


def _guides(layout: Layout, centre: tuple[Point, ...], foot: float, named: list[TextShape]) -> Iterator[Shape]:
    """From the centre's sides to the sheet's edge, where the zones of two corners meet."""
    top, right, left = centre
    middle = (top[0], (top[1] + left[1] + right[1]) / 3)
    for side in (left, right):
        start = ((top[0] + side[0]) / 2, (top[1] + side[1]) / 2)
        dx, dy = start[0] - middle[0], start[1] - middle[1]
        length = sqrt(dx * dx + dy * dy)
        end = sheet_edge(middle, (dx / length, dy / length))
        yield guide(line(start, (end[0] - SHORT * dx / length, end[1] - SHORT * dy / length)))
    start_y = max([left[1], *(box_of(each).low + NEAR for each in named)])
    yield guide(line((middle[0], start_y), (middle[0], foot)))


def _corner_name(zone: ZoneText, x: float, y: float, sheet_width: float, printer: Printer) -> Iterator[TextShape]:
    width = min(700.0, sheet_width - x - MARGIN)
    name = printer.text(x, y, zone.label, NAME, width, zone=zone.id)
    yield name
    y = box_of(name).low + AFTER_NAME
    for hint in zone.hints:
        shape = printer.text(x, y, hint, HINT, width, sentence=True, zone=zone.id)
        yield shape
        y = box_of(shape).low + BETWEEN


def _lower_name(zone: ZoneText, layout: Layout, low: float, printer: Printer, *, at_left: bool) -> Iterator[TextShape]:
    """At the sheet's corner, built up from the foot, so that the notes have the room above it."""
    x = MARGIN if at_left else layout.width - MARGIN
    anchor: Anchor = "start" if at_left else "end"
    for hint in reversed(zone.hints):
        shape = printer.text(x, low, hint, HINT, CORNER_WIDTH, anchor, upward=True, sentence=True, zone=zone.id)
        yield shape
        low = box_of(shape).top - (AFTER_NAME if hint is zone.hints[0] else BETWEEN)
    yield printer.text(x, low, zone.label, NAME, CORNER_WIDTH, anchor, upward=True, zone=zone.id)


def _intro(template: Template, x: float, low: float, printer: Printer) -> Iterator[TextShape]:
    """What the workbook says first, as a caption at the foot of the figure."""
    for words in reversed(template.intro):
        shape = printer.text(x, low, words, CAPTION, 860, "middle", upward=True)
        yield shape
        low = box_of(shape).top - BETWEEN


def _centre_name(
    zone: ZoneText, corners: tuple[Point, ...], centre: tuple[Point, ...], printer: Printer
) -> list[TextShape]:
    """Under the centre as long as there is room above the triangle's base; else inside, along its base."""
    x, base, room = corners[0][0], centre[1][1], corners[1][1]
    under = _stack(zone, x, base + NEAR, printer, 860)
    if _box(under).low + NEAR <= room:
        return under
    height = _box(under).low - _box(under).top
    return _stack(zone, x, base - NEAR - height, printer, 860)


def _stack(zone: ZoneText, x: float, y: float, printer: Printer, width: float) -> list[TextShape]:
    name = printer.text(x, y, zone.label, NAME, width, "middle", zone=zone.id)
    shapes = [name]
    for hint in zone.hints:
        y = box_of(shapes[-1]).low + AFTER_NAME
        shapes.append(printer.text(x, y, hint, HINT, width, "middle", sentence=True, zone=zone.id))
    return shapes


def _box(shapes: list[TextShape]) -> Box:
    boxes = [box_of(shape) for shape in shapes]
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.low for box in boxes),
    )
