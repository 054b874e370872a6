"""Decisions that show what was private: reveals, and lifting notes out of a zone that is private for good.

One event in the shared stream puts final records under the ids that the drafts have carried (`public`). Those ids are
random, and nothing else of an anonymous step's records tells who made them; sorted by them, they are shuffled.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from msgspec.structs import replace

from raakvlak.canvas.decide_items import MAX_STREAM_ITEMS
from raakvlak.canvas.events import Change, Patch, Put
from raakvlak.canvas.facilitation import Placement, Score
from raakvlak.canvas.leading import LiftItems, Reveal
from raakvlak.canvas.records import (
    ITEM_KINDS,
    WRITTEN_KINDS,
    Canvas,
    Card,
    Connector,
    Fields,
    Item,
    ParticipantToken,
    PartnerToken,
    Person,
    participant_token_id,
    partner_token_id,
)
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.seeding import stands_for
from raakvlak.canvas.values import Place
from raakvlak.canvas.view import (
    Actor,
    View,
    canvas_of,
    check_place,
    is_anonymous,
    is_private,
    person_of,
    role_of,
    says_something,
)

FEW = 3
"""With fewer authors than this, who wrote something anonymous can be guessed."""


class Draft(NamedTuple):
    """Something private that could be shown: by whom, under which id."""

    public: str
    author: str
    record: Item | Score
    anonymous: bool


def drafts_on(view: View, canvas: Canvas, people: Iterable[str]) -> Iterator[Draft]:
    """What these people have on the canvas that is private until it is shown, and was not shown yet.

    What somebody had who was sent away stays theirs.
    """
    for person in people:
        state = view.private.get(person)
        if state is None or role_of(view.shared, person) is None:
            continue
        there = [record for record in state.records.values() if isinstance(record, (*ITEM_KINDS, Score))]
        ends = {record.public for record in there if record.canvas == canvas.id}
        for record in there:
            # What leads to here from another canvas comes with its end.
            if record.canvas != canvas.id and not (isinstance(record, Connector) and record.end in ends):
                continue
            if record.public is None or record.public in view.shared.records or _says_nothing(canvas, record):
                continue
            if isinstance(record, ITEM_KINDS) and is_private(canvas_of(view, record.canvas), record.place):
                continue
            yield Draft(record.public, person, record, is_anonymous(view.shared, record.step))


def _says_nothing(canvas: Canvas, record: Item | Score) -> bool:
    if isinstance(record, Score):
        return False
    if record.deleted is not None or not says_something(canvas, record):
        return True
    # A token says where it was put in a step.
    return isinstance(record, PartnerToken | ParticipantToken) and record.step is None


# --- showing ----------------------------------------------------------------------------------------------------------


def reveal(view: View, actor: Actor, canvas_id: str, *, sure: bool) -> list[Change]:
    """Show all that was made privately in steps, on a canvas.

    Raises Refusal where its authors could be guessed, unless `sure`.
    """
    canvas = canvas_of(view, canvas_id)
    drafts = [draft for draft in drafts_on(view, canvas, view.private) if draft.record.step is not None]
    if not sure:
        _check_many(drafts)
    return _shown(view, actor, canvas, drafts)


def _check_many(drafts: Iterable[Draft]) -> None:
    authors: defaultdict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        if draft.anonymous:
            authors[draft.record.step or ""].add(draft.author)
    few = min((len(each) for each in authors.values()), default=FEW)
    if few < FEW:
        raise Refusal("few-authors", f"expected {FEW} authors of something anonymous at least, but there are {few}")


def _shown(view: View, actor: Actor, canvas: Canvas, drafts: Iterable[Draft]) -> list[Change]:
    """The changes that show these drafts: final records, new ids, in an order that tells nothing."""
    showing = _Showing(view, actor, canvas)
    placed: defaultdict[str, list[Place]] = defaultdict(list)
    connectors: list[Connector] = []
    for draft in sorted(drafts, key=lambda draft: draft.public):
        record = draft.record
        author = None if draft.anonymous else draft.author
        card = stands_for(record, view.shared) if isinstance(record, Card) else None
        if isinstance(record, Connector):
            connectors.append(replace(record, id=draft.public, author=author, step=None, public=None))
        elif isinstance(record, WRITTEN_KINDS) or (isinstance(record, Card) and card is None):
            showing.put(replace(record, id=draft.public, author=author, z=showing.front(), step=None, public=None))
        elif isinstance(record, Score):
            showing.changes.append(Put(replace(record, id=draft.public, author=author, public=None)))
        else:
            organisation = record.organisation if isinstance(record, PartnerToken) else None
            showing.changes.append(Put(_placement(draft, record, author, organisation, card)))
            if organisation is not None:
                placed[organisation].append(record.place)
            elif author is not None and isinstance(record, ParticipantToken):
                showing.own_token(record.place, author, record.which)
    for organisation, places in sorted(placed.items()):
        showing.partner_token(organisation, _mean(canvas, places))
    for connector in connectors:
        # One that would lead to what is not shown stays private with it.
        if showing.has(connector.start) and showing.has(connector.end):
            showing.put(replace(connector, z=showing.front()))
    _check_room(view, showing.made)
    return showing.changes


def _placement(draft: Draft, record: Item, author: str | None, organisation: str | None, card: str | None) -> Placement:
    return Placement(
        id=draft.public,
        canvas=record.canvas,
        step=record.step or "",
        place=record.place,
        organisation=organisation,
        author=author,
        which=record.which if isinstance(record, ParticipantToken) else "",
        card=card,
    )


def _check_room(view: View, made: int) -> None:
    """Raise Refusal unless so many more items fit into the shared stream."""
    if view.shared.items + made > MAX_STREAM_ITEMS:
        raise Refusal("too-many", f"expected at most {MAX_STREAM_ITEMS} items in a workshop: show fewer at once")


class _Showing:
    """The changes of one reveal, as they come together."""

    def __init__(self, view: View, actor: Actor, canvas: Canvas) -> None:
        self.changes: list[Change] = []
        self.made = 0
        """New items."""
        self._ids: set[str] = set()
        self._records = view.shared.records
        self._actor = actor
        self._canvas = canvas
        self._top = view.shared.top

    def front(self) -> int:
        """The height of what lies in front of all the rest."""
        self._top += 1
        return self._top

    def put(self, item: Item) -> None:
        """One more item."""
        self.changes.append(Put(item))
        self.made += 1
        self._ids.add(item.id)

    def has(self, item_id: str) -> bool:
        """Whether everyone sees this item from now on."""
        return item_id in self._ids or item_id in self._records

    def own_token(self, place: Place, person: str, which: str) -> None:
        """The person's token goes where they have placed it last."""
        token = participant_token_id(self._canvas.id, person, which)
        there = self._records.get(token)
        if isinstance(there, ITEM_KINDS):
            self._move(there, place)
        else:
            made = ParticipantToken(
                id=token,
                canvas=self._canvas.id,
                place=place,
                author=person,
                person=person,
                which=which,
                z=self.front(),
            )
            self.put(made)

    def partner_token(self, organisation: str, place: Place) -> None:
        """Where the group has no token of this partner yet, it begins where people have placed it on average."""
        token = partner_token_id(self._canvas.id, organisation)
        there = self._records.get(token)
        if not isinstance(there, ITEM_KINDS):
            made = PartnerToken(
                id=token,
                canvas=self._canvas.id,
                place=place,
                author=self._actor.person,
                organisation=organisation,
                z=self.front(),
            )
            self.put(made)
        elif there.deleted is not None:
            self._move(there, place)

    def _move(self, token: Item, place: Place) -> None:
        if token.locked is None or self._actor.role == "facilitator":
            self.changes.append(Patch(token.id, Fields(place=place, deleted=None)))


