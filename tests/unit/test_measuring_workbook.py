"""Measures on canvases of the workbook: zones that repeat, one thing against another; all worked out by hand."""

import pytest
from msgspec.structs import replace
from unit.measured_world import LABEL, A, B, World, numbers

from raakvlak.canvas import measures
from raakvlak.canvas.events import Event, IntentId, Put
from raakvlak.canvas.facilitation import Ballot, Score
from raakvlak.canvas.layout import Ring, layout_of
from raakvlak.canvas.records import (
    Canvas,
    Card,
    Connector,
    Entry,
    ParticipantToken,
    PartnerToken,
    Record,
    Settings,
    Sticky,
)
from raakvlak.canvas.values import Place
from raakvlak.canvas.words import Words
from raakvlak.canvas.zones import place_at, zones_at
from raakvlak.canvases import templates
from raakvlak.derive.measuring import measured

PARTNERS = (Entry("p-oost", "Oost", "oost"), Entry("p-west", "West", "west"))
ISSUES = (Entry("all", "All of it"), Entry("money", "Money"))


def test_what_was_given_last_counts_though_its_record_is_older() -> None:
    """[MEAS-2] The record of the step comes first in the state, but was put again after the other."""
    world = World(measures.Scores(label=LABEL, zones=("a",)))
    step = Score(id="one", canvas="four", zone="a", value=2, step="s1", author="bob")
    later = Score(id="two", canvas="four", zone="a", value=5, step="s2", author="bob")
    again = Score(id="one", canvas="four", zone="a", value=4, step="s1", author="bob")
    world.add(step, later, again)
    history = [
        Event(at=1, by="bob", intent=IntentId("b-1", n), changes=(Put(each),))
        for n, each in enumerate((step, later, again), 1)
    ]
    assert world.rows(history=history)["a"].numbers == numbers(4, 0, 1)


def test_give_and_take_per_partner() -> None:
    """[MEAS-4] Oost brings two notes that weigh 4 and 2 in the mean and takes none; West only takes."""
    world = World.on("give-and-take", measures.Balance, partners=PARTNERS, issues=ISSUES)
    brings = [f"brings.partners.p-oost.issues.{issue}" for issue in ("all", "money")]
    zones = {zone.id for zone in layout_of(world.canvas.template, world.canvas.settings).zones}
    assert set(brings) <= zones, sorted(zones)
    for zone in brings:
        world.note("bob", world.at(zone))
    takes = "takes.partners.p-west.issues.money"
    world.note("dan", world.at(takes))
    for author, zone, value in (("bob", brings[0], 5), ("dan", brings[0], 3), ("bob", brings[1], 2), ("dan", takes, 4)):
        world.score(author, zone, value)
    rows = world.rows()
    assert rows["partners.p-oost"].numbers == numbers(2, 0, 6, None, 100)
    assert rows["partners.p-oost"].marks == ("one-sided",)
    assert rows["partners.p-oost"].label == Words("Oost", "Oost")
    assert rows["partners.p-west"].numbers == numbers(0, 1, None, 4, 0)


def test_how_complete_each_partners_row_is() -> None:
    """[MEAS-4]"""
    world = World.on("partners-interests-ambition", measures.Empty, partners=PARTNERS)
    world.note("bob", world.at("interests.partners.p-oost"))
    world.note("dan", world.at("brings.partners.p-oost"))
    world.add(
        PartnerToken(
            id="t", canvas="four", place=world.at("partner.partners.p-oost"), author="bob", organisation="oost"
        )
    )
    rows = world.rows()
    assert rows["partners.p-oost"].numbers == numbers(75)
    assert rows["partners.p-oost"].names == (Words("Haalt", "Takes"),)
    assert (rows["partners.p-west"].numbers, rows["partners.p-west"].marks) == ((0,), ("none",))


def test_scores_for_each_partner() -> None:
    """[MEAS-4] A column for each entry, and a factor's copy counts as the factor."""
    world = World.on("partner-fit", measures.Scores, partners=PARTNERS)
    original, copy = (
        world.card("strategic-01", world.at("strategic-fit")),
        world.card("strategic-01", world.at("strategic-fit")),
    )
    for author, item, aspect, value in (
        ("bob", original, "p-oost", 2),
        ("dan", copy, "p-oost", 4),
        ("dan", original, "p-west", 5),
    ):
        world.give(author, "strategic-fit", value, item=item, aspect=aspect)
    by_factor, by_column = world.results()
    rows = {row.id: row for row in by_factor.rows}
    assert rows["card:strategic-01"].numbers == numbers(3, 1, 2, 5, 0, 1)
    assert [column.of for column in by_factor.columns[::3]] == [Words("Oost", "Oost"), Words("West", "West")]
    assert {row.id: row.numbers for row in by_column.rows}["strategic-fit"] == numbers(3, 1, 2, 5, 0, 1)


