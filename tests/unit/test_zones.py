"""Where a place lies."""

import math
import random

import pytest
import shapely  # type: ignore[import-untyped]  # it brings no types
from hypothesis import assume, given
from hypothesis import strategies as st
from vectors.zone_vectors import VECTORS, full, layouts, written

from raakvlak.canvas.layout import Layout, Polygon, Rect, Ring, Weights, Zone, layout_of
from raakvlak.canvas.records import Settings
from raakvlak.canvas.values import Place
from raakvlak.canvas.zones import place_at, point_of, zones_at
from raakvlak.canvases import templates

CLOSE = 0.5
"""Px from a border where shapely, whose circles are polygons, is not asked."""
TRIANGLE = "golden-triangle"
CORNERS = ("collective", "organisational", "individual")
ALL_LAYOUTS = [
    pytest.param(layout, id=f"{name} {settings.centre} {len(settings.partners)}")
    for name, settings, layout in layouts()
]
shares = st.floats(min_value=-0.5, max_value=1.5)
sizes = st.floats(min_value=0.2, max_value=0.9)


def laid_out(template: str, size: float | None = None) -> Layout:
    """A canvas that comes with Raakvlak."""
    return layout_of(templates()[template], Settings(size))


def zones(layout: Layout, x: float, y: float) -> tuple[str, ...]:
    """The zones at a point of the sheet."""
    return zones_at(layout, place_at(layout, x, y)).zones


def at_weights(layout: Layout, top: float, left: float, right: float) -> tuple[float, float]:
    """The point of a triangle with these weights."""
    scale = layout.scales["figure"]
    assert isinstance(scale, Weights)
    (ax, ay), (bx, by), (cx, cy) = scale.corners
    return top * ax + left * bx + right * cx, top * ay + left * by + right * cy


def geometry(zone: Zone) -> shapely.Geometry:
    """The zone as shapely has it."""
    parts: list[shapely.Geometry] = []
    for area in zone.areas:
        if isinstance(area, Polygon):
            parts.append(shapely.Polygon(area.points))
        elif isinstance(area, Rect):
            parts.append(shapely.box(area.x, area.y, area.x + area.width, area.y + area.height))
        elif isinstance(area, Ring):
            middle = shapely.Point(area.x, area.y)
            parts.append(middle.buffer(area.outer, 256).difference(middle.buffer(area.inner, 256)))
    return shapely.union_all(parts)


def test_the_vectors_are_current() -> None:
    """[ZONE-1]"""
    assert VECTORS.read_text(encoding="utf-8") == written()


@pytest.mark.parametrize("layout", ALL_LAYOUTS)
def test_a_zone_holds_the_points_that_a_library_of_geometry_says(layout: Layout) -> None:
    """[ZONE-2]"""
    dice = random.Random(7)
    shapes = {zone.id: geometry(zone) for zone in layout.zones}
    asked = 0
    for _ in range(1_500):
        x, y = dice.uniform(-50, layout.width + 50), dice.uniform(-50, layout.height + 50)
        point = shapely.Point(x, y)
        found = zones(layout, x, y)
        for zone, shape in shapes.items():
            if shape.boundary.distance(point) > CLOSE:
                asked += 1
                assert (zone in found) == shape.contains(point), f"{zone} at {x}, {y}"
    assert asked > 4_000


@pytest.mark.parametrize("layout", ALL_LAYOUTS)
def test_zones_on_the_sheet_are_whole_shapes(layout: Layout) -> None:
    """[ZONE-2]"""
    sheet = shapely.box(0, 0, layout.width, layout.height).buffer(0.01)
    for zone in layout.zones:
        for area in zone.areas:
            if isinstance(area, Polygon):
                assert shapely.Polygon(area.points).buffer(-0.02).is_valid
                assert shapely.Polygon(area.points).is_simple
        assert sheet.contains(geometry(zone)), zone.id


# --- the triangle -----------------------------------------------------------------------------------------------------


@given(shares, shares, sizes)
def test_every_place_on_a_triangles_sheet_has_a_zone(u: float, v: float, size: float) -> None:
    """[ZONE-3]"""
    inside = max(abs(u - 0.5), abs(v - 0.5)) - 0.5
    assume(abs(inside) > 1e-4)
    found = zones_at(laid_out(TRIANGLE, size), Place("sheet", u, v)).zones
    assert bool(found) == (inside < 0)


