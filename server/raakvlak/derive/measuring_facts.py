"""What the records of a shared stream say about one canvas, so that measures can count it."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from raakvlak.canvas.facilitation import Placement, Round, Score
from raakvlak.canvas.layout import Layout
from raakvlak.canvas.records import Canvas, Card, Connector, Organisation, Person, Record
from raakvlak.canvas.words import Words
from raakvlak.canvas.zones import point_of, zones_at


class Lying(NamedTuple):
    """An item, or where somebody had placed a token in an anonymous step."""

    id: str
    kind: str
    zones: tuple[str, ...]
    """Of the layout, topmost first."""
    frame: str
    coordinates: dict[str, float]
    organisation: str | None
    person: str | None
    named: bool
    """False: nobody may be told who made it, nor of which organisation they are."""
    text: str = ""
    card: str = ""
    tone: str = ""
    which: str = ""
    """Which of the template's tokens it is."""
    x: float | None = None
    """Px from the sheet's left."""

    @property
    def thing(self) -> str:
        """What it is one of: a card's copies are the same thing."""
        return f"card:{self.card}" if self.kind == "card" else self.id


class Given(NamedTuple):
    """A score, smiley or tick."""

    zone: str
    item: str | None
    """The thing that it was given to; None: the zone."""
    aspect: str
    value: float
    organisation: str | None
    person: str | None
    named: bool
    step: str = ""
    before: bool = False
    """Whether it was given in the session before."""


class Voted(NamedTuple):
    item: str
    thing: str
    dots: int
    organisation: str | None
    person: str | None
    named: bool


