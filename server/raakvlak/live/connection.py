"""One websocket, from its first message to its end. Knows ASGI and time, nothing about canvases."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from raakvlak.config import Limits
from raakvlak.live.member import Goodbye, Member, decode
from raakvlak.live.room import Room
from raakvlak.live.rooms import Rooms, UnknownWorkshopError
from raakvlak.log import LogError
from raakvlak.protocol import Close, Hello

logger = logging.getLogger(__name__)

Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Abort = Callable[[], None]

REASON_BYTES = 120
"""What a close frame has room for."""
SLOW_DOWN_PAUSE = 5.0
"""Seconds between two notices to slow down."""


class Gone(Exception):  # noqa: N818 - how every connection ends
    """The other side has closed the line."""


class Budget:
    """How fast a connection is read: a token bucket."""

    def __init__(self, per_second: float, at_once: int) -> None:
        self._per_second = per_second
        self._most = at_once
        self._left = float(at_once)
        self._at = 0.0

    def spend(self, now: float) -> float:
        """Take one message; how many seconds to wait before reading the next."""
        self._left = min(self._most, self._left + (now - self._at) * self._per_second)
        self._at = now
        self._left -= 1
        return max(0.0, -self._left / self._per_second)


class Connection:
    """A websocket of someone whose browser owns `persons` in this workshop."""

    def __init__(
        self, *, rooms: Rooms, limits: Limits, workshop: str, persons: frozenset[str], receive: Receive, send: Send
    ) -> None:
        self._rooms = rooms
        self._limits = limits
        self._workshop = workshop
        self._persons = persons
        self._receive = receive
        self._send = send
        self._loop = asyncio.get_running_loop()

    async def run(self, abort: Abort, said_hello: Callable[[], None]) -> None:
        """Serve until the end. `abort` cuts the line off without asking the other side."""
        try:
            room, member = await self._admit()
        except Goodbye as goodbye:
            await self._close(goodbye, abort)
            return
        except Gone:
            return
        finally:
            said_hello()
        tasks: set[asyncio.Future[Any]] = {
            asyncio.create_task(self._read(member)),
            asyncio.create_task(member.outbox.drain(self._send_text)),
            member.goodbye,
        }
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            room.leave(member)
            ending = _why([task for task in tasks if task.done() and not task.cancelled()])
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        if ending:
            await self._close(ending, abort)

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
            return room, await room.admit(hello)
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
            raise Goodbye(Close.INVALID, "expected text, but got bytes")
        return text

    async def _read(self, member: Member) -> None:
        budget = Budget(self._limits.messages_per_second, self._limits.messages_at_once)
        told_at = -SLOW_DOWN_PAUSE
        while True:
            member.take(await self._next())
            now = self._loop.time()
            if pause := budget.spend(now):
                if now - told_at >= SLOW_DOWN_PAUSE:
                    told_at = now
                    member.slow_down()
                await asyncio.sleep(pause)
            await member.may_say_more()

    async def _send_text(self, frame: str) -> None:
        await self._send({"type": "websocket.send", "text": frame})

    async def _close(self, goodbye: Goodbye, abort: Abort) -> None:
        """Say goodbye; a reader that does not read is cut off after `close_timeout`."""
        reason = goodbye.message.encode()[:REASON_BYTES].decode(errors="ignore")
        self._loop.call_later(self._limits.close_timeout, abort)
        try:
            await asyncio.wait_for(
                self._send({"type": "websocket.close", "code": goodbye.code, "reason": reason}),
                self._limits.close_timeout,
            )
        except (TimeoutError, OSError, RuntimeError):
            abort()


def _why(done: list["asyncio.Future[Any]"]) -> Goodbye | None:
    """Why the connection ends; None when the other side has gone. Raises what went wrong here."""
    for task in done:
        error = task.exception()
        if error is None:
            goodbye = task.result()
            return goodbye if isinstance(goodbye, Goodbye) else None
        if isinstance(error, Goodbye):
            return error
        if not isinstance(error, Gone | OSError):
            raise error
    return None
