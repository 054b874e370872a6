"""Who may do what: decided by the server alone."""

import pytest
from unit.core import ANN, BOB, CAS, MIDDLE, OBI, Core

from raakvlak.canvas.events import Patch, Splice
from raakvlak.canvas.intents import (
    AddCanvas,
    AddOrganisation,
    CreateItems,
    DeleteItems,
    EditText,
    Intent,
    LockItems,
    MoveItems,
    OrderItems,
    RenameOrganisation,
    RenameWorkshop,
    RenewInvite,
    ResizeItem,
    RestoreItems,
    SetCanvas,
)
from raakvlak.canvas.leading import Move
from raakvlak.canvas.records import (
    ParticipantToken,
    PartnerToken,
    Settings,
    Sticky,
    Workshop,
    participant_token_id,
    partner_token_id,
)
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.values import Place

ELSEWHERE = Place("figure", 0.2, 0.9)


def move(item_id: str) -> MoveItems:
    return MoveItems(moves=(Move(item_id, ELSEWHERE),))


def own_token(person: str) -> ParticipantToken:
    token_id = participant_token_id("two", person)
    return ParticipantToken(id=token_id, canvas="two", place=MIDDLE, author=person, person=person)


def partner_token(place: Place = MIDDLE) -> PartnerToken:
    token_id = partner_token_id("one", "org")
    return PartnerToken(id=token_id, canvas="one", place=place, author="bob", organisation="org")


def test_a_participant_adds_edits_and_moves_what_others_made() -> None:
    """[RIGHT-1]"""
    core = Core()
    note = core.note(BOB, "1", "hello")
    core.type(CAS, note, "hello you")
    core.ask(CAS, move(note))
    assert core.text(note) == "hello you"
    assert core.item(note).place == ELSEWHERE


def test_the_author_is_who_made_it_whatever_the_intent_says() -> None:
    """[RIGHT-2]"""
    core = Core()
    core.ask(BOB, CreateItems(items=(Sticky(id="bob-1.1", canvas="one", place=MIDDLE, author="ann", locked="ann"),)))
    assert core.item("bob-1.1").author == "bob"
    assert core.item("bob-1.1").locked is None


def test_an_observer_does_nothing() -> None:
    """[RIGHT-3]"""
    core = Core()
    note = core.note(BOB, "1", "hello")
    intents: list[Intent] = [
        CreateItems(items=(Sticky(id="obi-1.1", canvas="one", place=MIDDLE, author="obi"),)),
        move(note),
        DeleteItems(ids=(note,)),
        EditText(id=note, edit=(Splice(0, 1),), seen=2),
    ]
    for intent in intents:
        with pytest.raises(Refusal) as refusal:
            core.ask(OBI, intent)
        assert refusal.value.code == "not-allowed"


@pytest.mark.parametrize(
    "intent",
    [
        LockItems(ids=("bob-1.1",), locked=True),
        SetCanvas(id="one", settings=Settings(centre=0.5)),
        AddCanvas(id="bob-1.c", template="triangle"),
        AddOrganisation(id="bob-1.o", name="New"),
        RenameOrganisation(id="org", name="New"),
        RenameWorkshop(title="New"),
        RenewInvite(role="participant"),
    ],
    ids=lambda intent: type(intent).__name__,
)
def test_only_facilitators_lock_and_change_the_workshop(intent: Intent) -> None:
    """[RIGHT-4]"""
    core = Core()
    core.note(BOB, "1")
    with pytest.raises(Refusal, match="expected a facilitator"):
        core.ask(BOB, intent)


def test_a_participant_deletes_and_restores_only_their_own() -> None:
    """[RIGHT-5]"""
    core = Core()
    note = core.note(BOB, "1")
    with pytest.raises(Refusal, match="an item of your own"):
        core.ask(CAS, DeleteItems(ids=(note,)))
    core.ask(BOB, DeleteItems(ids=(note,)))
    assert core.item(note).deleted == "bob"
    with pytest.raises(Refusal, match="an item of your own"):
        core.ask(CAS, RestoreItems(ids=(note,)))
    core.ask(ANN, RestoreItems(ids=(note,)))
    assert core.item(note).deleted is None


@pytest.mark.parametrize(
    "intent",
    [
        move("bob-1.1"),
        ResizeItem(id="bob-1.1", width=200, height=200, place=MIDDLE),
        OrderItems(ids=("bob-1.1",), front=True),
        DeleteItems(ids=("bob-1.1",)),
        EditText(id="bob-1.1", edit=(Splice(0, 0, "x"),), seen=3),
    ],
    ids=lambda intent: type(intent).__name__,
)
def test_what_a_facilitator_locked_is_changed_by_facilitators_alone(intent: Intent) -> None:
    """[RIGHT-6]"""
    core = Core()
    core.note(BOB, "1")
    core.ask(ANN, LockItems(ids=("bob-1.1",), locked=True))
    with pytest.raises(Refusal) as refusal:
        core.ask(BOB, intent)
    assert (refusal.value.code, refusal.value.by) == ("locked", "ann")
    core.ask(ANN, intent)


