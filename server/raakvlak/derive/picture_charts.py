"""Charts on a canvas as they look in a picture, by organisation only where everybody gave their name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import cos, pi, sin
from statistics import fmean, pstdev
from typing import Any, NamedTuple

from raakvlak.canvas.layout import Frame, Layout, Point, Zone
from raakvlak.canvas.shapes import ChartShape
from raakvlak.derive.measuring_facts import Facts, Given
from raakvlak.derive.palette import COLOURS, DASHES, HUES, MARKS, Theme
from raakvlak.derive.picture_marks import element, line_of, number

LOWEST, HIGHEST = 1.0, 5.0
"""The ends of a score."""
DARKEST = 0.3
"""How opaque the zone with the most dots is in a heat map."""
MEAN = 6.0
"""Px: how broad the mark of a mean is."""
DONE = 3
"""A tick that says so."""
SLIM = 24.0
"""Px: how high a bar is at most."""
ROOM = 26.0
"""Px around a radar, for its marks."""


class Charts(NamedTuple):
    """Paints the charts of one canvas."""

    layout: Layout
    facts: Facts
    theme: Theme
    rows: Mapping[tuple[str, str], float] = {}
    """Where what is scored for an aspect is printed in a zone: px down the sheet."""

    def paint(self, shape: Any) -> Iterator[str]:
        """What a chart's shape comes to; one of a kind that is not known comes to nothing."""
        draw = _KINDS.get(shape.kind)
        return draw(self, shape) if draw else iter(())

    def colour(self, name: str) -> str:
        return COLOURS[self.theme][name]

    def scores(self, zones: Sequence[str]) -> list[Given]:
        return [each for each in self.facts.given.get("score", ()) if each.zone in zones]

    def choices(self, zones: Sequence[str]) -> list[Given]:
        """Where people tick: of each person's ticks the share that is in each zone, from 0 to 5."""
        done = [each for each in self.facts.given.get("checkbox", ()) if each.zone in zones and each.value == DONE]
        people: dict[str | None, list[Given]] = {}
        for each in done:
            people.setdefault(each.person, []).append(each)
        return [
            theirs[0]._replace(
                zone=zone, item=None, value=HIGHEST * sum(each.zone == zone for each in theirs) / len(theirs)
            )
            for theirs in people.values()
            for zone in zones
        ]

    # --- kinds ---

    def scale(self, shape: Any) -> Iterator[str]:
        """Five circles and a mark at the mean on a line through them; three faces where a zone takes smileys alone."""
        accepts = {kind for zone in self.layout.zones if zone.id in shape.zones for kind in zone.accepts}
        faces = "smiley" in accepts and "score" not in accepts
        count = 3 if faces else 5
        radius = min(shape.height, shape.width / count) * 0.4
        middle = shape.y + shape.height / 2
        step = shape.width / count
        at = [shape.x + step * (number + 0.5) for number in range(count)]
        found = self.facts.given.get("smiley" if faces else "score", ())
        values = [each.value for each in found if each.zone in shape.zones and shape.aspect in ("", each.aspect)]
        if values:
            yield line_of(f"M{_at((at[0], middle))}L{_at((at[-1], middle))}", self.colour("edge"), 1)
        for place, bend in zip(at, (-0.3, 0.0, 0.3) if faces else [None] * 5, strict=True):
            behind = self.colour("sheet") if values else "none"
            yield element("circle", cx=place, cy=middle, r=radius, fill=behind, stroke=self.colour("edge"))
            if bend is not None:
                yield self._face(place, middle, radius, bend)
        if values:
            place = at[0] + (fmean(values) - LOWEST) * step
            d = f"M{_at((place, middle - radius))}L{_at((place, middle + radius))}"
            yield line_of(d, self.colour("ink"), MEAN)

    def _face(self, x: float, y: float, radius: float, bend: float) -> str:
        eyes = [element("circle", cx=x + side * radius * 0.35, cy=y - radius * 0.25, r=1.5) for side in (-1, 1)]
        mouth, half = y + radius * (0.4 - bend / 2), radius * 0.4
        d = f"M{_at((x - half, mouth))}Q{_at((x, mouth + 2 * bend * radius))} {_at((x + half, mouth))}"
        return element("g", *eyes, line_of(d, self.colour("edge"), 1.5), fill=self.colour("edge"))

    def radar(self, shape: Any) -> Iterator[str]:
        """An axis for each zone, a line for each organisation, the group's, and the spread around that."""
        radius = min(shape.width, shape.height) / 2 - ROOM
        centre = shape.x + shape.width / 2, shape.y + shape.height / 2
        count = len(shape.zones)

        def spot(index: int, value: float) -> Point:
            angle = 2 * pi * index / count
            out = radius * min(1.0, max(0.0, value / HIGHEST))
            return centre[0] + out * sin(angle), centre[1] - out * cos(angle)

        for ring in range(1, int(HIGHEST) + 1):
            colour = self.colour("edge" if ring == HIGHEST else "line")
            yield line_of(_closed([spot(index, ring) for index in range(count)]), colour, 1)
        for index in range(count):
            yield line_of(f"M{_at(centre)}L{_at(spot(index, HIGHEST))}", self.colour("line"), 1)
        given = self.scores(shape.zones) or self.choices(shape.zones)
        values = [[each.value for each in given if each.zone == zone] for zone in shape.zones]
        if not all(values):
            return
        means, spreads = [fmean(each) for each in values], [pstdev(each) for each in values]
        outer = _closed([spot(index, means[index] + spreads[index]) for index in range(count)])
        inner = _closed([spot(index, means[index] - spreads[index]) for index in range(count)])
        yield element("path", d=outer + inner, fill=self.colour("ink"), fill_opacity=0.1, fill_rule="evenodd")
        if all(each.named for each in given):
            for key, organisation in self.facts.organisations.items():
                theirs = [
                    [each.value for each in given if each.zone == zone and each.organisation == key]
                    for zone in shape.zones
                ]
                if all(theirs):
                    points = [spot(index, fmean(each)) for index, each in enumerate(theirs)]
                    yield from self._line(points, organisation.mark)
        yield line_of(_closed([spot(index, mean) for index, mean in enumerate(means)]), self.colour("ink"), 3)

    def _line(self, points: Sequence[Point], mark: int) -> Iterator[str]:
        """An organisation's line: its colour, its dash, and its mark at each vertex."""
        kind = mark % len(MARKS)
        colour = HUES[self.theme][kind].mark
        yield line_of(_closed(points), colour, 2, DASHES[kind])
        for x, y in points:
            place = f"translate({number(x - 6)} {number(y - 6)}) scale(.75)"
            yield element("path", d=MARKS[kind], fill=colour, fill_rule="evenodd", transform=place)

    def profile(self, shape: Any) -> Iterator[str]:
        """A line down through the means of the zones, for each aspect, where it is scored; all but the first dashed."""
        given = self.scores(shape.zones)
        for number_, aspect in enumerate(dict.fromkeys(each.aspect for each in given)):
            points = []
            for zone in shape.zones:
                values = [each.value for each in given if (each.zone, each.aspect) == (zone, aspect)]
                frame = self.layout.frames.get(zone)
                if values and frame is not None:
                    share = (fmean(values) - LOWEST) / (HIGHEST - LOWEST)
                    y = self.rows.get((zone, aspect), frame.y + frame.height / 2)
                    points.append((shape.x + share * shape.width, y))
            if points:
                d = "M" + "L".join(map(_at, points))
                yield line_of(d, self.colour("ink"), 2.75, (8, 6) if number_ else ())
                for x, y in points:
                    yield element("circle", cx=x, cy=y, r=5, fill=self.colour("ink"))

    def heat(self, shape: Any) -> Iterator[str]:
        """Each zone the darker, the more dots lie on what is in it."""
        zones = {item.id: item.zones for item in self.facts.items}
        dots = dict.fromkeys(shape.zones, 0)
        for vote in self.facts.votes:
            zone = next((each for each in zones.get(vote.item, ()) if each in dots), None)
            if zone is not None:
                dots[zone] += vote.dots
        most = max(dots.values(), default=0)
        for zone, count in dots.items():
            frame = self.layout.frames.get(zone)
            if count and frame is not None:
                yield _bar(frame, self.colour("ink"), DARKEST * count / most)

    def balance(self, shape: Any) -> Iterator[str]:
        """For each row what is scored in the one zone, to the left, and in the other, to the right."""
        zones: dict[str, Zone] = {zone.id: zone for zone in self.layout.zones if zone.id in shape.zones}
        sides = list(dict.fromkeys(zone.of for zone in zones.values()))[:2]
        rows = list(dict.fromkeys(zone.row for zone in zones.values()))
        if len(sides) < 2 or not rows:
            return
        middle, half = shape.x + shape.width / 2, shape.width / 2
        high = shape.height / len(rows)
        yield line_of(f"M{_at((middle, shape.y))}V{number(shape.y + shape.height)}", self.colour("edge"), 1)
        for index, row in enumerate(rows):
            for side, way in zip(sides, (-1, 1), strict=True):
                of_side = [zone.id for zone in zones.values() if zone.row == row and zone.of == side]
                values = [each.value for each in self.scores(of_side)]
                if values:
                    long = half * fmean(values) / HIGHEST
                    left = middle - long if way < 0 else middle
                    slim = min(SLIM, high * 0.4)
                    top = shape.y + high * (index + 0.5) - slim / 2
                    yield _bar(Frame(left, top, long, slim), self.colour("ink2"), 1)


_KINDS = {
    "scale": Charts.scale,
    "radar": Charts.radar,
    "profile": Charts.profile,
    "heat": Charts.heat,
    "balance": Charts.balance,
}


def rows_in(shapes: Iterable[Any]) -> dict[tuple[str, str], float]:
    """Where each aspect is scored in each zone, by the scales that are printed: px down the sheet."""
    scales = (shape for shape in shapes if isinstance(shape, ChartShape) and shape.kind == "scale")
    return {(shape.zones[0], shape.aspect): shape.y + shape.height / 2 for shape in scales}


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _closed(points: Sequence[Point]) -> str:
    return "M" + "L".join(map(_at, points)) + "Z"


def _bar(frame: Frame, colour: str, opacity: float) -> str:
    return element(
        "rect", x=frame.x, y=frame.y, width=frame.width, height=frame.height, fill=colour, fill_opacity=opacity
    )
