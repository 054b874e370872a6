"""The elements that a picture is made of, and the letters of names."""

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Literal

from raakvlak.canvas.measure import width_of

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold, whatever stands before it."""


def element(name: str, *inside: str, **attributes: str | float | None) -> str:
    """An element with what is in it (markup already) and its attributes: those that are None are left out."""
    written = "".join(
        f' {_name(key)}="{text(number(value) if isinstance(value, (int, float)) else value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(inside)}</{name}>" if inside else f"<{name}{written}/>"


def _name(key: str) -> str:
    return key if key == "viewBox" else key.replace("_", "-")


def text(written: str) -> str:
    """What somebody wrote, as text of an XML document."""
    return escape(_NOT_XML.sub("\ufffd", written))


def number(value: float) -> str:
    """A length, to a hundredth of a px."""
    return f"{round(value, 2):g}" if abs(value) < 10_000 else str(round(value))


def line_of(d: str, colour: str, width: float, dash: Sequence[float] = ()) -> str:
    """A path as a line with round ends."""
    return element(
        "path",
        d=d,
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_linecap="round",
        stroke_linejoin="round",
        stroke_dasharray=" ".join(map(number, dash)) or None,
    )


def texts(
    x: float,
    y: float,
    lines: Iterable[str],
    size: float,
    leading: float,
    colour: str,
    *,
    weight: int = 400,
    anchor: Literal["start", "middle", "end"] = "start",
    italic: bool = False,
    rotate: float = 0,
) -> str:
    """Lines of text, the first with its baseline at y."""
    spans = [element("tspan", text(line), x=x, y=y + index * leading) for index, line in enumerate(lines) if line]
    if not spans:
        return ""
    return element(
        "text",
        *spans,
        font_size=size,
        font_weight=weight,
        fill=colour,
        text_anchor=None if anchor == "start" else anchor,
        font_style="italic" if italic else None,
        transform=f"rotate({number(rotate)} {number(x)} {number(y)})" if rotate else None,
    )


def broken(written: str, size: float, weight: int, width: float) -> list[str]:
    """A text in lines no wider than `width` px: at its own ends of lines, between words, and within one too long."""
    lines: list[str] = []
    for paragraph in written.split("\n"):
        line = ""
        for word in paragraph.split():
            for piece in _pieces(word, size, weight, width):
                longer = f"{line} {piece}" if line else piece
                if line and width_of(longer, size, weight) > width:
                    lines.append(line)
                    line = piece
                else:
                    line = longer
        lines.append(line)
    return lines


def _pieces(word: str, size: float, weight: int, width: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_of(pieces[-1] + letter, size, weight) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def initials(name: str) -> str:
    """Two letters for a person or an organisation: of the first and the last word, or the first two of the only one."""
    found = [letters for word in re.split(r"[\s\-–/]+", name) if (letters := [each for each in word if each.isalnum()])]
    if not found:
        return "?"
    return ("".join(found[0][:2]) if len(found) == 1 else found[0][0] + found[-1][0]).upper()
