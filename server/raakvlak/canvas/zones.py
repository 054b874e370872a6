"""Where a place lies: `zones_at`, in both languages, bound by tests/vectors/zones.json.

Only addition, multiplication, division, comparison and square root, so that both languages give the same floats.
"""

import math

from raakvlak.canvas.layout import Area, Axes, Layout, Point, Polygon, Radial, Rect, Weights, Whereabouts
from raakvlak.canvas.records import Place


def point_of(layout: Layout, place: Place) -> Point:
    """The place on the sheet, px. Raises KeyError for a frame that the layout has not."""
    frame = layout.frames[place.frame]
    return frame.x + place.u * frame.width, frame.y + place.v * frame.height


def zones_at(layout: Layout, place: Place) -> Whereabouts:
    """Every zone that holds the place, topmost first, and the coordinates there."""
    x, y = point_of(layout, place)
    zones = tuple(zone.id for zone in reversed(layout.zones) if any(_holds(area, x, y) for area in zone.areas))
    coordinates = _coordinates(layout, x, y) if place.frame == layout.coordinates_frame else {}
    return Whereabouts(zones, coordinates)


def _holds(area: Area, x: float, y: float) -> bool:
    if isinstance(area, Rect):
        return area.x <= x <= area.x + area.width and area.y <= y <= area.y + area.height
    if isinstance(area, Polygon):
        return _in_polygon(area.points, x, y)
    distance = math.sqrt((x - area.x) * (x - area.x) + (y - area.y) * (y - area.y))
    return area.inner <= distance <= area.outer


def _in_polygon(points: tuple[Point, ...], x: float, y: float) -> bool:
    """By crossings of a ray to the right; a point on the border is inside."""
    inside = False
    x1, y1 = points[-1]
    for x2, y2 in points:
        cross = (x - x1) * (y2 - y1) - (y - y1) * (x2 - x1)
        if cross == 0 and min(x1, x2) <= x <= max(x1, x2) and min(y1, y2) <= y <= max(y1, y2):
            return True
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
        x1, y1 = x2, y2
    return inside


def _coordinates(layout: Layout, x: float, y: float) -> dict[str, float]:
    coordinates = layout.coordinates
    if isinstance(coordinates, Weights):
        return _weights(coordinates, x, y)
    if isinstance(coordinates, Axes):
        values: dict[str, float] = {}
        for axis in coordinates.axes:
            at = x if axis.id == "x" else y
            values[axis.id] = min(100.0, max(0.0, 100.0 * (at - axis.start) / (axis.end - axis.start)))
        return values
    return {"distance": _distance(coordinates, x, y)}


def _distance(radial: Radial, x: float, y: float) -> float:
    return math.sqrt((x - radial.x) * (x - radial.x) + (y - radial.y) * (y - radial.y)) / radial.radius


def _weights(weights: Weights, x: float, y: float) -> dict[str, float]:
    """Barycentric coordinates; outside the triangle those below 0 count as 0 and the others are scaled up to 1."""
    (x1, y1), (x2, y2), (x3, y3) = weights.corners
    whole = (y2 - y3) * (x1 - x3) + (x3 - x2) * (y1 - y3)
    first = ((y2 - y3) * (x - x3) + (x3 - x2) * (y - y3)) / whole
    second = ((y3 - y1) * (x - x3) + (x1 - x3) * (y - y3)) / whole
    given = [max(0.0, each) for each in (first, second, 1.0 - first - second)]
    total = given[0] + given[1] + given[2]
    return {zone: each / total for zone, each in zip(weights.zones, given, strict=True)}
