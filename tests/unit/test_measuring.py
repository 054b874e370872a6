"""What the measures of a canvas come to: every number here was worked out by hand."""

from math import sqrt

import msgspec
from unit.measured_world import LABEL, A, B, World, numbers, template, words

from raakvlak.canvas import measures
from raakvlak.canvas.facilitation import Placement
from raakvlak.canvas.records import (
    ParticipantToken,
    PartnerToken,
)
from raakvlak.canvas.values import Place
from raakvlak.derive.measuring_results import Result


def scored() -> World:
    world = World(measures.Scores(label=LABEL, zones=("a", "b")))
    for author, a in (("bob", 2), ("cas", 4), ("dan", 5)):
        world.score(author, "a", a)
        world.score(author, "b", 3)
    return world


def test_scores_have_a_mean_and_a_spread() -> None:
    """[MEAS-3] The spread of 2, 4, 5 round 11/3: the root of (25 + 1 + 16) / 9 / 3."""
    rows = scored().rows()
    assert rows["a"].numbers == numbers(11 / 3, sqrt(42 / 27), 3)
    assert rows["a"].organisations == {"oost": numbers(3, 1, 2), "west": numbers(5, 0, 1)}
    assert rows["b"].numbers == numbers(3, 0, 3)
    assert (rows["a"].marks, rows["b"].marks) == (("widest",), ())


def test_of_what_somebody_scored_twice_the_last_counts() -> None:
    """[MEAS-2]"""
    world = scored()
    world.score("bob", "a", 3, "s2")
    assert world.rows()["a"].numbers == numbers(4, sqrt(2 / 3), 3)


def test_scores_without_a_name_are_not_split() -> None:
    """[MEAS-1] Nor those of who did give their names: what is left over would be the others'. The last step counts."""
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
        world.canvas, template=template(measures.Scores(label=LABEL, zones=("a", "b"), total="sum"))
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
    """[MEAS-1] Of an anonymous step the places shown count, and nobody's own token beside them."""
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


def test_results_are_plain_json() -> None:
    for result in (*scored().results(), *World(measures.Notes(label=LABEL)).results()):
        assert msgspec.json.decode(msgspec.json.encode(result), type=Result) == result
