"""Streams in Redis, for a server of several processes or machines.

Each stream is a Redis stream whose entry ids are `<seq>-0`. A script compares and appends in one step. Appends that
are asked while others are under way go together in the next pipeline, and Redis answers when they are on disk
(`appendfsync always`, which is checked at the start).
"""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Iterator, Sequence
from typing import Any, NamedTuple

from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import NoScriptError, RedisError, ResponseError

from raakvlak.canvas.events import START, Position
from raakvlak.log import (
    Appended,
    Conflict,
    Conflicts,
    HistoryLost,
    Listener,
    Part,
    Stored,
    StoreRefused,
    StoreUnavailable,
    StreamName,
    Subscription,
)
from raakvlak.log.links import TIMEOUT, Linked, check_links, link, link_all, lost, only
from raakvlak.log.redis_follow import Follower, announce, channel_of, say
from raakvlak.log.redis_scripts import APPEND, REWRITE, TAIL_WAS_CUT, names_key, stream_key
from raakvlak.log.redis_settings import check_settings

logger = logging.getLogger(__name__)
Outcome = list[Appended] | Conflicts | HistoryLost | StoreUnavailable

CONNECTIONS = 16
"""Connections to Redis for reading and appending; who comes when all are in use waits for one."""
PIPELINE = 200
"""Appends that one pipeline takes at most."""
PAGE = 5_000
"""Events that are read at once after a conflict."""


class _Job(NamedTuple):
    """One append that waits for the next pipeline."""

    parts: list[Linked]
    outcome: asyncio.Future[Outcome]


