"""A workshop's links: addresses, a line for the call's chat, QR codes."""

import io
from urllib.parse import urlsplit

import segno

from raakvlak.access.invites import invite_secret
from raakvlak.access.key import Key
from raakvlak.bodies import Link, Links
from raakvlak.canvas.records import Workshop
from raakvlak.canvas.values import Role
from raakvlak.config import Config

LINES = {
    "nl": {
        "facilitator": "Begeleid ‘{title}’ op Raakvlak: {url}",
        "participant": "Doe mee met ‘{title}’ op Raakvlak: {url}",
        "observer": "Kijk mee met ‘{title}’ op Raakvlak: {url}",
    },
    "en": {
        "facilitator": "Facilitate ‘{title}’ on Raakvlak: {url}",
        "participant": "Join ‘{title}’ on Raakvlak: {url}",
        "observer": "Look on at ‘{title}’ on Raakvlak: {url}",
    },
}
LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")


def links_of(config: Config, key: Key, workshop: str, record: Workshop) -> Links:
    """The three links as they are now."""

    def link(role: Role) -> Link | None:
        if role in record.closed:
            return None
        url = f"{config.address}/w/{workshop}/#{invite_secret(key, workshop, role, record.generations)}"
        line = LINES[record.language][role].format(title=record.title, url=url)
        return Link(url, line, _qr(url))

    local_only = urlsplit(config.address).hostname in LOCAL_HOSTS
    return Links(link("facilitator"), link("participant"), link("observer"), local_only)


def _qr(url: str) -> str:
    drawn = io.BytesIO()
    segno.make(url, error="m").save(drawn, kind="svg", scale=4, border=3, xmldecl=False, svgns=True)
    return drawn.getvalue().decode()
