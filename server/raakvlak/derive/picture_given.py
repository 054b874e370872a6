"""What people gave to things on a canvas, as it looks in a picture: dots on notes and cards, ticks, means of scores."""

from collections.abc import Iterator
from statistics import fmean
from typing import NamedTuple

from raakvlak.canvas.records import card_id
from raakvlak.derive.measuring_facts import Facts
from raakvlak.derive.palette import COLOURS, Theme
from raakvlak.derive.picture_marks import element, line_of, number, texts

DOT = 4.5
"""Px: half of a dot."""
BETWEEN = 2 * DOT + 2
MOST = 6
"""So many dots are drawn one by one; more are a dot and a number."""
DONE, NOT_NEEDED = 3, 2
TICK_LEFT, TICK_TOP, TICK_SIDE = 1.0, 3.0, 18.0
"""The box of a line to tick, from the line's top left corner."""
MEAN = 5.0
"""Px: how broad the mark of a mean is."""
FIRST, STEP = 12.0, 32.0
"""Where the circles under a statement begin, and how far they stand apart."""


class Given(NamedTuple):
    """What was given to the items of a canvas, by their ids."""

    dots: dict[str, int]
    grades: dict[str, list[float]]
    ticks: dict[str, list[float]]
    group: dict[str, float]
    """What the group ticked."""
    theme: Theme

    def on_note(self, item: str, left: float, right: float, foot: float) -> Iterator[str]:
        """A note's dots, at the right of its foot, as many as there is room for."""
        yield from self._dots(self.dots.get(item, 0), right, foot, most=min(MOST, int((right - left) / BETWEEN)))

    def on_card(self, item: str, left: float, right: float, low: float) -> Iterator[str]:
        """A card's dots and its mean, on its lower edge."""
        yield from self._dots(self.dots.get(item, 0), right, low, apart=True)
        if item in self.grades:
            yield element(
                "rect", x=left, y=low - 10, width=36, height=20, rx=10,
                fill=self._colour("sheet"), stroke=self._colour("edge"),
            )  # fmt: skip
            mean = (f"{fmean(self.grades[item]):.1f}",)
            yield texts(left + 18, low + 5, mean, 14, 18, self._colour("ink"), weight=650, anchor="middle")

    def on_tick(self, item: str, left: float, top: float) -> Iterator[str]:
        """What the group holds of a line to tick, and how many people ticked it, as a bar under it."""
        x, y = left + TICK_LEFT, top + TICK_TOP
        if self.group.get(item) == DONE:
            yield line_of(f"M{number(x + 4)} {number(y + 9.5)}l3.5 4 6.5 -8.5", self._colour("ink"), 2.5)
        elif self.group.get(item) == NOT_NEEDED:
            yield line_of(f"M{number(x + 4.5)} {number(y + 9)}h9", self._colour("ink"), 2.5)
        given = self.ticks.get(item, [])
        if given:
            share = given.count(DONE) / len(given)
            yield element("rect", x=x, y=y + TICK_SIDE + 4, width=TICK_SIDE, height=3, fill=self._colour("line"))
            if share:
                yield element(
                    "rect", x=x, y=y + TICK_SIDE + 4, width=TICK_SIDE * share, height=3, fill=self._colour("ink2")
                )

    def on_statement(self, item: str, left: float, middle: float) -> Iterator[str]:
        """The mean on the circles under a statement."""
        if item in self.grades:
            place = left + FIRST + STEP * (fmean(self.grades[item]) - 1)
            yield line_of(f"M{number(place)} {number(middle - 13)}v26", self._colour("ink"), MEAN)

    def _dots(self, count: int, right: float, y: float, *, most: int = MOST, apart: bool = False) -> Iterator[str]:
        edge = self._colour("sheet") if apart else None
        shown = count if count <= most else 1
        for place in range(shown):
            x = right - DOT - place * BETWEEN
            yield element("circle", cx=x, cy=y, r=DOT, fill=self._colour("ink"), stroke=edge, stroke_width=edge and 2)
        if count > most:
            at = right - 2 * DOT - 4
            if apart:
                yield element("rect", x=at - 18, y=y - 9, width=20, height=18, rx=3, fill=self._colour("sheet"))
            yield texts(at, y + 5.5, (str(count),), 15, 18, self._colour("ink"), weight=650, anchor="end")

    def _colour(self, name: str) -> str:
        return COLOURS[self.theme][name]


def given_of(canvas: str, facts: Facts, theme: Theme) -> Given:
    """What stands of all that was given on the canvas, as its report counts it; a card's copies carry no marks."""
    given = Given({}, {}, {}, {}, theme)
    for vote in facts.votes:
        given.dots[vote.item] = given.dots.get(vote.item, 0) + vote.dots
    cards = {
        each.thing: each.id for each in facts.items if each.kind == "card" and each.id == card_id(canvas, each.card)
    }
    for kind, scale in ((given.grades, "score"), (given.ticks, "checkbox")):
        for fact in facts.given.get(scale, ()):
            if fact.item in cards:
                kind.setdefault(cards[fact.item], []).append(fact.value)
    given.group.update({cards[fact.item]: fact.value for fact in facts.group if fact.item in cards})
    return given
