"""Arrows, marks and pairs of tokens in real browsers: by pointer, by keyboard, in the list."""

import re
from pathlib import Path
from typing import Any

from browser.seat import Seat, Table, at_table
from browser.test_on_the_canvas import faults
from integration.leading import CANVAS, do, plan
from playwright.async_api import Locator, expect

OTHER = "canvas-2"


async def notes(table: Table, *texts: str, canvas: str = CANVAS) -> list[str]:
    """Notes of the leader's, from left to right; their ids."""
    items = [
        {
            "kind": "sticky",
            "id": f"{table.leader.writer}.{canvas}-{number}",
            "canvas": canvas,
            "place": {"frame": "sheet", "u": 0.2 + 0.25 * number, "v": 0.4},
            "text": text,
        }
        for number, text in enumerate(texts)
    ]
    await do(table.leader, {"type": "item.create", "items": items})
    return [str(item["id"]) for item in items]


async def arrow(table: Table, start: str, end: str, **more: Any) -> str:
    """An arrow of the leader's; its id."""
    made = f"{table.leader.writer}.arrow-{len(table.leader.raw)}"
    place = {"frame": "sheet", "u": 0.5, "v": 0.5}
    item = {"kind": "connector", "id": made, "canvas": CANVAS, "place": place, "start": start, "end": end, **more}
    await do(table.leader, {"type": "item.create", "items": [item]})
    return made


async def centre(item: Locator) -> tuple[float, float]:
    """Where its middle is in the window."""
    box = await item.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


async def pull(seat: Seat, start: str, end: str) -> None:
    """Drag from a dot at the edge of one item to another."""
    await seat.page.mouse.move(*await centre(seat.item(start).last))
    await seat.page.mouse.move(*await centre(seat.page.locator(".link-dot:not([hidden])").first))
    await seat.page.mouse.down()
    await seat.page.mouse.move(*await centre(seat.item(end).last), steps=6)
    await seat.page.mouse.up()


def lines(seat: Seat) -> Locator:
    """The lines of all arrows that are there."""
    return seat.page.locator(".link:not(.preview) > .line")


async def test_drawing_by_pointer(tmp_path: Path) -> None:
    """[UI-250] From a dot at an item's edge to another item; what one types at once stands in its middle."""
    async with at_table(tmp_path, ["network-map"]) as table:
        ann, bob = await table.seat("Ann"), await table.seat("Bob", language="en")
        first, second = await notes(table, "Grond", "Water")
        await pull(ann, first, second)
        await ann.hears("Pijl naar Water. Typ voor een bijschrift.")
        await ann.page.keyboard.type("levert")
        await ann.page.keyboard.press("Escape")
        await ann.saved()
        [record] = table.shared("connector")
        assert (record["start"], record["end"], record["text"]) == (first, second, "levert")
        there = bob.page.locator(".connector")
        await expect(there).to_have_text("levert")
        await expect(there).to_have_attribute("aria-label", re.compile("^Arrow from Grond to Water, ‘levert’"))
        ends = [(await bob.middle(bob.item(each)))[0] for each in (first, second)]
        assert abs((await bob.middle(there))[0] - sum(ends) / 2) <= 1
        assert await faults(ann) == []


async def test_following(tmp_path: Path) -> None:
    """[UI-251] An arrow goes along with what somebody drags, while it is dragged, on everyone's screen."""
    async with at_table(tmp_path, ["network-map"]) as table:
        ann, bob = await table.seat("Ann"), await table.seat("Bob")
        first, second = await notes(table, "Grond", "Water")
        await arrow(table, first, second)
        await expect(lines(bob)).to_have_count(1)
        before = await lines(bob).get_attribute("d")
        await ann.drag(ann.item(second), 0.7, 0.8, drop=False)
        await bob.wait(
            "before => document.querySelector('.link:not(.preview) > .line').getAttribute('d') !== before", before
        )
        await expect(bob.page.locator(".item.carried")).to_have_count(1)
        await ann.page.keyboard.press("Escape")
        await bob.wait(
            "before => document.querySelector('.link:not(.preview) > .line').getAttribute('d') === before", before
        )
        await do(table.leader, {"type": "item.delete", "ids": [second]})
        await expect(lines(bob)).to_have_count(0)
        await do(table.leader, {"type": "item.restore", "ids": [second]})
        await expect(lines(bob)).to_have_count(1)


