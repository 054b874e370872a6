"""What waits to be sent to one connection: bounded, so that a slow reader costs nobody else.

While frames wait, presence is dropped first (the reader gets everyone's latest once it has caught up). When too much
waits, the reader is sent away to come back and resume; when even that does not get through, it is cut off.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from raakvlak.config import Limits

Send = Callable[[str], Awaitable[None]]


class Outbox:
    """Frames for one connection, in order. Only `drain` ever waits for the reader."""

    def __init__(self, limits: Limits, everyone_here: Callable[[], str | None], overflow: Callable[[], None]) -> None:
        self._limits = limits
        self._everyone_here = everyone_here
        self._overflow = overflow
        self._frames: deque[tuple[str, int]] = deque()
        self._waiting = 0
        self._presence_dropped = False
        self._filled = asyncio.Event()
        self.overflowed = False

    def put(self, frame: str, counted: bool = True) -> None:
        """Send this after all that waits. What a reader asked for (its first load) is not counted against it."""
        if self.overflowed:
            return
        cost = len(frame) if counted else 0
        self._waiting += cost
        if self._waiting > self._limits.outbox_bytes:
            self.overflowed = True
            self._frames.clear()
            self._overflow()
            return
        self._frames.append((frame, cost))
        self._filled.set()

    def put_presence(self, frame: str) -> None:
        """Send this unless the reader is behind already."""
        if len(self._frames) >= self._limits.presence_backlog:
            self._presence_dropped = True
        else:
            self.put(frame)

    async def drain(self, send: Send) -> None:
        """Send what comes, for ever."""
        while True:
            await self._filled.wait()
            while self._frames:
                frame, cost = self._frames.popleft()
                await send(frame)
                self._waiting -= cost
            self._filled.clear()
            if self._presence_dropped:
                self._presence_dropped = False
                if everyone := self._everyone_here():
                    self.put(everyone, counted=False)
