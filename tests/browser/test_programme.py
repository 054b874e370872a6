"""The facilitator's hour: a programme of sixty minutes, compressed in time: twelve people of four organisations."""

import re
from collections.abc import Callable

from browser.conftest import Servers
from browser.people import Someone
from browser.programme import NAMES, ORGANISATIONS, Group, nobody_else_has
from playwright.sync_api import Locator, expect

People = Callable[..., Someone]


def test_an_hour_with_twelve_people(servers: Servers, someone: People, language: str) -> None:
    """[UI-220] Check-in, private writing, reveal, clustering, vote, decision and check-out over two canvases, led by
    two facilitators, with a waiting room: nobody sees of another what is private, and all end with the same."""
    group = Group(servers, someone, language)
    link = group.make()
    prepare(group)
    come_in(group, link)
    check_in(group)
    write_and_reveal(group)
    cluster(group)
    vote(group)
    decide(group)
    place_and_reveal(group)
    check_out(group)


def prepare(group: Group) -> None:
    """The agenda gets a check-in and a check-out; the waiting room is on."""
    group.press("edit agenda")
    group.add_step("check-in", 5)
    group.to_the_top("check-in")
    group.add_step("check-out", 5)
    group.press("editing done")
    group.console.get_by_label(group.say["waiting room"]).check()
    group.picture("before")


def come_in(group: Group, link: str) -> None:
    """One is let in, then an organisation, then all; one of them leads as well."""
    group.knock(link)
    lobby = group.console.locator(".lobby")
    expect(lobby).to_contain_text("12")
    group.picture("waiting-room")
    lobby.get_by_role("button", name=re.compile(f"{group.say['let in']}.*Amira")).click()
    group.people["Amira"].sees_saved()
    expect(lobby).to_contain_text("11")
    lobby.get_by_role("button", name=re.compile(f"{group.say['let in']}.*{ORGANISATIONS[1]}")).click()
    expect(lobby).to_contain_text("8")
    lobby.get_by_role("button", name=group.say["let all in"], exact=True).click()
    expect(lobby).to_have_count(0)
    for person in group.everyone:
        person.sees_saved()
    rob = group.people["Rob"]
    expect(rob.page.locator("#console")).to_have_count(0)
    group.console.get_by_role("button", name=re.compile("^Rob,")).click()
    group.press("make facilitator")
    expect(rob.page.locator("#console")).to_be_visible()
    rob.sees_saved()


def check_in(group: Group) -> None:
    """The session starts, and everyone says how they come in."""
    group.press("start", exact=True)
    group.at_step(1)
    for number, person in enumerate(group.everyone):
        say_how(group, person, 1 + number % 5, f"woord{number}")
    for person in group.everyone:
        expect(person.page.get_by_label(group.say["answers"]).get_by_role("listitem")).to_have_count(13)
    group.picture("check-in")


def say_how(group: Group, person: Someone, mood: int, word: str) -> None:
    form = person.page.locator(".check-form")
    form.locator("label", has_text=str(mood)).first.click()
    form.get_by_label(group.say["one word"]).fill(word)
    form.get_by_role("button", name=group.say["share check"]).click()


