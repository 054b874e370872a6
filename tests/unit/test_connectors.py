"""Arrows between items, and words without a note."""

from unit.core import ANN, BOB, CAS, MIDDLE, Core, own
from unit.marked import CANVAS, marked

from raakvlak.canvas.intents import CreateItems, DeleteItems, MoveItems, SetConnector
from raakvlak.canvas.leading import Move, Reveal
from raakvlak.canvas.records import Connector, TextLabel


def link(core: Core, start: str, end: str, name: str = "l") -> CreateItems:
    return CreateItems(items=(Connector(id=f"bob-1.{name}", canvas=CANVAS, place=MIDDLE, start=start, end=end),))


def test_between_items_that_are_seen() -> None:
    """[LINK-1] A connector leads from one item to another that its readers see, also on another canvas."""
    core = marked()
    here, there = core.note(BOB, "a", "a", canvas=CANVAS), core.note(CAS, "b", "b")
    core.ask(BOB, link(core, here, there))
    assert core.the(Connector, "bob-1.l").end == there
    assert core.refused(BOB, link(core, here, here, name="m")) == "invalid"
    assert core.refused(BOB, link(core, here, "bob-1.l", name="m")) == "wrong-kind"
    mine = core.draft(CAS, "c", canvas=CANVAS)
    assert core.refused(BOB, link(core, here, mine, name="m")) == "unknown-item"


def test_it_stays_when_an_end_is_deleted() -> None:
    """[LINK-2] A connector is not moved, and stays, unseen, when an end is deleted."""
    core = marked()
    first, second = core.note(BOB, "a", "a", canvas=CANVAS), core.note(BOB, "b", "b", canvas=CANVAS)
    core.ask(BOB, link(core, first, second))
    assert core.refused(BOB, MoveItems(moves=(Move("bob-1.l", MIDDLE),))) == "wrong-kind"
    core.ask(CAS, SetConnector(id="bob-1.l", start=second, end=first, strength=3))
    core.ask(BOB, DeleteItems(ids=(first,)))
    made = core.the(Connector, "bob-1.l")
    assert (made.start, made.end, made.strength, made.deleted) == (second, first, 3, None)


def test_private_ones_are_shown_with_their_ends() -> None:
    """[LINK-3] A private connector is shown together with both its ends, and not before."""
    core = marked()
    core.enter("write", canvas=CANVAS)
    first, second = core.draft(BOB, "a", canvas=CANVAS), core.draft(BOB, "b", canvas=CANVAS)
    core.ask(BOB, link(core, first, second), own(BOB))
    core.ask(ANN, Reveal(canvas=CANVAS, of="person", id="bob"))
    shown = core.all_of(Connector)
    assert len(shown) == 1
    assert {shown[0].start, shown[0].end} <= set(core.stream().records)


def test_a_label_is_written_in() -> None:
    """[LINK-4] A label is words on the canvas, of whoever made it."""
    core = marked()
    core.ask(BOB, CreateItems(items=(TextLabel(id="bob-1.t", canvas=CANVAS, place=MIDDLE, text="Haven"),)))
    assert core.the(TextLabel, "bob-1.t").author == "bob"
