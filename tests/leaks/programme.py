"""What a session goes through: pieces of a workshop's programme, each with a random course."""

import asyncio
import random
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from leaks import deeds
from leaks.guests import Somebody
from leaks.house import house_templates
from leaks.incidents import OFTEN, a_worker_restarts, come_back
from leaks.session import Leak, Session, Stage
from leaks.shown import everyone, judge, lifted, named, theirs

STAGE_CANVAS = "canvas-3"
"""The canvas with a zone that is private for good."""
Doing = Callable[[Somebody, random.Random], Coroutine[Any, Any, None]]


async def together(session: Session, people: list[Somebody], doing: Doing) -> None:
    """All of them do this at the same time, each with a chance of their own."""
    seed = session.chance.random()
    await asyncio.gather(*(doing(who, random.Random(f"{seed}-{who.name}")) for who in people))


def some(session: Session, least: int, most: int) -> list[Somebody]:
    """A few of those who may make something."""
    return session.chance.sample(session.makers, session.chance.randint(least, most))


# --- private steps ----------------------------------------------------------------------------------------------------


async def private_step(session: Session, mode: str, anonymous: bool) -> None:
    """People write, place or score privately; then all of it, some of it or none is shown."""
    canvas = session.chance.choice(sorted(session.canvases))
    if anonymous and session.chance.random() < 0.4:  # with what was begun under one's name still there
        await session.enter("write", canvas)
        await together(session, some(session, 3, 6), _doing(session, "write", canvas))
    if mode == "free":
        answer = await session.lead({"type": "step.enter"})
        await session.entered(answer, Stage(answer.seq, "", "free", "", False))
    else:
        await session.enter(mode, canvas, anonymous)
    doing = _doing(session, mode, canvas)
    await together(session, some(session, 3, 6), doing)
    await _disturb(session)
    for _ in range(session.chance.randint(0, 2)):
        await session.chance.choice((*OFTEN, a_worker_restarts))(session)
    if anonymous:
        await _ask_who(session, canvas)
    if session.chance.random() < 0.15:
        return
    if anonymous:
        await show_all(session, canvas, doing)
    else:
        await session.chance.choice((show_all, show_some))(session, canvas, doing)


def _doing(session: Session, mode: str, canvas: str) -> Doing:
    if mode == "place":
        return lambda who, chance: deeds.place(session, who, canvas, chance)
    if mode == "score":
        zones = [zone.id for zone in house_templates()[session.canvases[canvas]].zones if not zone.private]
        return lambda who, chance: deeds.score(session, who, canvas, chance, zones)

    async def write(who: Somebody, chance: random.Random) -> None:
        for _ in range(chance.randint(1, 2)):
            back = canvas == STAGE_CANVAS and chance.random() < 0.3
            await deeds.write(session, who, canvas, chance, back)

    return write


async def _disturb(session: Session) -> None:
    """What else happens meanwhile: things that are refused, and notes among facilitators."""
    people = session.chance.sample(session.with_role("participant", "observer", "facilitator"), 3)
    await together(session, people, lambda who, chance: deeds.refused(session, who, chance))
    leader = session.chance.choice(session.with_role("facilitator"))
    if session.chance.random() < 0.5:
        await deeds.memo(session, leader, session.chance)


async def _ask_who(session: Session, canvas: str) -> None:
    """A facilitator tries to find out who has written something anonymous: the answer is the same for everyone."""
    session.quiet()
    page = await session.leader()
    told = set()
    for who in session.chance.sample(session.makers, 4):
        if not any(named(session, canvas, {who.id})(who, draft) for draft in who.drafts(canvas)):
            answer = await page.answer({"type": "reveal", "canvas": canvas, "of": "person", "id": who.id})
            refusal = answer.refusal or {"code": "it happens", "message": str(answer.event)}
            told.add((refusal["code"], refusal["message"]))
    if len(told) > 1:
        raise Leak("PRIV-44", f"expected one answer whoever has written something anonymous, but got {told}")


async def show_all(session: Session, canvas: str, doing: Doing) -> None:
    """Everything on the canvas is shown, by entering a step or by asking for it; sometimes while people still write."""
    await session.still()
    session.quiet()
    about = everyone(canvas)
    drafts = [(who, draft) for who in session.people for draft in who.own.values() if draft["kind"] != "connector"]
    nothing = not any(about(who, draft) for who, draft in drafts)
    intent: dict[str, Any] = {"type": "reveal", "canvas": canvas, "of": "all"}
    stage = None
    if session.chance.random() < 0.5:
        stage = await session.step("reveal", canvas)
        intent = {"type": "step.enter", "id": stage}
    page = await session.leader()
    late = some(session, 1, 2) if session.chance.random() < 0.4 else []
    session.rushing = True
    meanwhile = [together(session, late, doing)]
    others = [each for each in session.open_pages() if each is not page and each.who not in late]
    if late:
        meanwhile.append(come_back(session, session.chance.choice(others), resume=session.chance.random() < 0.5))
    going_on = asyncio.gather(*meanwhile)
    answer = await page.answer(intent)
    if answer.refusal and answer.refusal["code"] == "few-authors":
        answer = await page.answer({**intent, "sure": True})
    await going_on
    session.rushing = False
    if answer.refusal:
        assert answer.refusal["code"] == "nothing-private", answer.refusal
        assert nothing or late, f"expected something to be shown on {canvas}"
        return
    if stage:
        await session.entered(answer, Stage(answer.seq, stage, "reveal", canvas, False))
    shown = judge(session, answer, about)
    assert shown or nothing or late, f"expected something to be shown on {canvas}"
    await session.level(answer.seq)


