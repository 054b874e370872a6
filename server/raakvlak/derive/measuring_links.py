"""Measures of arrows and of moves."""

from collections.abc import Sequence

from raakvlak.canvas.events import Event, Patch, Put
from raakvlak.canvas.layout import Zone
from raakvlak.canvas.measures import Moves, Ties, Unlinked
from raakvlak.canvas.records import Connector
from raakvlak.canvas.words import Words
from raakvlak.canvas.zones import zones_at
from raakvlak.derive.measuring_board import Board
from raakvlak.derive.measuring_counts import texts
from raakvlak.derive.measuring_facts import Lying
from raakvlak.derive.measuring_results import (
    COUNT,
    INCOMING,
    MUTUAL,
    OF_ALL,
    ONE_SIDED,
    OUTGOING,
    Label,
    Mark,
    Result,
    Row,
)


def unlinked(measure: Unlinked, board: Board) -> Result:
    """What has no arrow to or from what lies in `to`, by zone."""
    aims = {each.id for each in board.lying(board.zones(measure.to))} if measure.to else None
    linked = {end for link in board.facts.links for end, other in (link, link[::-1]) if aims is None or other in aims}
    zones = board.zones(measure.zones)
    rows = []
    for heap in board.heaps(zones, _of(measure.kind, board, zones)):
        alone = [each for each in heap.facts if each.id not in linked]
        numbers = (float(len(alone)), float(len(heap.facts)))
        rows.append(Row(heap.id, heap.label, numbers, names=texts(board, alone)))
    return Result("unlinked", measure.label, (COUNT, OF_ALL), tuple(rows))


def ties(measure: Ties, board: Board) -> Result:
    """Arrows from and to each thing, the most first, and where they lead, be it on another canvas."""
    rows = []
    links = set(board.facts.links)
    for item in _of(measure.kind, board, board.zones(measure.zones)):
        outward = {end for start, end in links if start == item.id}
        inward = {start for start, end in links if end == item.id}
        mutual = len(outward & inward)
        if measure.kind is None and item.kind == "card" and not outward | inward:
            continue  # the template's own cards are many: only those that something is linked to
        none: tuple[Mark, ...] = ("none",) if not outward and not inward else ()
        numbers = (len(outward), len(inward), mutual, len(outward ^ inward))
        names = tuple(
            _with(_said(board, end), "↔" if end in outward & inward else "→" if end in outward else "←")
            for end in sorted(outward | inward)
        )
        rows.append(Row(item.id, board.text(item), tuple(map(float, numbers)), names=names, marks=none))
    rows.sort(key=lambda row: -((row.numbers[0] or 0.0) + (row.numbers[1] or 0.0)))
    return Result("ties", measure.label, (OUTGOING, INCOMING, MUTUAL, ONE_SIDED), tuple(rows))


def _of(kind: str | None, board: Board, zones: Sequence[Zone]) -> list[Lying]:
    return board.lying(zones, kind) if kind else board.lying(zones)


def _with(label: Label, sign: str) -> Label:
    return f"{sign} {label}" if isinstance(label, str) else Words(f"{sign} {label.nl}", f"{sign} {label.en}")


def _said(board: Board, item: str) -> Label:
    here = next((each for each in board.facts.items if each.id == item), None)
    return board.text(here) if here is not None else board.facts.elsewhere.get(item, "")


def moves(measure: Moves, board: Board, history: Sequence[Event]) -> Result:
    """How often things came into each zone from outside it, or were taken out of what is private.

    To take a move back, or do it again, is no further move.
    """
    if measure.lifted:
        count = sum(_lifted(event, board.canvas.id) for event in history)
        return Result("moves", measure.label, (COUNT,), (Row("lifted", measure.label, (float(count),)),))
    zones = board.zones(measure.zones)
    counts = {zone.id: 0 for zone in zones}
    lay: dict[str, set[str]] = {}
    for event in history:
        for change in event.changes:
            if isinstance(change, Put) and getattr(change.record, "canvas", None) == board.canvas.id:
                place = getattr(change.record, "place", None)
                # An arrow goes where its ends go, and is not moved.
                if place is not None and not isinstance(change.record, Connector):
                    lay[change.record.id] = set(zones_at(board.layout, place).zones)
            elif isinstance(change, Patch) and change.set.place and change.id in lay:
                now = set(zones_at(board.layout, change.set.place).zones)
                for zone in (now - lay[change.id]) & counts.keys():
                    counts[zone] += event.undone is None
                lay[change.id] = now
    rows = [Row(zone.id, board.name(zone), (float(counts[zone.id]),)) for zone in zones]
    return Result("moves", measure.label, (COUNT,), tuple(rows))


def _lifted(event: Event, canvas: str) -> int:
    """What its author took out of a zone that is private for good."""
    if not event.lifted:
        return 0
    return sum(isinstance(change, Put) and getattr(change.record, "canvas", None) == canvas for change in event.changes)
