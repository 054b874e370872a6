"""Blind placement: everyone places the same token privately, and scores zones; all of it is shown at once."""

from typing import Any

import pytest
from unit.core import ANN, BACK, BOB, CAS, DAN, MIDDLE, Core, own

from raakvlak.canvas.facilitation import Placement, Score, score_id
from raakvlak.canvas.intents import CreateItems, DeleteItems, LockItems, MoveItems, Undo
from raakvlak.canvas.leading import Move, Reveal, SetScore
from raakvlak.canvas.records import (
    Canvas,
    ParticipantToken,
    PartnerToken,
    draft_token_id,
    participant_token_id,
    partner_token_id,
)
from raakvlak.canvas.values import Place
from raakvlak.canvas.view import Actor, is_private

LEFT, RIGHT = Place("figure", 0.4, 0.4), Place("figure", 0.6, 0.5)
FIRST = Reveal(canvas="three", of="all")


def at(u: float, v: float = 0.5) -> Place:
    return Place("figure", u, v)


def put_own(core: Core, actor: Actor, place: Place, step: str | None = None) -> None:
    """Place one's own token, privately in a step."""
    token = participant_token_id("three", actor.person)
    token = draft_token_id(token, step) if step else token
    mine = ParticipantToken(id=token, canvas="three", place=place, author="x", person=actor.person)
    core.ask(actor, CreateItems(items=(mine,)), own(actor) if step else "shared")


def put_partner(core: Core, actor: Actor, place: Place, step: str | None = None, organisation: str = "oost") -> None:
    """Place a partner's token, privately in a step."""
    token = partner_token_id("three", organisation)
    token = draft_token_id(token, step) if step else token
    theirs = PartnerToken(id=token, canvas="three", place=place, author="x", organisation=organisation)
    core.ask(actor, CreateItems(items=(theirs,)), own(actor) if step else "shared")


def placing(name: str = "place", **plan: Any) -> tuple[Core, str]:
    core = Core()
    return core, core.enter("place", name, canvas="three", **plan)


def test_each_placement_is_shown_and_stays() -> None:
    """[PLACE-1] A reveal shows where each person had placed each token, and by whom; nobody moves that any more."""
    core, step = placing()
    put_own(core, BOB, LEFT, step)
    put_partner(core, BOB, LEFT, step)
    put_partner(core, DAN, RIGHT, step)
    core.show(ANN, FIRST)
    shown = {(each.author, each.organisation, each.place, each.step) for each in core.all_of(Placement)}
    assert shown == {("bob", None, LEFT, step), ("bob", "oost", LEFT, step), ("dan", "oost", RIGHT, step)}
    placement = core.all_of(Placement)[0].id
    for intent in (MoveItems(moves=(Move(placement, RIGHT),)), DeleteItems(ids=(placement,))):
        assert core.refused(ANN, intent) == "unknown-item"
    assert core.refused(ANN, Undo()) == "nothing-to-undo"


def test_ones_own_token_goes_where_one_placed_it() -> None:
    """[PLACE-2] A person's own token comes, or goes, to where they had placed it, also when it had been taken away."""
    core = Core()
    put_own(core, CAS, RIGHT)
    put_own(core, DAN, RIGHT)
    core.ask(DAN, DeleteItems(ids=(participant_token_id("three", "dan"),)))
    step = core.enter("place", canvas="three")
    for actor in (BOB, CAS, DAN):
        put_own(core, actor, LEFT, step)
    core.show(ANN, FIRST)
    tokens = core.all_of(ParticipantToken)
    assert [(token.person, token.author, token.place, token.deleted) for token in tokens] == [
        (name, name, LEFT, None) for name in ("cas", "dan", "bob")
    ]


