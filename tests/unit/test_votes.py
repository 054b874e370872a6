"""Votes with dots: how many, on what, in secret until they are counted."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit.core import ANN, BOB, CAS, DAN, FAY, MIDDLE, OBI, SERVER, Core, own

from raakvlak.canvas.decide_votes import MAX_ROUNDS
from raakvlak.canvas.events import Put
from raakvlak.canvas.facilitation import Ballot, Dots, Round
from raakvlak.canvas.intents import CreateItems, DeleteItems, LockItems, MoveItems, RestoreItems, SetCanvas, Undo
from raakvlak.canvas.leading import CastVote, CloseRound, Move, OpenRound, RemovePerson, SetPerson
from raakvlak.canvas.records import PartnerToken, Settings, partner_token_id
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.values import Place
from raakvlak.canvas.view import Actor, Decision

VOTE = "ann-1.vote"
TOP = Place("figure", 0.5, 0.15)


def voting(**how: Any) -> tuple[Core, list[str]]:
    """A vote about three notes of Bob, which lie in the middle."""
    core = Core()
    notes = [core.note(BOB, str(number), f"punt {number}") for number in range(3)]
    core.enter("vote")
    core.ask(ANN, OpenRound(id=VOTE, canvas="one", **how))
    return core, notes


def put(core: Core, actor: Actor, item: str, dots: int) -> None:
    core.ask(actor, CastVote(round=VOTE, item=item, dots=dots), own(actor))


def refusal(core: Core, actor: Actor, item: str, dots: int) -> str:
    return core.refused(actor, CastVote(round=VOTE, item=item, dots=dots), own(actor))


def spent(core: Core, actor: Actor) -> int:
    return sum(each.count for each in core.all_of(Dots, own(actor)))


def result(core: Core) -> Round:
    core.show(ANN, CloseRound(id=VOTE))
    return core.the(Round, VOTE)


def test_nobody_spends_more_dots_than_they_have() -> None:
    """[VOTE-1] Nobody puts more dots than they have, in all; those they take away they can put elsewhere."""
    core, (a, b, c) = voting(dots=5)
    put(core, BOB, a, 3)
    assert refusal(core, BOB, b, 3) == "no-dots-left"
    put(core, BOB, b, 2)
    assert refusal(core, BOB, c, 1) == refusal(core, BOB, a, 4) == "no-dots-left"
    put(core, BOB, a, 2)
    put(core, BOB, c, 1)
    put(core, CAS, c, 5)
    assert (spent(core, BOB), spent(core, CAS)) == (5, 5)


def test_one_dot_on_an_item_or_several() -> None:
    """[VOTE-2] Where a vote says so, one person puts one dot on an item at most."""
    core, (a, b, _) = voting(dots=3, several=False)
    assert refusal(core, BOB, a, 2) == "no-dots-left"
    for item in (a, b, a):
        put(core, BOB, item, 1)
    put(core, BOB, a, 0)
    assert spent(core, BOB) == 1


@pytest.mark.parametrize("zone", ["top", "centre"])
def test_only_items_in_its_zone(zone: str) -> None:
    """[VOTE-3] A vote about a zone takes dots on what lies there now; what they lie on may be moved away after that."""
    core, (a, b, _) = voting(dots=3, zone=zone)
    core.ask(ANN, MoveItems(moves=(Move(a, TOP),)))
    inside, outside = (a, b) if zone == "top" else (b, a)
    assert refusal(core, BOB, outside, 1) == "not-now"
    put(core, BOB, inside, 2)
    core.ask(ANN, MoveItems(moves=(Move(inside, Place("figure", 0.05, 0.95)),)))
    assert refusal(core, CAS, inside, 1) == "not-now"
    put(core, BOB, inside, 0)
    core.ask(ANN, MoveItems(moves=(Move(inside, TOP if zone == "top" else MIDDLE),)))
    put(core, BOB, inside, 1)
    assert result(core).ballots == (Ballot(inside, 1, "bob"),)


def test_only_items_of_its_kind() -> None:
    """[VOTE-4] A vote about a kind takes dots on that kind, others on every item of the canvas that is there."""
    core, (a, *_) = voting(only="partner-token")
    token = partner_token_id("one", "org")
    core.ask(ANN, CreateItems(items=(PartnerToken(id=token, canvas="one", place=MIDDLE, organisation="org"),)))
    elsewhere = core.note(ANN, "elsewhere", canvas="two")
    core.ask(ANN, DeleteItems(ids=(gone := core.note(ANN, "gone"),)))
    assert refusal(core, BOB, a, 1) == "wrong-kind"
    put(core, BOB, token, 1)
    core.show(ANN, CloseRound(id=VOTE))
    core.ask(ANN, OpenRound(id="ann-1.all", canvas="one"))
    for item in (a, token):
        core.ask(BOB, CastVote(round="ann-1.all", item=item, dots=1), own(BOB))
    for item in (elsewhere, gone, "workshop", "nothing"):
        assert core.refused(BOB, CastVote(round="ann-1.all", item=item, dots=1), own(BOB)) == "unknown-item"


def test_who_votes_where() -> None:
    """[VOTE-5] Participants and facilitators vote, on locked items too, in their own stream; observers do not."""
    core, (a, *_) = voting()
    core.ask(ANN, LockItems(ids=(a,), locked=True))
    put(core, BOB, a, 1)
    put(core, FAY, a, 1)
    assert refusal(core, OBI, a, 1) == "not-allowed"
    assert core.refused(BOB, CastVote(round=VOTE, item=a, dots=1), own(CAS)) == "not-allowed"
    assert core.refused(BOB, CastVote(round=VOTE, item=a, dots=1)) == "not-now"


def test_dots_on_what_was_deleted_are_free_again() -> None:
    """[VOTE-6] Dots on a deleted item can be put elsewhere, and are then not there again when the item comes back."""
    core, (a, b, c) = voting(dots=3)
    put(core, BOB, a, 2)
    put(core, BOB, b, 1)
    put(core, CAS, a, 2)
    core.ask(ANN, DeleteItems(ids=(a,)))
    put(core, BOB, c, 2)
    assert refusal(core, BOB, b, 2) == "no-dots-left"
    put(core, CAS, b, 1)
    core.ask(ANN, RestoreItems(ids=(a,)))
    assert refusal(core, BOB, a, 1) == "no-dots-left"
    assert (spent(core, BOB), spent(core, CAS)) == (3, 3)
    assert result(core).ballots == (
        Ballot(a, 2, "cas"),
        Ballot(c, 2, "bob"),
        Ballot(b, 1, "bob"),
        Ballot(b, 1, "cas"),
    )


def test_what_was_deleted_in_the_end_has_no_dots() -> None:
    """[VOTE-6] What is deleted when the vote is closed has none."""
    core, (a, b, _) = voting()
    put(core, BOB, a, 1)
    put(core, CAS, b, 1)
    core.ask(ANN, DeleteItems(ids=(a,)))
    closed = result(core)
    assert (closed.ballots, closed.voters) == ((Ballot(b, 1, "cas"),), 1)


def test_a_named_vote_is_counted_by_person() -> None:
    """[VOTE-7] A closed vote has the most dots first, by person where it is named, and how many voted."""
    core, (a, b, _) = voting(dots=3)
    put(core, BOB, a, 1)
    put(core, CAS, b, 3)
    put(core, DAN, b, 2)
    put(core, DAN, a, 1)
    put(core, FAY, a, 1)
    put(core, FAY, a, 0)
    core.later(60_000)
    closed = result(core)
    assert closed.ballots == (Ballot(b, 3, "cas"), Ballot(b, 2, "dan"), Ballot(a, 1, "bob"), Ballot(a, 1, "dan"))
    assert (closed.voters, closed.ended, closed.opened) == (3, core.now, core.now - 60_000)


def test_an_anonymous_vote_names_nobody() -> None:
    """[VOTE-8] A closed anonymous vote has the dots on each item and how many voted, and nobody's name."""
    core, (a, b, _) = voting(dots=3, anonymous=True)
    for actor, item, dots in ((BOB, a, 1), (CAS, b, 3), (DAN, b, 2), (DAN, a, 1)):
        put(core, actor, item, dots)
    closed = result(core)
    assert closed.ballots == (Ballot(b, 5), Ballot(a, 2))
    assert closed.voters == 3


