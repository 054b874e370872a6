"""The one drawing of a canvas."""

import re
from typing import get_args

import pytest
import shapely  # type: ignore[import-untyped]  # it brings no types
from msgspec.structs import replace
from unit.test_zones import geometry
from vectors.zone_vectors import full

from raakvlak.canvas.crowding import crowding_of
from raakvlak.canvas.drawing import Sheet, sheet_of
from raakvlak.canvas.drawing_parts import OUTLINE, Box, box_of
from raakvlak.canvas.figures import Grid, Page
from raakvlak.canvas.layout import Radial, Weights
from raakvlak.canvas.records import Entry, Settings
from raakvlak.canvas.shapes import ChartShape, PathShape, TextShape, ZoneShape
from raakvlak.canvas.template import Axis, Template
from raakvlak.canvas.values import Language, Place
from raakvlak.canvas.words import Words
from raakvlak.canvas.zones import holds, place_at, point_of, zones_at
from raakvlak.canvases import templates

LANGUAGES: tuple[Language, ...] = get_args(Language)
SIZES = (None, *(round(0.2 + step * 0.05, 2) for step in range(15)))
NAMES = ("Gemeente Oeverdam", "Waterschap Lage Linge", "Zorggroep De Brink", "Bouwbedrijf Vesta")


def settings_of(template: Template) -> list[Settings]:
    """The sizes that a centre can have; lists as they start, with some names, and as long as they can be."""
    if template.id == "golden-triangle":
        return [Settings(size) for size in SIZES]
    if not template.lists:
        return [Settings()]
    entries = tuple(Entry(f"entry-{number}", name) for number, name in enumerate(NAMES))
    most = full(template)
    some = Settings(partners=entries if most.partners else (), issues=entries[:3] if most.issues else ())
    return [Settings(), some, most]


EVERY_SHEET = [
    pytest.param(template, settings, language, id=f"{template.id} {number} {language}")
    for template in templates().values()
    for number, settings in enumerate(settings_of(template))
    for language in LANGUAGES
]
NOTE = (188, 140)
ROUNDING = 0.02
GAP = 8


def texts(sheet: Sheet) -> list[TextShape]:
    """What is printed."""
    return [shape for shape in sheet.shapes if isinstance(shape, TextShape)]


def words_of(template: Template) -> list[Words]:
    """All texts of a template that stand on its sheet: not what is folded, or what the head of a lane says instead."""
    figure = template.figure
    parts = figure.parts if isinstance(figure, Page) else ()
    unnamed = {cell.zone for part in parts if isinstance(part, Grid) for cell in part.cells if not cell.name}
    found = [template.title, template.prompt, template.source, *template.intro]
    for zone in template.zones:
        found += [*(() if zone.id in unnamed else (zone.label,)), *(() if zone.fold else zone.hints)]
    for axis in template.axes:
        found += [axis.label, *_ends(axis)]
    return found


def _ends(axis: Axis) -> list[Words]:
    return [words for end in (axis.low, axis.high) for words in (end.label, *end.captions)]


@pytest.mark.parametrize(("template", "settings", "language"), EVERY_SHEET)
def test_no_two_texts_overlap_and_none_leaves_the_sheet(
    template: Template, settings: Settings, language: Language
) -> None:
    """[DRAW-1]"""
    sheet = sheet_of(template, settings, language)
    assert crowding_of(sheet.layout, sheet.shapes) == []


@pytest.mark.parametrize("template", [each for each in templates().values() if each.lists], ids=lambda each: each.id)
def test_long_names_have_room(template: Template) -> None:
    """[DRAW-11]"""
    entries = tuple(
        Entry(f"entry-{number}", f"Samenwerkingsverband Noordelijke Veenkoloniën {number}") for number in range(4)
    )
    settings = Settings(partners=entries, issues=entries[: len(full(template).issues)])
    sheet = sheet_of(template, settings, "nl")
    assert crowding_of(sheet.layout, sheet.shapes) == []
    small = sheet_of(template, replace(settings, partners=tuple(replace(each, name="Oost") for each in entries)), "nl")
    sizes = {shape.size for shape in texts(small) if shape.lines == ("Oost",)}
    assert sizes <= {22}, "a short name stays as large as it was"


@pytest.mark.parametrize(("template", "settings", "language"), EVERY_SHEET)
def test_every_text_of_a_template_is_printed(template: Template, settings: Settings, language: Language) -> None:
    """[DRAW-2]"""
    printed = [" ".join(shape.lines).lower() for shape in texts(sheet_of(template, settings, language))]
    for words in words_of(template):
        said = (words.nl if language == "nl" else words.en).rstrip(".?! ")
        assert any(said.lower() in each for each in printed), said


@pytest.mark.parametrize(("template", "settings", "language"), EVERY_SHEET)
def test_no_line_runs_through_a_text(template: Template, settings: Settings, language: Language) -> None:
    """[DRAW-3]"""
    sheet = sheet_of(template, settings, language)
    lines = [_line(shape) for shape in sheet.shapes if isinstance(shape, PathShape)]
    assert len(lines) >= 3
    for shape in texts(sheet):
        left, top, right, low = box_of(shape)
        box = shapely.box(left, top, right, low)
        assert not any(box.intersects(line) for line in lines), shape.lines


