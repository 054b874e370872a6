"""Where the zones of a field, a cycle, chevrons and petals stand."""

from collections.abc import Iterator
from math import pi, sqrt, tan

from raakvlak.canvas.field_parts import PartId
from raakvlak.canvas.figures import Chevrons, Cycle, Field, Petals
from raakvlak.canvas.layout_parts import (
    Area,
    Axes,
    AxisScale,
    Coordinates,
    Frame,
    Laid,
    Point,
    Polygon,
    Rect,
    Ring,
    entries_of,
    zone_of,
)
from raakvlak.canvas.outlines import areas_of, ellipse, on_circle, overlap_of
from raakvlak.canvas.records import Settings
from raakvlak.canvas.template import Template

CLEAR = 60.0
"""Px between a cycle's centre and its stations, and between two petals that are wide enough to touch."""
NOTCH = 0.16
"""Depth of a chevron's point, as a share of a chevron's width."""
RETURNS = 80.0
"""Height of the band above chevrons for the arrows back."""
INTO = 0.35
"""How far a petal reaches over the border of the centre, as a share of its radius."""
SLIM = 0.7
"""Breadth of the broadest petal, as a share of its length."""


def lay_field(template: Template, part: Field, settings: Settings) -> Laid:
    """Zones by their outlines, an overlap of those that come before it; the scales of its axes."""
    x, y, width, height = part.at
    known: dict[str, tuple[Area, ...]] = {}
    for region in part.regions:
        known[region.zone] = tuple(area for each in region.outlines for area in areas_of(each, x, y, known))
    zones = tuple(zone_of(template, zone, *areas) for zone, areas in known.items())
    frame = Frame(x, y, width, height)
    scales = _scales(template, part.id, frame, part.x, part.y)
    # What is only drawn is no place: nothing that lies on it counts from there.
    return Laid({part.id: frame} if zones or scales else {}, zones, scales)


def _scales(
    template: Template, name: str, frame: Frame, across: PartId | None, up: PartId | None
) -> dict[str, Coordinates]:
    scales = []
    for axis in template.axes:
        if axis.id == across:
            ends = frame.x, frame.x + frame.width
            scales.append(AxisScale("x", axis.label, *(reversed(ends) if axis.reversed else ends)))
        if axis.id == up:
            ends = frame.y + frame.height, frame.y
            scales.append(AxisScale("y", axis.label, *(reversed(ends) if axis.reversed else ends)))
    return {name: Axes(tuple(scales))} if scales else {}


def box_around(area: Area) -> Rect:
    """The smallest rectangle that holds an area."""
    if isinstance(area, Rect):
        return area
    if isinstance(area, Ring):
        return Rect(area.x - area.outer, area.y - area.outer, 2 * area.outer, 2 * area.outer)
    left, right = min(x for x, _ in area.points), max(x for x, _ in area.points)
    top, low = min(y for _, y in area.points), max(y for _, y in area.points)
    return Rect(left, top, round(right - left, 2), round(low - top, 2))


# --- a cycle ----------------------------------------------------------------------------------------------------------


def lay_cycle(template: Template, part: Cycle, settings: Settings) -> Laid:
    """Stations around the middle as wide and high as the part allows; the centre clear of all of them.

    Each has a frame of its own.
    """
    width, height = part.station
    middle, radii = cycle_line(part)
    turn = 360 / len(part.stations)
    spots = [_on_line(middle, radii, part.first + turn * number) for number in range(len(part.stations))]
    rects = [Rect(round(x - width / 2, 2), round(y - height / 2, 2), width, height) for x, y in spots]
    size = min(_clear(x - middle[0], y - middle[1], width, height) for x, y in spots)
    inner = Rect(
        round(middle[0] - size * width / 2, 2),
        round(middle[1] - size * height / 2, 2),
        round(size * width, 2),
        round(size * height, 2),
    )
    named = zip((*part.stations, part.centre), (*rects, inner), strict=True)
    zones = tuple(zone_of(template, zone, rect) for zone, rect in named)
    frames = zip((*part.stations, part.centre), (*rects, inner), strict=True)
    return Laid({zone: Frame(rect.x, rect.y, rect.width, rect.height) for zone, rect in frames}, zones, {})


