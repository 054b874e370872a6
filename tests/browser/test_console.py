"""The facilitator's console in real browsers: one press is one step, asked where it was pressed, beside the canvas."""

import re
from collections.abc import Callable

import pytest
from browser.conftest import Servers
from browser.people import ORGANISATIONS, Links, Someone
from playwright.sync_api import Locator, expect

People = Callable[..., Someone]
SAY = {
    "nl": {
        "start": "Start",
        "next": "Volgende stap",
        "edit": "Agenda aanpassen",
        "edited": "Klaar met aanpassen",
        "anonymous": "Anoniem",
        "save": "Bewaar",
        "show anyway": "Toon het toch",
        "bring": "Haal iedereen hier",
        "brought": "Noor brengt je hierheen. Beweeg om los te laten.",
        "lead": "Maak begeleider",
        "take part": "Maak deelnemer",
        "show": "Toon de begeleiding",
        "hide": "Verberg de begeleiding",
        "steps": ["Uitleg", "Schrijven", "Onthullen", "Gesprek"],
    },
    "en": {
        "start": "Start",
        "next": "Next step",
        "edit": "Edit agenda",
        "edited": "Done editing",
        "anonymous": "Anonymous",
        "save": "Save",
        "show anyway": "Show it anyway",
        "bring": "Bring everyone here",
        "brought": "Noor brings you here. Move to let go.",
        "lead": "Make facilitator",
        "take part": "Make participant",
        "show": "Show the console",
        "hide": "Hide the console",
        "steps": ["Introduction", "Writing", "Reveal", "Conversation"],
    },
}


IN_DUTCH = pytest.mark.parametrize("setting", [("sqlite", "nl")], ids=["sqlite-nl"])
AT_TWO_WORKERS = pytest.mark.parametrize("setting", [("redis", "en")], ids=["redis-en"])


def led(servers: Servers, someone: People, language: str) -> tuple[Someone, Someone, Links]:
    """Noor, who facilitates, and Amira at the other worker."""
    noor, amira = someone(language), someone(language)
    links = noor.make_workshop(servers.addresses[0], canvases=("triangle", "grid"))
    noor.join(links.facilitator, "Noor", None)
    amira.join(servers.at_second(links.participant), "Amira", ORGANISATIONS[0])
    return noor, amira, links


def press(who: Someone, name: str) -> None:
    """Press a button of the console."""
    who.page.locator(".console").get_by_role("button", name=name).first.click()


def under_way(who: Someone) -> Locator:
    """The row of the step that is under way."""
    return who.page.locator(".agenda-list .now")


@IN_DUTCH
def test_two_quick_presses_are_one_step_and_a_reveal_in_the_agenda_is_asked_first(
    servers: Servers, someone: People, language: str
) -> None:
    """[UI-139]"""
    noor, _, _ = led(servers, someone, language)
    say, steps = SAY[language], SAY[language]["steps"]
    start = noor.page.locator(".lead .button.main")
    start.dblclick()
    expect(under_way(noor)).to_contain_text(steps[0])
    reveal = noor.page.locator(".agenda-row", has_text=steps[2]).first
    reveal.click()
    expect(noor.page.locator(".agenda-list .confirm .button.main")).to_be_focused()
    noor.page.keyboard.press("Escape")
    expect(noor.page.locator(".confirm")).to_have_count(0)
    expect(reveal).to_be_focused()
    expect(under_way(noor)).to_contain_text(steps[0])
    noor.page.locator(".agenda-row", has_text=steps[3]).first.click()
    expect(under_way(noor)).to_contain_text(steps[3])
    expect(noor.page.locator(".lead").get_by_role("button", name=str(say["next"]))).to_be_visible()


@AT_TWO_WORKERS
def test_what_can_be_guessed_is_shown_only_after_it_was_said_where_it_was_pressed(
    servers: Servers, someone: People, language: str
) -> None:
    """[UI-140]"""
    noor, amira, _ = led(servers, someone, language)
    say, steps = SAY[language], SAY[language]["steps"]
    press(noor, str(say["edit"]))
    noor.page.locator(".edit-title", has_text=steps[1]).first.click()
    noor.page.locator(".console-form").get_by_label(re.compile(str(say["anonymous"]))).check()
    press(noor, str(say["save"]))
    press(noor, str(say["edited"]))
    noor.page.locator(".agenda-row", has_text=steps[1]).first.click()
    expect(amira.page.locator(".private-bar")).to_be_visible()
    amira.write("Rust in de wijk", 0.4, 0.5)
    amira.sees_saved()
    press(noor, str(say["next"]))
    expect(noor.page.locator(".lead .confirm")).to_be_visible()
    noor.sees_no_note("Rust in de wijk")
    expect(under_way(noor)).to_contain_text(steps[1])
    press(noor, str(say["show anyway"]))
    noor.sees_note("Rust in de wijk")
    expect(under_way(noor)).to_contain_text(steps[2])


@AT_TWO_WORKERS
def test_everyone_is_brought_along_until_they_move(servers: Servers, someone: People, language: str) -> None:
    """[UI-141]"""
    noor, amira, _ = led(servers, someone, language)
    say = SAY[language]
    noor.open_canvas("grid")
    for _ in range(2):
        press(noor, str(say["bring"]))
        expect(amira.page.get_by_text(str(say["brought"]))).to_be_visible()
        expect(amira.page.locator('.tab[aria-current="page"]')).to_contain_text(amira.say("grid")[:8])
        amira.open_canvas("triangle")
        expect(amira.page.get_by_text(str(say["brought"]))).to_be_hidden()
        expect(amira.page.locator('.tab[aria-current="page"]')).to_contain_text(amira.say("triangle")[:8])


@AT_TWO_WORKERS
def test_the_console_goes_with_the_role(servers: Servers, someone: People, language: str) -> None:
    """[UI-142]"""
    noor, amira, _ = led(servers, someone, language)
    say = SAY[language]
    expect(amira.page.locator(".console")).to_have_count(0)
    noor.page.locator(".crowd .chip", has_text="Amira").click()
    press(noor, str(say["lead"]))
    expect(amira.page.locator(".console")).to_be_visible()
    noor.page.locator(".crowd .chip", has_text="Amira").click()
    press(noor, str(say["take part"]))
    expect(amira.page.locator(".console")).to_have_count(0)
    amira.sees_saved()


@IN_DUTCH
def test_the_console_is_beside_the_canvas_and_stays_as_it_was_left(
    servers: Servers, someone: People, language: str
) -> None:
    """[UI-143]"""
    noor, _, _ = led(servers, someone, language)
    say, page = SAY[language], noor.page
    toggle = page.locator(".console-button")
    for width in (1440, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        canvas, console = page.locator(".canvas-host").bounding_box(), page.locator(".console").bounding_box()
        assert canvas is not None and console is not None
        assert console["width"] == 328 and canvas["x"] + canvas["width"] <= console["x"] and canvas["width"] >= 640
    toggle.click()
    expect(page.locator(".console")).to_have_count(0)
    page.reload()
    noor.sees_saved()
    expect(toggle).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".console")).to_have_count(0)
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.get_by_role("button", name=str(say["show"]))).to_be_visible()
    toggle.click()
    expect(page.locator(".console")).to_be_visible()
    expect(page.locator(".canvas-host")).to_be_hidden()
    page.get_by_role("button", name=str(say["hide"])).click()
    expect(page.locator(".canvas-host")).to_be_visible()
