"""Decisions about votes with dots, and about decisions and actions that organisations consent to.

Dots lie in the voter's own stream until the round is closed, which is one event in the shared stream that counts them.
As a stream has one order, nobody can spend more than they have, by whatever tabs and workers.
"""

from collections import Counter
from typing import Any

from msgspec.structs import replace

from raakvlak.canvas.events import Change, Put
from raakvlak.canvas.facilitation import Agreement, Ballot, Consent, Dots, Round, dots_id
from raakvlak.canvas.layout import layout_of
from raakvlak.canvas.leading import (
    CastVote,
    CloseRound,
    DeleteAgreement,
    GiveConsent,
    OpenRound,
    SetAgreement,
)
from raakvlak.canvas.records import ITEM_KINDS, Canvas, Item, Organisation
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.view import Actor, View, canvas_of, check_new, person_of, role_of
from raakvlak.canvas.zones import zones_at

MAX_ROUNDS = 200
MAX_AGREEMENTS = 500
"""In one workshop, those taken away included."""


# --- dots -------------------------------------------------------------------------------------------------------------


def _open(view: View, intent: OpenRound, actor: Actor) -> list[Change]:
    check_new(view, intent.id, actor)
    canvas = canvas_of(view, intent.canvas)
    rounds = [record for record in view.shared.records.values() if isinstance(record, Round)]
    if any(each.ended is None for each in rounds):
        raise Refusal("exists", "expected no vote under way: close it first")
    if len(rounds) >= MAX_ROUNDS:
        raise Refusal("too-many", f"expected at most {MAX_ROUNDS} votes in a workshop")
    zones = [zone.id for zone in layout_of(canvas.template, canvas.settings).zones]
    if intent.zone is not None and intent.zone not in zones:
        raise Refusal("invalid", f"expected a zone of the canvas ({', '.join(zones)}), but got {intent.zone!r}")
    made = Round(
        id=intent.id,
        canvas=canvas.id,
        dots=intent.dots,
        opened=view.now,
        zone=intent.zone,
        only=intent.only,
        several=intent.several,
        anonymous=intent.anonymous,
    )
    return [Put(made)]


def _round(view: View, round_id: str) -> Round:
    found = view.shared.records.get(round_id)
    if not isinstance(found, Round):
        raise Refusal("unknown-round", f"expected a vote of this workshop, but there is no {round_id!r}")
    if found.ended is not None:
        raise Refusal("not-now", "expected a vote under way, but this one is closed")
    return found


def _cast(view: View, intent: CastVote, actor: Actor) -> list[Change]:
    voted = _round(view, intent.round)
    made = dots_id(voted.id, intent.item)
    changes: list[Change] = []
    if intent.dots > 0:
        item = alive(view.shared, intent.item)
        if item is None or item.canvas != voted.canvas:
            raise Refusal("unknown-item", f"expected an item of the vote's canvas, but there is no {intent.item!r}")
        _check_eligible(view, voted, item)
        others = [each for each in spent(view.state, voted.id) if each.item != intent.item]
        freed = [each for each in others if alive(view.shared, each.item) is None]
        most = 1 if not voted.several else voted.dots
        left = voted.dots - sum(each.count for each in others)
        if intent.dots > left and freed:
            # Dots on what was deleted are used again here, so that they are not there twice should it be restored.
            changes += [Put(replace(each, count=0)) for each in freed]
            left += sum(each.count for each in freed)
        if intent.dots > min(most, left):
            raise Refusal("no-dots-left", f"expected at most {min(most, left)} dots here, but got {intent.dots}")
    elif made not in view.state.records:
        return []
    return [*changes, Put(Dots(id=made, round=voted.id, item=intent.item, count=intent.dots))]


def _check_eligible(view: View, voted: Round, item: Item) -> None:
    kind = str(item.__struct_config__.tag)
    if voted.only is not None and kind != voted.only:
        raise Refusal("wrong-kind", f"expected an item of kind {voted.only}, but this is a {kind}")
    if voted.zone is None:
        return
    canvas = view.shared.records[voted.canvas]
    if isinstance(canvas, Canvas):
        zones = zones_at(layout_of(canvas.template, canvas.settings), item.place).zones
        if voted.zone not in zones:
            raise Refusal("not-now", f"expected an item in zone {voted.zone!r}: this vote is about those")


