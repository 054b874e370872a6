"""People of a session on running servers: waiting to be let in, sent away, given another role or name."""

from pathlib import Path
from typing import Any

import pytest
from integration.harness import Browser, Page
from integration.leading import (
    answer_to,
    at,
    begin,
    do,
    draft,
    known,
    note,
    of_kind,
    own,
    page_at,
    refusal,
    texts,
    until_entered,
)
from integration.redis_server import RedisServer
from integration.stage import Stage, history, staged
from integration.test_access import greeted, knock
from integration.whereabouts import HERE, last_of, until_last
from integration.workers import HeldLog, two_workers

from raakvlak.canvas.values import Role
from raakvlak.config import Limits, Rhythm
from raakvlak.protocol import VERSION, Close

ON, OFF = ({"type": "waiting.set", "on": on} for on in (True, False))


async def statuses(browser: Browser, stage: Stage, person: str) -> dict[str, int]:
    """What HTTP answers to a browser, by path."""
    streams = [f"events?stream={each}" for each in ("shared", "facilitators", f"person:{person}")]
    found = {}
    for path in (*streams, "links"):
        found[path] = (await browser.request("GET", f"/w/{stage.workshop}/{path}")).status
    for path, body in (("sheet/canvas-1", {"language": "nl"}), ("enter", {}), ("join", {"name": "Again"})):
        found[path] = (await browser.request("POST", f"/w/{stage.workshop}/{path}", body)).status
    return found


def secret_of(stage: Stage, role: Role) -> dict[str, str]:
    """What the first link of a role says."""
    return {"secret": stage.made["links"][role]["url"].partition("#")[2]}


async def join_late(stage: Stage, name: str, role: Role = "participant") -> Page:
    """Somebody new, with an open page (be it in the waiting room)."""
    return await stage.page(name, role)


def welcome_of(page: Page) -> dict[str, Any]:
    """How the page was welcomed last."""
    return next(m for m in page.heard if m["type"] == "welcome")


# --- the waiting room -------------------------------------------------------------------------------------------------


async def test_who_waits_sees_nothing(tmp_path: Path) -> None:
    """[ACCESS-60] Who waits to be let in is welcomed without any stream, and sees, hears and changes nothing of the
    workshop, over HTTP neither; facilitators come in at once."""
    async with staged(tmp_path, rhythm=Rhythm(heads=0.1)) as stage:
        fay = await stage.page("Fay", "facilitator")
        await do(fay, ON)
        flo = await stage.page("Flo", "facilitator")
        assert welcome_of(flo)["streams"] == ["shared", own(flo), "facilitators"]
        waiting = [await join_late(stage, role, role) for role in ("participant", "observer")]
        step = await begin(fay, "write")
        await fay.say({**HERE, "x": 1, "y": 1})
        await until_entered(step, flo)
        secret = await fay.note("Secret among us")
        for page in waiting:
            welcome = welcome_of(page)
            assert (welcome["waiting"], welcome["streams"], welcome["last"]) == (True, [], {})
            await page.say({**HERE, "x": 2, "y": 2})
            for stream in ("shared", own(page), "facilitators"):
                assert await refusal(page, {"type": "item.delete", "ids": [secret]}, stream) == "not-allowed"
            beats = sum(m["type"] == "heads" for m in page.heard) + 3
            await page.until(lambda page=page, beats=beats: sum(m["type"] == "heads" for m in page.heard) >= beats)  # type: ignore[misc]
            assert {m["type"] for m in page.heard} == {"welcome", "refused", "heads"}
            assert all(m["heads"] == {} for m in page.heard if m["type"] == "heads")
            assert last_of(fay, page.writer) == "nothing"
            found = await statuses(page.browser, stage, page.person)
            assert {status for path, status in found.items() if path not in ("enter", "join")} == {403}
            entrance = (await page.browser.request("POST", f"/w/{stage.workshop}/enter", {})).json()
            assert (entrance["waiting"], entrance["canvases"]) == (True, [])
        stranger = Browser(stage.server.address)
        await stranger.enter(stage.made)
        assert (await statuses(stranger, stage, fay.person))["events?stream=shared"] == 403


