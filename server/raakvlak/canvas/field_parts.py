"""What a field of a page consists of: outlines of zones, their names, lines and words of the picture.

Lengths are px of the sheet at 100 %, x to the right, y down.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from raakvlak.canvas.words import Words

MAX_SIDE = 6_000
"""Px: the widest and the highest that a sheet can be."""

PartId = Annotated[str, Meta(pattern=r"\A[a-z0-9-]{1,60}\Z")]
ZoneId = Annotated[str, Meta(pattern=r"\A[a-z0-9-]{1,60}\Z")]
Coordinate = Annotated[float, Meta(ge=-MAX_SIDE, le=MAX_SIDE)]
Size = Annotated[float, Meta(gt=0, le=MAX_SIDE)]
Point = tuple[Coordinate, Coordinate]
Rect = tuple[Coordinate, Coordinate, Size, Size]
"""x, y, width, height."""


class PolygonOutline(Struct, frozen=True, forbid_unknown_fields=True, tag="polygon", tag_field="type"):
    """Straight from corner to corner, and back to the first."""

    points: Annotated[tuple[Point, ...], Meta(min_length=3, max_length=400)]
    """x, y of each corner, in order."""


class Rectangle(Struct, frozen=True, forbid_unknown_fields=True, tag="rect", tag_field="type"):
    """An upright rectangle."""

    at: Rect
    """x, y, width, height."""


class Circle(Struct, frozen=True, forbid_unknown_fields=True, tag="circle", tag_field="type"):
    """A disc, or with `inner` a ring."""

    centre: Point
    """x, y."""
    radius: Size
    """Of its outer edge."""
    inner: Annotated[float, Meta(ge=0, le=MAX_SIDE)] = 0.0
    """Radius of the hole; 0: there is none."""


class Ellipse(Struct, frozen=True, forbid_unknown_fields=True, tag="ellipse", tag_field="type"):
    """An ellipse, which may be turned."""

    centre: Point
    """x, y."""
    radii: tuple[Size, Size]
    """Across and down, before it is turned."""
    turn: Annotated[float, Meta(ge=-360, le=360)] = 0.0
    """Degrees, clockwise."""


class Sector(Struct, frozen=True, forbid_unknown_fields=True, tag="sector", tag_field="type"):
    """A piece of a ring, from one angle to another (degrees clockwise from the top)."""

    centre: Point
    """x, y of the ring that it is a piece of."""
    inner: Annotated[float, Meta(ge=0, le=MAX_SIDE)]
    """Radius of its inner edge; 0: a slice to the centre."""
    outer: Size
    """Radius of its outer edge."""
    start: Annotated[float, Meta(ge=-360, le=720)]
    """0 is at the top, 90 at the right."""
    end: Annotated[float, Meta(ge=-360, le=720)]
    """More than the start."""
    knob: Annotated[float, Meta(ge=0, le=MAX_SIDE)] = 0.0
    """Radius of a knob on its last edge, for which its first edge has a notch: pieces of a puzzle. 0: none."""


class Overlap(Struct, frozen=True, forbid_unknown_fields=True, tag="overlap", tag_field="type"):
    """What the outlines of two zones of this field have in common."""

    of: tuple[ZoneId, ZoneId]
    """Two zones that come before this one in the field."""


Outline = PolygonOutline | Rectangle | Circle | Ellipse | Sector | Overlap


class Named(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where a zone's name stands, its hints under it: the top of the first line is at (x, y)."""

    at: Point
    """x, y."""
    width: Size
    """Lines break at this."""
    anchor: Literal["start", "middle", "end"] = "start"
    """Which of its sides is at x."""
    upward: bool = False
    """The foot of the last line is at (x, y) instead."""


class Region(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A zone of a field. Points count from the field's top left corner."""

    zone: ZoneId
    """The zone that it is."""
    outlines: Annotated[tuple[Outline, ...], Meta(min_length=1, max_length=20)]
    """The zone is the union of these."""
    draw: Literal["figure", "inner", "dotted", "dashed", "none"] = "figure"
    """The line along its outlines."""
    fill: Literal["none", "gold-zone"] = "none"
    """gold-zone: for what is shared."""
    name: Named | None = None
    """None: at the top left of its first outline's rectangle."""


class Stroke(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A line that belongs to the picture. Points count from the field's top left corner."""

    points: Annotated[tuple[Point, ...], Meta(min_length=2, max_length=400)]
    """x, y of each."""
    draw: Literal["figure", "inner", "dotted", "dashed"] = "inner"
    """figure: as thick as an outline. inner: thin."""
    closed: bool = False
    """Back to the first point."""
    smooth: bool = False
    """A curve through the points."""
    arrow: Literal["none", "end", "both"] = "none"
    """Whether it has a head."""


class Print(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """Words that belong to the picture. Its point counts from the field's top left corner."""

    words: Words
    """What is printed."""
    at: Point
    """x, y of the top of its first line."""
    width: Size
    """Lines break at this."""
    letter: Literal["name", "hint", "quote", "faint", "sign"] = "hint"
    """"faint": a large word behind what people place."""
    anchor: Literal["start", "middle", "end"] = "middle"
    """Which of its sides is at x."""