def test_everyone_has_one_own_token_and_places_it_themselves() -> None:
    """[RIGHT-7]"""
    core = Core()
    core.ask(BOB, CreateItems(items=(own_token("bob"),)))
    with pytest.raises(Refusal, match="your own token"):
        core.ask(CAS, CreateItems(items=(own_token("bob"),)))
    with pytest.raises(Refusal, match="your own token"):
        core.ask(CAS, move(participant_token_id("two", "bob")))
    core.ask(BOB, CreateItems(items=(own_token("bob"),)))
    tokens = [record for record in core.stream().records.values() if isinstance(record, ParticipantToken)]
    assert len(tokens) == 1


def test_a_partner_has_one_token_on_a_canvas() -> None:
    """[RIGHT-8]"""
    core = Core()
    core.ask(BOB, CreateItems(items=(partner_token(),)))
    core.ask(CAS, CreateItems(items=(partner_token(ELSEWHERE),)))
    tokens = [record for record in core.stream().records.values() if isinstance(record, PartnerToken)]
    assert [token.place for token in tokens] == [ELSEWHERE]


def test_kinds_that_the_template_does_not_list_cannot_be_placed() -> None:
    """[RIGHT-9]"""
    core = Core()
    token = ParticipantToken(
        id=participant_token_id("one", "bob"), canvas="one", place=MIDDLE, author="bob", person="bob"
    )
    with pytest.raises(Refusal, match="expected one of sticky, partner-token, dot-vote here"):
        core.ask(BOB, CreateItems(items=(token,)))


def test_a_stream_of_ones_own_takes_nobody_elses_intents() -> None:
    """[PRIV-1]"""
    core = Core()
    core.note(BOB, "1", "only mine", stream="person:bob")
    for stranger in (ANN, CAS):
        with pytest.raises(Refusal, match="your own stream"):
            core.ask(stranger, DeleteItems(ids=("bob-1.1",)), "person:bob")
    with pytest.raises(Refusal, match="this stream is theirs"):
        core.note(BOB, "2", stream="facilitators")
    assert "bob-1.1" not in core.stream().records
    # What facilitators write among themselves are notes about steps.
    assert core.refused(ANN, DeleteItems(ids=("bob-1.1",)), "facilitators") == "invalid"


def test_ids_belong_to_the_page_that_made_them() -> None:
    """[RIGHT-10]"""
    core = Core()
    with pytest.raises(Refusal, match="an id made for this item"):
        core.ask(BOB, CreateItems(items=(Sticky(id="cas-1.1", canvas="one", place=MIDDLE, author="bob"),)))
    note = core.note(BOB, "1")
    with pytest.raises(Refusal, match="there already"):
        core.ask(BOB, CreateItems(items=(Sticky(id=note, canvas="one", place=MIDDLE, author="bob"),)))


def test_front_and_back_are_relative_to_everything_else() -> None:
    """[RIGHT-11]"""
    core = Core()
    notes = [core.note(BOB, str(number)) for number in range(3)]
    core.ask(BOB, OrderItems(ids=(notes[0], notes[1]), front=True))
    core.ask(BOB, OrderItems(ids=(notes[1],), front=False))
    assert sorted(notes, key=lambda note: core.item(note).z) == [notes[1], notes[2], notes[0]]


def test_the_template_is_no_item_and_cannot_be_moved() -> None:
    """[RIGHT-12]"""
    core = Core()
    with pytest.raises(Refusal, match="expected an item of this stream"):
        core.ask(ANN, move("one"))


def test_a_renewed_invite_raises_the_generation_of_its_role_alone() -> None:
    """[ACCESS-1]"""
    core = Core()
    event = core.ask(ANN, RenewInvite(role="participant"))
    change = event.changes[0]
    assert isinstance(change, Patch)
    record = core.record("workshop")
    assert isinstance(record, Workshop)
    assert (record.generations.participant, record.generations.facilitator) == (1, 0)


@pytest.mark.parametrize("text", ["x" * 10_001, "😀" * 10_001])
def test_a_text_has_at_most_ten_thousand_code_points(text: str) -> None:
    """[TEXT-10]"""
    core = Core()
    note = core.note(BOB, "1", text[:10_000])
    assert len(core.text(note)) == 10_000
    with pytest.raises(Refusal) as refusal:
        core.type(BOB, note, text)
    assert refusal.value.code == "too-long"
