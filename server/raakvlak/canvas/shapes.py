"""What a drawing consists of. The browser paints these, exports write the same as SVG.

Colours are tokens (names of the look's palette), resolved by whoever paints: a browser's theme, or print.
Lengths are px of the sheet at 100 %.
"""

from typing import Literal

from msgspec import Struct

Colour = Literal["ink", "ink2", "ink3", "edge", "line", "sheet", "gold-zone", "none"]

TextRole = Literal["title", "prompt", "zone", "hint", "axis", "caption", "catchphrase", "source"]
"""Titles, zone names and axes keep a size of 12 px on screen when zoomed out; the others go below 9 px. Catch-phrases
are set in italics."""


class PathShape(Struct, frozen=True, tag="path", tag_field="type"):
    """An SVG path with absolute coordinates."""

    d: str
    fill: Colour = "none"
    stroke: Colour = "none"
    width: float = 0
    """Stroke width; on a screen never under 1 or over 3 px, whatever the zoom."""
    dash: tuple[float, ...] = ()


class TextShape(Struct, frozen=True, tag="text", tag_field="type"):
    """Lines of text, broken already. (x, y) is the anchor of the first baseline."""

    x: float
    y: float
    lines: tuple[str, ...]
    size: float
    leading: float
    weight: int
    colour: Colour
    anchor: Literal["start", "middle", "end"]
    role: TextRole
    zone: str | None = None
    rotate: float = 0
    """Degrees clockwise about (x, y)."""


class ZoneShape(Struct, frozen=True, tag="zone", tag_field="type"):
    """The outline of a zone, unpainted until something is dragged over it; an SVG path."""

    zone: str
    d: str


class ChartShape(Struct, frozen=True, tag="chart", tag_field="type"):
    """A rectangle for what whoever paints draws from the records of these zones."""

    kind: Literal["scale", "radar", "profile", "heat", "balance"]
    """scale: five circles to score on, three faces for smileys; the others as the template's chart says."""
    x: float
    y: float
    width: float
    height: float
    zones: tuple[str, ...]
    """Of the layout, in the chart's order."""
    aspect: str = ""
    """Of a scale: which of the template's aspects is scored on it; "" where there are none."""


Shape = PathShape | TextShape | ZoneShape | ChartShape
