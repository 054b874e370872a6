"""A workshop's report over HTTP, for who may see the workshop: numbers and texts as JSON, each canvas as a picture."""

import asyncio
from collections import OrderedDict
from typing import cast

from starlette.requests import Request
from starlette.responses import Response

from raakvlak.canvas.events import START, Position, decode_event
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


class Reports:
    """The last reports that were made, by workshop and position; each is worked out once, beside the event loop."""

    def __init__(self) -> None:
        self._made: OrderedDict[tuple[str, Position], asyncio.Task[Report]] = OrderedDict()

    async def get(self, log: Log, workshop: str, position: Position) -> Report:
        """The report of a workshop's shared stream as it is at this position or later. Raises HistoryLost, LogError."""
        key = (workshop, position)
        if key not in self._made:
            self._made[key] = asyncio.create_task(_work_out(log, StreamName(workshop, SHARED)))
            while len(self._made) > KEPT:
                self._made.popitem(last=False)
        try:
            return await asyncio.shield(self._made[key])
        except Exception:
            self._made.pop(key, None)
            raise


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
    try:
        reports: Reports = request.app.state.reports
        found = await reports.get(services(request).log, here.workshop, here.room.shared.position)
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
    drawn = await asyncio.to_thread(picture, canvas, records, cast(Theme, theme), language, headed=False)
    return Response(drawn, headers={"Cache-Control": "no-store"}, media_type="image/svg+xml")
