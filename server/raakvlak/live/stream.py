"""One stream as the store holds it: loaded, followed, and told to the room."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, NamedTuple, TypeVar

from raakvlak.canvas.events import Position, decode_event
from raakvlak.canvas.state import StreamState, apply
from raakvlak.config import Rhythm
from raakvlak.log import HistoryLost, Log, Stored, StoreUnavailable, StreamName

logger = logging.getLogger(__name__)
T = TypeVar("T")

SERVER = "server"
"""Who is said to have done what the server does by itself."""
RECENT_EVENTS = 2_000
"""Events kept in memory for those who come back after a short while,"""
RECENT_BYTES = 16 * 1024 * 1024
"""as far as they fit in here; the last one in any case."""


class Lost(NamedTuple):
    """Why nothing can be added to the stream any more."""

    message: str


class Stream:
    """A stream and what it amounts to. Its state changes only in its turn."""

    def __init__(
        self,
        *,
        name: StreamName,
        log: Log,
        rhythm: Rhythm,
        publish: Callable[[Any, Position, Sequence[Stored]], None],
        trouble: Callable[[str, bool], None],
        losing: Callable[[str], None],
        may_forget: bool,
    ) -> None:
        """`may_forget`: something may be taken out of what the store holds of it."""
        self.name = name
        self.state = StreamState()
        self.recent: list[Stored] = []
        self.lost: Lost | None = None
        self.turn = asyncio.Lock()
        """Whoever has it may change the state; nothing is under way then."""
        self.snapshot: tuple[Position, bytes] | None = None
        """The last snapshot frame that was made, and where."""
        self._log = log
        self._rhythm = rhythm
        self._publish = publish
        self._trouble = trouble
        self._losing = losing
        self._may_forget = may_forget
        self._recent_bytes = 0
        self._behind = False
        """The server took something from this one: the shared stream may have gone on further than is known here."""

    @property
    def position(self) -> Position:
        return self.state.position

    async def load(self) -> None:
        """Fold all that the stream holds. Raises LogError or BrokenStreamError."""
        while stored := await self._log.read(self.name, self.position):
            self._apply(stored)
            self._remember(stored)

    async def look(self) -> None:
        """Take in all that the store holds by now. In its turn."""
        try:
            await self.persist(self._follow_all)
        except HistoryLost:
            await self.reread()

    async def reread(self) -> None:
        """Go on with what the store holds, if something was forgotten in it and nothing else. Raises HistoryLost."""
        if not await self.persist(self._reread):
            raise HistoryLost("expected the history that was saved before")

    async def _reread(self) -> bool:
        """Whether the store holds this stream with something forgotten in it, and then go on with that.

        Everything that was saved is still counted in it; a history that was cut off or replaced would not agree.
        """
        if not self._may_forget:
            return False
        fresh = StreamState()
        recent: list[Stored] = []
        agrees = False
        while stored := await self._log.read(self.name, fresh.position):
            for each in stored:
                apply(fresh, decode_event(each.event), each.position)
                agrees = agrees or (fresh.position.seq == self.position.seq and fresh.writers == self.state.writers)
            recent += stored
        if not agrees:
            return False
        self.state.become(fresh)
        self.recent, self._recent_bytes, self.snapshot = [], 0, None
        self._behind = True
        self._remember(recent)
        return True

    def lose(self, error: Exception) -> None:
        """The store no longer holds what was saved."""
        logger.error("Stream %s of workshop %s is read-only now", self.name.name, self.name.workshop, exc_info=error)
        self.lost = Lost(
            "expected the history that was saved before, but the store no longer holds it: "
            "nothing is lost here on screen, but nothing more can be added"
        )
        self._losing(self.name.name)

    async def _follow_all(self) -> None:
        while stored := await self._log.read(self.name, self.position):
            self.follow(stored)

    def follow(self, stored: Sequence[Stored]) -> None:
        """Take in what was appended behind where we are."""
        before = self.position
        self._apply(stored)
        self.publish(before, stored)

    def _apply(self, stored: Sequence[Stored]) -> None:
        for each in stored:
            event = decode_event(each.event)
            apply(self.state, event, each.position)
            self._behind = self._behind or event.by == SERVER

    def publish(self, before: Position, stored: Sequence[Stored]) -> None:
        """Tell the room what happened since `before`."""
        self._remember(stored)
        self._publish(self, before, stored)

    def _remember(self, stored: Sequence[Stored]) -> None:
        self.recent += stored
        self._recent_bytes += sum(len(each.event) for each in stored)
        gone = max(0, len(self.recent) - RECENT_EVENTS)
        left = self._recent_bytes - sum(len(each.event) for each in self.recent[:gone])
        while left > RECENT_BYTES and gone < len(self.recent) - 1:
            left -= len(self.recent[gone].event)
            gone += 1
        self._recent_bytes = left
        del self.recent[:gone]

    async def persist(self, attempt: Callable[[], Awaitable[T]]) -> T:
        """Try until the store answers."""
        pause = self._rhythm.retry_first
        troubled = False
        while True:
            try:
                result = await attempt()
            except StoreUnavailable as error:
                if not troubled:
                    logger.warning("Workshop %s waits to be saved: %s", self.name.workshop, error)
                    self._trouble(self.name.name, True)
                troubled = True
                await asyncio.sleep(pause)
                pause = min(pause * 2, self._rhythm.retry_longest)
            else:
                if troubled:
                    self._trouble(self.name.name, False)
                return result
