"""Writes transform.json: what the text functions give, for both languages to be held to.

Run `python tests/vectors/text_vectors.py` after a wanted change; tests/unit/test_text.py checks that it is current.
"""

import json
import random
from pathlib import Path
from typing import Any

import msgspec

from raakvlak.canvas.events import Splice
from raakvlak.canvas.text import Edits, apply_edit, compose, inverse, transform

VECTORS = Path(__file__).parent / "transform.json"
LETTERS = "abé€😀ع"


def random_edit(dice: random.Random, length: int) -> Edits:
    """A normal edit of a text of this length, with at most four splices."""
    splices: list[Splice] = []
    at = 0
    while (at := at + dice.randint(0, 3)) <= length and len(splices) < 4:
        remove = dice.randint(0, min(3, length - at))
        insert = "".join(dice.choice(LETTERS) for _ in range(dice.randint(0, 2)))
        if remove or insert:
            splices.append(Splice(at, remove, insert))
        at += remove + 1
    return tuple(splices)


def vectors() -> dict[str, Any]:
    """Texts with two edits made at once (a, b), one made after a (then), and all that follows from them."""
    cases = []
    for seed in range(300):
        dice = random.Random(seed)
        text = "".join(dice.choice(LETTERS) for _ in range(dice.randint(0, 12)))
        a, b = random_edit(dice, len(text)), random_edit(dice, len(text))
        first = seed % 2 == 0
        after_a = apply_edit(text, a)
        then = random_edit(dice, len(after_a))
        cases.append(
            {
                "text": text,
                "a": a,
                "b": b,
                "aFirst": first,
                "afterA": after_a,
                "aOverB": transform(a, b, first),
                "bOverA": transform(b, a, not first),
                "merged": apply_edit(after_a, transform(b, a, not first)),
                "then": then,
                "aThen": compose(a, then),
                "inverseOfA": inverse(text, a),
            }
        )
    return {"what": "edits of texts; see server/raakvlak/canvas/text.py", "cases": msgspec.to_builtins(cases)}


def written() -> str:
    """The file's content."""
    return json.dumps(vectors(), ensure_ascii=False, separators=(",", ":")).replace('},{"text"', '},\n{"text"') + "\n"


if __name__ == "__main__":
    VECTORS.write_text(written(), encoding="utf-8")
