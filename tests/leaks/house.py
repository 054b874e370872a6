"""Where a session takes place: two workers on one Redis, with one template more, and all that they log."""

import contextlib
import logging
from collections.abc import Iterator, Mapping
from pathlib import Path

from integration.harness import Running, running
from msgspec.structs import replace

from raakvlak.canvas.template import SeededCard, Template, TokenText, Tone
from raakvlak.canvas.words import Words
from raakvlak.canvases import templates
from raakvlak.config import Rhythm

STAGE = "stage"
"""The template with a zone that is private for good."""
TEMPLATES = ("/template.schema.json", "/template.example.json", "/templates.md")
"""What is for who writes a canvas of their own."""
OPEN = ("/healthz", "/api/templates", "/api/templates/stage/sheet", "/api/templates/stage/picture", "/")
"""What anybody may ask the server for."""
NOT_AGAIN = 600.0
"""Seconds between two tallies of an anonymous step: longer than a session, so that there is one at its beginning."""


def house_templates() -> Mapping[str, Template]:
    """Those that come with Raakvlak, and a triangle whose left corner is its back stage, for items of every kind."""
    shipped = templates()
    triangle = shipped["golden-triangle"]
    back = triangle.figure.left  # type: ignore[union-attr]
    zones = tuple(replace(zone, private=zone.id == back) for zone in triangle.zones)
    zones = tuple(replace(zone, accepts=() if zone.private else ("smiley", "checkbox")) for zone in zones)
    front = triangle.figure.top  # type: ignore[union-attr]
    stage = replace(
        triangle,
        id=STAGE,
        zones=zones,
        kinds=("sticky", "partner-token", "participant-token", "card", "connector", "label", "smiley", "checkbox"),
        steps=(),
        cards=(
            SeededCard("trust", front, Words("Vertrouwen", "Trust"), copies=True),
            SeededCard("power", front, Words("Macht", "Power")),
            SeededCard("yes", front, Words("Ja", "Yes"), kind="checkbox", row="r"),
            SeededCard("no", front, Words("Nee", "No"), kind="checkbox", row="r"),
        ),
        tokens=(TokenText("now", Words("Nu", "Now")), TokenText("wish", Words("Wens", "Wish"))),
        tones=(Tone("well", Words("Goed", "Well"), "plus"),),
    )
    return {**shipped, STAGE: stage}


class Worker:
    """A server of the product in this process, that can be started again."""

    def __init__(self, folder: Path, redis: str, heads: float) -> None:
        self.lives = 0
        self._folder = folder
        self._redis = redis
        self._rhythm = Rhythm(
            tick=0.001, heads=heads, presence_lifetime=600, idle=600, anonymous_tally=NOT_AGAIN, change_timeout=20
        )
        self._running = contextlib.AsyncExitStack()
        self._server: Running | None = None

    @property
    def address(self) -> str:
        """Where it is reached now."""
        return self.server.address

    @property
    def server(self) -> Running:
        """The server."""
        if self._server is None:
            raise AssertionError("expected a worker that runs")
        return self._server

    async def start(self, logged: "Logged") -> None:
        """Start it, on another port each time."""
        self.lives += 1
        self._running = contextlib.AsyncExitStack()
        self._server = await self._running.enter_async_context(
            running(self._folder, redis=self._redis, rhythm=self._rhythm, known=house_templates(), log_level="debug")
        )
        logged.listen()

    async def stop(self) -> None:
        """Stop it as a deploy does."""
        await self._running.aclose()
        assert self.server.errors == []


class Logged(logging.Handler):
    """All that is logged in this process but by the tests' own websockets, by servers that are told to say all."""

    LOGGERS = ("", "uvicorn", "uvicorn.error", "uvicorn.access", "asyncio", "raakvlak")
    OURS = ("websockets.client",)

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []
        self._levels = {name: logging.getLogger(name).level for name in (*self.LOGGERS, *self.OURS)}

    def emit(self, record: logging.LogRecord) -> None:
        """Remember it with all that belongs to it."""
        if record.name not in self.OURS:
            self.lines.append(self.format(record))

    def listen(self) -> None:
        """Hear every logger: a server that starts sets them up anew."""
        for name in self.LOGGERS:
            logger = logging.getLogger(name)
            logger.setLevel(logging.DEBUG)
            if self not in logger.handlers:
                logger.addHandler(self)
        for name in self.OURS:
            logging.getLogger(name).setLevel(logging.WARNING)
        for handler in logging.getLogger("uvicorn").handlers:
            if handler is not self:
                handler.setLevel(logging.CRITICAL)

    def let_go(self) -> None:
        """Hear nothing more."""
        for name, level in self._levels.items():
            logging.getLogger(name).removeHandler(self)
            logging.getLogger(name).setLevel(level)


@contextlib.contextmanager
def all_logged() -> Iterator[Logged]:
    """What is logged during the block."""
    logged = Logged()
    logged.listen()
    try:
        yield logged
    finally:
        logged.let_go()
