"""From an example to the records that it comes to: pure, and the same for everybody."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from raakvlak.canvas.example import Case, Example
from raakvlak.canvas.example_spots import CARD, LABEL, NOTES, OWN, PARTNER, ExampleError, Spots
from raakvlak.canvas.example_spots import Size as Room
from raakvlak.canvas.facilitation import Ballot, Round, Score, open_score_id
from raakvlak.canvas.layout import Layout, layout_of
from raakvlak.canvas.records import (
    Canvas,
    Card,
    Connector,
    Entry,
    Organisation,
    ParticipantToken,
    PartnerToken,
    Person,
    Record,
    Sticky,
    TextLabel,
    card_id,
    participant_token_id,
    partner_token_id,
)
from raakvlak.canvas.seeding import first_settings, seeded_cards
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import Language
from raakvlak.canvas.words import Words

CANVAS = "canvas-1"
DOTS = 3
"""What each person could give."""


class Filled(Struct, frozen=True):
    """A canvas, and everything that lies on it and says whose it is."""

    canvas: Canvas
    records: tuple[Record, ...]


def filled(template: Template, example: Example | None, case: Case, language: Language) -> Filled:
    """The template as a canvas of the case, filled in as in the example; without one it is as it begins.

    Raises ExampleError where the example does not fit the template.
    """
    organisations = tuple(
        Organisation(id=each.id, name=getattr(each.name, language), mark=order, order=order)
        for order, each in enumerate(case.organisations)
    )
    settings = first_settings(template, organisations, language)
    if example is not None:
        added = tuple(Entry(id=each.id, name=getattr(each.name, language)) for each in example.issues)
        settings = replace(settings, centre=example.centre, issues=settings.issues + added)
    canvas = Canvas(id=CANVAS, template=template, order=0, settings=settings)
    people = tuple(
        Person(id=each.id, name=each.name, role="participant", organisation=each.organisation) for each in case.people
    )
    seeded = seeded_cards(canvas)
    if example is None:
        return Filled(canvas, (*organisations, *people, *seeded))
    return Filled(canvas, (*organisations, *people, *_Filling(canvas, example, case, language, seeded).records()))


class _Filling:
    """Turns one example into records."""

    def __init__(
        self, canvas: Canvas, example: Example, case: Case, language: Language, seeded: tuple[Card, ...]
    ) -> None:
        self._canvas = canvas
        self._example = example
        self._case = case
        self._language: Language = language
        self._seeded = {each.card: each for each in seeded}
        self._layout: Layout = layout_of(canvas.template, canvas.settings)
        moved = {each.card for each in example.cards if not each.copy}
        staying = [each for each in self._layout.cards if each.card not in moved]
        self._spots = Spots(canvas.template, canvas.settings, language, staying)
        self._sizes = {each.card: Room(each.width, each.height) for each in self._layout.cards}
        self._known: dict[str, str] = {}
        """The ids of records, by the names that arrows use."""
        self._ballots: list[Ballot] = []
        self._numbered = tuple(enumerate(example.notes, 1))

    def records(self) -> Iterator[Record]:
        items = [*self._cards(), *self._tokens(), *self._notes(), *self._labels()]
        yield from items
        yield from self._arrows({each.id: each for each in items})
        yield from self._marks()
        ballots = sorted(self._ballots, key=lambda each: -each.dots)
        if ballots:
            voters = len(self._case.people)
            yield Round(
                id="round-1", canvas=CANVAS, dots=DOTS, opened=0, ended=1, ballots=tuple(ballots), voters=voters
            )

    def _said(self, words: Words | None) -> str:
        return getattr(words, self._language) if words else ""

    def _name(self, name: str, record: str, dots: int = 0) -> str:
        self._known.setdefault(name, record)
        if dots:
            self._ballots.append(Ballot(record, dots))
        return record

    def _cards(self) -> Iterator[Card]:
        yield from (each for each in self._seeded.values() if not self._moved(each.card))
        for card, dots in self._example.dots.items():
            self._ballots.append(Ballot(card_id(CANVAS, card), dots))
        for each in self._seeded:
            self._known.setdefault(each, card_id(CANVAS, each))
        for number, moved in enumerate(self._example.cards):
            made = f"{CANVAS}.copy.{number}" if moved.copy else card_id(CANVAS, moved.card)
            place = self._spots.place(moved.where, moved.at, (self._sizes.get(moved.card, CARD),))[0]
            name = self._name(moved.card, made, moved.dots)
            yield Card(id=name, canvas=CANVAS, place=place, card=moved.card, z=100 + number)

    def _moved(self, card: str) -> bool:
        return any(each.card == card and not each.copy for each in self._example.cards)

    def _tokens(self) -> Iterator[PartnerToken | ParticipantToken]:
        for partner in self._example.partners:
            made = partner_token_id(CANVAS, partner.organisation)
            place = self._spots.place(partner.where, partner.at, PARTNER)[0]
            name = self._name(partner.organisation, made)
            yield PartnerToken(id=name, canvas=CANVAS, place=place, organisation=partner.organisation, z=200)
        for token in self._example.tokens:
            made = participant_token_id(CANVAS, token.person, token.which)
            place = self._spots.place(token.where, token.at, OWN)[0]
            name = self._name(f"{token.person}.{token.which}" if token.which else token.person, made)
            yield ParticipantToken(
                id=name, canvas=CANVAS, place=place, person=token.person, author=token.person, which=token.which, z=201
            )

    def _notes(self) -> Iterator[Sticky]:
        zones = {zone.id for zone in self._layout.zones}
        placed = {number: self._spots.place(note.where, note.at, NOTES) for number, note in self._numbered if note.at}
        free = [(number, note) for number, note in self._numbered if number not in placed]
        for where in dict.fromkeys(note.where for _, note in free):
            if where not in zones:
                raise ExampleError(f"expected a zone, but {where!r} is none")
            numbers = [number for number, note in free if note.where == where]
            placed |= dict(zip(numbers, self._spots.places(where, len(numbers), NOTES), strict=True))
        for number, note in self._numbered:
            place, size = placed[number]
            yield Sticky(
                id=self._name(note.id or f"note-{number}", f"{CANVAS}.note.{number}", note.dots),
                canvas=CANVAS,
                place=place,
                author=note.by,
                text=self._said(note.text),
                tone=note.tone,
                width=round(size.width),
                height=round(size.height),
                z=300 + number,
            )

    def _labels(self) -> Iterator[TextLabel]:
        for number, label in enumerate(self._example.labels, 1):
            place = self._spots.place(label.where, label.at, (LABEL,))[0]
            yield TextLabel(
                id=f"{CANVAS}.label.{number}", canvas=CANVAS, place=place, text=self._said(label.text), z=400 + number
            )

    def _arrows(
        self, items: dict[str, Card | PartnerToken | ParticipantToken | Sticky | TextLabel]
    ) -> Iterator[Connector]:
        for number, arrow in enumerate(self._example.arrows, 1):
            start, end = self._known[arrow.start], self._known[arrow.end]
            yield Connector(
                id=f"{CANVAS}.arrow.{number}",
                canvas=CANVAS,
                place=items[start].place,
                start=start,
                end=end,
                text=self._said(arrow.text),
                strength=arrow.strength,
            )

    def _marks(self) -> Iterator[Score]:
        for marks in self._example.marks:
            card = next((each for each in self._canvas.template.cards if each.id == marks.on), None)
            zone, item = (card.zone, card_id(CANVAS, card.id)) if card else (marks.on, None)
            given: list[tuple[str | None, int]] = [
                (person.id, value) for person, value in zip(self._case.people, marks.values, strict=True) if value
            ]
            if marks.group is not None:
                given.append((None, marks.group))
            for person, value in given:
                yield Score(
                    id=open_score_id(person, CANVAS, zone, marks.scale, item, marks.aspect),
                    canvas=CANVAS,
                    zone=zone,
                    value=value,
                    scale=marks.scale,
                    item=item,
                    aspect=marks.aspect,
                    group=person is None,
                    author=person,
                )