async def test_drawing_by_keyboard(tmp_path: Path) -> None:
    """[UI-252] A from what has the focus, Tab to where it leads, Enter; Esc stops it."""
    async with at_table(tmp_path, ["network-map"]) as table:
        ann = await table.seat("Ann")
        first, second, third = await notes(table, "Grond", "Water", "Wonen")
        await expect(ann.item(third)).to_be_visible()
        await ann.page.locator(".canvas").focus()
        await ann.page.keyboard.press("Tab")
        await expect(ann.item(first)).to_be_focused()
        await ann.page.keyboard.press("a")
        await ann.hears("Pijl vanaf Grond. Kies waar hij heen gaat, ook op een ander canvas.")
        await ann.page.keyboard.press("Escape")
        await ann.page.keyboard.press("Tab")
        await ann.page.keyboard.press("Enter")
        await ann.page.keyboard.press("Escape")
        assert table.shared("connector") == []
        await ann.page.keyboard.press("a")
        await ann.page.keyboard.press("Tab")
        await expect(ann.item(third)).to_be_focused()
        await expect(ann.item(third)).to_have_class(re.compile("link-target"))
        await ann.page.keyboard.press("Enter")
        await ann.hears("Pijl naar Wonen. Typ voor een bijschrift.")
        await expect(ann.page.locator(".connector")).to_be_focused()
        await ann.saved()
        assert [(each["start"], each["end"]) for each in table.shared("connector")] == [(second, third)]


async def test_changing(tmp_path: Path) -> None:
    """[UI-253] What is chosen of arrows can be thicker, turned around, led elsewhere, deleted; all is taken back."""
    async with at_table(tmp_path, ["network-map"]) as table:
        ann = await table.seat("Ann")
        first, second, third = await notes(table, "Grond", "Water", "Wonen")
        await pull(ann, first, second)
        bar = ann.page.locator(".selection-bar")
        await bar.get_by_role("button", name="Dik", exact=True).click()
        await expect(ann.page.locator(".connector")).to_have_attribute("aria-label", re.compile("dikte 3"))
        await bar.get_by_role("button", name=re.compile("^Draai om")).click()
        await expect(ann.page.locator(".connector")).to_have_attribute("aria-label", re.compile("van Water naar Grond"))
        await ann.page.mouse.move(*await centre(ann.page.locator(".link-end:not([hidden])").last))
        await ann.page.mouse.down()
        await ann.page.mouse.move(*await centre(ann.item(third)), steps=6)
        await ann.page.mouse.up()
        await expect(ann.page.locator(".connector")).to_have_attribute("aria-label", re.compile("van Water naar Wonen"))
        await ann.saved()
        await ann.page.keyboard.press("Control+z")
        await expect(ann.page.locator(".connector")).to_have_attribute("aria-label", re.compile("van Water naar Grond"))
        await bar.get_by_role("button", name="Verwijder").click()
        await expect(lines(ann)).to_have_count(0)
        await ann.page.keyboard.press("Control+z")
        await expect(lines(ann)).to_have_count(1)
        await ann.saved()
        [record] = table.shared("connector")
        assert (record["start"], record["end"], record["strength"]) == (second, first, 3)


async def test_to_another_canvas(tmp_path: Path) -> None:
    """[UI-254] An arrow to what lies on another canvas has a chip that leads there, and one there that leads back."""
    async with at_table(tmp_path, ["network-map", "positions-and-interests"]) as table:
        ann = await table.seat("Ann")
        [here] = await notes(table, "Grond")
        [there] = await notes(table, "Belang", canvas=OTHER)
        await ann.page.mouse.click(*await centre(ann.item(here)))
        await ann.page.locator(".selection-bar").get_by_role("button", name="Pijl", exact=True).click()
        await ann.page.locator("nav.tabs").get_by_role("button").nth(1).click()
        await ann.page.mouse.click(*await centre(ann.item(there)))
        await ann.saved()
        [record] = table.shared("connector")
        assert (record["canvas"], record["start"], record["end"]) == (CANVAS, here, there)
        back = ann.page.locator(".link-chip")
        await expect(back).to_have_attribute("aria-label", re.compile("^Pijl van Grond op .*Ga erheen$"))
        await back.click()
        await expect(ann.item(here)).to_have_class(re.compile("selected"))
        await ann.page.keyboard.press("Escape")
        await ann.page.locator(".canvas").focus()
        for _ in range(3):  # the note, its arrow, the chip
            await ann.page.keyboard.press("Tab")
        await expect(ann.page.locator(".link-chip")).to_be_focused()
        await ann.page.keyboard.press("Enter")
        await expect(ann.item(there)).to_have_class(re.compile("selected"))


