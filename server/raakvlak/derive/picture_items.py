"""What people laid on a canvas, as it looks in a picture: notes, cards, tokens, labels, arrows."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from raakvlak.canvas.layout import Layout, Point
from raakvlak.canvas.layout_cards import CARD, CARD_PAD, TICK
from raakvlak.canvas.measure import width_of
from raakvlak.canvas.records import Canvas, Organisation, Person, Record
from raakvlak.canvas.seeding import seeded_card
from raakvlak.canvas.values import Language
from raakvlak.canvas.zones import point_of
from raakvlak.derive.palette import COLOURS, HUES, MARKS, Hue, Theme
from raakvlak.derive.picture_given import Given
from raakvlak.derive.picture_links import WIDTHS, Arrow, Box, arrow_between, asides
from raakvlak.derive.picture_marks import broken, element, initials, line_of, number, texts

PARTNER, OWN = 88.0, 76.0
"""Px across a token."""
PADDING, FOOT = 12.0, 22.0
SIGNED = 54.0
"""What a mark and initials take of a note's foot."""
STEPS = ((19.0, 24.0), (17.0, 22.0), (15.0, 20.0), (13.0, 17.0))
"""Sizes and leadings in which a note's text becomes smaller until it fits."""
CARD_SIZE = (188.0, 56.0)
NAME = (19.0, 400, 170.0)
"""Size, weight and width of the name below a token."""


