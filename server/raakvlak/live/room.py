"""A workshop running in this process: its streams, who is connected, and the ticks in which they hear of each other.

A frame is encoded once for each stream and tick, and put into the outboxes of that stream's audience and of nobody
else. While there is slack, what came in goes out at the end of the event loop's turn; when busy, once a tick.
"""

import asyncio
import logging
import secrets
import time
from collections.abc import Mapping, Sequence

import msgspec

from raakvlak.canvas.events import Position
from raakvlak.canvas.records import Person
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.rights import current_step
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import Role
from raakvlak.canvas.view import Actor, Decision, View, role_of
from raakvlak.config import Limits, Rhythm
from raakvlak.live.discretion import discreet
from raakvlak.live.line import text_frame
from raakvlak.live.load import load_frames
from raakvlak.live.member import Goodbye, Member
from raakvlak.live.outbox import Outbox
from raakvlak.live.presence import PresenceBoard
from raakvlak.live.private import PrivateStreams, own_stream, owner_of
from raakvlak.live.sequencer import Asked, Ruling, Sequencer
from raakvlak.live.tally import TallyBoard
from raakvlak.log import Log, Stored, StoreUnavailable, StreamName, Subscription
from raakvlak.protocol import VERSION, Close, Events, Heads, Hello, Here, Notice, Welcome

logger = logging.getLogger(__name__)
_encoder = msgspec.json.Encoder()

SHARED = "shared"
FACILITATORS = "facilitators"

_WAITING = Notice("waiting", "expected to save this at once, but the store does not answer: it is kept")
_SAVING_AGAIN = Notice("saving-again", "what waited is being saved")
_READ_ONLY = Notice("read-only", "what was saved before is no longer in the store: nothing more can be added here")


def may_read(stream: str, person: str, role: Role) -> bool:
    """Whether the person is in the stream's audience."""
    return stream == SHARED or stream == own_stream(person) or (stream == FACILITATORS and role == "facilitator")


