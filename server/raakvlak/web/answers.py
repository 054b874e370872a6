"""Reading bodies and writing answers: JSON in and out, refusals with a sentence."""

import asyncio
from typing import TypeVar

import msgspec
from msgspec import Struct
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from raakvlak.bodies import Problem
from raakvlak.canvas.refusal import Refusal
from raakvlak.config import Limits
from raakvlak.live.rooms import UnknownWorkshopError
from raakvlak.log import LogError

_encoder = msgspec.json.Encoder()
T = TypeVar("T")


class ProblemError(Exception):
    """A request that is refused."""

    def __init__(self, status: int, error: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.problem = Problem(error, message)


def answer(body: Struct, status: int = 200, cached: bool = False) -> Response:
    """The body as JSON. `cached`: it never changes, and may be kept by this browser alone."""
    caching = "private, max-age=31536000, immutable" if cached else "no-store"
    headers = {"Cache-Control": caching}
    return Response(_encoder.encode(body), status, headers, "application/json")


async def body_of(request: Request, kind: type[T], limits: Limits, most: int | None = None) -> T:
    """The request's body. Raises ProblemError: 413 when it is too large, 408 too slow, 400 not valid.

    `most`: bytes, where more than for other bodies is allowed.
    """
    most = limits.body_bytes if most is None else most
    received = bytearray()
    try:
        async with asyncio.timeout(limits.body_timeout):
            async for chunk in request.stream():
                received += chunk
                if len(received) > most:
                    raise ProblemError(413, "too-long", f"expected at most {most} bytes")
    except TimeoutError:
        raise ProblemError(408, "too-slow", f"expected the whole body within {limits.body_timeout:g} s") from None
    try:
        return msgspec.json.decode(bytes(received), type=kind)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise ProblemError(400, "invalid", f"expected a valid body: {error}") from error


def _problem(status: int, problem: Problem) -> Response:
    return answer(problem, status)


async def problem_answer(request: Request, error: Exception) -> Response:
    """The answer to any refusal."""
    if isinstance(error, ProblemError):
        return _problem(error.status, error.problem)
    if isinstance(error, UnknownWorkshopError):
        return _problem(404, Problem("unknown-workshop", str(error)))
    if isinstance(error, Refusal):
        return _problem(409, Problem(error.code, error.message))
    if isinstance(error, LogError):
        return _problem(503, Problem("waiting", "expected the store to answer, but it does not: try again in a moment"))
    if isinstance(error, HTTPException):
        return _problem(
            error.status_code, Problem("not-found" if error.status_code == 404 else "invalid", error.detail)
        )
    raise error


HANDLERS = dict.fromkeys((ProblemError, UnknownWorkshopError, Refusal, LogError, HTTPException), problem_answer)
