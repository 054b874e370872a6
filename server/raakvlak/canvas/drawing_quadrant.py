"""The quadrant as a printed page: four cells named in their outer corners, axes at the left and foot, a strip."""

from collections.abc import Iterator

from msgspec.structs import replace

from raakvlak.canvas.drawing_parts import (
    AFTER_NAME,
    AXIS,
    AXIS_END,
    CAPTION,
    CATCHPHRASE,
    DESCENT,
    HINT,
    NAME,
    Anchor,
    Letter,
    Printer,
    box_of,
    guide,
    inner_line,
    line,
    outline,
    rectangle,
    set_lines,
)
from raakvlak.canvas.figures import Quadrant
from raakvlak.canvas.layout import FIGURE, STRIP, Frame, Layout
from raakvlak.canvas.shapes import Shape, TextShape, ZoneShape
from raakvlak.canvas.template import Axis, AxisEnd, Template, ZoneText
from raakvlak.canvas.words import Words

PAD = 26.0
"""From a line to the name beside it."""
AXIS_GAP = 14.0


def draw_quadrant(template: Template, figure: Quadrant, layout: Layout, printer: Printer) -> Iterator[Shape]:
    """The figure's zones, lines and texts."""
    texts = {zone.id: zone for zone in template.zones}
    grid, strip = layout.frames[FIGURE], layout.frames[STRIP]
    half_width, half_height = grid.width / 2, grid.height / 2
    middle_x, middle_y = grid.x + half_width, grid.y + half_height
    cells = (
        (figure.top_left, grid.x, grid.y, False),
        (figure.top_right, middle_x, grid.y, False),
        (figure.bottom_left, grid.x, middle_y, True),
        (figure.bottom_right, middle_x, middle_y, True),
    )
    for zone, x, y, _ in cells:
        yield ZoneShape(zone, rectangle(x, y, half_width, half_height))
    yield ZoneShape(figure.strip, rectangle(strip.x, strip.y, strip.width, strip.height))
    yield inner_line(line((middle_x, grid.y), (middle_x, grid.y + grid.height)))
    yield inner_line(line((grid.x, middle_y), (grid.x + grid.width, middle_y)))
    yield outline(rectangle(grid.x, grid.y, grid.width, grid.height))
    yield guide(line((strip.x, strip.y), (strip.x, strip.y + strip.height)), dash=())
    for zone, x, y, low in cells:
        edge = y + half_height - PAD if low else y + PAD
        yield from _named(texts[zone], x + PAD, edge, half_width - 2 * PAD, CATCHPHRASE, printer, upward=low)
    room = strip.width - 3 * PAD
    yield from _named(texts[figure.strip], strip.x + PAD, strip.y, room, HINT, printer, upward=False)
    for axis in template.axes:
        yield from axis_across(axis, grid, printer) if axis.id == "x" else axis_up(axis, grid, printer)


def _named(
    zone: ZoneText, x: float, y: float, width: float, letter: Letter, printer: Printer, *, upward: bool
) -> Iterator[TextShape]:
    """A zone's name with its hints under it, down from y or up from it."""
    parts: list[tuple[Words, Letter]] = [(zone.label, NAME), *((hint, letter) for hint in zone.hints)]
    for words, its in reversed(parts) if upward else parts:
        shape = printer.text(x, y, words, its, width, upward=upward, sentence=its is HINT, zone=zone.id)
        yield shape
        y = box_of(shape).top - AFTER_NAME if upward else box_of(shape).low + AFTER_NAME


def axis_across(axis: Axis, grid: Frame, printer: Printer) -> Iterator[TextShape]:
    """Under the grid: the ends at its corners, the name between them, then the captions under their columns."""
    y = grid.y + grid.height + AXIS_GAP
    left, right = (axis.high, axis.low) if axis.reversed else (axis.low, axis.high)
    yield printer.text(grid.x + grid.width / 2, y, axis.label, AXIS, grid.width / 2, "middle")
    sides: tuple[tuple[AxisEnd, float, Anchor], ...] = (
        (left, grid.x, "start"),
        (right, grid.x + grid.width, "end"),
    )
    for end, x, anchor in sides:
        label = printer.text(x, y, end.label, AXIS_END, grid.width / 4, anchor)
        yield label
        if end.captions:
            under = box_of(label).low + AFTER_NAME
            yield printer.row(x, under, end.captions, CAPTION, grid.width / 2 - PAD / 2, anchor)


def axis_up(axis: Axis, grid: Frame, printer: Printer) -> Iterator[TextShape]:
    """At the left of the grid, read upwards: the ends at its corners, the name between them."""
    x = grid.x - AXIS_GAP
    low, top = (axis.high, axis.low) if axis.reversed else (axis.low, axis.high)
    yield _turned(x, grid.y + grid.height / 2, printer.said(axis.label), AXIS, "middle")
    sides: tuple[tuple[AxisEnd, float, Anchor], ...] = ((low, grid.y + grid.height, "start"), (top, grid.y, "end"))
    for end, y, anchor in sides:
        parts = [printer.said(words) for words in (end.label, *end.captions)]
        yield _turned(x, y, " · ".join(parts), AXIS_END, anchor)


def _turned(x: float, y: float, said: str, letter: Letter, anchor: Anchor) -> TextShape:
    """One line turned a quarter to the left, its feet towards the grid."""
    shape = set_lines(x, 0, (said,), letter, anchor, rotate=-90)
    return replace(shape, x=round(x - DESCENT * letter.size, 2), y=y)