def test_dots_on_any_copy_of_a_card_count_for_it() -> None:
    """[MEAS-5]"""
    world = World.on("collaboration-is-not-self-evident", measures.Votes, measures.Cards)
    term = world.canvas.template.cards[0].id
    left, right = (world.card(term, world.at(zone)) for zone in ("holds-back", "brings-value"))
    world.dots(Ballot(left, 2, "bob"), Ballot(right, 1, "dan"))
    cards, votes = world.results()
    assert [(row.id, row.numbers) for row in votes.rows] == [(f"card:{term}", (3, 1))]
    assert votes.rows[0].organisations == {"oost": (2, 1), "west": (1, 1)}
    assert cards.rows[-1].id == "several" and len(cards.rows[-1].names) == 1


def test_risks_without_a_safeguard() -> None:
    """[MEAS-6] Of two rows with a risk one has a safeguard."""
    world = World.on("opportunistic-behaviour", measures.Empty)
    for row in ("evasion", "violation"):
        world.note("bob", world.at(f"risk.{row}.lock-in"), f"risk of {row}")
    world.note("dan", world.at("safeguard.evasion"))
    rows = world.rows()
    assert rows["evasion"].numbers == numbers(1, 1)
    assert (rows["violation"].numbers, rows["violation"].names) == ((1, 0), ("risk of violation",))
    assert rows["violation"].marks == ("none",)
    assert rows["refusal-to-adapt"].numbers == numbers(0, 0)


def test_much_asked_and_little_given() -> None:
    """[MEAS-6] The domain with more dots than the others and a lower score is marked, and comes first."""
    world = World.on("domain-risks-opportunities", measures.Contrast)
    for domain, dots, score in (("ambition", 1, 5), ("process", 4, 2)):
        note = world.note("bob", world.at(f"{domain}--risks"))
        world.dots(Ballot(note, dots, "dan"))
        world.score("bob", f"{domain}--attention", score)
    rows = list(world.rows().values())
    assert (rows[0].id, rows[0].numbers, rows[0].marks) == ("process", (4, 2), ("short",))
    assert all(row.marks == () for row in rows[1:])


def test_high_next_to_low() -> None:
    """[MEAS-7] Where organisations' means differ most, with who is lowest and highest."""
    world = World(measures.Differences(label=LABEL, zones=("a", "b"), by="zone"))
    for author, a, b in (("bob", 1, 3), ("cas", 3, 3), ("dan", 5, 4)):
        world.score(author, "a", a)
        world.score(author, "b", b)
    rows = world.rows()
    assert list(rows) == ["a", "b"]
    assert (rows["a"].numbers, rows["a"].names) == ((2, 5, 3), ("Oost", "West"))


def test_the_highest_score_first_with_each_organisations_rank() -> None:
    world = World(measures.Scores(label=LABEL, zones=("a", "b"), by="zone", ranked=True))
    for author, a, b in (("bob", 4, 2), ("dan", 1, 5)):
        world.score(author, "a", a)
        world.score(author, "b", b)
    rows = world.rows()
    assert list(rows) == ["b", "a"]
    assert rows["b"].numbers == numbers(3.5, 1.5, 2, 1)
    assert rows["b"].organisations == {"oost": numbers(2, 0, 1, 2), "west": numbers(5, 0, 1, 1)}


def test_the_area_that_scores_span() -> None:
    """[MEAS-8] Means 5, 5 and 2 in a triangle: (25 + 10 + 10) / 3 of 25."""
    world = World.on("trust-paradox", measures.Scores)
    for zone, value in (("time", 5), ("interaction", 5), ("affection", 2)):
        world.score("bob", zone, value)
    area = world.results()[1]
    assert area.rows[0].numbers == numbers(60)
    world.records = {key: record for key, record in world.records.items() if getattr(record, "zone", "") != "time"}
    assert world.results()[1].rows[0].numbers == (None,)


def test_what_the_centre_covers() -> None:
    """[MEAS-9] One note lies in the centre, one is linked to it, two are neither."""
    world = World(measures.Coverage(label=LABEL, zones=("a",)))
    inside, linked = world.note("bob", A), world.note("dan", B)
    world.note("dan", B)
    world.note("cas", B)
    world.arrow(linked, inside)
    row = world.rows()["covered"]
    assert row.numbers == numbers(4, 2, 50)
    assert row.organisations == {"oost": numbers(2, 1, 50), "west": numbers(2, 1, 50)}