@given(st.floats(min_value=0.1, max_value=0.9), st.sampled_from([(0, 1), (1, 2), (2, 0)]), sizes)
def test_an_edge_belongs_to_both_its_corners(along: float, ends: tuple[int, int], size: float) -> None:
    """[ZONE-4]"""
    layout = laid_out(TRIANGLE, size)
    weights = [0.0, 0.0, 0.0]
    weights[ends[0]], weights[ends[1]] = 1 - along, along
    found = zones(layout, *at_weights(layout, *weights))
    assert set(found) == {CORNERS[end] for end in ends}
    if abs(along - 0.5) > 0.01:
        assert found[0] == CORNERS[ends[0] if along < 0.5 else ends[1]], "the nearer corner comes first"


@pytest.mark.parametrize("size", [0.2, 0.4, 0.9])
@pytest.mark.parametrize("corner", [0, 1, 2])
def test_a_tip_belongs_to_its_corner_alone(corner: int, size: float) -> None:
    """[ZONE-4]"""
    layout = laid_out(TRIANGLE, size)
    weights = [0.03, 0.03, 0.03]
    weights[corner] = 0.94
    assert zones(layout, *at_weights(layout, *weights)) == (CORNERS[corner],)


def test_what_lies_well_away_from_the_edges_belongs_to_one_corner() -> None:
    """[ZONE-4]"""
    layout = laid_out(TRIANGLE)
    assert zones(layout, 60, 1_000) == ("organisational",)
    assert zones(layout, 1_940, 1_000) == ("individual",)
    assert zones(layout, 300, 100) == ("collective",)
    assert zones(layout, 800, 1_300) == ("organisational",)


@given(sizes)
def test_the_centre_follows_its_setting(size: float) -> None:
    """[ZONE-5]"""
    layout = laid_out(TRIANGLE, size)
    shape = {zone.id: geometry(zone) for zone in layout.zones}
    scale = layout.scales["figure"]
    assert isinstance(scale, Weights)
    whole = shapely.Polygon(scale.corners)
    assert math.isclose(shape["shared"].area, whole.area * size * size, rel_tol=1e-3)
    assert shape["shared"].centroid.distance(whole.centroid) < 0.02
    assert all(shape["shared"].buffer(-0.05).disjoint(shape[corner]) for corner in CORNERS)


def test_a_note_that_stays_put_comes_into_the_centre_as_it_grows() -> None:
    """[ZONE-5]"""
    place = Place("figure", 0.5, 0.25)
    assert zones_at(laid_out(TRIANGLE, 0.4), place).zones == ("collective",)
    assert zones_at(laid_out(TRIANGLE, 0.9), place).zones == ("shared",)


@given(shares, shares)
def test_weights_are_shares_of_one_whole(u: float, v: float) -> None:
    """[ZONE-6]"""
    found = zones_at(laid_out(TRIANGLE), Place("sheet", u, v)).coordinates
    if 0 <= u <= 1 and 0 <= v <= 1:
        assert set(found) == set(CORNERS)
        assert all(0 <= each <= 1 for each in found.values())
        assert math.isclose(sum(found.values()), 1)


@pytest.mark.parametrize(
    "weights", [(1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.2, 0.3, 0.5), (0.0, 0.5, 0.5), (1 / 3, 1 / 3, 1 / 3)]
)
def test_weights_say_how_near_the_corners_are(weights: tuple[float, float, float]) -> None:
    """[ZONE-6]"""
    layout = laid_out(TRIANGLE)
    found = zones_at(layout, place_at(layout, *at_weights(layout, *weights))).coordinates
    for zone, weight in zip(CORNERS, weights, strict=True):
        assert math.isclose(found[zone], weight, abs_tol=1e-4)


# --- quadrant and rings -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("u", "v", "trust", "vigilance", "cell"),
    [
        (0.1, 0.1, 90, 90, "calculating-connection"),
        (0.9, 0.1, 90, 10, "unhindered-collaboration"),
        (0.1, 0.9, 10, 90, "watchful-contracting"),
        (0.9, 0.9, 10, 10, "exploratory-exchange"),
        (0.62, 0.37, 63, 38, "unhindered-collaboration"),
        (-0.02, 1.02, 0, 100, "watchful-contracting"),
    ],
)
def test_trust_is_high_at_the_top_and_vigilance_at_the_left(
    u: float, v: float, trust: float, vigilance: float, cell: str
) -> None:
    """[ZONE-7]"""
    found = zones_at(laid_out("trust-vigilance"), Place("figure", u, v))
    assert found.zones == (cell,)
    assert math.isclose(found.coordinates["y"], trust, abs_tol=1e-9)
    assert math.isclose(found.coordinates["x"], vigilance, abs_tol=1e-9)


def test_a_border_belongs_to_both_sides() -> None:
    """[ZONE-2]"""
    layout = laid_out("trust-vigilance")
    assert set(zones_at(layout, Place("figure", 0.5, 0.2)).zones) == {
        "calculating-connection",
        "unhindered-collaboration",
    }
    assert len(zones_at(layout, Place("figure", 0.5, 0.5)).zones) == 4


