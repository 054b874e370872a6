"""What is wrong with a template is told by line and field, in plain words."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from raakvlak.canvas.checking import MAX_FAULTS, MAX_TEMPLATE, Found, check_template
from raakvlak.canvas.drawing import sheet_of
from raakvlak.canvas.records import Canvas, Settings
from raakvlak.canvas.shapes import TextShape
from raakvlak.canvases import templates_folder
from raakvlak.derive.picture import picture
from raakvlak.new_template import new_template

EXAMPLE = new_template("own")
FILES = sorted(templates_folder().glob("*.json"))
Content = dict[str, Any]
Change = Callable[[Content], None]


def changed(change: Change, base: str = EXAMPLE) -> bytes:
    """A template's file after a change, a field a line."""
    content = json.loads(base)
    change(content)
    return json.dumps(content, indent=1, ensure_ascii=False).encode()


def told(content: bytes | str) -> list[str]:
    """The faults of a file, as they are told."""
    return [str(each) for each in faults_of(content)]


def faults_of(content: bytes | str) -> tuple[Found, ...]:
    """The faults of a file."""
    checked = check_template(content.encode() if isinstance(content, str) else content)
    assert (checked.template is None) == bool(checked.faults)
    return checked.faults


def only(content: bytes | str) -> str:
    """The one fault of a file."""
    faults = told(content)
    assert len(faults) == 1, faults
    return faults[0]


def workbook(name: str) -> str:
    """The file of a canvas that comes with Raakvlak."""
    return (templates_folder() / f"{name}.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", [pytest.param(file, id=file.stem) for file in FILES])
def test_every_canvas_passes(file: Path) -> None:
    """[TPL-1]"""
    assert told(file.read_bytes()) == []


# --- how it is told ---------------------------------------------------------------------------------------------------


def test_all_faults_are_told_by_line_and_field_in_both_languages() -> None:
    """[TPL-2]"""
    text = EXAMPLE.replace('"en": "Do now"', '"en": 5').replace('"minutes": 6', '"minutes": "six"')
    lines = [text[: text.index(part)].count("\n") + 1 for part in ('"en": 5', '"minutes": "six"')]
    assert told(text) == [
        f"line {lines[0]}, zones[do-now].label.en: expected a text in quotes, but got the number 5",
        f'line {lines[1]}, steps[2].minutes: expected a whole number, but got the text "six"',
    ]
    assert [each.said.nl for each in faults_of(text)] == [
        "verwacht: een tekst tussen aanhalingstekens, maar hier staat het getal 5",
        'verwacht: een heel getal, maar hier staat de tekst "six"',
    ]


def test_what_is_missing_is_told_where_it_is_missing_from() -> None:
    """[TPL-2]"""
    text = EXAMPLE.replace('"id": "plan",\n', "")
    line = text[: text.index('"label": { "nl": "Plannen"')].count("\n")
    assert f'line {line}, zones[2]: expected the field "id", but it is missing' in told(text)


