"""Milestone 1: one canvas, two browsers, two workers."""

from collections.abc import Callable

import pytest
from browser.conftest import Servers
from browser.people import ORGANISATIONS, Links, Someone
from playwright.sync_api import expect

People = Callable[..., Someone]


def two(servers: Servers, someone: People, language: str) -> tuple[Someone, Someone, Links]:
    """A facilitator at the first worker and a participant at the second."""
    noor, amira = someone(language), someone(language)
    links = noor.make_workshop(servers.addresses[0])
    noor.join(links.facilitator, "Noor")
    amira.join(servers.at_second(links.participant), "Amira", ORGANISATIONS[1])
    return noor, amira, links


@pytest.mark.parametrize("setting", [("sqlite", "en"), ("sqlite", "nl"), ("redis", "nl"), ("redis", "en")])
def test_a_sticky_typed_in_one_browser_appears_in_the_other(servers: Servers, someone: People, language: str) -> None:
    """[UI-1]"""
    noor, amira, _ = two(servers, someone, language)
    noor.write("Droge voeten in 2050")
    amira.sees_note("Droge voeten in 2050")
    amira.write("Een wijk waar mensen elkaar kennen", 0.2, 0.5)
    noor.sees_note("Een wijk waar mensen elkaar kennen")
    noor.sees_saved()
    amira.sees_saved()


def test_notes_are_edited_moved_and_deleted_for_all(servers: Servers, someone: People, language: str) -> None:
    """[UI-2]"""
    noor, amira, _ = two(servers, someone, language)
    noor.write("Eerst bodem")
    amira.sees_note("Eerst bodem")
    amira.note("Eerst bodem").dblclick()
    amira.page.keyboard.press("End")
    amira.page.keyboard.type(" en water")
    noor.sees_note("Eerst bodem en water")
    amira.page.keyboard.press("Escape")
    noor.drag(noor.note("Eerst bodem"), 0.2, 0.8)
    noor.sees_saved()
    expect(amira.note("Eerst bodem")).to_have_count(1)
    u, v = noor.middle(noor.note("Eerst bodem"))
    amira.page.wait_for_function(
        "([u]) => { const s = document.querySelector('.canvas-sheet').getBoundingClientRect();"
        "const n = document.querySelector('.item.sticky').getBoundingClientRect();"
        "return Math.abs((n.x + n.width / 2 - s.x) / s.width - u) < 0.02 }",
        arg=[u],
    )
    assert (round(u, 1), round(v, 1)) == (0.2, 0.8)
    noor.note("Eerst bodem").click()
    noor.page.keyboard.press("Delete")
    amira.sees_no_note("Eerst bodem")


def test_a_reload_and_a_restart_of_the_server_keep_everything(
    own_servers: Servers, someone: People, language: str
) -> None:
    """[SAVE-2] [UI-23] That the connection is gone is said while it is, and not a moment longer."""
    noor, amira, _ = two(own_servers, someone, language)
    noor.write("Blijft staan")
    noor.sees_saved()
    noor.page.reload()
    noor.sees_note("Blijft staan")
    own_servers.stop()
    amira.sees_waiting()
    amira.write("Geschreven zonder server", 0.2, 0.3)
    gone = amira.page.locator(".status", has_text=amira.say("line gone"))
    expect(gone).to_have_count(2)  # on the screen, and read out
    own_servers.start()
    amira.sees_saved()
    expect(gone).to_have_count(0, timeout=3_000)  # a sentence of the moment stays for seven
    noor.page.reload()
    noor.sees_note("Blijft staan")
    noor.sees_note("Geschreven zonder server")
    noor.troubles.clear()  # a line that is refused while the server is down is an error in the console
    amira.troubles.clear()


def test_the_observers_link_opens_the_replay(servers: Servers, someone: People, language: str) -> None:
    """[REPLAY-1]"""
    noor, _, links = two(servers, someone, language)
    noor.write("Wat er gebeurde")
    noor.sees_saved()
    guest = someone(language)
    guest.page.goto(links.observer)
    guest.page.get_by_text(guest.say("observer replay"), exact=True).click()
    guest.page.wait_for_url("**/replay")
    timeline = guest.page.get_by_role("slider", name=guest.say("timeline"))
    timeline.focus()
    guest.page.keyboard.press("End")
    guest.sees_note("Wat er gebeurde")
    guest.page.keyboard.press("Home")
    guest.sees_no_note("Wat er gebeurde")
    guest.page.get_by_text("16×", exact=True).click()
    guest.page.get_by_role("button", name=guest.say("play"), exact=True).click()
    guest.sees_note("Wat er gebeurde")
