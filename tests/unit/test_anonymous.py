"""What was made in an anonymous step: shown at once, and without anything that tells who made it."""

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit.core import ANN, BOB, CAS, DAN, FAY, MIDDLE, SERVER, Core, own

from raakvlak.canvas.events import Event, Put, encode_event
from raakvlak.canvas.facilitation import Placement, Score
from raakvlak.canvas.intents import CreateItems, DeleteItems, MoveItems, ResizeItem, Undo
from raakvlak.canvas.leading import EnterStep, Move, RemovePerson, RemoveStep, Reveal, SetScore
from raakvlak.canvas.records import (
    ParticipantToken,
    PartnerToken,
    Sticky,
    draft_token_id,
    participant_token_id,
    partner_token_id,
)
from raakvlak.canvas.values import Place
from raakvlak.canvas.view import Actor, Decision

AUTHORS = (BOB, CAS, DAN)
ALL = Reveal(canvas="one", of="all")
SURE = Reveal(canvas="one", of="all", sure=True)


def nameless(authors: Sequence[Actor] = AUTHORS) -> Core:
    """A note by each of these in an anonymous step."""
    core = Core()
    core.enter("write", "nameless", anonymous=True)
    for number, actor in enumerate(authors):
        core.draft(actor, "1", f"gedachte {number}")
    return core


def puts_of(event: Event) -> list[str]:
    return [change.record.id for change in event.changes if isinstance(change, Put) and "." not in change.record.id]


def test_nothing_in_the_event_tells_who_made_it() -> None:
    """[ANON-1] No author, writer, name, organisation or former id stands in the event that shows what is anonymous."""
    core = nameless()
    core.type(BOB, "bob-1.1", "gedachte van een ander", own(BOB))
    event = core.show(ANN, ALL)
    stored = encode_event(event)
    assert b"gedachte van een ander" in stored
    for trace in (b"bob", b"cas", b"dan", b"org", b"oost", b"fay", b".1"):
        assert trace not in stored
    assert {(note.author, note.step, note.public) for note in core.all_of(Sticky)} == {(None, None, None)}
    assert (event.by, event.intent.writer, {core.now}) == ("ann", "ann-1", {event.at})


KINDS = ("note", "own", "partner", "top", "right")
deeds = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 5), st.integers(0, 3)), min_size=1, max_size=12)
WRITERS = (BOB, CAS, DAN, FAY)


def do(core: Core, kind: str, number: int, actor: Actor, step: str) -> None:
    """Make something privately: what it is depends on kind and number alone."""
    stream, place = own(actor), Place("figure", 0.4 + number / 50, 0.5)
    if kind == "note":
        note = core.draft(actor, f"n{core.stream(stream).position.seq}", f"gedachte {number}", "three", place)
        core.ask(actor, ResizeItem(id=note, width=140 + number, height=140, place=place), stream)
    elif kind == "own":
        token = draft_token_id(participant_token_id("three", actor.person), step)
        mine = ParticipantToken(id=token, canvas="three", place=place, author="x", person=actor.person)
        core.ask(actor, CreateItems(items=(mine,)), stream)
    elif kind == "partner":
        token = draft_token_id(partner_token_id("three", "oost"), step)
        theirs = PartnerToken(id=token, canvas="three", place=place, author="x", organisation="oost")
        core.ask(actor, CreateItems(items=(theirs,)), stream)
    else:
        core.ask(actor, SetScore(step=step, zone=kind, value=1 + number % 5), stream)


@given(deeds, st.permutations(WRITERS))
def test_whoever_made_it_the_event_is_the_same(what: list[tuple[str, int, int]], others: list[Actor]) -> None:
    """[ANON-2] The event, and all that follows from it, is the same byte for byte whoever made which of it."""
    ends: list[tuple[bytes, bytes, object]] = []
    for authors in (WRITERS, tuple(others)):
        core = Core()
        step = core.enter("score", "nameless", canvas="three", anonymous=True)
        for kind, number, author in what:
            do(core, kind, number, authors[author], step)
        event = core.ask(ANN, EnterStep(id=core.step("reveal", "reveal", canvas="three"), sure=True))
        assert event.revealed
        snapshot = msgspec.json.encode(list(core.stream().records.values()))
        ends.append((encode_event(event), snapshot, core.stream()))
    assert ends[0] == ends[1]


