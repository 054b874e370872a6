"""Where streams are kept: one interface, two stores (SQLite for one machine, Redis for many).

The interface's comments are its contract; tests/integration/test_log_contract.py runs it on every store.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from raakvlak.canvas.events import Position


class StreamName(NamedTuple):
    """A stream of a workshop: `name` is "shared", "facilitators" or "person:<id>"."""

    workshop: str
    name: str


class Stored(NamedTuple):
    """An event as it is stored, and the position after it."""

    position: Position
    event: bytes


class Appended(NamedTuple):
    """All events are on disk; `events` are they, with their positions."""

    events: list[Stored]


class Conflict(NamedTuple):
    """None of the events were appended: the stream had gone on to what `missed` holds, in order, never empty."""

    missed: list[Stored]


class Part(NamedTuple):
    """What is appended to one stream of a workshop together with what is appended to others."""

    stream: StreamName
    after: Position
    events: Sequence[bytes]


class Conflicts(NamedTuple):
    """None of the events of any part were appended: a stream at least had gone on. What each part missed, in order."""

    missed: list[list[Stored]]


class LogError(Exception):
    """Something about a log that its caller has to deal with.

    LogError
    ├── StoreUnavailable     the store cannot be reached, or cannot write now; trying again later may help
    ├── HistoryLost          the stream no longer holds the position asked from: its tail was cut off or replaced
    └── StoreRefused         the store must not be used like this (in use by another server, wrong settings)
    """


class StoreUnavailable(LogError):
    pass


class HistoryLost(LogError):
    pass


class StoreRefused(LogError):
    pass


class Subscription(Protocol):
    """Being told what goes on in one workshop, until closed."""

    async def close(self) -> None: ...


class Listener(Protocol):
    """What a follower is told. Called on the event loop, must not block, must not raise.

    `appended` may repeat, skip and reorder: whoever follows applies an event only if it links to its position and
    reads the gap otherwise. `gap` says that something may have been missed (a subscription was made again).
    What this very log object appends or says is not heard: its caller has the answer.
    """

    def appended(self, stream: str, after: Position, events: Sequence[Stored]) -> None: ...

    def gap(self) -> None: ...

    def said(self, message: bytes) -> None:
        """Another worker said this by `say`."""


class Log(Protocol):
    """Streams of events on disk.

    Every method may raise StoreUnavailable; none waits for the store longer than its timeout setting.
    """

    async def start(self) -> None:
        """Open the store. Raises StoreRefused, with a sentence, when it must not be used."""

    async def close(self) -> None:
        """Give the store free; what was being appended is finished first."""

    async def append(self, stream: StreamName, after: Position, events: Sequence[bytes]) -> Appended | Conflict:
        """Append all events in order, if the stream ends at `after`; they are on disk (fsync) when this returns.

        Repeating an append whose answer was lost is safe: if these very events already stand at these positions the
        answer is Appended. Otherwise, when the stream has gone on, Conflict with everything after `after`.
        When the stream has no such position as `after`: HistoryLost. `events` is never empty.
        """

    async def append_all(self, parts: Sequence[Part]) -> list[Appended] | Conflicts:
        """Append to several streams of one workshop at once: all of it is on disk when this returns, or nothing.

        As for append. Nobody can find some of it without the rest, whatever dies in between. An append that is
        repeated is known by its first part.
        """

    async def rewrite(self, stream: StreamName, at: Position, events: Sequence[bytes]) -> Position | None:
        """Put these events in place of all that the stream holds, if it ends at `at`; where it ends then.

        What stood there before is gone from the store. None: the stream has gone on, and nothing happened. There are
        as many events as before. Whoever follows the stream finds that the position they were at is lost, and reads
        it anew. Repeating it is safe.
        """

    async def workshops(self) -> list[str]:
        """The ids of all workshops."""

    async def read(self, stream: StreamName, after: Position, limit: int = 5_000) -> list[Stored]:
        """Up to `limit` events after the position, in order; empty at the end. HistoryLost as for append."""

    async def position_at(self, stream: StreamName, seq: int) -> Position | None:
        """The position after the event number `seq` (START for 0), None where the stream has not come so far."""

    async def streams(self, workshop: str) -> list[str]:
        """The names of the workshop's streams that hold anything; empty for a workshop that does not exist."""

    async def follow(self, workshop: str, listener: Listener) -> Subscription:
        """Tell the listener what other workers append to the workshop's streams from now on.

        What they append after this has returned is heard, or a gap is.
        """

    async def say(self, workshop: str, message: bytes) -> None:
        """Tell the listeners of this workshop on all other workers; not kept, may be lost."""