class Painter(NamedTuple):
    """Paints the items of one canvas."""

    canvas: Canvas
    layout: Layout
    organisations: Mapping[str, Organisation]
    people: Mapping[str, Person]
    records: Mapping[str, Record]
    theme: Theme
    language: Language
    given: Given

    def paint(self) -> Iterator[str]:
        """From the bottom up: arrows lie under what they hold on to."""
        items: list[Any] = [each for each in self.records.values() if self._lies(each)]
        boxes = {each.id: self._box(each) for each in items}
        arrows = list(self._arrows(items, boxes))
        yield from self._pairs(items, boxes)
        yield from (line for line, _ in arrows)
        for item in sorted(items, key=lambda each: each.z):
            paint = _PAINTERS.get(_kind(item))
            if paint is not None:
                painted = (*paint(self, item, boxes[item.id]), *self._given(item, boxes[item.id]))
                yield element("g", *filter(None, painted), data_item=item.id)
        yield from (words for _, words in arrows if words)

    def tops(self) -> list[float]:
        """Where each item begins (px from the sheet's top)."""
        boxes = [self._box(each) for each in self.records.values() if self._lies(each)]
        return [box.y - box.height / 2 for box in boxes]

    # The kinds of items differ in what they have: `Any` stands for one of them.

    def _lies(self, record: Any) -> bool:
        return (
            getattr(record, "canvas", None) == self.canvas.id
            and hasattr(record, "z")
            and getattr(record, "deleted", None) is None
        )

    def _box(self, item: Any) -> Box:
        x, y = point_of(self.layout, item.place)
        kind = _kind(item)
        if kind in ("partner-token", "participant-token"):
            side = PARTNER if kind == "partner-token" else OWN
            lines = broken(self._token_name(item), *NAME)
            wide = max((width_of(line, *NAME[:2]) for line in lines), default=0.0)
            return Box(x, y, side, side, True, (wide + 6, len(lines) * 23.0 + 6))
        if kind == "card":
            spots: tuple[Any, ...] = getattr(self.layout, "cards", ())
            spot = next((each for each in spots if each.card == item.card), None)
            return Box(x, y, *((spot.width, spot.height) if spot else CARD_SIZE))
        return Box(x, y, getattr(item, "width", 0.0), getattr(item, "height", 0.0))

    def colour(self, name: str) -> str:
        return COLOURS[self.theme][name]

    def hue(self, organisation: Organisation | None) -> Hue:
        """Its colours; those of nobody's things are neutral."""
        if organisation is None:
            return Hue(self.colour("ink2"), self.colour("raise"), self.colour("edge"))
        return HUES[self.theme][organisation.mark % len(MARKS)]

    def organisation(self, person: str | None) -> Organisation | None:
        found = self.people.get(person or "")
        return self.organisations.get((found.organisation if found else None) or "")

    def mark(self, organisation: Organisation | None, x: float, y: float, size: float) -> str:
        """An organisation's mark with its middle at (x, y); from the ninth on a letter stands in it."""
        if organisation is None:
            return ""
        scale = size / 16
        place = f"translate({number(x - size / 2)} {number(y - size / 2)}) scale({number(scale)})"
        d = MARKS[organisation.mark % len(MARKS)]
        shape = element("path", d=d, fill=self.hue(organisation).mark, fill_rule="evenodd")
        if organisation.order < len(MARKS):
            return element("g", shape, transform=place)
        letter = texts(
            8, 11.4, (organisation.name[:1].upper(),), 9, 9, self.colour("sheet"), weight=700, anchor="middle"
        )
        return element("g", shape, letter, transform=place)

    def _given(self, item: Any, box: Box) -> Iterator[str]:
        """What people gave to it."""
        left, right = box.x - box.width / 2, box.x + box.width / 2
        top, low = box.y - box.height / 2, box.y + box.height / 2
        if _kind(item) == "sticky":
            toned = 20.0 if self._sign(item) else 0.0
            yield from self.given.on_note(
                item.id, left + PADDING + SIGNED, right - PADDING - toned, low - PADDING - FOOT / 2
            )
        elif _kind(item) == "card":
            seeded = next((each for each in self.canvas.template.cards if each.id == item.card), None)
            kind = seeded.kind if seeded else "card"
            if kind == "checkbox":
                yield from self.given.on_tick(item.id, left, top)
            elif kind == "statement":
                yield from self.given.on_statement(item.id, left, low - TICK / 2)
            else:
                yield from self.given.on_card(item.id, left + 8, right - 8, low)

    # --- kinds ---

    def note(self, item: Any, box: Box) -> Iterator[str]:
        organisation = self.organisation(item.author)
        hue = self.hue(organisation)
        left, top = box.x - box.width / 2, box.y - box.height / 2
        room = box.height - 2 * PADDING - FOOT
        for size, leading in STEPS:
            lines = broken(item.text, size, 400, box.width - 2 * PADDING)
            if len(lines) * leading <= room:
                break
        height = max(box.height, len(lines) * leading + 2 * PADDING + FOOT)
        yield element("rect", x=left, y=top, width=box.width, height=height, rx=3, fill=hue.note, stroke=hue.edge)
        yield texts(left + PADDING, top + PADDING + 0.8 * size, lines, size, leading, self.colour("ink"))
        foot = top + height - PADDING - FOOT / 2
        yield self.mark(organisation, left + PADDING + 8, foot, 16)
        person = self.people.get(item.author or "")
        if person is not None:
            at = left + PADDING + (23 if organisation else 0)
            yield texts(at, foot + 6, (initials(person.name),), 17, 22, self.colour("ink2"))
        sign = {"plus": "+", "attention": "!"}.get(self._sign(item), "")
        yield texts(left + box.width - PADDING, foot + 6, (sign,), 19, 22, self.colour("ink"), weight=650, anchor="end")

    def _sign(self, item: Any) -> str:
        tone = getattr(item, "tone", "")
        return next((each.sign for each in self.canvas.template.tones if each.id == tone), "")

    def card(self, item: Any, box: Box) -> Iterator[str]:
        seeded = next((each for each in self.canvas.template.cards if each.id == item.card), None)
        written = item.text or (getattr(seeded.text, self.language) if seeded else "")
        left, top = box.x - box.width / 2, box.y - box.height / 2
        line = seeded is not None and seeded.kind != "card"
        inset = {"checkbox": TICK, "statement": 0.0}.get(seeded.kind if seeded else "", CARD_PAD)
        if not line:
            yield element(
                "rect", x=left, y=top, width=box.width, height=box.height, rx=2,
                fill=self.colour("sheet"), stroke=self.colour("edge"),
            )  # fmt: skip
        elif inset:
            yield element("rect", x=left + 1, y=top + 3, width=18, height=18, fill="none", stroke=self.colour("edge"))
        else:
            yield from self._grades(left, top + box.height - TICK / 2)
        lines = broken(written, CARD.size, 400, box.width - inset - (0 if line else CARD_PAD))
        high = len(lines) * CARD.leading
        first = (top if line else box.y - high / 2) + 0.79 * CARD.leading
        yield texts(left + inset, first, lines, CARD.size, CARD.leading, self.colour("ink"))

    def _grades(self, left: float, y: float) -> Iterator[str]:
        """The five circles under a statement."""
        for number_ in range(5):
            yield element("circle", cx=left + 12 + 32 * number_, cy=y, r=11, fill="none", stroke=self.colour("edge"))

    def partner(self, item: Any, box: Box) -> Iterator[str]:
        organisation = self.organisations.get(item.organisation)
        name = organisation.name if organisation else ""
        yield self._disc(box, self.hue(organisation), dashed=False)
        yield self.mark(organisation, box.x, box.y - 13, 22)
        yield texts(box.x, box.y + 20, (initials(name),), 20, 24, self.colour("ink"), weight=650, anchor="middle")
        yield self._name(box, name)

    def own(self, item: Any, box: Box) -> Iterator[str]:
        person = self.people.get(item.person)
        organisation = self.organisation(item.person)
        yield self._disc(box, self.hue(organisation), dashed=self._is_desired(item.which))
        yield texts(
            box.x, box.y + 7, (initials(person.name) if person else "",), 20, 24,
            self.colour("ink"), weight=650, anchor="middle",
        )  # fmt: skip
        corner = OWN / 2 - 9
        if organisation is not None:
            yield element("circle", cx=box.x + corner, cy=box.y + corner, r=13, fill=self.colour("sheet"))
        yield self.mark(organisation, box.x + corner, box.y + corner, 20)
        yield self._name(box, self._token_name(item))

    def _is_desired(self, which: str) -> bool:
        """Whether it is not the first of the tokens for its frame."""
        return which not in ("", self._first_with(which))

    def _first_with(self, which: str) -> str:
        tokens = self.canvas.template.tokens
        frame = next((each.frame for each in tokens if each.id == which), None)
        return next((each.id for each in tokens if each.frame == frame), "")

    def _token_name(self, item: Any) -> str:
        """What stands below a token; of several that somebody has, which it is below all but the first."""
        if _kind(item) == "partner-token":
            return getattr(self.organisations.get(item.organisation), "name", "")
        name = getattr(self.people.get(item.person), "name", "")
        label = next((each.label for each in self.canvas.template.tokens if each.id == item.which), None)
        return f"{name}, {getattr(label, self.language)}" if label and self._is_desired(item.which) else name

    def _disc(self, box: Box, hue: Hue, *, dashed: bool) -> str:
        """Solid; or dashed and empty, for what is desired."""
        return element(
            "circle", cx=box.x, cy=box.y, r=box.width / 2 - 2, stroke=hue.mark, stroke_width=4,
            fill=self.colour("sheet") if dashed else hue.note, stroke_dasharray="9 6" if dashed else None,
        )  # fmt: skip

    def _name(self, box: Box, name: str) -> str:
        """A token's name below it, with the sheet round its letters so that it can be read on a line."""
        lines = broken(name, *NAME)
        below = box.y + box.height / 2 + 24
        written = texts(box.x, below, lines, 19, 23, self.colour("ink"), anchor="middle")
        return (
            element("g", written, paint_order="stroke", stroke=self.colour("sheet"), stroke_width=5) if written else ""
        )

    def label(self, item: Any, box: Box) -> Iterator[str]:
        lines = broken(item.text, 19, 400, 400)
        yield texts(box.x, box.y + 6, lines, 19, 24, self.colour("ink"), weight=550, anchor="middle")

    def _arrows(self, items: list[Any], boxes: Mapping[str, Box]) -> Iterator[tuple[str, str]]:
        """Of each arrow its line, which lies under what it connects, and its words, which lie above that."""
        links = [item for item in items if _kind(item) == "connector"]
        lanes = asides(links)
        for link in links:
            start, far = boxes.get(link.start), self.records.get(link.end)
            if start is None or far is None or getattr(far, "deleted", None) is not None:
                continue
            chip = "" if link.end in boxes else self._called(far)
            end = boxes.get(link.end) or _beside_of(start, chip)
            arrow = arrow_between(start, end, WIDTHS.get(link.strength, WIDTHS[1]), lanes[link.id])
            if arrow is not None:
                words = self._beside(link.text, arrow.middle), self._beside(chip, (end.x, end.y))
                line = self._line(arrow, WIDTHS.get(link.strength, WIDTHS[1]))
                yield element("g", line, data_item=link.id), "".join(words)

    def _line(self, arrow: Arrow, width: float) -> str:
        ink = self.colour("ink")
        head = "L".join(_at(point) for point in (arrow.tip, *arrow.corners))
        line = line_of(f"M{_at(arrow.tail)}L{_at(arrow.neck)}", ink, width)
        return line + element("path", d=f"M{head}Z", fill=ink)

    def _pairs(self, items: list[Any], boxes: Mapping[str, Box]) -> Iterator[str]:
        """How it is now and how somebody would have it, joined."""
        own = {(item.person, item.which): item for item in items if _kind(item) == "participant-token"}
        for (person, which), item in own.items():
            first = own.get((person, self._first_with(which)))
            arrow = arrow_between(boxes[first.id], boxes[item.id], 0) if first and first is not item else None
            if arrow is not None:
                colour = self.hue(self.organisation(person)).mark
                way = f"M{_at(arrow.tail)}L{_at(arrow.tip)}"
                yield element("path", d=way, stroke=colour, stroke_width=2.5, stroke_linecap="round",
                              stroke_dasharray="0.1 7", fill="none")  # fmt: skip

    def _called(self, far: Any) -> str:
        """What something on another canvas says."""
        canvas = self.records.get(getattr(far, "canvas", ""))
        text = getattr(far, "text", "")
        if _kind(far) == "card" and not text and isinstance(canvas, Canvas):
            seeded = seeded_card(canvas.template, far.card)
            text = getattr(seeded.text, self.language) if seeded else ""
        if _kind(far) == "partner-token":
            text = getattr(self.organisations.get(far.organisation), "name", "")
        if _kind(far) == "participant-token":
            text = getattr(self.people.get(far.person), "name", "")
        return text or "…"

    def _beside(self, written: str, point: Point) -> str:
        if not written:
            return ""
        lines = broken(written, 15, 500, 160)
        high = len(lines) * 19.0
        wide = max(width_of(line, 15, 500) for line in lines) + 10
        patch = element(
            "rect", x=point[0] - wide / 2, y=point[1] - high / 2 - 1, width=wide, height=high + 2, rx=3,
            fill=self.colour("sheet"),
        )  # fmt: skip
        first = point[1] - high / 2 + 14.5
        inside = texts(point[0], first, lines, 15, 19, self.colour("ink"), weight=500, anchor="middle")
        return element("g", patch, inside)


_PAINTERS = {
    "sticky": Painter.note,
    "card": Painter.card,
    "partner-token": Painter.partner,
    "participant-token": Painter.own,
    "label": Painter.label,
}


def _kind(record: Any) -> str:
    return str(record.__struct_config__.tag)


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _beside_of(start: Box, chip: str) -> Box:
    """Where what lies on another canvas is named: at the right of what leads to it."""
    lines = broken(chip, 15, 500, 160)
    wide = max((width_of(line, 15, 500) for line in lines), default=0.0) + 10
    return Box(start.x + start.width / 2 + 64 + wide / 2, start.y, wide, len(lines) * 19.0)
