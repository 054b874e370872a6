"""The one drawing of a canvas: its layout and texts as shapes, for browsers and exports alike.

Reads like a printed page: ink lines, labels beside what they name, nothing that a note would have to cover.
"""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from raakvlak.canvas.drawing_parts import (
    DASHES,
    DOTS,
    HINT,
    NAME,
    PROMPT,
    SMALL_NAME,
    SOURCE,
    TITLE,
    circle,
    dotted,
    inner_line,
    outline,
    polygon,
    rectangle,
    text,
    text_height,
)
from raakvlak.canvas.layout import (
    Layout,
    QuadrantMeasures,
    RingsMeasures,
    TriangleMeasures,
    centre_size,
    layout_of,
)
from raakvlak.canvas.records import Language, Settings
from raakvlak.canvas.shapes import Shape, ZoneShape
from raakvlak.canvas.template import Axis, Quadrant, Rings, Template, Triangle, Words, ZoneText

MARGIN = 40.0
INSIDE_FROM = 0.72
"""From this size on, the centre's name stands inside it: there is no room left under it."""


class Sheet(Struct, frozen=True):
    """A canvas ready to be shown in one language."""

    layout: Layout
    shapes: tuple[Shape, ...]


@lru_cache(maxsize=512)
def sheet_of(template: Template, settings: Settings, language: Language) -> Sheet:
    """The layout and the drawing."""
    layout = layout_of(template, settings)
    return Sheet(layout, tuple(_draw(template, settings, layout, language)))


def _draw(template: Template, settings: Settings, layout: Layout, language: Language) -> Iterator[Shape]:
    figure = template.figure
    if isinstance(figure, Triangle):
        yield from _triangle(template, figure, settings, language)
    elif isinstance(figure, Quadrant):
        yield from _quadrant(template, figure, language)
    else:
        yield from _rings(template, figure, language)
    foot = layout.height - 18
    yield text(MARGIN, foot, said(template.source, language), SOURCE, layout.width - 2 * MARGIN)


def said(words: Words, language: Language) -> str:
    """The words in this language."""
    return words.nl if language == "nl" else words.en


def _zones(template: Template) -> dict[str, ZoneText]:
    return {zone.id: zone for zone in template.zones}


def _head(template: Template, language: Language, width: float) -> Iterator[Shape]:
    title = text(MARGIN, 66, said(template.title, language), TITLE, width)
    yield title
    yield text(MARGIN, 66 + text_height(title) - 6, said(template.prompt, language), PROMPT, width)


def _name_and_hints(
    zone: ZoneText, language: Language, x: float, y: float, width: float, anchor: str = "start"
) -> Iterator[Shape]:
    name = text(x, y, said(zone.label, language), NAME, width, anchor=anchor, zone=zone.id)
    yield name
    y += text_height(name) - 4
    for hint in zone.hints:
        shape = text(x, y, _sentence(said(hint, language)), HINT, width, anchor=anchor, zone=zone.id)
        yield shape
        y += text_height(shape)


def _sentence(hint: str) -> str:
    return hint[:1].upper() + hint[1:]


# --- the triangle -----------------------------------------------------------------------------------------------------


def _triangle(template: Template, figure: Triangle, settings: Settings, language: Language) -> Iterator[Shape]:
    at, zones = TriangleMeasures(), _zones(template)
    size = centre_size(figure, settings)
    top, left, right = at.corners
    centre = at.centre(size)
    (x, y), (to_left, to_right, down) = at.centroid, at.rays
    for zone, points in (
        (figure.top, (at.centroid, to_right, (at.width, 0.0), (0.0, 0.0), to_left)),
        (figure.left, (at.centroid, to_left, (0.0, at.height), down)),
        (figure.right, (at.centroid, down, (at.width, at.height), to_right)),
        (figure.centre, centre),
    ):
        yield ZoneShape(zone, polygon(points))
    base = centre[1][1]
    inside = size >= INSIDE_FROM
    name_at = base - 52 if inside else base + 34
    reach = size * (left[1] - y)  # from the centroid to the centre's sides
    for end, (dx, dy) in ((to_left, (-(0.75**0.5), -0.5)), (to_right, (0.75**0.5, -0.5))):
        yield dotted((x + reach * dx, y + reach * dy), end)
    yield dotted((x, max(base if inside else name_at + 44, base)), (x, at.height - 44))
    yield outline(polygon((top, left, right)))
    yield outline(polygon(centre), fill="gold-zone")
    yield from _head(template, language, 560)
    yield from _name_and_hints(zones[figure.top], language, x + 64, 58, at.width - x - 64 - MARGIN)
    yield from _name_and_hints(zones[figure.left], language, MARGIN, left[1] + 48, x - MARGIN - 110)
    yield from _name_and_hints(zones[figure.right], language, at.width - MARGIN, left[1] + 48, x - MARGIN - 110, "end")
    yield from _name_and_hints(zones[figure.centre], language, x, name_at, 440, "middle")


# --- the quadrant -----------------------------------------------------------------------------------------------------


