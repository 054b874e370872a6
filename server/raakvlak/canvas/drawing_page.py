"""A page as it is printed: each part in its place, what is later on top."""

from collections.abc import Iterator

from raakvlak.canvas.drawing_field import draw_field
from raakvlak.canvas.drawing_grid import draw_box, draw_grid
from raakvlak.canvas.drawing_parts import Printer
from raakvlak.canvas.drawing_paths import draw_chevrons, draw_cycle, draw_petals
from raakvlak.canvas.figures import Box, Chart, Chevrons, Cycle, Field, Grid, Page, Part, Petals
from raakvlak.canvas.layout import Layout
from raakvlak.canvas.records import Settings
from raakvlak.canvas.shapes import ChartShape, Shape
from raakvlak.canvas.template import Template

SCALE_HEIGHT = 44.0
"""Of the five circles, or three faces, at the foot of a zone that is scored."""
SCALE_ROOM = 12.0
"""Between them and the zone's border."""


def draw_page(template: Template, page: Page, layout: Layout, printer: Printer, settings: Settings) -> Iterator[Shape]:
    """The parts' zones, lines and texts, then what people score on."""
    for part in page.parts:
        yield from _draw(template, part, layout, printer, settings)
    yield from _scales(template, layout)


def _draw(template: Template, part: Part, layout: Layout, printer: Printer, settings: Settings) -> Iterator[Shape]:
    match part:
        case Box():
            return draw_box(template, part, layout, printer)
        case Grid():
            return draw_grid(template, part, layout, printer, settings)
        case Field():
            return draw_field(template, part, layout, printer)
        case Cycle():
            return draw_cycle(template, part, layout, printer)
        case Chevrons():
            return draw_chevrons(template, part, layout, printer)
        case Petals():
            return draw_petals(template, part, layout, printer, settings)
        case Chart():
            return _chart(part, layout)


def _chart(part: Chart, layout: Layout) -> Iterator[Shape]:
    zones = tuple(zone.id for zone in layout.zones if zone.of in part.zones)
    yield ChartShape(part.draws, *part.at, zones)


def _scales(template: Template, layout: Layout) -> Iterator[Shape]:
    """At the foot of each zone with a frame that is scored as a whole: where there are cards, each of them is."""
    with_cards = {card.zone for card in template.cards}
    for zone in layout.zones:
        frame = layout.frames.get(zone.id)
        scored = "score" in zone.accepts or "smiley" in zone.accepts
        if frame is None or not scored or zone.of in with_cards:
            continue
        height = min(SCALE_HEIGHT, frame.height)
        width = max(frame.width - 2 * SCALE_ROOM, 0.0)
        low = frame.y + frame.height - min(SCALE_ROOM, (frame.height - height) / 2)
        yield ChartShape("scale", frame.x + SCALE_ROOM, round(low - height, 2), width, height, (zone.id,))
