"""What can be asked for while a session is led: steps, what is private and shown, votes and agreements, people."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from raakvlak.canvas.facilitation import MAX_DOTS, DotCount, How, Said, Spotlight, Who
from raakvlak.canvas.kinds import ItemKind, Mode
from raakvlak.canvas.values import (
    Day,
    Grade,
    Id,
    IntentBase,
    KeyOrNone,
    Minutes,
    NewName,
    NewSentence,
    NewTitle,
    NewWord,
    Place,
    Role,
    Scale,
)

MAX_PEOPLE = 500
"""People that one intent may be about."""
MAX_MORE = 3_600
"""Seconds that can be added to the clock at once."""


class Move(Struct, frozen=True, forbid_unknown_fields=True):
    id: Id
    place: Place


# --- steps ------------------------------------------------------------------------------------------------------------


class Plan(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a facilitator sets about a step; see `Step`."""

    mode: Mode
    title: Said
    prompt: Said
    minutes: Minutes
    canvas: Id | None = None
    anonymous: bool = False
    movers: Who = "facilitators"
    turns: bool = False


class AddStep(IntentBase, frozen=True, tag="step.add"):
    """Facilitators: one more step, behind `after` (None: as the first)."""

    id: Id
    plan: Plan
    after: Id | None = None


class SetStep(IntentBase, frozen=True, tag="step.set"):
    """Facilitators: a step as it is from now on. A step that was ever entered stays as anonymous as it was."""

    id: Id
    plan: Plan


class OrderStep(IntentBase, frozen=True, tag="step.order"):
    """Facilitators: this step comes behind `after` (None: as the first)."""

    id: Id
    after: Id | None = None


class SkipStep(IntentBase, frozen=True, tag="step.skip"):
    id: Id
    skipped: bool


class RemoveStep(IntentBase, frozen=True, tag="step.remove"):
    """Facilitators: a step that is not under way is no longer part of the agenda."""

    id: Id


class EnterStep(IntentBase, frozen=True, tag="step.enter"):
    """Facilitators: this step is under way now (None: none is, everyone works freely). Its clock starts.

    Entering a step of mode reveal shows what was private on its canvas, unless it goes by turns.
    """

    id: Id | None = None
    sure: bool = False
    """Also where something anonymous has so few authors that they can be guessed."""


class SetClock(IntentBase, frozen=True, tag="clock.set"):
    """Facilitators: start or pause the clock, or give it more time."""

    running: bool | None = None
    more: Annotated[int, Meta(ge=-MAX_MORE, le=MAX_MORE)] = 0
    """Seconds."""


class StartSession(IntentBase, frozen=True, tag="session.start"):
    id: Id


class StopSession(IntentBase, frozen=True, tag="session.stop"):
    """Facilitators: the session that is under way is over."""


class SetPause(IntentBase, frozen=True, tag="pause.set"):
    """Facilitators: nobody else changes anything, and reads this word; None: they go on."""

    word: NewTitle | None = None


class SetSpotlight(IntentBase, frozen=True, tag="spotlight.set"):
    spotlight: Spotlight | None = None


class OpenMemo(IntentBase, frozen=True, tag="memo.open"):
    """Facilitators, in their stream: there are notes about this step, to be written in by `text.edit`."""

    step: Id


StepIntent = (
    AddStep
    | SetStep
    | OrderStep
    | SkipStep
    | RemoveStep
    | EnterStep
    | SetClock
    | StartSession
    | StopSession
    | SetPause
    | SetSpotlight
    | OpenMemo
)


# --- what is private until it is shown --------------------------------------------------------------------------------


class Reveal(IntentBase, frozen=True, tag="reveal"):
    """Show what is private on a canvas: everybody's, an organisation's or a person's (`id`), or one's own (`ids`)."""

    canvas: Id
    of: Literal["all", "organisation", "person", "own"]
    id: Id | None = None
    ids: Annotated[tuple[Id, ...], Meta(max_length=MAX_PEOPLE)] = ()
    """With `own`: only these; without any: all."""
    sure: bool = False


