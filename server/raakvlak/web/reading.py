"""Reading a workshop over HTTP: the sheets of its canvases, and its history for the replay."""

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from raakvlak.bodies import AskedSheet, Health, History
from raakvlak.canvas.decide_settings import check_fitting
from raakvlak.canvas.drawing import sheet_of
from raakvlak.canvas.records import Canvas
from raakvlak.derive.history import history_page
from raakvlak.live.admission import FACILITATORS, SHARED
from raakvlak.live.private import own_stream
from raakvlak.log import HistoryLost, LogError, StreamName
from raakvlak.web.answers import ProblemError, answer, body_of
from raakvlak.web.services import Visit, services, visit


async def sheet(request: Request) -> Response:
    """POST /w/<id>/sheet/<canvas>: a body, since settings hold lists; nothing is changed by it."""
    here = await visit(request)
    here.must_be_let_in()
    asked = await body_of(request, AskedSheet, services(request).config.limits)
    canvas = here.room.shared.records.get(request.path_params["canvas"])
    if not isinstance(canvas, Canvas):
        raise ProblemError(404, "unknown-canvas", "expected a canvas of this workshop")
    check_fitting(here.room.shared.records, canvas.template, asked.settings)
    return answer(sheet_of(canvas.template, asked.settings, asked.language))


async def history(request: Request) -> Response:
    """GET /w/<id>/events?stream=shared&after=0"""
    here = await visit(request)
    here.must_be_let_in()
    stream = request.query_params.get("stream", SHARED)
    if not _may_read(here, stream):
        raise ProblemError(403, "not-allowed", "expected a stream that is yours to read")
    after = request.query_params.get("after", "0")
    if not after.isascii() or not after.isdigit() or len(after) > 15:
        raise ProblemError(400, "invalid", f"expected a number of events, but got {after[:40]!r}")
    try:
        events, more = await history_page(services(request).log, StreamName(here.workshop, stream), int(after))
    except HistoryLost as error:
        raise ProblemError(404, "unknown-event", str(error)) from error
    position = events[-1].position if events else (await here.room.stream(stream)).position
    return answer(History(stream, int(after), position, [msgspec.Raw(each.event) for each in events], more))


def _may_read(here: Visit, stream: str) -> bool:
    own = {own_stream(person.id) for person in here.admitted}
    return stream == SHARED or stream in own or (stream == FACILITATORS and here.facilitates)


async def health(request: Request) -> Response:
    """GET /healthz: the server runs; whether it can save is said beside it, since people go on working without."""
    try:
        await services(request).log.streams("healthz")
    except LogError:
        return answer(Health(ok=True, store=False))
    return answer(Health(ok=True, store=True))
