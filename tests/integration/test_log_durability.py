"""What was called saved is there after a kill, at any moment, on both stores."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from integration import log_writer
from integration.log_stores import SHARED, Heard, add, add_anyhow, everything, opened
from integration.redis_server import RedisServer

from raakvlak.canvas.events import START
from raakvlak.log import Log, StoreUnavailable, StreamName
from raakvlak.log.redis import RedisLog
from raakvlak.log.sqlite import SqliteLog


def killed_writer(store: str, where: str, lines: int) -> list[str]:
    """What a process called saved before `kill -9`, after this many lines or a few more."""
    command = [sys.executable, str(Path(log_writer.__file__)), store, where]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        if process.stdout is None:
            raise RuntimeError("expected an output to read")
        said = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        said += process.stdout.readlines()
    return [line.strip() for line in said if line.endswith("\n")]


async def check(log: Log, said: list[str]) -> None:
    """Every stream holds what was called saved, in order, and at most one event more: the one under way."""
    for name in ("shared", "facilitators", "person:ann"):
        found = [event.decode() for event in await everything(log, StreamName("ws-1", name))]
        saved = [line for line in said if line.startswith(name + " ")]
        assert found == [f"{name} {n}" for n in range(len(found))]
        assert len(found) - len(saved) in (0, 1)


@pytest.mark.parametrize("lines", [1, 40, 400])
async def test_sqlite_keeps_what_a_killed_server_called_saved(tmp_path: Path, lines: int) -> None:
    """[SAVE-2] After `kill -9` of the server, SQLite holds every event that was called saved, and takes new ones."""
    said = killed_writer("sqlite", str(tmp_path / "data"), lines)
    assert len(said) >= lines
    async with opened(SqliteLog(tmp_path / "data")) as log:
        await check(log, said)
        await add_anyhow(log, SHARED, START, b"new")


async def test_redis_keeps_what_a_killed_worker_called_saved(redis_server: RedisServer) -> None:
    """[SAVE-2] After `kill -9` of a worker, Redis holds every event that was called saved."""
    said = killed_writer("redis", redis_server.url, 200)
    assert len(said) >= 200
    async with opened(RedisLog(redis_server.url)) as log:
        await check(log, said)


async def test_redis_killed_at_any_moment_keeps_what_was_called_saved(redis_server: RedisServer) -> None:
    """[SAVE-3] Appends under way while Redis is killed and started are tried again, and happen once, in order."""

    async def fill(log: Log, name: str) -> None:
        stream = StreamName("ws-1", name)
        position = START
        for n in range(400):
            while True:
                try:
                    position = await add(log, stream, position, f"{name} {n}".encode())
                    break
                except StoreUnavailable:
                    await asyncio.sleep(0.01)  # the pause of whoever tries again

    async with opened(RedisLog(redis_server.url)) as log, asyncio.timeout(60):
        names = ["shared", "facilitators", "person:ann"]
        filling = [asyncio.create_task(fill(log, name)) for name in names]
        for reached in (50, 150, 250):
            while True:
                position = await log.position_at(SHARED, reached)
                if position:
                    break
            await asyncio.to_thread(redis_server.restart)
        await asyncio.gather(*filling)
        for name in names:
            events = await everything(log, StreamName("ws-1", name))
            assert events == [f"{name} {n}".encode() for n in range(400)]


async def test_an_append_whose_answer_was_lost_can_be_repeated(redis_server: RedisServer) -> None:
    """[SAVE-3] An append that Redis did while its caller gave up waiting is taken as done when it is repeated."""
    async with opened(RedisLog(redis_server.url, timeout=0.3)) as log:
        await log.follow("ws-1", Heard())  # so that all connections are up
        end = await add(log, SHARED, START, b"1")
        redis_server.pause()
        with pytest.raises(StoreUnavailable):
            await log.append(SHARED, end, [b"2"])
        redis_server.resume()
        async with asyncio.timeout(10):
            while len(await everything(log, SHARED)) < 2:  # Redis does what it was sent before it was paused
                pass
        await add(log, SHARED, end, b"2")
        assert await everything(log, SHARED) == [b"1", b"2"]
