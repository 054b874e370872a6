"""Making a workshop, and the gallery it is made from."""

import secrets
import time
from collections.abc import Mapping, Sequence

from starlette.requests import Request
from starlette.responses import Response

from raakvlak.bodies import Gallery, MadeWorkshop, NewWorkshop
from raakvlak.canvas.agenda import MAX_STEPS, suggested_steps
from raakvlak.canvas.decide_workshop import MARKS
from raakvlak.canvas.drawing import sheet_of
from raakvlak.canvas.events import FORMAT, START, Event, IntentId, Put, encode_event
from raakvlak.canvas.facilitation import Step
from raakvlak.canvas.records import Canvas, Organisation, Settings, Workshop
from raakvlak.canvas.route import break_steps
from raakvlak.canvas.seeding import first_settings, seeded_cards
from raakvlak.canvas.template import Template
from raakvlak.live.judge import wall_clock
from raakvlak.log import StreamName
from raakvlak.routes import routes
from raakvlak.web.answers import ProblemError, answer, body_of
from raakvlak.web.links import links_of
from raakvlak.web.own_templates import card_of, must_know_the_code, own_templates
from raakvlak.web.services import services


async def gallery(request: Request) -> Response:
    """GET /api/templates"""
    given = services(request)
    cards = sorted((card_of(template) for template in given.templates.values()), key=lambda card: card.order)
    return answer(Gallery(tuple(cards), routes(), given.config.create_code is not None))


async def template_sheet(request: Request) -> Response:
    """GET /api/templates/<id>/sheet?language=nl"""
    template = services(request).templates.get(request.path_params["template"])
    if template is None:
        raise ProblemError(404, "unknown-template", "expected the id of a template")
    return answer(sheet_of(template, Settings(), language_of(request)))


def language_of(request: Request) -> str:
    """The language that a request names. Raises ProblemError."""
    language = request.query_params.get("language", "nl")
    if language not in ("nl", "en"):
        raise ProblemError(400, "invalid", f"expected language nl or en, but got {language!r}")
    return language


async def make_workshop(request: Request) -> Response:
    """POST /api/workshops"""
    given = services(request)
    limits = given.config.limits
    wanted = await body_of(request, NewWorkshop, limits, limits.template_bytes)
    must_know_the_code(given, wanted.code)
    if not given.making.allows("", time.monotonic()):
        raise ProblemError(429, "slow-down", "expected fewer new workshops within a minute: try again in one")
    workshop = secrets.token_hex(6)
    record = Workshop(id="workshop", title=wanted.title, language=wanted.language)
    organisations = _organisations(wanted)
    known = {**given.templates, **await own_templates(given, wanted.own)}
    puts = [Put(record), *map(Put, organisations), *_canvases(known, wanted, organisations)]
    writer = IntentId(f"server-{secrets.token_hex(8)}", 1)
    event = Event(v=FORMAT, at=wall_clock(), by="server", intent=writer, changes=tuple(puts))
    encoded = encode_event(event)
    if len(encoded) > limits.template_bytes:
        raise ProblemError(413, "too-long", f"expected canvases of at most {limits.template_bytes} bytes together")
    await given.log.append(StreamName(workshop, "shared"), START, [encoded])
    return answer(MadeWorkshop(workshop, links_of(given.config, given.key, workshop, record)), 201)


def _organisations(wanted: NewWorkshop) -> list[Organisation]:
    return [
        Organisation(id=f"org-{order + 1}", name=name, mark=order % MARKS, order=order)
        for order, name in enumerate(wanted.organisations)
    ]


def _canvases(known: Mapping[str, Template], wanted: NewWorkshop, organisations: Sequence[Organisation]) -> list[Put]:
    puts: list[Put] = []
    steps: list[Step] = []
    for order, template_id in enumerate(wanted.templates):
        template = known.get(template_id)
        if template is None:
            raise ProblemError(400, "unknown-template", f"expected one of the templates, but got {template_id!r}")
        settings = first_settings(template, organisations, wanted.language)
        canvas = Canvas(id=f"canvas-{order + 1}", template=template, order=order, settings=settings)
        puts += [Put(canvas), *map(Put, seeded_cards(canvas))]
        steps += suggested_steps(canvas, len(steps))[: MAX_STEPS - len(steps)]
        steps += break_steps(wanted.breaks, order + 1, len(steps))[: MAX_STEPS - len(steps)]
    return [*puts, *map(Put, steps)]
