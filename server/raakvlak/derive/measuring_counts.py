"""Measures that count: notes, votes, cards, ticks, smileys, what is missing, what is shared."""

from collections.abc import Sequence
from statistics import pstdev

from msgspec.structs import replace

from raakvlak.canvas.layout import Zone
from raakvlak.canvas.measures import Cards, Empty, Notes, Shared, Smileys, Ticks, Votes
from raakvlak.derive.measuring_board import Board, Fact, Heap, T, of, tracks
from raakvlak.derive.measuring_facts import Given, Lying, Voted
from raakvlak.derive.measuring_results import (
    COUNT,
    DONE,
    DOTS,
    FILLED,
    GROUP,
    HAPPY,
    NEUTRAL,
    NOT_DONE,
    NOT_NEEDED,
    ORGANISATIONS,
    RANK,
    SAD,
    SHARE,
    WITHOUT,
    Label,
    Number,
    Result,
    Row,
)

UNTICKED, UNNEEDED, TICKED = 1.0, 2.0, 3.0
SAD_FACE, NEUTRAL_FACE, HAPPY_FACE = 1.0, 2.0, 3.0


def notes(measure: Notes, board: Board) -> Result:
    """How many there are in each zone, row, column or of each tone, and their share of all."""
    zones = board.zones(measure.zones, measure.kind)
    lying = board.lying(zones, measure.kind)
    if measure.by == "tone":
        heaps = [
            Heap(tone.id, tone.label, [each for each in lying if each.tone == tone.id])
            for tone in board.canvas.template.tones
        ]
    else:
        heaps = by_track(board, zones, board.heaps(zones, lying), measure.by)
    rows, hidden = board.rows(heaps, _count)
    return Result("notes", measure.label, (COUNT, SHARE), tuple(_most(rows)), hidden)


def votes(measure: Votes, board: Board) -> Result:
    """Dots on each item, or on all that lies in a zone, row or column: the most first."""
    zones = board.zones(measure.zones)
    lying = board.lying(zones)
    on: dict[str, list[Voted]] = {}
    for vote in board.facts.votes:
        on.setdefault(vote.item, []).append(vote)
    if measure.by == "item":
        heaps = [Heap(each.id, board.text(each), on[each.id]) for each in lying if each.id in on]
    else:
        found = by_track(board, zones, board.heaps(zones, lying), measure.by)
        heaps = [Heap(each.id, each.label, [vote for x in each.facts for vote in on.get(x.id, ())]) for each in found]
    rows, hidden = board.rows(heaps, lambda facts, whole: (float(sum(each.dots for each in facts)),))
    ordered = sorted(rows, key=lambda row: -(row.numbers[0] or 0.0))
    ranked = [_ranked(row, ordered) for row in ordered]
    return Result("votes", measure.label, (DOTS, RANK), tuple(_most(ranked)), hidden)


def cards(measure: Cards, board: Board) -> Result:
    """Which cards lie in each zone."""
    zones = board.zones(measure.zones, "card")
    rows = [
        Row(heap.id, heap.label, (float(len(heap.facts)),), names=tuple(board.text(each) for each in heap.facts))
        for heap in board.heaps(zones, board.lying(zones, "card"))
    ]
    return Result("cards", measure.label, (COUNT,), tuple(rows))


def ticks(measure: Ticks, board: Board) -> Result:
    """What is ticked, of what is needed; and, where the group ticked together, its own share."""
    zones = board.zones(measure.zones)
    wanted = {zone.id: zone for zone in zones}
    given = [each for each in board.facts.given.get("checkbox", ()) if each.zone in wanted]
    if measure.by == "person":
        return _by_person(measure, board, zones, given)
    group = [each for each in board.facts.group if each.zone in wanted]

    def heaped(facts: Sequence[Given]) -> list[Heap[Given]]:
        if measure.by == "card":
            return _by_card(board, wanted, facts)
        heaps = [Heap(zone.id, board.name(zone), [each for each in facts if each.zone == zone.id]) for zone in zones]
        return by_track(board, zones, heaps, measure.by)

    both = {heap.id: _done_share(heap.facts) for heap in heaped(group)}
    heaps = heaped(given)
    missing = [heap for heap in heaped(group) if heap.id not in {each.id for each in heaps}]
    rows, hidden = board.rows([*heaps, *(Heap(heap.id, heap.label, []) for heap in missing)], _ticked)
    if group:
        rows = [
            replace(
                row,
                numbers=(*row.numbers, both.get(row.id)),
                organisations={key: (*cells, None) for key, cells in row.organisations.items()},
            )
            for row in rows
        ]
    marked = [replace(row, marks=("divided",)) if row.numbers[0] and row.numbers[2] else row for row in rows]
    columns = (DONE, NOT_NEEDED, NOT_DONE, SHARE, *((GROUP,) if group else ()))
    return Result("ticks", measure.label, columns, tuple(marked if measure.by == "card" else rows), hidden)


