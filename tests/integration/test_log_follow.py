"""Two workers on one Redis: appends that race, and hearing one another, also after the connection was broken."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from integration.log_stores import SHARED, Heard, add, add_anyhow, everything, opened, until
from integration.redis_server import RedisServer

from raakvlak.canvas.events import START
from raakvlak.log import Appended, Conflict, Log, Stored, StoreUnavailable, StreamName
from raakvlak.log import redis_follow as follow_module
from raakvlak.log.redis import RedisLog
from raakvlak.log.redis_follow import channel_of

OTHER_WORKSHOP = StreamName("ws-2", "shared")


@pytest.fixture
async def workers(redis_server: RedisServer) -> AsyncIterator[tuple[Log, Log]]:
    """Two logs that share one Redis."""
    async with opened(RedisLog(redis_server.url)) as first, opened(RedisLog(redis_server.url)) as second:
        yield first, second


async def test_workers_see_the_same_streams(workers: tuple[Log, Log]) -> None:
    """[LOG-3] What one worker appended, another reads at once, and cannot append beside."""
    first, second = workers
    end = await add(first, SHARED, START, b"1")
    assert await everything(second, SHARED) == [b"1"]
    assert await second.append(SHARED, START, [b"x"]) == Conflict([Stored(end, b"1")])
    assert await second.streams("ws-1") == ["shared"]


async def test_workers_that_race_get_all_their_events_in_once(workers: tuple[Log, Log]) -> None:
    """[LOG-3] Two workers that append to one stream at the same time lose and double nothing."""

    async def write(log: Log, worker: int) -> None:
        position = START
        for n in range(60):
            position = await add_anyhow(log, SHARED, position, b"%d %d" % (worker, n))

    await asyncio.gather(*(write(log, worker) for worker, log in enumerate(workers)))
    events = await everything(workers[0], SHARED)
    for worker in range(2):
        mine = [event for event in events if event.startswith(b"%d " % worker)]
        assert mine == [b"%d %d" % (worker, n) for n in range(60)]
    assert len(events) == 120


async def test_an_append_is_told_to_the_other_workers(workers: tuple[Log, Log]) -> None:
    """[LOG-9] Whoever follows a workshop is told of each append by others to its streams, and of no others."""
    first, second = workers
    heard = Heard()
    await second.follow("ws-1", heard)
    await add(first, OTHER_WORKSHOP, START, b"elsewhere")
    appended = await first.append(SHARED, START, [b"1", b"2"])
    assert isinstance(appended, Appended)
    await add(first, SHARED, appended.events[-1].position, b"3")
    await add(first, StreamName("ws-1", "person:ann"), START, b"own")
    await heard.until(lambda: len(heard.appends) == 3)
    assert heard.appends[0] == ("shared", START, appended.events)
    assert [(stream, after.seq) for stream, after, _ in heard.appends] == [
        ("shared", 0),
        ("shared", 2),
        ("person:ann", 0),
    ]
    assert heard.gaps == 0


async def test_a_refused_append_is_told_to_nobody(workers: tuple[Log, Log]) -> None:
    """[LOG-9] Nobody is told of an append that did not happen, or that only repeats an earlier one."""
    first, second = workers
    heard = Heard()
    await second.follow("ws-1", heard)
    end = await add(first, SHARED, START, b"1")
    await first.append(SHARED, START, [b"x"])
    await first.append(SHARED, START, [b"1"])
    await add(first, SHARED, end, b"2")
    await heard.until(lambda: len(heard.appends) == 2)
    assert [[each.event for each in events] for _, _, events in heard.appends] == [[b"1"], [b"2"]]


async def test_what_a_worker_says_is_heard_by_the_others_only(workers: tuple[Log, Log]) -> None:
    """[LOG-9] What a worker says about a workshop reaches the followers on all other workers, not its own."""
    first, second = workers
    here, there, elsewhere = Heard(), Heard(), Heard()
    await first.follow("ws-1", here)
    await second.follow("ws-1", there)
    await second.follow("ws-2", elsewhere)
    await first.say("ws-1", b"\x00\xffone")
    await second.say("ws-1", b"two")
    await here.until(lambda: bool(here.messages))
    await there.until(lambda: bool(there.messages))
    assert (here.messages, there.messages, elsewhere.messages) == ([b"two"], [b"\x00\xffone"], [])


async def test_nothing_is_heard_after_closing_a_subscription(workers: tuple[Log, Log]) -> None:
    """[LOG-9] A subscription that was closed tells nothing any more; others of the same workshop go on."""
    first, second = workers
    gone, here = Heard(), Heard()
    leaving = await second.follow("ws-1", gone)
    await second.follow("ws-1", here)
    await leaving.close()
    await first.say("ws-1", b"1")
    await here.until(lambda: bool(here.messages))
    assert gone.messages == []


async def test_a_workshop_nobody_follows_is_not_heard_of(redis_server: RedisServer, workers: tuple[Log, Log]) -> None:
    """[LOG-9] When the last subscription to a workshop is closed, Redis sends nothing about it any more."""
    subscriptions = [await workers[0].follow("ws-1", Heard()) for _ in range(2)]
    assert channel_of("ws-1") in redis_server.ask("PUBSUB", "CHANNELS")
    for subscription in subscriptions:
        await subscription.close()
    await until(lambda: channel_of("ws-1") not in redis_server.ask("PUBSUB", "CHANNELS"))


async def test_following_again_hears_again(workers: tuple[Log, Log]) -> None:
    """[LOG-9] A workshop that nobody here followed any longer can be followed again, at once and many times."""
    first, second = workers
    position = START
    heard = Heard()
    for n in range(20):
        subscription = await second.follow("ws-1", heard)
        position = await add(first, SHARED, position, b"%d" % n)
        await heard.until(lambda: bool(heard.appends or heard.gaps))
        await subscription.close()
        heard.appends.clear()
        heard.gaps = 0


async def test_a_broken_connection_is_told_as_a_gap(redis_server: RedisServer, workers: tuple[Log, Log]) -> None:
    """[LOG-10] When the connection that hears others was broken, it is made again and its followers told of a gap."""
    first, second = workers
    heard, also = Heard(), Heard()
    await second.follow("ws-1", heard)
    await second.follow("ws-2", also)
    for _ in range(3):
        redis_server.ask("CLIENT", "KILL", "TYPE", "pubsub")
        await heard.until(lambda: heard.gaps > 0)
        await also.until(lambda: also.gaps > 0)
        heard.gaps = also.gaps = 0
    await add(first, SHARED, START, b"1")
    await heard.until(lambda: bool(heard.appends))


async def test_nothing_is_missed_by_who_reads_after_a_gap(redis_server: RedisServer, workers: tuple[Log, Log]) -> None:
    """[LOG-10] Applying what links and reading after a gap gives every event once, however often the line breaks."""
    first, second = workers
    heard = Heard()
    await second.follow("ws-1", heard)

    async def write() -> None:
        position = START
        for n in range(200):
            position = await add(first, SHARED, position, b"%d" % n)
            if n % 50 == 25:
                await asyncio.to_thread(redis_server.ask, "CLIENT", "KILL", "TYPE", "pubsub")

    writing = asyncio.create_task(write())
    followed: list[Stored] = []
    gaps = 0
    while len(followed) < 200:
        await heard.until(lambda: bool(heard.appends or heard.gaps))
        position = followed[-1].position if followed else START
        while heard.appends:
            _, after, events = heard.appends.pop(0)
            if after == position:
                followed += events
                position = events[-1].position
        if heard.gaps:
            gaps += heard.gaps
            heard.gaps = 0
            followed += await second.read(SHARED, position)
    await writing
    assert [each.event for each in followed] == [b"%d" % n for n in range(200)]
    assert gaps > 0


async def test_a_redis_that_was_killed_is_followed_again(redis_server: RedisServer, workers: tuple[Log, Log]) -> None:
    """[LOG-10] Followers hear of a gap, and of appends again, after Redis was killed and started."""
    first, second = workers
    heard = Heard()
    await second.follow("ws-1", heard)
    redis_server.restart()
    await heard.until(lambda: heard.gaps > 0)
    await add(first, SHARED, START, b"1")
    await heard.until(lambda: bool(heard.appends))


async def test_a_connection_that_died_in_silence_is_noticed(
    redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """[LOG-10] A Redis that holds the connection but says nothing, not even when asked, is left and connected anew."""
    monkeypatch.setattr(follow_module, "SILENCE", 0.1)
    heard = Heard()
    async with opened(RedisLog(redis_server.url, timeout=1.0)) as log:
        await log.follow("ws-1", heard)
        redis_server.pause()
        await until(lambda: "expected a sign of life" in caplog.text)
        redis_server.resume()
        await heard.until(lambda: heard.gaps > 0)


async def test_a_silent_but_living_connection_is_kept(
    redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """[LOG-10] A connection on which only signs of life come is kept."""
    monkeypatch.setattr(follow_module, "SILENCE", 0.05)

    def signs() -> int:
        return int(redis_server.ask("INFO", "commandstats").get("cmdstat_ping", {"calls": 0})["calls"])

    heard = Heard()
    async with opened(RedisLog(redis_server.url)) as log, opened(RedisLog(redis_server.url)) as other:
        await log.follow("ws-1", heard)
        await until(lambda: signs() >= 10)
        await other.say("ws-1", b"1")
        await heard.until(lambda: bool(heard.messages))
        assert heard.gaps == 0


async def test_nonsense_on_the_channel_counts_as_a_gap(redis_server: RedisServer, workers: tuple[Log, Log]) -> None:
    """[LOG-10] What no worker of this version says is taken for something missed, and stops nothing."""
    first, second = workers
    heard = Heard()
    await second.follow("ws-1", heard)
    redis_server.ask("PUBLISH", channel_of("ws-1"), "what is this")
    await heard.until(lambda: heard.gaps == 1)
    await first.say("ws-1", b"1")
    await heard.until(lambda: bool(heard.messages))


async def test_following_without_redis_is_refused_and_works_later(redis_server: RedisServer) -> None:
    """[LOG-8] Following a workshop fails within the timeout while Redis is away, and works when it is back."""
    heard = Heard()
    async with opened(RedisLog(redis_server.url, timeout=0.5)) as log, opened(RedisLog(redis_server.url)) as other:
        redis_server.kill()
        with pytest.raises(StoreUnavailable, match="confirm"):
            await log.follow("ws-1", heard)
        await log.say("ws-1", b"into the void")
        redis_server.start()
        async with asyncio.timeout(20):
            while True:
                try:
                    await log.follow("ws-1", heard)
                    break
                except StoreUnavailable:
                    continue
        await add(other, SHARED, START, b"1")
        await heard.until(lambda: bool(heard.appends or heard.gaps))
