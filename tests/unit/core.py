"""A workshop's streams in memory: what the pure core makes of intents, without server, clock or disk."""

import hashlib
from typing import Any, TypeVar

import pytest

from raakvlak.canvas.carry import Bridge
from raakvlak.canvas.decide import decide
from raakvlak.canvas.decide_private import settled
from raakvlak.canvas.events import FORMAT, Event, IntentId, Put, decode_event, encode_event, next_position
from raakvlak.canvas.facilitation import Said, Step
from raakvlak.canvas.figures import Triangle
from raakvlak.canvas.intents import CreateItems, EditText, Intent
from raakvlak.canvas.leading import AddStep, EnterStep, Plan
from raakvlak.canvas.records import Canvas, Item, Organisation, Person, Record, Sticky, Workshop
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.state import StreamState, apply
from raakvlak.canvas.template import Template, ZoneText
from raakvlak.canvas.text import diff
from raakvlak.canvas.values import Place
from raakvlak.canvas.view import Actor, Decision, View
from raakvlak.canvas.words import Words

ANN = Actor("ann", "facilitator", "ann-1")
FAY = Actor("fay", "facilitator", "fay-1")
BOB = Actor("bob", "participant", "bob-1")
CAS = Actor("cas", "participant", "cas-1")
DAN = Actor("dan", "participant", "dan-1")
OBI = Actor("obi", "observer", "obi-1")
SERVER = Actor("server", "facilitator", "server-1")
PEOPLE = {ANN: "org", FAY: None, BOB: "org", CAS: "org", DAN: "oost", OBI: "org"}
"""With their organisations."""
R = TypeVar("R", bound=Record)

NAMES = ("top", "left", "right", "centre")
TRIANGLE = Template(
    id="triangle",
    version=1,
    order=1,
    theme="interests",
    title=Words("Driehoek", "Triangle"),
    source=Words("Bron", "Source"),
    prompt=Words("Wat?", "What?"),
    figure=Triangle(*NAMES),
    zones=tuple(ZoneText(name, Words(name, name)) for name in NAMES),
    kinds=("sticky", "partner-token", "dot-vote"),
)
TOKENS = Template(
    id="tokens",
    version=1,
    order=2,
    theme="relationship",
    title=Words("Fiches", "Tokens"),
    source=Words("Bron", "Source"),
    prompt=Words("Wat?", "What?"),
    figure=Triangle(*NAMES),
    zones=TRIANGLE.zones,
    kinds=("sticky", "participant-token"),
)
BACKSTAGE = Template(
    id="backstage",
    version=1,
    order=3,
    theme="process",
    title=Words("Toneel", "Stage"),
    source=Words("Bron", "Source"),
    prompt=Words("Wat?", "What?"),
    figure=Triangle(*NAMES),
    zones=tuple(ZoneText(name, Words(name, name), private=name == "left") for name in NAMES),
    kinds=("sticky", "partner-token", "participant-token"),
)
"""What lies in its left corner is private for good."""
MIDDLE = Place("figure", 0.5, 0.5)
BACK = Place("figure", 0.15, 0.95)
"""In the left corner."""


def own(actor: Actor) -> str:
    """The name of somebody's own stream."""
    return f"person:{actor.person}"


