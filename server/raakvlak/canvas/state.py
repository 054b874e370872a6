"""What a stream amounts to: `apply` folds its events into a state.

`records` and `writers` are what both languages derive (bound by tests/vectors/apply.json). The rest serves `decide`:
what each person could undo, and the recent edits of texts that a late edit must be carried over.
"""

from collections.abc import MutableMapping
from dataclasses import dataclass, field

import msgspec
from msgspec import UNSET
from msgspec.structs import replace

from raakvlak.canvas.events import START, Event, IntentId, Patch, Position, Put, Remove, Splice, Spliced
from raakvlak.canvas.facilitation import Memo, Round, Score, Step
from raakvlak.canvas.history import Back, Created, FieldsBack, GivenBack, Histories, TextBack, forget, remember
from raakvlak.canvas.layered import Layered
from raakvlak.canvas.records import ITEM_KINDS, TEXT_KINDS, Canvas, Fields, Person, Record, Workshop
from raakvlak.canvas.text import apply_edit, inverse

RECENT_EDITS = 400
"""Edits of one text that are kept at hand, to carry late edits and undoings over them."""
SERVER = "server"
"""Who does what nobody in particular asked for."""
STAGE_KINDS = (Workshop, Person, Step, Round)
FIELD_NAMES = Fields.__struct_fields__


class BrokenStreamError(Exception):
    """An event does not fit the state it follows: this stream was not written by Raakvlak, or was damaged."""


class RecentEdit(msgspec.Struct, frozen=True):
    """An edit of a text as it was stored: for the text that the edits before it had left."""

    seq: int
    writer: str
    edit: tuple[Splice, ...]


@dataclass(slots=True)
class StreamState:
    """A stream at a position."""

    position: Position = START
    records: MutableMapping[str, Record] = field(default_factory=dict)
    writers: MutableMapping[str, int] = field(default_factory=dict)
    """How far each writer's intents in this stream have come."""
    at: int = 0
    """The time of the last event, ms since 1970."""
    top: int = 0
    bottom: int = 0
    """The highest and the lowest z so far."""
    items: int = 0
    """How many items there are, deleted ones included."""
    edits: MutableMapping[str, tuple[RecentEdit, ...]] = field(default_factory=dict)
    hands: MutableMapping[str, frozenset[str]] = field(default_factory=dict)
    """Who has ever changed a record."""
    histories: Histories = field(default_factory=dict)
    gaps: MutableMapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    """Numbers of each writer that were passed over, from and to: those intents had been refused."""
    stage: int = 0
    """Goes up with every change to the workshop, its people, its steps and its votes."""

    def fork(self) -> "StreamState":
        """A state that goes on from here and leaves this one as it is, until `absorb`."""
        return StreamState(
            self.position,
            Layered(self.records),
            Layered(self.writers),
            self.at,
            self.top,
            self.bottom,
            self.items,
            Layered(self.edits),
            Layered(self.hands),
            Layered(self.histories),
            Layered(self.gaps),
            self.stage,
        )

    def become(self, other: "StreamState") -> None:
        """Be what the other state is: this one's own is no longer what the stream amounts to."""
        for name in self.__slots__:
            setattr(self, name, getattr(other, name))

    def absorb(self, fork: "StreamState") -> None:
        """Take over what a fork of this state has come to."""
        for name in ("records", "writers", "edits", "hands", "histories", "gaps"):
            getattr(fork, name).settle()
        for name in ("position", "at", "top", "bottom", "items", "stage"):
            setattr(self, name, getattr(fork, name))


