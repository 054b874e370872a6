"""Decisions about items: making, moving, deleting, locking, writing, grouping."""

from typing import Any

from msgspec.structs import replace

from raakvlak.canvas.carry import carry
from raakvlak.canvas.decide_links import connected
from raakvlak.canvas.decide_marks import check_tone
from raakvlak.canvas.events import Change, Patch, Put, Spliced
from raakvlak.canvas.facilitation import Group, Memo
from raakvlak.canvas.intents import (
    CreateItems,
    DeleteItems,
    EditText,
    GroupItems,
    LockItems,
    MoveItems,
    OrderItems,
    ResizeItem,
    RestoreItems,
)
from raakvlak.canvas.records import (
    BUILT_KINDS,
    ITEM_KINDS,
    TEXT_KINDS,
    Canvas,
    Card,
    Connector,
    Fields,
    Item,
    Organisation,
    ParticipantToken,
    PartnerToken,
    Record,
    Sticky,
    card_id,
    draft_token_id,
    participant_token_id,
    partner_token_id,
)
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.rights import current_step
from raakvlak.canvas.seeding import seeded_card
from raakvlak.canvas.text import fits, is_normal
from raakvlak.canvas.values import MAX_NEW_ID, MAX_TEXT
from raakvlak.canvas.view import (
    Actor,
    View,
    canvas_of,
    changeable,
    check_new,
    check_place,
    is_made_by,
    is_private,
    item_of,
)

MAX_STREAM_ITEMS = 5_000
"""Items in one stream, deleted ones included."""
MAX_DRAFTS = 500
"""Items in a person's own stream, deleted ones included: what one person keeps back must never keep others from showing
theirs."""
MAX_GROUPS = 500
"""Groups in one workshop, those without items included."""


def _create(view: View, intent: CreateItems, actor: Actor) -> list[Change]:
    changes: list[Change] = []
    made: set[str] = set()
    for number, asked in enumerate(intent.items, 1):
        canvas = canvas_of(view, asked.canvas)
        kind = asked.__struct_config__.tag
        if kind not in BUILT_KINDS or kind not in canvas.template.kinds:
            raise Refusal("wrong-kind", f"expected one of {', '.join(canvas.template.kinds)} here, but got {kind}")
        item = connected(view, asked) if isinstance(asked, Connector) else asked
        check_place(view, canvas, item.place)
        _check_id(view, canvas, item, actor)
        if item.id in made:
            raise Refusal("exists", f"expected each item once, but {item.id!r} comes twice")
        made.add(item.id)
        changes.append(_made(view, item, number, actor))
    most, where = (MAX_DRAFTS, "your own stream") if view.kind == "own" else (MAX_STREAM_ITEMS, "a workshop")
    if view.state.items + len(intent.items) > most:
        raise Refusal("too-many", f"expected at most {most} items in {where}")
    return changes


def _made(view: View, item: Item, number: int, actor: Actor) -> Change:
    there = view.state.records.get(item.id)
    if there is not None and is_made_by(item.id, actor):
        raise Refusal("exists", f"expected a new item, but {item.id!r} is there already")
    # A token that has been shown is only waiting to be cleared away: this is another one.
    if isinstance(there, ITEM_KINDS) and (there.public is None or there.public not in view.shared.records):
        changeable(view, item.id, actor)
        return Patch(item.id, Fields(place=item.place, deleted=None))
    z = view.state.top + number
    if isinstance(item, Card):
        item = replace(item, text=_worded(view, item))
    mine = replace(item, author=actor.person, z=z, locked=None, deleted=None, step=None, public=None)
    if view.kind == "own":
        mine = replace(mine, step=_step_of_draft(view, item), public=view.fresh())
    return Put(mine)


def _step_of_draft(view: View, item: Item) -> str | None:
    """The step that something new in one's own stream is for. Raises Refusal where it was made for one that is over.

    In the next step it might be shown otherwise: with its author's name.
    """
    step = current_step(view.shared)
    if view.how == "back":
        return None
    current = step.id if step else None
    if item.step not in (None, current):
        raise Refusal("not-now", "expected something made in the step that is under way, but that step is over")
    return current


def _worded(view: View, copy: Card) -> str:
    """As the card from the start is worded now, of which this is a copy."""
    original = view.shared.records.get(card_id(copy.canvas, copy.card))
    return original.text if isinstance(original, Card) else ""


