"""Random people take part in, and lead, random sessions: nothing but refusals may come of it."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.core import ANN, BACK, BOB, CAS, DAN, FAY, MIDDLE, SERVER, Core, own
from unit.marked import CANVAS, TRUST, add_full
from unit.random_checks import check_all, check_reveal, check_rights, records_of
from unit.random_leading import Deed, turns
from unit.random_marks import Turn

from raakvlak.canvas.events import Event, Remove, decode_event, encode_event, next_position
from raakvlak.canvas.forgetting import thinned
from raakvlak.canvas.intents import CreateItems, Intent
from raakvlak.canvas.leading import EnterStep, OpenRound, SetAgreement
from raakvlak.canvas.records import Connector, Record
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.rights import SITUATIONS
from raakvlak.canvas.state import StreamState, apply
from raakvlak.canvas.view import Actor

_intent = msgspec.json.Decoder(Intent)
_records = msgspec.json.Decoder(list[Record])


AGENDA = (*SITUATIONS[1:], "write", "place", "discuss", "discuss", "conclude")
WRITERS = (BOB, CAS, DAN, FAY)


def begun() -> Core:
    """A workshop with steps of each mode, named and anonymous; something of everybody, private and not; and a vote."""
    core = Core()
    add_full(core)
    for actor in WRITERS:
        core.note(actor, "note", "tekst", canvas="three")
        core.ask(actor, SetAgreement(id=f"{actor.writer}.agreed", what="action", text="Bellen"))
    for number, situation in enumerate(AGENDA):
        mode, movers = ("cluster", "everyone") if situation == "cluster+" else (situation, "facilitators")
        core.step(f"s{number}", mode, movers=movers, canvas=("three", CANVAS)[number % 2], minutes=1)
        if mode in ("write", "place", "score"):
            canvas = "three" if number % 2 else CANVAS
            nameless = core.enter(mode, f"n{number}", canvas=canvas, anonymous=True)
            for actor in WRITERS:
                core.draft(actor, f"n{number}", f"in {nameless}", canvas)
    core.ask(ANN, EnterStep(id="ann-1.s2"))
    for actor in WRITERS:
        core.draft(actor, "named", "met naam", "three")
        core.draft(actor, "back", "achter", "three", BACK)
        full = core.draft(actor, "full", "ook met naam", CANVAS)
        arrow = Connector(id=f"{actor.writer}.arrow", canvas=CANVAS, place=MIDDLE, start=full, end=TRUST)
        core.ask(actor, CreateItems(items=(arrow,)), own(actor))
    core.ask(ANN, OpenRound(id="ann-1.round", canvas="three"))
    return core


@given(st.lists(st.tuples(turns, st.sampled_from([0, 0, 900, 9_000])), min_size=30, max_size=80), st.integers(1, 5))
@settings(max_examples=120, deadline=None)
def test_nothing_but_refusals(taken: list[tuple[tuple[Actor, Deed, int, int], int]], tidying: int) -> None:
    """[RIGHT-41] Whatever is asked in whatever step happens within one's rights, and shows only what it may."""
    core = begun()
    for number, ((actor, deed, a, b), later) in enumerate(taken):
        core.later(later)
        asked, stream = deed(Turn(core, actor, a, b))
        intent = _intent.decode(msgspec.json.encode(asked))
        before = {name: records for name, records in records_of(core).items() if records}
        try:
            event = core.ask(actor, intent, stream)
        except Refusal:
            assert {name: records for name, records in records_of(core).items() if records} == before
            continue
        check_rights(before, stream, event)
        if event.revealed:
            check_reveal(before, event)
        if number % tidying == 0:
            core.tidy()
        check_all(core)
    core.tidy()
    assert core.tidy() == 0
    _check_streams(core)


def _check_streams(core: Core) -> None:
    for name, state in core.streams.items():
        again = StreamState()
        for event in (event for stream, event in core.events if stream == name):
            stored = encode_event(event)
            apply(again, decode_event(stored), next_position(again.position, stored))
            removed = any(isinstance(change, Remove) for change in event.changes)
            assert not removed or name == "shared" or event.by in (SERVER.person, name.removeprefix("person:"))
        assert again == state
        if name.startswith("person:") and state.at:
            _check_thinned([event for stream, event in core.events if stream == name], state)
        # And what newcomers get is what a client may read.
        assert _records.decode(msgspec.json.encode(list(state.records.values()))) == list(state.records.values())


def _check_thinned(events: list[Event], state: StreamState) -> None:
    """Without what can be forgotten the stream amounts to the same, but for what was deleted."""
    again = StreamState()
    for event in thinned(events, events[-1].at + 1) or events:
        apply(again, event, next_position(again.position, encode_event(event)))
    assert dict(again.writers) == dict(state.writers)
    there = {key: each for key, each in state.records.items() if getattr(each, "deleted", None) is None}
    assert {key: each for key, each in again.records.items() if key in there} == there
