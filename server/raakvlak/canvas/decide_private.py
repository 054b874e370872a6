"""Decisions about what people keep to themselves: readiness and check-ins; and what goes when it is shown.

What somebody makes in a private step lies in their own stream, and carries there the id that it will have once it is
shown (`public`). Showing it is one event in the shared stream (`decide_reveal`), and it goes from its author's stream
(`settled`) in the same moment: both are appended together.
"""

from typing import Any

from raakvlak.canvas.events import Change, Put, Remove
from raakvlak.canvas.facilitation import Check, Dots, Ready, Round, Score, check_id, ready_id
from raakvlak.canvas.leading import SetCheck, SetReady
from raakvlak.canvas.records import ITEM_KINDS
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.view import Actor, View, check_current, step_of


def settled(state: StreamState, shared: StreamState) -> list[Change]:
    """What is to go from a person's own stream since it has been shown, or since its round is over."""
    return [Remove(record_id) for record_id, record in state.records.items() if _was_shown(record, shared)]


def _was_shown(record: object, shared: StreamState) -> bool:
    if isinstance(record, Dots):
        voted = shared.records.get(record.round)
        return isinstance(voted, Round) and voted.ended is not None
    return isinstance(record, (*ITEM_KINDS, Score)) and record.public in shared.records


def _ready(view: View, intent: SetReady, actor: Actor) -> list[Change]:
    check_current(view, intent.step)
    return [Put(Ready(id=ready_id(intent.step), step=intent.step, ready=intent.ready))]


def _check(view: View, intent: SetCheck, actor: Actor) -> list[Change]:
    check_current(view, intent.step)
    step = step_of(view, intent.step)
    if step.mode not in ("check-in", "check-out"):
        raise Refusal("not-now", "expected a step of mode check-in or check-out")
    made = check_id(intent.step, actor.person)
    return [Put(Check(id=made, step=intent.step, person=actor.person, mood=intent.mood, word=intent.word.strip()))]


DECIDERS: dict[type, Any] = {
    SetReady: _ready,
    SetCheck: _check,
}
