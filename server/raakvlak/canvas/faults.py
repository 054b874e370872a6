"""What does not fit together in a template, beyond what its types say."""

from collections.abc import Collection, Iterator

from raakvlak.canvas.fault import Fault, Path, fault, hint_of, listed, shown, twice, unknown
from raakvlak.canvas.figures import MAX_ZONES, WIDEST_RING, Chevrons, Field, Figure, Page, Quadrant, Rings, Triangle
from raakvlak.canvas.measures import Scores
from raakvlak.canvas.page_faults import page_faults, zones_of
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import MAX_SENTENCE
from raakvlak.canvas.words import Words

A_ZONE, A_LIST = Words("een zone", "a zone"), Words("een lijst", "a list")
_NEEDS = {"card": "card", "checkbox": "checkbox", "statement": "score"}
"""What a zone has to accept for each kind of seeded card."""
_ANYWHERE = ("connector",)
"""Kinds that no zone need accept: they run from item to item."""


def faults_of(template: Template) -> list[Fault]:
    """The faults of a template whose fields hold what their types say; empty when all is well."""
    count = len(template.zones)
    if count > MAX_ZONES:
        said = f"verwacht: hooguit {MAX_ZONES} zones, maar het zijn er {count}"
        return [fault(("zones",), said, f"expected at most {MAX_ZONES} zones, but there are {count}")]
    return [
        *_ids(template),
        *_drawn(template),
        *_kinds(template),
        *_cards(template),
        *_lists(template),
        *_steps(template),
        *_measures(template),
        *_figure(template),
    ]


def zones_drawn(figure: Figure) -> Iterator[tuple[str, Path]]:
    """The zones for which a figure has a place, and where it says so."""
    at: Path = ("figure",)
    names: tuple[str, ...]
    if isinstance(figure, Triangle):
        names = ("top", "left", "right", "centre")
    elif isinstance(figure, Quadrant):
        names = ("top_left", "top_right", "bottom_left", "bottom_right", "strip")
    elif isinstance(figure, Rings):
        yield from ((zone, (*at, "zones", number)) for number, zone in enumerate(figure.zones))
        names = ("tray",)
    else:
        yield from zones_of(figure)
        return
    yield from ((getattr(figure, name), (*at, name)) for name in names)


def _ids(template: Template) -> Iterator[Fault]:
    """Ids that are there twice."""
    for name, what in (
        ("zones", Words("twee zones", "two zones")),
        ("axes", Words("twee assen", "two axes")),
        ("lists", Words("twee lijsten", "two lists")),
        ("cards", Words("twee kaarten", "two cards")),
        ("tokens", Words("twee fiches", "two tokens")),
        ("tones", Words("twee tonen", "two tones")),
    ):
        yield from twice(what, ((each.id, (name, number, "id")) for number, each in enumerate(getattr(template, name))))
    aspects = ((each.id, ("scoring", "aspects", number, "id")) for number, each in enumerate(template.scoring.aspects))
    yield from twice(Words("twee aspecten", "two aspects"), aspects)


def _drawn(template: Template) -> Iterator[Fault]:
    """Each zone has its texts, and its place in the figure."""
    texts = [zone.id for zone in template.zones]
    seen: set[str] = set()
    for zone, path in zones_drawn(template.figure):
        if zone not in texts:
            yield unknown(path, A_ZONE, zone, texts)
        elif zone in seen:
            yield fault(
                path,
                f"verwacht: één plek voor elke zone, maar {shown(zone)} heeft er al een in de figuur",
                f"expected one place for each zone, but {shown(zone)} has one in the figure already",
            )
        seen.add(zone)
    for number, name in enumerate(texts):
        if name not in seen:
            hint = hint_of(name, [each for each in seen if each not in texts])
            near = hint if "?" in hint.en else Words("", "")
            yield fault(
                ("zones", number, "id"),
                f"verwacht: een plek in de figuur voor de zone {shown(name)}, maar die is er niet{near.nl}",
                f"expected a place in the figure for the zone {shown(name)}, but there is none{near.en}",
            )


def _kinds(template: Template) -> Iterator[Fault]:
    accepted = {kind for zone in template.zones for kind in zone.accepts}
    for number, zone in enumerate(template.zones):
        for at, kind in enumerate(zone.accepts):
            if kind not in template.kinds:
                yield fault(
                    ("zones", number, "accepts", at),
                    f'verwacht: een soort die ook in "kinds" van de template staat, maar {shown(kind)} staat daar niet',
                    f'expected a kind that is in "kinds" of the template too, but {shown(kind)} is not',
                )
    for at, kind in enumerate(template.kinds):
        if kind not in accepted and kind not in _ANYWHERE:
            yield fault(
                ("kinds", at),
                f'verwacht: een zone die {shown(kind)} aanneemt (in haar "accepts"), maar die is er niet',
                f'expected a zone that takes {shown(kind)} (in its "accepts"), but there is none',
            )


