"""Raakvlak's protocol: drags are presence, moves that stay are intents which come back as events."""

import asyncio
import http.client
import json
from typing import Any

import msgspec
import websockets
from msgspec import Struct
from websockets.sync.client import connect

from benchmarks.wires import Heard, Speaks, heard
from raakvlak.protocol import VERSION

TOGETHER = 4
"""Requests under way at the same time, while people join."""
CANVAS = "canvas-1"
STEP = "canvas-1.step-5"
"""The step of the golden triangle in which everyone works openly."""
ROLES = ("facilitator", "participant")


class _Drag(Struct, array_like=True):
    id: str
    x: float
    y: float


class _Here(Struct):
    drag: tuple[_Drag, ...] = ()


class _Someone(Struct):
    writer: str
    here: _Here | None = None


class _Presence(Struct, tag="presence", tag_field="type"):
    people: list[_Someone]


class _Intent(Struct):
    writer: str
    n: int


class _Event(Struct):
    intent: _Intent


class _Position(Struct):
    seq: int


class _Events(Struct, tag="events", tag_field="type"):
    stream: str
    after: int
    position: _Position
    events: list[_Event]


_presence = msgspec.json.Decoder(_Presence)
_events = msgspec.json.Decoder(_Events)


class Workshop:
    """A workshop on a running server, and the people who joined it."""

    def __init__(self, port: int) -> None:
        self.port = port
        made, _ = self._post(
            "/api/workshops",
            {"title": "Bench", "language": "en", "organisations": ["North"], "templates": ["golden-triangle"]},
        )
        self.id: str = made["id"]
        self._links: dict[str, str] = {
            role: link["url"].partition("#")[2] for role, link in made["links"].items() if role in ROLES
        }
        self.people: list[tuple[str, str]] = []
        """Each one's id and cookie."""

    async def lead(self) -> None:
        """Have a facilitator begin the step in which everyone works openly, so that it is measured with steps on."""
        await asyncio.to_thread(self._lead)

    def _lead(self) -> None:
        person, cookie = self._join(0, "facilitator")
        host = f"127.0.0.1:{self.port}"
        origin = websockets.Origin(f"http://{host}")
        with connect(f"ws://{host}/w/{self.id}/ws", origin=origin, additional_headers={"Cookie": cookie}) as line:
            line.send(json.dumps({"type": "hello", "v": VERSION, "person": person}))
            writer = json.loads(line.recv())["writer"]
            intent = {"type": "step.enter", "id": STEP}
            line.send(json.dumps({"type": "ask", "stream": "shared", "writer": writer, "n": 1, "intent": intent}))
            while f'"intent":{{"writer":"{writer}","n":1}}' not in str(line.recv()):
                pass

    async def join(self, people: int) -> None:
        """Have this many people."""
        turn = asyncio.Semaphore(TOGETHER)

        async def one(number: int) -> tuple[str, str]:
            async with turn:
                return await asyncio.to_thread(self._join, number)

        self.people += await asyncio.gather(*map(one, range(len(self.people), people)))

    def _join(self, number: int, role: str = "participant") -> tuple[str, str]:
        _, cookie = self._post(f"/w/{self.id}/enter", {"secret": self._links[role]})
        joined, cookie = self._post(f"/w/{self.id}/join", {"name": f"P{number}", "organisation": "org-1"}, cookie)
        return joined["person"], cookie

    def _post(self, path: str, body: Any, cookie: str = "") -> tuple[Any, str]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        line.request("POST", path, json.dumps(body), {"Cookie": cookie})
        response = line.getresponse()
        answer = json.loads(response.read())
        given = response.getheader("Set-Cookie", "").partition(";")[0]
        line.close()
        if response.status not in (200, 201):
            raise RuntimeError(f"expected {path} to go well, but got {response.status}: {answer}")
        return answer, given or cookie


