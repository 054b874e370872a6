"""One stream of a running workshop: intents in, events out, in one order.

Intents queue; a batch is decided on a fork of the state, appended as one, and only when it is on disk absorbed,
answered and published. While the store does not answer, the batch is tried again (appending is idempotent) and
nothing is shown to anyone. If another worker appended first, its events are applied and the batch decided again.
"""

import asyncio
import logging
import secrets
import time
from bisect import bisect_right
from collections import ChainMap, OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple, Protocol, TypeVar

from raakvlak.canvas.carry import Bridge
from raakvlak.canvas.decide import SHOWING, decide
from raakvlak.canvas.events import FORMAT, START, Event, IntentId, Position, decode_event, encode_event, next_position
from raakvlak.canvas.forgetting import thinned
from raakvlak.canvas.intents import Intent
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.state import StreamState, apply
from raakvlak.canvas.template import Template
from raakvlak.canvas.view import Actor, Decision, View
from raakvlak.config import Rhythm
from raakvlak.log import Appended, Conflict, HistoryLost, Log, Stored, StoreUnavailable, StreamName

logger = logging.getLogger(__name__)
T = TypeVar("T")

BATCH = 500
"""Intents that are decided and appended as one."""
RECENT_EVENTS = 2_000
"""Events kept in memory for those who come back after a short while,"""
RECENT_BYTES = 16 * 1024 * 1024
"""as far as they fit in here; the last one in any case."""
BRIDGES = 2_000
"""Writer-and-text pairs that may have edits under way."""
REFUSED_WRITERS = 100
"""Writers of each person whose refused intents are remembered: nobody can have another's forgotten."""
HEARD = 1_000
"""Announcements by other workers that may wait while a batch is being appended."""

Ruling = Callable[[View], Decision]
"""A change that the server itself asks for."""


class Answer(Protocol):
    """Who asked, to be told how it went; called on the event loop once."""

    def saved(self, asked: "Asked", stream: str, again: bool) -> None: ...

    def refused(self, asked: "Asked", stream: str, refusal: Refusal) -> None: ...


class Asked(NamedTuple):
    actor: Actor
    n: int
    intent: Intent | Ruling
    answer: Answer


class Lost(NamedTuple):
    """Why nothing can be added to the stream any more."""

    message: str


class UnfitError(Exception):
    """An intent was decided, but to something that does not fit the stream or could not be read again."""

    def __init__(self, asked: Asked) -> None:
        super().__init__("expected a decision that can be stored")
        self.asked = asked