class Core:
    """A workshop with a triangle ("one"), a canvas for tokens ("two") and one with a private zone ("three")."""

    def __init__(self) -> None:
        self.streams: dict[str, StreamState] = {}
        self.events: list[tuple[str, Event]] = []
        self.now = 1_000_000
        self.templates = {TRIANGLE.id: TRIANGLE, BACKSTAGE.id: BACKSTAGE}
        self._bridges: dict[tuple[str, str], Bridge] = {}
        self._made = 0
        self._numbers: dict[tuple[str, str], int] = {}
        records: list[Record] = [
            Workshop(id="workshop", title="Test", language="nl"),
            Organisation(id="org", name="Org", mark=0, order=0),
            Canvas(id="one", template=TRIANGLE, order=0),
            Canvas(id="two", template=TOKENS, order=1),
            Canvas(id="three", template=BACKSTAGE, order=2),
            Organisation(id="oost", name="Oost", mark=1, order=1),
            *(Person(id=a.person, name=a.person, role=a.role, organisation=of) for a, of in PEOPLE.items()),
        ]
        self.happen("shared", SERVER, Decision(tuple(Put(record) for record in records)))

    def stream(self, name: str = "shared") -> StreamState:
        return self.streams.setdefault(name, StreamState())

    def decide(self, actor: Actor, intent: Intent, stream: str = "shared") -> Decision:
        """What would happen. Raises Refusal."""
        private = {name.partition(":")[2]: each for name, each in self.streams.items() if name.startswith("person:")}
        view = View(
            stream,
            self.stream(stream),
            self.stream(),
            self.templates,
            self._bridges,
            self.now,
            self._fresh,
            private if stream == "shared" else {},
        )
        return decide(view, intent, actor)

    def ask(self, actor: Actor, intent: Intent, stream: str = "shared") -> Event:
        """What happens. Raises Refusal."""
        return self.happen(stream, actor, self.decide(actor, intent, stream))

    def refused(self, actor: Actor, intent: Intent, stream: str = "shared") -> str:
        """The code of the refusal that must come of it; nothing has changed."""
        before = dict(self.stream(stream).records)
        with pytest.raises(Refusal) as refusal:
            self.ask(actor, intent, stream)
        assert dict(self.stream(stream).records) == before
        return refusal.value.code

    def show(self, actor: Actor, intent: Intent) -> Event:
        """Something that shows what was private, which then goes from its author's own stream."""
        event = self.ask(actor, intent)
        self.tidy()
        return event

    def tidy(self) -> int:
        """What the room does with a reveal: append to own streams that it was shown. How many events that took."""
        changed = 0
        for stream, state in list(self.streams.items()):
            changes = settled(state, self.stream()) if stream.startswith("person:") else []
            if changes:
                self.happen(stream, SERVER, Decision(tuple(changes)))
                changed += 1
        return changed

    def _fresh(self) -> str:
        # As hard to foresee as the real ones: their order is another one than that in which they were made.
        self._made += 1
        return hashlib.sha256(f"{self._made}".encode()).hexdigest()[:24]

    def happen(self, stream: str, actor: Actor, decision: Decision) -> Event:
        """An event with this decision, as it is stored and read."""
        state = self.stream(stream)
        n = self._numbers[stream, actor.writer] = self._numbers.get((stream, actor.writer), 0) + 1
        event = Event(
            at=self.now,
            by=actor.person,
            intent=IntentId(actor.writer, n),
            v=FORMAT,
            changes=decision.changes,
            revealed=decision.revealed,
            lifted=decision.lifted,
            path=decision.path,
            undone=decision.undone,
        )
        stored = encode_event(event)
        apply(state, decode_event(stored), next_position(state.position, stored))
        self.events.append((stream, event))
        return event

    # --- looking ---

    def record(self, record_id: str, stream: str = "shared") -> Record:
        return self.stream(stream).records[record_id]

    def all_of(self, kind: type[R], stream: str = "shared") -> list[R]:
        """All records of a kind."""
        return [record for record in self.stream(stream).records.values() if isinstance(record, kind)]

    def the(self, kind: type[R], record_id: str, stream: str = "shared") -> R:
        """The record of this kind with this id."""
        record = self.record(record_id, stream)
        assert isinstance(record, kind)
        return record

    def item(self, item_id: str, stream: str = "shared") -> Item:
        record = self.record(item_id, stream)
        assert isinstance(record, Item)
        return record

    def text(self, item_id: str, stream: str = "shared") -> str:
        return self.the(Sticky, item_id, stream).text

    @property
    def texts(self) -> list[str]:
        """What everyone can read on notes."""
        return sorted(note.text for note in self.all_of(Sticky) if note.deleted is None)

    # --- doing ---

    def note(
        self, actor: Actor, name: str, text: str = "", stream: str = "shared", canvas: str = "one", at: Place = MIDDLE
    ) -> str:
        """A new sticky; its id."""
        item_id = f"{actor.writer}.{name}"
        note = Sticky(id=item_id, canvas=canvas, place=at, author=actor.person, text=text)
        self.ask(actor, CreateItems(items=(note,)), stream)
        return item_id

    def draft(
        self, actor: Actor, name: str, text: str = "een gedachte", canvas: str = "one", at: Place = MIDDLE
    ) -> str:
        """A new sticky in the actor's own stream; its id there."""
        return self.note(actor, name, text, own(actor), canvas, at)

    def type(self, actor: Actor, item_id: str, text: str, stream: str = "shared") -> None:
        """Replace the text, seeing all that is there."""
        edit = diff(self.text(item_id, stream), text)
        self.ask(actor, EditText(id=item_id, edit=edit, seen=self.stream(stream).position.seq), stream)

    def later(self, milliseconds: int) -> None:
        self.now += milliseconds

    # --- leading ---

    def step(self, name: str, mode: Any, **plan: Any) -> str:
        """A new step at the end of the agenda, by Ann; its id."""
        step_id = f"{ANN.writer}.{name}"
        steps = sorted((step for step in self.all_of(Step) if not step.removed), key=lambda step: step.order)
        after = steps[-1].id if steps else None
        self.ask(ANN, AddStep(id=step_id, plan=planned(mode, **plan), after=after))
        return step_id

    def enter(self, mode: Any, name: str = "", **plan: Any) -> str:
        """A new step, which Ann enters; its id."""
        step_id = self.step(name or f"step{len(self.all_of(Step))}", mode, **plan)
        self.ask(ANN, EnterStep(id=step_id))
        return step_id


def planned(mode: Any, **plan: Any) -> Plan:
    """What a facilitator sets about a step, as far as it matters."""
    fields: dict[str, Any] = {"title": Said("Stap", "Step"), "prompt": Said(), "minutes": 0, "canvas": "one"}
    return Plan(mode=mode, **(fields | plan))
