"""What a canvas has from the start: the cards of its template, and the lists that its rows and columns repeat for."""

from collections.abc import Iterable, Iterator

from raakvlak.canvas.layout import SHEET, Area, Layout, Polygon, Ring, layout_of
from raakvlak.canvas.records import Canvas, Card, Entry, Organisation, Settings, card_id
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.template import ListText, SeededCard, Template
from raakvlak.canvas.values import MAX_NAME, Language, Place


def seeded_cards(canvas: Canvas) -> tuple[Card, ...]:
    """The cards that lie on the canvas from the start, the first at the bottom."""
    spots = dict(_spots(canvas))
    return tuple(
        Card(id=card_id(canvas.id, card.id), canvas=canvas.id, place=spots[card.id], card=card.id, z=number)
        for number, card in enumerate(canvas.template.cards, 1)
        if card.id in spots
    )


def _spots(canvas: Canvas) -> Iterator[tuple[str, Place]]:
    """By the template's ids: where the middle of each card lies."""
    layout = layout_of(canvas.template, canvas.settings)
    laid = getattr(layout, "cards", None)
    if laid is not None:
        for spot in laid:
            yield spot.card, Place(spot.frame, spot.u, spot.v)
        return
    for card in canvas.template.cards:
        areas = [area for zone in layout.zones if zone.id == card.zone for area in zone.areas]
        if areas:
            yield card.id, _middle(layout, areas[0])


def _middle(layout: Layout, area: Area) -> Place:
    x, y = _point(area)
    return Place(SHEET, round(x / layout.width, 6), round(y / layout.height, 6))


def _point(area: Area) -> tuple[float, float]:
    if isinstance(area, Polygon):
        across, down = zip(*area.points, strict=True)
        return (min(across) + max(across)) / 2, (min(down) + max(down)) / 2
    if isinstance(area, Ring):
        return area.x, area.y - (area.inner + area.outer) / 2
    return area.x + area.width / 2, area.y + area.height / 2


def seeded_card(template: Template, card: str) -> SeededCard | None:
    """The template's card with this id."""
    return next((each for each in template.cards if each.id == card), None)


def stands_for(item: Card, shared: StreamState) -> str | None:
    """The shared card for which one in somebody's own stream stands, put where they would have it; None: for none."""
    parts = item.id.split(".")
    for length in range(len(parts) - 1, 0, -1):
        original = shared.records.get(".".join(parts[:length]))
        if isinstance(original, Card) and original.canvas == item.canvas:
            return original.id
    return None


def first_settings(template: Template, organisations: Iterable[Organisation], language: Language) -> Settings:
    """The settings with which a canvas begins: its partners are the workshop's organisations."""
    lists = {each.id: each for each in template.lists}
    partners = lists.get("partners")
    known = sorted(organisations, key=lambda each: (each.order, each.id)) if partners else []
    entries = [Entry(id=f"org-{each.order + 1}", name=each.name, organisation=each.id) for each in known]
    return Settings(
        partners=tuple(entries[: partners.most]) if partners and entries else _first(partners, language),
        issues=_first(lists.get("issues"), language),
    )


def _first(text: ListText | None, language: Language) -> tuple[Entry, ...]:
    words = text.first[: text.most] if text else ()
    return tuple(
        Entry(id=f"first-{number}", name=getattr(each, language)[:MAX_NAME]) for number, each in enumerate(words, 1)
    )
