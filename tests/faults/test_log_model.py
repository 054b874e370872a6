"""The log against a model of it, a plain list: random appends, stale, repeated, at once, by two workers; reopens."""

import asyncio
import shutil
import tempfile
from collections.abc import Coroutine, Iterator
from itertools import count
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from integration.redis_server import RedisServer

from raakvlak.canvas.events import START, Position, next_position
from raakvlak.log import Appended, Conflict, Conflicts, HistoryLost, Log, Part, Stored, StreamName
from raakvlak.log.redis import RedisLog
from raakvlak.log.sqlite import SqliteLog

STREAMS = ("shared", "facilitators", "person:ann")
# Few different events, so that histories that branch off are alike now and then.
batches = st.lists(st.sampled_from([b"a", b"b", b"{}"]), min_size=1, max_size=3)
streams = st.sampled_from(STREAMS)
shares = st.floats(0, 1)


def stored(after: Position, events: list[bytes]) -> list[Stored]:
    """The events as they would be stored."""
    found: list[Stored] = []
    for event in events:
        after = next_position(after, event)
        found.append(Stored(after, event))
    return found


class LogModel(RuleBasedStateMachine):
    """Each stream is a list; an append is right exactly if the list says so."""

    workshops: ClassVar[Iterator[int]] = count()
    """Each run has its own, so that runs may share a store."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.workshop = f"ws-{next(self.workshops)}"
        self.streams: dict[str, list[Stored]] = {name: [] for name in STREAMS}
        self.done: list[tuple[str, Position, list[bytes]]] = []
        self.logs: list[Log] = []

    def open(self) -> list[Log]:
        """The workers' logs, not started."""
        raise NotImplementedError

    @initialize()
    def start(self) -> None:
        self.logs = self.open()
        for log in self.logs:
            self.run(log.start())

    def teardown(self) -> None:
        for log in self.logs:
            self.run(log.close())
        self.runner.close()

    def run(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        """Its result."""
        return self.runner.run(coroutine)

    def log(self, share: float) -> Log:
        """One of the workers."""
        return self.logs[min(int(share * len(self.logs)), len(self.logs) - 1)]

    def position(self, name: str, back: int) -> Position:
        """The position so many events before the end."""
        held = self.streams[name]
        return held[-1 - back].position if back < len(held) else START

    def expected(self, name: str, after: Position, events: list[bytes]) -> Appended | Conflict:
        """What an append has to answer; the model goes along."""
        held = self.streams[name]
        wanted = stored(after, events)
        if after.seq == len(held):
            held += wanted
            self.done.append((name, after, events))
            return Appended(wanted)
        if held[after.seq : after.seq + len(wanted)] == wanted:
            return Appended(wanted)
        return Conflict(held[after.seq :])

    @rule(worker=shares, name=streams, back=st.integers(0, 5), events=batches)
    def append(self, worker: float, name: str, back: int, events: list[bytes]) -> None:
        """At the end, or where a writer was that has not heard of the rest."""
        after = self.position(name, back)
        outcome = self.run(self.log(worker).append(StreamName(self.workshop, name), after, events))
        assert outcome == self.expected(name, after, events)

    @rule(worker=shares, backs=st.lists(st.integers(0, 1), min_size=3, max_size=3), events=batches)
    def append_to_all(self, worker: float, backs: list[int], events: list[bytes]) -> None:
        """To all streams at once, each at its end or where a writer was that has not heard of the rest."""
        places = [self.position(name, back) for name, back in zip(STREAMS, backs, strict=True)]
        parts = [Part(StreamName(self.workshop, name), at, events) for name, at in zip(STREAMS, places, strict=True)]
        outcome = self.run(self.log(worker).append_all(parts))
        first = self.streams[STREAMS[0]]
        wanted = stored(places[0], events)
        if all(at.seq == len(self.streams[name]) for name, at in zip(STREAMS, places, strict=True)):
            expected: Any = [self.expected(name, at, events) for name, at in zip(STREAMS, places, strict=True)]
        elif first[places[0].seq : places[0].seq + len(wanted)] == wanted:
            return  # it looks like a repetition, which only events without an identity can by chance
        else:
            expected = Conflicts([self.streams[name][at.seq :] for name, at in zip(STREAMS, places, strict=True)])
        assert outcome == expected

    @precondition(lambda self: bool(self.done))
    @rule(worker=shares, which=shares)
    def repeat(self, worker: float, which: float) -> None:
        """An append that was done before is done: whoever lost its answer asks again, however late."""
        name, after, events = self.done[min(int(which * len(self.done)), len(self.done) - 1)]
        outcome = self.run(self.log(worker).append(StreamName(self.workshop, name), after, events))
        assert outcome == Appended(stored(after, events))

    @rule(name=streams, asked=st.lists(st.tuples(shares, st.integers(0, 3), batches), min_size=2, max_size=8))
    def append_at_once(self, name: str, asked: list[tuple[float, int, list[bytes]]]) -> None:
        """Appends at the same time happen as if in some order; what each is told fits to that order."""
        stream = StreamName(self.workshop, name)
        places = [self.position(name, back) for _, back, _ in asked]

        async def all_at_once() -> list[Appended | Conflict]:
            appends = [
                self.log(worker).append(stream, after, events)
                for (worker, _, events), after in zip(asked, places, strict=True)
            ]
            return await asyncio.gather(*appends)

        outcomes = self.run(all_at_once())
        before = list(self.streams[name])
        found: list[Stored] = self.run(self.logs[0].read(stream, START))
        assert found[: len(before)] == before
        added = found[len(before) :]
        # All of them named a place at or before the same end, so no more than one batch can have got in.
        fitting = [events for (_, _, events), after in zip(asked, places, strict=True) if after.seq == len(before)]
        assert [each.event for each in added] in (fitting or [[]])
        self.streams[name] = found
        if added:
            self.done.append((name, Position() if not before else before[-1].position, [each.event for each in added]))
        for (_, _, events), after, outcome in zip(asked, places, outcomes, strict=True):
            wanted = stored(after, events)
            if isinstance(outcome, Appended):
                assert outcome.events == wanted
                assert found[after.seq : after.seq + len(wanted)] == wanted
            else:
                # A conflict holds what was there when it was noticed.
                assert outcome.missed
                assert outcome.missed == found[after.seq : after.seq + len(outcome.missed)]

    @rule(worker=shares, name=streams, back=st.integers(0, 5), limit=st.integers(1, 4))
    def read(self, worker: float, name: str, back: int, limit: int) -> None:
        after = self.position(name, back)
        found = self.run(self.log(worker).read(StreamName(self.workshop, name), after, limit))
        assert found == self.streams[name][after.seq : after.seq + limit]

    @rule(worker=shares, name=streams, seq=st.integers(0, 12), events=batches)
    def ask_from_another_history(self, worker: float, name: str, seq: int, events: list[bytes]) -> None:
        """A position of a history that never was here, or not any more."""
        other = Position(seq, "f" * 64)
        stream = StreamName(self.workshop, name)
        with pytest.raises(HistoryLost):
            self.run(self.log(worker).append(stream, other, events))
        with pytest.raises(HistoryLost):
            self.run(self.log(worker).read(stream, other))

    @rule(worker=shares)
    def reopen(self, worker: float) -> None:
        """Close a worker's log and open another in its place."""
        at = self.logs.index(self.log(worker))
        self.run(self.logs[at].close())
        self.logs[at] = self.open()[at]
        self.run(self.logs[at].start())

    @invariant()
    def holds_what_the_model_holds(self) -> None:
        if not self.logs:
            return
        for log in self.logs:
            for name, held in self.streams.items():
                assert self.run(log.read(StreamName(self.workshop, name), START)) == held
                at = len(held) // 2
                expected = held[at - 1].position if at else START
                assert self.run(log.position_at(StreamName(self.workshop, name), at)) == expected
            assert self.run(log.streams(self.workshop)) == sorted(name for name, held in self.streams.items() if held)


MODEL = settings(max_examples=25, stateful_step_count=25, deadline=None)


def test_sqlite_is_the_model() -> None:
    """[LOG-11] Whatever is asked in whatever order, SQLite answers as a plain list of events would."""

    class SqliteModel(LogModel):
        def open(self) -> list[Log]:
            self.folder = getattr(self, "folder", None) or Path(tempfile.mkdtemp(prefix="raakvlak-"))
            return [SqliteLog(self.folder)]

        def teardown(self) -> None:
            super().teardown()
            shutil.rmtree(self.folder)

    run_state_machine_as_test(SqliteModel, settings=MODEL)


def test_redis_with_two_workers_is_the_model(redis_server: RedisServer) -> None:
    """[LOG-11] Whatever is asked of two workers in whatever order, Redis answers as a plain list of events would."""

    class RedisModel(LogModel):
        def open(self) -> list[Log]:
            return [RedisLog(redis_server.url), RedisLog(redis_server.url)]

    run_state_machine_as_test(RedisModel, settings=MODEL)
