"""Templates: what a file `canvases/<id>.json` holds. A canvas keeps the version it was made from.

Texts exist in Dutch and English. Where zones are and what is drawn is the figure's (`figures`, laid out in `layout`).
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from raakvlak.canvas.figures import Figure, ListName, PartId, ZoneId
from raakvlak.canvas.kinds import ItemKind, Mode, Origin
from raakvlak.canvas.measures import Measure
from raakvlak.canvas.words import Words

class ZoneText(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A zone's name, hints and the kinds of items that belong in it. Its outline comes from the figure."""

    id: str
    label: Words
    hints: tuple[Words, ...] = ()
    accepts: tuple[ItemKind, ...] = ()
    private: bool = False
    """What lies in it stays in its author's own stream until that author takes it out."""
    fold: bool = False
    """The hints are not printed: a mark beside the name unfolds them."""
    origin: Origin = "workbook"
    """Of the label and hints."""


class AxisEnd(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    label: Words
    captions: tuple[Words, ...] = ()


class Axis(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A value from 0 (low) to 100 (high), along x or y of the figure's frame."""

    id: PartId
    label: Words
    low: AxisEnd
    high: AxisEnd
    reversed: bool = False
    """False: high is right (x) or at the top (y). True: high is left or at the bottom."""
    origin: Origin = "workbook"


class TokenText(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A token that each participant has for their own judgement. The first is drawn solid, others dashed."""

    id: ZoneId
    label: Words
    frame: PartId | None = None
    """The field it belongs on, where there are several; None: any."""


class Tone(Struct, frozen=True, forbid_unknown_fields=True):
    """What a note can be marked as, such as "goes well"."""

    id: ZoneId
    label: Words
    sign: Literal["plus", "attention"]


class SeededCard(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A card that lies in a zone from the start. Participants move it but do not change its text."""

    id: ZoneId
    zone: ZoneId
    text: Words
    kind: Literal["card", "checkbox", "statement"] = "card"
    """A checkbox is a line to tick, a statement a line to score; neither is moved."""
    origin: Origin = "workbook"
    copies: bool = False
    """Whether moving it leaves one where it was."""
    row: ZoneId | None = None
    """Of the cards with this row a person ticks one."""


class Scoring(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What scores from 1 to 5 mean. A zone that accepts scores is scored, or, if it has cards, each card in it is."""

    low: Words | None = None
    high: Words | None = None
    aspects: tuple[TokenText, ...] = ()
    """Each thing is scored once for each of these, such as "how we work" and "what is needed"; empty: once."""
    each: ListName | None = None
    """Each thing is scored once for each entry of this list."""


class ListText(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What rows, columns or petals repeat for."""

    id: ListName
    label: Words
    """Of one entry: "Partner"."""
    least: Annotated[int, Meta(ge=0, le=20)] = 1
    """So many are drawn, numbered, while there are fewer entries."""
    most: Annotated[int, Meta(ge=1, le=20)] = 10
    first: tuple[Words, ...] = ()
    """Entries that are there from the start."""


class Provenance(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where content comes from, as the facilitator can read."""

    kind: Origin
    what: Words
    url: Annotated[str, Meta(pattern=r"\Ahttps?://\S+\Z", max_length=500)] | None = None


class SuggestedStep(Struct, frozen=True, forbid_unknown_fields=True):
    mode: Mode
    minutes: Annotated[int, Meta(ge=0, le=600)]
    text: Words


class Template(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    id: Annotated[str, Meta(pattern=r"\A[a-z0-9-]+\Z", max_length=60)]
    version: Annotated[int, Meta(ge=1)]
    order: Annotated[int, Meta(ge=0, le=1_000)]
    """Its place in the workbook."""
    theme: str
    title: Words
    source: Words
    """Whose content this is; always shown with the canvas."""
    prompt: Words
    figure: Figure
    zones: tuple[ZoneText, ...]
    kinds: tuple[ItemKind, ...]
    """The kinds of items this canvas is for."""
    intro: tuple[Words, ...] = ()
    axes: tuple[Axis, ...] = ()
    steps: tuple[SuggestedStep, ...] = ()
    result: Words | None = None
    lists: tuple[ListText, ...] = ()
    cards: tuple[SeededCard, ...] = ()
    tokens: tuple[TokenText, ...] = ()
    """Empty: each participant has one token, without a name."""
    tones: tuple[Tone, ...] = ()
    scoring: Scoring = Scoring()
    measures: tuple[Measure, ...] = ()
    """What the report works out, in this order."""
    editable: bool = False
    """Whether the facilitator may word axes and labels otherwise: the workbook's figure is lost."""
    prompt_origin: Origin = "workbook"
    provenance: tuple[Provenance, ...] = ()
