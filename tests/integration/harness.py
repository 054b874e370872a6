"""Real servers and real clients for tests: uvicorn on a free port, HTTP by urllib, websockets by websockets."""

import asyncio
import contextlib
import json
import logging
import socket
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Self

import websockets
from websockets.asyncio.client import ClientConnection

from raakvlak.access.key import load_key
from raakvlak.canvas.template import Template
from raakvlak.canvases import templates
from raakvlak.config import Config, Limits, Rhythm
from raakvlak.log import Log
from raakvlak.log.redis import RedisLog
from raakvlak.log.sqlite import SqliteLog
from raakvlak.protocol import VERSION
from raakvlak.web.app import create_app
from raakvlak.web.server import make_server

PATIENCE = 20.0
"""Seconds after which something that should have happened never will."""
_BROWSERS = ThreadPoolExecutor(thread_name_prefix="browser")
"""Threads of their own: the servers in this process have work for the usual ones."""
QUICK = Rhythm(heads=0.3, idle=30.0, change_timeout=5.0)


def listening_socket() -> socket.socket:
    """On a free port of this computer."""
    found = socket.socket()
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    found.bind(("127.0.0.1", 0))
    found.listen(512)
    return found


class Running:
    """A server in this process, on its own port."""

    def __init__(self, address: str, log: Log) -> None:
        self.address = address
        self.log = log
        self.errors: list[str] = []
        """What it complained of as an error, which nothing that comes from outside should make it do."""


class _Complaints(logging.Handler):
    """Remembers errors that are logged."""

    def __init__(self, errors: list[str]) -> None:
        super().__init__(logging.ERROR)
        self._errors = errors

    def emit(self, record: logging.LogRecord) -> None:
        self._errors.append(self.format(record))


@contextlib.asynccontextmanager
async def running(
    folder: Path,
    *,
    redis: str | None = None,
    limits: Limits | None = None,
    rhythm: Rhythm = QUICK,
    log: Log | None = None,
    log_level: str = "warning",
    known: Mapping[str, Template] | None = None,
    **settings: Any,
) -> AsyncIterator[Running]:
    """A server on SQLite in the folder, or on this Redis, until the block ends. `known`: its templates, if others."""
    listening = listening_socket()
    config = Config(
        port=listening.getsockname()[1],
        data=folder,
        redis=redis,
        secret="secret-for-tests",
        limits=limits or Limits(),
        rhythm=rhythm,
        **settings,
    )
    if log is None:
        log = RedisLog(redis) if redis else SqliteLog(folder)
    await log.start()
    ready = asyncio.Event()
    app = create_app(config, log, templates() if known is None else known, load_key(folder, config.secret))
    server = make_server(config, app, log_level, ready=ready.set)
    server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    await asyncio.wait_for(ready.wait(), PATIENCE)
    here = Running(f"http://127.0.0.1:{config.port}", log)
    loggers = [logging.getLogger(name) for name in ("uvicorn.error", "asyncio", "raakvlak")]
    complaints = _Complaints(here.errors)
    for logger in loggers:
        logger.addHandler(complaints)
    try:
        yield here
    finally:
        for logger in loggers:
            logger.removeHandler(complaints)
        server.should_exit = True
        await serving
        await log.close()


class Answer:
    """What a request came back with."""

    def __init__(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.status = status
        self.headers = headers
        self.body = body

    def json(self) -> Any:
        """The body."""
        return json.loads(self.body)


class Browser:
    """A browser as far as the server can tell: keeps the cookie of each workshop."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.cookies: dict[str, str] = {}

    async def request(self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None) -> Answer:
        """One request, with the right cookie."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(_BROWSERS, self._request, method, path, body, headers or {})

    def _request(self, method: str, path: str, body: Any, headers: dict[str, str]) -> Answer:
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, method=method)
        workshop = path.split("/")[2] if path.startswith("/w/") else ""
        for name, value in {**headers, "Cookie": self.cookies.get(workshop, "")}.items():
            request.add_header(name, value)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as response:
                answer = Answer(response.status, dict(response.headers), response.read())
        except urllib.error.HTTPError as error:
            answer = Answer(error.code, dict(error.headers), error.read())
        given = {name.lower(): value for name, value in answer.headers.items()}
        answer.headers = given
        if "set-cookie" in given:
            self.cookies[workshop] = given["set-cookie"].partition(";")[0]
        return answer

    async def make(self, **changes: Any) -> dict[str, Any]:
        """A new workshop with two organisations and the golden triangle: its id and links."""
        wanted = {
            "title": "Onze alliantie",
            "language": "nl",
            "organisations": ["Noord", "Zuid"],
            "templates": ["golden-triangle"],
            **changes,
        }
        answer = await self.request("POST", "/api/workshops", wanted)
        assert answer.status == 201, answer.body
        made: dict[str, Any] = answer.json()
        return made

    async def enter(self, made: dict[str, Any], role: str = "participant") -> dict[str, Any]:
        """Open the role's link."""
        secret = made["links"][role]["url"].partition("#")[2]
        answer = await self.request("POST", f"/w/{made['id']}/enter", {"secret": secret})
        assert answer.status == 200, answer.body
        entrance: dict[str, Any] = answer.json()
        return entrance

    async def join(self, made: dict[str, Any], name: str, role: str = "participant") -> str:
        """Open the role's link and become a person; their id."""
        entrance = await self.enter(made, role)
        organisation = entrance["organisations"][0]["id"] if entrance["organisations"] else None
        answer = await self.request(
            "POST",
            f"/w/{made['id']}/join",
            {"name": name, "organisation": None if role == "observer" else organisation},
        )
        assert answer.status == 201, answer.body
        person: str = answer.json()["person"]
        return person