def _refuse_unfit(view: View) -> Decision:
    raise Refusal("invalid", "expected an intent that the server understands; this one is in its log")


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
        private: Mapping[str, StreamState],
        gather: Callable[[], Awaitable[None]] | None,
    ) -> None:
        """`private`: everybody's own streams, for what shows them; `gather` opens them and brings them up to date."""
        self.name = name
        self.state = StreamState()
        self.recent: list[Stored] = []
        self.lost: Lost | None = None
        self.snapshot: tuple[Position, bytes] | None = None
        """The last snapshot frame that was made, and where."""
        self._log = log
        self._templates = templates
        self._rhythm = rhythm
        self._shared = shared or self
        self._publish = publish
        self._trouble = trouble
        self._losing = losing
        self._private = private
        self._gather = gather
        # Lists, for a room has many streams that are almost always empty, and an empty deque costs 760 bytes.
        self._queue: list[Asked] = []
        self._recent_bytes = 0
        self._refused: dict[str, OrderedDict[str, int]] = {}
        """By person, then by writer."""
        self._bridges: dict[tuple[str, str], Bridge] = {}
        self._heard: list[tuple[Position, Sequence[Stored]]] = []
        self._gap = False
        self._forget_before = 0
        self._running: asyncio.Task[None] | None = None
        self._awaited: list[asyncio.Future[None]] = []

    @property
    def position(self) -> Position:
        return self.state.position

    async def load(self) -> None:
        """Fold all that the stream holds. Raises LogError or BrokenStreamError."""
        while stored := await self._log.read(self.name, self.position):
            for each in stored:
                apply(self.state, decode_event(each.event), each.position)
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
        if self._running:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    def _wake(self) -> None:
        if self._running is None and not self.lost:
            self._running = asyncio.create_task(self._run())

    async def _run(self) -> None:
        try:
            while (self._queue or self._heard or self._gap or self._forget_before) and not self.lost:
                try:
                    await self._step()
                except HistoryLost:
                    if not await self._persist(self._reread):
                        raise
        except Exception:
            logger.exception("Stream %s of workshop %s is read-only now", self.name.name, self.name.workshop)
            self._lose()
        finally:
            self._running = None

    async def _step(self) -> None:
        if self._gap:
            self._gap = False
            self._heard.clear()
            awaited = len(self._awaited)
            await self._persist(self._follow_all)
            self._answer_awaited(awaited)
        elif self._heard:
            self._take(*self._heard.pop(0))
        elif self._queue:
            batch, self._queue = self._queue[:BATCH], self._queue[BATCH:]
            try:
                await self._settle(batch)
            except HistoryLost:
                self._queue[:0] = batch  # they come again, should the stream only have forgotten something
                raise
        else:
            before, self._forget_before = self._forget_before, 0
            await self._persist(partial(self._forget, before))

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
        if self._shared is self:
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
        self._bridges.clear()
        self._remember(recent)
        return True

    def _lose(self) -> None:
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

    async def _persist(self, attempt: Callable[[], Awaitable[T]]) -> T:
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
            self._follow(stored)

    def _take(self, after: Position, events: Sequence[Stored]) -> None:
        """Apply what another worker appended, if it links to where we are."""
        ahead = [each for each in events if each.position.seq > self.position.seq]
        if not ahead:
            return
        first = ahead[0]
        if next_position(self.position, first.event) == first.position:
            self._follow(ahead)
        else:
            self._gap = True

    def _follow(self, stored: Sequence[Stored]) -> None:
        before = self.position
        for each in stored:
            apply(self.state, decode_event(each.event), each.position)
        self._done(before, stored)

    def _done(self, before: Position, stored: Sequence[Stored]) -> None:
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
        if self._gather and any(isinstance(asked.intent, SHOWING) for asked in batch):
            await self._persist(self._gather)
        while True:
            fork = self.state.fork()
            bridges = ChainMap({}, self._bridges)
            try:
                events, answers, refused = self._decide(batch, fork, bridges)
            except UnfitError as unfit:  # one person's intent must never end a stream
                logger.exception("Could not apply an intent of type %s", type(unfit.asked.intent).__name__)
                batch = [each._replace(intent=_refuse_unfit) if each is unfit.asked else each for each in batch]
                continue
            if events:
                encoded = [each.event for each in events]
                before = self.position
                outcome = await self._persist(partial(self._log.append, self.name, before, encoded))
                if isinstance(outcome, Conflict):
                    self._follow(outcome.missed)
                    continue
                self._absorb(fork, bridges, outcome)
                self._done(before, outcome.events)
            for writer, n in refused:
                self._refuse_number(writer, n)
            for answer in answers:
                answer()
            return

    def _absorb(self, fork: StreamState, bridges: ChainMap[tuple[str, str], Bridge], outcome: Appended) -> None:
        self.state.absorb(fork)
        for key, bridge in bridges.maps[0].items():
            self._bridges.pop(key, None)  # so that those longest without an edit go first
            self._bridges[key] = bridge
        while len(self._bridges) > BRIDGES:
            del self._bridges[next(iter(self._bridges))]
        if outcome.events[-1].position != self.position:
            raise HistoryLost(f"expected the store at {self.position}, but it is at {outcome.events[-1].position}")

    def _decide(
        self, batch: list[Asked], fork: StreamState, bridges: ChainMap[tuple[str, str], Bridge]
    ) -> tuple[list[Stored], list[Callable[[], None]], list[tuple[str, int]]]:
        """Events for what may happen, what to answer once they are on disk, and the numbers that were refused."""
        shared = fork if self._shared is self else self._shared.state
        now = max(fork.at, int(time.time() * 1000))
        view = View(self.name.name, fork, shared, self._templates, bridges, now, _fresh_id, self._private)
        events: list[Stored] = []
        answers: list[Callable[[], None]] = []
        reached: dict[str, int] = {}
        refused: list[tuple[str, int]] = []
        for asked in batch:
            writer = asked.actor.writer
            if asked.n <= fork.writers.get(writer, 0):
                answers.append(self._answer_again(asked, fork))
                continue
            last = max(reached.get(writer, 0), self._reached(writer), fork.writers.get(writer, 0))
            try:
                decision = self._judge(view, asked, last + 1)
            except Refusal as refusal:
                answers.append(partial(asked.answer.refused, asked, self.name.name, refusal))
                if refusal.code != "out-of-order":
                    reached[writer] = max(last, asked.n)
                    refused.append((writer, asked.n))
                continue
            event = Event(
                v=FORMAT,
                at=max(fork.at, now),
                by=asked.actor.person,
                intent=IntentId(writer, asked.n),
                changes=decision.changes,
                path=decision.path,
                undone=decision.undone,
                revealed=decision.revealed,
            )
            encoded = encode_event(event)
            position = next_position(fork.position, encoded)
            try:
                apply(fork, decode_event(encoded), position)
            except Exception as error:
                raise UnfitError(asked) from error
            events.append(Stored(position, encoded))
            answers.append(partial(asked.answer.saved, asked, self.name.name, False))
        return events, answers, refused

    def _answer_again(self, asked: Asked, state: StreamState) -> Callable[[], None]:
        """The answer to an intent whose number was reached before."""
        gaps = state.gaps.get(asked.actor.writer, ())
        at = bisect_right(gaps, asked.n, key=lambda gap: gap[0])
        if at and asked.n <= gaps[at - 1][1]:
            refusal = Refusal("invalid", f"expected a new number, but {asked.n} was refused before")
            return partial(asked.answer.refused, asked, self.name.name, refusal)
        return partial(asked.answer.saved, asked, self.name.name, True)

    def _judge(self, view: View, asked: Asked, expected: int) -> Decision:
        if asked.n > expected:
            raise Refusal("out-of-order", f"expected number {expected} of this writer, but got {asked.n}")
        try:
            return asked.intent(view) if callable(asked.intent) else decide(view, asked.intent, asked.actor)
        except Refusal:
            raise
        except Exception as error:  # one person's intent must never end a stream
            # Not what it holds: that is nobody's business, the operator's included.
            logger.exception("Could not decide an intent of type %s", type(asked.intent).__name__)
            raise Refusal(
                "invalid", "expected an intent that the server understands; this one is in its log"
            ) from error

    def _reached(self, writer: str) -> int:
        """The last number of this writer that was saved or refused."""
        refused = self._refused.get(_person_of(writer))
        return max(self.state.writers.get(writer, 0), refused.get(writer, 0) if refused else 0)

    def _refuse_number(self, writer: str, n: int) -> None:
        refused = self._refused.setdefault(_person_of(writer), OrderedDict())
        refused[writer] = max(n, refused.get(writer, 0))
        refused.move_to_end(writer)
        while len(refused) > REFUSED_WRITERS:
            refused.popitem(last=False)


def _fresh_id() -> str:
    return secrets.token_hex(12)


def _person_of(writer: str) -> str:
    return writer.partition("-")[0]
