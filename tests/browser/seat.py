"""People in real browsers at a session that somebody else leads by the wire: what they see and do on the canvas."""

import contextlib
import re
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from browser.conftest import FLAGS
from browser.people import WORDS
from integration.harness import Page as Wire
from integration.leading import enter, known, of_kind, plan
from integration.stage import Stage, staged
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from raakvlak.canvas.kinds import Mode

expect.set_options(timeout=15_000)


@dataclass
class Seat:
    """One person's page, with the canvas on it."""

    page: Page
    troubles: list[str]

    def note(self, text: str) -> Locator:
        """The note with this text."""
        return self.page.locator(".item.sticky", has_text=text)

    def item(self, item: str) -> Locator:
        """An item by its id."""
        return self.page.locator(f'[data-item="{item}"]')

    async def point(self, u: float, v: float) -> tuple[float, float]:
        """A point of the window, by its share of the sheet's width and height."""
        box = await self.page.locator(".canvas-sheet").bounding_box()
        assert box is not None
        return box["x"] + u * box["width"], box["y"] + v * box["height"]

    async def write(self, text: str, u: float, v: float) -> None:
        """Double-click there, type, stop writing, and wait until it is saved."""
        await self.page.mouse.dblclick(*await self.point(u, v))
        await self.page.keyboard.type(text)
        await self.page.keyboard.press("Escape")
        await expect(self.note(text)).to_have_count(1)
        await self.saved()

    async def drag(self, item: Locator, u: float, v: float, drop: bool = True) -> None:
        """Drag it there by its middle."""
        box = await item.bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        to_x, to_y = await self.point(u, v)
        await self.page.mouse.move(x, y)
        await self.page.mouse.down()
        for step in range(1, 9):
            await self.page.mouse.move(x + (to_x - x) * step / 8, y + (to_y - y) * step / 8)
        if drop:
            await self.page.mouse.up()

    async def middle(self, item: Locator) -> tuple[float, float]:
        """Where an item's middle is, by its share of the sheet, in whole percents."""
        sheet, box = await self.page.locator(".canvas-sheet").bounding_box(), await item.bounding_box()
        assert sheet is not None and box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        return round(100 * (x - sheet["x"]) / sheet["width"]), round(100 * (y - sheet["y"]) / sheet["height"])

    async def hears(self, sentence: str) -> None:
        """Wait until this is said."""
        await expect(self.page.get_by_text(sentence, exact=True).first).to_be_visible()

    async def saved(self) -> None:
        """Wait until all is saved."""
        await expect(self.page.get_by_text(re.compile("^(Opgeslagen|Saved)$"))).to_be_visible()

    async def wait(self, condition: str, value: Any = None) -> None:
        """Wait until this is true on the page."""
        async with contextlib.AsyncExitStack():
            while not await self.page.evaluate(condition, value):
                await self.page.evaluate("() => new Promise(requestAnimationFrame)")


class Table:
    """A workshop that is led by the wire, and people at it in browsers."""

    def __init__(self, stage: Stage, browser: Browser, leader: Wire) -> None:
        self.stage = stage
        self.leader = leader
        self._browser = browser
        self._troubles: list[str] = []
        self._seats: list[Seat] = []

    async def seat(
        self, name: str, organisation: str = "Noord", role: str = "participant", language: str = "nl"
    ) -> Seat:
        """Somebody joins, and sees the canvas."""
        seat = await self.knock(name, organisation, role, language)
        await expect(seat.page.locator(".canvas-sheet path").first).to_be_attached()
        await seat.saved()
        self._seats.append(seat)
        return seat

    async def begin(self, mode: Mode, **more: Any) -> str:
        """A step of this mode is planned and entered, and everyone at the table sees it; its id."""
        return await self.enter(await plan(self.leader, mode, **more))

    async def enter(self, step: str, **more: Any) -> str:
        """The step is under way, and everyone at the table sees it; its id."""
        await enter(self.leader, step, **more)
        for seat in self._seats:
            await expect(seat.page.locator(f'.step-bar[data-step="{step}"]')).to_be_attached()
        return step

    async def knock(
        self, name: str, organisation: str = "Noord", role: str = "participant", language: str = "nl"
    ) -> Seat:
        """Somebody opens the link and joins, whether they are let in at once or not."""
        context = await self._browser.new_context(
            viewport={"width": 1280, "height": 800},
            locale="nl-NL" if language == "nl" else "en-GB",
            reduced_motion="reduce",
        )
        page = await context.new_page()
        page.on("pageerror", lambda error: self._troubles.append(str(error)))
        page.on("console", lambda said: self._troubles.append(said.text) if said.type == "error" else None)
        await page.goto(self.stage.made["links"][role]["url"])
        words = WORDS["nl"]  # the workshop's own
        await page.get_by_label(str(words["who"])).fill(name)
        await page.get_by_text(organisation, exact=True).click()
        await page.get_by_role("button", name=str(words["join"]), exact=True).click()
        if language == "en":
            await page.get_by_text("EN", exact=True).click()
        return Seat(page, self._troubles)

    def shared(self, kind: str) -> list[dict[str, Any]]:
        """The records of one kind that everyone sees."""
        return of_kind(self.leader, kind)

    def record(self, item: str) -> dict[str, Any]:
        """A record that everyone sees."""
        return known(self.leader)[item]

    def check(self) -> None:
        """No browser has had any trouble."""
        assert self._troubles == [], self._troubles


@contextlib.asynccontextmanager
async def at_table(folder: Path, templates: list[str] | None = None, **settings: Any) -> AsyncIterator[Table]:
    """A workshop with a facilitator on the wire; people in browsers join it."""
    async with staged(folder, **settings) as stage, async_playwright() as playwright:
        wanted = {"templates": templates} if templates else {}
        leader_browser, _ = await stage.join("Nobody")
        stage.made = await leader_browser.make(**wanted)
        stage.workshop = stage.made["id"]
        leader = await stage.page("Noor", "facilitator")
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        table = Table(stage, browser, leader)
        try:
            yield table
        finally:
            await browser.close()
        table.check()
