"""Fills a canvas as a person does: one item of each kind that each zone takes; then leads it through its steps."""

import json
import re
import urllib.request
from collections.abc import Iterator, Mapping
from typing import Any

from browser.people import WORDS, Someone
from playwright.sync_api import Locator, expect

from raakvlak.canvas.layout import Point, Rect, Zone, layout_of
from raakvlak.canvas.layout_parts import Frame
from raakvlak.canvas.records import Canvas, Organisation
from raakvlak.canvas.seeding import first_settings, seeded_cards
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import Language
from raakvlak.canvas.zones import place_at, point_of, zones_at

ORGANISATIONS = ("Noord", "Zuid", "Oost", "West")
SAID = {
    "nl": {
        "partners": "Fiches van organisaties",
        "token": "Jouw fiche",
        "own": "Fiches",
        "dots": "Start stippen",
        "count": "Stippen per persoon",
        "begin": re.compile("^Start met"),
        "close": "Sluit stemming",
        "shown": "Sluit en toon de uitslag",
        "close panel": "Sluit",
        "show": "Toon aan iedereen",
    },
    "en": {
        "partners": "Organisations' tokens",
        "token": "Your token",
        "own": "Tokens",
        "dots": "Start dots",
        "count": "Dots a person",
        "begin": re.compile("^Start with"),
        "close": "Close vote",
        "shown": "Close and show the result",
        "close panel": "Close",
        "show": "Show to everyone",
    },
}
PRIVATE = ("write", "place", "score")
FINENESS = 24
"""So many places are tried across and down a zone."""


