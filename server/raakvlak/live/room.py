"""A workshop running in this process: its streams, and the ticks in which those who are connected hear of them.

A frame is encoded once for each stream and tick, and put into the outboxes of that stream's audience and of nobody
else. While there is slack, what came in goes out at the end of the event loop's turn; when busy, once a tick.
"""

import asyncio
import logging
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from raakvlak.canvas.events import Position
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.rights import current_step
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.template import Template
from raakvlak.config import Limits, Rhythm
from raakvlak.live.admission import FACILITATORS, SHARED
from raakvlak.live.attendance import Attendance
from raakvlak.live.discretion import Discretion
from raakvlak.live.hand import ServerHand
from raakvlak.live.judge import Asked, Ruling, now_in
from raakvlak.live.line import text_frame
from raakvlak.live.member import Member
from raakvlak.live.presence import PresenceBoard
from raakvlak.live.private import PrivateStreams, owner_of
from raakvlak.live.sequencer import Sequencer
from raakvlak.live.showing import SharedSequencer
from raakvlak.live.tally import TallyBoard
from raakvlak.live.troubles import READ_ONLY, WAITING, Troubles
from raakvlak.log import Log, Stored, StoreUnavailable, StreamName, Subscription
from raakvlak.protocol import Events, Heads, Here
from raakvlak.stopping import stop

logger = logging.getLogger(__name__)
_encoder = msgspec.json.Encoder()

_STOPPING = 1012
"""The websocket's own code for a service that restarts."""


