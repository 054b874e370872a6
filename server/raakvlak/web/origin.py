"""Whether a request comes from our own pages."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from raakvlak.bodies import Problem
from raakvlak.config import Config
from raakvlak.web.answers import answer


def same_origin(config: Config, headers: Headers) -> bool:
    """Whether the Origin is exactly the public address or, where none is set, the host that was asked."""
    origin = headers.get("origin")
    if origin is None:
        return False
    if config.public_url:
        address = urlsplit(config.public_url)
        return origin == f"{address.scheme}://{address.netloc}"
    return origin in (f"http://{headers.get('host')}", f"https://{headers.get('host')}")


class OriginCheck:
    """Refuses what other sites' pages send: a POST with a foreign Origin. (The websocket's door checks its own.)"""

    def __init__(self, app: ASGIApp, config: Config) -> None:
        self._app = app
        self._config = config

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in ("GET", "HEAD"):
            headers = Headers(scope=scope)
            if "origin" in headers and not same_origin(self._config, headers):
                refused = answer(Problem("foreign-origin", "expected a request from this server's own pages"), 403)
                await refused(scope, receive, send)
                return
        await self._app(scope, receive, send)