class Filling:
    """One canvas in a workshop of its own, with somebody who facilitates and takes part for Noord."""

    def __init__(self, address: str, template: Template, noor: Someone) -> None:
        self.template = template
        self.noor, self.page = noor, noor.page
        self.language: Language = "en" if noor.words is WORDS["en"] else "nl"
        self.say: dict[str, Any] = SAID[self.language]
        partners = sum("partner-token" in zone.accepts for zone in template.zones)
        least = max((each.least for each in template.lists if each.id == "partners"), default=2)
        self.organisations = ORGANISATIONS[: max(2, partners, least)]
        wanted = {"title": template.id, "language": self.language, "organisations": self.organisations}
        made = self._post(f"{address}/api/workshops", {**wanted, "templates": [template.id]})
        self.link = str(made["links"]["facilitator"]["url"])
        self.report_address = f"{self.link.partition('/w/')[0]}/w/{made['id']}/report.json"
        known = [
            Organisation(id=f"org-{n + 1}", name=name, mark=n, order=n) for n, name in enumerate(self.organisations)
        ]
        settings = first_settings(template, known, self.language)
        self.layout = layout_of(template, settings)
        canvas = Canvas(id="canvas-1", template=template, order=0, settings=settings)
        self.seeded = {card.id: card for card in seeded_cards(canvas)}
        texts = {card.id: card for card in template.cards}
        self.homes = {card.id: texts[card.card].zone for card in self.seeded.values()}
        self._taken: list[Point] = []
        self._token_ids: list[str] = []
        self.notes: dict[str, str] = {}
        """By zone the text of its note."""
        self.cards: dict[str, str] = {}
        """By zone the card that was put there."""

    @staticmethod
    def _post(address: str, body: Any) -> Any:
        headers = {"Content-Type": "application/json"}
        asked = urllib.request.Request(address, json.dumps(body).encode(), headers)
        with urllib.request.urlopen(asked, timeout=20) as answer:
            return json.loads(answer.read())

    # --- where ---

    @property
    def zones(self) -> list[Zone]:
        """In the template's order."""
        order = [zone.id for zone in self.template.zones]
        return sorted(self.layout.zones, key=lambda zone: order.index(zone.of))

    def free(self, zone: Zone) -> Point:
        """A point of which this is the topmost zone, far from its border and from what was put before."""
        inside = []
        for frame in _frames(zone):
            for point in _points(frame):
                if zones_at(self.layout, place_at(self.layout, *point)).zones[:1] == (zone.id,):
                    inside.append(point)
        assert inside, f"expected a point in {zone.id}"
        kept = set(inside)
        frame = _frames(zone)[0]
        step = frame.width / FINENESS, frame.height / FINENESS

        def room(point: Point) -> float:
            apart = min((abs(point[0] - x) + abs(point[1] - y) for x, y in self._taken), default=1000.0)
            near = sum(
                (round(point[0] + dx * step[0], 2), round(point[1] + dy * step[1], 2)) in kept
                for dx in (-2, 0, 2)
                for dy in (-2, 0, 2)
            )
            return min(apart, 250.0) * near

        best = max(inside, key=room)
        self._taken.append(best)
        return best

    def screen(self, point: Point) -> tuple[float, float]:
        """Where a point of the sheet stands in the window."""
        return self.noor.point(point[0] / self.layout.width, point[1] / self.layout.height)

    # --- placing ---

    def open(self) -> None:
        """Join as who facilitates, for Noord."""
        self.noor.join(self.link, "Noor", ORGANISATIONS[0])
        expect(self.page.locator(".canvas-sheet path").first).to_be_attached()

    def fill(self) -> None:
        """One item of each kind that each zone takes."""
        zones = self.zones
        for kind, place in (
            ("card", self._cards),
            ("partner-token", self._partners),
            ("participant-token", self._tokens),
            ("sticky", self._notes),
            ("connector", self._arrows),
        ):
            taking = [zone for zone in zones if kind in zone.accepts]
            if taking:
                place(taking)
        if (
            "checkbox" not in self.template.kinds
        ):  # one's own ticks are private at first; at other times they are the group's
            self._scales()
        self.noor.sees_saved()

    def _notes(self, zones: list[Zone]) -> None:
        for zone in zones:
            self.note(zone, f"n-{zone.id}")
            self.notes[zone.id] = f"n-{zone.id}"
            if self.template.tones:
                self.page.keyboard.press(" ")
                self.page.locator(".selection-bar .tone").nth((len(self.notes) - 1) % 2).click()
                self.page.locator(".canvas").first.evaluate("canvas => canvas.focus()")
                self.page.keyboard.press("Escape")

    def note(self, zone: Zone, text: str) -> None:
        """N where the pointer is, and what it says."""
        self.page.locator(".canvas").first.evaluate("canvas => canvas.focus()")
        self._still()
        self.page.mouse.move(*self.screen(self.free(zone)))
        self.page.keyboard.press("n")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Escape")

    def _cards(self, zones: list[Zone]) -> None:
        """Into each zone the next card that lies elsewhere; of what lies in a private zone, where it stays, a copy."""
        kinds = {card.id: (card.zone, card.kind) for card in self.template.cards}
        private = {zone.of for zone in zones if zone.private}
        left = {each: kinds[card.card][0] for each, card in self.seeded.items() if kinds[card.card][1] == "card"}
        for card in self.seeded.values():
            self._taken.append(point_of(self.layout, card.place))
        for zone in zones:
            own = [card for card, home in left.items() if home == zone.of]
            if zone.private and own:
                self.page.keyboard.down("Alt")
                self.drag(self.item(own[0]), self.free(zone))
                self.page.keyboard.up("Alt")
                expect(self.page.locator(".item.card.draft")).to_have_count(1)
            card_id = next((card for card, home in left.items() if home not in (zone.of, *private)), None)
            if card_id is None:
                continue
            del left[card_id]
            self.item(card_id).evaluate("card => card.focus()")
            self.page.keyboard.press("]")  # on top, where it can be taken hold of
            self.drag(self.item(card_id), self.free(zone))
            self.cards[zone.id] = card_id

    def _partners(self, zones: list[Zone]) -> None:
        """Into each zone the next organisation's."""
        word = "own" if self.template.tokens else "partners"
        self.page.get_by_role("button", name=self.say[word], exact=True).click()
        panel = self.page.locator("aside.panel")
        for number in range(len(self.organisations)):
            panel.get_by_role("button", name=re.compile(self.organisations[number])).click()
            expect(self.page.locator(".item.partner-token")).to_have_count(number + 1)
        self._close(word)
        for number, zone in enumerate(zones):
            organisation = f"org-{number % len(self.organisations) + 1}"
            self.drag(self.item(f"canvas-1.partner.{organisation}"), self.free(zone))

    def _tokens(self, zones: list[Zone]) -> None:
        """One's own, by way of all zones."""
        texts = self.template.tokens
        for number, text in enumerate(texts or (None,)):
            before = self.page.locator(".item.participant-token").count()
            if text:
                self.page.get_by_role("button", name=self.say["own"], exact=True).click()
                rows = self.page.locator("aside.panel li")  # by row: one token's name may begin another's
                expect(rows.nth(number)).to_contain_text(getattr(text.label, self.language))
                rows.nth(number).get_by_role("button").click()
            else:
                self.page.get_by_role("button", name=self.say["token"], exact=True).click()
            expect(self.page.locator(".item.participant-token")).to_have_count(before + 1)
            if text:
                self._close("own")
            tokens = self.page.locator(".item.participant-token").all()
            (new,) = {each.get_attribute("data-item") or "" for each in tokens} - set(self._token_ids)
            self._token_ids.append(new)
            token = self.item(new)
            frame = text.frame if text else None
            there = [zone for zone in zones if frame is None or zone.id in (frame, *self._of_field(frame))]
            for zone in reversed(there) if number % 2 else there:  # so that the second ends elsewhere
                self.drag(token, self._middle(zone, aside=number % 2 == 1 and len(there) == 1))

    def _close(self, word: str) -> None:
        self.page.get_by_role("button", name=self.say[word], exact=True).click()
        expect(self.page.locator("aside.panel")).to_have_count(0)
        self._still()

    def _still(self) -> None:
        """Once the sheet lies where it stays: what was closed gave it room, what was written moved it."""
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def _of_field(self, frame: str) -> list[str]:
        at = self.layout.frames[frame]
        middle = place_at(self.layout, at.x + at.width / 2, at.y + at.height / 2)
        return list(zones_at(self.layout, middle).zones)

    def _middle(self, zone: Zone, aside: bool = False) -> Point:
        """Or, aside, three quarters of the way to the right and down."""
        frame, share = _frames(zone)[0], 0.75 if aside else 0.5
        self._taken.append((frame.x + share * frame.width, frame.y + share * frame.height))
        return self._taken[-1]

    def _arrows(self, zones: list[Zone]) -> None:
        """From each zone's note to the next zone's, of which the last leads back to the first."""
        notes = [self.notes[zone.id] for zone in zones if zone.id in self.notes]
        if len(notes) < 2:
            notes = list(self.notes.values())
        arrows = self.page.locator(".item.connector, .connector")
        for number, (start, end) in enumerate(zip(notes, [*notes[1:], notes[0]], strict=True), 1):
            self.page.keyboard.press("Escape")
            self.noor.note(start).evaluate("item => item.focus()")
            self.page.keyboard.press("a")
            self.noor.note(end).evaluate("item => item.focus()")
            self.page.keyboard.press("Enter")
            expect(arrows).to_have_count(number)
            self._still()  # its label is written on at once: the next key is for the canvas again
            self.page.keyboard.press("Escape")

    def _scales(self) -> None:
        """By their keys, the nth zone (and its mth aspect): a score of n + m, from 1 to 5; a glad face; a ticked box.

        Of cards to score or tick the first that lies in a zone; of boxes of which a person ticks one in each row,
        the nth.
        """
        kinds = {"score", "smiley", "checkbox"}
        scales = self.page.locator(".canvas .scale")
        given = {each.get_attribute("data-give") or "": each for each in scales.all()}
        for number, zone in enumerate(zone for zone in self.zones if kinds & set(zone.accepts)):
            own = [key for key in given if key.startswith(f"zone:{zone.id} ")] or self._lines(zone, number, given)
            for aspect, key in enumerate(own):
                self._give(given[key], number + aspect)

    def _lines(self, zone: Zone, number: int, given: Mapping[str, Locator]) -> list[str]:
        moved = {card: where for where, card in self.cards.items()}
        there = [card.id for card in self.seeded.values() if moved.get(card.id, self.homes[card.id]) == zone.id]
        keys = [f"{card} " for card in there if f"{card} " in given]
        rows = any(card.row for card in self.template.cards)
        return keys[number : number + 1] if rows else keys[:1]

    def _give(self, scale: Locator, number: int) -> None:
        kind = scale.get_attribute("data-scale")
        scale.evaluate("scale => scale.focus()")
        if self.template.scoring.each:  # for each of several: they stand in a sheet
            self.page.keyboard.press("Enter")
            sheet = self.page.locator(".scale-sheet")
            for entry, group in enumerate(sheet.get_by_role("group").all()):
                group.get_by_role("radio").nth((number + entry) % 5).check()
            self.page.keyboard.press("Escape")
        elif kind == "checkbox":
            self.page.keyboard.press(" ")
        else:
            self.page.keyboard.press("3" if kind == "smiley" else str(1 + number % 5))

    # --- gestures ---

    def item(self, item: str) -> Locator:
        """An item by its id."""
        return self.page.locator(f'.item[data-item="{item}"]')

    def drag(self, item: Locator, to: Point, share: float = 0.5) -> None:
        """Drag its middle there, holding it at this share of its width."""
        disc = item.locator(".token-disc")
        box = (disc if disc.count() else item).first.bounding_box()
        assert box is not None
        aside = box["width"] * (0.5 - share)
        x, y = box["x"] + box["width"] / 2 - aside, box["y"] + box["height"] / 2
        to_x, to_y = self.screen(to)
        to_x -= aside
        mouse = self.page.mouse
        mouse.move(x, y)
        mouse.down()
        mouse.move((x + to_x) / 2, (y + to_y) / 2, steps=2)
        mouse.move(to_x, to_y, steps=2)
        mouse.up()

    # --- steps ---

    def run(self) -> None:
        """Start, and on through all steps; in the last private one before a reveal a note, in a vote dots."""
        modes = [step.mode for step in self.template.steps]
        writes = self.writes_in(modes)
        for number, mode in enumerate(modes):
            self._enter(number, mode)
            if number == writes:
                self.note(self.first, "private")
                if "checkbox" in self.template.kinds:
                    self._scales()
                expect(self.page.locator(".item.sticky.draft")).to_have_count(1 + len(self.behind))
                self.noor.sees_saved()
            if mode == "reveal" and writes is not None and number > writes:
                expect(self.page.locator(".item.sticky.draft")).to_have_count(len(self.behind))
                self.noor.sees_note("private")
                if self.behind:
                    self._take_out()
            if mode == "vote":
                self._vote()

    def _enter(self, number: int, mode: str) -> None:
        """By its row in the agenda: two presses of the same button soon after each other would count as one."""
        row = self.page.locator(".agenda-list > li").nth(number)
        if number:
            row.locator(".agenda-row").click()
            if mode == "reveal":
                row.locator(".confirm .button.main").click()
        else:
            self.page.locator(".lead .button.main").first.click()
        expect(self.page.locator(".step-number").first).to_have_text(re.compile(rf"^\s*{number + 1}\s*$"))

    @property
    def behind(self) -> list[str]:
        """The notes in zones that are private for good."""
        return [self.notes[zone.id] for zone in self.zones if zone.private and zone.id in self.notes]

    def _take_out(self) -> None:
        """Of the notes that stay private the first, and the card that was copied: everyone may see them."""
        for item in (self.noor.note(self.behind[0]), self.page.locator(".item.card.draft")):
            expect(item).to_have_class(re.compile(r"\bdraft\b"))
            found = self.item(item.get_attribute("data-item") or "")
            found.evaluate("item => item.focus()")
            self.drag(found, self.free(self.first), 0.25)  # clear of a mark of hints that may lie over it
            self.page.get_by_role("button", name=self.say["show"]).click()
            expect(self.page.locator(".lift-chip")).to_be_hidden()
            self.noor.sees_saved()
        expect(self.page.locator(".item.sticky.draft")).to_have_count(len(self.behind) - 1)
        expect(self.page.locator(".item.card.draft")).to_have_count(0)

    @property
    def first(self) -> Zone:
        """The first zone of the template in which a note can be shown: there the private one goes."""
        text = next(zone.id for zone in self.template.zones if "sticky" in zone.accepts and not zone.private)
        return next(zone for zone in self.layout.zones if zone.of == text)

    def writes_in(self, modes: list[Any]) -> int | None:
        """The step in which a note is written that the next step to reveal shows."""
        if "reveal" not in modes or not any("sticky" in zone.accepts for zone in self.layout.zones):
            return None
        before = [number for number in range(modes.index("reveal")) if modes[number] in PRIVATE]
        return before[-1] if before else None

    def _vote(self) -> None:
        """One dot on a note, or else a card, of each zone that takes dots."""
        zones = [zone.id for zone in self.layout.zones if "dot-vote" in zone.accepts]
        console = self.page.locator("#console")
        console.get_by_role("button", name=self.say["dots"]).first.click()
        console.get_by_label(self.say["count"]).fill(str(len(zones)))
        console.get_by_role("button", name=self.say["begin"]).first.click()
        expect(self.page.locator(".vote-bar")).to_be_visible()
        for zone in zones:
            item = self.noor.note(self.notes[zone]) if zone in self.notes else self.item(self.cards[zone])
            item.first.evaluate("item => item.focus()")
            self.page.keyboard.press("+")
        self.noor.sees_saved()
        console.get_by_role("button", name=self.say["close"]).first.click()
        console.get_by_role("button", name=self.say["shown"]).first.click()
        expect(self.page.locator(".vote-bar")).to_have_count(0)

    def report(self) -> Any:
        """What the report says of the canvas."""
        answer = self.page.request.get(self.report_address)
        assert answer.ok, answer.text()
        [canvas] = answer.json()["canvases"]
        return canvas


def _frames(zone: Zone) -> list[Frame]:
    found = []
    for area in zone.areas:
        if isinstance(area, Rect):
            found.append(Frame(area.x, area.y, area.width, area.height))
        elif hasattr(area, "points"):
            across, down = zip(*area.points, strict=True)
            left, top = min(across), min(down)
            found.append(Frame(left, top, max(across) - left, max(down) - top))
        else:
            found.append(Frame(area.x - area.outer, area.y - area.outer, 2 * area.outer, 2 * area.outer))
    return found


def _points(frame: Frame) -> Iterator[Point]:
    for j in range(1, FINENESS):
        for i in range(1, FINENESS):
            yield round(frame.x + i * frame.width / FINENESS, 2), round(frame.y + j * frame.height / FINENESS, 2)
