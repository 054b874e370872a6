"""Giving on the canvas in real browsers: scores, faces and boxes; lists, names and hints of a canvas."""

import re
from pathlib import Path
from typing import Literal

import pytest
from browser.seat import Seat, at_table
from browser.test_on_the_canvas import faults
from integration.leading import do
from playwright.async_api import Locator, expect

SAID = {"title": {"nl": "Scoren", "en": "Scoring"}, "prompt": {"nl": "Geef een score.", "en": "Give a score."}}


def scale(seat: Seat, name: str) -> Locator:
    """The scale on the canvas that is called so."""
    return seat.page.locator(f'.scale[aria-label^="{name}"]')


async def press(thing: Locator, step: int, of: int = 5) -> None:
    """Press this step of the scale, once it stands still."""
    box = await thing.bounding_box()
    assert box is not None
    await thing.click(position={"x": box["width"] * (step - 0.5) / of, "y": box["height"] / 2})


def stands(text: str) -> re.Pattern[str]:
    """What a scale says, whatever follows."""
    return re.compile(f"^{text}")


async def test_scale_on_the_sheet(tmp_path: Path) -> None:
    """[UI-240] A scale is given where it is printed, by a press or by keys, and taken back by the same press or
    Backspace; it is one's own until it is shown, and then says what the group gave."""
    async with at_table(tmp_path, ["trust-for-dialogue"]) as table:
        ann, bob = await table.seat("Ann"), await table.seat("Bob", "Zuid")
        await table.begin("score", **SAID)
        await expect(ann.page.locator("aside.panel")).to_be_visible()
        name = "Score voor Transparantie"
        await press(scale(ann, name), 4)
        await expect(scale(ann, name)).to_have_attribute("aria-valuetext", "4 van 5")
        await press(scale(ann, name), 4)
        await expect(scale(ann, name)).to_have_attribute("aria-valuetext", "nog niets gegeven")
        await scale(ann, name).press("5")
        await scale(ann, name).press("ArrowLeft")
        await expect(scale(ann, name)).to_have_attribute("aria-valuetext", "4 van 5")
        await scale(bob, name).press("3")
        await scale(bob, name).press("Backspace")
        await scale(bob, name).press("2")
        await bob.saved()
        await ann.saved()
        assert table.shared("score") == []
        await expect(scale(ann, name)).to_have_attribute("aria-valuetext", "4 van 5")
        await table.begin("reveal", **SAID)
        for seat, own in ((ann, 4), (bob, 2)):
            told = f"{name}. {own} van 5. Groep: 3 ± 1 (2 personen)"
            await expect(scale(seat, name)).to_have_attribute("aria-label", told)
        await scale(ann, name).click()
        await expect(ann.page.locator(".scale-sheet")).to_contain_text("Groep: 3 ± 1 (2 personen)")
        await expect(ann.page.locator(".scale-sheet input")).to_have_count(0)


async def test_large_scale(tmp_path: Path) -> None:
    """[UI-241] Enter opens the scale large, with what its ends mean and a way to take it back; Escape leads back. A
    card that is scored for several always opens it."""
    async with at_table(tmp_path, ["trust-for-dialogue", "partner-fit"]) as table:
        ann = await table.seat("Ann")
        thing = scale(ann, "Score voor Betrouwbaar")
        await thing.press("Enter")
        sheet = ann.page.get_by_role("dialog", name="Betrouwbaar: scores geven")
        await expect(sheet).to_contain_text("1 Zwak")
        await sheet.get_by_role("radio", name="1, Zwak").press("ArrowRight")
        await expect(sheet.get_by_role("radio", name="2")).to_be_checked()
        await ann.page.keyboard.press("Escape")
        await expect(thing).to_be_focused()
        await expect(thing).to_have_attribute("aria-valuetext", stands("2 van 5"))
        await thing.press("Enter")
        await sheet.get_by_role("button", name="Terugnemen").click()
        await expect(thing).to_have_attribute("aria-valuetext", "nog niets gegeven")
        await ann.page.locator("nav.tabs button").nth(1).click()
        several = ann.page.locator('.scale[aria-label^="Commitment: scores geven"]')
        await several.click()
        sheet = ann.page.get_by_role("dialog", name="Commitment: scores geven")
        await sheet.get_by_role("group", name="Score voor Commitment, Zuid").get_by_role("radio", name="4").check()
        await expect(several).to_have_attribute("aria-label", stands("Commitment: scores geven. 1 van 2 gegeven"))


