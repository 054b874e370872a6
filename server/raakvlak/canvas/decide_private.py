"""Decisions about what is private until it is shown: reveals, lifting, readiness, check-ins and scores.

What somebody makes in a private step lies in their own stream, and carries there the id that it will have once it is
shown (`public`). Showing it is one event in the shared stream: final records under these ids. So whether something was
shown follows from the shared stream alone, and a crash in between loses and doubles nothing; that it then goes from
its author's stream (`settled`) is tidying up. Those ids are random, and nothing else of an anonymous step's records
tells who made them; sorted by them, they are shuffled.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from msgspec.structs import replace

from raakvlak.canvas.decide_items import MAX_STREAM_ITEMS
from raakvlak.canvas.events import Change, Patch, Put, Remove
from raakvlak.canvas.facilitation import (
    Check,
    Dots,
    Placement,
    Ready,
    Round,
    Score,
    check_id,
    ready_id,
    score_id,
)
from raakvlak.canvas.layout import layout_of
from raakvlak.canvas.leading import LiftItems, Reveal, SetCheck, SetReady, SetScore
from raakvlak.canvas.records import (
    ITEM_KINDS,
    Canvas,
    Fields,
    Item,
    ParticipantToken,
    PartnerToken,
    Person,
    Sticky,
    participant_token_id,
    partner_token_id,
)
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.rights import current_step
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.values import Place
from raakvlak.canvas.view import Actor, View, canvas_of, check_place, is_private, person_of, step_of

FEW = 3
"""With fewer authors than this, who wrote something anonymous can be guessed."""


class Draft(NamedTuple):
    """Something private that could be shown: by whom, under which id."""

    public: str
    author: str
    record: Item | Score
    anonymous: bool


def drafts_on(view: View, canvas: Canvas, people: Iterable[str]) -> Iterator[Draft]:
    """What these people have on the canvas that is private until it is shown, and was not shown yet."""
    for person in people:
        state = view.private.get(person)
        for record in state.records.values() if state else ():
            if not isinstance(record, (*ITEM_KINDS, Score)) or record.canvas != canvas.id:
                continue
            if record.public is None or record.public in view.shared.records or _empty(record):
                continue
            if isinstance(record, ITEM_KINDS) and is_private(canvas, record.place):
                continue
            yield Draft(record.public, person, record, _anonymous(view, record))


def _empty(record: Item | Score) -> bool:
    if isinstance(record, Sticky) and not record.text.strip():
        return True
    return isinstance(record, ITEM_KINDS) and record.deleted is not None


def _anonymous(view: View, record: Item | Score) -> bool:
    return record.step is not None and step_of_any(view.shared, record.step).anonymous


def step_of_any(shared: StreamState, step_id: str) -> Any:
    """The step, be it removed from the agenda since."""
    return shared.records[step_id]


# --- showing ----------------------------------------------------------------------------------------------------------


def reveal(view: View, actor: Actor, canvas_id: str, *, sure: bool) -> list[Change]:
    """Show all that is private on a canvas. Raises Refusal where its authors could be guessed, unless `sure`."""
    canvas = canvas_of(view, canvas_id)
    drafts = list(drafts_on(view, canvas, view.private))
    if not sure:
        _check_many(drafts)
    return shown(view, actor, canvas, drafts)


def _check_many(drafts: Iterable[Draft]) -> None:
    authors: defaultdict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        if draft.anonymous:
            authors[draft.record.step or ""].add(draft.author)
    few = min((len(each) for each in authors.values()), default=FEW)
    if few < FEW:
        raise Refusal("few-authors", f"expected {FEW} authors of something anonymous at least, but there are {few}")


def shown(view: View, actor: Actor, canvas: Canvas, drafts: Iterable[Draft]) -> list[Change]:
    """The changes that show these drafts: final records, new ids, in an order that tells nothing."""
    changes: list[Change] = []
    placed: defaultdict[str, list[Place]] = defaultdict(list)
    drafts = sorted(drafts)
    if view.shared.items + len(drafts) > MAX_STREAM_ITEMS:
        raise Refusal("too-many", f"expected at most {MAX_STREAM_ITEMS} items in a workshop: delete some first")
    for number, draft in enumerate(drafts, 1):
        record = draft.record
        author = None if draft.anonymous else draft.author
        if isinstance(record, Sticky):
            z = view.shared.top + number
            changes.append(Put(replace(record, id=draft.public, author=author, z=z, step=None, public=None)))
        elif isinstance(record, Score):
            changes.append(Put(replace(record, id=draft.public, author=author, public=None)))
        else:
            organisation = record.organisation if isinstance(record, PartnerToken) else None
            changes.append(
                Put(
                    Placement(
                        id=draft.public,
                        canvas=canvas.id,
                        step=record.step or "",
                        place=record.place,
                        organisation=organisation,
                        author=author,
                    )
                )
            )
            if organisation is not None:
                placed[organisation].append(record.place)
            elif author is not None:
                changes.append(_own_token(view, canvas, record.place, author, number))
    for organisation, places in sorted(placed.items()):
        changes += _partner_token(view, canvas, organisation, _mean(places), actor)
    return changes


def _own_token(view: View, canvas: Canvas, place: Place, person: str, number: int) -> Change:
    token = participant_token_id(canvas.id, person)
    if token in view.shared.records:
        return Patch(token, Fields(place=place, deleted=None))
    z = view.shared.top + number
    return Put(ParticipantToken(id=token, canvas=canvas.id, place=place, author=person, person=person, z=z))


def _partner_token(view: View, canvas: Canvas, organisation: str, place: Place, actor: Actor) -> list[Change]:
    """Where the group has no token of this partner yet, it begins where people have placed it on average."""
    token = partner_token_id(canvas.id, organisation)
    there = view.shared.records.get(token)
    if isinstance(there, PartnerToken):
        return [Patch(token, Fields(place=place, deleted=None))] if there.deleted is not None else []
    made = PartnerToken(
        id=token,
        canvas=canvas.id,
        place=place,
        author=actor.person,
        organisation=organisation,
        z=view.shared.top + len(view.private) + 1,
    )
    return [Put(made)]


def _mean(places: list[Place]) -> Place:
    """The middle of the places in the frame where most of them are."""
    frames = [place.frame for place in places]
    frame = max(sorted(set(frames)), key=frames.count)
    among = [place for place in places if place.frame == frame]
    return Place(
        frame,
        round(sum(place.u for place in among) / len(among), 6),
        round(sum(place.v for place in among) / len(among), 6),
    )


def _reveal(view: View, intent: Reveal, actor: Actor) -> list[Change]:
    canvas = canvas_of(view, intent.canvas)
    if intent.of == "all":
        if actor.role != "facilitator":
            raise Refusal("not-allowed", "expected a facilitator: others show what is their own")
        changes = reveal(view, actor, canvas.id, sure=intent.sure)
    else:
        drafts = list(drafts_on(view, canvas, _whose(view, intent, actor)))
        if intent.of == "own" and intent.ids:
            drafts = [draft for draft in drafts if draft.record.id in intent.ids]
        named = [draft for draft in drafts if not draft.anonymous]
        if drafts and not named:
            raise Refusal("not-allowed", "expected everybody's at once: what is anonymous would tell its author")
        changes = shown(view, actor, canvas, named)
    if not changes:
        raise Refusal("nothing-private", "expected something private to show here, but there is nothing")
    return changes


def _whose(view: View, intent: Reveal, actor: Actor) -> list[str]:
    if intent.of == "own":
        return [actor.person]
    if actor.role != "facilitator":
        raise Refusal("not-allowed", "expected a facilitator: others show what is their own")
    if intent.of == "person":
        return [person_of(view, intent.id or "").id]
    records = view.shared.records
    return [
        person
        for person in view.private
        if isinstance(record := records.get(person), Person) and record.organisation == intent.id
    ]


def _lift(view: View, intent: LiftItems, actor: Actor) -> list[Change]:
    own = view.private.get(actor.person)
    changes: list[Change] = []
    for number, move in enumerate({each.id: each for each in intent.moves}.values(), 1):
        item = own.records.get(move.id) if own else None
        if not isinstance(item, Sticky) or item.public is None or item.public in view.shared.records or item.deleted:
            raise Refusal("unknown-item", f"expected a private note of your own, but there is no {move.id!r}")
        canvas = canvas_of(view, item.canvas)
        if not is_private(canvas, item.place):
            raise Refusal("not-now", f"expected a note in a zone that is private for good, but {move.id!r} is a draft")
        check_place(view, canvas, move.place)
        fresh = {"id": item.public, "place": move.place, "z": view.shared.top + number, "step": None, "public": None}
        changes.append(Put(replace(item, **fresh)))
    if view.shared.items + len(changes) > MAX_STREAM_ITEMS:
        raise Refusal("too-many", f"expected at most {MAX_STREAM_ITEMS} items in a workshop: delete some first")
    return changes


def settled(state: StreamState, shared: StreamState) -> list[Change]:
    """What is to go from a person's own stream since it has been shown, or since its round is over."""
    return [Remove(record_id) for record_id, record in state.records.items() if _was_shown(record, shared)]


