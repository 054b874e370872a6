"""The commands for who writes a canvas, and the documents that explain how."""

import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from raakvlak.canvas.checking import MAX_TEMPLATE, check_template
from raakvlak.canvas.faults import zones_drawn
from raakvlak.canvas.field_parts import MAX_SIDE
from raakvlak.canvas.figures import MAX_ZONES, Figure
from raakvlak.canvas.template import MAX_CARDS, MAX_NAMED, MAX_SUGGESTED
from raakvlak.canvases import templates, templates_folder
from raakvlak.cli import main
from raakvlak.new_template import new_template
from raakvlak.template_schema import schema_text

ROOT = Path(__file__).parents[2]


def test_an_example_is_written_that_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """[TPL-11]"""
    file = tmp_path / "eigen-canvas.json"
    assert main(["templates", "new", str(file)]) == 0
    template = check_template(file.read_bytes()).template
    assert template is not None and template.id == "eigen-canvas"
    assert file.read_text(encoding="utf-8").count('"//') >= 5
    assert main(["templates", "check", str(file)]) == 0
    assert f"{file}: all is well. 5 zones, 6 steps, 28 minutes." in capsys.readouterr().out


def test_no_file_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """[TPL-11]"""
    file = tmp_path / "mine.json"
    file.write_text("mine", encoding="utf-8")
    assert main(["templates", "new", str(file)]) == 1
    assert file.read_text(encoding="utf-8") == "mine"
    assert capsys.readouterr().err == f"Expected a file that is not there yet, but {file} is.\n"
    for name in ("My Canvas.json", "lost/mine.json"):
        assert main(["templates", "new", str(tmp_path / name)]) == 1
        assert capsys.readouterr().err.startswith("Expected ")
    assert [each.name for each in tmp_path.iterdir()] == ["mine.json"]


