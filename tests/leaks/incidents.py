"""What comes between: people go and come back, workers are started anew, browsers ask by HTTP."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from typing import Any

from integration.harness import Browser
from leaks.guests import Guest, Somebody
from leaks.house import OPEN, TEMPLATES
from leaks.session import Leak, Session

from raakvlak.protocol import Close

Incident = Callable[[Session], Coroutine[Any, Any, None]]


async def come_back(session: Session, page: Guest, resume: bool) -> None:
    """Connect this page again, or load it anew with nothing kept."""
    await page.close()
    if resume:
        worker = session.workers[page.worker]
        page.browser.address = worker.address
        other = session.chance.choice([each.stream for each in session.people if each is not page.who])
        await page.resume(worker.lives, session.chance.random() < 0.5, other)
    else:
        await session.visit(page.who, page.worker)


async def a_line_breaks(session: Session) -> None:
    """Somebody's connection ends, and they come back."""
    await session.still()
    page = session.chance.choice(session.open_pages())
    await come_back(session, page, resume=session.chance.random() < 0.6)


async def a_tab_more(session: Session) -> None:
    """Somebody opens the workshop once more, at whichever worker."""
    await session.visit(session.chance.choice(session.makers))


async def a_worker_restarts(session: Session) -> None:
    """All its pages come back, to the server that takes its place."""
    await session.still()
    number = session.chance.randrange(2)
    pages = [page for page in session.open_pages() if page.worker == number]
    waiting = [page for who in session.people for page in who.pages if page.closed is None and not page.inside]
    worker = session.workers[number]
    await worker.stop()
    await worker.start(session.logged)
    for page in pages:
        await page.until_closed()
        await come_back(session, page, resume=session.chance.random() < 0.7)
    for page in waiting:
        if page.worker == number:
            await page.until_closed()
            await come_back(session, page, resume=False)


async def somebody_is_removed(session: Session) -> None:
    """A participant with all their tabs: they hear nothing from then on, and the way back is closed."""
    await session.still()
    who = session.chance.choice(session.with_role("participant"))
    pages = [page for page in who.pages if page.closed is None]
    answer = await session.lead({"type": "person.remove", "id": who.id})
    who.removed = answer.seq
    for page in pages:
        try:
            assert (await page.until_closed())[0] == Close.REMOVED
        except TimeoutError:
            raise Leak("PRIV-50", f"expected {who.name} to be sent away, but they go on hearing") from None
    await session.level(answer.seq)
    for worker in range(2):
        page = session.page_of(who, worker)
        if (await page.knock())[0] != Close.REMOVED or page.raw:
            raise Leak("PRIV-50", f"expected {who.name} to stay outside, but they heard {page.raw}")


async def somebody_comes_late(session: Session) -> None:
    """With the waiting room on: they are told nothing until they are let in; then all that everyone knows by now."""
    who = await wait_outside(session)
    page = who.page
    answer = await session.lead({"type": "person.admit", "ids": [who.id]})
    assert (await page.until_closed())[0] == Close.COME_BACK
    who.let_in = None
    await session.level(answer.seq)
    await come_back(session, page, resume=session.chance.random() < 0.5)


async def wait_outside(session: Session) -> Somebody:
    """Somebody new waits to be let in."""
    await session.lead({"type": "waiting.set", "on": True})
    await _take_links(session)
    who = await session.join(f"p{len(session.people)}", "participant")
    who.let_in = -1
    page = await session.visit(who)
    if page.inside:
        raise Leak("PRIV-50", f"expected {who.name} to wait, but they are let in: {page.raw}")
    for lead in session.open_pages():
        if lead.who.role == "facilitator":
            await lead.hear_of(who.id)
    return who


async def _take_links(session: Session) -> None:
    """As they are now: they are renewed when somebody is removed."""
    links = await session.get(session.chance.choice(session.with_role("facilitator")), "links")
    session.made["links"] = json.loads(links.body)


async def somebody_waits_for_good(session: Session) -> None:
    """They hear nothing of all that follows."""
    await wait_outside(session)


async def somebody_leads_for_a_while(session: Session) -> None:
    """A participant becomes a facilitator, and so reads their notes; or is none any more."""
    await session.still()
    promoted = [who for who in session.with_role("facilitator") if who.leads]
    who = session.chance.choice(promoted or session.with_role("participant"))
    pages = [page for page in who.pages if page.closed is None]
    role = "participant" if promoted else "facilitator"
    leader = next(each for each in session.with_role("facilitator") if not each.leads)
    answer = await session.some_page(leader, session.chance).answer({"type": "person.set", "id": who.id, "role": role})
    who.leads.append((answer.seq, role == "facilitator"))
    who.role = role
    for page in pages:
        assert (await page.until_closed())[0] == Close.COME_BACK
        await come_back(session, page, resume=True)
    await session.level(answer.seq)


async def browsers_ask(session: Session, everything: bool = False) -> None:
    """Over HTTP: what people may read and what they may not, be they in, waiting or removed, or only at the door."""
    chance = session.chance
    people = session.people if everything else chance.sample(session.people, 3)
    wanted: list[tuple[Somebody | None, str, str]] = []
    for who in people:
        other = chance.choice([each for each in session.people if each is not who])
        paths = [f"events?stream={other.stream}&after=0", "events?stream=facilitators&after=0", "enter", "links"]
        paths += [f"events?stream=shared&after={chance.choice((0, 0, 1, 5))}", f"sheet/canvas-{chance.randint(1, 3)}"]
        paths += [f"events?stream={other.stream}", "", "replay", "sheet/canvas-3", "/healthz"]
        paths += ["report", "report.json", f"picture/canvas-{chance.randint(1, 3)}"]
        for path in paths if everything and who in people[:4] else chance.sample(paths, 3):
            wanted.append((who, path, "POST" if path.startswith(("enter", "sheet")) else "GET"))
    wanted += [(None, path, "GET") for path in (*OPEN, *TEMPLATES, "events", "report.json")]
    wanted += [(None, "/api/templates/check", "POST")]
    await asyncio.gather(*(session.get(who, path, method) for who, path, method in wanted))


async def somebody_stands_at_the_door(session: Session) -> None:
    """A browser that holds a link, but has not joined, while the waiting room is on."""
    await _take_links(session)
    browser = Browser(session.workers[0].address)
    await browser.enter(session.made)
    for path in ("events?stream=shared", "events?stream=facilitators", f"events?stream={session.people[3].stream}"):
        await session.get(None, path, cookies=browser.cookies)


OFTEN: tuple[Incident, ...] = (a_line_breaks, a_line_breaks, a_line_breaks, a_tab_more, browsers_ask)
"""What comes again and again, also in the middle of a step."""


def incidents(session: Session) -> list[list[Incident]]:
    """What comes before each of so many pieces."""
    chance = session.chance
    once: list[Incident] = [
        somebody_is_removed,
        somebody_comes_late,
        somebody_leads_for_a_while,
        somebody_waits_for_good,
    ]
    once += [somebody_leads_for_a_while] * (chance.random() < 0.5)
    made: list[list[Incident]] = [[chance.choice(OFTEN)] for _ in range(6)]
    for incident in once:
        made[chance.randint(1, 5)].append(incident)
    return made
