"""Arrows between items, and words without a note."""

from typing import Any

import pytest
from msgspec.structs import replace
from unit.core import ANN, BACK, BACKSTAGE, BOB, CAS, MIDDLE, Core, own
from unit.marked import CANVAS, FULL, marked

from raakvlak.canvas.events import encode_event
from raakvlak.canvas.intents import AddCanvas, CreateItems, DeleteItems, MoveItems, SetConnector
from raakvlak.canvas.leading import EnterStep, Move, Reveal
from raakvlak.canvas.records import Connector, Sticky, TextLabel


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


def test_one_from_another_canvas_comes_with_its_end() -> None:
    """[LINK-3] It does so too where it begins on another canvas than the one that is shown."""
    core = marked()
    core.ask(ANN, AddCanvas(id="ann-1.more", template=FULL.id))
    seen = core.note(CAS, "seen", "probleem", canvas="ann-1.more")
    core.enter("write", canvas=CANVAS)
    mine = core.draft(BOB, "a", "interventie", CANVAS)
    arrow = Connector(id="bob-1.l", canvas="ann-1.more", place=MIDDLE, start=seen, end=mine)
    core.ask(BOB, CreateItems(items=(arrow,)), own(BOB))
    core.show(ANN, Reveal(canvas=CANVAS, of="all"))
    assert [(each.canvas, each.start) for each in core.all_of(Connector)] == [("ann-1.more", seen)]
    assert core.all_of(Connector, own(BOB)) == []


def test_a_label_is_written_in() -> None:
    """[LINK-4] A label is words on the canvas, of whoever made it."""
    core = marked()
    core.ask(BOB, CreateItems(items=(TextLabel(id="bob-1.t", canvas=CANVAS, place=MIDDLE, text="Haven"),)))
    assert core.the(TextLabel, "bob-1.t").author == "bob"


def shown_arrows(core: Core) -> list[str | None]:
    """The authors of all connectors that everyone sees."""
    return [arrow.author for arrow in core.all_of(Connector)]


@pytest.mark.parametrize("first", [True, False])
def test_no_arrow_tells_whose_an_anonymous_note_is(first: bool) -> None:
    """[ANON-9] What one's private arrows connect with something anonymous of one's own is anonymous with it."""
    core = marked()
    core.enter("write", "one", canvas=CANVAS, anonymous=first)
    mine = core.draft(BOB, "a", "een", CANVAS)
    core.enter("write", "two", canvas=CANVAS, anonymous=not first)
    other = core.draft(BOB, "b", "twee", CANVAS)
    core.ask(BOB, link(core, mine, other), own(BOB))
    event = core.show(ANN, Reveal(canvas=CANVAS, of="all", sure=True))
    assert b"bob" not in encode_event(event)
    assert shown_arrows(core) == [None]
    assert [note.author for note in core.all_of(Sticky)] == [None, None]


def test_nor_one_that_was_drawn_before_it_was_anonymous() -> None:
    """[ANON-9] So is all that hangs together when a part of it is worked on in an anonymous step."""
    core = marked()
    core.enter("write", "named", canvas=CANVAS)
    notes = [core.draft(BOB, name, name, CANVAS) for name in "abc"]
    alone = core.draft(BOB, "d", "d", CANVAS)
    core.ask(BOB, link(core, notes[0], notes[1]), own(BOB))
    core.ask(BOB, link(core, notes[1], notes[2], name="m"), own(BOB))
    core.enter("write", "nameless", canvas=CANVAS, anonymous=True)
    core.type(BOB, notes[2], "anders", own(BOB))
    core.show(ANN, Reveal(canvas=CANVAS, of="all", sure=True))
    assert shown_arrows(core) == [None, None]
    assert sorted((note.text, note.author or "") for note in core.all_of(Sticky)) == [
        ("a", ""),
        ("anders", ""),
        ("b", ""),
        ("d", "bob"),
    ]
    assert alone not in core.stream().records


def test_none_leaves_a_private_zone() -> None:
    """[BACK-6] Nor does an arrow, by being given another start."""
    core = Core()
    core.templates["arrows"] = replace(BACKSTAGE, id="arrows", kinds=("sticky", "connector"))
    core.ask(ANN, AddCanvas(id="ann-1.back", template="arrows"))
    there: dict[str, Any] = {"canvas": "ann-1.back", "place": BACK}
    core.ask(BOB, CreateItems(items=tuple(Sticky(id=f"bob-1.{each}", text=each, **there) for each in "ab")), own(BOB))
    core.ask(BOB, CreateItems(items=(Connector(id="bob-1.l", start="bob-1.a", end="bob-1.b", **there),)), own(BOB))
    front = core.note(CAS, "front", "x", canvas="ann-1.back")
    core.enter("discuss", canvas="ann-1.back")
    assert core.refused(BOB, SetConnector(id="bob-1.l", start=front, end="bob-1.b"), own(BOB)) == "not-now"
    core.ask(BOB, SetConnector(id="bob-1.l", start="bob-1.b", end="bob-1.a", strength=2), own(BOB))


def test_nor_one_that_is_given_another_end() -> None:
    """[ANON-9] Nor one that leads to it only since, be it where everyone works freely, or by taking something back."""
    core = marked()
    core.enter("write", "named", canvas=CANVAS)
    notes = [core.draft(BOB, name, name, CANVAS) for name in "abc"]
    core.ask(BOB, link(core, notes[0], notes[1]), own(BOB))
    core.enter("write", "nameless", canvas=CANVAS, anonymous=True)
    core.type(BOB, notes[2], "anders", own(BOB))
    core.ask(ANN, EnterStep())
    core.ask(BOB, SetConnector(id="bob-1.l", start=notes[2], end=notes[0]), own(BOB))
    core.show(ANN, Reveal(canvas=CANVAS, of="all", sure=True))
    assert shown_arrows(core) == [None]
    assert sorted((note.text, note.author or "") for note in core.all_of(Sticky)) == [
        ("a", ""),
        ("anders", ""),
        ("b", ""),
    ]
