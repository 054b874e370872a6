"""Scores, smileys and ticks; tones; pairs of tokens."""

from unit.core import ANN, BOB, CAS, FAY, MIDDLE, own
from unit.marked import CANVAS, CLAIM, NO, YES, marked

from raakvlak.canvas.facilitation import Score
from raakvlak.canvas.intents import CreateItems, SetTone
from raakvlak.canvas.leading import Reveal, SetGroupScore, SetScore
from raakvlak.canvas.records import ParticipantToken, Sticky, participant_token_id


def test_in_the_open_and_privately() -> None:
    """[MARK-1] What is given in a private step is one's own until shown; in the open everyone sees it at once."""
    core = marked()
    core.ask(BOB, SetScore(canvas=CANVAS, zone="right", item=CLAIM, value=4))
    core.ask(BOB, SetScore(canvas=CANVAS, zone="right", item=CLAIM, value=5))
    assert [(score.author, score.value) for score in core.all_of(Score)] == [("bob", 5)]
    core.ask(BOB, SetScore(canvas=CANVAS, zone="right", item=CLAIM))
    assert core.all_of(Score) == []
    step = core.enter("score", canvas=CANVAS)
    assert core.refused(ANN, SetScore(canvas=CANVAS, zone="top", value=2)) == "not-now"
    core.ask(CAS, SetScore(step=step, zone="top", scale="smiley", value=3), own(CAS))
    assert core.all_of(Score) == []
    core.show(ANN, Reveal(canvas=CANVAS, of="all"))
    assert [(score.author, score.scale, score.value) for score in core.all_of(Score)] == [("cas", "smiley", 3)]


def test_what_can_be_given() -> None:
    """[MARK-2] Smileys and ticks are 1 to 3, where the template has them; a checkbox is ticked, a statement scored."""
    core = marked()
    for code, score in (
        ("invalid", SetScore(canvas=CANVAS, zone="top", scale="smiley", value=4)),
        ("wrong-kind", SetScore(canvas=CANVAS, zone="left", item=YES, value=2)),
        ("wrong-kind", SetScore(canvas=CANVAS, zone="right", item=CLAIM, scale="checkbox", value=2)),
        ("invalid", SetScore(canvas=CANVAS, zone="top", item=CLAIM, value=2)),
        ("invalid", SetScore(canvas=CANVAS, zone="top", aspect="more", value=2)),
        ("unknown-item", SetScore(canvas=CANVAS, zone="top", item="nothing", value=2)),
    ):
        assert core.refused(BOB, score) == code


def test_one_of_a_row_and_the_groups() -> None:
    """[MARK-3] Of the cards of a row a person ticks one; what the group holds facilitators note apart from that."""
    core = marked()
    for item in (YES, NO):
        core.ask(BOB, SetScore(canvas=CANVAS, zone="left", item=item, scale="checkbox", value=3))
    core.ask(ANN, SetGroupScore(canvas=CANVAS, zone="left", item=YES, value=3))
    assert {(score.item, score.group) for score in core.all_of(Score)} == {(NO, False), (YES, True)}
    assert core.refused(BOB, SetGroupScore(canvas=CANVAS, zone="left", item=NO, value=3)) == "not-allowed"
    core.ask(FAY, SetGroupScore(canvas=CANVAS, zone="left", item=NO, value=3))
    assert [score.item for score in core.all_of(Score) if score.group] == [NO]


def test_one_of_a_row_from_step_to_step() -> None:
    """[MARK-3] Also where the one was ticked freely, and the other in a step."""
    core = marked()
    core.ask(BOB, SetScore(canvas=CANVAS, zone="left", item=YES, scale="checkbox", value=3))
    core.enter("discuss", canvas=CANVAS)
    core.ask(BOB, SetScore(canvas=CANVAS, zone="left", item=NO, scale="checkbox", value=3))
    assert [score.item for score in core.all_of(Score)] == [NO]


def test_tones() -> None:
    """[MARK-4] A note is marked as one of the template's tones, or as none."""
    core = marked()
    note = core.note(BOB, "a", "a", canvas=CANVAS)
    core.ask(CAS, SetTone(id=note, tone="well"))
    assert core.the(Sticky, note).tone == "well"
    assert core.refused(CAS, SetTone(id=note, tone="loud")) == "invalid"


def test_pairs_of_tokens() -> None:
    """[MARK-5] Where the template names several tokens, everyone has one of each."""
    core = marked()
    for which in ("now", "wish"):
        token = participant_token_id(CANVAS, "bob", which)
        mine = ParticipantToken(id=token, canvas=CANVAS, place=MIDDLE, person="bob", which=which)
        core.ask(BOB, CreateItems(items=(mine,)))
    assert [token.which for token in core.all_of(ParticipantToken)] == ["now", "wish"]
    plain = ParticipantToken(id=participant_token_id(CANVAS, "bob"), canvas=CANVAS, place=MIDDLE, person="bob")
    assert core.refused(BOB, CreateItems(items=(plain,))) == "invalid"
