"""Examples: each canvas filled in, as the start page and docs/canvases.md show it."""

import re
from pathlib import Path
from typing import Any, get_args

import pytest

from raakvlak.canvas.drawing import sheet_of
from raakvlak.canvas.drawing_parts import Box, box_of
from raakvlak.canvas.example_filling import filled
from raakvlak.canvas.facilitation import Score
from raakvlak.canvas.layout import Layout, layout_of
from raakvlak.canvas.records import Card, Connector, ParticipantToken, PartnerToken, Record, Sticky
from raakvlak.canvas.shapes import ChartShape, TextShape
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import Language
from raakvlak.canvas.zones import point_of, zones_at
from raakvlak.canvases import templates
from raakvlak.canvases_document import DOCUMENT, PICTURES, document, pictures
from raakvlak.cli import main
from raakvlak.derive.measuring_facts import facts_of
from raakvlak.derive.picture import picture
from raakvlak.derive.picture_charts import Charts
from raakvlak.derive.picture_given import DONE, given_of
from raakvlak.derive.picture_items import FOOT, PADDING, STEPS
from raakvlak.derive.picture_marks import broken
from raakvlak.examples import case, example_of, examples

DOCS = Path(__file__).parents[2] / "docs"
ALL = sorted(templates().values(), key=lambda each: each.order)
STYLE = re.compile(r"<style>.*?</style>")

each_canvas = pytest.mark.parametrize("template", ALL, ids=lambda each: each.id)
both_languages = pytest.mark.parametrize("language", get_args(Language))


def kind_of(record: Record) -> str:
    return str(record.__struct_config__.tag)


def given_kinds(records: tuple[Record, ...]) -> set[str]:
    """The kinds of what lies there and of what was given."""
    kinds = {kind_of(each) for each in records}
    kinds |= {each.scale for each in records if isinstance(each, Score)}
    return kinds | ({"dot-vote"} if "round" in kinds else set())


def lying(records: tuple[Record, ...]) -> list[Any]:
    return [each for each in records if isinstance(each, (Sticky, Card, PartnerToken, ParticipantToken))]


def test_every_canvas_has_an_example_and_every_example_a_canvas() -> None:
    """[EX-1]"""
    assert set(examples()) == set(templates())


@each_canvas
@both_languages
def test_an_example_uses_every_kind_that_its_canvas_is_for(template: Template, language: Language) -> None:
    """[EX-2]"""
    records = example_of(template, language).records
    assert set(template.kinds) - given_kinds(records) == set()


@each_canvas
def test_what_lies_in_an_example_lies_where_its_kind_belongs(template: Template) -> None:
    """[EX-3]"""
    found = example_of(template, "en")
    layout = sheet_of(template, found.canvas.settings, "en").layout
    accepts = {zone.id: zone.accepts for zone in layout.zones}
    strays = []
    for each in lying(found.records):
        zones = zones_at(layout, each.place).zones
        if not any(kind_of(each) in accepts[zone] for zone in zones) and not is_line(template, each):
            strays.append((each.id, zones))
    assert strays == []


def is_line(template: Template, item: Any) -> bool:
    """Whether it is a line to tick or to score, which lies where the template has it."""
    return any(each.id == getattr(item, "card", "") and each.kind != "card" for each in template.cards)


@each_canvas
@both_languages
def test_notes_of_an_example_cover_neither_print_nor_each_other(template: Template, language: Language) -> None:
    """[EX-4]"""
    found = example_of(template, language)
    sheet = sheet_of(template, found.canvas.settings, language)
    printed = {" ".join(each.lines): box_of(each) for each in sheet.shapes if isinstance(each, TextShape)}
    notes = {each.id: note_box(sheet.layout, each) for each in found.records if isinstance(each, Sticky)}
    written = [each for each in found.records if isinstance(each, Sticky)]
    assert [each.text for each in written if not has_room(each)] == []
    covered = [(note, words) for note, box in notes.items() for words, its in printed.items() if box.overlaps(its)]
    covered += [(a, b) for a, box in notes.items() for b, its in notes.items() if a < b and box.overlaps(its)]
    paper = Box(0, 0, sheet.layout.width, sheet.layout.height)
    assert (covered, [note for note, box in notes.items() if not paper.holds(box)]) == ([], [])


def note_box(layout: Layout, note: Sticky) -> Box:
    x, y = point_of(layout, note.place)
    return Box(x - note.width / 2, y - note.height / 2, x + note.width / 2, y + note.height / 2)


def has_room(note: Sticky) -> bool:
    """Whether its text fits on it, in the smallest letters at least."""
    size, leading = STEPS[-1]
    lines = broken(note.text, size, 400, note.width - 2 * PADDING)
    return len(lines) * leading <= note.height - 2 * PADDING - FOOT


@each_canvas
def test_arrows_of_an_example_hold_on_to_what_is_there(template: Template) -> None:
    """[EX-3]"""
    records = example_of(template, "nl").records
    there = {each.id for each in records}
    assert [each.id for each in records if isinstance(each, Connector) and not {each.start, each.end} <= there] == []


def test_examples_are_of_one_case_and_of_its_people_only() -> None:
    """[EX-1]"""
    people = {each.id for each in case().people}
    partners = {each.id for each in case().organisations}
    assert {each.organisation for each in case().people} == partners
    authors = {note.by for example in examples().values() for note in example.notes}
    assert authors <= people
    assert {each.organisation for example in examples().values() for each in example.partners} <= partners


