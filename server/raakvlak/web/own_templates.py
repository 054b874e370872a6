"""Templates that are somebody's own: checked when they are uploaded, and again when a workshop is made of them."""

import asyncio
import hmac
import time
from collections.abc import Iterable, Mapping
from typing import get_args

from starlette.requests import Request
from starlette.responses import Response

from raakvlak.bodies import CheckedTemplate, CheckTemplate, TemplateCard, TemplateFault, TemplatePicture
from raakvlak.canvas.checking import Checked, check_template, taken
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import Language
from raakvlak.derive.palette import Theme
from raakvlak.new_template import how_to_write_one, new_template
from raakvlak.pictures import example_picture
from raakvlak.template_schema import schema_text
from raakvlak.web.answers import ProblemError, answer, body_of
from raakvlak.web.services import Services, services


async def schema(request: Request) -> Response:
    """GET /template.schema.json"""
    return Response(schema_text(), media_type="application/schema+json", headers={"Cache-Control": "no-cache"})


async def example(request: Request) -> Response:
    """GET /template.example.json"""
    return Response(new_template("my-canvas"), media_type="application/json", headers={"Cache-Control": "no-cache"})


async def document(request: Request) -> Response:
    """GET /templates.md"""
    return Response(how_to_write_one(), media_type="text/plain", headers={"Cache-Control": "no-cache"})


async def check(request: Request) -> Response:
    """POST /api/templates/check"""
    given = services(request)
    wanted = await body_of(request, CheckTemplate, given.config.limits, given.config.limits.template_bytes)
    must_know_the_code(given, wanted.code)
    must_be_calm(given)
    return answer(await asyncio.to_thread(_checked, wanted.content, given.templates))


def _checked(content: str, known: Mapping[str, Template]) -> CheckedTemplate:
    checked = _check(content, known)
    template = checked.template
    if template is None:
        faults = (TemplateFault(each.line, each.field, each.said) for each in checked.faults)
        return CheckedTemplate(None, (), tuple(faults))
    pictures = tuple(
        TemplatePicture(language, theme, example_picture(template, theme, language))
        for language in get_args(Language)
        for theme in get_args(Theme)
    )
    return CheckedTemplate(card_of(template), pictures, ())


def _check(content: str, known: Mapping[str, Template]) -> Checked:
    """What a file is; its id may not be that of a template that comes with Raakvlak."""
    checked = check_template(content.encode())
    if checked.template is not None and checked.template.id in known:
        return taken(checked.template.id)
    return checked


async def own_templates(given: Services, files: Iterable[str]) -> dict[str, Template]:
    """The templates that these files hold, by id. Raises ProblemError with the first thing that is wrong."""
    found: dict[str, Template] = {}
    for content in files:
        must_be_calm(given)
        checked = await asyncio.to_thread(_check, content, given.templates)
        if checked.template is None:
            raise ProblemError(400, "invalid-template", str(checked.faults[0]))
        if checked.template.id in found:
            raise ProblemError(400, "invalid-template", f"expected one file with the id {checked.template.id!r}")
        found[checked.template.id] = checked.template
    return found


def card_of(template: Template) -> TemplateCard:
    """What a gallery shows of a template."""
    return TemplateCard(
        id=template.id,
        order=template.order,
        theme=template.theme,
        title=template.title,
        prompt=template.prompt,
        minutes=sum(step.minutes for step in template.steps),
        kinds=template.kinds,
    )


def must_know_the_code(given: Services, code: str | None) -> None:
    """Raise ProblemError 403 unless this is the code for making workshops, where there is one."""
    asked = given.config.create_code
    if asked is not None and not hmac.compare_digest((code or "").encode(), asked.encode()):
        raise ProblemError(403, "wrong-code", "expected the code that this server asks for to make a workshop")


def must_be_calm(given: Services) -> None:
    """Raise ProblemError 429 when many files were checked within this minute, be it to make a workshop from them."""
    if not given.checking.allows("", time.monotonic()):
        raise ProblemError(429, "slow-down", "expected fewer templates to check within a minute: try again in one")
