"""Appending to several streams at once, on every store: all of it or nothing."""

import asyncio
from itertools import pairwise

import pytest
from integration.log_stores import SHARED, Heard, RedisStore, Store, add, everything, opened, stored, until
from integration.redis_server import RedisServer
from integration.workers import go_deaf, may_go_deaf

from raakvlak.canvas.events import START, Position
from raakvlak.log import Appended, Conflicts, HistoryLost, Log, Part, StoreUnavailable, StreamName
from raakvlak.log.redis import RedisLog

ANN = StreamName("ws-1", "person:ann")
BOB = StreamName("ws-1", "person:bob")


async def test_all_at_once(log: Log) -> None:
    """[LOG-14] What is appended to several streams at once is in all of them, each after what it held."""
    one = await add(log, ANN, START, b"1")
    outcome = await log.append_all(
        [Part(SHARED, START, [b"s", b"t"]), Part(ANN, one, [b"2"]), Part(BOB, START, [b"b"])]
    )
    assert outcome == [
        Appended(stored(START, b"s", b"t")),
        Appended(stored(one, b"2")),
        Appended(stored(START, b"b")),
    ]
    assert [await everything(log, each) for each in (SHARED, ANN, BOB)] == [[b"s", b"t"], [b"1", b"2"], [b"b"]]
    assert await log.streams("ws-1") == ["person:ann", "person:bob", "shared"]


@pytest.mark.parametrize("behind", [0, 1, 2])
async def test_or_nothing(log: Log, behind: int) -> None:
    """[LOG-15] Where one of the streams has gone on nothing is appended to any, and what each missed is told."""
    streams = [SHARED, ANN, BOB]
    ends = [await add(log, each, START, b"1") for each in streams]
    await add(log, streams[behind], ends[behind], b"2", b"3")
    parts = [Part(each, end, [b"x"]) for each, end in zip(streams, ends, strict=True)]
    missed = [stored(end, b"2", b"3") if place == behind else [] for place, end in enumerate(ends)]
    assert await log.append_all(parts) == Conflicts(missed)
    for place, each in enumerate(streams):
        assert await everything(log, each) == ([b"1", b"2", b"3"] if place == behind else [b"1"])


async def test_or_history_is_lost(log: Log) -> None:
    """[LOG-15] Nor where one of the streams never was at its position: that fails as lost history."""
    end = await add(log, SHARED, START, b"1")
    for other in (Position(1, "0" * 64), Position(0, "0" * 64)):
        with pytest.raises(HistoryLost):
            await log.append_all([Part(SHARED, end, [b"x"]), Part(ANN, other, [b"x"])])
    assert await everything(log, SHARED) == [b"1"]
    assert await log.streams("ws-1") == ["shared"]


async def test_repeated(log: Log) -> None:
    """[LOG-16] Asked again, also after others went on, it is answered alike and happens once."""
    parts = [Part(SHARED, START, [b"1"]), Part(ANN, START, [b"a"])]
    first = await log.append_all(parts)
    assert await log.append_all(parts) == first
    await add(log, ANN, stored(START, b"a")[-1].position, b"b")
    assert await log.append_all(parts) == first
    await add(log, SHARED, stored(START, b"1")[-1].position, b"2")
    assert await log.append_all(parts) == first
    assert [await everything(log, each) for each in (SHARED, ANN)] == [[b"1", b"2"], [b"a", b"b"]]


async def test_of_many_at_once_all_go_together(log: Log) -> None:
    """[LOG-14] Of many that are asked at once, beside single ones, each happens whole, in one order for all streams."""

    async def write(writer: int) -> None:
        after = dict.fromkeys((SHARED, ANN), START)
        for n in range(10):
            event = b"%d %d" % (writer, n)
            while True:
                outcome = await log.append_all([Part(*each, [event]) for each in after.items()])
                if not isinstance(outcome, Conflicts):
                    break
                for stream, missed in zip(after, outcome.missed, strict=True):
                    after[stream] = missed[-1].position if missed else after[stream]
            after = {stream: each.events[-1].position for stream, each in zip(after, outcome, strict=True)}

    async def write_alone() -> None:
        at = START
        for n in range(30):
            at = await add(log, BOB, at, b"%d" % n)

    await asyncio.gather(write_alone(), *(write(writer) for writer in range(4)))
    shared, ann = await everything(log, SHARED), await everything(log, ANN)
    assert shared == ann
    assert len(shared) == 40
    for writer in range(4):
        mine = [int(event.split()[1]) for event in shared if event.startswith(b"%d " % writer)]
        assert mine == list(range(10))


