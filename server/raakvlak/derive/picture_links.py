"""The line of a connector, from the edge of one item to the edge of another; px of the sheet.

The canvas draws the same (client/src/canvas/arrow.ts); vectors bind both.
"""

from collections import defaultdict
from collections.abc import Iterable
from math import copysign, hypot, sqrt
from typing import NamedTuple, Protocol

from raakvlak.canvas.layout import Point

WIDTHS = {1: 2.75, 2: 4.75, 3: 7.75}
"""How thick a connector is, by its strength."""
_HEAD = 14.0
"""How long its head is, and then the more the thicker it is."""
_AWAY = 6.0
"""How far it keeps from what it connects."""
_SIDE = 0.45
"""The head's half breadth as a share of its length."""
_BESIDE = 30.0
"""From one to the next between the same two items."""
_SHORTEST = 4.0
"""Shorter ones are not drawn: what they connect lies over each other."""


class Box(NamedTuple):
    """What a connector leads from or to, about its middle."""

    x: float
    y: float
    width: float
    height: float
    round: bool = False
    name: tuple[float, float] | None = None
    """Width and height of a name that hangs below it."""


class Arrow(NamedTuple):
    tail: Point
    neck: Point
    """Where the line ends within the head."""
    tip: Point
    corners: tuple[Point, Point]
    """The other two of the head."""
    middle: Point


class Link(Protocol):
    """A connector, as far as it connects."""

    @property
    def id(self) -> str: ...
    @property
    def start(self) -> str: ...
    @property
    def end(self) -> str: ...


def arrow_between(start: Box, end: Box, width: float, aside: float = 0.0) -> Arrow | None:
    """None where the two lie over each other. `aside`: so far to the right of the straight way, as one goes."""
    distance = hypot(end.x - start.x, end.y - start.y)
    if distance == 0:
        return None
    ux, uy = (end.x - start.x) / distance, (end.y - start.y) / distance
    first = start.x - uy * aside, start.y + ux * aside
    last = end.x - uy * aside, end.y + ux * aside
    out = _leaving(start, first, ux, uy) + _AWAY
    into = distance - _leaving(end, last, -ux, -uy) - (_AWAY if end.width > 0 else 0)
    if into - out < _SHORTEST:
        return None
    head = min(into - out, _HEAD + width)

    def along(by: float, side: float = 0.0) -> Point:
        return first[0] + ux * by - uy * side, first[1] + uy * by + ux * side

    side = head * _SIDE
    corners = along(into - head, side), along(into - head, -side)
    return Arrow(along(out), along(into - head), along(into), corners, along((out + into) / 2))


def _leaving(box: Box, at: Point, ux: float, uy: float) -> float:
    """How far from a point in the box, in this direction, its edge is, or that of its name if this lies in the way."""
    edge = _leaving_box(box, at, ux, uy)
    if box.name is None or uy <= 0:
        return edge
    below, half = box.y + box.height / 2, box.name[0] / 2
    first, last = (below - at[1]) / uy, (below + box.name[1] - at[1]) / uy
    if abs(at[0] + ux * last - box.x) <= half:
        return max(edge, last)
    if ux != 0 and abs(at[0] + ux * first - box.x) <= half:  # it leaves the name at its side
        return max(edge, (box.x + copysign(half, ux) - at[0]) / ux)
    return edge


def _leaving_box(box: Box, at: Point, ux: float, uy: float) -> float:
    dx, dy = at[0] - box.x, at[1] - box.y
    if box.round:
        radius = box.width / 2
        off = min(radius, abs(dx * uy - dy * ux))
        return sqrt(radius * radius - off * off) - (dx * ux + dy * uy)
    across = (box.width / 2 - copysign(1, ux) * dx) / abs(ux) if ux else float("inf")
    down = (box.height / 2 - copysign(1, uy) * dy) / abs(uy) if uy else float("inf")
    return max(0.0, min(across, down))


def asides(links: Iterable[Link]) -> dict[str, float]:
    """How far aside each goes, by id, so that those between the same two items lie beside each other."""
    between: defaultdict[tuple[str, ...], list[Link]] = defaultdict(list)
    for link in links:
        between[tuple(sorted((link.start, link.end)))].append(link)
    found = {}
    for some in between.values():
        for index, link in enumerate(sorted(some, key=lambda each: each.id)):
            lane = (index - (len(some) - 1) / 2) * _BESIDE
            found[link.id] = lane if link.start < link.end else -lane
    return found
