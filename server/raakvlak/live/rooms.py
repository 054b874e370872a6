"""The workshops that run in this process: opened when somebody comes, closed when nobody has been there for a while."""

import asyncio
from collections.abc import Mapping

from raakvlak.canvas.template import Template
from raakvlak.config import Limits, Rhythm
from raakvlak.live.room import Room
from raakvlak.log import Log
from raakvlak.stopping import stop


class UnknownWorkshopError(Exception):
    """There is no workshop with this id."""


class Rooms:
    """Rooms by workshop id."""

    def __init__(self, log: Log, templates: Mapping[str, Template], limits: Limits, rhythm: Rhythm) -> None:
        self._log = log
        self._templates = templates
        self._limits = limits
        self._rhythm = rhythm
        self._rooms: dict[str, asyncio.Task[Room]] = {}
        self._used: dict[str, float] = {}
        self._sweeping: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to close rooms that nobody uses."""
        self._sweeping = asyncio.create_task(self._sweep())

    async def get(self, workshop: str) -> Room:
        """The room, opened if need be. Raises UnknownWorkshopError or LogError."""
        self._used[workshop] = asyncio.get_running_loop().time()
        opening = self._rooms.get(workshop)
        if opening is None:
            opening = self._rooms[workshop] = asyncio.create_task(self._open(workshop))
            opening.add_done_callback(lambda task: self._forget_failed(workshop, task))
        return await asyncio.shield(opening)

    def _forget_failed(self, workshop: str, opening: "asyncio.Task[Room]") -> None:
        if opening.cancelled() or opening.exception():
            self._rooms.pop(workshop, None)
            self._used.pop(workshop, None)

    async def _open(self, workshop: str) -> Room:
        if "shared" not in await self._log.streams(workshop):
            raise UnknownWorkshopError(f"expected the id of a workshop, but there is no {workshop!r}")
        room = Room(workshop, self._log, self._templates, self._limits, self._rhythm)
        await room.open()
        return room

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(self._rhythm.idle / 2)
            now = asyncio.get_running_loop().time()
            for workshop, opening in list(self._rooms.items()):
                if not opening.done():
                    continue
                room = opening.result()
                idle = now - self._used.get(workshop, 0.0) > self._rhythm.idle
                if idle and not room.attendance and not room.lost:
                    del self._rooms[workshop]
                    self._used.pop(workshop, None)
                    await room.close()
                elif room.attendance:
                    self._used[workshop] = now

    async def close(self) -> None:
        """Close all rooms."""
        await stop(self._sweeping, *(opening for opening in self._rooms.values() if not opening.done()))
        for opening in list(self._rooms.values()):
            if not opening.cancelled() and not opening.exception():
                await opening.result().close()
        self._rooms.clear()
