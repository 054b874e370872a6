"""What people make in a private step: drafts in their own stream, until it is shown."""

import pytest
from msgspec.structs import replace
from unit.core import ANN, BOB, CAS, MIDDLE, SERVER, Core, own, planned

from raakvlak.canvas.decide_items import MAX_DRAFTS
from raakvlak.canvas.events import Put
from raakvlak.canvas.intents import CreateItems, DeleteItems, EditText, MoveItems, Redo, ResizeItem, RestoreItems, Undo
from raakvlak.canvas.leading import EnterStep, Move, RemoveStep, Reveal, SetStep
from raakvlak.canvas.records import ParticipantToken, Sticky, draft_token_id, participant_token_id
from raakvlak.canvas.text import diff
from raakvlak.canvas.values import Place
from raakvlak.canvas.view import Decision

ASIDE = Place("figure", 0.6, 0.5)
MINE = own(BOB)


def own_token(step: str, person: str = "bob", place: Place = MIDDLE) -> ParticipantToken:
    token = draft_token_id(participant_token_id("two", person), step)
    return ParticipantToken(id=token, canvas="two", place=place, author="x", person=person)


def test_a_draft_has_its_step_and_the_id_that_it_will_have() -> None:
    """[REVEAL-1] A draft knows its step and the id under which it will be shown; both are the server's to give."""
    core = Core()
    step = core.enter("write")
    note = Sticky(id="bob-1.1", canvas="one", place=MIDDLE, author="cas", public="mine", locked="bob", deleted="bob")
    core.ask(BOB, CreateItems(items=(note, replace(note, id="bob-1.2"))), MINE)
    drafts = core.all_of(Sticky, MINE)
    assert [(each.step, each.author, each.locked, each.deleted) for each in drafts] == [(step, "bob", None, None)] * 2
    assert len({"mine", *(each.public for each in drafts)}) == 3
    assert core.all_of(Sticky) == []


def test_what_everyone_sees_has_neither() -> None:
    """[REVEAL-1] What everyone sees has no step and no other id."""
    core = Core()
    core.enter("discuss")
    note = Sticky(id="bob-1.1", canvas="one", place=MIDDLE, author="bob", step="ann-1.x", public="mine")
    core.ask(BOB, CreateItems(items=(note,)))
    shown = core.the(Sticky, "bob-1.1")
    assert (shown.step, shown.public) == (None, None)


def test_a_draft_is_worked_on_by_its_author_alone() -> None:
    """[REVEAL-2] In private steps authors work on their drafts, of whichever step, and nobody else does."""
    core = Core()
    core.enter("write")
    note = core.draft(BOB, "1", "een")
    core.later(9_000)
    core.enter("score")
    core.type(BOB, note, "een twee", MINE)
    core.ask(BOB, MoveItems(moves=(Move(note, ASIDE),)), MINE)
    core.ask(BOB, ResizeItem(id=note, width=200, height=200, place=ASIDE), MINE)
    core.ask(BOB, DeleteItems(ids=(note,)), MINE)
    core.ask(BOB, RestoreItems(ids=(note,)), MINE)
    for stranger in (ANN, CAS):
        assert core.refused(stranger, DeleteItems(ids=(note,)), MINE) == "not-allowed"
        assert core.refused(stranger, DeleteItems(ids=(note,)), own(stranger)) == "unknown-item"
    draft = core.the(Sticky, note, MINE)
    assert (draft.text, draft.place, draft.width, draft.deleted) == ("een twee", ASIDE, 200, None)


def test_a_token_is_placed_once_in_each_step() -> None:
    """[REVEAL-3] A private token stands for one token in one step: placed again it moves, in another step it is new."""
    core = Core()
    first = core.enter("place", canvas="two")
    core.ask(BOB, CreateItems(items=(own_token(first),)), MINE)
    core.ask(BOB, CreateItems(items=(own_token(first, place=ASIDE),)), MINE)
    second = core.enter("place", canvas="two")
    core.ask(BOB, CreateItems(items=(own_token(second),)), MINE)
    placed = {token.step: token.place for token in core.all_of(ParticipantToken, MINE)}
    assert placed == {first: ASIDE, second: MIDDLE}
    assert core.refused(BOB, CreateItems(items=(own_token(first),)), MINE) == "invalid"
    assert core.refused(BOB, CreateItems(items=(own_token(second, "cas"),)), MINE) == "not-allowed"
    core.ask(ANN, EnterStep())
    assert core.refused(BOB, CreateItems(items=(own_token(second),)), MINE) == "wrong-kind"


