"""Nobody is kept out: what a checker of accessibility finds on each screen, in light and dark."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import Servers
from browser.people import Someone
from playwright.sync_api import Page, expect

AXE = Path(__file__).parents[2] / "client" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

People = Callable[..., Someone]


def faults(page: Page) -> list[dict[str, Any]]:
    """What axe finds on the page as it is, by WCAG 2.2 A and AA."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "rules => axe.run(document, { runOnly: { type: 'tag', values: rules } }).then(result => result.violations)",
        RULES,
    )
    return [{"rule": fault["id"], "at": [node["html"] for node in fault["nodes"]]} for fault in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("setting", [("sqlite", "nl")], ids=["sqlite-nl"])
def test_axe_finds_nothing_on_any_screen(servers: Servers, someone: People, language: str, scheme: str) -> None:
    """[UI-15] A checker of WCAG 2.2 AA finds nothing on any screen, in light and dark."""
    noor = someone(language)
    noor.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    noor.page.goto(servers.addresses[0])
    expect(noor.page.get_by_role("button", name=noor.say("triangle")).first).to_be_visible()
    assert faults(noor.page) == []
    links = noor.make_workshop(servers.addresses[0], canvases=("triangle", "grid", "rings"))
    assert faults(noor.page) == []
    noor.page.goto(links.facilitator)
    expect(noor.page.get_by_label(noor.say("who"))).to_be_visible()
    assert faults(noor.page) == []
    noor.join(links.facilitator, "Noor")
    noor.write("Droge voeten", 0.3, 0.5)
    noor.note("Droge voeten").click()
    assert faults(noor.page) == []
    noor.page.get_by_role("button", name=noor.say("share")).click()
    assert faults(noor.page) == []
    noor.page.get_by_role("button", name=noor.say("outline"), exact=True).click()
    assert faults(noor.page) == []
    noor.page.goto(links.observer.split("#", maxsplit=1)[0] + "replay")
    expect(noor.page.get_by_role("slider", name=noor.say("timeline"))).to_be_visible()
    assert faults(noor.page) == []
