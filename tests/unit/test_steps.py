"""The agenda: steps are added, set, ordered, skipped and removed; one of them is under way."""

import pytest
from unit.core import ANN, BACK, BOB, OBI, SERVER, Core, own, planned

from raakvlak.canvas.agenda import MAX_STEPS
from raakvlak.canvas.decide_steps import MAX_SESSIONS, agenda_of
from raakvlak.canvas.events import Put
from raakvlak.canvas.facilitation import Memo, Said, Session, Spotlight, Step, memo_id
from raakvlak.canvas.intents import AddCanvas, EditText, SetCanvas
from raakvlak.canvas.leading import (
    AddStep,
    EnterStep,
    OpenMemo,
    OrderStep,
    RemoveStep,
    SetSpotlight,
    SetStep,
    SkipStep,
    StartSession,
    StopSession,
)
from raakvlak.canvas.records import Canvas, Settings, Workshop
from raakvlak.canvas.rights import current_step, situation_of
from raakvlak.canvas.text import diff
from raakvlak.canvas.view import Decision
from raakvlak.canvases import templates


def agenda(core: Core) -> list[str]:
    """The names of the steps, in order."""
    return [step.id.rpartition(".")[2] for step in agenda_of(core.stream())]


def three_steps() -> Core:
    core = Core()
    for name in ("a", "b", "c"):
        core.step(name, "discuss")
    return core


def test_a_step_comes_behind_the_one_that_it_names_or_first() -> None:
    """[STEP-1] Steps are added behind another or as the first, and moved there; the others keep their order."""
    core = three_steps()
    core.ask(ANN, AddStep(id="ann-1.d", plan=planned("write"), after="ann-1.a"))
    core.ask(ANN, AddStep(id="ann-1.e", plan=planned("write")))
    assert agenda(core) == ["e", "a", "d", "b", "c"]
    core.ask(ANN, OrderStep(id="ann-1.e", after="ann-1.b"))
    assert agenda(core) == ["a", "d", "b", "e", "c"]
    core.ask(ANN, OrderStep(id="ann-1.c"))
    assert agenda(core) == ["c", "a", "d", "b", "e"]


def test_a_step_is_what_it_was_set_to() -> None:
    """[STEP-2] A step that is set anew keeps its place, how long it took, and whether it is under way."""
    core = three_steps()
    core.ask(ANN, EnterStep(id="ann-1.b"))
    core.later(4_000)
    core.ask(ANN, EnterStep(id="ann-1.c"))
    core.ask(ANN, SetStep(id="ann-1.b", plan=planned("cluster", movers="everyone", minutes=7)))
    core.ask(ANN, SetStep(id="ann-1.c", plan=planned("vote", title=Said("Stippen"))))
    b, c = core.the(Step, "ann-1.b"), core.the(Step, "ann-1.c")
    assert (b.mode, b.movers, b.minutes, b.order, b.spent, b.entered) == ("cluster", "everyone", 7, 1, 4_000, None)
    assert (c.mode, c.title.nl, c.order, c.entered) == ("vote", "Stippen", 2, core.now)
    assert situation_of(core.stream()) == "vote"


def test_skipped_and_removed_steps() -> None:
    """[STEP-3] A skipped step stays in the agenda until it is entered; a removed one is gone from it."""
    core = three_steps()
    core.ask(ANN, SkipStep(id="ann-1.a", skipped=True))
    core.ask(ANN, RemoveStep(id="ann-1.b"))
    assert agenda(core) == ["a", "c"]
    core.ask(ANN, EnterStep(id="ann-1.a"))
    assert not core.the(Step, "ann-1.a").skipped
    assert core.refused(ANN, EnterStep(id="ann-1.b")) == "unknown-step"
    assert core.refused(ANN, SetStep(id="ann-1.b", plan=planned("write"))) == "unknown-step"
    assert core.refused(ANN, RemoveStep(id="ann-1.a")) == "invalid"
    assert current_step(core.stream()) == core.record("ann-1.a")