def test_the_page_of_all_canvases_is_current() -> None:
    """[EX-5] If this fails: raakvlak templates pictures docs"""
    assert (DOCS / DOCUMENT).read_text(encoding="utf-8") == document()


def test_the_pictures_on_that_page_are_current() -> None:
    """[EX-5] If this fails: raakvlak templates pictures docs"""
    drawn = dict(pictures(None))
    there = {file.name: STYLE.sub("", file.read_text(encoding="utf-8")) for file in (DOCS / PICTURES).glob("*.svg")}
    assert sorted(there) == sorted(drawn)
    assert [name for name in drawn if there[name] != drawn[name]] == []


def test_a_canvas_without_an_example_is_as_it_begins() -> None:
    """[EX-6]"""
    template = templates()["market-hierarchy-spectrum"]
    records = filled(template, None, case(), "nl").records
    kinds = {kind_of(each) for each in records}
    assert kinds == {"organisation", "person", "card"}
    assert len([each for each in records if isinstance(each, Card)]) == len(template.cards)


def test_a_picture_shows_what_was_given() -> None:
    """[EX-8]"""
    template = templates()["network-ground-rules"]
    found = example_of(template, "en")
    rule = next(each for each in template.cards if each.id == "rule-05")
    scores = [
        each.value for each in found.records if isinstance(each, Score) and each.item == f"canvas-1.card.{rule.id}"
    ]
    svg = picture(found.canvas, found.records, "light", "en")
    group = re.search(r'<g data-item="canvas-1\.card\.rule-05">.*?</g>', svg)
    assert group is not None
    assert f">{sum(scores) / len(scores):.1f}<" in group[0]
    layout = layout_of(template, found.canvas.settings)
    given = given_of("canvas-1", facts_of({each.id: each for each in found.records}, found.canvas, layout), "light")
    adopted = next(each for each in found.records if isinstance(each, Card) and each.id.endswith("copy.1"))
    assert given.dots[adopted.id] == 6
    drawn = re.search(rf'<g data-item="{re.escape(adopted.id)}">.*?</g>', svg)
    assert drawn is not None
    assert drawn[0].count("<circle") == 6


def test_a_picture_tells_what_was_given_last() -> None:
    """[MEAS-2] As the report's table beside it does."""
    template = templates()["network-ground-rules"]
    found = example_of(template, "en")
    item = "canvas-1.card.rule-05"
    records: list[Record] = [each for each in found.records if not isinstance(each, Score)]
    zone = next(each.zone for each in template.cards if each.id == "rule-05")
    records += [
        Score(id=f"s{value}", canvas="canvas-1", zone=zone, item=item, value=value, author="noor", step=step)
        for value, step in ((1, None), (5, "later"))
    ]
    group = re.search(r'<g data-item="canvas-1\.card\.rule-05">.*?</g>', picture(found.canvas, records, "light", "en"))
    assert group is not None
    assert ">5.0<" in group[0]


def test_a_radar_of_what_is_ticked_shows_how_ticks_are_divided() -> None:
    """[EX-8]"""
    found = example_of(templates()["signatures"], "en")
    sheet = sheet_of(found.canvas.template, found.canvas.settings, "en")
    radar = next(each for each in sheet.shapes if isinstance(each, ChartShape) and each.kind == "radar")
    charts = Charts(
        sheet.layout, facts_of({each.id: each for each in found.records}, found.canvas, sheet.layout), "light"
    )
    given = charts.choices(radar.zones)
    assert charts.scores(radar.zones) == []
    assert {each.person for each in given} == {each.id for each in case().people}
    ticks = [each for each in found.records if isinstance(each, Score) and each.author == "noor"]
    share = 5 * sum(each.zone == radar.zones[0] for each in ticks) / len(ticks)
    assert [each.value for each in given if (each.person, each.zone) == ("noor", radar.zones[0])] == [share]
    assert sum(each.value for each in given if each.person == "els") == pytest.approx(5)


def test_a_picture_shows_what_the_group_ticked() -> None:
    """[EX-8]"""
    template = templates()["self-organising-network"]
    found = example_of(template, "en")
    svg = picture(found.canvas, found.records, "light", "en")
    ticked = {
        each.item: each.value == DONE for each in found.records if isinstance(each, Score) and each.group and each.item
    }
    checks = {
        item: "<path" in match[0]
        for item in ticked
        if (match := re.search(rf'<g data-item="{re.escape(item)}">.*?</g>', svg))
    }
    assert checks == ticked
    assert set(ticked.values()) == {True, False}


def test_the_command_writes_the_page_and_its_pictures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """[EX-5]"""
    assert main(["templates", "pictures", str(tmp_path)]) == 0
    assert capsys.readouterr().out == f"Wrote {len(ALL)} pictures and the page about them in {tmp_path}.\n"
    page = (tmp_path / DOCUMENT).read_text(encoding="utf-8")
    named = set(re.findall(r"\]\((canvases/[a-z-]+\.svg)\)", page))
    assert named == {f"{PICTURES}/{each.id}.svg" for each in ALL}
    assert all((tmp_path / name).is_file() for name in named)
    blocked = tmp_path / DOCUMENT / "under-a-file"
    assert main(["templates", "pictures", str(blocked)]) == 1
    assert "Expected a folder to write in" in capsys.readouterr().err
