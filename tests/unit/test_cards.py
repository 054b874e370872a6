"""Cards of a template, and the lists and labels of a canvas."""

from unit.core import ANN, BOB, MIDDLE, SERVER, own
from unit.marked import CANVAS, CLAIM, FULL, POWER, TRUST, marked

from raakvlak.canvas.events import Put, Splice
from raakvlak.canvas.facilitation import Placement, Score
from raakvlak.canvas.intents import CreateItems, DeleteItems, EditText, MoveItems, RenameOrganisation, SetCanvas
from raakvlak.canvas.leading import Move, Reveal
from raakvlak.canvas.records import Canvas, Card, Entry, Label, Settings, draft_token_id
from raakvlak.canvas.view import Decision


def test_cards_lie_there_from_the_start() -> None:
    """[CARD-1] A canvas begins with its template's cards, and its partners are the workshop's organisations."""
    core = marked()
    assert [card.card for card in core.all_of(Card)] == [card.id for card in FULL.cards]
    partners = core.the(Canvas, CANVAS).settings.partners
    assert [(entry.id, entry.organisation) for entry in partners] == [("org-1", "org"), ("org-2", "oost")]


def test_who_changes_cards() -> None:
    """[CARD-2] Participants move cards, facilitators alone word or delete them; a line to tick or score stays."""
    core = marked()
    core.ask(BOB, MoveItems(moves=(Move(POWER, MIDDLE),)))
    edit = EditText(id=POWER, edit=(Splice(0, 0, "Invloed"),), seen=core.stream().position.seq)
    assert core.refused(BOB, edit) == "not-allowed"
    assert core.refused(BOB, DeleteItems(ids=(POWER,))) == "not-allowed"
    core.ask(ANN, edit)
    assert core.the(Card, POWER).text == "Invloed"
    assert core.refused(ANN, MoveItems(moves=(Move(CLAIM, MIDDLE),))) == "wrong-kind"


def test_copies() -> None:
    """[CARD-3] A copy of a card is another card, as it is worded now; only what the template lets be copied is."""
    core = marked()
    core.ask(ANN, EditText(id=TRUST, edit=(Splice(0, 0, "Geloof"),), seen=core.stream().position.seq))
    core.ask(BOB, CreateItems(items=(Card(id="bob-1.c", canvas=CANVAS, place=MIDDLE, card="trust", text="x"),)))
    copy = core.the(Card, "bob-1.c")
    assert (copy.text, copy.author) == ("Geloof", "bob")
    once = Card(id="bob-1.d", canvas=CANVAS, place=MIDDLE, card="power")
    assert core.refused(BOB, CreateItems(items=(once,))) == "not-allowed"


def test_private_cards() -> None:
    """[CARD-4] Where somebody privately put a card is shown as a placement; the card stays where it was."""
    core = marked()
    step = core.enter("place", canvas=CANVAS)
    mine = Card(id=draft_token_id(POWER, step), canvas=CANVAS, place=MIDDLE, card="power")
    before = core.the(Card, POWER)
    core.ask(BOB, CreateItems(items=(mine,)), own(BOB))
    core.show(ANN, Reveal(canvas=CANVAS, of="all"))
    assert [(each.card, each.author) for each in core.all_of(Placement)] == [(POWER, "bob")]
    assert core.the(Card, POWER) == before


def test_settings_are_checked() -> None:
    """[LIST-1] A list is the template's, as long as that allows, each entry once; labels where it lets them."""
    core = marked()
    two = (Entry("a", "A"), Entry("b", "B"))
    core.ask(ANN, SetCanvas(id=CANVAS, settings=Settings(partners=two)))
    many = tuple(Entry(f"e{number}", "E") for number in range(4))
    assert core.refused(ANN, SetCanvas(id=CANVAS, settings=Settings(partners=many))) == "too-many"
    assert core.refused(ANN, SetCanvas(id=CANVAS, settings=Settings(partners=(two[0], two[0])))) == "exists"
    assert core.refused(ANN, SetCanvas(id=CANVAS, settings=Settings(issues=two))) == "invalid"
    worded = Settings(partners=two, labels=(Label("zone:top", "Boven"),))
    assert core.refused(ANN, SetCanvas(id=CANVAS, settings=worded)) == "invalid"


def test_what_holds_something_stays() -> None:
    """[LIST-3] An entry whose zones hold something, or which was scored, is not taken out."""
    core = marked()
    two = (Entry("a", "A"), Entry("b", "B"))
    core.ask(ANN, SetCanvas(id=CANVAS, settings=Settings(partners=two)))
    held = Score(id="given", canvas=CANVAS, zone="top", value=1, aspect="b")
    core.happen("shared", SERVER, Decision((Put(held),)))
    assert core.refused(ANN, SetCanvas(id=CANVAS, settings=Settings(partners=two[:1]))) == "not-empty"
    core.ask(ANN, SetCanvas(id=CANVAS, settings=Settings(partners=(Entry("a", "Anders"), two[1]))))


def test_partners_are_called_as_their_organisations() -> None:
    """[LIST-2] A partner is called as the organisation that it is, on every canvas."""
    core = marked()
    core.ask(ANN, RenameOrganisation(id="org", name="Gemeente"))
    assert core.the(Canvas, CANVAS).settings.partners[0].name == "Gemeente"