def alive(shared: StreamState, item_id: str) -> Item | None:
    """An item of the shared stream that is not deleted."""
    item = shared.records.get(item_id)
    return item if isinstance(item, ITEM_KINDS) and item.deleted is None else None


def spent(state: StreamState, round_id: str) -> list[Dots]:
    """The dots that somebody has put on items in a round, by their own stream; never more than they have."""
    records = state.records.values()
    return [each for each in records if isinstance(each, Dots) and each.round == round_id and each.count]


def _close(view: View, intent: CloseRound, actor: Actor) -> list[Change]:
    voted = _round(view, intent.id)
    ballots: Counter[tuple[str, str | None]] = Counter()
    voters = 0
    for person, state in view.private.items():
        if role_of(view.shared, person) is None:
            continue
        dots = [each for each in spent(state, voted.id) if alive(view.shared, each.item)]
        voters += bool(dots)
        for each in dots:
            ballots[each.item, None if voted.anonymous else person] += each.count
    ranked = sorted(ballots.items(), key=lambda ballot: (-ballot[1], ballot[0][0], ballot[0][1] or ""))
    counted = tuple(Ballot(item, dots, person) for (item, person), dots in ranked)
    return [Put(replace(voted, ended=view.now, ballots=counted, voters=voters))]


# --- decisions and actions --------------------------------------------------------------------------------------------


def _agreement(view: View, agreement_id: str) -> Agreement:
    found = view.state.records.get(agreement_id)
    if not isinstance(found, Agreement) or found.deleted is not None:
        raise Refusal("unknown-agreement", f"expected a decision or an action, but there is no {agreement_id!r}")
    return found


def _set(view: View, intent: SetAgreement, actor: Actor) -> list[Change]:
    if intent.organisation is not None and not isinstance(view.shared.records.get(intent.organisation), Organisation):
        raise Refusal("invalid", f"expected an organisation of this workshop, but got {intent.organisation!r}")
    if intent.person is not None:
        person_of(view, intent.person)
    if intent.id in view.state.records:
        before = _agreement(view, intent.id)
        _check_author(before, actor)
        same = before.text == intent.text and before.what == intent.what
        made = before if same else replace(before, text=intent.text, what=intent.what, at=view.now, consents=())
        return [Put(replace(made, organisation=intent.organisation, person=intent.person, due=intent.due))]
    check_new(view, intent.id, actor)
    if sum(isinstance(record, Agreement) for record in view.state.records.values()) >= MAX_AGREEMENTS:
        raise Refusal("too-many", f"expected at most {MAX_AGREEMENTS} decisions and actions in a workshop")
    made = Agreement(
        id=intent.id,
        what=intent.what,
        text=intent.text,
        author=actor.person,
        at=view.now,
        organisation=intent.organisation,
        person=intent.person,
        due=intent.due,
    )
    return [Put(made)]


def _check_author(agreement: Agreement, actor: Actor) -> None:
    if agreement.author != actor.person and actor.role != "facilitator":
        raise Refusal("not-allowed", "expected one of your own, or a facilitator", by=agreement.author)


def _delete(view: View, intent: DeleteAgreement, actor: Actor) -> list[Change]:
    agreement = _agreement(view, intent.id)
    _check_author(agreement, actor)
    return [Put(replace(agreement, deleted=actor.person))]


def _consent(view: View, intent: GiveConsent, actor: Actor) -> list[Change]:
    agreement = _agreement(view, intent.id)
    if not isinstance(view.shared.records.get(intent.organisation), Organisation):
        raise Refusal("invalid", f"expected an organisation of this workshop, but got {intent.organisation!r}")
    if actor.role != "facilitator" and person_of(view, actor.person).organisation != intent.organisation:
        raise Refusal("not-allowed", "expected your own organisation: everyone speaks for theirs")
    others = [each for each in agreement.consents if each.organisation != intent.organisation]
    said = Consent(intent.organisation, intent.how, actor.person, view.now)
    return [Put(replace(agreement, consents=(*others, said)))]


DECIDERS: dict[type, Any] = {
    OpenRound: _open,
    CloseRound: _close,
    CastVote: _cast,
    SetAgreement: _set,
    DeleteAgreement: _delete,
    GiveConsent: _consent,
}
