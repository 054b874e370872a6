"""The replay: what happened, at any moment and speed, and who did it."""

from collections.abc import Callable

from browser.conftest import Servers
from browser.people import Someone
from playwright.sync_api import expect

People = Callable[..., Someone]


def test_the_replay_plays_pauses_and_shows_who_moved_what_along_its_path(
    servers: Servers, someone: People, language: str
) -> None:
    """[REPLAY-10] Play, pause, speed, any moment; a drag moves along its path, and who did it is shown."""
    noor = someone(language)
    links = noor.make_workshop(servers.addresses[0])
    noor.join(links.facilitator, "Noor")
    noor.write("Verschoven", 0.2, 0.3)
    noor.drag(noor.note("Verschoven"), 0.8, 0.7, steps=200)
    noor.sees_saved()
    there = noor.middle(noor.note("Verschoven"))

    guest = someone(language, motion=True)
    guest.page.goto(servers.at_second(links.observer))
    guest.page.get_by_text(guest.say("observer replay"), exact=True).click()
    timeline = guest.page.get_by_role("slider", name=guest.say("timeline"))
    timeline.focus()
    guest.page.keyboard.press("End")
    expect(guest.page.get_by_text("Noor").first).to_be_visible()
    guest.sees_note("Verschoven")
    end = guest.middle(guest.note("Verschoven"))
    assert [round(each, 1) for each in end] == [round(each, 1) for each in there]

    guest.page.keyboard.press("Home")
    guest.sees_no_note("Verschoven")
    guest.page.get_by_role("button", name=guest.say("play"), exact=True).click()
    guest.sees_note("Verschoven")
    guest.page.wait_for_function(
        "() => { const s = document.querySelector('.canvas-sheet').getBoundingClientRect();"
        "const n = document.querySelector('.item.sticky')?.getBoundingClientRect();"
        "if (!n) return false; const u = (n.x + n.width / 2 - s.x) / s.width; return u > 0.25 && u < 0.75 }"
    )
    guest.page.wait_for_function(
        "() => { const s = document.querySelector('.canvas-sheet').getBoundingClientRect();"
        "const n = document.querySelector('.item.sticky').getBoundingClientRect();"
        "return (n.x + n.width / 2 - s.x) / s.width > 0.75 }"
    )
    for speed in ("1×", "4×", "8×", "16×"):
        guest.page.get_by_text(speed, exact=True).click()
        expect(guest.page.locator("input[type=radio]:checked + *", has_text=speed)).to_have_count(1)
