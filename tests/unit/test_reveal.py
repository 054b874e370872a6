"""Showing what was private: all of it, by organisation, by person, or one's own."""

from unit.core import ANN, BOB, CAS, DAN, FAY, MIDDLE, OBI, SERVER, Core, own

from raakvlak.canvas.decide_items import MAX_STREAM_ITEMS
from raakvlak.canvas.events import Event, Put
from raakvlak.canvas.intents import (
    CreateItems,
    DeleteItems,
    EditText,
    MoveItems,
    OrderItems,
    Redo,
    ResizeItem,
    RestoreItems,
    Undo,
)
from raakvlak.canvas.leading import EnterStep, LiftItems, Move, RemovePerson, Reveal, SetPerson
from raakvlak.canvas.records import Sticky
from raakvlak.canvas.text import diff
from raakvlak.canvas.values import Place
from raakvlak.canvas.view import Decision

ASIDE = Place("figure", 0.6, 0.5)
ALL = Reveal(canvas="one", of="all")


def written() -> Core:
    """Drafts of Bob, Cas and Dan, who is of another organisation; now in conversation."""
    core = Core()
    core.enter("write")
    for actor in (BOB, CAS, DAN):
        core.draft(actor, "1", f"van {actor.person}")
    core.enter("discuss")
    return core


def shown_in(event: Event) -> list[Sticky]:
    puts = (change.record for change in event.changes if isinstance(change, Put))
    return [record for record in puts if isinstance(record, Sticky)]


def test_a_reveal_is_one_event_with_final_records() -> None:
    """[REVEAL-10] A reveal is one event with notes as they are in the end, under the ids they were to have."""
    core = Core()
    core.enter("write")
    old = core.note(ANN, "old", "stond er al")
    note = core.draft(BOB, "1", "eerst")
    core.type(BOB, note, "ten slotte", own(BOB))
    core.ask(BOB, ResizeItem(id=note, width=284, height=210, place=ASIDE), own(BOB))
    draft = core.the(Sticky, note, own(BOB))
    core.draft(CAS, "1", "van Cas")
    event = core.show(ANN, ALL)
    assert (event.revealed, event.lifted) == (True, False)
    assert event.by == "ann"
    shown = core.the(Sticky, str(draft.public))
    assert (shown.text, shown.place, shown.width, shown.author) == ("ten slotte", ASIDE, 284, "bob")
    assert (shown.step, shown.public, shown.deleted, shown.locked) == (None, None, None, None)
    assert min(each.z for each in shown_in(event)) > core.item(old).z
    assert len({each.z for each in shown_in(event)}) == 2


def test_what_says_nothing_is_not_shown() -> None:
    """[REVEAL-11] Notes without a word, deleted ones, and those of other canvases are not shown, and stay."""
    core = Core()
    core.enter("write")
    for name, text in (("empty", ""), ("spaces", " \n\t"), ("gone", "weg"), ("word", "woord")):
        core.draft(BOB, name, text)
    core.draft(BOB, "elsewhere", "elders", "two")
    core.ask(BOB, DeleteItems(ids=("bob-1.gone",)), own(BOB))
    core.show(ANN, ALL)
    assert core.texts == ["woord"]
    assert len(core.all_of(Sticky, own(BOB))) == 4
    assert core.refused(ANN, ALL) == "nothing-private"


def test_by_organisation_by_person_and_ones_own() -> None:
    """[REVEAL-12] Facilitators show all, an organisation's or a person's; everyone shows their own, or some of it."""
    core = written()
    core.show(ANN, Reveal(canvas="one", of="organisation", id="oost"))
    assert core.texts == ["van dan"]
    core.show(FAY, Reveal(canvas="one", of="person", id="bob"))
    assert core.texts == ["van bob", "van dan"]
    for intent in (
        ALL,
        Reveal(canvas="one", of="organisation", id="org"),
        Reveal(canvas="one", of="person", id="bob"),
        Reveal(canvas="one", of="person", id="cas"),
    ):
        assert core.refused(CAS, intent) == "not-allowed"
    core.show(CAS, Reveal(canvas="one", of="own"))
    assert core.texts == ["van bob", "van cas", "van dan"]


def test_one_shows_some_of_ones_own() -> None:
    """[REVEAL-12] Of one's own only those are shown that are named, and nobody else's by naming them."""
    core = written()
    core.enter("write")
    core.draft(BOB, "2", "nog een")
    core.enter("conclude")
    assert core.refused(BOB, Reveal(canvas="one", of="own", ids=("cas-1.1",))) == "nothing-private"
    core.show(BOB, Reveal(canvas="one", of="own", ids=("bob-1.2", "cas-1.1")))
    assert core.texts == ["nog een"]


def test_an_organisation_is_who_belongs_to_it_now() -> None:
    """[REVEAL-12] Whoever moved to another organisation is shown with that one."""
    core = written()
    core.ask(ANN, SetPerson(id="cas", organisation="oost"))
    core.show(ANN, Reveal(canvas="one", of="organisation", id="oost"))
    assert core.texts == ["van cas", "van dan"]