def test_many_faults_are_counted() -> None:
    """[TPL-2]"""

    def change(content: Content) -> None:
        content["zones"] = [{"id": f"zone {number}"} for number in range(100)]

    faults = told(changed(change))
    assert len(faults) == MAX_FAULTS + 1
    assert faults[-1].endswith(f"and {100 * 2 - MAX_FAULTS} more faults")


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (
            '"label": { "nl": "Plannen"',
            '"lable": { "nl": "Plannen"',
            'there is no field "lable" here; did you mean "label"?',
        ),
        ('"border": "dashed"', '"border": "dash"', 'but got the text "dash"; did you mean "dashed"?'),
        ('"type": "field"', '"type": "feild"', 'but got the text "feild"; did you mean "field"?'),
        ('"zone": "perhaps"', '"zone": "perhabs"', 'there is no "perhabs"; did you mean "perhaps"?'),
        (
            '"y": "gain"',
            '"y": "gains"',
            'expected an axis of this template, but there is no "gains"; did you mean "gain"?',
        ),
        ('"mode": "vote"', '"mode": "voting"', 'but got the text "voting"; did you mean "vote"?'),
        ('"accepts": ["sticky"]', '"accepts": ["stickies"]', 'but got the text "stickies"; did you mean "sticky"?'),
        (
            '"theme": "overall",',
            '"theme": "overall", "colour": "red",',
            'there is no field "colour" here; there can be: "id"',
        ),
    ],
)
def test_a_misspelt_name_gets_the_one_that_was_meant(right: str, wrong: str, said: str) -> None:
    """[TPL-3]"""
    assert right in EXAMPLE
    text = EXAMPLE.replace(right, wrong)
    line = text[: text.index(wrong)].count("\n") + 1
    assert any(f"line {line}," in each and said in each for each in told(text)), told(text)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "line 1: expected a template, but it is empty"),
        ("\n\n  ", "line 3: expected a template, but it is empty"),
        ('{\n"a": 1\n"b": 2}', "line 2: expected a comma at the end of this"),
        ('{\n"a": 1,\n}', "line 3: expected no comma before }, since nothing comes after it"),
        ('{\n"a": [1,\n2,]}', "line 3: expected no comma before ], since nothing comes after it"),
        ('{\n"a": [1,\n2}', "line 3: expected ] for the [ of line 2, but there is }"),
        ('{"a": {\n"b": 1', "line 1: expected an end to the { of this line, but it is never closed"),
        ('{\n"a" 1}', 'line 2: expected a colon after "a", but there is "1"'),
        ("{\na: 1}", 'line 2: expected the name of a field in double quotes ("), but there is "a"'),
        (
            "{\"a\": 'b'}",
            'line 1: expected a text in double quotes ("), a number, true, false, [ or {, but there is "\'"',
        ),
        ('{"a": “b”}', 'line 1: expected a text in double quotes ("), a number, true, false, [ or {, but there is "“"'),
        ('{"a": "b\n"}', 'line 1: expected a text that ends on this line with a double quote (")'),
        ('{"a": "b', 'line 1: expected a text that ends on this line with a double quote (")'),
        ('{"a": "\\q"}', r'line 1: expected one of " \ / b f n r t u after a \ '),
        ('{"a": "\\ud800"}', "line 1: expected a whole letter, not half of one"),
        ('{\n// hi\n"a": 1}', 'line 2: expected the name of a field in double quotes ("), but there is "/"'),
        ('{"a": 1, # hi\n"b": 1}', 'line 1: expected the name of a field in double quotes ("), but there is "#"'),
        (
            '{"a": 1 // hi\n}',
            'line 1: expected JSON, which has no such comments: write yours as a field, such as "//": "my',
        ),
        ('{"a": True}', 'line 1: expected true, but there is "True"'),
        ('{"a": None}', 'line 1: expected null, but there is "None"'),
        (
            '{"a": NaN}',
            'line 1: expected a text in double quotes ("), a number, true, false, [ or {, but there is "NaN"',
        ),
        ('{"a": 1e999}', "line 1: expected a text in double quotes"),
        ('{"a": 1}\n{"b": 1}', 'line 2: expected nothing after the last brace, but there is "{"'),
        ("[" * 5_000, "line 1: expected at most 30 levels within another"),
        ("5", "line 1: expected fields in braces {...}, but got the number 5"),
        ("[]", "line 1: expected fields in braces {...}, but got a list [...]"),
        (b"\xff\xfe{", "the file: expected a text file in UTF-8; save it as that"),
    ],
)
def test_text_that_is_no_template_gets_a_sentence_about_the_mistake(content: str | bytes, said: str) -> None:
    """[TPL-4]"""
    assert only(content).startswith(said)


def test_a_field_that_is_there_twice_is_told() -> None:
    """[TPL-4]"""
    text = EXAMPLE.replace('"version": 1,', '"version": 1,\n"theme": "process",')
    second = text[: text.index('"theme": "overall"')].count("\n") + 1
    assert only(text) == f'line {second}, theme: expected each field once, but "theme" is on line {second - 2} too'


def test_what_an_editor_puts_before_the_text_does_not_matter() -> None:
    """[TPL-4]"""
    assert told(b"\xef\xbb\xbf" + EXAMPLE.replace("\n", "\r\n").encode()) == []


# --- what does not fit together ---------------------------------------------------------------------------------------


def _without_english(content: Content) -> None:
    del content["zones"][0]["label"]["en"]


def _one_language(content: Content) -> None:
    content["title"] = "Kansen"


def _blank(content: Content) -> None:
    content["title"]["nl"] = "  "


def _text_without_place(content: Content) -> None:
    content["zones"].append({"id": "later", "label": {"nl": "Later", "en": "Later"}})


def _place_without_text(content: Content) -> None:
    del content["zones"][3]


def _two_places(content: Content) -> None:
    content["figure"]["parts"][1]["zone"] = "plan"


def _same_id(content: Content) -> None:
    content["zones"].append(content["zones"][0])


