"""What each person can undo and redo in a stream: derived from the events, so that it survives everything they do.

Each event of a person becomes a step: how to take its changes back. Typing in one text without a pause and without
anyone else in between is one step. Undoing is an event too, and its own step is what redo takes back.
"""

from collections.abc import MutableMapping
from typing import Any

from msgspec import Struct

from raakvlak.canvas.events import Event, Splice
from raakvlak.canvas.facilitation import Score
from raakvlak.canvas.text import compose

STEPS = 100
"""Steps a person can undo."""
TYPING_PAUSE = 2_000
"""Milliseconds without typing that end a step."""


class Created(Struct, frozen=True):
    """To take back: delete the item, if nobody else has changed it."""

    id: str


class FieldsBack(Struct, frozen=True):
    """To take back: set the fields that still hold `after` to `before`."""

    id: str
    before: dict[str, Any]
    after: dict[str, Any]


class TextBack(Struct, frozen=True):
    """To take back: `edit`, made for the text right after event `seq`, carried over all edits since."""

    id: str
    seq: int
    after: int
    """The edit of this text before this one, by its seq; 0 if it is the first."""
    edit: tuple[Splice, ...]


class GivenBack(Struct, frozen=True):
    """To take back: what was given `before` (None: nothing), where `after` is still what is given now."""

    id: str
    before: Score | None
    after: Score | None


Back = Created | FieldsBack | TextBack | GivenBack


class Step(Struct, frozen=True):
    seq: int
    at: int
    backs: tuple[Back, ...]


class History(Struct, frozen=True):
    undo: tuple[Step, ...] = ()
    redo: tuple[Step, ...] = ()


Histories = MutableMapping[str, History]
NOTHING = History()


def remember(histories: Histories, event: Event, seq: int, backs: list[Back]) -> None:
    """Note the event in its person's history."""
    history = histories.get(event.by, NOTHING)
    step = Step(seq, event.at, tuple(backs))
    undone = event.undone
    if undone is None:
        if backs:
            histories[event.by] = History(_with(history.undo, step))
        return
    undo = tuple(each for each in history.undo if each.seq != undone.seq)
    redo = tuple(each for each in history.redo if each.seq != undone.seq)
    if backs and undone.redo:
        undo = (*undo, step)
    elif backs:
        redo = (*redo, step)
    histories[event.by] = History(undo[-STEPS:], redo[-STEPS:])


def forget(histories: Histories, record_id: str) -> None:
    """Nothing that was done to this record can be taken back any more."""
    for person, history in list(histories.items()):
        kept = History(_without(history.undo, record_id), _without(history.redo, record_id))
        if kept != history:
            histories[person] = kept


def _without(steps: tuple[Step, ...], record_id: str) -> tuple[Step, ...]:
    others = (Step(step.seq, step.at, tuple(b for b in step.backs if b.id != record_id)) for step in steps)
    return tuple(step for step in others if step.backs)


def _with(steps: tuple[Step, ...], step: Step) -> tuple[Step, ...]:
    """The steps with one more; typing that goes on becomes part of the last."""
    if steps and len(step.backs) == 1 and len(steps[-1].backs) == 1:
        last, back = steps[-1].backs[0], step.backs[0]
        if (
            isinstance(last, TextBack)
            and isinstance(back, TextBack)
            and last.id == back.id
            and last.seq == back.after
            and step.at - steps[-1].at <= TYPING_PAUSE
        ):
            together = TextBack(back.id, back.seq, last.after, compose(back.edit, last.edit))
            return (*steps[:-1], Step(step.seq, step.at, (together,)))
    return (*steps, step)[-STEPS:]
