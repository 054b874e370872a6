"""The strokes and letters that every drawing is made of, with the look's measures (px of the sheet at 100 %).

Sheets are larger than a screen: fitted to a laptop's they show at about a half. So letters are printed larger than
the interface's, in the same proportions, and read well at that size.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from raakvlak.canvas.layout_parts import Point
from raakvlak.canvas.measure import lines_of, lines_of_parts, width_of
from raakvlak.canvas.shapes import Colour, PathShape, TextRole, TextShape
from raakvlak.canvas.values import Language
from raakvlak.canvas.words import Words

OUTLINE, INNER, GUIDE = 2.75, 1.5, 1.5
DOTS = (1.0, 5.0)
DASHES = (6.0, 5.0)
FOOT = 34.0
"""Px from the sheet's bottom edge to what is printed lowest."""
AFTER_NAME, BETWEEN = 12.0, 14.0
"""From a name to the text under it, and between texts that are no one paragraph; lines within one are nearer."""
ASCENT, DESCENT = 0.76, 0.22
"""Of the type size: how far letters reach over and under their baseline, accents included."""

Anchor = Literal["start", "middle", "end"]


class Letter(NamedTuple):
    """A style of text."""

    size: float
    leading: float
    weight: int
    colour: Colour
    role: TextRole
    italic: bool = False


TITLE = Letter(38, 47, 650, "ink", "title")
PROMPT = Letter(22, 30, 400, "ink2", "prompt")
NAME = Letter(28, 36, 650, "ink", "zone")
SMALL_NAME = Letter(22, 30, 650, "ink", "zone")
ENTRY = tuple(
    SMALL_NAME._replace(size=size, leading=leading) for size, leading in ((22, 30), (19, 24), (16, 20), (13, 17))
)
"""For what people call an entry of a list, which can be long."""
HINT = Letter(20, 28, 400, "ink2", "hint")
CATCHPHRASE = Letter(20, 28, 400, "ink2", "catchphrase", italic=True)
AXIS = Letter(23, 30, 650, "ink", "axis")
AXIS_END = Letter(21, 30, 400, "ink2", "axis")
CAPTION = Letter(20, 28, 400, "ink2", "caption")
SOURCE = Letter(18, 24, 400, "ink2", "source")


class Box(NamedTuple):
    """The rectangle that something takes on the sheet."""

    left: float
    top: float
    right: float
    low: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two have more than a border in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.low and other.top < self.low

    def holds(self, other: "Box") -> bool:
        """Whether the other lies wholly inside."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.low <= self.low


@dataclass(frozen=True, slots=True)
class Printer:
    """Sets texts in one language."""

    language: Language

    def said(self, words: Words) -> str:
        """The words in this language."""
        return words.nl if self.language == "nl" else words.en

    def text(
        self,
        x: float,
        y: float,
        words: Words,
        letter: Letter,
        width: float,
        anchor: Anchor = "start",
        *,
        upward: bool = False,
        sentence: bool = False,
        zone: str | None = None,
    ) -> TextShape:
        """Text broken to a width, with its top (`upward`: its foot) at y; a `sentence` begins with a capital."""
        said = self.said(words)
        if sentence:
            said = said[:1].upper() + said[1:]
        lines = lines_of(said, letter.size, letter.weight, width, letter.italic)
        return set_lines(x, y, lines, letter, anchor, upward=upward, zone=zone)

    def row(
        self, x: float, y: float, parts: tuple[Words, ...], letter: Letter, width: float, anchor: Anchor
    ) -> TextShape:
        """Several short texts with dots between them, broken only between two of them."""
        said = [self.said(part) for part in parts]
        dotted_parts = [f"{part} ·" for part in said[:-1]] + said[-1:]
        lines = lines_of_parts(dotted_parts, letter.size, letter.weight, width)
        return set_lines(x, y, tuple(each.removesuffix(" ·") for each in lines), letter, anchor)


def set_lines(
    x: float,
    y: float,
    lines: tuple[str, ...],
    letter: Letter,
    anchor: Anchor,
    *,
    upward: bool = False,
    zone: str | None = None,
    rotate: float = 0,
) -> TextShape:
    """Lines with their top (or foot) at y."""
    top = y - (len(lines) - 1) * letter.leading - (ASCENT + DESCENT) * letter.size if upward else y
    return TextShape(
        x=round(x, 2),
        y=round(top + ASCENT * letter.size, 2),
        lines=lines,
        size=letter.size,
        leading=letter.leading,
        weight=letter.weight,
        colour=letter.colour,
        anchor=anchor,
        role=letter.role,
        zone=zone,
        rotate=rotate,
    )


def box_of(shape: TextShape) -> Box:
    """The rectangle that a text takes; a text that is turned is turned a quarter to the left (rotate -90)."""
    italic = shape.role == "catchphrase"
    width = max(width_of(line, shape.size, shape.weight, italic) for line in shape.lines)
    before = {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
    above = ASCENT * shape.size
    below = (len(shape.lines) - 1) * shape.leading + DESCENT * shape.size
    if shape.rotate:
        return Box(shape.x - above, shape.y - width + before, shape.x + below, shape.y + before)
    return Box(shape.x - before, shape.y - above, shape.x - before + width, shape.y + below)


# --- strokes ----------------------------------------------------------------------------------------------------------


def number(value: float) -> str:
    """A coordinate, short."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def line(*points: Point) -> str:
    """An open path."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def polygon(points: tuple[Point, ...]) -> str:
    """A closed path."""
    return line(*points) + "Z"


def rectangle(x: float, y: float, width: float, height: float) -> str:
    """A closed path."""
    return polygon(((x, y), (x + width, y), (x + width, y + height), (x, y + height)))


def circle(x: float, y: float, radius: float, hole: bool = False) -> str:
    """A closed path; a hole in what is drawn before it runs the other way round."""
    r, sweep = number(radius), 0 if hole else 1
    left, right, at = number(x - radius), number(x + radius), number(y)
    return f"M{left} {at}A{r} {r} 0 1 {sweep} {right} {at}A{r} {r} 0 1 {sweep} {left} {at}Z"


def outline(d: str, fill: Colour = "none") -> PathShape:
    """The line of a figure."""
    return PathShape(d, fill=fill, stroke="ink", width=OUTLINE)


def inner_line(d: str) -> PathShape:
    """A line that divides a figure."""
    return PathShape(d, stroke="ink", width=INNER)


def guide(d: str, dash: tuple[float, ...] = DOTS) -> PathShape:
    """A line that is no border: dotted, or dashed."""
    return PathShape(d, stroke="edge", width=GUIDE, dash=dash)
