"""What every fault test asks at its end: is all that was called saved kept, once, in one order that all agree on?

It folds the events by itself, on plain JSON, so that it does not repeat the mistakes of what it judges.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec

from raakvlak.canvas.events import START, Position, decode_event, next_position
from raakvlak.canvas.records import Record
from raakvlak.canvas.state import StreamState, apply
from raakvlak.log import Log, Stored, StreamName

Records = dict[str, dict[str, Any]]


class Key(NamedTuple):
    """One intent."""

    stream: str
    writer: str
    n: int


@dataclass
class Known:
    """A stream as somebody has folded it."""

    position: Position = START
    records: Records = field(default_factory=dict)


@dataclass
class Account:
    """What one page has seen from its first hello to the end."""

    name: str
    streams: dict[str, Known] = field(default_factory=dict)
    asked: set[Key] = field(default_factory=set)
    saved: set[Key] = field(default_factory=set)
    """Those it was told to be saved, by their events or in so many words."""
    refused: set[Key] = field(default_factory=set)


async def read_back(log: Log, workshop: str) -> dict[str, list[Stored]]:
    """All that a store holds of a workshop."""
    streams: dict[str, list[Stored]] = {}
    for name in await log.streams(workshop):
        stored = streams[name] = []
        while page := await log.read(StreamName(workshop, name), stored[-1].position if stored else START):
            stored += page
    return streams


def check(streams: Mapping[str, Sequence[Stored]], accounts: Iterable[Account]) -> None:
    """Raise AssertionError unless the store and all accounts tell one and the same story."""
    folded = {name: _fold(name, stored) for name, stored in streams.items()}
    kept = Counter(
        Key(name, event["intent"]["writer"], event["intent"]["n"])
        for name, stored in streams.items()
        for event in map(_read, stored)
    )
    for key, times in kept.items():
        assert times == 1, f"expected {key} to be saved once, but it is in the log {times} times"
    _ascending(streams)
    for account in accounts:
        _intents(account, kept)
        _streams(account, folded)


def fold(records: Records, event: Mapping[str, Any]) -> None:
    """Let an event happen to records."""
    for change in event["changes"]:
        if change["do"] == "put":
            records[change["record"]["id"]] = change["record"]
        elif change["do"] == "patch":
            records[change["id"]] = {**records[change["id"]], **change["set"]}
        elif change["do"] == "remove":
            del records[change["id"]]
        else:
            record = records[change["id"]]
            records[change["id"]] = {**record, "text": _spliced(record.get("text", ""), change["edit"])}


def _spliced(text: str, edit: Sequence[Mapping[str, Any]]) -> str:
    for splice in reversed(edit):
        at, end = splice["at"], splice["at"] + splice.get("remove", 0)
        assert end <= len(text), f"expected a splice within {len(text)} code points, but it ends at {end}"
        text = text[:at] + splice.get("insert", "") + text[end:]
    return text


def _read(stored: Stored) -> dict[str, Any]:
    event: dict[str, Any] = json.loads(stored.event)
    return event


def _fold(name: str, stored: Sequence[Stored]) -> Known:
    known, state, at = Known(), StreamState(), 0
    for each in stored:
        event = _read(each)
        known.position = next_position(known.position, each.event)
        assert each.position == known.position, f"{name}: expected {known.position}, but the log has {each.position}"
        assert event["at"] >= at, f"{name}: expected event {each.position.seq} at {at} or later, not {event['at']}"
        at = event["at"]
        fold(known.records, event)
        apply(state, decode_event(each.event), each.position)
    _same_records(f"the server's own fold of {name}", msgspec.to_builtins(dict(state.records)), known.records)
    return known


def _ascending(streams: Mapping[str, Sequence[Stored]]) -> None:
    reached: dict[tuple[str, str], int] = {}
    for name, stored in streams.items():
        for event in map(_read, stored):
            writer, n = event["intent"]["writer"], event["intent"]["n"]
            before = reached.get((name, writer), 0)
            assert n > before, f"{name}: expected {writer} to go on after {before}, but got {n}"
            reached[name, writer] = n


def _intents(account: Account, kept: Mapping[Key, int]) -> None:
    lost = {key for key in account.saved if key not in kept}
    assert not lost, f"{account.name} was told that these are saved, but they are not in the log: {sorted(lost)}"
    happened = {key for key in account.refused if key in kept}
    assert not happened, f"{account.name} was told that these are refused, but they happened: {sorted(happened)}"
    unheard = account.asked - account.saved - account.refused
    assert not unheard, f"{account.name} never heard what became of these: {sorted(unheard)}"


def _streams(account: Account, folded: Mapping[str, Known]) -> None:
    for name, known in account.streams.items():
        log = folded.get(name, Known())
        assert known.position == log.position, f"{account.name}, {name}: at {known.position}, the log {log.position}"
        _same_records(f"{account.name}, {name}", known.records, log.records)


def _same_records(whose: str, records: Records, expected: Records) -> None:
    assert records.keys() == expected.keys(), f"{whose}: {records.keys() ^ expected.keys()} on one side only"
    for record_id, record in expected.items():
        found, wanted = (msgspec.convert(each, Record) for each in (records[record_id], record))
        assert found == wanted, f"{whose}: expected {wanted}, but found {found}"