def test_the_order_is_that_of_ids_that_nobody_chose() -> None:
    """[ANON-3] What is shown stands in the order of its new ids, in the event and one over the other."""
    core = nameless()
    for number in range(4):
        core.draft(BOB, f"x{number}", "nog een gedachte")
    shown = puts_of(core.show(ANN, ALL))
    assert shown == sorted(shown)
    assert shown == [note.id for note in sorted(core.all_of(Sticky), key=lambda note: note.z)]
    assert len(shown) == 7


@pytest.mark.parametrize(
    ("intent", "actor", "code"),
    [
        (Reveal(canvas="one", of="person", id="bob"), ANN, "nothing-private"),
        (Reveal(canvas="one", of="organisation", id="org"), ANN, "nothing-private"),
        (Reveal(canvas="one", of="own"), BOB, "not-allowed"),
        (Reveal(canvas="one", of="own", ids=("bob-1.1",)), BOB, "not-allowed"),
        (Reveal(canvas="one", of="own", sure=True), BOB, "not-allowed"),
    ],
)
def test_it_is_only_shown_all_at_once(intent: Reveal, actor: Actor, code: str) -> None:
    """[ANON-4] What is anonymous is shown all at once and no other way, be it by its author or among what is named."""
    core = nameless()
    core.enter("discuss")
    # Of others it does not even tell that they have something: Fay has nothing.
    assert core.refused(ANN, Reveal(canvas="one", of="person", id="fay")) == "nothing-private"
    assert core.refused(actor, intent) == code
    core.enter("write")
    core.draft(BOB, "named", "van mij")
    core.draft(CAS, "named", "van mij ook")
    core.enter("discuss")
    if not intent.ids:
        core.show(actor, intent)
        assert all(note.author and note.text.startswith("van mij") for note in core.all_of(Sticky))
    core.show(ANN, ALL)
    assert sum(note.author is None for note in core.all_of(Sticky)) == 3


def test_with_few_authors_one_must_be_sure() -> None:
    """[ANON-5] With fewer than three authors of something anonymous a reveal is refused, unless who asks is sure."""
    core = nameless((BOB, CAS))
    core.draft(BOB, "2", "nog een")
    core.draft(DAN, "empty", "")
    core.ask(DAN, DeleteItems(ids=(core.draft(DAN, "gone", "weg"),)), own(DAN))
    reveal = core.step("reveal", "reveal")
    assert core.refused(ANN, ALL) == "few-authors"
    assert core.refused(ANN, EnterStep(id=reveal)) == "few-authors"
    core.show(ANN, EnterStep(id=reveal, sure=True))
    assert len(core.texts) == 3
    # Whoever comes after the others stands alone.
    core.ask(ANN, EnterStep(id="ann-1.nameless"))
    core.draft(DAN, "late", "te laat")
    assert core.refused(ANN, ALL) == "few-authors"


def test_authors_are_counted_for_each_step_and_canvas() -> None:
    """[ANON-5] Authors are counted for each anonymous step, on this canvas, without those who were removed."""
    core = nameless()
    core.draft(BOB, "2", "elders", "two")
    core.ask(ANN, RemovePerson(id="dan"))
    assert core.refused(ANN, ALL) == "few-authors"
    core = nameless()
    core.enter("write", "other", anonymous=True)
    core.draft(BOB, "3", "in de andere stap")
    assert core.refused(ANN, ALL) == "few-authors"
    core.show(ANN, SURE)
    assert len(core.texts) == 4
    assert core.refused(ANN, Reveal(canvas="two", of="all")) == "nothing-private"


def test_what_is_added_to_in_an_anonymous_step_is_anonymous() -> None:
    """[ANON-6] A draft that was begun in a named step and worked on in an anonymous one is shown without its author."""
    core = Core()
    named = core.enter("write", "named")
    for actor in AUTHORS:
        core.draft(actor, "1", "met naam")
    core.draft(BOB, "2", "met naam en zo gelaten")
    core.later(9_000)
    nameless_step = core.enter("write", "nameless", anonymous=True)
    core.type(BOB, "bob-1.1", "met naam en dan zonder", own(BOB))
    core.ask(CAS, MoveItems(moves=(Move("cas-1.1", Place("figure", 0.6, 0.5)),)), own(CAS))
    core.ask(DAN, ResizeItem(id="dan-1.1", width=200, height=200, place=MIDDLE), own(DAN))
    assert {core.item(f"{each.writer}.1", own(each)).step for each in AUTHORS} == {nameless_step}
    assert core.item("bob-1.2", own(BOB)).step == named
    core.show(ANN, ALL)
    assert {note.text: note.author for note in core.all_of(Sticky)} == {
        "met naam en dan zonder": None,
        "met naam": None,
        "met naam en zo gelaten": "bob",
    }


