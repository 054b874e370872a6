"""A layer over a mapping is a mapping like any other, and leaves what is under it alone until it is settled."""

from hypothesis import given
from hypothesis import strategies as st
from unit.core import BOB, SERVER, Core, own

from raakvlak.canvas.events import Event, IntentId, Put, Remove, encode_event, next_position
from raakvlak.canvas.intents import CreateItems, Undo
from raakvlak.canvas.layered import Layered
from raakvlak.canvas.records import Sticky
from raakvlak.canvas.state import StreamState, apply
from raakvlak.canvas.view import Decision

keys = st.sampled_from("abcde")
deeds = st.lists(st.tuples(st.sampled_from(["set", "set", "delete", "pop", "clear", "update"]), keys, st.integers()))


def do(mapping: "dict[str, int] | Layered[int]", deed: str, key: str, value: int) -> object:
    """One deed, and what it gives or raises."""
    try:
        if deed == "set":
            mapping[key] = value
        elif deed == "delete":
            del mapping[key]
        elif deed == "pop":
            return mapping.pop(key, None)
        elif deed == "clear":
            mapping.clear()
        else:
            mapping.update({key: value, "a": value})
    except KeyError as error:
        return error.args
    return None


@given(st.dictionaries(keys, st.integers()), st.lists(deeds, max_size=3))
def test_a_layer_is_like_a_dict(start: dict[str, int], rounds: list[list[tuple[str, str, int]]]) -> None:
    """[STATE-4] What is decided but not yet on disk is like a dict, in its order too, over one that it leaves."""
    plain, under = dict(start), dict(start)
    for deeds_of_round in rounds:
        layer = Layered(under)
        before = list(under.items())
        for deed, key, value in deeds_of_round:
            assert do(layer, deed, key, value) == do(plain, deed, key, value)
            assert list(layer.items()) == list(plain.items())
            assert len(layer) == len(plain)
            assert [key in layer for key in "abcde"] == [key in plain for key in "abcde"]
            assert list(under.items()) == before
        layer.settle()
        assert list(under.items()) == list(plain.items())


def removing(*ids: str) -> Event:
    return Event(at=2, by="server", intent=IntentId("server-2", 1), changes=tuple(map(Remove, ids)))


def test_a_fork_that_removes_leaves_its_origin_until_absorbed() -> None:
    """[STATE-4] Also what is taken away: the record, its text's edits, who changed it, and what could be taken back."""
    core = Core()
    note, other = core.draft(BOB, "1", "een"), core.draft(BOB, "2", "twee")
    core.type(BOB, note, "een en meer", own(BOB))
    state = core.stream(own(BOB))
    fork = state.fork()
    event = removing(note)
    apply(fork, event, next_position(fork.position, encode_event(event)))
    assert list(state.records) == [note, other]
    assert (note in state.edits, note in state.hands, len(state.histories["bob"].undo)) == (True, True, 3)
    state.absorb(fork)
    assert (list(state.records), state.items) == ([other], 1)
    assert (note in state.edits, note in state.hands, len(state.histories["bob"].undo)) == (False, False, 1)


def test_what_is_made_again_has_no_past() -> None:
    """[STATE-5] A record that is put where an item was is another one: nothing done before is taken back."""
    core = Core()
    note = core.draft(BOB, "1", "een lang verhaal")
    core.later(9_000)
    core.type(BOB, note, "kort", own(BOB))
    again = Sticky(id=note, canvas="one", place=core.item(note, own(BOB)).place, author="bob", text="")
    core.happen(own(BOB), SERVER, Decision((Put(again),)))
    assert core.stream(own(BOB)).items == 1
    assert core.refused(BOB, Undo(), own(BOB)) == "nothing-to-undo"
    core.happen(own(BOB), SERVER, Decision((Remove(note),)))
    core.ask(BOB, CreateItems(items=(again,)), own(BOB))
    core.ask(BOB, Undo(), own(BOB))
    assert core.item(note, own(BOB)).deleted == "bob"
    assert core.refused(BOB, Undo(), own(BOB)) == "nothing-to-undo"


def test_the_same_stream_whether_folded_or_forked() -> None:
    """[STATE-4] Folding events one by one, or on forks that are absorbed, comes to the same."""
    core = Core()
    core.draft(BOB, "1", "een")
    core.happen(own(BOB), SERVER, Decision((Remove("bob-1.1"),)))
    core.draft(BOB, "1", "een")
    plain, forked = StreamState(), StreamState()
    for stream, event in core.events:
        if stream == own(BOB):
            position = next_position(plain.position, encode_event(event))
            apply(plain, event, position)
            fork = forked.fork()
            apply(fork, event, position)
            forked.absorb(fork)
    assert plain == forked == core.stream(own(BOB))
