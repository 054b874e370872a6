"""Templates: what a file `canvases/<id>.json` holds. A canvas keeps the version it was made from.

Texts exist in Dutch and English. Where zones are and what is drawn is the figure's (`figures`, laid out in `layout`).
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from raakvlak.canvas.field_parts import PartId, ZoneId
from raakvlak.canvas.figures import Figure, ListName
from raakvlak.canvas.kinds import ItemKind, Mode, Origin
from raakvlak.canvas.measures import Measure
from raakvlak.canvas.words import Words

MAX_SUGGESTED = 60
"""Steps, measures, axes, hints: of each at most so many in one list."""
MAX_CARDS = 200
"""Seeded cards of one canvas."""
MAX_NAMED = 12
"""Tokens, tones or aspects: each of them has to be told apart."""


class ZoneText(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A zone's name, hints and the kinds of items that belong in it. Its outline comes from the figure."""

    id: ZoneId
    """The figure names it by this."""
    label: Words
    """Its name, printed in it."""
    hints: Annotated[tuple[Words, ...], Meta(max_length=MAX_SUGGESTED)] = ()
    """Printed small under the name."""
    accepts: tuple[ItemKind, ...] = ()
    """The kinds of items that belong in it; each of them also stands in the template's `kinds`."""
    private: bool = False
    """What lies in it stays in its author's own stream until that author takes it out."""
    fold: bool = False
    """The hints are not printed: a mark beside the name unfolds them."""
    origin: Origin = "workbook"
    """Of the label and hints."""


