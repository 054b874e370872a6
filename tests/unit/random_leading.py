"""What random people could ask for while a session is led: made from four numbers, for the workshop as it is then."""

from collections.abc import Callable
from typing import Any, get_args

from hypothesis import strategies as st
from unit.core import ANN, BOB, CAS, DAN, FAY, OBI, own, planned
from unit.marked import CANVAS as FULL_CANVAS
from unit.random_marks import PLACES, TEXTS, Turn, arrow, connected, group_score, score, settings, thing, toned

from raakvlak.canvas.events import Splice
from raakvlak.canvas.facilitation import Agreement, Group, How, Memo, Round, Said, Spotlight, Step
from raakvlak.canvas.intents import (
    AddCanvas,
    CreateItems,
    DeleteItems,
    EditText,
    GroupItems,
    Intent,
    LockItems,
    MoveItems,
    OrderItems,
    Redo,
    ResizeItem,
    RestoreItems,
    RevokeInvite,
    SetCanvas,
    Undo,
)
from raakvlak.canvas.kinds import Mode
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
    SetPause,
    SetPerson,
    SetReady,
    SetSpotlight,
    SetStep,
    SetWaiting,
    SkipStep,
    StartSession,
    StopSession,
)
from raakvlak.canvas.records import (
    ITEM_KINDS,
    TEXT_KINDS,
    Item,
    ParticipantToken,
    PartnerToken,
    Person,
    Settings,
    Sticky,
    draft_token_id,
    participant_token_id,
    partner_token_id,
)
from raakvlak.canvas.rights import StreamKind, current_step, right_in, situation_of
from raakvlak.canvas.values import Role

ACTORS = (BOB, CAS, DAN, ANN, BOB, CAS, DAN, FAY, OBI)
LEADERS = (ANN, FAY, ANN, FAY, ANN, FAY, ANN, BOB)
CANVASES = ("three", "one", FULL_CANVAS, "two", "three", "ann-1.canvas", FULL_CANVAS)


Deed = Callable[[Turn], tuple[Intent, str]]
Making = Callable[[Turn], Intent]


def shared(made: Making) -> Deed:
    return lambda turn: (made(turn), "shared")


def of_item(made: Callable[[Turn, str], Intent]) -> Making:
    return lambda turn: made(turn, turn.id_of(ITEM_KINDS, turn.stream))


def _note(turn: Turn) -> Item:
    canvas, place, text = turn.any_of(CANVASES), turn.other_of(PLACES), turn.other_of(TEXTS)
    return Sticky(id=f"{turn.new()}-note", canvas=canvas, place=place, author="x", text=text)


def _token(turn: Turn, private_step: bool) -> Item:
    canvas, place, person = turn.other_of(CANVASES), turn.any_of(PLACES), turn.actor.person
    step = current_step(turn.core.stream())
    mine = turn.b % 2 == 1
    which = turn.any_of(("now", "wish")) if canvas == FULL_CANVAS else ""
    token = participant_token_id(canvas, person, which) if mine else partner_token_id(canvas, "oost")
    token = draft_token_id(token, step.id) if private_step and step else token
    if mine:
        return ParticipantToken(id=token, canvas=canvas, place=place, author="x", person=person, which=which)
    return PartnerToken(id=token, canvas=canvas, place=place, author="x", organisation="oost")


def _plan(turn: Turn) -> Any:
    modes = get_args(Mode)
    movers = turn.any_of(("facilitators", "everyone"))
    fields = {"canvas": turn.other_of((*CANVASES[:5], None)), "minutes": turn.b % 3, "title": Said("Stap")}
    return planned(turn.any_of(modes), anonymous=turn.b % 2 == 1, movers=movers, turns=turn.a % 3 == 0, **fields)


def _edit(turn: Turn) -> Intent:
    item = turn.id_of(TEXT_KINDS, turn.stream)
    record = turn.core.stream(turn.stream).records.get(item)
    length = len(record.text) if isinstance(record, TEXT_KINDS) else 0
    edit = (Splice(0, length if turn.a % 2 else 0, turn.other_of(TEXTS) or "x"),)
    return EditText(id=item, edit=edit, seen=turn.core.stream(turn.stream).position.seq)


def _reveal(turn: Turn) -> Intent:
    canvas = turn.any_of(CANVASES)
    of: Any = turn.other_of(("all", "all", "organisation", "person", "own"))
    whose = {"organisation": turn.any_of(("org", "oost")), "person": turn.id_of(Person)}.get(of)
    ids = (turn.id_of(ITEM_KINDS, own(turn.actor)),) if of == "own" and turn.a % 5 == 0 else ()
    return Reveal(canvas=canvas, of=of, id=whose, ids=ids, sure=turn.b % 3 > 0)