def _was_shown(record: object, shared: StreamState) -> bool:
    if isinstance(record, Dots):
        voted = shared.records.get(record.round)
        return isinstance(voted, Round) and voted.ended is not None
    return isinstance(record, (*ITEM_KINDS, Score)) and record.public in shared.records


# --- in one's own stream ----------------------------------------------------------------------------------------------


def _ready(view: View, intent: SetReady, actor: Actor) -> list[Change]:
    _check_current(view, intent.step)
    return [Put(Ready(id=ready_id(intent.step), step=intent.step, ready=intent.ready))]


def _check_current(view: View, step_id: str) -> None:
    step = current_step(view.shared)
    if step is None or step.id != step_id:
        step_of(view, step_id)
        raise Refusal("not-now", f"expected the step that is under way, but {step_id!r} is not")


def _check(view: View, intent: SetCheck, actor: Actor) -> list[Change]:
    _check_current(view, intent.step)
    step = step_of(view, intent.step)
    if step.mode not in ("check-in", "check-out"):
        raise Refusal("not-now", "expected a step of mode check-in or check-out")
    made = check_id(intent.step, actor.person)
    return [Put(Check(id=made, step=intent.step, person=actor.person, mood=intent.mood, word=intent.word.strip()))]


def _score(view: View, intent: SetScore, actor: Actor) -> list[Change]:
    _check_current(view, intent.step)
    canvas = canvas_of(view, step_of(view, intent.step).canvas or "")
    zones = [zone.id for zone in layout_of(canvas.template, canvas.settings).zones]
    if intent.zone not in zones:
        raise Refusal("invalid", f"expected a zone of the canvas ({', '.join(zones)}), but got {intent.zone!r}")
    made = score_id(intent.step, canvas.id, intent.zone)
    there = view.state.records.get(made)
    if intent.value is None:
        return [Remove(made)] if there else []
    kept = isinstance(there, Score) and there.public is not None and there.public not in view.shared.records
    public = there.public if isinstance(there, Score) and kept else view.fresh()
    score = Score(
        id=made,
        canvas=canvas.id,
        zone=intent.zone,
        value=intent.value,
        step=intent.step,
        author=actor.person,
        public=public,
    )
    return [Put(score)]


DECIDERS: dict[type, Any] = {
    Reveal: _reveal,
    LiftItems: _lift,
    SetReady: _ready,
    SetCheck: _check,
    SetScore: _score,
}
