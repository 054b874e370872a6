"""What waits to be sent to one connection: bounded, so that a slow reader costs nobody else.

A reader that keeps up is written to at once. While one does not, frames wait, and presence is dropped first (the
reader gets everyone's latest once it has caught up). When too much waits, the reader is sent away to come back and
resume; when even that does not get through, it is cut off.
"""

from collections.abc import Callable

from raakvlak.config import Limits
from raakvlak.live.line import Line


class Outbox:
    """Frames for one connection, in order. Nothing here ever waits."""

    def __init__(self, limits: Limits, everyone_here: Callable[[], bytes | None], overflow: Callable[[], None]) -> None:
        self._limits = limits
        self._everyone_here = everyone_here
        self._overflow = overflow
        self._frames: list[tuple[bytes, int]] = []
        self._waiting = 0
        self._presence_dropped = False
        self._line: Line | None = None
        self.overflowed = False

    def open(self, line: Line) -> None:
        """Send to this line from now on, beginning with what waits."""
        self._line = line
        self.drain()

    def close(self) -> None:
        """Send nothing more."""
        self._line = None
        self._frames.clear()

    def put(self, frame: bytes, counted: bool = True) -> None:
        """Send this after all that waits. What a reader asked for (its first load) is not counted against it."""
        if self.overflowed:
            return
        if self._line and not self._frames and not self._line.congested:
            self._line.write(frame)
            return
        cost = len(frame) if counted else 0
        self._waiting += cost
        if self._waiting > self._limits.outbox_bytes:
            self.overflowed = True
            self._frames.clear()
            self._overflow()
            return
        self._frames.append((frame, cost))

    def put_presence(self, frame: bytes, must_hear: bool) -> None:
        """Send this unless the reader is behind already; `must_hear`: send it all the same."""
        if len(self._frames) >= self._limits.presence_backlog and not must_hear:
            self._presence_dropped = True
        else:
            self.put(frame)

    def drain(self) -> None:
        """Send what waits, as far as the line takes it."""
        sent = 0
        for frame, cost in self._frames:
            if not self._line or self._line.congested:
                break
            self._line.write(frame)
            self._waiting -= cost
            sent += 1
        del self._frames[:sent]
        if self._presence_dropped and not self._frames:
            self._presence_dropped = False
            if everyone := self._everyone_here():
                self.put(everyone, counted=False)
