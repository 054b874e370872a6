"""Cycle, chevrons and petals as printed: stations with arrows between them, phases, petals around a centre."""

from collections.abc import Iterator
from itertools import pairwise, product
from math import dist

from msgspec.structs import replace

from raakvlak.canvas.drawing_field import arrow_head, curve, name_of, path_of
from raakvlak.canvas.drawing_parts import (
    AFTER_NAME,
    BETWEEN,
    ENTRY,
    HINT,
    NAME,
    SMALL_NAME,
    Printer,
    box_of,
    circle,
    guide,
    inner_line,
    line,
    outline,
)
from raakvlak.canvas.drawing_quadrant import PAD, axis_across
from raakvlak.canvas.field_parts import Named
from raakvlak.canvas.figures import Chevrons, Cycle, Petals
from raakvlak.canvas.layout import Layout, Point, Rect, Zone
from raakvlak.canvas.layout_field import NOTCH, RETURNS, box_around, cycle_line
from raakvlak.canvas.layout_parts import entries_of
from raakvlak.canvas.outlines import POINTS, ellipse, points_of
from raakvlak.canvas.records import Settings
from raakvlak.canvas.shapes import PathShape, Shape, TextShape, ZoneShape
from raakvlak.canvas.template import Template
from raakvlak.canvas.words import Words
from raakvlak.canvas.zones import holds

APART = 16.0
"""Px between a box and an arrow's ends."""
OUTWARDS = (0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.0)
"""Shares of the way from a petal's middle to its tip at which room for its name is looked for."""
PIVOT = 15.0
"""Radius of the mark on the phase on which it all turns."""


def draw_cycle(template: Template, part: Cycle, layout: Layout, printer: Printer) -> Iterator[Shape]:
    """Stations with their numbers' order as arrows, and the centre in gold."""
    texts = {zone.id: zone for zone in template.zones}
    zones = {zone.id: zone for zone in layout.zones}
    stations = [zones[zone] for zone in part.stations]
    centre = zones[part.centre]
    for zone in (*stations, centre):
        yield ZoneShape(zone.id, path_of(zone.areas))
    middle, radii = cycle_line(part)
    for number, zone in enumerate(stations):
        turn = 360 / len(stations)
        around = ellipse(middle, radii, 0.0)
        first = round((part.first + turn * number - 90) / 360 * POINTS)
        pieces = tuple(around[(first + each) % POINTS] for each in range(round(POINTS / len(stations)) + 1))
        yield from _arrow(pieces, _box(zone), _box(stations[(number + 1) % len(stations)]))
    yield outline(path_of(centre.areas), fill="gold-zone")
    for zone in stations:
        yield outline(path_of(zone.areas))
    for zone in (*stations, centre):
        box = _box(zone)
        yield from name_of(zone, texts[zone.id], Named((PAD, PAD), box.width - 2 * PAD), box.x, box.y, printer)


def _box(zone: Zone) -> Rect:
    return box_around(zone.areas[0])


def _arrow(points: tuple[Point, ...], start: Rect, end: Rect) -> Iterator[PathShape]:
    """Along the points, as far as they are free of the two boxes."""
    free = tuple(point for point in points if not _near(start, point) and not _near(end, point))
    if len(free) > 1:
        yield inner_line(line(*free))
        yield inner_line(arrow_head(free[-2], free[-1]))


def _near(box: Rect, point: Point) -> bool:
    x, y = point
    across = box.x - APART <= x <= box.x + box.width + APART
    return across and box.y - APART <= y <= box.y + box.height + APART


# --- chevrons ---------------------------------------------------------------------------------------------------------