async def test_boxes(tmp_path: Path) -> None:
    """[UI-242] A box is ticked: done, not needed, not done; of a row of cards one. What the group holds who facilitates
    ticks once all is open, apart from people's own, and all see it."""
    async with at_table(tmp_path, ["self-organising-network", "signatures"]) as table:
        ann, lea = await table.seat("Ann"), await table.seat("Lea", role="facilitator")
        box = scale(ann, "Afvinken: Emergente")
        for checked, said in (
            ("true", "herkennen we"),
            ("mixed", "herkennen we deels"),
            ("false", "herkennen we niet"),
        ):
            await box.click()
            await expect(box).to_have_attribute("aria-checked", checked)
            await expect(box).to_have_attribute("aria-label", re.compile(f"resultaten\\. {said}"))
        await scale(lea, "Afvinken: Emergente").press(" ")
        await expect(box).to_have_attribute("aria-label", re.compile("Samen vastgesteld: herkennen we. Groep: 0 van 1"))
        await expect(box).to_have_attribute("aria-checked", "true")
        await ann.page.locator("nav.tabs button").nth(1).click()
        row = ann.page.locator('.scale[aria-label*="Het doel van de samenwerker is"]')
        await expect(row).to_have_count(5)
        await row.nth(0).click()
        await row.nth(3).click()
        await expect(ann.page.locator('.scale[aria-checked="true"]')).to_have_count(1)
        await expect(row.nth(3)).to_have_attribute("aria-checked", "true")


async def test_lists_grow_live(tmp_path: Path) -> None:
    """[UI-243] Who facilitates adds, names and takes out what a canvas repeats for, and everyone's canvas follows at
    once; what holds something stays, with the reason."""
    async with at_table(tmp_path, ["partners-interests-ambition"]) as table:
        ann, lea = await table.seat("Ann"), await table.seat("Lea", role="facilitator")
        await lea.page.get_by_role("button", name="Meer", exact=True).click()
        await lea.page.get_by_role("button", name="Canvas aanpassen").click()
        field = lea.page.get_by_label("Nieuw: Partner")
        await field.fill("Waterschap")
        await field.press("Enter")
        printed = ann.page.locator(".canvas-sheet .printed")
        await expect(printed.filter(has_text="Waterschap")).to_have_count(1)
        await lea.page.get_by_label("Partner 3").fill("Lage Linge")
        await lea.page.keyboard.press("Tab")
        await expect(printed.filter(has_text="Lage Linge")).to_have_count(1)
        await lea.saved()
        partner = table.record("canvas-1")["settings"]["partners"][2]
        assert partner["name"] == "Lage Linge"
        entry = partner["id"]
        held = {"kind": "sticky", "id": f"{table.leader.writer}.1", "canvas": "canvas-1", "text": "Ruimte"}
        place = {"frame": f"brings.partners.{entry}", "u": 0.5, "v": 0.5}
        await do(table.leader, {"type": "item.create", "items": [{**held, "place": place}]})
        await lea.page.get_by_role("button", name="Haal weg: Lage Linge").click()
        await lea.hears("Daar ligt nog iets. Verplaats of verwijder het eerst.")
        await expect(printed.filter(has_text="Lage Linge")).to_have_count(1)
        await do(table.leader, {"type": "item.delete", "ids": [held["id"]]})
        await lea.page.get_by_role("button", name="Haal weg: Lage Linge").click()
        await expect(printed.filter(has_text="Lage Linge")).to_have_count(0)
        await expect(ann.page.get_by_role("button", name="Canvas aanpassen")).to_have_count(0)


