"""The stores as the log's tests need them: opened, opened again, and a listener that remembers."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Protocol

from integration.redis_server import RedisServer

from raakvlak.canvas.events import START, Position, next_position
from raakvlak.log import Appended, Conflict, Log, Stored, StreamName
from raakvlak.log.redis import RedisLog
from raakvlak.log.sqlite import SqliteLog

PATIENCE = 20.0
"""Seconds after which something that should have happened never will."""
SHARED = StreamName("ws-1", "shared")


class Store(Protocol):
    """A place where logs can be opened."""

    def log(self) -> Log:
        """A log on it, not started."""


class SqliteStore:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def log(self) -> Log:
        return SqliteLog(self.folder)


class RedisStore:
    def __init__(self, server: RedisServer) -> None:
        self.server = server

    def log(self) -> Log:
        return RedisLog(self.server.url)


@asynccontextmanager
async def opened(log: Log) -> AsyncIterator[Log]:
    """The log, started; closed at the end."""
    await log.start()
    try:
        yield log
    finally:
        await log.close()


class Heard:
    """A listener that remembers what it was told."""

    def __init__(self) -> None:
        self.appends: list[tuple[str, Position, list[Stored]]] = []
        self.gaps = 0
        self.messages: list[bytes] = []
        self._changed = asyncio.Event()

    def appended(self, stream: str, after: Position, events: Sequence[Stored]) -> None:
        self.appends.append((stream, after, list(events)))
        self._changed.set()

    def gap(self) -> None:
        self.gaps += 1
        self._changed.set()

    def said(self, message: bytes) -> None:
        self.messages.append(message)
        self._changed.set()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for it, looking whenever something was heard."""
        async with asyncio.timeout(PATIENCE):
            while not condition():
                self._changed.clear()
                await self._changed.wait()


async def until(condition: Callable[[], bool]) -> None:
    """Look again and again, for what nobody tells of."""
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


def stored(after: Position, *events: bytes) -> list[Stored]:
    """The events as they are stored after this position."""
    found: list[Stored] = []
    for event in events:
        after = next_position(after, event)
        found.append(Stored(after, event))
    return found


async def add(log: Log, stream: StreamName, after: Position, *events: bytes) -> Position:
    """Append where nobody else does; the position after it."""
    outcome = await log.append(stream, after, events)
    if not isinstance(outcome, Appended):
        raise TypeError(f"expected to append after {after}, but {outcome}")
    return outcome.events[-1].position


async def add_anyhow(log: Log, stream: StreamName, after: Position, event: bytes) -> Position:
    """Append, going on from what others appended first, as a sequencer does; the position after it."""
    while isinstance(outcome := await log.append(stream, after, [event]), Conflict):
        after = outcome.missed[-1].position
    return outcome.events[-1].position


async def everything(log: Log, stream: StreamName) -> list[bytes]:
    """All events of a stream, in order."""
    events: list[bytes] = []
    after = START
    while page := await log.read(stream, after):
        events += [each.event for each in page]
        after = page[-1].position
    return events