async def let_in(*pages: Page) -> None:
    """All of them are told to come back at once, and then have everything."""
    for page in pages:
        assert (await page.until_closed())[0] == Close.COME_BACK
        await page.close()
        writer = page.writer
        await page.open({"writer": writer})
        assert welcome_of(page)["streams"] == ["shared", own(page)]
        assert "waiting" not in welcome_of(page)
        await page.note("here I am")


async def test_letting_in(tmp_path: Path, redis_server: RedisServer) -> None:
    """[ACCESS-61] Who is let in, alone or with others, is told to come back, and then has everything, at any worker."""
    async with two_workers(tmp_path, redis_server) as (one, two):
        fay = await one.page("Fay", "facilitator")
        await do(fay, ON)
        ann, bob, cas, dan = [
            await join_late(stage, name) for stage, name in ((one, "Ann"), (two, "Bob"), (one, "Cas"), (two, "Dan"))
        ]
        tab = await page_at(two, ann)
        await do(fay, {"type": "person.admit", "ids": [ann.person]})
        await let_in(ann, tab)
        assert (bob.closed, cas.closed) == (None, None)
        await do(fay, {"type": "person.admit", "ids": [bob.person, cas.person, bob.person]})
        await let_in(bob, cas)
        assert (await two.page("Eva")).closed is None
        assert dan.closed is None
        people = {record["id"]: record.get("waiting", False) for record in of_kind(fay, "person")}
        assert [people[page.person] for page in (ann, bob, cas, dan)] == [False, False, False, True]
        assert await refusal(fay, {"type": "person.admit", "ids": ["nobody"]}) == "unknown-person"
        assert await refusal(ann, {"type": "person.admit", "ids": [dan.person]}) == "not-allowed"


async def test_no_waiting_room_any_more(tmp_path: Path, redis_server: RedisServer) -> None:
    """[ACCESS-62] Turning the waiting room off lets in all who wait; who was in stays in when it is turned on."""
    async with two_workers(tmp_path, redis_server) as (one, two):
        fay, ann = await one.page("Fay", "facilitator"), await two.page("Ann")
        await do(fay, ON)
        waiting = [await join_late(stage, name) for stage, name in ((one, "Bob"), (two, "Cas"))]
        await ann.note("still in")
        await do(fay, OFF)
        await let_in(*waiting)
        late = await one.page("Dan")
        assert welcome_of(late)["streams"] == ["shared", own(late)]


async def test_a_waiting_room_is_bounded(tmp_path: Path) -> None:
    """[ACCESS-63] Who waits counts as a connection like everybody, and holds no more tabs than others."""
    async with staged(tmp_path, limits=Limits(connections=4, connections_per_person=2)) as stage:
        fay = await stage.page("Fay", "facilitator")
        await do(fay, ON)
        ann = await join_late(stage, "Ann")
        await stage.tab(ann)
        hello = {"type": "hello", "v": VERSION, "person": ann.person}
        assert (await greeted(stage.closed_page(ann.browser, ann.person), hello))[0] == Close.BUSY
        await join_late(stage, "Bob")
        browser, person = await stage.join("Cas")
        assert (await greeted(stage.closed_page(browser, person), {**hello, "person": person}))[0] == Close.BUSY
        # A page that comes again takes the place of itself.
        again = await stage.closed_page(ann.browser, ann.person).open({"writer": ann.writer})
        assert (await ann.until_closed())[0] == Close.REPLACED
        assert welcome_of(again)["waiting"] is True


async def test_changed_while_waiting(tmp_path: Path) -> None:
    """[ACCESS-64] Who is sent away while waiting goes; who gets another role while waiting comes in with that one."""
    async with staged(tmp_path) as stage:
        fay = await stage.page("Fay", "facilitator")
        await do(fay, ON)
        ann, bob, cas = [await join_late(stage, name) for name in ("Ann", "Bob", "Cas")]
        await do(fay, {"type": "person.remove", "id": ann.person})
        assert (await ann.until_closed())[0] == Close.REMOVED
        await do(fay, {"type": "person.set", "id": bob.person, "role": "facilitator", "name": "Bobby"})
        await do(fay, {"type": "person.set", "id": cas.person, "role": "observer"})
        assert (bob.closed, cas.closed) == (None, None)
        await do(fay, {"type": "person.admit", "ids": [bob.person, cas.person]})
        for page, role in ((bob, "facilitator"), (cas, "observer")):
            assert (await page.until_closed())[0] == Close.COME_BACK
            await page.close()
            await page.open({"writer": page.writer})
            assert welcome_of(page)["role"] == role
        assert "facilitators" in welcome_of(bob)["streams"]


