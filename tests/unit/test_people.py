"""People: who they are, where they belong, whether they are let in, and how they are sent away."""

import pytest
from unit.core import ANN, BOB, FAY, MIDDLE, OBI, SERVER, Core, own

from raakvlak.canvas.events import Put
from raakvlak.canvas.intents import (
    CreateItems,
    DeleteItems,
    LockItems,
    MoveItems,
    Redo,
    RenewInvite,
    RestoreItems,
    RevokeInvite,
    SetCanvas,
    Undo,
)
from raakvlak.canvas.leading import AdmitPeople, Move, RemovePerson, SetPerson, SetWaiting
from raakvlak.canvas.records import (
    Generations,
    ParticipantToken,
    Person,
    Settings,
    Workshop,
    participant_token_id,
)
from raakvlak.canvas.values import Place, Role
from raakvlak.canvas.view import Actor, Decision, role_of

ASIDE = Place("figure", 0.6, 0.5)
WIL = Actor("wil", "participant", "wil-1")


def person(core: Core, name: str) -> Person:
    return core.the(Person, name)


def generations(core: Core) -> Generations:
    return core.the(Workshop, "workshop").generations


def waiting() -> Core:
    """With Wil and Xan, who wait to be let in."""
    core = Core()
    core.ask(ANN, SetWaiting(on=True))
    people = (Person(id=name, name=name, role="participant", waiting=True) for name in ("wil", "xan"))
    core.happen("shared", SERVER, Decision(tuple(map(Put, people))))
    return core


def test_everyone_changes_their_own_name() -> None:
    """[PEOPLE-1] Everyone but observers changes their own name and nothing else of anybody; facilitators do."""
    core = Core()
    core.ask(BOB, SetPerson(id="bob", name="Bob van Dijk"))
    for intent in (
        SetPerson(id="cas", name="Anders"),
        SetPerson(id="bob", organisation="oost"),
        SetPerson(id="bob", role="facilitator"),
        SetPerson(id="bob", name="Bob", role="participant"),
    ):
        assert core.refused(BOB, intent) == "not-allowed"
    assert core.refused(OBI, SetPerson(id="obi", name="Anders")) == "not-allowed"
    core.ask(ANN, SetPerson(id="cas", name="Cas B.", organisation="oost"))
    assert (person(core, "bob").name, person(core, "cas").name) == ("Bob van Dijk", "Cas B.")
    assert (person(core, "bob").organisation, person(core, "cas").organisation) == ("org", "oost")


@pytest.mark.parametrize(
    ("intent", "code"),
    [
        (SetPerson(id="none", name="x"), "unknown-person"),
        (SetPerson(id="org", name="x"), "unknown-person"),
        (SetPerson(id="bob", organisation="none"), "invalid"),
        (SetPerson(id="bob", organisation="cas"), "invalid"),
        (AdmitPeople(ids=("bob", "none")), "unknown-person"),
        (RemovePerson(id="none"), "unknown-person"),
        (RemovePerson(id="workshop"), "unknown-person"),
    ],
    ids=lambda each: each if isinstance(each, str) else type(each).__name__,
)
def test_who_is_nobody(intent: SetPerson, code: str) -> None:
    """[PEOPLE-2] What names nobody of this workshop, or no organisation of it, is refused; so is who was removed."""
    core = Core()
    assert core.refused(ANN, intent) == code
    core.ask(ANN, RemovePerson(id="dan"))
    for gone in (SetPerson(id="dan", name="x"), AdmitPeople(ids=("dan",)), RemovePerson(id="dan")):
        assert core.refused(ANN, gone) == "unknown-person"


def test_a_role_counts_at_once() -> None:
    """[PEOPLE-3] A role that a facilitator gives counts from the next thing one asks for."""
    core = Core()
    note = core.note(BOB, "1")
    core.ask(ANN, SetPerson(id="bob", role="facilitator"))
    core.ask(BOB, LockItems(ids=(note,), locked=True))
    core.ask(BOB, SetPerson(id="ann", role="observer"))
    assert core.refused(ANN, MoveItems(moves=(Move(note, ASIDE),))) == "not-allowed"
    assert core.refused(ANN, SetPerson(id="ann", role="facilitator")) == "not-allowed"


def test_somebody_has_to_lead() -> None:
    """[PEOPLE-4] The last facilitator stays one, and stays; who waits to be let in, or was removed, does not count."""
    core = waiting()
    core.ask(ANN, SetPerson(id="fay", role="participant"))
    core.ask(ANN, SetPerson(id="wil", role="facilitator"))
    for intent in (
        SetPerson(id="ann", role="participant"),
        SetPerson(id="ann", role="observer"),
        RemovePerson(id="ann"),
    ):
        assert core.refused(ANN, intent) == "last-facilitator"
    core.ask(ANN, AdmitPeople(ids=("wil",)))
    core.ask(ANN, RemovePerson(id="ann"))
    assert role_of(core.stream(), "ann") is None
    assert core.refused(WIL, RemovePerson(id="wil")) == "last-facilitator"


def test_who_waits_does_nothing_until_they_are_let_in() -> None:
    """[PEOPLE-5] Who waits does nothing; they are let in one by one, together, or by ending that people wait."""
    core = waiting()
    core.enter("discuss")
    for intent in (SetPerson(id="wil", name="Wil W."), AdmitPeople(ids=("wil",))):
        assert core.refused(WIL, intent) == "not-allowed"
    core.ask(ANN, AdmitPeople(ids=("wil", "bob", "wil")))
    assert (person(core, "wil").waiting, person(core, "xan").waiting) == (False, True)
    core.note(WIL, "1")
    core.ask(ANN, RemovePerson(id="xan"))
    core.ask(ANN, SetWaiting(on=False))
    assert not core.the(Workshop, "workshop").waiting
    assert person(core, "xan").waiting
    assert role_of(core.stream(), "xan") is None
    assert role_of(waiting().stream(), "wil") is None


