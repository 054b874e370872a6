"""Streams in one SQLite file, for a server that is one process.

One thread writes. Whatever is asked while it waits for the disk goes into its next transaction together (group
commit), so that a busy server pays for few fsyncs. Another thread reads. A second server on the same folder is refused.
"""

import asyncio
import fcntl
import logging
import queue
import sqlite3
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, NamedTuple, TypeVar

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
from raakvlak.log.sqlite_file import FILE, open_to_read, open_to_write
from raakvlak.log.sqlite_rows import append, find, names, replace, tail, token_at, workshops

logger = logging.getLogger(__name__)
T = TypeVar("T")
Outcome = list[Appended] | Conflicts | HistoryLost | StoreUnavailable

GROUP = 1_000
"""Appends that one transaction takes at most."""
LOCK = "raakvlak.lock"


class _Job(NamedTuple):
    """One append that waits for the writing thread."""

    parts: list[Linked]
    outcome: asyncio.Future[Outcome]
    instead: bool = False
    """The events come in place of all that there is; of one part only."""


class _NobodyElse:
    """A subscription to what other workers do, where there are none."""

    async def close(self) -> None:
        pass


class SqliteLog:
    """The log of a server that is one process; `only_read` opens it beside that server, for looking."""

    def __init__(self, folder: Path, *, timeout: float = TIMEOUT, only_read: bool = False) -> None:
        self._folder = folder
        self._timeout = timeout
        self._only_read = only_read
        self._lock: IO[bytes] | None = None
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False
        self._thread: threading.Thread | None = None
        self._writing: sqlite3.Connection | None = None
        self._reading: sqlite3.Connection | None = None
        self._reader = ThreadPoolExecutor(1, "log-reads")

    async def start(self) -> None:
        self._loop = asyncio.get_running_loop()
        if self._only_read:
            if not (self._folder / FILE).is_file():
                raise StoreRefused(f"expected a data folder with {FILE} in it, but {self._folder} has none")
            await self._look(lambda database: None)
            return
        self._take_folder()
        try:
            self._writing = await asyncio.to_thread(open_to_write, self._folder)
        except BaseException:
            self._free_folder()
            raise
        self._thread = threading.Thread(target=self._write, name="log-writes", daemon=True)
        self._thread.start()

    async def close(self) -> None:
        self._closed = True
        if self._thread:
            self._jobs.put(None)
            await asyncio.to_thread(self._thread.join)
            self._thread = None
        await asyncio.to_thread(self._reader.shutdown)
        if self._reading:
            self._reading.close()
            self._reading = None
        if self._writing:
            self._writing.close()
            self._writing = None
        self._free_folder()

    async def append(self, stream: StreamName, after: Position, events: Sequence[bytes]) -> Appended | Conflict:
        return only(await self.append_all([Part(stream, after, events)]))

    async def append_all(self, parts: Sequence[Part]) -> list[Appended] | Conflicts:
        self._check_writable()
        return await self._ask(_Job(link_all(parts), self._running().create_future()))

    async def rewrite(self, stream: StreamName, at: Position, events: Sequence[bytes]) -> Position | None:
        self._check_writable()
        part = Linked(stream, at, link(START, events))
        outcome = await self._ask(_Job([part], self._running().create_future(), instead=True))
        return None if isinstance(outcome, Conflicts) else part.events[-1].position

    def _check_writable(self) -> None:
        if self._only_read:
            raise StoreRefused("expected a log that was opened to write, but this one only reads")

    async def _ask(self, job: _Job) -> list[Appended] | Conflicts:
        self._jobs.put(job)
        try:
            async with asyncio.timeout(self._timeout):
                outcome = await job.outcome
        except TimeoutError:
            raise StoreUnavailable(f"expected the disk to answer within {self._timeout:g} s, but it did not") from None
        if isinstance(outcome, list | Conflicts):
            return outcome
        raise outcome

    async def read(self, stream: StreamName, after: Position, limit: int = 5_000) -> list[Stored]:
        def look(database: sqlite3.Connection) -> list[Stored]:
            stream_id = find(database, stream)
            if token_at(database, stream_id, after.seq) != after.token:
                raise lost(after)
            return check_links(after, tail(database, stream_id, after, limit))

        return await self._look(look)

    async def position_at(self, stream: StreamName, seq: int) -> Position | None:
        def look(database: sqlite3.Connection) -> Position | None:
            token = token_at(database, find(database, stream), seq)
            return None if token is None else Position(seq, token)

        return await self._look(look)

    async def streams(self, workshop: str) -> list[str]:
        return await self._look(lambda database: names(database, workshop))

    async def workshops(self) -> list[str]:
        return await self._look(workshops)

    async def follow(self, workshop: str, listener: Listener) -> Subscription:
        """There are no other workers to hear."""
        return _NobodyElse()

    async def say(self, workshop: str, message: bytes) -> None:
        """There are no other workers to tell."""

    def _take_folder(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            lock = (self._folder / LOCK).open("ab")
        except (FileExistsError, NotADirectoryError):
            raise StoreRefused(f"expected {self._folder} to be a folder for the data, but there is a file") from None
        except OSError as error:
            raise StoreRefused(
                f"expected {self._folder} to be a folder that can be written in, but: {error.strerror}"
            ) from error
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.close()
            raise StoreRefused(
                f"expected the data folder {self._folder} to be free, but another server is using it: "
                "stop that one, give this one another folder, or use Redis for several at once"
            ) from None
        self._lock = lock

    def _free_folder(self) -> None:
        if self._lock:
            self._lock.close()
            self._lock = None

    def _running(self) -> asyncio.AbstractEventLoop:
        if self._loop is None or self._closed:
            raise StoreUnavailable("expected the log to be open, but it is closed")
        return self._loop

    async def _look(self, look: Callable[[sqlite3.Connection], T]) -> T:
        def run() -> T:
            try:
                if self._reading is None:
                    self._reading = open_to_read(self._folder)
                return look(self._reading)
            except sqlite3.Error as error:
                if self._reading:
                    self._reading.close()
                    self._reading = None
                raise StoreUnavailable(f"could not read from the data folder: {error}") from error

        loop = self._running()
        try:
            async with asyncio.timeout(self._timeout):
                return await loop.run_in_executor(self._reader, run)
        except TimeoutError:
            raise StoreUnavailable(f"expected the disk to answer within {self._timeout:g} s, but it did not") from None

    # From here on everything runs in the writing thread.

    def _write(self) -> None:
        going = True
        while going:
            group = [self._jobs.get()]
            while len(group) < GROUP and not self._jobs.empty():
                group.append(self._jobs.get())
            going = None not in group
            # Who was not waited for any longer is left out: trying it again would only queue it twice.
            jobs = [job for job in group if job is not None and not job.outcome.cancelled()]
            if jobs:
                self._answer(jobs, self._write_group(jobs))

    def _write_group(self, jobs: list[_Job]) -> list[Outcome]:
        try:
            if self._writing is None:
                self._writing = open_to_write(self._folder)
            database = self._writing
            database.execute("BEGIN IMMEDIATE")
            outcomes: list[Outcome] = [
                replace(database, job.parts[0]) if job.instead else append(database, job.parts) for job in jobs
            ]
            database.execute("COMMIT")
            if any(job.instead for job in jobs):
                # What stood there before stands in the file beside the database as well.
                database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except (sqlite3.Error, StoreUnavailable, StoreRefused) as error:
            # The connection is made anew: what it believes to be on disk cannot be relied on after an I/O error.
            if self._writing:
                self._writing.close()
                self._writing = None
            return [StoreUnavailable(f"could not write in the data folder: {error}") for _ in jobs]
        except Exception as error:  # a fault of ours must not end the thread that everyone waits for
            logger.exception("Could not append")
            if self._writing:
                self._writing.close()
                self._writing = None
            return [StoreUnavailable(f"could not append: {error}") for _ in jobs]
        return outcomes

    def _answer(self, jobs: list[_Job], outcomes: list[Outcome]) -> None:
        def answer() -> None:
            for job, outcome in zip(jobs, outcomes, strict=True):
                if not job.outcome.done():
                    job.outcome.set_result(outcome)

        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(answer)
