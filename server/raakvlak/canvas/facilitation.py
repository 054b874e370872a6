"""Records of what leads and closes a session: steps and their clock, what is private until shown, votes, agreements.

Those that somebody makes for themselves until it is shown (`Ready`, `Dots`, drafts) stand in that person's own stream;
all others in the shared stream, but `Memo`, which is the facilitators'.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from raakvlak.canvas.kinds import ItemKind, Mode
from raakvlak.canvas.values import (
    MAX_WORD,
    Count,
    Day,
    Grade,
    Id,
    KeyOrNone,
    Minutes,
    Place,
    RecordBase,
    Scale,
    Sentence,
    Text,
)

MAX_DOTS = 20
"""Dots that a person can get in one round."""
MAX_GROUPED = 500
"""Items in one group."""

Who = Literal["facilitators", "everyone"]
DotCount = Annotated[int, Meta(ge=1, le=MAX_DOTS)]


class Said(Struct, frozen=True, forbid_unknown_fields=True):
    """One sentence in both languages; one of them may be empty, then the other counts for both."""

    nl: Sentence = ""
    en: Sentence = ""


class Step(RecordBase, frozen=True, kw_only=True, tag="step"):
    """An entry of the agenda; its mode sets what people may do while it is under way."""

    mode: Mode
    title: Said
    prompt: Said
    minutes: Minutes
    order: Count
    canvas: Id | None = None
    anonymous: bool = False
    """What is written in it will be shown without any author."""
    movers: Who = "facilitators"
    """Who moves items while it is under way, where its mode is cluster."""
    turns: bool = False
    """Where its mode is reveal: entering it shows nothing yet; people or organisations are shown one by one."""
    skipped: bool = False
    removed: bool = False
    entered: Count | None = None
    """When it was last entered, ms since 1970, while it is under way."""
    spent: Count = 0
    """How long (ms) it has been under way before that."""


class Timer(RecordBase, frozen=True, kw_only=True, tag="timer"):
    """The clock of the step that is under way; its id is always "timer"."""

    step: Id
    total: Count
    """Ms it was set to, with all that was added."""
    left: Count
    """Ms left when it was last started or paused."""
    ends: Count | None = None
    """When it ends, ms since 1970, while it runs."""
    held: bool = False
    """It stands only because the workshop is paused, and goes on after that."""


class Session(RecordBase, frozen=True, kw_only=True, tag="session"):
    """One call: a stretch of the shared stream, from the facilitator's start to stop (ms since 1970)."""

    started: Count
    ended: Count | None = None


class Memo(RecordBase, frozen=True, kw_only=True, tag="memo"):
    """Facilitators' private notes about a step, in their stream; its id is `memo_id(step)`."""

    step: Id
    text: Text = ""


class Placement(RecordBase, frozen=True, kw_only=True, tag="placement"):
    """Where somebody had privately placed a token in a step, as the reveal showed it. It cannot be moved any more."""

    canvas: Id
    step: Id
    place: Place
    organisation: Id | None = None
    """Whose partner-token it was; None: a participant-token, the person's own."""
    author: Id | None = None
    """None: the step was anonymous."""
    which: KeyOrNone = ""
    """Which participant-token it was, where the template names several."""
    card: Id | None = None
    """The item that was placed, where it was a card."""


class Score(RecordBase, frozen=True, kw_only=True, tag="score"):
    """What somebody gave to a zone, or to a card in it: a score, a smiley or a tick.

    Given in a private step it is in that person's own stream until it is shown, with the id `score_id(...)`; given in
    the open it has the id `open_score_id(...)`.
    """

    canvas: Id
    zone: Id
    value: Grade
    step: Id | None = None
    """The step in which it was given; None: everyone worked freely."""
    scale: Scale = "score"
    item: Id | None = None
    """The card that it was given to; None: to the zone."""
    aspect: KeyOrNone = ""
    """Which of the template's aspects, or which entry of the list, it was given for; "" where there are none."""
    group: bool = False
    """What the group holds, as a facilitator noted it, instead of what one person does."""
    author: Id | None = None
    public: Id | None = None
    """In its author's own stream: the id that it will have once it is shown."""


class Ready(RecordBase, frozen=True, kw_only=True, tag="ready"):
    """In a person's own stream: they are ready with this step; its id is `ready_id(step)`."""

    step: Id
    ready: bool


