"""What does not fit together in a template, beyond what its types say."""

from raakvlak.canvas.figures import WIDEST_RING, Page, Quadrant, Rings, Triangle
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import MAX_SENTENCE


def figure_zones(figure: Triangle | Quadrant | Rings | Page) -> tuple[str, ...]:
    """The ids of the zones that a figure needs."""
    if isinstance(figure, Triangle):
        return (figure.top, figure.left, figure.right, figure.centre)
    if isinstance(figure, Quadrant):
        return (figure.top_left, figure.top_right, figure.bottom_left, figure.bottom_right, figure.strip)
    return (*figure.zones, figure.tray)


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
