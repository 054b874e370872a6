"""People with browsers, for tests: what they do is what a person does, by what stands on the screen."""

import re
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

WORDS = {
    "nl": {
        "title": "Titel",
        "name": "Naam",
        "make": "Maak de workshop",
        "ready": "De workshop staat klaar",
        "who": "Hoe heet je?",
        "join": "Doe mee",
        "saved": "Opgeslagen",
        "waiting": re.compile(r"\d+ wijziging(en)? wacht(en)?|Verbinden…"),
        "reconnecting": "Verbinden…",
        "line gone": "De verbinding is weg. Werk gerust door.",
        "triangle": "De gouden driehoek",
        "grid": "Vertrouwen en waakzaamheid",
        "rings": "Strategische kern",
        "undo": "Maak ongedaan",
        "redo": "Opnieuw",
        "partner tokens": "Fiches van organisaties",
        "own tokens": "Fiches",
        "own token": "Jouw fiche: Nu",
        "observer live": "Kijk live mee",
        "observer replay": "Kijk terug",
        "play": "Speel af",
        "timeline": "Tijdlijn",
        "local": "Deze links werken alleen op deze computer",
        "outline": "Lijst",
        "shared zone": "Gezamenlijk belang",
        "locked": "heeft dit vergrendeld",
        "centre": "Grootte van het midden",
        "adjust": "Canvas aanpassen",
        "menu": "Meer",
        "deleted": "Verwijderde kaartjes",
        "move": "Naar zone",
        "restore": "Zet terug",
        "follow": "Volg",
        "following": "Je volgt",
        "note": "Kaartje",
        "delete": "Verwijder",
        "lock": "Vergrendel",
        "share": "Delen",
        "add organisation": "Organisatie erbij",
    },
    "en": {
        "title": "Title",
        "name": "Name",
        "make": "Make the workshop",
        "ready": "The workshop is ready",
        "who": "What is your name?",
        "join": "Join",
        "saved": "Saved",
        "waiting": re.compile(r"\d+ changes? waiting|Reconnecting…"),
        "reconnecting": "Reconnecting…",
        "line gone": "The connection is gone. Just keep working.",
        "triangle": "The golden triangle",
        "grid": "Trust and vigilance",
        "rings": "Strategic core",
        "undo": "Undo",
        "redo": "Redo",
        "partner tokens": "Organisations' tokens",
        "own tokens": "Tokens",
        "own token": "Your token: Now",
        "observer live": "Watch live",
        "observer replay": "Watch the replay",
        "play": "Play",
        "timeline": "Timeline",
        "local": "These links work on this computer only",
        "outline": "List",
        "shared zone": "Shared interest",
        "locked": "locked this",
        "centre": "Size of the centre",
        "adjust": "Adjust canvas",
        "menu": "More",
        "deleted": "Deleted notes",
        "move": "Move to zone",
        "restore": "Put back",
        "follow": "Follow",
        "following": "You are following",
        "note": "Note",
        "delete": "Delete",
        "lock": "Lock",
        "share": "Share",
        "add organisation": "Add organisation",
    },
}
"""What stands on the screen in each language."""

ORGANISATIONS = ("Gemeente Oeverdam", "Waterschap Lage Linge")


@dataclass(frozen=True)
class Links:
    """What the start page gives."""

    participant: str
    observer: str
    facilitator: str


