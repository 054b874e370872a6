"""What is counted on a canvas, each number worked out by hand."""

from math import sqrt

import pytest
from msgspec.structs import replace
from unit.measured_world import LABEL, A, B, C, World, numbers, words

from raakvlak.canvas import measures
from raakvlak.canvas.events import Change, Event, IntentId, Patch, Put, Undone
from raakvlak.canvas.facilitation import Ballot, Group, Round
from raakvlak.canvas.records import (
    Connector,
    Fields,
    Sticky,
)
from raakvlak.canvas.template import Scoring, SeededCard, TokenText

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
    """[MEAS-1]"""
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


def test_where_anything_is_anonymous_nobody_is_told_of_what_is_shared() -> None:
    """[MEAS-1]"""
    world = World(measures.Shared(label=LABEL, zones=("a",)))
    world.note("bob", A, "one")
    world.note(None, A, "two")
    (result,) = world.results()
    assert result.anonymous
    assert [(row.label, row.numbers, row.names, row.organisations) for row in result.rows] == [
        ("one", (None,), (), {}),
        ("two", (None,), (), {}),
    ]


def test_moves_into_a_zone_and_notes_taken_out_of_what_is_private() -> None:
    world = World(measures.Moves(label=LABEL, zones=("a", "b")), measures.Moves(label=LABEL, lifted=True))
    note = Sticky(id="w1.n", canvas="four", place=A, author="bob")
    lifted = Sticky(id="secret", canvas="four", place=C, author="bob")
    changes: list[Change] = [Put(note), *(Patch("w1.n", Fields(place=place)) for place in (B, A, A, B)), Put(lifted)]
    history = [Event(at=1, by="bob", intent=IntentId("w1", n), changes=(each,)) for n, each in enumerate(changes, 1)]
    history[-1] = replace(history[-1], revealed=True, lifted=True)
    shown = Put(Sticky(id="shown", canvas="four", place=C, author="bob"))
    history.append(Event(at=1, by="fay", intent=IntentId("f1", 1), changes=(shown,), revealed=True))
    moves, out = world.results(history=history)
    assert [row.numbers for row in moves.rows] == [(1,), (2,)]
    assert out.rows[0].numbers == (1,)
    back = Event(at=1, by="bob", intent=IntentId("w1", 9), changes=(Patch("w1.n", Fields(place=A)),), undone=Undone(5))
    arrow = Connector(id="w1.c", canvas="four", place=A, author="bob", start="w1.n", end="secret")
    ends = (Put(arrow), Patch("w1.c", Fields(place=B)))
    drawn = Event(at=1, by="bob", intent=IntentId("w1", 10), changes=ends)
    assert [row.numbers for row in world.results(history=[*history, back, drawn])[0].rows] == [(1,), (2,)]


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
    found = rows["card:one"]
    assert found.numbers == numbers(2, 0, 1, 200 / 3, 100)
    assert found.organisations == {"oost": numbers(1, 0, 1, 50, None), "west": numbers(1, 0, 0, 100, None)}
    assert found.marks == ("divided",)
    assert rows["card:two"].numbers == numbers(0, 1, 0, None, None)
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
    assert rows["a"].numbers == numbers(2, 1, 0, sqrt(2 / 9))
    assert rows["b"].organisations == {"oost": numbers(1, 0, 1, 1), "west": numbers(0, 0, 1, 0)}


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
        one: (2, 1, 1, 1),
        two: (1, 1, 1, 0),
        three: (0, 1, 0, 1),
        four: (0, 0, 0, 0),
    }
    assert ties.rows[0].names == ("↔ two", "→ three")
    assert ties.rows[3].marks == ("none",)
    assert (unlinked.rows[0].numbers, unlinked.rows[0].names) == ((1, 4), ("four",))
