"""What covers what on a page: cells of a grid, and boxes, cells and stations of different parts."""

from collections.abc import Iterator
from itertools import combinations

from raakvlak.canvas.fault import Fault, Path, fault, shown
from raakvlak.canvas.figures import Box, Cycle, Grid, Page, Part
from raakvlak.canvas.layout_field import lay_cycle
from raakvlak.canvas.layout_grid import lay_box, lay_grid
from raakvlak.canvas.layout_parts import Frame
from raakvlak.canvas.records import Entry, Settings
from raakvlak.canvas.template import Template

SLACK = 0.05
"""Px that cells may overlap by rounding."""
SMALLEST = 40.0
"""Px: no zone of a grid is narrower or lower; a note is 188 wide and 140 high."""


def cell_faults(template: Template, part: Grid, path: Path) -> Iterator[Fault]:
    """Cells that cover one another, or are too small for anything."""
    numbers = {cell.zone: number for number, cell in enumerate(part.cells)}
    laid = lay_grid(template, part, _one_of_each())
    zones = [(zone, laid.frames[zone.id]) for zone in laid.zones]
    for zone, frame in zones:
        if frame.width < SMALLEST or frame.height < SMALLEST:
            size = f"{frame.width:g} x {frame.height:g}"
            yield fault(
                (*path, "cells", numbers[zone.of]),
                f"verwacht: cellen van minstens {SMALLEST:g} x {SMALLEST:g} px, maar {shown(zone.id)} wordt {size}",
                f"expected cells of at least {SMALLEST:g} x {SMALLEST:g} px, but {shown(zone.id)} would be {size}",
            )
            return
    told: set[tuple[str, str]] = set()
    for (zone, one), (other_zone, other) in combinations(zones, 2):
        if _meet(one, other) and (zone.of, other_zone.of) not in told:
            told.add((zone.of, other_zone.of))
            yield fault(
                (*path, "cells", numbers[other_zone.of]),
                f"verwacht: cellen naast elkaar, maar {shown(zone.id)} en {shown(other_zone.id)} overlappen",
                f"expected cells beside each other, but {shown(zone.id)} and {shown(other_zone.id)} overlap",
            )


def covering_faults(template: Template, page: Page) -> Iterator[Fault]:
    """Boxes, cells and stations that lie half over those of another part. (One may lie wholly within another.)"""
    known = {zone.id for zone in template.zones}
    frames = [
        (number, name, frame)
        for number, part in enumerate(page.parts)
        for name, frame in _frames(template, part, known).items()
    ]
    told: set[tuple[int, int]] = set()
    for (number, name, one), (other_number, other_name, other) in combinations(frames, 2):
        numbers = (number, other_number)
        if (
            number == other_number
            or numbers in told
            or not _meet(one, other)
            or _holds(one, other)
            or _holds(other, one)
        ):
            continue
        told.add(numbers)
        yield fault(
            ("figure", "parts", other_number),
            f"verwacht: onderdelen naast elkaar, maar {shown(name)} en {shown(other_name)} overlappen voor een deel",
            f"expected parts beside each other, but {shown(name)} and {shown(other_name)} overlap in part",
        )


def _frames(template: Template, part: Part, known: set[str]) -> dict[str, Frame]:
    """Of a part whose zones all are known: where they lie."""
    match part:
        case Box(zone=zone):
            return lay_box(template, part, _one_of_each()).frames if zone in known else {}
        case Grid(cells=cells):
            return lay_grid(template, part, _one_of_each()).frames if {each.zone for each in cells} <= known else {}
        case Cycle(stations=stations, centre=centre):
            return lay_cycle(template, part, _one_of_each()).frames if {*stations, centre} <= known else {}
        case _:
            return {}


def _meet(one: Frame, other: Frame) -> bool:
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > SLACK and down > SLACK


def _holds(one: Frame, other: Frame) -> bool:
    right, low = one.x + one.width + SLACK, one.y + one.height + SLACK
    across = one.x - SLACK <= other.x and other.x + other.width <= right
    return across and one.y - SLACK <= other.y and other.y + other.height <= low


def _one_of_each() -> Settings:
    """Lists with one entry, so that what repeats is there however few a template draws of it."""
    entry = (Entry(id="one", name="one"),)
    return Settings(partners=entry, issues=entry)
