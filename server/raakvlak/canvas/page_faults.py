"""What does not fit together in a page: names of columns, axes, lists and zones that are not there, or are twice."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from raakvlak.canvas.figures import Chart, Chevrons, Field, Grid, Overlap, Page, Part, Petals
from raakvlak.canvas.layout_grid import lay_grid
from raakvlak.canvas.records import Settings
from raakvlak.canvas.template import Template

SLACK = 0.05
"""Px that cells may overlap by rounding."""


def page_faults(template: Template, page: Page) -> Iterator[str]:
    """Each as a phrase of what was expected."""
    zones = [zone.id for zone in template.zones]
    axes, lists = {axis.id for axis in template.axes}, {each.id for each in template.lists}
    for part in page.parts:
        if isinstance(part, Grid):
            yield from _grid(part)
            if {cell.zone for cell in part.cells} <= set(zones):
                yield from _overlapping(template, part)
        if isinstance(part, Field):
            yield from _overlaps(part)
        if isinstance(part, Field | Chevrons):
            named = (part.x, part.y) if isinstance(part, Field) else (part.x,)
            yield from _unknown("an axis", (axis for axis in named if axis is not None), axes)
        if isinstance(part, Chart):
            yield from _unknown("a zone", part.zones, zones)
        yield from _unknown("a list", _lists(part), lists)
        x, y, width, height = part.at
        if x < 0 or y < 0 or x + width > page.width or y + height > page.height:
            yield f"expected parts within the sheet, but one is at {list(part.at)}"
    frames = [part.id for part in page.parts if isinstance(part, Field | Chevrons)]
    yield from _twice("fields", frames)


def _grid(part: Grid) -> Iterator[str]:
    columns, rows = [track.id for track in part.columns], [track.id for track in part.rows]
    yield from _twice("columns", columns)
    yield from _twice("rows", rows)
    for cell in part.cells:
        yield from _unknown("a column", cell.columns, columns)
        yield from _unknown("a row", cell.rows, rows)


def _overlapping(template: Template, part: Grid) -> Iterator[str]:
    """Cells of a grid, as it is drawn without any entries, that cover one another."""
    frames = list(lay_grid(template, part, Settings()).frames.items())
    for (name, one), (other_name, other) in combinations(frames, 2):
        across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
        down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
        if across > SLACK and down > SLACK:
            yield f"expected cells beside each other, but {name!r} and {other_name!r} overlap"


def _overlaps(part: Field) -> Iterator[str]:
    """An overlap is of two zones before it."""
    known: set[str] = set()
    for region in part.regions:
        for each in region.outlines:
            if isinstance(each, Overlap):
                yield from _unknown("an earlier zone of the field", each.of, known)
        known.add(region.zone)


def _lists(part: Part) -> Iterator[str]:
    if isinstance(part, Petals):
        yield part.repeat
    if isinstance(part, Grid):
        yield from (track.repeat for track in (*part.columns, *part.rows) if track.repeat is not None)


def _unknown(what: str, named: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    there = set(known)
    yield from (f"expected {what} of this template, but got {name!r}" for name in named if name not in there)


def _twice(what: str, ids: list[str]) -> Iterator[str]:
    yield from (
        f"expected {what} with ids of their own, but {name!r} is there twice"
        for name, n in Counter(ids).items()
        if n > 1
    )