class Facts(NamedTuple):
    items: tuple[Lying, ...]
    placed: tuple[Lying, ...]
    """Partners' tokens as each person had placed them in a step, before the group did."""
    given: Mapping[str, tuple[Given, ...]]
    """By scale: "score", "smiley" or "checkbox"."""
    group: tuple[Given, ...]
    """What the group ticked together."""
    votes: tuple[Voted, ...]
    links: tuple[tuple[str, str], ...]
    """Start and end of each arrow, be it that one of them lies on another canvas."""
    elsewhere: Mapping[str, str | Words]
    """What those say that lie on another canvas."""
    groups: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Id, title and items of what was put together."""
    organisations: Mapping[str, Organisation]
    """In their order."""
    people: Mapping[str, Person]


def facts_of(
    records: Mapping[str, Record], canvas: Canvas, layout: Layout, order: Mapping[str, int] | None = None
) -> Facts:
    """Everything on this canvas that can be counted; what was deleted is not.

    `order` says by id when each record was last put, where that is known: what was given last counts.
    """
    people = {record.id: record for record in records.values() if isinstance(record, Person)}
    found = (record for record in records.values() if isinstance(record, Organisation))
    organisations = {record.id: record for record in sorted(found, key=lambda record: (record.order, record.id))}
    # The kinds of items differ in what they have: all of it is optional here.
    here: list[Any] = [
        each
        for each in records.values()
        if getattr(each, "canvas", None) == canvas.id and getattr(each, "deleted", None) is None
    ]

    def belongs(person: str | None) -> str | None:
        return people[person].organisation if person in people else None

    def lying(record: Any, kind: str) -> Lying:
        found = zones_at(layout, record.place)
        partner = getattr(record, "organisation", None)
        author = record.author
        return Lying(
            id=record.id,
            kind=kind,
            zones=found.zones,
            frame=record.place.frame,
            coordinates=found.coordinates,
            organisation=partner if kind == "partner-token" else belongs(author),
            person=getattr(record, "person", None) or author,
            named=author is not None or kind in ("partner-token", "card", "participant-token"),
            text=getattr(record, "text", ""),
            card=getattr(record, "card", ""),
            tone=getattr(record, "tone", ""),
            which=getattr(record, "which", ""),
            x=point_of(layout, record.place)[0],
        )

    placements = [each for each in here if isinstance(each, Placement)]
    items = [lying(each, kind) for each in here if (kind := kind_of(each)) and hasattr(each, "z")]
    items = [each._replace(organisation=belongs(each.person)) if _is_own(each) else each for each in items]
    own = [lying(each, "participant-token") for each in placements if each.organisation is None and each.card is None]
    own = [each._replace(named=each.person is not None) for each in own]
    steps = {each.id: each.step for each in placements}
    partners = [
        lying(each, "partner-token")._replace(person=each.author, named=each.author is not None)
        for each in placements
        if each.organisation is not None
    ]
    things = {each.id: each.thing for each in items}
    scores = [each for each in here if isinstance(each, Score)]
    if order is not None:
        scores.sort(key=lambda score: order.get(score.id, 0))
    given: dict[str, list[Given]] = {}
    group: list[Given] = []
    for score in scores:
        fact = Given(
            zone=score.zone,
            item=things.get(score.item, score.item) if score.item else None,
            aspect=score.aspect,
            value=float(score.value),
            organisation=belongs(score.author),
            person=score.author,
            named=score.author is not None,
            step=score.step or "",
        )
        if score.group:
            group.append(fact)
        else:
            given.setdefault(score.scale, []).append(fact)
    there = set(things)
    links = tuple(
        (each.start, each.end)
        for each in records.values()
        if isinstance(each, Connector)
        and each.deleted is None
        and (each.start in there or each.end in there)
        and _is_there(records, each.start)
        and _is_there(records, each.end)
    )
    return Facts(
        items=tuple(_with_anonymous(items, own, steps)),
        placed=tuple(_last_placed(partners, steps)),
        given={scale: tuple(_last(each)) for scale, each in given.items()},
        group=tuple({(each.zone, each.item): each for each in group}.values()),
        votes=tuple(
            Voted(
                ballot.item,
                things[ballot.item],
                ballot.dots,
                belongs(ballot.person),
                ballot.person,
                ballot.person is not None,
            )
            for each in here
            if isinstance(each, Round) and each.ended is not None
            for ballot in each.ballots
            if ballot.dots > 0 and ballot.item in there
        ),
        links=links,
        elsewhere={end: _said(records, end) for link in links for end in link if end not in there},
        groups=tuple((each.id, each.title, each.items) for each in here if kind_of(each) == "group"),
        organisations=organisations,
        people=people,
    )


def _is_there(records: Mapping[str, Record], item: str) -> bool:
    return item in records and getattr(records[item], "deleted", None) is None


def _said(records: Mapping[str, Record], item: str) -> str | Words:
    """What an item of any canvas says."""
    record = records[item]
    text = str(getattr(record, "text", ""))
    if text or not isinstance(record, Card):
        return text
    canvas = records.get(record.canvas)
    cards = canvas.template.cards if isinstance(canvas, Canvas) else ()
    return next((each.text for each in cards if each.id == record.card), "")


def kind_of(record: Record) -> str:
    """The word by which the record is stored."""
    return str(record.__struct_config__.tag)


def _is_own(item: Lying) -> bool:
    return item.kind == "participant-token"


def _with_anonymous(items: list[Lying], own: list[Lying], steps: Mapping[str, str]) -> list[Lying]:
    """The items; but where people placed their own tokens without names last, those places and not their tokens."""
    last = {each.which: each for each in own}
    hidden = {which: steps[each.id] for which, each in last.items() if not each.named}
    anonymous = [each for each in own if hidden.get(each.which) == steps[each.id] and not each.named]
    return [each for each in items if not (_is_own(each) and each.which in hidden)] + anonymous


def _last_placed(partners: list[Lying], steps: Mapping[str, str]) -> list[Lying]:
    """Of each partner's token what was placed in the last step that did."""
    last = {each.organisation: steps[each.id] for each in partners}
    return [each for each in partners if last[each.organisation] == steps[each.id]]


def _last(given: Sequence[Given]) -> list[Given]:
    """Of each thing what each person gave last; where something was given without names, the last step's alone."""
    things: dict[tuple[str, str | None, str], list[Given]] = {}
    for each in given:
        things.setdefault((each.zone, each.item, each.aspect), []).append(each)
    kept: list[Given] = []
    for facts in things.values():
        if all(each.named for each in facts):
            kept += {each.person: each for each in facts}.values()
        else:
            kept += [each for each in facts if each.step == facts[-1].step]
    return kept