def smileys(measure: Smileys, board: Board) -> Result:
    """Faces for each zone, those on which people differ most first."""
    zones = board.zones(measure.zones, "smiley")
    given = board.facts.given.get("smiley", ())
    heaps = [Heap(zone.id, board.name(zone), [each for each in given if each.zone == zone.id]) for zone in zones]
    heaps.sort(key=lambda heap: -pstdev(each.value for each in heap.facts) if heap.facts else 1.0)
    rows, hidden = board.rows(heaps, lambda facts, whole: _values(facts, HAPPY_FACE, NEUTRAL_FACE, SAD_FACE))
    return Result("smileys", measure.label, (HAPPY, NEUTRAL, SAD), tuple(rows), hidden)


def empty(measure: Empty, board: Board) -> Result:
    """Which organisation has nothing in a zone; or which zones of a list's entry have nothing."""
    zones = board.zones(measure.zones)
    given = [each for facts in board.facts.given.values() for each in facts]
    lying = {heap.id: heap.facts for heap in board.heaps(zones, board.lying(zones))}
    filled: dict[str, list[Fact]] = {
        zone.id: [*lying[zone.id], *(each for each in given if each.zone == zone.id)] for zone in zones
    }
    if measure.by == "entry":
        return _by_entry(measure, board, zones, filled)
    heaps = [Heap(zone.id, board.name(zone), filled[zone.id]) for zone in zones]
    hidden = any(not each.named for facts in filled.values() for each in facts)
    rows = []
    for heap in heaps:
        theirs = {key: sum(each.organisation == key for each in heap.facts) for key in board.facts.organisations}
        without = [] if hidden else [key for key, count in theirs.items() if not count]
        rows.append(
            Row(
                heap.id,
                heap.label,
                (float(len(heap.facts)), None if hidden else float(len(without))),
                {} if hidden else {key: (float(count), None) for key, count in theirs.items()},
                tuple(board.facts.organisations[key].name for key in without),
                () if heap.facts else ("none",),
            )
        )
    return Result("empty", measure.label, (COUNT, WITHOUT), tuple(rows), hidden)


def shared(measure: Shared, board: Board) -> Result:
    """What several organisations have, or voted for: what was put together counts as one. The most shared first."""
    titles = {group: title for group, title, _ in board.facts.groups}
    grouped = {item: group for group, _, items in board.facts.groups for item in items}
    things: dict[str, list[Lying]] = {}
    for item in board.lying(board.zones(measure.zones), "sticky", "card"):
        things.setdefault(grouped.get(item.id, item.id), []).append(item)
    rows = []
    for thing, items in things.items():
        ids = {item.id for item in items}
        facts: list[Fact] = [*(item for item in items if item.kind != "card")]
        facts += [vote for vote in board.facts.votes if vote.item in ids]
        rows.append(_shared_row(board, thing, titles.get(thing) or board.text(items[0]), facts))
    rows.sort(key=lambda row: -(row.numbers[0] or 0.0))
    return Result("shared", measure.label, (ORGANISATIONS,), tuple(rows), any(row.numbers[0] is None for row in rows))


def by_track(board: Board, zones: Sequence[Zone], heaps: Sequence[Heap[T]], by: str) -> list[Heap[T]]:
    """The same facts by the row or column that their zone is in; by zone they are so already."""
    if by not in ("row", "column"):
        return list(heaps)
    facts: dict[str, list[T]] = {}
    for zone, heap in zip(zones, heaps, strict=True):
        track = getattr(zone, by, None)
        if track:
            facts.setdefault(track, []).extend(heap.facts)
    return [Heap(track, board.track(track), found) for track, found in facts.items()]


# --- numbers ----------------------------------------------------------------------------------------------------------


def _count(facts: Sequence[Fact], whole: Sequence[Fact]) -> tuple[Number, ...]:
    return float(len(facts)), 100.0 * len(facts) / len(whole) if whole else None


