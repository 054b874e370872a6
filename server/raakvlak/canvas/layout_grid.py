"""Where the zones of a box and of a grid stand."""

from collections.abc import Iterator
from typing import NamedTuple

from raakvlak.canvas.figures import Box, Cell, Grid, Track
from raakvlak.canvas.layout_parts import Laid, Rect, Zone, entries_of, frame_of, zone_of
from raakvlak.canvas.records import Settings
from raakvlak.canvas.template import Template
from raakvlak.canvas.words import Words


class Lane(NamedTuple):
    """A column or row as it is laid out: from `start`, `size` px wide or high."""

    id: str
    """With the entry where the track repeats: `partners.org-1`."""
    track: Track
    name: Words | None
    start: float
    size: float


def lay_box(template: Template, part: Box, settings: Settings) -> Laid:
    """One zone, with a frame of its own."""
    rect = Rect(*part.at)
    return Laid({part.zone: frame_of(rect)}, (zone_of(template, part.zone, rect),), {})


def lay_grid(template: Template, part: Grid, settings: Settings) -> Laid:
    """A zone for each crossing of its cells' columns and rows, each with a frame of its own."""
    columns, rows = lanes_of(template, part, settings)
    zones = tuple(zone for cell in part.cells for zone in _zones(template, cell, columns, rows))
    return Laid({zone.id: frame_of(area) for zone in zones for area in _rects(zone)}, zones, {})


def lanes_of(template: Template, part: Grid, settings: Settings) -> tuple[tuple[Lane, ...], tuple[Lane, ...]]:
    """The columns and the rows, one for each entry where they repeat."""
    x, y, width, height = part.at
    columns = _lanes(template, part.columns, settings, x + part.names, width - part.names, part.gap)
    return columns, _lanes(template, part.rows, settings, y + part.heads, height - part.heads, part.gap)


def _lanes(
    template: Template, tracks: tuple[Track, ...], settings: Settings, start: float, room: float, gap: float
) -> tuple[Lane, ...]:
    named: list[tuple[str, Track, Words | None]] = []
    for track in tracks:
        if track.repeat is None:
            named.append((track.id, track, track.label))
        else:
            entries = entries_of(template, settings, track.repeat)
            named += [(f"{track.id}.{entry.id}", track, entry.name) for entry in entries]
    whole = sum(track.size for _, track, _ in named)
    unit = (room - gap * (len(named) - 1)) / whole if named else 0.0
    lanes = []
    for lane_id, track, name in named:
        lanes.append(Lane(lane_id, track, name, round(start, 2), round(track.size * unit, 2)))
        start += track.size * unit + gap
    return tuple(lanes)


def _zones(template: Template, cell: Cell, columns: tuple[Lane, ...], rows: tuple[Lane, ...]) -> Iterator[Zone]:
    across = [lane for lane in columns if not cell.columns or lane.track.id in cell.columns]
    down = [lane for lane in rows if not cell.rows or lane.track.id in cell.rows]
    if not across or not down:
        return
    if cell.span:
        first, last, top, low = across[0], across[-1], down[0], down[-1]
        width, height = last.start + last.size - first.start, low.start + low.size - top.start
        column = first.id if first is last else None
        row = top.id if top is low else None
        area = _inset(cell, first.start, top.start, width, height)
        yield zone_of(template, cell.zone, area, row=row, column=column)
        return
    by_row, by_column = _choice(down), _choice(across)
    for row_lane in down:
        for column_lane in across:
            parts = [cell.zone, *([row_lane.id] if by_row else []), *([column_lane.id] if by_column else [])]
            area = _inset(cell, column_lane.start, row_lane.start, column_lane.size, row_lane.size)
            its_id = ".".join(parts)
            yield zone_of(template, cell.zone, area, id=its_id, row=row_lane.id, column=column_lane.id)


def _choice(lanes: list[Lane]) -> bool:
    """Whether there is more than one lane to tell apart, or could be once entries are added."""
    return len(lanes) > 1 or any(lane.track.repeat is not None for lane in lanes)


def _inset(cell: Cell, x: float, y: float, width: float, height: float) -> Rect:
    left, top, across, down = cell.inset or (0.0, 0.0, 1.0, 1.0)
    return Rect(
        round(x + left * width, 2), round(y + top * height, 2), round(across * width, 2), round(down * height, 2)
    )


def _rects(zone: Zone) -> Iterator[Rect]:
    return (area for area in zone.areas if isinstance(area, Rect))
