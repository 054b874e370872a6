"""Taking back what concerns cards, arrows, labels, tones, several tokens, lists, and what people give."""

from typing import Any

import pytest
from unit.core import ANN, BOB, CAS, FAY, MIDDLE, Core, own
from unit.marked import CANVAS, CLAIM, FULL, NO, POWER, TRUST, YES, marked

from raakvlak.canvas.events import Splice
from raakvlak.canvas.facilitation import Score
from raakvlak.canvas.intents import (
    AddCanvas,
    CreateItems,
    DeleteItems,
    EditText,
    MoveItems,
    Redo,
    RenameOrganisation,
    SetCanvas,
    SetConnector,
    SetTone,
    Undo,
)
from raakvlak.canvas.leading import Move, Reveal, SetGroupScore, SetPerson, SetScore
from raakvlak.canvas.records import (
    Canvas,
    Card,
    Connector,
    Entry,
    Item,
    Organisation,
    ParticipantToken,
    Settings,
    Sticky,
    TextLabel,
    participant_token_id,
)
from raakvlak.canvas.refusal import Refusal

TOKEN = participant_token_id(CANVAS, "bob", "wish")
MADE: tuple[Item, ...] = (
    Sticky(id="bob-1.new", canvas=CANVAS, place=MIDDLE, text="Het water", tone="well"),
    Card(id="bob-1.new", canvas=CANVAS, place=MIDDLE, card="trust"),
    TextLabel(id="bob-1.new", canvas=CANVAS, place=MIDDLE, text="Haven"),
    ParticipantToken(id=TOKEN, canvas=CANVAS, place=MIDDLE, person="bob", which="wish"),
    Connector(id="bob-1.new", canvas=CANVAS, place=MIDDLE, start=TRUST, end=POWER, text="omdat", strength=2),
)


@pytest.mark.parametrize("made", MADE, ids=lambda item: item.__struct_config__.tag)
def test_making_each_kind_is_taken_back(made: Item) -> None:
    """[UNDO-11] What was made, of whatever kind, is taken away by undoing it and is back when that is done again."""
    core = marked()
    core.ask(BOB, CreateItems(items=(made,)))
    whole = core.item(made.id)
    core.ask(BOB, Undo())
    assert core.item(made.id).deleted == "bob"
    core.ask(BOB, Redo())
    assert core.item(made.id) == whole


def test_each_change_is_taken_back() -> None:
    """[UNDO-11] So is what became of a card, a label, an arrow and a tone."""
    core = marked()
    core.ask(ANN, CreateItems(items=(TextLabel(id="ann-1.label", canvas=CANVAS, place=MIDDLE, text="Haven"),)))
    note = core.note(ANN, "note", "a", canvas=CANVAS)
    core.ask(
        ANN,
        CreateItems(items=(Connector(id="ann-1.arrow", canvas=CANVAS, place=MIDDLE, start=note, end="ann-1.label"),)),
    )
    core.later(9_000)
    before = dict(core.stream().records)
    for intent in (
        MoveItems(moves=(Move(POWER, MIDDLE),)),
        EditText(id=POWER, edit=(Splice(0, 0, "Invloed"),), seen=0),
        DeleteItems(ids=(POWER,)),
        EditText(id="ann-1.label", edit=(Splice(0, 0, "De "),), seen=0),
        EditText(id="ann-1.arrow", edit=(Splice(0, 0, "omdat"),), seen=0),
        SetConnector(id="ann-1.arrow", start=TRUST, end=POWER, strength=3),
        SetTone(id=note, tone="well"),
        SetCanvas(id=CANVAS, settings=Settings(partners=(Entry("a", "A"), Entry("b", "B")))),
    ):
        seen: Any = {"seen": core.stream().position.seq} if isinstance(intent, EditText) else {}
        core.ask(ANN, type(intent)(**{**{f: getattr(intent, f) for f in intent.__struct_fields__}, **seen}))
        after = dict(core.stream().records)
        assert after != before
        core.ask(ANN, Undo())
        assert dict(core.stream().records) == before
        core.ask(ANN, Redo())
        assert dict(core.stream().records) == after
        core.ask(ANN, Undo())


GIVEN = (
    SetScore(canvas=CANVAS, zone="right", item=CLAIM, value=4),
    SetScore(canvas=CANVAS, zone="top", scale="smiley", value=1),
    SetScore(canvas=CANVAS, zone="left", item=YES, scale="checkbox", value=3),
)


