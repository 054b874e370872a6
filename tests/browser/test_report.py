"""The report of a workshop, in real browsers: what it tells, who reads it, and that nobody is kept out of reading."""

import re
from pathlib import Path
from typing import Literal

import pytest
from browser.seat import Seat, Table, at_table
from browser.test_on_the_canvas import faults
from integration.leading import CANVAS, begin, do, own
from playwright.async_api import Locator, expect

TEMPLATE = "trust-for-dialogue"
SAID = {
    "nl": ("Vertrouwen bouwen", "Acties naar stippen", "Score per ingrediënt", "Transparantie"),
    "en": ("Building trust", "Actions by dots", "Score per ingredient", "Transparency"),
}
DECIDED = "Elke maand <b>samen</b> eten"


async def worked(table: Table) -> None:
    """Two people wrote, gave scores and dots, and decided something."""
    leader, stage = table.leader, table.stage
    ann, bob = await stage.page("Ann"), await stage.page("Bob")
    ids = [f"{leader.writer}.{name}" for name in ("eat", "call")]
    for number, (item, text) in enumerate(zip(ids, ("Samen eten", "Vaker bellen"), strict=True)):
        place = {"frame": "building-trust", "u": 0.25 + number / 2, "v": 0.5}
        note = {"kind": "sticky", "id": item, "canvas": CANVAS, "place": place, "text": text}
        await do(leader, {"type": "item.create", "items": [note]})
    step = await begin(leader, "score")
    for page, value in ((ann, 5), (bob, 2)):
        await do(page, {"type": "score.set", "step": step, "zone": "transparency", "value": value}, own(page))
    await begin(leader, "reveal")
    voted = f"{leader.writer}.round"
    await do(leader, {"type": "round.open", "id": voted, "canvas": CANVAS, "dots": 3})
    for page, item, dots in ((ann, ids[1], 2), (bob, ids[1], 1), (bob, ids[0], 1)):
        await do(page, {"type": "vote.cast", "round": voted, "item": item, "dots": dots}, own(page))
    await do(leader, {"type": "round.close", "id": voted})
    await do(leader, {"type": "agreement.set", "id": f"{leader.writer}.a", "what": "decision", "text": DECIDED})


async def observer(other: Seat, table: Table) -> Seat:
    """Somebody in another browser who watches live."""
    browser = other.page.context.browser
    assert browser is not None
    page = await (await browser.new_context(locale="nl-NL", reduced_motion="reduce")).new_page()
    page.on("pageerror", lambda error: other.troubles.append(str(error)))
    await page.goto(table.stage.made["links"]["observer"]["url"])
    await page.get_by_label("Hoe heet je?").fill("Obi")
    await page.get_by_role("button", name="Kijk live mee").click()
    await expect(page.locator(".canvas-sheet path").first).to_be_attached()
    return Seat(page, other.troubles)


async def opened(seat: Seat, table: Table, language: str) -> None:
    """The report instead of the canvas, in this language."""
    await seat.page.goto(f"{seat.page.url.split('/w/')[0]}/w/{table.stage.workshop}/report")
    await seat.page.get_by_text(language.upper(), exact=True).click()


def table_of(seat: Seat, title: str) -> Locator:
    """The measure that is called so."""
    return seat.page.locator("section.measure", has_text=title).locator("table")


@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("en", "dark")])
async def test_report(tmp_path: Path, language: str, scheme: Literal["light", "dark"]) -> None:
    """[REP-6] The page shows the picture of a canvas, its measures as tables, what was written and what was decided, to
    participants and observers alike; a checker of WCAG 2.2 AA finds nothing in either scheme."""
    zone, votes, scores, transparency = SAID[language]
    async with at_table(tmp_path, [TEMPLATE]) as table:
        await worked(table)
        cas = await table.seat("Cas")
        for seat in (cas, await observer(cas, table)):
            await seat.page.emulate_media(color_scheme=scheme)
            await opened(seat, table, language)
            picture = seat.page.locator(".report-picture.only-screen svg, .report-picture:not(.only-print) svg").first
            await expect(picture).to_contain_text("Vaker")
            row = table_of(seat, votes).get_by_role("row", name=re.compile("Vaker bellen"))
            await expect(row.get_by_role("cell").filter(has_text=re.compile("^3"))).not_to_have_count(0)
            row = table_of(seat, scores).get_by_role("row", name=re.compile(transparency))
            mean = "3,5" if language == "nl" else "3.5"
            await expect(row).to_contain_text(re.compile(rf"{re.escape(mean)}\s*±\s*1[.,]5"))
            await expect(seat.page.locator(".report-zone", has_text=zone)).to_contain_text("Samen eten")
            await expect(seat.page.locator("#agreements")).to_contain_text(DECIDED)
            assert await faults(seat) == []
