"""Taking part in a led session, in real browsers: steps, private writing, votes, agreements, waiting to be let in."""

import re
from pathlib import Path

from browser.seat import Seat, at_table
from integration.leading import CANVAS, do, enter, note, own, plan, ready
from playwright.async_api import Locator, expect

SAID = {"title": {"nl": "Schrijven", "en": "Writing"}, "prompt": {"nl": "Schrijf één belang.", "en": "Write one."}}


async def to_list(seat: Seat) -> Locator:
    """The list instead of the canvas."""
    await seat.page.get_by_role("button", name=re.compile("^(Lijst|List)$")).click()
    return seat.page.locator(".outline")


def button(seat: Seat, name: str) -> Locator:
    """A button by its whole name."""
    return seat.page.get_by_role("button", name=name, exact=True)


async def test_step(tmp_path: Path) -> None:
    """[UI-168] A step says to all, also to who comes late, what to do, shows its canvas, and is read out; its clock
    stands still in a pause, whose word is on the screen."""
    async with at_table(tmp_path, ["golden-triangle", "trust-vigilance"]) as table:
        ann, joe = await table.seat("Ann"), await table.seat("Joe", language="en")
        await table.begin("write", canvas="canvas-2", **SAID)
        late = await table.seat("Lea")
        for seat, line in ((ann, "Stap 1 van 14"), (joe, "Step 1 of 14"), (late, "Stap 1 van 14")):
            await expect(seat.page.locator(".step-line")).to_contain_text(line)
            await expect(seat.page.locator("nav.tabs [aria-current=page]")).to_have_text(re.compile("Vertrouwen|Trust"))
            await expect(seat.page.locator(".clock-digits")).to_have_text(re.compile("4:5|5:00"))
        await expect(joe.page.locator(".prompt-text")).to_have_text("Write one.")
        said = late.page.get_by_role("status").filter(has_text="Stap 1 van 14: Schrijven. Schrijf één belang.")
        await expect(said).to_have_count(1)
        await do(table.leader, {"type": "pause.set", "word": "Koffie tot 10:40"})
        await expect(ann.page.locator(".pause-bar")).to_contain_text("Koffie tot 10:40")
        await expect(ann.page.locator(".step-clock .clock-ring")).to_have_count(0)
        await expect(button(ann, "Ik ben klaar")).to_have_count(0)


async def test_private_step(tmp_path: Path) -> None:
    """[UI-169] In a private step one sees that nobody else sees it, and of the others two numbers; the list writes and
    places privately as well, and marks what is private with a dashed border, a shut eye and words."""
    async with at_table(tmp_path, ["trust-vigilance"]) as table:
        ann, bob = await table.seat("Ann"), await table.seat("Bob")
        step = await table.begin("place", **SAID)
        bar = ann.page.locator(".private-bar")
        await expect(bar).to_contain_text("Alleen jij ziet je concepten.")
        listed = await to_list(ann)
        await listed.get_by_label(re.compile("Schrijf een kaartje in Waarom")).fill("Omdat het goed gaat")
        await ann.page.keyboard.press("Enter")
        await button(ann, "Naar zone: Jouw fiche: Nu").click()
        await listed.get_by_role("button", name="Onbelemmerd samenwerken", exact=True).click()
        drafts = listed.locator(".outline-item.draft")
        await expect(drafts).to_have_count(2)
        for each in (drafts.first, drafts.last):
            await expect(each).to_have_css("border-top-style", "dashed")
            await expect(each).to_contain_text("alleen jij ziet dit")
        await expect(button(ann, "Naar zone: Jouw fiche: Nu")).to_have_count(0)
        await expect(bob.page.locator(".private-bar")).to_contain_text("Anderen: 1 geplaatst, 0 klaar")
        await expect(bar).to_contain_text("Anderen: 0 geplaatst, 0 klaar")
        await button(ann, "Ik ben klaar").click()
        await expect(button(ann, "Ik ben klaar")).to_have_attribute("aria-pressed", "true")
        await ready(table.leader, step)
        await expect(bar).to_contain_text("Anderen: 0 geplaatst, 1 klaar")
        await expect(bob.page.locator(".private-bar")).to_contain_text("Anderen: 1 geplaatst, 2 klaar")
        assert table.shared("sticky") == table.shared("participant-token") == []


