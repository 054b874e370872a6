"""What does not fit together in a template, beyond what its types say."""

import re
from collections.abc import Iterator

from raakvlak.canvas.figures import (
    WIDEST_RING,
    Box,
    Chart,
    Chevrons,
    Cycle,
    Field,
    Figure,
    Grid,
    Page,
    Part,
    Petals,
    Quadrant,
    Rings,
    Triangle,
)
from raakvlak.canvas.page_faults import page_faults
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import MAX_SENTENCE

_ZONE_ID = re.compile(r"[a-z0-9-]{1,60}")


def figure_zones(figure: Figure) -> tuple[str, ...]:
    """The ids of the zones that a figure needs."""
    if isinstance(figure, Triangle):
        return (figure.top, figure.left, figure.right, figure.centre)
    if isinstance(figure, Quadrant):
        return (figure.top_left, figure.top_right, figure.bottom_left, figure.bottom_right, figure.strip)
    if isinstance(figure, Rings):
        return (*figure.zones, figure.tray)
    return tuple(dict.fromkeys(zone for part in figure.parts for zone in _part_zones(part)))


def _part_zones(part: Part) -> Iterator[str]:
    match part:
        case Box():
            yield part.zone
        case Grid():
            yield from (cell.zone for cell in part.cells)
        case Field():
            yield from (region.zone for region in part.regions)
        case Cycle():
            yield from (*part.stations, part.centre)
        case Chevrons():
            yield from part.zones
        case Petals():
            yield from (part.petal, part.overlap, part.centre)
        case Chart():
            pass


def faults_of(template: Template) -> list[str]:
    """What does not fit together in a template, each as a phrase of what was expected; empty when all is well."""
    faults: list[str] = []
    needed, given = figure_zones(template.figure), [zone.id for zone in template.zones]
    if sorted(needed) != sorted(given):
        faults.append(f"expected the zones of its figure ({', '.join(needed)}), but it has {', '.join(given)}")
    if isinstance(template.figure, Rings):
        radii = template.figure.radii
        if len(radii) != len(template.figure.zones) or list(radii) != sorted(set(radii)) or radii[-1] != 1:
            faults.append("expected one radius for each ring, rising to 1")
        elif any(radius > WIDEST_RING for radius in radii[:-1]):
            faults.append(f"expected radii up to {WIDEST_RING} before the last, but got {list(radii)}")
    if isinstance(template.figure, Quadrant) and [axis.id for axis in template.axes] not in (["x", "y"], ["y", "x"]):
        faults.append("expected an axis x and an axis y for a quadrant")
    if isinstance(template.figure, Page):
        faults += page_faults(template, template.figure)
    known = set(given)
    faults += [
        f"expected a zone of this template for card {card.id!r}, but got {card.zone!r}"
        for card in template.cards
        if card.zone not in known
    ]
    for step in template.steps:
        if max(len(step.text.nl), len(step.text.en)) > MAX_SENTENCE:
            faults.append(f"expected at most {MAX_SENTENCE} characters in the text of a step")
    for zone in template.zones:
        if not _ZONE_ID.fullmatch(zone.id):
            faults.append(f"expected a zone's id of small letters, digits and dashes, but got {zone.id[:60]!r}")
        foreign = set(zone.accepts) - set(template.kinds)
        if foreign:
            faults.append(f"expected kinds of this template in zone {zone.id!r}, but it accepts {sorted(foreign)}")
    return faults