class LiftItems(IntentBase, frozen=True, tag="item.lift"):
    """Take items of one's own out of a zone that is private for good, to these places, where everyone sees them."""

    moves: Annotated[tuple[Move, ...], Meta(min_length=1, max_length=MAX_PEOPLE)]


class SetReady(IntentBase, frozen=True, tag="ready.set"):
    """In one's own stream: ready with the step that is under way, or not yet."""

    step: Id
    ready: bool


class SetCheck(IntentBase, frozen=True, tag="check.set"):
    """How I come in or go out, in the step that is under way."""

    step: Id
    mood: Grade
    word: NewWord = ""


class SetScore(IntentBase, frozen=True, tag="score.set"):
    """What I give to a zone, or to a card in it, or (None) nothing; see `Score`.

    In one's own stream in a private step, for that step's canvas; in the shared stream in the open, for `canvas`.
    """

    zone: Id
    value: Grade | None = None
    step: Id | None = None
    canvas: Id | None = None
    """None: the step's."""
    scale: Scale = "score"
    item: Id | None = None
    aspect: KeyOrNone = ""


class SetGroupScore(IntentBase, frozen=True, tag="score.group"):
    """Facilitators: what the group holds of a thing, or (None) nothing yet; see `Score`."""

    canvas: Id
    zone: Id
    value: Grade | None = None
    scale: Scale = "checkbox"
    item: Id | None = None
    aspect: KeyOrNone = ""


PrivateIntent = Reveal | LiftItems | SetReady | SetCheck | SetScore | SetGroupScore


# --- votes and agreements ---------------------------------------------------------------------------------------------


class OpenRound(IntentBase, frozen=True, tag="round.open"):
    """Facilitators: a vote; see `Round`. There is one at a time."""

    id: Id
    canvas: Id
    dots: DotCount = 3
    zone: Id | None = None
    only: ItemKind | None = None
    several: bool = True
    anonymous: bool = False


class CloseRound(IntentBase, frozen=True, tag="round.close"):
    """Facilitators: the vote is over, and everyone sees what came of it."""

    id: Id


class CastVote(IntentBase, frozen=True, tag="vote.cast"):
    """In one's own stream: so many of my dots are on this item."""

    round: Id
    item: Id
    dots: Annotated[int, Meta(ge=0, le=MAX_DOTS)]


class SetAgreement(IntentBase, frozen=True, tag="agreement.set"):
    """A new decision or action, or how it is worded from now on."""

    id: Id
    what: Literal["decision", "action"]
    text: NewSentence
    organisation: Id | None = None
    person: Id | None = None
    due: Day | None = None


class DeleteAgreement(IntentBase, frozen=True, tag="agreement.delete"):
    id: Id


class GiveConsent(IntentBase, frozen=True, tag="agreement.consent"):
    """What an organisation says to an agreement: people speak for their own, facilitators for any."""

    id: Id
    organisation: Id
    how: How


VoteIntent = OpenRound | CloseRound | CastVote | SetAgreement | DeleteAgreement | GiveConsent


# --- people -----------------------------------------------------------------------------------------------------------


class SetPerson(IntentBase, frozen=True, tag="person.set"):
    """A person's name (everyone may change their own); for facilitators also organisation and role. None: as it is."""

    id: Id
    name: NewName | None = None
    organisation: Id | None = None
    role: Role | None = None


class AdmitPeople(IntentBase, frozen=True, tag="person.admit"):
    """Facilitators: let these in who wait."""

    ids: Annotated[tuple[Id, ...], Meta(min_length=1, max_length=MAX_PEOPLE)]


class RemovePerson(IntentBase, frozen=True, tag="person.remove"):
    """Facilitators: send somebody away, for good; the links that they know are renewed."""

    id: Id


class SetWaiting(IntentBase, frozen=True, tag="waiting.set"):
    """Facilitators: who comes from now on waits to be let in, or does not; then those who wait are let in."""

    on: bool


PeopleIntent = SetPerson | AdmitPeople | RemovePerson | SetWaiting