def apply(state: StreamState, event: Event, position: Position) -> None:
    """Fold the event that leads to `position` into the state. Raises BrokenStreamError for what does not fit."""
    backs: list[Back] = []
    for change in event.changes:
        if type(change) is Patch:
            backs.append(_patch(state, change))
            _touch(state, change.id, event.by)
        elif type(change) is Spliced:
            backs.append(_splice(state, change, event, position.seq))
            _touch(state, change.id, event.by)
        elif type(change) is Remove:
            record = _record(state, change.id)
            if isinstance(record, Score) and event.by != SERVER:
                backs.append(GivenBack(change.id, record, None))
                del state.records[change.id]
            else:
                _remove(state, change.id)
        elif type(change) is Put:
            record = change.record
            if isinstance(record, ITEM_KINDS):
                if record.id in state.records:
                    _remove(state, record.id)  # this is another one, whatever was done to the one before
                state.items += 1
                state.top = max(state.top, record.z)
                backs.append(Created(record.id))
            elif isinstance(record, Score):
                given = state.records.get(record.id)
                backs.append(GivenBack(record.id, given if isinstance(given, Score) else None, record))
            elif isinstance(record, STAGE_KINDS):
                state.stage += 1
            state.records[record.id] = record
            _touch(state, record.id, event.by)
    _count(state, event.intent)
    state.at = event.at
    state.position = position
    # What was shown stays shown: it is not one person's deed to take back. And a canvas that was added keeps its cards.
    whole = event.revealed or any(type(each) is Put and isinstance(each.record, Canvas) for each in event.changes)
    undoable = [] if whole else [back for back in backs if _undoable(state, back)]
    remember(state.histories, event, position.seq, undoable)


def _count(state: StreamState, intent: IntentId) -> None:
    expected = state.writers.get(intent.writer, 0) + 1
    if intent.n > expected:
        state.gaps[intent.writer] = (*state.gaps.get(intent.writer, ()), (expected, intent.n - 1))
    state.writers[intent.writer] = intent.n


def _record(state: StreamState, record_id: str) -> Record:
    record = state.records.get(record_id)
    if record is None:
        raise BrokenStreamError(f"expected a record {record_id!r} at event {state.position.seq + 1}, but there is none")
    return record


def _touch(state: StreamState, record_id: str, by: str) -> None:
    hands = state.hands.get(record_id, frozenset())
    if by not in hands:
        state.hands[record_id] = hands | {by}


def _patch(state: StreamState, change: Patch) -> FieldsBack:
    record = _record(state, change.id)
    after = {name: value for name in FIELD_NAMES if (value := getattr(change.set, name)) is not UNSET}
    foreign = [name for name in after if name not in record.__struct_fields__]
    if foreign:
        raise BrokenStreamError(f"expected fields of a {type(record).__name__} in {change.id!r}, but got {foreign}")
    before = {name: getattr(record, name) for name in after}
    state.records[change.id] = replace(record, **after)
    if isinstance(record, STAGE_KINDS):
        state.stage += 1
    state.top = max(state.top, after.get("z", 0))
    state.bottom = min(state.bottom, after.get("z", 0))
    return FieldsBack(change.id, before, after)


def _remove(state: StreamState, record_id: str) -> None:
    """Forget the record, and with it how to take back what was done to it."""
    record = _record(state, record_id)
    if isinstance(record, ITEM_KINDS):
        state.items -= 1
    for mapping in (state.records, state.edits, state.hands):
        mapping.pop(record_id, None)
    forget(state.histories, record_id)


def _splice(state: StreamState, change: Spliced, event: Event, seq: int) -> TextBack:
    record = _record(state, change.id)
    if not isinstance(record, TEXT_KINDS):
        raise BrokenStreamError(f"expected a text in {change.id!r}, but it is a {type(record).__name__}")
    try:
        text = apply_edit(record.text, change.edit)
    except ValueError as error:
        raise BrokenStreamError(f"{change.id!r} at event {seq}: {error}") from error
    state.records[change.id] = replace(record, text=text)
    recent = state.edits.get(change.id, ())
    # An undoing is the server's: its writer has not predicted it, so it counts as somebody else's, before everyone's.
    writer = "" if event.undone else event.intent.writer
    state.edits[change.id] = (*recent, RecentEdit(seq, writer, change.edit))[-RECENT_EDITS:]
    return TextBack(change.id, seq, recent[-1].seq if recent else 0, inverse(record.text, change.edit))


def _undoable(state: StreamState, back: Back) -> bool:
    return isinstance(back, GivenBack) or isinstance(state.records.get(back.id), (*ITEM_KINDS, Canvas, Memo))
