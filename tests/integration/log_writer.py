"""A process that appends until it is killed, saying on its output what is saved: `log_writer.py sqlite <folder>`."""

import asyncio
import sys
from itertools import count
from pathlib import Path

from raakvlak.canvas.events import START
from raakvlak.log import Log, StreamName
from raakvlak.log.redis import RedisLog
from raakvlak.log.sqlite import SqliteLog


async def write(log: Log) -> None:
    """Append to a few streams at once, each number after the one before it was saved."""
    await log.start()

    async def fill(name: str) -> None:
        position = START
        for n in count():
            outcome = await log.append(StreamName("ws-1", name), position, [f"{name} {n}".encode()])
            position = outcome.events[-1].position  # type: ignore[union-attr]
            sys.stdout.write(f"{name} {n}\n")
            sys.stdout.flush()

    await asyncio.gather(*(fill(name) for name in ("shared", "facilitators", "person:ann")))


if __name__ == "__main__":
    store, where = sys.argv[1:]
    asyncio.run(write(SqliteLog(Path(where)) if store == "sqlite" else RedisLog(where)))