def _line(shape: PathShape) -> shapely.Geometry:
    """Where the shape's stroke runs: straight pieces, or a circle in two arcs."""
    points = [each.strip("MZ") for each in shape.d.split("A")[0].split("L")]
    ends = [tuple(map(float, point.split())) for point in points]
    if "A" in shape.d:
        radius, (x, y) = float(shape.d.split("A")[1].split()[0]), ends[0]
        return shapely.Point(x + radius, y).buffer(radius, 128).boundary
    return shapely.LineString([*ends, ends[0]] if shape.d.endswith("Z") else ends)


def _rules(sheet: Sheet) -> list[float]:
    """How far down the lines between rows are that run over more than half of the sheet."""
    lines = [re.fullmatch(r"M([\d.]+) ([\d.]+)L([\d.]+) \2", s.d) for s in sheet.shapes if isinstance(s, PathShape)]
    return [float(line[2]) for line in lines if line is not None and float(line[3]) - float(line[1]) > 1_000]


@pytest.mark.parametrize(("template", "settings", "language"), EVERY_SHEET)
def test_nothing_lies_over_what_is_printed(template: Template, settings: Settings, language: Language) -> None:
    """[DRAW-8] Cards lie in their zones, apart; no card, and nothing that is scored on, covers a text or the other."""
    sheet = sheet_of(template, settings, language)
    of = {card.id: card.zone for card in template.cards}
    taken: list[tuple[str, Box]] = [(" ".join(shape.lines), box_of(shape)) for shape in texts(sheet)]
    for shape in sheet.shapes:
        if isinstance(shape, ChartShape) and shape.kind == "scale":
            right, low = shape.x + shape.width - ROUNDING, shape.y + shape.height - ROUNDING
            scale = Box(shape.x + ROUNDING, shape.y + ROUNDING, right, low)
            assert [name for name, box in taken if box.overlaps(scale)] == []
            frame = sheet.layout.frames[shape.zones[0]]
            assert Box(frame.x, frame.y, frame.x + frame.width, frame.y + frame.height).holds(scale)
            taken.append((f"scale of {shape.zones[0]}", scale))
    for spot in sheet.layout.cards:
        x, y = point_of(sheet.layout, Place(spot.frame, spot.u, spot.v))
        half, high = spot.width / 2 - ROUNDING, spot.height / 2 - ROUNDING
        card = Box(x - half, y - high, x + half, y + high)
        assert [name for name, box in taken if box.overlaps(card)] == [], spot.card
        corners = ((card.left, card.top), (card.right, card.top), (card.left, card.low), (card.right, card.low))
        zone = next(zone for zone in sheet.layout.zones if zone.of == of[spot.card])
        assert all(any(holds(area, *corner) for area in zone.areas) for corner in corners), spot.card
        for at in _rules(sheet):
            assert not card.top < at < card.low, f"{spot.card} lies over the line between two rows"
        taken.append((spot.card, card))


@pytest.mark.parametrize(("template", "settings", "language"), EVERY_SHEET)
def test_every_zone_has_its_outline(template: Template, settings: Settings, language: Language) -> None:
    """[DRAW-4]"""
    sheet = sheet_of(template, settings, language)
    outlines = [shape.zone for shape in sheet.shapes if isinstance(shape, ZoneShape)]
    assert sorted(outlines) == sorted(zone.id for zone in sheet.layout.zones)
    if not isinstance(template.figure, Page):
        named = {shape.zone for shape in texts(sheet)}
        assert named >= set(outlines), "each zone's name says whose it is"


@pytest.mark.parametrize(("template", "settings", "language"), EVERY_SHEET[::2])
def test_what_is_drawn_of_a_page_is_what_is_hit(template: Template, settings: Settings, language: Language) -> None:
    """[LAY-16]"""
    if not isinstance(template.figure, Page):
        return
    sheet = sheet_of(template, settings, language)
    drawn = {shape.zone: _surface(shape.d) for shape in sheet.shapes if isinstance(shape, ZoneShape)}
    for zone in sheet.layout.zones:
        hit = geometry(zone)
        assert (drawn[zone.id] ^ hit).area <= 0.001 * hit.area, zone.id


def _surface(d: str) -> shapely.Geometry:
    """What an SVG path of straight pieces and circles encloses; circles that run the other way round are holes."""
    found = shapely.Polygon()
    for piece in d.removeprefix("M").split("M"):
        if "A" not in piece:
            found |= shapely.Polygon([tuple(map(float, point.split())) for point in piece.strip("Z").split("L")])
            continue
        start, arc = piece.split("A")[:2]
        (left, y), (radius, _, _, _, sweep, *_) = map(float, start.split()), map(float, arc.split())
        disc = shapely.Point(left + radius, y).buffer(radius, 256)
        found = found | disc if sweep else found - disc
    return found


