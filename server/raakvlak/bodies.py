"""The bodies of HTTP requests and answers, declared once. The client's types are generated from here."""

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from raakvlak.canvas.events import Position
from raakvlak.canvas.kinds import ItemKind
from raakvlak.canvas.records import Settings
from raakvlak.canvas.route import MOST_BREAKS, Break, Route
from raakvlak.canvas.values import Id, Language, NewName, Role
from raakvlak.canvas.words import Words
from raakvlak.derive.palette import Theme


class _Body(Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    pass


class NewWorkshop(_Body, frozen=True):
    """POST /api/workshops"""

    title: NewName
    language: Language
    templates: Annotated[tuple[Id, ...], Meta(min_length=1, max_length=40)]
    organisations: Annotated[tuple[NewName, ...], Meta(max_length=40)] = ()
    own: Annotated[tuple[str, ...], Meta(max_length=20)] = ()
    """Files of templates that the server does not have; `templates` names them by their ids like others."""
    breaks: Annotated[tuple[Break, ...], Meta(max_length=MOST_BREAKS)] = ()
    code: Annotated[str, Meta(max_length=200)] | None = None
    """The create code, where the server asks for one."""


class Link(_Body, frozen=True):
    """A role's link; `line` is one sentence for the call's chat, `qr` an SVG."""

    url: str
    line: str
    qr: str


class Links(_Body, frozen=True):
    """None for a role whose link was revoked."""

    facilitator: Link | None
    participant: Link | None
    observer: Link | None
    local_only: bool
    """The address works on this computer only."""


class MadeWorkshop(_Body, frozen=True):
    id: str
    links: Links


class TemplateCard(_Body, frozen=True):
    """A template in the gallery."""

    id: str
    order: int
    theme: str
    title: Words
    prompt: Words
    minutes: int
    kinds: tuple[ItemKind, ...]


class CheckTemplate(_Body, frozen=True):
    """POST /api/templates/check"""

    content: str
    """The file's text."""
    code: Annotated[str, Meta(max_length=200)] | None = None
    """The create code, where the server asks for one."""


class TemplateFault(_Body, frozen=True):
    """What is wrong with a template; the line counts from 1, and is 0 where it is about the whole file."""

    line: int
    field: str
    said: Words


class TemplatePicture(_Body, frozen=True):
    language: Language
    theme: Theme
    svg: str


class CheckedTemplate(_Body, frozen=True):
    """What a file is: a template with its pictures, or what is wrong with it."""

    card: TemplateCard | None
    pictures: tuple[TemplatePicture, ...]
    faults: tuple[TemplateFault, ...]


class Gallery(_Body, frozen=True):
    """GET /api/templates"""

    templates: tuple[TemplateCard, ...]
    routes: tuple[Route, ...]
    create_code: bool
    """Whether making a workshop takes a code."""


class Enter(_Body, frozen=True):
    """POST /w/<id>/enter"""

    secret: Annotated[str, Meta(max_length=100)] | None = None


class EntranceOrganisation(_Body, frozen=True):
    id: str
    name: str
    mark: int


class EntrancePerson(_Body, frozen=True):
    """A person whom this browser owns."""

    id: str
    name: str
    role: Role
    organisation: str | None
    waiting: bool
    """Not let in yet."""


class EntranceCanvas(_Body, frozen=True):
    id: str
    title: Words


class Entrance(_Body, frozen=True):
    """What a browser that may enter gets to know before it joins."""

    title: str
    language: Language
    role: Role
    may_join: bool
    """False: the link was renewed, only the persons here may go on."""
    waiting: bool
    """Who joins waits until a facilitator lets them in."""
    organisations: tuple[EntranceOrganisation, ...]
    people: tuple[EntrancePerson, ...]
    canvases: tuple[EntranceCanvas, ...]


class Join(_Body, frozen=True):
    """POST /w/<id>/join"""

    name: NewName
    organisation: Id | None = None
    new_organisation: NewName | None = None
    """The name of an organisation that is not in the list yet."""


class Joined(_Body, frozen=True):
    person: str


class AskedSheet(_Body, frozen=True):
    """POST /w/<id>/sheet/<canvas>: the settings that it is to be drawn with, be they those of now or others."""

    language: Language
    settings: Settings = Settings()


class History(_Body, frozen=True):
    """A page of a stream: the events `after + 1` and on; with `more` there are others after them."""

    stream: str
    after: int
    position: Position
    events: list[msgspec.Raw]
    more: bool


class Health(_Body, frozen=True):
    """`ok`: the server runs; `store`: whether what is said can be saved right now."""

    ok: bool
    store: bool


class Problem(_Body, frozen=True):
    """Why a request was refused: a code for programs, a sentence with what was expected."""

    error: str
    message: str
