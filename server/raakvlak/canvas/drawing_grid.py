"""A box and a grid as a printed page: their lines, heads and the names in their cells."""

from collections.abc import Iterator

from msgspec.structs import replace

from raakvlak.canvas.drawing_parts import (
    AFTER_NAME,
    DASHES,
    ENTRY,
    HINT,
    SMALL_NAME,
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
from raakvlak.canvas.figures import Box, Grid
from raakvlak.canvas.layout import Frame, Layout, Rect, Zone
from raakvlak.canvas.layout_grid import Lane, lanes_of
from raakvlak.canvas.records import Settings
from raakvlak.canvas.shapes import Shape, TextShape, ZoneShape
from raakvlak.canvas.template import Template, ZoneText
from raakvlak.canvas.words import Words

PAD = 16.0
"""From a cell's border to what is printed in it."""
RULE = 56.0
"""Between two lines to write on."""
SIGN = Letter(44, 52, 400, "ink2", "caption")


def draw_box(template: Template, part: Box, layout: Layout, printer: Printer) -> Iterator[Shape]:
    """The box's zone, border, ruled lines and name."""
    text = next(zone for zone in template.zones if zone.id == part.zone)
    x, y, width, height = part.at
    yield ZoneShape(part.zone, rectangle(x, y, width, height))
    if part.border == "line" or part.fill != "none":
        yield outline(rectangle(x, y, width, height), fill=part.fill)
    if part.border == "dashed":
        yield guide(rectangle(x, y, width, height), DASHES)
    if part.border == "side":
        yield guide(line((x, y), (x, y + height)), dash=())
    inset = 0.0 if part.border == "none" and part.fill == "none" else PAD
    named = list(_named(text, part.zone, x + inset, y + inset, width - 2 * inset, printer))
    yield from named
    if part.lines:
        at = max(box_of(shape).low for shape in named) + RULE
        while at < y + height - inset:
            yield guide(line((x + inset, at), (x + width - inset, at)))
            at += RULE


def draw_grid(template: Template, part: Grid, layout: Layout, printer: Printer, settings: Settings) -> Iterator[Shape]:
    """The grid's zones, lines between them, heads, names and joins."""
    texts = {zone.id: zone for zone in template.zones}
    columns, rows = lanes_of(template, part, settings)
    cells = {cell.zone: cell for cell in part.cells}
    zones = [zone for zone in layout.zones if zone.of in cells]
    for zone in zones:
        yield ZoneShape(zone.id, _path(layout.frames[zone.id]))
    yield from _lines(part, zones, layout, columns, rows)
    yield from _heads(part, columns, rows, printer)
    yield from _joins(part, columns, rows)
    for zone in zones:
        frame = layout.frames[zone.id]
        if cells[zone.of].name:
            yield from _named(texts[zone.of], zone.id, frame.x + PAD, frame.y + PAD, frame.width - 2 * PAD, printer)


def _path(frame: Frame) -> str:
    return rectangle(frame.x, frame.y, frame.width, frame.height)


def _lines(
    part: Grid, zones: list[Zone], layout: Layout, columns: tuple[Lane, ...], rows: tuple[Lane, ...]
) -> Iterator[Shape]:
    """Around each cell; or, for rows or columns alone, between the lanes."""
    x, y, width, height = part.at
    if part.lines == "all":
        for zone in zones:
            d = _path(layout.frames[zone.id])
            yield outline(d) if part.gap else inner_line(d)
        if part.names and not part.gap:
            for at in (*(lane.start for lane in rows), y + height):
                yield inner_line(line((x, at), (x + part.names, at)))
    elif part.lines == "rows":
        for lane in rows[1:]:
            at = lane.start - part.gap / 2
            yield inner_line(line((x, at), (x + width, at)))
    elif part.lines == "columns":
        for lane in columns[1:]:
            at = lane.start - part.gap / 2
            yield inner_line(line((at, y), (at, y + height)))


def _heads(part: Grid, columns: tuple[Lane, ...], rows: tuple[Lane, ...], printer: Printer) -> Iterator[TextShape]:
    """The columns' labels above them, the rows' labels at their left."""
    x, y, _, _ = part.at
    if part.heads:
        for lane in columns:
            yield from _head(lane, Rect(lane.start + PAD, y, lane.size - 2 * PAD, part.heads), printer)
    if part.names:
        for lane in rows:
            yield from _head(lane, Rect(x, lane.start + PAD, part.names - PAD, lane.size - PAD), printer)


def _head(lane: Lane, room: Rect, printer: Printer) -> Iterator[TextShape]:
    """The label with its hints; what an entry is called is printed as small as it must be."""
    stack = _stack(lane.name, lane.track.hints, None, room.x, room.y, room.width, printer)
    if lane.track.repeat is not None and lane.name is not None:
        for letter in ENTRY:
            shape = printer.text(room.x, room.y, lane.name, letter, room.width)
            box = box_of(shape)
            if box.low <= room.y + room.height and box.right <= room.x + room.width:
                break
        stack = iter((shape,))
    # A name over nothing of its own: it stays to be read from afar, as an axis does.
    return (replace(shape, role="axis") if shape.role == "zone" else shape for shape in stack)


def _joins(part: Grid, columns: tuple[Lane, ...], rows: tuple[Lane, ...]) -> Iterator[TextShape]:
    """A sign in each gap between columns, half-way down."""
    middle = (rows[0].start + rows[-1].start + rows[-1].size) / 2 if rows else 0.0
    anchor: Anchor = "middle"
    for sign, lane in zip(part.joins, columns[1:], strict=False):
        yield set_lines(lane.start - part.gap / 2, middle - SIGN.size / 2, (sign,), SIGN, anchor)


def _named(text: ZoneText, zone: str, x: float, y: float, width: float, printer: Printer) -> Iterator[TextShape]:
    """A zone's name with its hints under it, unless they are folded."""
    return _stack(text.label, () if text.fold else text.hints, zone, x, y, width, printer)


def _stack(
    label: Words | None, hints: tuple[Words, ...], zone: str | None, x: float, y: float, width: float, printer: Printer
) -> Iterator[TextShape]:
    named = [(label, SMALL_NAME)] if label is not None else []
    for words, letter in (*named, *((hint, HINT) for hint in hints)):
        shape = printer.text(x, y, words, letter, width, sentence=letter is HINT, zone=zone)
        yield shape
        y = box_of(shape).low + AFTER_NAME
