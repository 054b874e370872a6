"""Decisions about connectors: arrows from one item to another."""

from collections.abc import Iterable
from typing import Any

from msgspec import UNSET
from msgspec.structs import replace

from raakvlak.canvas.events import Change, Patch, Put
from raakvlak.canvas.intents import SetConnector
from raakvlak.canvas.records import (
    ITEM_KINDS,
    Card,
    Connector,
    Fields,
    Item,
    ParticipantToken,
    PartnerToken,
    participant_token_id,
    partner_token_id,
)
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.seeding import stands_for
from raakvlak.canvas.view import Actor, View, canvas_of, changeable, check_place


def connected(view: View, connector: Connector) -> Connector:
    """The connector with its place, and its ends by the ids under which everyone will know them. Raises Refusal."""
    start, end = _end(view, connector.start), _end(view, connector.end)
    if start.canvas != connector.canvas:
        raise Refusal("invalid", f"expected the canvas of its start ({start.canvas!r}), but got {connector.canvas!r}")
    ends = _known_as(view, start), _known_as(view, end)
    if ends[0] == ends[1]:
        raise Refusal("invalid", "expected two items, but both ends are one")
    return replace(connector, start=ends[0], end=ends[1], place=start.place)


def _end(view: View, item_id: str) -> Item:
    """An item that whoever may read this stream sees. Raises Refusal."""
    item = _found(view, item_id)
    if isinstance(item, Connector):
        raise Refusal("wrong-kind", "expected an item that is placed, but got a connector")
    if not isinstance(item, ITEM_KINDS) or item.deleted is not None:
        raise Refusal("unknown-item", f"expected an item that is seen here, but there is no {item_id!r}")
    return item


def _found(view: View, item_id: str) -> object:
    if view.kind != "own":
        return view.shared.records.get(item_id)
    mine = view.state.records.get(item_id)
    if mine is None and item_id not in view.shared.records:
        drafts = (record for record in view.state.records.values() if isinstance(record, ITEM_KINDS))
        mine = next((draft for draft in drafts if draft.public == item_id), None)
    return mine or view.shared.records.get(item_id)


def _known_as(view: View, item: Item) -> str:
    """The item's id once it is shown: a stand-in's is that of what it stands for."""
    if view.shared.records.get(item.id) is item:
        return item.id
    if isinstance(item, PartnerToken):
        return partner_token_id(item.canvas, item.organisation)
    if isinstance(item, ParticipantToken):
        return participant_token_id(item.canvas, item.person, item.which)
    original = stands_for(item, view.shared) if isinstance(item, Card) else None
    return original or item.public or item.id


def linked_with(view: View, changes: Iterable[Change]) -> list[Item]:
    """What the changes of somebody's own stream make or change, and all in it that hangs together with that.

    As it is after the changes; by connectors as they were before, too.
    """
    items = {record.id: record for record in view.state.records.values() if isinstance(record, ITEM_KINDS)}
    links = [(link.id, {link.start, link.end}) for link in items.values() if isinstance(link, Connector)]
    touched: dict[str, None] = {}
    for change in changes:
        if isinstance(change, Put) and isinstance(change.record, ITEM_KINDS):
            items[change.record.id] = change.record
        elif isinstance(change, Patch) and change.id in items:
            steps = {
                name: value for name in ("step", "start", "end") if (value := getattr(change.set, name)) is not UNSET
            }
            items[change.id] = replace(items[change.id], **steps)
        touched[change.record.id if isinstance(change, Put) else change.id] = None
    links += [(link.id, {link.start, link.end}) for link in items.values() if isinstance(link, Connector)]
    by_public = {item.public: item.id for item in items.values()}
    found: dict[str, Item] = {}
    todo = [each for each in touched if each in items]
    while todo:
        item = items[todo.pop()]
        found[item.id] = item
        beside = [by_public[end] for link, ends in links if link == item.id for end in ends if end in by_public]
        beside += [link for link, ends in links if item.public in ends]
        todo += [each for each in beside if each not in found]
    return list(found.values())


def _set(view: View, intent: SetConnector, actor: Actor) -> list[Change]:
    there = changeable(view, intent.id, actor)
    if not isinstance(there, Connector):
        raise Refusal("wrong-kind", f"expected a connector, but {intent.id!r} is none")
    wanted = (intent.start, intent.end)
    strong = Patch(there.id, Fields(strength=intent.strength))
    if wanted == (there.start, there.end):
        return [strong]
    made = connected(view, replace(there, start=intent.start, end=intent.end))
    check_place(view, canvas_of(view, made.canvas), made.place)
    return [Patch(there.id, Fields(start=made.start, end=made.end, strength=intent.strength, place=made.place))]


DECIDERS: dict[type, Any] = {SetConnector: _set}
