"""Who takes part in a session: people with their pages, who remember every byte they were sent."""

import contextlib
import json
from typing import Any, NamedTuple, Self

import websockets
from faults.checker import Records, fold
from integration.harness import Browser, Page
from leaks.marks import BACK, MARK, Ledger

from raakvlak.protocol import VERSION

START = {"seq": 0, "token": ""}
WRITTEN = ("sticky", "label")
"""The kinds that say what is written on them."""
MADE = (*WRITTEN, "connector", "participant-token")
"""The kinds whose ids in their author's own stream tell who that is."""


class Heard(NamedTuple):
    """One frame, as it came."""

    raw: str
    message: dict[str, Any]
    seq: int
    """How far the page then knew the shared stream."""
    line: tuple[int, int]
    """Which connection of the page it came by, and in which life of the worker."""


class Answer(NamedTuple):
    """What became of an intent: the event and its number, or a refusal."""

    event: dict[str, Any] | None
    seq: int
    refusal: dict[str, Any] | None

    def record(self, kind: str) -> dict[str, Any]:
        """The first record of a kind that the event puts down."""
        changes = self.event["changes"] if self.event else []
        return next(each["record"] for each in changes if each.get("record", {}).get("kind") == kind)


class Somebody:
    """A person in a browser of their own, which reaches every worker."""

    def __init__(self, name: str, role: str, ledger: Ledger) -> None:
        self.name = name
        self.role = role
        self.organisation: str | None = None
        self.ledger = ledger
        self.id = ""
        self.cookies: dict[str, str] = {}
        self.pages: list[Guest] = []
        """All page loads, those that are closed included."""
        self.own: Records = {}
        """What is in their own stream."""
        self.lately: dict[str, list[dict[str, Any]]] = {}
        """How each of those was since the last quiet moment."""
        self.let_in: int | None = None
        """Waits until this event of the shared stream; -1: waits for good."""
        self.removed: int | None = None
        """Was removed by this event."""
        self.leads: list[tuple[int, bool]] = []
        """From which event on they were a facilitator, or no longer."""
        self.own_seq = 0
        """How far their own stream is known here."""

    @property
    def stream(self) -> str:
        """The name of their own stream."""
        return f"person:{self.id}"

    @property
    def page(self) -> "Guest":
        """Their latest page."""
        return self.pages[-1]

    @property
    def here(self) -> bool:
        """Whether they take part, and have not just observed or waited."""
        return self.role != "observer" and self.removed is None and self.let_in != -1

    def led_at(self, seq: float) -> bool:
        """Whether they were a facilitator right after this event."""
        leads = [lead for since, lead in self.leads if since <= seq]
        return leads[-1] if leads else self.role == "facilitator"

    def quiet(self) -> None:
        """Nothing of theirs is under way: from now on only what is there can be shown."""
        self.lately = {record_id: [record] for record_id, record in self.own.items()}

    def follow(self, seq: int, event: dict[str, Any]) -> None:
        """An event of their own stream."""
        if seq != self.own_seq + 1:
            return
        self.own_seq = seq
        fold(self.own, event)
        touched = {change["record"]["id"] if change["do"] == "put" else change["id"] for change in event["changes"]}
        for record_id in touched & self.own.keys():
            self._note(self.own[record_id])

    def load(self, position: dict[str, Any], snapshot: list[dict[str, Any]]) -> None:
        """Their own stream as it is."""
        if position["seq"] > self.own_seq:
            self.own_seq = position["seq"]
            self.own = {record["id"]: record for record in snapshot}
            for record in snapshot:
                self._note(record)

    def _note(self, record: dict[str, Any]) -> None:
        self.lately.setdefault(record["id"], []).append(record)
        if "public" in record:
            self.ledger.keep(record["public"], "public id", self.id)
            if record["kind"] in MADE or record["id"].startswith(f"{self.page.writer[:10]}-"):
                self.ledger.keep(record["id"], "draft id", self.id)

    def was_private(self, public: str) -> list[dict[str, Any]]:
        """How the draft that was shown under this id was since the last quiet moment."""
        return [record for records in self.lately.values() for record in records if record.get("public") == public]

    def drafts(self, canvas: str, back: bool = False) -> list[dict[str, Any]]:
        """What they have on the canvas that a reveal would show; or what lies in its private zone."""
        return [record for record in self.own.values() if record.get("canvas") == canvas and showable(record, back)]


