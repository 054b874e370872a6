"""The websocket's door: who is let through to a workshop's room."""

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
        self._waiting = 0
        """Connections that have not said hello."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        given = cast(Services, scope["app"].state.services)
        headers = Headers(scope=scope)
        await receive()  # websocket.connect
        workshop = scope["path_params"]["workshop"]
        held = read_pass(given.key, workshop, _cookie(headers.get("cookie", "")))
        limits = given.config.limits
        if not same_origin(given.config, headers) or held is None or self._waiting >= limits.waiting_connections:
            await send({"type": "websocket.close", "code": 1008})  # before accept: the browser gets HTTP 403
            return
        await send({"type": "websocket.accept"})
        self._waiting += 1
        connection = Connection(
            rooms=given.rooms,
            limits=limits,
            workshop=workshop,
            persons=frozenset(held.persons),
            receive=receive,
            send=send,
            line=scope["extensions"][LINE],
        )
        await connection.run(self._said_hello)

    def _said_hello(self) -> None:
        self._waiting -= 1


def _cookie(header: str) -> str | None:
    cookies: SimpleCookie = SimpleCookie()
    try:
        cookies.load(header)
    except CookieError:
        return None
    found: Any = cookies.get(COOKIE)
    return found.value if found else None
