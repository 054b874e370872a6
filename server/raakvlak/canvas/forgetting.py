"""Forgetting what a person's own stream no longer needs: what was shown, or deleted, some time ago.

The events stay, with who, when and which intent, so that numbers, counters and the order hold; what they held of
records that are gone is taken out. Nothing then links an anonymous note to its author any more.
"""

from collections.abc import Sequence

from msgspec import UNSET
from msgspec.structs import replace

from raakvlak.canvas.events import Change, Event, Patch, Put, Remove
from raakvlak.canvas.records import ITEM_KINDS


def thinned(events: Sequence[Event], before: int) -> list[Event] | None:
    """The events without what they held of records that were gone `before` (ms since 1970); None: nothing to forget."""
    gone = {record_id for record_id, at in _gone(events).items() if at < before}
    if not gone:
        return None
    thin = [_without(event, gone) for event in events]
    return thin if thin != list(events) else None


def _gone(events: Sequence[Event]) -> dict[str, int]:
    """Records that are removed or deleted at the end, and since when."""
    gone: dict[str, int] = {}
    for event in events:
        for change in event.changes:
            deleted = change.set.deleted if isinstance(change, Patch) else UNSET
            if isinstance(change, Remove) or isinstance(deleted, str):
                gone.setdefault(id_of(change), event.at)
            elif deleted is None or isinstance(change, Put):
                gone.pop(id_of(change), None)
            if isinstance(change, Put) and isinstance(change.record, ITEM_KINDS) and change.record.deleted:
                gone[change.record.id] = event.at
    return gone


def id_of(change: Change) -> str:
    """The record that the change is about."""
    return change.record.id if isinstance(change, Put) else change.id


def _without(event: Event, gone: set[str]) -> Event:
    kept = tuple(change for change in event.changes if id_of(change) not in gone)
    if len(kept) == len(event.changes):
        return event
    return replace(event, changes=kept, path=event.path if kept else ())
