"""An hour that is led, with all that can be asked for in it."""

from unit.core import ANN, BACK, BOB, CAS, DAN, FAY, MIDDLE, OBI, Core, own, planned

from raakvlak.canvas.events import Splice
from raakvlak.canvas.facilitation import Spotlight
from raakvlak.canvas.intents import CreateItems, DeleteItems, EditText, GroupItems, LockItems, RevokeInvite
from raakvlak.canvas.leading import (
    AdmitPeople,
    CastVote,
    CloseRound,
    DeleteAgreement,
    EnterStep,
    GiveConsent,
    LiftItems,
    Move,
    OpenMemo,
    OpenRound,
    OrderStep,
    RemovePerson,
    RemoveStep,
    Reveal,
    SetAgreement,
    SetCheck,
    SetClock,
    SetPause,
    SetPerson,
    SetReady,
    SetScore,
    SetSpotlight,
    SetStep,
    SetWaiting,
    SkipStep,
    StartSession,
    StopSession,
)
from raakvlak.canvas.records import (
    ParticipantToken,
    PartnerToken,
    draft_token_id,
    participant_token_id,
    partner_token_id,
)
from raakvlak.canvas.values import Place

LEFT, RIGHT = Place("figure", 0.4, 0.4), Place("figure", 0.6, 0.4)


def led_session(core: Core) -> None:
    """The hour."""
    _begin(core)
    _write(core)
    _place(core)
    _show(core)
    _vote(core)
    _end(core)


def _begin(core: Core) -> None:
    core.ask(ANN, StartSession(id="ann-1.session"))
    core.ask(ANN, SetWaiting(on=True))
    core.ask(ANN, AdmitPeople(ids=("bob", "cas")))
    step = core.step("in", "check-in", minutes=3, canvas=None)
    core.ask(ANN, OpenMemo(step=step), "facilitators")
    core.ask(ANN, EditText(id=f"memo.{step}", edit=(Splice(0, 0, "Rustig beginnen"),), seen=1), "facilitators")
    core.ask(ANN, EnterStep(id=step))
    for actor, mood, word in ((BOB, 4, "benieuwd"), (CAS, 2, "moe 😴"), (ANN, 5, "")):
        core.ask(actor, SetCheck(step=step, mood=mood, word=word))
    core.ask(BOB, SetPerson(id="bob", name="Bob van Dijk"))
    core.ask(ANN, SetPerson(id="cas", organisation="oost"))
    core.later(60_000)
    core.ask(ANN, SetClock(more=60))
    core.ask(ANN, SetPause(word="Koffie"))
    core.later(600_000)
    core.ask(ANN, SetPause())


def _write(core: Core) -> None:
    named = core.enter("write", "write", minutes=5)
    spare = core.step("spare", "discuss")
    core.ask(ANN, OrderStep(id=spare, after=None))
    core.ask(ANN, SkipStep(id=spare, skipped=True))
    core.ask(ANN, SetStep(id=spare, plan=planned("cluster", movers="everyone")))
    core.ask(ANN, RemoveStep(id=spare))
    bob, cas = core.draft(BOB, "d1", "Wonen"), core.draft(CAS, "d1")
    core.later(3_000)
    core.type(BOB, bob, "Wonen aan het water", own(BOB))
    core.type(CAS, cas, "Veilig é 😀", own(CAS))
    core.draft(BOB, "empty", "")
    core.ask(CAS, DeleteItems(ids=(core.draft(CAS, "gone", "toch niet"),)), own(CAS))
    core.draft(DAN, "back", "alleen voor mij", "three", BACK)
    core.ask(BOB, SetReady(step=named, ready=True), own(BOB))
    core.enter("write", "nameless", anonymous=True, minutes=5)
    for actor in (BOB, CAS, DAN):
        core.draft(actor, "n1", f"Wat {actor.person} nooit hardop zou zeggen")
    core.type(BOB, core.draft(BOB, "n2", "En"), "En nog iets", own(BOB))


def _place(core: Core) -> None:
    tokens = core.enter("place", "place", canvas="two")
    for actor, place in ((BOB, LEFT), (CAS, RIGHT)):
        own_token = draft_token_id(participant_token_id("two", actor.person), tokens)
        token = ParticipantToken(id=own_token, canvas="two", place=place, author="x", person=actor.person)
        core.ask(actor, CreateItems(items=(token,)), own(actor))
        partners = draft_token_id(partner_token_id("three", "org"), tokens)
        partner = PartnerToken(id=partners, canvas="three", place=place, author="x", organisation="org")
        core.ask(actor, CreateItems(items=(partner,)), own(actor))
    score = core.enter("score", "score", canvas="two")
    for actor, value in ((BOB, 3), (CAS, 5), (DAN, 1)):
        core.ask(actor, SetScore(step=score, zone="top", value=value), own(actor))
    core.ask(DAN, SetScore(step=score, zone="top"), own(DAN))


def _show(core: Core) -> None:
    reveal = core.step("reveal", "reveal")
    core.show(ANN, EnterStep(id=reveal))
    core.show(ANN, Reveal(canvas="two", of="person", id="bob"))
    core.show(CAS, Reveal(canvas="two", of="own"))
    core.show(FAY, Reveal(canvas="three", of="all"))
    core.enter("discuss", "talk")
    core.show(DAN, LiftItems(moves=(Move("dan-1.back", MIDDLE),)))
    shown = sorted(record for record in core.stream().records if "." not in record and len(record) == 24)
    notes = [each for each in shown if getattr(core.record(each), "canvas", "") == "one"]
    core.ask(CAS, GroupItems(id="cas-1.group", canvas="one", title="Water", items=tuple(notes[:3])))
    core.ask(BOB, GroupItems(id="bob-1.group", canvas="one", title="Wonen", items=tuple(notes[2:4])))
    core.ask(ANN, LockItems(ids=(notes[0],), locked=True))
    core.ask(ANN, SetSpotlight(spotlight=Spotlight("one", ("top",), (notes[0],))))


def _vote(core: Core) -> None:
    core.enter("vote", "vote")
    for number, anonymous in enumerate((False, True)):
        vote = OpenRound(id=f"ann-1.round{number}", canvas="one", dots=3, only="sticky", anonymous=anonymous)
        core.ask(ANN, vote)
        for actor, item, dots in ((BOB, "bob-1.1", 2), (BOB, "cas-1.1", 1), (CAS, "bob-1.1", 3), (CAS, "bob-1.1", 1)):
            core.ask(actor, CastVote(round=vote.id, item=item, dots=dots), own(actor))
        core.show(ANN, CloseRound(id=vote.id))


def _end(core: Core) -> None:
    core.enter("conclude", "end")
    core.ask(BOB, SetAgreement(id="bob-1.a", what="decision", text="Wij bouwen hier", organisation="org"))
    core.ask(DAN, SetAgreement(id="dan-1.a", what="action", text="Bellen", person="cas", due="2026-12-24"))
    core.ask(CAS, GiveConsent(id="bob-1.a", organisation="oost", how="concern"))
    core.ask(BOB, GiveConsent(id="bob-1.a", organisation="org", how="agree"))
    core.ask(DAN, DeleteAgreement(id="dan-1.a"))
    core.enter("check-out", "out", canvas=None)
    core.ask(DAN, SetCheck(step="ann-1.out", mood=4, word="helder"))
    core.ask(ANN, SetPerson(id="bob", role="facilitator"))
    core.ask(ANN, RemovePerson(id=OBI.person))
    core.ask(ANN, RevokeInvite(role="facilitator"))
    core.ask(ANN, EnterStep())
    core.ask(ANN, StopSession())
