"""The strokes and letters that every drawing is made of, with the look's measures (px of the sheet at 100 %)."""

from typing import Literal, NamedTuple

from raakvlak.canvas.layout import Point
from raakvlak.canvas.measure import lines_of
from raakvlak.canvas.shapes import Colour, PathShape, TextShape

OUTLINE, INNER, GUIDE = 2.75, 1.5, 1.5
DOTS = (1.0, 5.0)
DASHES = (6.0, 5.0)

Anchor = Literal["start", "middle", "end"]
TextRole = Literal["title", "zone", "hint", "axis", "caption", "catchphrase", "source"]


class Letter(NamedTuple):
    """A style of text."""

    size: float
    leading: float
    weight: int
    colour: Colour
    role: TextRole


TITLE = Letter(34, 42, 650, "ink", "title")
PROMPT = Letter(20, 28, 400, "ink2", "hint")
NAME = Letter(25, 32, 650, "ink", "zone")
SMALL_NAME = Letter(20, 28, 650, "ink", "zone")
HINT = Letter(18, 25, 400, "ink2", "hint")
SOURCE = Letter(14, 20, 400, "ink3", "source")


def number(value: float) -> str:
    """A coordinate, short."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def polygon(points: tuple[Point, ...]) -> str:
    """A closed path."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def rectangle(x: float, y: float, width: float, height: float) -> str:
    """A closed path."""
    return polygon(((x, y), (x + width, y), (x + width, y + height), (x, y + height)))


def circle(x: float, y: float, radius: float, hole: bool = False) -> str:
    """A closed path; a hole in what is drawn before it runs the other way round."""
    r, sweep = number(radius), 0 if hole else 1
    left, right, at = number(x - radius), number(x + radius), number(y)
    return f"M{left} {at}A{r} {r} 0 1 {sweep} {right} {at}A{r} {r} 0 1 {sweep} {left} {at}Z"


def outline(d: str, fill: Colour = "none", thin: bool = False, dash: tuple[float, ...] = ()) -> PathShape:
    """The line of a figure."""
    return PathShape(d, fill=fill, stroke="edge" if thin else "ink", width=INNER if thin else OUTLINE, dash=dash)


def inner_line(start: Point, end: Point) -> PathShape:
    """A line that divides a figure."""
    return PathShape(polygon((start, end)).rstrip("Z"), stroke="ink", width=INNER)


def dotted(start: Point, end: Point) -> PathShape:
    """A guide."""
    return PathShape(polygon((start, end)).rstrip("Z"), stroke="edge", width=GUIDE, dash=DOTS)


def text(
    x: float,
    y: float,
    words: str,
    letter: Letter,
    width: float,
    anchor: str = "start",
    *,
    zone: str | None = None,
    role: TextRole | None = None,
    rotate: float = 0,
) -> TextShape:
    """Text broken to a width; (x, y) is the anchor of its first baseline."""
    return TextShape(
        x=x,
        y=y,
        lines=lines_of(words, letter.size, letter.weight, width),
        size=letter.size,
        leading=letter.leading,
        weight=letter.weight,
        colour=letter.colour,
        anchor="middle" if anchor == "middle" else "end" if anchor == "end" else "start",
        role=role or letter.role,
        zone=zone,
        rotate=rotate,
    )


def text_height(shape: TextShape) -> float:
    """From the first baseline to where the next text's may be, px."""
    return len(shape.lines) * shape.leading