def _values(facts: Sequence[Given], *values: float) -> tuple[Number, ...]:
    return tuple(float(sum(each.value == value for each in facts)) for value in values)


def _done_share(facts: Sequence[Given]) -> Number:
    needed = [each.value for each in facts if each.value != UNNEEDED]
    return 100.0 * needed.count(TICKED) / len(needed) if needed else None


def _ticked(facts: Sequence[Given], whole: Sequence[Given]) -> tuple[Number, ...]:
    return (*_values(facts, TICKED, UNNEEDED, UNTICKED), _done_share(facts))


def _most(rows: Sequence[Row]) -> list[Row]:
    """The rows, with a mark on those that have the most, and on those that have nothing."""
    top = max((row.numbers[0] or 0.0 for row in rows), default=0.0)
    return [
        replace(row, marks=("most",)) if row.numbers[0] == top > 0 else row
        if row.numbers[0] else replace(row, marks=("none",))
        for row in rows
    ]  # fmt: skip


def _ranked(row: Row, rows: Sequence[Row]) -> Row:
    def rank(of_all: Sequence[float], dots: Number) -> Number:
        return 1.0 + sum(each > dots for each in of_all) if dots else None

    def column(key: str | None) -> list[float]:
        cells = [each.numbers if key is None else each.organisations.get(key, (0.0,)) for each in rows]
        return [cell[0] or 0.0 for cell in cells]

    return replace(
        row,
        numbers=(row.numbers[0], rank(column(None), row.numbers[0])),
        organisations={key: (cell[0], rank(column(key), cell[0])) for key, cell in row.organisations.items()},
    )


# --- ticks ------------------------------------------------------------------------------------------------------------


def _by_card(board: Board, zones: dict[str, Zone], facts: Sequence[Given]) -> list[Heap[Given]]:
    """By card, or by zone where there is none."""
    items = {item.id: item for item in board.facts.items}
    heaps: dict[str, Heap[Given]] = {}
    for item in items.values():
        if item.kind == "card" and any(each.item == item.id for each in facts):
            heaps[item.id] = Heap(item.id, board.text(item), [each for each in facts if each.item == item.id])
    for zone in zones.values():
        own = [each for each in facts if each.zone == zone.id and each.item is None]
        if own:
            heaps[zone.id] = Heap(zone.id, board.name(zone), own)
    return list(heaps.values())


def _by_person(measure: Ticks, board: Board, zones: Sequence[Zone], given: Sequence[Given]) -> Result:
    """How many each person ticked in each zone; of nobody where anything was ticked without a name."""
    hidden = any(not each.named for each in given)
    columns = tuple(replace(DONE, of=board.name(zone)) for zone in zones)
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
    return Result("ticks", measure.label, columns, tuple(rows), hidden)


# --- empty and shared -------------------------------------------------------------------------------------------------


def _by_entry(measure: Empty, board: Board, zones: Sequence[Zone], filled: dict[str, list[Fact]]) -> Result:
    labels = {zone.id: zone.label for zone in board.canvas.template.zones}
    entries: dict[str, list[Zone]] = {}
    for zone in zones:
        for track in tracks(zone):
            if "." in track:
                entries.setdefault(track, []).append(zone)
    rows = []
    for track, theirs in entries.items():
        gaps = [zone for zone in theirs if not filled[zone.id]]
        share = 100.0 * (len(theirs) - len(gaps)) / len(theirs)
        names = tuple(labels.get(of(zone), zone.label) for zone in gaps)
        rows.append(Row(track, board.track(track), (share,), names=names, marks=("none",) if share == 0 else ()))
    return Result("empty", measure.label, (FILLED,), tuple(rows))


def _shared_row(board: Board, thing: str, label: Label, facts: Sequence[Fact]) -> Row:
    if any(not each.named for each in facts):
        return Row(thing, label, (None,))
    theirs = [key for key in board.facts.organisations if any(each.organisation == key for each in facts)]
    count = len(theirs)
    everyone = count == len(board.facts.organisations) and count > 1
    return Row(
        thing,
        label,
        (float(count),),
        dict.fromkeys(theirs, (1.0,)),
        tuple(board.facts.organisations[key].name for key in theirs),
        ("everyone",) if everyone else ("several",) if count > 1 else ("one",) if count else ("none",),
    )
