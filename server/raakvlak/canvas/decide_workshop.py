"""Decisions about the workshop itself: its canvases, organisations and links, and the people in it."""

from typing import Any, get_args

from msgspec.structs import replace

from raakvlak.canvas.agenda import MAX_STEPS, suggested_steps
from raakvlak.canvas.decide_items import MAX_STREAM_ITEMS
from raakvlak.canvas.events import Change, Patch, Put
from raakvlak.canvas.facilitation import Step
from raakvlak.canvas.intents import (
    AddCanvas,
    AddOrganisation,
    RenameOrganisation,
    RenameWorkshop,
    RenewInvite,
    RevokeInvite,
)
from raakvlak.canvas.leading import AdmitPeople, RemovePerson, SetPerson, SetWaiting
from raakvlak.canvas.records import Canvas, Fields, Generations, Organisation, Person, Workshop
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.seeding import first_settings, seeded_cards
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.values import Role
from raakvlak.canvas.view import Actor, View, check_new, person_of, role_of, workshop_of

MAX_CANVASES = 60
MAX_ORGANISATIONS = 40
MARKS = 8


def _add_canvas(view: View, intent: AddCanvas, actor: Actor) -> list[Change]:
    template = view.templates.get(intent.template)
    if template is None:
        raise Refusal("unknown-template", f"expected one of the templates, but there is no {intent.template!r}")
    canvases = [record for record in view.shared.records.values() if isinstance(record, Canvas)]
    if len(canvases) >= MAX_CANVASES:
        raise Refusal("too-many", f"expected at most {MAX_CANVASES} canvases in a workshop")
    check_new(view, intent.id, actor)
    order = max((canvas.order + 1 for canvas in canvases), default=0)
    organisations = [record for record in view.shared.records.values() if isinstance(record, Organisation)]
    settings = first_settings(template, organisations, workshop_of(view.shared).language)
    canvas = Canvas(id=intent.id, template=template, order=order, settings=settings)
    cards = seeded_cards(canvas)
    if view.state.items + len(cards) > MAX_STREAM_ITEMS:
        raise Refusal("too-many", f"expected at most {MAX_STREAM_ITEMS} items in a workshop, the cards included")
    known = [record.order for record in view.shared.records.values() if isinstance(record, Step)]
    steps = suggested_steps(canvas, max(known, default=-1) + 1) if len(known) < MAX_STEPS else ()
    return [Put(canvas), *map(Put, cards), *map(Put, steps)]


def _add_organisation(view: View, intent: AddOrganisation, actor: Actor) -> list[Change]:
    check_new(view, intent.id, actor)
    return [Put(new_organisation(view.shared, intent.id, intent.name))]


def new_organisation(shared: StreamState, organisation_id: str, name: str) -> Organisation:
    """An organisation with the next mark. Raises Refusal when there are too many."""
    others = [record for record in shared.records.values() if isinstance(record, Organisation)]
    if len(others) >= MAX_ORGANISATIONS:
        raise Refusal("too-many", f"expected at most {MAX_ORGANISATIONS} organisations in a workshop")
    return Organisation(id=organisation_id, name=name, mark=len(others) % MARKS, order=len(others))


def _rename_organisation(view: View, intent: RenameOrganisation, actor: Actor) -> list[Change]:
    if not isinstance(view.state.records.get(intent.id), Organisation):
        raise Refusal("unknown-item", f"expected an organisation of this workshop, but there is no {intent.id!r}")
    changes: list[Change] = [Patch(intent.id, Fields(name=intent.name))]
    for canvas in view.state.records.values():
        if isinstance(canvas, Canvas):
            partners = tuple(
                replace(each, name=intent.name) if each.organisation == intent.id else each
                for each in canvas.settings.partners
            )
            if partners != canvas.settings.partners:
                changes.append(Patch(canvas.id, Fields(settings=replace(canvas.settings, partners=partners))))
    return changes


def _rename_workshop(view: View, intent: RenameWorkshop, actor: Actor) -> list[Change]:
    return [Patch("workshop", Fields(title=intent.title))]


