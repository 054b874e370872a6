"""Charts as printed: their place, and the names at a radar's corners. What they show whoever paints draws live."""

from collections.abc import Iterator

from raakvlak.canvas.drawing_parts import AXIS_END, Anchor, Printer, box_of
from raakvlak.canvas.figures import Chart
from raakvlak.canvas.layout import Layout, Zone
from raakvlak.canvas.outlines import on_circle
from raakvlak.canvas.shapes import ChartShape, Shape, TextShape

NAMES = 44.0
"""Px above and below a radar for the names at its corners."""


def draw_chart(part: Chart, layout: Layout, printer: Printer) -> Iterator[Shape]:
    """The chart's rectangle, with its zones in the order that the template gives them."""
    x, y, width, height = part.at
    zones = [zone for of in part.zones for zone in layout.zones if zone.of == of]
    ids = tuple(zone.id for zone in zones)
    if part.draws != "radar":
        yield ChartShape(part.draws, x, y, width, height, ids)
        return
    shape = ChartShape(part.draws, x, y + NAMES, width, height - 2 * NAMES, ids)
    yield shape
    yield from _corners(shape, zones, printer)


def _corners(shape: ChartShape, zones: list[Zone], printer: Printer) -> Iterator[TextShape]:
    """The name of each zone outside its corner of a radar, the first at the top."""
    middle = (shape.x + shape.width / 2, shape.y + shape.height / 2)
    for number, zone in enumerate(zones):
        x, y = on_circle(middle, min(shape.width, shape.height) / 2, 360 * number / len(zones))
        aside = x - middle[0]
        anchor: Anchor = "middle" if abs(aside) < 1 else "start" if aside > 0 else "end"
        if anchor == "middle":
            yield printer.text(x, y, zone.label, AXIS_END, shape.width, anchor, upward=y < middle[1])
        else:
            room = max(shape.width / 2 - abs(aside), 1.0)
            box = box_of(printer.text(x, y, zone.label, AXIS_END, room, anchor))
            yield printer.text(x, y - (box.low - box.top) / 2, zone.label, AXIS_END, room, anchor)
