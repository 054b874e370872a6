"""Random people ask for random things, most of them possible: nothing but refusals may come of it.

An event that was decided and then cannot be folded or read again would end its stream for everyone, for good.
"""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.core import ANN, BOB, CAS, Core
from unit.marked import marked
from unit.random_intents import Asking, asked, typed

from raakvlak.canvas.events import Event, Patch, Put, Spliced, decode_event, encode_event, next_position
from raakvlak.canvas.facilitation import Score
from raakvlak.canvas.intents import CreateItems, DeleteItems, Intent, MoveItems, Undo
from raakvlak.canvas.leading import Move
from raakvlak.canvas.records import ITEM_KINDS, TEXT_KINDS, Card, ParticipantToken, PartnerToken, Person
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.state import StreamState, apply
from raakvlak.canvas.values import MAX_TEXT, Place, Role
from raakvlak.canvas.view import Actor

_intent = msgspec.json.Decoder(Intent)


def check_rights(event: Event, before: dict[str, object], role: Role) -> None:
    """What happened was within the rights of who did it, undoing included."""
    assert role != "observer"
    if role == "facilitator":
        return
    for change in event.changes:
        if not isinstance(change, Patch | Spliced):
            given = change.record if isinstance(change, Put) else before[change.id]
            assert isinstance(given, (*ITEM_KINDS, Score) if isinstance(change, Put) else Score)
            assert given.author == event.by
            assert not getattr(given, "group", False)
            continue
        record = before[change.id]
        assert isinstance(record, ITEM_KINDS)
        assert not isinstance(change, Spliced) or not isinstance(record, Card)
        assert record.locked is None
        if isinstance(record, ParticipantToken):
            assert record.person == event.by
        if isinstance(change, Patch):
            assert change.set.locked is msgspec.UNSET
            taken_away = record.deleted is None and change.set.deleted not in (None, msgspec.UNSET)
            # Only who has put a token back may take it away again, and only by undoing that.
            assert not taken_away or record.author == event.by or (event.undone and isinstance(record, PartnerToken))


@given(st.lists(asked, min_size=20, max_size=50) | st.lists(typed, min_size=10, max_size=20))
@settings(max_examples=150, deadline=None)
def test_nothing_but_refusals(askings: list[tuple[Actor, str, Asking, int]]) -> None:
    """[RIGHT-40] Whatever people ask for is refused or happens within their rights, and what is stored can be read."""
    core = marked()
    for actor in (ANN, BOB, CAS):
        core.note(actor, "a", "een tekst")
    for actor, stream, asking, later in askings:
        core.later(later)
        state = core.stream(stream)
        intent = _intent.decode(msgspec.json.encode(asking(state)))
        before: dict[str, object] = dict(state.records)
        try:
            event = core.ask(actor, intent, stream)
        except Refusal:
            assert dict(state.records) == before
            continue
        check_rights(event, before, actor.role)
        texts_now = [record.text for record in state.records.values() if isinstance(record, TEXT_KINDS)]
        assert max(map(len, texts_now), default=0) <= MAX_TEXT
    for name, state in core.streams.items():
        again = StreamState()
        for event in (event for stream, event in core.events if stream == name):
            stored = encode_event(event)
            apply(again, decode_event(stored), next_position(again.position, stored))
        assert again == state
        # And what newcomers get is what a client may read.
        assert msgspec.json.encode(list(state.records.values()))
        assert all(isinstance(each, Person) or each.id for each in state.records.values())


@pytest.mark.parametrize("last", ["", "z"])
def test_texts_do_not_grow_by_undoing(last: str) -> None:
    """[UNDO-40] Undoing that would make a text longer than texts may be is refused, and can be done later."""
    core = Core()
    note = core.note(ANN, "a", "x" * MAX_TEXT)
    core.later(9_000)
    core.type(BOB, note, last)
    core.type(CAS, note, "y" * MAX_TEXT)
    with pytest.raises(Refusal) as refused:
        core.ask(BOB, Undo())
    assert refused.value.code == "too-long"
    assert core.text(note) == "y" * MAX_TEXT
    core.type(CAS, note, "")
    core.ask(BOB, Undo())
    assert core.text(note) == "x" * MAX_TEXT


def test_a_token_put_back_and_moved_by_others_stays() -> None:
    """[UNDO-41] Undoing takes a token that was put back away again only where it still lies as it was put."""
    core = Core()
    token = PartnerToken(
        id="one.partner.org", canvas="one", place=Place("figure", 0.1, 0.1), author="x", organisation="org"
    )
    core.ask(BOB, CreateItems(items=(token,)))
    core.ask(BOB, DeleteItems(ids=(token.id,)))
    core.ask(CAS, CreateItems(items=(msgspec.structs.replace(token, place=Place("figure", 0.3, 0.3)),)))
    core.ask(CAS, Undo())
    assert core.item(token.id).deleted == "bob"
    core.ask(CAS, CreateItems(items=(msgspec.structs.replace(token, place=Place("figure", 0.4, 0.4)),)))
    core.ask(BOB, MoveItems(moves=(Move(id=token.id, place=Place("figure", 0.8, 0.8)),)))
    core.ask(CAS, Undo())
    assert core.item(token.id).deleted is None
    assert core.item(token.id).place.u == 0.8
