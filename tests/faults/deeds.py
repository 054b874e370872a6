"""What people do, by chance: the same seed, the same deeds (as far as the same is there to be done)."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import websockets
from faults.author import Author
from faults.checker import check, read_back
from integration.harness import PATIENCE, sticky
from integration.stage import Stage
from msgspec.structs import replace
from unit.marked import FULL

from raakvlak.canvas.events import Splice
from raakvlak.canvas.template import Template
from raakvlak.canvases import templates
from raakvlak.log import Log

WINDOW = 20
"""Intents that one author has under way at a time."""
PAUSE = 0.02
"""Seconds between two attempts to come back, as a client's."""
CANVAS = "canvas-1"
PLACE = {"frame": "figure", "u": 0.5, "v": 0.5}
ZONES = {"top": "collective", "left": "organisational", "right": "individual", "centre": "shared"}
"""Of the triangle, where those of the canvas with everything are."""
LETTERS = "abcdefghij😀é\u202e\n "


def all_kinds() -> Mapping[str, Template]:
    """The templates, the triangle being one for items of every kind."""
    known = templates()
    triangle = known["golden-triangle"]
    zones = tuple(replace(zone, accepts=("smiley", "checkbox")) for zone in triangle.zones)
    cards = tuple(replace(card, zone=ZONES[card.zone]) for card in FULL.cards)
    full = replace(triangle, zones=zones, cards=cards, kinds=FULL.kinds, tones=FULL.tones, lists=FULL.lists)
    return {**known, triangle.id: full}


class Chance:
    """Decides what somebody does next."""

    def __init__(self, seed: int, everything: bool = False) -> None:
        """`everything`: on a canvas of `all_kinds`."""
        self.random = random.Random(seed)
        self.everything = everything
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
        made = f"{author.writer}.c{self._made}"
        kind = self.random.choice(("sticky", "sticky", "label", "card", "connector"))
        if kind == "sticky" or not self.everything:
            return sticky(made, self._text(6))
        more: dict[str, Any] = {"text": self._text(6)}
        if kind == "card":
            more = {"card": "trust"}
        elif kind == "connector":
            ends = [each["id"] for each in author.items()] or ["nothing"]
            more |= {"start": self.random.choice(ends), "end": self.random.choice(ends)}
        return {"type": "item.create", "items": [{"kind": kind, "id": made, "canvas": CANVAS, "place": PLACE, **more}]}

    def given(self) -> dict[str, Any]:
        """Something that is given to a zone or a card."""
        cards = {name: f"{CANVAS}.card.{name}" for name in ("yes", "no", "claim")}
        return self.random.choice(
            (
                {"zone": ZONES["top"], "scale": "smiley", "value": self.random.randint(1, 3)},
                {"zone": ZONES["top"], "scale": "smiley"},
                {"zone": ZONES["left"], "item": cards["yes"], "scale": "checkbox", "value": 3},
                {"zone": ZONES["left"], "item": cards["no"], "scale": "checkbox", "value": 3},
                {"zone": ZONES["right"], "item": cards["claim"], "scale": "score", "value": self.random.randint(1, 5)},
            )
        )

    def _text(self, most: int) -> str:
        return "".join(self.random.choices(LETTERS, k=self.random.randint(0, most)))

    async def _type(self, author: Author, item: str, stream: str) -> None:
        text = author.text_of(item, stream)
        at = self.random.randint(0, len(text))
        remove = min(len(text) - at, self.random.choice((0, 0, 0, 1, 1, 5)))
        insert = self._text(3) or ("" if remove else "x")
        await author.type_text(item, Splice(at, remove, insert), stream)

    def _other(self, author: Author, items: list[dict[str, Any]]) -> dict[str, Any]:
        item, other = self._one(items)["id"], self._one(items)["id"]
        place = {"frame": "figure", "u": self.random.random(), "v": self.random.random()}
        if self.everything and self.random.random() < 0.4:
            return self._marking(item, other, self._one(items)["id"])
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
                {"type": "canvas.set", "id": CANVAS, "settings": {"centre": self.random.uniform(0.3, 0.8)}},
                {"type": "organisation.add", "id": f"{author.writer}.o{self._made}", "name": "Oost"},
                {"type": "item.burn", "ids": [item]},
            )
        )

    def _marking(self, item: str, start: str, end: str) -> dict[str, Any]:
        """Something about marks, arrows and lists."""
        return self.random.choice(
            (
                {"type": "canvas.set", "id": CANVAS, "settings": {"partners": [{"id": "a", "name": "Noord"}]}},
                {"type": "sticky.tone", "id": item, "tone": self.random.choice(("well", ""))},
                {"type": "connector.set", "id": item, "start": start, "end": end, "strength": 3},
                {"type": "score.set", "canvas": CANVAS, **self.given()},
                {"type": "score.set", "canvas": CANVAS, **self.given()},
                {"type": "score.group", "canvas": CANVAS, **self.given()},
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