async def test_in_the_list(tmp_path: Path) -> None:
    """[UI-255] The list tells each item's arrows; they are drawn, worded, deleted and followed there."""
    async with at_table(tmp_path, ["network-map", "positions-and-interests"]) as table:
        ann = await table.seat("Ann")
        first, second = await notes(table, "Grond", "Water")
        [there] = await notes(table, "Belang", canvas=OTHER)
        await ann.page.get_by_role("button", name="Lijst", exact=True).click()
        row = ann.page.locator(f'.outline-item[data-item="{first}"]')
        await row.get_by_role("button", name=re.compile("^Pijl naar…")).click()
        await ann.page.get_by_role("searchbox", name="Zoek waarheen").fill("bel")
        await ann.page.locator(".arrow-target").click()
        said = re.compile(r"^Pijl naar Belang \(.+\) toegevoegd\.$")
        await expect(ann.page.get_by_text(said).first).to_be_visible()
        await row.get_by_role("button", name=re.compile("^Pijl naar…")).click()
        await ann.page.locator(".arrow-target", has_text="Water").click()
        arrows = row.locator(".outline-arrow")
        await expect(arrows).to_have_count(2)
        water = arrows.filter(has_text="Water")
        await water.get_by_role("button", name=re.compile("^Bijschrift")).click()
        await ann.page.get_by_role("textbox", name="Bijschrift van de pijl").fill("levert")
        await ann.page.get_by_role("button", name="Klaar").click()
        await expect(water).to_contain_text("levert")
        await expect(ann.page.locator(f'.outline-item[data-item="{second}"]')).to_contain_text("Grond · levert")
        assert await faults(ann) == []
        await water.get_by_role("button", name=re.compile("^Verwijder")).click()
        await expect(arrows).to_have_count(1)
        await ann.saved()
        assert [each["end"] for each in table.shared("connector") if not each.get("deleted")] == [there]
        await arrows.get_by_role("button", name=re.compile("^Ga erheen")).click()
        await expect(ann.page.locator(f'.outline-item[data-item="{there}"]')).to_be_visible()


async def test_private_arrows(tmp_path: Path) -> None:
    """[UI-256] A private arrow is dashed, has a shut eye, and is in no other browser until it is shown."""
    async with at_table(tmp_path, ["network-map"]) as table:
        ann, bob = await table.seat("Ann"), await table.seat("Bob")
        first, second = await notes(table, "Grond", "Water")
        await table.begin("place")
        await expect(ann.page.get_by_text("Alleen jij ziet je concepten.")).to_be_visible()
        await pull(ann, first, second)
        await expect(ann.page.locator(".link.draft > .line")).to_have_css("stroke-dasharray", "9px, 6px")
        await expect(ann.page.locator(".connector .eye")).to_be_visible()
        await ann.saved()
        await expect(lines(bob)).to_have_count(0)
        assert table.shared("connector") == []
        await table.enter(await plan(table.leader, "reveal"), sure=True)
        await expect(lines(bob)).to_have_count(1)
        await expect(ann.page.locator(".link.draft")).to_have_count(0)
        await expect(lines(ann)).to_have_count(1)


async def test_marks(tmp_path: Path) -> None:
    """[UI-257] A note is marked by one press and unmarked by the same; the mark is a sign and words, everywhere."""
    async with at_table(tmp_path, ["collaboration-lens"]) as table:
        ann, bob = await table.seat("Ann"), await table.seat("Bob", language="en")
        await ann.write("Goede sfeer", 0.5, 0.3)
        await ann.page.mouse.click(*await centre(ann.note("Goede sfeer")))
        mark = ann.page.locator(".selection-bar").get_by_role("button", name="Gaat goed")
        await mark.click()
        await expect(mark).to_have_attribute("aria-pressed", "true")
        await expect(bob.note("Goede sfeer").locator(".tone")).to_be_visible()
        await expect(bob.note("Goede sfeer")).to_have_attribute("aria-label", re.compile("marked: Goes well"))
        await bob.page.get_by_role("button", name="List", exact=True).click()
        await expect(bob.page.locator(".outline-item")).to_contain_text("Goes well")
        await mark.click()
        await expect(bob.page.locator(".outline-second")).not_to_contain_text("Goes well")


async def test_pairs_of_tokens(tmp_path: Path) -> None:
    """[UI-258] Of several tokens each is placed by itself; all but the first are dashed, and joined to it."""
    async with at_table(tmp_path, ["market-hierarchy-spectrum"]) as table:
        ann, bob = await table.seat("Ann"), await table.seat("Bob")
        await ann.page.get_by_role("button", name="Fiches", exact=True).click()
        panel = ann.page.locator(".panel")
        for which in ("Nu", "Gewenst"):
            await panel.get_by_role("button", name=f"Plaats Jouw fiche: {which}").click()
            await expect(panel.get_by_role("button", name=f"Toon Jouw fiche: {which}")).to_be_visible()
        tokens = bob.page.locator(".item.participant-token")
        await expect(tokens).to_have_count(2)
        second = bob.page.locator(".item.participant-token.second")
        await expect(second.locator(".token-disc")).to_have_css("border-top-style", "dashed")
        await expect(second).to_have_attribute("aria-label", re.compile("^Fiche van Ann, Gewenst"))
        await ann.drag(ann.page.locator(".item.participant-token.second"), 0.7, 0.6)
        await expect(bob.page.locator(".canvas-pairs path")).to_have_count(1)