def _check_id(view: View, canvas: Canvas, item: Item, actor: Actor) -> None:
    """Raise Refusal unless the item has an id, and is marked as something, that it can have and be."""
    if isinstance(item, PartnerToken | ParticipantToken):
        right = item.id == _token_id(view, canvas, item, actor)
    elif isinstance(item, Card):
        right = _is_card(view, canvas, item, actor)
    else:
        right = is_made_by(item.id, actor)
    if isinstance(item, Sticky):
        check_tone(canvas, item.tone)
    if not right:
        raise Refusal("invalid", f"expected an id made for this item, but got {item.id[:MAX_NEW_ID]!r}")


def _is_card(view: View, canvas: Canvas, item: Card, actor: Actor) -> bool:
    """Whether it can be: a copy, or in one's own stream what stands for a shared card. Raises Refusal."""
    text = seeded_card(canvas.template, item.card)
    if text is None or text.kind != "card":
        raise Refusal("invalid", f"expected a card of the template that can be moved, but got {item.card!r}")
    if is_made_by(item.id, actor):
        if not text.copies:
            raise Refusal("not-allowed", f"expected a card that can be copied, but {item.card!r} is there once")
        return True
    step = current_step(view.shared)
    if view.kind != "own" or view.how == "back" or step is None:
        return False
    original = view.shared.records.get(item.id.removesuffix(f".{step.id}"))
    return (
        isinstance(original, Card)
        and (original.canvas, original.card, original.deleted) == (canvas.id, item.card, None)
        and item.id == draft_token_id(original.id, step.id)
    )


def _token_id(view: View, canvas: Canvas, item: PartnerToken | ParticipantToken, actor: Actor) -> str:
    if isinstance(item, PartnerToken):
        if not isinstance(view.shared.records.get(item.organisation), Organisation):
            raise Refusal("invalid", f"expected an organisation of this workshop, but got {item.organisation!r}")
        token = partner_token_id(item.canvas, item.organisation)
    else:
        if item.person != actor.person:
            raise Refusal("not-allowed", "expected your own token: everyone places theirs", by=item.person)
        named = [token.id for token in canvas.template.tokens] or [""]
        if item.which not in named:
            raise Refusal("invalid", f"expected one of the tokens {', '.join(named)!r}, but got {item.which!r}")
        token = participant_token_id(item.canvas, item.person, item.which)
    if view.kind != "own":
        return token
    step = current_step(view.shared)
    if step is None or view.how == "back":
        raise Refusal("wrong-kind", "expected a sticky: tokens are private only while a private step is under way")
    return draft_token_id(token, step.id)


def _move(view: View, intent: MoveItems, actor: Actor) -> list[Change]:
    changes: list[Change] = []
    for move in intent.moves:
        item = changeable(view, move.id, actor)
        canvas = canvas_of(view, item.canvas)
        _check_movable(canvas, item)
        if view.kind == "shared" and is_private(canvas, item.place):
            raise Refusal("private-zone", "expected a copy of this card: the one in a private zone stays, for everyone")
        check_place(view, canvas, move.place)
        changes.append(Patch(move.id, Fields(place=move.place)))
    return changes


def _check_movable(canvas: Canvas, item: Item) -> None:
    if isinstance(item, Connector):
        raise Refusal("wrong-kind", "expected an item that is placed: a connector goes where its ends go")
    text = seeded_card(canvas.template, item.card) if isinstance(item, Card) else None
    if text is not None and text.kind != "card":
        raise Refusal("wrong-kind", f"expected something that can be moved, but a {text.kind} stays where it is")


def _resize(view: View, intent: ResizeItem, actor: Actor) -> list[Change]:
    item = changeable(view, intent.id, actor)
    if not isinstance(item, Sticky):
        raise Refusal("wrong-kind", "expected a sticky: all else has one size")
    check_place(view, canvas_of(view, item.canvas), intent.place)
    return [Patch(intent.id, Fields(width=intent.width, height=intent.height, place=intent.place))]


def _order(view: View, intent: OrderItems, actor: Actor) -> list[Change]:
    items = sorted((changeable(view, each, actor) for each in dict.fromkeys(intent.ids)), key=lambda item: item.z)
    first = view.state.top + 1 if intent.front else view.state.bottom - len(items)
    return [Patch(item.id, Fields(z=first + number)) for number, item in enumerate(items)]


