"""Decisions about the agenda: its steps and their clock, sessions, pause, spotlight, and facilitators' notes."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import asdict, replace

from raakvlak.canvas.agenda import MAX_STEPS
from raakvlak.canvas.decide_reveal import reveal
from raakvlak.canvas.events import Change, Patch, Put
from raakvlak.canvas.facilitation import Memo, Session, Step, Timer, memo_id
from raakvlak.canvas.layout import layout_of
from raakvlak.canvas.leading import (
    AddStep,
    EnterStep,
    OpenMemo,
    OrderStep,
    Plan,
    RemoveStep,
    SetClock,
    SetPause,
    SetSpotlight,
    SetStep,
    SkipStep,
    StartSession,
    StopSession,
)
from raakvlak.canvas.records import Fields
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.rights import PRIVATE, current_step
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.view import Actor, View, canvas_of, check_new, item_of, step_of, workshop_of

TIMER = "timer"
MAX_SESSIONS = 500
MAX_CLOCK = 24 * 3_600_000
"""Ms that a clock can be set to."""


def agenda_of(shared: StreamState) -> list[Step]:
    """The steps of the agenda, in order."""
    steps = [record for record in shared.records.values() if isinstance(record, Step) and not record.removed]
    return sorted(steps, key=lambda step: (step.order, step.id))


# --- the agenda -------------------------------------------------------------------------------------------------------


def _add(view: View, intent: AddStep, actor: Actor) -> list[Change]:
    check_new(view, intent.id, actor)
    if sum(isinstance(record, Step) for record in view.shared.records.values()) >= MAX_STEPS:
        raise Refusal("too-many", f"expected at most {MAX_STEPS} steps in a workshop")
    _check_plan(view, intent.plan)
    steps = agenda_of(view.shared)
    at = _behind(steps, intent.after)
    step = Step(id=intent.id, order=at, **_planned(intent.plan, None))
    return [Put(step), *_in_order([*steps[:at], step, *steps[at:]])]


def _planned(plan: Plan, before: Step | None) -> dict[str, Any]:
    """The fields that the plan gives a step. Raises Refusal for what would name who was promised that it does not."""
    private = plan.mode in PRIVATE
    if before is not None and (before.entered is not None or before.spent > 0):
        if plan.anonymous != before.anonymous:
            raise Refusal("invalid", "expected a step as anonymous as it was when people wrote in it")
        if before.anonymous and not private:
            raise Refusal("invalid", f"expected a mode in which people write alone ({', '.join(PRIVATE)}), as it was")
    return {**asdict(plan), "anonymous": plan.anonymous and private}


def _behind(steps: Sequence[Step], after: str | None) -> int:
    if after is None:
        return 0
    for number, step in enumerate(steps, 1):
        if step.id == after:
            return number
    raise Refusal("unknown-step", f"expected a step of the agenda, but there is no {after!r}")


def _in_order(steps: Sequence[Step]) -> list[Change]:
    return [Patch(step.id, Fields(order=at)) for at, step in enumerate(steps) if step.order != at]


def _check_plan(view: View, plan: Plan) -> None:
    if not (plan.title.nl.strip() or plan.title.en.strip()):
        raise Refusal("invalid", "expected a title, in one language at least")
    if plan.canvas is not None:
        canvas_of(view, plan.canvas)


def _set(view: View, intent: SetStep, actor: Actor) -> list[Change]:
    step = step_of(view, intent.id)
    _check_plan(view, intent.plan)
    return [Put(replace(step, **_planned(intent.plan, step)))]


def _order(view: View, intent: OrderStep, actor: Actor) -> list[Change]:
    step = step_of(view, intent.id)
    steps = [each for each in agenda_of(view.shared) if each.id != step.id]
    at = _behind(steps, intent.after)
    return _in_order([*steps[:at], step, *steps[at:]])


def _skip(view: View, intent: SkipStep, actor: Actor) -> list[Change]:
    return [Patch(step_of(view, intent.id).id, Fields(skipped=intent.skipped))]


def _remove(view: View, intent: RemoveStep, actor: Actor) -> list[Change]:
    step = step_of(view, intent.id)
    if step.entered is not None:
        raise Refusal("invalid", "expected a step that is not under way")
    return [Patch(step.id, Fields(removed=True))]


def _enter(view: View, intent: EnterStep, actor: Actor) -> list[Change]:
    changes: list[Change] = []
    before = current_step(view.shared)
    if before is not None and before.id != intent.id:
        # However short: a step that was under way is known by this.
        spent = before.spent + max(1, view.now - (before.entered or view.now))
        changes.append(Patch(before.id, Fields(entered=None, spent=spent)))
    workshop = workshop_of(view.shared)
    changes.append(Patch("workshop", Fields(step=intent.id, spotlight=None)))
    if intent.id is None:
        return changes
    step = step_of(view, intent.id)
    if step.entered is None:
        changes.append(Patch(step.id, Fields(entered=view.now, skipped=False)))
    total = step.minutes * 60_000
    paused = workshop.paused is not None
    ends = view.now + total if total > 0 and not paused else None
    changes.append(Put(Timer(id=TIMER, step=step.id, total=total, left=total, ends=ends, held=total > 0 and paused)))
    if step.mode == "reveal" and not step.turns and step.canvas is not None:
        changes += reveal(view, actor, step.canvas, sure=intent.sure)
    return changes


# --- the clock --------------------------------------------------------------------------------------------------------


def _clock(view: View, intent: SetClock, actor: Actor) -> list[Change]:
    timer = view.state.records.get(TIMER)
    step = current_step(view.shared)
    if not isinstance(timer, Timer) or step is None:
        raise Refusal("unknown-step", "expected a step under way, with a clock")
    running = timer.ends is not None if intent.running is None else intent.running
    held = timer.held and intent.running is None
    left = _left(timer, view.now)
    more = max(-left, intent.more * 1000) if intent.more < 0 else intent.more * 1000
    total, left = timer.total + max(0, more), left + more
    if left > MAX_CLOCK or total > MAX_CLOCK:
        raise Refusal("too-long", f"expected a clock of at most {MAX_CLOCK // 3_600_000} hours")
    ends = view.now + left if running else None
    return [Put(Timer(id=TIMER, step=step.id, total=total, left=left, ends=ends, held=held))]


def _left(timer: Timer, now: int) -> int:
    """Ms left."""
    return timer.left if timer.ends is None else max(0, timer.ends - now)


def _pause(view: View, intent: SetPause, actor: Actor) -> list[Change]:
    changes: list[Change] = [Patch("workshop", Fields(paused=intent.word))]
    timer = view.state.records.get(TIMER)
    was = workshop_of(view.shared).paused is not None
    if isinstance(timer, Timer) and was != (intent.word is not None):
        # The time of a pause is nobody's; a clock that stood before it, or stands at its end, stays there.
        left = _left(timer, view.now)
        runs = timer.held or timer.ends is not None
        ends = view.now + left if was and runs and left > 0 else None
        changes.append(Put(replace(timer, left=left, ends=ends, held=runs and not was)))
    return changes


# --- the session, attention, notes ------------------------------------------------------------------------------------


def _start_session(view: View, intent: StartSession, actor: Actor) -> list[Change]:
    check_new(view, intent.id, actor)
    if workshop_of(view.shared).session is not None:
        raise Refusal("exists", "expected no session under way: stop it first")
    if sum(isinstance(record, Session) for record in view.shared.records.values()) >= MAX_SESSIONS:
        raise Refusal("too-many", f"expected at most {MAX_SESSIONS} sessions in a workshop")
    return [Put(Session(id=intent.id, started=view.now)), Patch("workshop", Fields(session=intent.id))]


def _stop_session(view: View, intent: StopSession, actor: Actor) -> list[Change]:
    session = view.shared.records.get(workshop_of(view.shared).session or "")
    if not isinstance(session, Session):
        raise Refusal("invalid", "expected a session under way, but there is none")
    return [Put(replace(session, ended=view.now)), Patch("workshop", Fields(session=None))]


def _spotlight(view: View, intent: SetSpotlight, actor: Actor) -> list[Change]:
    lit = intent.spotlight
    if lit is not None:
        canvas = canvas_of(view, lit.canvas)
        zones = {zone.id for zone in layout_of(canvas.template, canvas.settings).zones}
        if not set(lit.zones) <= zones:
            raise Refusal("invalid", f"expected zones of the canvas ({', '.join(sorted(zones))})")
        if any(item_of(view, each).canvas != lit.canvas for each in lit.items):
            raise Refusal("invalid", "expected items of this canvas")
    return [Patch("workshop", Fields(spotlight=lit))]


def _open_memo(view: View, intent: OpenMemo, actor: Actor) -> list[Change]:
    step_of(view, intent.step)
    memo = memo_id(intent.step)
    return [] if memo in view.state.records else [Put(Memo(id=memo, step=intent.step))]


DECIDERS: dict[type, Any] = {
    AddStep: _add,
    SetStep: _set,
    OrderStep: _order,
    SkipStep: _skip,
    RemoveStep: _remove,
    EnterStep: _enter,
    SetClock: _clock,
    SetPause: _pause,
    StartSession: _start_session,
    StopSession: _stop_session,
    SetSpotlight: _spotlight,
    OpenMemo: _open_memo,
}