def test_where_each_organisation_starts() -> None:
    """The zone with most; of two with as many, the one that it filled first."""
    world = World(measures.Starts(label=LABEL, zones=("a", "b")))
    for author, place in (("bob", B), ("cas", A), ("bob", A), ("dan", B), ("dan", A)):
        world.note(author, place)
    rows = world.rows()
    assert (rows["oost"].numbers, rows["oost"].names) == ((2, 1), (Words("a", "a"),))
    assert (rows["west"].numbers, rows["west"].names) == ((1, 1), (Words("b", "b"),))
    world.note(None, A)
    assert world.results()[0].rows == ()


def test_green_and_red_notes_per_domain() -> None:
    world = World.on("collaboration-lens", measures.Notes, measures.Votes)
    well = world.note("bob", world.at("process"), tone="well")
    attention = world.note("dan", world.at("process"), "Slow", tone="attention")
    world.note("dan", world.at("ambition"), tone="attention")
    world.dots(Ballot(well, 3, "bob"), Ballot(attention, 1, "bob"))
    notes, votes = world.results()
    rows = {row.id: row for row in notes.rows}
    assert [column.of for column in notes.columns] == [tone.label for tone in world.canvas.template.tones]
    assert (rows["process"].numbers, rows["ambition"].numbers) == ((1, 1), (0, 1))
    assert rows["process"].organisations == {"oost": (1, 0), "west": (0, 1)}
    assert [(row.label, row.numbers) for row in votes.rows] == [("Slow", (1, 1))]


def test_seeing_and_feeling_per_theme() -> None:
    world = World.on("see-and-feel", measures.Notes)
    for zone, count in (("trust-see", 2), ("trust-feel", 1)):
        for _ in range(count):
            world.note("bob", world.at(zone))
    rows = world.rows()
    assert rows["trust"].numbers == (2, 1)
    assert rows["loyalties"].numbers == (0, 0)


@pytest.mark.parametrize(("x", "part"), [(0.1, "low"), (0.5, "middle"), (0.9, "high")])
def test_reasons_by_thirds_of_the_line(x: float, part: str) -> None:
    """[MEAS-10] Also those in the boxes below it, by the part that they stand under."""
    world = World.on("market-hierarchy-spectrum", measures.Notes)
    layout = layout_of(world.canvas.template, world.canvas.settings)
    for y in (400, 1150):
        world.note("bob", place_at(layout, x * layout.width, y))
    assert {row.id: row.numbers[0] for row in world.rows().values() if row.numbers[0]} == {part: 2}


def test_arguments_by_quadrant() -> None:
    """[MEAS-10] One beside the plane counts where the token that it is linked to lies, if it is to any."""
    world = World.on("place-the-collaboration", measures.Notes)
    token = ParticipantToken(
        id="four.own.bob.now", canvas="four", place=Place("plane", 0.9, 0.1), author="bob", person="bob", which="now"
    )
    world.add(token)
    linked = world.note("bob", Place("because", 0.5, 0.5))
    world.note("dan", Place("because", 0.5, 0.5))
    world.arrow(linked, token.id)
    world.note("cas", Place("plane", 0.1, 0.9))
    assert {row.id: row.numbers[0] for row in world.rows().values() if row.numbers[0]} == {
        "high-high": 1,
        "low-low": 1,
        "": 1,
    }


def test_choices_of_one_card_in_each_row() -> None:
    """How often each signature was chosen, and its share of all choices; one that nobody chose is marked."""
    world = World.on("signatures", measures.Ticks)
    cards = {card.zone: card.id for card in world.canvas.template.cards if card.row}
    for author, zone in (("bob", "driven-champion"), ("dan", "driven-champion"), ("dan", "inventive-shaper")):
        world.give(author, zone, 3, scale="checkbox", item=world.card(cards[zone], world.at(zone)))
    group = {row.id: row for row in world.results()[1].rows}
    assert group["driven-champion"].numbers == numbers(2, 200 / 3)
    assert group["driven-champion"].organisations == {"oost": numbers(1, 100), "west": numbers(1, 50)}
    assert group["thorough-designer"].marks == ("none",)


def test_how_many_are_recognised() -> None:
    """Bob recognises two, Dan one of them: one and a half of seven; what is neither ticked nor not counts as not."""
    world = World.on("self-organising-network", measures.Ticks)
    one, two = (world.card(f"characteristic-0{n}", world.at("characteristics")) for n in (1, 2))
    for author, item, value in (("bob", one, 3), ("bob", two, 3), ("dan", one, 3), ("dan", two, 2)):
        world.give(author, "characteristics", value, scale="checkbox", item=item)
    whole = world.results()[0].rows[0]
    assert whole.numbers == numbers(1.5, 7)
    assert whole.organisations == {"oost": numbers(2, 7), "west": numbers(1, 7)}


