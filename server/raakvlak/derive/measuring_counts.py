"""Measures that count dots, cards and smileys, and what all measures that count have in common."""

from collections.abc import Sequence
from statistics import pstdev

from msgspec.structs import replace

from raakvlak.canvas.layout import Zone
from raakvlak.canvas.measures import Cards, Smileys, Votes
from raakvlak.canvas.words import Words
from raakvlak.derive.measuring_board import Board, Fact, Heap, T
from raakvlak.derive.measuring_facts import Given, Lying, Voted
from raakvlak.derive.measuring_results import (
    COUNT,
    DOTS,
    HAPPY,
    NEUTRAL,
    RANK,
    SAD,
    SHARE,
    SPREAD,
    Label,
    Number,
    Result,
    Row,
)

SAD_FACE, NEUTRAL_FACE, HAPPY_FACE = 1.0, 2.0, 3.0
SEVERAL = Words("In meer dan één", "In more than one")


def votes(measure: Votes, board: Board) -> Result:
    """Dots on each item, or on all that lies in a zone, row or column: the most first."""
    zones = board.zones(measure.zones)
    lying = [each for each in board.lying(zones) if measure.tone in (None, each.tone)]
    if measure.by == "item":
        labels: dict[str, Label] = {}
        for each in lying:
            labels.setdefault(each.thing, board.text(each))
        given = _by(board.facts.votes, "thing")
        heaps = [Heap(thing, label, given[thing]) for thing, label in labels.items() if thing in given]
    else:
        on = _by(board.facts.votes, "item")
        found = by_track(board, zones, board.heaps(zones, lying), measure.by)
        heaps = [Heap(each.id, each.label, [vote for x in each.facts for vote in on.get(x.id, ())]) for each in found]
    rows, hidden = board.rows(heaps, lambda facts, whole: (float(sum(each.dots for each in facts)),))
    ordered = sorted(rows, key=lambda row: -(row.numbers[0] or 0.0))
    return Result("votes", measure.label, (DOTS, RANK), tuple(marked(ranked(ordered, 0))), hidden)


def _by(given: Sequence[Voted], key: str) -> dict[str, list[Voted]]:
    found: dict[str, list[Voted]] = {}
    for vote in given:
        found.setdefault(getattr(vote, key), []).append(vote)
    return found


def cards(measure: Cards, board: Board) -> Result:
    """Which cards lie in each zone, those with the most dots first; and those that lie in several."""
    zones = board.zones(measure.zones, "card")
    heaps = board.heaps(zones, board.lying(zones, "card"))
    dots: dict[str, int] = {}
    for vote in board.facts.votes:
        dots[vote.thing] = dots.get(vote.thing, 0) + vote.dots
    rows = []
    for heap in heaps:
        things = {each.thing: each for each in heap.facts}
        found = sorted(things.values(), key=lambda each: -dots.get(each.thing, 0))
        total = float(sum(dots.get(thing, 0) for thing in things))
        rows.append(Row(heap.id, heap.label, (float(len(found)), total), names=tuple(map(board.text, found))))
    among = [{each.thing: each for each in heap.facts} for heap in heaps]
    several = {thing: each for own in among for thing, each in own.items() if sum(thing in x for x in among) > 1}
    if several:
        total = float(sum(dots.get(thing, 0) for thing in several))
        names = tuple(map(board.text, several.values()))
        rows.append(Row("several", SEVERAL, (float(len(several)), total), names=names, marks=("several",)))
    if not dots:
        return Result("cards", measure.label, (COUNT,), tuple(replace(row, numbers=row.numbers[:1]) for row in rows))
    return Result("cards", measure.label, (COUNT, DOTS), tuple(rows))


def smileys(measure: Smileys, board: Board) -> Result:
    """Faces for each zone, those on which people differ most first."""
    zones = board.zones(measure.zones, "smiley")
    given = board.facts.given.get("smiley", ())
    heaps = [Heap(zone.id, board.name(zone), [each for each in given if each.zone == zone.id]) for zone in zones]
    heaps.sort(key=lambda heap: -_mixed(heap.facts))
    rows, hidden = board.rows(heaps, _faces)
    widest = max((row.numbers[3] or 0.0 for row in rows), default=0.0)
    found = [replace(row, marks=("widest",)) if widest and row.numbers[3] == widest else row for row in rows]
    return Result("smileys", measure.label, (HAPPY, NEUTRAL, SAD, SPREAD), tuple(found), hidden)


def _mixed(facts: Sequence[Given]) -> float:
    return pstdev(each.value for each in facts) if facts else -1.0


def _faces(facts: Sequence[Given], whole: Sequence[Given]) -> tuple[Number, ...]:
    return (*counted(facts, HAPPY_FACE, NEUTRAL_FACE, SAD_FACE), _mixed(facts) if facts else None)


# --- in common --------------------------------------------------------------------------------------------------------


def by_track(board: Board, zones: Sequence[Zone], heaps: Sequence[Heap[T]], by: str) -> list[Heap[T]]:
    """The same facts by the row or column that their zone is in; by zone they are so already."""
    if by not in ("row", "column"):
        return list(heaps)
    facts: dict[str, list[T]] = {}
    for zone, heap in zip(zones, heaps, strict=True):
        track = zone.row if by == "row" else zone.column
        if track:
            facts.setdefault(track, []).extend(heap.facts)
    return [Heap(track, board.track(track), found) for track, found in facts.items()]


def count_and_share(facts: Sequence[Fact], whole: Sequence[Fact]) -> tuple[Number, ...]:
    """How many, and which share of the whole (0 to 100)."""
    return float(len(facts)), 100.0 * len(facts) / len(whole) if whole else None


def counted(facts: Sequence[Given], *values: float) -> tuple[Number, ...]:
    """How often each of these values was given."""
    return tuple(float(sum(each.value == value for each in facts)) for value in values)


def marked(rows: Sequence[Row]) -> list[Row]:
    """The rows, with a mark on those that have the most, and on those that have nothing."""
    top = max((row.numbers[0] or 0.0 for row in rows), default=0.0)
    return [
        replace(row, marks=("most",)) if row.numbers[0] == top > 0 else row
        if row.numbers[0] else replace(row, marks=("none",))
        for row in rows
    ]  # fmt: skip


def ranked(rows: Sequence[Row], at: int) -> list[Row]:
    """The rows with a last number: the rank of the one at `at` among all rows, 1 for the highest; none has none."""

    def rank(of_all: Sequence[float], number: Number) -> Number:
        return 1.0 + sum(each > number for each in of_all) if number else None

    def column(key: str | None) -> list[float]:
        cells = [each.numbers if key is None else each.organisations.get(key, ()) for each in rows]
        return [(cell[at] or 0.0) if cell else 0.0 for cell in cells]

    return [
        replace(
            row,
            numbers=(*row.numbers, rank(column(None), row.numbers[at])),
            organisations={key: (*cell, rank(column(key), cell[at])) for key, cell in row.organisations.items()},
        )
        for row in rows
    ]


COUNTED = (COUNT, SHARE)
"""The columns of `count_and_share`."""


def texts(board: Board, items: Sequence[Lying]) -> tuple[Label, ...]:
    """What each of these says."""
    return tuple(board.text(each) for each in items)