def test_a_partners_token_begins_at_the_mean() -> None:
    """[PLACE-3] Where the group has no token of a partner yet, it begins at the mean, in the frame of most."""
    core, step = placing()
    for actor, place in ((ANN, at(0.4)), (BOB, at(0.5, 0.6)), (CAS, at(0.6, 0.7)), (DAN, Place("sheet", 0.01, 0.01))):
        put_partner(core, actor, place, step)
    core.show(ANN, FIRST)
    (token,) = core.all_of(PartnerToken)
    assert token.place == at(0.5, 0.6)
    assert token.id == partner_token_id("three", "oost")
    assert len(core.all_of(Placement)) == 4


def test_a_partners_token_that_is_there_stays() -> None:
    """[PLACE-3] Where the group has one it stays; one that was taken away comes back at the mean."""
    core = Core()
    put_partner(core, ANN, RIGHT)
    put_partner(core, ANN, RIGHT, organisation="org")
    core.ask(ANN, DeleteItems(ids=(partner_token_id("three", "org"),)))
    step = core.enter("place", canvas="three")
    for organisation in ("org", "oost"):
        put_partner(core, BOB, LEFT, step, organisation)
    core.show(ANN, FIRST)
    assert {token.organisation: (token.place, token.deleted) for token in core.all_of(PartnerToken)} == {
        "oost": (RIGHT, None),
        "org": (LEFT, None),
    }


def test_tokens_do_not_hide_each_other() -> None:
    """[PLACE-4] All that a reveal brings has a height of its own."""
    core, step = placing()
    for actor in (BOB, CAS, DAN):
        put_own(core, actor, LEFT, step)
        for organisation in ("org", "oost"):
            put_partner(core, actor, LEFT, step, organisation)
        core.draft(actor, "1", canvas="three", at=RIGHT)
    core.show(ANN, FIRST)
    heights = [record.z for record in core.stream().records.values() if hasattr(record, "z")]
    assert len(set(heights)) == len(heights) == 8


def test_what_is_locked_does_not_move_by_a_participants_reveal() -> None:
    """[PLACE-5] A token that a facilitator locked is not moved by what a participant shows, only by a facilitator."""
    core = Core()
    token = participant_token_id("three", "bob")
    for actor in (BOB, CAS):
        put_own(core, actor, RIGHT)
        core.ask(ANN, LockItems(ids=(participant_token_id("three", actor.person),), locked=True))
    step = core.enter("place", canvas="three")
    for actor in (BOB, CAS):
        put_own(core, actor, LEFT, step)
    core.enter("discuss")
    core.show(BOB, Reveal(canvas="three", of="own"))
    assert core.item(token).place == RIGHT
    core.show(ANN, FIRST)
    assert core.item(participant_token_id("three", "cas")).place == LEFT
    assert len(core.all_of(Placement)) == 2


def test_a_token_never_begins_in_a_private_zone() -> None:
    """[PLACE-6] Where the mean lies in a zone that is private for good, the token begins at the place nearest to it."""
    core, step = placing()
    for actor, place in ((BOB, at(0, 0)), (CAS, at(0.6, 0.8)), (DAN, at(0.2, 0.35)), (ANN, BACK)):
        put_partner(core, actor, place, step)
    assert is_private(core.the(Canvas, "three"), at(0.8 / 3, 1.15 / 3))
    core.show(ANN, FIRST)
    (token,) = core.all_of(PartnerToken)
    assert token.place == at(0.2, 0.35)
    assert BACK not in {each.place for each in core.all_of(Placement)}


def test_placing_again_in_another_step() -> None:
    """[PLACE-7] A second step shows its own placements beside those of the first; the group's token stays."""
    core, step = placing()
    put_partner(core, BOB, LEFT, step)
    core.show(ANN, FIRST)
    again = core.enter("place", canvas="three")
    put_partner(core, BOB, RIGHT, again)
    core.show(ANN, FIRST)
    assert {each.step: each.place for each in core.all_of(Placement)} == {step: LEFT, again: RIGHT}
    assert [token.place for token in core.all_of(PartnerToken)] == [LEFT]


