"""What a canvas's report works out: each measure of its template, from the records of the shared stream alone.

What was given without a name counts in what is told of everyone; where there is any, nothing of that measure is split
by organisation or person, since what is left over would tell whose it was. What people gave under their names stands
there with their names already, and is split however few they are.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from raakvlak.canvas import measures
from raakvlak.canvas.events import Event, Put
from raakvlak.canvas.layout import Layout
from raakvlak.canvas.records import Canvas, Record
from raakvlak.derive.measuring_board import Board
from raakvlak.derive.measuring_counts import cards, smileys, votes
from raakvlak.derive.measuring_facts import facts_of
from raakvlak.derive.measuring_links import moves, ties, unlinked
from raakvlak.derive.measuring_missing import balance, contrast, empty
from raakvlak.derive.measuring_notes import coverage, notes, shared, starts
from raakvlak.derive.measuring_results import Result
from raakvlak.derive.measuring_ticks import behind, ticks
from raakvlak.derive.measuring_values import classes, differences, positions, scores, shares

_MEASURES: dict[type, Callable[[Any, Board], Result]] = {
    measures.Notes: notes,
    measures.Votes: votes,
    measures.Scores: scores,
    measures.Differences: differences,
    measures.Contrast: contrast,
    measures.Positions: positions,
    measures.Shares: shares,
    measures.Classes: classes,
    measures.Cards: cards,
    measures.Ticks: ticks,
    measures.Behind: behind,
    measures.Smileys: smileys,
    measures.Empty: empty,
    measures.Balance: balance,
    measures.Starts: starts,
    measures.Coverage: coverage,
    measures.Unlinked: unlinked,
    measures.Ties: ties,
    measures.Shared: shared,
}


def measured(
    shared_records: Mapping[str, Record],
    canvas: Canvas,
    layout: Layout,
    *,
    earlier: Mapping[str, Record] | None = None,
    history: Sequence[Event] = (),
) -> tuple[Result, ...]:
    """A result for each measure of the canvas's template, in its order.

    `earlier` is what the shared stream held at the end of the session before, to compare with; `history` are its
    events, from which moves are counted, and which say what was given last.
    """
    order = last_put(history)
    before = facts_of(earlier, canvas, layout, order) if earlier is not None else None
    board = Board(canvas, layout, facts_of(shared_records, canvas, layout, order), before)
    found = []
    for measure in canvas.template.measures:
        if isinstance(measure, measures.Moves):
            found.append(moves(measure, board, history))
        else:
            found.append(_MEASURES[type(measure)](measure, board))
    return tuple(found)


def last_put(history: Sequence[Event]) -> dict[str, int]:
    """By record the number of the event that put it last, counted in this history."""
    return {
        change.record.id: number
        for number, event in enumerate(history)
        for change in event.changes
        if isinstance(change, Put)
    }