def draw_chevrons(template: Template, part: Chevrons, layout: Layout, printer: Printer) -> Iterator[Shape]:
    """Phases, the hinge in gold with a pivot at its foot, dotted arrows back above them."""
    texts = {zone.id: zone for zone in template.zones}
    zones = {zone.id: zone for zone in layout.zones}
    phases = [zones[zone] for zone in part.zones]
    for zone in phases:
        yield ZoneShape(zone.id, path_of(zone.areas))
    for zone in phases:
        yield outline(path_of(zone.areas), fill="gold-zone" if zone.id == part.hinge else "none")
    if part.returns:
        for earlier, later in pairwise(phases):
            yield from _return(_top(later), _top(earlier))
    for zone in phases:
        box = _box(zone)
        step = box.width / (1 + NOTCH)
        if zone.id == part.hinge:
            yield outline(circle(box.x + step / 2, box.y + box.height, PIVOT), fill="sheet")
        named = Named((step * NOTCH + PAD / 2, PAD), step * (1 - NOTCH) - PAD)
        yield from name_of(zone, texts[zone.id], named, box.x, box.y, printer)
    for axis in template.axes:
        if axis.id == part.x:
            yield from axis_across(axis, layout.frames[part.id], printer)


def _top(zone: Zone) -> Point:
    """The middle of a phase's upper edge."""
    box = _box(zone)
    return box.x + box.width / (1 + NOTCH) / 2, box.y


def _return(start: Point, end: Point) -> Iterator[PathShape]:
    """A bow from a little left of one phase's middle to a little right of an earlier one's."""
    high = start[1] - RETURNS + APART
    first, last = (start[0] - APART, start[1] - APART / 2), (end[0] + APART, end[1] - APART / 2)
    third = (first[0] - last[0]) / 4
    bow = curve((first, (first[0] - third, high), (last[0] + third, high), last))
    yield guide(line(*bow))
    yield guide(arrow_head(bow[-3], bow[-1]), dash=())


# --- petals -----------------------------------------------------------------------------------------------------------


def draw_petals(
    template: Template, part: Petals, layout: Layout, printer: Printer, settings: Settings
) -> Iterator[Shape]:
    """Petals with the names of their entries; the golden centre under them; what the zones mean beside the flower."""
    texts = {zone.id: zone for zone in template.zones}
    petals = [zone for zone in layout.zones if zone.of == part.petal]
    zones = {zone.id: zone for zone in layout.zones}
    centre, overlap = zones[part.centre], zones[part.overlap]
    for zone in (*petals, centre, overlap):
        yield ZoneShape(zone.id, path_of(zone.areas))
    box = _box(centre)
    yield outline(path_of(centre.areas), fill="gold-zone")
    middle = (box.x + box.width / 2, box.y + box.height / 2)
    for zone, entry in zip(petals, entries_of(template, settings, part.repeat), strict=True):
        yield inner_line(path_of(zone.areas))
        yield _petal_name(zone, entry.name, middle, printer)
    width = box.width / 2
    top = layout.frames[centre.id].y
    yield printer.text(middle[0], top, centre.label, NAME, width, "middle", zone=centre.id)
    x, y = part.at[0], part.at[1]
    room = (part.at[2] - min(part.at[2], part.at[3])) / 2 - PAD
    for text in (texts[part.petal], texts[part.overlap], texts[part.centre]):
        name = printer.text(x, y, text.label, SMALL_NAME, room)
        yield name
        y = box_of(name).low + AFTER_NAME
        for hint in () if text.fold else text.hints:
            shape = printer.text(x, y, hint, HINT, room, sentence=True)
            yield shape
            y = box_of(shape).low + BETWEEN
        y += PAD


def _petal_name(zone: Zone, words: Words, middle: Point, printer: Printer) -> TextShape:
    """As far outwards as its petal has room for it, upright whichever way that points."""
    area, box = zone.areas[0], _box(zone)
    around = points_of(area)
    across, along = (dist(around[start], around[start + POINTS // 2]) for start in (0, POINTS // 4))
    x, y = box.x + box.width / 2, box.y + box.height / 2
    out = dist((x, y), middle)
    for letter, share in product(ENTRY, OUTWARDS):
        far = along / 2 * share / out
        text = printer.text(x + (x - middle[0]) * far, y + (y - middle[1]) * far, words, letter, across * 0.68)
        named = box_of(text)
        half, high = (named.right - named.left) / 2, (named.low - named.top) / 2
        left, right, top, low = text.x - half, text.x + half, named.top - high, named.low - high
        if all(holds(area, *corner) for corner in product((left, right), (top, low))):
            break
    return replace(text, y=round(text.y - high, 2), anchor="middle", zone=zone.id)
