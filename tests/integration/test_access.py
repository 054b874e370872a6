"""The door of a running server: where a page comes from, invites, passes, hello, and how many may come."""

import asyncio
import base64
import contextlib
import json
import socket
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import websockets
from integration.harness import PATIENCE, Browser, Page, running
from integration.stage import history, staged

from raakvlak.config import Limits
from raakvlak.protocol import VERSION, Close

FOREIGN = (
    "https://example.org",
    "http://127.0.0.1:1",
    "http://127.0.0.1",
    "null",
    "",
    "http://[",
    "http://127.0.0.1:x",
    "file://",
)
HANDSHAKE = (
    "GET /w/{workshop}/ws HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {cookie}\r\n"
    "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)


async def knock(browser: Browser, workshop: str, origin: str | None, cookie: str | None = None) -> int:
    """The status that the websocket's door answers with; 101 lets in."""
    cookie = browser.cookies.get(workshop, "") if cookie is None else cookie
    headers = {"Cookie": cookie} | ({} if origin is None else {"Origin": origin})
    address = f"{browser.address.replace('http', 'ws')}/w/{workshop}/ws"
    try:
        async with websockets.connect(address, additional_headers=headers):
            return 101
    except websockets.InvalidStatus as refused:
        return refused.response.status_code


async def entered(browser: Browser, workshop: str, cookie: str) -> int:
    """The status of entering with this cookie and nothing else."""
    visitor = Browser(browser.address)
    visitor.cookies[workshop] = cookie
    return (await visitor.request("POST", f"/w/{workshop}/enter", {})).status


# --- where a page comes from -----------------------------------------------------------------------------------------


async def test_only_our_own_pages_get_a_websocket(tmp_path: Path) -> None:
    """[ACCESS-20] The websocket opens for pages of this very address only: no other Origin, and none without."""
    async with staged(tmp_path) as stage:
        browser, _ = await stage.join("Ann")
        assert await knock(browser, stage.workshop, browser.address) == 101
        for origin in (*FOREIGN, browser.address + "/", browser.address.replace("http:", "ws:"), None):
            assert await knock(browser, stage.workshop, origin) == 403, origin


async def test_a_public_address_is_the_only_origin(tmp_path: Path) -> None:
    """[ACCESS-20] With a public address that one is the only Origin, whatever host was asked."""
    async with running(tmp_path, public_url="https://canvas.example.org") as server:
        browser = Browser(server.address)
        made = await browser.make()
        await browser.join(made, "Ann")
        assert await knock(browser, made["id"], "https://canvas.example.org") == 101
        for origin in (browser.address, "http://canvas.example.org", "https://canvas.example.org.evil.org"):
            assert await knock(browser, made["id"], origin) == 403, origin


async def test_posts_of_other_sites_are_refused(tmp_path: Path) -> None:
    """[ACCESS-21] A POST with a foreign Origin is refused with a sentence and does nothing."""
    async with staged(tmp_path) as stage:
        browser = Browser(stage.server.address)
        await browser.enter(stage.made)
        for origin in FOREIGN:
            answer = await browser.request(
                "POST", f"/w/{stage.workshop}/join", {"name": "Eve"}, headers={"Origin": origin}
            )
            assert (answer.status, answer.json()["error"]) == (403, "foreign-origin"), origin
        answer = await browser.request(
            "POST", f"/w/{stage.workshop}/join", {"name": "Ann"}, headers={"Origin": browser.address}
        )
        assert answer.status == 201
        ann = await stage.page_of(browser, answer.json()["person"])
        records = (await ann.load())["snapshot"]
        assert [record["name"] for record in records if record["kind"] == "person"] == ["Ann"]


# --- invites and passes ----------------------------------------------------------------------------------------------


async def test_only_a_valid_invite_opens(tmp_path: Path) -> None:
    """[ACCESS-22] A malformed or wrong invite opens nothing and is refused with a sentence."""
    async with staged(tmp_path) as stage:
        browser = Browser(stage.server.address)
        other = await browser.make()
        right = stage.made["links"]["participant"]["url"].partition("#")[2]
        foreign = other["links"]["facilitator"]["url"].partition("#")[2]
        altered = ("0" if right[0] != "0" else "1") + right[1:]
        for secret in ("", " ", "é", right[:-1], right + "0", right.upper(), altered, foreign, "%s|%s", "\u0000"):
            answer = await browser.request("POST", f"/w/{stage.workshop}/enter", {"secret": secret})
            assert (answer.status, answer.json()["error"]) == (403, "wrong-invite"), secret
        bodies: list[Any] = [{"secret": 4}, {"secret": "x" * 101}, {"secret": "\ud800"}, {"key": right}, []]
        for body in (*bodies, b"secret", b"\xff", b"[" * 60_000):
            answer = await browser.request("POST", f"/w/{stage.workshop}/enter", body)
            assert (answer.status, answer.json()["error"]) == (400, "invalid"), body
            assert answer.json()["message"].startswith("expected")
        answer = await browser.request("POST", f"/w/{stage.workshop}/enter", {"secret": "x" * 70_000})
        assert answer.status == 413
        assert stage.workshop not in browser.cookies


async def test_a_renewed_link_opens_nothing(tmp_path: Path) -> None:
    """[ACCESS-23] Once a role's link is renewed the older one opens nothing; who has joined goes on."""
    async with staged(tmp_path) as stage:
        fay = await stage.page("Fay", "facilitator")
        bob, person = await stage.join("Bob")
        undecided = Browser(stage.server.address)
        await undecided.enter(stage.made)
        await fay.saved(await fay.ask({"type": "invite.renew", "role": "participant"}))

        late = Browser(stage.server.address)
        secret = stage.made["links"]["participant"]["url"].partition("#")[2]
        answer = await late.request("POST", f"/w/{stage.workshop}/enter", {"secret": secret})
        assert (answer.status, answer.json()["error"]) == (403, "wrong-invite")
        assert (await undecided.request("POST", f"/w/{stage.workshop}/enter", {})).status == 401
        assert (await undecided.request("POST", f"/w/{stage.workshop}/join", {"name": "Eve"})).status == 401
        assert (await undecided.request("GET", f"/w/{stage.workshop}/events")).status == 401
        assert (await bob.request("POST", f"/w/{stage.workshop}/join", {"name": "Eve"})).status == 403

        await (await stage.page_of(bob, person)).note("I am still here")
        links = (await fay.browser.request("GET", f"/w/{stage.workshop}/links")).json()
        await late.join({"id": stage.workshop, "links": links}, "Cas")
        await late.enter(stage.made, "observer")


async def test_forged_passes_open_nothing(tmp_path: Path) -> None:
    """[ACCESS-24] A cookie that this server did not sign for this workshop opens nothing."""
    async with staged(tmp_path) as stage:
        browser, _ = await stage.join("Ann")
        fay, _ = await stage.join("Fay", "facilitator")
        right = browser.cookies[stage.workshop]
        body, _, signature = right.removeprefix("raakvlak=").partition(".")
        held = json.loads(base64.urlsafe_b64decode(body + "=="))
        promoted = base64.urlsafe_b64encode(json.dumps({**held, "role": "facilitator"}).encode()).decode().rstrip("=")
        elsewhere = await browser.make()
        await browser.join(elsewhere, "Ann")
        forged = [
            "",
            "raakvlak=",
            "raakvlak=.",
            f"raakvlak={body}",
            f"raakvlak={body}.",
            f"raakvlak={body}.{'0' * 32}",
            f"raakvlak={body}.{signature[:-1]}",
            f"raakvlak={body}x.{signature}",
            f"raakvlak={promoted}.{signature}",
            f"raakvlak={body}.{fay.cookies[stage.workshop].partition('.')[2]}",
            browser.cookies[elsewhere["id"]],
            f"raakvlak={'A' * 4_000}.{signature}",
            f"raakvlak=\xe9.{signature}",
            'raakvlak; =; "',
            f"other={body}.{signature}",
        ]
        for cookie in forged:
            assert await knock(browser, stage.workshop, browser.address, cookie) == 403, cookie
            assert await entered(browser, stage.workshop, cookie) == 401, cookie
        assert await knock(browser, stage.workshop, browser.address, right) == 101
        assert await entered(browser, stage.workshop, right) == 200


# --- hello -----------------------------------------------------------------------------------------------------------


async def greeted(page: Page, hello: object) -> tuple[int, str]:
    """How the line ends after this as the first message."""
    await page.connect()
    await page.say(hello)
    ending = await page.until_closed()
    assert page.heard == []
    return ending


async def test_hello_is_judged(tmp_path: Path) -> None:
    """[ACCESS-25] Only a hello of this version by a person who joined from this browser is welcomed."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        bob, person = await stage.join("Bob")
        page = stage.closed_page(bob, person)
        good = {"type": "hello", "v": VERSION, "person": person}
        assert (await greeted(page, {**good, "person": ann.person}))[0] == Close.NOT_ADMITTED
        assert (await greeted(page, {**good, "person": "0000000000"}))[0] == Close.NOT_ADMITTED
        assert (await greeted(page, {**good, "person": "server"}))[0] == Close.NOT_ADMITTED
        assert (await greeted(page, {**good, "v": VERSION + 1}))[0] == Close.VERSION
        assert (await greeted(page, {**good, "writer": ann.writer}))[0] == Close.INVALID
        assert (await greeted(page, {**good, "streams": {"everything": {}}}))[0] == Close.INVALID
        assert (await greeted(page, {**good, "person": person + "\n"}))[0] == Close.INVALID
        assert (await greeted(page, "hello"))[0] == Close.INVALID
        code, reason = await greeted(page, {"type": "here"})
        assert (code, reason) == (Close.INVALID, "expected hello as the first message")
        await page.open()


async def test_hello_has_to_come_soon(tmp_path: Path) -> None:
    """[ACCESS-26] A connection that does not say hello in time is closed, with a code that says so."""
    async with staged(tmp_path, limits=Limits(hello_timeout=0.2)) as stage:
        browser, person = await stage.join("Ann")
        page = await stage.closed_page(browser, person).connect()
        assert await page.until_closed() == (Close.HELLO_TIMEOUT, "expected hello within 0.2 s")


# --- how many may come -----------------------------------------------------------------------------------------------


async def test_silent_connections_are_bounded(tmp_path: Path) -> None:
    """[ACCESS-27] So many connections may be without a hello; beyond it the door is closed until one has said it."""
    async with staged(tmp_path, limits=Limits(waiting_connections=3, hello_timeout=30)) as stage:
        browser, person = await stage.join("Ann")
        silent = [await stage.closed_page(browser, person).connect() for _ in range(3)]
        assert await knock(browser, stage.workshop, browser.address) == 403
        await silent[0].say({"type": "hello", "v": VERSION, "person": person})
        await silent[0].load()
        assert await knock(browser, stage.workshop, browser.address) == 101


async def test_connections_that_vanish_do_not_count(tmp_path: Path) -> None:
    """[ACCESS-27] Connections that vanish at once, even before the door has answered, keep nobody out."""
    async with staged(tmp_path, limits=Limits(waiting_connections=3, hello_timeout=30)) as stage:
        browser, _ = await stage.join("Ann")
        where = urlsplit(browser.address)
        handshake = HANDSHAKE.format(
            workshop=stage.workshop, host=where.netloc, cookie=browser.cookies[stage.workshop]
        ).encode()
        for _ in range(12):
            with socket.create_connection((where.hostname, where.port or 80)) as line:
                line.sendall(handshake)
        async with asyncio.timeout(PATIENCE):
            while await knock(browser, stage.workshop, browser.address) != 101:
                pass


async def test_connections_are_bounded(tmp_path: Path) -> None:
    """[ACCESS-28] A workshop takes so many connections, a person so many tabs; who is one too many may try again."""
    async with staged(tmp_path, limits=Limits(connections=4, connections_per_person=2)) as stage:
        ann = await stage.page("Ann")
        again = await stage.tab(ann)
        third = stage.closed_page(ann.browser, ann.person)
        hello = {"type": "hello", "v": VERSION, "person": ann.person}
        assert await greeted(third, hello) == (Close.BUSY, "expected at most 2 tabs of one person")
        await stage.page("Bob")
        await stage.page("Cas")
        browser, person = await stage.join("Dan")
        page = stage.closed_page(browser, person)
        assert await greeted(page, {**hello, "person": person}) == (
            Close.BUSY,
            "expected at most 4 connections to a workshop",
        )
        await again.close()
        await until_welcome(page)


async def until_welcome(page: Page) -> None:
    """Try to come in until there is room: the server may take a moment to see that somebody left."""
    async with asyncio.timeout(PATIENCE):
        while not page.writer:
            with contextlib.suppress(AssertionError):
                await page.open()


@pytest.mark.parametrize(
    ("limits", "status"), [(Limits(people=2), 409), (Limits(joins_per_minute=2), 429)], ids=["people", "a minute"]
)
async def test_joining_is_bounded(tmp_path: Path, limits: Limits, status: int) -> None:
    """[ACCESS-29] A workshop takes so many people, and so many in a minute; the refusal says so."""
    async with staged(tmp_path, limits=limits) as stage:
        await stage.join("Ann")
        browser, _ = await stage.join("Bob")
        answer = await browser.request("POST", f"/w/{stage.workshop}/join", {"name": "Cas"})
        assert answer.status == status
        assert answer.json()["message"].startswith("expected")


async def test_unknown_workshops(tmp_path: Path) -> None:
    """[ACCESS-30] Where there is no workshop nothing opens, whatever the address looks like."""
    async with running(tmp_path) as server:
        browser = Browser(server.address)
        for workshop in ("nothing", "%00", "%ff", "..", "%2e%2e", "shared", "é".encode().hex(), "x" * 2_000):
            answer = await browser.request("POST", f"/w/{workshop}/enter", {"secret": "x"})
            assert (answer.status, answer.json()["error"]) == (404, "unknown-workshop"), workshop
        assert await knock(browser, "nothing", browser.address) == 403
        assert server.errors == []


# --- who may do what -------------------------------------------------------------------------------------------------


async def test_an_observer_only_looks_on(tmp_path: Path) -> None:
    """[RIGHT-20] Whatever an observer asks for, also in their own stream, is refused; they see what others do."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        item = await ann.note("look")
        obi = await stage.page("Obi", "observer")
        seen = (await obi.load())["position"]["seq"]
        place = {"frame": "figure", "u": 0.1, "v": 0.1}
        own = f"person:{obi.person}"
        asked = [
            ({"type": "item.create", "items": [{**_note(f"{obi.writer}.1"), "author": ann.person}]}, "shared"),
            ({"type": "item.move", "moves": [{"id": item, "place": place}]}, "shared"),
            ({"type": "text.edit", "id": item, "edit": [{"at": 0, "insert": "!"}], "seen": seen}, "shared"),
            ({"type": "item.delete", "ids": [item]}, "shared"),
            ({"type": "undo"}, "shared"),
            ({"type": "item.create", "items": [_note(f"{obi.writer}.1")]}, own),
        ]
        for intent, stream in asked:
            n = await obi.ask(intent, stream)
            assert (await obi.refused(n, stream))["code"] == "not-allowed", intent
        await obi.saved(await ann.ask({"type": "item.delete", "ids": [item]}), writer=ann.writer)
        assert {event["by"] for event in await history(ann)} == {"server", ann.person}


def _note(item: str) -> dict[str, object]:
    place = {"frame": "figure", "u": 0.5, "v": 0.5}
    return {"kind": "sticky", "id": item, "canvas": "canvas-1", "place": place, "author": "x"}


async def test_what_only_facilitators_may(tmp_path: Path) -> None:
    """[RIGHT-21] Participants neither change the workshop, nor see its links, nor reach the facilitators' stream."""
    async with staged(tmp_path) as stage:
        fay = await stage.page("Fay", "facilitator")
        ann = await stage.page("Ann")
        item = await ann.note()
        for intent in (
            {"type": "workshop.rename", "title": "Mine"},
            {"type": "invite.renew", "role": "facilitator"},
            {"type": "canvas.add", "id": f"{ann.writer}.c", "template": "golden-triangle"},
            {"type": "canvas.set", "id": "canvas-1", "settings": {"centre": 0.5}},
            {"type": "organisation.add", "id": f"{ann.writer}.o", "name": "Oost"},
            {"type": "item.lock", "ids": [item], "locked": True},
        ):
            assert (await ann.refused(await ann.ask(intent)))["code"] == "not-allowed", intent
        for stream in ("facilitators", f"person:{fay.person}", "person:nobody"):
            n = await ann.ask({"type": "item.create", "items": [_note(f"{ann.writer}.x")]}, stream)
            assert (await ann.refused(n, stream))["code"] == "not-allowed"
            answer = await ann.browser.request("GET", f"/w/{stage.workshop}/events?stream={stream}")
            assert answer.status == 403
        assert (await ann.browser.request("GET", f"/w/{stage.workshop}/links")).status == 403
        n = await fay.ask({"type": "item.create", "items": [_note(f"{fay.writer}.x")]}, "facilitators")
        assert (await fay.refused(n, "facilitators"))["code"] == "invalid"  # notes about steps stand there, no items
        for intent in (
            {"type": "memo.open", "step": "canvas-1.step-1"},
            {"type": "text.edit", "id": "memo.canvas-1.step-1", "edit": [{"at": 0, "insert": "between us"}], "seen": 1},
        ):
            await fay.saved(await fay.ask(intent, "facilitators"), "facilitators")
        assert len(await history(fay, "facilitators")) == 2
        assert all("between us" not in frame for frame in ann.raw)
