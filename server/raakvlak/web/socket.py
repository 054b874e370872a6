"""The websocket's door: who is let through to a workshop's room."""

from collections import Counter
from functools import partial
from http.cookies import CookieError, SimpleCookie
from typing import Any, cast

from starlette.datastructures import Headers
from starlette.types import Receive, Scope, Send

from raakvlak.access.passes import COOKIE, read_pass
from raakvlak.live.connection import Connection
from raakvlak.web.origin import same_origin
from raakvlak.web.services import Services

LINE = "raakvlak.line"
"""Key among the scope's extensions: the websocket itself, as a Line (see server.py)."""


class Socket:
    """ASGI application for /w/<id>/ws."""

    def __init__(self) -> None:
        self._waiting: Counter[str] = Counter()
        """Connections that have not said hello, by who joined last from that browser: nobody keeps others out alone."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        given = cast(Services, scope["app"].state.services)
        headers = Headers(scope=scope)
        await receive()  # websocket.connect
        workshop = scope["path_params"]["workshop"]
        held = read_pass(given.key, workshop, _cookie(headers.get("cookie", "")))
        limits = given.config.limits
        # Who has joined as nobody could say no hello.
        if not same_origin(given.config, headers) or held is None or not held.persons:
            await send({"type": "websocket.close", "code": 1008})  # before accept: the browser gets HTTP 403
            return
        person = held.persons[-1]
        too_many = self._waiting.total() >= limits.waiting_connections
        if too_many or self._waiting[person] >= limits.connections_per_person:
            await send({"type": "websocket.close", "code": 1008})
            return
        await send({"type": "websocket.accept"})
        self._waiting[person] += 1
        connection = Connection(
            rooms=given.rooms,
            limits=limits,
            workshop=workshop,
            persons=frozenset(held.persons),
            receive=receive,
            send=send,
            line=scope["extensions"][LINE],
        )
        await connection.run(partial(self._said_hello, person))

    def _said_hello(self, person: str) -> None:
        self._waiting[person] -= 1
        if not self._waiting[person]:
            del self._waiting[person]


def _cookie(header: str) -> str | None:
    cookies: SimpleCookie = SimpleCookie()
    try:
        cookies.load(header)
    except CookieError:
        return None
    found: Any = cookies.get(COOKIE)
    return found.value if found else None