def _card(zone: str, kind: str = "card") -> Change:
    def change(content: Content) -> None:
        content["cards"] = [{"id": "c", "zone": zone, "kind": kind, "text": {"nl": "Kaart", "en": "Card"}}]

    return change


def _foreign_kind(content: Content) -> None:
    content["zones"][0]["accepts"] = ["score"]


def _idle_kind(content: Content) -> None:
    content["kinds"].append("score")


def _idle_axis(content: Content) -> None:
    del content["figure"]["parts"][0]["y"]


def _odd_id(content: Content) -> None:
    content["id"] = "Own canvas"


def _sheet(content: Content) -> None:
    content["zones"][4]["id"] = content["figure"]["parts"][1]["zone"] = "sheet"


def _list_without_least(content: Content) -> None:
    content["lists"] = [{"id": "partners", "label": {"nl": "P", "en": "P"}, "least": 5, "most": 3}]


def _measure(**fields: Any) -> Change:
    def change(content: Content) -> None:
        content["measures"] = [{"label": {"nl": "M", "en": "M"}, **fields}]

    return change


def _long_step(content: Content) -> None:
    content["steps"][0]["text"]["en"] = "x" * 501


def _scored(content: Content) -> None:
    content["kinds"].append("score")
    content["zones"][1]["accepts"].append("score")


def _hidden(content: Content) -> None:
    content["title"]["nl"] = "Kans\u202een"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_without_english, 'zones[do-now].label: expected the text in English ("en"), but it is missing'),
        (_one_language, 'title: expected both languages, {"nl": "...", "en": "..."}, but got the text "Kansen"'),
        (_blank, 'title.nl: expected a text with something in it, but got "  "'),
        (
            _text_without_place,
            'zones[later].id: expected a place in the figure for the zone "later", but there is none',
        ),
        (_place_without_text, 'regions[leave].zone: expected a zone of this template, but there is no "leave"'),
        (_two_places, 'parts[plan].zone: expected one place for each zone, but "plan" has one in the figure already'),
        (_same_id, 'zones[do-now].id: expected an id of its own, but two zones are called "do-now"'),
        (_card("lost"), 'cards[c].zone: expected a zone of this template, but there is no "lost"'),
        (_card("plan"), 'cards[c].zone: expected a zone with "card" in its "accepts", since a "card" lies there'),
        (_card("plan", "statement"), 'expected a zone with "score" in its "accepts", since a "statement" lies there'),
        (
            _foreign_kind,
            'zones[do-now].accepts[1]: expected a kind that is in "kinds" of the template too, but "score"',
        ),
        (_idle_kind, 'kinds[3]: expected a zone that takes "score" (in its "accepts"), but there is none'),
        (_idle_axis, 'axes[gain].id: expected a field that names this axis as its "x" or "y", but none names "gain"'),
        (_odd_id, 'id: expected 1 to 60 small letters, digits and dashes, but got "Own canvas"'),
        (_sheet, 'parts[sheet].zone: expected an id of its own, but the sheet or a field is called "sheet" already'),
        (_list_without_least, 'lists[partners].least: expected "least" of at most "most" (3), but got 5'),
        (_measure(type="votes", zones=["lost"]), "measures[1].zones[1]: expected a zone of this template, but"),
        (_measure(type="votes", tone="loud"), "measures[1].tone: expected a tone of this template, but"),
        (_measure(type="empty", where=["lost"]), "measures[1].where[1]: expected a zone of this template, but"),
        (_measure(type="unlinked", to=["lost"]), "measures[1].to[1]: expected a zone of this template, but"),
        (_measure(type="balance", each="issues"), "measures[1].each: expected a list of this template, but"),
        (_measure(type="positions", gap=["now", "then"]), "measures[1].gap[1]: expected a token of this template, but"),
        (_measure(type="positions", frame="plane"), "measures[1].frame: expected a field of this template, but"),
        (_measure(type="positions", token="now"), "measures[1].token: expected a token of this template, but"),
        (_measure(type="scores", gap=["now", "then"]), "measures[1].gap[1]: expected an aspect of this template, but"),
        (_long_step, "steps[1].text.en: expected at most 500 characters in the text of a step, but there are 501"),
        (_scored, 'zones[plan].accepts: expected a box or a cell of a grid for a zone with "score", or cards in it'),
        (_hidden, "title.nl: expected a text without line breaks and without characters that cannot be seen"),
    ],
)
def test_a_template_whose_parts_do_not_fit_together_is_refused(change: Change, said: str) -> None:
    """[TPL-5]"""
    assert any(said in each for each in told(changed(change))), told(changed(change))


