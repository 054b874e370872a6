"""The rings as a printed page: each named at its top, their criteria in a column beside them, a tray."""

from collections.abc import Iterator
from math import sqrt

from raakvlak.canvas.drawing_parts import (
    AFTER_NAME,
    ASCENT,
    BETWEEN,
    DASHES,
    HINT,
    NAME,
    SMALL_NAME,
    Printer,
    box_of,
    circle,
    guide,
    outline,
    rectangle,
    set_lines,
)
from raakvlak.canvas.figures import Rings
from raakvlak.canvas.layout import FIGURE, MARGIN, RINGS_LEFT, TRAY, Layout
from raakvlak.canvas.measure import lines_of, width_of
from raakvlak.canvas.shapes import Shape, TextShape, ZoneShape
from raakvlak.canvas.template import Template, ZoneText

CLEAR = 14.0
"""Between a ring's line and the corners of the name under it."""
LEAST_DEPTH = 22.0
"""From the top of a ring to its name."""
COLUMN_GAP = 32.0
BULLET = 22.0
TRAY_PAD = 20.0


def draw_rings(template: Template, figure: Rings, layout: Layout, printer: Printer) -> Iterator[Shape]:
    """The figure's zones, lines and texts."""
    texts = {zone.id: zone for zone in template.zones}
    square, tray = layout.frames[FIGURE], layout.frames[TRAY]
    x, y, whole = square.x + square.width / 2, square.y + square.height / 2, square.width / 2
    radii = [share * whole for share in figure.radii]
    for number, zone in reversed(list(enumerate(figure.zones))):
        hole = circle(x, y, radii[number - 1], hole=True) if number else ""
        last = number == len(radii) - 1
        disc = rectangle(RINGS_LEFT, 0, tray.x - RINGS_LEFT, layout.height) if last else circle(x, y, radii[number])
        yield ZoneShape(zone, disc + hole)
    yield ZoneShape(figure.tray, rectangle(tray.x, tray.y, tray.width, tray.height))
    yield guide(circle(x, y, radii[-1]))
    for number, radius in reversed(list(enumerate(radii[:-1]))):
        yield outline(circle(x, y, radius), fill="gold-zone" if number == 0 else "none")
    yield guide(rectangle(tray.x, tray.y, tray.width, tray.height), DASHES)
    for zone_id, radius in zip(figure.zones, radii, strict=True):
        yield _ring_name(texts[zone_id], x, y, radius, printer)
    yield from _tray_name(texts[figure.tray], tray.x + TRAY_PAD, tray.y + TRAY_PAD, tray.width - 2 * TRAY_PAD, printer)
    yield from _criteria([texts[zone_id] for zone_id in figure.zones], square.y + square.height, printer)


def _ring_name(zone: ZoneText, x: float, y: float, radius: float, printer: Printer) -> TextShape:
    """Under the top of its ring, as high as its width allows."""
    said = printer.said(zone.label)
    lines = lines_of(said, NAME.size, NAME.weight, 1.6 * radius)
    half = min(width_of(lines[0], NAME.size, NAME.weight) / 2 + CLEAR, radius)
    depth = max(LEAST_DEPTH, radius - sqrt(radius * radius - half * half) + CLEAR / 2)
    return set_lines(x, y - radius + depth, lines, NAME, "middle", zone=zone.id)


def _tray_name(zone: ZoneText, x: float, y: float, width: float, printer: Printer) -> Iterator[TextShape]:
    name = printer.text(x, y, zone.label, SMALL_NAME, width, zone=zone.id)
    yield name
    y = box_of(name).low + AFTER_NAME
    for hint in zone.hints:
        shape = printer.text(x, y, hint, HINT, width, sentence=True, zone=zone.id)
        yield shape
        y = box_of(shape).low + BETWEEN


def _criteria(zones: list[ZoneText], low: float, printer: Printer) -> Iterator[TextShape]:
    """What makes a party belong in each ring: a list for each, standing on the figure's foot."""
    listed = list(_lists(zones, 0.0, printer))
    shift = low - max(box_of(shape).low for shape in listed)
    for shape in listed:
        lines = shape.lines
        letter = SMALL_NAME if shape.role == "zone" else HINT
        yield set_lines(shape.x, shape.y - ASCENT * shape.size + shift, lines, letter, "start", zone=shape.zone)


def _lists(zones: list[ZoneText], y: float, printer: Printer) -> Iterator[TextShape]:
    width = RINGS_LEFT - 2 * MARGIN
    for zone in zones:
        name = printer.text(MARGIN, y, zone.label, SMALL_NAME, width, zone=zone.id)
        yield name
        y = box_of(name).low + AFTER_NAME + 2
        for hint in zone.hints:
            words = printer.text(MARGIN + BULLET, y, hint, HINT, width - BULLET, sentence=True, zone=zone.id)
            yield set_lines(MARGIN, y, ("–",), HINT, "start", zone=zone.id)
            yield words
            y = box_of(words).low + BETWEEN
        y += COLUMN_GAP
