"""Decisions about what people give to zones and cards: scores, smileys and ticks; and how a note is marked."""

from collections.abc import Collection
from typing import Any

from raakvlak.canvas.events import Change, Patch, Put, Remove
from raakvlak.canvas.facilitation import Score, open_score_id, score_id
from raakvlak.canvas.intents import SetTone
from raakvlak.canvas.layout import layout_of
from raakvlak.canvas.leading import SetGroupScore, SetScore
from raakvlak.canvas.records import Canvas, Card, Fields, Sticky
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.rights import current_step
from raakvlak.canvas.seeding import seeded_card
from raakvlak.canvas.view import Actor, View, canvas_of, changeable, check_current, step_of

FACES = 3
"""The highest smiley, and the highest tick."""


def _score(view: View, intent: SetScore, actor: Actor) -> list[Change]:
    if view.kind == "own":
        check_current(view, intent.step or "")
        step = step_of(view, intent.step or "")
        canvas = canvas_of(view, step.canvas or "")
        if intent.canvas not in (None, canvas.id):
            raise Refusal("invalid", f"expected the step's canvas ({canvas.id!r}), but got {intent.canvas!r}")
        made = score_id(step.id, canvas.id, *_thing(intent))
        return _given(view, canvas, made, intent, actor, step=step.id, public=_public(view, made))
    current = current_step(view.shared)
    canvas = canvas_of(view, intent.canvas or (current.canvas if current else None) or "")
    made = open_score_id(actor.person, canvas.id, *_thing(intent))
    return _given(view, canvas, made, intent, actor, step=current.id if current else None)


def _group_score(view: View, intent: SetGroupScore, actor: Actor) -> list[Change]:
    canvas = canvas_of(view, intent.canvas)
    made = open_score_id(None, canvas.id, *_thing(intent))
    return _given(view, canvas, made, intent, actor, group=True)


def _thing(intent: SetScore | SetGroupScore) -> tuple[str, Any, str | None, str]:
    return intent.zone, intent.scale, intent.item, intent.aspect


def _public(view: View, made: str) -> str:
    """The id that the score will have once it is shown: one that was given anew keeps it."""
    there = view.state.records.get(made)
    if isinstance(there, Score) and there.public is not None and there.public not in view.shared.records:
        return there.public
    return view.fresh()


def _given(
    view: View, canvas: Canvas, made: str, intent: SetScore | SetGroupScore, actor: Actor, **more: Any
) -> list[Change]:
    card = _check_thing(view, canvas, intent)
    if intent.value is None:
        return [Remove(made)] if made in view.state.records else []
    score = Score(
        id=made,
        canvas=canvas.id,
        zone=intent.zone,
        value=intent.value,
        scale=intent.scale,
        item=intent.item,
        aspect=intent.aspect,
        author=actor.person,
        **more,
    )
    return [*_unticked(view, canvas, card, score), Put(score)]


def _check_thing(view: View, canvas: Canvas, intent: SetScore | SetGroupScore | Score) -> Card | None:
    """The card that is scored, if it is one. Raises Refusal for what cannot be scored so."""
    if any(zone.private and zone.id == intent.zone.partition(".")[0] for zone in canvas.template.zones):
        raise Refusal(
            "private-zone", "expected a zone that everyone may look at: nothing that is given stays one's own"
        )
    if intent.scale != "score" and (intent.value or 0) > FACES:
        raise Refusal("invalid", f"expected 1 to {FACES} for a {intent.scale}, but got {intent.value}")
    aspects = _aspects(canvas)
    if intent.scale == "score" and aspects and intent.aspect not in aspects:
        raise Refusal("invalid", f"expected one of {', '.join(aspects)}, but got {intent.aspect!r}")
    if intent.aspect and intent.aspect not in aspects:
        raise Refusal("invalid", f"expected no aspect, but got {intent.aspect!r}")
    if intent.item is not None:
        return _check_card(view, canvas, intent, intent.item)
    zones = layout_of(canvas.template, canvas.settings).zones
    zone = next((each for each in zones if each.id == intent.zone), None)
    if zone is None:
        listed = ", ".join(each.id for each in zones)
        raise Refusal("invalid", f"expected a zone of the canvas ({listed}), but got {intent.zone!r}")
    if intent.scale != "score" and intent.scale not in zone.accepts:
        raise Refusal("wrong-kind", f"expected a zone for a {intent.scale}, but {zone.id!r} is none")
    return None


