"""Measures of arrows and of moves."""

from collections.abc import Sequence

from raakvlak.canvas.events import Event, Patch, Put
from raakvlak.canvas.measures import Moves, Ties, Unlinked
from raakvlak.canvas.records import Sticky
from raakvlak.canvas.zones import zones_at
from raakvlak.derive.measuring_board import Board
from raakvlak.derive.measuring_results import COUNT, INCOMING, MUTUAL, OUTGOING, Mark, Result, Row


def unlinked(measure: Unlinked, board: Board) -> Result:
    """What has no arrow, by zone."""
    linked = {end for link in board.facts.links for end in link}
    zones = board.zones(measure.zones)
    rows = []
    for heap in board.heaps(zones, board.lying(zones)):
        alone = [board.text(each) for each in heap.facts if each.id not in linked]
        rows.append(Row(heap.id, heap.label, (float(len(alone)),), names=tuple(alone)))
    return Result("unlinked", measure.label, (COUNT,), tuple(rows))


def ties(measure: Ties, board: Board) -> Result:
    """Arrows from and to each thing; those to what lies on another canvas count as going out."""
    rows = []
    links = set(board.facts.links)
    for item in board.lying(board.zones(measure.zones)):
        outward = {end for start, end in links if start == item.id}
        inward = {start for start, end in links if end == item.id}
        numbers = (len(outward), len(inward), len(outward & inward))
        none: tuple[Mark, ...] = ("none",) if not outward and not inward else ()
        rows.append(Row(item.id, board.text(item), tuple(map(float, numbers)), marks=none))
    return Result("ties", measure.label, (OUTGOING, INCOMING, MUTUAL), tuple(rows))


def moves(measure: Moves, board: Board, history: Sequence[Event]) -> Result:
    """How often things came into each zone from outside it, or were taken out of what is private."""
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
                if place is not None:
                    lay[change.record.id] = set(zones_at(board.layout, place).zones)
            elif isinstance(change, Patch) and change.set.place and change.id in lay:
                now = set(zones_at(board.layout, change.set.place).zones)
                for zone in now - lay[change.id]:
                    if zone in counts:
                        counts[zone] += 1
                lay[change.id] = now
    rows = [Row(zone.id, board.name(zone), (float(counts[zone.id]),)) for zone in zones]
    return Result("moves", measure.label, (COUNT,), tuple(rows))


def _lifted(event: Event, canvas: str) -> int:
    """Notes that came from their author's own stream without a reveal: under an id that no page load gave."""
    return sum(
        isinstance(change, Put)
        and isinstance(change.record, Sticky)
        and change.record.canvas == canvas
        and not event.revealed
        and event.undone is None
        and not change.record.id.startswith(f"{event.intent.writer}.")
        for change in event.changes
    )