class Someone:
    """A person with a browser of their own, in one language."""

    def __init__(
        self, browser: Browser, language: str, width: int = 1280, height: int = 800, motion: bool = False
    ) -> None:
        locale = "nl-NL" if language == "nl" else "en-GB"
        self.context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": height},
            locale=locale,
            reduced_motion="no-preference" if motion else "reduce",
        )
        self.context.set_default_timeout(15_000)
        self.words = WORDS[language]
        self.troubles: list[str] = []
        self.page = self.tab()

    def tab(self) -> Page:
        """Another tab of the same browser."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("console", lambda said: self.troubles.append(said.text) if said.type == "error" else None)
        page.on("request", lambda asked: self._must_be_ours(asked.url))
        return page

    def _must_be_ours(self, url: str) -> None:
        if not url.startswith(("http://127.0.0.1", "http://localhost", "ws://", "data:", "blob:")):
            self.troubles.append(f"expected no request to others, but: {url}")

    def say(self, word: str) -> str:
        """What stands on the screen for this word."""
        found = self.words[word]
        assert isinstance(found, str)
        return found

    # --- making and joining ---

    def make_workshop(
        self,
        address: str,
        title: str = "Wonen en water",
        canvases: tuple[str, ...] = (),
        organisations: tuple[str, ...] = ORGANISATIONS,
    ) -> Links:
        """Fill in the start page."""
        self.page.goto(address)
        self.page.get_by_label(self.say("title"), exact=True).fill(title)
        rows = self.page.get_by_placeholder(self.say("name"), exact=True)
        for number, name in enumerate(organisations):
            if rows.count() == number:
                self.page.get_by_role("button", name=self.say("add organisation")).click()
                expect(rows.nth(number)).to_be_focused()
            rows.nth(number).fill(name)
        for canvas in canvases or ("triangle",):
            self.page.get_by_role("button", name=self.say(canvas)).first.click()
        self.page.get_by_role("button", name=self.say("make")).click()
        expect(self.page.get_by_role("heading", name=self.say("ready"))).to_be_visible()
        found = self.page.locator("input[readonly]").evaluate_all("inputs => inputs.map(input => input.value)")
        links = [link for link in found if re.fullmatch(r"http://[^ ]+/w/[^ ]+#[^ ]+", link)]
        return Links(*links[:3])

    def join(self, link: str, name: str, organisation: str | None = ORGANISATIONS[0]) -> None:
        """Open a link, say who you are, and wait for the canvas."""
        self.page.goto(link)
        self.page.get_by_label(self.say("who")).fill(name)
        if organisation:
            self.page.get_by_text(organisation, exact=True).click()
        self.page.get_by_role("button", name=self.say("join"), exact=True).click()
        self.sees_saved()

    # --- on the canvas ---

    def point(self, u: float, v: float) -> tuple[float, float]:
        """A point of the window, by its share of the sheet's width and height."""
        box = self.page.locator(".canvas-sheet").bounding_box()
        assert box is not None
        return box["x"] + u * box["width"], box["y"] + v * box["height"]

    def write(self, text: str, u: float = 0.5, v: float = 0.6) -> None:
        """Double-click on a place of the sheet, type, and stop editing."""
        self.page.mouse.dblclick(*self.point(u, v))
        self.page.keyboard.type(text)
        self.page.keyboard.press("Escape")
        self.sees_note(text)

    def note(self, text: str) -> Locator:
        """The note with this text."""
        return self.page.locator(".item.sticky", has_text=text)

    def notes(self) -> list[str]:
        """The texts of all notes."""
        return sorted(self.page.locator(".item.sticky .sticky-text").all_inner_texts())

    def sees_note(self, text: str) -> None:
        """Wait for a note with this text."""
        expect(self.note(text)).to_have_count(1)

    def sees_no_note(self, text: str) -> None:
        """Wait until no note has this text."""
        expect(self.note(text)).to_have_count(0)

    def sees_saved(self) -> None:
        """Wait until everything is saved."""
        expect(self.page.get_by_text(self.say("saved"), exact=True)).to_be_visible()

    def sees_waiting(self) -> None:
        """Wait until it is said that not everything is saved."""
        waiting = self.words["waiting"]
        assert isinstance(waiting, re.Pattern)
        expect(self.page.get_by_text(waiting).first).to_be_visible()

    def drag(self, item: Locator, u: float, v: float, steps: int = 8) -> None:
        """Drag an item to a place of the sheet; the more steps, the slower."""
        self.lift(item, u, v, steps)
        self.page.mouse.up()

    def lift(self, item: Locator, u: float, v: float, steps: int = 8) -> None:
        """Drag it there and hold it."""
        box = item.bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        target_x, target_y = self.point(u, v)
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        for step in range(1, steps + 1):
            self.page.mouse.move(x + (target_x - x) * step / steps, y + (target_y - y) * step / steps)

    def middle(self, item: Locator) -> tuple[float, float]:
        """Where an item's middle is, by its share of the sheet."""
        sheet, box = self.page.locator(".canvas-sheet").bounding_box(), item.bounding_box()
        assert sheet is not None and box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        return (x - sheet["x"]) / sheet["width"], (y - sheet["y"]) / sheet["height"]

    def open_canvas(self, canvas: str) -> None:
        """Choose a tab."""
        self.page.locator("nav.tabs").get_by_role("button", name=self.say(canvas)).click()
