"""What happened: events, the changes they hold, and how they are stored.

An event's stored bytes are its msgspec JSON. A position names a moment of a stream: how many events it has had,
and a token over all their bytes, so that two histories that differ can never be taken for one another.
"""

import hashlib
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from raakvlak.canvas.records import Fields, Record
from raakvlak.canvas.values import Count, Id, Text

FORMAT = 3
"""Version of the stored form of an event."""
MAX_PATH = 64
"""Points in the path of a drag."""

Writer = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9]+-[A-Za-z0-9]+\Z", max_length=64)]
"""`<person>-<random>`: one page load of one person, or `server-<random>`."""


class Splice(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """At code point `at` of the text before the edit, remove `remove` code points and insert `insert`."""

    at: Count
    remove: Count = 0
    insert: Text = ""


Edit = Annotated[tuple[Splice, ...], Meta(min_length=1, max_length=100)]
"""Splices in ascending order that neither overlap nor touch, all counted in the text before the edit."""


class Put(Struct, frozen=True, forbid_unknown_fields=True, tag="put", tag_field="do"):
    """The record is there, whatever was there before."""

    record: Record


class Patch(Struct, frozen=True, forbid_unknown_fields=True, tag="patch", tag_field="do"):
    id: Id
    set: Fields


class Spliced(Struct, frozen=True, forbid_unknown_fields=True, tag="splice", tag_field="do"):
    """The record's text is edited."""

    id: Id
    edit: tuple[Splice, ...]


class Remove(Struct, frozen=True, forbid_unknown_fields=True, tag="remove", tag_field="do"):
    """The record is no longer there: in a person's own stream since it was shown; a score, since it was taken back."""

    id: Id


Change = Put | Patch | Spliced | Remove


class PathPoint(Struct, frozen=True, forbid_unknown_fields=True, array_like=True, gc=False):
    """A moment of a drag: milliseconds since it began, and how far the first item was then from its old place (px)."""

    after: Annotated[int, Meta(ge=0, le=600_000)]
    dx: Annotated[float, Meta(ge=-100_000, le=100_000)]
    dy: Annotated[float, Meta(ge=-100_000, le=100_000)]


Path = Annotated[tuple[PathPoint, ...], Meta(max_length=MAX_PATH)]


class IntentId(Struct, frozen=True, forbid_unknown_fields=True):
    """Which intent an event answers; `n` counts a writer's intents from 1 in each stream."""

    writer: Writer
    n: Count


class Undone(Struct, frozen=True, forbid_unknown_fields=True):
    """This event took back (or, with `redo`, did again) what the event at `seq` had done."""

    seq: Count
    redo: bool = False


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    v: Annotated[int, Meta(ge=1, le=FORMAT)] = 1
    at: Count
    """Milliseconds since 1970, by the server's clock; never less than the event's before it."""
    by: Id
    """The person, or "server"."""
    intent: IntentId
    changes: tuple[Change, ...]
    path: Path = ()
    undone: Undone | None = None
    revealed: bool = False
    """This event showed what had been private until then."""
    lifted: bool = False
    """What it showed its author took out of a zone that is private for good."""


class Position(Struct, frozen=True, forbid_unknown_fields=True, order=True):
    seq: Count = 0
    token: Annotated[str, Meta(max_length=64)] = ""
    """Hex SHA-256 over the token before and the event's stored bytes; empty before the first event."""


START = Position()

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Event)


def encode_event(event: Event) -> bytes:
    """The event's stored bytes."""
    return _encoder.encode(event)


def decode_event(stored: bytes | msgspec.Raw) -> Event:
    """The event in stored bytes. Raises msgspec.ValidationError for what no version of Raakvlak wrote."""
    return _decoder.decode(stored)


def next_position(before: Position, stored: bytes) -> Position:
    """The position after an event with these stored bytes."""
    return Position(before.seq + 1, hashlib.sha256(before.token.encode() + stored).hexdigest())