def test_a_reason_in_the_strip_has_no_values() -> None:
    """[ZONE-7]"""
    found = zones_at(laid_out("trust-vigilance"), Place("strip", 0.5, 0.5))
    assert found.zones == ("reasons",)
    assert found.coordinates == {}


@pytest.mark.parametrize(
    ("distance", "ring"),
    [(0, "core"), (0.29, "core"), (0.31, "complementary"), (0.64, "complementary"), (0.66, "free-space")],
)
def test_the_ring_of_a_token_is_where_its_centre_lies(distance: float, ring: str) -> None:
    """[ZONE-8]"""
    layout = laid_out("strategic-core")
    for angle in range(0, 360, 30):
        u = 0.5 + distance / 2 * math.cos(math.radians(angle))
        v = 0.5 + distance / 2 * math.sin(math.radians(angle))
        found = zones_at(layout, Place("figure", u, v))
        assert found.zones == (ring,)
        assert math.isclose(found.coordinates["distance"], distance, abs_tol=1e-9)


@pytest.mark.parametrize(("u", "v"), [(0, 0), (1, 0), (0, 1), (1, 1), (0.5, -0.05), (0.5, 1.05)])
def test_the_corners_beyond_the_rings_are_free_space(u: float, v: float) -> None:
    """[ZONE-8]"""
    found = zones_at(laid_out("strategic-core"), Place("figure", u, v))
    assert found.zones == ("free-space",)
    assert found.coordinates["distance"] > 1


def test_a_token_in_the_tray_has_no_ring() -> None:
    """[ZONE-8]"""
    found = zones_at(laid_out("strategic-core"), Place("tray", 0.5, 0.5))
    assert found.zones == ("tray",)
    assert found.coordinates == {}


# --- places -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", ALL_LAYOUTS)
def test_a_point_and_its_place_are_the_same_spot(layout: Layout) -> None:
    """[ZONE-9]"""
    dice = random.Random(3)
    for _ in range(200):
        x, y = dice.uniform(0, layout.width), dice.uniform(0, layout.height)
        again = point_of(layout, place_at(layout, x, y))
        assert math.dist(again, (x, y)) < 0.01


@pytest.mark.parametrize(
    ("template", "x", "y", "frame"),
    [
        (TRIANGLE, 1_000, 700, "figure"),
        (TRIANGLE, 10, 10, "figure"),
        (TRIANGLE, -200, 700, "sheet"),
        ("trust-vigilance", 600, 600, "figure"),
        ("trust-vigilance", 600, 130, "figure"),
        ("trust-vigilance", 600, 60, "sheet"),
        ("trust-vigilance", 1_500, 600, "strip"),
        ("strategic-core", 1_225, 700, "figure"),
        ("strategic-core", 600, 40, "figure"),
        ("strategic-core", 200, 700, "sheet"),
        ("strategic-core", 2_000, 700, "tray"),
    ],
)
def test_a_dropped_item_gets_the_frame_of_what_it_is_dropped_on(template: str, x: float, y: float, frame: str) -> None:
    """[ZONE-9]"""
    assert place_at(laid_out(template), x, y).frame == frame


@pytest.mark.parametrize("most", [False, True])
def test_where_frames_overlap_that_of_the_topmost_zone_counts(most: bool) -> None:
    """[ZONE-13] The rectangles around petals overlap one another; what is dropped on a petal belongs to that petal."""
    template = templates()["shared-ambition"]
    layout = layout_of(template, full(template) if most else Settings())
    petals = [zone for zone in layout.zones if zone.of == "own-ambition"]
    assert len(petals) > 3
    for petal in petals:
        outer = max(geometry(petal).exterior.coords, key=lambda point: math.dist(point, (1_000, 825)))
        spot = shapely.LineString([geometry(petal).centroid, outer]).interpolate(0.9, normalized=True)
        assert place_at(layout, spot.x, spot.y).frame == petal.id


def test_what_is_only_drawn_is_no_place() -> None:
    """[LAY-21] The hinge is a line over the phases: a token on a phase stands on the axis of the phases."""
    layout = laid_out("process-phases")
    found = zones_at(layout, place_at(layout, 1_728.68, 555))
    assert found.zones == ("execute",)
    assert found.coordinates == {"x": pytest.approx(88.8, abs=0.1)}


def test_a_place_in_a_frame_that_is_gone_lies_in_the_middle_of_the_sheet() -> None:
    """[ZONE-9]"""
    layout = laid_out(TRIANGLE)
    assert point_of(layout, Place("strip", 0.1, 0.1)) == (layout.width / 2, layout.height / 2)
