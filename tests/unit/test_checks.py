"""How people come in and go out: a number and a word, seen by all at once."""

import msgspec
import pytest
from unit.core import ANN, BOB, CAS, Core

from raakvlak.canvas.facilitation import Check, check_id
from raakvlak.canvas.intents import Intent
from raakvlak.canvas.leading import SetCheck

_intent = msgspec.json.Decoder(Intent)


@pytest.mark.parametrize("mode", ["check-in", "check-out"])
def test_everyone_says_how_they_are(mode: str) -> None:
    """[STEP-19] Everyone, facilitators too, says how they are in a check-in or check-out: the last word counts."""
    core = Core()
    step = core.enter(mode)
    core.ask(BOB, SetCheck(step=step, mood=2, word="moe"))
    core.ask(ANN, SetCheck(step=step, mood=5))
    core.ask(BOB, SetCheck(step=step, mood=4, word=" wakker "))
    said = {(check.person, check.mood, check.word) for check in core.all_of(Check)}
    assert said == {("bob", 4, "wakker"), ("ann", 5, "")}
    assert core.the(Check, check_id(step, "bob")).step == step


def test_a_check_is_for_the_step_under_way() -> None:
    """[STEP-20] A check-in counts in its own step only, and there is none in a step of another mode."""
    core = Core()
    first = core.enter("check-in")
    second = core.enter("check-out")
    assert core.refused(CAS, SetCheck(step=first, mood=3)) == "not-now"
    core.ask(CAS, SetCheck(step=second, mood=3))
    talk = core.enter("discuss")
    for actor in (ANN, CAS):
        assert core.refused(actor, SetCheck(step=talk, mood=3)) == "not-now"


@pytest.mark.parametrize(
    "said",
    [
        {"mood": 0},
        {"mood": 6},
        {"mood": 3, "word": "x" * 41},
        {"mood": 3, "word": "a\u202eb"},
        {"mood": 3, "word": "a\nb"},
    ],
    ids=["no mood", "a mood of six", "more than a word", "a word that turns others", "a word of two lines"],
)
def test_what_is_no_check(said: dict[str, object]) -> None:
    """[STEP-21] A mood is 1 to 5; a word has at most 40 characters, none that breaks lines or turns others' text."""
    with pytest.raises(msgspec.ValidationError):
        _intent.decode(msgspec.json.encode({"type": "check.set", "step": "s", **said}))


@pytest.mark.parametrize(
    "intent",
    [
        {"type": "pause.set", "word": "a\u2028b"},
        {"type": "pause.set", "word": "x" * 81},
        {"type": "group.set", "id": "bob-1.g", "canvas": "one", "title": "a\u202eb"},
        {"type": "agreement.set", "id": "bob-1.a", "what": "decision", "text": " "},
        {"type": "agreement.set", "id": "bob-1.a", "what": "decision", "text": "x" * 501},
        {"type": "agreement.set", "id": "bob-1.a", "what": "action", "text": "x", "due": "26-1-1"},
        {"type": "agreement.set", "id": "bob-1.a", "what": "wish", "text": "x"},
        {"type": "person.set", "id": "bob", "name": "\u200b"},
        {"type": "round.open", "id": "ann-1.r", "canvas": "one", "dots": 0},
        {"type": "round.open", "id": "ann-1.r", "canvas": "one", "dots": 21},
        {"type": "vote.cast", "round": "ann-1.r", "item": "x", "dots": -1},
        {"type": "score.set", "step": "s", "zone": "top", "value": 6},
        {"type": "clock.set", "more": 3_601},
        {"type": "reveal", "canvas": "one", "of": "everything"},
        {"type": "step.add", "id": "ann-1.s", "plan": {"mode": "sleep", "title": {}, "prompt": {}, "minutes": 1}},
        {"type": "step.add", "id": "ann-1.s", "plan": {"mode": "write", "title": {}, "prompt": {}, "minutes": 601}},
    ],
    ids=lambda intent: str(intent["type"]),
)
def test_what_is_no_intent(intent: dict[str, object]) -> None:
    """[STEP-21] So it is with all that people say for others to read; numbers and dates are within bounds."""
    with pytest.raises(msgspec.ValidationError):
        _intent.decode(msgspec.json.encode(intent))
