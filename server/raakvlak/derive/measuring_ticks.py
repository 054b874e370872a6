"""Measures of ticks: which share is done, what people disagree about, what is behind."""

from collections.abc import Sequence

from msgspec.structs import replace

from raakvlak.canvas.layout import Zone
from raakvlak.canvas.measures import Behind, Ticks
from raakvlak.canvas.words import Words
from raakvlak.derive.measuring_board import Board, Heap
from raakvlak.derive.measuring_counts import COUNTED, by_track, count_and_share, counted, marked
from raakvlak.derive.measuring_facts import Given
from raakvlak.derive.measuring_results import (
    COUNT,
    DONE,
    GROUP,
    NOT_DONE,
    NOT_NEEDED,
    OF_ALL,
    SHARE,
    TICKED_MEAN,
    Number,
    Result,
    Row,
    of_each,
)

UNTICKED, UNNEEDED, TICKED = 1.0, 2.0, 3.0
THIRD = 0.333
"""From this share on people are divided about a thing."""
TOGETHER = Words("Alles samen", "All together")


def ticks(measure: Ticks, board: Board) -> Result:
    """What is ticked, of what is needed; and, where the group ticked together, its own share."""
    zones = board.zones(measure.zones)
    wanted = {zone.id: zone for zone in zones}
    given = [each for each in board.facts.given.get("checkbox", ()) if each.zone in wanted]
    if measure.by == "person":
        return _by_person(measure, board, zones, given)
    if measure.by == "whole":
        return _whole(measure, board, zones, given)
    if any(card.row for card in board.canvas.template.cards if card.zone in {zone.of for zone in zones}):
        return _choices(measure, board, zones, given)
    group = [each for each in board.facts.group if each.zone in wanted]
    both = {heap.id: _done_share(heap.facts) for heap in _heaps(measure, board, wanted, group)}
    heaps = _heaps(measure, board, wanted, given)
    there = {heap.id for heap in heaps}
    missing = [
        Heap[Given](each.id, each.label, []) for each in _heaps(measure, board, wanted, group) if each.id not in there
    ]
    rows, hidden = board.rows([*heaps, *missing], _ticked)
    if group:
        rows = [
            replace(
                row,
                numbers=(*row.numbers, both.get(row.id)),
                organisations={key: (*cells, None) for key, cells in row.organisations.items()},
            )
            for row in rows
        ]
    if measure.by == "card":
        rows = [replace(row, marks=("divided",)) if _divided(row) else row for row in rows]
        rows.sort(key=lambda row: -_divided(row))
    columns = (DONE, NOT_NEEDED, NOT_DONE, SHARE, *((GROUP,) if group else ()))
    return Result("ticks", measure.label, columns, tuple(rows), hidden)


def behind(measure: Behind, board: Board) -> Result:
    """For each column before the last in which something is ticked: what is not, by most or as the group noted it."""
    zones = board.zones(measure.zones)
    done = {each.item for each in board.facts.group if each.value == TICKED}
    decided = {each.item for each in board.facts.group}
    cards = [item for item in board.facts.items if item.kind == "card"]
    ticked: dict[str | None, list[float]] = {}
    for each in board.facts.given.get("checkbox", ()):
        ticked.setdefault(each.item, []).append(each.value)

    def holds(thing: str, *values: float) -> bool:
        """Whether the group, or else more than half of those who said anything, gave one of these values."""
        if thing in decided:
            return any(each.item == thing and each.value in values for each in board.facts.group)
        said = ticked.get(thing, [])
        return 2 * sum(value in values for value in said) > len(said)

    columns = list(dict.fromkeys(zone.column for zone in zones if zone.column))
    in_column = {
        column: {item.thing: item for item in cards if _lies_in(item.zones, zones, column)} for column in columns
    }
    begun = [n for n, each in enumerate(columns) if any(x in done or holds(x, TICKED) for x in in_column[each])]
    rows = []
    for column in columns[: max(begun, default=0)]:
        left = [item for thing, item in in_column[column].items() if not holds(thing, TICKED, UNNEEDED)]
        names = tuple(map(board.text, left))
        rows.append(Row(column, board.track(column), (float(len(left)), float(len(in_column[column]))), names=names))
    return Result("behind", measure.label, (COUNT, OF_ALL), tuple(rows))