async def test_what_cannot_go_together(log: Log) -> None:
    """[LOG-14] Streams of two workshops, and one stream twice, are refused with a sentence."""
    for other in (StreamName("ws-2", "shared"), SHARED):
        with pytest.raises(ValueError, match="expected"):
            await log.append_all([Part(SHARED, START, [b"1"]), Part(other, START, [b"2"])])
    with pytest.raises(ValueError, match="expected"):
        await log.append_all([])


async def test_it_is_whole_after_opening_again(store: Store) -> None:
    """[LOG-14] It is on disk as one."""
    async with opened(store.log()) as log:
        await log.append_all([Part(SHARED, START, [b"1"]), Part(ANN, START, [b"a"])])
    async with opened(store.log()) as log:
        assert [await everything(log, each) for each in (SHARED, ANN)] == [[b"1"], [b"a"]]


async def test_others_hear_of_all_of_it(redis_server: RedisServer) -> None:
    """[LOG-17] Other workers are told of every stream, when all of it can be read."""
    store = RedisStore(redis_server)
    async with opened(store.log()) as log, opened(store.log()) as other:
        heard = Heard()
        await other.follow("ws-1", heard)
        await log.append_all([Part(SHARED, START, [b"1"]), Part(ANN, START, [b"a"])])
        await heard.until(lambda: len(heard.appends) == 2)
        assert heard.appends == [
            (each.name, START, stored(START, event)) for each, event in ((SHARED, b"1"), (ANN, b"a"))
        ]


async def test_where_redis_lets_nothing_be_told(redis_server: RedisServer) -> None:
    """[LOG-14] Where Redis forbids to tell others of it, it is said to fail, but is there as a whole."""
    url = may_go_deaf(redis_server)
    async with opened(RedisLog(url)) as log:
        go_deaf(redis_server)
        parts = [Part(SHARED, START, [b"1"]), Part(ANN, START, [b"a"])]
        with pytest.raises(StoreUnavailable):
            await log.append_all(parts)
        assert [await everything(log, each) for each in (SHARED, ANN)] == [[b"1"], [b"a"]]
        assert await log.append_all(parts) == [Appended(stored(START, b"1")), Appended(stored(START, b"a"))]


async def test_a_tail_that_was_cut_stops_all_of_it(redis_server: RedisServer) -> None:
    """[LOG-15] Where Redis no longer holds the end of one of the streams, nothing is appended to the others."""
    async with opened(RedisStore(redis_server).log()) as log:
        end = await add(log, ANN, START, b"1", b"2")
        redis_server.cut_tail("raakvlak:{ws-1}:stream:person:ann", 2)
        redis_server.ask("XADD", "raakvlak:{ws-1}:stream:person:ann", "3-0", "token", "0" * 64, "event", "x")
        redis_server.ask("XDEL", "raakvlak:{ws-1}:stream:person:ann", "3-0")
        with pytest.raises(HistoryLost):
            await log.append_all([Part(SHARED, START, [b"s"]), Part(ANN, end, [b"3"])])
        assert await everything(log, SHARED) == []


async def _keep_appending(log: Log) -> None:
    """The same to both streams, until the store is gone."""
    ends = {each: (await log.read(each, START))[-1:] for each in (SHARED, ANN)}
    at = {each: end[0].position if end else START for each, end in ends.items()}
    while True:
        outcome = await log.append_all([Part(stream, after, [b"%d" % after.seq]) for stream, after in at.items()])
        assert not isinstance(outcome, Conflicts)
        at = {stream: each.events[-1].position for stream, each in zip(at, outcome, strict=True)}


async def test_a_killed_redis_holds_all_or_nothing(redis_server: RedisServer) -> None:
    """[LOG-14] Whenever Redis is killed, what it holds afterwards of both streams is the same."""
    lengths = [0]
    for _ in range(3):
        async with opened(RedisStore(redis_server).log()) as log:
            writing = asyncio.create_task(_keep_appending(log))
            await until(lambda: _length(redis_server, SHARED) > lengths[-1] + 20)
            redis_server.kill()
            with pytest.raises(StoreUnavailable):
                await writing
        redis_server.start()
        lengths.append(_length(redis_server, SHARED))
        assert _length(redis_server, ANN) == lengths[-1]
    assert all(more > less for less, more in pairwise(lengths))


def _length(redis: RedisServer, stream: StreamName) -> int:
    return int(redis.ask("XLEN", f"raakvlak:{{{stream.workshop}}}:stream:{stream.name}"))
