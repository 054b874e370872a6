"""A template as a canvas's settings make it: in a facilitator's words, with a page that has room for every entry."""

from msgspec.structs import replace

from raakvlak.canvas.figures import Grid, Page, Part, Track
from raakvlak.canvas.layout_parts import entries_of
from raakvlak.canvas.records import Settings
from raakvlak.canvas.template import Template
from raakvlak.canvas.wording import worded

Room = tuple[float, float]
"""Px across and down."""


def fitted(template: Template, settings: Settings) -> Template:
    """The template that is laid out and drawn."""
    said = worded(template, settings)
    if not isinstance(said.figure, Page):
        return said
    return replace(said, figure=_grown(said, said.figure, settings))


def _grown(template: Template, page: Page, settings: Settings) -> Page:
    """The page with its grids as large as their entries need, and the other parts moved and stretched along."""
    more = [_lacking(template, part, settings) if isinstance(part, Grid) else (0.0, 0.0) for part in page.parts]
    if not any(across or down for across, down in more):
        return page
    shifts = [(_shift(page.parts, more, part, 0), _shift(page.parts, more, part, 1)) for part in page.parts]
    sizes = [(_stretch(page.parts, more, part, 0), _stretch(page.parts, more, part, 1)) for part in page.parts]
    parts = tuple(_put(part, shift, size) for part, shift, size in zip(page.parts, shifts, sizes, strict=True))
    grown = [max(shift[side] + size[side] for shift, size in zip(shifts, sizes, strict=True)) for side in (0, 1)]
    return replace(page, width=page.width + grown[0], height=page.height + grown[1], parts=parts)


def _lacking(template: Template, part: Grid, settings: Settings) -> Room:
    """How much wider and higher a grid must be."""
    _, _, width, height = part.at
    return (
        _short(template, part.columns, settings, width - part.names, part.gap),
        _short(template, part.rows, settings, height - part.heads, part.gap),
    )


def _short(template: Template, tracks: tuple[Track, ...], settings: Settings, room: float, gap: float) -> float:
    counts = [len(entries_of(template, settings, track.repeat)) if track.repeat else 1 for track in tracks]
    unit = max(track.least / track.size for track in tracks)
    whole = sum(count * track.size for count, track in zip(counts, tracks, strict=True))
    return max(0.0, round(unit * whole + gap * (sum(counts) - 1) - room, 2))


def _shift(parts: tuple[Part, ...], more: list[Room], part: Part, side: int) -> float:
    """How far a part moves: what the grids before it grow, and move themselves."""
    before = [
        grown[side] + _shift(parts, more, other, side)
        for other, grown in zip(parts, more, strict=True)
        if grown[side] and other.at[side] + other.at[side + 2] <= part.at[side]
    ]
    return max(before, default=0.0)


def _stretch(parts: tuple[Part, ...], more: list[Room], part: Part, side: int) -> float:
    """How much a part itself grows: a grid as its entries need, and whatever ends where a grid ends as that does."""
    beside = [
        grown[side]
        for other, grown in zip(parts, more, strict=True)
        if other.at[side] <= part.at[side] and _end(other, side) == _end(part, side)
    ]
    return max(beside, default=0.0)


def _end(part: Part, side: int) -> float:
    return part.at[side] + part.at[side + 2]


def _put(part: Part, shift: Room, size: Room) -> Part:
    x, y, width, height = part.at
    return replace(part, at=(x + shift[0], y + shift[1], width + size[0], height + size[1]))
