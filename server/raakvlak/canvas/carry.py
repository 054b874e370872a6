"""Carrying a late edit of a text over what others did meanwhile.

A writer may have several edits under way. Each was made for the text at `seen` with all that writer's earlier edits
over it; so what others did since `seen` must be told as if it came after those. A Bridge keeps just that.
"""

from msgspec import Struct

from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.state import RECENT_EDITS, RecentEdit
from raakvlak.canvas.text import Edits, transform


class Bridge(Struct, frozen=True):
    """Others' edits of one text up to event `upto`, told as coming after all edits of one writer so far."""

    upto: int
    others: tuple[RecentEdit, ...]


def carry(
    bridge: Bridge | None, recent: tuple[RecentEdit, ...], writer: str, edit: Edits, seen: int
) -> tuple[Edits, Bridge]:
    """The edit for the text as it is now, and the bridge for this writer's next one.

    `recent`: the latest edits of this text as stored. Raises Refusal("stale") when they do not reach back to `seen`.
    """
    others = [each for each in bridge.others if each.seq > seen] if bridge else []
    known = max(bridge.upto, seen) if bridge else seen
    if len(recent) == RECENT_EDITS and recent[0].seq > known + 1:
        raise Refusal("stale", f"expected an edit made after event {recent[0].seq - 1}, but it was made at {known}")
    others += [each for each in recent if each.seq > known and each.writer != writer]
    carried: list[RecentEdit] = []
    for other in others:
        told_after = transform(other.edit, edit, other.writer < writer)
        edit = transform(edit, other.edit, writer < other.writer)
        carried.append(RecentEdit(other.seq, other.writer, told_after))
    return edit, Bridge(max([known, *(each.seq for each in recent[-1:])]), tuple(carried))
