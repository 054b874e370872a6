"""Zones of fields, cycles, chevrons and petals: they lie where their outlines say."""

import random
from itertools import pairwise

import pytest
import shapely  # type: ignore[import-untyped]  # it brings no types

from raakvlak.canvas.field_parts import Circle, Ellipse, Outline, Overlap, PolygonOutline, Rectangle, Region, Sector
from raakvlak.canvas.figures import Chevrons, Cycle, Field, Page, Part, Petals
from raakvlak.canvas.layout import Area, Axes, Rect, Ring
from raakvlak.canvas.layout_field import lay_chevrons, lay_cycle, lay_field, lay_petals
from raakvlak.canvas.outlines import areas_of, points_of
from raakvlak.canvas.records import Entry, Settings
from raakvlak.canvas.template import Axis, AxisEnd, ListText, Template, ZoneText
from raakvlak.canvas.words import Words
from raakvlak.canvas.zones import holds

WORD = Words("Woord", "Word")
NEAR = 0.7
"""Px by which a polygon of about 96 points may differ from its curve."""


def template(part: Part, *zones: str, axes: tuple[Axis, ...] = ()) -> Template:
    """A template with this part alone."""
    return Template(
        id="own",
        version=1,
        order=1,
        theme="t",
        title=WORD,
        source=WORD,
        prompt=WORD,
        figure=Page(2000, 1400, (part,)),
        zones=tuple(ZoneText(zone, WORD) for zone in zones),
        kinds=(),
        axes=axes,
        lists=(ListText("partners", WORD, least=3),),
    )


def held(areas: tuple[Area, ...], x: float, y: float) -> bool:
    """Whether one of the areas holds the point."""
    return any(holds(area, x, y) for area in areas)


def partners(count: int) -> Settings:
    """Settings with so many partners."""
    return Settings(partners=tuple(Entry(f"p{number}", f"Partner {number}") for number in range(count)))


def shape_of(area: Area) -> shapely.Geometry:
    """The area as shapely has it."""
    if isinstance(area, Ring):
        disc = shapely.Point(area.x, area.y).buffer(area.outer, quad_segs=64)
        return disc.difference(shapely.Point(area.x, area.y).buffer(area.inner, quad_segs=64)) if area.inner else disc
    if isinstance(area, Rect):
        return shapely.box(area.x, area.y, area.x + area.width, area.y + area.height)
    return shapely.Polygon(area.points)


OUTLINES: list[tuple[Outline, shapely.Geometry]] = [
    (Rectangle((20, 30, 200, 100)), shapely.box(120, 230, 320, 330)),
    (PolygonOutline(((0, 0), (100, 0), (50, 80))), shapely.Polygon([(100, 200), (200, 200), (150, 280)])),
    (Circle((100, 100), 80), shapely.Point(200, 300).buffer(80, quad_segs=64)),
    (
        Circle((100, 100), 80, 30),
        shapely.Point(200, 300).buffer(80, quad_segs=64) - shapely.Point(200, 300).buffer(30, quad_segs=64),
    ),
    (
        Ellipse((100, 100), (120, 40), 30),
        shapely.affinity.rotate(
            shapely.affinity.scale(shapely.Point(200, 300).buffer(1, quad_segs=64), 120, 40), 30, origin=(200, 300)
        ),
    ),
    (
        Sector((100, 100), 30, 80, 90, 180),
        (shapely.Point(200, 300).buffer(80, quad_segs=64) - shapely.Point(200, 300).buffer(30, quad_segs=64))
        & shapely.box(200, 300, 400, 500),
    ),
]


@pytest.mark.parametrize(("outline", "expected"), OUTLINES)
def test_an_outline_holds_what_a_library_of_geometry_says(outline: Outline, expected: shapely.Geometry) -> None:
    """[ZONE-2]"""
    areas = areas_of(outline, 100.0, 200.0, {})
    rng = random.Random(1)
    for _ in range(2_000):
        x, y = rng.uniform(80, 420), rng.uniform(180, 440)
        point = shapely.Point(x, y)
        if expected.boundary.distance(point) > NEAR:
            assert held(areas, x, y) == expected.contains(point), (x, y)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Ellipse((300, 300), (250, 150)), Ellipse((600, 300), (250, 150))),
        (Circle((300, 300), 200), Rectangle((300, 250, 400, 100))),
        (Sector((300, 300), 100, 250, 0, 270), Ellipse((400, 300), (300, 100), 20)),
        (Rectangle((0, 0, 100, 100)), Rectangle((50, 50, 100, 100))),
    ],
)
def test_an_overlap_is_what_both_outlines_hold(one: Outline, other: Outline) -> None:
    """[LAY-11]"""
    field = Field(
        at=(60, 100, 1000, 600),
        regions=(
            Region(zone="one", outlines=(one,)),
            Region(zone="other", outlines=(other,)),
            Region(zone="both", outlines=(Overlap(("one", "other")),)),
        ),
    )
    first, second, both = lay_field(template(field, "one", "other", "both"), field, Settings()).zones
    shapes = [shapely.unary_union([shape_of(area) for area in zone.areas]) for zone in (first, second)]
    rng = random.Random(2)
    for _ in range(3_000):
        x, y = rng.uniform(60, 1060), rng.uniform(100, 700)
        point = shapely.Point(x, y)
        if all(shape.boundary.distance(point) > NEAR for shape in shapes):
            assert held(both.areas, x, y) == all(shape.contains(point) for shape in shapes), (x, y)


