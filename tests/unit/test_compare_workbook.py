"""The comparison of the canvases with a workbook folder tells what is missing, and nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest

from tools.compare_workbook import main, missing_of


def words(text: str) -> dict[str, str]:
    return {"nl": f"{text} nl", "en": f"{text} en"}


BOOK: dict[str, Any] = {
    "id": "example",
    "title": words("title"),
    "source": words("source"),
    "prompt": words("prompt"),
    "result": {"text": words("result")},
    "intro": [words("intro")],
    "axes": [],
    "zones": [
        {"id": "here", "label": words("here"), "hints": [words("hint")]},
        {"id": "row", "label": words("row"), "hints": []},
    ],
    "seededCards": [{"id": "card-1", "text": words("card")}],
    "facilitation": [{"step": 1, "mode": "write", "minutes": 5, "text": words("step")}],
}
TEMPLATE: dict[str, Any] = {
    **{name: BOOK[name] for name in ("id", "title", "source", "prompt", "intro")},
    "result": words("result"),
    "figure": {"parts": [{"rows": [{"id": "row", "label": words("row")}]}]},
    "zones": [{"id": "here", "label": words("here"), "hints": [words("hint")]}],
    "cards": [{"id": "card-1", "text": words("card")}],
    "steps": [{"mode": "write", "minutes": 5, "text": words("step")}],
}


def missing(folder: Path, **changed: object) -> list[str]:
    canvas = folder / "example.json"
    canvas.write_text(json.dumps({**TEMPLATE, **changed}), encoding="utf-8")
    return list(missing_of(BOOK, canvas))


def test_nothing_is_missing_where_a_zone_of_the_workbook_is_a_row_of_a_grid(tmp_path: Path) -> None:
    assert missing(tmp_path) == []


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({"prompt": words("other")}, "example: prompt (nl): prompt nl"),
        ({"intro": []}, "example: intro (nl): intro nl"),
        ({"figure": {}}, "example: zone row (nl): row nl"),
        ({"zones": [{"id": "here", "label": words("here")}]}, "example: hint of here (nl): hint nl"),
        ({"cards": [{"id": "card-1", "text": words("other")}]}, "example: card card-1 (nl): card nl"),
        ({"steps": [{"mode": "write", "minutes": 6, "text": words("step")}]}, "example: step 1 (write): step nl"),
    ],
)
def test_each_thing_that_is_missing_is_named(tmp_path: Path, changed: dict[str, object], line: str) -> None:
    assert missing(tmp_path, **changed)[0] == line


def test_a_text_that_differs_in_one_language_is_missing_in_that_one(tmp_path: Path) -> None:
    prompt = {**words("prompt"), "en": "other"}
    assert missing(tmp_path, prompt=prompt) == ["example: prompt (en): prompt en"]


def test_a_canvas_that_is_not_there_and_an_empty_folder_are_faults(tmp_path: Path) -> None:
    assert list(missing_of(BOOK, tmp_path / "none.json")) == ["example: no such canvas"]
    assert main([str(tmp_path)]) == 1
    assert main([]) == 2
