"""A page as it is printed: each part in its place, what is later on top."""

from collections.abc import Iterator

from msgspec.structs import replace

from raakvlak.canvas.drawing_charts import draw_chart
from raakvlak.canvas.drawing_field import draw_field
from raakvlak.canvas.drawing_grid import draw_box, draw_grid
from raakvlak.canvas.drawing_parts import HINT, Printer, box_of
from raakvlak.canvas.drawing_paths import draw_chevrons, draw_cycle, draw_petals
from raakvlak.canvas.figures import Box, Chart, Chevrons, Cycle, Field, Grid, Page, Part, Petals
from raakvlak.canvas.layout import Frame, Layout
from raakvlak.canvas.records import Settings
from raakvlak.canvas.shapes import ChartShape, Shape, TextShape
from raakvlak.canvas.template import Scoring, Template, TokenText
from raakvlak.canvas.words import Words

SCALE_HEIGHT = 44.0
"""Of the five circles at the foot of a zone that is scored."""
SCALE_ROOM = 12.0
"""Between them and the zone's border."""
GRADES, FACES = 5, 3
CELL = 64.0
"""At most so wide for each."""
FACE_HEIGHT, FACE_CELL = 64.0, 80.0
"""Faces are read from further away than digits."""
LEAST_END = 110.0
"""What a score's ends mean stands beside the circles where there is so much room for each; else below, this near:"""
BELOW = 2.0
END = HINT._replace(leading=22)


def draw_page(template: Template, page: Page, layout: Layout, printer: Printer, settings: Settings) -> Iterator[Shape]:
    """The parts' zones, lines and texts, then what people score on."""
    for part in page.parts:
        yield from _draw(template, part, layout, printer, settings)
    yield from _scales(template, layout, printer)


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
            return draw_chart(part, layout, printer)


def _scales(template: Template, layout: Layout, printer: Printer) -> Iterator[Shape]:
    """At the foot of each zone with a frame that is scored as a whole: where there are cards, each of them is."""
    with_cards = {card.zone for card in template.cards}
    for zone in layout.zones:
        frame = layout.frames.get(zone.id)
        if frame is None or zone.of in with_cards:
            continue
        if "score" in zone.accepts and template.scoring.aspects:
            yield from _aspects(template.scoring.aspects, zone.id, frame, printer)
        elif "score" in zone.accepts:
            yield from _scale(template.scoring, zone.id, frame, printer)
        elif "smiley" in zone.accepts:
            width = min(FACES * FACE_CELL, frame.width - 2 * SCALE_ROOM)
            foot = frame.y + frame.height - SCALE_ROOM
            height = min(FACE_HEIGHT, frame.height - 2 * SCALE_ROOM)
            yield ChartShape("scale", frame.x + SCALE_ROOM, round(foot - height, 2), width, height, (zone.id,))


def _foot(frame: Frame) -> float:
    return frame.y + frame.height - min(SCALE_ROOM, max(0.0, (frame.height - SCALE_HEIGHT) / 2))


def _row(zone: str, x: float, foot: float, width: float, aspect: str = "") -> ChartShape:
    return ChartShape("scale", x, round(foot - SCALE_HEIGHT, 2), max(width, 0.0), SCALE_HEIGHT, (zone,), aspect)


def _aspects(aspects: tuple[TokenText, ...], zone: str, frame: Frame, printer: Printer) -> Iterator[Shape]:
    """A row for each, named above it, as wide as the zone: a profile can run through them."""
    foot = _foot(frame)
    for aspect in reversed(aspects):
        row = _row(zone, frame.x, foot, frame.width, aspect.id)
        yield row
        left = frame.x + SCALE_ROOM
        name = printer.text(
            left, row.y - BELOW / 2, aspect.label, END, frame.width - 2 * SCALE_ROOM, upward=True, zone=zone
        )
        yield name
        foot = box_of(name).top - 2 * BELOW


def _scale(scoring: Scoring, zone: str, frame: Frame, printer: Printer) -> Iterator[Shape]:
    """Five circles with what their ends mean beside them, or, where there is no room for that, below."""
    left, width, foot = frame.x + SCALE_ROOM, frame.width - 2 * SCALE_ROOM, _foot(frame)
    low, high = scoring.low, scoring.high
    across = min(GRADES * CELL, width)
    beside = (width - across) / 2 - SCALE_ROOM
    if low is None or high is None:
        yield _row(zone, left, foot, across)
    elif beside >= LEAST_END:
        wide = max((box.right - box.left for box in map(box_of, _ends(low, beside))), default=0.0)
        x = left + wide + SCALE_ROOM
        row = _row(zone, x, foot, across)
        yield row
        for words, at in ((low, left), (high, x + across + SCALE_ROOM)):
            text = printer.text(at, row.y, words, END, beside)
            yield replace(text, y=round(text.y + (SCALE_HEIGHT - box_of(text).low + box_of(text).top) / 2, 2))
    else:
        half = (across - SCALE_ROOM) / 2
        under = [
            printer.text(left, foot, low, END, half, upward=True),
            printer.text(left + across, foot, high, END, half, "end", upward=True),
        ]
        top = min(box_of(text).top for text in under)
        yield from (replace(text, y=round(text.y + top - box_of(text).top, 2)) for text in under)
        yield _row(zone, left, top - BELOW, across)


def _ends(words: Words, width: float) -> Iterator[TextShape]:
    """The words in both languages: rows stand at the same place in either."""
    for language in ("nl", "en"):
        yield Printer(language).text(0, 0, words, END, width)