def _mean(canvas: Canvas, places: list[Place]) -> Place:
    """The middle of the places in the frame where most of them are; if that is private, the place nearest to it."""
    frames = [place.frame for place in places]
    frame = max(sorted(set(frames)), key=frames.count)
    among = [place for place in places if place.frame == frame]
    u = sum(place.u for place in among) / len(among)
    v = sum(place.v for place in among) / len(among)
    middle = Place(frame, round(u, 6), round(v, 6))
    if is_private(canvas, middle):
        return min(among, key=lambda place: ((place.u - u) ** 2 + (place.v - v) ** 2, place.u, place.v))
    return middle


# --- who may show what ------------------------------------------------------------------------------------------------


def _reveal(view: View, intent: Reveal, actor: Actor) -> list[Change]:
    canvas = canvas_of(view, intent.canvas)
    if intent.of == "all":
        if actor.role != "facilitator":
            raise Refusal("not-allowed", "expected a facilitator: others show what is their own")
        changes = reveal(view, actor, canvas.id, sure=intent.sure)
    else:
        drafts = list(drafts_on(view, canvas, _whose(view, intent, actor)))
        if intent.of != "own":  # what somebody made for no step, they made for themselves
            drafts = [draft for draft in drafts if draft.record.step is not None]
        elif intent.ids:
            drafts = [draft for draft in drafts if draft.record.id in intent.ids]
        named = [draft for draft in drafts if not draft.anonymous]
        if drafts and not named and intent.of == "own":  # others are not told that there is something
            raise Refusal("not-allowed", "expected everybody's at once: what is anonymous would tell its author")
        changes = _shown(view, actor, canvas, named)
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
    # Its author's own deed, which names them whatever the step was.
    own = view.private.get(actor.person)
    changes: list[Change] = []
    for number, move in enumerate({each.id: each for each in intent.moves}.values(), 1):
        item = own.records.get(move.id) if own else None
        if (
            not isinstance(item, (*WRITTEN_KINDS, Card))
            or (isinstance(item, Card) and stands_for(item, view.shared) is not None)
            or item.public is None
            or item.public in view.shared.records
            or item.deleted
        ):
            raise Refusal("unknown-item", f"expected a private note of your own, but there is no {move.id!r}")
        canvas = canvas_of(view, item.canvas)
        if not is_private(canvas, item.place):
            raise Refusal("not-now", f"expected a note in a zone that is private for good, but {move.id!r} is a draft")
        check_place(view, canvas, move.place)
        fresh = {"id": item.public, "place": move.place, "z": view.shared.top + number, "step": None, "public": None}
        changes.append(Put(replace(item, **fresh)))
    _check_room(view, len(changes))
    return changes


DECIDERS: dict[type, Any] = {
    Reveal: _reveal,
    LiftItems: _lift,
}
