"""What must hold of every event and after it, whoever asked for whatever: told anew, without the code that decides."""

from collections import Counter
from collections.abc import Mapping

from msgspec import UNSET
from unit.core import Core

from raakvlak.canvas.events import Event, Patch, Put, Remove, Spliced, encode_event
from raakvlak.canvas.facilitation import (
    Agreement,
    Check,
    Dots,
    Group,
    Placement,
    Ready,
    Round,
    Score,
    Step,
)
from raakvlak.canvas.layout import layout_of
from raakvlak.canvas.records import (
    ITEM_KINDS,
    Canvas,
    Card,
    Connector,
    Fields,
    Organisation,
    ParticipantToken,
    PartnerToken,
    Person,
    Record,
    Settings,
    Sticky,
    Workshop,
)
from raakvlak.canvas.values import Place
from raakvlak.canvas.zones import zones_at

Streams = Mapping[str, Mapping[str, Record]]
"""The records of each stream."""
ALONE = ("write", "place", "score")
SHOWN = (*ITEM_KINDS, Placement, Score)
_back: dict[tuple[str, Settings, Place], bool] = {}
"""Whether a place lies in a private zone, by template and settings, as far as it was asked."""


def records_of(core: Core) -> Streams:
    return {name: dict(state.records) for name, state in core.streams.items()}


def mode_of(shared: Mapping[str, Record]) -> str:
    """The mode of the step under way; "free" without one, "cluster+" where all move."""
    workshop = shared["workshop"]
    assert isinstance(workshop, Workshop)
    step = shared.get(workshop.step or "")
    if not isinstance(step, Step):
        return "free"
    return "cluster+" if step.mode == "cluster" and step.movers == "everyone" else step.mode


def lies_back(shared: Mapping[str, Record], canvas_id: str, place: Place) -> bool:
    canvas = shared[canvas_id]
    assert isinstance(canvas, Canvas)
    known = (canvas.template.id, canvas.settings, place)
    if known not in _back:
        private = {zone.id for zone in canvas.template.zones if zone.private}
        zones = zones_at(layout_of(canvas.template, canvas.settings), place).zones
        _back[known] = bool(private & set(zones))
    return _back[known]


# --- within one's rights ----------------------------------------------------------------------------------------------


def check_rights(before: Streams, stream: str, event: Event) -> None:
    """What happened was within the rights of who did it, in the step that was under way."""
    shared = before["shared"]
    person, workshop = shared[event.by], shared["workshop"]
    assert isinstance(person, Person)
    assert isinstance(workshop, Workshop)
    assert not person.removed
    assert not person.waiting
    assert person.role != "observer"
    assert stream in ("shared", "facilitators", f"person:{event.by}")
    if stream.startswith("person:"):
        _check_own(before, stream, event)
    elif person.role != "facilitator":
        assert stream == "shared"
        for change in event.changes:
            _check_shared(before, event, change, mode_of(shared))
    for change in event.changes:
        if isinstance(change, Remove):
            given = before[stream][change.id]
            assert isinstance(given, Score)
            assert given.author == event.by or given.group
    if person.role != "facilitator":
        assert workshop.paused is None
        assert mode_of(shared) != "freeze"


def _check_shared(before: Streams, event: Event, change: object, mode: str) -> None:
    shared = before["shared"]
    moving, making = mode in ("free", "discuss", "cluster+"), mode in ("free", "discuss")
    showing = event.revealed and mode in ("free", "discuss", "cluster+", "cluster", "reveal", "conclude")
    if isinstance(change, Spliced):
        assert making
        assert getattr(shared[change.id], "locked", "x") is None
        assert not isinstance(shared[change.id], Card)
    elif isinstance(change, Patch):
        _check_patch(shared, event, change.set, moving, making, showing, shared[change.id])
    elif isinstance(change, Remove):
        given = shared[change.id]
        assert making
        assert isinstance(given, Score)
        assert (given.author, given.group) == (event.by, False)
    else:
        assert isinstance(change, Put)
        record = change.record
        if isinstance(record, SHOWN):
            assert showing or (making and not isinstance(record, Placement))
            assert record.author == event.by
            assert not isinstance(record, Score) or not record.group
        elif isinstance(record, Check):
            assert (record.person, mode) in ((event.by, "check-in"), (event.by, "check-out"))
        elif isinstance(record, Group):
            assert moving
        else:
            assert isinstance(record, Agreement)
            _check_agreement(before, event, record, mode)


