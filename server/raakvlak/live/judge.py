"""Deciding what is asked of one stream: a batch of intents, one after the other, on a fork of its state."""

import logging
import secrets
import time
from bisect import bisect_right
from collections import ChainMap, OrderedDict
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple, Protocol

from raakvlak.canvas.carry import Bridge
from raakvlak.canvas.decide import decide
from raakvlak.canvas.events import FORMAT, Event, IntentId, decode_event, encode_event, next_position
from raakvlak.canvas.intents import Intent
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.state import StreamState, apply
from raakvlak.canvas.template import Template
from raakvlak.canvas.view import Actor, Decision, View
from raakvlak.log import Stored

logger = logging.getLogger(__name__)

BRIDGES = 2_000
"""Writer-and-text pairs that may have edits under way."""
REFUSED_WRITERS = 100
"""Writers of each person whose refused intents are remembered: nobody can have another's forgotten."""

Ruling = Callable[[View], Decision]
"""A change that the server itself asks for."""


class Answer(Protocol):
    """Who asked, to be told how it went; called on the event loop once."""

    def saved(self, asked: "Asked", stream: str, again: bool) -> None: ...

    def refused(self, asked: "Asked", stream: str, refusal: Refusal) -> None: ...


class Asked(NamedTuple):
    actor: Actor
    n: int
    intent: Intent | Ruling
    answer: Answer


class Judged(NamedTuple):
    """What came of a batch. Nobody is told of it before its events are on disk."""

    fork: StreamState
    """What the stream then amounts to."""
    events: list[Stored]
    answers: list[Callable[[], None]]
    refused: list[tuple[str, int]]
    """The numbers of writers that were refused."""
    bridges: ChainMap[tuple[str, str], Bridge]


class UnfitError(Exception):
    """An intent was decided, but to something that does not fit the stream or could not be read again."""

    def __init__(self, asked: Asked) -> None:
        super().__init__("expected a decision that can be stored")
        self.asked = asked


class Judge:
    """Decides what is asked of one stream, and remembers what later decisions need besides its state."""

    def __init__(self, stream: str, templates: Mapping[str, Template]) -> None:
        self._stream = stream
        self._templates = templates
        self._refused: dict[str, OrderedDict[str, int]] = {}
        """By person, then by writer."""
        self._bridges: dict[tuple[str, str], Bridge] = {}

    def judge(
        self,
        batch: list[Asked],
        state: StreamState,
        shared: StreamState | None,
        private: Mapping[str, StreamState] | None = None,
    ) -> Judged:
        """What comes of the batch, on a fork of the state. `shared`: the shared stream's; None: this is it."""
        while True:
            fork = state.fork()
            judged = Judged(fork, [], [], [], ChainMap({}, self._bridges))
            now = now_in(fork)
            view = View(
                self._stream, fork, shared or fork, self._templates, judged.bridges, now, _fresh_id, private or {}
            )
            try:
                self._judge_all(batch, view, judged)
            except UnfitError as unfit:  # one person's intent must never end a stream
                logger.exception("Could not apply an intent of type %s", type(unfit.asked.intent).__name__)
                batch = [each._replace(intent=_refuse_unfit) if each is unfit.asked else each for each in batch]
            else:
                return judged

    def saved(self, judged: Judged) -> None:
        """What came of it is on disk."""
        for key, bridge in judged.bridges.maps[0].items():
            self._bridges.pop(key, None)  # so that those longest without an edit go first
            self._bridges[key] = bridge
        while len(self._bridges) > BRIDGES:
            del self._bridges[next(iter(self._bridges))]

    def answer(self, judged: Judged) -> None:
        """Tell those who asked how it went."""
        for writer, n in judged.refused:
            self._refuse_number(writer, n)
        for answer in judged.answers:
            answer()

    def forget_bridges(self) -> None:
        """The stream is another one: edits of before it cannot be carried any more."""
        self._bridges.clear()

    def _judge_all(self, batch: list[Asked], view: View, judged: Judged) -> None:
        fork = judged.fork
        reached: dict[str, int] = {}
        for asked in batch:
            writer = asked.actor.writer
            if asked.n <= fork.writers.get(writer, 0):
                judged.answers.append(self._answer_again(asked, fork))
                continue
            last = max(reached.get(writer, 0), self._reached(writer, fork))
            try:
                decision = _judge(view, asked, last + 1)
            except Refusal as refusal:
                judged.answers.append(partial(asked.answer.refused, asked, self._stream, refusal))
                if refusal.code != "out-of-order":
                    reached[writer] = max(last, asked.n)
                    judged.refused.append((writer, asked.n))
                continue
            event = Event(
                v=FORMAT,
                at=view.now,
                by=asked.actor.person,
                intent=IntentId(writer, asked.n),
                changes=decision.changes,
                path=decision.path,
                undone=decision.undone,
                revealed=decision.revealed,
                lifted=decision.lifted,
            )
            try:
                judged.events.append(happen(fork, event))
            except Exception as error:
                raise UnfitError(asked) from error
            judged.answers.append(partial(asked.answer.saved, asked, self._stream, False))

    def _answer_again(self, asked: Asked, state: StreamState) -> Callable[[], None]:
        """The answer to an intent whose number was reached before."""
        gaps = state.gaps.get(asked.actor.writer, ())
        at = bisect_right(gaps, asked.n, key=lambda gap: gap[0])
        if at and asked.n <= gaps[at - 1][1]:
            refusal = Refusal("invalid", f"expected a new number, but {asked.n} was refused before")
            return partial(asked.answer.refused, asked, self._stream, refusal)
        return partial(asked.answer.saved, asked, self._stream, True)

    def _reached(self, writer: str, state: StreamState) -> int:
        """The last number of this writer that was saved or refused."""
        refused = self._refused.get(_person_of(writer))
        return max(state.writers.get(writer, 0), refused.get(writer, 0) if refused else 0)

    def _refuse_number(self, writer: str, n: int) -> None:
        refused = self._refused.setdefault(_person_of(writer), OrderedDict())
        refused[writer] = max(n, refused.get(writer, 0))
        refused.move_to_end(writer)
        while len(refused) > REFUSED_WRITERS:
            refused.popitem(last=False)


def happen(state: StreamState, event: Event) -> Stored:
    """Let an event happen to the state as it will be read from disk; how it is stored."""
    encoded = encode_event(event)
    position = next_position(state.position, encoded)
    apply(state, decode_event(encoded), position)
    return Stored(position, encoded)


def wall_clock() -> int:
    """Ms since 1970."""
    return int(time.time() * 1000)


def now_in(state: StreamState) -> int:
    """The same; never before what happened last."""
    return max(state.at, wall_clock())


def _judge(view: View, asked: Asked, expected: int) -> Decision:
    if asked.n > expected:
        raise Refusal("out-of-order", f"expected number {expected} of this writer, but got {asked.n}")
    try:
        return asked.intent(view) if callable(asked.intent) else decide(view, asked.intent, asked.actor)
    except Refusal:
        raise
    except Exception as error:  # one person's intent must never end a stream
        # Not what it holds: that is nobody's business, the operator's included.
        logger.exception("Could not decide an intent of type %s", type(asked.intent).__name__)
        raise Refusal("invalid", "expected an intent that the server understands; this one is in its log") from error


def _refuse_unfit(view: View) -> Decision:
    raise Refusal("invalid", "expected an intent that the server understands; this one is in its log")


def _fresh_id() -> str:
    return secrets.token_hex(12)


def _person_of(writer: str) -> str:
    return writer.partition("-")[0]
