"""Merging of texts: edits as lists of splices in code points, carried over one another (operational transformation).

Bound to the client's `core/text.ts` by tests/vectors/transform.json. An edit is normal when its splices ascend,
neither overlap nor touch, and each does something; every function here takes and gives normal edits.
"""

from collections.abc import Iterable, Sequence

from raakvlak.canvas.events import Splice

Edits = tuple[Splice, ...]


def is_normal(edit: Sequence[Splice]) -> bool:
    """Whether the splices ascend, leave at least one kept code point between them, and each does something."""
    free_from = 0
    for splice in edit:
        if splice.at < free_from or not (splice.remove or splice.insert):
            return False
        free_from = splice.at + splice.remove + 1
    return True


def fits(text: str, edit: Sequence[Splice]) -> bool:
    """Whether the text is long enough for the edit."""
    return not edit or edit[-1].at + edit[-1].remove <= len(text)


def apply_edit(text: str, edit: Sequence[Splice]) -> str:
    """The text after the edit. Raises ValueError when the text is too short for it."""
    if not fits(text, edit):
        raise ValueError(f"expected an edit within {len(text)} code points, but it ends at {edit[-1].at}")
    pieces: list[str] = []
    kept_from = 0
    for splice in edit:
        pieces.append(text[kept_from : splice.at])
        pieces.append(splice.insert)
        kept_from = splice.at + splice.remove
    pieces.append(text[kept_from:])
    return "".join(pieces)


def inverse(text: str, edit: Sequence[Splice]) -> Edits:
    """The edit that gives `text` back when it is applied after `edit`."""
    back: list[Splice] = []
    shift = 0
    for splice in edit:
        taken = text[splice.at : splice.at + splice.remove]
        back.append(Splice(splice.at + shift, len(splice.insert), taken))
        shift += len(splice.insert) - splice.remove
    return tuple(back)


def diff(before: str, after: str) -> Edits:
    """The one splice that leads from one text to the other, none if they are the same."""
    start = 0
    most = min(len(before), len(after))
    while start < most and before[start] == after[start]:
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    splice = Splice(start, len(before) - end - start, after[start : len(after) - end])
    return (splice,) if splice.remove or splice.insert else ()


def transform(edit: Sequence[Splice], over: Sequence[Splice], first: bool) -> Edits:
    """`edit` for the text that `over` leaves behind; both were made for the same text.

    What both remove is removed once. Where both insert at the same place, `edit`'s comes left if `first`. What was
    inserted inside a range that the other removed stays, after what the other put there. For any two edits
    apply(apply(t, a), transform(b, a, not f)) == apply(apply(t, b), transform(a, b, f)) (the property TP1 of
    Ressel, Nitsche-Ruhland and Gunzenhäuser, 1996).
    """
    result: list[Splice] = []
    for splice in edit:
        if splice.insert:
            result.append(Splice(_carried(splice.at, over, first), 0, splice.insert))
        for start, end in _surviving(splice.at, splice.at + splice.remove, over):
            result.append(Splice(_carried(start, over, False), end - start))
    return _joined(result)


def compose(first: Sequence[Splice], then: Sequence[Splice]) -> Edits:
    """One edit that does what `first` and, on the text it leaves, `then` do."""
    result: list[Splice] = []
    base = 0  # where we are in the text before both
    middle = 0  # the same place in the text between them
    between = list(first)
    open_insert = ""  # what is left of an insertion of `first` that we stand in
    for splice in (*then, None):
        target = splice.at if splice else None
        # Go to the place of `then`'s splice, taking along what `first` did on the way.
        while target is None or middle < target or (between and not open_insert and between[0].at == base):
            if open_insert:
                taken = open_insert if target is None else open_insert[: target - middle]
                if not taken:
                    break
                result.append(Splice(base, 0, taken))
                open_insert = open_insert[len(taken) :]
                middle += len(taken)
            elif between and between[0].at == base:
                step = between.pop(0)
                result.append(Splice(base, step.remove))
                base += step.remove
                open_insert = step.insert
            elif between and (target is None or between[0].at - base <= target - middle):
                middle += between[0].at - base
                base = between[0].at
            elif target is None:
                break
            else:
                base += target - middle
                middle = target
        if splice is None:
            break
        result.append(Splice(base, 0, splice.insert))
        left = splice.remove
        while left:
            if open_insert:
                gone = min(left, len(open_insert))
                open_insert = open_insert[gone:]
            elif between and between[0].at == base:
                step = between.pop(0)
                result.append(Splice(base, step.remove))
                base += step.remove
                open_insert = step.insert
                continue
            else:
                gone = min(left, between[0].at - base) if between else left
                result.append(Splice(base, gone))
                base += gone
            left -= gone
            middle += gone
    return _joined(result)


def _carried(place: int, over: Sequence[Splice], first: bool) -> int:
    """Where the gap before code point `place` is after `over`; `first`: left of an insertion at that very gap."""
    shift = 0
    for splice in over:
        if place < splice.at or (place == splice.at and first):
            break
        if place < splice.at + splice.remove:
            return splice.at + shift + len(splice.insert)
        shift += len(splice.insert) - splice.remove
    return place + shift


def _surviving(start: int, end: int, over: Sequence[Splice]) -> Iterable[tuple[int, int]]:
    """The parts of start..end that `over` does not remove, cut where it inserts."""
    for splice in over:
        if splice.at >= end:
            break
        if splice.at > start:
            yield start, splice.at
        start = max(start, splice.at + splice.remove)
    if start < end:
        yield start, end


def _joined(splices: Iterable[Splice]) -> Edits:
    """Ascending splices in normal form: those that touch become one, those that do nothing go."""
    joined: list[Splice] = []
    for splice in splices:
        if not (splice.remove or splice.insert):
            continue
        last = joined[-1] if joined else None
        if last and last.at + last.remove == splice.at:
            joined[-1] = Splice(last.at, last.remove + splice.remove, last.insert + splice.insert)
        else:
            joined.append(splice)
    return tuple(joined)
