"""How wide a text is in our typeface, and where its lines break. The browser and every export use the same typeface."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

_AVERAGE = "n"
"""Stands for letters that the table has not."""
_EVEN = 2.0
"""Px: lines need not be more even than this."""


@cache
def _advances(weight: int, italic: bool) -> dict[str, int]:
    """Advance widths in 1/1000 of the type size (written by tools/font_advances.py)."""
    faces = json.loads(files("raakvlak.canvas").joinpath("advances.json").read_text(encoding="utf-8"))
    table = faces["italic" if italic else "normal"]
    nearest = min(table, key=lambda name: abs(int(name) - weight))
    found: dict[str, int] = table[nearest]
    return found


def width_of(text: str, size: float, weight: int, italic: bool = False) -> float:
    """The width of one line in px."""
    advances = _advances(weight, italic)
    return sum(advances.get(letter, advances[_AVERAGE]) for letter in text) * size / 1000


def lines_of(text: str, size: float, weight: int, width: float, italic: bool = False) -> tuple[str, ...]:
    """The text broken at spaces so that no line is wider than `width` px, unless a single word is."""
    return lines_of_parts(text.split(), size, weight, width, italic)


def lines_of_parts(
    parts: Sequence[str], size: float, weight: int, width: float, italic: bool = False
) -> tuple[str, ...]:
    """Parts that stay whole, set in lines: as few as will do, and those as even as can be.

    So no word is left alone in the last one. Raises ValueError when there is nothing to set.
    """
    if not parts:
        raise ValueError("expected a text, but it is empty")
    widths = [width_of(part, size, weight, italic) for part in parts]
    space = width_of(" ", size, weight, italic)
    broken = _broken(parts, widths, space, width)
    narrow, wide = width / 2, width
    while len(broken) > 1 and wide - narrow > _EVEN:
        middle = (narrow + wide) / 2
        tried = _broken(parts, widths, space, middle)
        if len(tried) == len(broken):
            broken, wide = tried, middle
        else:
            narrow = middle
    return broken


def _broken(parts: Sequence[str], widths: list[float], space: float, width: float) -> tuple[str, ...]:
    lines: list[str] = []
    taken = 0.0
    for part, its in zip(parts, widths, strict=True):
        if lines and taken + space + its <= width:
            lines[-1] += f" {part}"
            taken += space + its
        else:
            lines.append(part)
            taken = its
    return tuple(lines)