def _delete(view: View, intent: DeleteItems, actor: Actor) -> list[Change]:
    changes: list[Change] = []
    for item_id in dict.fromkeys(intent.ids):
        item = changeable(view, item_id, actor)
        if item.author != actor.person and actor.role != "facilitator":
            raise Refusal("not-allowed", "expected an item of your own: others' items stay", by=item.author)
        if item.deleted is None:
            changes.append(Patch(item_id, Fields(deleted=actor.person)))
    return changes


def _restore(view: View, intent: RestoreItems, actor: Actor) -> list[Change]:
    changes: list[Change] = []
    for item_id in dict.fromkeys(intent.ids):
        item = changeable(view, item_id, actor)
        if actor.person not in (item.author, item.deleted) and actor.role != "facilitator":
            raise Refusal("not-allowed", "expected an item of your own", by=item.author)
        if item.deleted is not None:
            changes.append(Patch(item_id, Fields(deleted=None)))
    return changes


def _lock(view: View, intent: LockItems, actor: Actor) -> list[Change]:
    locked = actor.person if intent.locked else None
    return [Patch(item_of(view, each).id, Fields(locked=locked)) for each in dict.fromkeys(intent.ids)]


def _edit(view: View, intent: EditText, actor: Actor) -> list[Change]:
    item = _texted(view, intent.id, actor)
    if not isinstance(item, TEXT_KINDS):
        raise Refusal("wrong-kind", f"expected an item with a text, but {intent.id!r} has none")
    if isinstance(item, Card) and actor.role != "facilitator":
        raise Refusal("not-allowed", "expected a facilitator: others move cards and leave their words")
    if not is_normal(intent.edit):
        raise Refusal("wrong-text", "expected splices that ascend, neither overlap nor touch, and each do something")
    if intent.seen > view.state.position.seq:
        raise Refusal("invalid", f"expected a moment up to {view.state.position.seq}, but got {intent.seen}")
    key = (actor.writer, intent.id)
    recent = view.state.edits.get(intent.id, ())
    edit, bridge = carry(view.bridges.get(key), recent, actor.writer, intent.edit, intent.seen)
    if not fits(item.text, edit):
        raise Refusal("wrong-text", f"expected an edit within the text's {len(item.text)} code points")
    if len(item.text) + sum(len(each.insert) - each.remove for each in edit) > MAX_TEXT:
        raise Refusal("too-long", f"expected a text of at most {MAX_TEXT} code points")
    view.bridges[key] = bridge
    return [Spliced(intent.id, edit)] if edit else []


def _texted(view: View, record_id: str, actor: Actor) -> Record:
    memo = view.state.records.get(record_id)
    return memo if isinstance(memo, Memo) else changeable(view, record_id, actor)


def _group(view: View, intent: GroupItems, actor: Actor) -> list[Change]:
    there = view.state.records.get(intent.id)
    groups = [record for record in view.state.records.values() if isinstance(record, Group)]
    if not isinstance(there, Group):
        check_new(view, intent.id, actor)
        canvas_of(view, intent.canvas)
        if len(groups) >= MAX_GROUPS:
            raise Refusal("too-many", f"expected at most {MAX_GROUPS} groups in a workshop")
    elif there.canvas != intent.canvas:
        raise Refusal("invalid", f"expected the canvas of the group ({there.canvas!r}), but got {intent.canvas!r}")
    items = tuple(dict.fromkeys(intent.items))
    had = set(there.items) if isinstance(there, Group) else set()
    for item_id in items:
        if item_of(view, item_id).canvas != intent.canvas:
            raise Refusal("invalid", f"expected items of the group's canvas, but {item_id!r} is on another")
    for item_id in sorted(had.symmetric_difference(items)):
        locked = item_of(view, item_id).locked
        if locked and actor.role != "facilitator":
            raise Refusal("locked", f"expected a locked item to stay where it is, but {item_id!r} does not", by=locked)
    changes: list[Change] = [Put(Group(id=intent.id, canvas=intent.canvas, title=intent.title, items=items))]
    taken = set(items)
    for other in groups:
        left = tuple(each for each in other.items if each not in taken)
        if other.id != intent.id and left != other.items:
            changes.append(Put(replace(other, items=left)))
    return changes


DECIDERS: dict[type, Any] = {
    CreateItems: _create,
    MoveItems: _move,
    ResizeItem: _resize,
    OrderItems: _order,
    DeleteItems: _delete,
    RestoreItems: _restore,
    LockItems: _lock,
    EditText: _edit,
    GroupItems: _group,
}
