"""A workshop on a running server with people in it: what most tests begin with."""

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, TypeVar

from integration.harness import Browser, Page, Running, running

P = TypeVar("P", bound=Page)


class Stage:
    """One workshop. Everybody has a browser of their own unless they are given one."""

    def __init__(self, server: Running, made: dict[str, Any]) -> None:
        self.server = server
        self.made = made
        self.workshop: str = made["id"]
        self._pages: list[Page] = []

    async def join(self, name: str, role: str = "participant") -> tuple[Browser, str]:
        """Somebody in a new browser, without a page: the browser and their id."""
        browser = Browser(self.server.address)
        return browser, await browser.join(self.made, name, role)

    async def page(self, name: str = "Ann", role: str = "participant") -> Page:
        """Somebody in a new browser, with an open page."""
        return await self.page_of(*await self.join(name, role))

    async def page_of(self, browser: Browser, person: str) -> Page:
        """One more page of somebody, open."""
        return await self.closed_page(browser, person).open()

    async def tab(self, page: Page) -> Page:
        """The same person once more in the same browser."""
        return await self.page_of(page.browser, page.person)

    def closed_page(self, browser: Browser, person: str) -> Page:
        """A page of somebody, not connected yet."""
        return self.keep(Page(browser, self.workshop, person))

    def keep(self, page: P) -> P:
        """Close this page at the end."""
        self._pages.append(page)
        return page

    async def clear(self) -> None:
        """Close all pages."""
        for page in self._pages:
            await page.close()


@contextlib.asynccontextmanager
async def staged(folder: Path, **settings: Any) -> AsyncIterator[Stage]:
    """A server with a workshop; at the end it must not have logged any error."""
    async with running(folder, **settings) as server:
        stage = Stage(server, await Browser(server.address).make())
        try:
            yield stage
        finally:
            await stage.clear()
    assert server.errors == []


async def history(page: Page, stream: str = "shared") -> list[dict[str, Any]]:
    """All events of a stream, as this page's browser may read them."""
    events: list[dict[str, Any]] = []
    while True:
        path = f"/w/{page.workshop}/events?stream={stream}&after={len(events)}"
        answer = await page.browser.request("GET", path)
        assert answer.status == 200, answer.body
        body = answer.json()
        events += body["events"]
        if not body["more"]:
            return events


async def times_saved(page: Page, n: int, stream: str = "shared", writer: str | None = None) -> int:
    """How often the stream's history holds this intent."""
    intent = {"writer": writer or page.writer, "n": n}
    return sum(event["intent"] == intent for event in await history(page, stream))


def records_of(load: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The records of a snapshot by id."""
    return {record["id"]: record for record in load["snapshot"]}