async def test_names_and_provenance(tmp_path: Path) -> None:
    """[UI-244] Where the workbook's figure is lost who facilitates words axes and zones, for all to read; they read
    where content is from, and what is our own example is marked."""
    async with at_table(tmp_path, ["negotiation-outcomes"]) as table:
        ann = await table.seat("Ann", language="en")
        lea = await table.seat("Lea", role="facilitator")
        await lea.page.get_by_role("button", name="Meer", exact=True).click()
        await lea.page.get_by_role("button", name="Canvas aanpassen").click()
        panel = lea.page.locator("aside.panel")
        field = panel.get_by_label("Vak: Compromis")
        await field.fill("Middenweg")
        await field.press("Tab")
        printed = ann.page.locator(".canvas-sheet .printed")
        await expect(printed.filter(has_text="Middenweg")).to_have_count(1)
        await field.fill("")
        await field.press("Tab")
        await expect(printed.filter(has_text="Compromise").first).to_be_visible()
        await expect(panel.locator(".ours").first).to_have_text("ons voorbeeld")
        await expect(panel.locator(".provenance li").first).to_contain_text(re.compile("Werkboek|Elders|Ons voorbeeld"))


async def test_hints_unfold(tmp_path: Path) -> None:
    """[UI-245] Long hints are folded: a mark at the zone unfolds them, by pointer and by keyboard, and folds them."""
    async with at_table(tmp_path, ["interventions"]) as table:
        ann = await table.seat("Ann")
        mark = ann.page.get_by_role("button", name=re.compile("^Toelichting bij Visioning"))
        await mark.click()
        note = ann.page.get_by_role("note")
        await expect(note).to_contain_text("Omvat interventies")
        await expect(mark).to_have_attribute("aria-expanded", "true")
        await ann.page.keyboard.press("Escape")
        await expect(note).to_be_hidden()
        await mark.press("Enter")
        await expect(note).to_be_visible()
        await note.get_by_role("button", name="Sluiten").click()
        await expect(note).to_be_hidden()
        await expect(mark).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_where_something_is_given(tmp_path: Path, scheme: Literal["light", "dark"]) -> None:
    """[UI-246] A checker of WCAG 2.2 AA finds nothing where something is given, adjusted or unfolded, in any scheme."""
    async with at_table(tmp_path, ["trust-for-dialogue", "self-organising-network", "interventions"]) as table:
        lea = await table.seat("Lea", role="facilitator")
        await lea.page.emulate_media(color_scheme=scheme)
        await scale(lea, "Score voor Transparantie").press("4")
        await scale(lea, "Score voor Betrouwbaar").press("Enter")
        await expect(lea.page.locator(".scale-sheet")).to_be_visible()
        assert await faults(lea) == []
        await lea.page.keyboard.press("Escape")
        await lea.page.get_by_role("button", name="Resultaten").click()
        await lea.page.locator("nav.tabs button").nth(1).click()
        await scale(lea, "Afvinken: Emergente").click()
        assert await faults(lea) == []
        await lea.page.locator("nav.tabs button").nth(2).click()
        await lea.page.get_by_role("button", name=re.compile("^Toelichting bij Visioning")).click()
        assert await faults(lea) == []
        await lea.page.get_by_role("button", name="Meer", exact=True).click()
        await lea.page.get_by_role("button", name="Canvas aanpassen").click()
        assert await faults(lea) == []
        await lea.page.locator("aside.panel").get_by_role("button", name="Sluit").click()
        await table.begin("score", canvas="canvas-2", **SAID)
        await lea.page.locator(".tab-bar").get_by_role("button", name="Scoren").click()
        await expect(lea.page.locator("aside.panel .grade").first).to_be_visible()
        assert await faults(lea) == []
