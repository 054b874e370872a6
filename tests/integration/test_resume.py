"""Coming back: what a page is sent that knows something already, and intents that come twice, late or not at all."""

from pathlib import Path
from typing import Any

import pytest
from integration.harness import Browser, Page, sticky
from integration.stage import history, records_of, staged, times_saved

from raakvlak.canvas.events import Event, IntentId, Patch, decode_event, encode_event
from raakvlak.canvas.records import Fields
from raakvlak.live.load import TAIL
from raakvlak.live.stream import RECENT_EVENTS
from raakvlak.log import Appended, Log, StreamName
from raakvlak.protocol import Close

Position = dict[str, Any]


def position_of(page: Page, stream: str = "shared") -> Position:
    """Where the stream is, as far as this page has heard."""
    heard = [m for m in page.heard if m["type"] in ("load", "events") and m["stream"] == stream]
    position: Position = heard[-1]["position"]
    return position


async def back(page: Page, position: Position, state: bool = True, **hello: Any) -> dict[str, Any]:
    """Connect once more with a position that is known; what is loaded of the shared stream."""
    await page.close()
    await page.open({"writer": page.writer, "streams": {"shared": {"position": position, "state": state}}, **hello})
    return await page.load()


# --- by position -----------------------------------------------------------------------------------------------------


async def test_who_comes_back_gets_the_tail_only(tmp_path: Path) -> None:
    """[RESUME-20] A page that holds everything up to a position gets exactly the events since, and no snapshot."""
    async with staged(tmp_path) as stage:
        ann, bob = await stage.page("Ann"), await stage.page("Bob")
        await ann.note("before")
        await bob.saved(1, writer=ann.writer)
        known = position_of(bob)
        await bob.close()
        for _ in range(3):
            await ann.note("meanwhile")
        load = await back(bob, known)
        assert load.get("snapshot") is None
        assert load["after"] == known["seq"]
        assert [event["intent"]["n"] for event in load["events"]] == [2, 3, 4]
        assert load["position"] == position_of(ann)
        load = await back(bob, position_of(ann))
        assert (load.get("snapshot"), load["events"]) == (None, [])
        load = await back(bob, {"seq": 0, "token": ""})
        assert load["events"] == await history(ann)


async def test_who_kept_only_what_waits_gets_both(tmp_path: Path) -> None:
    """[RESUME-21] A page that knows a position but holds nothing gets a snapshot, and the events since then."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        first = await ann.note("one")
        known = position_of(ann)
        second = await ann.note("two")
        load = await back(ann, known, state=False)
        assert {first, second} <= set(records_of(load))
        assert (load["after"], [event["intent"]["n"] for event in load["events"]]) == (known["seq"], [2])
        assert load["position"] == (await ann.hear(lambda m: m["type"] == "heads"))["heads"]["shared"]


FORKS: dict[str, Any] = {
    "another token": lambda at: {**at, "token": "0" * 64},
    "another token in the middle": lambda at: {"seq": at["seq"] - 1, "token": at["token"]},
    "no token": lambda at: {**at, "token": ""},
    "a token at the start": lambda at: {"seq": 0, "token": at["token"]},
    "the future": lambda at: {"seq": at["seq"] + 1, "token": "0" * 64},
    "the far future": lambda at: {"seq": 2**53 - 1, "token": "é\u0000"},
}


@pytest.mark.parametrize("fork", FORKS)
async def test_another_history_is_said_to_be_one(tmp_path: Path, fork: str) -> None:
    """[RESUME-22] A position that is not of this stream's history is called forked, and a snapshot comes instead."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        item = await ann.note()
        load = await back(ann, FORKS[fork](position_of(ann)))
        assert load["forked"] is True
        assert load.get("events") is None
        assert item in records_of(load)
        assert item in {event["changes"][0]["record"]["id"] for event in (await history(ann))[2:]}


async def filled(log: Log, workshop: str, count: int) -> None:
    """Append so many events, as if somebody had been busy."""
    stream = StreamName(workshop, "shared")
    stored = await log.read(stream, await log.position_at(stream, 0))  # type: ignore[arg-type]
    at = decode_event(stored[-1].event).at
    events = [
        encode_event(
            Event(
                at=at,
                by="server",
                intent=IntentId("server-test", n),
                changes=(Patch("workshop", Fields(title=f"{n}")),),
            )
        )
        for n in range(1, count + 1)
    ]
    outcome = await log.append(stream, stored[-1].position, events)
    assert isinstance(outcome, Appended)


