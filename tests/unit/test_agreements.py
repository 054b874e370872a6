"""Decisions and actions, and what organisations say to them."""

from typing import Any

import pytest
from unit.core import ANN, BOB, CAS, DAN, FAY, OBI, SERVER, Core

from raakvlak.canvas.decide_votes import MAX_AGREEMENTS
from raakvlak.canvas.events import Put
from raakvlak.canvas.facilitation import Agreement, Consent
from raakvlak.canvas.intents import AddOrganisation
from raakvlak.canvas.leading import DeleteAgreement, GiveConsent, RemovePerson, SetAgreement, SetPerson
from raakvlak.canvas.view import Actor, Decision

DECISION = "bob-1.d"


def setting(agreement: str = DECISION, **fields: Any) -> SetAgreement:
    return SetAgreement(**({"id": agreement, "what": "decision", "text": "Wij bouwen hier"} | fields))


def agreed() -> Core:
    """A decision by Bob, to which both organisations have said something."""
    core = Core()
    core.enter("conclude")
    core.ask(BOB, setting())
    core.ask(CAS, GiveConsent(id=DECISION, organisation="org", how="agree"))
    core.ask(DAN, GiveConsent(id=DECISION, organisation="oost", how="concern"))
    return core


def consents(core: Core) -> dict[str, str]:
    return {each.organisation: each.how for each in core.the(Agreement, DECISION).consents}


def test_a_decision_or_an_action_has_an_owner_and_a_date() -> None:
    """[AGREE-1] A decision or an action has its words, who owns it, which person does it until when, and its author."""
    core = Core()
    core.ask(BOB, setting(what="action", organisation="oost", person="cas", due="2026-12-24"))
    assert core.the(Agreement, DECISION) == Agreement(
        id=DECISION,
        what="action",
        text="Wij bouwen hier",
        author="bob",
        at=core.now,
        organisation="oost",
        person="cas",
        due="2026-12-24",
    )


def test_its_author_and_facilitators_change_it() -> None:
    """[AGREE-2] Its author and facilitators word it anew and take it away; others do not."""
    core = agreed()
    for intent in (setting(text="Anders"), DeleteAgreement(id=DECISION)):
        assert core.refused(CAS, intent) == "not-allowed"
    core.ask(BOB, setting(text="Wij bouwen daar"))
    core.ask(ANN, setting(text="Wij bouwen niet"))
    assert (core.the(Agreement, DECISION).text, core.the(Agreement, DECISION).author) == ("Wij bouwen niet", "bob")
    core.ask(FAY, DeleteAgreement(id=DECISION))
    assert core.the(Agreement, DECISION).deleted == "fay"
    for actor, gone in (
        (BOB, setting(text="Toch")),
        (BOB, DeleteAgreement(id=DECISION)),
        (ANN, GiveConsent(id=DECISION, organisation="org", how="agree")),
    ):
        assert core.refused(actor, gone) == "unknown-agreement"


def test_people_speak_for_their_own_organisation() -> None:
    """[AGREE-3] Participants say yes, yes with a concern, or no for their own organisation; facilitators for any."""
    core = agreed()
    assert core.refused(CAS, GiveConsent(id=DECISION, organisation="oost", how="agree")) == "not-allowed"
    core.ask(FAY, GiveConsent(id=DECISION, organisation="oost", how="object"))
    assert consents(core) == {"org": "agree", "oost": "object"}
    core.ask(ANN, SetPerson(id="cas", organisation="oost"))
    assert core.refused(CAS, GiveConsent(id=DECISION, organisation="org", how="object")) == "not-allowed"
    core.ask(CAS, GiveConsent(id=DECISION, organisation="oost", how="agree"))
    assert consents(core) == {"org": "agree", "oost": "agree"}
    assert core.refused(OBI, GiveConsent(id=DECISION, organisation="org", how="agree")) == "not-allowed"


def test_an_organisation_says_one_thing() -> None:
    """[AGREE-4] What an organisation said last counts, with who said it and when."""
    core = agreed()
    core.later(60_000)
    core.ask(BOB, GiveConsent(id=DECISION, organisation="org", how="object"))
    said = core.the(Agreement, DECISION).consents
    assert said == (Consent("oost", "concern", "dan", core.now - 60_000), Consent("org", "object", "bob", core.now))


@pytest.mark.parametrize("change", [{"text": "Wij bouwen daar"}, {"what": "action"}])
def test_other_words_are_agreed_to_anew(change: dict[str, Any]) -> None:
    """[AGREE-5] When its words change, or what it is, what was said to it counts no longer."""
    core = agreed()
    core.later(60_000)
    core.ask(BOB, setting(organisation="oost", person="dan", due="2027-01-01"))
    assert consents(core) == {"org": "agree", "oost": "concern"}
    assert core.the(Agreement, DECISION).at == core.now - 60_000
    core.ask(BOB, setting(**change))
    assert consents(core) == {}
    assert core.the(Agreement, DECISION).at == core.now


@pytest.mark.parametrize(
    ("actor", "intent", "code"),
    [
        (BOB, setting("cas-1.x"), "invalid"),
        (BOB, setting("workshop"), "unknown-agreement"),
        (BOB, setting("bob-1.n", organisation="none"), "invalid"),
        (BOB, setting("bob-1.n", organisation="bob"), "invalid"),
        (BOB, setting("bob-1.n", person="none"), "unknown-person"),
        (BOB, setting("bob-1.n", person="obi"), "unknown-person"),
        (BOB, DeleteAgreement(id="workshop"), "unknown-agreement"),
        (BOB, GiveConsent(id="bob-1.n", organisation="org", how="agree"), "unknown-agreement"),
        (ANN, GiveConsent(id=DECISION, organisation="none", how="agree"), "invalid"),
        (ANN, GiveConsent(id=DECISION, organisation="bob", how="agree"), "invalid"),
        (BOB, GiveConsent(id=DECISION, organisation="ann-1.new", how="agree"), "not-allowed"),
    ],
)
def test_what_is_no_agreement(actor: Actor, intent: SetAgreement, code: str) -> None:
    """[AGREE-6] What names no agreement, organisation or person who is there is refused; so is one too many."""
    core = agreed()
    core.ask(ANN, RemovePerson(id="obi"))
    core.ask(ANN, AddOrganisation(id="ann-1.new", name="Nieuw"))
    assert core.refused(actor, intent) == code
    many = [Agreement(id=f"a{n}", what="action", text="x", author="x", at=1) for n in range(MAX_AGREEMENTS)]
    core.happen("shared", SERVER, Decision(tuple(map(Put, many))))
    assert core.refused(BOB, setting("bob-1.more")) == "too-many"
