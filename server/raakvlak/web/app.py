"""The application: routes, and what runs as long as they do."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route, WebSocketRoute

from raakvlak.access.key import Key
from raakvlak.access.pace import Pace
from raakvlak.canvas.template import Template
from raakvlak.config import Config
from raakvlak.derive.report import Report
from raakvlak.live.forgetter import forget_forever
from raakvlak.live.rooms import Rooms
from raakvlak.log import Log
from raakvlak.stopping import stop
from raakvlak.web.answers import HANDLERS
from raakvlak.web.entering import enter, join, links
from raakvlak.web.gallery import template_picture
from raakvlak.web.making import gallery, make_workshop, template_sheet
from raakvlak.web.origin import OriginCheck
from raakvlak.web.own_templates import check, document, example, schema
from raakvlak.web.pages import Assets, client_folder, page
from raakvlak.web.reading import health, history, sheet
from raakvlak.web.reporting import KEPT, KEPT_PICTURES, Made, canvas_picture, report
from raakvlak.web.security import SecurityHeaders
from raakvlak.web.services import Services
from raakvlak.web.socket import Socket

ROUTES = [
    Route("/", page),
    Route("/healthz", health),
    Route("/api/templates", gallery),
    Route("/api/templates/check", check, methods=["POST"]),
    Route("/template.schema.json", schema),
    Route("/template.example.json", example),
    Route("/templates.md", document),
    Route("/api/templates/{template}/sheet", template_sheet),
    Route("/api/templates/{template}/picture", template_picture),
    Route("/api/workshops", make_workshop, methods=["POST"]),
    Route("/w/{workshop}/", page),
    Route("/w/{workshop}/replay", page),
    Route("/w/{workshop}/report", page),
    Route("/w/{workshop}/report.json", report),
    Route("/w/{workshop}/picture/{canvas}", canvas_picture),
    Route("/w/{workshop}/enter", enter, methods=["POST"]),
    Route("/w/{workshop}/join", join, methods=["POST"]),
    Route("/w/{workshop}/links", links),
    Route("/w/{workshop}/sheet/{canvas}", sheet, methods=["POST"]),
    Route("/w/{workshop}/events", history),
    WebSocketRoute("/w/{workshop}/ws", Socket()),
]


def create_app(config: Config, log: Log, templates: Mapping[str, Template], key: Key) -> Starlette:
    """The application for this configuration; the log is started and closed by the caller."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        rooms = Rooms(log, templates, config.limits, config.rhythm)
        rooms.start()
        app.state.services = Services(
            config,
            log,
            rooms,
            templates,
            key,
            Pace(config.limits.workshops_per_minute),
            Pace(config.limits.checks_per_minute),
            Pace(config.limits.joins_per_minute),
        )
        app.state.reports, app.state.pictures = Made[Report](KEPT), Made[str](KEPT_PICTURES)
        forgetting = asyncio.create_task(forget_forever(rooms, log, config.rhythm))
        yield
        await stop(forgetting)
        await rooms.close()

    assets = Mount("/assets", Assets(directory=client_folder() / "assets", check_dir=False))
    return Starlette(
        routes=[*ROUTES, assets],
        middleware=[Middleware(SecurityHeaders, config=config), Middleware(OriginCheck, config=config)],
        exception_handlers=dict(HANDLERS),
        lifespan=lifespan,
    )