def test_it_stays_anonymous_by_undoing_and_in_later_steps() -> None:
    """[ANON-6] Nor does it get its author's name again by undoing, or by what is added in a named step."""
    core = Core()
    core.enter("write", "named")
    core.draft(BOB, "1", "met naam")
    core.later(9_000)
    core.enter("write", "nameless", anonymous=True)
    core.type(BOB, "bob-1.1", "met naam en dan zonder", own(BOB))
    core.later(9_000)
    core.enter("write", "later")
    core.type(BOB, "bob-1.1", "met naam en dan zonder en weer met", own(BOB))
    for _ in range(2):
        core.ask(BOB, Undo(), own(BOB))
    assert core.text("bob-1.1", own(BOB)) == "met naam"
    core.ask(ANN, RemoveStep(id="ann-1.nameless"))
    core.show(ANN, SURE)
    assert [note.author for note in core.all_of(Sticky)] == [None]


def test_a_step_that_is_not_known_may_be_anonymous() -> None:
    """[ANON-6] A draft of a step that this server does not know, or not yet, counts as anonymous."""
    core = Core()
    unknown = Sticky(
        id="bob-1.1", canvas="one", place=MIDDLE, author="bob", text="tekst", step="fay-1.s", public="shown"
    )
    core.happen(own(BOB), SERVER, Decision((Put(unknown),)))
    assert core.refused(BOB, Reveal(canvas="one", of="own")) == "not-allowed"
    assert core.refused(ANN, ALL) == "few-authors"
    core.show(ANN, SURE)
    assert core.the(Sticky, "shown").author is None


def test_its_author_has_no_other_right_over_it_than_anybody() -> None:
    """[ANON-7] Once it is shown its author may do with it what everyone may, and no more: a refusal tells nothing."""
    core = nameless()
    core.show(ANN, ALL)
    shown = {note.text: note.id for note in core.all_of(Sticky)}
    core.enter("discuss")
    theirs = shown["gedachte 0"]
    assert (
        core.refused(BOB, DeleteItems(ids=(theirs,))) == core.refused(CAS, DeleteItems(ids=(theirs,))) == "not-allowed"
    )
    core.type(CAS, theirs, "van ons allen")
    core.ask(FAY, DeleteItems(ids=(theirs,)))
    assert core.item(theirs).deleted == "fay"


def test_placements_and_scores_are_anonymous_as_well() -> None:
    """[ANON-8] Of an anonymous placing and scoring each place and number is shown, and nobody's own token moves."""
    core = Core()
    place = core.enter("place", "place", canvas="two", anonymous=True)
    for actor, u in ((BOB, 0.4), (CAS, 0.5), (DAN, 0.6)):
        token = draft_token_id(participant_token_id("two", actor.person), place)
        at = Place("figure", u, 0.5)
        item = ParticipantToken(id=token, canvas="two", place=at, author="x", person=actor.person)
        core.ask(actor, CreateItems(items=(item,)), own(actor))
    score = core.enter("score", "score", canvas="two", anonymous=True)
    for actor, value in ((BOB, 1), (CAS, 5), (DAN, 5)):
        core.ask(actor, SetScore(step=score, zone="top", value=value), own(actor))
    core.show(ANN, Reveal(canvas="two", of="all"))
    assert sorted(each.place.u for each in core.all_of(Placement)) == [0.4, 0.5, 0.6]
    assert sorted(each.value for each in core.all_of(Score)) == [1, 5, 5]
    assert {(each.author, each.organisation) for each in core.all_of(Placement)} == {(None, None)}
    assert {each.author for each in core.all_of(Score)} == {None}
    assert core.all_of(ParticipantToken) == []
