"""Redis's own cases: settings that would lose data, a tail that was lost, a Redis that is away, full or slow."""

import asyncio
import logging
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from integration.log_stores import SHARED, Heard, add, everything, opened, until
from integration.redis_server import RedisServer

from raakvlak.canvas.events import START
from raakvlak.log import Appended, HistoryLost, StoreRefused, StoreUnavailable, StreamName
from raakvlak.log.redis import RedisLog

KEY = "raakvlak:{ws-1}:stream:shared"


@pytest.fixture
def other_redis(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[RedisServer]:
    """A Redis with other settings."""
    server = RedisServer(tmp_path / "other", **request.param)
    server.start()
    yield server
    server.kill()


@pytest.mark.parametrize(
    ("other_redis", "sentence"),
    [
        ({"appendonly": "no"}, r"appendonly is no \(set it to yes\)"),
        ({"appendfsync": "everysec"}, r"appendfsync is everysec \(set it to always\)"),
        ({"maxmemory_policy": "allkeys-lru"}, r"maxmemory-policy is allkeys-lru \(set it to noeviction\)"),
    ],
    indirect=["other_redis"],
)
async def test_settings_that_lose_data_are_refused(other_redis: RedisServer, sentence: str) -> None:
    """[RUN-5] A Redis that could lose what it was given is refused, naming the setting to change."""
    for trust in (False, True):
        log = RedisLog(other_redis.url, trust_settings=trust)
        with pytest.raises(StoreRefused, match=sentence):
            await log.start()
        await log.close()


FORBIDDEN = pytest.mark.parametrize(
    "other_redis", [{"rename_command": "CONFIG ''"}, {"user": "default on nopass ~* &* +@all -config"}], indirect=True
)


@FORBIDDEN
async def test_settings_that_cannot_be_looked_at_are_refused(other_redis: RedisServer) -> None:
    """[RUN-6] Where Redis forbids CONFIG GET, the server starts only when told to take the settings on trust."""
    log = RedisLog(other_redis.url)
    with pytest.raises(StoreRefused, match="RAAKVLAK_TRUST_REDIS=1"):
        await log.start()
    await log.close()


@FORBIDDEN
async def test_settings_can_be_taken_on_trust(other_redis: RedisServer, caplog: pytest.LogCaptureFixture) -> None:
    """[RUN-6] Told to trust the settings it cannot look at, the server starts and warns."""
    async with opened(RedisLog(other_redis.url, trust_settings=True)) as log:
        await add(log, SHARED, START, b"1")
        assert await everything(log, SHARED) == [b"1"]
    assert "taken on trust" in caplog.text


@pytest.mark.parametrize("other_redis", [{"requirepass": "sesame"}], indirect=True)
async def test_a_wrong_password_is_refused(other_redis: RedisServer) -> None:
    """[RUN-5] A Redis that does not let the server in is refused with a sentence, which does not tell the password."""
    address = f"127.0.0.1:{other_redis.port}"
    for url in (f"redis://{address}/0", f"redis://:wrong-one@{address}/0"):
        log = RedisLog(url)
        with pytest.raises(StoreRefused, match="let this server in") as refused:
            await log.start()
        await log.close()
        assert "wrong-one" not in str(refused.value)
    async with opened(RedisLog(f"redis://:sesame@{address}/0")) as right:
        await add(right, SHARED, START, b"1")


def test_a_wrong_address_is_refused() -> None:
    """[RUN-5] What is not the address of a Redis is refused with a sentence."""
    for url in ("http://127.0.0.1:6379", "127.0.0.1"):
        with pytest.raises(StoreRefused, match="expected the address of a Redis"):
            RedisLog(url)


async def test_a_redis_that_is_away_is_said_to_be(redis_server: RedisServer) -> None:
    """[LOG-8] While Redis is away, starting, reading and appending fail as unavailable; when it is back they work."""
    async with opened(RedisLog(redis_server.url)) as log:
        end = await add(log, SHARED, START, b"1")
        redis_server.kill()
        with pytest.raises(StoreUnavailable):
            await log.append(SHARED, end, [b"2"])
        with pytest.raises(StoreUnavailable):
            await log.read(SHARED, START)
        with pytest.raises(StoreUnavailable):
            await log.position_at(SHARED, 1)
        with pytest.raises(StoreUnavailable):
            await log.streams("ws-1")
        late = RedisLog(redis_server.url)
        with pytest.raises(StoreUnavailable):
            await late.start()
        await late.close()
        redis_server.start()
        await add(log, SHARED, end, b"2")  # also: the script is not in Redis's memory any more
        assert await everything(log, SHARED) == [b"1", b"2"]


async def test_a_slow_redis_is_not_waited_for_and_mixes_up_nothing(redis_server: RedisServer) -> None:
    """[LOG-8] Answers that come after their callers gave up are given to nobody else."""
    async with opened(RedisLog(redis_server.url, timeout=0.4)) as log:
        for n in range(5):
            await add(log, StreamName("ws-1", f"person:{n}"), START, b"%d" % n)
        redis_server.pause()
        began = time.monotonic()
        asked = [log.read(StreamName("ws-1", f"person:{n}"), START) for n in range(5)]
        pushed = [log.append(StreamName("ws-2", f"person:{n}"), START, [b"%d" % n]) for n in range(5)]
        outcomes = await asyncio.gather(*asked, *pushed, return_exceptions=True)
        assert [type(outcome) for outcome in outcomes] == [StoreUnavailable] * 10
        assert time.monotonic() - began < 3
        redis_server.resume()
        for n in range(5):
            assert await everything(log, StreamName("ws-1", f"person:{n}")) == [b"%d" % n]
        for n in range(5):
            outcome = await log.append(StreamName("ws-2", f"person:{n}"), START, [b"%d" % n])
            assert isinstance(outcome, Appended)
            assert await everything(log, StreamName("ws-2", f"person:{n}")) == [b"%d" % n]


async def test_a_closed_log_does_not_wait_for_a_dead_redis(redis_server: RedisServer) -> None:
    """[LOG-8] Closing ends within the timeout also while Redis does not answer."""
    log = RedisLog(redis_server.url, timeout=0.3)
    await log.start()
    await log.follow("ws-1", Heard())
    redis_server.pause()
    append = asyncio.create_task(log.append(SHARED, START, [b"1"]))
    await asyncio.sleep(0)  # it has begun
    began = time.monotonic()
    await log.close()
    assert time.monotonic() - began < 3
    with pytest.raises(StoreUnavailable):
        await append


async def test_a_repeated_append_is_on_disk_before_it_is_answered(redis_server: RedisServer) -> None:
    """[SAVE-3] A repeated append changes nothing, but has Redis write, so that its answer waits for the disk."""

    def written() -> int:
        return int(redis_server.ask("INFO", "persistence")["aof_current_size"])

    async with opened(RedisLog(redis_server.url)) as log:
        end = await add(log, SHARED, START, b"1")
        before = written()
        await log.append(SHARED, START, [b"other"])
        assert written() == before
        assert await add(log, SHARED, START, b"1") == end
        assert written() > before


async def test_a_redis_without_memory_loses_nothing_and_recovers(redis_server: RedisServer) -> None:
    """[SAVE-4] When Redis has no memory left an append fails as a whole; with memory again the same one succeeds."""
    async with opened(RedisLog(redis_server.url)) as log:
        end = await add(log, SHARED, START, b"1")
        redis_server.ask("CONFIG", "SET", "maxmemory", 1)
        with pytest.raises(StoreUnavailable, match="maxmemory"):
            await log.append(SHARED, end, [b"2", b"3"])
        assert await everything(log, SHARED) == [b"1"]
        redis_server.ask("CONFIG", "SET", "maxmemory", 0)
        await add(log, SHARED, end, b"2", b"3")
        assert await everything(log, SHARED) == [b"1", b"2", b"3"]


async def test_a_key_of_another_program_harms_only_itself(redis_server: RedisServer) -> None:
    """[SAVE-4] A stream whose key holds something else cannot be used; appends beside it succeed."""
    redis_server.ask("SET", KEY, "something else")
    beside = StreamName("ws-1", "facilitators")
    async with opened(RedisLog(redis_server.url)) as log:
        broken, fine = await asyncio.gather(
            log.append(SHARED, START, [b"1"]), log.append(beside, START, [b"1"]), return_exceptions=True
        )
        assert isinstance(broken, StoreUnavailable)
        assert isinstance(fine, Appended)
    assert redis_server.ask("GET", KEY) == "something else"


async def test_older_data_put_back_is_lost_history(redis_server: RedisServer) -> None:
    """[LOG-5] To those who were further, a Redis that was set back is lost history, also when it went on."""
    async with opened(RedisLog(redis_server.url)) as log:
        one = await add(log, SHARED, START, b"1")
        copy = redis_server.keep_copy()
        two = await add(log, SHARED, one, b"2")
        redis_server.go_back(copy)
        for attempt in (log.read(SHARED, two), log.append(SHARED, two, [b"3"])):
            with pytest.raises(HistoryLost):
                await attempt
        await add(log, SHARED, one, b"other")
        for attempt in (log.read(SHARED, two), log.append(SHARED, two, [b"3"])):
            with pytest.raises(HistoryLost):
                await attempt
        assert await everything(log, SHARED) == [b"1", b"other"]


async def test_a_cut_tail_is_lost_history(redis_server: RedisServer) -> None:
    """[LOG-5] Entries that are gone from a stream's end are lost history to those who had them."""
    async with opened(RedisLog(redis_server.url)) as log:
        end = await add(log, SHARED, START, b"1", b"2", b"3")
        redis_server.cut_tail(KEY, 2)
        with pytest.raises(HistoryLost):
            await log.read(SHARED, end)
        with pytest.raises(HistoryLost):
            await log.append(SHARED, end, [b"4"])


@pytest.mark.parametrize("command", [("XDEL", KEY, "3-0"), ("XDEL", KEY, "2-0"), ("XTRIM", KEY, "MAXLEN", "2")])
async def test_entries_taken_out_of_a_stream_are_noticed(redis_server: RedisServer, command: tuple[str, ...]) -> None:
    """[LOG-5] Entries deleted from a stream are noticed by reading it, or by going on where it seems to end."""
    async with opened(RedisLog(redis_server.url)) as log:
        await add(log, SHARED, START, b"1", b"2", b"3")
        redis_server.ask(*command)
        with pytest.raises(HistoryLost):
            found = await log.read(SHARED, START)
            await log.append(SHARED, found[-1].position, [b"other"])


async def test_changed_bytes_are_noticed(redis_server: RedisServer) -> None:
    """[LOG-5] An event whose bytes were changed is noticed when the stream is read."""
    async with opened(RedisLog(redis_server.url)) as log:
        end = await add(log, SHARED, START, b"1")
        redis_server.ask("DEL", KEY)
        redis_server.ask("XADD", KEY, "1-0", "token", end.token, "event", "forged")
        with pytest.raises(HistoryLost):
            await log.read(SHARED, START)


async def test_a_redis_that_comes_back_with_other_settings_is_not_trusted(
    redis_server: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    """[RUN-5] When Redis comes back with settings that lose data nothing is called saved until they are right."""
    caplog.set_level(logging.ERROR)
    async with opened(RedisLog(redis_server.url)) as log:
        end = await add(log, SHARED, START, b"1")
        redis_server.settings["appendfsync"] = "everysec"
        redis_server.restart()
        await until(lambda: "Nothing more is saved" in caplog.text)
        with pytest.raises(StoreUnavailable, match="appendfsync is everysec"):
            await log.append(SHARED, end, [b"2"])
        assert await everything(log, SHARED) == [b"1"]
        redis_server.settings["appendfsync"] = "always"
        redis_server.restart()
        async with asyncio.timeout(20):
            while True:
                try:
                    await add(log, SHARED, end, b"2")
                    break
                except StoreUnavailable:
                    await asyncio.sleep(0.01)  # the pause of whoever tries again
        assert await everything(log, SHARED) == [b"1", b"2"]


async def test_appends_at_once_share_a_round_trip(redis_server: RedisServer) -> None:
    """[RUN-4] Appends that are asked while Redis is busy go together: 1,000 at once need only a few connections."""
    async with opened(RedisLog(redis_server.url)) as log:
        streams = [StreamName("ws-1", f"person:{n}") for n in range(1_000)]
        await asyncio.gather(*(add(log, stream, START, b"1") for stream in streams))
        assert len(redis_server.ask("CLIENT", "LIST", "TYPE", "normal").splitlines()) < 8
        await asyncio.gather(*(log.read(stream, START) for stream in streams))
        assert len(redis_server.ask("CLIENT", "LIST", "TYPE", "normal").splitlines()) < 25