class AxisEnd(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An end of an axis."""

    label: Words
    """What the value is there: "Low"."""
    captions: Annotated[tuple[Words, ...], Meta(max_length=MAX_SUGGESTED)] = ()
    """Printed small behind it."""


class Axis(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A value from 0 (low) to 100 (high), along x or y of the figure's frame."""

    id: PartId
    """A field's `x` or `y` names it by this."""
    label: Words
    """What is measured: "Trust"."""
    low: AxisEnd
    """What stands at 0."""
    high: AxisEnd
    """What stands at 100."""
    reversed: bool = False
    """False: high is right (x) or at the top (y). True: high is left or at the bottom."""
    origin: Origin = "workbook"
    """Whose words these are."""


class TokenText(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A token that each participant has for their own judgement. The first is drawn solid, others dashed."""

    id: ZoneId
    """Measures name it by this."""
    label: Words
    """What people see: "Now"."""
    frame: PartId | None = None
    """The field it belongs on, where there are several; None: any."""


class Tone(Struct, frozen=True, forbid_unknown_fields=True):
    """What a note can be marked as, such as "goes well"."""

    id: ZoneId
    """Measures name it by this."""
    label: Words
    """What people see: "Goes well"."""
    sign: Literal["plus", "attention"]
    """The mark that it gets."""


class SeededCard(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A card that lies in a zone from the start. Participants move it but do not change its text."""

    id: ZoneId
    """Of its own among the cards."""
    zone: ZoneId
    """Where it lies at first."""
    text: Words
    """What is on it."""
    kind: Literal["card", "checkbox", "statement"] = "card"
    """A checkbox is a line to tick, a statement a line to score; neither is moved."""
    origin: Origin = "workbook"
    """Whose words these are."""
    copies: bool = False
    """Whether moving it leaves one where it was."""
    row: ZoneId | None = None
    """Of the cards with this row a person ticks one."""


class Scoring(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What scores from 1 to 5 mean. A zone that accepts scores is scored, or, if it has cards, each card in it is."""

    low: Words | None = None
    """What 1 means."""
    high: Words | None = None
    """What 5 means."""
    aspects: Annotated[tuple[TokenText, ...], Meta(max_length=MAX_NAMED)] = ()
    """Each thing is scored once for each of these, such as "how we work" and "what is needed"; empty: once."""
    each: ListName | None = None
    """Each thing is scored once for each entry of this list."""
    ticks: tuple[Words, Words, Words] | None = None
    """What a box says, from the least to the most: "no", "partly", "yes". None: not done, not needed, done."""


class ListText(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What rows, columns or petals repeat for."""

    id: ListName
    """Parts of the figure name it by this."""
    label: Words
    """Of one entry: "Partner"."""
    least: Annotated[int, Meta(ge=0, le=20)] = 1
    """So many are drawn, numbered, while there are fewer entries."""
    most: Annotated[int, Meta(ge=1, le=20)] = 10
    """There cannot be more."""
    first: tuple[Words, ...] = ()
    """Entries that are there from the start."""


class Provenance(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where content comes from, as the facilitator can read."""

    kind: Origin
    """Whose words these are."""
    what: Words
    """Of what this is the provenance, in a sentence."""
    url: Annotated[str, Meta(pattern=r"\Ahttps?://\S+\Z", max_length=500)] | None = None
    """Where it can be read."""


class SuggestedStep(Struct, frozen=True, forbid_unknown_fields=True):
    """A step of the agenda that comes with the canvas; a facilitator can change it."""

    mode: Mode
    """What people do in it. In write, place and score nobody sees what others make until a reveal."""
    minutes: Annotated[int, Meta(ge=0, le=600)]
    """How long it takes."""
    text: Words
    """One line that says what to do, at most 500 characters."""


class Template(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A canvas as it is before anybody puts anything on it."""

    id: Annotated[str, Meta(pattern=r"\A[a-z0-9-]+\Z", max_length=60)]
    """As the file is called, without .json."""
    version: Annotated[int, Meta(ge=1)]
    """Raised when the file changes; workshops keep the version they were made with."""
    order: Annotated[int, Meta(ge=0, le=1_000)]
    """Its place in the gallery, the lowest first."""
    theme: Annotated[str, Meta(pattern=r"\S", max_length=60)]
    """complexity, ambition, interests, relationship, organisation, process, overall, or a word of your own."""
    title: Words
    """Printed at the top, and shown in the gallery."""
    source: Words
    """Whose content this is; always shown with the canvas."""
    prompt: Words
    """The question that the canvas asks, printed under the title."""
    figure: Figure
    """What is drawn, and where the zones are."""
    zones: tuple[ZoneText, ...]
    """The texts of the zones that the figure has: each once."""
    kinds: tuple[ItemKind, ...]
    """The kinds of items this canvas is for."""
    intro: Annotated[tuple[Words, ...], Meta(max_length=MAX_SUGGESTED)] = ()
    """What one has to know before the question."""
    axes: Annotated[tuple[Axis, ...], Meta(max_length=MAX_SUGGESTED)] = ()
    """Of the figure's fields."""
    steps: Annotated[tuple[SuggestedStep, ...], Meta(max_length=MAX_SUGGESTED)] = ()
    """The agenda that it suggests."""
    result: Words | None = None
    """What the group has in the end."""
    lists: tuple[ListText, ...] = ()
    """What parts of the figure repeat for."""
    cards: Annotated[tuple[SeededCard, ...], Meta(max_length=MAX_CARDS)] = ()
    """What lies on it from the start."""
    tokens: Annotated[tuple[TokenText, ...], Meta(max_length=MAX_NAMED)] = ()
    """Empty: each participant has one token, without a name."""
    tones: Annotated[tuple[Tone, ...], Meta(max_length=MAX_NAMED)] = ()
    """What notes can be marked as."""
    scoring: Scoring = Scoring()
    """What scores mean."""
    measures: Annotated[tuple[Measure, ...], Meta(max_length=MAX_SUGGESTED)] = ()
    """What the report works out, in this order."""
    editable: bool = False
    """Whether the facilitator may word axes and labels otherwise."""
    prompt_origin: Origin = "workbook"
    """Of the question."""
    provenance: Annotated[tuple[Provenance, ...], Meta(max_length=MAX_SUGGESTED)] = ()
    """Where the content comes from, for the facilitator to read."""
