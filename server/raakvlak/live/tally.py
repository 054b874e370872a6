"""How many have something private in the step that is under way, and how many are ready: counts, for everyone.

Nothing else about what is private leaves its author's stream. Where a step is anonymous even counts are told only every
now and then, so that nobody can see who just did something from the moment at which a number changes.
"""

from collections.abc import Mapping

import msgspec

from raakvlak.canvas.decide_votes import cast
from raakvlak.canvas.facilitation import Ready, Round, Score, Step, ready_id
from raakvlak.canvas.records import ITEM_KINDS
from raakvlak.canvas.rights import PRIVATE, current_step
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.view import role_of
from raakvlak.protocol import Tally

_encoder = msgspec.json.Encoder()


class TallyBoard:
    """The counts of one workshop."""

    def __init__(self, private: Mapping[str, StreamState], pause: float) -> None:
        """`private`: everybody's own streams, by person. `pause`: seconds between two tallies of an anonymous step."""
        self._private = private
        self._pause = pause
        self._subject: tuple[str, str | None] | None = None
        self._counted: dict[str, tuple[bool, bool]] = {}
        self._changed: set[str] = set()
        self._told: bytes | None = None
        self._told_at = 0.0

    def touch(self, person: str) -> None:
        """This person's own stream has changed."""
        self._changed.add(person)

    def news(self, shared: StreamState, now: float) -> tuple[bytes | None, float | None]:
        """The tally if it is not what was told last; or in how many seconds it may be told. `now`: a steady clock."""
        step = current_step(shared)
        if step is None:
            self._subject = self._told = None
            return None, None
        self._count(shared, step)
        frame = self._frame(shared, step)
        if frame == self._told:
            return None, None
        if step.anonymous and self._told is not None and now - self._told_at < self._pause:
            return None, self._pause - (now - self._told_at)
        self._told, self._told_at = frame, now
        return frame, None

    @property
    def told(self) -> bytes | None:
        """What was told last, for who has just come."""
        return self._told

    def _count(self, shared: StreamState, step: Step) -> None:
        voted = _open_round(shared)
        subject = (step.id, voted)
        if subject != self._subject:
            new_step = self._subject is None or self._subject[0] != step.id
            self._subject = subject
            self._counted.clear()
            self._changed = set(self._private)
            if new_step:
                self._told = None
        for person in self._changed:
            state = self._private.get(person)
            if state is not None:
                self._counted[person] = _has_written(state, shared, step, voted), _is_ready(state, step)
        self._changed.clear()

    def _frame(self, shared: StreamState, step: Step) -> bytes:
        here = {person: counted for person, counted in self._counted.items() if role_of(shared, person)}
        ready = [person for person, (_, is_ready) in here.items() if is_ready]
        named = step.mode not in PRIVATE and not step.anonymous
        written = sum(has_written for has_written, _ in here.values())
        return _encoder.encode(Tally(step.id, written, len(ready), sorted(ready) if named else None))


def _open_round(shared: StreamState) -> str | None:
    return next((r.id for r in shared.records.values() if isinstance(r, Round) and r.ended is None), None)


def _has_written(state: StreamState, shared: StreamState, step: Step, voted: str | None) -> bool:
    if voted is not None:
        return bool(cast(state, shared, voted))
    return any(
        isinstance(record, (*ITEM_KINDS, Score))
        and record.step == step.id
        and not (isinstance(record, ITEM_KINDS) and record.deleted)
        for record in state.records.values()
    )


def _is_ready(state: StreamState, step: Step) -> bool:
    record = state.records.get(ready_id(step.id))
    return isinstance(record, Ready) and record.ready