def write_and_reveal(group: Group) -> None:
    """Everyone writes what nobody else's page holds, until it is shown at once."""
    group.go_on(2)
    group.picture("intro")
    group.go_on(3)
    secrets = {name: f"geheim belang van {name}" for name in NAMES}
    with nobody_else_has(group, secrets):
        for number, (name, text) in enumerate(secrets.items()):
            person = group.people[name]
            expect(person.page.locator(".private-bar")).to_be_visible()
            person.write(text, 0.14 + 0.24 * (number % 4), 0.25 + 0.27 * (number // 4))
            person.sees_saved()
            if number < 7:
                person.page.get_by_role("button", name=group.say["im ready"]).click()
        group.tally(12, 7)
        for name in NAMES:
            assert group.people[name].notes() == [secrets[name]]
        group.picture("private-writing")
        # What is private outlives its page.
        group.people["Kim"].page.reload()
        group.people["Kim"].sees_note(secrets["Kim"])
    # The other facilitator reveals.
    group.go_on(4, group.people["Rob"])
    for person in group.everyone:
        for text in secrets.values():
            person.sees_note(text)
    group.picture("reveal")


def cluster(group: Group) -> None:
    """The facilitator moves, and nobody else can."""
    group.go_on(5)
    david, sanne = group.people["David"], group.people["Sanne"]
    before = david.middle(david.note("van David"))
    sanne.drag(sanne.note("van David"), 0.5, 0.62)
    expect(sanne.page.get_by_role("status").filter(has_text=group.say["only facilitators"])).not_to_have_count(0)
    assert sanne.middle(sanne.note("van David")) == before
    group.noor.drag(group.noor.note("van David"), 0.5, 0.62)
    expect(sanne.note("van David")).to_have_accessible_name(re.compile(sanne.say("shared zone")))
    expect(david.note("van David")).to_have_accessible_name(re.compile(david.say("shared zone")))
    group.picture("clustering")


def vote(group: Group) -> None:
    """Three dots each, in secret until the vote is closed."""
    group.go_on(6)
    group.go_on(7)
    group.press("start dots")
    group.press("with dots")
    for number, (name, person) in enumerate(group.people.items()):
        favourite = "David" if number < 8 else name
        person.note(f"van {favourite}").click()
        add = person.page.locator(".vote-control").get_by_role("button", name=group.say["add dot"])
        for _ in range(3):
            add.click()
        expect(person.page.locator(".vote-bar")).to_contain_text(group.say["no dots left"])
    sanne = group.people["Sanne"]
    expect(add).to_have_attribute("aria-disabled", "true")
    expect(sanne.page.locator(".item.sticky .result")).to_have_count(0)
    group.picture("vote")
    group.press("close vote")
    group.press("show result")
    for person in group.everyone:
        expect(person.page.locator(".vote-bar")).to_have_count(0)
        expect(person.note("van David")).to_have_accessible_name(re.compile("27"))
    sanne.page.get_by_role("button", name=group.say["results"]).first.click()
    expect(sanne.page.locator("aside.panel")).to_contain_text("27")
    group.picture("vote-result")
    sanne.page.keyboard.press("Escape")


def decide(group: Group) -> None:
    """A decision that organisations consent to."""
    group.go_on(8)
    amira, jelle = group.people["Amira"], group.people["Jelle"]
    panel = agreements_of(group, amira)
    panel.get_by_role("button", name=group.say["record"]).click()
    panel.get_by_label(group.say["what decided"]).fill("We plannen elk kwartaal samen")
    panel.get_by_role("button", name=group.say["record it"], exact=True).click()
    theirs = agreements_of(group, jelle)
    expect(theirs).to_contain_text("We plannen elk kwartaal samen")
    theirs.get_by_role("button", name=group.say["concern"]).click()
    expect(panel.locator(".consent-said.concern")).to_contain_text("Jelle")
    group.picture("decision")


def agreements_of(group: Group, person: Someone) -> Locator:
    """The panel of agreements, which opens by itself in such a step."""
    panel = person.page.locator("aside.panel")
    expect(panel).to_contain_text(group.say["agreements"])
    return panel


def place_and_reveal(group: Group) -> None:
    """On the other canvas everyone places their own token, which the others see at the reveal."""
    group.go_on(9)
    group.go_on(10)
    for number, person in enumerate(group.people.values()):
        person.page.keyboard.press("Escape")
        person.page.get_by_role("button", name=group.say["own tokens"], exact=True).click()
        person.page.get_by_role("button", name=group.say["own token"]).first.click()
        expect(person.page.locator(".item.participant-token:not(.second)")).to_have_count(1)
        group.tally(number, 0)  # a token says nothing before it is put somewhere
        person.drag(
            person.page.locator(".item.participant-token:not(.second)"), 0.1 + 0.045 * number, 0.3 + 0.1 * (number % 4)
        )
    group.tally(12, 0)
    expect(group.noor.page.locator(".item.participant-token:not(.second)")).to_have_count(0)
    group.picture("private-placing")
    group.go_on(11)
    for person in group.everyone:
        expect(person.page.locator(".item.participant-token:not(.second)")).to_have_count(12)
    group.picture("placements")


def check_out(group: Group) -> None:
    """Everyone says how they leave; the session is over, and can be replayed."""
    group.enter(group.say["check-out"])
    for number, person in enumerate(group.everyone):
        say_how(group, person, 5 - number % 2, f"klaar{number}")
    for person in group.everyone:
        expect(person.page.get_by_label(group.say["answers"]).get_by_role("listitem")).to_have_count(13)
    group.picture("check-out")
    group.press("stop session")
    group.console.locator(".confirm").get_by_role("button", name=group.say["stop session"]).click()
    for person in group.everyone:
        expect(person.page.locator(".check-form")).to_have_count(0)
        person.sees_saved()
