"""Every message on the websocket, declared once. JSON text frames; the client's types are generated from here.

A client says Hello first and is welcomed or closed. Then intents, presence and skips go up; events, presence and
notices come down. This module holds messages and nothing but messages.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from raakvlak.canvas.events import Position, Writer
from raakvlak.canvas.intents import Intent
from raakvlak.canvas.records import Record
from raakvlak.canvas.refusal import RefusalCode
from raakvlak.canvas.values import Count, Id, Role

VERSION = 1
"""Of the messages. A client of another version is closed with `Close.VERSION` and loads the page again."""

StreamId = Annotated[str, Meta(pattern=r"\A(shared|facilitators|person:[A-Za-z0-9]+)\Z", max_length=80)]
Px = Annotated[float, Meta(ge=-100_000, le=100_000)]


# --- what a client says ---------------------------------------------------------------------------------------------


class From(Struct, frozen=True, forbid_unknown_fields=True):
    """A position that the client knows; with `state` it still holds everything up to there."""

    position: Position
    state: bool


class Hello(Struct, frozen=True, forbid_unknown_fields=True, tag="hello", tag_field="type"):
    """The first message. `streams`: what the client knows already; a stream that is absent is sent whole."""

    v: int
    person: Id
    streams: dict[StreamId, From] = {}
    writer: Writer | None = None
    """The writer that this page load was given on an earlier connection, which this one replaces."""


class Ask(Struct, frozen=True, forbid_unknown_fields=True, tag="ask", tag_field="type"):
    """An intent. `n` is the writer's next number in this stream."""

    stream: StreamId
    writer: Writer
    n: Annotated[int, Meta(ge=1, le=2**53 - 1)]
    intent: Intent


class Skip(Struct, frozen=True, forbid_unknown_fields=True, tag="skip", tag_field="type"):
    """The client gave up intent `n` (it had been refused on an earlier connection), so that the next can follow."""

    stream: StreamId
    writer: Writer
    n: Annotated[int, Meta(ge=1, le=2**53 - 1)]


class Dragged(Struct, frozen=True, forbid_unknown_fields=True, array_like=True, gc=False):
    """An item under way: its centre on the sheet in px."""

    id: Id
    x: Px
    y: Px


class View(Struct, frozen=True, forbid_unknown_fields=True, array_like=True, gc=False):
    """The part of the sheet that someone sees, in px."""

    x: Px
    y: Px
    width: Px
    height: Px


class Here(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, tag="here", tag_field="type"):
    """Presence: where this person is now. Replaces what they said before; never kept."""

    canvas: Id | None = None
    x: Px | None = None
    y: Px | None = None
    """The pointer on the sheet; absent when it is elsewhere."""
    drag: Annotated[tuple[Dragged, ...], Meta(max_length=500)] = ()
    typing: Id | None = None
    """The item whose text is being edited."""
    caret: Count | None = None
    view: View | None = None
    follows: Id | None = None
    """The person whose view is being followed."""
    brings: Count | None = None
    """Of a facilitator: when they last called everyone to where they are, ms since 1970 by the server's clock."""
    laser: bool = False
    """The pointer is a laser pointer now."""


ClientMessage = Hello | Ask | Skip | Here


# --- what the server says -------------------------------------------------------------------------------------------


class Snapshot(Struct, frozen=True):
    """All records of a stream at its position."""

    position: Position
    records: list[Record]


class Welcome(Struct, frozen=True, omit_defaults=True, tag="welcome", tag_field="type"):
    """The answer to Hello. Each stream follows as a Load, then the presence of the others."""

    v: int
    writer: Writer
    person: Id
    role: Role
    now: int
    """The server's clock, milliseconds since 1970."""
    streams: list[StreamId]
    """All this person may read."""
    last: dict[StreamId, dict[Writer, int]]
    """For each stream the last intent, that was saved, of every writer this person has had there."""
    waiting: bool = False
    """Not let in yet: there are no streams, and once there are the line is closed with `Close.COME_BACK`."""


class Load(Struct, frozen=True, omit_defaults=True, tag="load", tag_field="type"):
    """A stream after Hello: a snapshot of its records, or the events since the position the client named, or both.

    With both, the snapshot is at the end of the events: they serve to carry waiting texts along.
    `forked`: the position the client named is not part of this stream's history (any more); what waits must be
    handed back to its author. The same when `events` is None although a position was named: too long ago.
    """

    stream: StreamId
    position: Position
    snapshot: list[Record] | None = None
    after: int | None = None
    events: list[msgspec.Raw] | None = None
    forked: bool = False


class Events(Struct, frozen=True, tag="events", tag_field="type"):
    """What happened: the events `after + 1` and on; `position` is where the stream then is."""

    stream: StreamId
    after: int
    position: Position
    events: list[msgspec.Raw]


class Saved(Struct, frozen=True, tag="saved", tag_field="type"):
    """This intent had been saved before; its event came earlier. (Otherwise the event itself says so.)"""

    stream: StreamId
    writer: Writer
    n: int


class Refused(Struct, frozen=True, omit_defaults=True, tag="refused", tag_field="type"):
    """This intent does not happen; the writer's next number counts on. `message` says what was expected."""

    stream: StreamId
    writer: Writer
    n: int
    code: RefusalCode
    message: str
    by: Id | None = None
    """Who locked, deleted or changed it, where that is why."""


class PersonHere(Struct, frozen=True, omit_defaults=True):
    """Someone's presence; without `here` they have left."""

    writer: Writer
    person: Id
    here: msgspec.Raw | None = None


class Presence(Struct, frozen=True, tag="presence", tag_field="type"):
    """Who moved since the last one, each with only their latest."""

    people: list[PersonHere]


class Heads(Struct, frozen=True, tag="heads", tag_field="type"):
    """Every few seconds: where the streams are. Silence for longer than three of them means the line is dead."""

    heads: dict[StreamId, Position]


class Tally(Struct, frozen=True, omit_defaults=True, tag="tally", tag_field="type"):
    """How many have something private in the step that is under way, and how many are ready: of all people together.

    `people`: who is ready, where nothing about the step is private.
    """

    step: Id
    written: int
    ready: int
    people: list[Id] | None = None


NoticeCode = Literal["slow-down", "read-only", "waiting", "saving-again"]


class Notice(Struct, frozen=True, tag="notice", tag_field="type"):
    """Something to know. `waiting`: nothing can be saved for now; `read-only`: nothing more can be added."""

    code: NoticeCode
    message: str


ServerMessage = Welcome | Load | Events | Saved | Refused | Presence | Heads | Tally | Notice


class Close:
    """Close codes. 4000 to 4099: come again later by yourself; 4100 and on: only when something changed."""

    RESYNC = 4000
    """Too much waited for this reader: come back and resume."""
    BUSY = 4001
    """The store does not answer, or too many connections: try again."""
    HELLO_TIMEOUT = 4002
    """No hello came in time."""
    COME_BACK = 4003
    """What this person may do or see has changed: come back at once."""
    INVALID = 4100
    """A message that no client of Raakvlak sends."""
    VERSION = 4101
    """Another version of the messages: load the page again."""
    NOT_ADMITTED = 4102
    """This browser may not be that person here."""
    REPLACED = 4103
    """The same page load has a newer connection."""
    REMOVED = 4104
    """A facilitator sent this person away."""
