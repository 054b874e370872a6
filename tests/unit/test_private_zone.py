"""A zone that is private for good: what lies there stays its author's until they lift it."""

from typing import Any

import pytest
from msgspec.structs import replace
from unit.core import ANN, BACK, BACKSTAGE, BOB, CAS, MIDDLE, Core, own

from raakvlak.canvas.intents import (
    AddCanvas,
    CreateItems,
    DeleteItems,
    EditText,
    Intent,
    MoveItems,
    OrderItems,
    ResizeItem,
    RestoreItems,
    Undo,
)
from raakvlak.canvas.leading import LiftItems, Move, Reveal, SetGroupScore, SetScore
from raakvlak.canvas.records import Card, PartnerToken, Sticky, card_id, draft_token_id
from raakvlak.canvas.template import SeededCard
from raakvlak.canvas.text import diff
from raakvlak.canvas.values import Place
from raakvlak.canvas.words import Words
from raakvlak.canvases import templates

MINE = own(BOB)
BACK_ASIDE = Place("figure", 0.13, 0.95)
ALL = Reveal(canvas="three", of="all", sure=True)


def lift(*items: str) -> LiftItems:
    return LiftItems(moves=tuple(Move(item, MIDDLE) for item in items))


def test_nothing_that_everyone_sees_goes_in() -> None:
    """[BACK-1] Nothing that everyone sees is made in or moved into a private zone, by facilitators neither."""
    core = Core()
    note = core.note(BOB, "1", canvas="three")
    for actor in (ANN, BOB):
        for intent in (
            CreateItems(items=(Sticky(id=f"{actor.writer}.2", canvas="three", place=BACK),)),
            MoveItems(moves=(Move(note, BACK),)),
            ResizeItem(id=note, width=200, height=200, place=BACK),
        ):
            assert core.refused(actor, intent) == "private-zone"
    token = PartnerToken(id="three.partner.org", canvas="three", place=BACK, author="x", organisation="org")
    assert core.refused(ANN, CreateItems(items=(token,))) == "private-zone"


def test_no_reveal_shows_what_lies_there() -> None:
    """[BACK-2] No reveal shows what lies in a private zone, made in a step or not, made there or moved there."""
    core = Core()
    core.draft(BOB, "free", canvas="three", at=BACK)
    core.enter("write")
    core.draft(BOB, "step", canvas="three", at=BACK)
    moved = core.draft(BOB, "moved", canvas="three")
    core.ask(BOB, MoveItems(moves=(Move(moved, BACK),)), MINE)
    core.enter("discuss")
    for intent in (
        ALL,
        Reveal(canvas="three", of="person", id="bob"),
        Reveal(canvas="three", of="organisation", id="org"),
    ):
        assert core.refused(ANN, intent) == "nothing-private"
    assert core.refused(BOB, Reveal(canvas="three", of="own")) == "nothing-private"
    assert core.refused(BOB, Reveal(canvas="three", of="own", ids=("bob-1.free",))) == "nothing-private"


def test_its_author_lifts_it() -> None:
    """[BACK-3] Its author takes notes out to places that everyone sees, in one event, as theirs; nobody else does."""
    core = Core()
    for name in ("1", "2", "3"):
        core.draft(BOB, name, f"achter {name}", "three", BACK)
    for stranger in (ANN, CAS):
        assert core.refused(stranger, lift("bob-1.1")) == "unknown-item"
    assert core.refused(BOB, LiftItems(moves=(Move("bob-1.1", BACK_ASIDE),))) == "private-zone"
    assert core.refused(BOB, LiftItems(moves=(Move("bob-1.1", Place("strip", 0, 0)),))) == "invalid"
    event = core.show(BOB, lift("bob-1.1", "bob-1.2", "bob-1.1"))
    assert (event.revealed, event.lifted) == (True, True)
    assert core.texts == ["achter 1", "achter 2"]
    notes = core.all_of(Sticky)
    assert {(note.author, note.place, note.step, note.public) for note in notes} == {("bob", MIDDLE, None, None)}
    assert [note.id for note in core.all_of(Sticky, MINE)] == ["bob-1.3"]
    assert core.refused(BOB, lift("bob-1.1")) == "unknown-item"
    assert core.refused(BOB, Undo()) == "nothing-to-undo"


def test_what_is_no_note_in_a_private_zone_is_not_lifted() -> None:
    """[BACK-4] Drafts, deleted notes and what everyone sees are not lifted, nor is anything with them."""
    core = Core()
    shared = core.note(BOB, "shared", canvas="three")
    back = core.draft(BOB, "back", canvas="three", at=BACK)
    gone = core.draft(BOB, "gone", canvas="three", at=BACK)
    core.enter("write")
    core.ask(BOB, MoveItems(moves=(Move(gone, BACK_ASIDE),)), MINE)
    core.ask(BOB, DeleteItems(ids=(gone,)), MINE)
    draft = core.draft(BOB, "draft", canvas="three")
    core.enter("discuss")
    for item, code in ((draft, "not-now"), (gone, "unknown-item"), (shared, "unknown-item"), ("x", "unknown-item")):
        assert core.refused(BOB, lift(back, item)) == code


