"""Somebody who sends far more than people do, and somebody who does not read: the others must not notice."""

import asyncio
import contextlib
import socket
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

import websockets
from faults.author import Author
from faults.deeds import agree, author
from integration.harness import Page, sticky
from integration.programs import wait_until
from integration.stage import Stage, staged
from integration.whereabouts import HERE, heard_of, last_of, until_last

from raakvlak.config import Limits
from raakvlak.protocol import Close
from raakvlak.web.server import FIDGETS

FLOOD = 3_000
FLOODED = Limits(messages_per_second=3_000, messages_at_once=300, unsaved=100)
BIG = "😀" * 10_000
"""A text of 40,000 bytes."""
ENOUGH = 600
"""Big notes that fill whatever lies between the server and a reader: 24 MB."""
ESTABLISHED = "01"


async def test_a_flood_of_intents(tmp_path: Path) -> None:
    """[FLOOD-20] Who floods is told to slow down and loses nothing; others' changes wait for few of theirs."""
    async with staged(tmp_path, limits=FLOODED) as stage:
        eve, bob = await stage.page("Eve"), await author(stage, "Bob")
        flooding = asyncio.create_task(_flood(eve))
        await bob.until(lambda: position(bob) > 50)
        overtaken = []
        for number in range(10):
            before = position(bob)
            await bob.ask_for(sticky(f"{bob.writer}.{number}"))
            await bob.settled()
            overtaken.append(position(bob) - before)
        assert position(bob) < FLOOD, "the flood was over too soon to show anything"
        # What Eve had under way when Bob asked, and a little that Bob had not heard of yet; never the flood.
        assert max(overtaken) < FLOODED.messages_at_once + 3 * FLOODED.unsaved
        await flooding
        await eve.saved(FLOOD)
        assert {m["code"] for m in eve.heard if m["type"] == "notice"} == {"slow-down"}
        assert [m for m in eve.heard if m["type"] == "refused"] == []
        assert bob.notices == []
        await agree(stage.server.log, stage.workshop, [bob])
        assert len(bob.items()) == FLOOD + 10


async def _flood(eve: Page) -> None:
    for number in range(FLOOD):
        await eve.ask(sticky(f"{eve.writer}.{number}"))


def position(page: Author) -> int:
    """How many shared events the page has heard."""
    return page.account.streams["shared"].position.seq


async def test_a_flood_of_presence(tmp_path: Path) -> None:
    """[FLOOD-23] Who floods with presence costs the others at most a frame a tick, and ends where they said last."""
    async with staged(tmp_path, limits=FLOODED) as stage:
        eve, bob = await stage.page("Eve"), await stage.page("Bob")
        for number in range(FLOOD):
            await eve.say({**HERE, "x": number, "y": 0})
        await until_last(bob, eve.writer, x=FLOOD - 1)
        assert len(heard_of(bob, eve.writer)) < FLOOD / 10
        await eve.hear(lambda m: m["type"] == "notice" and m["code"] == "slow-down")


async def test_a_flood_of_nothing(tmp_path: Path) -> None:
    """[FLOOD-24] Who sends only pings, or a message in ever more empty pieces, is cut off; a few of these are fine."""
    async with staged(tmp_path) as stage:
        bob = await stage.page("Bob")
        eve = await stage.page("Eve")
        for _ in range(50):
            await (await eve.line.ping())
        await eve.line.send(iter(['{"type":', *[""] * 100, '"here"}']))
        await eve.note("in one piece")
        with contextlib.suppress(websockets.ConnectionClosed):
            for _ in range(FIDGETS):
                await eve.line.ping()
            await eve.line.wait_closed()
        assert (await eve.until_closed())[0] == 1006
        eve = await stage.tab(eve)
        with contextlib.suppress(websockets.ConnectionClosed):
            await eve.line.send(iter(['{"type":', *[""] * FIDGETS, '"here"}']))
        assert (await eve.until_closed())[0] == 1006
        await bob.note("undisturbed")