async def test_a_long_absence(tmp_path: Path) -> None:
    """[RESUME-23] The tail is whole also where it is no longer in memory; beyond a bound a snapshot comes instead."""
    async with staged(tmp_path) as stage:
        away, person = await stage.join("Ann")
        page = await stage.page_of(away, person)
        known = position_of(page)
        await page.close()
        await filled(stage.server.log, stage.workshop, TAIL)
        # Somebody else's beat makes the room look for what came.
        other = await stage.page("Bob")
        await other.hear(lambda m: m["type"] == "heads" and m["heads"]["shared"]["seq"] > TAIL)
        assert RECENT_EVENTS < TAIL
        load = await back(page, known)
        assert load.get("events") is None
        assert "forked" not in load
        assert records_of(load)["workshop"]["title"] == str(TAIL)
        later = position_after(await stage.server.log.position_at(StreamName(stage.workshop, "shared"), 100))
        load = await back(page, later)
        assert load.get("snapshot") is None
        whole = await history(page)
        assert load["events"] == whole[100:]
        assert load["position"] == position_of(page)
        assert len(whole) == load["position"]["seq"]


async def test_history_has_an_end(tmp_path: Path) -> None:
    """[RESUME-27] History asked from beyond its end, or from what is no number, is refused with a sentence."""
    async with staged(tmp_path) as stage:
        page = await stage.page()
        path = f"/w/{stage.workshop}/events?stream=shared&after="
        assert (await page.browser.request("GET", path + "2")).json()["events"] == []
        for after, status in (
            ("3", 404),
            ("999999999999999", 404),
            ("-1", 400),
            ("x", 400),
            ("%C2%B2", 400),
            ("", 400),
        ):
            answer = await page.browser.request("GET", path + after)
            assert (answer.status, answer.json()["message"][:8]) == (status, "expected"), after


def position_after(position: Any) -> Position:
    """A position as a message says it."""
    return {"seq": position.seq, "token": position.token}


# --- intents that come twice, late or not at all ---------------------------------------------------------------------


async def test_the_same_intent_twice(tmp_path: Path) -> None:
    """[SAVE-20] An intent that comes twice, at once or later, happens once and is said to be saved again."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        create = sticky(f"{ann.writer}.1")
        for _ in range(3):
            await ann.ask(create, n=1)
        await ann.saved(1)
        await ann.ask(create, n=1)
        await ann.until(lambda: sum(m["type"] == "saved" for m in ann.heard) == 3)
        assert all(m["n"] == 1 and m["writer"] == ann.writer for m in ann.heard if m["type"] == "saved")
        assert await times_saved(ann, 1) == 1
        await ann.ask(sticky(f"{ann.writer}.2"), n=2)
        await ann.saved(2)


async def test_out_of_order(tmp_path: Path) -> None:
    """[SAVE-21] An intent that skips a number is refused, not kept; the missing number can still come."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        await ann.ask(sticky(f"{ann.writer}.3"), n=3)
        refused = await ann.refused(3)
        assert (refused["code"], refused["message"]) == (
            "out-of-order",
            "expected number 1 of this writer, but got 3",
        )
        for n in (1, 2, 3):
            await ann.ask(sticky(f"{ann.writer}.{n}"), n=n)
            await ann.saved(n)
        assert [event["intent"]["n"] for event in (await history(ann))[2:]] == [1, 2, 3]


async def test_numbers_count_in_each_stream(tmp_path: Path) -> None:
    """[SAVE-22] A writer's numbers count from 1 in each stream."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        own = f"person:{ann.person}"
        await ann.note()
        await ann.note()
        n = await ann.ask(sticky(f"{ann.writer}.own"), own)
        await ann.saved(n, own)
        assert n == 1
        await ann.ask(sticky(f"{ann.writer}.far"), own, n=3)
        assert (await ann.refused(3, own))["code"] == "out-of-order"


async def test_after_a_reload(tmp_path: Path) -> None:
    """[SAVE-23] What waited at a reload is finished by the next page, under the old page's writer and numbers."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        await ann.note("one")
        before = ann.writer
        known = {"position": position_of(ann), "state": False}
        await ann.close()
        again = stage.closed_page(ann.browser, ann.person)
        await again.open({"streams": {"shared": known}})
        welcome = await again.hear(lambda m: m["type"] == "welcome")
        assert again.writer != before
        assert welcome["last"]["shared"] == {before: 1}
        for n in (1, 2):
            intent = sticky(f"{before}.{n}")
            await again.say({"type": "ask", "stream": "shared", "writer": before, "n": n, "intent": intent})
        await again.hear(lambda m: m["type"] == "saved" and m["n"] == 1 and m["writer"] == before)
        await again.saved(2, writer=before)
        await again.note("the new page's own")
        assert [await times_saved(again, n, writer=before) for n in (1, 2)] == [1, 1]


