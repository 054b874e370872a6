"""Whether the canvases hold all that a workbook folder has: every zone, hint, card, prompt, introduction and step.

Run by hand: `python tools/compare_workbook.py FOLDER`, where FOLDER, or `canvases` in it, has a file for each canvas.
Prints what is missing, in nl or en, and exits with 1 if anything is.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CANVASES = Path(__file__).parent.parent / "canvases"
LANGUAGES = ("nl", "en")

Json = dict[str, Any]


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    folder = Path(arguments[0])
    inside = folder / "canvases"
    files = sorted((inside if inside.is_dir() else folder).glob("*.json"))
    missing = [line for file in files for line in missing_of(_read(file), CANVASES / file.name)]
    sys.stdout.writelines(f"{line}\n" for line in missing)
    sys.stdout.write(f"{len(files)} canvases compared, {len(missing)} missing\n")
    return 1 if missing or not files else 0


def missing_of(book: Json, canvas: Path) -> Iterator[str]:
    """A line for each thing of the workbook's canvas that the project's does not have."""
    if not canvas.exists():
        yield f"{book['id']}: no such canvas"
        return
    template = _read(canvas)
    everywhere = list(_words(template))
    axes = {axis["id"]: list(_words(axis)) for axis in template.get("axes", [])}
    labels = {zone["id"]: [zone["label"]] for zone in template["zones"]}
    steps = [(step["mode"], step["minutes"], step["text"]) for step in template.get("steps", [])]
    wanted: list[tuple[str, Json, list[Json]]] = [
        ("title", book["title"], [template["title"]]),
        ("source", book["source"], [template["source"]]),
        ("prompt", book["prompt"], [template["prompt"]]),
        ("result", book["result"]["text"], [template.get("result", {})]),
        *(("intro", text, template.get("intro", [])) for text in book["intro"]),
        *(("axis", text, axes.get(axis["id"], everywhere)) for axis in book["axes"] for text in _words(axis)),
        *(("row or column", text, everywhere) for track in ("rows", "columns") for text in _words(book.get(track, []))),
    ]
    for zone in book["zones"]:
        # A workbook's zone may be a track of a grid, or several zones, `<id>-...`: its words then stand elsewhere.
        parts = [
            part for part in template["zones"] if part["id"] == zone["id"] or part["id"].startswith(f"{zone['id']}-")
        ]
        wanted.append((f"zone {zone['id']}", zone["label"], labels.get(zone["id"], everywhere)))
        hints = [*zone["hints"], *_words(zone.get("poles", {})), *_words(zone.get("columns", []))]
        within = list(_words(parts)) or everywhere
        wanted += [(f"hint of {zone['id']}", hint, within) for hint in hints]
    placed = {card["id"]: [card["text"]] for card in template.get("cards", [])}
    wanted += [(f"card {card['id']}", card["text"], placed.get(card["id"], everywhere)) for card in book["seededCards"]]
    for what, text, among in wanted:
        for language in LANGUAGES:
            if text[language] not in [words.get(language) for words in among]:
                yield f"{book['id']}: {what} ({language}): {text[language]}"
    for step in book["facilitation"]:
        if (step["mode"], step["minutes"], step["text"]) not in steps:
            yield f"{book['id']}: step {step['step']} ({step['mode']}): {step['text']['nl']}"


def _words(value: object) -> Iterator[Json]:
    """All that is one text in both languages, at any depth."""
    if isinstance(value, dict):
        if all(isinstance(value.get(language), str) for language in LANGUAGES):
            yield value
        else:
            for inner in value.values():
                yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)


def _read(file: Path) -> Json:
    content: Json = json.loads(file.read_text(encoding="utf-8"))
    return content


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
