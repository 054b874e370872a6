"""The commands for who writes a canvas, and the documents that explain how."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from raakvlak.canvas.checking import check_template
from raakvlak.canvases import templates
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
        '"freeze", "intro", "place", "reveal", "score", "vote", "write", but got the text "voting"; did you mean "vote"?',
        f"Expected a template in {lost}, but could not read it: No such file or directory.",
    ]


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
