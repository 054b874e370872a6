"""Forgetting what a person's own stream no longer needs: what was shown, or deleted, some time ago.

The events stay, with who, when and which intent, so that numbers, counters and the order hold; what they held of
records that are gone is taken out. Nothing then links an anonymous note to its author any more.
"""

from collections.abc import Sequence

from msgspec import UNSET
from msgspec.structs import replace

from raakvlak.canvas.events import Change, Event, Patch, Put, Remove
from raakvlak.canvas.facilitation import Score
from raakvlak.canvas.records import ITEM_KINDS


def thinned(events: Sequence[Event], before: int) -> list[Event] | None:
    """The events without what they held of records that were gone `before` (ms since 1970); None: nothing to forget."""
    gone = _gone(events, before)
    if not gone:
        return None
    thin = [_without(event, number, gone) for number, event in enumerate(events)]
    return thin if thin != list(events) else None


def _gone(events: Sequence[Event], before: int) -> dict[str, int]:
    """For each record that was gone by then: the number of the last event whose changes of it can go.

    A record that was removed or shown and then made anew, as a token or a score can be, had an earlier life.
    """
    removed: dict[str, int] = {}
    public: dict[str, str | None] = {}
    deleted: dict[str, int] = {}
    """Since when."""
    for number, event in enumerate(events):
        for change in event.changes:
            record_id = id_of(change)
            deletion = change.set.deleted if isinstance(change, Patch) else UNSET
            if isinstance(change, Remove):
                deleted.pop(record_id, None)
                if event.at < before:
                    removed[record_id] = number
            elif isinstance(deletion, str):
                deleted.setdefault(record_id, event.at)
            elif deletion is None or isinstance(change, Put):
                deleted.pop(record_id, None)
            if isinstance(change, Put) and isinstance(change.record, (*ITEM_KINDS, Score)):
                if public.get(record_id, change.record.public) != change.record.public and event.at < before:
                    removed[record_id] = number - 1
                public[record_id] = change.record.public
    return removed | {record_id: len(events) for record_id, at in deleted.items() if at < before}


def id_of(change: Change) -> str:
    """The record that the change is about."""
    return change.record.id if isinstance(change, Put) else change.id


def _without(event: Event, number: int, gone: dict[str, int]) -> Event:
    kept = tuple(change for change in event.changes if number > gone.get(id_of(change), -1))
    if len(kept) == len(event.changes):
        return event
    return replace(event, changes=kept, path=event.path if kept else ())
