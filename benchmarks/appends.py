"""How many changes the logs put on disk in a second: `python -m benchmarks.appends <folder> <seconds> [redis url]`."""

import asyncio
import json
import os
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from benchmarks.machine import cores, on_core
from raakvlak.canvas.events import START
from raakvlak.log import Appended, Log, StreamName
from raakvlak.log.redis import RedisLog
from raakvlak.log.sqlite import SqliteLog

WORKSHOPS = 100
BATCH = 100
EVENT = (
    b'{"at":1800000000000,"by":"3f9a2c417be0","intent":{"writer":"3f9a2c417be0-77d01c5b9e42","n":%d},"changes":[{"do":'
    b'"patch","id":"3f9a2c417be0-77d01c5b9e42.1","set":{"place":{"frame":"figure","u":0.4167,"v":0.5119}}}]}'
)
"""As stored for an item that was moved."""


class Clock:
    """Counts appends until the time is over."""

    def __init__(self, seconds: float) -> None:
        self._began = time.perf_counter()
        self._ends = self._began + seconds
        self._done = 0

    def going(self) -> bool:
        return time.perf_counter() < self._ends

    def did(self, count: int) -> None:
        self._done += count

    def rate(self) -> float:
        """Changes a second."""
        return self._done / (time.perf_counter() - self._began)


async def stream(log: Log, name: str, batch: int, clock: Clock) -> None:
    """Append to one stream again and again, each time after the last is on disk."""
    number, at = 0, START
    while clock.going():
        events = [EVENT % (number + each) for each in range(batch)]
        appended = await log.append(StreamName(name, "shared"), at, events)
        if not isinstance(appended, Appended):
            raise TypeError(f"expected to append alone, but got {appended}")
        at = appended.events[-1].position
        number += batch
        clock.did(batch)


async def measure(log: Log, seconds: float) -> dict[str, float]:
    """One at a time, side by side, and in batches: changes a second."""
    modes: dict[str, Callable[[Clock], Awaitable[object]]] = {
        "alone": lambda clock: stream(log, "alone", 1, clock),
        "side by side": lambda clock: asyncio.gather(
            *(stream(log, f"w{number}", 1, clock) for number in range(WORKSHOPS))
        ),
        "batches": lambda clock: stream(log, "batches", BATCH, clock),
    }
    await log.start()
    rates = {}
    for name, mode in modes.items():
        clock = Clock(seconds)
        await mode(clock)
        rates[name] = clock.rate()
    await log.close()
    return rates


def fsyncs(folder: Path, seconds: float) -> float:
    """How often the disk itself takes a page in a second, one after the other."""
    clock = Clock(seconds)
    with (folder / "pages").open("wb", buffering=0) as file:
        while clock.going():
            file.write(bytes(4096))
            os.fsync(file.fileno())
            clock.did(1)
    return clock.rate()


def main() -> None:
    """Measure one store."""
    folder, seconds = Path(sys.argv[1]), float(sys.argv[2])
    redis = sys.argv[3] if len(sys.argv) > 3 else None
    with on_core(cores()[0]):
        rates = {} if redis else {"fsyncs": fsyncs(folder, seconds / 2)}
        log: Log = RedisLog(redis) if redis else SqliteLog(folder)
        rates |= asyncio.run(measure(log, seconds))
    sys.stdout.write(json.dumps(rates) + "\n")


if __name__ == "__main__":
    main()
