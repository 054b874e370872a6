"""What is read and written in the tables of a SQLite file, within a transaction that others begin and end."""

import sqlite3
from collections.abc import Iterable, Sequence

from raakvlak.canvas.events import START, Position
from raakvlak.log import Appended, Conflicts, HistoryLost, StreamName
from raakvlak.log.links import Linked, check_links, lost

_FIND = "SELECT id FROM stream WHERE workshop = ? AND name = ?"
_ADD_STREAM = "INSERT INTO stream (workshop, name) VALUES (?, ?) RETURNING id"
_HEAD = "SELECT seq, token FROM event WHERE stream = ? ORDER BY seq DESC LIMIT 1"
_TOKEN = "SELECT token FROM event WHERE stream = ? AND seq = ?"
_TAIL = "SELECT seq, token, event FROM event WHERE stream = ? AND seq > ? ORDER BY seq LIMIT ?"
_ADD_EVENT = "INSERT INTO event (stream, seq, token, event) VALUES (?, ?, ?, ?)"
_CLEAR = "DELETE FROM event WHERE stream = ?"
_WORKSHOPS = "SELECT DISTINCT workshop FROM stream ORDER BY workshop"
_NAMES = "SELECT name FROM stream WHERE workshop = ? ORDER BY name"


def names(database: sqlite3.Connection, workshop: str) -> list[str]:
    """The names of the workshop's streams, in order."""
    return [name for (name,) in database.execute(_NAMES, (workshop,))]


def workshops(database: sqlite3.Connection) -> list[str]:
    """The ids of all workshops, in order."""
    return [workshop for (workshop,) in database.execute(_WORKSHOPS)]


def tail(
    database: sqlite3.Connection, stream_id: int | None, after: Position, limit: int = -1
) -> Iterable[tuple[int, str, bytes]]:
    """Up to so many events after the position, each with its number and token; -1: all."""
    return database.execute(_TAIL, (stream_id, after.seq, limit))


def find(database: sqlite3.Connection, stream: StreamName) -> int | None:
    """The stream's number; None for one that holds nothing."""
    row = database.execute(_FIND, stream).fetchone()
    return row[0] if row else None


def token_at(database: sqlite3.Connection, stream_id: int | None, seq: int) -> str | None:
    """The token after the event number `seq`, if there is one."""
    if seq == 0:
        return START.token
    row = database.execute(_TOKEN, (stream_id, seq)).fetchone()
    return row[0] if row else None


def _head(database: sqlite3.Connection, stream_id: int | None) -> Position:
    row = database.execute(_HEAD, (stream_id,)).fetchone()
    return Position(*row) if row else START


def append(database: sqlite3.Connection, parts: Sequence[Linked]) -> list[Appended] | Conflicts | HistoryLost:
    """Compare and append, within the transaction that is under way."""
    ids = {part.stream: find(database, part.stream) for part in parts}
    appended = [Appended(part.events) for part in parts]
    if all(_head(database, ids[part.stream]) == part.after for part in parts):
        for part in parts:
            _add(database, ids[part.stream], part)
        return appended
    last = parts[0].events[-1].position
    if token_at(database, ids[parts[0].stream], last.seq) == last.token:
        return appended
    missed = []
    for stream, after, _ in parts:
        if token_at(database, ids[stream], after.seq) != after.token:
            return lost(after)
        try:
            missed.append(check_links(after, tail(database, ids[stream], after)))
        except HistoryLost as error:
            return error
    return Conflicts(missed)


def _add(database: sqlite3.Connection, stream_id: int | None, part: Linked) -> None:
    if stream_id is None:
        (stream_id,) = database.execute(_ADD_STREAM, part.stream).fetchone()
    rows = [(stream_id, each.position.seq, each.position.token, each.event) for each in part.events]
    database.executemany(_ADD_EVENT, rows)


def replace(database: sqlite3.Connection, part: Linked) -> list[Appended] | Conflicts:
    """Compare and put in place of what is there, within the transaction that is under way."""
    stream_id = find(database, part.stream)
    head = _head(database, stream_id)
    if head == part.after:
        database.execute(_CLEAR, (stream_id,))
        _add(database, stream_id, part)
    elif head != part.events[-1].position:
        return Conflicts([])
    return [Appended(part.events)]