@pytest.mark.parametrize("count", [2, 3, 4, 6])
def test_knobs_fit_into_notches(count: int) -> None:
    """[LAY-19]"""
    turn = 360 / count
    pieces = [
        shapely.Polygon(points_of(area))
        for number in range(count)
        for area in areas_of(Sector((500, 500), 150, 450, turn * number, turn * (number + 1), 50), 0, 0, {})
    ]
    assert all(piece.is_valid for piece in pieces)
    for number, piece in enumerate(pieces):
        assert all((piece & other).area < 1 for other in pieces[:number])
    straight = areas_of(Sector((500, 500), 150, 450, 0, turn, 0), 0, 0, {})
    assert pieces[0].area == pytest.approx(shapely.Polygon(points_of(straight[0])).area, rel=1e-3)
    whole = shapely.unary_union(pieces).buffer(0.02)
    ring = shapely.Point(500, 500).buffer(450, quad_segs=64) - shapely.Point(500, 500).buffer(150, quad_segs=64)
    assert (whole ^ ring).area / ring.area < 0.01
    knob = shapely.Point(500, 200).buffer(20)
    assert pieces[-1].covers(knob.centroid) != pieces[0].covers(knob.centroid)


def test_zones_that_do_not_meet_have_nothing_in_common() -> None:
    """[LAY-11]"""
    areas = {"one": areas_of(Circle((0, 0), 50), 0, 0, {}), "other": areas_of(Circle((200, 0), 50), 0, 0, {})}
    assert areas_of(Overlap(("one", "other")), 0, 0, areas) == ()


def test_an_overlap_is_of_zones_that_come_before_it() -> None:
    """[LAY-11]"""
    with pytest.raises(ValueError, match='"later"'):
        areas_of(Overlap(("later", "later")), 0, 0, {})


def test_a_field_counts_its_axes_along_its_whole_width_and_height() -> None:
    """[LAY-12]"""
    end = AxisEnd(WORD)
    axes = (
        Axis("across", WORD, end, end, reversed=True),
        Axis("up", WORD, end, end),
        Axis("elsewhere", WORD, end, end),
    )
    field = Field(at=(100, 200, 1000, 500), id="plane", x="across", y="up")
    scales = lay_field(template(field, axes=axes), field, Settings()).scales
    assert list(scales) == ["plane"]
    scale = scales["plane"]
    assert isinstance(scale, Axes)
    assert [(axis.start, axis.end) for axis in scale.axes] == [(1100, 100), (700, 200)]


@pytest.mark.parametrize("count", range(3, 9))
def test_stations_of_a_cycle_and_its_centre_do_not_touch(count: int) -> None:
    """[LAY-13]"""
    names = tuple(f"s{number}" for number in range(count))
    cycle = Cycle(at=(60, 190, 1880, 1150), stations=names, centre="centre", station=(300, 160))
    zones = lay_cycle(template(cycle, *names, "centre"), cycle, Settings()).zones
    shapes = [shape_of(zone.areas[0]) for zone in zones]
    assert [zone.id for zone in zones] == [*names, "centre"]
    assert all(shapely.box(60, 190, 1940, 1340).covers(shape) for shape in shapes)
    assert not any(one.intersects(two) for number, one in enumerate(shapes) for two in shapes[:number])


def test_chevrons_follow_each_other_without_a_gap_over_the_whole_width() -> None:
    """[LAY-14]"""
    names = ("a", "b", "c", "d")
    part = Chevrons(at=(100, 200, 1600, 300), zones=names)
    shapes = [shape_of(zone.areas[0]) for zone in lay_chevrons(template(part, *names), part, Settings()).zones]
    for one, two in pairwise(shapes):
        assert one.distance(two) < 0.01
        assert (one & two).area < 1
    whole = shapely.unary_union(shapes)
    assert whole.bounds == pytest.approx((100, 200, 1700, 500))


@pytest.mark.parametrize("count", range(1, 11))
def test_each_partner_has_a_petal_that_reaches_over_the_centre_and_over_no_other(count: int) -> None:
    """[LAY-15]"""
    part = Petals(at=(0, 0, 1400, 1200), petal="petal", repeat="partners", overlap="over", centre="mid", radius=200)
    settings = partners(count)
    laid = lay_petals(template(part, "petal", "over", "mid"), part, settings)
    *petals, centre, over = laid.zones
    assert len(petals) == max(count, 3)
    assert [zone.id for zone in petals[:count]] == [f"petal.p{number}" for number in range(count)]
    shapes = [shape_of(zone.areas[0]) for zone in petals]
    for number, shape in enumerate(shapes):
        assert 0 < (shape & shape_of(centre.areas[0])).area < shape.area / 2
        assert not any(shape.intersects(other) for other in shapes[:number])
        assert shapely.box(0, 0, 1400, 1200).covers(shape)
    assert len(over.areas) == len(petals)
    assert (centre.id, over.id) == ("mid", "over")
