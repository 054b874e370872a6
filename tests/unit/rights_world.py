"""A workshop in which every intent would happen if only it were allowed: for the table of rights to be tried on."""

from typing import Any

from unit.core import ANN, BACK, BOB, CAS, FAY, MIDDLE, OBI, SERVER, Core, own, planned

from raakvlak.canvas.events import Put, Splice
from raakvlak.canvas.facilitation import Spotlight, memo_id
from raakvlak.canvas.intents import (
    AddCanvas,
    AddOrganisation,
    CreateItems,
    DeleteItems,
    EditText,
    GroupItems,
    Intent,
    LockItems,
    MoveItems,
    OrderItems,
    Redo,
    RenameOrganisation,
    RenameWorkshop,
    RenewInvite,
    ResizeItem,
    RestoreItems,
    RevokeInvite,
    SetCanvas,
    SetConnector,
    SetTone,
    Undo,
)
from raakvlak.canvas.leading import (
    AddStep,
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
    SetGroupScore,
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
from raakvlak.canvas.records import Connector, Person, Settings, Sticky
from raakvlak.canvas.rights import Situation, StreamKind
from raakvlak.canvas.values import Place
from raakvlak.canvas.view import Actor, Decision

INSIDE = (ANN, BOB)
"""Those whose last deeds in their own streams were in a zone that is private for good; those of others were not."""
DOERS = (*INSIDE, FAY, CAS)
ASIDE, BACK_ASIDE = Place("figure", 0.45, 0.5), Place("figure", 0.13, 0.95)
OPENING = ("session.start", "round.open")
"""Intents that need nothing of the kind to be under way."""


class World:
    """The workshop in a situation. `busy`: a session and a vote are under way."""

    def __init__(self, situation: Situation, paused: bool, busy: bool) -> None:
        self.core = core = Core()
        core.happen("shared", SERVER, Decision((Put(Person(id="wil", name="Wil", role="participant", waiting=True)),)))
        for actor in DOERS:
            _work(core, actor, "shared", "keep", "gone", "one", (MIDDLE, ASIDE))
            agreement = SetAgreement(id=f"{actor.writer}.agreed", what="decision", text="Wij doen dit")
            core.ask(actor, agreement)
        self.other = core.step("other", "discuss")
        core.ask(ANN, OpenMemo(step=self.other), "facilitators")
        for text in ("a", "b"):
            _memo(core, ANN, self.other, text)
        core.ask(ANN, Undo(), "facilitators")
        self.step = core.enter("write", "write")
        for actor in DOERS:
            _drafts(core, actor)
            _link(core, actor)
        if busy:
            core.ask(ANN, StartSession(id="ann-1.session"))
            core.ask(ANN, OpenRound(id="ann-1.round", canvas="one"))
        core.ask(ANN, EnterStep())
        if situation != "free":
            mode = "cluster" if situation == "cluster+" else situation
            # Nothing is shown on entering, so that there is something to show.
            fields: dict[str, Any] = {"movers": "everyone"} if situation == "cluster+" else {"turns": True}
            self.step = core.enter(mode, "now", canvas="two", **fields)
        if paused:
            core.ask(ANN, SetPause(word="Koffie"))

    def sample(self, intent: str, actor: Actor, stream: StreamKind) -> Intent:
        """Something that this person could ask for in this stream."""
        private, inside = stream == "own", actor in INSIDE
        who = CAS if actor == OBI else actor
        keep, gone = f"{who.writer}.keep", f"{who.writer}.gone"
        canvas, place = ("three", BACK) if private and inside else ("one", MIDDLE)
        if private:
            keep, gone = (f"{who.writer}.{'back' if inside else 'draft'}{end}" for end in ("", "-gone"))
        if stream == "facilitators":
            keep = memo_id(self.other)
        seen = self.core.stream(own(actor) if private else stream).position.seq
        note = Sticky(id=f"{actor.writer}.new", canvas=canvas, place=place)
        samples: dict[str, Intent] = {
            "item.create": CreateItems(items=(note,)),
            "item.move": MoveItems(moves=(Move(keep, place),)),
            "item.resize": ResizeItem(id=keep, width=200, height=200, place=place),
            "item.order": OrderItems(ids=(keep,), front=True),
            "item.delete": DeleteItems(ids=(keep,)),
            "item.restore": RestoreItems(ids=(gone,)),
            "item.lock": LockItems(ids=(keep,), locked=True),
            "text.edit": EditText(id=keep, edit=(Splice(0, 0, "x"),), seen=seen),
            "sticky.tone": SetTone(id=keep, tone=""),
            "connector.set": SetConnector(id=f"{who.writer}.link", start="a", end="b", strength=3),
            "group.set": GroupItems(id=f"{actor.writer}.group", canvas="one", items=(f"{who.writer}.keep",)),
            "undo": Undo(),
            "redo": Redo(),
            **self._of_the_workshop(actor),
            **self._of_steps(actor),
            **self._of_what_is_private(who, private),
            **self._of_agreements(actor, who),
        }
        return samples[intent]

    def _of_the_workshop(self, actor: Actor) -> dict[str, Intent]:
        return {
            "canvas.set": SetCanvas(id="one", settings=Settings(centre=0.5)),
            "canvas.add": AddCanvas(id=f"{actor.writer}.canvas", template="triangle"),
            "organisation.add": AddOrganisation(id=f"{actor.writer}.org", name="West"),
            "organisation.rename": RenameOrganisation(id="org", name="West"),
            "workshop.rename": RenameWorkshop(title="Anders"),
            "invite.renew": RenewInvite(role="observer"),
            "invite.revoke": RevokeInvite(role="observer"),
            "person.set": SetPerson(id=actor.person, name="Anders"),
            "person.admit": AdmitPeople(ids=("wil",)),
            "person.remove": RemovePerson(id="dan"),
            "waiting.set": SetWaiting(on=True),
        }

    def _of_steps(self, actor: Actor) -> dict[str, Intent]:
        return {
            "step.add": AddStep(id=f"{actor.writer}.step", plan=planned("discuss")),
            "step.set": SetStep(id=self.other, plan=planned("cluster")),
            "step.order": OrderStep(id=self.other),
            "step.skip": SkipStep(id=self.other, skipped=True),
            "step.remove": RemoveStep(id=self.other),
            "step.enter": EnterStep(id=self.other),
            "clock.set": SetClock(running=True, more=60),
            "session.start": StartSession(id=f"{actor.writer}.session"),
            "session.stop": StopSession(),
            "pause.set": SetPause(word="Even stil"),
            "spotlight.set": SetSpotlight(spotlight=Spotlight("one", ("top",))),
            "memo.open": OpenMemo(step=self.other),
        }

    def _of_what_is_private(self, who: Actor, private: bool) -> dict[str, Intent]:
        mine = "all" if who.role == "facilitator" else "own"
        return {
            "reveal": Reveal(canvas="one", of="all") if mine == "all" else Reveal(canvas="one", of="own"),
            "item.lift": LiftItems(moves=(Move(f"{who.writer}.back", MIDDLE),)),
            "ready.set": SetReady(step=self.step, ready=True),
            "check.set": SetCheck(step=self.step, mood=4, word="benieuwd"),
            "score.set": SetScore(step=self.step if private else None, canvas="two", zone="top", value=3),
            "score.group": SetGroupScore(canvas="two", zone="top", value=3, scale="score"),
        }

    def _of_agreements(self, actor: Actor, who: Actor) -> dict[str, Intent]:
        return {
            "round.open": OpenRound(id=f"{actor.writer}.vote", canvas="one"),
            "round.close": CloseRound(id="ann-1.round"),
            "vote.cast": CastVote(round="ann-1.round", item="bob-1.keep", dots=2),
            "agreement.set": SetAgreement(id=f"{actor.writer}.new", what="action", text="Bellen"),
            "agreement.delete": DeleteAgreement(id=f"{who.writer}.agreed"),
            "agreement.consent": GiveConsent(id=f"{who.writer}.agreed", organisation="org", how="agree"),
        }


def _drafts(core: Core, actor: Actor) -> None:
    """A draft and a note in the private zone; those that come last are the ones that can be taken back."""
    draft = ("draft", "draft-gone", "one", (MIDDLE, ASIDE))
    back = ("back", "back-gone", "three", (BACK, BACK_ASIDE))
    for name, gone, canvas, places in (draft, back) if actor in INSIDE else (back, draft):
        _work(core, actor, own(actor), name, gone, canvas, places)


def _work(core: Core, actor: Actor, stream: str, name: str, gone: str, canvas: str, places: tuple[Place, ...]) -> None:
    """A note that was moved, and moved back by undoing; and one that was deleted."""
    deleted = core.note(actor, gone, "weg", stream, canvas, places[0])
    core.ask(actor, DeleteItems(ids=(deleted,)), stream)
    note = core.note(actor, name, "tekst", stream, canvas, places[0])
    for place in (places[1], places[0]):
        core.ask(actor, MoveItems(moves=(Move(note, place),)), stream)
    core.ask(actor, Undo(), stream)


def _memo(core: Core, actor: Actor, step: str, text: str) -> None:
    seen = core.stream("facilitators").position.seq
    core.ask(actor, EditText(id=memo_id(step), edit=(Splice(0, 0, text),), seen=seen), "facilitators")
    core.later(10_000)


def _link(core: Core, actor: Actor) -> None:
    canvas, place = ("three", BACK) if actor in INSIDE else ("one", MIDDLE)
    link = Connector(id=f"{actor.writer}.link", canvas="one", place=MIDDLE, start="a", end="b")
    core.happen("shared", SERVER, Decision((Put(link),)))
    mine = Connector(id=link.id, canvas=canvas, place=place, start="a", end="b", public=f"{actor.person}-link")
    core.happen(own(actor), SERVER, Decision((Put(mine),)))