def _cards(template: Template) -> Iterator[Fault]:
    zones = {zone.id: zone for zone in template.zones}
    for number, card in enumerate(template.cards):
        zone = zones.get(card.zone)
        if zone is None:
            yield unknown(("cards", number, "zone"), A_ZONE, card.zone, zones)
        elif _NEEDS[card.kind] not in zone.accepts:
            needed = _NEEDS[card.kind]
            yield fault(
                ("cards", number, "zone"),
                f'verwacht: een zone met "{needed}" in haar "accepts", want daar ligt een "{card.kind}"',
                f'expected a zone with "{needed}" in its "accepts", since a "{card.kind}" lies there',
            )


def _lists(template: Template) -> Iterator[Fault]:
    for number, each in enumerate(template.lists):
        if each.least > each.most:
            yield fault(
                ("lists", number, "least"),
                f'verwacht: "least" van hooguit "most" ({each.most}), maar hier staat {each.least}',
                f'expected "least" of at most "most" ({each.most}), but got {each.least}',
            )
        if len(each.first) > each.most:
            yield fault(
                ("lists", number, "first"),
                f'verwacht: hooguit zoveel als "most" ({each.most}), maar het zijn er {len(each.first)}',
                f'expected no more than "most" ({each.most}), but there are {len(each.first)}',
            )
    yield from _names(template.scoring.each, ("scoring", "each"), A_LIST, [each.id for each in template.lists])


def _steps(template: Template) -> Iterator[Fault]:
    for number, step in enumerate(template.steps):
        for language in ("nl", "en"):
            length = len(getattr(step.text, language))
            if length > MAX_SENTENCE:
                yield fault(
                    ("steps", number, "text", language),
                    f"verwacht: hooguit {MAX_SENTENCE} tekens in de tekst van een stap, maar het zijn er {length}",
                    f"expected at most {MAX_SENTENCE} characters in the text of a step, but there are {length}",
                )


def _measures(template: Template) -> Iterator[Fault]:
    """The names that measures and tokens use: of zones, tokens, tones, aspects, lists and fields."""
    fields = field_ids(template.figure)
    a_token, a_field = Words("een fiche", "a token"), Words("een veld", "a field")
    known: dict[str, tuple[Words, list[str]]] = {
        **dict.fromkeys(("zones", "where", "to"), (A_ZONE, [each.id for each in template.zones])),
        "tone": (Words("een toon", "a tone"), [each.id for each in template.tones]),
        "each": (A_LIST, [each.id for each in template.lists]),
        "token": (a_token, [each.id for each in template.tokens]),
        "frame": (a_field, fields),
    }
    aspects = Words("een aspect", "an aspect"), [each.id for each in template.scoring.aspects]
    for number, measure in enumerate(template.measures):
        names = {**known, "gap": aspects if isinstance(measure, Scores) else known["token"]}
        for name, (what, ids) in names.items():
            used = getattr(measure, name, None)
            yield from _names(used, ("measures", number, name), what, ids)
    for number, token in enumerate(template.tokens):
        yield from _names(token.frame, ("tokens", number, "frame"), a_field, fields)


def _names(used: str | tuple[str, ...] | None, path: Path, what: Words, known: Collection[str]) -> Iterator[Fault]:
    """One name, several, or none."""
    if isinstance(used, str):
        if used not in known:
            yield unknown(path, what, used, known)
    elif used is not None:
        for number, name in enumerate(used):
            yield from _names(name, (*path, number), what, known)


def field_ids(figure: Figure) -> list[str]:
    """The frames that can have axes."""
    if not isinstance(figure, Page):
        return ["figure"]
    return [part.id for part in figure.parts if isinstance(part, Field | Chevrons)]


def _figure(template: Template) -> Iterator[Fault]:
    figure = template.figure
    if isinstance(figure, Page):
        yield from page_faults(template, figure)
    if isinstance(figure, Rings):
        yield from _radii(figure)
    axes = [axis.id for axis in template.axes]
    if isinstance(figure, Quadrant) and sorted(axes) != ["x", "y"]:
        yield fault(
            ("axes",) if axes else (),
            f'verwacht: een as "x" en een as "y" voor een kwadrant, maar er is {listed(axes) or "geen"}',
            f'expected an axis "x" and an axis "y" for a quadrant, but there is {listed(axes) or "none"}',
        )
    if isinstance(figure, Triangle | Rings) and axes:
        yield fault(
            ("axes",),
            "verwacht: geen assen, want deze figuur heeft er geen",
            "expected no axes, since this figure has none",
        )


def _radii(figure: Rings) -> Iterator[Fault]:
    radii, path = figure.radii, ("figure", "radii")
    if len(radii) != len(figure.zones) or list(radii) != sorted(set(radii)) or radii[-1] != 1:
        yield fault(
            path,
            "verwacht: één straal voor elke ring, oplopend tot 1",
            "expected one radius for each ring, rising to 1",
        )
    elif any(radius > WIDEST_RING for radius in radii[:-1]):
        yield fault(
            path,
            f"verwacht: stralen tot {WIDEST_RING} voor de laatste, maar hier staat {list(radii)}",
            f"expected radii up to {WIDEST_RING} before the last, but got {list(radii)}",
        )