def _check_patch(
    shared: Mapping[str, Record],
    event: Event,
    fields: Fields,
    moving: bool,
    making: bool,
    showing: bool,
    record: Record,
) -> None:
    given = {name for name in Fields.__struct_fields__ if getattr(fields, name) is not UNSET}
    if isinstance(record, Person):
        assert (record.id, given) == (event.by, {"name"})
        return
    assert isinstance(record, ITEM_KINDS)
    assert record.locked is None
    assert given <= {"place", "z", "width", "height", "deleted", "tone", "start", "end", "strength"}
    assert "place" not in given or "start" in given or not _stays(shared, record)
    assert making or (moving and given <= {"place", "z"}) or (showing and given == {"place", "deleted"})
    if isinstance(record, ParticipantToken):
        assert record.person == event.by
    if fields.deleted not in (None, UNSET):
        # Only who has put a token back may take it away again, and only by undoing that.
        assert record.author == event.by or (event.undone and isinstance(record, PartnerToken))


def _stays(shared: Mapping[str, Record], record: Record) -> bool:
    """Whether it is not placed: an arrow, or a line to tick or to score."""
    if isinstance(record, Card):
        canvas = shared[record.canvas]
        assert isinstance(canvas, Canvas)
        return any(card.id == record.card and card.kind != "card" for card in canvas.template.cards)
    return isinstance(record, Connector)


def _check_agreement(before: Streams, event: Event, record: Agreement, mode: str) -> None:
    assert mode in ("free", "conclude")
    was, person = before["shared"].get(record.id), before["shared"][event.by]
    if not isinstance(was, Agreement):
        assert record.author == event.by
    elif was.author != event.by:
        said = set(record.consents) - set(was.consents)
        assert isinstance(person, Person)
        assert {each.organisation for each in said} <= {person.organisation}
        assert (record.text, record.what, record.deleted) == (was.text, was.what, was.deleted)


def _check_own(before: Streams, stream: str, event: Event) -> None:
    shared, mine = before["shared"], dict(before.get(stream, {}))
    mode = mode_of(shared)
    for change in event.changes:
        if isinstance(change, Put):
            mine[change.record.id] = change.record
        if isinstance(change, Put) and not isinstance(change.record, (*ITEM_KINDS, Score)):
            assert isinstance(change.record, Ready | Dots)
            assert mode != "freeze"
        elif isinstance(change, Put) and isinstance(change.record, Score):
            assert mode in ALONE
            assert not change.record.group
            assert not _zone_is_private(shared, change.record)
        elif isinstance(change, Remove):
            assert mode in ALONE
            assert isinstance(mine[change.id], Score)
        else:
            record = change.record if isinstance(change, Put) else mine[change.id]
            assert isinstance(record, ITEM_KINDS)
            assert record.public not in shared or event.undone
            deletes = isinstance(change, Patch) and change.set.deleted not in (None, UNSET)
            if deletes and mode not in ("discuss", "free", *ALONE):
                continue
            place = change.set.place if isinstance(change, Patch) and change.set.place is not UNSET else record.place
            back = lies_back(shared, record.canvas, place) and lies_back(shared, record.canvas, record.place)
            assert mode in ("free", *ALONE) or deletes or (mode == "discuss" and back)


def _zone_is_private(shared: Mapping[str, Record], score: Score) -> bool:
    canvas = shared[score.canvas]
    assert isinstance(canvas, Canvas)
    return any(zone.private and zone.id == score.zone for zone in canvas.template.zones)


# --- nothing that is private, nor anybody's name ----------------------------------------------------------------------


