"""Coming into a workshop: by a link, as a person."""

import secrets
import time

from starlette.requests import Request
from starlette.responses import Response

from raakvlak.access.invites import role_of_secret
from raakvlak.access.passes import COOKIE, LIFETIME, Pass, with_person, write_pass
from raakvlak.bodies import (
    Enter,
    Entrance,
    EntranceCanvas,
    EntranceOrganisation,
    EntrancePerson,
    Join,
    Joined,
)
from raakvlak.canvas.decide_workshop import new_organisation
from raakvlak.canvas.events import Change, Put
from raakvlak.canvas.records import Canvas, Organisation, Person
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.values import Role
from raakvlak.canvas.view import Decision, View, workshop_of
from raakvlak.live.admission import SHARED
from raakvlak.live.judge import Ruling
from raakvlak.web.answers import ProblemError, answer, body_of
from raakvlak.web.links import links_of
from raakvlak.web.services import Services, Visit, services, visit


async def enter(request: Request) -> Response:
    """POST /w/<id>/enter: a link's secret becomes a pass; without one, the pass that is held already counts."""
    given = services(request)
    wanted = await body_of(request, Enter, given.config.limits)
    here = await visit(request)
    if wanted.secret is None:
        here.must_have_entered()
        return answer(_entrance(here))
    role = role_of_secret(given.key, here.workshop, wanted.secret, here.record.generations)
    if role is None or role in here.record.closed:
        raise ProblemError(403, "wrong-invite", "expected a link that is valid now: ask the facilitator for a new one")
    persons = here.held.persons if here.held else ()
    held = Pass(role, getattr(here.record.generations, role), persons)
    here = Visit(here.workshop, here.room, held)
    return _with_pass(answer(_entrance(here)), given, here.workshop, held)


async def join(request: Request) -> Response:
    """POST /w/<id>/join: become a person of the workshop."""
    given = services(request)
    wanted = await body_of(request, Join, given.config.limits)
    here = await visit(request)
    here.must_have_entered()
    if not here.valid or here.held is None:
        raise ProblemError(403, "wrong-invite", "expected a link that is valid now: ask the facilitator for a new one")
    if not given.joining.allows(here.workshop, time.monotonic()):
        raise ProblemError(429, "slow-down", "expected fewer people to join within a minute: try again in one")
    person = secrets.token_hex(5)
    await here.room.change(SHARED, _joining(person, here.held.role, wanted, given.config.limits.people))
    held = with_person(here.held, person)
    return _with_pass(answer(Joined(person), 201), given, here.workshop, held)


def _joining(person: str, role: Role, wanted: Join, most: int) -> Ruling:
    def ruling(view: View) -> Decision:
        people = sum(isinstance(record, Person) for record in view.state.records.values())
        if people >= most:
            raise Refusal("too-many", f"expected at most {most} people in a workshop")
        puts: list[Change] = []
        organisation = wanted.organisation
        if wanted.new_organisation is not None:
            known = _named(view, wanted.new_organisation)
            organisation = known or f"org-{person}"
            if not known:
                puts.append(Put(new_organisation(view.state, organisation, wanted.new_organisation)))
        elif organisation is not None and not isinstance(view.state.records.get(organisation), Organisation):
            raise Refusal("invalid", f"expected an organisation of this workshop, but got {organisation!r}")
        waits = role != "facilitator" and workshop_of(view.state).waiting
        puts.append(Put(Person(id=person, name=wanted.name, role=role, organisation=organisation, waiting=waits)))
        return Decision(tuple(puts))

    return ruling


def _named(view: View, name: str) -> str | None:
    for record in view.state.records.values():
        if isinstance(record, Organisation) and record.name.casefold() == name.casefold():
            return record.id
    return None


async def links(request: Request) -> Response:
    """GET /w/<id>/links: for facilitators."""
    given = services(request)
    here = await visit(request)
    here.must_have_entered()
    if not here.facilitates:
        raise ProblemError(403, "not-allowed", "expected a facilitator: only they see the links")
    return answer(links_of(given.config, given.key, here.workshop, here.record))


def _entrance(here: Visit) -> Entrance:
    records = list(here.room.shared.records.values())
    organisations = sorted((r for r in records if isinstance(r, Organisation)), key=lambda record: record.order)
    canvases = sorted((r for r in records if isinstance(r, Canvas)), key=lambda record: record.order)
    if not here.let_in:
        canvases = []
    persons = here.persons
    role = here.held.role if here.valid and here.held else persons[0].role
    return Entrance(
        title=here.record.title,
        language=here.record.language,
        role=role,
        may_join=here.valid,
        waiting=here.record.waiting and role != "facilitator",
        organisations=tuple(EntranceOrganisation(each.id, each.name, each.mark) for each in organisations),
        people=tuple(
            EntrancePerson(each.id, each.name, each.role, each.organisation, each.waiting) for each in persons
        ),
        canvases=tuple(EntranceCanvas(each.id, each.template.title) for each in canvases),
    )


def _with_pass(response: Response, given: Services, workshop: str, held: Pass) -> Response:
    response.set_cookie(
        COOKIE,
        write_pass(given.key, workshop, held),
        max_age=LIFETIME,
        path=f"/w/{workshop}",
        secure=given.config.address.startswith("https:"),
        httponly=True,
        samesite="lax",
    )
    return response
