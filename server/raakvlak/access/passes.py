"""A browser's pass to one workshop: a signed cookie that says what it may enter as, and which persons it owns.

One browser may hold several persons, a tab each. The pass names the generation of the link it came by; persons who
have joined stay, whatever becomes of the link.
"""

import base64
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from raakvlak.access.key import Key
from raakvlak.canvas.records import Workshop
from raakvlak.canvas.values import Count, Id, Role

COOKIE = "raakvlak"
PURPOSE = "pass"
LIFETIME = 180 * 24 * 3600
"""Seconds that a browser keeps it."""
MAX_PERSONS = 20
MAX_COOKIE = 3_000
"""Bytes; browsers keep up to 4,096."""


class Pass(Struct, frozen=True, forbid_unknown_fields=True):
    """What a browser may do in one workshop."""

    role: Role
    generation: Count
    persons: Annotated[tuple[Id, ...], Meta(max_length=MAX_PERSONS)] = ()

    def valid(self, workshop: Workshop) -> bool:
        """Whether the link by which it was given still opens the workshop."""
        now: int = getattr(workshop.generations, self.role)
        return self.generation == now and self.role not in workshop.closed


def write_pass(key: Key, workshop: str, given: Pass) -> str:
    """The cookie's value."""
    body = base64.urlsafe_b64encode(msgspec.json.encode(given)).decode().rstrip("=")
    return f"{body}.{key.sign(PURPOSE, f'{workshop}|{body}')}"


def read_pass(key: Key, workshop: str, cookie: str | None) -> Pass | None:
    """The pass in a cookie; None for none, a foreign or a damaged one."""
    if not cookie or len(cookie) > MAX_COOKIE:
        return None
    body, _, signature = cookie.partition(".")
    if not key.signed(PURPOSE, f"{workshop}|{body}", signature):
        return None
    try:
        return msgspec.json.decode(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)), type=Pass)
    except (ValueError, msgspec.DecodeError):
        return None


def with_person(given: Pass, person: str) -> Pass:
    """The pass with one more person; the longest-held one goes when there are too many."""
    return msgspec.structs.replace(given, persons=(*given.persons, person)[-MAX_PERSONS:])