def cycle_line(part: Cycle) -> tuple[Point, tuple[float, float]]:
    """The middle and the radii of the line that the stations' middles stand on."""
    x, y, width, height = part.at
    return (x + width / 2, y + height / 2), ((width - part.station[0]) / 2, (height - part.station[1]) / 2)


def _on_line(middle: Point, radii: tuple[float, float], degrees: float) -> Point:
    across, down = on_circle((0.0, 0.0), 1.0, degrees)
    return middle[0] + radii[0] * across, middle[1] + radii[1] * down


def _clear(dx: float, dy: float, width: float, height: float) -> float:
    """How many times a station the centre can be beside one that stands so far off: at least half of one."""
    return max(0.5, (2 * (abs(dx) - CLEAR) - width) / width, (2 * (abs(dy) - CLEAR) - height) / height)


# --- chevrons ---------------------------------------------------------------------------------------------------------


def lay_chevrons(template: Template, part: Chevrons, settings: Settings) -> Laid:
    """Phases from left to right, each with its point in the next one's notch."""
    x, y, width, height = part.at
    above = RETURNS if part.returns else 0.0
    phases = list(_phases(x, y + above, width, height - above, len(part.zones)))
    zones = tuple(zone_of(template, zone, phase) for zone, phase in zip(part.zones, phases, strict=True))
    frame = Frame(x, y + above, width, height - above)
    return Laid({part.id: frame}, zones, _scales(template, part.id, frame, part.x, None))


def _phases(x: float, y: float, width: float, height: float, count: int) -> Iterator[Polygon]:
    step = width / (count + NOTCH)
    point = step * NOTCH
    low, middle = y + height, y + height / 2
    for number in range(count):
        left, right = x + number * step, x + (number + 1) * step
        points = ((left, y), (right, y), (right + point, middle), (right, low), (left, low))
        notch = ((left + point, middle),) if number else ()
        yield Polygon(tuple((round(px, 2), round(py, 2)) for px, py in (*points, *notch)))


# --- petals -----------------------------------------------------------------------------------------------------------


def lay_petals(template: Template, part: Petals, settings: Settings) -> Laid:
    """A petal for each entry, then the centre, then what each petal covers of it, all of those one zone.

    Each petal has a frame of its own: the rectangle around it.
    """
    x, y, width, height = part.at
    middle, outer = (x + width / 2, y + height / 2), min(width, height) / 2
    centre = Ring(*middle, 0.0, part.radius)
    entries = entries_of(template, settings, part.repeat)
    petals = [_petal(middle, part.radius, outer, number, len(entries)) for number in range(len(entries))]
    zones = [zone_of(template, part.petal, petal, entry=entry) for entry, petal in zip(entries, petals, strict=True)]
    shared = tuple(area for petal in petals for area in overlap_of(petal, centre))
    boxes = [box_around(petal) for petal in petals]
    frames = {zone.id: Frame(box.x, box.y, box.width, box.height) for zone, box in zip(zones, boxes, strict=True)}
    frames[part.centre] = _core(centre)
    return Laid(frames, (*zones, zone_of(template, part.centre, centre), zone_of(template, part.overlap, *shared)), {})


def _petal(middle: Point, radius: float, outer: float, number: int, count: int) -> Polygon:
    """An ellipse from within the centre to the edge, no broader than its share of the whole circle."""
    near = radius * (1 - INTO)
    length = (outer - near) / 2
    # The ellipse touches the two lines that bound its share where its half breadth is this.
    share = tan(pi / count) * sqrt(near * outer) if count > 2 else length
    degrees = 360 * number / count
    spot = on_circle(middle, near + length, degrees)
    points = ellipse(spot, (min(SLIM * length, share), length), degrees)
    return Polygon(tuple((round(px, 2), round(py, 2)) for px, py in points))


def _core(centre: Ring) -> Frame:
    """The rectangle in the part of the centre that no petal reaches."""
    half = centre.outer * (1 - INTO) / sqrt(2)
    return Frame(round(centre.x - half, 2), round(centre.y - half, 2), round(2 * half, 2), round(2 * half, 2))