@pytest.mark.parametrize("inside", [True, False], ids=["in it", "beside it"])
def test_outside_private_steps_one_works_there_and_nowhere_else(inside: bool) -> None:
    """[BACK-5] In conversation one works on private notes in a private zone, and on nothing private beside it."""
    core = Core()
    core.enter("write")
    place = BACK if inside else MIDDLE
    note, gone = (core.draft(BOB, name, "tekst", "three", place) for name in ("note", "gone"))
    core.ask(BOB, DeleteItems(ids=(gone,)), MINE)
    core.later(9_000)
    core.enter("discuss")
    intents: list[Intent] = [
        CreateItems(items=(Sticky(id="bob-1.new", canvas="three", place=place),)),
        MoveItems(moves=(Move(note, place),)),
        ResizeItem(id=note, width=200, height=200, place=place),
        OrderItems(ids=(note,), front=True),
        EditText(id=note, edit=diff("tekst", "andere tekst"), seen=core.stream(MINE).position.seq),
        RestoreItems(ids=(gone,)),
        Undo(),
    ]
    for intent in intents:
        if inside:
            core.ask(BOB, intent, MINE)
        else:
            assert core.refused(BOB, intent, MINE) == "not-now"


def test_nothing_private_leaves_or_enters_it_in_conversation() -> None:
    """[BACK-6] Outside private steps nothing private leaves a private zone but by being lifted, undoing included."""
    core = Core()
    core.enter("write")
    note, other = core.draft(BOB, "1", canvas="three"), core.draft(BOB, "2", canvas="three")
    core.ask(BOB, MoveItems(moves=(Move(note, BACK),)), MINE)
    core.enter("discuss")
    assert core.refused(BOB, Undo(), MINE) == "not-now"
    assert core.refused(BOB, MoveItems(moves=(Move(note, MIDDLE),)), MINE) == "not-now"
    assert core.refused(BOB, MoveItems(moves=(Move(other, BACK),)), MINE) == "not-now"
    assert core.refused(BOB, ResizeItem(id=note, width=200, height=200, place=MIDDLE), MINE) == "not-now"
    core.enter("vote")
    assert core.refused(BOB, MoveItems(moves=(Move(note, BACK_ASIDE),)), MINE) == "not-now"
    core.enter("write")
    core.ask(BOB, Undo(), MINE)
    core.show(ANN, ALL)
    assert len(core.texts) == 2


def test_tokens_have_no_place_there() -> None:
    """[BACK-7] Tokens are private in a step only: outside one there is none in a private zone."""
    core = Core()
    core.enter("discuss")
    token = PartnerToken(id="three.partner.org", canvas="three", place=BACK, author="x", organisation="org")
    assert core.refused(BOB, CreateItems(items=(token,)), MINE) == "wrong-kind"


STAGE = replace(
    BACKSTAGE,
    id="cards",
    kinds=("sticky", "card", "score", "smiley"),
    zones=tuple(replace(zone, accepts=("score", "smiley")) for zone in BACKSTAGE.zones),
    cards=(
        SeededCard("fear", "left", Words("Angst", "Fear"), copies=True),
        SeededCard("claim", "left", Words("Stelling", "Statement"), kind="statement"),
    ),
)


def with_cards() -> Core:
    """A canvas on which the template's cards lie in the private zone."""
    core = Core()
    core.templates[STAGE.id] = STAGE
    core.ask(ANN, AddCanvas(id="ann-1.stage", template=STAGE.id))
    return core


@pytest.mark.parametrize("item", [None, card_id("ann-1.stage", "claim")])
def test_nothing_is_given_there(item: str | None) -> None:
    """[BACK-8] A private zone, and a card that lay in it, is given nothing: it would not stay its author's."""
    core = with_cards()
    given: dict[str, Any] = {"zone": "left", "item": item, "value": 2}
    assert core.refused(BOB, SetScore(canvas="ann-1.stage", **given)) == "private-zone"
    assert core.refused(ANN, SetGroupScore(canvas="ann-1.stage", scale="score", **given)) == "private-zone"
    step = core.enter("score", canvas="ann-1.stage")
    assert core.refused(BOB, SetScore(step=step, **given), MINE) == "private-zone"


def test_a_copied_card_is_lifted() -> None:
    """[BACK-3] A copy of a card is taken out as a note is; the card itself stays for everyone to copy."""
    core = with_cards()
    core.enter("write", canvas="ann-1.stage")
    copy = Card(id="bob-1.fear", canvas="ann-1.stage", place=BACK, card="fear")
    core.ask(BOB, CreateItems(items=(copy,)), MINE)
    step = core.enter("place", canvas="ann-1.stage")
    stand_in = replace(copy, id=draft_token_id(card_id("ann-1.stage", "fear"), step))
    core.ask(BOB, CreateItems(items=(stand_in,)), MINE)
    core.enter("discuss", canvas="ann-1.stage")
    assert core.refused(BOB, lift(stand_in.id)) == "unknown-item"
    core.show(BOB, lift("bob-1.fear"))
    assert [(card.place, card.author) for card in core.all_of(Card) if card.author] == [(MIDDLE, "bob")]
    assert [card.id for card in core.all_of(Card, MINE)] == [stand_in.id]


def test_the_card_itself_stays() -> None:
    """[BACK-9] A card that lies in a private zone from the start stays there; each person copies it for themselves."""
    core = Core()
    core.templates = dict(templates())
    core.ask(ANN, AddCanvas(id="ann-1.matter", template="directors-matter"))
    fear = core.the(Card, card_id("ann-1.matter", "emotion-04"))
    stage = core.note(ANN, "n", canvas="ann-1.matter", at=Place("sheet", 0.5, 0.3))
    on_stage = core.item(stage).place
    for actor in (ANN, BOB):
        assert core.refused(actor, MoveItems(moves=(Move(fear.id, on_stage),))) == "private-zone"
    core.enter("write", canvas="ann-1.matter")
    core.ask(BOB, CreateItems(items=(replace(fear, id="bob-1.fear"),)), MINE)
    core.enter("discuss", canvas="ann-1.matter")
    core.show(BOB, LiftItems(moves=(Move("bob-1.fear", on_stage),)))
    assert [card.place for card in core.all_of(Card) if card.author == "bob"] == [on_stage]
    assert core.item(fear.id) == fear
