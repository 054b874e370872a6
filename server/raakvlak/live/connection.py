"""One websocket, from its first message to its end. Knows ASGI and time, nothing about canvases."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from raakvlak.config import Limits
from raakvlak.live.admission import admit
from raakvlak.live.line import Line
from raakvlak.live.member import Goodbye, Member, decode
from raakvlak.live.room import Room
from raakvlak.live.rooms import Rooms, UnknownWorkshopError
from raakvlak.log import LogError
from raakvlak.protocol import Close, Hello

logger = logging.getLogger(__name__)

Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

REASON_BYTES = 120
"""What a close frame has room for."""
EXPECTED_TEXT = "expected text, but got bytes"
SLOW_DOWN_PAUSE = 5.0
"""Seconds between two notices to slow down."""


class Gone(Exception):
    """The other side has closed the line."""


class Budget:
    """How fast a connection is read: a token bucket."""

    def __init__(self, per_second: float, at_once: int) -> None:
        self._per_second = per_second
        self._most = at_once
        self._left = float(at_once)
        self._at = 0.0

    def spend(self, now: float, messages: float = 1.0) -> float:
        """Take one message, or what costs as many; how many seconds to wait before reading the next."""
        self._left = min(self._most, self._left + (now - self._at) * self._per_second)
        self._at = now
        self._left -= messages
        return max(0.0, -self._left / self._per_second)


class Reading:
    """What one member says, no faster than they may: a line's Listener."""

    def __init__(self, member: Member, line: Line, limits: Limits) -> None:
        self._member = member
        self._line = line
        self._budget = Budget(limits.messages_per_second, limits.messages_at_once)
        self._counts_once = limits.counts_once
        self._loop = asyncio.get_running_loop()
        self._resting = False
        self._too_fast = False
        self._read_already: list[str] = []
        """Came with what was read before the line was paused: one read's worth at most."""
        self._told_at = -SLOW_DOWN_PAUSE
        member.relieved = self._go_on

    def said(self, text: str) -> None:
        if self._resting:
            self._read_already.append(text)
        elif not self._member.goodbye.done():
            self._take(text)

    def said_bytes(self) -> None:
        self._end(Goodbye(Close.INVALID, EXPECTED_TEXT))

    def gone(self) -> None:
        self._end(Gone())

    def writable(self) -> None:
        self._member.outbox.drain()

    def _end(self, why: Exception) -> None:
        if not self._member.goodbye.done():
            self._member.goodbye.set_exception(why)

    def _take(self, text: str) -> None:
        try:
            self._member.take(text)
        except Exception as error:  # a Goodbye, or a fault of ours: it ends this connection and no other
            self._end(error)
            return
        now = self._loop.time()
        pause = self._budget.spend(now, 1 + len(text) // self._counts_once)
        if pause:
            self._too_fast = True
            self._loop.call_later(pause, self._slowed_down)
            if now - self._told_at >= SLOW_DOWN_PAUSE:
                self._told_at = now
                self._member.slow_down()
        if self._too_fast or self._member.full:
            self._resting = True
            self._line.pause()

    def _slowed_down(self) -> None:
        self._too_fast = False
        self._go_on()

    def _go_on(self) -> None:
        if not self._resting or self._too_fast or self._member.full:
            return
        self._resting = False
        taken = 0
        for text in self._read_already:
            if self._resting:
                break
            self.said(text)
            taken += 1
        # Only these: to put all the others back each time would cost more than they do.
        del self._read_already[:taken]
        if not self._resting:
            self._line.resume()


class Connection:
    """A websocket of someone whose browser owns `persons` in this workshop."""

    def __init__(
        self,
        *,
        rooms: Rooms,
        limits: Limits,
        workshop: str,
        persons: frozenset[str],
        receive: Receive,
        send: Send,
        line: Line,
    ) -> None:
        self._rooms = rooms
        self._limits = limits
        self._workshop = workshop
        self._persons = persons
        self._receive = receive
        self._send = send
        self._line = line
        self._loop = asyncio.get_running_loop()

    async def run(self, said_hello: Callable[[], None]) -> None:
        """Serve until the end."""
        try:
            room, member = await self._admit()
        except Goodbye as refusal:
            await self._close(refusal)
            return
        except Gone:
            return
        finally:
            said_hello()
        member.outbox.open(self._line)
        self._line.listen(Reading(member, self._line, self._limits))
        try:
            goodbye = await member.goodbye
        except Gone:
            return
        except Goodbye as said:
            goodbye = said
        finally:
            room.leave(member)
            member.outbox.close()
        await self._close(goodbye)

    async def _admit(self) -> tuple[Room, Member]:
        try:
            hello = decode(await asyncio.wait_for(self._next(), self._limits.hello_timeout))
        except TimeoutError:
            raise Goodbye(Close.HELLO_TIMEOUT, f"expected hello within {self._limits.hello_timeout:g} s") from None
        if not isinstance(hello, Hello):
            raise Goodbye(Close.INVALID, "expected hello as the first message")
        if hello.person not in self._persons:
            raise Goodbye(Close.NOT_ADMITTED, "expected a person who joined from this browser")
        try:
            room = await self._rooms.get(self._workshop)
            return room, await admit(room, hello)
        except UnknownWorkshopError as error:
            raise Goodbye(Close.NOT_ADMITTED, str(error)) from error
        except LogError as error:
            logger.warning("Cannot open workshop %s: %s", self._workshop, error)
            raise Goodbye(Close.BUSY, "expected the store to answer, but it does not: try again") from error

    async def _next(self) -> str:
        """The next message's text. Raises Gone or Goodbye."""
        message = await self._receive()
        if message["type"] == "websocket.disconnect":
            raise Gone
        text = message.get("text")
        if not isinstance(text, str):
            raise Goodbye(Close.INVALID, EXPECTED_TEXT)
        return text

    async def _close(self, goodbye: Goodbye) -> None:
        """Say goodbye; a reader that does not read is cut off after `close_timeout`."""
        reason = goodbye.message.encode()[:REASON_BYTES].decode(errors="ignore")
        self._loop.call_later(self._limits.close_timeout, self._line.abort)
        try:
            await asyncio.wait_for(
                self._send({"type": "websocket.close", "code": goodbye.code, "reason": reason}),
                self._limits.close_timeout,
            )
        except (TimeoutError, OSError, RuntimeError):
            self._line.abort()