def test_what_names_nothing_to_show() -> None:
    """[REVEAL-13] A canvas, person or organisation that is not there, or has nothing, is no reason for an event."""
    core = written()
    for intent, code in (
        (Reveal(canvas="none", of="all"), "unknown-canvas"),
        (Reveal(canvas="two", of="all"), "nothing-private"),
        (Reveal(canvas="one", of="person"), "unknown-person"),
        (Reveal(canvas="one", of="person", id="org"), "unknown-person"),
        (Reveal(canvas="one", of="person", id="obi"), "nothing-private"),
        (Reveal(canvas="one", of="organisation", id="none"), "nothing-private"),
        (Reveal(canvas="one", of="organisation"), "nothing-private"),
        (Reveal(canvas="one", of="own"), "nothing-private"),
    ):
        assert core.refused(ANN, intent) == code
    assert core.refused(OBI, Reveal(canvas="one", of="own")) == "not-allowed"


def test_entering_a_reveal_step_shows() -> None:
    """[REVEAL-14] Entering a reveal step shows what is on its canvas, if anything; by turns it does not."""
    core = written()
    turns = core.step("turns", "reveal", turns=True)
    assert not core.ask(ANN, EnterStep(id=turns)).revealed
    assert core.texts == []
    reveal = core.step("reveal", "reveal")
    assert core.show(ANN, EnterStep(id=reveal)).revealed
    assert core.texts == ["van bob", "van cas", "van dan"]
    assert not core.show(ANN, EnterStep(id=reveal)).revealed
    assert not core.show(ANN, EnterStep(id=core.step("none", "reveal", canvas=None))).revealed


def test_showing_twice_shows_once() -> None:
    """[REVEAL-15] What was shown is shown once, also where it was not yet taken from its author's stream."""
    core = written()
    core.ask(ANN, ALL)
    assert core.refused(FAY, ALL) == "nothing-private"
    assert core.refused(BOB, Reveal(canvas="one", of="own")) == "nothing-private"
    core.enter("write")
    core.draft(BOB, "2", "nog een")
    core.ask(ANN, ALL)
    assert core.tidy() == 3
    assert core.tidy() == 0
    assert core.texts == ["nog een", "van bob", "van cas", "van dan"]
    assert not any(core.all_of(Sticky, own(each)) for each in (BOB, CAS, DAN))
    assert core.refused(ANN, ALL) == "nothing-private"


def test_what_was_shown_is_no_draft_any_more() -> None:
    """[REVEAL-16] From the moment it is shown its author changes nothing of a draft, nor makes another under its id."""
    core = written()
    core.ask(ANN, ALL)
    core.enter("write")
    note = "bob-1.1"
    for intent in (
        EditText(id=note, edit=diff("van bob", "van mij"), seen=1),
        MoveItems(moves=(Move(note, ASIDE),)),
        ResizeItem(id=note, width=200, height=200, place=ASIDE),
        OrderItems(ids=(note,), front=True),
        DeleteItems(ids=(note,)),
        RestoreItems(ids=(note,)),
    ):
        assert core.refused(BOB, intent, own(BOB)) == "unknown-item"
    again = CreateItems(items=(Sticky(id=note, canvas="one", place=MIDDLE, author="bob"),))
    assert core.refused(BOB, again, own(BOB)) == "exists"
    core.enter("discuss")
    assert core.refused(BOB, LiftItems(moves=(Move(note, ASIDE),))) == "unknown-item"


def test_nobody_takes_back_a_reveal() -> None:
    """[REVEAL-17] Nobody's undo takes back a reveal, nor what was done to a draft before; all else it does."""
    core = written()
    note = core.note(ANN, "1", "eerst")
    core.ask(ANN, MoveItems(moves=(Move(note, ASIDE),)))
    core.show(ANN, ALL)
    shown = core.texts
    for actor in (BOB, CAS, DAN):
        core.enter("discuss")
        assert core.refused(actor, Undo()) == "nothing-to-undo"
        core.enter("write")
        assert core.refused(actor, Undo(), own(actor)) == "nothing-to-undo"
    core.ask(ANN, Undo())
    assert core.item(note).place == MIDDLE
    core.ask(ANN, Redo())
    core.ask(ANN, Undo())
    core.ask(ANN, Undo())
    assert core.refused(ANN, Undo()) == "nothing-to-undo"
    assert core.texts == [text for text in shown if text != "eerst"]


def test_what_was_sent_away_with_its_author_stays_theirs() -> None:
    """[REVEAL-18] What somebody had who was removed is not shown, nor do they count as an author."""
    core = written()
    core.ask(ANN, RemovePerson(id="cas"))
    assert core.refused(ANN, Reveal(canvas="one", of="person", id="cas")) == "unknown-person"
    core.show(ANN, Reveal(canvas="one", of="organisation", id="org"))
    core.show(ANN, ALL)
    assert core.texts == ["van bob", "van dan"]
    assert core.text("cas-1.1", own(CAS)) == "van cas"


def test_a_workshop_that_is_full() -> None:
    """[REVEAL-19] More items than a workshop holds are not shown; fewer at once are. Nothing is lost by asking."""
    core = written()
    many = [Sticky(id=f"x-1.{n}", canvas="one", place=MIDDLE, author="x") for n in range(MAX_STREAM_ITEMS - 2)]
    core.happen("shared", SERVER, Decision(tuple(map(Put, many))))
    assert core.refused(ANN, ALL) == "too-many"
    core.show(ANN, Reveal(canvas="one", of="organisation", id="org"))
    assert core.refused(ANN, ALL) == "too-many"
    assert core.text("dan-1.1", own(DAN)) == "van dan"