class Check(RecordBase, frozen=True, kw_only=True, tag="check"):
    """How somebody comes in or goes out, from 1 to 5 and in one word; its id is `check_id(step, person)`."""

    step: Id
    person: Id
    mood: Grade
    word: Annotated[str, Meta(max_length=MAX_WORD)] = ""


class Ballot(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Dots on an item in a round that is closed: of one person, or (without one) of all, where it was anonymous."""

    item: Id
    dots: Count
    person: Id | None = None


class Round(RecordBase, frozen=True, kw_only=True, tag="round"):
    """A vote with dots. Until it is closed nobody sees another's dots."""

    canvas: Id
    dots: DotCount
    """Dots for each person."""
    opened: Count
    zone: Id | None = None
    """Only items in this zone, if any."""
    only: ItemKind | None = None
    """Only items of this kind, if any."""
    several: bool = True
    """Whether one person may put several dots on one item."""
    anonymous: bool = False
    ended: Count | None = None
    """When it was closed, ms since 1970."""
    ballots: tuple[Ballot, ...] = ()
    """The most dots first."""
    voters: Count = 0
    """How many put at least one dot."""


class Dots(RecordBase, frozen=True, kw_only=True, tag="dots"):
    """In a voter's own stream: their dots on an item in a round; its id is `dots_id(round, item)`."""

    round: Id
    item: Id
    count: Annotated[int, Meta(ge=0, le=MAX_DOTS)]


How = Literal["agree", "concern", "object"]


class Consent(Struct, frozen=True, forbid_unknown_fields=True):
    """What an organisation says to an agreement: by whom it was said, and when (ms since 1970)."""

    organisation: Id
    how: How
    by: Id
    at: Count


class Agreement(RecordBase, frozen=True, kw_only=True, tag="agreement"):
    """A decision or an action. When its wording changes, what organisations had said to it no longer counts."""

    what: Literal["decision", "action"]
    text: Sentence
    author: Id
    at: Count
    """When it was last worded, ms since 1970."""
    organisation: Id | None = None
    """Who owns it."""
    person: Id | None = None
    due: Day | None = None
    consents: tuple[Consent, ...] = ()
    deleted: Id | None = None
    """Who took it away."""


class Group(RecordBase, frozen=True, kw_only=True, tag="group"):
    """Items that belong together, with a title. An item is in one group at most; a group without items is none."""

    canvas: Id
    title: Annotated[str, Meta(max_length=80)] = ""
    items: Annotated[tuple[Id, ...], Meta(max_length=MAX_GROUPED)] = ()


class Spotlight(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a facilitator draws everyone's attention to: zones and items; the rest of the canvas is dimmed."""

    canvas: Id
    zones: Annotated[tuple[Id, ...], Meta(max_length=60)] = ()
    items: Annotated[tuple[Id, ...], Meta(max_length=MAX_GROUPED)] = ()


def memo_id(step: str) -> str:
    """The only id that the facilitators' notes about a step can have."""
    return f"memo.{step}"


def ready_id(step: str) -> str:
    """The only id that a person's readiness for a step can have."""
    return f"ready.{step}"


def check_id(step: str, person: str) -> str:
    """The only id that a person's check-in or check-out can have."""
    return f"check.{step}.{person}"


def score_id(
    step: str, canvas: str, zone: str, scale: Scale = "score", item: str | None = None, aspect: str = ""
) -> str:
    """The only id that a person's score of a thing in a step can have, in their own stream."""
    plain = f"score.{step}.{canvas}.{zone}"
    return plain if (scale, item, aspect) == ("score", None, "") else f"{plain}:{scale}:{item or ''}:{aspect}"


def open_score_id(
    person: str | None, canvas: str, zone: str, scale: Scale = "score", item: str | None = None, aspect: str = ""
) -> str:
    """The only id that what a person gave to a thing in the open can have; None: what the group holds."""
    return score_id(person or ":group", canvas, zone, scale, item, aspect)


def dots_id(round_id: str, item: str) -> str:
    """The only id that a person's dots on an item in a round can have."""
    return f"dots.{round_id}.{item}"


FacilitationRecord = (
    Step | Timer | Session | Memo | Placement | Score | Ready | Check | Round | Dots | Agreement | Group
)
