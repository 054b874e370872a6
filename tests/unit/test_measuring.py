"""What the measures of a canvas come to: every number here was worked out by hand."""

from collections.abc import Mapping
from math import sqrt
from typing import Any

import msgspec
import pytest

from raakvlak.canvas import measures
from raakvlak.canvas.events import Change, Event, IntentId, Patch, Put
from raakvlak.canvas.facilitation import Ballot, Group, Placement, Round, Score
from raakvlak.canvas.figures import Quadrant
from raakvlak.canvas.kinds import ItemKind
from raakvlak.canvas.layout import layout_of
from raakvlak.canvas.measures import Measure
from raakvlak.canvas.records import (
    Canvas,
    Card,
    Connector,
    Fields,
    Organisation,
    ParticipantToken,
    PartnerToken,
    Person,
    Record,
    Sticky,
)
from raakvlak.canvas.template import Axis, AxisEnd, Scoring, SeededCard, Template, TokenText, ZoneText
from raakvlak.canvas.values import Place
from raakvlak.canvas.words import Words
from raakvlak.derive.measuring import measured
from raakvlak.derive.measuring_results import Result, Row

CLOSE = 1e-9
LABEL = Words("Maat", "Measure")
A, B, C, D = (
    Place("figure", 0.25, 0.25),
    Place("figure", 0.75, 0.25),
    Place("figure", 0.25, 0.75),
    Place("figure", 0.75, 0.75),
)
"""The middles of the four cells."""
CELL: tuple[ItemKind, ...] = ("sticky", "score", "smiley", "participant-token", "partner-token")


def words(text: str) -> Words:
    return Words(text, text)


def template(*found: Measure, **more: Any) -> Template:
    end = AxisEnd(words("end"))
    return Template(
        id="four",
        version=1,
        order=0,
        theme="overall",
        title=words("Four"),
        source=words("Us"),
        prompt=words("Which?"),
        figure=Quadrant("a", "b", "c", "d", "strip"),
        zones=(
            *(ZoneText(each, words(each), (), CELL) for each in ("a", "b", "c", "d")),
            ZoneText("strip", words("strip"), (), ("dot-vote",)),
        ),
        kinds=("sticky", "participant-token"),
        axes=(Axis("x", words("x"), end, end), Axis("y", words("y"), end, end)),
        measures=found,
        **more,
    )


PEOPLE = {"bob": "oost", "cas": "oost", "dan": "west", "ann": None}
"""By person: their organisation; Ann, who leads, has none."""


class World:
    """A workshop with two organisations and one canvas."""

    def __init__(self, *found: Measure, **more: Any) -> None:
        self.canvas = Canvas(id="four", template=template(*found, **more), order=0)
        self.records: dict[str, Any] = {"four": self.canvas}
        self._made = 0
        self.add(
            Organisation(id="oost", name="Oost", mark=0, order=0), Organisation(id="west", name="West", mark=1, order=1)
        )
        for person, organisation in PEOPLE.items():
            role = "participant" if organisation else "facilitator"
            self.add(Person(id=person, name=person.title(), role=role, organisation=organisation))  # type: ignore[arg-type]

    def add(self, *records: Any) -> None:
        self.records |= {record.id: record for record in records}

    def fresh(self) -> str:
        self._made += 1
        return f"r{self._made}"

    def note(self, author: str | None, place: Place, text: str = "", **more: Any) -> str:
        note = Sticky(id=self.fresh(), canvas="four", place=place, author=author, text=text, **more)
        self.add(note)
        return note.id

    def score(self, author: str | None, zone: str, value: int, step: str = "s1") -> None:
        self.add(Score(id=self.fresh(), canvas="four", zone=zone, value=value, step=step, author=author))

    def give(self, author: str | None, zone: str, value: int, **more: Any) -> None:
        self.add(Score(id=self.fresh(), canvas="four", zone=zone, value=value, author=author, **more))

    def card(self, card: str, place: Place) -> str:
        self.add(Card(id=self.fresh(), canvas="four", place=place, author="server", card=card))
        return f"r{self._made}"

    def results(self, **more: Any) -> tuple[Result, ...]:
        layout = layout_of(self.canvas.template, self.canvas.settings)
        records: Mapping[str, Record] = self.records
        return measured(records, self.canvas, layout, **more)

    def rows(self, **more: Any) -> dict[str, Row]:
        (result,) = self.results(**more)
        return {row.id: row for row in result.rows}


def numbers(*found: float | None) -> Any:
    return tuple(each if each is None else pytest.approx(each, abs=CLOSE) for each in found)


# --- scores and places ------------------------------------------------------------------------------------------------


def scored() -> World:
    world = World(measures.Scores(label=LABEL, zones=("a", "b")))
    for author, a in (("bob", 2), ("cas", 4), ("dan", 5)):
        world.score(author, "a", a)
        world.score(author, "b", 3)
    return world