class Room:
    """One workshop. Made by `Rooms`."""

    def __init__(
        self, workshop: str, log: Log, templates: Mapping[str, Template], limits: Limits, rhythm: Rhythm
    ) -> None:
        self.workshop = workshop
        self.log = log
        self.limits = limits
        self.attendance = Attendance(limits)
        self._templates = templates
        self._rhythm = rhythm
        self._streams: dict[str, Sequencer] = {}
        self._opening: dict[str, asyncio.Task[Sequencer]] = {}
        self._presence = PresenceBoard(rhythm.presence_lifetime)
        self._discretion = Discretion()
        self._hand = ServerHand(rhythm.change_timeout)
        self._private = PrivateStreams(workshop, log, self.stream)
        self._tally = TallyBoard(self._private.states, rhythm.anonymous_tally)
        self._tally_due = False
        self._tally_later: asyncio.TimerHandle | None = None
        self._stage = 0
        """How far `stage` of the shared stream was looked into,"""
        self._step: str | None = None
        """and which step was under way then."""
        self._outgoing: dict[str, tuple[Position, list[Stored]]] = {}
        self._loop = asyncio.get_running_loop()
        self._flush_due: asyncio.Handle | None = None
        self._flushed_at = 0.0
        self._subscription: Subscription | None = None
        self._beating: asyncio.Task[None] | None = None
        self._closed = False
        self._troubles = Troubles(self.attendance)
        self._saying: set[asyncio.Task[None]] = set()

    # --- opening and closing ---

    async def open(self) -> None:
        """Load the shared stream and listen to other workers. Raises LogError."""
        self._subscription = await self.log.follow(self.workshop, self)
        try:
            await self.stream(SHARED)
            if step := current_step(self.shared):
                self._step = step.id
                await self._private.open_all()
        except BaseException:
            await self.close()
            raise
        self._beating = asyncio.create_task(self._beat())

    async def close(self) -> None:
        """Send everyone away to come back, and stop."""
        self._closed = True
        for handle in (self._flush_due, self._tally_later):
            if handle:
                handle.cancel()
        for member in self.attendance:
            member.dismiss(_STOPPING, "expected to stay, but this server is stopping: come back in a moment")
        if self._subscription:
            await self._subscription.close()
        await self._private.close()
        await stop(self._beating, *self._opening.values(), *self._saying)
        for sequencer in self._streams.values():
            await sequencer.close()

    def check_open(self) -> None:
        """Raise StoreUnavailable when this room is closed."""
        if self._closed:
            raise StoreUnavailable("expected this server to go on, but it is stopping")

    @property
    def shared(self) -> StreamState:
        """The shared stream's state."""
        return self._streams[SHARED].state

    @property
    def lost(self) -> bool:
        """Whether the store no longer holds what was saved."""
        return any(sequencer.lost for sequencer in self._streams.values())

    async def stream(self, name: str) -> Sequencer:
        """The sequencer of this stream, loaded. Raises LogError."""
        if name in self._streams:
            return self._streams[name]
        opening = self._opening.get(name)
        if opening is None:
            self.check_open()
            opening = self._opening[name] = asyncio.create_task(self._open_stream(name))
            # Not by whoever waits for it: they may give up, and there must never be two of one stream.
            opening.add_done_callback(lambda opening: self._opened(name, opening))
        try:
            return await asyncio.shield(opening)
        except asyncio.CancelledError:
            if opening.cancelled():
                self.check_open()
            raise

    def _opened(self, name: str, opening: "asyncio.Task[Sequencer]") -> None:
        del self._opening[name]
        if not opening.cancelled():
            opening.exception()  # those who wait for it are told; there may be nobody left who does

    async def _open_stream(self, name: str) -> Sequencer:
        settings: dict[str, Any] = {
            "name": StreamName(self.workshop, name),
            "log": self.log,
            "templates": self._templates,
            "rhythm": self._rhythm,
            "publish": self._publish,
            "trouble": self._troubles.trouble,
            "losing": self._troubles.losing,
        }
        if name == SHARED:
            sequencer: Sequencer = SharedSequencer(self._private, **settings)
        else:
            # Another worker may tell of an own stream while this one is still reading the shared one.
            shared = await self.stream(SHARED)
            sequencer = Sequencer(shared=shared, guarded=name == FACILITATORS, **settings)
        await sequencer.load()
        self._streams[name] = sequencer
        if person := owner_of(name):
            self._private.opened(person, sequencer)
            self._touch_tally(person)
        sequencer.gap()  # what another worker appended while it was loading
        return sequencer

    # --- coming and going ---

    def as_it_is(self, streams: Sequence[str]) -> Iterator[bytes]:
        """What someone who has just come has to know besides their streams: who is where, the tally, troubles."""
        if everyone := self.everyone_here():
            yield everyone
        if self._tally.told:
            yield text_frame(self._tally.told)
        if any(self._streams[stream].lost for stream in streams):
            yield text_frame(_encoder.encode(READ_ONLY))
        elif self._troubles:
            yield text_frame(_encoder.encode(WAITING))

    def leave(self, member: Member) -> None:
        """The member's connection has ended."""
        if self.attendance.leave(member):
            self._presence.say(member.actor.writer, member.actor.person, None)
            self._schedule_flush()

    # --- what members say ---

    def ask(self, member: Member, stream: str, asked: Asked) -> None:
        """An intent of a member, for one of the streams they may read."""
        if member in self.attendance.members and stream in member.streams:
            self._streams[stream].ask(asked)
        else:
            member.refused(asked, stream, Refusal("not-allowed", "expected a stream that is yours to write to"))

    def say_here(self, member: Member, here: Here) -> None:
        """A member's presence, as far as it is others' business; that they move is none where nothing else is."""
        if member not in self.attendance.members:
            return
        here = self._discretion.of(here, member.actor.role, self.shared)
        if here != member.here:
            member.here = here
            self._presence.say(member.actor.writer, member.actor.person, _encoder.encode(member.here))
            self._schedule_flush()

    async def change(self, stream: str, ruling: Ruling) -> None:
        """A change by the server itself; returns when it is saved. Raises Refusal or StoreUnavailable."""
        sequencer = await self.stream(stream)
        if self._troubles and not sequencer.lost:
            raise StoreUnavailable("expected the store to answer, but it does not")
        await self._hand.change(sequencer, ruling)

    # --- what other workers say (a log's Listener) ---

    def appended(self, stream: str, after: Position, events: Sequence[Stored]) -> None:
        """Another worker, or this one, appended events."""
        if sequencer := self._streams.get(stream):
            sequencer.heard(after, events)
        else:
            self._private.look(stream)

    def gap(self) -> None:
        """Something may have been missed."""
        for sequencer in self._streams.values():
            sequencer.gap()

    def said(self, message: bytes) -> None:
        """Presence at another worker."""
        try:
            self._presence.hear(message, self._loop.time())
        except msgspec.DecodeError:
            logger.warning("Heard something that no worker of this version says", exc_info=True)
        self._schedule_flush()

    # --- ticks ---

    def _publish(self, sequencer: Sequencer, before: Position, stored: Sequence[Stored]) -> None:
        if person := owner_of(sequencer.name.name):
            self._touch_tally(person)
        elif sequencer.name.name == SHARED and sequencer.state.stage != self._stage:
            self._look_into(sequencer.state)
        _, events = self._outgoing.setdefault(sequencer.name.name, (before, []))
        events.extend(stored)
        self._schedule_flush()

    def _look_into(self, shared: StreamState) -> None:
        """The step may be another one; who was removed, let in, or given another role goes, or comes back."""
        self._stage = shared.stage
        self._tally_due = True
        step = current_step(shared)
        if step is not None and step.id != self._step:
            self._private.begin()
        self._step = step.id if step else None
        for member, goodbye in self.attendance.outdated(shared):
            member.dismiss(goodbye.code, goodbye.message)
            self.leave(member)
        for member in self.attendance.members:
            if member.here:  # where they pointed until now may be nobody's business any more
                self.say_here(member, member.here)

    def _touch_tally(self, person: str) -> None:
        self._tally.touch(person)
        self._tally_due = True
        self._schedule_flush()

    def _schedule_flush(self) -> None:
        if self._flush_due is None and not self._closed:
            due = self._flushed_at + self._rhythm.tick
            if due <= self._loop.time():
                self._flush_due = self._loop.call_soon(self.flush)
            else:
                self._flush_due = self._loop.call_at(due, self.flush)

    def flush(self) -> None:
        """Tell everyone here, and the other workers, what is new."""
        if self._flush_due:
            self._flush_due.cancel()
            self._flush_due = None
        self._flushed_at = self._loop.time()
        outgoing, self._outgoing = self._outgoing, {}
        for stream, (before, stored) in outgoing.items():
            if audience := self.attendance.audience(stream):
                events = [msgspec.Raw(each.event) for each in stored]
                frame = text_frame(_encoder.encode(Events(stream, before.seq, stored[-1].position, events)))
                for member in audience:
                    member.outbox.put(frame)
        someone_left = self._presence.someone_left
        if news := self._presence.news():
            frame = text_frame(news)
            for member in self.attendance.members:
                member.outbox.put_presence(frame, someone_left)
        if self._tally_due:
            self._tell_tally()
        if own_news := self._presence.own_news():
            saying = self._loop.create_task(self.log.say(self.workshop, own_news))
            self._saying.add(saying)
            saying.add_done_callback(self._saying.discard)

    def _tell_tally(self) -> None:
        tally, later = self._tally.news(self.shared, self._loop.time())
        self._tally_due = False
        if later is not None:
            if self._tally_later:
                self._tally_later.cancel()
            self._tally_later = self._loop.call_later(later, self._tally_now)
        if tally:
            frame = text_frame(tally)
            for member in self.attendance.members:
                member.outbox.put(frame)

    def _tally_now(self) -> None:
        self._tally_later = None
        self._tally_due = True
        self._schedule_flush()

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(self._rhythm.heads)
            self.gap()
            self._presence.expire(self._loop.time())
            self._presence.repeat()
            self._schedule_flush()
            if self._step is not None:
                self._private.begin()  # what is to be counted may have begun at a worker that was not heard
            for member in self.attendance:
                member.send(Heads({name: self._streams[name].position for name in member.streams}))

    def everyone_here(self) -> bytes | None:
        """Everyone's presence as one frame."""
        everyone = self._presence.everyone()
        return text_frame(everyone) if everyone else None

    def now(self) -> int:
        """The server's clock, ms since 1970; never before what was saved last."""
        return now_in(self.shared)
