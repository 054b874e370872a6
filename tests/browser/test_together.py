"""Milestone 2: working together on three canvases."""

import re
from collections.abc import Callable

from browser.conftest import Servers
from browser.people import ORGANISATIONS, Links, Someone
from playwright.sync_api import expect

People = Callable[..., Someone]
ALL = ("triangle", "grid", "rings")


def two(servers: Servers, someone: People, language: str) -> tuple[Someone, Someone, Links]:
    """A facilitator at the first worker and a participant at the second, on three canvases."""
    noor, amira = someone(language), someone(language)
    links = noor.make_workshop(servers.addresses[0], canvases=ALL)
    noor.join(links.facilitator, "Noor")
    amira.join(servers.at_second(links.participant), "Amira", ORGANISATIONS[1])
    return noor, amira, links


def test_tokens_of_partners_and_of_oneself_are_placed_once(servers: Servers, someone: People, language: str) -> None:
    """[UI-3]"""
    noor, amira, _ = two(servers, someone, language)
    amira.open_canvas("grid")
    amira.page.get_by_role("button", name=amira.say("own tokens"), exact=True).click()
    amira.page.get_by_role("button", name=amira.say("own token")).first.click()
    expect(amira.page.locator(".item.participant-token:not(.second)")).to_have_count(1)
    amira.page.get_by_role("button", name=amira.say("own token")).first.click()
    noor.open_canvas("grid")
    expect(noor.page.locator(".item.participant-token:not(.second)")).to_have_count(1)
    amira.drag(amira.page.locator(".item.participant-token:not(.second)"), 0.25, 0.3)
    expect(amira.page.locator(".item.participant-token:not(.second)")).to_have_accessible_name(re.compile("Amira"))
    noor.open_canvas("rings")
    noor.page.get_by_role("button", name=noor.say("partner tokens")).click()
    noor.page.get_by_role("button", name=re.compile(ORGANISATIONS[0])).first.click()
    expect(noor.page.locator(".item.partner-token")).to_have_count(1)
    amira.open_canvas("rings")
    expect(amira.page.locator(".item.partner-token")).to_have_count(1)


def test_the_zone_under_a_dragged_item_lights_up_and_follows_the_enlarged_centre(
    servers: Servers, someone: People, language: str
) -> None:
    """[UI-4]"""
    noor, amira, _ = two(servers, someone, language)
    noor.write("Midden", 0.2, 0.3)
    noor.lift(noor.note("Midden"), 0.5, 0.62)
    expect(noor.page.locator("svg .lit-outlines path:visible")).not_to_have_count(0)
    noor.page.mouse.up()
    expect(noor.note("Midden")).to_have_accessible_name(re.compile(noor.say("shared zone")))
    noor.write("Net ernaast", 0.5, 0.36)
    expect(noor.note("Net ernaast")).not_to_have_accessible_name(re.compile(noor.say("shared zone")))
    noor.page.get_by_role("button", name=noor.say("menu"), exact=True).click()
    noor.page.get_by_role("button", name=noor.say("adjust")).click()
    noor.page.get_by_role("slider", name=noor.say("centre")).fill("84")
    expect(noor.note("Net ernaast")).to_have_accessible_name(re.compile(noor.say("shared zone")))
    expect(amira.note("Net ernaast")).to_have_accessible_name(re.compile(amira.say("shared zone")))