def test_ending_that_people_wait_lets_all_in() -> None:
    """[PEOPLE-5] And that lets in all who wait."""
    core = waiting()
    core.ask(ANN, SetWaiting(on=False))
    assert [each.id for each in core.all_of(Person) if each.waiting] == []


def test_who_is_removed_is_nobody_here_any_more() -> None:
    """[PEOPLE-6] Who was removed does nothing, in their own stream neither; what they made for all to see stays."""
    core = Core()
    note = core.note(BOB, "1", "van Bob")
    core.ask(ANN, RemovePerson(id="bob"))
    assert core.refused(BOB, MoveItems(moves=(Move(note, ASIDE),))) == "not-allowed"
    assert core.refused(BOB, SetPerson(id="bob", name="x")) == "not-allowed"
    assert core.refused(BOB, Undo(), own(BOB)) == "not-allowed"
    assert core.texts == ["van Bob"]


@pytest.mark.parametrize(
    ("roles", "renewed"),
    [
        (["participant"], Generations(0, 1, 0)),
        (["observer"], Generations(0, 0, 1)),
        (["participant", "observer"], Generations(0, 1, 1)),
        (["facilitator"], Generations(1, 1, 1)),
    ],
    ids=lambda each: "-".join(each) if isinstance(each, list) else "",
)
def test_the_links_that_they_know_are_renewed(roles: list[Role], renewed: Generations) -> None:
    """[PEOPLE-7] Removing somebody renews the links of all roles they had; of who was a facilitator, all links."""
    core = Core()
    core.happen("shared", SERVER, Decision((Put(Person(id="wil", name="Wil", role=roles[0])),)))
    for role in roles[1:]:
        core.ask(ANN, SetPerson(id="wil", role=role))
    core.ask(ANN, RemovePerson(id="wil"))
    assert generations(core) == renewed


def test_who_led_before_knows_all_links() -> None:
    """[PEOPLE-7] So of who leads no longer; the facilitators' link is renewed when they stop leading."""
    core = Core()
    core.ask(ANN, SetPerson(id="fay", role="participant"))
    assert generations(core) == Generations(1, 0, 0)
    core.ask(ANN, SetPerson(id="fay", name="Fay", role="participant"))
    assert generations(core) == Generations(1, 0, 0)
    core.ask(ANN, RemovePerson(id="fay"))
    assert generations(core) == Generations(2, 1, 1)


def test_a_revoked_link_opens_nothing_until_it_is_renewed() -> None:
    """[PEOPLE-8] A revoked link opens nothing until it is renewed; those of other roles stay as they are."""
    core = Core()
    for _ in range(2):
        core.ask(ANN, RevokeInvite(role="observer"))
    core.ask(ANN, RevokeInvite(role="participant"))
    workshop = core.the(Workshop, "workshop")
    assert workshop.closed == ("observer", "participant")
    assert workshop.generations == Generations(0, 1, 2)
    core.ask(ANN, RenewInvite(role="observer"))
    workshop = core.the(Workshop, "workshop")
    assert (workshop.closed, workshop.generations.observer) == (("participant",), 3)
    core.ask(ANN, RemovePerson(id="bob"))
    assert core.the(Workshop, "workshop").closed == ("participant",)


def test_who_leads_no_longer_takes_nothing_back_that_they_may_not_do() -> None:
    """[PEOPLE-9] Who was a facilitator takes back, and does again, only what they may do as what they are now."""
    core = Core()
    token = participant_token_id("two", "bob")
    mine = ParticipantToken(id=token, canvas="two", place=MIDDLE, author="bob", person="bob")
    core.ask(BOB, CreateItems(items=(mine,)))
    note = core.note(BOB, "1")
    core.ask(FAY, MoveItems(moves=(Move(token, ASIDE),)))
    core.ask(FAY, SetCanvas(id="one", settings=Settings(centre=0.8)))
    core.ask(ANN, SetPerson(id="fay", role="participant"))
    assert core.refused(FAY, Undo()) == "not-allowed"
    core.ask(ANN, SetPerson(id="fay", role="facilitator"))
    core.ask(FAY, Undo())
    core.ask(ANN, SetPerson(id="fay", role="participant"))
    core.ask(FAY, Undo())
    assert core.item(token).place == ASIDE
    core.ask(ANN, SetPerson(id="fay", role="facilitator"))
    core.ask(FAY, DeleteItems(ids=(note,)))
    core.ask(FAY, Undo())
    core.ask(ANN, SetPerson(id="fay", role="participant"))
    core.ask(FAY, Redo())
    assert core.item(note).deleted is None


def test_a_lock_of_ones_own_is_a_lock() -> None:
    """[PEOPLE-9] What they had locked themselves is locked to them as well, and what they had put back stays."""
    core = Core()
    note, other = core.note(FAY, "1"), core.note(BOB, "2")
    core.ask(ANN, DeleteItems(ids=(other,)))
    core.ask(FAY, RestoreItems(ids=(other,)))
    core.ask(FAY, MoveItems(moves=(Move(note, ASIDE),)))
    core.ask(FAY, LockItems(ids=(note,), locked=True))
    core.ask(ANN, SetPerson(id="fay", role="participant"))
    for _ in range(3):
        assert core.ask(FAY, Undo()).changes == ()
    assert (core.item(note).locked, core.item(note).place, core.item(other).deleted) == ("fay", ASIDE, None)
