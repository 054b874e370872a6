"""Templates: what a file `canvases/<id>.json` holds. A canvas keeps the version it was made from.

Texts exist in Dutch and English. Where a figure stands and what its zones are follows from `figure` in `layout`.
"""

import re
from typing import Annotated, Literal

from msgspec import Meta, Struct

from raakvlak.canvas.values import MAX_SENTENCE

Mode = Literal[
    "check-in",
    "intro",
    "write",
    "place",
    "score",
    "reveal",
    "cluster",
    "discuss",
    "vote",
    "conclude",
    "check-out",
    "freeze",
]
"""What a step is for; `rights` says what people may do in it."""
ItemKind = Literal[
    "sticky",
    "partner-token",
    "participant-token",
    "card",
    "dot-vote",
    "score",
    "smiley",
    "checkbox",
    "connector",
]


_ZONE_ID = re.compile(r"[a-z0-9-]{1,60}")
MAX_RINGS = 8
WIDEST_RING = 0.74
"""Of the figure's half width: the last line before the outermost ring may not go further, so that this has room."""

_Said = Annotated[str, Meta(pattern=r"\S", max_length=2_000)]


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """One text in both languages."""

    nl: _Said
    en: _Said


class ZoneText(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A zone's name, hints and the kinds of items that belong in it. Its outline comes from the figure."""

    id: str
    label: Words
    hints: tuple[Words, ...] = ()
    accepts: tuple[ItemKind, ...] = ()
    private: bool = False
    """What lies in it stays in its author's own stream until that author takes it out."""


class AxisEnd(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    label: Words
    captions: tuple[Words, ...] = ()


class Axis(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A value from 0 (low) to 100 (high), along x or y of the figure's frame."""

    id: Literal["x", "y"]
    label: Words
    low: AxisEnd
    high: AxisEnd
    reversed: bool = False
    """False: high is right (x) or at the top (y). True: high is left or at the bottom."""


class Triangle(Struct, frozen=True, forbid_unknown_fields=True, tag="triangle", tag_field="type"):
    """Three corner zones and one in the centre, all by zone id; the centre is a share of the side."""

    top: str
    left: str
    right: str
    centre: str
    centre_size: Annotated[float, Meta(ge=0.2, le=0.9)] = 0.4


class Quadrant(Struct, frozen=True, forbid_unknown_fields=True, tag="quadrant", tag_field="type"):
    """Two by two cells by zone id, and a strip at the right."""

    top_left: str
    top_right: str
    bottom_left: str
    bottom_right: str
    strip: str


class Rings(Struct, frozen=True, forbid_unknown_fields=True, tag="rings", tag_field="type"):
    """Zone ids from the inside out, each ring's outer radius as a share of the figure's half width; then a tray."""

    zones: Annotated[tuple[str, ...], Meta(min_length=1, max_length=MAX_RINGS)]
    radii: Annotated[tuple[Annotated[float, Meta(gt=0, le=1)], ...], Meta(min_length=1, max_length=MAX_RINGS)]
    tray: str


Figure = Triangle | Quadrant | Rings


class SuggestedStep(Struct, frozen=True, forbid_unknown_fields=True):
    mode: Mode
    minutes: Annotated[int, Meta(ge=0, le=600)]
    text: Words


class Template(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    id: Annotated[str, Meta(pattern=r"\A[a-z0-9-]+\Z", max_length=60)]
    version: Annotated[int, Meta(ge=1)]
    order: Annotated[int, Meta(ge=0, le=1_000)]
    """Its place in the workbook."""
    theme: str
    title: Words
    source: Words
    """Whose content this is; always shown with the canvas."""
    prompt: Words
    figure: Figure
    zones: tuple[ZoneText, ...]
    kinds: tuple[ItemKind, ...]
    """The kinds of items this canvas is for."""
    intro: tuple[Words, ...] = ()
    axes: tuple[Axis, ...] = ()
    steps: tuple[SuggestedStep, ...] = ()
    result: Words | None = None


def figure_zones(figure: Figure) -> tuple[str, ...]:
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
