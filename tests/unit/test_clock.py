"""The clock of a step, and the pause of everything."""

from unit.core import ANN, BOB, FAY, Core

from raakvlak.canvas.facilitation import Timer
from raakvlak.canvas.leading import EnterStep, SetClock, SetPause, SetReady
from raakvlak.canvas.records import Workshop

MINUTE = 60_000


def clock(core: Core) -> Timer:
    return core.the(Timer, "timer")


def left(core: Core) -> int:
    """Ms left by the clock now."""
    timer = clock(core)
    return timer.left if timer.ends is None else timer.ends - core.now


def test_a_step_starts_its_clock() -> None:
    """[STEP-14] A step that is entered has a clock of its minutes, which runs; one of no minutes has none."""
    core = Core()
    step = core.enter("write", minutes=5)
    assert clock(core) == Timer(id="timer", step=step, total=5 * MINUTE, left=5 * MINUTE, ends=core.now + 5 * MINUTE)
    core.later(MINUTE)
    other = core.enter("discuss", minutes=0)
    assert clock(core) == Timer(id="timer", step=other, total=0, left=0, ends=None)


def test_the_clock_is_stopped_started_and_given_time() -> None:
    """[STEP-15] A stopped clock keeps what is left; time is added or taken away whether it runs or not."""
    core = Core()
    core.enter("write", minutes=5)
    core.later(MINUTE)
    core.ask(ANN, SetClock(running=False))
    core.later(MINUTE)
    assert (left(core), clock(core).ends) == (4 * MINUTE, None)
    core.ask(ANN, SetClock(more=60))
    assert (left(core), clock(core).total, clock(core).ends) == (5 * MINUTE, 6 * MINUTE, None)
    core.ask(FAY, SetClock(running=True, more=-120))
    core.later(MINUTE)
    assert (left(core), clock(core).total) == (2 * MINUTE, 6 * MINUTE)
    core.ask(ANN, SetClock(more=-3_600))
    assert left(core) == 0


def test_time_is_added_to_a_clock_that_has_run_out() -> None:
    """[STEP-15] A clock that ran out while it ran goes on from nothing, not from how long ago that was."""
    core = Core()
    core.enter("write", minutes=1)
    core.later(10 * MINUTE)
    core.ask(ANN, SetClock(more=60))
    assert left(core) == MINUTE
    assert clock(core).ends is not None


def test_a_clock_has_an_end() -> None:
    """[STEP-16] A clock is at most a day, and there is none without a step."""
    core = Core()
    assert core.refused(ANN, SetClock(running=True)) == "unknown-step"
    core.enter("write", minutes=600)
    for _ in range(14):
        core.ask(ANN, SetClock(more=3_600))
    assert core.refused(ANN, SetClock(more=1)) == "too-long"
    core.ask(ANN, EnterStep())
    assert core.refused(ANN, SetClock(running=False)) == "unknown-step"


def test_a_pause_is_nobodys_time() -> None:
    """[STEP-17] In a pause the clock stands, and goes on after it as it was: running, stopped, or at its end."""
    core = Core()
    core.enter("write", minutes=5)
    core.later(MINUTE)
    core.ask(ANN, SetPause(word="Koffie"))
    assert core.the(Workshop, "workshop").paused == "Koffie"
    core.later(10 * MINUTE)
    core.ask(ANN, SetPause(word="Nog even"))
    core.later(MINUTE)
    core.ask(ANN, SetPause())
    assert core.the(Workshop, "workshop").paused is None
    assert (left(core), clock(core).ends) == (4 * MINUTE, core.now + 4 * MINUTE)

    core.ask(ANN, SetClock(running=False))
    for word in ("Koffie", None):
        core.ask(ANN, SetPause(word=word))
    assert (left(core), clock(core).ends) == (4 * MINUTE, None)

    core.ask(ANN, SetClock(running=True))
    core.later(5 * MINUTE)
    for word in ("Koffie", None):
        core.ask(ANN, SetPause(word=word))
    assert (left(core), clock(core).ends) == (0, None)


def test_the_clock_during_a_pause() -> None:
    """[STEP-17] A step that is entered in a pause starts its clock after it; a clock stopped in a pause stays so."""
    core = Core()
    core.ask(ANN, SetPause(word=""))
    core.enter("write", minutes=5)
    core.ask(ANN, SetClock(more=60))
    assert clock(core).ends is None
    core.ask(ANN, SetPause())
    assert clock(core).ends == core.now + 6 * MINUTE

    core.ask(ANN, SetPause(word="x"))
    core.ask(ANN, SetClock(running=False))
    core.ask(ANN, SetPause())
    assert clock(core).ends is None

    core.ask(ANN, SetPause(word="x"))
    core.ask(ANN, SetClock(running=True))
    core.later(MINUTE)
    core.ask(ANN, SetPause())
    assert clock(core).ends == core.now + 5 * MINUTE


def test_readiness_is_for_the_step_under_way() -> None:
    """[STEP-18] One is ready, or no longer, with the step that is under way and with no other."""
    core = Core()
    first = core.enter("write")
    core.ask(BOB, SetReady(step=first, ready=True), "person:bob")
    core.ask(BOB, SetReady(step=first, ready=False), "person:bob")
    second = core.enter("discuss")
    assert core.refused(BOB, SetReady(step=first, ready=True), "person:bob") == "not-now"
    assert core.refused(BOB, SetReady(step="ann-1.none", ready=True), "person:bob") == "unknown-step"
    assert core.refused(BOB, SetReady(step=second, ready=True)) == "not-now"
    core.ask(BOB, SetReady(step=second, ready=True), "person:bob")
