"""What events amount to: the same in both languages, and for every format that was ever released."""

import json
from pathlib import Path

import msgspec
import pytest
from vectors.apply_vectors import VECTORS, written

from raakvlak.canvas.events import (
    FORMAT,
    START,
    Event,
    IntentId,
    Patch,
    Put,
    Splice,
    Spliced,
    decode_event,
    next_position,
)
from raakvlak.canvas.records import Fields, Organisation
from raakvlak.canvas.state import BrokenStreamError, StreamState, apply

GOLDEN = Path(__file__).parents[1] / "golden"


def event(*changes: Put | Patch | Spliced) -> Event:
    return Event(at=1, by="server", intent=IntentId("server-1", 1), changes=changes)


def test_the_shared_vectors_are_current() -> None:
    """[STATE-1] Both languages make the same records and counters of a stream's events."""
    assert VECTORS.read_text(encoding="utf-8") == written(), "run python tests/vectors/apply_vectors.py"


@pytest.mark.parametrize("released", range(1, FORMAT + 1))
def test_every_released_format_can_still_be_read(released: int) -> None:
    """[STATE-2] Streams of every format that was released amount to what they always did, with the same tokens."""
    states: dict[str, StreamState] = {}
    for line in (GOLDEN / f"format-{released}.jsonl").read_text(encoding="utf-8").splitlines():
        stream, token, stored = json.loads(line)
        state = states.setdefault(stream, StreamState())
        position = next_position(state.position, stored.encode())
        assert position.token == token
        apply(state, decode_event(stored.encode()), position)
    told = json.loads((GOLDEN / f"format-{released}.json").read_text(encoding="utf-8"))
    records = {name: list(state.records.values()) for name, state in states.items()}
    assert json.loads(msgspec.json.encode(records)) == told


@pytest.mark.parametrize(
    "change",
    [
        Patch("nobody", Fields(name="x")),
        Spliced("org", (Splice(0, 0, "x"),)),
        Patch("org", Fields(title="x")),
        Spliced("nobody", ()),
    ],
    ids=["patch of nothing", "splice of what has no text", "field of another kind", "splice of nothing"],
)
def test_an_event_that_does_not_fit_is_refused(change: Patch | Spliced) -> None:
    """[STATE-3] An event that does not fit what came before shows that the stream was damaged."""
    state = StreamState()
    apply(state, event(Put(Organisation(id="org", name="Org", mark=0, order=0))), START)
    with pytest.raises(BrokenStreamError, match="expected"):
        apply(state, event(change), START)


def test_a_fork_leaves_its_origin_as_it_was_until_absorbed() -> None:
    """[STATE-4] What is decided but not yet on disk changes nothing that anybody sees."""
    state = StreamState()
    fork = state.fork()
    apply(fork, event(Put(Organisation(id="org", name="Org", mark=0, order=0))), START)
    assert dict(state.records) == {}
    state.absorb(fork)
    assert list(state.records) == ["org"]