def test_the_lines_have_the_measures_of_the_look() -> None:
    """[DRAW-5]"""
    for template in templates().values():
        shapes = [s for s in sheet_of(template, Settings(), "nl").shapes if isinstance(s, PathShape)]
        assert {shape.width for shape in shapes if shape.stroke != "none"} <= {OUTLINE, 1.5}
        assert all(shape.stroke != "gold-zone" for shape in shapes), "gold is never a line"
        for shape in shapes:
            assert (shape.stroke == "edge") or not shape.dash, "guides alone are dotted, and never ink"
    gold = [
        s.fill for s in sheet_of(templates()["golden-triangle"], Settings(), "nl").shapes if isinstance(s, PathShape)
    ]
    assert gold.count("gold-zone") == 1


def test_no_text_is_printed_smaller_than_the_look_allows() -> None:
    """[DRAW-5]"""
    for template in templates().values():
        for language in LANGUAGES:
            assert min(shape.size for shape in texts(sheet_of(template, Settings(), language))) >= 12


@pytest.mark.parametrize("size", SIZES)
def test_the_drawn_centre_is_the_zone(size: float | None) -> None:
    """[DRAW-4]"""
    sheet = sheet_of(templates()["golden-triangle"], Settings(size), "nl")
    gold = next(shape for shape in sheet.shapes if isinstance(shape, PathShape) and shape.fill == "gold-zone")
    outline = next(shape for shape in sheet.shapes if isinstance(shape, ZoneShape) and shape.zone == "shared")
    assert gold.d == outline.d


def test_the_drawn_rings_are_the_zones() -> None:
    """[DRAW-4]"""
    sheet = sheet_of(templates()["strategic-core"], Settings(), "en")
    radial = sheet.layout.scales["figure"]
    assert isinstance(radial, Radial)
    for share, ring in ((0.3, "core"), (0.65, "complementary")):
        drawn = f"A{share * radial.radius:g} "
        assert any(isinstance(shape, PathShape) and drawn in shape.d for shape in sheet.shapes), ring
        inside = place_at(sheet.layout, radial.x + share * radial.radius - 1, radial.y)
        outside = place_at(sheet.layout, radial.x + share * radial.radius + 1, radial.y)
        assert zones_at(sheet.layout, inside).zones == (ring,)
        assert zones_at(sheet.layout, outside).zones != (ring,)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("corner", ["collective", "organisational", "individual"])
def test_twenty_notes_fit_in_every_corner(corner: str, language: Language) -> None:
    """[DRAW-6] Side by side in rows, none over a printed text, the centre or another note."""
    sheet = sheet_of(templates()["golden-triangle"], Settings(), language)
    layout = sheet.layout
    assert isinstance(layout.scales["figure"], Weights)
    centre = next(zone for zone in layout.zones if zone.id == "shared").areas[0]
    taken = [shapely.box(*box_of(shape)) for shape in texts(sheet)]
    taken.append(shapely.Polygon(getattr(centre, "points", ())))
    most = 0
    for first in range(0, NOTE[1], 20):
        notes = 0
        for y in range(16 + first, int(layout.height) - NOTE[1] - 16, NOTE[1] + GAP):
            x = 16
            while x + NOTE[0] <= layout.width - 16:
                note = shapely.box(x, y, x + NOTE[0], y + NOTE[1])
                place = place_at(layout, x + NOTE[0] / 2, y + NOTE[1] / 2)
                free = zones_at(layout, place).zones[0] == corner and not any(note.intersects(each) for each in taken)
                notes, x = (notes + 1, x + NOTE[0] + GAP) if free else (notes, x + GAP)
        most = max(most, notes)
    assert most >= 20


def test_crowding_is_noticed() -> None:
    """[DRAW-1]"""
    sheet = sheet_of(templates()["trust-vigilance"], Settings(), "en")
    title = next(shape for shape in texts(sheet) if shape.role == "title")
    low = replace(title, x=title.x + 5, y=title.y + 5)
    away = replace(title, x=sheet.layout.width - 10)
    slant = PathShape(f"M{title.x - 9} {title.y - 90}L{title.x + 90} {title.y + 9}")
    round_it = PathShape(f"M{title.x - 5} {title.y}A40 40 0 1 1 {title.x + 75} {title.y}Z")
    beside = PathShape(f"M{title.x - 9} {title.y - 9}L{title.x - 9} {title.y + 9}L{title.x + 9} {title.y + 90}Z")

    def crowded(other: TextShape | PathShape) -> list[str]:
        return [str(each) for each in crowding_of(sheet.layout, (title, other))]

    assert crowded(low) == ["'Trust and vigilance' overlaps 'Trust and vigilance'"]
    assert crowded(away) == ["'Trust and vigilance' leaves the sheet"]
    assert crowded(slant) == ["'Trust and vigilance' has a line through it"]
    assert crowded(round_it) == ["'Trust and vigilance' has a line through it"]
    assert crowded(beside) == []