# --- sent away --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("other_worker", [False, True])
async def test_sent_away(tmp_path: Path, redis_server: RedisServer, other_worker: bool) -> None:
    """[ACCESS-65] Who is sent away goes at once with all tabs at all workers, hears nothing after it, and finds no way
    back: not by the cookie, not by the link, not under another name."""
    async with two_workers(tmp_path, redis_server) as (one, two):
        fay, bob = await one.page("Fay", "facilitator"), await two.page("Bob")
        ann = await (two if other_worker else one).page("Ann")
        tabs = [ann, await page_at(one if other_worker else two, ann)]
        await draft(ann, "mine")
        n = await fay.ask({"type": "person.remove", "id": ann.person})
        await fay.ask({"type": "workshop.rename", "title": "Said after it"})
        await fay.saved(n)
        for page in tabs:
            assert (await page.until_closed())[0] == Close.REMOVED
            assert "Said after it" not in "".join(page.raw)
        for stage in (one, two):
            browser = at(ann.browser, stage)
            assert set((await statuses(browser, stage, ann.person)).values()) == {401}
            assert await knock(browser, stage.workshop, browser.address) == 101  # the cookie names who one is
            hello = {"type": "hello", "v": VERSION, "person": ann.person}
            assert (await greeted(stage.closed_page(browser, ann.person), hello))[0] == Close.REMOVED
            fresh = Browser(stage.server.address)
            answer = await fresh.request("POST", f"/w/{stage.workshop}/enter", secret_of(stage, "participant"))
            assert (answer.status, answer.json()["error"]) == (403, "wrong-invite")
            assert (await fresh.request("POST", f"/w/{stage.workshop}/join", {"name": "Ann"})).status == 401
        # All others go on, and a new link lets others in.
        await bob.note("still here")
        links = (await fay.browser.request("GET", f"/w/{one.workshop}/links")).json()
        cas = await Browser(one.server.address).join({"id": one.workshop, "links": links}, "Cas")
        await fay.until(lambda: cas in known(fay))


async def test_what_a_facilitator_knew(tmp_path: Path) -> None:
    """[ACCESS-66] A facilitator who is sent away comes back by none of the links, for they knew all of them."""
    async with staged(tmp_path) as stage:
        fay, flo = await stage.page("Fay", "facilitator"), await stage.page("Flo", "facilitator")
        await do(fay, {"type": "person.remove", "id": flo.person})
        assert (await flo.until_closed())[0] == Close.REMOVED
        for role in ("facilitator", "participant", "observer"):
            answer = await flo.browser.request(
                "POST",
                f"/w/{stage.workshop}/enter",
                secret_of(stage, role),
            )
            assert answer.status == 403
        assert set((await statuses(flo.browser, stage, flo.person)).values()) == {401}
        assert (await fay.browser.request("GET", f"/w/{stage.workshop}/links")).status == 200


async def test_somebody_leads(tmp_path: Path) -> None:
    """[ACCESS-67] The last facilitator is neither sent away nor given another role, also when two do it at once."""
    async with staged(tmp_path) as stage:
        fay, flo = await stage.page("Fay", "facilitator"), await stage.page("Flo", "facilitator")
        asked = [
            (fay, await fay.ask({"type": "person.set", "id": flo.person, "role": "participant"})),
            (flo, await flo.ask({"type": "person.remove", "id": fay.person})),
        ]
        for page, n in asked:
            await page.until(lambda page=page, n=n: page.closed is not None or answer_to(page, n) is not None)  # type: ignore[misc]
        left = [page for page, n in asked if answer_to(page, n) == "saved"]
        (last,) = left
        assert await refusal(last, {"type": "person.remove", "id": last.person}) == "last-facilitator"
        assert await refusal(last, {"type": "person.set", "id": last.person, "role": "observer"}) == "last-facilitator"