class RaakvlakWire:
    """See Wire. Everyone drags a sticky of their own."""

    binary = False

    def __init__(self, port: int, saves: bool = False) -> None:
        self.saves = saves
        self.workshop = Workshop(port)
        self.writers: dict[str, int] = {}
        self._writer: dict[int, str] = {}

    async def prepare(self, people: int) -> None:
        if not self.workshop.people:
            await self.workshop.lead()
        await self.workshop.join(people)

    def address(self, index: int) -> tuple[str, dict[str, str]]:
        host = f"127.0.0.1:{self.workshop.port}"
        headers = {"Cookie": self.workshop.people[index][1], "Origin": f"http://{host}"}
        return f"ws://{host}/w/{self.workshop.id}/ws", headers

    async def make_ready(self, line: Speaks) -> None:
        """Put a sticky on the canvas."""
        writer = self._writer[line.index]
        item = {"kind": "sticky", "id": f"{writer}.1", "canvas": CANVAS, "author": "x", "text": "A thought."}
        item["place"] = {"frame": "figure", "u": 0.5, "v": 0.5}  # type: ignore[assignment]
        await self.save(line, 1, {"type": "item.create", "items": [item]})

    async def enter(self, line: Speaks) -> int:
        """Say hello and wait for the streams; how many bytes came."""
        person = self.workshop.people[line.index][0]
        frames: list[bytes] = []
        wanted = 1

        def all_is_there(payload: bytes) -> bool:
            nonlocal wanted
            frames.append(payload)
            if payload.startswith(b'{"type":"welcome"'):
                wanted += len(json.loads(payload)["streams"])
            loaded = sum(each.startswith((b'{"type":"welcome"', b'{"type":"load"')) for each in frames)
            return loaded == wanted

        entered = line.until(all_is_there)
        line.say(msgspec.json.encode({"type": "hello", "v": VERSION, "person": person}))
        await entered
        writer = json.loads(frames[0])["writer"]
        self.writers[writer] = line.index
        self._writer[line.index] = writer
        return sum(map(len, frames))

    async def save(self, line: Speaks, n: int, intent: Any) -> None:
        """Ask for this and wait until it is saved."""
        writer = self._writer[line.index]
        mine = f'"intent":{{"writer":"{writer}","n":{n}}}'.encode()
        saved = line.until(lambda payload: payload.startswith(b'{"type":"events"') and mine in payload)
        ask = {"type": "ask", "stream": "shared", "writer": writer, "n": n, "intent": intent}
        line.say(msgspec.json.encode(ask))
        await saved

    def move(self, index: int, number: int) -> bytes:
        writer = self._writer[index]
        if self.saves:
            place = b'{"frame":"figure","u":%.3f,"v":0.512}' % (0.1 + number % 800 / 1000)
            return (
                b'{"type":"ask","stream":"shared","writer":"%b","n":%d,'
                b'"intent":{"type":"item.move","moves":[{"id":"%b.1","place":%b}]}}'
            ) % (writer.encode(), number + 1, writer.encode(), place)
        return b'{"type":"here","canvas":"%b","x":%d.25,"y":567.5,"drag":[["%b.1",%d.25,567.5]]}' % (
            CANVAS.encode(),
            number,
            writer.encode(),
            number,
        )

    def read(self, payload: bytes) -> Heard | None:
        if payload.startswith(b'{"type":"presence"') and not self.saves:
            people = _presence.decode(payload).people
            moves = {
                self.writers[each.writer]: int(each.here.drag[0].x) for each in people if each.here and each.here.drag
            }
            return heard(moves, dict.fromkeys(moves, 1))
        if payload.startswith(b'{"type":"events"') and self.saves:
            return self._read_events(payload)
        return None

    def _read_events(self, payload: bytes) -> Heard | None:
        frame = _events.decode(payload)
        last: dict[int, int] = {}
        counts: dict[int, int] = {}
        for each in frame.events:
            author = self.writers.get(each.intent.writer)
            if author is not None:  # the server itself writes too, when someone joins
                last[author] = each.intent.n - 1
                counts[author] = counts.get(author, 0) + 1
        return heard(last, counts, frame.after, frame.position.seq)