async def test_writing_on_a_phone(tmp_path: Path) -> None:
    """[UI-178] On a phone a step to write is a page of its own: a zone, a note, and what one has written so far."""
    async with at_table(tmp_path) as table:
        ann = await table.seat("Ann")
        await ann.page.set_viewport_size({"width": 390, "height": 844})
        await table.begin("write", **SAID)
        page = ann.page.locator(".step-page")
        await page.get_by_role("radio", name="Individuele belangen").check()
        field = page.get_by_label("Schrijf een kaartje in Individuele belangen")
        await field.fill("Rust")
        await field.press("Enter")
        await expect(field).to_have_value("")
        await expect(field).to_be_focused()
        draft = page.locator(".outline-item.draft")
        await expect(draft).to_have_text(re.compile("Rust.*Individuele belangen · alleen jij ziet dit"))
        await expect(page).to_contain_text("nog 3 vakken leeg")
        await button(ann, "Naar zone: Rust").click()
        await page.get_by_role("button", name="Gezamenlijk belang", exact=True).click()
        await expect(draft).to_contain_text("Gezamenlijk belang · alleen jij ziet dit")
        await expect(button(ann, "Naar zone: Rust")).to_be_focused()
        await ann.page.locator("nav.tabs").get_by_role("button", name="De gouden driehoek").click()
        await expect(ann.note("Rust")).to_have_count(1)
        await ann.page.locator("nav.tabs button").first.click()
        await expect(draft).to_have_count(1)
        await table.enter(await plan(table.leader, "reveal"))
        await expect(page).to_have_count(0)


async def test_offers(tmp_path: Path) -> None:
    """[UI-170] What was not shown when a private step is over is offered to its author alone: shown, kept for oneself,
    also over a reload, or thrown away when that is confirmed."""
    async with at_table(tmp_path) as table:
        ann, bob = await table.seat("Ann"), await table.seat("Bob")
        await table.begin("write")
        await expect(ann.page.locator(".private-bar")).to_be_visible()
        await ann.write("Toon mij", 0.3, 0.6)
        await table.begin("discuss")
        offer = ann.page.locator(".offers")
        await expect(offer).to_contain_text("Je hebt nog 1 concept dat niemand ziet.")
        await expect(bob.page.locator(".offers")).to_have_count(0)
        await button(ann, "Toon het").click()
        await expect(bob.note("Toon mij")).to_have_count(1)
        await expect(offer).to_have_count(0)
        await table.begin("write")
        await expect(ann.page.locator(".private-bar")).to_be_visible()
        await ann.write("Van mij", 0.6, 0.6)
        await table.begin("discuss")
        await button(ann, "Bewaar voor mezelf").click()
        await expect(offer).to_have_count(0)
        await ann.page.reload()
        await expect(ann.note("Van mij")).to_have_count(1)
        await expect(offer).to_have_count(0)
        await table.begin("write")
        await expect(ann.page.locator(".private-bar")).to_be_visible()
        await ann.write("Weg ermee", 0.3, 0.3)
        await table.begin("discuss")
        await button(ann, "Gooi weg").click()
        await button(ann, "Ja, gooi weg").click()
        await expect(ann.note("Weg ermee")).to_have_count(0)
        await expect(ann.note("Van mij")).to_have_count(1)
        await expect(bob.page.locator(".item.sticky")).to_have_count(1)


async def test_nameless(tmp_path: Path) -> None:
    """[UI-170] What was written without a name cannot be shown by its author, for that would tell who it was."""
    async with at_table(tmp_path) as table:
        ann = await table.seat("Ann")
        await table.begin("write", anonymous=True)
        await expect(ann.page.locator(".private-bar")).to_contain_text("Niemand ziet wie wat schreef.")
        await ann.write("Liever niet gezegd", 0.3, 0.6)
        await table.begin("discuss")
        await expect(ann.page.locator(".offers")).to_contain_text("alleen de begeleider kan dit tonen")
        await expect(button(ann, "Toon het")).to_have_count(0)
        await ann.note("Liever niet gezegd").click()
        await expect(ann.page.locator(".selection-bar")).to_contain_text("alleen jij ziet dit")
        await expect(button(ann, "Toon aan iedereen")).to_have_count(0)