class Room:
    """One workshop. Made by `Rooms`."""

    def __init__(
        self, workshop: str, log: Log, templates: Mapping[str, Template], limits: Limits, rhythm: Rhythm
    ) -> None:
        self.workshop = workshop
        self.members: set[Member] = set()
        self._log = log
        self._templates = templates
        self._limits = limits
        self._rhythm = rhythm
        self._lobby: set[Member] = set()
        """Those who wait to be let in."""
        self._streams: dict[str, Sequencer] = {}
        self._opening: dict[str, asyncio.Task[Sequencer]] = {}
        self._audiences: dict[str, set[Member]] = {}
        self._presence = PresenceBoard(rhythm.presence_lifetime)
        self._private = PrivateStreams(workshop, log, self.stream, self.change)
        self._tally = TallyBoard(self._private.states, rhythm.anonymous_tally)
        self._tally_due = False
        self._tally_later: asyncio.TimerHandle | None = None
        self._seen = (0, 0)
        """How far `stage` and `reveals` of the shared stream were looked into."""
        self._outgoing: dict[str, tuple[Position, list[Stored]]] = {}
        self._loop = asyncio.get_running_loop()
        self._flush_due: asyncio.Handle | None = None
        self._flushed_at = 0.0
        self._subscription: Subscription | None = None
        self._beating: asyncio.Task[None] | None = None
        self._server_writer = f"server-{secrets.token_hex(8)}"
        self._server_numbers: dict[str, int] = {}
        self._troubled: set[str] = set()
        """Streams for which the store does not answer."""
        self._saying: set[asyncio.Task[None]] = set()

    # --- opening and closing ---

    async def open(self) -> None:
        """Load the shared stream and listen to other workers. Raises LogError."""
        self._subscription = await self._log.follow(self.workshop, self)
        await self.stream(SHARED)
        if current_step(self.shared) is not None:
            await self._private.open_all()
        self._beating = asyncio.create_task(self._beat())

    async def close(self) -> None:
        """Send everyone away to come back, and stop."""
        if self._beating:
            self._beating.cancel()
        for handle in (self._flush_due, self._tally_later):
            if handle:
                handle.cancel()
        for member in [*self.members, *self._lobby]:
            member.dismiss(1012, "expected to stay, but this server is stopping: come back in a moment")
        if self._subscription:
            await self._subscription.close()
        self._private.close()
        for sequencer in self._streams.values():
            await sequencer.close()

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
        if name not in self._opening:
            self._opening[name] = asyncio.create_task(self._open_stream(name))
        try:
            return await asyncio.shield(self._opening[name])
        finally:
            self._opening.pop(name, None)

    async def _open_stream(self, name: str) -> Sequencer:
        sequencer = Sequencer(
            name=StreamName(self.workshop, name),
            log=self._log,
            templates=self._templates,
            rhythm=self._rhythm,
            shared=self._streams.get(SHARED),
            publish=self._publish,
            trouble=self._trouble,
            losing=self._losing,
            private=self._private.states if name == SHARED else {},
            gather=self._private.gather if name == SHARED else None,
        )
        await sequencer.load()
        self._streams[name] = sequencer
        if person := owner_of(name):
            self._private.opened(sequencer, self.shared)
            self._tally.touch(person)
            self._tally_due = True
            self._schedule_flush()
        sequencer.gap()  # what another worker appended while it was loading
        return sequencer

    # --- coming and going ---

    async def admit(self, hello: Hello) -> Member:
        """Let a person in who owns this name; their outbox holds the welcome. Raises Goodbye or LogError."""
        if hello.v != VERSION:
            raise Goodbye(Close.VERSION, f"expected version {VERSION} of the messages, but got {hello.v}")
        person = self._person(hello)
        if person is None:  # may have joined at another worker just now
            await self._streams[SHARED].catch_up()
            person = self._person(hello)
        if person is None:
            raise Goodbye(Close.NOT_ADMITTED, "expected a person of this workshop")
        if person.removed:
            raise Goodbye(Close.REMOVED, "expected somebody who was not sent away from this workshop")
        if person.waiting:
            return self._let_wait(hello, person)
        role = person.role
        names = [SHARED, own_stream(hello.person)] + [FACILITATORS] * (role == "facilitator")
        sequencers = [await self.stream(name) for name in names]
        loads = [await load_frames(self._log, each, hello.streams.get(each.name.name)) for each in sequencers]
        # From here to the end nothing is awaited: what is put into the outbox is all there is at this moment.
        if role_of(self.shared, hello.person) != role:
            raise Goodbye(Close.COME_BACK, "expected the same role as a moment ago: come back at once")
        self._flush()
        self._make_way(hello)
        writer = hello.writer or f"{hello.person}-{secrets.token_hex(6)}"
        outbox = Outbox(self._limits, self._everyone_here, lambda: _send_away(member))
        member = Member(self, Actor(hello.person, role, writer), names, outbox, self._limits.unsaved)
        last = {each.name.name: _own_numbers(each.state, hello) for each in sequencers} if hello.streams else {}
        outbox.put(
            text_frame(_encoder.encode(Welcome(VERSION, writer, hello.person, role, self._now(), names, last))), False
        )
        for load in loads:
            outbox.put(load(), False)
        if everyone := self._everyone_here():
            outbox.put(everyone, False)
        if tally := self._tally.told:
            outbox.put(text_frame(tally), False)
        if any(each.lost for each in sequencers):
            member.send(_READ_ONLY)
        elif self._troubled:
            member.send(_WAITING)
        self.members.add(member)
        for name in names:
            self._audiences.setdefault(name, set()).add(member)
        return member

    def _person(self, hello: Hello) -> Person | None:
        record = self.shared.records.get(hello.person)
        return record if isinstance(record, Person) else None

    def _let_wait(self, hello: Hello, person: Person) -> Member:
        """A member who hears nothing, until somebody lets them in."""
        self._make_way(hello)
        writer = hello.writer or f"{person.id}-{secrets.token_hex(6)}"
        outbox = Outbox(self._limits, lambda: None, lambda: _send_away(member))
        member = Member(self, Actor(person.id, person.role, writer), [], outbox, self._limits.unsaved)
        member.send(Welcome(VERSION, writer, person.id, person.role, self._now(), [], {}, waiting=True))
        self._lobby.add(member)
        return member

    def _make_way(self, hello: Hello) -> None:
        if hello.writer and hello.writer.partition("-")[0] != hello.person:
            raise Goodbye(Close.INVALID, f"expected a writer of {hello.person!r}, but got {hello.writer!r}")
        own = [member for member in (*self.members, *self._lobby) if member.actor.person == hello.person]
        others = [member for member in own if member.actor.writer != hello.writer]
        for member in own:
            if member not in others:
                member.dismiss(Close.REPLACED, "the same page has a newer connection")
        if len(others) >= self._limits.connections_per_person:
            raise Goodbye(Close.BUSY, f"expected at most {self._limits.connections_per_person} tabs of one person")
        if len(self.members) + len(self._lobby) >= self._limits.connections:
            raise Goodbye(Close.BUSY, f"expected at most {self._limits.connections} connections to a workshop")

    def leave(self, member: Member) -> None:
        """The member's connection has ended."""
        self._lobby.discard(member)
        if member not in self.members:
            return
        self.members.discard(member)
        for audience in self._audiences.values():
            audience.discard(member)
        replaced = any(each.actor.writer == member.actor.writer for each in self.members)
        if not replaced:
            self._presence.say(member.actor.writer, member.actor.person, None)
            self._schedule_flush()

    # --- what members say ---

    def ask(self, member: Member, stream: str, asked: Asked) -> None:
        """An intent of a member, for one of the streams they may read."""
        sequencer = self._streams.get(stream)
        if (
            sequencer is None
            or member not in self.members
            or not may_read(stream, member.actor.person, member.actor.role)
        ):
            member.refused(asked, stream, Refusal("not-allowed", "expected a stream that is yours to write to"))
            return
        sequencer.ask(asked)

    def say_here(self, member: Member, here: Here) -> None:
        """A member's presence. What concerns items outside the shared stream is nobody else's business."""
        if member not in self.members:
            return
        here = discreet(here, member.actor.role, self.shared)
        self._presence.say(member.actor.writer, member.actor.person, _encoder.encode(here))
        self._schedule_flush()

    async def change(self, stream: str, ruling: Ruling) -> None:
        """A change by the server itself; returns when it is saved. Raises Refusal or StoreUnavailable."""
        sequencer = await self.stream(stream)
        if sequencer.lost:
            raise StoreUnavailable(sequencer.lost.message)
        if self._troubled:
            raise StoreUnavailable("expected the store to answer, but it does not")
        number = self._server_numbers[stream] = self._server_numbers.get(stream, 0) + 1
        answer = _ServerAnswer(self._loop.create_future())

        def unless_given_up(view: View) -> Decision:
            if answer.outcome.cancelled():
                raise Refusal("invalid", "expected somebody to wait for this, but they have given up")
            return ruling(view)

        sequencer.ask(Asked(Actor("server", "facilitator", self._server_writer), number, unless_given_up, answer))
        try:
            await asyncio.wait_for(asyncio.shield(answer.outcome), self._rhythm.change_timeout)
        except TimeoutError:
            answer.outcome.cancel()
            raise StoreUnavailable("expected to save this in time, but the store does not answer") from None

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
            self._tally.touch(person)
            self._tally_due = True
        elif sequencer.name.name == SHARED and (sequencer.state.stage, sequencer.state.reveals) != self._seen:
            self._look_into(sequencer.state)
        _, events = self._outgoing.setdefault(sequencer.name.name, (before, []))
        events.extend(stored)
        self._schedule_flush()

    def _look_into(self, shared: StreamState) -> None:
        """Who was removed, admitted or given another role comes back, or goes; what was shown is tidied up."""
        stage, reveals = self._seen
        self._seen = (shared.stage, shared.reveals)
        self._tally_due = True
        if shared.reveals != reveals:
            self._private.check(shared)
        if shared.stage == stage:
            return
        if current_step(shared) is not None:
            self._private.begin()
        for member in [*self.members, *self._lobby]:
            person = shared.records.get(member.actor.person)
            if isinstance(person, Person) and person.removed:
                member.dismiss(Close.REMOVED, "a facilitator has sent you away from this workshop")
                self.leave(member)
            elif (member in self._lobby) == (role_of(shared, member.actor.person) == member.actor.role):
                member.dismiss(Close.COME_BACK, "what you may do here has changed: come back at once")
                self.leave(member)

    def _schedule_flush(self) -> None:
        if self._flush_due is None:
            due = self._flushed_at + self._rhythm.tick
            if due <= self._loop.time():
                self._flush_due = self._loop.call_soon(self._flush)
            else:
                self._flush_due = self._loop.call_at(due, self._flush)

    def _flush(self) -> None:
        if self._flush_due:
            self._flush_due.cancel()
            self._flush_due = None
        self._flushed_at = self._loop.time()
        outgoing, self._outgoing = self._outgoing, {}
        for stream, (before, stored) in outgoing.items():
            audience = self._audiences.get(stream)
            if audience:
                events = [msgspec.Raw(each.event) for each in stored]
                frame = text_frame(_encoder.encode(Events(stream, before.seq, stored[-1].position, events)))
                for member in audience:
                    member.outbox.put(frame)
        someone_left = self._presence.someone_left
        if news := self._presence.news():
            frame = text_frame(news)
            for member in self.members:
                member.outbox.put_presence(frame, someone_left)
        if self._tally_due:
            self._tell_tally()
        if own_news := self._presence.own_news():
            saying = self._loop.create_task(self._log.say(self.workshop, own_news))
            self._saying.add(saying)
            saying.add_done_callback(self._saying.discard)

    def _tell_tally(self) -> None:
        tally, later = self._tally.news(self.shared, self._loop.time())
        self._tally_due = later is not None
        if later is not None and self._tally_later is None:
            self._tally_later = self._loop.call_later(later, self._tally_now)
        if tally:
            frame = text_frame(tally)
            for member in self.members:
                member.outbox.put(frame)

    def _tally_now(self) -> None:
        self._tally_later = None
        self._schedule_flush()

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(self._rhythm.heads)
            self.gap()
            self._presence.expire(self._loop.time())
            self._presence.repeat()
            self._schedule_flush()
            self._private.tidy()
            for member in self._lobby:
                member.send(Heads({}))
            for member in self.members:
                member.send(Heads({name: self._streams[name].position for name in member.streams}))

    def _trouble(self, stream: str, troubled: bool) -> None:
        """The store does not answer for this stream, or does again; people are told of the first and of the last."""
        before = bool(self._troubled)
        if troubled:
            self._troubled.add(stream)
        else:
            self._troubled.discard(stream)
        if bool(self._troubled) != before:
            for member in self.members:
                member.send(_WAITING if troubled else _SAVING_AGAIN)

    def _losing(self, stream: str) -> None:
        """Nothing can be added to this stream any more."""
        self._trouble(stream, False)
        for member in self._audiences.get(stream, ()):
            member.send(_READ_ONLY)

    def _everyone_here(self) -> bytes | None:
        everyone = self._presence.everyone()
        return text_frame(everyone) if everyone else None

    def _now(self) -> int:
        return max(self.shared.at, wall_clock())


def _send_away(member: Member) -> None:
    member.dismiss(Close.RESYNC, "expected a reader that keeps up, but too much waited: come back and resume")


def wall_clock() -> int:
    """Milliseconds since 1970."""
    return int(time.time() * 1000)


class _ServerAnswer:
    """Turns a sequencer's answer into a future."""

    def __init__(self, outcome: "asyncio.Future[None]") -> None:
        self.outcome = outcome

    def saved(self, asked: Asked, stream: str, again: bool) -> None:
        if not self.outcome.done():
            self.outcome.set_result(None)

    def refused(self, asked: Asked, stream: str, refusal: Refusal) -> None:
        if not self.outcome.done():
            self.outcome.set_exception(refusal)


def _own_numbers(state: StreamState, hello: Hello) -> dict[str, int]:
    own = f"{hello.person}-"
    return {writer: n for writer, n in state.writers.items() if writer.startswith(own)}