@pytest.mark.parametrize("given", GIVEN, ids=lambda given: given.scale)
def test_what_was_given_is_taken_back(given: SetScore) -> None:
    """[UNDO-12] What somebody gave is given again as it was before, be it nothing."""
    core = marked()
    again = SetScore(canvas=CANVAS, zone=given.zone, item=given.item, scale=given.scale, value=2)
    none = SetScore(canvas=CANVAS, zone=given.zone, item=given.item, scale=given.scale)
    for intent in (given, again, none):
        core.ask(BOB, intent)
    seen = []
    for _ in range(3):
        core.ask(BOB, Undo())
        seen.append([score.value for score in core.all_of(Score)])
    assert seen == [[2], [given.value], []]
    seen = []
    for _ in range(3):
        core.ask(BOB, Redo())
        seen.append([score.value for score in core.all_of(Score)])
    assert seen == [[given.value], [2], []]


def test_a_tick_is_taken_back_with_the_one_that_it_replaced() -> None:
    """[UNDO-12] A tick that took another one's place in its row gives it back."""
    core = marked()
    for item in (YES, NO):
        core.ask(BOB, SetScore(canvas=CANVAS, zone="left", item=item, scale="checkbox", value=3))
    core.ask(BOB, Undo())
    assert [score.item for score in core.all_of(Score)] == [YES]
    core.ask(BOB, Redo())
    assert [score.item for score in core.all_of(Score)] == [NO]


def test_what_others_gave_since_stays() -> None:
    """[UNDO-13] What cannot be given any more, or was given otherwise since, stays as it is when it is taken back."""
    core = marked()
    for item, value in ((YES, 3), (YES, None)):
        core.ask(ANN, SetGroupScore(canvas=CANVAS, zone="left", item=item, value=value))
    core.ask(FAY, SetGroupScore(canvas=CANVAS, zone="left", item=NO, value=3))
    assert core.ask(ANN, Undo()).changes == ()
    assert [score.item for score in core.all_of(Score)] == [NO]
    core.ask(BOB, SetScore(canvas=CANVAS, zone="right", item=CLAIM, value=4))
    core.ask(BOB, SetScore(canvas=CANVAS, zone="right", item=CLAIM))
    core.ask(ANN, DeleteItems(ids=(CLAIM,)))
    assert core.ask(BOB, Undo()).changes == ()
    core.ask(FAY, SetGroupScore(canvas=CANVAS, zone="left", item=NO, value=2))
    core.ask(ANN, SetGroupScore(canvas=CANVAS, zone="left", item=NO, value=1))
    assert core.ask(FAY, Undo()).changes == ()


def test_only_what_one_may_give_now() -> None:
    """[UNDO-13] Nor is anything given by who may not any more."""
    core = marked()
    core.ask(FAY, SetGroupScore(canvas=CANVAS, zone="left", item=NO, value=2))
    core.ask(ANN, SetPerson(id="fay", role="participant"))
    assert core.ask(FAY, Undo()).changes == ()
    core.ask(BOB, SetScore(canvas=CANVAS, zone="right", item=CLAIM, value=4))
    core.enter("conclude", canvas=CANVAS)
    assert core.refused(BOB, Undo()) == "not-now"


def test_private_scores() -> None:
    """[UNDO-12] In a private step as well, until it was shown: then it is not there to be taken back."""
    core = marked()
    step = core.enter("score", canvas=CANVAS)
    for value in (2, 5):
        core.ask(CAS, SetScore(step=step, zone="top", value=value), own(CAS))
    core.ask(CAS, Undo(), own(CAS))
    assert [score.value for score in core.all_of(Score, own(CAS))] == [2]
    core.show(ANN, Reveal(canvas=CANVAS, of="all"))
    with pytest.raises(Refusal) as refused:
        core.decide(CAS, Undo(), own(CAS))
    assert refused.value.code == "nothing-to-undo"


def test_a_new_canvas_keeps_its_cards() -> None:
    """[UNDO-14] Adding a canvas is not taken back, neither are the cards that came with it."""
    core = Core()
    core.templates[FULL.id] = FULL
    core.ask(ANN, AddCanvas(id=CANVAS, template=FULL.id))
    assert core.refused(ANN, Undo()) == "nothing-to-undo"
    assert [card.deleted for card in core.all_of(Card)] == [None] * len(FULL.cards)


def test_partners_stay_called_as_their_organisations() -> None:
    """[LIST-2] A partner is called as the organisation that it is, whatever is asked or taken back."""
    core = marked()

    def called() -> tuple[str, str]:
        return core.the(Canvas, CANVAS).settings.partners[0].name, core.the(Organisation, "org").name

    core.ask(ANN, RenameOrganisation(id="org", name="Gemeente"))
    core.ask(ANN, Undo())
    assert called() == ("Gemeente", "Gemeente")
    core.ask(ANN, SetCanvas(id=CANVAS, settings=Settings(partners=(Entry("org-1", "Anders", "org"),))))
    assert called() == ("Gemeente", "Gemeente")