def _renew_invite(view: View, intent: RenewInvite, actor: Actor) -> list[Change]:
    workshop = workshop_of(view.shared)
    closed = tuple(role for role in workshop.closed if role != intent.role)
    return [Patch("workshop", Fields(generations=renewed(workshop, intent.role), closed=closed))]


def _revoke_invite(view: View, intent: RevokeInvite, actor: Actor) -> list[Change]:
    workshop = workshop_of(view.shared)
    closed = (*(role for role in workshop.closed if role != intent.role), intent.role)
    return [Patch("workshop", Fields(generations=renewed(workshop, intent.role), closed=closed))]


def renewed(workshop: Workshop, role: Role) -> Generations:
    """The generations of the links once that of this role is renewed."""
    return replace(workshop.generations, **{role: getattr(workshop.generations, role) + 1})


# --- people -----------------------------------------------------------------------------------------------------------


def _set_person(view: View, intent: SetPerson, actor: Actor) -> list[Change]:
    person = person_of(view, intent.id)
    if actor.role != "facilitator" and (
        intent.id != actor.person or intent.organisation is not None or intent.role is not None
    ):
        raise Refusal("not-allowed", "expected your own name: organisations and roles are for facilitators")
    fields: dict[str, Any] = {}
    if intent.name is not None:
        fields["name"] = intent.name
    if intent.organisation is not None:
        if not isinstance(view.shared.records.get(intent.organisation), Organisation):
            raise Refusal("invalid", f"expected an organisation of this workshop, but got {intent.organisation!r}")
        fields["organisation"] = intent.organisation
    if intent.role is not None:
        if intent.role != "facilitator":
            _check_another(view, person)
        fields["role"] = intent.role
        if person.role not in (intent.role, *person.was):
            fields["was"] = (*person.was, person.role)
    changes: list[Change] = [Patch(person.id, Fields(**fields))] if fields else []
    if person.role == "facilitator" and intent.role not in (None, "facilitator"):
        # Otherwise the link by which they came would make them one again, and the cookie it gave let them read on.
        changes.append(Patch("workshop", Fields(generations=renewed(workshop_of(view.shared), "facilitator"))))
    return changes


def _check_another(view: View, person: Person) -> None:
    """Raise Refusal if there would be no facilitator without this person."""
    others = (
        record
        for record in view.shared.records.values()
        if isinstance(record, Person) and record.id != person.id and role_of(view.shared, record.id) == "facilitator"
    )
    if role_of(view.shared, person.id) == "facilitator" and not any(others):
        raise Refusal("last-facilitator", "expected a second facilitator first: somebody has to lead")


def _admit(view: View, intent: AdmitPeople, actor: Actor) -> list[Change]:
    waiting = [person_of(view, each) for each in dict.fromkeys(intent.ids)]
    return [Patch(person.id, Fields(waiting=False)) for person in waiting if person.waiting]


def _remove_person(view: View, intent: RemovePerson, actor: Actor) -> list[Change]:
    person = person_of(view, intent.id)
    _check_another(view, person)
    # Whoever knows a link could come again by it under another name; facilitators know them all.
    known: set[Role] = {person.role, *person.was}
    if "facilitator" in known:
        known.update(get_args(Role))
    workshop = workshop_of(view.shared)
    for role in sorted(known):
        workshop = replace(workshop, generations=renewed(workshop, role))
    return [Patch(person.id, Fields(removed=True)), Patch("workshop", Fields(generations=workshop.generations))]


def _set_waiting(view: View, intent: SetWaiting, actor: Actor) -> list[Change]:
    changes: list[Change] = [Patch("workshop", Fields(waiting=intent.on))]
    if not intent.on:
        people = (record for record in view.shared.records.values() if isinstance(record, Person))
        changes += [Patch(each.id, Fields(waiting=False)) for each in people if each.waiting and not each.removed]
    return changes


DECIDERS: dict[type, Any] = {
    AddCanvas: _add_canvas,
    AddOrganisation: _add_organisation,
    RenameOrganisation: _rename_organisation,
    RenameWorkshop: _rename_workshop,
    RenewInvite: _renew_invite,
    RevokeInvite: _revoke_invite,
    SetPerson: _set_person,
    AdmitPeople: _admit,
    RemovePerson: _remove_person,
    SetWaiting: _set_waiting,
}
