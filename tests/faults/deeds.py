"""What people do, by chance: the same seed, the same deeds (as far as the same is there to be done)."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import websockets
from faults.author import Author
from faults.checker import check, read_back
from integration.harness import PATIENCE, sticky
from integration.stage import Stage

from raakvlak.canvas.events import Splice
from raakvlak.log import Log

WINDOW = 20
"""Intents that one author has under way at a time."""
PAUSE = 0.02
"""Seconds between two attempts to come back, as a client's."""
LETTERS = "abcdefghij😀é\u202e\n "


class Chance:
    """Decides what somebody does next."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._made = 0

    async def deed(self, author: Author) -> None:
        """Let the author do something."""
        own = f"person:{author.person}"
        stream = own if self.random.random() < 0.15 else "shared"
        items = author.items(stream)
        if not items or self.random.random() < 0.2:
            await author.ask_for(self._create(author), stream)
        elif self.random.random() < 0.45:
            await self._type(author, self._one(items)["id"], stream)
        else:
            await author.ask_for(self._other(author, items), stream)

    def _one(self, items: list[dict[str, Any]]) -> dict[str, Any]:
        """An item, mostly one of the first few, so that people meet."""
        return self.random.choice(items[:4] if self.random.random() < 0.7 else items)

    def _create(self, author: Author) -> dict[str, Any]:
        self._made += 1
        return sticky(f"{author.writer}.c{self._made}", self._text(6))

    def _text(self, most: int) -> str:
        return "".join(self.random.choices(LETTERS, k=self.random.randint(0, most)))

    async def _type(self, author: Author, item: str, stream: str) -> None:
        text = author.text_of(item, stream)
        at = self.random.randint(0, len(text))
        remove = min(len(text) - at, self.random.choice((0, 0, 0, 1, 1, 5)))
        insert = self._text(3) or ("" if remove else "x")
        await author.type_text(item, Splice(at, remove, insert), stream)

    def _other(self, author: Author, items: list[dict[str, Any]]) -> dict[str, Any]:
        item = self._one(items)["id"]
        place = {"frame": "figure", "u": self.random.random(), "v": self.random.random()}
        return self.random.choice(
            (
                {"type": "item.move", "moves": [{"id": item, "place": place}], "path": [[0, 0, 0], [80, 5, 5]]},
                {"type": "item.move", "moves": [{"id": item, "place": place}]},
                {"type": "item.resize", "id": item, "width": 200, "height": 150, "place": place},
                {"type": "item.order", "ids": [item], "front": self.random.random() < 0.5},
                {"type": "item.delete", "ids": [item]},
                {"type": "item.restore", "ids": [item]},
                {"type": "item.lock", "ids": [item], "locked": self.random.random() < 0.3},
                {"type": "undo"},
                {"type": "undo"},
                {"type": "redo"},
                {"type": "canvas.set", "id": "canvas-1", "settings": {"centre": self.random.uniform(0.3, 0.8)}},
                {"type": "organisation.add", "id": f"{author.writer}.o{self._made}", "name": "Oost"},
                {"type": "item.burn", "ids": [item]},
            )
        )


async def author(stage: Stage, name: str, role: str = "participant") -> Author:
    """Somebody in a browser of their own, with an open page that keeps account."""
    browser, person = await stage.join(name, role)
    return await stage.keep(Author(browser, stage.workshop, person, name)).resume()


async def second_tab(stage: Stage, first: Author) -> Author:
    """One more page of the same person."""
    tab = Author(first.browser, stage.workshop, first.person, f"{first.account.name}, second tab")
    return await stage.keep(tab).resume()


def broken(page: Author) -> bool:
    """Whether only coming back helps."""
    return page.stuck or page.closed is not None


async def come_back(page: Author) -> None:
    """Connect again, as often as it takes."""
    async with asyncio.timeout(3 * PATIENCE):
        while True:
            try:
                await page.resume()
            except (OSError, websockets.WebSocketException, AssertionError):
                await asyncio.sleep(PAUSE)
            else:
                return


async def busy(
    page: Author, chance: Chance, deeds: int, between: Callable[[Author], Awaitable[None]] | None = None
) -> None:
    """Let the author do so many things, whatever becomes of the line, until nothing waits any more.

    `between` is called before each deed, to do harm.
    """
    for _ in range(deeds):
        if between:
            await between(page)
        await chance.deed(page)
        await page.until(lambda: len(page.waiting) < WINDOW or broken(page))
        if broken(page):
            await come_back(page)
    page.mischief = lambda: "once"
    while page.waiting:
        await come_back(page)
        await page.settled()


async def agree(log: Log, workshop: str, authors: Sequence[Author]) -> None:
    """Wait until all know all that the store holds, and check that it is one and the same story."""
    streams = await read_back(log, workshop)
    for each in authors:
        await each.until(
            lambda known=each.account.streams: all(  # type: ignore[misc]
                stored[-1].position == known[name].position for name, stored in streams.items() if name in known
            )
        )
    check(streams, [each.account for each in authors])