def test_the_canvases_are_listed_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    """[TPL-12]"""
    assert main(["templates", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    ordered = sorted(templates().values(), key=lambda each: each.order)
    assert [line.split()[0] for line in lines] == [each.id for each in ordered]
    assert all(each.title.en in line and each.title.nl in line for each, line in zip(ordered, lines, strict=True))


def test_all_faults_of_all_files_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """[TPL-13]"""
    good, bad, lost = (tmp_path / name for name in ("good.json", "bad.json", "lost.json"))
    good.write_text(new_template("good"), encoding="utf-8")
    bad.write_text(new_template("bad").replace('"mode": "vote"', '"mode": "voting"'), encoding="utf-8")
    line = bad.read_text(encoding="utf-8").partition('"voting"')[0].count("\n") + 1
    assert main(["templates", "check", str(bad), str(good), str(lost)]) == 1
    said = capsys.readouterr()
    assert said.out.startswith(f"{good}: all is well.")
    assert said.err.splitlines() == [
        f"{bad}: 1 fault; docs/templates.md explains each part.",
        f'  line {line}, steps[5].mode: expected one of "check-in", "check-out", "cluster", "conclude", "discuss", '
        '"freeze", "intro", "place", "reveal", "score", "vote", "write", '
        'but got the text "voting"; did you mean "vote"?',
        f"Expected a template in {lost}, but could not read it: No such file or directory.",
    ]


def test_the_id_of_a_canvas_of_the_workbook_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """[TPL-13] In another file than that canvas's own."""
    own = templates_folder() / "golden-triangle.json"
    copy = tmp_path / "copy.json"
    copy.write_bytes(own.read_bytes())
    assert main(["templates", "check", str(own)]) == 0
    assert main(["templates", "check", str(copy)]) == 1
    said = 'id: expected an id of its own, but "golden-triangle" is a canvas of the workbook'
    assert capsys.readouterr().err.splitlines()[1:] == [f"  {said}"]


def test_a_large_file_is_not_even_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """[TPL-8]"""
    file = tmp_path / "large.json"
    with file.open("wb") as opened:
        opened.truncate(10_000_000_000)
    assert main(["templates", "check", str(file)]) == 1
    assert capsys.readouterr().err.endswith("  the file: expected at most 256 KB, but got 9765625 KB\n")


# --- the schema -------------------------------------------------------------------------------------------------------


def test_the_schema_in_docs_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    """[TPL-14] `./run types` writes it."""
    assert (ROOT / "docs" / "template.schema.json").read_text(encoding="utf-8") == schema_text()
    assert main(["templates", "schema"]) == 0
    assert capsys.readouterr().out == schema_text()


SCHEMA: dict[str, Any] = json.loads(schema_text())
PLAIN = {"type", "nl", "en"}
"""Fields that say by themselves what they are."""


@pytest.mark.parametrize("name", sorted(SCHEMA["$defs"]))
def test_the_schema_explains_every_field(name: str) -> None:
    """[TPL-14]"""
    struct = SCHEMA["$defs"][name]
    assert struct["additionalProperties"] is False and "^//" in struct["patternProperties"]
    assert struct.get("description"), name
    unsaid = [field for field, its in struct["properties"].items() if field not in PLAIN and not its.get("description")]
    assert unsaid == []


def test_the_schema_is_one_that_editors_understand() -> None:
    """[TPL-14]"""
    references = set(re.findall(r'"\$ref": "#/\$defs/(\w+)"', schema_text()))
    assert references == set(SCHEMA["$defs"])
    assert SCHEMA["$schema"].startswith("https://json-schema.org/")
    assert r"\\A" not in schema_text() and "discriminator" not in schema_text()


def fits(value: Any, schema: dict[str, Any]) -> bool:
    """Whether a value is what a schema says, by those words of JSON Schema that ours uses."""
    if "$ref" in schema:
        return fits(value, SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]])
    if "anyOf" in schema:
        return any(fits(value, each) for each in schema["anyOf"])
    if "enum" in schema:
        return value in schema["enum"]
    match schema["type"]:
        case "object":
            known = schema["properties"]
            named = {name: inner for name, inner in value.items() if not name.startswith("//")}
            whole = isinstance(value, dict) and set(schema["required"]) <= set(named) <= set(known)
            return whole and all(fits(inner, known[name]) for name, inner in named.items())
        case "array":
            kinds = schema.get("prefixItems") or [schema["items"]] * len(value)
            right = isinstance(value, list) and schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", 10**6)
            return right and len(kinds) == len(value) and all(map(fits, value, kinds))
        case "string":
            short = isinstance(value, str) and len(value) <= schema.get("maxLength", 10**6)
            return short and re.search(schema.get("pattern", ""), value) is not None
        case "number" | "integer":
            low, high = schema.get("minimum", -(10**9)), schema.get("maximum", 10**9)
            return bool(low <= value <= high and value > schema.get("exclusiveMinimum", -(10**9)))
        case "boolean":
            return isinstance(value, bool)
        case "null":
            return value is None
    raise AssertionError(f"expected words of JSON Schema that are known here, but got {schema}")


FILES = sorted(templates_folder().glob("*.json"))


@pytest.mark.parametrize("file", [pytest.param(file, id=file.stem) for file in FILES])
def test_every_canvas_is_what_the_schema_says(file: Path) -> None:
    """[TPL-14]"""
    content = json.loads(file.read_bytes())
    assert fits(content, SCHEMA)
    assert fits(json.loads(new_template("own")), SCHEMA)
    content["zones"][0]["lable"] = content["zones"][0].pop("label")
    assert not fits(content, SCHEMA)


# --- the document -----------------------------------------------------------------------------------------------------

DOCUMENT = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
BLOCKS = [
    (kind.strip(), text, DOCUMENT[:at].count("\n") + 1)
    for kind, text, at in (
        (found[1], found[2], found.start())
        for found in re.finditer(r"^```json(.*)\n((?:.*\n)*?)```$", DOCUMENT, re.MULTILINE)
    )
]