def check_reveal(before: Streams, event: Event) -> None:
    """What was shown is what was to be shown, and tells no name that it should not."""
    shared = before["shared"]
    drafts = {
        getattr(record, "public", None): (owner, record)
        for owner, records in before.items()
        if owner.startswith("person:")
        for record in records.values()
    }
    stored = encode_event(event)
    shown = {change.record.id: change.record for change in event.changes if isinstance(change, Put)}
    for change in event.changes:
        record = change.record if isinstance(change, Put) else None
        if record is None or record.id not in drafts:
            continue
        owner, draft = drafts[record.id]
        assert isinstance(record, SHOWN)
        assert isinstance(draft, (*ITEM_KINDS, Score))
        author = shared[owner.removeprefix("person:")]
        assert isinstance(author, Person)
        assert not author.removed
        lifted = isinstance(draft, ITEM_KINDS) and lies_back(shared, draft.canvas, draft.place)
        assert not lifted or event.by == author.id
        assert draft.step is not None or event.by == author.id
        assert not isinstance(draft, ITEM_KINDS) or draft.deleted is None
        assert not isinstance(draft, Sticky) or draft.text.strip() or lifted
        step = shared.get(draft.step or "")
        nameless = isinstance(step, Step) and step.anonymous and not lifted
        assert record.author == (None if nameless else author.id)
        assert f'"{draft.id}"'.encode() not in stored or isinstance(draft, ParticipantToken | PartnerToken)
        if isinstance(record, ITEM_KINDS):
            assert (record.step, record.public, record.locked) == (None, None, None)
        if isinstance(record, Connector):
            for end in (record.start, record.end):
                assert end in shown or end in shared
                if end in drafts and drafts[end][0] == owner and end in shown:
                    assert getattr(shown[end], "author", None) == record.author


# --- what holds at any time -------------------------------------------------------------------------------------------


def check_all(core: Core) -> None:
    """What is true of a workshop at any time."""
    shared = core.stream().records
    steps = [step for step in core.all_of(Step) if step.entered is not None]
    workshop = core.the(Workshop, "workshop")
    assert [step.id for step in steps] == ([workshop.step] if workshop.step else [])
    assert not any(step.removed for step in steps)
    assert all(step.mode in ALONE for step in core.all_of(Step) if step.anonymous)
    people = core.all_of(Person)
    assert any(each.role == "facilitator" and not each.removed and not each.waiting for each in people)
    grouped = Counter(item for group in core.all_of(Group) for item in group.items)
    assert all(times == 1 for times in grouped.values())
    for record in shared.values():
        if isinstance(record, ITEM_KINDS):
            assert (record.step, record.public) == (None, None)
            assert not lies_back(shared, record.canvas, record.place)
        if isinstance(record, Connector):
            assert record.start != record.end
            assert {record.start, record.end} <= shared.keys()
        if isinstance(record, Score):
            assert record.public is None
            assert not _zone_is_private(shared, record)
        if isinstance(record, Canvas):
            for entry in record.settings.partners:
                assert entry.organisation is None or core.the(Organisation, entry.organisation).name == entry.name
    for stream in core.streams:
        _check_ticks(core, stream)
    _check_votes(core)


def _check_ticks(core: Core, stream: str) -> None:
    """Of the cards of a row everyone, and the group, has ticked one at most, but for what was shown step by step."""
    ticked: Counter[object] = Counter()
    for score in core.all_of(Score, stream):
        if score.scale == "checkbox" and score.value == 3 and score.id.startswith("score."):
            canvas, item = core.the(Canvas, score.canvas), core.the(Card, score.item or "")
            rows = {card.id: card.row for card in canvas.template.cards}
            if rows[item.card] is not None:
                whose = "the group" if score.group else score.author
                ticked[whose, score.canvas, score.step, score.aspect, rows[item.card]] += 1
    assert all(times == 1 for times in ticked.values()), ticked


def _check_votes(core: Core) -> None:
    rounds = core.all_of(Round)
    assert sum(each.ended is None for each in rounds) <= 1
    for voted in rounds:
        most = 1 if not voted.several else voted.dots
        counted: Counter[str | None] = Counter()
        for ballot in voted.ballots:
            counted[ballot.person] += ballot.dots
            assert voted.anonymous == (ballot.person is None)
            assert voted.anonymous or ballot.dots <= most
        assert all(dots <= voted.dots * (voted.voters if voted.anonymous else 1) for dots in counted.values())
    publics: list[str] = []
    for stream, state in core.streams.items():
        if stream.startswith("person:"):
            records = state.records.values()
            drafts = (record for record in records if isinstance(record, (*ITEM_KINDS, Score)))
            publics += [draft.public for draft in drafts if draft.public]
            for voted in rounds:
                dots = [each.count for each in records if isinstance(each, Dots) and each.round == voted.id]
                assert sum(dots) <= voted.dots
    assert len(set(publics)) == len(publics)
