"""Outlines of a field as areas of a layout: what is drawn is the very polygon that decides what a place lies in.

Curves become polygons of about 96 points, rounded to a hundredth of a px; only discs and rings stay what they are.
"""

from collections.abc import Mapping
from itertools import pairwise
from math import acos, cos, pi, radians, sin
from math import degrees as as_degrees

from raakvlak.canvas.field_parts import Circle, Ellipse, Outline, Overlap, PolygonOutline, Rectangle, Sector
from raakvlak.canvas.layout_parts import Area, Point, Polygon, Rect, Ring

POINTS = 96
"""Of a whole curve."""
NECK = 0.6
"""Between the middle of a knob and the edge it is on, as a share of its radius: so its neck is narrower than itself."""


def areas_of(outline: Outline, x: float, y: float, known: Mapping[str, tuple[Area, ...]]) -> tuple[Area, ...]:
    """An outline whose points count from (x, y), as areas of the sheet.

    `known` has the zones that an overlap can be of. Raises ValueError where an overlap is of other zones, or where
    neither of its two outlines is convex.
    """
    match outline:
        case PolygonOutline(points):
            return (_polygon(tuple((x + px, y + py) for px, py in points)),)
        case Rectangle((left, top, width, height)):
            return (Rect(x + left, y + top, width, height),)
        case Circle((cx, cy), radius, inner):
            return (Ring(x + cx, y + cy, inner, radius),)
        case Ellipse((cx, cy), radii, turn):
            return (_polygon(ellipse((x + cx, y + cy), radii, turn)),)
        case Sector((cx, cy), inner, outer, start, end, knob):
            if abs(end - start) >= 360:
                return (Ring(x + cx, y + cy, inner, outer),)
            return (_polygon(_sector((x + cx, y + cy), inner, outer, start, end, knob)),)
        case Overlap(of):
            first, second = (_known(zone, known) for zone in of)
            return tuple(area for one in first for other in second for area in overlap_of(one, other))


def ellipse(centre: Point, radii: tuple[float, float], turn: float = 0.0) -> tuple[Point, ...]:
    """Points of an ellipse, its first radius turned from the x axis by degrees clockwise."""
    across, along = cos(radians(turn)), sin(radians(turn))
    points = []
    for number in range(POINTS):
        angle = 2 * pi * number / POINTS
        u, v = radii[0] * cos(angle), radii[1] * sin(angle)
        points.append((centre[0] + u * across - v * along, centre[1] + u * along + v * across))
    return tuple(points)


def on_circle(centre: Point, radius: float, degrees: float) -> Point:
    """The point at an angle clockwise from the top."""
    return centre[0] + radius * sin(radians(degrees)), centre[1] - radius * cos(radians(degrees))


def arc(centre: Point, radius: float, start: float, end: float) -> tuple[Point, ...]:
    """Points from one angle to another, both included."""
    pieces = max(2, round(POINTS * abs(end - start) / 360))
    return tuple(on_circle(centre, radius, start + (end - start) * each / pieces) for each in range(pieces + 1))


def _sector(centre: Point, inner: float, outer: float, start: float, end: float, knob: float) -> tuple[Point, ...]:
    back = arc(centre, inner, end, start) if inner > 0 else (centre,)
    if not knob:
        return arc(centre, outer, start, end) + back
    middle = (inner + outer) / 2
    out, notch = (_knob(centre, middle, each, knob) for each in (end, start))
    return arc(centre, outer, start, end) + out + back + notch[::-1]


def _knob(centre: Point, distance: float, degrees: float, radius: float) -> tuple[Point, ...]:
    """The border of a knob on the line from the centre at an angle, inwards along it; it bulges clockwise."""
    middle = on_circle(on_circle(centre, distance, degrees), NECK * radius, degrees + 90)
    half = as_degrees(acos(NECK))
    return arc(middle, radius, degrees - 90 + half, degrees + 270 - half)


def _polygon(points: tuple[Point, ...]) -> Polygon:
    return Polygon(tuple((round(px, 2), round(py, 2)) for px, py in points))


def _known(zone: str, known: Mapping[str, tuple[Area, ...]]) -> tuple[Area, ...]:
    if zone not in known:
        raise ValueError(f'expected an overlap of zones that come before it in this field, but "{zone}" does not')
    return known[zone]


# --- overlaps ---------------------------------------------------------------------------------------------------------


def overlap_of(one: Area, other: Area) -> tuple[Area, ...]:
    """What two areas have in common, as one polygon; nothing where they do not meet. One of them must be convex."""
    subject, clip = points_of(one), points_of(other)
    if not _is_convex(clip):
        subject, clip = clip, subject
    if not _is_convex(clip):
        raise ValueError("expected an overlap of two outlines of which one at least is convex, but neither is")
    turn = _turn(clip)
    for start, end in pairwise((*clip, clip[0])):
        subject = _cut(subject, start, end, turn)
    common = _polygon(_without_doubles(subject))
    return (common,) if len(common.points) > 2 else ()


def points_of(area: Area) -> tuple[Point, ...]:
    """The border of an area without a hole."""
    match area:
        case Polygon(points):
            return points
        case Rect(x, y, width, height):
            return (x, y), (x + width, y), (x + width, y + height), (x, y + height)
        case Ring(x, y, inner, outer):
            if inner > 0:
                raise ValueError("expected an outline without a hole, but it is a ring")
            return ellipse((x, y), (outer, outer))


def _side(start: Point, end: Point, point: Point) -> float:
    """Above 0 right of the line from start to end (seen along it on the sheet), below 0 left of it."""
    return (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])


def _turn(points: tuple[Point, ...]) -> float:
    """1 where the points run clockwise, -1 where they run the other way."""
    twice = sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise((*points, points[0])))
    return 1.0 if twice > 0 else -1.0


def _is_convex(points: tuple[Point, ...]) -> bool:
    turn = _turn(points)
    around = (*points, *points[:2])
    # A tenth of a px squared: points that were rounded may stand a little inside.
    return all(turn * _side(a, b, c) > -0.1 for a, b, c in zip(around, around[1:], around[2:], strict=False))


def _cut(points: tuple[Point, ...], start: Point, end: Point, turn: float) -> tuple[Point, ...]:
    """The part of a polygon at the inner side of a line."""
    kept: list[Point] = []
    for here, after in pairwise((*points, *points[:1])):
        inside, then = turn * _side(start, end, here), turn * _side(start, end, after)
        if inside >= 0:
            kept.append(here)
        if (inside >= 0) != (then >= 0):
            share = inside / (inside - then)
            kept.append((here[0] + (after[0] - here[0]) * share, here[1] + (after[1] - here[1]) * share))
    return tuple(kept)


def _without_doubles(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Without points that lie a hundredth of a px or less from the one before."""
    kept: list[Point] = []
    for point in points:
        if not kept or max(abs(point[0] - kept[-1][0]), abs(point[1] - kept[-1][1])) > 0.01:
            kept.append(point)
    return tuple(kept)