def test_until_it_is_closed_dots_are_the_voters_own() -> None:
    """[VOTE-9] Dots are in the voter's own stream alone until the vote is closed, and then in nobody's."""
    core, (a, *_) = voting()
    before = core.stream().position
    put(core, BOB, a, 2)
    assert core.stream().position == before
    event = core.ask(ANN, CloseRound(id=VOTE))
    assert event.revealed
    assert core.tidy() == 1
    assert core.all_of(Dots, own(BOB)) == []
    assert refusal(core, BOB, a, 1) == "not-now"
    assert core.refused(ANN, CloseRound(id=VOTE)) == "not-now"
    core.enter("write")
    assert core.refused(ANN, Undo()) == core.refused(BOB, Undo(), own(BOB)) == "nothing-to-undo"


def test_who_was_sent_away_has_no_vote() -> None:
    """[VOTE-10] Dots of who was removed do not count; of who has another name, organisation or role now they do."""
    core, (a, b, _) = voting()
    for actor in (BOB, CAS, DAN):
        put(core, actor, a, 1)
    put(core, DAN, b, 1)
    core.ask(ANN, RemovePerson(id="dan"))
    core.ask(ANN, SetPerson(id="cas", role="facilitator", organisation="oost"))
    closed = result(core)
    assert closed.ballots == (Ballot(a, 1, "bob"), Ballot(a, 1, "cas"))
    assert closed.voters == 2