def _memo(turn: Turn) -> tuple[Intent, str]:
    memo = turn.id_of(Memo, "facilitators")
    if memo == "nothing" or turn.b % 3 == 0:
        return OpenMemo(step=turn.step), "facilitators"
    seen = turn.core.stream("facilitators").position.seq
    return EditText(id=memo, edit=(Splice(0, 0, "x"),), seen=seen), "facilitators"


def _items(turn: Turn, item: str) -> tuple[str, ...]:
    return (item, turn._replace(a=turn.b).id_of(ITEM_KINDS, turn.stream))


def _person(turn: Turn) -> Intent:
    who = turn.id_of(Person)
    role: Any = turn.any_of(("participant", *get_args(Role))) if turn.b % 3 == 0 else None
    what: Any = turn.other_of(({"name": "Anders"}, {"role": role}, {"organisation": "oost"}, {"organisation": "org"}))
    return SetPerson(id=who, **what)


def _round(turn: Turn) -> Intent:
    only: Any = turn.any_of((None, None, "sticky"))
    zone = turn.other_of((None, None, "centre"))
    how: Any = {"several": turn.a % 2 == 0, "anonymous": turn.b % 2 == 0, "zone": zone, "only": only}
    return OpenRound(id=turn.new(), canvas=turn.any_of(("one", "three")), dots=1 + turn.b % 4, **how)


LEADING: dict[str, Deed] = {
    "step.add": shared(lambda t: AddStep(id=t.new(), plan=_plan(t), after=t.id_of(Step) if t.b % 2 else None)),
    "step.set": shared(lambda t: SetStep(id=t.id_of(Step), plan=_plan(t))),
    "step.order": shared(lambda t: OrderStep(id=t.id_of(Step), after=t._replace(a=t.b).id_of(Step))),
    "step.skip": shared(lambda t: SkipStep(id=t.id_of(Step), skipped=t.b % 2 == 0)),
    "step.remove": shared(lambda t: RemoveStep(id=t.id_of(Step))),
    "step.enter": shared(lambda t: EnterStep(id=t.id_of(Step) if t.b % 9 else None, sure=t.b % 3 > 0)),
    "clock.set": shared(lambda t: SetClock(running=t.any_of((True, False, None)), more=t.b - 50)),
    "pause.set": shared(lambda t: SetPause(word="Koffie" if t.a % 4 == 0 else None)),
    "resume": shared(lambda t: SetPause()),
    "session": shared(lambda t: StartSession(id=t.new()) if t.b % 2 else StopSession()),
    "spotlight.set": shared(lambda t: SetSpotlight(spotlight=Spotlight("one", ("top",), (t.id_of(ITEM_KINDS),)))),
    "memo": _memo,
    "reveal": shared(_reveal),
    "reveal all": shared(lambda t: Reveal(canvas=t.any_of(CANVASES), of="all", sure=t.b % 4 > 0)),
    "round.open": shared(_round),
    "round.close": shared(lambda t: CloseRound(id=t._replace(a=-1).id_of(Round))),
    "item.lock": shared(lambda t: LockItems(ids=(t.id_of(ITEM_KINDS),), locked=t.b % 2 == 0)),
    "canvas": shared(
        lambda t: (
            AddCanvas(id="ann-1.canvas", template="backstage")
            if t.b % 2
            else SetCanvas(id=t.any_of(CANVASES), settings=Settings(centre=0.3 + t.b / 200))
        )
    ),
    "settings": shared(settings),
    "score.group": shared(group_score),
    "group of ticks": shared(lambda t: group_score(t._replace(a=3 + t.a % 3))),
    "person.set": shared(_person),
    "person.admit": shared(lambda t: AdmitPeople(ids=(t.id_of(Person),))),
    "person.remove": shared(
        lambda t: RemovePerson(id=t.id_of(Person)) if t.b % 9 == 0 else SetWaiting(on=t.b % 2 == 0)
    ),
    "invite.revoke": shared(lambda t: RevokeInvite(role=t.any_of(get_args(Role)))),
}


def _group(turn: Turn) -> Intent:
    canvas = turn.any_of(("one", "three"))
    notes = [note.id for note in turn.core.all_of(Sticky) if note.canvas == canvas]
    items = tuple(notes[turn.a % 5 : turn.a % 5 + turn.b % 4])
    return GroupItems(id=turn.other_of((turn.new(), turn.id_of(Group))), canvas=canvas, items=items)