def test_placing_again_after_it_was_shown() -> None:
    """[PLACE-7] So does going back to the first, be what was shown taken from its author's stream or not."""
    core, step = placing()
    put_own(core, BOB, LEFT, step)
    core.ask(ANN, FIRST)
    put_own(core, BOB, RIGHT, step)
    assert core.tidy() == 0
    core.show(ANN, FIRST)
    assert [each.place for each in core.all_of(Placement)] == [LEFT, RIGHT]
    assert core.the(ParticipantToken, participant_token_id("three", "bob")).place == RIGHT
    assert core.all_of(ParticipantToken, own(BOB)) == []


def test_scores_are_private_until_they_are_shown() -> None:
    """[PLACE-8] A score is one's own until shown; a later one replaces it, and none takes it back."""
    core = Core()
    step = core.enter("score", canvas="two")
    for value in (2, 4):
        core.ask(BOB, SetScore(step=step, zone="top", value=value), own(BOB))
    core.ask(CAS, SetScore(step=step, zone="top", value=5), own(CAS))
    for taken_back in (1, None, None):
        core.ask(DAN, SetScore(step=step, zone="left", value=taken_back), own(DAN))
    assert core.all_of(Score) == []
    core.show(ANN, Reveal(canvas="two", of="all"))
    shown = {(each.author, each.zone, each.value, each.step, each.public) for each in core.all_of(Score)}
    assert shown == {("bob", "top", 4, step, None), ("cas", "top", 5, step, None)}
    assert not any(core.all_of(Score, own(each)) for each in (BOB, CAS, DAN))


def test_a_score_has_one_id_to_be_shown_under() -> None:
    """[PLACE-8] The id under which it will be shown does not change with its value; once shown, the next is new."""
    core = Core()
    step = core.enter("score", canvas="two")
    mine = score_id(step, "two", "top")
    ids = []
    for value in (2, 4, 3):
        core.ask(BOB, SetScore(step=step, zone="top", value=value), own(BOB))
        ids.append(core.the(Score, mine, own(BOB)).public)
    assert len(set(ids)) == 1
    core.ask(ANN, Reveal(canvas="two", of="all"))
    core.ask(BOB, SetScore(step=step, zone="top", value=1), own(BOB))
    assert core.the(Score, mine, own(BOB)).public not in ids


@pytest.mark.parametrize(
    ("plan", "zone", "code"),
    [({"canvas": "two"}, "nowhere", "invalid"), ({"canvas": None}, "top", "unknown-canvas")],
    ids=["no zone", "no canvas"],
)
def test_a_score_is_for_a_zone_of_the_steps_canvas(plan: dict[str, Any], zone: str, code: str) -> None:
    """[PLACE-9] A score is for a zone of the canvas of the step under way, and for no other step."""
    core = Core()
    first = core.enter("score", canvas="two")
    step = core.enter("score", **plan)
    assert core.refused(BOB, SetScore(step=step, zone=zone, value=3), own(BOB)) == code
    assert core.refused(BOB, SetScore(step=first, zone="top", value=3), own(BOB)) == "not-now"
    assert core.refused(BOB, SetScore(step=first, zone="top", value=3)) == "not-now"


def test_a_place_outside_any_frame() -> None:
    """[PLACE-9] A token is placed in a frame of the canvas, for an organisation of the workshop."""
    core, step = placing()
    token = draft_token_id(partner_token_id("three", "nobody"), step)
    nobody = PartnerToken(id=token, canvas="three", place=MIDDLE, author="x", organisation="nobody")
    assert core.refused(BOB, CreateItems(items=(nobody,)), own(BOB)) == "invalid"
    token = draft_token_id(partner_token_id("three", "oost"), step)
    nowhere = PartnerToken(id=token, canvas="three", place=Place("strip", 0, 0), author="x", organisation="oost")
    assert core.refused(BOB, CreateItems(items=(nowhere,)), own(BOB)) == "invalid"
