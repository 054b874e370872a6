"""Templates: files, without code."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from raakvlak.canvas.checking import check_template
from raakvlak.canvas.drawing import sheet_of
from raakvlak.canvas.layout import Layout, Radial, layout_of
from raakvlak.canvas.records import Settings
from raakvlak.canvas.shapes import TextShape
from raakvlak.canvas.values import Place
from raakvlak.canvas.zones import zones_at
from raakvlak.canvases import TemplateError, load_templates, templates, templates_folder

Change = Callable[[dict[str, Any]], None]


def written(folder: Path, base: str, change: Change, name: str = "own") -> Path:
    """A template file made from one that comes with Raakvlak."""
    content = json.loads((templates_folder() / f"{base}.json").read_text(encoding="utf-8"))
    content["id"] = name
    change(content)
    (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


def refused(folder: Path) -> str:
    """Why the templates in a folder are refused."""
    with pytest.raises(TemplateError) as error:
        load_templates(folder)
    return str(error.value)


def test_the_canvases_of_the_workbook_are_there() -> None:
    """[ZONE-10]"""
    ordered = sorted(templates().values(), key=lambda template: template.order)
    assert [template.order for template in ordered] == list(range(1, 38))
    known = {9: "golden-triangle", 17: "trust-vigilance", 26: "strategic-core"}
    assert {order: ordered[order - 1].id for order in known} == known


def test_each_canvas_says_whose_content_it_is() -> None:
    """[ZONE-10]"""
    triangle, trust = templates()["golden-triangle"], templates()["trust-vigilance"]
    assert triangle.source.nl.startswith("Bremekamp, Kaats, Opheij & Van Wendel de Joode, werkboek")
    assert trust.source.en == "Freely after Lewicki, Trust and distrust: new relationships and realities"


def test_a_new_canvas_is_only_a_file(tmp_path: Path) -> None:
    """[ZONE-11]"""

    def change(content: dict[str, Any]) -> None:
        content["title"] = {"nl": "Kring van vertrouwen", "en": "Circle of trust"}
        content["kinds"], content["measures"] = ["sticky"], []
        content["figure"] = {"type": "rings", "zones": ["in", "out"], "radii": [0.5, 1.0], "tray": "wait"}
        content["zones"] = [
            {"id": zone, "label": {"nl": zone, "en": zone}, "accepts": ["sticky"]} for zone in ("in", "out", "wait")
        ]

    made = load_templates(written(tmp_path, "strategic-core", change))["own"]
    layout = layout_of(made, Settings())
    assert isinstance(layout.scales["figure"], Radial)
    assert zones_at(layout, Place("figure", 0.5, 0.5)).zones == ("in",)
    assert zones_at(layout, Place("figure", 0.5, 0.1)).zones == ("out",)
    assert zones_at(layout, Place("tray", 0.5, 0.5)).zones == ("wait",)
    printed = [shape.lines for shape in sheet_of(made, Settings(), "en").shapes if isinstance(shape, TextShape)]
    assert ("Circle of trust",) in printed


@pytest.mark.parametrize("base", ["golden-triangle", "trust-vigilance", "strategic-core"])
def test_the_same_file_gives_the_same_layout(base: str, tmp_path: Path) -> None:
    """[ZONE-11]"""

    def retitle(content: dict[str, Any]) -> None:
        content["title"] = {"nl": "Anders", "en": "Other"}

    def bare(layout: Layout) -> tuple[object, ...]:
        return layout.frames, layout.scales, [zone.areas for zone in layout.zones]

    made = load_templates(written(tmp_path, base, retitle))["own"]
    assert bare(layout_of(made, Settings())) == bare(layout_of(templates()[base], Settings()))


def _without_zone(content: dict[str, Any]) -> None:
    content["zones"] = content["zones"][1:]


def _with_field(content: dict[str, Any]) -> None:
    content["colour"] = "red"


def _with_number(content: dict[str, Any]) -> None:
    content["zones"][0]["label"]["nl"] = 5


def _with_blank(content: dict[str, Any]) -> None:
    content["zones"][0]["label"]["en"] = "  "


def _with_large_centre(content: dict[str, Any]) -> None:
    content["figure"]["centre_size"] = 1.5


def _with_foreign_kind(content: dict[str, Any]) -> None:
    content["zones"][0]["accepts"] = ["score"]


def _with_long_title(content: dict[str, Any]) -> None:
    content["title"]["nl"] = "Een veel te lange titel voor dit vel " * 9


def _with_long_step(content: dict[str, Any]) -> None:
    content["steps"][0]["text"]["en"] = "x" * 501


def _with_odd_zone(content: dict[str, Any]) -> None:
    content["zones"][0]["id"] = content["figure"]["left"] = "een zone"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_without_zone, 'figure.left: expected a zone of this template, but there is no "organisational"'),
        (_with_field, 'colour: there is no field "colour" here'),
        (_with_number, "zones[organisational].label.nl: expected a text in quotes, but got the number 5"),
        (_with_blank, "zones[organisational].label.en: expected a text with something in it"),
        (_with_large_centre, "figure.centre_size: expected a number of at most 0.9, but got 1.5"),
        (_with_foreign_kind, 'zones[organisational].accepts[1]: expected a kind that is in "kinds" of the template'),
        (_with_long_step, "steps[1].text.en: expected at most 500 characters in the text of a step"),
        (_with_odd_zone, "zones[een zone].id: expected 1 to 60 small letters, digits and dashes, but got"),
    ],
)
def test_a_file_that_is_no_template_is_refused_with_what_was_expected(
    change: Change, reason: str, tmp_path: Path
) -> None:
    """[ZONE-12]"""
    said = refused(written(tmp_path, "golden-triangle", change))
    assert said.startswith(f"Expected a template in {tmp_path / 'own.json'}, but: ")
    assert reason in said


def test_a_start_does_not_wait_for_the_check_of_room(tmp_path: Path) -> None:
    """[TPL-1] What has no room is found when a file is checked; the canvases that come with it all were."""
    folder = written(tmp_path, "golden-triangle", _with_long_title)
    assert "own" in load_templates(folder)
    faults = check_template((folder / "own.json").read_bytes()).faults
    assert any("title.nl: expected a text that fits, but in Dutch it" in str(fault) for fault in faults)


def _with_radii(*radii: float) -> Change:
    def change(content: dict[str, Any]) -> None:
        content["figure"]["radii"] = radii

    return change


@pytest.mark.parametrize(
    ("radii", "reason"),
    [
        ((0.3, 0.65), "expected one radius for each ring, rising to 1"),
        ((0.65, 0.3, 1.0), "expected one radius for each ring, rising to 1"),
        ((0.3, 0.65, 0.9), "expected one radius for each ring, rising to 1"),
        ((0.3, 0.9, 1.0), "expected radii up to 0.74 before the last"),
        ((), "figure.radii: expected at least 1 in this list, but got 0"),
    ],
)
def test_rings_need_radii_that_leave_room(radii: tuple[float, ...], reason: str, tmp_path: Path) -> None:
    """[ZONE-12]"""
    assert reason in refused(written(tmp_path, "strategic-core", _with_radii(*radii)))


def test_a_quadrant_needs_both_axes(tmp_path: Path) -> None:
    """[ZONE-12]"""

    def change(content: dict[str, Any]) -> None:
        content["axes"] = content["axes"][:1]

    assert 'expected an axis "x" and an axis "y"' in refused(written(tmp_path, "trust-vigilance", change))


def test_a_template_is_called_what_its_file_is_called(tmp_path: Path) -> None:
    """[ZONE-12]"""

    def change(content: dict[str, Any]) -> None:
        content["id"] = "other"

    assert "expected the id 'own', as the file is called, but it is 'other'" in refused(
        written(tmp_path, "golden-triangle", change)
    )


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"id":"own"}', b"\xff\xfe", b'{"a":' * 5_000])
def test_what_is_not_json_is_refused(content: bytes, tmp_path: Path) -> None:
    """[ZONE-12]"""
    (tmp_path / "own.json").write_bytes(content)
    assert refused(tmp_path).startswith(f"Expected a template in {tmp_path / 'own.json'}, but: ")


def test_a_folder_without_templates_is_refused(tmp_path: Path) -> None:
    """[ZONE-12]"""
    assert refused(tmp_path) == f"Expected templates (*.json) in {tmp_path}, but there are none."
