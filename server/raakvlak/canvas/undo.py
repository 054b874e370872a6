"""Taking back, and doing again: the changes that bring back what a person's last step had changed.

Only fields that still hold the value that the step gave them are put back, and a text by the inverse edit carried
over all later ones. What others have changed since stays as it is; the event then has fewer changes, or none.
"""

from raakvlak.canvas.events import Change, Patch, Put, Remove, Spliced, Undone
from raakvlak.canvas.history import NOTHING, Back, Created, FieldsBack, GivenBack, TextBack
from raakvlak.canvas.records import ITEM_KINDS, TEXT_KINDS, Card, Fields, ParticipantToken, Record
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.state import RECENT_EDITS, StreamState
from raakvlak.canvas.text import transform
from raakvlak.canvas.values import MAX_TEXT, Role


def take_back(state: StreamState, person: str, role: Role, redo: bool) -> tuple[tuple[Change, ...], Undone]:
    """The changes that take back the person's last step. Raises Refusal("nothing-to-undo") or Refusal("too-long")."""
    history = state.histories.get(person, NOTHING)
    steps = history.redo if redo else history.undo
    if not steps:
        raise Refusal("nothing-to-undo", "expected something to take back, but there is nothing")
    step = steps[-1]
    changes = (_changed_back(state, back, person, role) for back in reversed(step.backs))
    return tuple(change for change in changes if change), Undone(step.seq, redo)


def _changed_back(state: StreamState, back: Back, person: str, role: Role) -> Change | None:
    if isinstance(back, GivenBack):
        return _given_back(state, back, role)
    record = state.records[back.id]
    if role != "facilitator" and not _may_change(record, person):
        return None
    if role != "facilitator" and isinstance(record, Card) and isinstance(back, TextBack):
        return None  # only facilitators word cards
    if isinstance(back, Created):
        mine = isinstance(record, ITEM_KINDS) and not record.deleted and state.hands[back.id] == {person}
        return Patch(back.id, Fields(deleted=person)) if mine else None
    if isinstance(back, FieldsBack):
        # Something that was added to in an anonymous step stays anonymous.
        before = {name: old for name, old in back.before.items() if name != "step"}
        fields = {name: old for name, old in before.items() if getattr(record, name) == back.after[name]}
        put_back = "place" in before and len(fields) == len(before)
        if fields.get("deleted") and not put_back and not _may_delete(record, person, role):
            return None  # not theirs, nor a token that they had put back and nobody has touched since
        return Patch(back.id, Fields(**fields)) if fields else None
    edits = state.edits.get(back.id, ())
    if len(edits) == RECENT_EDITS and edits[0].seq > back.seq:
        return None  # too long ago to be carried over all that followed
    edit = back.edit
    for later in edits:
        if later.seq > back.seq:
            edit = transform(edit, later.edit, True)
    length = len(record.text) if isinstance(record, TEXT_KINDS) else 0
    if length + sum(len(splice.insert) - splice.remove for splice in edit) > MAX_TEXT:
        raise Refusal("too-long", f"expected a text of at most {MAX_TEXT} code points after taking this back")
    return Spliced(back.id, edit) if edit else None


def _given_back(state: StreamState, back: GivenBack, role: Role) -> Change | None:
    for_group = any(each is not None and each.group for each in (back.before, back.after))
    if state.records.get(back.id) != back.after or (for_group and role != "facilitator"):
        return None  # given otherwise since; or only facilitators say what the group holds
    return Put(back.before) if back.before else Remove(back.id)


def _may_change(record: Record, person: str) -> bool:
    """Whether a participant may; they may have been a facilitator when they did what is to be taken back."""
    if isinstance(record, ParticipantToken) and record.person != person:
        return False
    return not isinstance(record, ITEM_KINDS) or record.locked is None


def _may_delete(record: Record, person: str, role: Role) -> bool:
    return role == "facilitator" or (isinstance(record, ITEM_KINDS) and record.author == person)