# --- roles and names --------------------------------------------------------------------------------------------------


async def test_a_second_facilitator(tmp_path: Path, redis_server: RedisServer) -> None:
    """[ACCESS-68] Who is made a facilitator comes back as one, with the facilitators' stream; who no longer is loses it
    at once, at every worker: not a frame of what is written there after it."""
    async with two_workers(tmp_path, redis_server) as (one, two):
        fay, ann = await one.page("Fay", "facilitator"), await two.page("Ann")
        memo = "memo.canvas-1.step-1"
        await do(fay, {"type": "memo.open", "step": "canvas-1.step-1"}, "facilitators")
        await write(fay, memo, "before. ", 1)
        assert "before. " not in "".join(ann.raw)
        await do(fay, {"type": "person.set", "id": ann.person, "role": "facilitator"})
        assert (await ann.until_closed())[0] == Close.COME_BACK
        await ann.close()
        await ann.open({"writer": ann.writer})
        assert known(ann, "facilitators")[memo]["text"] == "before. "
        await do(ann, {"type": "workshop.rename", "title": "By Ann"})
        for number in range(5):
            await do(fay, {"type": "person.set", "id": ann.person, "role": "participant"})
            await write(fay, memo, f"later {number}. ", number + 2)
            assert (await ann.until_closed())[0] == Close.COME_BACK
            assert f"later {number}" not in "".join(ann.raw)
            await ann.close()
            await ann.open({"writer": ann.writer})
            assert welcome_of(ann)["streams"] == ["shared", own(ann)]
            assert f"later {number}" not in "".join(ann.raw)
            path = f"/w/{two.workshop}/events?stream=facilitators"
            assert (await ann.browser.request("GET", path)).status == 403
            if number < 4:
                ann.raw.clear()
                await do(fay, {"type": "person.set", "id": ann.person, "role": "facilitator"})
                assert (await ann.until_closed())[0] == Close.COME_BACK
                await ann.close()
                await ann.open({"writer": ann.writer})
                ann.raw.clear()


async def test_a_busy_worker_tells_nothing_more(tmp_path: Path, redis_server: RedisServer) -> None:
    """[ACCESS-68] Nor where the worker has its hands full, and heard first of what is written there."""
    log = HeldLog(redis_server)
    async with two_workers(tmp_path, redis_server, second_log=log) as (one, two):
        fay, ann, bob = (
            await one.page("Fay", "facilitator"),
            await two.page("Ann", "facilitator"),
            await one.page("Bob"),
        )
        tab = await page_at(two, bob)
        memo = "memo.canvas-1.step-1"
        await do(fay, {"type": "memo.open", "step": "canvas-1.step-1"}, "facilitators")
        await ann.until(lambda: memo in known(ann, "facilitators"))
        log.hold()
        await ann.ask(note(f"{ann.writer}.1"))
        await log.holding.wait()
        await do(fay, {"type": "person.set", "id": ann.person, "role": "participant"})
        await write(fay, memo, "later", 1)
        await draft(bob, "heard after that")
        await tab.until(lambda: texts(tab, own(tab)) == ["heard after that"])
        await draft(bob, "and after that")
        await tab.until(lambda: len(texts(tab, own(tab))) == 2)
        assert known(ann, "facilitators")[memo].get("text", "") == ""
        log.let_go()
        assert (await ann.until_closed())[0] == Close.COME_BACK
        assert "later" not in "".join(ann.raw)


async def write(page: Page, memo: str, text: str, seen: int) -> None:
    """Write at the beginning of a memo."""
    edit = [{"at": 0, "insert": text}]
    await do(page, {"type": "text.edit", "id": memo, "edit": edit, "seen": seen}, "facilitators")


