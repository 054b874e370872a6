"""Processes that die in the middle of everything, as by `kill -9`."""

import asyncio
import contextlib
from collections.abc import Iterator
from pathlib import Path

from faults.author import Author
from faults.deeds import Chance, agree, author, busy
from integration.harness import Browser, Running
from integration.programs import SERVE, Program, answers, free_port, running_program
from integration.redis_server import RedisServer
from integration.stage import Stage, staged

from raakvlak.config import Rhythm
from raakvlak.log import Log
from raakvlak.log.redis import RedisLog
from raakvlak.log.sqlite import SqliteLog

DEEDS = 100
KILLED_AFTER = (20, 45)
"""How many changes the first author has been told to be saved when something dies."""


@contextlib.contextmanager
def serving(folder: Path, port: int, redis: str = "") -> Iterator[Program]:
    """`raakvlak serve`, answering."""
    settings = {
        "RAAKVLAK_PORT": str(port),
        "RAAKVLAK_DATA": str(folder),
        "RAAKVLAK_REDIS": redis,
        "RAAKVLAK_SECRET": "of these tests",
    }
    with running_program(SERVE, folder / f"output-{len(list(folder.iterdir()))}", settings) as program:
        yield program


async def killed_under_load(folder: Path, log: Log, redis: str = "") -> None:
    """Kill the server twice while four pages write, start it again each time, and check what became of it all."""
    port = free_port()
    with contextlib.ExitStack() as programs:

        async def start() -> Program:
            program = programs.enter_context(serving(folder, port, redis))
            await asyncio.to_thread(program.until, lambda: answers(f"http://127.0.0.1:{port}/healthz"))
            return program

        program = await start()
        await log.start()
        address = f"http://127.0.0.1:{port}"
        stage = Stage(Running(address, log), await Browser(address).make())
        authors = [await author(stage, name) for name in ("Ann", "Bob", "Cas", "Dan")]
        writing = [asyncio.create_task(busy(page, Chance(number), DEEDS)) for number, page in enumerate(authors)]
        for many in KILLED_AFTER:
            await authors[0].until(lambda many=many: len(authors[0].account.saved) >= many)  # type: ignore[misc]
            program.kill()
            assert not any(task.done() for task in writing), "expected them to be writing when the server dies"
            program = await start()
        await asyncio.gather(*writing)
        newcomer = await author(stage, "Eva")
        await agree(log, stage.workshop, [*authors, newcomer])
        assert all(page.returns >= len(KILLED_AFTER) for page in authors)
        assert not any(page.forked for page in authors)
        await stage.clear()
        await log.close()


async def test_a_killed_server(tmp_path: Path) -> None:
    """[SAVE-32] When the server is killed and starts again, what was called saved is there, once; all go on alike."""
    await killed_under_load(tmp_path, SqliteLog(tmp_path, only_read=True))


async def test_a_killed_worker_on_redis(tmp_path: Path, redis_server: RedisServer) -> None:
    """[SAVE-32] The same for a worker on Redis."""
    folder = tmp_path / "worker"
    folder.mkdir()
    await killed_under_load(folder, RedisLog(redis_server.url), redis_server.url)


async def test_a_killed_redis(tmp_path: Path, redis_server: RedisServer) -> None:
    """[SAVE-33] When Redis is killed and starts again people wait for it; all that was called saved is there, once."""
    rhythm = Rhythm(heads=0.2, retry_longest=0.1)
    async with staged(tmp_path, redis=redis_server.url, rhythm=rhythm) as stage:
        authors = [await author(stage, name) for name in ("Ann", "Bob", "Cas")]
        first: Author = authors[0]
        writing = [asyncio.create_task(busy(page, Chance(number), DEEDS)) for number, page in enumerate(authors)]
        for many in KILLED_AFTER:
            await first.until(lambda many=many: len(first.account.saved) >= many)  # type: ignore[misc]
            redis_server.kill()
            assert not any(task.done() for task in writing), "expected them to be writing when Redis dies"
            notices = len(first.notices)
            await first.until(lambda notices=notices: "waiting" in first.notices[notices:])  # type: ignore[misc]
            await asyncio.to_thread(redis_server.start)
        await asyncio.gather(*writing)
        assert first.notices[-1] == "saving-again"
        await agree(stage.server.log, stage.workshop, authors)
        assert not any(page.forked for page in authors)