def test_scores_have_a_mean_and_a_spread() -> None:
    """The spread of 2, 4, 5 round 11/3: the root of (25 + 1 + 16) / 9 / 3."""
    rows = scored().rows()
    assert rows["a"].numbers == numbers(11 / 3, sqrt(42 / 27), 3)
    assert rows["a"].organisations == {"oost": numbers(3, 1, 2), "west": numbers(5, 0, 1)}
    assert rows["b"].numbers == numbers(3, 0, 3)
    assert (rows["a"].marks, rows["b"].marks) == (("widest",), ())


def test_of_what_somebody_scored_twice_the_last_counts() -> None:
    world = scored()
    world.score("bob", "a", 3, "s2")
    assert world.rows()["a"].numbers == numbers(4, sqrt(2 / 3), 3)


def test_scores_without_a_name_are_not_split() -> None:
    """Nor are those of who did give their names: what is left over would be the others'. The last step counts."""
    world = scored()
    world.score(None, "a", 1, "s2")
    world.score(None, "a", 3, "s2")
    (result,) = world.results()
    rows = {row.id: row for row in result.rows}
    assert result.anonymous
    assert rows["a"].numbers == numbers(2, 1, 2)
    assert rows["b"].numbers == numbers(3, 0, 3)
    assert rows["a"].organisations == rows["b"].organisations == {}


def test_a_sum_of_means() -> None:
    world = scored()
    world.canvas = msgspec.structs.replace(
        world.canvas, template=template(measures.Scores(label=LABEL, zones=("a", "b"), total=True))
    )
    row = world.rows()["total"]
    assert row.numbers == numbers(11 / 3 + 3)
    assert row.organisations == {"oost": numbers(6), "west": numbers(8)}


def test_against_the_session_before() -> None:
    before = World()
    for author, value in (("bob", 1), ("dan", 2)):
        before.score(author, "a", value)
    world = World(measures.Scores(label=LABEL, zones=("a",), earlier=True))
    world.score("bob", "a", 4)
    world.score("dan", "a", 2)
    row = world.rows(earlier=before.records)["a"]
    assert row.numbers == numbers(3, 1, 2, 1.5, 1.5)
    assert row.organisations == {"oost": numbers(4, 0, 1, 1, 3), "west": numbers(2, 0, 1, 2, 0)}


def test_positions_on_both_axes() -> None:
    """x runs from left to right, y from the foot to the top, both from 0 to 100."""
    world = World(measures.Positions(label=LABEL))
    for person, u, v in (("bob", 0.2, 0.5), ("cas", 0.4, 0.5), ("dan", 0.9, 0.1)):
        world.add(
            ParticipantToken(
                id=f"four.own.{person}", canvas="four", place=Place("figure", u, v), author=person, person=person
            )
        )
    rows = world.rows()
    assert list(rows) == ["x", "y"]
    assert rows["x"].numbers == numbers(50, sqrt((900 + 100 + 1600) / 3), 3)
    assert rows["x"].organisations == {"oost": numbers(30, 10, 2), "west": numbers(90, 0, 1)}
    assert rows["y"].numbers == numbers(190 / 3, sqrt(2 * 40**2 / 9), 3)


def test_positions_without_names() -> None:
    """Of an anonymous step the places shown count, and nobody's own token beside them."""
    world = World(measures.Positions(label=LABEL))
    world.add(ParticipantToken(id="four.own.bob", canvas="four", place=A, author="bob", person="bob"))
    for u in (0.1, 0.3):
        world.add(Placement(id=world.fresh(), canvas="four", step="s1", place=Place("figure", u, 0.5)))
    (result,) = world.results()
    assert result.anonymous
    assert result.rows[0].numbers == numbers(20, 10, 2)
    assert not any(row.organisations for row in result.rows)


def test_shares_of_tokens() -> None:
    world = World(measures.Shares(label=LABEL))
    for person, place in (("bob", A), ("cas", B), ("dan", A), ("ann", A)):
        world.add(ParticipantToken(id=f"four.own.{person}", canvas="four", place=place, author=person, person=person))
    rows = world.rows()
    assert rows["a"].numbers == numbers(3, 75)
    assert rows["a"].organisations == {"oost": numbers(1, 50), "west": numbers(1, 100)}
    assert rows["c"].numbers == numbers(0, 0)


def test_where_partners_are_and_were_placed() -> None:
    world = World(measures.Classes(label=LABEL, zones=("a", "b")))
    for author, place in (("bob", A), ("cas", A), ("dan", B)):
        world.add(Placement(id=world.fresh(), canvas="four", step="s", place=place, organisation="west", author=author))
    world.add(PartnerToken(id="four.partner.west", canvas="four", place=B, author="ann", organisation="west"))
    rows = world.rows()
    assert rows["west"].numbers == numbers(3, 2, 1, 200 / 3)
    assert rows["west"].names == (words("b"),)
    assert rows["west"].marks == ("divided",)
    assert rows["oost"].numbers == numbers(0, 0, 0, None)


