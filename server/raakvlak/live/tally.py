"""How many have something private in the step that is under way, and how many are ready: counts, for everyone.

Nothing else about what is private leaves its author's stream. Where a step is anonymous even counts are told only on
a beat that is the same whatever people do, so that nobody can see who just did something from the moment at which a
number changes.
"""

from collections.abc import Mapping

import msgspec

from raakvlak.canvas.decide_votes import alive
from raakvlak.canvas.facilitation import Dots, Ready, Round, Score, Step, ready_id
from raakvlak.canvas.records import ITEM_KINDS, Canvas, Record
from raakvlak.canvas.rights import PRIVATE, current_step
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.view import role_of, says_something
from raakvlak.protocol import Tally

_encoder = msgspec.json.Encoder()


class TallyBoard:
    """The counts of one workshop. What has not changed is not looked at again, however much there is of it."""

    def __init__(self, private: Mapping[str, StreamState], pause: float) -> None:
        """`private`: everybody's own streams, by person. `pause`: seconds between two beats in an anonymous step."""
        self._private = private
        self._pause = pause
        self._stage = -1
        """How far `stage` of the shared stream was looked into."""
        self._step: Step | None = None
        self._round: str | None = None
        self._counted: dict[str, tuple[bool, bool]] = {}
        """For each person whether they have written, and whether they are ready."""
        self._changed: set[str] = set()
        self._tally = b""
        self._told: bytes | None = None
        self._began = 0.0
        """When the step began, from which on its beats are counted."""
        self._noticed: float | None = None
        """The beat after which something changed that was not told yet."""

    def touch(self, person: str) -> None:
        """This person's own stream has changed."""
        self._changed.add(person)

    def news(self, shared: StreamState, now: float) -> tuple[bytes | None, float | None]:
        """The tally if it is not what was told last; or in how many seconds it may be told. `now`: a steady clock."""
        new_stage = shared.stage != self._stage
        if new_stage:
            self._look_into(shared, now)
        step = self._step
        if step is None:
            self._changed.clear()
            return None, None
        if self._count(shared, step) or new_stage:
            self._tally = self._frame(shared, step)
        if self._tally == self._told:
            self._noticed = None
            return None, None
        if step.anonymous and not self._is_time(now):
            return None, self._began + (now - self._began) // self._pause * self._pause + self._pause - now
        self._told, self._noticed = self._tally, None
        return self._told, None

    def _is_time(self, now: float) -> bool:
        """Whether counts of an anonymous step may be told: at a beat, or as it begins and there is nothing to tell."""
        if self._told is None and not any(any(counted) for counted in self._counted.values()):
            return True
        beat = (now - self._began) // self._pause
        if self._noticed is None:
            self._noticed = beat
        return beat > self._noticed

    @property
    def told(self) -> bytes | None:
        """What was told last, for who has just come."""
        return self._told

    def _look_into(self, shared: StreamState, now: float) -> None:
        """The step, the vote or the people may be others now."""
        step, voted = current_step(shared), _open_round(shared)
        before = self._step and self._step.id
        if (before, self._round) != (step and step.id, voted):
            self._counted.clear()
            self._changed = set(self._private)
        if before != (step and step.id):
            self._told = self._noticed = None
            self._began = now
        self._stage, self._step, self._round = shared.stage, step, voted

    def _count(self, shared: StreamState, step: Step) -> bool:
        """Count anew what may have changed; whether anything has."""
        before = {person: self._counted.get(person) for person in self._changed}
        for person in self._changed & self._private.keys():
            state = self._private[person]
            self._counted[person] = _has_written(state, shared, step, self._round), _is_ready(state, step)
        self._changed.clear()
        return any(self._counted.get(person) != counted for person, counted in before.items())

    def _frame(self, shared: StreamState, step: Step) -> bytes:
        here = {person: counted for person, counted in self._counted.items() if role_of(shared, person)}
        ready = [person for person, (_, is_ready) in here.items() if is_ready]
        named = step.mode not in PRIVATE and not step.anonymous
        written = sum(has_written for has_written, _ in here.values())
        return _encoder.encode(Tally(step.id, written, len(ready), sorted(ready) if named else None))


def _open_round(shared: StreamState) -> str | None:
    return next((r.id for r in shared.records.values() if isinstance(r, Round) and r.ended is None), None)


def _has_written(state: StreamState, shared: StreamState, step: Step, voted: str | None) -> bool:
    """The newest first: whoever writes now has what counts at the end."""
    newest_first = reversed(list(state.records.values()))
    if voted is not None:
        return any(
            isinstance(record, Dots) and record.round == voted and record.count > 0 and alive(shared, record.item)
            for record in newest_first
        )
    return any(_counts(record, shared, step) for record in newest_first)


def _counts(record: Record, shared: StreamState, step: Step) -> bool:
    if isinstance(record, Score):
        return record.step == step.id
    if not isinstance(record, ITEM_KINDS) or record.step != step.id or record.deleted:
        return False
    canvas = shared.records.get(record.canvas)
    return isinstance(canvas, Canvas) and says_something(canvas, record)


def _is_ready(state: StreamState, step: Step) -> bool:
    record = state.records.get(ready_id(step.id))
    return isinstance(record, Ready) and record.ready