async def test_too_late(tmp_path: Path) -> None:
    """[UI-171] What was typed when the step changed or a pause began is handed back with the reason, stays there, and
    can be put back as soon as one may write again."""
    async with at_table(tmp_path) as table:
        ann = await table.seat("Ann")
        await table.begin("discuss")
        await expect(ann.page.locator(".step-number")).to_be_visible()
        await ann.page.context.set_offline(True)
        await ann.page.mouse.dblclick(*await ann.point(0.3, 0.6))
        await ann.page.keyboard.type("Net te laat")
        await do(table.leader, {"type": "pause.set", "word": "Pauze"})
        await ann.page.context.set_offline(False)
        await expect(ann.page.locator(".handed-back")).to_contain_text("De pauze begon terwijl je schreef.")
        await expect(ann.page.locator(".handed-back-text")).to_have_text("Net te laat")
        await ann.page.reload()
        await expect(ann.page.locator(".handed-back-text")).to_have_text("Net te laat")
        await expect(button(ann, "Zet terug als nieuw kaartje")).to_have_count(0)
        await do(table.leader, {"type": "pause.set", "word": None})
        await button(ann, "Zet terug als nieuw kaartje").click()
        await ann.saved()
        assert [record["text"] for record in table.shared("sticky")] == ["Net te laat"]
        # The browser tells of the line that was taken away from it.
        ann.troubles[:] = [each for each in ann.troubles if "WebSocket" not in each]


async def test_unfinished_in_the_list(tmp_path: Path) -> None:
    """[UI-171] What is begun in a field of the list stays to be read while one may not write, and goes on after it."""
    async with at_table(tmp_path) as table:
        ann = await table.seat("Ann")
        listed = await to_list(ann)
        field = listed.get_by_label("Schrijf een kaartje in Organisatiebelangen")
        await field.fill("Half af")
        await table.begin("reveal")
        await expect(listed.locator(".outline-waits")).to_contain_text("Half af")
        await expect(field).to_have_count(0)
        await table.begin("discuss")
        await expect(field).to_have_value("Half af")


async def test_check_in(tmp_path: Path) -> None:
    """[UI-172] In a check-in everyone says from 1 to 5 and in a word how they come in; all see it with name and
    organisation, in no order of what was said, and it can be changed; the canvas is a press away."""
    async with at_table(tmp_path) as table:
        zoe, ann = await table.seat("Zoe", "Noord"), await table.seat("Ann", "Zuid")
        await table.begin("check-in", canvas=None)
        for seat, mood, word in ((ann, 5, "blij"), (zoe, 2, "moe")):
            form = seat.page.locator(".check-form")
            await button(seat, "Deel met iedereen").click()
            await expect(form.get_by_role("alert")).to_have_text("Kies eerst een cijfer.")
            await form.locator(".grade", has_text=str(mood)).click()
            await form.get_by_label("In één woord").fill(word)
            await button(seat, "Deel met iedereen").click()
        answers = ann.page.get_by_label("Wat iedereen zegt").get_by_role("listitem")
        await expect(answers).to_have_text([re.compile("2moeZoe · Noord"), re.compile("5blijAnn · Zuid")])
        await zoe.page.locator(".check-form .grade", has_text="4").click()
        await button(zoe, "Wijzig").click()
        await expect(answers.first).to_have_text(re.compile("4moeZoe"))
        await ann.page.locator("nav.tabs").get_by_role("button", name="De gouden driehoek").click()
        await expect(ann.page.locator(".canvas-sheet path").first).to_be_attached()
        await ann.page.locator("nav.tabs button").first.click()
        await expect(answers).to_have_count(2)