async def show_some(session: Session, canvas: str, doing: Doing) -> None:
    """One by one: people show their own, or facilitators a person's or an organisation's."""
    await session.enter("reveal", canvas, turns=True)
    for _ in range(session.chance.randint(1, 3)):
        session.quiet()
        who = session.chance.choice(session.makers)
        of, page = session.chance.choice(("own", "ids", "person", "organisation")), await session.leader()
        intent: dict[str, Any] = {"type": "reveal", "canvas": canvas, "of": of}
        ids = [draft["id"] for draft in who.drafts(canvas)]
        if of in ("own", "ids"):
            page = session.some_page(who, session.chance)
            ids = [session.chance.choice(ids)] if of == "ids" and ids else []
            intent |= {"of": "own", "ids": ids}
        else:
            intent["id"] = who.id if of == "person" else who.organisation
        answer = await page.answer(intent)
        if answer.event:
            whose = {each.id for each in session.people if each is who or each.organisation == who.organisation}
            if of in ("own", "ids"):
                about = theirs(session, canvas, who, ids)
            else:
                about = named(session, canvas, whose if of == "organisation" else {who.id})
            assert judge(session, answer, about)
            await session.level(answer.seq)
        else:
            assert answer.refusal
            assert answer.refusal["code"] in ("nothing-private", "not-allowed"), answer.refusal


# --- votes ------------------------------------------------------------------------------------------------------------


async def voting(session: Session, anonymous: bool) -> None:
    """Secret dots on notes that everyone sees, named or anonymous, in a step for it or in free work."""
    canvas = session.chance.choice(sorted(session.canvases))
    notes = [await shared_note(session, canvas) for _ in range(3)]
    if session.chance.random() < 0.7:
        await session.enter("vote", canvas)
    intent = {"type": "round.open", "id": "{new}", "canvas": canvas, "dots": 3, "anonymous": anonymous}
    answer = await session.lead(intent)
    voted = answer.record("round")["id"]
    session.round = True
    await session.level(answer.seq)
    await together(session, some(session, 3, 6), lambda who, chance: deeds.vote(session, who, voted, notes, chance))
    await _disturb(session)
    await session.still()
    answer = await session.lead({"type": "round.close", "id": voted})
    session.round = False
    await session.level(answer.seq)


async def shared_note(session: Session, canvas: str) -> str:
    """A note that everyone sees, by a facilitator; its id."""
    place = {"frame": "figure", "u": 0.5, "v": 0.2}
    item = {"kind": "sticky", "id": "{new}", "canvas": canvas, "place": place, "author": "x", "text": "voor iedereen"}
    answer = await session.lead({"type": "item.create", "items": [item]})
    session.notes.append(answer.record("sticky")["id"])
    await session.level(answer.seq)
    return session.notes[-1]


# --- everything else --------------------------------------------------------------------------------------------------


async def open_step(session: Session, mode: str) -> None:
    """A step in which nothing is private but what lies on the back stage, and what facilitators note."""
    stage = await session.enter(mode, STAGE_CANVAS, movers="everyone")
    people = some(session, 2, 4)
    await _disturb(session)
    if mode == "discuss":
        await together(session, people, lambda who, chance: _back_stage(session, who, chance))
    for who in people:
        page = session.some_page(who, session.chance)
        await session.here(page, session.chance, next((each["id"] for each in who.drafts(STAGE_CANVAS, True)), None))
        await page.answer({"type": "ready.set", "step": stage.id, "ready": True}, who.stream)
        if mode in ("check-in", "check-out"):
            await page.answer({"type": "check.set", "step": stage.id, "mood": 4, "word": "fris"})
        if mode == "conclude":
            text = {"what": "decision", "text": "We gaan door", "organisation": "org-1"}
            await page.answer({"type": "agreement.set", "id": f"{page.writer}.{session.name('a')}", **text})
    await session.still()


async def _back_stage(session: Session, who: Somebody, chance: random.Random) -> None:
    """Write where it stays one's own, and perhaps take something out of there."""
    await deeds.write(session, who, STAGE_CANVAS, chance, back=True)
    who.quiet()
    notes = [each["id"] for each in who.drafts(STAGE_CANVAS, back=True) if each["kind"] != "connector"]
    if notes and chance.random() < 0.5:
        note, place = chance.choice(notes), session.ledger.place(who.id)
        page = session.some_page(who, chance)
        answer = await page.answer({"type": "item.lift", "moves": [{"id": note, "place": place}]})
        assert judge(session, answer, lifted(who, note), lifted=True) == 1


def pieces(session: Session) -> list[Callable[[], Coroutine[Any, Any, None]]]:
    """What this session goes through, in this order: something anonymous, something named, a vote, and a few more."""
    chance = session.chance
    modes = ("check-in", "intro", "cluster", "conclude", "check-out", "freeze")
    made: list[Callable[[], Coroutine[Any, Any, None]]] = [
        partial(private_step, session, chance.choice(("write", "write", "place", "score")), True),
        partial(private_step, session, "write", chance.random() < 0.5),
        partial(private_step, session, chance.choice(("write", "place", "score", "free")), False),
        partial(voting, session, chance.random() < 0.5),
        partial(open_step, session, "discuss"),
        partial(open_step, session, chance.choice(modes)),
    ]
    chance.shuffle(made)
    return made