async def test_what_was_asked_last_before_the_line_broke(tmp_path: Path) -> None:
    """[SAVE-24] Whatever became of intents whose line broke: sent again by the same page they have happened once."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        known = position_of(ann)
        intents = [sticky(f"{ann.writer}.{n}") for n in range(1, 31)]
        for intent in intents:
            await ann.ask(intent)
        ann.line.transport.abort()
        await ann.until_closed()
        await back(ann, known)
        for n, intent in enumerate(intents, 1):
            await ann.ask(intent, n=n)
        for n in range(1, 31):
            await ann.saved(n)
        assert [event["intent"]["n"] for event in (await history(ann))[2:]] == list(range(1, 31))


async def test_skipping(tmp_path: Path) -> None:
    """[SAVE-25] A number that its author gives up is refused and never used, and the next one follows."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        await ann.say({"type": "skip", "stream": "shared", "writer": ann.writer, "n": 1})
        assert (await ann.refused(1))["code"] == "invalid"
        await ann.ask(sticky(f"{ann.writer}.2"), n=2)
        await ann.saved(2)
        await ann.say({"type": "skip", "stream": "shared", "writer": ann.writer, "n": 4})
        assert (await ann.refused(4))["code"] == "out-of-order"
        assert [event["intent"]["n"] for event in (await history(ann))[2:]] == [2]


async def test_a_refused_number_is_never_called_saved(tmp_path: Path) -> None:
    """[SAVE-26] A refused intent that comes again after later ones were saved is refused again, by any server."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        for n in (1, 2, 4):
            await ann.ask({"type": "item.delete", "ids": [f"{ann.writer}.none"]}, n=n)
            await ann.refused(n)
            if n != 1:
                await ann.ask(sticky(f"{ann.writer}.{n + 1}"), n=n + 1)
                await ann.saved(n + 1)
        await repeated(ann)
        made, cookies = stage.made, ann.browser.cookies
    async with staged(tmp_path) as stage:
        browser = Browser(stage.server.address)
        browser.cookies = cookies
        later = stage.keep(Page(browser, made["id"], ann.person))
        await later.open({"writer": ann.writer})
        later.writer = ann.writer
        await repeated(later)


async def repeated(page: Page) -> None:
    """Ask once more for 1 to 5, of which 1, 2 and 4 were refused."""
    page.heard.clear()
    for n in range(1, 6):
        await page.ask(sticky(f"{page.writer}.{n}"), n=n)
    answers = []
    for n in range(1, 6):
        answer = await page.hear(lambda m, n=n: m["type"] in ("saved", "refused") and m["n"] == n)  # type: ignore[misc]
        answers.append(answer["type"])
    assert answers == ["refused", "refused", "saved", "refused", "saved"]


# --- several pages of one person -------------------------------------------------------------------------------------


async def test_a_duplicated_tab(tmp_path: Path) -> None:
    """[RESUME-24] Of two tabs that take themselves for one page the newer stays; what both ask happens once."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        await ann.note("one")
        twin = stage.closed_page(ann.browser, ann.person)
        await twin.open({"writer": ann.writer, "streams": {"shared": {"position": position_of(ann), "state": True}}})
        assert (await ann.until_closed())[0] == Close.REPLACED
        welcome = await twin.hear(lambda m: m["type"] == "welcome")
        assert welcome["writer"] == ann.writer
        assert welcome["last"]["shared"] == {ann.writer: 1}
        await twin.ask(sticky(f"{ann.writer}.2"), n=2)
        await twin.saved(2)
        await ann.close()
        await back(ann, position_of(twin))
        assert (await twin.until_closed())[0] == Close.REPLACED
        await ann.ask(sticky(f"{ann.writer}.2"), n=2)
        await ann.hear(lambda m: m["type"] == "saved" and m["n"] == 2)
        assert await times_saved(ann, 2) == 1


async def test_two_tabs_write_beside_each_other(tmp_path: Path) -> None:
    """[RESUME-25] Two tabs of one person each have a writer of their own, and both hear what either saves."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        tab = await stage.tab(ann)
        assert tab.writer != ann.writer
        for page in (ann, tab, ann, tab):
            await page.note()
        for page in (ann, tab):
            for writer in (ann.writer, tab.writer):
                await page.saved(2, writer=writer)
        assert len(await history(ann)) == 6