async def test_scores(tmp_path: Path) -> None:
    """[UI-173] Scores are given for each zone, beside the canvas and in the list, are one's own until they are shown,
    and then told with mean and spread for the group and by organisation."""
    async with at_table(tmp_path) as table:
        ann, bob = await table.seat("Ann", "Noord"), await table.seat("Bob", "Zuid")
        await table.begin("score", **SAID)
        panel = ann.page.locator("aside.panel")
        await expect(panel).to_contain_text("Nog 4 zonder oordeel.")
        await panel.get_by_role("group", name="Score voor Organisatiebelangen").locator(".grade").nth(3).click()
        await expect(panel).to_contain_text("Nog 3 zonder oordeel.")
        await panel.get_by_role("group", name="Score voor Individuele belangen").locator(".grade").nth(0).click()
        await button(ann, "Haal de score weg: Individuele belangen").click()
        await expect(panel).to_contain_text("Nog 3 zonder oordeel.")
        listed = await to_list(bob)
        await listed.get_by_role("group", name="Score voor Organisatiebelangen").locator(".grade").nth(1).click()
        await expect(ann.page.locator(".private-bar")).to_contain_text("Anderen: 1 gescoord")
        assert table.shared("score") == []
        await table.begin("reveal", **SAID)
        await button(bob, "Resultaten").click()
        told = bob.page.locator("aside.panel")
        await expect(told).to_contain_text(re.compile("Groep ?3 ± 1 ?2 personen"))
        await expect(told).to_contain_text(re.compile("Noord ?4 ?1 persoon"))
        await expect(told).to_contain_text(re.compile("Zuid ?2 ?1 persoon"))


async def test_votes(tmp_path: Path) -> None:
    """[UI-174] While a vote is open the bar says how many dots are left and what it is about; the list puts them, and
    no more than there are; once it is closed all read the ranking, by organisation."""
    async with at_table(tmp_path) as table:
        ann, bob = await table.seat("Ann", "Noord"), await table.seat("Bob", "Zuid")
        for number, text in enumerate(("Water", "Wonen")):
            await do(table.leader, note(f"{table.leader.writer}.{number}", text))
        await table.begin("vote")
        vote = f"{table.leader.writer}.vote"
        await do(table.leader, {"type": "round.open", "id": vote, "canvas": CANVAS, "dots": 2})
        bar = ann.page.locator(".vote-bar")
        await expect(bar).to_contain_text("Nog 2 stippen te zetten. Op alles wat hier ligt · meer op één mag")
        for seat in (ann, bob):
            await to_list(seat)
        more = ann.page.get_by_role("group", name="Stippen op Water").get_by_role("button", name="Zet een stip")
        await more.click()
        await more.click()
        await expect(bar).to_contain_text("Al je stippen zijn gezet.")
        await expect(more).to_have_attribute("aria-disabled", "true")
        await bob.page.get_by_role("group", name="Stippen op Wonen").get_by_role("button", name="Zet een stip").click()
        await bob.saved()
        await ann.saved()
        await expect(bob.page.locator(".vote-bar")).to_contain_text("Nog 1 stip te zetten.")
        await do(table.leader, {"type": "round.close", "id": vote})
        await ann.hears("De stemming is gesloten. Kijk bij Resultaten.")
        await expect(bar).to_have_count(0)
        await button(ann, "Resultaten").click()
        ranking = ann.page.locator(".ranking > li")
        await expect(ranking).to_have_text(
            [re.compile(r"1\s*Water\s*2 stippen\s*Noord: 2"), re.compile(r"2\s*Wonen\s*1 stip\s*Zuid: 1")]
        )


async def test_agreements(tmp_path: Path) -> None:
    """[UI-175] A step to conclude opens the agreements without taking the focus; there people word decisions and
    actions and speak for their own organisation; at other times the panel says why not."""
    async with at_table(tmp_path) as table:
        ann, bob = await table.seat("Ann", "Noord"), await table.seat("Bob", "Zuid")
        await ann.page.locator(".canvas").focus()
        await table.begin("conclude")
        panel, other = ann.page.locator("aside.panel"), bob.page.locator("aside.panel")
        await expect(panel).to_contain_text("Nog geen besluiten of acties.")
        await expect(ann.page.locator(".canvas")).to_be_focused()
        await button(ann, "Leg een afspraak vast").click()
        await panel.get_by_text("Actie", exact=True).click()
        await panel.get_by_label("Wat gaat er gebeuren?").fill("Een planning\ndie iedereen leest")
        await panel.get_by_label("Van welke organisatie?").select_option(label="Noord")
        await panel.get_by_label("Wie?").select_option(label="Ann")
        await panel.get_by_label("Voor wanneer?").fill("2031-01-15")
        await button(ann, "Leg vast").click()
        await expect(other).to_contain_text("Een planning die iedereen leest")
        await expect(other).to_contain_text("Noord, Ann · voor 15 jan 2031")
        await expect(other.get_by_role("button", name=re.compile("^(Bewerk|Verwijder)"))).to_have_count(0)
        await other.get_by_role("group", name=re.compile("^Zuid over")).get_by_role("button", name="Bezwaar").click()
        await expect(other.get_by_role("group", name=re.compile("^Noord over"))).to_have_count(0)
        await expect(panel.locator(".consent-said.object")).to_contain_text("Bob")
        await table.begin("vote")
        await expect(panel).to_have_count(0)
        await button(ann, "Afspraken").click()
        await expect(panel).to_contain_text("Afspraken maken kan in de stap Conclusie")
        await expect(panel.get_by_role("button", name=re.compile("Bewerk|Akkoord"))).to_have_count(0)