# --- geometry ---------------------------------------------------------------------------------------------------------


def _outline(outline: Content) -> Change:
    def change(content: Content) -> None:
        content["figure"]["parts"][0]["regions"][0]["outlines"] = [outline]

    return change


def _part(at: list[float]) -> Change:
    def change(content: Content) -> None:
        content["figure"]["parts"][1]["at"] = at

    return change


BOW = {"type": "polygon", "points": [[0, 0], [300, 300], [300, 0], [0, 300]]}
CLOSED = {"type": "polygon", "points": [[0, 0], [500, 0], [500, 500], [0, 500], [0, 0]]}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            _outline(BOW),
            "outlines[1].points: expected an outline that does not cross itself, but (0, 0)-(300, 300) and",
        ),
        (_outline({"type": "polygon", "points": [[0, 0], [5, 5], [9, 9]]}), "but its points are on one line"),
        (
            _outline({"type": "polygon", "points": [[0, 0], [5, 5]]}),
            "points: expected at least 3 in this list, but got 2",
        ),
        (
            _outline({"type": "circle", "centre": [200, 200], "radius": -40}),
            "radius: expected a number above 0, but got -40",
        ),
        (
            _outline({"type": "circle", "centre": [200, 200], "radius": 40, "inner": 50}),
            'expected "inner" below "radius" (40)',
        ),
        (
            _outline({"type": "sector", "centre": [200, 200], "inner": 90, "outer": 40, "start": 0, "end": 90}),
            'expected "inner" below "outer" (40), but got 90',
        ),
        (
            _outline({"type": "sector", "centre": [200, 200], "inner": 0, "outer": 40, "start": 90, "end": 0}),
            'expected "start" below "end" (0), clockwise, but got 90',
        ),
        (_outline({"type": "overlap", "of": ["plan", "leave"]}), "expected an earlier zone of this field"),
        (
            _outline({"type": "rect", "at": [-300, 0, 100, 100]}),
            "expected an outline within the sheet (2000 x 1400), but",
        ),
        (
            _outline({"type": "rect", "at": [0, 0, 100]}),
            "expected a list of 4 numbers (x, y, width, height), but got a list of 3",
        ),
        (
            _part([1900, 190, 670, 1060]),
            "at: expected a part within the sheet (2000 x 1400), but it runs from (1900, 190)",
        ),
        (_part([60, 190, 670, 0]), "at[4]: expected a number above 0, but got 0"),
    ],
)
def test_geometry_that_cannot_be_is_refused(change: Change, said: str) -> None:
    """[TPL-6]"""
    assert any(said in each for each in told(changed(change))), told(changed(change))


def test_parts_that_lie_half_over_each_other_are_refused() -> None:
    """[TPL-6] One may lie wholly within another."""

    def boxes(*at: list[float]) -> Change:
        def change(content: Content) -> None:
            zones = [f"z{number}" for number in range(len(at))]
            texts = [{"id": zone, "label": {"nl": zone, "en": zone}, "accepts": content["kinds"]} for zone in zones]
            content["zones"], content["axes"] = texts, []
            content["figure"]["parts"] = [
                {"type": "box", "zone": zone, "at": each} for zone, each in zip(zones, at, strict=True)
            ]

        return change

    assert told(changed(boxes([60, 190, 500, 500], [560, 190, 500, 500]))) == []
    assert told(changed(boxes([60, 190, 500, 500], [200, 300, 200, 200]))) == []
    said = 'figure.parts[z1]: expected parts beside each other, but "z0" and "z1" overlap in part'
    assert said in only(changed(boxes([60, 190, 500, 500], [460, 590, 500, 500])))


def test_a_polygon_may_be_closed_by_its_first_point() -> None:
    """[TPL-6]"""
    assert told(changed(_outline(CLOSED))) == []


def _grid(*cells: Content, **fields: Any) -> Change:
    def change(content: Content) -> None:
        columns = [{"id": "a", "label": {"nl": "A", "en": "A"}}, {"id": "b"}]
        content["figure"]["parts"] = [
            {
                "type": "grid",
                "at": [60, 190, 1800, 900],
                "columns": columns,
                "rows": [{"id": "r"}],
                "cells": cells,
                **fields,
            }
        ]
        content["axes"], zones = [], list(dict.fromkeys(cell["zone"] for cell in cells))
        kinds = ["sticky", "dot-vote"]
        content["zones"] = [{"id": zone, "label": {"nl": zone, "en": zone}, "accepts": kinds} for zone in zones]

    return change


