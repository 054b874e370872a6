"""A workshop's report over HTTP, for who may see the workshop: numbers and texts as JSON, each canvas as a picture."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar, cast

from starlette.requests import Request
from starlette.responses import Response

from raakvlak.canvas.events import START, decode_event
from raakvlak.canvas.records import Canvas
from raakvlak.canvas.values import Language
from raakvlak.derive.palette import Theme
from raakvlak.derive.picture import picture
from raakvlak.derive.report import Report, report_of
from raakvlak.live.admission import SHARED
from raakvlak.log import HistoryLost, Log, StreamName
from raakvlak.web.answers import ProblemError, answer
from raakvlak.web.making import language_of
from raakvlak.web.services import services, visit

KEPT = 16
"""Reports kept at hand: a whole workshop asks for the same one when a session ends."""
KEPT_PICTURES = 64
"""Pictures kept at hand, for the same reason: a report asks for one of each canvas."""

T = TypeVar("T")


class Made(Generic[T]):
    """What was made last, by what it was made of: each once, and one after the other, however many ask."""

    def __init__(self, kept: int) -> None:
        self._kept = kept
        self._made: OrderedDict[Hashable, asyncio.Task[T]] = OrderedDict()
        self._turn = asyncio.Lock()

    async def get(self, key: Hashable, make: Callable[[], Awaitable[T]]) -> T:
        """What was made of this, or is made now. Raises what `make` does."""
        if key not in self._made:
            self._made[key] = asyncio.create_task(self._in_turn(make))
            while len(self._made) > self._kept:
                self._made.popitem(last=False)
        try:
            return await asyncio.shield(self._made[key])
        except Exception:
            self._made.pop(key, None)
            raise

    async def _in_turn(self, make: Callable[[], Awaitable[T]]) -> T:
        async with self._turn:
            return await make()


async def _work_out(log: Log, stream: StreamName) -> Report:
    position = START
    stored: list[bytes] = []
    while read := await log.read(stream, position):
        stored += (bytes(each.event) for each in read)
        position = read[-1].position
    return await asyncio.to_thread(lambda: report_of([decode_event(each) for each in stored], position))


async def report(request: Request) -> Response:
    """GET /w/<id>/report.json"""
    here = await visit(request)
    here.must_be_let_in()
    stream = StreamName(here.workshop, SHARED)
    try:
        reports: Made[Report] = request.app.state.reports
        found = await reports.get(
            (here.workshop, here.room.shared.position), lambda: _work_out(services(request).log, stream)
        )
    except HistoryLost as error:
        raise ProblemError(409, "history-lost", str(error)) from error
    return answer(found)


async def canvas_picture(request: Request) -> Response:
    """GET /w/<id>/picture/<canvas>?language=nl&theme=light: without the title and question, which the report has."""
    here = await visit(request)
    here.must_be_let_in()
    canvas = here.room.shared.records.get(request.path_params["canvas"])
    if not isinstance(canvas, Canvas):
        raise ProblemError(404, "unknown-canvas", "expected a canvas of this workshop")
    theme = request.query_params.get("theme", "light")
    if theme not in ("light", "dark"):
        raise ProblemError(400, "invalid", f"expected theme light or dark, but got {theme[:40]!r}")
    records = tuple(here.room.shared.records.values())
    language = cast(Language, language_of(request))
    pictures: Made[str] = request.app.state.pictures
    drawn = await pictures.get(
        (here.workshop, here.room.shared.position, canvas.id, theme, language),
        lambda: asyncio.to_thread(picture, canvas, records, cast(Theme, theme), language, headed=False),
    )
    return Response(drawn, headers={"Cache-Control": "no-store"}, media_type="image/svg+xml")
