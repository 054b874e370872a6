"""A field as a printed page: zones of any outline, axes at its left and foot, lines and words of the picture."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

from raakvlak.canvas.drawing_parts import (
    AFTER_NAME,
    CATCHPHRASE,
    DASHES,
    HINT,
    NAME,
    Letter,
    Printer,
    box_of,
    circle,
    guide,
    inner_line,
    line,
    outline,
    polygon,
    rectangle,
)
from raakvlak.canvas.drawing_quadrant import PAD, axis_across, axis_up
from raakvlak.canvas.field_parts import Named, Stroke
from raakvlak.canvas.figures import Field
from raakvlak.canvas.layout import Area, Frame, Layout, Point, Polygon, Rect, Zone
from raakvlak.canvas.layout_field import box_around
from raakvlak.canvas.shapes import Colour, PathShape, Shape, TextShape, ZoneShape
from raakvlak.canvas.template import Template, ZoneText

FAINT = Letter(36, 44, 400, "edge", "caption")
SIGN = Letter(44, 52, 400, "ink2", "caption")
LETTERS = {"name": NAME, "hint": HINT, "quote": CATCHPHRASE, "faint": FAINT, "sign": SIGN}
ARROW = 16.0
"""Length of an arrow's head; each of its two lines stands half as much aside."""
CURVE = 12
"""Straight pieces from one point of a curve to the next."""


def draw_field(template: Template, part: Field, layout: Layout, printer: Printer) -> Iterator[Shape]:
    """The field's zones, lines and texts."""
    texts = {zone.id: zone for zone in template.zones}
    zones = {zone.id: zone for zone in layout.zones}
    x, y, width, height = part.at
    for region in part.regions:
        yield ZoneShape(region.zone, path_of(zones[region.zone].areas))
    if part.frame == "line":
        yield outline(rectangle(x, y, width, height))
    for region in part.regions:
        for area in zones[region.zone].areas:
            yield from _lines_around(area, region.draw, region.fill)
    for stroke in part.strokes:
        yield from _stroke(stroke, x, y)
    for each in part.prints:
        at_x, at_y = x + each.at[0], y + each.at[1]
        yield printer.text(at_x, at_y, each.words, LETTERS[each.letter], each.width, each.anchor)
    for region in part.regions:
        place = region.name or _corner(zones[region.zone], x, y)
        yield from name_of(zones[region.zone], texts[region.zone], place, x, y, printer)
    frame = Frame(*part.at)
    for axis in template.axes:
        if axis.id == part.x:
            yield from axis_across(axis, frame, printer)
        if axis.id == part.y:
            yield from axis_up(axis, frame, printer)


def name_of(zone: Zone, text: ZoneText, named: Named, x: float, y: float, printer: Printer) -> Iterator[TextShape]:
    """A zone's name with its hints under it, at a point that counts from (x, y)."""
    parts = [(zone.label, NAME), *((hint, HINT) for hint in (() if text.fold else text.hints))]
    at_x, at_y = x + named.at[0], y + named.at[1]
    for words, letter in reversed(parts) if named.upward else parts:
        shape = printer.text(
            at_x,
            at_y,
            words,
            letter,
            named.width,
            named.anchor,
            upward=named.upward,
            sentence=letter is HINT,
            zone=zone.id,
        )
        yield shape
        at_y = box_of(shape).top - AFTER_NAME if named.upward else box_of(shape).low + AFTER_NAME


def _corner(zone: Zone, x: float, y: float) -> Named:
    box = box_around(zone.areas[0])
    return Named((box.x + PAD - x, box.y + PAD - y), max(box.width - 2 * PAD, PAD))


# --- areas ------------------------------------------------------------------------------------------------------------


def paths_of(area: Area) -> tuple[str, ...]:
    """The lines around an area, each an SVG path by itself; the second is around a hole."""
    match area:
        case Polygon(points):
            return (polygon(points),)
        case Rect(x, y, width, height):
            return (rectangle(x, y, width, height),)
        case _:
            hole = (circle(area.x, area.y, area.inner, hole=True),) if area.inner > 0 else ()
            return (circle(area.x, area.y, area.outer), *hole)


def path_of(areas: Sequence[Area]) -> str:
    """All areas of a zone as one SVG path."""
    return "".join(path for area in areas for path in paths_of(area))


def _lines_around(area: Area, draw: str, fill: Colour) -> Iterator[PathShape]:
    paths = paths_of(area)
    if fill != "none":
        yield PathShape("".join(paths), fill=fill)
    if draw != "none":
        for path in paths:
            yield _drawn(path, draw)


def _drawn(d: str, draw: str) -> PathShape:
    if draw == "figure":
        return outline(d)
    if draw == "inner":
        return inner_line(d)
    return guide(d, DASHES) if draw == "dashed" else guide(d)


# --- strokes ----------------------------------------------------------------------------------------------------------


def _stroke(stroke: Stroke, x: float, y: float) -> Iterator[PathShape]:
    points = tuple((x + px, y + py) for px, py in stroke.points)
    if stroke.smooth:
        points = curve(points, closed=stroke.closed)
    yield _drawn(polygon(points) if stroke.closed else line(*points), stroke.draw)
    if stroke.arrow != "none":
        yield _head(stroke.draw, points[-2], points[-1])
    if stroke.arrow == "both":
        yield _head(stroke.draw, points[1], points[0])


def _head(draw: str, before: Point, tip: Point) -> PathShape:
    """Solid, whatever the line."""
    d = arrow_head(before, tip)
    return _drawn(d, draw) if draw in ("figure", "inner") else guide(d, dash=())


def arrow_head(before: Point, tip: Point) -> str:
    """The open head of an arrow that comes from a point."""
    dx, dy = tip[0] - before[0], tip[1] - before[1]
    length = hypot(dx, dy) or 1.0
    ux, uy = dx / length * ARROW, dy / length * ARROW
    return line((tip[0] - ux - uy / 2, tip[1] - uy + ux / 2), tip, (tip[0] - ux + uy / 2, tip[1] - uy - ux / 2))


def curve(points: tuple[Point, ...], *, closed: bool = False) -> tuple[Point, ...]:
    """A curve through the points (Catmull-Rom), in straight pieces."""
    around = (points[-1], *points, points[0], points[1]) if closed else (points[0], *points, points[-1])
    found = [around[1]]
    for number, (start, end) in enumerate(pairwise(around[1:-1]), 1):
        before, after = around[number - 1], around[number + 2]
        for piece in range(1, CURVE + 1):
            share = piece / CURVE
            x, y = (_between(before[each], start[each], end[each], after[each], share) for each in (0, 1))
            found.append((x, y))
    return tuple(found[:-1] if closed else found)


def _between(before: float, start: float, end: float, after: float, t: float) -> float:
    bend = 2 * before - 5 * start + 4 * end - after
    twist = 3 * start - 3 * end + after - before
    return (2 * start + (end - before) * t + bend * t * t + twist * t * t * t) / 2
