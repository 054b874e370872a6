"""Measures of what is missing or out of balance: empty zones, and one zone against another."""

from collections.abc import Sequence
from statistics import fmean

from raakvlak.canvas.layout import Zone
from raakvlak.canvas.measures import Balance, Contrast, Empty
from raakvlak.derive.measuring_board import Board, Fact
from raakvlak.derive.measuring_counts import texts
from raakvlak.derive.measuring_facts import Given, Lying
from raakvlak.derive.measuring_results import (
    COUNT,
    DOTS,
    FILLED,
    MEAN,
    RATIO,
    WEIGHT,
    WITHOUT,
    Mark,
    Number,
    Result,
    Row,
    of_each,
)


def empty(measure: Empty, board: Board) -> Result:
    """Which organisation has nothing in a zone; or which zones of a list's entry, or of a row, have nothing."""
    zones = board.zones(measure.zones)
    given = [each for facts in board.facts.given.values() for each in facts]
    lying = {heap.id: heap.facts for heap in board.heaps(zones, board.lying(zones))}
    filled: dict[str, list[Fact]] = {
        zone.id: [*lying[zone.id], *(each for each in given if each.zone == zone.id)] for zone in zones
    }
    if measure.by == "entry":
        return _by_entry(measure, board, zones, filled)
    if measure.by == "row":
        return _by_row(measure, board, zones, filled)
    hidden = any(not each.named for facts in filled.values() for each in facts)
    rows = []
    for zone in zones:
        facts = filled[zone.id]
        theirs = {key: sum(each.organisation == key for each in facts) for key in board.facts.organisations}
        without = [] if hidden else [key for key, count in theirs.items() if not count]
        rows.append(
            Row(
                zone.id,
                board.name(zone),
                (float(len(facts)), None if hidden else float(len(without))),
                {} if hidden else {key: (float(count), None) for key, count in theirs.items()},
                tuple(board.facts.organisations[key].name for key in without),
                () if facts else ("none",),
            )
        )
    return Result("empty", measure.label, (COUNT, WITHOUT), tuple(rows), hidden)


def _by_entry(measure: Empty, board: Board, zones: Sequence[Zone], filled: dict[str, list[Fact]]) -> Result:
    entries: dict[tuple[str, str], list[Zone]] = {}
    for zone in zones:
        for entry in board.entries(zone):
            entries.setdefault(entry, []).append(zone)
    rows = []
    for entry, theirs in entries.items():
        gaps = [zone for zone in theirs if not filled[zone.id]]
        share = 100.0 * (len(theirs) - len(gaps)) / len(theirs)
        names = tuple(board.label(zone) for zone in gaps)
        marks: tuple[Mark, ...] = ("none",) if share == 0 else ()
        rows.append(Row(".".join(entry), board.entry_name(*entry), (share,), names=names, marks=marks))
    return Result("empty", measure.label, (FILLED,), tuple(rows))


def _by_row(measure: Empty, board: Board, zones: Sequence[Zone], filled: dict[str, list[Fact]]) -> Result:
    """Rows that have something in `where`, with what is there where these zones have nothing."""
    where = board.zones(measure.where)
    risks = {heap.id: heap.facts for heap in board.heaps(where, board.lying(where))}
    rows = []
    for row in dict.fromkeys(zone.row for zone in zones if zone.row):
        there = [item for zone in where if zone.row == row for item in risks[zone.id]]
        here = [fact for zone in zones if zone.row == row for fact in filled[zone.id]]
        bare = bool(there) and not here
        names = texts(board, there) if bare else ()
        marks: tuple[Mark, ...] = ("none",) if bare else ()
        rows.append(Row(row, board.track(row), (float(len(there)), float(len(here))), names=names, marks=marks))
    labels = [(zone.of, board.label(zone)) for zone in (*where[:1], *zones[:1])]
    return Result("empty", measure.label, of_each(labels, COUNT), tuple(rows))


def balance(measure: Balance, board: Board) -> Result:
    """For each entry how many notes and which weight (the sum of mean scores) the one zone has, and the other."""
    zones = board.zones(measure.zones)
    sides = list(dict.fromkeys(zone.of for zone in zones))[:2]
    notes = {heap.id: heap.facts for heap in board.heaps(zones, board.lying(zones, "sticky"))}
    given = board.facts.given.get("score", ())
    weighed = any(each.zone in notes for each in given)
    entries = dict.fromkeys(entry for zone in zones for entry in board.entries(zone) if entry[0] == measure.each)
    rows = []
    for entry in entries:
        own = [[zone for zone in zones if zone.of == side and entry in board.entries(zone)] for side in sides]
        counts = [float(sum(len(notes[zone.id]) for zone in side)) for side in own]
        weights = [_weight(given, side) for side in own]
        first, second = [weight or 0.0 for weight in weights] if weighed else counts
        share = 100.0 * first / (first + second) if first + second else None
        marks: tuple[Mark, ...] = ("none",) if share is None else ("one-sided",) if share in (0.0, 100.0) else ()
        only = own[0][:1] if share == 100.0 else own[1][:1] if share == 0.0 else []
        numbers = (*counts, *(weights if weighed else ()), share)
        names = tuple(board.label(zone) for zone in only)
        rows.append(Row(".".join(entry), board.entry_name(*entry), numbers, names=names, marks=marks))
    labels = [(side, next(board.label(zone) for zone in zones if zone.of == side)) for side in sides]
    columns = (*of_each(labels, COUNT), *(of_each(labels, WEIGHT) if weighed else ()), *of_each(labels[:1], RATIO))
    return Result("balance", measure.label, columns, tuple(rows))


def _weight(given: Sequence[Given], zones: Sequence[Zone]) -> Number:
    means = [fmean(values) for zone in zones if (values := [each.value for each in given if each.zone == zone.id])]
    return sum(means) if means else None


def contrast(measure: Contrast, board: Board) -> Result:
    """For each row its dots and its mean score; marked where dots are above, and the score below, those of all rows."""
    zones = board.zones(measure.zones)
    rows = list(dict.fromkeys(zone.row for zone in zones if zone.row))
    lying = board.lying(zones)
    on: dict[str, int] = {}
    for vote in board.facts.votes:
        on[vote.item] = on.get(vote.item, 0) + vote.dots
    heaps: dict[str, Sequence[Lying]] = {heap.id: heap.facts for heap in board.heaps(zones, lying)}
    found: list[tuple[str, float, Number]] = []
    for row in rows:
        own = [zone.id for zone in zones if zone.row == row]
        dots = sum(on.get(item.id, 0) for zone in own for item in heaps[zone])
        values = [each.value for each in board.facts.given.get("score", ()) if each.zone in own]
        found.append((row, float(dots), fmean(values) if values else None))
    scored = [mean for _, _, mean in found if mean is not None]
    usual, dotted = (fmean(scored) if scored else 0.0), (fmean(dots for _, dots, _ in found) if found else 0.0)
    found.sort(key=lambda row: ((row[2] if row[2] is not None else usual) - usual) - (row[1] - dotted))
    return Result(
        "contrast",
        measure.label,
        (DOTS, MEAN),
        tuple(
            Row(
                row,
                board.track(row),
                (dots, mean),
                marks=("short",) if mean is not None and mean < usual and dots > dotted else (),
            )
            for row, dots, mean in found
        ),
    )
