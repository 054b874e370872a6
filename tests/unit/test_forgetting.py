"""What is taken out of a person's own stream once it was shown or deleted, and what stays."""

from msgspec.structs import replace
from unit.core import ANN, BOB, SERVER, Core

from raakvlak.canvas.events import Event, Put, Remove, encode_event, next_position
from raakvlak.canvas.facilitation import Score, score_id
from raakvlak.canvas.forgetting import thinned
from raakvlak.canvas.intents import CreateItems, DeleteItems, RestoreItems
from raakvlak.canvas.leading import Reveal, SetScore
from raakvlak.canvas.records import Sticky
from raakvlak.canvas.state import StreamState, apply
from raakvlak.canvas.view import Decision

OWN = "person:bob"
LATER = 10**12


def own(core: Core) -> list[Event]:
    return [event for stream, event in core.events if stream == OWN]


def folded(events: list[Event]) -> StreamState:
    state = StreamState()
    for event in events:
        apply(state, event, next_position(state.position, encode_event(event)))
    return state


def shown_and_kept() -> tuple[Core, str, str]:
    """One draft that was shown (and so removed), one that was not; their ids."""
    core = Core()
    shown = core.note(BOB, "shown", "getoond", stream=OWN)
    kept = core.note(BOB, "kept", "bewaard", stream=OWN)
    core.later(1_000)
    core.happen(OWN, SERVER, Decision((Remove(shown),)))
    return core, shown, kept


def test_what_was_shown_is_taken_out_and_the_rest_stays() -> None:
    """[PRIV-60] What was shown is taken out of its author's own stream; drafts, numbers and times stay as they were."""
    core, shown, kept = shown_and_kept()
    events = own(core)
    thin = thinned(events, LATER)
    assert thin is not None
    assert b"getoond" not in b"".join(map(encode_event, thin))
    assert shown.encode() not in b"".join(map(encode_event, thin))
    assert [(e.at, e.by, e.intent) for e in thin] == [(e.at, e.by, e.intent) for e in events]
    before, after = folded(events), folded(thin)
    assert after.records == before.records == {kept: after.records[kept]}
    assert after.writers == before.writers
    assert (after.items, after.top) == (before.items, 2)
    assert thinned(thin, LATER) is None


def test_nothing_is_forgotten_too_soon() -> None:
    """[PRIV-60] What was shown stays for a while, so that nothing goes that somebody may still want back."""
    core, *_ = shown_and_kept()
    removed_at = own(core)[-1].at
    assert thinned(own(core), removed_at) is None
    assert thinned(own(core), removed_at + 1) is not None


def test_what_was_deleted_goes_unless_it_was_put_back() -> None:
    """[PRIV-60] A draft that was deleted is forgotten as well, not one that was put back."""
    core = Core()
    gone = core.note(BOB, "gone", "weg", stream=OWN)
    back = core.note(BOB, "back", "terug", stream=OWN)
    core.ask(BOB, DeleteItems(ids=(gone, back)), OWN)
    core.ask(BOB, RestoreItems(ids=(back,)), OWN)
    thin = thinned(own(core), LATER)
    assert thin is not None
    assert list(folded(thin).records) == [back]


def test_what_was_made_again_under_the_same_id_stays() -> None:
    """[PRIV-60] What was removed and made anew, as a token or a score can be, is there; what it was before goes."""
    core, shown, _ = shown_and_kept()
    made = next(c.record for e in own(core) for c in e.changes if isinstance(c, Put) and c.record.id == shown)
    assert isinstance(made, Sticky)
    core.ask(BOB, CreateItems(items=(replace(made, text="opnieuw"),)), OWN)
    thin = thinned(own(core), LATER)
    assert thin is not None
    assert b"getoond" not in b"".join(map(encode_event, thin))
    assert folded(thin).records == core.stream(OWN).records
    assert core.text(shown, OWN) == "opnieuw"


def test_a_score_that_was_shown_and_given_anew_keeps_no_link_to_the_first() -> None:
    """[PRIV-60] Also where it was given anew before the first was taken away."""
    core = Core()
    step = core.enter("score", "score", canvas="two", anonymous=True)
    score = score_id(step, "two", "top")
    core.ask(BOB, SetScore(step=step, zone="top", value=2), OWN)
    first = core.the(Score, score, OWN).public
    core.ask(ANN, Reveal(canvas="two", of="all", sure=True))
    core.ask(BOB, SetScore(step=step, zone="top", value=5), OWN)
    assert core.tidy() == 0
    assert first in core.stream().records
    thin = thinned(own(core), LATER)
    assert thin is not None
    assert str(first).encode() not in b"".join(map(encode_event, thin))
    assert folded(thin).records == core.stream(OWN).records
