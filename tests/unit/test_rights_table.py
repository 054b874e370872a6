"""The table of rights in SPEC.md is what `decide` does: every intent, by each role, in each situation and stream."""

from collections.abc import Iterator
from functools import cache

import pytest
from unit.core import ANN, BOB, CAS, FAY, OBI, own
from unit.rights_table import COLUMNS, INTENTS, SPEC, Table, read, written
from unit.rights_world import OPENING, World

from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.rights import SITUATIONS, Situation, StreamKind
from raakvlak.canvas.view import Actor

STREAMS: tuple[StreamKind, ...] = ("shared", "own", "facilitators")
NEEDS_A_STEP = ("clock.set",)
"""Nobody's right is missing where no step is under way, but a clock is."""


@cache
def table() -> Table:
    return read(SPEC.read_text(encoding="utf-8"))


def test_the_table_in_the_specification_is_current() -> None:
    """[RIGHT-30] The table of rights has every intent and every situation, as the code has them."""
    assert written() in SPEC.read_text(encoding="utf-8"), "run python tests/unit/rights_table.py"
    assert set(table().cells) == set(INTENTS)
    assert all(tuple(row) == COLUMNS for row in table().cells.values())


@pytest.mark.parametrize("paused", [False, True], ids=["", "paused"])
@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_table_is_what_is_decided(situation: Situation, paused: bool) -> None:
    """[RIGHT-31] Whatever is asked by whom, when and in which stream is allowed or refused as the table says."""
    worlds = {busy: World(situation, paused, busy) for busy in (False, True)}
    tried = 0
    for intent, actor, stream in askings():
        world = worlds[intent not in OPENING]
        allowed = table().allows(intent, actor.role, situation, paused, stream)
        expected = allowed == "anywhere" or (allowed == "back" and actor in (ANN, BOB))
        code = answer(world, intent, actor, stream)
        if expected and situation == "free" and intent in NEEDS_A_STEP:
            assert code == "unknown-step"
        elif expected:
            assert code == "", f"expected {intent} by {actor.person} in {stream} to happen in {situation}: {code}"
        else:
            right = right_code(actor, stream, paused)
            assert code in right, (
                f"expected {intent} by {actor.person} in {stream} to be refused in {situation}: {code}"
            )
        tried += 1
    assert tried == len(INTENTS) * (3 * len(STREAMS) + 2)


def askings() -> Iterator[tuple[str, Actor, StreamKind]]:
    """What Fay and Cas have in their own streams lies elsewhere than what Ann and Bob have."""
    for intent in INTENTS:
        for actor in (ANN, BOB, OBI):
            for stream in STREAMS:
                yield intent, actor, stream
        yield intent, FAY, "own"
        yield intent, CAS, "own"


def answer(world: World, intent: str, actor: Actor, stream: StreamKind) -> str:
    """The code of the refusal; empty when it would happen."""
    name = own(actor) if stream == "own" else stream
    try:
        world.core.decide(actor, world.sample(intent, actor, stream), name)
    except Refusal as refusal:
        return refusal.code
    return ""


def right_code(actor: Actor, stream: StreamKind, paused: bool) -> tuple[str, ...]:
    """The codes by which a missing right is told."""
    if actor.role == "observer":
        return ("not-allowed",)
    if actor.role == "participant" and paused:
        return ("paused",)
    if stream == "facilitators":
        return ("invalid",) if actor.role == "facilitator" else ("not-allowed",)
    return ("not-allowed", "not-now")
