"""Where seeded cards lie from the start: in their zone, under its name, large enough for both languages."""

from collections.abc import Iterator
from math import ceil

from raakvlak.canvas.drawing_parts import AFTER_NAME, HINT, NAME, SMALL_NAME, Letter
from raakvlak.canvas.figures import Field, Grid, Page
from raakvlak.canvas.layout_field import box_around
from raakvlak.canvas.layout_grid import lanes_of
from raakvlak.canvas.layout_parts import CardSpot, Layout, Rect, Zone
from raakvlak.canvas.measure import lines_of, width_of
from raakvlak.canvas.records import Settings
from raakvlak.canvas.template import SeededCard, Template, ZoneText
from raakvlak.canvas.words import Words
from raakvlak.canvas.zones import place_at

PAD = 16.0
"""From a zone's border to its cards and to its name."""
FIELD_PAD = 26.0
"""The same in a field, whose letters are larger."""
GAP = 12.0
CARD_WIDTH, LINE_WIDTH = 240.0, 520.0
"""A zone has as many columns of cards, or of lines, as these are in its width; at least one."""
WIDEST = 440.0
"""Of a card."""
CARD = Letter(19, 24, 400, "ink", "hint")
CARD_PAD = 12.0
TICK = 36.0
"""Width of a tick and what is beside it, and height of the circles under a statement or a card that is scored."""


def cards_of(template: Template, layout: Layout, settings: Settings) -> tuple[CardSpot, ...]:
    """The cards of every zone; of a zone that repeats they lie in the first."""
    texts = {zone.id: zone for zone in template.zones}
    spots: list[CardSpot] = []
    for zone_id in dict.fromkeys(card.zone for card in template.cards):
        zone = next((each for each in layout.zones if each.of == zone_id), None)
        if zone is not None:
            cards = [card for card in template.cards if card.zone == zone_id]
            lanes = _lanes(template, zone_id, settings)
            if all(card.row in lanes for card in cards):
                laid = _in_lanes(cards, zone, lanes)
            else:
                foot = TICK if "score" in texts[zone_id].accepts else 0.0
                laid = _flow(cards, _room(template, zone, texts[zone_id]), foot)
            spots += [_spot(layout, card, rect) for card, rect in laid]
    return tuple(spots)


def _spot(layout: Layout, card: SeededCard, rect: Rect) -> CardSpot:
    place = place_at(layout, rect.x + rect.width / 2, rect.y + rect.height / 2)
    return CardSpot(card.id, place.frame, place.u, place.v, round(rect.width, 2), round(rect.height, 2))


def _lanes(template: Template, zone: str, settings: Settings) -> dict[str | None, float]:
    """Where the rows of the grid that has the zone begin."""
    parts = template.figure.parts if isinstance(template.figure, Page) else ()
    grid = next((part for part in parts if isinstance(part, Grid) and zone in (cell.zone for cell in part.cells)), None)
    return {lane.id: lane.start for lane in lanes_of(template, grid, settings)[1]} if grid else {}


def _in_lanes(cards: list[SeededCard], zone: Zone, lanes: dict[str | None, float]) -> Iterator[tuple[SeededCard, Rect]]:
    """Cards that say their row lie in it, beside what it is called."""
    box = box_around(zone.areas[0])
    width = box.width - 2 * PAD
    for card in cards:
        yield card, Rect(box.x + PAD, lanes[card.row] + PAD, width, _card_height(card, width))


def _room(template: Template, zone: Zone, text: ZoneText) -> Rect:
    """The zone's rectangle, inside its borders and under its name and hints."""
    box = box_around(zone.areas[0])
    at = _named_at(template, zone, box)
    left, width = box.x + PAD, box.width - 2 * PAD
    if at is None:
        return Rect(left, box.y + PAD, width, box.height - 2 * PAD)
    top, letter, wide = at
    top += _height(text.label, letter, wide) + AFTER_NAME
    top += sum(_height(hint, HINT, wide) + AFTER_NAME for hint in (() if text.fold else text.hints))
    return Rect(left, top, width, box.y + box.height - PAD - top)


def _named_at(template: Template, zone: Zone, box: Rect) -> tuple[float, Letter, float] | None:
    """Where the zone's name begins (px down the sheet), in which letter and how wide it may be; None: it has none."""
    for part in template.figure.parts if isinstance(template.figure, Page) else ():
        if isinstance(part, Field):
            for region in part.regions:
                if region.zone == zone.of and region.name is not None:
                    return part.at[1] + region.name.at[1], NAME, region.name.width
                if region.zone == zone.of:
                    return box.y + FIELD_PAD, NAME, box.width - 2 * FIELD_PAD
        if isinstance(part, Grid) and any(cell.zone == zone.of and not cell.name for cell in part.cells):
            return None
    return box.y + PAD, SMALL_NAME, box.width - 2 * PAD


def _flow(cards: list[SeededCard], room: Rect, foot: float) -> Iterator[tuple[SeededCard, Rect]]:
    """Rows of cards in as few columns as their zone's width suggests; in more where they would run out of it.

    `foot`: what a card that is scored has under its text.
    """
    lines = cards[0].kind != "card"
    most = max(1, int((room.width + GAP) / ((LINE_WIDTH / 2 if lines else _narrowest(cards)) + GAP)))
    columns = min(most, max(1, int(room.width / (LINE_WIDTH if lines else CARD_WIDTH))))
    while columns < most and _whole(_heights(cards, room, columns, foot)) > room.height:
        columns += 1
    if not lines:
        columns = ceil(len(cards) / ceil(len(cards) / columns))
    width, y = _width(cards, room, columns), room.y
    for number, height in enumerate(_heights(cards, room, columns, foot)):
        for column, card in enumerate(cards[number * columns : (number + 1) * columns]):
            yield card, Rect(room.x + column * (width + GAP), y, width, height)
        y += height + GAP


def _narrowest(cards: list[SeededCard]) -> float:
    """So wide that no word runs out of its card."""
    words = [word for card in cards for said in (card.text.nl, card.text.en) for word in said.split()]
    return max(width_of(word, CARD.size, CARD.weight) for word in words) + 2 * CARD_PAD


def _heights(cards: list[SeededCard], room: Rect, columns: int, foot: float) -> list[float]:
    """Of each row of cards: its highest card's."""
    heights = [_card_height(card, _width(cards, room, columns), foot) for card in cards]
    return [max(heights[start : start + columns]) for start in range(0, len(heights), columns)]


def _whole(heights: list[float]) -> float:
    return sum(heights) + GAP * (len(heights) - 1)


def _width(cards: list[SeededCard], room: Rect, columns: int) -> float:
    return min((room.width - GAP * (columns - 1)) / columns, WIDEST if cards[0].kind == "card" else LINE_WIDTH)


def _card_height(card: SeededCard, width: float, foot: float = 0.0) -> float:
    if card.kind == "card":
        return _height(card.text, CARD, width - 2 * CARD_PAD) + 2 * CARD_PAD + foot
    if card.kind == "checkbox":
        return _height(card.text, CARD, width - TICK)
    return _height(card.text, CARD, width) + TICK


def _height(words: Words, letter: Letter, width: float) -> float:
    """In the language that takes more lines."""
    said = (words.nl, words.en)
    return letter.leading * max(len(lines_of(each, letter.size, letter.weight, max(width, 1.0))) for each in said)
