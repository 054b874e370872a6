"""A hostile participant at a running server: the others, and the other workshops, must not notice."""

import asyncio
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from integration.harness import Browser
from integration.stage import history, records_of, staged
from integration.test_access import knock

from raakvlak.config import Limits
from raakvlak.live.connection import Budget

HIDDEN_OR_UNRULY = (
    "\u202egnirts",
    "Ann\u2067",
    "Ann\nBob",
    "Ann\u2028Bob",
    "\x00",
    "Ann\x1b[2J",
    " \t",
    "\u200b",
    "\u3164",
)
FINE = ("José 🦊", "👩‍👩‍👧", "می‌خواهم", "!", "李小龍", "O’Brien–Smith (KPN)")


async def test_one_browser_cannot_close_the_door(tmp_path: Path) -> None:
    """[ACCESS-40] One browser holds only so many connections without a hello, and none before it has joined."""
    async with staged(tmp_path, limits=Limits(connections_per_person=2, hello_timeout=30)) as stage:
        eve, person = await stage.join("Eve")
        for _ in range(2):
            await stage.closed_page(eve, person).connect()
        assert await knock(eve, stage.workshop, eve.address) == 403
        bob, _ = await stage.join("Bob")
        assert await knock(bob, stage.workshop, bob.address) == 101
        undecided = Browser(stage.server.address)
        await undecided.enter(stage.made)
        assert await knock(undecided, stage.workshop, undecided.address) == 403


async def test_names_are_fit_to_be_shown(tmp_path: Path) -> None:
    """[ACCESS-41] A name has something to see, and nothing that breaks lines or turns the direction of others' text."""
    async with staged(tmp_path) as stage:
        browser = Browser(stage.server.address)
        await browser.enter(stage.made)
        fay = await stage.page("Fay", "facilitator")
        for name in HIDDEN_OR_UNRULY:
            bodies = ({"name": name}, {"name": "Ann", "newOrganisation": name})
            for body in bodies:
                answer = await browser.request("POST", f"/w/{stage.workshop}/join", body)
                assert (answer.status, answer.json()["error"]) == (400, "invalid"), body
            made = {"title": name, "language": "nl", "templates": ["golden-triangle"]}
            assert (await browser.request("POST", "/api/workshops", made)).status == 400
            for intent in (
                {"type": "workshop.rename", "title": name},
                {"type": "organisation.rename", "id": "org-1", "name": name},
                {"type": "organisation.add", "id": f"{fay.writer}.o", "name": name},
            ):
                assert (await fay.refused(await fay.ask(intent)))["code"] == "invalid"
        for name in FINE:
            assert (await browser.request("POST", f"/w/{stage.workshop}/join", {"name": name})).status == 201, name


async def test_what_is_long_counts_for_more() -> None:
    """[FLOOD-42] A long message counts as several, so that what one connection brings is bounded in bytes as well."""
    budget = Budget(per_second=100, at_once=10)
    assert [budget.spend(1.0, 5), budget.spend(1.0, 5)] == [0, 0]
    assert budget.spend(1.0, 50) == pytest.approx(0.5)


async def test_a_flood_of_long_messages(tmp_path: Path) -> None:
    """[FLOOD-42] Who sends long messages is slowed down after fewer of them, and loses nothing."""
    limits = Limits(messages_at_once=20, messages_per_second=200, counts_once=1_000)
    async with staged(tmp_path, limits=limits) as stage:
        eve = await stage.page("Eve")
        item = await eve.note("x" * 9_000)
        long = {"type": "text.edit", "id": item, "edit": [{"at": 0, "remove": 9_000, "insert": "y" * 9_000}], "seen": 0}
        numbers = [await eve.ask({**long, "seen": 2}) for _ in range(6)]
        async with asyncio.timeout(20):
            await eve.saved(numbers[-1])
        assert {m["code"] for m in eve.heard if m["type"] == "notice"} == {"slow-down"}


async def test_slow_requests_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """[FLOOD-43] A connection that does not come to the end of a request in time is closed."""
    monkeypatch.setattr("raakvlak.web.server.HEAD_SECONDS", 0.2)
    async with staged(tmp_path, limits=Limits(body_timeout=0.2)) as stage:
        where = urlsplit(stage.server.address)
        head = f"POST /w/{stage.workshop}/enter HTTP/1.1\r\nHost: {where.netloc}\r\nContent-Length: 50\r\n\r\n{{"
        whole = f"GET /healthz HTTP/1.1\r\nHost: {where.netloc}\r\n\r\n"
        for said, answer in (("", b""), ("GET / HT", b""), (whole + "GET", b"HTTP/1.1 200"), (head, b"HTTP/1.1 408")):
            reader, writer = await asyncio.open_connection(where.hostname, where.port)
            writer.write(said.encode())
            async with asyncio.timeout(20):
                try:
                    heard = await reader.read()
                except ConnectionResetError:
                    heard = b""
            assert heard[: len(answer)] == answer, said
            writer.close()


async def test_pages_of_long_events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """[FLOOD-44] A page of the history ends where it is full, be it with few long events, and the next goes on."""
    monkeypatch.setattr("raakvlak.derive.history.PAGE_BYTES", 1)
    monkeypatch.setattr("raakvlak.derive.history.READ", 2)
    async with staged(tmp_path) as stage:
        eve = await stage.page("Eve")
        for _ in range(5):
            await eve.note("x" * 100)
        page = (await eve.browser.request("GET", f"/w/{stage.workshop}/events")).json()
        assert (len(page["events"]), page["more"]) == (2, True)
        assert len(await history(eve)) == 7


async def test_a_tail_of_long_events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """[FLOOD-44] Who comes back to more than is sent at once, be it few long events, gets a snapshot instead."""
    monkeypatch.setattr("raakvlak.live.stream.RECENT_BYTES", 1_000)
    monkeypatch.setattr("raakvlak.live.load.TAIL_BYTES", 1_000)
    async with staged(tmp_path) as stage:
        eve = await stage.page("Eve")
        position = (await eve.load())["position"]
        for _ in range(5):
            item = await eve.note("x" * 900)
        again = stage.closed_page(eve.browser, eve.person)
        await again.open({"streams": {"shared": {"position": position, "state": True}}})
        load = await again.load()
        assert load["position"]["seq"] == position["seq"] + 5
        assert load.get("events") is None
        assert item in records_of(load)
