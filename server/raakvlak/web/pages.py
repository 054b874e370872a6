"""The client's files: one page, whatever the address, and assets that never change under their names."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_HERE = Path(__file__).parent
NOT_BUILT = "The client is not built yet. Start Raakvlak with ./run, which builds it."


def client_folder() -> Path:
    """Where the built client is: inside the installed package, or beside the sources."""
    inside = _HERE.parent / "_client"
    return inside if inside.is_dir() else _HERE.parents[2] / "client" / "dist"


async def page(request: Request) -> Response:
    """The one page of the client."""
    index = client_folder() / "index.html"
    if not index.is_file():
        return PlainTextResponse(NOT_BUILT, 503)
    return FileResponse(index, headers={"Cache-Control": "no-cache"})


class Assets(StaticFiles):
    """Files whose names hold a hash of their content."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, to be kept for good."""
        response = await super().get_response(path, scope)
        if response.status_code == 200:
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