def test_what_is_not_done_in_earlier_phases() -> None:
    """[MEAS-11] Something is ticked in the second phase, so all that most have not ticked in the first is behind."""
    world = World.on("phase-activities", measures.Behind)
    cards = {
        card.id: world.card(card.id, world.at(card.zone))
        for card in world.canvas.template.cards
        if card.zone in ("ambition--explore", "ambition--share")
    }
    explore = [card for card in cards if "explore" in card]
    share = [card for card in cards if "share" in card]
    tick = {"scale": "checkbox"}
    world.give("bob", "ambition--explore", 3, item=cards[explore[0]], **tick)
    world.give("bob", "ambition--explore", 2, item=cards[explore[1]], **tick)
    world.give("bob", "ambition--explore", 3, item=cards[explore[2]], **tick)
    world.give("ann", "ambition--explore", 1, item=cards[explore[2]], group=True, **tick)
    world.give("dan", "ambition--share", 3, item=cards[share[0]], **tick)
    rows = world.rows()
    assert list(rows) == ["explore"]
    assert rows["explore"].numbers == (len(explore) - 2, len(explore))


def test_arrows_from_another_canvas() -> None:
    """[MEAS-12] A problem on its own canvas that is linked to a technique here is named, and counted."""
    world = World.on("interventions", measures.Ties)
    other = Canvas(id="other", template=world.canvas.template, order=1)
    technique = world.card("technique-visioning-01", world.at("visioning"))
    problem = Card(id="p", canvas="other", place=A, author="server", card="technique-convening-01", text="A problem")
    link = Connector(id="l", canvas="other", place=A, author="bob", start="p", end=technique)
    world.add(other, problem, link)
    (result,) = world.results()
    assert [(row.numbers, row.names) for row in result.rows] == [((0, 1, 0, 1), ("← A problem",))]


def test_nothing_on_a_canvas_gives_tables_without_numbers() -> None:
    """Of every canvas, with what its lists begin with and with what people add."""
    for canvas in World.on("give-and-take").canvas, *(World.on(each).canvas for each in _ALL):
        layout = layout_of(canvas.template, canvas.settings)
        results = measured({canvas.id: canvas}, canvas, layout)
        assert len(results) == len(canvas.template.measures)
        for result in results:
            assert all(len(row.numbers) == len(result.columns) for row in result.rows)


_ALL = ("opportunistic-behaviour", "phase-activities", "signatures", "shared-ambition", "partner-fit")


def test_a_note_in_the_middle_of_a_square_is_none_of_a_corner() -> None:
    """[MEAS-13]"""
    template = templates()["issue-solution-opportunity-form"]
    canvas = Canvas(id="c", template=template, order=0)
    layout = layout_of(template, canvas.settings)
    middle = next(zone for zone in layout.zones if zone.id == "workable-agreement").areas[0]
    assert isinstance(middle, Ring)
    records: dict[str, Record] = {}
    for number, across in enumerate((0.0, 0.5)):
        place = place_at(layout, middle.x - across * middle.outer, middle.y - across * middle.outer)
        assert zones_at(layout, place).zones[0] == "workable-agreement"
        records[f"n{number}"] = Sticky(id=f"n{number}", canvas="c", place=place, author=None, text="x")
    (notes,) = (result for result in measured(records, canvas, layout) if result.measure == "notes")
    assert {row.numbers[0] for row in notes.rows} == {0}


def test_each_field_has_axes_of_its_own() -> None:
    """[MEAS-14]"""
    template = templates()["place-the-collaboration"]
    canvas = Canvas(id="c", template=template, order=0)
    layout = layout_of(template, canvas.settings)
    at = layout.frames["line"]
    place = place_at(layout, at.x + 0.75 * at.width, at.y + at.height / 2)
    which = next(token.id for token in template.tokens if token.frame == "line")
    token = ParticipantToken(id="t", canvas="c", place=place, author="bob", person="bob", which=which)
    results = [each for each in measured({"t": token}, canvas, layout) if each.measure == "positions"]
    (row,) = (row for result in results for row in result.rows if row.numbers[0] is not None)
    assert row.label == Words("Mate van organisatie", "Degree of organisation")
    assert row.numbers[0] == pytest.approx(75)


def test_axes_may_have_any_name() -> None:
    """[MEAS-14]"""
    template = templates()["trust-vigilance"]
    named = replace(template, axes=tuple(replace(axis, id=f"my-{axis.id}") for axis in template.axes))
    layout = layout_of(template, Settings())
    canvas = Canvas(id="c", template=named, order=0)
    place = Place("figure", 0.5, 0.5)
    which = template.tokens[0].id
    token = ParticipantToken(id="t", canvas="c", place=place, author="bob", person="bob", which=which)
    result = next(each for each in measured({"t": token}, canvas, layout) if each.measure == "positions")
    assert [row.numbers[0] for row in result.rows] == [50, 50]
