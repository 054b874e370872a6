"""What is measured of a running server, in the generator's process."""

import time
from collections.abc import Awaitable, Callable
from statistics import median
from typing import Any, NamedTuple

from benchmarks.crowd import Crowd, Line, Step
from benchmarks.machine import cpu_seconds, resident_bytes
from benchmarks.wires import Wire
from benchmarks.wires.naive import NaiveWire
from benchmarks.wires.raakvlak import CANVAS, RaakvlakWire
from benchmarks.wires.yjs import YjsWire

WORKSHOP_PEOPLE, WORKSHOP_PACE = 25, 20.0
CROWDS = (25, 35, 42, 50, 60, 72, 86, 104, 125, 150, 180, 230, 300, 380, 480, 600, 750)
"""People who drag at the same time, until it is too much."""
CROWD_PACE = 30.0
SAVERS = 100
SAVER_PACES = (10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 75.0, 90.0, 110.0, 135.0, 165.0, 200.0, 240.0, 290.0)
"""Saved moves a second of each person, until it is too much."""
BUSY = 0.9
"""Share of a core at which a process has nothing left."""
TOO_LATE = 0.2
"""Seconds of p99 at which it is too much."""
ITEMS = 1_000


class Wanted(NamedTuple):
    """What to measure of which server."""

    server: str
    port: int
    pid: int
    quick: bool

    def wire(self, saves: bool = False) -> Wire:
        """Its protocol."""
        if self.server == "raakvlak":
            return RaakvlakWire(self.port, saves)
        return NaiveWire(self.port) if self.server == "naive" else YjsWire(self.port)


Figures = dict[str, Any]


async def workshop(wanted: Wanted) -> Figures:
    """One workshop as it will be: everyone drags at once."""
    settle, seconds = (0.5, 1.5) if wanted.quick else (1.0, 8.0)
    moves = int((settle + seconds + 2) * WORKSHOP_PACE)
    crowd = Crowd(wanted.wire(), wanted.pid, WORKSHOP_PEOPLE, moves)
    await crowd.grow(WORKSHOP_PEOPLE)
    return (await crowd.move(WORKSHOP_PACE, settle, seconds))._asdict()


async def saturation(wanted: Wanted) -> Figures:
    """More and more people drag, until they see each other too late."""
    sizes = (25, 60) if wanted.quick else CROWDS
    settle, seconds = (0.5, 1.0) if wanted.quick else (1.0, 2.5)
    moves = int(len(sizes) * (settle + seconds + 1) * CROWD_PACE)
    crowd = Crowd(wanted.wire(), wanted.pid, sizes[-1], moves)
    steps = []
    for people in sizes:
        await crowd.grow(people)
        steps.append(await crowd.move(CROWD_PACE, settle, seconds))
        if _too_much(steps[-1]):
            break
    return _best(steps)


async def saved(wanted: Wanted) -> Figures:
    """Moves that are logged and acknowledged, at a higher and higher pace, until they come too late.

    Hocuspocus keeps its updates in memory, and tells nobody when they are on disk; it is not asked to.
    """
    people, paces = (25, (5.0, 20.0)) if wanted.quick else (SAVERS, SAVER_PACES)
    settle, seconds = (0.5, 1.0) if wanted.quick else (1.0, 2.5)
    moves = int(sum(paces) * (settle + seconds + 1))
    wire = wanted.wire(saves=True)
    crowd = Crowd(wire, wanted.pid, people, moves)
    await crowd.grow(people)
    steps = []
    for pace in paces:
        steps.append(await crowd.move(pace, settle, seconds))
        if _too_much(steps[-1]):
            break
    if not isinstance(wire, RaakvlakWire):
        return _best(steps)
    complete = await crowd.until_heard()
    acknowledged = {writer: int(crowd.tally.last[index, index]) for writer, index in wire.writers.items()}
    return {
        **_best(steps),
        "workshop": wire.workshop.id,
        "acknowledged": acknowledged,
        "unacknowledged": sum(crowd.said) - sum(acknowledged.values()),
        "complete": complete and not crowd.tally.broken,
    }


