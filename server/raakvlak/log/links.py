"""Each stored event links to the one before it by its token; both stores make and check these links here."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from raakvlak.canvas.events import Position, next_position
from raakvlak.log import Appended, Conflict, Conflicts, HistoryLost, Part, Stored, StreamName

TIMEOUT = 5.0
"""Seconds that a store may take to answer, unless set otherwise."""


def link(after: Position, events: Sequence[bytes]) -> list[Stored]:
    """The events with the positions they get after `after`. Raises ValueError when there are none."""
    if not events:
        raise ValueError("expected at least one event to append, but got none")
    linked: list[Stored] = []
    for event in events:
        after = next_position(after, event)
        linked.append(Stored(after, event))
    return linked


class Linked(NamedTuple):
    """A part whose events have their positions."""

    stream: StreamName
    after: Position
    events: list[Stored]


def link_all(parts: Sequence[Part]) -> list[Linked]:
    """The parts with the positions that their events get. Raises ValueError for what cannot be appended at once."""
    if not parts or len({part.stream.workshop for part in parts}) != 1:
        raise ValueError("expected streams of one workshop")
    if len({part.stream for part in parts}) != len(parts):
        raise ValueError("expected each stream once")
    return [Linked(part.stream, part.after, link(part.after, part.events)) for part in parts]


def only(outcome: list[Appended] | Conflicts) -> Appended | Conflict:
    """The outcome of the only part."""
    return Conflict(outcome.missed[0]) if isinstance(outcome, Conflicts) else outcome[0]


def check_links(after: Position, rows: Iterable[tuple[int, str, bytes]]) -> list[Stored]:
    """Stored events (seq, token, event) read after `after`. Raises HistoryLost where they do not link to it."""
    linked: list[Stored] = []
    for seq, token, event in rows:
        expected = next_position(after, event)
        if (seq, token) != (expected.seq, expected.token):
            raise HistoryLost(
                f"expected event {expected.seq} to follow what was saved before it, "
                f"but the store holds event {seq} with another history"
            )
        linked.append(Stored(expected, event))
        after = expected
    return linked


def lost(after: Position) -> HistoryLost:
    """For a stream that does not hold the position it is asked from."""
    return HistoryLost(
        f"expected the stream to hold event {after.seq} as it was saved, "
        "but its tail was cut off or replaced by another history"
    )
