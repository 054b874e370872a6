"""Fields, cycles, chevrons and petals as drawn: along the very lines that decide where a place lies."""

import re
from math import hypot

import pytest
import shapely  # type: ignore[import-untyped]  # it brings no types
from unit.test_layout_field import partners, template

from raakvlak.canvas.crowding import crowding_of
from raakvlak.canvas.drawing import sheet_of
from raakvlak.canvas.drawing_field import arrow_head, curve
from raakvlak.canvas.field_parts import Ellipse, Named, Overlap, Region, Sector, Stroke
from raakvlak.canvas.figures import Chevrons, Cycle, Field, Part, Petals
from raakvlak.canvas.layout import Polygon, Rect
from raakvlak.canvas.shapes import PathShape, ZoneShape

AT = (60, 190, 1880, 1100)
FIELD = Field(
    at=AT,
    regions=(
        Region(zone="one", outlines=(Ellipse((600, 550), (500, 300)),), name=Named((300, 500), 200)),
        Region(
            zone="other",
            outlines=(Sector((1200, 550), 200, 500, 200, 340),),
            draw="dotted",
            name=Named((1300, 1000), 200, "middle"),
        ),
        Region(
            zone="both",
            outlines=(Overlap(("one", "other")),),
            draw="none",
            fill="gold-zone",
            name=Named((850, 600), 150, "middle", upward=True),
        ),
    ),
    strokes=(Stroke(points=((0, 1000), (300, 900), (600, 1050)), smooth=True, arrow="both", draw="dotted"),),
)
NAMES = ("one", "other", "both", "more")
PARTS = [
    pytest.param(FIELD, id="field"),
    pytest.param(Cycle(at=AT, stations=NAMES[:3], centre="more", station=(300, 200)), id="cycle"),
    pytest.param(Chevrons(at=AT, zones=NAMES, hinge="both", returns=True), id="chevrons"),
    pytest.param(
        Petals(at=AT, petal="one", repeat="partners", overlap="both", centre="more", radius=200),
        id="petals",
    ),
]


def numbers(d: str) -> list[tuple[float, float]]:
    """The points of a path of straight pieces."""
    found = re.findall(r"(-?[\d.]+) (-?[\d.]+)", d)
    return [(float(x), float(y)) for x, y in found]


@pytest.mark.parametrize("part", PARTS)
def test_what_is_drawn_is_what_is_hit(part: Part) -> None:
    """[LAY-16]"""
    sheet = sheet_of(template(part, *NAMES), partners(4), "nl")
    drawn = {shape.zone: shape.d for shape in sheet.shapes if isinstance(shape, ZoneShape)}
    assert drawn.keys() == {zone.id for zone in sheet.layout.zones}
    for zone in sheet.layout.zones:
        points = numbers(drawn[zone.id])
        for area in zone.areas:
            if isinstance(area, Polygon):
                assert set(area.points) <= set(points)
            if isinstance(area, Rect):
                assert shapely.MultiPoint(points).bounds == pytest.approx(
                    (area.x, area.y, area.x + area.width, area.y + area.height)
                )


@pytest.mark.parametrize("part", PARTS)
def test_texts_have_room_and_lines_are_straight_pieces_or_circles(part: Part) -> None:
    """[DRAW-1]"""
    sheet = sheet_of(template(part, *NAMES), partners(4), "en")
    assert crowding_of(sheet.layout, sheet.shapes) == []
    paths = [shape.d for shape in sheet.shapes if isinstance(shape, PathShape)]
    assert not any(letter in path for path in paths for letter in "CQST")


def test_a_curve_goes_through_its_points_and_a_closed_one_comes_back() -> None:
    """[LAY-17]"""
    points = ((0.0, 0.0), (100.0, 50.0), (200.0, 0.0))
    along = curve(points)
    assert (along[0], along[-1]) == (points[0], points[-1])
    assert all(min(hypot(x - px, y - py) for px, py in along) < 0.01 for x, y in points)
    around = curve(points, closed=True)
    assert hypot(around[0][0] - around[-1][0], around[0][1] - around[-1][1]) < 40


def test_an_arrow_has_its_tip_where_its_line_ends() -> None:
    """[LAY-17]"""
    left, tip, right = numbers(arrow_head((0, 0), (100, 0)))
    assert (left, tip, right) == ((84, 8), (100, 0), (84, -8))
