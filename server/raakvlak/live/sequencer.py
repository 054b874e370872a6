"""One stream of a running workshop: intents in, events out, in one order.

Intents queue; a batch is decided on a fork of the state, appended as one, and only when it is on disk absorbed,
answered and published. While the store does not answer, the batch is tried again (appending is idempotent) and
nothing is shown to anyone. If another worker appended first, its events are applied and the batch decided again.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from raakvlak.canvas.events import START, Position, decode_event, encode_event, next_position
from raakvlak.canvas.forgetting import thinned
from raakvlak.canvas.state import StreamState, apply
from raakvlak.canvas.template import Template
from raakvlak.config import Rhythm
from raakvlak.live.judge import Asked, Judge, Judged
from raakvlak.log import Conflict, HistoryLost, Log, Stored, StoreUnavailable, StreamName
from raakvlak.stopping import stop

logger = logging.getLogger(__name__)
T = TypeVar("T")

SERVER = "server"
"""Who is said to have done what the server does by itself."""
BATCH = 500
"""Intents that are decided and appended as one."""
RECENT_EVENTS = 2_000
"""Events kept in memory for those who come back after a short while,"""
RECENT_BYTES = 16 * 1024 * 1024
"""as far as they fit in here; the last one in any case."""
HEARD = 1_000
"""Announcements by other workers that may wait while a batch is being appended."""


class Lost(NamedTuple):
    """Why nothing can be added to the stream any more."""

    message: str


class Sequencer:
    """The order of one stream."""

    def __init__(
        self,
        *,
        name: StreamName,
        log: Log,
        templates: Mapping[str, Template],
        rhythm: Rhythm,
        shared: "Sequencer | None",
        publish: Callable[["Sequencer", Position, Sequence[Stored]], None],
        trouble: Callable[[str, bool], None],
        losing: Callable[[str], None],
        guarded: bool = False,
    ) -> None:
        """`guarded`: who may read the stream changes with the shared one."""
        self.name = name
        self.state = StreamState()
        self.recent: list[Stored] = []
        self.lost: Lost | None = None
        self.turn = asyncio.Lock()
        """Whoever has it may change the state; nothing is under way then."""
        self.judge = Judge(name.name, templates)
        self.snapshot: tuple[Position, bytes] | None = None
        """The last snapshot frame that was made, and where."""
        self._log = log
        self._rhythm = rhythm
        self._shared = shared
        self._guarded = guarded
        self._publish = publish
        self._trouble = trouble
        self._losing = losing
        # Lists, for a room has many streams that are almost always empty, and an empty deque costs 760 bytes.
        self._queue: list[Asked] = []
        self._recent_bytes = 0
        self._heard: list[tuple[Position, Sequence[Stored]]] = []
        self._gap = False
        self._behind = False
        """The shared stream may have gone on further than this worker has heard: something was taken from this one."""
        self._forget_before = 0
        self._running: asyncio.Task[None] | None = None
        self._closed = False
        self._awaited: list[asyncio.Future[None]] = []

    @property
    def position(self) -> Position:
        return self.state.position

    async def load(self) -> None:
        """Fold all that the stream holds. Raises LogError or BrokenStreamError."""
        while stored := await self._log.read(self.name, self.position):
            self._apply(stored)
            self._remember(stored)

    def ask(self, asked: Asked) -> None:
        """Queue an intent; its answer is called when it is saved or refused (never, once the stream is lost)."""
        if not self.lost:
            self._queue.append(asked)
            self._wake()

    def heard(self, after: Position, events: Sequence[Stored]) -> None:
        """Another worker says it appended these."""
        if len(self._heard) < HEARD:
            self._heard.append((after, events))
        else:
            self._gap = True
        self._wake()

    def gap(self) -> None:
        """Something may have been missed: look."""
        self._gap = True
        self._wake()

    async def catch_up(self) -> None:
        """Wait until all that the store holds by now is applied. Raises StoreUnavailable when that takes too long."""
        if self.lost:
            return
        caught_up = asyncio.get_running_loop().create_future()
        self._awaited.append(caught_up)
        self.gap()
        try:
            async with asyncio.timeout(self._rhythm.change_timeout):
                await caught_up
        except TimeoutError:
            raise StoreUnavailable("expected to look into the store in time, but it does not answer") from None

    async def close(self) -> None:
        """Finish what is under way, as far as the store answers."""
        self._closed = True
        await stop(self._running)
        self._answer_awaited(len(self._awaited))

    def _wake(self) -> None:
        if self._running is None and not self.lost and not self._closed:
            self._running = asyncio.create_task(self._run())

    async def _run(self) -> None:
        try:
            while (self._queue or self._heard or self._gap or self._forget_before) and not self.lost:
                if self._shared and self._has_to_look_there_first:
                    # Not in its turn, for which the shared stream may be waiting.
                    self._behind = False
                    await self.persist(self._shared.catch_up)
                async with self.turn:
                    await self._step()
        except Exception as error:
            self.lose(error)
        finally:
            self._running = None

    @property
    def _has_to_look_there_first(self) -> bool:
        """Whether the shared stream has to be up to date before more is decided here, or told to who may read it."""
        told = self._guarded and bool(self._heard or self._gap)
        return told or (self._behind and bool(self._queue))

    async def _step(self) -> None:
        if self._gap:
            self._gap = False
            self._heard.clear()
            awaited = len(self._awaited)
            await self.look()
            self._answer_awaited(awaited)
        elif self._heard:
            self._take(*self._heard.pop(0))
        elif self._queue:
            batch, self._queue = self._next_batch()
            try:
                await self._settle(batch)
            except HistoryLost:
                self._queue[:0] = batch  # they come again, should the stream only have forgotten something
                await self._reread_or_raise()
        else:
            before, self._forget_before = self._forget_before, 0
            try:
                await self.persist(partial(self._forget, before))
            except HistoryLost:
                await self._reread_or_raise()

    def _next_batch(self) -> tuple[list[Asked], list[Asked]]:
        """What is decided next, and what is left."""
        return self._queue[:BATCH], self._queue[BATCH:]

    async def look(self) -> None:
        """Take in all that the store holds by now. In its turn."""
        try:
            await self.persist(self._follow_all)
        except HistoryLost:
            await self._reread_or_raise()

    async def _reread_or_raise(self) -> None:
        if not await self.persist(self._reread):
            raise HistoryLost("expected the history that was saved before")

    def forget(self, before: int) -> None:
        """Erase, in a person's own stream, what was shown or deleted `before` (ms since 1970)."""
        self._forget_before = max(before, self._forget_before)
        self._wake()

    async def _forget(self, before: int) -> None:
        events = []
        position = START
        while stored := await self._log.read(self.name, position):
            events += [decode_event(each.event) for each in stored]
            position = stored[-1].position
        thin = thinned(events, before)
        if thin is None or position != self.position:
            return  # the next sweep will look again
        if await self._log.rewrite(self.name, position, [encode_event(event) for event in thin]) is not None:
            await self._reread()

    async def _reread(self) -> bool:
        """Whether the store holds this stream with something forgotten in it, and then go on with that.

        Everything that was saved is still counted in it; a history that was cut off or replaced would not agree.
        """
        if self._shared is None:
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
        self.judge.forget_bridges()
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
        self._queue.clear()
        self._answer_awaited(len(self._awaited))

    def _answer_awaited(self, count: int) -> None:
        for caught_up in self._awaited[:count]:
            if not caught_up.done():
                caught_up.set_result(None)
        del self._awaited[:count]

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

    async def _follow_all(self) -> None:
        while stored := await self._log.read(self.name, self.position):
            self.follow(stored)

    def _take(self, after: Position, events: Sequence[Stored]) -> None:
        """Apply what another worker appended, if it links to where we are."""
        ahead = [each for each in events if each.position.seq > self.position.seq]
        if not ahead:
            return
        first = ahead[0]
        if next_position(self.position, first.event) == first.position:
            self.follow(ahead)
        else:
            self._gap = True

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

    async def _settle(self, batch: list[Asked]) -> None:
        while True:
            judged = self.judge.judge(batch, self.state, self._shared.state if self._shared else None)
            if judged.events:
                encoded = [each.event for each in judged.events]
                before = self.position
                outcome = await self.persist(partial(self._log.append, self.name, before, encoded))
                if isinstance(outcome, Conflict) and self._guarded:
                    self._gap = True
                    self._queue[:0] = batch
                    return
                if isinstance(outcome, Conflict):
                    self.follow(outcome.missed)
                    if self._shared and self._behind:
                        self._queue[:0] = batch
                        return
                    continue
                self.absorb(judged, outcome.events[-1].position)
            self.judge.answer(judged)
            return

    def go_on(self, fork: StreamState, stored: Stored) -> None:
        """One more event is on disk, and this is what the stream amounts to with it."""
        before = self.position
        self.state.absorb(fork)
        self.publish(before, [stored])

    def absorb(self, judged: Judged, end: Position) -> None:
        """What was judged is on disk, up to this position."""
        before = self.position
        self.state.absorb(judged.fork)
        self.judge.saved(judged)
        if end != self.position:
            raise HistoryLost(f"expected the store at {self.position}, but it is at {end}")
        self.publish(before, judged.events)