async def test_no_facilitator_any_more(tmp_path: Path) -> None:
    """[ACCESS-69] Whoever came by the facilitators' link and is given another role has it no longer: not by the cookie,
    and not by that link."""
    async with staged(tmp_path) as stage:
        fay, flo = await stage.page("Fay", "facilitator"), await stage.page("Flo", "facilitator")
        await do(fay, {"type": "person.set", "id": flo.person, "role": "participant"})
        assert (await flo.until_closed())[0] == Close.COME_BACK
        found = await statuses(flo.browser, stage, flo.person)
        assert (found["links"], found["events?stream=facilitators"], found["join"]) == (403, 403, 403)
        assert found["events?stream=shared"] == 200
        answer = await flo.browser.request("POST", f"/w/{stage.workshop}/enter", secret_of(stage, "facilitator"))
        assert answer.status == 403
        # Who came by the same link and still is one goes on.
        assert (await fay.browser.request("GET", f"/w/{stage.workshop}/links")).status == 200
        assert await history(fay, "facilitators") == []


async def test_names_and_organisations(tmp_path: Path) -> None:
    """[ACCESS-70] Everyone changes their own name, a facilitator anybody's and where they belong; all hear of it, and
    nobody's line is closed for it."""
    async with staged(tmp_path) as stage:
        fay, ann, bob = await stage.page("Fay", "facilitator"), await stage.page("Ann"), await stage.page("Bob")
        south = next(r["id"] for r in of_kind(fay, "organisation") if r["name"] == "Zuid")
        await do(ann, {"type": "person.set", "id": ann.person, "name": "Anna"})
        await do(fay, {"type": "person.set", "id": ann.person, "organisation": south})
        await do(fay, {"type": "person.set", "id": bob.person, "name": "Rob"})
        await bob.until(lambda: known(bob)[bob.person]["name"] == "Rob")
        assert (known(bob)[ann.person]["name"], known(bob)[ann.person]["organisation"]) == ("Anna", south)
        for intent in ({"id": bob.person, "name": "B"}, {"id": ann.person, "organisation": south}):
            assert await refusal(ann, {"type": "person.set", **intent}) == "not-allowed"
        assert await refusal(ann, {"type": "person.set", "id": ann.person, "role": "facilitator"}) == "not-allowed"
        await ann.note("by Anna")
        entrance = (await ann.browser.request("POST", f"/w/{stage.workshop}/enter", {})).json()
        assert [(p["name"], p["organisation"]) for p in entrance["people"]] == [("Anna", south)]


# --- links ------------------------------------------------------------------------------------------------------------


async def test_a_revoked_link(tmp_path: Path) -> None:
    """[ACCESS-71] A revoked link opens nothing and is none any more, until it is renewed; who joined by it goes on."""
    async with staged(tmp_path) as stage:
        fay, ann = await stage.page("Fay", "facilitator"), await stage.page("Ann")
        entered = Browser(stage.server.address)
        await entered.enter(stage.made)
        await do(fay, {"type": "invite.revoke", "role": "participant"})
        assert set((await statuses(entered, stage, ann.person)).values()) == {401}
        links = (await fay.browser.request("GET", f"/w/{stage.workshop}/links")).json()
        assert links["participant"] is None
        assert links["observer"]["url"] == stage.made["links"]["observer"]["url"]
        fresh = Browser(stage.server.address)
        path = f"/w/{stage.workshop}/enter"
        assert (await fresh.request("POST", path, secret_of(stage, "participant"))).status == 403
        await ann.note("still here")
        assert (await ann.browser.request("POST", f"/w/{stage.workshop}/join", {"name": "Eve"})).status == 403
        await do(fay, {"type": "invite.renew", "role": "participant"})
        renewed = (await fay.browser.request("GET", f"/w/{stage.workshop}/links")).json()
        assert renewed["participant"]["url"] != stage.made["links"]["participant"]["url"]
        assert (await fresh.request("POST", path, secret_of(stage, "participant"))).status == 403
        await fresh.join({"id": stage.workshop, "links": renewed}, "Eve")


async def test_it_goes_on_without_the_facilitator(tmp_path: Path) -> None:
    """[ACCESS-72] When the facilitator's line drops the session goes on as it was, and waits for them."""
    async with staged(tmp_path) as stage:
        fay, ann, bob = await stage.page("Fay", "facilitator"), await stage.page("Ann"), await stage.page("Bob")
        step = await begin(fay, "write")
        await until_entered(step, ann, bob)
        await fay.say({**HERE, "view": [0, 0, 1, 1]})
        await until_last(ann, fay.writer)
        fay.line.transport.abort()
        await ann.until(lambda: last_of(ann, fay.writer) is None)
        await draft(ann, "goes on")
        await draft(bob, "goes on, too")
        assert await refusal(ann, {"type": "item.delete", "ids": ["x"]}) == "not-now"
        await fay.close()
        await fay.open({"writer": fay.writer})
        assert known(fay)["workshop"]["step"] == step
        assert (await fay.hear(lambda m: m["type"] == "tally"))["written"] == 2
        await begin(fay, "reveal")


