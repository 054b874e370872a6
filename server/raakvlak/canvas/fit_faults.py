"""What of a template has no room on its sheet: texts in either language, cards in their zone."""

from collections.abc import Iterator
from typing import Any, get_args

from msgspec import to_builtins

from raakvlak.canvas.crowding import Crowding, crowding_of
from raakvlak.canvas.drawing import sheet_of
from raakvlak.canvas.fault import Fault, Path, fault, shown
from raakvlak.canvas.figures import Chart, Page, Triangle
from raakvlak.canvas.layout import layout_of
from raakvlak.canvas.layout_parts import Rect
from raakvlak.canvas.records import Entry, Settings
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import Language
from raakvlak.canvas.words import Words

SLACK = 1.0
"""Px that a card may reach out of its zone by rounding."""
_CENTRES = (None, 0.2, 0.9)
"""Sizes of a triangle's centre: as the template has it, its smallest and its largest."""
_LANGUAGES: dict[Language, Words] = {"nl": Words("het Nederlands", "Dutch"), "en": Words("het Engels", "English")}
_HOW = {
    "leaves the sheet": Words("loopt hij van het vel af", "runs off the sheet"),
    "has a line through it": Words("loopt er een lijn doorheen", "has a line running through it"),
    "overlaps": Words("ligt hij over een andere tekst:", "lies over another text:"),
}


def fit_faults(template: Template) -> list[Fault]:
    """The faults of a template whose names fit together; with as many entries in its lists as it starts with, and with
    as many as there can be."""
    found: dict[tuple[Path, str], Fault] = {}
    texts = list(_texts(to_builtins(template), ()))
    for settings in _settings(template):
        for language in get_args(Language):
            sheet = sheet_of(template, settings, language)
            for crowding in crowding_of(sheet.layout, sheet.shapes):
                each = _crowded(template, crowding, language, texts)
                found.setdefault((each.path, crowding.how), each)
    for each in _cards(template):
        found.setdefault((each.path, ""), each)
    return list(found.values())


def _settings(template: Template) -> Iterator[Settings]:
    if isinstance(template.figure, Triangle):
        yield from map(Settings, _CENTRES)
        return
    yield Settings()
    if template.lists and isinstance(template.figure, Page):
        full = {each.id: _entries(each.most) for each in template.lists}
        yield Settings(partners=full.get("partners", ()), issues=full.get("issues", ()))


def _entries(count: int) -> tuple[Entry, ...]:
    return tuple(Entry(id=f"entry-{number}", name=f"{number}") for number in range(1, count + 1))


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """All that is one text in both languages, at any depth."""
    if isinstance(value, dict):
        if {"nl", "en"} == set(value):
            yield path, value
            return
        for name, inner in value.items():
            yield from _texts(inner, (*path, name))
    if isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*path, number))


def _crowded(template: Template, crowding: Crowding, language: Language, texts: list[tuple[Path, Any]]) -> Fault:
    printed = " ".join(crowding.text.lines)
    how, said = _HOW[crowding.how], _LANGUAGES[language]
    other = f" {shown(' '.join(crowding.other.lines))}" if crowding.other else ""
    return fault(
        _path_of(template, printed, crowding.text.zone, language, texts),
        f"verwacht: een tekst die past, maar in {said.nl} {how.nl}{other}: {shown(printed)}; "
        "maak hem korter, zijn plek groter, of zet hem ergens anders",
        f"expected a text that fits, but in {said.en} it {how.en}{other}: {shown(printed)}; "
        "make it shorter, its place larger, or put it elsewhere",
    )


def _path_of(
    template: Template, printed: str, zone: str | None, language: Language, texts: list[tuple[Path, Any]]
) -> Path:
    """Where a printed text stands in the template: in the zone it is about, or the first that is like it."""
    of_zone = [number for number, each in enumerate(template.zones) if zone is not None and _is_of(zone, each.id)]
    folded = printed.casefold()
    like = [path for path, both in texts if " ".join(both[language].split()).casefold() == folded]
    within = [path for path, both in texts if " ".join(both[language].split()).casefold() in folded]
    for path in (*(each for each in like if each[:1] == ("zones",) and each[1] in of_zone), *like, *within):
        chart = _chart_with(template, path) if zone is None else None
        return chart or (*path, language)
    return ("zones", of_zone[0]) if of_zone else ("figure",)


def _chart_with(template: Template, path: Path) -> Path | None:
    """The radar at whose corners the name of this zone is printed, if it is a zone's."""
    if path[:1] != ("zones",) or not isinstance(template.figure, Page):
        return None
    zone = template.zones[int(path[1])].id
    for number, part in enumerate(template.figure.parts):
        if isinstance(part, Chart) and part.draws == "radar" and zone in part.zones:
            return ("figure", "parts", number, "at")
    return None


def _is_of(zone: str, text: str) -> bool:
    return zone == text or zone.startswith(f"{text}.")


def _cards(template: Template) -> Iterator[Fault]:
    """Cards that lie out of a zone that is a rectangle."""
    layout = layout_of(template, Settings())
    zones = {zone.of: zone.areas[0] for zone in reversed(layout.zones)}
    numbers = {card.id: number for number, card in enumerate(template.cards)}
    for spot in layout.cards:
        card, frame = template.cards[numbers[spot.card]], layout.frames[spot.frame]
        area = zones[card.zone]
        low = frame.y + spot.v * frame.height + spot.height / 2
        right = frame.x + spot.u * frame.width + spot.width / 2
        if isinstance(area, Rect) and (low > area.y + area.height + SLACK or right > area.x + area.width + SLACK):
            yield fault(
                ("cards", numbers[spot.card]),
                f"verwacht: kaarten die in hun zone passen, maar {shown(spot.card)} loopt uit {shown(card.zone)}; "
                "maak de zone groter, de kaarten korter, of laat de hints inklappen (fold)",
                f"expected cards that fit in their zone, but {shown(spot.card)} runs out of {shown(card.zone)}; "
                "make the zone larger, the cards shorter, or let its hints fold",
            )
            return
