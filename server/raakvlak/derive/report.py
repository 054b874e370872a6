"""The report of a workshop: for each canvas what the group made of it and what its measures come to; agreements.

Only the shared stream counts, so nothing that somebody has not shown yet can be in it.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from msgspec import Struct

from raakvlak.canvas.events import START, Event, Position, Put
from raakvlak.canvas.facilitation import Agreement, How, Placement, Round, Score, Session
from raakvlak.canvas.layout import Layout, layout_of
from raakvlak.canvas.records import ITEM_KINDS, Canvas, Card, Organisation, Person, Record, Sticky, TextLabel, Workshop
from raakvlak.canvas.state import StreamState, apply
from raakvlak.canvas.values import Language
from raakvlak.canvas.words import Words
from raakvlak.canvas.zones import zones_at
from raakvlak.derive.measuring import measured
from raakvlak.derive.measuring_board import Board
from raakvlak.derive.measuring_facts import facts_of
from raakvlak.derive.measuring_results import Result

SERVER = "server"


class _Part(Struct, frozen=True, rename="camel"):
    pass


class ReportOrganisation(_Part, frozen=True):
    id: str
    name: str
    mark: int
    order: int
    people: int


class ReportNote(_Part, frozen=True):
    text: str
    organisation: str | None
    """None: of nobody's, or written without a name."""
    dots: int
    tone: Words | None
    """What it is marked as."""
    group: str | None
    """The title of the group that it is in."""


class ReportZone(_Part, frozen=True):
    """What was written in a zone, the most dots first."""

    id: str
    name: Words
    notes: tuple[ReportNote, ...]


class ReportCanvas(_Part, frozen=True):
    id: str
    title: Words
    prompt: Words
    source: Words
    used: bool
    """Whether anybody has done anything on it."""
    notes: int
    dots: int
    zones: tuple[ReportZone, ...]
    """Those that have notes; at the end, without a name, what lies in none."""
    results: tuple[Result, ...]


class ReportConsent(_Part, frozen=True):
    organisation: str
    how: How


class ReportAgreement(_Part, frozen=True):
    what: str
    text: str
    organisation: str | None
    person: str | None
    """By name."""
    due: str | None
    consents: tuple[ReportConsent, ...]


class ReportSession(_Part, frozen=True):
    started: int
    ended: int | None


class Report(_Part, frozen=True):
    """GET /w/<id>/report.json. Times are ms since 1970."""

    title: str
    language: Language
    position: Position
    """The moment of the shared stream that it tells of."""
    at: int
    """When its last event was."""
    sessions: tuple[ReportSession, ...]
    people: int
    """Participants and facilitators; who only watches is not counted."""
    organisations: tuple[ReportOrganisation, ...]
    agreements: tuple[ReportAgreement, ...]
    canvases: tuple[ReportCanvas, ...]


class Told(NamedTuple):
    """What a stream's events come to, as far as a report needs it."""

    state: StreamState
    earlier: dict[str, Record] | None
    """What was there when the last session began, if there was one before it."""


def told(events: Iterable[Event]) -> Told:
    """Fold the events. Positions are counted, without tokens. Raises BrokenStreamError."""
    state = StreamState()
    sessions: set[str] = set()
    earlier: dict[str, Record] | None = None
    for seq, event in enumerate(events, 1):
        begun = {each.record.id for each in event.changes if isinstance(each, Put) and isinstance(each.record, Session)}
        if begun - sessions:
            earlier = dict(state.records) if sessions else None
            sessions |= begun
        apply(state, event, Position(seq))
    return Told(state, earlier)


