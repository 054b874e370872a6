"""What the benchmarks count, and the updates that stand for Yjs's: figures are worth what these are."""

import time

import numpy as np
import pytest

from benchmarks.tally import Tally
from benchmarks.wires import heard
from benchmarks.wires.yjs import FIRST_CLIENT, Reader, YjsWire, clocks, update

FIRST = "0101c7843d002801056974656d73066974656d2d3701760201787c3fc0000001797c440de00000"
SECOND = "0101c7843d01a8c7843d0001760201787c4020000001797c440de00001c7843d010001"
"""What Yjs 13.6.33 sends for two `set`s of a map by client 1000007."""
MERGED = (
    "0202c8843d002801056974656d73066974656d2d3801760201787c3fc0000001797c440de000"
    "88c8843d0001760201787c4020000001797c440de000"
    "01c7843d002801056974656d73066974656d2d3701760201787c3fc0000001797c440de00001c8843d010001"
)
"""The same by client 1000008 and the first one of client 1000007, merged by Yjs's `mergeUpdates`."""


def test_updates_for_hocuspocus_are_those_of_yjs() -> None:
    """[RUN-70]"""
    assert update(1000007, 0, "item-7", None, {"x": 1.5, "y": 567.5}).hex() == FIRST
    assert update(1000007, 1, "item-7", 0, {"x": 2.5, "y": 567.5}).hex() == SECOND


def test_merged_updates_of_yjs_are_read() -> None:
    """[RUN-70]"""
    assert clocks(Reader(bytes.fromhex(MERGED))) == ({1000008: 1, 1000007: 0}, {1000008: 2, 1000007: 1})


def test_a_move_that_was_said_is_the_one_that_is_read() -> None:
    """[RUN-70]"""
    found = YjsWire(0).read(YjsWire(0).move(7, 3))
    assert found is not None
    assert (found.authors.tolist(), found.moves.tolist(), found.counts.tolist()) == ([7], [3], [1])
    assert FIRST_CLIENT + 7 == 1000007


def counting(people: int = 3) -> Tally:
    """A tally in which everyone has heard move 1 of everyone, said a second ago."""
    tally = Tally(people, 10)
    tally.sent_at[:, :] = time.perf_counter() - 1
    for receiver in range(people):
        hear(tally, receiver, dict.fromkeys(range(people), 1))
    tally.begin()
    return tally


def hear(tally: Tally, receiver: int, moves: dict[int, int]) -> None:
    """A frame with one move of each of these authors."""
    frame = heard(moves, dict.fromkeys(moves, 1))
    assert frame is not None
    tally.hear(receiver, frame, probe=True)


def test_own_moves_are_no_deliveries() -> None:
    """[RUN-71]"""
    tally = counting()
    for receiver in range(3):
        hear(tally, receiver, {0: 2})
    assert tally.end().deliveries == 2


def test_a_move_that_was_replaced_counts_when_the_newer_comes_with_its_own_age() -> None:
    """[RUN-71]"""
    tally = counting()
    now = time.perf_counter()
    tally.sent_at[0, 2:5] = now - 30, now - 20, now - 10
    hear(tally, 1, {0: 4})
    span = tally.end()
    assert span.deliveries == 3
    assert span.replaced == pytest.approx(2 / 3)
    assert span.p50 == pytest.approx(20, abs=1)


def test_what_is_heard_again_counts_once() -> None:
    """[RUN-71]"""
    tally = counting()
    hear(tally, 1, {0: 2, 2: 1})
    hear(tally, 1, {0: 2})
    assert tally.end().deliveries == 1


def test_a_gap_in_a_stream_is_noticed() -> None:
    """[RUN-72]"""
    tally = Tally(2, 10)
    for after, position in ((5, 6), (6, 8), (9, 10)):
        frame = heard({0: position}, {0: 1}, after, position)
        assert frame is not None
        tally.hear(1, frame, probe=False)
    assert tally.broken == 1
    assert np.array_equal(tally.last[1], [10, -1])
