"""Examples: what a file `canvases/examples/<canvas>.json` holds; `example_filling` makes records of it.

All examples are of one fictional case (`canvases/examples/case.json`). An example says in which zone something lies;
where exactly is worked out from the layout, so that it stays right when a figure changes.
"""

from typing import Annotated

from msgspec import Meta, Struct

from raakvlak.canvas.values import Grade, Id, Key, Scale, Share, Size, Strength
from raakvlak.canvas.words import Words


class _Part(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    pass


class CaseOrganisation(_Part, frozen=True):
    id: Key
    name: Words


class CasePerson(_Part, frozen=True):
    id: Key
    name: str
    organisation: Key


class Case(_Part, frozen=True):
    """Whose work the examples show: nobody's, but it reads like real work."""

    title: Words
    organisations: tuple[CaseOrganisation, ...]
    people: tuple[CasePerson, ...]


class _Lying(_Part, frozen=True, kw_only=True):
    where: Id
    """A zone of the layout, or a frame of it."""
    at: tuple[Share, Share] | None = None
    """Of its middle, as shares of that zone's rectangle or frame; None: where there is room."""


class ExampleNote(_Lying, frozen=True, kw_only=True):
    by: Key
    text: Words
    id: Key | None = None
    """For arrows to name it by."""
    dots: Annotated[int, Meta(ge=0)] = 0
    tone: str = ""


class ExampleCard(_Lying, frozen=True, kw_only=True):
    """A seeded card that was moved, or with `copy` one that was made of it."""

    card: Key
    copy: bool = False
    dots: Annotated[int, Meta(ge=0)] = 0


class ExamplePartner(_Lying, frozen=True, kw_only=True):
    organisation: Key


class ExampleToken(_Lying, frozen=True, kw_only=True):
    person: Key
    which: str = ""


class ExampleLabel(_Lying, frozen=True, kw_only=True):
    text: Words


class ExampleArrow(_Part, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """From one thing to another: a note by its id, a partner, a person's token (`noor.now`) or a card."""

    start: Id
    end: Id
    text: Words | None = None
    strength: Strength = 1


class ExampleMarks(_Part, frozen=True, kw_only=True):
    """What people gave to a zone, or to a card in it."""

    on: Id
    values: tuple[Annotated[int, Meta(ge=0, le=5)], ...]
    """Of the case's people, in their order; 0: nothing."""
    scale: Scale = "score"
    aspect: str = ""
    group: Grade | None = None
    """What the group holds."""


class ExampleIssue(_Part, frozen=True):
    id: Key
    name: Words


class Example(_Part, frozen=True, kw_only=True):
    """A canvas, filled in."""

    canvas: str
    centre: Size | None = None
    issues: tuple[ExampleIssue, ...] = ()
    """Besides those that the template begins with."""
    cards: tuple[ExampleCard, ...] = ()
    dots: dict[Key, Annotated[int, Meta(ge=1)]] = {}
    """On seeded cards that were not moved."""
    partners: tuple[ExamplePartner, ...] = ()
    tokens: tuple[ExampleToken, ...] = ()
    notes: tuple[ExampleNote, ...] = ()
    labels: tuple[ExampleLabel, ...] = ()
    arrows: tuple[ExampleArrow, ...] = ()
    marks: tuple[ExampleMarks, ...] = ()
