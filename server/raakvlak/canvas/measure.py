"""How wide a text is in our typeface, and where its lines break. The browser and every export use the same typeface."""

import json
from functools import cache
from importlib.resources import files

_AVERAGE = "n"


@cache
def _advances(weight: int) -> dict[str, int]:
    """Advance widths in 1/1000 of the type size (written by tools/font_advances.py)."""
    table = json.loads(files("raakvlak.canvas").joinpath("advances.json").read_text(encoding="utf-8"))
    nearest = min(table, key=lambda name: abs(int(name) - weight))
    found: dict[str, int] = table[nearest]
    return found


def width_of(text: str, size: float, weight: int) -> float:
    """The width of one line in px."""
    advances = _advances(weight)
    return sum(advances.get(letter, advances[_AVERAGE]) for letter in text) * size / 1000


def lines_of(text: str, size: float, weight: int, width: float) -> tuple[str, ...]:
    """The text broken at spaces so that no line is wider than `width` px, unless a single word is.

    In as few lines as will do, and those as even as can be: a printed page leaves no word alone.
    """
    lines = _broken(text, size, weight, width)
    narrow, wide = width / 2, width
    while len(lines) > 1 and wide - narrow > 2:
        middle = (narrow + wide) / 2
        if len(_broken(text, size, weight, middle)) == len(lines):
            wide = middle
        else:
            narrow = middle
    return _broken(text, size, weight, wide)


def _broken(text: str, size: float, weight: int, width: float) -> tuple[str, ...]:
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, size, weight) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return (*lines, line) if line else tuple(lines)