# --- counts -----------------------------------------------------------------------------------------------------------


def test_notes_in_each_zone() -> None:
    world = World(measures.Notes(label=LABEL))
    world.note("bob", A)
    world.note("bob", A)
    world.note("dan", B)
    world.note("dan", C, deleted="dan")
    rows = world.rows()
    assert rows["a"].numbers == numbers(2, 200 / 3)
    assert rows["a"].organisations == {"oost": numbers(2, 100), "west": numbers(0, 0)}
    assert rows["a"].marks == ("most",)
    assert rows["c"].numbers == numbers(0, 0)
    assert rows["c"].marks == ("none",)


def test_one_note_without_a_name_and_none_is_split() -> None:
    world = World(measures.Notes(label=LABEL), measures.Empty(label=LABEL))
    world.note("bob", A)
    world.note(None, B)
    notes, empty = world.results()
    assert notes.anonymous and empty.anonymous
    assert not any(row.organisations for row in (*notes.rows, *empty.rows))
    assert not any(row.names for row in empty.rows)
    assert [row.numbers[0] for row in notes.rows] == [1, 1, 0, 0]


def test_dots_and_their_rank() -> None:
    world = World(measures.Votes(label=LABEL))
    first, second, third = (world.note("bob", A, text) for text in ("one", "two", "three"))
    ballots = (Ballot(first, 1, "bob"), Ballot(first, 2, "dan"), Ballot(second, 3, "cas"), Ballot(third, 1, "cas"))
    world.add(Round(id="v", canvas="four", dots=3, opened=1, ended=2, ballots=ballots))
    rows = world.rows()
    assert [row.label for row in rows.values()] == ["one", "two", "three"]
    assert [row.numbers for row in rows.values()] == [(3, 1), (3, 1), (1, 3)]
    assert rows[first].organisations == {"oost": (1, 2), "west": (2, 1)}


@pytest.mark.parametrize("ended", [None, 2])
def test_a_secret_vote_names_nobody(ended: int | None) -> None:
    """And one that is under way has no result."""
    world = World(measures.Votes(label=LABEL))
    note = world.note("bob", A)
    world.add(Round(id="v", canvas="four", dots=3, opened=1, ended=ended, anonymous=True, ballots=(Ballot(note, 4),)))
    rows = world.rows()
    assert [row.numbers for row in rows.values()] == ([(4, 1)] if ended else [])
    assert not any(row.organisations for row in rows.values())


def test_what_organisations_have_nothing_in() -> None:
    world = World(measures.Empty(label=LABEL, zones=("a", "b")))
    world.note("bob", A)
    world.note("dan", A)
    world.note("bob", B)
    rows = world.rows()
    assert (rows["a"].numbers, rows["a"].names) == ((2, 0), ())
    assert (rows["b"].numbers, rows["b"].names) == ((1, 1), ("West",))


def test_what_several_organisations_share() -> None:
    """What was put together counts as one; dots count as having it too."""
    world = World(measures.Shared(label=LABEL, zones=("a",)))
    one, two, three = world.note("bob", A, "one"), world.note("dan", A, "two"), world.note("cas", A, "three")
    world.add(Group(id="g", canvas="four", title="Together", items=(one, two)))
    (result,) = world.results()
    assert [(row.label, row.numbers, row.marks) for row in result.rows] == [
        ("Together", (2,), ("everyone",)),
        ("three", (1,), ("one",)),
    ]
    world.add(Round(id="v", canvas="four", dots=1, opened=1, ended=2, ballots=(Ballot(three, 1, "dan"),)))
    assert world.rows()[three].names == ("Oost", "West")


def test_moves_into_a_zone_and_notes_taken_out_of_what_is_private() -> None:
    world = World(measures.Moves(label=LABEL, zones=("a", "b")), measures.Moves(label=LABEL, lifted=True))
    note = Sticky(id="w1.n", canvas="four", place=A, author="bob")
    lifted = Sticky(id="secret", canvas="four", place=C, author="bob")
    changes: list[Change] = [Put(note), *(Patch("w1.n", Fields(place=place)) for place in (B, A, A, B)), Put(lifted)]
    history = [Event(at=1, by="bob", intent=IntentId("w1", n), changes=(each,)) for n, each in enumerate(changes, 1)]
    moves, out = world.results(history=history)
    assert [row.numbers for row in moves.rows] == [(1,), (2,)]
    assert out.rows[0].numbers == (1,)