async def test_a_session(tmp_path: Path) -> None:
    """[STEP-39] A session begins and ends with an event, so that it bounds what is replayed; there is one at a time."""
    async with staged(tmp_path) as stage:
        fay, ann = await stage.page("Fay", "facilitator"), await stage.page("Ann")
        session = f"{fay.writer}.session"
        start = {"type": "session.start", "id": session}
        assert await refusal(ann, {**start, "id": f"{ann.writer}.s"}) == "not-allowed"
        first = await do(fay, start)
        assert await refusal(fay, {**start, "id": f"{fay.writer}.other"}) == "exists"
        await ann.note("within it")
        last = await do(fay, {"type": "session.stop"})
        await ann.until(lambda: known(ann).get(session, {}).get("ended") is not None)
        assert known(ann)[session] == {"kind": "session", "id": session, "started": first["at"], "ended": last["at"]}
        events = await history(ann)
        within = events[events.index(first) + 1 : events.index(last)]
        assert [event["by"] for event in within] == [ann.person]


async def test_notes_among_facilitators(tmp_path: Path) -> None:
    """[RIGHT-60] Notes about a step are among facilitators: nobody else hears or reads a byte of them, or writes in
    them."""
    async with staged(tmp_path) as stage:
        fay, flo = await stage.page("Fay", "facilitator"), await stage.page("Flo", "facilitator")
        others = [await stage.page(role, role) for role in ("participant", "observer")]
        memo = "memo.canvas-1.step-1"
        await do(fay, {"type": "memo.open", "step": "canvas-1.step-1"}, "facilitators")
        await write(fay, memo, "Just between us", 1)
        await flo.until(lambda: known(flo, "facilitators").get(memo, {}).get("text") == "Just between us")
        edit = {"type": "text.edit", "id": memo, "edit": [{"at": 0, "insert": "x"}], "seen": 2}
        for page in others:
            assert await refusal(page, edit, "facilitators") == "not-allowed"
            assert await refusal(page, edit) in ("not-allowed", "unknown-item")
            await page.note("mine") if page is others[0] else None
        late = await stage.page("Late")
        for page in (*others, late):
            assert not any("between us" in frame for frame in page.raw)
            for path in ("events?stream=facilitators", "events?stream=shared"):
                assert b"between us" not in (await page.browser.request("GET", f"/w/{stage.workshop}/{path}")).body


async def test_a_pause(tmp_path: Path) -> None:
    """[RIGHT-61] While the workshop is paused all see the word, what participants ask for is refused as `paused`, in
    any stream, and facilitators go on; after it everybody does."""
    async with staged(tmp_path) as stage:
        fay, ann = await stage.page("Fay", "facilitator"), await stage.page("Ann")
        item = await ann.note("before")
        await do(fay, {"type": "pause.set", "word": "Coffee"})
        await ann.until(lambda: known(ann)["workshop"].get("paused") == "Coffee")
        edit = {"type": "text.edit", "id": item, "edit": [{"at": 0, "insert": "x"}], "seen": 2}
        place = {"frame": "figure", "u": 0.1, "v": 0.1}
        for intent in (edit, {"type": "item.move", "moves": [{"id": item, "place": place}]}, {"type": "undo"}):
            assert await refusal(ann, intent) == "paused"
        assert await refusal(ann, {"type": "ready.set", "step": "x", "ready": True}, own(ann)) == "paused"
        late = await stage.page("Late")
        assert known(late)["workshop"]["paused"] == "Coffee"
        await fay.note("meanwhile")
        await do(fay, {"type": "pause.set", "word": None})
        await ann.until(lambda: known(ann)["workshop"].get("paused") is None)
        await do(ann, {**edit, "seen": 3})
