"""Whether a drawing has room for its texts: none overlaps another, has a line through it, or leaves the sheet.

A template whose texts are too long for its figure is refused for it, before anyone meets it in a workshop.
"""

from itertools import pairwise
from math import sqrt
from typing import Literal, NamedTuple

from raakvlak.canvas.drawing_parts import Box, box_of
from raakvlak.canvas.layout import Layout, Point
from raakvlak.canvas.shapes import PathShape, Shape, TextShape


class Crowding(NamedTuple):
    """A text without the room that it needs."""

    text: TextShape
    how: Literal["leaves the sheet", "has a line through it", "overlaps"]
    other: TextShape | None = None

    def __str__(self) -> str:
        return f"{_named(self.text)} {self.how}" + (f" {_named(self.other)}" if self.other else "")


def crowding_of(layout: Layout, shapes: tuple[Shape, ...]) -> list[Crowding]:
    """What is too crowded in a drawing; empty when all texts have room."""
    texts = [(shape, box_of(shape)) for shape in shapes if isinstance(shape, TextShape)]
    paths = [shape for shape in shapes if isinstance(shape, PathShape)]
    paper = Box(0.0, 0.0, layout.width, layout.height)
    found = [Crowding(shape, "leaves the sheet") for shape, box in texts if not paper.holds(box)]
    found += [Crowding(shape, "has a line through it") for shape, box in texts if any(_runs(p, box) for p in paths)]
    for number, (shape, box) in enumerate(texts):
        found += [Crowding(shape, "overlaps", other) for other, its in texts[:number] if box.overlaps(its)]
    return found


def _named(shape: TextShape) -> str:
    return repr(" ".join(shape.lines))


def _runs(path: PathShape, box: Box) -> bool:
    """Whether a line that `drawing_parts` made (straight pieces, or one circle) runs through the box."""
    points = [_point(each) for each in path.d.split("A")[0].strip("MZ").split("L")]
    if "A" in path.d:
        radius, (left, y) = float(path.d.split("A")[1].split()[0]), points[0]
        return _circle_runs((left + radius, y), radius, box)
    if path.d.endswith("Z"):
        points.append(points[0])
    return any(_piece_runs(start, end, box) for start, end in pairwise(points))


def _point(said: str) -> Point:
    x, y = said.split()
    return float(x), float(y)


def _circle_runs(middle: Point, radius: float, box: Box) -> bool:
    """The nearest point of the box is inside the circle, its farthest corner is outside."""
    across = (box.left - middle[0], box.right - middle[0])
    along = (box.top - middle[1], box.low - middle[1])
    near_x, near_y = max(across[0], -across[1], 0.0), max(along[0], -along[1], 0.0)
    far_x, far_y = max(map(abs, across)), max(map(abs, along))
    near, far = sqrt(near_x * near_x + near_y * near_y), sqrt(far_x * far_x + far_y * far_y)
    return near < radius < far


def _piece_runs(start: Point, end: Point, box: Box) -> bool:
    """The piece's own rectangle overlaps the box, and not all corners of the box lie on one side of it."""
    (ax, ay), (bx, by) = start, end
    if max(ax, bx) <= box.left or min(ax, bx) >= box.right or max(ay, by) <= box.top or min(ay, by) >= box.low:
        return False
    corners = [(x, y) for x in (box.left, box.right) for y in (box.top, box.low)]
    sides = [(bx - ax) * (y - ay) - (by - ay) * (x - ax) for x, y in corners]
    return min(sides) < 0 < max(sides)
