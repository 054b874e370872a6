"""Where seeded cards lie from the start: in their zone, under its name, large enough for both languages."""

from collections.abc import Iterator

from raakvlak.canvas.drawing_parts import AFTER_NAME, HINT, SMALL_NAME, Letter
from raakvlak.canvas.layout_parts import CardSpot, Layout, Polygon, Rect, Ring, Zone
from raakvlak.canvas.measure import lines_of
from raakvlak.canvas.template import SeededCard, Template, ZoneText
from raakvlak.canvas.words import Words
from raakvlak.canvas.zones import place_at

PAD = 16.0
"""From a zone's border to its cards and to its name."""
GAP = 12.0
CARD_WIDTH, LINE_WIDTH = 240.0, 520.0
"""A zone has as many columns of cards, or of lines, as these are in its width; at least one."""
NARROWEST = 120.0
"""More columns, where one sheet of cards is too high, as long as each is this wide."""
CARD = Letter(19, 24, 400, "ink", "hint")
CARD_PAD = 12.0
TICK = 36.0
"""Width of a tick and what is beside it, and height of the circles under a statement."""


def cards_of(template: Template, layout: Layout) -> tuple[CardSpot, ...]:
    """The cards of every zone; of a zone that repeats they lie in the first."""
    texts = {zone.id: zone for zone in template.zones}
    spots: list[CardSpot] = []
    for zone_id in dict.fromkeys(card.zone for card in template.cards):
        zone = next((each for each in layout.zones if each.of == zone_id), None)
        if zone is not None:
            cards = [card for card in template.cards if card.zone == zone_id]
            spots += [_spot(layout, card, rect) for card, rect in _flow(cards, _room(zone, texts[zone_id]))]
    return tuple(spots)


def _spot(layout: Layout, card: SeededCard, rect: Rect) -> CardSpot:
    place = place_at(layout, rect.x + rect.width / 2, rect.y + rect.height / 2)
    return CardSpot(card.id, place.frame, place.u, place.v, round(rect.width, 2), round(rect.height, 2))


def _room(zone: Zone, text: ZoneText) -> Rect:
    """The zone's rectangle, inside its borders and under its name and hints."""
    area = zone.areas[0]
    match area:
        case Rect():
            x, y, width, height = area.x, area.y, area.width, area.height
        case Ring():
            x, y, width, height = area.x - area.outer, area.y - area.outer, 2 * area.outer, 2 * area.outer
        case Polygon():
            across, down = [x for x, _ in area.points], [y for _, y in area.points]
            x, y, width, height = min(across), min(down), max(across) - min(across), max(down) - min(down)
    inner = max(width - 2 * PAD, 1.0)
    named = _height(text.label, SMALL_NAME, inner) + AFTER_NAME
    named += sum(_height(hint, HINT, inner) + AFTER_NAME for hint in (() if text.fold else text.hints))
    return Rect(x + PAD, y + PAD + named, inner, height - 2 * PAD - named)


def _flow(cards: list[SeededCard], room: Rect) -> Iterator[tuple[SeededCard, Rect]]:
    """Rows of cards in as few columns as their zone's width suggests; in more where they would run out of it."""
    wanted = CARD_WIDTH if cards[0].kind == "card" else LINE_WIDTH
    columns = max(1, int(room.width / wanted))
    most = max(columns, int((room.width + GAP) / (NARROWEST + GAP)))
    while columns < most and _whole(_heights(cards, room, columns)) > room.height:
        columns += 1
    width, y = _width(room, columns), room.y
    for number, height in enumerate(_heights(cards, room, columns)):
        for column, card in enumerate(cards[number * columns : (number + 1) * columns]):
            yield card, Rect(room.x + column * (width + GAP), y, width, height)
        y += height + GAP


def _heights(cards: list[SeededCard], room: Rect, columns: int) -> list[float]:
    """Of each row of cards: its highest card's."""
    heights = [_card_height(card, _width(room, columns)) for card in cards]
    return [max(heights[start : start + columns]) for start in range(0, len(heights), columns)]


def _whole(heights: list[float]) -> float:
    return sum(heights) + GAP * (len(heights) - 1)


def _width(room: Rect, columns: int) -> float:
    return (room.width - GAP * (columns - 1)) / columns


def _card_height(card: SeededCard, width: float) -> float:
    if card.kind == "card":
        return _height(card.text, CARD, width - 2 * CARD_PAD) + 2 * CARD_PAD
    if card.kind == "checkbox":
        return _height(card.text, CARD, width - TICK)
    return _height(card.text, CARD, width) + TICK


def _height(words: Words, letter: Letter, width: float) -> float:
    """In the language that takes more lines."""
    said = (words.nl, words.en)
    return letter.leading * max(len(lines_of(each, letter.size, letter.weight, max(width, 1.0))) for each in said)
