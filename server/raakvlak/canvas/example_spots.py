"""Room on a sheet: where something can lie in a zone without covering what is printed or what lies there already."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from typing import NamedTuple

from raakvlak.canvas.drawing import sheet_of
from raakvlak.canvas.drawing_parts import Box, box_of
from raakvlak.canvas.layout import Area, Layout, Point, Polygon, Rect
from raakvlak.canvas.layout_parts import CardSpot, Frame, Zone
from raakvlak.canvas.records import Settings
from raakvlak.canvas.shapes import ChartShape, TextShape
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import Language, Place
from raakvlak.canvas.zones import holds, place_at, point_of


class Size(NamedTuple):
    """Px."""

    width: float
    height: float
    below: float = 0.0
    """What is written under it is so high."""


NOTES = Size(188, 140), Size(140, 104), Size(116, 92)
"""The first of these for which there is room."""
PARTNER = Size(168, 88, 74), Size(120, 88, 74), Size(168, 88), Size(96, 88)
"""With its name, or at least by itself."""
OWN = Size(136, 76, 34), Size(110, 76, 34), Size(82, 76)
CARD = Size(188, 56)
LABEL = Size(180, 28)
GAP = 10.0
STEP, WIDE_STEP, WIDE = 8.0, 20.0, 500.0
"""How finely room is looked for (px): in a zone that is wider and higher than so many, less so."""
INSET, BESIDE = 16.0, 4.0
"""From the zone's border: where there is room for that, and at least."""


class ExampleError(Exception):
    """Why an example does not fit its template."""


class Spots:
    """Gives out places on one sheet, each only once."""

    def __init__(self, template: Template, settings: Settings, language: Language, cards: Iterable[CardSpot]) -> None:
        sheet = sheet_of(template, settings, language)
        self._layout: Layout = sheet.layout
        self._printed = [box_of(shape) for shape in sheet.shapes if isinstance(shape, TextShape)]
        self._taken = [
            Box(each.x, each.y, each.x + each.width, each.y + each.height)
            for each in sheet.shapes
            if isinstance(each, ChartShape) and each.kind != "heat"
        ]
        for card in cards:
            x, y = point_of(self._layout, Place(card.frame, card.u, card.v))
            self._taken.append(_about((x, y), Size(card.width, card.height)))

    def place(self, where: str, at: tuple[float, float] | None, sizes: Sequence[Size]) -> tuple[Place, Size]:
        """A place in a zone or frame for something of the first of these sizes for which there is room.

        `at`: where its middle is to lie, as shares of the zone's rectangle or of the frame. Raises ExampleError.
        """
        zone = next((each for each in self._layout.zones if each.id == where), None)
        frame = _around(zone) if zone else self._layout.frames.get(where)
        if frame is None:
            raise ExampleError(f"expected a zone or frame, but {where!r} is none")
        if at is not None:
            x, y = frame.x + at[0] * frame.width, frame.y + at[1] * frame.height
            self._taken.append(_about((x, y), sizes[0]))
            return place_at(self._layout, round(x, 2), round(y, 2)), sizes[0]
        if zone is None:
            raise ExampleError(f"expected a place in the frame {where!r}")
        return self.places(zone.id, 1, sizes)[0]

    def places(self, where: str, count: int, sizes: Sequence[Size]) -> list[tuple[Place, Size]]:
        """So many places in a zone, for things of the first of these sizes in which all have room.

        Raises ExampleError.
        """
        zone = next(each for each in self._layout.zones if each.id == where)
        frame, before = _around(zone), len(self._taken)
        attempts = sorted(product((False, True), sizes), key=lambda each: each[1].below < sizes[0].below)
        for beside, size in attempts:
            found = [(place, size) for place in islice(self._free(zone, frame, size, beside=beside), count)]
            if len(found) == count:
                return found
            del self._taken[before:]
        raise ExampleError(f"expected room for {count} in the zone {where!r}")

    def _free(self, zone: Zone, frame: Frame, size: Size, *, beside: bool) -> Iterator[Place]:
        """Free places in a zone, each taken at once; `beside`: beside its printed words too, or only below them."""
        printed = [each for each in self._printed if _touches(frame, each)]
        if not beside and isinstance(zone.areas[0], Rect):
            printed = [each._replace(left=frame.x, right=frame.x + frame.width) for each in printed]
        there = [_wider(each) for each in (*self._taken, *printed) if _touches(frame, _wider(each))]
        inset = BESIDE if beside else INSET
        for middle in _places(zone, frame, size, inset):
            box = _about(middle, size)
            if not any(box.overlaps(each) for each in there) and self._lies(zone, box, inset):
                there.append(_wider(box))
                self._taken.append(box)
                yield place_at(self._layout, *middle)

    def _lies(self, zone: Zone, box: Box, inset: float) -> bool:
        """Whether the zone holds all of the box, and none of those above it holds any."""
        above = self._layout.zones[self._layout.zones.index(zone) + 1 :]
        room = inset - 1  # not on a border that two zones share
        around = Box(box.left - room, box.top - room, box.right + room, box.low + room)
        return all(_in(zone, point) and not any(_in(other, point) for other in above) for point in _points_of(around))


def _touches(frame: Frame, box: Box) -> bool:
    return box.overlaps(Box(frame.x, frame.y, frame.x + frame.width, frame.y + frame.height))


def _in(zone: Zone, point: Point) -> bool:
    return any(holds(area, *point) for area in zone.areas)


def _points_of(box: Box) -> Iterator[Point]:
    """Its corners first, then along its sides."""
    middle = (box.left + box.right) / 2, (box.top + box.low) / 2
    yield from ((x, y) for x in (box.left, box.right) for y in (box.top, box.low))
    yield from ((x, middle[1]) for x in (box.left, middle[0], box.right))
    yield from ((middle[0], y) for y in (box.top, box.low))


def _about(middle: Point, size: Size) -> Box:
    half, high = size.width / 2, size.height / 2
    return Box(middle[0] - half, middle[1] - high, middle[0] + half, middle[1] + high + size.below)


def _wider(box: Box) -> Box:
    return Box(box.left - GAP, box.top - GAP, box.right + GAP, box.low + GAP)


def _around(zone: Zone) -> Frame:
    """The rectangle around the zone's first area."""
    return _rectangle(zone.areas[0])


def _rectangle(area: Area) -> Frame:
    if isinstance(area, Rect):
        return Frame(area.x, area.y, area.width, area.height)
    if isinstance(area, Polygon):
        across, down = zip(*area.points, strict=True)
        return Frame(min(across), min(down), max(across) - min(across), max(down) - min(down))
    return Frame(area.x - area.outer, area.y - area.outer, 2 * area.outer, 2 * area.outer)


def _places(zone: Zone, frame: Frame, size: Size, inset: float) -> Iterator[Point]:
    """In a rectangle row by row; in any other outline from its middle outward."""
    left, top = frame.x + size.width / 2 + inset, frame.y + size.height / 2 + inset
    step = WIDE_STEP if min(frame.width, frame.height) > WIDE else STEP
    across = max(0, int((frame.width - size.width - 2 * inset) // step) + 1)
    down = max(0, int((frame.height - size.height - size.below - 2 * inset) // step) + 1)
    points = [(round(left + i * step, 2), round(top + j * step, 2)) for j in range(down) for i in range(across)]
    if isinstance(zone.areas[0], Rect):
        return iter(points)
    x, y = frame.x + frame.width / 2, frame.y + frame.height / 2
    return iter(sorted(points, key=lambda each: (each[0] - x) ** 2 + (each[1] - y) ** 2))
