"""Everybody's own streams in a workshop: opened to count or show what is in them, tidied up when it was shown."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from raakvlak.canvas.decide_private import settled
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.view import Decision, View
from raakvlak.live.sequencer import Ruling, Sequencer
from raakvlak.log import Log, LogError

logger = logging.getLogger(__name__)
PREFIX = "person:"


def own_stream(person: str) -> str:
    """The name of a person's own stream."""
    return f"{PREFIX}{person}"


def owner_of(stream: str) -> str | None:
    """Whose own stream this is; None for one that is nobody's own."""
    return stream[len(PREFIX) :] if stream.startswith(PREFIX) else None


class PrivateStreams:
    """The own streams of one workshop that are open in this process."""

    def __init__(
        self,
        workshop: str,
        log: Log,
        open_stream: Callable[[str], Awaitable[Sequencer]],
        change: Callable[[str, Ruling], Awaitable[None]],
    ) -> None:
        self.states: dict[str, StreamState] = {}
        """By person."""
        self._workshop = workshop
        self._log = log
        self._open = open_stream
        self._change = change
        self._untidy: set[str] = set()
        self._tidying: set[asyncio.Task[None]] = set()

    def opened(self, sequencer: Sequencer, shared: StreamState) -> None:
        """A stream was loaded; something in it may have been shown before a server went down."""
        if person := owner_of(sequencer.name.name):
            self.states[person] = sequencer.state
            self._check(person, shared)

    async def gather(self) -> None:
        """Open all of them, and bring them up to what the store holds. Raises LogError."""
        names = [name for name in await self._log.streams(self._workshop) if owner_of(name)]
        sequencers = [await self._open(name) for name in names]
        await asyncio.gather(*(each.catch_up() for each in sequencers))

    def look(self, stream: str) -> None:
        """Another worker wrote to this one: open it, so that it is counted."""
        if owner_of(stream):
            self._start(self._open_quietly(stream))

    async def _open_quietly(self, stream: str) -> None:
        try:
            await self._open(stream)
        except LogError as error:
            logger.warning("Cannot open a stream of workshop %s: %s", self._workshop, error)

    async def open_all(self) -> None:
        """Open all of them, if the store answers."""
        try:
            for name in await self._log.streams(self._workshop):
                if owner_of(name):
                    await self._open(name)
        except LogError as error:
            logger.warning("Cannot open the streams of workshop %s: %s", self._workshop, error)

    def begin(self) -> None:
        """Open all of them, in the background."""
        self._start(self.open_all())

    def check(self, shared: StreamState) -> None:
        """Something was shown: take it away from where it was private."""
        for person in self.states:
            self._check(person, shared)

    def _check(self, person: str, shared: StreamState) -> None:
        if settled(self.states[person], shared):
            self._untidy.add(person)
            self.tidy()

    def tidy(self) -> None:
        """Tidy up what was not tidied up yet, in the background."""
        for person in self._untidy:
            self._start(self._tidy(person))
        self._untidy.clear()

    async def _tidy(self, person: str) -> None:
        try:
            await self._change(own_stream(person), _tidying)
        except Refusal:
            pass  # another worker has done it
        except LogError:
            self._untidy.add(person)  # later

    def _start(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tidying.add(task)
        task.add_done_callback(self._tidying.discard)

    async def close(self) -> None:
        """Stop what is under way; what is left is found again when the streams are loaded."""
        tidying = list(self._tidying)
        for task in tidying:
            task.cancel()
        await asyncio.gather(*tidying, return_exceptions=True)


def _tidying(view: View) -> Decision:
    changes = settled(view.state, view.shared)
    if not changes:
        raise Refusal("nothing-private", "expected something to tidy up, but there is nothing")
    return Decision(tuple(changes))
