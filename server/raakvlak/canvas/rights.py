"""Who may ask for what, in which step, in which stream: one table, which SPEC.md shows and the client mirrors.

Facilitators may do everything in the shared stream at any time (what everyone does for themselves they do as everyone
does), observers nothing. What participants may do is set by the situation: the mode of the step that is under way
("free" without one; "cluster+" where everyone moves in a cluster step). In their own stream facilitators have the
rights of a participant.
"""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from raakvlak.canvas.facilitation import Step
from raakvlak.canvas.kinds import Mode
from raakvlak.canvas.records import Workshop
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.values import Role

Situation = Mode | Literal["free", "cluster+"]
SITUATIONS: tuple[Situation, ...] = (
    "free",
    "check-in",
    "intro",
    "write",
    "place",
    "score",
    "reveal",
    "cluster",
    "cluster+",
    "discuss",
    "vote",
    "conclude",
    "check-out",
    "freeze",
)
PRIVATE: tuple[Situation, ...] = ("write", "place", "score")
"""What people make now goes to their own streams."""
OPEN: tuple[Situation, ...] = ("free", "discuss")
"""What people make now everyone sees."""
_MOVING: tuple[Situation, ...] = (*OPEN, "cluster+")
_SHOWING: tuple[Situation, ...] = (*_MOVING, "reveal", "cluster", "conclude")
_ALWAYS: tuple[Situation, ...] = tuple(each for each in SITUATIONS if each != "freeze")
_STEPS: tuple[Situation, ...] = tuple(each for each in _ALWAYS if each != "free")

StreamKind = Literal["shared", "own", "facilitators"]
How = Literal["anywhere", "back", "no"]
"""`back`: only with items that lie in a zone that is private for good."""


class Right(Struct, frozen=True):
    """In which situations a participant may ask for something in the shared stream and in their own.

    `back`: in their own, with items in a zone that is private for good.
    """

    shared: tuple[Situation, ...] = ()
    own: tuple[Situation, ...] = ()
    back: tuple[Situation, ...] = ()


_OWN: tuple[Situation, ...] = ("free", *PRIVATE)
_BACK: tuple[Situation, ...] = ("discuss",)
_MAKING = Right(OPEN, _OWN, _BACK)
PARTICIPANTS: dict[str, Right] = {
    "item.create": _MAKING,
    "item.move": Right(_MOVING, _OWN, _BACK),
    "item.resize": _MAKING,
    "item.order": Right(_MOVING, _OWN, _BACK),
    "item.delete": Right(OPEN, _ALWAYS),
    "item.restore": _MAKING,
    "text.edit": _MAKING,
    "sticky.tone": _MAKING,
    "connector.set": _MAKING,
    "undo": Right(_MOVING, _OWN, _BACK),
    "redo": Right(_MOVING, _OWN, _BACK),
    "group.set": Right(_MOVING),
    "reveal": Right(_SHOWING),
    "item.lift": Right(_SHOWING),
    "ready.set": Right((), _STEPS),
    "check.set": Right(("check-in", "check-out")),
    "score.set": Right(OPEN, PRIVATE),
    "vote.cast": Right((), _ALWAYS),
    "agreement.set": Right(("free", "conclude")),
    "agreement.delete": Right(("free", "conclude")),
    "agreement.consent": Right(("free", "conclude")),
    "person.set": Right(_ALWAYS),
}
"""By the intent's type; what is not in it is for facilitators alone."""
OWN_ONLY = ("ready.set", "vote.cast")
"""Asked for in one's own stream by everyone, facilitators included."""
AS_EVERYONE = ("check.set", "score.set")
"""Asked for in the shared stream by facilitators only where participants may as well."""
FACILITATORS_STREAM = ("memo.open", "text.edit", "undo", "redo")
"""What can be asked for in the facilitators' stream; `memo.open` only there."""
NO_RIGHT = Right()


def situation_of(shared: StreamState) -> Situation:
    """What participants are in now."""
    step = current_step(shared)
    if step is None:
        return "free"
    if step.mode == "cluster" and step.movers == "everyone":
        return "cluster+"
    return step.mode


def current_step(shared: StreamState) -> Step | None:
    """The step that is under way."""
    workshop = shared.records.get("workshop")
    step = shared.records.get(workshop.step) if isinstance(workshop, Workshop) and workshop.step else None
    return step if isinstance(step, Step) else None


def right_in(intent: str, stream: StreamKind, role: Role, situation: Situation) -> How:
    """Whether this role may ask for this now, in a stream that is theirs to write to."""
    if role == "observer":
        return "no"
    if stream == "facilitators":
        return "anywhere" if role == "facilitator" and intent in FACILITATORS_STREAM else "no"
    right = PARTICIPANTS.get(intent, NO_RIGHT)
    if stream == "own":
        if situation in right.own:
            return "anywhere"
        return "back" if situation in right.back else "no"
    if intent in OWN_ONLY or intent == "memo.open":
        return "no"
    leads = role == "facilitator" and intent not in AS_EVERYONE
    return "anywhere" if leads or situation in right.shared else "no"


def check_right(intent: str, stream: StreamKind, role: Role, shared: StreamState) -> How:
    """As `right_in`, for the workshop as it is. Raises Refusal with what was expected, instead of "no"."""
    situation = situation_of(shared)
    if role == "observer":
        raise Refusal("not-allowed", "expected a facilitator or a participant, but an observer only looks on")
    workshop = shared.records.get("workshop")
    if role != "facilitator" and isinstance(workshop, Workshop) and workshop.paused is not None:
        raise Refusal("paused", "expected to go on after the pause: a facilitator has paused the workshop")
    how = right_in(intent, stream, role, situation)
    if how != "no":
        return how
    right = PARTICIPANTS.get(intent, NO_RIGHT)
    if stream == "facilitators" and role != "facilitator":
        raise Refusal("not-allowed", "expected a facilitator: this stream is theirs")
    if right is NO_RIGHT and role != "facilitator":
        raise Refusal("not-allowed", f"expected a facilitator: only they ask for {intent}")
    if stream == "facilitators":
        raise Refusal("invalid", f"expected another stream for {intent} than the facilitators'")
    where = _where(right.own + right.back if stream == "own" else right.shared)
    raise Refusal("not-now", f"expected {where} for {intent} in the {stream} stream, but it is {situation!r} now")


def _where(situations: Iterable[str]) -> str:
    listed = ", ".join(dict.fromkeys(situations))
    return f"a step of mode {listed}" if listed else "another stream"
