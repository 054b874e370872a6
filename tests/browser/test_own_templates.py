"""Somebody brings a canvas of their own to the start page."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.conftest import Servers
from browser.people import Someone
from browser.test_accessible import faults
from playwright.sync_api import expect

from raakvlak.new_template import new_template

People = Callable[..., Someone]
SAID = {
    "nl": (
        "Voeg een bestand toe",
        r"Regel {line}.*regions\[perhabs\]\.zone.*bedoelde je “?\"?perhaps",
        "is in orde en gekozen",
    ),
    "en": ("Add a file", r"Line {line}.*regions\[perhabs\]\.zone.*did you mean \"perhaps", "is fine, and chosen"),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_canvas_of_ones_own(servers: Servers, someone: People, language: str, scheme: str, tmp_path: Path) -> None:
    """[TPL-32] Faults stand by line and field on the page; the mended file is a canvas of the workshop at once."""
    add, wrong, fine = SAID[language]
    noor = someone(language)
    page = noor.page
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(servers.addresses[0])
    markup = "<img src=x onerror=alert(1)>"
    text = new_template("own").replace('"nl": "Kansen en inspanning", "en"', f'"nl": "{markup}", "en"')
    text = text.replace('"Opportunities and effort"', f'"{markup}"')
    file = tmp_path / "own.json"
    file.write_text(text.replace('"zone": "perhaps"', '"zone": "perhabs"'), encoding="utf-8")
    line = text[: text.index('"zone": "perhaps"')].count("\n") + 1
    page.get_by_label(add).set_input_files(file)
    expect(page.locator(".own-faults li").first).to_have_text(re.compile(wrong.format(line=line)))
    assert faults(page) == []
    file.write_text(text, encoding="utf-8")
    page.get_by_label(add).set_input_files(file)
    expect(page.get_by_role("status").filter(has_text=fine)).to_be_visible()
    expect(page.locator(".own-faults")).to_have_count(0)
    card = page.locator(".own").get_by_role("button", name=markup).first
    expect(card).to_have_attribute("aria-pressed", "true")
    expect(card.locator("img")).to_have_js_property("complete", True)
    assert card.locator("img").evaluate("image => image.naturalWidth") > 0
    assert faults(page) == []
    page.get_by_label(noor.say("title"), exact=True).fill("Eigen werk")
    page.get_by_role("button", name=noor.say("make")).click()
    expect(page.get_by_role("heading", name=noor.say("ready"))).to_be_visible()
    noor.join(page.locator("a.button.main").get_attribute("href") or "", "Noor", None)
    expect(page.get_by_text(markup).first).to_be_visible()
    noor.write("Samen beginnen", 0.3, 0.3)
