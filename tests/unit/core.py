"""A workshop's streams in memory: what the pure core makes of intents, without server, clock or disk."""

from raakvlak.canvas.carry import Bridge
from raakvlak.canvas.decide import decide
from raakvlak.canvas.events import FORMAT, Event, IntentId, Put, decode_event, encode_event, next_position
from raakvlak.canvas.intents import CreateItems, EditText, Intent
from raakvlak.canvas.records import Canvas, Item, Organisation, Person, Record, Sticky, Workshop
from raakvlak.canvas.state import StreamState, apply
from raakvlak.canvas.template import Template, Triangle, Words, ZoneText
from raakvlak.canvas.text import diff
from raakvlak.canvas.values import Place
from raakvlak.canvas.view import Actor, Decision, View

ANN = Actor("ann", "facilitator", "ann-1")
BOB = Actor("bob", "participant", "bob-1")
CAS = Actor("cas", "participant", "cas-1")
OBI = Actor("obi", "observer", "obi-1")

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
MIDDLE = Place("figure", 0.5, 0.5)


class Core:
    """A workshop with a triangle ("one") and a canvas for tokens ("two")."""

    def __init__(self) -> None:
        self.streams: dict[str, StreamState] = {}
        self.events: list[tuple[str, Event]] = []
        self.now = 1_000_000
        self._bridges: dict[tuple[str, str], Bridge] = {}
        self._made = 0
        self._numbers: dict[tuple[str, str], int] = {}
        records: list[Record] = [
            Workshop(id="workshop", title="Test", language="nl"),
            Organisation(id="org", name="Org", mark=0, order=0),
            Canvas(id="one", template=TRIANGLE, order=0),
            Canvas(id="two", template=TOKENS, order=1),
            *(Person(id=a.person, name=a.person, role=a.role, organisation="org") for a in (ANN, BOB, CAS, OBI)),
        ]
        made = Decision(tuple(Put(record) for record in records))
        self._add("shared", Actor("server", "facilitator", "server-1"), made)

    def stream(self, name: str = "shared") -> StreamState:
        return self.streams.setdefault(name, StreamState())

    def ask(self, actor: Actor, intent: Intent, stream: str = "shared") -> Event:
        """What happens. Raises Refusal."""
        state = self.stream(stream)
        private = {name.partition(":")[2]: each for name, each in self.streams.items() if name.startswith("person:")}
        view = View(
            stream,
            state,
            self.stream(),
            {TRIANGLE.id: TRIANGLE},
            self._bridges,
            self.now,
            self._fresh,
            private if stream == "shared" else {},
        )
        return self._add(stream, actor, decide(view, intent, actor))

    def _fresh(self) -> str:
        self._made += 1
        return f"fresh{self._made}"

    def _add(self, stream: str, actor: Actor, decision: Decision) -> Event:
        state = self.stream(stream)
        n = self._numbers[stream, actor.writer] = self._numbers.get((stream, actor.writer), 0) + 1
        event = Event(
            at=self.now,
            by=actor.person,
            intent=IntentId(actor.writer, n),
            v=FORMAT,
            changes=decision.changes,
            revealed=decision.revealed,
            path=decision.path,
            undone=decision.undone,
        )
        stored = encode_event(event)
        apply(state, decode_event(stored), next_position(state.position, stored))
        self.events.append((stream, event))
        return event

    def record(self, record_id: str, stream: str = "shared") -> Record:
        return self.stream(stream).records[record_id]

    def item(self, item_id: str, stream: str = "shared") -> Item:
        record = self.record(item_id, stream)
        assert isinstance(record, Item)
        return record

    def text(self, item_id: str) -> str:
        record = self.record(item_id)
        assert isinstance(record, Sticky)
        return record.text

    def note(self, actor: Actor, name: str, text: str = "", stream: str = "shared") -> str:
        """A new sticky on the triangle; its id."""
        item_id = f"{actor.writer}.{name}"
        note = Sticky(id=item_id, canvas="one", place=MIDDLE, author=actor.person, text=text)
        self.ask(actor, CreateItems(items=(note,)), stream)
        return item_id

    def type(self, actor: Actor, item_id: str, text: str) -> None:
        """Replace the text, seeing all that is there."""
        edit = diff(self.text(item_id), text)
        self.ask(actor, EditText(id=item_id, edit=edit, seen=self.stream().position.seq))

    def later(self, milliseconds: int) -> None:
        self.now += milliseconds
