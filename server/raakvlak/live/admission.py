"""Letting people in: whoever says hello becomes a member whose outbox holds the welcome, or hears why not."""

import secrets
from typing import TYPE_CHECKING

import msgspec

from raakvlak.canvas.records import Person
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.values import Role
from raakvlak.canvas.view import Actor, role_of
from raakvlak.live.line import text_frame
from raakvlak.live.load import load_frames
from raakvlak.live.member import Goodbye, Member
from raakvlak.live.outbox import Outbox
from raakvlak.live.private import own_stream
from raakvlak.protocol import VERSION, Close, Hello, Welcome

if TYPE_CHECKING:
    from raakvlak.live.room import Room

SHARED = "shared"
FACILITATORS = "facilitators"

_encoder = msgspec.json.Encoder()


def streams_of(person: str, role: Role) -> list[str]:
    """The streams whose audience this person is in."""
    return [SHARED, own_stream(person)] + [FACILITATORS] * (role == "facilitator")


async def admit(room: "Room", hello: Hello) -> Member:
    """Let a person in who owns this name. Raises Goodbye or LogError."""
    if hello.v != VERSION:
        raise Goodbye(Close.VERSION, f"expected version {VERSION} of the messages, but got {hello.v}")
    person = await _person(room, hello.person)
    if person.removed:
        raise Goodbye(Close.REMOVED, "expected somebody who was not sent away from this workshop")
    if person.waiting:
        return _let_wait(room, hello, person.role)
    role = person.role
    names = streams_of(hello.person, role)
    sequencers = [await room.stream(name) for name in names]
    loads = [await load_frames(room.log, each, hello.streams.get(each.name.name)) for each in sequencers]
    # From here to the end nothing is awaited: what is put into the outbox is all there is at this moment.
    if role_of(room.shared, hello.person) != role:
        raise Goodbye(Close.COME_BACK, "expected the same role as a moment ago: come back at once")
    room.check_open()
    room.flush()
    member = _member(room, hello, role, names)
    last = {each.name.name: _own_numbers(each.state, hello) for each in sequencers} if hello.streams else {}
    _put(member, Welcome(VERSION, member.actor.writer, hello.person, role, room.now(), names, last))
    for load in loads:
        member.outbox.put(load(), False)
    for frame in room.as_it_is(names):
        member.outbox.put(frame, False)
    room.attendance.enter(member)
    return member


async def _person(room: "Room", person: str) -> Person:
    record = room.shared.records.get(person)
    if not isinstance(record, Person):  # may have joined at another worker just now
        await (await room.stream(SHARED)).catch_up()
        record = room.shared.records.get(person)
    if not isinstance(record, Person):
        raise Goodbye(Close.NOT_ADMITTED, "expected a person of this workshop")
    return record


def _let_wait(room: "Room", hello: Hello, role: Role) -> Member:
    """A member who hears nothing, until somebody lets them in."""
    room.check_open()
    member = _member(room, hello, role, [])
    _put(member, Welcome(VERSION, member.actor.writer, hello.person, role, room.now(), [], {}, waiting=True))
    room.attendance.wait(member)
    return member


def _member(room: "Room", hello: Hello, role: Role, streams: list[str]) -> Member:
    room.attendance.make_way(hello)
    writer = hello.writer or f"{hello.person}-{secrets.token_hex(6)}"
    everyone_here = room.everyone_here if streams else lambda: None
    outbox = Outbox(room.limits, everyone_here, lambda: _send_away(member))
    return (member := Member(room, Actor(hello.person, role, writer), streams, outbox, room.limits.unsaved))


def _put(member: Member, message: msgspec.Struct) -> None:
    """Say what was asked for by coming: it does not count as what waits for a slow reader."""
    member.outbox.put(text_frame(_encoder.encode(message)), False)


def _send_away(member: Member) -> None:
    member.dismiss(Close.RESYNC, "expected a reader that keeps up, but too much waited: come back and resume")


def _own_numbers(state: StreamState, hello: Hello) -> dict[str, int]:
    own = f"{hello.person}-"
    return {writer: n for writer, n in state.writers.items() if writer.startswith(own)}
