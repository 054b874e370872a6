"""What an intent leads to: the one place where the rules live. Pure: the same view and intent, the same decision.

`decide` gives the changes that make the event, or raises Refusal with what was expected. Whether somebody may ask for
it now stands in `rights`; what comes of it in the modules named after what it is about.
"""

from collections.abc import Collection
from typing import Any

from msgspec import UNSET
from msgspec.structs import replace

from raakvlak.canvas import (
    decide_items,
    decide_links,
    decide_marks,
    decide_private,
    decide_reveal,
    decide_settings,
    decide_steps,
    decide_votes,
    decide_workshop,
)
from raakvlak.canvas.decide_links import linked_with
from raakvlak.canvas.decide_marks import can_be_given
from raakvlak.canvas.decide_settings import check_settings, well_named
from raakvlak.canvas.events import Change, Patch, Put, Remove, Spliced
from raakvlak.canvas.facilitation import Placement, Round, Score
from raakvlak.canvas.intents import Intent, MoveItems, Redo, Undo
from raakvlak.canvas.leading import CloseRound, EnterStep, LiftItems, Reveal
from raakvlak.canvas.records import ITEM_KINDS, Fields
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.rights import PRIVATE, check_right, current_step
from raakvlak.canvas.undo import take_back
from raakvlak.canvas.view import Actor, Decision, View, canvas_of, is_anonymous, is_private, item_of, role_of

SHOWING = (CloseRound, EnterStep, LiftItems, Reveal)
"""Intents that may show what was private: their decision is made from everybody's own streams as well."""
_SHOWN = (*ITEM_KINDS, Placement, Score, Round)
"""What such an intent puts into the shared stream if it shows anything."""
_DECIDERS: dict[type, Any] = {
    **decide_items.DECIDERS,
    **decide_links.DECIDERS,
    **decide_marks.DECIDERS,
    **decide_settings.DECIDERS,
    **decide_workshop.DECIDERS,
    **decide_steps.DECIDERS,
    **decide_private.DECIDERS,
    **decide_reveal.DECIDERS,
    **decide_votes.DECIDERS,
}


def decide(view: View, intent: Intent, actor: Actor) -> Decision:
    """What the intent leads to. Raises Refusal."""
    if view.kind == "own" and view.stream != f"person:{actor.person}":
        raise Refusal("not-allowed", "expected your own stream, but this is somebody else's")
    # As it is now, whatever it was when the connection was made: another worker may have changed it.
    role = role_of(view.shared, actor.person)
    if role is None:
        raise Refusal("not-allowed", "expected a person who is in this workshop")
    actor = replace(actor, role=role)
    view.how = check_right(str(intent.__struct_config__.tag), view.kind, role, view.shared)
    if isinstance(intent, Undo | Redo):
        backs, undone = take_back(view.state, actor.person, actor.role, isinstance(intent, Redo))
        changes = [change for each in backs if (change := _fitting(view, each, backs))]
        for change in changes:
            _check_undoing(view, change, actor)
        return Decision(tuple(_nameless(view, changes)), undone=undone)
    path = intent.path if isinstance(intent, MoveItems) else ()
    changes = _nameless(view, _drawn_in(view, _DECIDERS[type(intent)](view, intent, actor)))
    revealed = isinstance(intent, SHOWING) and any(
        isinstance(change, Put) and isinstance(change.record, _SHOWN) for change in changes
    )
    return Decision(tuple(changes), path, revealed=revealed, lifted=revealed and isinstance(intent, LiftItems))


def _drawn_in(view: View, changes: list[Change]) -> list[Change]:
    """With what is worked on in a private step, though it was made before, now being of that step.

    So what is added to in an anonymous step is anonymous; and what was made for no step is shown with this one.
    """
    step = current_step(view.shared)
    if view.kind != "own" or step is None or step.mode not in PRIVATE:
        return changes
    touched = dict.fromkeys(change.id for change in changes if isinstance(change, Patch | Spliced))
    items = (record for each in touched if isinstance(record := view.state.records.get(each), ITEM_KINDS))
    drawn = [
        item.id for item in items if item.step is None or (step.anonymous and not is_anonymous(view.shared, item.step))
    ]
    return [*changes, *(Patch(each, Fields(step=step.id)) for each in drawn)]


def _nameless(view: View, changes: list[Change]) -> list[Change]:
    """With all that hangs together by private connectors being anonymous if any of it is: they tell whose it is."""
    items = linked_with(view, changes) if view.kind == "own" else []
    into = next((item.step for item in items if is_anonymous(view.shared, item.step)), None)
    if into is None:
        return changes
    named = [item.id for item in items if not is_anonymous(view.shared, item.step)]
    return [*changes, *(Patch(each, Fields(step=into)) for each in named)]


def _fitting(view: View, change: Change, changes: Collection[Change]) -> Change | None:
    """What takes something back, as it may be now; None: it is to stay as it is."""
    if isinstance(change, Put) and isinstance(change.record, Score):
        gone = {each.id for each in changes if isinstance(each, Remove)}
        return change if can_be_given(view, change.record, gone) else None
    if isinstance(change, Patch) and change.set.settings is not UNSET:
        settings = well_named(view.shared.records, change.set.settings)
        kept = canvas_of(view, change.id).settings
        return Patch(change.id, Fields(settings=settings)) if settings != kept else None
    return change


def _check_undoing(view: View, change: Change, actor: Actor) -> None:
    """Raise Refusal for what the actor may not do now, be it to take back what they did before."""
    if view.kind == "own" and view.how == "back":
        item = item_of(view, change.id if isinstance(change, Patch | Spliced) else "")
        place = change.set.place if isinstance(change, Patch) else UNSET
        if place is not UNSET and not is_private(canvas_of(view, item.canvas), place):
            raise Refusal("not-now", "expected a place in a zone that is private: no private step is under way")
    settings = change.set.settings if isinstance(change, Patch) else UNSET
    if isinstance(change, Patch) and settings is not UNSET:
        check_settings(view, canvas_of(view, change.id), settings)
    for intent in _needed(view, change):
        check_right(intent, view.kind, actor.role, view.shared)


def _needed(view: View, change: Change) -> list[str]:
    """The intents that would make this change."""
    if isinstance(change, Spliced):
        return ["text.edit"]
    if not isinstance(change, Patch):
        given = change.record if isinstance(change, Put) else view.state.records.get(change.id)
        return ["score.group" if isinstance(given, Score) and given.group else "score.set"]
    fields = change.set
    needed = {
        "item.move": (fields.place, fields.z),
        "item.resize": (fields.width, fields.height),
        "item.lock": (fields.locked,),
        "canvas.set": (fields.settings,),
        "sticky.tone": (fields.tone,),
        "connector.set": (fields.start, fields.end, fields.strength),
    }
    found = [intent for intent, values in needed.items() if any(value is not UNSET for value in values)]
    if fields.deleted is not UNSET:
        found.append("item.restore" if fields.deleted is None else "item.delete")
    return found
