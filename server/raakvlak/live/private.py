"""Everybody's own streams in a workshop: opened to count what is in them, or to show it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from raakvlak.canvas.decide import SHOWING
from raakvlak.canvas.facilitation import Step
from raakvlak.canvas.leading import CloseRound, EnterStep, LiftItems, Reveal
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.view import role_of
from raakvlak.live.judge import Asked
from raakvlak.log import Log, LogError, StoreUnavailable
from raakvlak.stopping import stop

if TYPE_CHECKING:
    from raakvlak.live.sequencer import Sequencer

logger = logging.getLogger(__name__)
PREFIX = "person:"


def own_stream(person: str) -> str:
    """The name of a person's own stream."""
    return f"{PREFIX}{person}"


def owner_of(stream: str) -> str | None:
    """Whose own stream this is; None for one that is nobody's own."""
    return stream[len(PREFIX) :] if stream.startswith(PREFIX) else None


def shows(intent: Any) -> bool:
    """Whether this may show something private."""
    return isinstance(intent, SHOWING)


def is_about_everyone(intent: Any) -> bool:
    """Whether this may show something private of others than who asks for it."""
    return shows(intent) and not _is_about_oneself(intent)


def _is_about_oneself(intent: Any) -> bool:
    return isinstance(intent, LiftItems) or (isinstance(intent, Reveal) and intent.of == "own")


class Needed(NamedTuple):
    """Whose own streams something is decided from."""

    people: frozenset[str]
    """Theirs, be there anything in them or not."""
    all_there_are: bool


def needed_for(batch: Sequence[Asked], shared: StreamState) -> Needed:
    """Whose own streams this batch is decided from."""
    people: set[str] = set()
    for asked in batch:
        if _is_about_oneself(asked.intent):
            people.add(asked.actor.person)
        elif isinstance(asked.intent, CloseRound) and _shows_all(asked, shared):
            people |= {person for person in shared.records if may_vote(person, shared)}
    return Needed(frozenset(people), any(_shows_all(asked, shared) for asked in batch))


def may_vote(person: str, shared: StreamState) -> bool:
    """Whether they may put dots."""
    return role_of(shared, person) in ("facilitator", "participant")


def _shows_all(asked: Asked, shared: StreamState) -> bool:
    """Whether this shows something of everybody, if it happens at all."""
    if not is_about_everyone(asked.intent) or role_of(shared, asked.actor.person) != "facilitator":
        return False
    if not isinstance(asked.intent, EnterStep):
        return True
    step = shared.records.get(asked.intent.id or "")
    return isinstance(step, Step) and step.mode == "reveal" and not step.turns


class PrivateStreams:
    """The own streams of one workshop that are open in this process."""

    def __init__(self, workshop: str, log: Log, open_stream: "Callable[[str], Awaitable[Sequencer]]") -> None:
        self.states: dict[str, StreamState] = {}
        """By person."""
        self._workshop = workshop
        self._log = log
        self._open = open_stream
        self._opening: set[asyncio.Task[None]] = set()

    def opened(self, person: str, sequencer: "Sequencer") -> None:
        """Somebody's own stream was loaded."""
        self.states[person] = sequencer.state

    # --- to show something ---

    async def opened_for(self, needed: "Needed") -> "list[Sequencer]":
        """The streams that are needed. Raises StoreUnavailable."""
        people = set(needed.people)
        if needed.all_there_are:
            names = await self._log.streams(self._workshop)
            people |= {person for name in names if (person := owner_of(name))}
        found = [await self._open_if_sound(own_stream(person)) for person in sorted(people)]
        return [each for each in found if each]

    async def _open_if_sound(self, stream: str) -> "Sequencer | None":
        """None for one that cannot be read: that is a misfortune of its owner, not of everyone."""
        try:
            return await self._open(stream)
        except StoreUnavailable:
            raise
        except Exception:
            logger.exception("Cannot read stream %s of workshop %s", stream, self._workshop)
            return None

    # --- to count ---

    def look(self, stream: str) -> None:
        """Another worker wrote to this one: open it, so that it is counted."""
        if owner_of(stream):
            self._start(self._open_quietly([stream]))

    def begin(self) -> None:
        """Open all of them, in the background."""
        self._start(self.open_all())

    async def open_all(self) -> None:
        """Open all of them, if the store answers."""
        try:
            names = await self._log.streams(self._workshop)
        except LogError as error:
            logger.warning("Cannot open the streams of workshop %s: %s", self._workshop, error)
        else:
            await self._open_quietly([name for name in names if owner_of(name)])

    async def _open_quietly(self, streams: Sequence[str]) -> None:
        for stream in streams:
            try:
                await self._open_if_sound(stream)
            except LogError as error:
                logger.warning("Cannot open a stream of workshop %s: %s", self._workshop, error)

    def _start(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._opening.add(task)
        task.add_done_callback(self._opening.discard)

    async def close(self) -> None:
        """Stop what is under way."""
        await stop(*self._opening)
