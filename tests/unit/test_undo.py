"""Undo and redo, a person's own, derived from the events."""

import pytest
from unit.core import ANN, BOB, CAS, MIDDLE, Core

from raakvlak.canvas.events import Splice
from raakvlak.canvas.intents import DeleteItems, EditText, LockItems, MoveItems, Redo, SetCanvas, Undo
from raakvlak.canvas.leading import Move
from raakvlak.canvas.records import Canvas, Settings
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.values import Place

LEFT, RIGHT = Place("figure", 0.1, 0.5), Place("figure", 0.9, 0.5)


def move(item_id: str, place: Place) -> MoveItems:
    return MoveItems(moves=(Move(item_id, place),))


def test_undo_takes_back_ones_own_last_change_and_redo_does_it_again() -> None:
    """[UNDO-1]"""
    core = Core()
    note = core.note(BOB, "1")
    core.ask(BOB, move(note, LEFT))
    core.ask(CAS, move(core.note(CAS, "2"), RIGHT))
    core.ask(BOB, Undo())
    assert core.item(note).place == MIDDLE
    core.ask(BOB, Redo())
    assert core.item(note).place == LEFT
    core.ask(BOB, Undo())
    core.ask(BOB, Undo())
    assert core.item(note).deleted == "bob"
    core.ask(BOB, Redo())
    assert core.item(note).deleted is None


def test_a_value_that_someone_else_changed_since_stays() -> None:
    """[UNDO-2]"""
    core = Core()
    note = core.note(BOB, "1")
    core.ask(BOB, move(note, LEFT))
    core.ask(CAS, move(note, RIGHT))
    event = core.ask(BOB, Undo())
    assert core.item(note).place == RIGHT
    assert event.changes == ()
    assert event.undone is not None


def test_what_others_worked_on_is_not_taken_away_by_undoing_its_making() -> None:
    """[UNDO-3]"""
    core = Core()
    note = core.note(BOB, "1")
    core.type(CAS, note, "mine too")
    core.ask(BOB, Undo())
    assert core.item(note).deleted is None


def test_undoing_a_text_takes_away_ones_own_letters_alone() -> None:
    """[UNDO-4]"""
    core = Core()
    note = core.note(BOB, "1", "one three")
    core.type(BOB, note, "one two three")
    core.type(CAS, note, "zero one two three")
    core.type(CAS, note, "zero one two three four")
    core.ask(BOB, Undo())
    assert core.text(note) == "zero one three four"
    core.ask(BOB, Redo())
    assert core.text(note) == "zero one two three four"


def test_typing_without_a_pause_is_one_step_even_while_others_work_elsewhere() -> None:
    """[UNDO-5]"""
    core = Core()
    note, other = core.note(BOB, "1"), core.note(CAS, "2")
    for length in range(1, 6):
        core.type(BOB, note, "hello"[:length])
        core.type(CAS, other, "other"[:length])
        core.later(300)
    core.later(5_000)
    core.type(BOB, note, "hello!")
    core.ask(BOB, Undo())
    assert core.text(note) == "hello"
    core.ask(BOB, Undo())
    assert core.text(note) == ""
    assert core.text(other) == "other"


def test_a_new_change_ends_what_can_be_redone() -> None:
    """[UNDO-6]"""
    core = Core()
    note = core.note(BOB, "1")
    core.ask(BOB, move(note, LEFT))
    core.ask(BOB, Undo())
    core.ask(BOB, move(note, RIGHT))
    with pytest.raises(Refusal) as refusal:
        core.ask(BOB, Redo())
    assert refusal.value.code == "nothing-to-undo"


def test_undo_reaches_over_a_reload_since_it_belongs_to_the_person() -> None:
    """[UNDO-7]"""
    core = Core()
    note = core.note(BOB, "1")
    core.ask(BOB, DeleteItems(ids=(note,)))
    reloaded = type(BOB)("bob", "participant", "bob-2")
    core.ask(reloaded, Undo())
    assert core.item(note).deleted is None


def test_undo_changes_nothing_that_a_facilitator_has_locked() -> None:
    """[UNDO-8]"""
    core = Core()
    note = core.note(BOB, "1")
    core.ask(BOB, move(note, LEFT))
    core.ask(ANN, LockItems(ids=(note,), locked=True))
    core.ask(BOB, Undo())
    assert core.item(note).place == LEFT


def test_a_canvas_setting_can_be_undone() -> None:
    """[UNDO-9]"""
    core = Core()
    core.ask(ANN, SetCanvas(id="one", settings=Settings(centre=0.6)))
    core.ask(ANN, Undo())
    canvas = core.record("one")
    assert isinstance(canvas, Canvas)
    assert canvas.settings.centre is None


def test_typing_that_follows_an_undo_at_once_is_carried_over_it() -> None:
    """[UNDO-10]"""
    core = Core()
    note = core.note(BOB, "1", "abc")
    core.later(5_000)
    core.type(BOB, note, "Xabc")
    seen = core.stream().position.seq
    core.ask(BOB, Undo())
    core.ask(BOB, EditText(id=note, edit=(Splice(4, 0, "d"),), seen=seen))
    assert core.text(note) == "abcd"