def showable(record: dict[str, Any], back: bool = False) -> bool:
    """Whether a reveal shows this draft; `back`: whether it is a note in a zone that is private for good."""
    if "public" not in record or record.get("deleted") or (record["kind"] in WRITTEN and not record.get("text")):
        return False
    return ("place" in record and record["place"]["v"] == BACK) == back


class Guest(Page):
    """A page load of somebody at one of the workers."""

    def __init__(self, who: Somebody, address: str, workshop: str, worker: int) -> None:
        browser = Browser(address)
        browser.cookies = who.cookies
        super().__init__(browser, workshop, who.id)
        self.who = who
        self.worker = worker
        self.everything: list[Heard] = []
        self.lines: dict[tuple[int, int], tuple[int, bool]] = {}
        """By connection: how far the shared stream was when it began, and whether somebody waits at it."""
        self.seq = 0
        self.life = 0
        """How often its worker had been started when it last came."""
        self.inside = False
        """Has been let in."""
        self.uttered: set[str] = set()
        """Marks that stood in what it asked for: a refusal may repeat them."""
        self._line_number = 0
        self._positions: dict[str, Any] = {}
        self._answers: dict[tuple[str, str, int], Answer] = {}

    async def come(self, life: int, hello: dict[str, Any] | None = None) -> Self:
        """Open, the first time or with nothing kept, in this life of the worker."""
        self._line_number += 1
        self.life = life
        self.seq = 0
        return await self.open(hello)

    async def resume(self, life: int, state: bool, other: str) -> Self:
        """Open once more, naming what is known, and an `other` stream that is not one's own as well."""
        await self.close()
        foreign = {"facilitators": START, other: START}
        streams = {
            name: {"position": position, "state": state} for name, position in {**foreign, **self._positions}.items()
        }
        await self.come(life, {"streams": streams, "writer": self.writer})
        last = self.heard[0]["last"]
        for stream, reached in self._numbers.items():
            for n in range(last.get(stream, {}).get(self.writer, 0) + 1, reached + 1):
                await self.say({"type": "skip", "stream": stream, "writer": self.writer, "n": n})
        return self

    def take(self, frame: str) -> None:
        """Remember it, and understand what it brings."""
        super().take(frame)
        message, line = self.heard[-1], (self._line_number, self.life)
        kind, stream = message["type"], str(message.get("stream"))
        if kind in ("load", "events"):
            self._positions[stream] = message["position"]
            for number, event in enumerate(message.get("events") or (), message.get("after", 0) + 1):
                self._answers[stream, event["intent"]["writer"], event["intent"]["n"]] = Answer(event, number, None)
                if stream == self.who.stream:
                    self.who.follow(number, event)
            if stream == self.who.stream and "snapshot" in message:
                self.who.load(message["position"], message["snapshot"])
            if stream == "shared":
                self.seq = message["position"]["seq"]
                if kind == "load":
                    self.lines[line] = self.seq, False
        elif kind == "welcome":
            self.inside = not message.get("waiting")
            self.lines[line] = 0, not self.inside
        elif kind == "refused":
            self._answers[message["stream"], message["writer"], message["n"]] = Answer(None, 0, message)
        self.everything.append(Heard(frame, message, self.seq, line))

    async def say(self, message: Any) -> None:
        """Send this."""
        self.uttered.update(MARK.findall(json.dumps(message)))
        await super().say(message)

    async def answer(self, intent: dict[str, Any], stream: str = "shared") -> Answer:
        """Ask, and wait for what becomes of it."""
        key = stream, self.writer, await self.ask(intent, stream)
        await self.until(lambda: key in self._answers or self.closed is not None)
        if key not in self._answers:
            raise AssertionError(f"expected an answer to {intent}, but the line was closed: {self.closed}")
        return self._answers[key]

    def seen(self, stream: str) -> int:
        """How far this page knows a stream."""
        seq: int = self._positions[stream]["seq"]
        return seq

    async def reach(self, seq: int) -> None:
        """Wait until the shared stream is known up to there."""
        await self.until(lambda: self.seq >= seq or self.closed is not None)

    async def hear_of(self, record_id: str) -> None:
        """Wait until something with this id was told here."""
        await self.until(lambda: self.closed is not None or any(record_id in heard.raw for heard in self.everything))

    async def knock(self) -> tuple[int, str]:
        """Try to come in where one may not; how the line ended."""
        self._line_number += 1
        await self.connect()
        with contextlib.suppress(websockets.ConnectionClosed):
            await self.say({"type": "hello", "v": VERSION, "person": self.person})
        return await self.until_closed()
