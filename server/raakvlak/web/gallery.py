"""Pictures of templates, for the start page."""

import asyncio
from functools import lru_cache
from typing import get_args

from starlette.requests import Request
from starlette.responses import Response

from raakvlak.canvas.template import Template
from raakvlak.canvas.values import Language
from raakvlak.derive.palette import Theme
from raakvlak.pictures import example_picture
from raakvlak.web.answers import ProblemError
from raakvlak.web.making import language_of
from raakvlak.web.services import services

KEPT_FOR = 3600
"""Seconds that a browser keeps a picture."""


async def template_picture(request: Request) -> Response:
    """GET /api/templates/<id>/picture?language=nl&theme=light"""
    template = services(request).templates.get(request.path_params["template"])
    if template is None:
        raise ProblemError(404, "unknown-template", "expected the id of a template")
    theme = request.query_params.get("theme", "light")
    if theme not in get_args(Theme):
        raise ProblemError(400, "invalid", f"expected theme light or dark, but got {theme[:20]!r}")
    svg = await asyncio.to_thread(_picture, template, theme, language_of(request))
    return Response(svg, media_type="image/svg+xml", headers={"Cache-Control": f"private, max-age={KEPT_FOR}"})


@lru_cache(maxsize=400)
def _picture(template: Template, theme: Theme, language: Language) -> str:
    return example_picture(template, theme, language)
