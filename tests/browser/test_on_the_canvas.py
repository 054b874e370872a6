"""The canvas while a session is led, in real browsers: drafts and reveals, placing, votes, groups, attention."""

import re
from pathlib import Path
from typing import Literal

import pytest
from browser.seat import Seat, Table, at_table
from browser.test_accessible import AXE, RULES
from integration.leading import CANVAS, do, plan
from msgspec.structs import replace
from playwright.async_api import expect

from raakvlak.canvas.template import Template
from raakvlak.canvases import templates

QUIET = re.compile(r"\bquiet\b")
LIT = re.compile(r"\blit\b")
BACK = "reasons"
"""The zone beside the figure that is private for good in these tests."""


def with_back_stage() -> dict[str, Template]:
    """The templates, and a grid beside which one writes for oneself."""
    shipped = dict(templates())
    grid = shipped["trust-vigilance"]
    zones = tuple(replace(zone, private=zone.id == BACK) for zone in grid.zones)
    return {**shipped, "trust-vigilance": replace(grid, zones=zones)}


async def notes(table: Table, count: int, far: float = 0.0) -> list[str]:
    """So many notes of the leader's, in a row or in many; their ids."""
    apart = 0.25 if count < 5 else 0.04
    items = [
        {
            "kind": "sticky",
            "id": f"{table.leader.writer}.many-{number}",
            "canvas": CANVAS,
            "place": {"frame": "figure", "u": (number % 20) * apart, "v": far + (number // 20) / 25},
            "text": f"Kaartje {number}",
        }
        for number in range(count)
    ]
    await do(table.leader, {"type": "item.create", "items": items})
    return [str(item["id"]) for item in items]


async def faults(seat: Seat) -> list[str]:
    """What axe finds on the page as it is, by WCAG 2.2 A and AA."""
    await seat.page.evaluate(AXE.read_text(encoding="utf-8"))
    found = await seat.page.evaluate(
        "rules => axe.run(document, { runOnly: { type: 'tag', values: rules } }).then(result => result.violations)",
        RULES,
    )
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]


async def test_draft(tmp_path: Path) -> None:
    """[UI-192] A draft has a dashed border, a shut eye and words for it, and is in no other browser."""
    async with at_table(tmp_path) as table:
        ann, bob = await table.seat("Ann"), await table.seat("Bob")
        await table.begin("write")
        await expect(ann.page.get_by_text("Alleen jij ziet je concepten.")).to_be_visible()
        await ann.write("Grondprijs", 0.3, 0.6)
        draft = ann.note("Grondprijs")
        await expect(draft).to_have_css("border-top-style", "dashed")
        await expect(draft.locator(".eye")).to_be_visible()
        await expect(draft).to_have_attribute(
            "aria-label", re.compile("^Kaartje: Grondprijs, van Ann, .*, concept, alleen jij ziet dit$")
        )
        await ann.saved()
        await bob.write("Planning", 0.6, 0.6)
        await bob.saved()
        await expect(bob.page.locator(".item")).to_have_count(1)
        assert table.shared("sticky") == []


async def test_reveal_of_what_is_being_written(tmp_path: Path) -> None:
    """[UI-195] A draft that is shown goes on as the same element, with the focus; writing in it has ended."""
    async with at_table(tmp_path) as table:
        ann, bob = await table.seat("Ann"), await table.seat("Bob")
        await table.begin("write")
        await expect(ann.page.get_by_text("Alleen jij ziet je concepten.")).to_be_visible()
        await ann.page.mouse.dblclick(*await ann.point(0.3, 0.6))
        await ann.page.keyboard.type("Half af")
        await ann.saved()
        before = await ann.middle(ann.note("Half af"))
        await ann.page.evaluate("() => { document.querySelector('.item').dataset.same = 'yes' }")
        await table.enter(await plan(table.leader, "reveal"), sure=True)
        await expect(bob.note("Half af")).to_have_count(1)
        shown = ann.note("Half af")
        await expect(shown).not_to_have_class(re.compile("draft"))
        await expect(shown).to_have_attribute("data-same", "yes")
        await expect(shown).to_be_focused()
        await expect(ann.page.locator(".canvas-editor")).to_be_hidden()
        await ann.hears("Je concept is nu voor iedereen te zien.")
        [record] = table.shared("sticky")
        await expect(shown).to_have_attribute("data-item", str(record["id"]))
        assert await ann.middle(shown) == before


async def test_refusals(tmp_path: Path) -> None:
    """[UI-191] What is not possible now is refused with one sentence that says why."""
    async with at_table(tmp_path) as table:
        ann, joe = await table.seat("Ann"), await table.seat("Joe", language="en")
        await ann.write("Droge voeten", 0.3, 0.6)
        await expect(joe.note("Droge voeten")).to_have_count(1)
        place = await ann.middle(ann.note("Droge voeten"))
        await table.begin("cluster")
        await expect(ann.page.locator(".canvas.read-only")).to_be_attached()
        await ann.drag(ann.note("Droge voeten"), 0.6, 0.4)
        await ann.hears("Nu schuift alleen de begeleider.")
        await joe.drag(joe.note("Droge voeten"), 0.6, 0.4)
        await joe.hears("Only the facilitator moves things now.")
        await ann.page.mouse.dblclick(*await ann.point(0.8, 0.3))
        await ann.hears("Nu schuift de begeleider; schrijven kan straks weer.")
        await table.begin("write")
        await ann.drag(ann.note("Droge voeten"), 0.6, 0.4)
        await ann.hears("Dit is voor iedereen zichtbaar; nu schrijft ieder voor zich.")
        await table.begin("cluster", movers="everyone")
        await expect(ann.page.locator(".canvas.read-only")).to_have_count(0)
        assert await ann.middle(ann.note("Droge voeten")) == place
        await ann.drag(ann.note("Droge voeten"), 0.6, 0.4)
        await ann.wait("() => document.querySelector('.item.dropped') !== null")
        assert await ann.middle(ann.note("Droge voeten")) != place


async def test_placing_apart(tmp_path: Path) -> None:
    """[UI-193] A partner's token is placed by everyone apart: it stays for all, and then all places are shown."""
    async with at_table(tmp_path, ["strategic-core"]) as table:
        ann, bob = await table.seat("Ann"), await table.seat("Bob", "Zuid")
        organisation = table.shared("organisation")[0]["id"]
        token = f"{CANVAS}.partner.{organisation}"
        record = {"kind": "partner-token", "id": token, "canvas": CANVAS, "organisation": organisation}
        at = {"frame": "figure", "u": 0.5, "v": 0.5}
        await do(table.leader, {"type": "item.create", "items": [{**record, "place": at}]})
        step = await table.begin("place")
        for seat, u in ((ann, 0.4), (bob, 0.7)):
            await expect(seat.item(token)).to_have_count(1)
            await seat.drag(seat.item(token).locator(".token-disc"), u, 0.3)
            own = seat.item(f"{token}.{step}")
            await expect(own.locator(".token-disc")).to_have_css("border-top-style", "dashed")
            await expect(own.locator(".eye")).to_be_visible()
            await expect(seat.item(token)).to_have_class(QUIET)
            await seat.saved()
        assert table.record(token)["place"] == at
        assert await bob.middle(bob.item(token).locator(".token-disc")) == (
            await ann.middle(ann.item(token).locator(".token-disc"))
        )
        await table.enter(await plan(table.leader, "reveal"))
        for seat in (ann, bob):
            await expect(seat.page.locator(".placement")).to_have_count(2)
            await expect(seat.item(f"{token}.{step}")).to_have_count(0)
            await expect(seat.item(token)).not_to_have_class(QUIET)
        await ann.item(token).locator(".token-disc").click()
        await expect(ann.page.locator(".hairline")).to_have_count(2)
        await expect(ann.page.locator(".spread")).to_have_count(1)


async def test_voting(tmp_path: Path) -> None:
    """[UI-197] Dots are put by pointer and by keys, never more than one has; [UI-199] then the result stands there."""
    async with at_table(tmp_path) as table:
        ann, bob = await table.seat("Ann"), await table.seat("Bob", "Zuid")
        first, second = await notes(table, 2, 0.5)
        await table.begin("vote")
        opened = f"{table.leader.writer}.round"
        await do(table.leader, {"type": "round.open", "id": opened, "canvas": CANVAS, "dots": 3})
        await ann.item(first).hover()
        more = ann.page.locator(".vote-more")
        await more.click()
        await more.click()
        await expect(ann.item(first).locator(".own-dots .dot")).to_have_count(2)
        await ann.item(second).click()
        for key in ("+", "+", "+", "-", "+"):
            await ann.page.keyboard.press(key)
        await expect(ann.item(second).locator(".own-dots .dot")).to_have_count(1)
        await ann.hears("Al je stippen zijn gezet.")
        await ann.saved()
        await bob.item(second).click()
        await bob.page.keyboard.press("+")
        await expect(bob.item(second).locator(".own-dots .dot")).to_have_count(1)
        await expect(bob.item(first).locator(".own-dots")).to_have_count(0)
        await bob.saved()
        await do(table.leader, {"type": "round.close", "id": opened})
        for seat in (ann, bob):
            await expect(seat.page.locator(".result")).to_have_count(2)
            await expect(seat.item(first).locator(".result-sum")).to_have_attribute("data-count", "2")
            await expect(seat.item(second).locator(".result-part")).to_have_count(2)
            await expect(seat.page.locator(".vote-control")).to_be_hidden()


async def test_what_is_not_up_for_vote(tmp_path: Path) -> None:
    """[UI-198] What the vote is not about is dimmed, and takes no dots."""
    async with at_table(tmp_path) as table:
        ann = await table.seat("Ann")
        inside, beside = await notes(table, 2, 0.55)
        place = {"frame": "figure", "u": 0.5, "v": 0.75}
        await do(table.leader, {"type": "item.move", "moves": [{"id": inside, "place": place}]})
        opened = {"type": "round.open", "id": f"{table.leader.writer}.round", "canvas": CANVAS, "zone": "shared"}
        await do(table.leader, opened)
        await expect(ann.item(beside)).to_have_class(re.compile("aside"))
        await expect(ann.item(inside)).not_to_have_class(re.compile("aside"))
        await ann.item(beside).click()
        await expect(ann.page.locator(".vote-control")).to_be_hidden()
        await ann.page.keyboard.press("+")
        await ann.hears("Over dit stemmen we nu niet.")


async def test_group_by_keyboard(tmp_path: Path) -> None:
    """[UI-200] A group is made, named, moved and taken apart by keyboard or by its title, for everyone."""
    async with at_table(tmp_path) as table:
        ann, bob = await table.seat("Ann"), await table.seat("Bob")
        first, second, other = await notes(table, 3, 0.4)
        await ann.item(first).click()
        await ann.item(second).click(modifiers=["Shift"])
        await ann.page.keyboard.press("Control+g")
        await ann.page.keyboard.type("Water")
        await ann.page.keyboard.press("Enter")
        title = bob.page.get_by_role("button", name="Groep: Water, 2 onderdelen")
        await expect(title).to_be_visible()
        await expect(bob.item(first)).to_have_attribute("aria-label", re.compile("in groep Water"))
        before = [await ann.middle(ann.item(each)) for each in (first, second, other)]
        await expect(ann.page.get_by_role("button", name="Groep: Water, 2 onderdelen")).to_be_focused()
        for _ in range(5):
            await ann.page.keyboard.press("Shift+ArrowDown")
        await ann.saved()
        after = [await ann.middle(ann.item(each)) for each in (first, second, other)]
        moved = [(new[0] - old[0], new[1] - old[1]) for old, new in zip(before, after, strict=True)]
        assert moved[0] == moved[1] != (0, 0)
        assert moved[2] == (0, 0)
        await bob.drag(title, 0.2, 0.2)
        await bob.saved()
        places = {each: table.record(each)["place"] for each in (first, second)}
        assert round(places[first]["v"] - places[second]["v"], 3) == 0
        await bob.page.keyboard.press("Control+Shift+G")
        await expect(ann.page.locator(".group-title")).to_have_count(0)
        assert {each: table.record(each)["place"] for each in (first, second)} == places


async def test_spotlight(tmp_path: Path) -> None:
    """[UI-203] What is in the spotlight lies over the veil; what is dimmed can still be reached by keyboard."""
    async with at_table(tmp_path) as table:
        ann = await table.seat("Ann")
        lit, dim = await notes(table, 2, 0.4)
        await do(table.leader, {"type": "spotlight.set", "spotlight": {"canvas": CANVAS, "items": [lit]}})
        await expect(ann.page.locator(".spotlight-veil.on")).to_be_attached()
        await expect(ann.item(lit)).to_have_class(LIT)
        await expect(ann.item(dim)).not_to_have_class(LIT)
        await ann.page.locator(".canvas").focus()
        for item in (lit, dim):
            await ann.page.keyboard.press("Tab")
            await expect(ann.item(item)).to_be_focused()
        await do(table.leader, {"type": "spotlight.set", "spotlight": None})
        await expect(ann.page.locator(".spotlight-veil")).to_have_count(0)
        await expect(ann.item(lit)).not_to_have_class(LIT)


async def test_laser(tmp_path: Path) -> None:
    """[UI-206] K makes one's pointer a laser pointer for all, until Escape; where nobody sees it, that is said."""
    async with at_table(tmp_path) as table:
        ann, bob = await table.seat("Ann"), await table.seat("Bob")
        await ann.page.mouse.move(*await ann.point(0.4, 0.4))
        await ann.page.keyboard.press("k")
        await ann.page.mouse.move(*await ann.point(0.5, 0.5))
        dot = bob.page.locator(".laser-dot")
        await expect(dot).to_have_count(1)
        await expect(dot).to_have_css("background-color", "rgb(53, 85, 152)")
        await ann.page.keyboard.press("Escape")
        await expect(dot).to_have_count(0)
        await table.begin("write")
        await expect(ann.page.get_by_text("Alleen jij ziet je concepten.")).to_be_visible()
        await ann.page.keyboard.press("k")
        await ann.hears("Ieder werkt nu voor zich: niemand ziet je aanwijzer.")


async def test_many_move_while_one_types(tmp_path: Path) -> None:
    """[UI-205] While one moves 200 notes at once, another goes on typing in one that stays, and loses no letter."""
    async with at_table(tmp_path) as table:
        ann, fay = await table.seat("Ann"), await table.seat("Fay", role="facilitator")
        many = await notes(table, 200)
        await ann.write("Begin", 0.9, 0.85)
        await expect(fay.note("Begin")).to_have_count(1)
        await expect(fay.item(many[-1])).to_have_count(1)
        await fay.page.locator(".canvas").focus()
        await fay.page.keyboard.press("Control+a")
        await fay.note("Begin").click(modifiers=["Shift"])
        places = {each: table.record(each)["place"] for each in many}
        text = "Terwijl anderen schuiven schrijf ik rustig door aan dit kaartje."
        await ann.note("Begin").dblclick()
        await ann.page.keyboard.press("Control+a")
        half = len(text) // 2
        await ann.page.keyboard.type(text[:half])
        await fay.drag(fay.item(many[0]), 0.35, 0.25, drop=False)
        await ann.wait("() => document.querySelectorAll('.item.carried').length === 200")
        await ann.page.keyboard.type(text[half:])
        await fay.page.mouse.up()
        await fay.saved()
        await ann.page.keyboard.type(" Klaar")
        await ann.saved()
        [mine] = [note for note in table.shared("sticky") if note["id"] not in places]
        await expect(fay.note(f"{text} Klaar")).to_have_count(1)
        assert mine["text"] == f"{text} Klaar"
        assert await ann.page.locator(".canvas-editor").input_value() == f"{text} Klaar"
        moved = {
            (round(new["u"] - old["u"], 3), round(new["v"] - old["v"], 3))
            for new, old in ((table.record(each)["place"], places[each]) for each in many)
        }
        assert len(moved) == 1 and moved != {(0, 0)}


async def test_private_for_good(tmp_path: Path) -> None:
    """[UI-208] What one writes in a zone for oneself is shown only when it is taken out and that is confirmed."""
    async with at_table(tmp_path, ["trust-vigilance"], known=with_back_stage()) as table:
        ann, bob = await table.seat("Ann"), await table.seat("Bob")
        await expect(ann.page.locator(".back-label")).to_have_text("alleen voor jezelf")
        await table.begin("discuss")
        await expect(ann.page.get_by_text("Now: discuss", exact=True)).to_be_visible()
        await ann.write("Wat ik echt vind", 0.8, 0.4)
        own = ann.note("Wat ik echt vind")
        await expect(own).to_have_class(re.compile("draft"))
        home = await ann.middle(own)
        await ann.drag(own, 0.3, 0.4)
        chip = ann.page.get_by_role("group", name="Hier ziet iedereen het.")
        await expect(chip).to_be_visible()
        await ann.page.keyboard.press("Escape")
        await expect(chip).to_be_hidden()
        await ann.wait("() => document.querySelector('.item').getAnimations().length === 0")
        assert await ann.middle(own) == home
        assert table.shared("sticky") == []
        await ann.drag(own, 0.3, 0.4)
        await ann.page.get_by_role("button", name="Toon aan iedereen").click()
        await expect(bob.note("Wat ik echt vind")).to_have_count(1)
        await expect(own).not_to_have_class(re.compile("draft"))
        await ann.drag(own, 0.8, 0.6)
        await ann.hears("Dit ziet iedereen al; hier komt alleen wat je voor jezelf schrijft.")
        assert await ann.middle(own) != home


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_on_the_canvas(tmp_path: Path, scheme: Literal["light", "dark"]) -> None:
    """[UI-209] A checker of WCAG 2.2 AA finds nothing on the canvas while a session is led, in light and dark."""
    async with at_table(tmp_path, ["trust-vigilance"], known=with_back_stage()) as table:
        ann = await table.seat("Ann")
        await ann.page.emulate_media(color_scheme=scheme)
        first, second = await notes(table, 2, 0.3)
        await do(table.leader, group_of(table, first, second))
        await expect(ann.page.locator(".group-title")).to_be_visible()
        await ann.write("Wat ik echt vind", 0.8, 0.4)
        await ann.drag(ann.note("Wat ik echt vind"), 0.3, 0.8)
        await expect(ann.page.locator(".lift-chip")).to_be_visible()
        assert await faults(ann) == []
        await ann.page.get_by_role("button", name="Houd voor mezelf").click()
        await do(table.leader, {"type": "spotlight.set", "spotlight": {"canvas": CANVAS, "zones": [BACK]}})
        await expect(ann.page.locator(".group-head.dim")).to_be_attached()
        assert await faults(ann) == []
        await do(table.leader, {"type": "spotlight.set", "spotlight": None})
        opened = f"{table.leader.writer}.round"
        await do(table.leader, {"type": "round.open", "id": opened, "canvas": CANVAS, "dots": 2})
        await expect(ann.note("Wat ik echt vind")).to_have_class(re.compile("aside"))
        await ann.item(second).click()
        await ann.page.locator(".vote-more").click()
        await ann.saved()
        assert await faults(ann) == []
        await do(table.leader, {"type": "round.close", "id": opened})
        await expect(ann.page.locator(".result")).to_have_count(1)
        assert await faults(ann) == []


def group_of(table: Table, *items: str) -> dict[str, object]:
    """The intent that makes a group of these."""
    group = {"id": f"{table.leader.writer}.group", "canvas": CANVAS, "title": "Samen"}
    return {"type": "group.set", **group, "items": list(items)}
