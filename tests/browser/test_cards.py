"""Cards of a template, and texts without a note, in real browsers: by pointer, by keyboard, in the list."""

import re
from pathlib import Path

from browser.seat import Seat, at_table
from browser.test_on_the_canvas import faults
from integration.leading import CANVAS, do
from msgspec.structs import replace
from playwright.async_api import Locator, expect

from raakvlak.canvas.template import Template
from raakvlak.canvases import templates

CARDS = ["interventions"]
CARD = f"{CANVAS}.card.technique-conflict-handling-01"
LINES = ["collaboration-assessment"]


def with_texts() -> dict[str, Template]:
    """The templates, and a triangle on which one can write without a note."""
    shipped = dict(templates())
    triangle = shipped["golden-triangle"]
    return {**shipped, "golden-triangle": replace(triangle, kinds=(*triangle.kinds, "label"))}


def cards(seat: Seat, text: str) -> Locator:
    """The cards that say this."""
    return seat.page.locator(".item.card", has_text=text)


async def test_cards(tmp_path: Path) -> None:
    """[UI-231] Cards lie on the canvas and are moved, copied and worded there by whoever may; nothing for a checker to
    find."""
    async with at_table(tmp_path, CARDS) as table:
        ann, joe = await table.seat("Ann"), await table.seat("Joe", language="en")
        noor = await table.seat("Kim", role="facilitator")
        await ann.drag(ann.item(CARD), 0.65, 0.4)
        await ann.saved()
        await expect(ann.item(CARD)).to_have_attribute("aria-label", "Kaart: Mediation, in Nu")
        await expect(joe.item(CARD)).to_have_attribute("aria-label", re.compile("^Card: Mediation, in Now"))
        await ann.page.keyboard.down("Alt")
        await ann.drag(ann.item(CARD), 0.8, 0.4)
        await ann.page.keyboard.up("Alt")
        await expect(cards(joe, "Mediation")).to_have_count(2)
        await ann.page.keyboard.press("Control+z")
        await expect(cards(joe, "Mediation")).to_have_count(1)
        await ann.item(CARD).dblclick()
        await ann.hears("Een kaart heeft een vaste tekst. Alleen de begeleider past die aan.")
        before = await ann.middle(ann.item(CARD))
        await ann.page.keyboard.press("Shift+ArrowDown")
        await ann.page.keyboard.press("Shift+ArrowDown")
        await ann.page.keyboard.press("Escape")
        await ann.saved()
        moved = await ann.middle(ann.item(CARD))
        assert moved[0] == before[0] and moved[1] > before[1]
        await noor.item(CARD).dblclick()
        await expect(noor.page.locator(".canvas-editor")).to_have_value("Mediation")
        await noor.page.keyboard.press("Control+a")
        await noor.page.keyboard.type("Bemiddeling")
        await noor.page.keyboard.press("Escape")
        await expect(joe.item(CARD)).to_contain_text("Bemiddeling")
        assert table.record(CARD)["text"] == "Bemiddeling"
        await noor.item(CARD).click()
        await noor.page.keyboard.press("Delete")
        await expect(joe.item(CARD)).to_have_count(0)
        assert await faults(joe) == []


async def test_cards_in_the_list(tmp_path: Path) -> None:
    """[UI-231] In the list a card is moved by a menu, and copied where it lies."""
    async with at_table(tmp_path, CARDS) as table:
        ann, bob = await table.seat("Ann"), await table.seat("Bob")
        await ann.page.get_by_role("button", name="Lijst", exact=True).click()
        row = ann.page.locator(f'.outline [data-item="{CARD}"]')
        await row.get_by_role("button", name=re.compile("Verdubbel")).click()
        await expect(cards(bob, "Mediation")).to_have_count(2)
        await row.get_by_role("button", name=re.compile("Naar zone")).click()
        await row.get_by_role("button", name="Later", exact=True).click()
        await expect(bob.item(CARD)).to_have_attribute("aria-label", "Kaart: Mediation, in Later")
        assert await faults(ann) == []


async def test_card_placed_alone(tmp_path: Path) -> None:
    """[CARD-4] Where somebody privately put a card is shown as a placement; the card stays where it was."""
    async with at_table(tmp_path, CARDS) as table:
        ann, bob = await table.seat("Ann"), await table.seat("Bob", "Zuid")
        await table.begin("place")
        home = await ann.middle(ann.item(CARD))
        for seat, u in ((ann, 0.65), (bob, 0.9)):
            await seat.drag(seat.item(CARD), u, 0.4)
            await seat.saved()
            await expect(seat.page.locator(".item.card.draft")).to_have_count(1)
        assert await ann.middle(ann.item(CARD)) == home
        assert table.shared("placement") == []
        await do(table.leader, {"type": "reveal", "canvas": CANVAS, "of": "all"})
        await expect(bob.page.locator(".placement")).to_have_count(2)
        await expect(ann.page.locator(".item.card.draft")).to_have_count(0)
        assert {each["card"] for each in table.shared("placement")} == {CARD}
        assert await bob.middle(bob.item(CARD)) == home


async def test_lines_and_radar(tmp_path: Path) -> None:
    """[UI-230] Charts on the canvas are drawn live from what was given, by organisation where all are named; a line to
    score stays where it is."""
    async with at_table(tmp_path, LINES) as table:
        ann, bob = await table.seat("Ann"), await table.seat("Bob", "Zuid")
        radar = bob.page.locator('[data-chart="radar"]')
        await expect(radar).to_have_attribute("aria-label", "Grafiek: nog leeg")
        line = ann.page.locator(".item.card").first
        before = await ann.middle(line)
        await ann.drag(line, 0.8, 0.8)
        assert await ann.middle(line) == before
        zones = {each["template"]["id"]: each["template"]["zones"] for each in table.shared("canvas")}[LINES[0]]
        scored = [zone["id"] for zone in zones if "score" in zone.get("accepts", ())]
        cards_ = table.shared("card")
        for seat, value in ((ann, 2), (bob, 4)):
            for index in range(len(cards_)):
                await seat.page.locator(".canvas .scale").nth(index).focus()
                await seat.page.keyboard.press(str(value))
            await seat.saved()
        await expect(radar).to_have_attribute("aria-label", re.compile(r"^Grafiek: Ambitie 3,0, .*3,0$"))
        assert await radar.locator('path[style*="--org-"]').count() == 2 * (1 + len(scored))


async def test_text(tmp_path: Path) -> None:
    """[UI-233] T makes a text without a note where a canvas has these; it is written, moved, deleted and taken back."""
    async with at_table(tmp_path, ["golden-triangle"], known=with_texts()) as table:
        ann, bob = await table.seat("Ann"), await table.seat("Bob")
        await ann.page.mouse.move(*await ann.point(0.3, 0.5))
        await ann.page.keyboard.press("t")
        await ann.page.keyboard.type("Lastig te zeggen")
        await ann.page.keyboard.press("Escape")
        text = bob.page.locator(".item.label")
        await expect(text).to_have_text("Lastig te zeggen")
        await ann.drag(ann.page.locator(".item.label"), 0.7, 0.3)
        await expect(text).to_have_attribute(
            "aria-label", re.compile("^Tekst: Lastig te zeggen, in Collectieve belangen")
        )
        await ann.page.keyboard.press("Delete")
        await expect(text).to_have_count(0)
        await ann.page.keyboard.press("Control+z")
        await expect(text).to_have_text("Lastig te zeggen")
        [record] = table.shared("label")
        assert record["text"] == "Lastig te zeggen"