def test_notes_are_chosen_together_doubled_pasted_and_taken_back(
    servers: Servers, someone: People, language: str
) -> None:
    """[UI-5]"""
    noor, amira, _ = two(servers, someone, language)
    noor.write("Een", 0.2, 0.3)
    noor.write("Twee", 0.4, 0.3)
    noor.page.keyboard.press("Control+a")
    noor.page.keyboard.press("Control+d")
    expect(amira.page.locator(".item.sticky")).to_have_count(4)
    noor.page.keyboard.press("Delete")
    expect(amira.page.locator(".item.sticky")).to_have_count(2)
    noor.page.keyboard.press("Control+z")
    expect(amira.page.locator(".item.sticky")).to_have_count(4)
    noor.page.keyboard.press("Control+Shift+z")
    expect(amira.page.locator(".item.sticky")).to_have_count(2)
    amira.page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.setData("text/plain", "Alfa\\nBeta\\nGamma");
          const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
          (document.activeElement ?? document.body).dispatchEvent(paste);
        }"""
    )
    for text in ("Alfa", "Beta", "Gamma"):
        noor.sees_note(text)


def test_two_people_typing_in_one_sticky_keep_every_letter(servers: Servers, someone: People, language: str) -> None:
    """[UI-6]"""
    noor, amira, _ = two(servers, someone, language)
    noor.write("midden")
    amira.sees_note("midden")
    noor.note("midden").dblclick()
    noor.page.keyboard.press("Control+Home")
    amira.note("midden").dblclick()
    amira.page.keyboard.press("Control+End")
    for left, right in zip("abcdefgh", "stuvwxyz", strict=True):
        noor.page.keyboard.type(left)
        amira.page.keyboard.type(right)
    noor.page.keyboard.press("Escape")
    amira.page.keyboard.press("Escape")
    for person in (noor, amira):
        person.sees_note("abcdefghmiddenstuvwxyz")
        person.sees_saved()


def test_others_are_seen_and_can_be_followed(servers: Servers, someone: People, language: str) -> None:
    """[UI-7]"""
    noor, amira, _ = two(servers, someone, language)
    amira.open_canvas("rings")
    amira.page.mouse.move(*amira.point(0.5, 0.5))
    noor.page.get_by_role("button", name=f"{noor.say('follow')} Amira").first.click()
    tab = noor.page.locator("nav.tabs").get_by_role("button", name=noor.say("rings"))
    expect(tab).to_have_attribute("aria-current", "page")
    amira.page.mouse.move(*amira.point(0.45, 0.5))
    expect(noor.page.locator(".cursor:not([hidden])", has_text="Amira")).to_have_count(1)
    expect(noor.page.get_by_text(noor.say("following")).first).to_be_visible()
    noor.page.mouse.move(*noor.point(0.5, 0.5))
    noor.page.mouse.wheel(0, 200)
    expect(noor.page.get_by_text(noor.say("following"))).to_have_count(0)


def test_what_is_locked_says_so_and_stays(servers: Servers, someone: People, language: str) -> None:
    """[UI-8]"""
    noor, amira, _ = two(servers, someone, language)
    amira.write("Vast", 0.3, 0.4)
    noor.note("Vast").click()
    noor.page.locator(".selection-bar").get_by_role("button", name=noor.say("lock"), exact=True).click()
    expect(amira.note("Vast")).to_have_accessible_name(re.compile("Noor"))
    before = amira.middle(amira.note("Vast"))
    amira.drag(amira.note("Vast"), 0.7, 0.7)
    expect(amira.page.get_by_text(amira.say("locked")).first).to_be_visible()
    assert amira.middle(amira.note("Vast")) == before


def test_everything_can_be_done_by_keyboard_in_the_list(servers: Servers, someone: People, language: str) -> None:
    """[UI-9]"""
    noor, amira, _ = two(servers, someone, language)
    amira.write("Uit de lijst", 0.2, 0.8)
    noor.page.get_by_role("button", name=noor.say("outline"), exact=True).press("Enter")
    entry = noor.page.get_by_role("listitem").filter(has_text="Uit de lijst")
    expect(entry).to_be_visible()
    entry.get_by_role("button", name=noor.say("move")).press("Enter")
    entry.get_by_role("button", name=noor.say("shared zone"), exact=True).press("Enter")
    expect(amira.note("Uit de lijst")).to_have_accessible_name(re.compile(amira.say("shared zone")))
    moved = noor.page.locator("section").filter(has=noor.page.get_by_role("heading", name=noor.say("shared zone")))
    expect(moved.get_by_role("button", name=noor.say("move"))).to_be_focused()


def test_an_item_is_moved_with_the_arrow_keys(servers: Servers, someone: People, language: str) -> None:
    """[UI-10]"""
    noor, amira, _ = two(servers, someone, language)
    noor.write("Pijlen", 0.3, 0.4)
    note = noor.note("Pijlen")
    before = noor.middle(note)[0]
    note.focus()
    for _ in range(5):
        noor.page.keyboard.press("Shift+ArrowRight")
    noor.sees_saved()
    after = noor.middle(note)[0]
    assert after > before + 0.05
    amira.page.wait_for_function(
        "([u]) => { const s = document.querySelector('.canvas-sheet').getBoundingClientRect();"
        "const n = document.querySelector('.item.sticky').getBoundingClientRect();"
        "return Math.abs((n.x + n.width / 2 - s.x) / s.width - u) < 0.01 }",
        arg=[after],
    )


def test_what_was_deleted_is_put_back(servers: Servers, someone: People, language: str) -> None:
    """[UI-11]"""
    noor, amira, _ = two(servers, someone, language)
    amira.write("Terug", 0.3, 0.4)
    noor.sees_note("Terug")
    noor.note("Terug").click()
    noor.page.keyboard.press("Delete")
    amira.sees_no_note("Terug")
    noor.page.get_by_role("button", name=noor.say("menu"), exact=True).click()
    noor.page.get_by_role("button", name=noor.say("deleted"), exact=True).click()
    noor.page.get_by_role("button", name=re.compile(noor.say("restore"))).first.click()
    amira.sees_note("Terug")
    expect(noor.page.get_by_role("heading", name=noor.say("deleted"))).to_be_focused()
    noor.page.keyboard.press("Control+z")
    amira.sees_no_note("Terug")


def test_language_and_colours_are_each_persons_own(servers: Servers, someone: People, language: str) -> None:
    """[UI-12]"""
    noor, amira, _ = two(servers, someone, language)
    other = "en" if language == "nl" else "nl"
    noor.page.get_by_role("radio", name={"nl": "Nederlands", "en": "English"}[other]).check(force=True)
    noor.words = {**noor.words, **amira.words, "saved": "Saved" if other == "en" else "Opgeslagen"}
    noor.sees_saved()
    amira.sees_saved()
    assert noor.page.locator("html").get_attribute("lang") == other
    assert amira.page.locator("html").get_attribute("lang") == language


def test_an_observer_looks_on_live_and_changes_nothing(servers: Servers, someone: People, language: str) -> None:
    """[UI-13]"""
    noor, _, links = two(servers, someone, language)
    guest = someone(language)
    guest.page.goto(servers.at_second(links.observer))
    guest.page.get_by_label(guest.say("who")).fill("Gast")
    guest.page.get_by_role("button", name=guest.say("observer live")).click()
    guest.sees_saved()
    noor.write("Zichtbaar")
    guest.sees_note("Zichtbaar")
    guest.page.mouse.dblclick(*guest.point(0.2, 0.2))
    guest.page.keyboard.type("Niet")
    guest.drag(guest.note("Zichtbaar"), 0.2, 0.2)
    noor.sees_no_note("Niet")
    assert guest.notes() == ["Zichtbaar"]


def test_links_on_this_computer_say_that_they_work_here_only(servers: Servers, someone: People, language: str) -> None:
    """[UI-14]"""
    noor, _, _ = two(servers, someone, language)
    noor.page.get_by_role("button", name=noor.say("share")).click()
    expect(noor.page.get_by_text(noor.say("local"))).to_be_visible()
    expect(noor.page.locator("img[src^='data:image/svg']")).to_have_count(0)


def test_a_note_is_resized_and_brought_to_the_front(servers: Servers, someone: People, language: str) -> None:
    """[UI-16] A note's size and its order are everyone's."""
    noor, amira, _ = two(servers, someone, language)
    noor.write("Onder", 0.3, 0.5)
    noor.write("Boven", 0.6, 0.5)
    noor.note("Onder").click(position={"x": 5, "y": 5})
    before = noor.note("Onder").bounding_box()
    handle = noor.page.locator(".resize-handle").bounding_box()
    assert before is not None and handle is not None
    x, y = handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2
    noor.page.mouse.move(x, y)
    noor.page.mouse.down()
    noor.page.mouse.move(x + 60, y + 40, steps=4)
    noor.page.mouse.up()
    noor.page.keyboard.press("]")
    noor.sees_saved()
    after = noor.note("Onder").bounding_box()
    assert after is not None and after["width"] > before["width"] + 30
    amira.page.wait_for_function(
        "([u, width]) => { const all = [...document.querySelectorAll('.item.sticky')];"
        "const [under, above] = ['Onder', 'Boven'].map(t => all.find(n => n.textContent.includes(t)));"
        "const sheet = document.querySelector('.canvas-sheet').getBoundingClientRect().width;"
        "return Math.abs(under.getBoundingClientRect().width / sheet - width) < 0.01"
        "&& Number(getComputedStyle(under).zIndex) > Number(getComputedStyle(above).zIndex) }",
        arg=[0, after["width"] / (noor.page.locator(".canvas-sheet").bounding_box() or after)["width"]],
    )


def test_names_and_hints_of_zones_are_printed_on_the_sheet(servers: Servers, someone: People, language: str) -> None:
    """[UI-17] What the workbook says of each zone can be read on the sheet."""
    noor, _, _ = two(servers, someone, language)
    noor.page.get_by_role("button", name={"nl": "Groter", "en": "Zoom in"}[language], exact=True).click()
    hints = noor.page.locator(".canvas-sheet [data-role=hint]")
    expect(hints).to_have_count(4)
    for number in range(4):
        expect(hints.nth(number)).to_be_visible()
        expect(hints.nth(number)).to_have_css("opacity", "1")


def test_a_note_made_by_its_key_goes_where_one_clicks_next(servers: Servers, someone: People, language: str) -> None:
    """[UI-18] N, a click, and typing: the text stands in a note where one clicked, every letter of it."""
    noor, amira, _ = two(servers, someone, language)
    noor.page.mouse.move(*noor.point(0.5, 0.4))
    noor.page.keyboard.press("n")
    noor.page.mouse.click(*noor.point(0.2, 0.7))
    noor.page.keyboard.type("Nog een nieuw idee")
    noor.page.keyboard.press("Escape")
    amira.sees_note("Nog een nieuw idee")
    assert noor.notes() == ["Nog een nieuw idee"]
    assert [round(each, 1) for each in noor.middle(noor.note("Nog een"))] == [0.2, 0.7]


def test_a_facilitator_renews_a_link_and_the_old_one_opens_nothing(
    servers: Servers, someone: People, language: str
) -> None:
    """[UI-19] A renewed link is another one; the old one opens nothing, and who joined by it stays."""
    noor, amira, links = two(servers, someone, language)
    noor.page.get_by_role("button", name=noor.say("share")).click()
    fields = noor.page.locator("input[readonly]")
    expect(fields.first).to_have_value(links.participant)
    renew = {"nl": "Vernieuw", "en": "Renew"}[language]
    noor.page.get_by_role("button", name=re.compile(renew)).first.click()
    noor.page.get_by_role("button", name=re.compile(renew)).first.click()
    expect(fields.first).not_to_have_value(links.participant)
    stranger = someone(language)
    stranger.page.goto(links.participant)
    expect(stranger.page.get_by_label(stranger.say("who"))).to_have_count(0)
    amira.write("Nog steeds hier", 0.2, 0.3)
    noor.sees_note("Nog steeds hier")
    stranger.troubles.clear()  # the refused entrance is an error in the console


def test_others_see_a_drag_and_typing_while_they_go_on(servers: Servers, someone: People, language: str) -> None:
    """[UI-20] A drag is seen while it goes on, and who is typing where is told."""
    noor, amira, _ = two(servers, someone, language)
    noor.write("Onderweg", 0.2, 0.3)
    amira.sees_note("Onderweg")
    before = amira.middle(amira.note("Onderweg"))[0]
    noor.lift(noor.note("Onderweg"), 0.7, 0.6)
    amira.page.wait_for_function(
        "([u]) => { const s = document.querySelector('.canvas-sheet').getBoundingClientRect();"
        "const n = document.querySelector('.item.sticky').getBoundingClientRect();"
        "return (n.x + n.width / 2 - s.x) / s.width > u + 0.3 }",
        arg=[before],
    )
    noor.page.mouse.up()
    noor.note("Onderweg").dblclick()
    noor.page.keyboard.type("!")
    expect(
        amira.page.get_by_text(re.compile({"nl": "Noor typt", "en": "Noor is typing"}[language])).first
    ).to_be_attached()


def test_notes_carry_their_organisations_mark_and_unbuilt_kinds_are_not_offered(
    servers: Servers, someone: People, language: str
) -> None:
    """[UI-21] A note has its author's organisation's colour and mark; what cannot be placed yet is not offered."""
    noor, amira, _ = two(servers, someone, language)
    noor.write("Blauw", 0.2, 0.3)
    amira.write("Oranje", 0.7, 0.3)
    colours = []
    for text, mark in (("Blauw", "0"), ("Oranje", "1")):
        expect(noor.note(text)).to_have_attribute("data-mark", mark)
        colours.append(noor.note(text).evaluate("note => getComputedStyle(note).backgroundColor"))
    assert colours[0] != colours[1]
    tools = noor.page.get_by_role("toolbar").first
    assert not re.search(r"stip|dot|connector|pijl|arrow", tools.inner_text() + tools.inner_html(), re.IGNORECASE)


def test_notes_are_copied_and_cut_by_the_browsers_own_events(servers: Servers, someone: People, language: str) -> None:
    """[UI-22] Ctrl-C, Ctrl-X and Ctrl-V go by the browser's clipboard, as lines for any other program."""
    noor, amira, _ = two(servers, someone, language)
    noor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    noor.write("Gekopieerd", 0.2, 0.3)
    noor.note("Gekopieerd").click()
    noor.page.keyboard.press("Control+c")
    assert noor.page.evaluate("() => navigator.clipboard.readText()") == "Gekopieerd"
    noor.page.keyboard.press("Control+v")
    expect(amira.note("Gekopieerd")).to_have_count(2)
    noor.page.keyboard.press("Control+a")
    noor.page.keyboard.press("Control+x")
    expect(amira.note("Gekopieerd")).to_have_count(0)
    noor.page.keyboard.press("Control+v")
    expect(amira.note("Gekopieerd")).to_have_count(2)