async def test_waiting_room(tmp_path: Path) -> None:
    """[UI-176] Who waits to be let in is told so, as whom, waits on after a reload, and comes in by itself; who is sent
    away is told that, and is offered nothing to try again."""
    async with at_table(tmp_path) as table:
        await do(table.leader, {"type": "waiting.set", "on": True})
        ann = await table.knock("Ann", "Zuid")
        await expect(ann.page.get_by_role("heading", name="Even wachten")).to_be_focused()
        await expect(ann.page.locator(".lobby-who")).to_have_text("Je wacht als Ann, Zuid.")
        await ann.page.reload()
        await expect(ann.page.locator(".lobby-who")).to_have_text("Je wacht als Ann, Zuid.")
        await table.leader.until(lambda: any(each.get("waiting") for each in table.shared("person")))
        [person] = [each["id"] for each in table.shared("person") if each.get("waiting")]
        await do(table.leader, {"type": "person.admit", "ids": [person]})
        await ann.hears("Je bent binnen.")
        await expect(ann.page.locator(".canvas-sheet path").first).to_be_attached()
        await do(table.leader, {"type": "person.remove", "id": person})
        await expect(ann.page.get_by_role("heading", name="Je doet niet meer mee")).to_be_visible()
        await expect(ann.page.get_by_role("main").get_by_role("button")).to_have_count(0)


async def test_only_what_is_possible(tmp_path: Path) -> None:
    """[UI-177] Tools, the bar of what is selected, the list and the panels offer in each step only what is possible."""
    async with at_table(tmp_path) as table:
        ann = await table.seat("Ann")
        await ann.write("Van Ann", 0.3, 0.6)
        await ann.saved()
        tools, selected = ann.page.get_by_role("toolbar", name="Gereedschap"), ann.page.locator(".selection-bar")
        await expect(tools.get_by_role("button", name="Kaartje", exact=True)).to_be_visible()
        await ann.note("Van Ann").click()
        await expect(selected.get_by_role("button", name="Verwijder")).to_be_visible()
        await table.begin("reveal")
        await expect(tools.get_by_role("button", name=re.compile("Kaartje|ongedaan"))).to_have_count(0)
        await expect(selected).to_contain_text("Nu lezen we wat er staat;")
        await expect(selected.get_by_role("button")).to_have_count(0)
        listed = await to_list(ann)
        await expect(listed.locator(".outline-item")).to_have_count(1)
        await expect(listed.get_by_role("button")).to_have_count(0)
        await table.begin("cluster", movers="everyone")
        await expect(listed.get_by_role("button")).to_have_text(["Naar zone"])
        await enter(table.leader, None)
        await expect(listed.get_by_role("button", name=re.compile("Bewerk|Verwijder"))).to_have_count(2)


async def test_nobody_is_split(tmp_path: Path) -> None:
    """[UI-173] What was placed or scored without a name is told of the group alone."""
    async with at_table(tmp_path, ["trust-vigilance"]) as table:
        ann = await table.seat("Ann")
        step = await table.begin("score", anonymous=True, **SAID)
        zone = {"type": "score.set", "step": step, "zone": "watchful-contracting", "value": 4}
        await do(table.leader, zone, own(table.leader))
        await table.enter(await plan(table.leader, "reveal", **SAID), sure=True)
        await button(ann, "Resultaten").click()
        panel = ann.page.locator("aside.panel")
        await expect(panel).to_contain_text(re.compile("Groep ?4 ?1 persoon"))
        await expect(panel.locator(".mean-who")).to_have_count(0)