def _agreement(turn: Turn) -> Intent:
    agreement = turn.other_of((turn.new(), turn.id_of(Agreement)))
    return SetAgreement(id=agreement, what="decision", text=f"Tekst {turn.a % 2}")


def _consent(turn: Turn) -> Intent:
    organisation = turn.other_of(("org", "oost"))
    return GiveConsent(id=turn.id_of(Agreement), organisation=organisation, how=turn.any_of(get_args(How)))


TAKING_PART: tuple[tuple[str, Making], ...] = (
    ("item.create", lambda t: CreateItems(items=(_note(t),))),
    ("item.create", lambda t: CreateItems(items=(_note(t),))),
    ("item.create", lambda t: CreateItems(items=(_token(t, t.stream != "shared"),))),
    ("item.create", lambda t: CreateItems(items=(thing(t),))),
    ("item.create", lambda t: CreateItems(items=(arrow(t),))),
    ("item.create", lambda t: CreateItems(items=(arrow(t),))),
    ("connector.set", connected),
    ("sticky.tone", toned),
    ("item.move", of_item(lambda t, item: MoveItems(moves=(Move(item, t.other_of(PLACES)),)))),
    (
        "item.resize",
        lambda t: ResizeItem(id=t.id_of(Sticky, t.stream), width=99 + t.b, height=99, place=t.other_of(PLACES)),
    ),
    ("item.order", of_item(lambda t, item: OrderItems(ids=_items(t, item), front=t.a % 2 == 0))),
    ("item.delete", of_item(lambda t, item: DeleteItems(ids=(item,)))),
    ("item.restore", of_item(lambda t, item: RestoreItems(ids=_items(t, item)))),
    ("text.edit", _edit),
    ("text.edit", _edit),
    ("undo", lambda t: Undo()),
    ("undo", lambda t: Undo()),
    ("redo", lambda t: Redo()),
    ("group.set", _group),
    ("reveal", _reveal),
    ("item.lift", lambda t: LiftItems(moves=(Move(t.id_of(ITEM_KINDS, own(t.actor)), t.other_of(PLACES)),))),
    ("ready.set", lambda t: SetReady(step=t.step, ready=t.a % 2 == 0)),
    ("check.set", lambda t: SetCheck(step=t.step, mood=1 + t.a % 5, word=t.other_of(TEXTS))),
    ("score.set", score),
    ("score.set", lambda t: score(t._replace(a=3 + t.a % 3))),
    ("vote.cast", lambda t: CastVote(round=t._replace(a=-1).id_of(Round), item=t.id_of(ITEM_KINDS), dots=t.b % 4)),
    ("agreement.set", _agreement),
    ("agreement.delete", lambda t: DeleteAgreement(id=t.id_of(Agreement))),
    ("agreement.consent", _consent),
    ("person.set", lambda t: SetPerson(id=t.actor.person, name="Anders")),
)


def _taking_part(pick: int, apt: bool) -> Deed:
    """Something that people do; `apt`: such as they may do now, as far as that goes by the step."""

    def deed(turn: Turn) -> tuple[Intent, str]:
        now = situation_of(turn.core.stream())
        kinds: tuple[StreamKind, ...] = ("own", "shared")
        found = [
            (making, own(turn.actor) if kind == "own" else "shared")
            for intent, making in TAKING_PART
            for kind in kinds
            if not apt or right_in(intent, kind, "participant", now) != "no"
        ]
        making, stream = found[pick % len(found)] if found else (TAKING_PART[0][1], "shared")
        return making(turn._replace(stream=stream)), stream

    return deed


_numbers = st.integers(0, 99)
_any = st.integers(0, 999)
_led = st.tuples(st.sampled_from(LEADERS), st.sampled_from(list(LEADING.values())), _numbers, _numbers)
_enter = st.tuples(st.just(ANN), st.just(LEADING["step.enter"]), _numbers, _numbers)
_apt = st.tuples(st.sampled_from(ACTORS), st.builds(_taking_part, _any, st.just(True)), _numbers, _numbers)
_inept = st.tuples(st.sampled_from(ACTORS), st.builds(_taking_part, _any, st.just(False)), _numbers, _numbers)
turns = st.one_of(_led, _led, _enter, _inept, *[_apt] * 12)
"""Somebody, what they do, and two numbers by which it is chosen with what."""
