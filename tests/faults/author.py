"""A page that does what a good client does: keeps what it asked until it is saved, sends it again after every break,
carries its waiting texts along with what others write, and keeps account of all it was told.
"""

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Self

import msgspec
import websockets
from faults.checker import Account, Key, Known, fold
from integration.harness import Browser, Page, sticky

from raakvlak.canvas.events import Position, Splice, next_position
from raakvlak.canvas.records import BUILT_KINDS
from raakvlak.canvas.text import apply_edit, fits, inverse, transform
from raakvlak.protocol import Events, Load

Edits = tuple[Splice, ...]
Mischief = Literal["once", "twice", "lost"]


@dataclass(eq=False)
class Waiting:
    """An intent that is not known to be saved; `edit` is its present form, if it is a text's."""

    key: Key
    intent: dict[str, Any]
    edit: Edits = ()

    def edits(self, item: str) -> bool:
        """Whether it edits the text of this item."""
        return self.intent["type"] == "text.edit" and bool(self.intent["id"] == item)


class Author(Page):
    """Opened by `resume`, also the first time."""

    def __init__(self, browser: Browser, workshop: str, person: str, name: str) -> None:
        super().__init__(browser, workshop, person)
        self.account = Account(name)
        self.waiting: list[Waiting] = []
        self.notices: list[str] = []
        self.forked = False
        self.returns = -1
        """How often it has come back."""
        self.stuck = False
        """A number was missing: only coming back helps."""
        self.mischief: Callable[[], Mischief] = lambda: "once"
        """What becomes of the next message on its way."""
        self._fault: Exception | None = None
        self._counts: dict[str, int] = {}
        self._sent: dict[str, int] = {}
        self._astray: set[Key] = set()
        """Sent twice, or given up after they had been sent: they may still happen."""
        self._disturbed: set[str] = set()
        """Texts of which an edit was refused: what was made over it need not come out as predicted."""

    # --- what the author does ---

    async def resume(self) -> Self:
        """Connect (again), and send what waits."""
        await self.close()
        self.stuck = False
        self.returns += 1
        streams = {
            name: {"position": msgspec.to_builtins(known.position), "state": True}
            for name, known in self.account.streams.items()
        }
        await self.open({"streams": streams, **({"writer": self.writer} if self.writer else {})})
        welcome = next(m for m in self.heard if m["type"] == "welcome")
        self._sent = {name: last.get(self.writer, 0) for name, last in welcome["last"].items()}
        for waiting in list(self.waiting):
            if waiting in self.waiting:
                await self._send(waiting)
        return self

    async def ask_for(self, intent: dict[str, Any], stream: str = "shared", edit: Edits = ()) -> Waiting:
        """Ask, now if the line is there, else as soon as it is again."""
        n = self._counts[stream] = self._counts.get(stream, 0) + 1
        waiting = Waiting(Key(stream, self.writer, n), intent, edit)
        self.waiting.append(waiting)
        self.account.asked.add(waiting.key)
        await self._send(waiting)
        return waiting

    async def note(self, text: str = "", name: str | None = None, stream: str = "shared") -> str:
        """As of a page."""
        item = f"{self.writer}.{name or self._counts.get(stream, 0) + 1}"
        await self.ask_for(sticky(item, text), stream)
        await self.settled()
        return item

    async def type_text(self, item: str, splice: Splice, stream: str = "shared") -> Waiting:
        """Edit the text as it stands here, with all that waits over it."""
        return await self.ask_for({"type": "text.edit", "id": item}, stream, (splice,))

    def text_of(self, item: str, stream: str = "shared") -> str:
        """The text as it stands here."""
        return self._text_over(self.waiting, item, stream) or ""

    def items(self, stream: str = "shared") -> list[dict[str, Any]]:
        """The items that are known here."""
        return [record for record in self._known(stream).records.values() if record["kind"] in BUILT_KINDS]

    async def settled(self) -> None:
        """Wait until nothing waits any more, or the line is closed or stuck."""
        await self.until(lambda: not self.waiting or self.closed is not None or self.stuck)

    async def until(self, condition: Callable[[], bool]) -> None:
        """As of a page; also an error as soon as something was heard that cannot be."""
        await super().until(lambda: self._fault is not None or condition())
        if self._fault:
            raise self._fault

    async def _send(self, waiting: Waiting) -> None:
        stream, writer, n = waiting.key
        intent = waiting.intent
        if waiting.edit:
            edit = [msgspec.to_builtins(splice) for splice in waiting.edit]
            intent = {**intent, "edit": edit, "seen": self._known(stream).position.seq}
        elif intent["type"] == "text.edit":
            # Nothing is left of it to do: the next intent skips its number.
            self.waiting.remove(waiting)
            self.account.asked.discard(waiting.key)
            self._astray.add(waiting.key)
            return
        fate = self.mischief()
        with contextlib.suppress(websockets.ConnectionClosed):
            for gap in range(self._sent.get(stream, 0) + 1, n):
                await self.say({"type": "skip", "stream": stream, "writer": writer, "n": gap})
            self._sent[stream] = n
            if fate == "twice":
                self._astray.add(waiting.key)
            for _ in range({"once": 1, "twice": 2, "lost": 0}[fate]):
                await self.ask(intent, stream, n)

    # --- what the author hears ---

    def take(self, frame: str) -> None:
        """Understand it at once."""
        super().take(frame)
        try:
            self._understand(frame, self.heard[-1])
        except Exception as error:
            self._fault = self._fault or error

    def _understand(self, frame: str, message: dict[str, Any]) -> None:
        if message["type"] == "load":
            self._load(msgspec.json.decode(frame, type=Load), message)
        elif message["type"] == "events":
            events = msgspec.json.decode(frame, type=Events)
            self._follow(events.stream, events.after, events.events, events.position)
        elif message["type"] == "notice":
            self.notices.append(message["code"])
        elif message["type"] in ("saved", "refused"):
            key = Key(message["stream"], message["writer"], message["n"])
            if message["type"] == "saved":
                self.account.saved.add(key)
            elif message["code"] == "out-of-order":
                self.stuck = True
            else:
                self._refuse(key)

    def _load(self, load: Load, message: dict[str, Any]) -> None:
        if load.events is not None and load.snapshot is None:
            self._follow(load.stream, load.after or 0, load.events, load.position)
            return
        self.forked = self.forked or load.forked
        records = {record["id"]: record for record in message["snapshot"]}
        self.account.streams[load.stream] = Known(load.position, records)

    def _follow(self, stream: str, after: int, events: Sequence[msgspec.Raw], position: Position) -> None:
        known = self._known(stream)
        assert after == known.position.seq, f"expected the events after {known.position.seq}, but got after {after}"
        for raw in events:
            event = msgspec.json.decode(raw)
            known.position = next_position(known.position, bytes(raw))
            self._pass(stream, event)
            fold(known.records, event)
        assert known.position == position, f"expected to be at {known.position}, but was told {position}"

    def _pass(self, stream: str, event: dict[str, Any]) -> None:
        key = Key(stream, event["intent"]["writer"], event["intent"]["n"])
        undone = "undone" in event
        spliced = {
            change["id"]: tuple(msgspec.convert(splice, Splice) for splice in change["edit"])
            for change in event["changes"]
            if change["do"] == "splice"
        }
        if key.writer == self.writer:
            for waiting in [each for each in self.waiting if each.key.stream == stream and each.key.n < key.n]:
                self._refuse(waiting.key)
            self._settle(key, spliced)
        for item, edit in spliced.items():
            self._carry(self._editing(stream, item), edit, "" if undone else key.writer)

    def _settle(self, key: Key, spliced: dict[str, Edits]) -> None:
        self.account.saved.add(key)
        settled = next((each for each in self.waiting if each.key == key), None)
        if settled is None:
            assert key in self._astray, f"expected events of what waits, but {key} does not"
            self.account.refused.discard(key)
            self._disturbed.update(spliced)
            return
        item = settled.intent.get("id", "")
        if settled.intent["type"] == "text.edit" and spliced.get(item, ()) != settled.edit:
            assert item in self._disturbed, f"expected {settled.edit} as predicted, but {spliced.get(item)} was saved"
            self._withdraw(settled)
            return
        self.waiting.remove(settled)
        if settled.intent["type"] == "text.edit":
            spliced.pop(item, None)

    def _refuse(self, key: Key) -> None:
        refused = next((each for each in self.waiting if each.key == key), None)
        if refused is None:
            return
        self.account.refused.add(key)
        if refused.edit:
            self._disturbed.add(refused.intent["id"])
        self._withdraw(refused)

    # --- waiting texts ---

    def _known(self, stream: str) -> Known:
        return self.account.streams.setdefault(stream, Known())

    def _editing(self, stream: str, item: str) -> list[Waiting]:
        return [each for each in self.waiting if each.key.stream == stream and each.edits(item)]

    def _text_over(self, waiting: Sequence[Waiting], item: str, stream: str) -> str | None:
        record = self._known(stream).records.get(item)
        text: str | None = None if record is None else record.get("text", "")
        for each in waiting:
            if each.key.stream == stream:
                for made in each.intent.get("items", ()):
                    text = made.get("text", "") if made["id"] == item and text is None else text
                if each.edits(item) and text is not None and fits(text, each.edit):
                    text = apply_edit(text, each.edit)
        return text

    def _withdraw(self, waiting: Waiting) -> None:
        index = self.waiting.index(waiting)
        del self.waiting[index]
        if waiting.edit:
            item, end = waiting.intent["id"], waiting.edit[-1].at + waiting.edit[-1].remove
            text = self._text_over(self.waiting[:index], item, waiting.key.stream)
            if text is None or not fits(text, waiting.edit):
                text = "▯" * end
            over = [each for each in self.waiting[index:] if each.key.stream == waiting.key.stream and each.edits(item)]
            self._carry(over, inverse(text, waiting.edit), "")

    def _carry(self, over: Sequence[Waiting], edit: Edits, writer: str) -> None:
        for each in over:
            carried = transform(each.edit, edit, self.writer < writer)
            edit = transform(edit, each.edit, writer < self.writer)
            each.edit = carried