class Reader(Author):
    """A page that can stop reading, with hardly any room for what it does not read."""

    async def connect(self, origin: str | None = None) -> Self:
        """As a page does."""
        where = urlsplit(self.browser.address)
        line = socket.socket()
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.connect((where.hostname, where.port))
        line.setblocking(False)
        self._line = await websockets.connect(
            f"{self.browser.address.replace('http', 'ws')}/w/{self.workshop}/ws",
            sock=line,
            origin=websockets.Origin(self.browser.address),
            additional_headers={"Cookie": self.browser.cookies[self.workshop]},
            max_size=None,
            max_queue=1,
            compression=None,
            ping_interval=None,
        )
        self.closed = None
        self.heard.clear()
        self.read_on()
        return self

    def read_on(self) -> None:
        """Read all that there is, and all that comes."""
        self._listening = asyncio.create_task(self._listen())

    def hurry(self) -> None:
        """Read on with as much room as others have."""
        self.line.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 * 1024 * 1024)
        self.read_on()

    async def stop_reading(self) -> None:
        """Leave everything unread."""
        if self._listening:
            self._listening.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._listening

    def connected(self) -> bool:
        """Whether the server still holds the connection, as the kernel tells."""
        ours, theirs = (f"{self.line.transport.get_extra_info(name)[1]:04X}" for name in ("sockname", "peername"))
        lines = Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]
        ends = [line.split()[1:4] for line in lines]
        return any((a[-4:], b[-4:], state) == (theirs, ours, ESTABLISHED) for a, b, state in ends)


async def reader(stage: Stage) -> Reader:
    """Somebody who can stop reading, and whom the others see."""
    browser, person = await stage.join("Rik")
    page = stage.keep(Reader(browser, stage.workshop, person, "Rik"))
    await page.resume()
    await page.say({**HERE, "x": 9, "y": 9})
    return page


async def test_who_does_not_read_is_let_go(tmp_path: Path) -> None:
    """[FLOOD-21] A page that stops reading is let go after a bounded amount and time; others go on, it may return."""
    limits = Limits(outbox_bytes=256 * 1024, close_timeout=0.2, messages_per_second=10_000)
    async with staged(tmp_path, limits=limits) as stage:
        ann, bob = await author(stage, "Ann"), await author(stage, "Bob")
        rik = await reader(stage)
        await until_last(bob, rik.writer)
        assert rik.connected()
        await rik.stop_reading()
        for number in range(ENOUGH):
            await ann.ask_for(sticky(f"{ann.writer}.{number}", BIG))
            await ann.until(lambda: len(ann.waiting) < 10)
            if last_of(bob, rik.writer) is None:
                break
        assert last_of(bob, rik.writer) is None, f"{ENOUGH} big notes later Rik was still there"
        await asyncio.to_thread(wait_until, lambda: not rik.connected(), lambda: False, lambda: "Rik is connected")
        rik.hurry()
        code, _ = await rik.until_closed()
        assert code in (Close.RESYNC, 1006)
        await rik.resume()
        await agree(stage.server.log, stage.workshop, [ann, bob, rik])


async def test_a_slow_reader_catches_up(tmp_path: Path) -> None:
    """[FLOOD-22] A slow reader misses no event; of presence it skips what is over, not who is where nor who left."""
    limits = Limits(outbox_bytes=64 * 1024 * 1024, messages_per_second=10_000)
    async with staged(tmp_path, limits=limits) as stage:
        ann, bob, cas = [await author(stage, name) for name in ("Ann", "Bob", "Cas")]
        rik = await reader(stage)
        for page in (bob, cas):
            await page.say({**HERE, "x": 1, "y": 1})
            await until_last(rik, page.writer)
        await rik.stop_reading()
        for number in range(ENOUGH // 2):
            await ann.ask_for(sticky(f"{ann.writer}.{number}", BIG))
            await ann.until(lambda: len(ann.waiting) < 10)
        await ann.settled()
        for number in range(40):
            await bob.say({**HERE, "x": number, "y": 2})
            await until_last(ann, bob.writer, x=number)
        await cas.close()
        await ann.until(lambda: last_of(ann, cas.writer) is None)
        await bob.say({**HERE, "x": 40, "y": 2})
        await until_last(ann, bob.writer, x=40)
        rik.hurry()
        await until_last(rik, bob.writer, x=40)
        await rik.until(lambda: last_of(rik, cas.writer) is None)
        assert len(heard_of(rik, bob.writer)) < 20
        await agree(stage.server.log, stage.workshop, [ann, bob, rik])
