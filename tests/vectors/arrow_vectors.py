"""Arrows between boxes: written down once, and drawn alike by both languages.

Run `python tests/vectors/arrow_vectors.py` after a wanted change; a test of pictures checks that it is current.
"""

import json
from pathlib import Path
from typing import Any

from raakvlak.derive.picture_links import Arrow, Box, arrow_between

FILE = Path(__file__).with_name("arrows.json")
NOTE = {"width": 188, "height": 140, "round": False}
LOW = {"width": 240, "height": 40, "round": False}
TOKEN = {"width": 88, "height": 88, "round": True}
NAMED: dict[str, Any] = {**TOKEN, "name": {"width": 150, "height": 52}}
POINT = {"width": 0, "height": 0, "round": False}
WAYS = ((400, 0), (-400, 0), (0, 400), (0, -400), (300, 170), (-260, 310), (-350, -90), (90, -420), (60, 20))
PAIRS = ((NOTE, NOTE), (NOTE, NAMED), (NAMED, TOKEN), (TOKEN, LOW), (LOW, POINT), (NAMED, NAMED))


def cases() -> list[dict[str, Any]]:
    """Every pair of boxes in every direction, straight and aside, with where its arrow is drawn."""
    found = []
    for number, (start, end) in enumerate(PAIRS):
        for x, y in WAYS:
            width = (2.75, 4.75, 7.75)[number % 3]
            for aside in (0, 15, -15):
                case = {"from": {"x": 500, "y": 400, **start}, "to": {"x": 500 + x, "y": 400 + y, **end}}
                arrow = arrow_between(box_of(case["from"]), box_of(case["to"]), width, aside)
                found.append({**case, "width": width, "aside": aside, "arrow": written(arrow)})
    return found


def box_of(box: Any) -> Box:
    """A box as the file has it."""
    name = box.get("name")
    size = (name["width"], name["height"]) if name else None
    return Box(box["x"], box["y"], box["width"], box["height"], box["round"], size)


def written(arrow: Arrow | None) -> Any:
    """An arrow as the file has it."""
    if arrow is None:
        return None
    return {key: [round(each, 3) for each in getattr(arrow, key)] for key in ("tail", "tip", "middle")}


if __name__ == "__main__":
    FILE.write_text("[\n" + ",\n".join(json.dumps(case) for case in cases()) + "\n]\n", encoding="utf-8")