class Page:
    """One page load: a websocket that says hello, and remembers all that it hears."""

    def __init__(self, browser: Browser, workshop: str, person: str) -> None:
        self.browser = browser
        self.workshop = workshop
        self.person = person
        self.writer = ""
        self.heard: list[dict[str, Any]] = []
        self.raw: list[str] = []
        self.closed: tuple[int, str] | None = None
        self._numbers: dict[str, int] = {}
        self._news = asyncio.Event()
        self._line: ClientConnection | None = None
        self._listening: asyncio.Task[None] | None = None

    @property
    def line(self) -> ClientConnection:
        """The websocket."""
        if self._line is None:
            raise AssertionError("expected an open page")
        return self._line

    async def open(self, hello: dict[str, Any] | None = None, origin: str | None = None) -> Self:
        """Connect, say hello, and wait until all streams have come."""
        await self.connect(origin)
        await self.say({"type": "hello", "v": VERSION, "person": self.person, **(hello or {})})
        welcome = await self.hear(lambda m: m["type"] == "welcome")
        self.writer = self.writer or welcome["writer"]
        for stream in welcome["streams"]:
            await self.load(stream)
        return self

    async def connect(self, origin: str | None = None) -> Self:
        """Connect, and say nothing yet."""
        address = self.browser.address
        self._line = await websockets.connect(
            f"{address.replace('http', 'ws')}/w/{self.workshop}/ws",
            origin=websockets.Origin(origin or address),
            additional_headers={"Cookie": self.browser.cookies.get(self.workshop, "")},
            max_size=None,
            compression=None,
        )
        self.closed = None
        self.heard.clear()
        self._listening = asyncio.create_task(self._listen())
        return self

    async def _listen(self) -> None:
        try:
            async for message in self.line:
                self.take(str(message))
                self._news.set()
        except websockets.ConnectionClosed:
            pass
        self.closed = (self.line.close_code or 1006, self.line.close_reason or "")
        self._news.set()

    def take(self, frame: str) -> None:
        """Something was heard."""
        self.raw.append(frame)
        self.heard.append(json.loads(frame))

    async def say(self, message: Any) -> None:
        """Send this."""
        await self.line.send(message if isinstance(message, str) else json.dumps(message))

    async def ask(self, intent: dict[str, Any], stream: str = "shared", n: int | None = None) -> int:
        """Send an intent under the next number; the number."""
        if n is None:
            n = self._numbers[stream] = self._numbers.get(stream, 0) + 1
        await self.say({"type": "ask", "stream": stream, "writer": self.writer, "n": n, "intent": intent})
        return n

    async def hear(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The first message that is wanted, from all that was heard or is yet to come."""
        looked = 0
        async with asyncio.timeout(PATIENCE):
            while True:
                for message in self.heard[looked:]:
                    if wanted(message):
                        return message
                looked = len(self.heard)
                if self.closed:
                    raise AssertionError(f"expected to hear more, but the line was closed: {self.closed}")
                self._news.clear()
                await self._news.wait()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for it, looking whenever something was heard or the line was closed."""
        async with asyncio.timeout(PATIENCE):
            while not condition():
                self._news.clear()
                await self._news.wait()

    async def until_closed(self) -> tuple[int, str]:
        """How the line ended."""
        await self.until(lambda: self.closed is not None)
        return self.closed or (0, "")

    async def saved(self, n: int, stream: str = "shared", writer: str | None = None) -> dict[str, Any]:
        """The event of an intent."""
        await self.hear(lambda m: bool(self._event(m, n, stream, writer or self.writer)))
        return next(e for m in self.heard if (e := self._event(m, n, stream, writer or self.writer)))

    @staticmethod
    def _event(message: dict[str, Any], n: int, stream: str, writer: str) -> dict[str, Any] | None:
        if message["type"] not in ("events", "load") or message["stream"] != stream:
            return None
        for event in message.get("events") or []:
            if event["intent"] == {"writer": writer, "n": n}:
                found: dict[str, Any] = event
                return found
        return None

    async def refused(self, n: int, stream: str = "shared") -> dict[str, Any]:
        """The refusal of an intent."""
        return await self.hear(lambda m: m["type"] == "refused" and m["n"] == n and m["stream"] == stream)

    async def load(self, stream: str = "shared") -> dict[str, Any]:
        """The stream as it was at hello."""
        return await self.hear(lambda m: m["type"] == "load" and m["stream"] == stream)

    async def note(self, text: str = "", name: str | None = None, stream: str = "shared") -> str:
        """Put a sticky on the first canvas and wait until it is saved; its id."""
        item = f"{self.writer}.{name or self._numbers.get(stream, 0) + 1}"
        await self.saved(await self.ask(sticky(item, text), stream), stream)
        return item

    async def close(self) -> None:
        """Close the line."""
        if self._line:
            await self._line.close()
        if self._listening:
            await self._listening


def sticky(item: str, text: str = "") -> dict[str, Any]:
    """The intent that puts a sticky in the middle of the first canvas."""
    place = {"frame": "figure", "u": 0.5, "v": 0.5}
    record = {"kind": "sticky", "id": item, "canvas": "canvas-1", "place": place, "author": "x", "text": text}
    return {"type": "item.create", "items": [record]}