def test_cells_beside_each_other_pass() -> None:
    """[TPL-6]"""
    assert told(changed(_grid({"zone": "one", "columns": ["a"]}, {"zone": "two", "columns": ["b"]}, heads=60))) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            _grid({"zone": "one", "columns": ["a"]}, {"zone": "two"}, heads=60),
            "cells[two]: expected cells beside each other, but",
        ),
        (
            _grid({"zone": "one", "columns": ["c"]}, heads=60),
            'columns[1]: expected a column of this template, but there is no "c"',
        ),
        (
            _grid({"zone": "one", "rows": ["c"]}, heads=60),
            'rows[1]: expected a row of this template, but there is no "c"',
        ),
        (
            _grid({"zone": "one"}),
            'columns[a]: expected "heads" (the height of the heads, px) on this grid, since without it',
        ),
        (_grid({"zone": "one", "inset": [0.5, 0, 0.6, 1]}, heads=60), "inset: expected a part of the cell"),
        (_grid({"zone": "one"}, heads=60, gap=399, names=1700), "expected cells of at least 40 x 40 px"),
    ],
)
def test_a_grid_that_cannot_be_is_refused(change: Change, said: str) -> None:
    """[TPL-6]"""
    assert any(said in each for each in told(changed(change))), told(changed(change))


# --- room -------------------------------------------------------------------------------------------------------------


def test_texts_that_do_not_fit_are_refused_in_either_language() -> None:
    """[TPL-7]"""

    def change(content: Content) -> None:
        content["zones"][1]["label"]["nl"] = "Een veel te lange naam voor dit vak " * 22

    faults = told(changed(change))
    assert all("in Dutch it" in each for each in faults), faults
    assert any("zones[plan].label.nl" in each and "has a line running through it" in each for each in faults), faults
    assert any("lies over another text" in each for each in faults), faults


def test_a_radar_without_room_for_its_names_is_told_of_as_such() -> None:
    """[TPL-7]"""

    def change(content: Content) -> None:
        zones = [f"t{number}" for number in range(5)]
        rows = [{"id": zone} for zone in zones]
        cells = [{"zone": zone, "rows": [zone]} for zone in zones]
        content["kinds"], content["measures"], content["axes"] = ["score"], [], []
        content["figure"]["parts"] = [
            {"type": "grid", "at": [60, 190, 1000, 1100], "columns": [{"id": "one"}], "rows": rows, "cells": cells},
            {"type": "chart", "at": [1120, 190, 820, 900], "draws": "radar", "zones": zones},
        ]
        name = {"nl": "Samenwerkingsvaardigheid", "en": "Collaborativeness"}
        content["zones"] = [{"id": zone, "label": name, "accepts": ["score"]} for zone in zones]

    faults = told(changed(change))
    assert faults and all("figure.parts[2].at: expected a text that fits" in each for each in faults), faults


def test_cards_that_do_not_fit_in_their_zone_are_refused() -> None:
    """[TPL-7]"""

    def change(content: Content) -> None:
        content["kinds"].append("card")
        content["zones"][4]["accepts"].append("card")
        text = {"nl": "Een kaart met tekst", "en": "A card with text"}
        content["cards"] = [{"id": f"c-{number}", "zone": "agreements", "text": text} for number in range(90)]

    assert "expected cards that fit in their zone" in only(changed(change))


def test_long_lists_have_room_too() -> None:
    """[TPL-7]"""

    def change(content: Content) -> None:
        _grid({"zone": "one"}, columns=[{"id": "a"}], rows=[{"id": "r", "repeat": "partners"}], names=200)(content)
        content["lists"] = [{"id": "partners", "label": {"nl": "Partner", "en": "Partner"}, "least": 2, "most": 20}]
        content["zones"][0]["hints"] = [{"nl": "Wat wil deze partner?", "en": "What does this partner want?"}] * 2

    assert any("zones[one]" in each for each in told(changed(change))), told(changed(change))


# --- bounds -----------------------------------------------------------------------------------------------------------


def test_two_thousand_zones_are_refused_at_once() -> None:
    """[TPL-8]"""

    def change(content: Content) -> None:
        content["zones"] = [{"id": f"z{number}", "label": {"nl": "Z", "en": "Z"}} for number in range(2_000)]

    started = time.process_time()
    assert "zones: expected at most 400 zones, but there are 2000" in only(changed(change))
    assert time.process_time() - started < 2


