"""A programme of an hour with twelve people, and what they do in it, by what stands on the screen."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from browser.conftest import Servers
from browser.people import Someone
from playwright.sync_api import Locator, expect

ORGANISATIONS = ("Gemeente Oeverdam", "Waterschap Lage Linge", "Zorggroep De Brink", "Bouwbedrijf Vesta")
NAMES = ("Amira", "Joost", "Lies", "Jelle", "Femke", "Bart", "Sanne", "Mo", "Ineke", "David", "Kim", "Rob")
"""Three of each organisation, in this order."""
PICTURES = os.environ.get("RAAKVLAK_PICTURES")
"""A folder for pictures of every step from both roles, for whoever wants to look at them."""

SAID = {
    "nl": {
        "add step": "Stap erbij",
        "edit agenda": "Agenda aanpassen",
        "editing done": "Klaar met aanpassen",
        "what happens": "Wat gebeurt er",
        "check-in": "Binnenkomen",
        "check-out": "Afronden",
        "write": "Schrijven",
        "minutes": "Minuten",
        "save step": "Bewaar",
        "up": "omhoog",
        "waiting room": "Wachtkamer",
        "waits": "Even wachten",
        "let in": "Laat binnen",
        "let all in": "Laat allen binnen",
        "make facilitator": "Maak begeleider",
        "start": "Start",
        "next step": "Volgende stap",
        "stop session": "Stop sessie",
        "one word": "In één woord",
        "share check": "Deel met iedereen",
        "answers": "Wat iedereen zegt",
        "im ready": "Ik ben klaar",
        "written": "geschreven",
        "ready": "klaar",
        "start dots": "Start stippen",
        "with dots": "Start met 3 stippen",
        "close vote": "Sluit stemming",
        "show result": "Sluit en toon de uitslag",
        "add dot": "Zet een stip",
        "no dots left": "Al je stippen zijn gezet.",
        "results": "Resultaten",
        "agreements": "Afspraken",
        "record": "Leg een afspraak vast",
        "what decided": "Wat besluiten we?",
        "record it": "Leg vast",
        "agree": "Akkoord",
        "concern": "Akkoord met zorg",
        "own tokens": "Fiches",
        "own token": "Jouw fiche: Nu",
        "reveal step": "Onthullen",
        "only facilitators": "begeleider",
    },
    "en": {
        "add step": "Add step",
        "edit agenda": "Edit agenda",
        "editing done": "Done editing",
        "what happens": "What happens",
        "check-in": "Check-in",
        "check-out": "Check-out",
        "write": "Writing",
        "minutes": "Minutes",
        "save step": "Save",
        "up": "up",
        "waiting room": "Waiting room",
        "waits": "One moment",
        "let in": "Let in",
        "let all in": "Let all in",
        "make facilitator": "Make facilitator",
        "start": "Start",
        "next step": "Next step",
        "stop session": "Stop session",
        "one word": "In one word",
        "share check": "Share with everyone",
        "answers": "What everyone says",
        "im ready": "I'm ready",
        "written": "written",
        "ready": "ready",
        "start dots": "Start dots",
        "with dots": "Start with 3 dots",
        "close vote": "Close vote",
        "show result": "Close and show the result",
        "add dot": "Add a dot",
        "no dots left": "You have placed all your dots.",
        "results": "Results",
        "agreements": "Agreements",
        "record": "Record an agreement",
        "what decided": "What do we decide?",
        "record it": "Record it",
        "agree": "Agree",
        "concern": "Agree with a concern",
        "own tokens": "Tokens",
        "own token": "Your token: Now",
        "reveal step": "Reveal",
        "only facilitators": "facilitator",
    },
}
"""What stands on the screen in each language."""


class Group:
    """The facilitator and twelve people of four organisations, each with a browser of their own."""

    def __init__(self, servers: Servers, someone: Callable[..., Someone], language: str) -> None:
        self.language = language
        self.say = SAID[language]
        self._servers = servers
        self.noor = someone(language)
        self.people = {name: someone(language) for name in NAMES}
        self._pictures = 0

    @property
    def everyone(self) -> list[Someone]:
        """All of them, the facilitator first."""
        return [self.noor, *self.people.values()]

    def of(self, organisation: int) -> list[str]:
        """The names of the people of an organisation."""
        return list(NAMES[3 * organisation : 3 * organisation + 3])

    # --- beginning ---

    def make(self) -> str:
        """The workshop of two canvases, with the facilitator in it; the participants' link."""
        links = self.noor.make_workshop(
            self._servers.addresses[0], canvases=("triangle", "grid"), organisations=ORGANISATIONS
        )
        self.noor.join(links.facilitator, "Noor", None)
        return links.participant

    def knock(self, link: str) -> None:
        """Everybody opens the link, half of them at the other worker, and waits to be let in."""
        for number, (name, person) in enumerate(self.people.items()):
            person.page.goto(self._servers.at_second(link) if number % 2 else link)
            person.page.get_by_label(person.say("who")).fill(name)
            person.page.get_by_text(ORGANISATIONS[number // 3], exact=True).click()
            person.page.get_by_role("button", name=person.say("join"), exact=True).click()
            expect(person.page.get_by_role("heading", name=self.say["waits"])).to_be_visible()

    # --- leading ---

    @property
    def console(self) -> Locator:
        """The console of the first facilitator."""
        return self.noor.page.locator("#console")

    def press(self, word: str, who: Someone | None = None, exact: bool = False) -> None:
        """Press a button of the console."""
        console = (who or self.noor).page.locator("#console")
        console.get_by_role("button", name=self.say[word], exact=exact).first.click()

    def add_step(self, mode: str, minutes: int) -> None:
        """Add a step at the end of the agenda."""
        self.press("add step")
        form = self.console.locator("form")
        form.get_by_label(self.say["what happens"]).select_option(label=self.say[mode])
        form.get_by_label(self.say["minutes"]).fill(str(minutes))
        form.get_by_role("button", name=self.say["save step"], exact=True).click()
        expect(self.console.locator(".agenda-edit > li").last).to_contain_text(self.say[mode])

    def to_the_top(self, mode: str) -> None:
        """Have a step come first."""
        button = self.console.get_by_role("button", name=f"{self.say[mode]} {self.say['up']}", exact=True)
        rows = self.console.locator(".agenda-edit > li")
        for at in range(rows.count() - 1, 0, -1):
            expect(rows.nth(at)).to_contain_text(self.say[mode])
            button.click()
        expect(rows.first).to_contain_text(self.say[mode])

    def enter(self, words: str, number: int = 0) -> None:
        """Enter a step by its row in the agenda; where it asks, confirm."""
        row = self.console.locator(".agenda-list > li", has_text=words).nth(number)
        row.locator(".agenda-row").click()
        expect(row.locator(".agenda-row[aria-current=step], .confirm")).to_be_visible()
        if row.locator(".confirm").count():
            row.locator(".confirm button.main, .confirm button").first.click()
        expect(row.locator(".agenda-row")).to_have_attribute("aria-current", "step")

    def go_on(self, number: int, who: Someone | None = None) -> None:
        """On to the step with this number. Two presses at once count as one, so whoever sees no step presses again."""
        leader = who or self.noor
        here = leader.page.locator(".step-number", has_text=re.compile(rf"^\s*{number}\s*$"))
        while not here.is_visible():
            leader.page.locator("#console .lead").get_by_role("button", name=self.say["next step"]).click()
            with suppress(AssertionError):
                expect(here).to_be_visible(timeout=5_000)
        self.at_step(number)

    def at_step(self, number: int) -> None:
        """Everybody stands at the step with this number."""
        for person in self.everyone:
            expect(person.page.locator(".step-number")).to_have_text(str(number))

    def tally(self, written: int, ready: int) -> None:
        """The facilitator sees these counts, and nothing else of what is private."""
        expect(self.console.locator(".crowd-counts")).to_have_text(
            re.compile(rf"{written}\s*{self.say['written']}\s*{ready}\s*{self.say['ready']}")
        )

    # --- looking ---

    def picture(self, step: str) -> None:
        """Keep a picture of the step from both roles, if pictures are wanted."""
        if PICTURES:
            self._pictures += 1
            folder = Path(PICTURES) / self.language
            folder.mkdir(parents=True, exist_ok=True)
            for role, person in (("facilitator", self.noor), ("participant", self.people["Sanne"])):
                person.page.screenshot(path=folder / f"{self._pictures:02}-{step}-{role}.png")


@contextmanager
def nobody_else_has(group: Group, secrets: dict[str, str]) -> Iterator[None]:
    """While this lasts, what each wrote stands in no page but their own."""
    yield
    for name, person in {"Noor": group.noor, **group.people}.items():
        content = person.page.content()
        assert [each for each, text in secrets.items() if text in content] == [n for n in secrets if n == name]
