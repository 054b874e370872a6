"""Invites: a secret for each role of a workshop, carried in the link's fragment, which browsers never send.

Derived from the server's key, so that a link can be shown again at any time; renewing raises the role's generation,
and the older link opens nothing any more.
"""

from typing import get_args

from raakvlak.access.key import Key
from raakvlak.canvas.records import Generations
from raakvlak.canvas.values import Role

ROLES: tuple[Role, ...] = get_args(Role)
PURPOSE = "invite"


def invite_secret(key: Key, workshop: str, role: Role, generations: Generations) -> str:
    """The secret that opens the workshop in this role."""
    return key.sign(PURPOSE, f"{workshop}|{role}|{getattr(generations, role)}")


def role_of_secret(key: Key, workshop: str, secret: str, generations: Generations) -> Role | None:
    """The role that the secret opens now; None for a wrong or a renewed one."""
    for role in ROLES:
        if key.signed(PURPOSE, f"{workshop}|{role}|{getattr(generations, role)}", secret):
            return role
    return None