def test_steps_are_entered_and_gone_back_to_and_their_time_adds_up() -> None:
    """[STEP-4] One step is under way or none; going back is entering again, and the times it took are one sum."""
    core = three_steps()
    for name, minutes in (("a", 3), ("b", 2), ("a", 4), ("", 9), ("a", 1)):
        core.ask(ANN, EnterStep(id=f"ann-1.{name}" if name else None))
        assert core.the(Workshop, "workshop").step == (f"ann-1.{name}" if name else None)
        assert situation_of(core.stream()) == ("discuss" if name else "free")
        core.later(minutes * 60_000)
    core.ask(ANN, EnterStep())
    assert [step.spent // 60_000 for step in agenda_of(core.stream())] == [8, 2, 0]
    assert [step.entered for step in agenda_of(core.stream())] == [None, None, None]


def test_entering_the_step_that_is_under_way_again() -> None:
    """[STEP-4] Entering the step that is under way does not end it, nor begin its time anew."""
    core = three_steps()
    core.ask(ANN, EnterStep(id="ann-1.a"))
    core.later(60_000)
    core.ask(ANN, EnterStep(id="ann-1.a"))
    core.later(60_000)
    core.ask(ANN, EnterStep())
    assert core.the(Step, "ann-1.a").spent == 120_000


def test_a_step_that_was_under_way_for_no_time_was_under_way() -> None:
    """[STEP-5] A step that was ever under way stays as anonymous as it was, and where it is, its mode private."""
    core = Core()
    step = core.enter("write", anonymous=True)
    core.ask(ANN, EnterStep())
    assert core.refused(ANN, SetStep(id=step, plan=planned("write"))) == "invalid"
    assert core.refused(ANN, SetStep(id=step, plan=planned("check-in", anonymous=True))) == "invalid"
    core.ask(ANN, SetStep(id=step, plan=planned("place", anonymous=True, minutes=9)))
    named = core.enter("write")
    assert core.refused(ANN, SetStep(id=named, plan=planned("write", anonymous=True))) == "invalid"


def test_only_what_people_do_alone_can_be_anonymous() -> None:
    """[STEP-6] A step of another mode than write, place and score is not anonymous, whatever is asked."""
    core = Core()
    for mode in ("check-in", "discuss", "vote", "reveal"):
        assert not core.the(Step, core.step(mode, mode, anonymous=True)).anonymous
    assert core.the(Step, core.step("write", "write", anonymous=True)).anonymous
    core.ask(ANN, SetStep(id="ann-1.write", plan=planned("discuss", anonymous=True)))
    assert not core.the(Step, "ann-1.write").anonymous


@pytest.mark.parametrize(
    ("intent", "code"),
    [
        (AddStep(id="ann-1.a", plan=planned("write")), "exists"),
        (AddStep(id="bob-1.x", plan=planned("write")), "invalid"),
        (AddStep(id="ann-1.x.y", plan=planned("write")), "invalid"),
        (AddStep(id="ann-1.x", plan=planned("write"), after="ann-1.z"), "unknown-step"),
        (AddStep(id="ann-1.x", plan=planned("write", canvas="none")), "unknown-canvas"),
        (AddStep(id="ann-1.x", plan=planned("write", title=Said(" ", ""))), "invalid"),
        (SetStep(id="ann-1.z", plan=planned("write")), "unknown-step"),
        (SetStep(id="workshop", plan=planned("write")), "unknown-step"),
        (SetStep(id="ann-1.a", plan=planned("write", canvas="none")), "unknown-canvas"),
        (OrderStep(id="ann-1.a", after="ann-1.a"), "unknown-step"),
        (OrderStep(id="ann-1.z"), "unknown-step"),
        (SkipStep(id="ann-1.z", skipped=True), "unknown-step"),
        (RemoveStep(id="ann-1.z"), "unknown-step"),
        (EnterStep(id="ann-1.z"), "unknown-step"),
        (EnterStep(id="one"), "unknown-step"),
        (SetSpotlight(spotlight=Spotlight("none")), "unknown-canvas"),
        (SetSpotlight(spotlight=Spotlight("one", ("nowhere",))), "invalid"),
        (SetSpotlight(spotlight=Spotlight("one", (), ("nothing",))), "unknown-item"),
        (StopSession(), "invalid"),
    ],
    ids=lambda each: each if isinstance(each, str) else type(each).__name__,
)
def test_what_is_no_step(intent: AddStep, code: str) -> None:
    """[STEP-7] What names no step, canvas, zone or item of the workshop, or has no title, is refused."""
    assert three_steps().refused(ANN, intent) == code


def test_steps_are_bounded() -> None:
    """[STEP-8] A workshop has so many steps, removed ones included, and so many sessions."""
    core = Core()
    many = [Step(id=f"step{n}", mode="write", title=Said("x"), prompt=Said(), minutes=1, order=n) for n in range(199)]
    core.happen("shared", SERVER, Decision(tuple(map(Put, many))))
    assert core.the(Step, core.step("last", "write")).order == MAX_STEPS - 1
    core.ask(ANN, RemoveStep(id="step0"))
    assert core.refused(ANN, AddStep(id="ann-1.more", plan=planned("write"))) == "too-many"
    sessions = [Session(id=f"session{n}", started=1, ended=2) for n in range(MAX_SESSIONS)]
    core.happen("shared", SERVER, Decision(tuple(map(Put, sessions))))
    assert core.refused(ANN, StartSession(id="ann-1.more")) == "too-many"


def test_a_canvas_brings_the_steps_that_its_template_suggests() -> None:
    """[STEP-9] A canvas brings the steps of its template, behind those of the agenda, with texts and minutes."""
    core = three_steps()
    template = next(iter(templates().values()))
    core.templates[template.id] = template
    core.ask(ANN, AddCanvas(id="ann-1.new", template=template.id))
    steps = agenda_of(core.stream())
    assert [step.id for step in steps[:3]] == ["ann-1.a", "ann-1.b", "ann-1.c"]
    brought = [(step.mode, step.minutes, step.prompt.nl, step.prompt.en, step.canvas) for step in steps[3:]]
    suggested = [(step.mode, step.minutes, step.text.nl, step.text.en, "ann-1.new") for step in template.steps]
    assert brought == suggested != []


def test_attention_is_drawn_to_zones_and_items_until_the_next_step() -> None:
    """[STEP-10] A spotlight names zones and items of one canvas, and is over when another step is entered."""
    core = three_steps()
    note = core.note(BOB, "1")
    light = Spotlight("one", ("top", "left"), (note,))
    core.ask(ANN, SetSpotlight(spotlight=light))
    assert core.the(Workshop, "workshop").spotlight == light
    assert core.refused(ANN, SetSpotlight(spotlight=Spotlight("two", (), (note,)))) == "invalid"
    core.ask(ANN, EnterStep(id="ann-1.a"))
    assert core.the(Workshop, "workshop").spotlight is None


def test_a_session_is_from_start_to_stop() -> None:
    """[STEP-11] One session is under way or none; each keeps when it began and when it ended."""
    core = Core()
    started = core.now
    core.ask(ANN, StartSession(id="ann-1.s"))
    assert core.refused(ANN, StartSession(id="ann-1.t")) == "exists"
    core.later(3_600_000)
    core.ask(ANN, StopSession())
    assert core.refused(ANN, StopSession()) == "invalid"
    assert core.the(Session, "ann-1.s") == Session(id="ann-1.s", started=started, ended=started + 3_600_000)
    core.ask(ANN, StartSession(id="ann-1.t"))
    assert core.the(Workshop, "workshop").session == "ann-1.t"


def test_facilitators_have_notes_about_a_step() -> None:
    """[STEP-12] Notes about a step are one text of all facilitators, in their stream alone."""
    core = three_steps()
    memo = memo_id("ann-1.a")
    for _ in range(2):
        core.ask(ANN, OpenMemo(step="ann-1.a"), "facilitators")
    core.ask(ANN, EditText(id=memo, edit=diff("", "Let op de tijd"), seen=1), "facilitators")
    assert core.the(Memo, memo, "facilitators").text == "Let op de tijd"
    assert memo not in core.stream().records
    assert core.refused(ANN, OpenMemo(step="ann-1.z"), "facilitators") == "unknown-step"
    assert core.refused(ANN, OpenMemo(step="ann-1.a")) == "not-now"
    for stranger in (BOB, OBI):
        intent = EditText(id=memo, edit=diff("", "x"), seen=2)
        assert core.refused(stranger, intent, "facilitators") == "not-allowed"


def test_the_borders_of_a_private_zone_stay() -> None:
    """[STEP-13] The settings of a canvas with a zone that is private for good stay: no note comes to lie beside it."""
    core = Core()
    note = core.draft(BOB, "1", canvas="three", at=BACK)
    assert core.refused(ANN, SetCanvas(id="three", settings=Settings(centre=0.8))) == "private-zone"
    core.ask(ANN, SetCanvas(id="three", settings=Settings()))
    core.ask(ANN, SetCanvas(id="one", settings=Settings(centre=0.8)))
    assert core.the(Canvas, "one").settings.centre == 0.8
    assert core.item(note, own(BOB)).place == BACK