def test_a_draft_for_a_step_that_is_over_comes_too_late() -> None:
    """[REVEAL-4] A draft that was made for a step which is over is refused, also where people write in the next one."""
    core = Core()
    nameless = core.enter("write", anonymous=True)
    late = Sticky(id="bob-1.1", canvas="one", place=MIDDLE, author="bob", text="nooit hardop", step=nameless)
    core.enter("write")
    assert core.refused(BOB, CreateItems(items=(late,)), MINE) == "not-now"
    core.ask(ANN, EnterStep())
    assert core.refused(BOB, CreateItems(items=(late,)), MINE) == "not-now"
    core.ask(ANN, EnterStep(id=nameless))
    core.ask(BOB, CreateItems(items=(late,)), MINE)


def test_what_was_made_for_no_step_is_its_authors_to_show() -> None:
    """[REVEAL-5] What is private but was made for no step only its author shows, until they work on it in one."""
    core = Core()
    note = core.draft(BOB, "1", "alleen voor mij")
    other = core.draft(BOB, "2", "ook voor mij")
    for intent in (
        Reveal(canvas="one", of="all"),
        Reveal(canvas="one", of="person", id="bob"),
        Reveal(canvas="one", of="organisation", id="org"),
    ):
        assert core.refused(ANN, intent) == "nothing-private"
    step = core.enter("write")
    core.type(BOB, note, "voor allen", MINE)
    assert core.the(Sticky, note, MINE).step == step
    core.show(ANN, Reveal(canvas="one", of="all"))
    assert core.texts == ["voor allen"]
    core.enter("discuss")
    core.show(BOB, Reveal(canvas="one", of="own", ids=(other,)))
    assert core.texts == ["ook voor mij", "voor allen"]


def test_what_people_keep_back_is_bounded() -> None:
    """[REVEAL-6] One person has only so many drafts, so that they cannot keep others from showing theirs."""
    core = Core()
    core.enter("write")
    notes = [
        Sticky(id=f"bob-1.{n}", canvas="one", place=MIDDLE, author="bob", public=f"p{n}") for n in range(MAX_DRAFTS)
    ]
    core.happen(MINE, SERVER, Decision(tuple(map(Put, notes))))
    more = CreateItems(items=(Sticky(id="bob-1.more", canvas="one", place=MIDDLE, author="bob"),))
    assert core.refused(BOB, more, MINE) == "too-many"
    core.ask(BOB, DeleteItems(ids=("bob-1.1",)), MINE)
    assert core.refused(BOB, more, MINE) == "too-many"


def test_undoing_in_ones_own_stream_keeps_to_the_step() -> None:
    """[REVEAL-7] In one's own stream nothing is taken back that one may not do there now."""
    core = Core()
    core.enter("write")
    note = core.draft(BOB, "1", "een")
    core.later(9_000)
    core.type(BOB, note, "een twee", MINE)
    core.enter("discuss")
    assert core.refused(BOB, Undo(), MINE) == "not-now"
    core.enter("vote")
    assert core.refused(BOB, Undo(), MINE) == "not-now"
    core.enter("place")
    core.ask(BOB, Undo(), MINE)
    core.ask(BOB, Redo(), MINE)
    core.ask(BOB, Undo(), MINE)
    assert core.text(note, MINE) == "een"


@pytest.mark.parametrize(
    ("mode", "movers", "code"), [("cluster", "everyone", ""), ("cluster", "facilitators", "not-now")]
)
def test_undoing_for_all_keeps_to_the_step(mode: str, movers: str, code: str) -> None:
    """[REVEAL-7] Nor in the shared stream."""
    core = Core()
    note = core.note(BOB, "1", "een")
    core.ask(BOB, MoveItems(moves=(Move(note, ASIDE),)))
    core.enter(mode, movers=movers)
    if code:
        assert core.refused(BOB, Undo()) == code
        return
    core.ask(BOB, Undo())
    assert core.item(note).place == MIDDLE
    assert core.refused(BOB, Undo()) == "not-now"  # that was the making of it
    core.ask(BOB, Redo())
    core.enter("vote")
    assert core.refused(BOB, Undo()) == "not-now"
    core.enter("cluster", movers="everyone")
    core.ask(BOB, Undo())


def test_a_step_that_changes_takes_what_was_in_flight() -> None:
    """[REVEAL-8] What is decided before a step changes counts; what comes after it is judged by the new one."""
    core = Core()
    step = core.enter("write")
    note = core.draft(BOB, "1", "een")
    core.ask(ANN, SetStep(id=step, plan=planned("intro")))
    edit = EditText(id=note, edit=diff("een", "een twee"), seen=core.stream(MINE).position.seq)
    assert core.refused(BOB, edit, MINE) == "not-now"
    core.ask(ANN, EnterStep())
    core.ask(ANN, RemoveStep(id=step))
    core.ask(BOB, edit, MINE)
    assert core.text(note, MINE) == "een twee"
