"""The load generator: many clients of one server in this process, moving at a steady pace whatever the server does."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import NamedTuple

import numpy as np
from picows import WSFrame, WSListener, WSMsgType, WSTransport, ws_connect

from benchmarks.machine import cpu_seconds
from benchmarks.tally import PROBES, Tally
from benchmarks.wires import Heard, Wire

PATIENCE = 30.0
"""Seconds after which something that should have happened never will."""
BURST = 200
"""Moves that are sent at once, when behind, before listening again."""
PAUSE = 0.001
"""Seconds between looking whether someone has to move."""
FRAMES_KNOWN = 4_000
"""Everyone in a room gets the same frames: these many are kept as read."""
OPENING = 8
"""Clients that come in at the same time."""


class Line(WSListener):
    """One client."""

    def __init__(self, index: int, crowd: "Crowd") -> None:
        super().__init__()
        self.index = index
        self.probe = False
        self.closed = False
        self._crowd = crowd
        self._kind = WSMsgType.BINARY if crowd.wire.binary else WSMsgType.TEXT
        self._transport: WSTransport | None = None
        self._wanted: tuple[Callable[[bytes], bool], asyncio.Future[bytes]] | None = None

    def on_ws_connected(self, transport: WSTransport) -> None:
        self._transport = transport

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        self.closed = True

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        payload = frame.get_payload_as_bytes()
        if self._wanted and self._wanted[0](payload):
            self._wanted[1].set_result(payload)
            self._wanted = None
        heard = self._crowd.heard(payload)
        if heard:
            self._crowd.tally.hear(self.index, heard, self.probe)

    def say(self, message: bytes) -> None:
        """Send this."""
        if self._transport and not self.closed:
            self._transport.send(self._kind, message)

    def until(self, wanted: Callable[[bytes], bool]) -> Awaitable[bytes]:
        """The first frame from now on that is wanted."""
        found: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._wanted = wanted, found
        return asyncio.wait_for(found, PATIENCE)

    def leave(self) -> None:
        """Close the line."""
        if self._transport:
            self._transport.disconnect()


class Step(NamedTuple):
    """What a while of moving came to."""

    people: int
    pace: float
    """Moves a second of each person."""
    deliveries: float
    """A second."""
    offered: float
    """Deliveries a second, had everything that was said come through."""
    p50: float
    p99: float
    replaced: float
    server: float
    """The share of a core that the server used."""
    server_per_million: float
    """CPU seconds of the server for a million deliveries."""
    generator: float
    """The share of a core that this process used."""

    @property
    def keeps_up(self) -> bool:
        """Whether nearly everything came through."""
        return self.deliveries > 0.97 * self.offered


class Crowd:
    """Clients of the server with this process id."""

    def __init__(self, wire: Wire, pid: int, people: int, moves: int) -> None:
        self.wire = wire
        self.lines: list[Line] = []
        self.said = [0] * people
        """How many moves each client has said."""
        self.tally = Tally(people, moves)
        self._pid = pid
        self._known: dict[bytes, Heard | None] = {}

    def heard(self, payload: bytes) -> Heard | None:
        """What is in a frame."""
        try:
            return self._known[payload]
        except KeyError:
            if len(self._known) > FRAMES_KNOWN:
                self._known.clear()
            found = self._known[payload] = self.wire.read(payload)
            return found

    async def grow(self, people: int, moving: bool = True) -> None:
        """Be this many, who can move unless not `moving`."""
        await self.wire.prepare(people)
        turn = asyncio.Semaphore(OPENING)

        async def one(index: int) -> Line:
            async with turn:
                line = await self.open(index)
                await self.wire.enter(line)
                if moving:
                    await self.wire.make_ready(line)
                return line

        self.lines += await asyncio.gather(*map(one, range(len(self.lines), people)))
        spread = max(1, people // PROBES)
        for line in self.lines:
            line.probe = line.index % spread == 0

    async def open(self, index: int) -> Line:
        """One more client that has said nothing yet, and is not counted."""
        address, headers = self.wire.address(index)
        line = Line(index, self)
        await ws_connect(lambda: line, address, extra_headers=headers, max_frame_size=2**26)
        return line

    async def move(self, pace: float, settle: float, seconds: float) -> Step:
        """Everyone moves at this pace; what came of it after `settle` seconds."""
        moving = asyncio.create_task(self._move(pace))
        try:
            await asyncio.sleep(settle)
            self.tally.begin()
            said, used = sum(self.said), (cpu_seconds(self._pid), time.process_time())
            began = time.perf_counter()
            await asyncio.sleep(seconds)
            took = time.perf_counter() - began
            server, generator = cpu_seconds(self._pid) - used[0], time.process_time() - used[1]
            span = self.tally.end()
            offered = (sum(self.said) - said) * (len(self.lines) - 1)
        finally:
            moving.cancel()
            await asyncio.gather(moving, return_exceptions=True)
        self._still_here()
        return Step(
            len(self.lines),
            pace,
            span.deliveries / took,
            offered / took,
            span.p50,
            span.p99,
            span.replaced,
            server / took,
            server / max(span.deliveries, 1) * 1e6,
            generator / took,
        )

    def _still_here(self) -> None:
        gone = sum(line.closed for line in self.lines)
        if gone:
            raise RuntimeError(f"expected {len(self.lines)} clients to stay, but {gone} were sent away")

    async def _move(self, pace: float) -> None:
        """One client after the other, evenly over time, so that all do not move at the same moment."""
        people = len(self.lines)
        gap = 1 / (pace * people)
        began, done = time.perf_counter(), 0
        while True:
            now = time.perf_counter()
            due = int((now - began) / gap) + 1
            for _ in range(min(due - done, BURST)):
                self._say_next(done % people)
                done += 1
            # Rounded up, for uvloop rounds short pauses down to none, and would spin.
            await asyncio.sleep(0 if done < due else max(PAUSE, began + done * gap - now))

    def _say_next(self, index: int) -> None:
        number = self.said[index] = self.said[index] + 1
        self.tally.sent_at[index, number] = time.perf_counter()
        self.lines[index].say(self.wire.move(index, number))

    async def until_heard(self) -> bool:
        """Wait until everyone has heard everything that was said; whether that happened in time."""
        people = len(self.lines)
        said = np.array(self.said[:people])
        deadline = time.perf_counter() + PATIENCE
        while not (self.tally.last[:people, :people] == said).all():
            if time.perf_counter() > deadline:
                return False
            await asyncio.sleep(0.05)
        return True