def test_rows_that_could_become_too_many_zones_are_refused_at_once() -> None:
    """[TPL-8]"""

    def change(content: Content) -> None:
        tracks = [{"id": f"t{number}", "repeat": "partners"} for number in range(30)]
        _grid(*({"zone": f"z{number}"} for number in range(200)), columns=tracks, rows=tracks)(content)
        content["lists"] = [{"id": "partners", "label": {"nl": "P", "en": "P"}, "most": 20}]

    started = time.process_time()
    assert any(
        "expected at most 400 zones with all lists full, but there would be 72000000" in each
        for each in told(changed(change))
    )
    assert time.process_time() - started < 2


def test_a_file_of_ten_megabytes_is_refused_at_once() -> None:
    """[TPL-8]"""
    started = time.process_time()
    assert only(b" " * 10_000_000) == "the file: expected at most 256 KB, but got 9765 KB"
    assert time.process_time() - started < 0.5


def test_the_largest_file_takes_a_bounded_time() -> None:
    """[TPL-8]"""

    def change(content: Content) -> None:
        spokes = [[10 + number % 2 * 900, number * 2] for number in range(390)]
        outline = {"type": "polygon", "points": [*spokes, [910, 1000], [0, 1000], [0, 0]]}
        content["figure"]["parts"][0]["regions"][0]["outlines"] = [outline] * 12

    content = changed(change)
    assert len(content) < MAX_TEMPLATE
    started = time.process_time()
    check_template(content)
    assert time.process_time() - started < 20


# --- remarks and markup -----------------------------------------------------------------------------------------------


def test_remarks_mean_nothing() -> None:
    """[TPL-9]"""

    def strip(content: Any) -> Any:
        if isinstance(content, dict):
            return {name: strip(inner) for name, inner in content.items() if name[:2] != "//" and name != "$schema"}
        return [strip(inner) for inner in content] if isinstance(content, list) else content

    bare = json.dumps(strip(json.loads(EXAMPLE)))
    assert bare != json.dumps(json.loads(EXAMPLE))
    assert check_template(bare.encode()).template == check_template(EXAMPLE.encode()).template is not None


def test_markup_in_texts_is_text() -> None:
    """[TPL-10]"""
    bad = "<script>alert(1)</script><b>&amp;"

    def change(content: Content) -> None:
        content["title"] = content["zones"][0]["label"] = {"nl": bad, "en": bad}

    template = check_template(changed(change)).template
    assert template is not None
    printed = [shape.lines for shape in sheet_of(template, Settings(), "nl").shapes if isinstance(shape, TextShape)]
    assert (bad,) in printed
    svg = picture(Canvas(id="c", template=template, order=0), [], "light", "nl")
    assert "<script" not in svg and "<b>" not in svg
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&lt;b&gt;&amp;amp;" in svg


# --- anything ---------------------------------------------------------------------------------------------------------

ANYTHING: list[Any] = [
    None,
    0,
    -1,
    0.5,
    1e9,
    "",
    " ",
    "x",
    "sheet",
    "figure",
    True,
    [],
    {},
    [1, 2],
    "partners",
    "score",
]


def ways(content: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to everything in a file's content."""
    if way:
        yield way
    inner = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    for step, value in inner:
        yield from ways(value, (*way, step))


def broken(chance: Random) -> Content:
    """A canvas with something deleted, doubled, put elsewhere, or made another number."""
    content: Content = json.loads(chance.choice([EXAMPLE, *(file.read_text(encoding="utf-8") for file in FILES)]))
    for _ in range(chance.randint(1, 3)):
        *way, last = chance.choice(list(ways(content)))
        within: Any = content
        for step in way:
            within = within[step]
        old = within[last]
        if isinstance(old, int | float) and chance.random() < 0.8:
            within[last] = old * chance.choice([0, -1, 0.01, 0.5, 2, 10, 1000])
        elif chance.random() < 0.3:
            del within[last]
        elif isinstance(within, list) and chance.random() < 0.5:
            within.append(old)
        else:
            within[last] = chance.choice(ANYTHING)
    return content


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_changed_the_check_ends(seed: int) -> None:
    """[TPL-16]"""
    content = broken(Random(seed))
    checked = check_template(json.dumps(content, indent=1).encode())
    assert (checked.template is None) == bool(checked.faults)
    if checked.template is not None:
        assert picture(Canvas(id="c", template=checked.template, order=0), [], "dark", "en").startswith("<svg")