def test_one_vote_at_a_time() -> None:
    """[VOTE-11] One vote is under way at a time; a later one has dots of its own."""
    core, (a, *_) = voting(dots=1)
    put(core, BOB, a, 1)
    assert core.refused(FAY, OpenRound(id="fay-1.vote", canvas="two")) == "exists"
    result(core)
    core.ask(FAY, OpenRound(id="fay-1.vote", canvas="one", dots=1))
    core.ask(BOB, CastVote(round="fay-1.vote", item=a, dots=1), own(BOB))
    core.show(ANN, CloseRound(id="fay-1.vote"))
    assert [each.ballots for each in core.all_of(Round)] == [(Ballot(a, 1, "bob"),)] * 2


@pytest.mark.parametrize(
    ("intent", "code"),
    [
        (OpenRound(id="bob-1.vote", canvas="one"), "invalid"),
        (OpenRound(id="ann-1.new", canvas="none"), "unknown-canvas"),
        (OpenRound(id="ann-1.new", canvas="one", zone="nowhere"), "invalid"),
        (CloseRound(id="ann-1.none"), "unknown-round"),
        (CloseRound(id="workshop"), "unknown-round"),
    ],
    ids=lambda each: each if isinstance(each, str) else type(each).__name__,
)
def test_what_is_no_vote(intent: OpenRound, code: str) -> None:
    """[VOTE-12] What names no vote, canvas or zone of the workshop is refused; so is one vote too many."""
    core = Core()
    assert core.refused(ANN, intent) == code
    assert core.refused(BOB, CastVote(round="ann-1.none", item="x", dots=0), own(BOB)) == "unknown-round"
    rounds = [Round(id=f"r{n}", canvas="one", dots=1, opened=1, ended=2) for n in range(MAX_ROUNDS)]
    core.happen("shared", SERVER, Decision(tuple(map(Put, rounds))))
    assert core.refused(ANN, OpenRound(id="ann-1.more", canvas="one")) == "too-many"


def test_the_centre_may_change_under_a_vote() -> None:
    """[VOTE-3] Where a zone lies is asked anew for each dot."""
    core, (a, *_) = voting(zone="centre")
    core.ask(ANN, MoveItems(moves=(Move(a, Place("figure", 0.5, 0.35)),)))
    before = refusal_or_none(core, a)
    core.ask(ANN, SetCanvas(id="one", settings=Settings(centre=0.9)))
    assert (before, refusal_or_none(core, a)) == ("not-now", None)


def refusal_or_none(core: Core, item: str) -> str | None:
    try:
        put(core, BOB, item, 1)
    except Refusal as refused:
        return refused.code
    return None


deeds = st.lists(
    st.tuples(st.sampled_from(["put", "put", "put", "delete", "restore"]), st.integers(0, 2), st.integers(0, 5)),
    max_size=25,
)


@given(deeds, st.integers(1, 5), st.booleans())
def test_whatever_is_deleted_and_restored(what: list[tuple[str, int, int]], dots: int, several: bool) -> None:
    """[VOTE-1] Whatever is deleted and restored between, no more dots are counted than somebody has."""
    core, notes = voting(dots=dots, several=several)
    for deed, item, count in what:
        try:
            if deed == "put":
                put(core, BOB, notes[item], count)
            else:
                core.ask(ANN, (DeleteItems if deed == "delete" else RestoreItems)(ids=(notes[item],)))
        except Refusal as refused:
            assert refused.code in ("no-dots-left", "unknown-item")
        assert spent(core, BOB) <= dots
        assert several or all(each.count <= 1 for each in core.all_of(Dots, own(BOB)))
    core.ask(ANN, RestoreItems(ids=tuple(notes)))
    assert sum(ballot.dots for ballot in result(core).ballots) <= dots