class RedisLog:
    """The log of one worker, of all that share the Redis at `url`.

    `trust_settings` takes for granted, where Redis does not let itself be asked, that it saves on every write and
    never evicts.
    """

    def __init__(self, url: str, *, trust_settings: bool = False, timeout: float = TIMEOUT) -> None:
        self._timeout = timeout
        self._trust_settings = trust_settings
        # Random, of a fixed length: it stands before everything this worker announces.
        self._worker = secrets.token_hex(8).encode()
        try:
            pool = BlockingConnectionPool.from_url(
                url,
                max_connections=CONNECTIONS,
                timeout=timeout,
                protocol=2,
                decode_responses=False,
                socket_timeout=timeout,
                socket_connect_timeout=timeout,
                # Once more at once, for a connection that Redis has closed meanwhile; appending twice is harmless.
                # Trying on is up to whoever asks.
                retry=Retry(NoBackoff(), 1, (RedisConnectionError,)),
            )
        except ValueError as error:
            raise StoreRefused(f"expected the address of a Redis, as redis://host:6379/0, but: {error}") from error
        self._redis = Redis.from_pool(pool)
        self._follower = Follower(self._redis, self._worker, timeout, self._look_at_settings)
        self._refused = ""
        """Why Redis, as it came back, must not be used."""
        self._script = ""
        self._jobs: list[_Job] = []
        self._flight: asyncio.Task[None] | None = None
        self._closed = True

    async def start(self) -> None:
        await self._ask(check_settings(self._redis, trusted=self._trust_settings))
        await self._load_script()
        self._closed = False
        self._follower.start()

    async def close(self) -> None:
        self._closed = True
        await self._follower.close()
        if self._flight:
            await self._flight
        await self._redis.aclose()

    async def append(self, stream: StreamName, after: Position, events: Sequence[bytes]) -> Appended | Conflict:
        return only(await self.append_all([Part(stream, after, events)]))

    async def append_all(self, parts: Sequence[Part]) -> list[Appended] | Conflicts:
        self._check_open()
        if self._refused:
            raise StoreUnavailable(self._refused)
        job = _Job(link_all(parts), asyncio.get_running_loop().create_future())
        self._jobs.append(job)
        if self._flight is None:
            self._flight = asyncio.create_task(self._fly())
        try:
            async with asyncio.timeout(self._timeout):
                outcome = await job.outcome
        except TimeoutError:
            raise self._no_answer() from None
        if isinstance(outcome, list | Conflicts):
            return outcome
        raise outcome

    async def rewrite(self, stream: StreamName, at: Position, events: Sequence[bytes]) -> Position | None:
        self._check_open()
        linked = link(START, events)
        entries = [part for each in linked for part in (each.position.token, each.event)]
        answer = await self._ask(self._redis.eval(REWRITE, 1, stream_key(stream), at.seq, at.token, *entries))
        if answer != b"rewritten":
            return None
        try:
            # What stood there before stands in the append-only file until that is written anew.
            await self._redis.bgrewriteaof()
        except RedisError:
            logger.debug("The append-only file is written anew later", exc_info=True)
        return linked[-1].position

    async def workshops(self) -> list[str]:
        self._check_open()
        found: list[str] = await self._ask(self._scan())
        return found

    async def _scan(self) -> list[str]:
        start, end = names_key("|").encode().split(b"|")
        keys = [key async for key in self._redis.scan_iter(match=names_key("*"), count=1_000)]
        return sorted({key[len(start) : -len(end)].decode() for key in keys})

    async def read(self, stream: StreamName, after: Position, limit: int = 5_000) -> list[Stored]:
        self._check_open()
        return await self._read(stream, after, limit)

    async def position_at(self, stream: StreamName, seq: int) -> Position | None:
        if seq == 0:
            return START
        self._check_open()
        entries = await self._ask(self._redis.xrange(stream_key(stream), f"{seq}-0", f"{seq}-0"))
        return Position(seq, entries[0][1][b"token"].decode()) if entries else None

    async def streams(self, workshop: str) -> list[str]:
        self._check_open()
        names: set[bytes] = await self._ask(self._redis.smembers(names_key(workshop)))
        return sorted(name.decode() for name in names)

    async def follow(self, workshop: str, listener: Listener) -> Subscription:
        self._check_open()
        return await self._follower.follow(workshop, listener)

    async def say(self, workshop: str, message: bytes) -> None:
        if self._closed:
            return
        try:
            await self._ask(self._redis.publish(channel_of(workshop), say(self._worker, message)))
        except StoreUnavailable:
            logger.debug("Not said to other workers", exc_info=True)

    async def _look_at_settings(self) -> None:
        """Redis may have come back with other settings, or another one in its place."""
        try:
            await check_settings(self._redis, trusted=self._trust_settings)
        except StoreRefused as error:
            if not self._refused:
                logger.error("Nothing more is saved: %s", error)  # noqa: TRY400
            self._refused = str(error)
        else:
            self._refused = ""

    def _check_open(self) -> None:
        if self._closed:
            raise StoreUnavailable("expected the log to be open, but it is closed")

    def _no_answer(self) -> StoreUnavailable:
        return StoreUnavailable(f"expected Redis to answer within {self._timeout:g} s, but it did not")

    async def _ask(self, asked: Awaitable[Any]) -> Any:
        try:
            async with asyncio.timeout(self._timeout):
                return await asked
        except TimeoutError:
            raise self._no_answer() from None
        except (RedisError, OSError) as error:
            raise StoreUnavailable(f"Redis could not be used: {error}") from error

    async def _load_script(self) -> None:
        self._script = await self._ask(self._redis.script_load(APPEND))

    async def _read(self, stream: StreamName, after: Position, limit: int) -> list[Stored]:
        """The entry at the position is read along, to see that it is still the same."""
        first = max(after.seq, 1)
        entries: list[tuple[bytes, dict[bytes, bytes]]] = await self._ask(
            self._redis.xrange(stream_key(stream), f"{first}-0", "+", count=limit + (1 if after.seq else 0))
        )
        rows = [(int(key.partition(b"-")[0]), each[b"token"].decode(), each[b"event"]) for key, each in entries]
        if after.seq:
            if not rows or rows[0][:2] != (after.seq, after.token):
                raise lost(after)
            del rows[0]
        elif after != START:
            raise lost(after)
        return check_links(after, rows)

    async def _fly(self) -> None:
        """Send what waits, until nothing does. Whoever does not wait any longer is left out."""
        try:
            while self._jobs:
                jobs = [job for job in self._jobs[:PIPELINE] if not job.outcome.done()]
                del self._jobs[:PIPELINE]
                try:
                    answers = await self._send(jobs)
                    outcomes = [await self._outcome(job, answer) for job, answer in zip(jobs, answers, strict=True)]
                except StoreUnavailable as error:
                    outcomes = [error for _ in jobs]
                for job, outcome in zip(jobs, outcomes, strict=True):
                    if not job.outcome.done():
                        job.outcome.set_result(outcome)
        finally:
            self._flight = None

    async def _send(self, jobs: list[_Job]) -> list[Any]:
        answers: list[Any] = await self._ask(self._pipeline(jobs))
        if any(isinstance(answer, NoScriptError) for answer in answers):
            # Redis was started anew. Sending all again is safe: what is there already counts as appended.
            await self._load_script()
            answers = await self._ask(self._pipeline(jobs))
        return answers

    async def _pipeline(self, jobs: list[_Job]) -> list[Any]:
        async with self._redis.pipeline(transaction=False) as pipeline:
            for job in jobs:
                workshop = job.parts[0].stream.workshop
                keys = [names_key(workshop), *(stream_key(part.stream) for part in job.parts)]
                asked = [each for part in job.parts for each in self._asked(part)]
                pipeline.evalsha(self._script, len(keys), *keys, channel_of(workshop), *asked)
            return await pipeline.execute(raise_on_error=False)

    def _asked(self, part: Linked) -> Iterator[str | int | bytes]:
        stream, after, events = part
        yield from (stream.name, after.seq, after.token, len(events))
        yield announce(self._worker, stream.name, after, events)
        for each in events:
            yield from (each.position.token, each.event)

    async def _outcome(self, job: _Job, answer: Any) -> Outcome:
        if answer == b"appended":
            return [Appended(part.events) for part in job.parts]
        if answer == b"lost" or (isinstance(answer, ResponseError) and TAIL_WAS_CUT in str(answer)):
            return lost(job.parts[0].after)
        if answer != b"gone on":
            return StoreUnavailable(f"Redis could not append: {answer}")
        try:
            missed = [await self._tail(part) for part in job.parts]
        except (HistoryLost, StoreUnavailable) as error:
            return error
        return Conflicts(missed) if any(missed) else lost(job.parts[0].after)

    async def _tail(self, part: Linked) -> list[Stored]:
        """All that follows the position that the part names."""
        missed: list[Stored] = []
        after = part.after
        while page := await self._read(part.stream, after, PAGE):
            missed += page
            after = page[-1].position
        return missed