def words(text: str) -> dict[str, str]:
    """The same text in both languages."""
    return {"nl": text, "en": text}


def canvas(figure: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A canvas around a figure of the document, with the zones, axes and lists that it names."""
    content: dict[str, Any] = json.loads(new_template("own"))
    content |= {"kinds": ["sticky"], "axes": [], "measures": [], "figure": figure}
    drawn = dict.fromkeys(zone for zone, _ in zones_drawn(msgspec.convert(figure, Figure)))
    content["zones"] = [{"id": zone, "label": words(zone.replace("-", " ")), "accepts": ["sticky"]} for zone in drawn]
    named = re.findall(r'"[xy]": "(\w+)"', json.dumps(figure)) or (["x", "y"] if figure["type"] == "quadrant" else [])
    end = {"label": words("End")}
    content["axes"] = [{"id": axis, "label": words(axis), "low": end, "high": end} for axis in named]
    content["lists"] = [
        {"id": name, "label": words("Entry"), "most": 8}
        for name in re.findall(r'"repeat": "(\w+)"', json.dumps(figure))
    ]
    return content | fields


def page(*parts: Any) -> dict[str, Any]:
    """A page with parts of the document."""
    return {"type": "page", "width": 2000, "height": 1400, "parts": parts}


def whole(kind: str, text: str) -> dict[str, Any]:
    """The template that a block of the document is, or is a piece of."""
    if kind == "field":
        fields: dict[str, Any] = json.loads("{" + text + "}")
        around: dict[str, Any] = json.loads(new_template("own"))
        zones = {each["id"]: each for each in around["zones"]} | {each["id"]: each for each in fields.pop("zones", [])}
        around["zones"] = list(zones.values())
        if "cards" in fields:
            around["kinds"] += ["card", "score", "checkbox"]
            for zone in zones.values():
                zone["accepts"] = around["kinds"]
            around["cards"] = fields["cards"] + [
                {"id": f"more-{zone}", "zone": zone, "text": words("More")} for zone in zones
            ]
            return around
        return {**around, **fields}
    content: Any = json.loads(text)
    if kind == "part":
        return canvas(page(content))
    if kind == "parts":
        return canvas(page(*content))
    made: dict[str, Any] = canvas(content) if kind == "figure" else content
    return made


@pytest.mark.parametrize(("kind", "text"), [pytest.param(kind, text, id=f"line {line}") for kind, text, line in BLOCKS])
def test_all_that_the_document_shows_passes(kind: str, text: str) -> None:
    """[TPL-15]"""
    checked = check_template(json.dumps(whole(kind, text), indent=1).encode())
    assert [str(each) for each in checked.faults] == []


def test_every_field_and_every_value_is_in_the_document() -> None:
    """[TPL-15]"""
    fields = {name for struct in SCHEMA["$defs"].values() for name in struct["properties"]} - {"$schema"}
    values = set(re.findall(r'"([a-z-]+)"', " ".join(re.findall(r'"enum": \[([^\]]*)\]', schema_text()))))
    written = set(re.findall(r'[`"]([a-z_-]+)[`"]', DOCUMENT))
    assert fields - written == set()
    assert values - written == set()
    assert {kind for kind, _, _ in BLOCKS} == {"", "part", "parts", "field", "figure"}


def test_every_bound_in_the_document_is_the_real_one() -> None:
    """[TPL-15]"""
    limits = DOCUMENT.partition("## Limits")[2]
    sizes = (f"{MAX_TEMPLATE // 1024} KB", f"{MAX_ZONES} zones", f"{MAX_SIDE} px")
    for bound in (*sizes, f"{MAX_CARDS} cards", f"{MAX_SUGGESTED} steps", f"{MAX_NAMED} tokens"):
        assert bound in limits
