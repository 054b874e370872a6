"""What people laid on a canvas, as it looks in a picture: notes, cards, tokens, labels, arrows."""

from collections.abc import Iterator, Mapping
from math import hypot
from typing import Any, NamedTuple

from raakvlak.canvas.layout import Layout, Point
from raakvlak.canvas.layout_cards import CARD, CARD_PAD, TICK
from raakvlak.canvas.measure import width_of
from raakvlak.canvas.records import Canvas, Organisation, Person, Record
from raakvlak.canvas.values import Language
from raakvlak.canvas.zones import point_of
from raakvlak.derive.palette import COLOURS, HUES, MARKS, Hue, Theme
from raakvlak.derive.picture_given import Given
from raakvlak.derive.picture_marks import broken, element, initials, line_of, number, texts

PARTNER, OWN = 88.0, 76.0
"""Px across a token."""
PADDING, FOOT = 12.0, 22.0
STEPS = ((19.0, 24.0), (17.0, 22.0), (15.0, 20.0), (13.0, 17.0))
"""Sizes and leadings in which a note's text becomes smaller until it fits."""
CARD_SIZE = (188.0, 56.0)
STRENGTHS = {1: 2.75, 2: 4.75, 3: 7.75}
"""How thick an arrow is."""
HEAD = 14.0
"""Px that an arrow's head is long, and then the more the thicker it is."""


class Box(NamedTuple):
    """A rectangle about its middle."""

    x: float
    y: float
    width: float
    height: float


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
        for item in items:
            if _kind(item) == "connector":
                yield from self._arrow(item, boxes)
        for item in sorted(items, key=lambda each: each.z):
            paint = _PAINTERS.get(_kind(item))
            if paint is not None:
                painted = (*paint(self, item, boxes[item.id]), *self._given(item, boxes[item.id]))
                yield element("g", *filter(None, painted), data_item=item.id)

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
            return Box(x, y, side, side)
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
            yield from self.given.on_note(item.id, right - PADDING - toned, low - PADDING - FOOT / 2)
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
        yield self._name(box, person.name if person else "")

    def _is_desired(self, which: str) -> bool:
        """Whether it is not the first of the tokens for its frame."""
        tokens = self.canvas.template.tokens
        frame = next((each.frame for each in tokens if each.id == which), None)
        return which not in ("", next((each.id for each in tokens if each.frame == frame), ""))

    def _disc(self, box: Box, hue: Hue, *, dashed: bool) -> str:
        """Solid; or dashed and empty, for what is desired."""
        return element(
            "circle", cx=box.x, cy=box.y, r=box.width / 2 - 2, stroke=hue.mark, stroke_width=4,
            fill=self.colour("sheet") if dashed else hue.note, stroke_dasharray="9 6" if dashed else None,
        )  # fmt: skip

    def _name(self, box: Box, name: str) -> str:
        """A token's name below it, with the sheet round its letters so that it can be read on a line."""
        lines = broken(name, 19, 400, 170)
        below = box.y + box.height / 2 + 24
        written = texts(box.x, below, lines, 19, 23, self.colour("ink"), anchor="middle")
        return (
            element("g", written, paint_order="stroke", stroke=self.colour("sheet"), stroke_width=5) if written else ""
        )

    def label(self, item: Any, box: Box) -> Iterator[str]:
        lines = broken(item.text, 19, 400, 400)
        yield texts(box.x, box.y + 6, lines, 19, 24, self.colour("ink"), weight=550, anchor="middle")

    def _arrow(self, item: Any, boxes: Mapping[str, Box]) -> Iterator[str]:
        start = boxes.get(item.start)
        if start is None:
            return
        end = boxes.get(item.end)
        target = end or Box(start.x + start.width / 2 + 110, start.y, 0.0, 0.0)
        width = STRENGTHS.get(getattr(item, "strength", 1), STRENGTHS[1])
        tail, tip = _edge(start, (target.x, target.y)), _edge(target, (start.x, start.y))
        length = hypot(tip[0] - tail[0], tip[1] - tail[1])
        if length < 1:
            return
        ux, uy = (tip[0] - tail[0]) / length, (tip[1] - tail[1]) / length
        head = min(length, HEAD + width)
        neck = (tip[0] - ux * head, tip[1] - uy * head)
        side = head * 0.45
        ink = self.colour("ink")
        yield line_of(f"M{_at(tail)}L{_at(neck)}", ink, width)
        corners = (neck[0] - uy * side, neck[1] + ux * side), (neck[0] + uy * side, neck[1] - ux * side)
        yield element("path", d=f"M{_at(tip)}L{_at(corners[0])}L{_at(corners[1])}Z", fill=ink)
        middle = (tail[0] + tip[0]) / 2, (tail[1] + tip[1]) / 2
        yield self._beside(item.text, middle)
        if end is None:
            far: Any = self.records.get(item.end)
            yield self._beside(getattr(far, "text", "") or "…", (tip[0] + 60, tip[1]))

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


def _edge(box: Box, towards: Point) -> Point:
    """Where the line from a box's middle leaves it, and a little further."""
    dx, dy = towards[0] - box.x, towards[1] - box.y
    length = hypot(dx, dy)
    if length == 0 or box.width == 0:
        return box.x, box.y
    if box.width == box.height:
        out = box.width / 2
    else:
        across = abs(box.width / 2 / dx) if dx else float("inf")
        along = abs(box.height / 2 / dy) if dy else float("inf")
        out = min(across, along) * length
    share = min(1.0, (out + 6) / length)
    return box.x + dx * share, box.y + dy * share