def _too_much(step: Step) -> bool:
    return step.p99 > TOO_LATE or not step.keeps_up


def _best(steps: list[Step]) -> Figures:
    fine = [step for step in steps if not _too_much(step)] or steps[:1]
    best = max(fine, key=lambda step: step.deliveries)
    return {**best._asdict(), "ended": _ended(steps[-1]), "steps": [step._asdict() for step in steps]}


def _ended(last: Step) -> str:
    """What was too much in the end."""
    at = f"{last.people} at {last.pace:g}/s"
    if not _too_much(last):
        return f"not yet with {at}"
    late = f"p99 {last.p99 * 1000:,.0f} ms" if last.p99 > TOO_LATE else f"{last.deliveries / last.offered:.0%} came"
    busy = [name for name, load in (("server", last.server), ("generator", last.generator)) if load > BUSY]
    return f"{at}: {late}{', busy: ' if busy else ''}{' and '.join(busy)}"


async def join(wanted: Wanted) -> Figures:
    """Coming into a workshop in which there is a lot, just after it changed."""
    times = 5 if wanted.quick else 40
    wire = wanted.wire()
    crowd = Crowd(wire, wanted.pid, times + 1, 1)
    await wire.prepare(times + 1)
    author = await crowd.open(0)
    await wire.enter(author)
    change = await (_fill_raakvlak if isinstance(wire, RaakvlakWire) else _fill_yjs)(wire, author)
    sizes, took, used = [], [], 0.0
    for index in range(1, times + 1):
        await change(index)
        before, began = cpu_seconds(wanted.pid), time.perf_counter()
        line = await crowd.open(index)
        sizes.append(await wire.enter(line))
        took.append(time.perf_counter() - began)
        used += cpu_seconds(wanted.pid) - before
        line.leave()
    return {"items": ITEMS, "p50": median(took), "bytes": median(sizes), "cpu": used / times}


Change = Callable[[int], Awaitable[None]]


async def _fill_raakvlak(wire: Any, author: Line) -> Change:
    writer = next(iter(wire.writers))
    for half in range(2):
        numbers = range(half * ITEMS // 2, (half + 1) * ITEMS // 2)
        items = [_sticky(f"{writer}.{number}", number) for number in numbers]
        await wire.save(author, half + 1, {"type": "item.create", "items": items})

    async def change(number: int) -> None:
        move = {"id": f"{writer}.{number}", "place": {"frame": "figure", "u": 0.25, "v": 0.75}}
        await wire.save(author, number + 2, {"type": "item.move", "moves": [move]})

    return change


def _sticky(item: str, number: int) -> dict[str, Any]:
    place = {"frame": "figure", "u": round(0.1 + number % 30 / 37, 4), "v": round(0.1 + number // 30 / 43, 4)}
    text = f"A thought of ordinary length, as people write them, number {number}."
    return {"kind": "sticky", "id": item, "canvas": CANVAS, "place": place, "author": "x", "text": text}


async def _fill_yjs(wire: Any, author: Line) -> Change:
    last = author.until(lambda payload: f"item-{ITEMS - 1}".encode() in payload)
    for number in range(ITEMS):
        author.say(wire.item(number))
    await last

    async def change(number: int) -> None:
        """It encodes the document for everyone who comes, changed or not."""

    return change


async def idle(wanted: Wanted) -> Figures:
    """What a connection costs in memory, of a person who came in and does nothing."""
    people = 50 if wanted.quick else 500
    crowd = Crowd(wanted.wire(), wanted.pid, people, 1)
    await crowd.grow(10, moving=False)  # so that what is loaded once is there
    before = resident_bytes(wanted.pid)
    await crowd.grow(people, moving=False)
    return {"people": people, "bytes": (resident_bytes(wanted.pid) - before) / (people - 10)}


SCENARIOS: dict[str, Callable[[Wanted], Awaitable[Figures]]] = {
    "workshop": workshop,
    "saturation": saturation,
    "saved": saved,
    "join": join,
    "idle": idle,
}
