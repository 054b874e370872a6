"""In which zones a place lies, and the coordinates there.

The client does the same in TypeScript (client/src/core/zones.ts); tests/vectors/zones.json binds the two. So only
+ - * / comparisons and square roots, in this very order: both languages then give the same bits.
"""

from math import sqrt

from raakvlak.canvas.layout_parts import (
    SHEET,
    Area,
    Axes,
    Coordinates,
    Frame,
    Layout,
    Point,
    Polygon,
    Radial,
    Rect,
    Weights,
    Whereabouts,
)
from raakvlak.canvas.values import Place

BORDER = 0.01
"""Px: so near to a border is on it, and on it is inside. Points of a layout are rounded this fine."""
FINENESS = 1_000_000
"""Parts of a frame that u and v are rounded to: finer than a hundredth of a px."""
ABOVE = 2.0
"""More than any weight: the centre of a triangle lies above its corners."""
LEAST, MOST = -4.0, 5.0
"""The bounds of u and v."""


def point_of(layout: Layout, place: Place) -> Point:
    """The point of a place on the sheet (px); the sheet's middle when the layout has no such frame."""
    frame = layout.frames.get(place.frame)
    if frame is None:
        return layout.width / 2, layout.height / 2
    return frame.x + place.u * frame.width, frame.y + place.v * frame.height


def zones_at(layout: Layout, place: Place) -> Whereabouts:
    """Every zone that holds the place, topmost first, and the coordinates there.

    Of a triangle's corners that share a place, the one with the greater weight comes first.
    """
    x, y = point_of(layout, place)
    zones = [zone.id for zone in reversed(layout.zones) if any(holds(area, x, y) for area in zone.areas)]
    scale = layout.scales.get(frame_at(layout, x, y))
    if scale is None:
        return Whereabouts(tuple(zones), {})
    coordinates = _coordinates(scale, x, y)
    if isinstance(scale, Weights):
        zones.sort(key=lambda zone: -coordinates.get(zone, ABOVE))
    return Whereabouts(tuple(zones), coordinates)


def place_at(layout: Layout, x: float, y: float) -> Place:
    """The place of a point on the sheet."""
    name = frame_at(layout, x, y)
    frame = layout.frames[name]
    return Place(name, _share((x - frame.x) / frame.width), _share((y - frame.y) / frame.height))


def frame_at(layout: Layout, x: float, y: float) -> str:
    """The frame that an item dropped here gets.

    A frame that holds the point: first that of the topmost zone there, then whichever lies on top; else the home frame
    if the point lies on it, near it or in one of the zones; else a frame with scales that it lies near; else the sheet.
    """
    under = [name for name, frame in layout.frames.items() if _in_frame(frame, x, y, 0.0)]
    under = [name for name in under if name not in (SHEET, layout.home)]
    if len(under) > 1:
        for zone in reversed(layout.zones):
            if zone.id in under and any(holds(area, x, y) for area in zone.areas):
                return zone.id
    if under:
        return under[-1]
    if layout.home != SHEET:
        near = _in_frame(layout.frames[layout.home], x, y, layout.reach)
        if near or any(holds(area, x, y) for zone in layout.zones for area in zone.areas):
            return layout.home
    for name in layout.scales:
        if _in_frame(layout.frames[name], x, y, layout.reach):
            return name
    return SHEET


def _share(value: float) -> float:
    # floor(x + 0.5) is what JavaScript's Math.round does; Python's round goes to the even neighbour.
    rounded = (value * FINENESS + 0.5) // 1.0 / FINENESS
    return min(MOST, max(LEAST, rounded))


def _in_frame(frame: Frame | Rect, x: float, y: float, reach: float) -> bool:
    return (
        x >= frame.x - reach
        and x <= frame.x + frame.width + reach
        and y >= frame.y - reach
        and y <= frame.y + frame.height + reach
    )


# --- areas ------------------------------------------------------------------------------------------------------------


def holds(area: Area, x: float, y: float) -> bool:
    """Whether the area holds the point, its border included."""
    if isinstance(area, Rect):
        return _in_frame(area, x, y, BORDER)
    if isinstance(area, Polygon):
        return _in_polygon(area.points, x, y)
    distance = _distance(x, y, area.x, area.y)
    return distance >= area.inner - BORDER and distance <= area.outer + BORDER


def _in_polygon(points: tuple[Point, ...], x: float, y: float) -> bool:
    inside = False
    ax, ay = points[-1]
    for bx, by in points:
        if _on_line(ax, ay, bx, by, x, y):
            return True
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
        ax, ay = bx, by
    return inside


def _on_line(ax: float, ay: float, bx: float, by: float, x: float, y: float) -> bool:
    """Whether the point is on the line from a to b, or nearer than BORDER."""
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    share = ((x - ax) * dx + (y - ay) * dy) / length if length > 0 else 0.0
    share = min(1.0, max(0.0, share))
    return _distance(x, y, ax + share * dx, ay + share * dy) <= BORDER


def _distance(x: float, y: float, to_x: float, to_y: float) -> float:
    dx, dy = x - to_x, y - to_y
    return sqrt(dx * dx + dy * dy)


# --- coordinates ------------------------------------------------------------------------------------------------------


def _coordinates(scale: Coordinates, x: float, y: float) -> dict[str, float]:
    if isinstance(scale, Weights):
        return _weights(scale, x, y)
    if isinstance(scale, Radial):
        return {"distance": _distance(x, y, scale.x, scale.y) / scale.radius}
    return _values(scale, x, y)


def _weights(scale: Weights, x: float, y: float) -> dict[str, float]:
    """Barycentric coordinates; outside the triangle what would be negative is 0 and the others share the whole."""
    (ax, ay), (bx, by), (cx, cy) = scale.corners
    whole = (by - cy) * (ax - cx) + (cx - bx) * (ay - cy)
    a = ((by - cy) * (x - cx) + (cx - bx) * (y - cy)) / whole
    b = ((cy - ay) * (x - cx) + (ax - cx) * (y - cy)) / whole
    c = 1.0 - a - b
    a, b, c = max(0.0, a), max(0.0, b), max(0.0, c)
    total = a + b + c
    return dict(zip(scale.zones, (a / total, b / total, c / total), strict=True))


def _values(scale: Axes, x: float, y: float) -> dict[str, float]:
    values: dict[str, float] = {}
    for axis in scale.axes:
        at = x if axis.id == "x" else y
        value = (at - axis.start) / (axis.end - axis.start) * 100.0
        values[axis.id] = min(100.0, max(0.0, value))
    return values