def report_of(events: Sequence[Event], position: Position = START) -> Report:
    """The report that these events, the shared stream's from its first to `position`, come to."""
    state, earlier = told(events)
    records = dict(state.records)
    found = _by_order(records, Organisation)
    people = [each for each in _of(records, Person) if each.role != "observer"]
    workshop = next(iter(_of(records, Workshop)))
    touched = {key for key, hands in state.hands.items() if hands - {SERVER}}
    return Report(
        title=workshop.title,
        language=workshop.language,
        position=position,
        at=state.at,
        sessions=tuple(
            ReportSession(each.started, each.ended)
            for each in sorted(_of(records, Session), key=lambda session: session.started)
        ),
        people=len(people),
        organisations=tuple(
            ReportOrganisation(
                each.id, each.name, each.mark, each.order, sum(person.organisation == each.id for person in people)
            )
            for each in found
        ),
        agreements=tuple(_agreement(each, records) for each in _of(records, Agreement) if each.deleted is None),
        canvases=tuple(_canvas(each, records, earlier, events, touched) for each in _by_order(records, Canvas)),
    )


def _of(records: dict[str, Record], kind: type) -> list[Any]:
    return [record for record in records.values() if isinstance(record, kind)]


def _by_order(records: dict[str, Record], kind: type) -> list[Any]:
    return sorted(_of(records, kind), key=lambda record: (record.order, record.id))


def _agreement(found: Agreement, records: dict[str, Record]) -> ReportAgreement:
    person = records.get(found.person or "")
    return ReportAgreement(
        what=found.what,
        text=found.text,
        organisation=found.organisation,
        person=person.name if isinstance(person, Person) else None,
        due=found.due,
        consents=tuple(ReportConsent(each.organisation, each.how) for each in found.consents),
    )


def _canvas(
    canvas: Canvas,
    records: dict[str, Record],
    earlier: dict[str, Record] | None,
    events: Sequence[Event],
    touched: set[str],
) -> ReportCanvas:
    layout = layout_of(canvas.template, canvas.settings)
    here: list[Any] = [
        each
        for each in records.values()
        if getattr(each, "canvas", None) == canvas.id and getattr(each, "deleted", None) is None
    ]
    dots: dict[str, int] = {}
    for voted in here:
        if isinstance(voted, Round) and voted.ended is not None:
            for ballot in voted.ballots:
                dots[ballot.item] = dots.get(ballot.item, 0) + ballot.dots
    used = any(
        isinstance(each, Score | Placement | Round)
        or (isinstance(each, ITEM_KINDS) and (not isinstance(each, Card) or each.id in touched))
        for each in here
    )
    zones = _zones(canvas, layout, here, dots, records)
    return ReportCanvas(
        id=canvas.id,
        title=canvas.template.title,
        prompt=canvas.template.prompt,
        source=canvas.template.source,
        used=used,
        notes=sum(isinstance(each, Sticky) for each in here),
        dots=sum(dots.values()),
        zones=zones,
        results=measured(records, canvas, layout, earlier=earlier, history=events),
    )


def _zones(
    canvas: Canvas, layout: Layout, here: Sequence[Any], dots: dict[str, int], records: dict[str, Record]
) -> tuple[ReportZone, ...]:
    """Notes by the topmost zone that holds them, in the layout's order."""
    board = Board(canvas, layout, facts_of(records, canvas, layout))
    titles = {item: each.title for each in here if each.__struct_config__.tag == "group" for item in each.items}
    tones = {tone.id: tone.label for tone in canvas.template.tones}
    found: dict[str, list[ReportNote]] = {}
    for note in here:
        if not isinstance(note, Sticky | TextLabel) or not note.text.strip():
            continue
        author = records.get(note.author or "")
        organisation = author.organisation if isinstance(author, Person) else None
        tone = tones.get(getattr(note, "tone", ""))
        told_of = ReportNote(note.text, organisation, dots.get(note.id, 0), tone, titles.get(note.id) or None)
        zone = next(iter(zones_at(layout, note.place).zones), "")
        found.setdefault(zone, []).append(told_of)
    names = {zone.id: board.name(zone) for zone in board.zones(())}
    return tuple(
        ReportZone(zone, name, tuple(sorted(found[zone], key=lambda note: -note.dots)))
        for zone, name in (*names.items(), ("", Words("", "")))
        if zone in found
    )
