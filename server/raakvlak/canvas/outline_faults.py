"""What is wrong with the outlines of a field's zones: lines that cross, rings inside out, overlaps of nothing."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from raakvlak.canvas.fault import Fault, Path, fault, unknown
from raakvlak.canvas.field_parts import Circle, Outline, Overlap, PolygonOutline, Sector
from raakvlak.canvas.figures import Field, Page
from raakvlak.canvas.layout_field import box_around
from raakvlak.canvas.layout_parts import Area, Point, Rect
from raakvlak.canvas.outlines import areas_of
from raakvlak.canvas.words import Words

SLACK = 0.5
"""Px that a zone may run out of the sheet by rounding."""
FLAT = 1.0
"""Px squared: a polygon with less is a line."""

Segment = tuple[Point, Point]


def outline_faults(part: Field, page: Page, path: Path) -> Iterator[Fault]:
    """The faults of all outlines of a field."""
    known: dict[str, tuple[Area, ...]] = {}
    for number, region in enumerate(part.regions):
        areas: list[Area] = []
        for at, outline in enumerate(region.outlines):
            where = (*path, "regions", number, "outlines", at)
            faults = list(_outline(outline, known, where))
            yield from faults
            if faults:
                continue
            try:
                found = areas_of(outline, part.at[0], part.at[1], known)
            except ValueError:
                yield _no_overlap(where)
                continue
            if not found:
                yield _no_overlap(where)
            yield from (_off_sheet(page, box, where) for box in map(box_around, found) if not _holds(page, box))
            areas += found
        known[region.zone] = tuple(areas)


def _outline(outline: Outline, known: Mapping[str, tuple[Area, ...]], path: Path) -> Iterator[Fault]:
    match outline:
        case PolygonOutline(points):
            crossing = crossing_of(points)
            if crossing is not None:
                first, second = (f"({a[0]:g}, {a[1]:g})-({b[0]:g}, {b[1]:g})" for a, b in crossing)
                yield fault(
                    (*path, "points"),
                    f"verwacht: een omtrek die zichzelf niet kruist, maar {first} en {second} kruisen",
                    f"expected an outline that does not cross itself, but {first} and {second} cross",
                )
            elif abs(_twice_area(points)) < 2 * FLAT:
                yield fault(
                    (*path, "points"),
                    "verwacht: een omtrek met iets erin, maar de punten liggen op één lijn",
                    "expected an outline with something in it, but its points are on one line",
                )
        case Circle(inner=inner, radius=radius) if inner >= radius:
            yield fault(
                (*path, "inner"),
                f'verwacht: "inner" kleiner dan "radius" ({radius:g}), maar hier staat {inner:g}',
                f'expected "inner" below "radius" ({radius:g}), but got {inner:g}',
            )
        case Sector(inner=inner, outer=outer, start=start, end=end):
            if inner >= outer:
                yield fault(
                    (*path, "inner"),
                    f'verwacht: "inner" kleiner dan "outer" ({outer:g}), maar hier staat {inner:g}',
                    f'expected "inner" below "outer" ({outer:g}), but got {inner:g}',
                )
            if start >= end:
                yield fault(
                    (*path, "start"),
                    f'verwacht: "start" kleiner dan "end" ({end:g}), met de klok mee, maar hier staat {start:g}',
                    f'expected "start" below "end" ({end:g}), clockwise, but got {start:g}',
                )
        case Overlap(of):
            for number, zone in enumerate(of):
                if zone not in known:
                    what = Words("een eerdere zone in dit veld, en niet een", "an earlier zone of this field, not one")
                    yield unknown((*path, "of", number), what, zone, list(known))
        case _:
            pass


def _holds(page: Page, box: Rect) -> bool:
    right, low = box.x + box.width, box.y + box.height
    return box.x >= -SLACK and box.y >= -SLACK and right <= page.width + SLACK and low <= page.height + SLACK


def _off_sheet(page: Page, box: Rect, path: Path) -> Fault:
    sheet, start = f"{page.width:g} x {page.height:g}", f"({box.x:g}, {box.y:g})"
    end = f"({box.x + box.width:g}, {box.y + box.height:g})"
    return fault(
        path,
        f"verwacht: een omtrek binnen het vel ({sheet}), maar deze loopt van {start} tot {end}",
        f"expected an outline within the sheet ({sheet}), but this one runs from {start} to {end}",
    )


def _no_overlap(path: Path) -> Fault:
    return fault(
        path,
        "verwacht: twee zones die een stuk gemeen hebben en waarvan er minstens één nergens naar binnen knikt",
        "expected two zones that have a piece in common, one of which at least does not bend inwards anywhere",
    )


# --- polygons ---------------------------------------------------------------------------------------------------------


def crossing_of(points: tuple[Point, ...]) -> tuple[Segment, Segment] | None:
    """Two sides of a polygon that cross or touch, other than neighbours at their corner; None: there are none."""
    bare = [point for point, after in pairwise((*points, points[0])) if point != after]
    sides = list(pairwise((*bare, *bare[:1])))
    last = len(sides) - 1
    # From left to right, so that each is compared only with those it has a stretch of the sheet in common with.
    order = sorted(range(len(sides)), key=lambda each: min(sides[each][0][0], sides[each][1][0]))
    for place, number in enumerate(order):
        right = max(sides[number][0][0], sides[number][1][0])
        for other in order[place + 1 :]:
            if min(sides[other][0][0], sides[other][1][0]) > right:
                break
            if abs(number - other) in (1, last):
                continue
            if _meet(sides[number], sides[other]):
                return sides[min(number, other)], sides[max(number, other)]
    return None


def _meet(one: Segment, other: Segment) -> bool:
    (a, b), (c, d) = one, other
    if max(a[1], b[1]) < min(c[1], d[1]) or max(c[1], d[1]) < min(a[1], b[1]):
        return False
    sides = _side(a, b, c), _side(a, b, d), _side(c, d, a), _side(c, d, b)
    return sides[0] * sides[1] <= 0 and sides[2] * sides[3] <= 0


def _side(start: Point, end: Point, point: Point) -> float:
    return (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])


def _twice_area(points: tuple[Point, ...]) -> float:
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise((*points, points[0])))