def _aspects(canvas: Canvas) -> tuple[str, ...]:
    """What each thing is scored for: the template's aspects, and the entries of a list, with those that fill it up."""
    scoring = canvas.template.scoring
    aspects = [aspect.id for aspect in scoring.aspects]
    for text in canvas.template.lists:
        if text.id == scoring.each:
            entries = canvas.settings.partners if text.id == "partners" else canvas.settings.issues
            aspects += [entry.id for entry in entries]
            aspects += [str(number) for number in range(len(entries) + 1, text.least + 1)]
    return tuple(dict.fromkeys(aspects))


def _check_card(view: View, canvas: Canvas, intent: SetScore | SetGroupScore | Score, item_id: str) -> Card:
    card = view.shared.records.get(item_id)
    if not isinstance(card, Card) or card.deleted is not None or card.canvas != canvas.id:
        raise Refusal("unknown-item", f"expected a card of the canvas, but there is no {item_id!r}")
    text = seeded_card(canvas.template, card.card)
    if text is None or text.zone != intent.zone:
        raise Refusal("invalid", f"expected the zone in which the card lay first, but got {intent.zone!r}")
    if (text.kind == "checkbox") != (intent.scale == "checkbox"):
        raise Refusal("wrong-kind", f"expected what a {text.kind} can be given, but got a {intent.scale}")
    return card


def can_be_given(view: View, score: Score, gone: Collection[str]) -> bool:
    """Whether this can be given again, when what has the ids in `gone` is taken back."""
    canvas = view.shared.records.get(score.canvas)
    if not isinstance(canvas, Canvas) or (score.public is not None and score.public in view.shared.records):
        return False
    try:
        card = _check_thing(view, canvas, score)
    except Refusal:
        return False
    return all(change.id in gone for change in _unticked(view, canvas, card, score))


def _unticked(view: View, canvas: Canvas, card: Card | None, score: Score) -> list[Remove]:
    """The ticks that go: of the cards of one row a person, or the group, ticks one."""
    text = seeded_card(canvas.template, card.card) if card else None
    if text is None or text.row is None or score.scale != "checkbox" or score.value != FACES:
        return []
    others = (
        record
        for record in view.state.records.values()
        if isinstance(record, Score)
        and record.id != score.id
        and (record.canvas, record.scale, record.value) == (score.canvas, "checkbox", FACES)
        and (record.group, record.aspect) == (score.group, score.aspect)
        # What was given apart in another step stays as it was; in the open the latest stands.
        and (view.kind == "shared" or record.step == score.step)
        and (score.group or record.author == score.author)
    )
    return [Remove(other.id) for other in others if _row_of(view, canvas, other) == text.row]


def _row_of(view: View, canvas: Canvas, score: Score) -> str | None:
    card = view.shared.records.get(score.item or "")
    text = seeded_card(canvas.template, card.card) if isinstance(card, Card) else None
    return text.row if text else None


def _tone(view: View, intent: SetTone, actor: Actor) -> list[Change]:
    item = changeable(view, intent.id, actor)
    if not isinstance(item, Sticky):
        raise Refusal("wrong-kind", "expected a sticky: nothing else is marked")
    check_tone(canvas_of(view, item.canvas), intent.tone)
    return [Patch(item.id, Fields(tone=intent.tone))]


def check_tone(canvas: Canvas, tone: str) -> None:
    """Raise Refusal unless the canvas's template has this tone, or it is none."""
    tones = [each.id for each in canvas.template.tones]
    if tone and tone not in tones:
        raise Refusal("invalid", f"expected one of {', '.join(tones) or 'no tones'}, but got {tone!r}")


DECIDERS: dict[type, Any] = {SetScore: _score, SetGroupScore: _group_score, SetTone: _tone}
