"""The start page's gallery, in a real browser: pictures, finding, routes with their breaks."""

import re
from collections.abc import Callable

import pytest
from browser.conftest import Servers
from playwright.sync_api import Browser, expect


@pytest.fixture
def address(stores: Callable[[str], Servers]) -> str:
    """Of a running server."""
    return stores("sqlite").addresses[0]


def test_canvases_are_found_looked_at_and_chosen(chromium: Browser, address: str) -> None:
    """[EX-7]"""
    page = chromium.new_page(locale="en-GB")
    page.goto(address)
    cards = page.locator(".gallery .card")
    expect(cards).to_have_count(37)
    picture = cards.first.locator("img")
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") > 1000
    page.get_by_role("searchbox", name="Search canvases").fill("TRUST par")
    expect(cards).to_have_count(1)
    page.get_by_role("button", name="Look at Trust paradox").click()
    look = page.get_by_role("dialog", name="Trust paradox")
    expect(look.get_by_role("img", name="Trust paradox, filled in")).to_contain_text("Krackhardt")
    look.get_by_role("button", name="Choose this canvas").click()
    expect(look).to_have_count(0)
    expect(cards.first).to_have_attribute("aria-pressed", "true")
    page.get_by_role("searchbox").fill("nothing like it")
    expect(page.get_by_text("No canvas found.")).to_be_visible()
    page.get_by_role("searchbox").fill("")
    page.get_by_role("button", name=re.compile("^Process")).click()
    expect(cards).to_have_count(2)
    page.close()


def test_a_route_brings_its_canvases_breaks_and_minutes(chromium: Browser, address: str) -> None:
    """[ROUTE-2]"""
    page = chromium.new_page(locale="en-GB")
    page.goto(address)
    page.get_by_role("button", name="Interests 5 canvases · 174 min").click()
    plan = page.get_by_role("region", name="Canvases", exact=True)
    expect(plan.get_by_role("listitem")).to_have_count(7)
    expect(plan.locator(".route-break")).to_have_count(2)
    expect(plan.get_by_text("174 min together")).to_be_visible()
    page.get_by_role("button", name=re.compile("^The lens")).click()
    expect(plan.get_by_text("26 min longer than the 180 min of this route.")).to_be_visible()
    plan.get_by_role("button", name="Leave out the break after canvas 2").click()
    expect(plan.get_by_text("21 min longer than the 180 min of this route.")).to_be_visible()
    page.close()