def _quadrant(template: Template, figure: Quadrant, language: Language) -> Iterator[Shape]:
    at, zones = QuadrantMeasures(), _zones(template)
    grid, strip = at.grid, at.strip
    half_width, half_height = grid.width / 2, grid.height / 2
    cells = (
        (figure.top_left, grid.x, grid.y),
        (figure.top_right, grid.x + half_width, grid.y),
        (figure.bottom_left, grid.x, grid.y + half_height),
        (figure.bottom_right, grid.x + half_width, grid.y + half_height),
    )
    for zone, x, y in cells:
        yield ZoneShape(zone, rectangle(x, y, half_width, half_height))
    yield ZoneShape(figure.strip, rectangle(strip.x, strip.y, strip.width, strip.height))
    yield outline(rectangle(grid.x, grid.y, grid.width, grid.height))
    yield inner_line((grid.x + half_width, grid.y), (grid.x + half_width, grid.y + grid.height))
    yield inner_line((grid.x, grid.y + half_height), (grid.x + grid.width, grid.y + half_height))
    yield inner_line((strip.x, strip.y), (strip.x, strip.y + strip.height))
    yield from _head(template, language, 1100)
    for zone, x, y in cells:
        yield from _name_and_hints(zones[zone], language, x + 20, y + 40, half_width - 40)
    yield from _name_and_hints(zones[figure.strip], language, strip.x + 20, strip.y + 40, strip.width - 40)
    for axis in template.axes:
        yield from _axis(axis, at, language)


def _axis(axis: Axis, at: QuadrantMeasures, language: Language) -> Iterator[Shape]:
    grid = at.grid
    first, second = (axis.high, axis.low) if axis.reversed == (axis.id == "x") else (axis.low, axis.high)
    if axis.id == "x":
        label = said(axis.label, language)
        yield text(grid.x + grid.width / 2, grid.y + grid.height + 206, label, NAME, 700, "middle", role="axis")
        for end, share in ((first, 0.25), (second, 0.75)):
            x = grid.x + share * grid.width
            yield text(x, grid.y + grid.height + 36, said(end.label, language), SMALL_NAME, 400, "middle", role="axis")
            y = grid.y + grid.height + 66
            for caption in end.captions:
                yield text(x, y, said(caption, language), HINT, 280, "middle", role="caption")
                y += HINT.leading
    else:
        x, middle = grid.x - 92, grid.y + grid.height / 2
        yield text(x, middle, said(axis.label, language), NAME, 700, "middle", role="axis", rotate=-90)
        for end, share in ((first, 0.25), (second, 0.75)):
            y = grid.y + share * grid.height
            yield text(grid.x - 30, y, said(end.label, language), SMALL_NAME, 300, "middle", role="axis", rotate=-90)


# --- the rings --------------------------------------------------------------------------------------------------------


def _rings(template: Template, figure: Rings, language: Language) -> Iterator[Shape]:
    at, zones = RingsMeasures(), _zones(template)
    radii = [share * at.radius for share in figure.radii]
    square, tray = at.figure, at.tray
    for number, zone in reversed(list(enumerate(figure.zones))):
        hole = circle(at.x, at.y, radii[number - 1], hole=True) if number else ""
        last = number == len(radii) - 1
        whole = rectangle(square.x, 0, at.width - square.x, at.height) if last else circle(at.x, at.y, radii[number])
        yield ZoneShape(zone, whole + hole)
    yield ZoneShape(figure.tray, rectangle(tray.x, tray.y, tray.width, tray.height))
    for number, radius in reversed(list(enumerate(radii))):
        if number == len(radii) - 1:
            yield outline(circle(at.x, at.y, radius), thin=True, dash=DOTS)
        else:
            yield outline(circle(at.x, at.y, radius), fill="gold-zone" if number == 0 else "none")
    yield outline(rectangle(tray.x, tray.y, tray.width, tray.height), thin=True, dash=DASHES)
    yield from _head(template, language, at.column_width)
    for number, zone_id in enumerate(figure.zones):
        name = said(zones[zone_id].label, language)
        yield text(at.x, at.y - radii[number] + 52, name, NAME, 400, "middle", zone=zone_id)
    label = said(zones[figure.tray].label, language)
    yield text(tray.x + 16, tray.y + 32, label, SMALL_NAME, tray.width - 32, zone=figure.tray)
    yield from _criteria([zones[zone_id] for zone_id in figure.zones], at, language)


def _criteria(zones: list[ZoneText], at: RingsMeasures, language: Language) -> Iterator[Shape]:
    """What makes a party belong in each ring, beside the figure."""
    y = 260.0
    for zone in zones:
        name = text(at.column, y, said(zone.label, language), SMALL_NAME, at.column_width)
        yield name
        y += text_height(name) + 2
        for hint in zone.hints:
            bullet = text(at.column, y, "–", HINT, 20)
            words = text(at.column + 22, y, said(hint, language), HINT, at.column_width - 22)
            yield bullet
            yield words
            y += text_height(words)
        y += 24
