"""One stream of a running workshop: intents in, events out, in one order.

Intents queue; a batch is decided on a fork of the state, appended as one, and only when it is on disk absorbed,
answered and published. While the store does not answer, the batch is tried again (appending is idempotent) and
nothing is shown to anyone. If another worker appended first, its events are applied and the batch decided again.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from raakvlak.canvas.events import START, Position, decode_event, encode_event, next_position
from raakvlak.canvas.forgetting import thinned
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.template import Template
from raakvlak.config import Rhythm
from raakvlak.live.judge import Asked, Judge, Judged
from raakvlak.live.stream import Stream
from raakvlak.log import Conflict, HistoryLost, Log, Stored, StoreUnavailable, StreamName
from raakvlak.stopping import stop

BATCH = 500
"""Intents that are decided and appended as one."""
HEARD = 1_000
"""Announcements by other workers that may wait while a batch is being appended."""


class Sequencer(Stream):
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
        """`shared`: the shared stream's; None: this is it. `guarded`: who may read this one changes with that."""
        super().__init__(
            name=name,
            log=log,
            rhythm=rhythm,
            publish=publish,
            trouble=trouble,
            losing=losing,
            may_forget=shared is not None,
        )
        self.judge = Judge(name.name, templates)
        self._shared = shared
        self._guarded = guarded
        # Lists, for a room has many streams that are almost always empty, and an empty deque costs 760 bytes.
        self._queue: list[Asked] = []
        self._heard: list[tuple[Position, Sequence[Stored]]] = []
        self._gap = False
        self._forget_before = 0
        self._running: asyncio.Task[None] | None = None
        self._closed = False
        self._awaited: list[asyncio.Future[None]] = []

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
        if self._closed:
            raise StoreUnavailable("expected this server to go on, but it is stopping")
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
                await self.reread()
        else:
            before, self._forget_before = self._forget_before, 0
            try:
                await self.persist(partial(self._forget, before))
            except HistoryLost:
                await self.reread()

    def _next_batch(self) -> tuple[list[Asked], list[Asked]]:
        """What is decided next, and what is left."""
        return self._queue[:BATCH], self._queue[BATCH:]

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
        """As of any stream; edits of before it can no longer be carried."""
        agreed = await super()._reread()
        if agreed:
            self.judge.forget_bridges()
        return agreed

    def lose(self, error: Exception) -> None:
        """The store no longer holds what was saved: whoever waits here waits in vain."""
        super().lose(error)
        self._queue.clear()
        self._answer_awaited(len(self._awaited))

    def _answer_awaited(self, count: int) -> None:
        for caught_up in self._awaited[:count]:
            if not caught_up.done():
                caught_up.set_result(None)
        del self._awaited[:count]

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