def _lies_in(zones_of_item: Sequence[str], zones: Sequence[Zone], column: str) -> bool:
    return any(zone.id in zones_of_item and zone.column == column for zone in zones)


def _heaps(measure: Ticks, board: Board, zones: dict[str, Zone], facts: Sequence[Given]) -> list[Heap[Given]]:
    if measure.by == "card":
        return _by_card(board, zones, facts)
    heaps = [Heap(zone.id, board.name(zone), [x for x in facts if x.zone == zone.id]) for zone in zones.values()]
    return by_track(board, list(zones.values()), heaps, measure.by)


def _by_card(board: Board, zones: dict[str, Zone], facts: Sequence[Given]) -> list[Heap[Given]]:
    """By card, or by zone where there is none."""
    cards = {item.thing: item for item in board.facts.items if item.kind == "card"}
    heaps = []
    for thing, item in cards.items():
        own = [each for each in facts if each.item == thing]
        if own:
            heaps.append(Heap(thing, board.text(item), own))
    for zone in zones.values():
        own = [each for each in facts if each.zone == zone.id and each.item is None]
        if own:
            heaps.append(Heap(zone.id, board.name(zone), own))
    return heaps


def _choices(measure: Ticks, board: Board, zones: Sequence[Zone], given: Sequence[Given]) -> Result:
    """Where people tick one card of each row, how often each zone was chosen, and which share that is of all."""
    chosen = [each for each in given if each.value == TICKED]
    heaps = [Heap(zone.id, board.name(zone), [each for each in chosen if each.zone == zone.id]) for zone in zones]
    rows, hidden = board.rows(heaps, count_and_share)
    return Result("ticks", measure.label, COUNTED, tuple(marked(rows)), hidden)


def _by_person(measure: Ticks, board: Board, zones: Sequence[Zone], given: Sequence[Given]) -> Result:
    """How many each person ticked in each zone; of nobody where anything was ticked without a name."""
    hidden = any(not each.named for each in given)
    done = [each for each in given if each.value == TICKED]
    rows = [
        Row(
            person.id,
            person.name,
            tuple(float(sum(each.person == person.id and each.zone == zone.id for each in done)) for zone in zones),
        )
        for person in board.facts.people.values()
        if not hidden and any(each.person == person.id for each in given)
    ]
    columns = of_each([(zone.id, board.name(zone)) for zone in zones], COUNT)
    return Result("ticks", measure.label, columns, tuple(rows), hidden)


def _whole(measure: Ticks, board: Board, zones: Sequence[Zone], given: Sequence[Given]) -> Result:
    """How many things are ticked, each counted for the share of those that said anything of it; and of how many."""
    own = {zone.of for zone in zones}
    most = float(sum(card.zone in own and card.kind == "checkbox" for card in board.canvas.template.cards))

    def numbers(facts: Sequence[Given], whole: Sequence[Given]) -> tuple[Number, ...]:
        things: dict[str | None, list[float]] = {}
        for each in facts:
            things.setdefault(each.item or each.zone, []).append(each.value)
        ticked = sum(values.count(TICKED) / len(values) for values in things.values())
        return (ticked if things else None), most

    rows, hidden = board.rows([Heap("whole", TOGETHER, given)], numbers)
    return Result("ticks", measure.label, (TICKED_MEAN, OF_ALL), tuple(rows), hidden)


def _done_share(facts: Sequence[Given]) -> Number:
    needed = [each.value for each in facts if each.value != UNNEEDED]
    return 100.0 * needed.count(TICKED) / len(needed) if needed else None


def _ticked(facts: Sequence[Given], whole: Sequence[Given]) -> tuple[Number, ...]:
    return (*counted(facts, TICKED, UNNEEDED, UNTICKED), _done_share(facts))


def _divided(row: Row) -> float:
    """The smaller share of those who ticked it and of those who did not; 0 where it is less than a third."""
    ticked, left = row.numbers[0] or 0.0, row.numbers[2] or 0.0
    share = min(ticked, left) / (ticked + left) if ticked + left else 0.0
    return share if share >= THIRD else 0.0