# --- cards, ticks, faces, arrows --------------------------------------------------------------------------------------

CARDS = tuple(SeededCard(each, "strip", words(f"the {each}")) for each in ("one", "two"))


def test_which_cards_lie_where() -> None:
    """A card with a copy in another zone lies in both."""
    world = World(measures.Cards(label=LABEL, zones=("a", "b")), cards=CARDS)
    for card, place in (("one", A), ("one", B), ("two", B)):
        world.card(card, place)
    rows = world.rows()
    assert rows["a"].names == (words("the one"),)
    assert rows["b"].names == (words("the one"), words("the two"))


def test_which_share_is_ticked() -> None:
    """What is not needed does not count; a card on which people differ is marked; the group's own tick is apart."""
    world = World(measures.Ticks(label=LABEL), measures.Ticks(label=LABEL, by="zone"), cards=CARDS)
    one, two = world.card("one", A), world.card("two", A)
    for author, value in (("bob", 3), ("cas", 1), ("dan", 3)):
        world.give(author, "a", value, scale="checkbox", item=one)
    world.give("bob", "a", 2, scale="checkbox", item=two)
    world.give("ann", "a", 3, scale="checkbox", item=one, group=True)
    by_card, by_zone = world.results()
    rows = {row.id: row for row in by_card.rows}
    assert rows[one].numbers == numbers(2, 0, 1, 200 / 3, 100)
    assert rows[one].organisations == {"oost": numbers(1, 0, 1, 50, None), "west": numbers(1, 0, 0, 100, None)}
    assert rows[one].marks == ("divided",)
    assert rows[two].numbers == numbers(0, 1, 0, None, None)
    assert by_zone.rows[0].numbers == numbers(2, 1, 1, 200 / 3, 100)


def test_what_each_person_ticked() -> None:
    world = World(measures.Ticks(label=LABEL, zones=("a", "b"), by="person"), cards=CARDS)
    world.give("bob", "a", 3, scale="checkbox", item=world.card("one", A))
    world.give("bob", "b", 3, scale="checkbox", item=world.card("two", B))
    world.give("dan", "b", 1, scale="checkbox", item="r2")
    assert {row.label: row.numbers for row in world.rows().values()} == {"Bob": (1, 1), "Dan": (0, 0)}
    world.give(None, "a", 3, scale="checkbox", item="r1", step="s")
    (result,) = world.results()
    assert (result.rows, result.anonymous) == ((), True)


def test_the_most_mixed_faces_come_first() -> None:
    world = World(measures.Smileys(label=LABEL, zones=("a", "b")))
    for author, a, b in (("bob", 3, 3), ("cas", 3, 1), ("dan", 2, 1)):
        world.give(author, "a", a, scale="smiley")
        world.give(author, "b", b, scale="smiley")
    rows = world.rows()
    assert list(rows) == ["b", "a"]
    assert rows["a"].numbers == (2, 1, 0)
    assert rows["b"].organisations == {"oost": (1, 0, 1), "west": (0, 0, 1)}


def test_the_largest_gap_between_two_aspects_comes_first() -> None:
    scoring = Scoring(aspects=(TokenText("now", words("now")), TokenText("then", words("then"))))
    world = World(measures.Scores(label=LABEL, zones=("a", "b"), gap=("now", "then")), scoring=scoring)
    for zone, now, then in (("a", 3, 4), ("b", 5, 1)):
        for author in ("bob", "dan"):
            world.give(author, zone, now, aspect="now")
            world.give(author, zone, then, aspect="then")
    rows = world.rows()
    assert list(rows) == ["b", "a"]
    assert rows["b"].numbers == numbers(5, 0, 2, 1, 0, 2, -4)
    assert rows["a"].organisations["west"] == numbers(3, 0, 1, 4, 0, 1, 1)


def test_arrows_to_and_from() -> None:
    world = World(measures.Ties(label=LABEL), measures.Unlinked(label=LABEL, zones=("a",)))
    one, two, three, four = (world.note("bob", A, each) for each in ("one", "two", "three", "four"))
    for start, end in ((one, two), (two, one), (one, three)):
        world.add(Connector(id=world.fresh(), canvas="four", place=A, author="bob", start=start, end=end))
    ties, unlinked = world.results()
    assert {row.id: row.numbers for row in ties.rows} == {
        one: (2, 1, 1),
        two: (1, 1, 1),
        three: (0, 1, 0),
        four: (0, 0, 0),
    }
    assert ties.rows[3].marks == ("none",)
    assert (unlinked.rows[0].numbers, unlinked.rows[0].names) == ((1,), ("four",))


def test_results_are_plain_json() -> None:
    for result in (*scored().results(), *World(measures.Notes(label=LABEL)).results()):
        assert msgspec.json.decode(msgspec.json.encode(result), type=Result) == result
