"""What the routes work with, and who a request may be."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import HTTPConnection

from raakvlak.access.key import Key
from raakvlak.access.pace import Pace
from raakvlak.access.passes import COOKIE, Pass, read_pass
from raakvlak.canvas.records import Person, Workshop
from raakvlak.canvas.template import Template
from raakvlak.config import Config
from raakvlak.live.room import Room
from raakvlak.live.rooms import Rooms
from raakvlak.log import Log
from raakvlak.web.answers import ProblemError


@dataclass(frozen=True, slots=True)
class Services:
    """One for the whole server."""

    config: Config
    log: Log
    rooms: Rooms
    templates: Mapping[str, Template]
    key: Key
    making: Pace
    checking: Pace
    joining: Pace


def services(request: HTTPConnection) -> Services:
    """The server's services."""
    found: Services = request.app.state.services
    return found


@dataclass(frozen=True, slots=True)
class Visit:
    """A request to one workshop."""

    workshop: str
    room: Room
    held: Pass | None
    """The browser's pass."""

    @property
    def record(self) -> Workshop:
        """The workshop's own record."""
        record = self.room.shared.records["workshop"]
        if not isinstance(record, Workshop):
            raise ProblemError(404, "unknown-workshop", "expected a workshop")
        return record

    @property
    def valid(self) -> bool:
        """Whether the pass came by a link that still opens the workshop."""
        return self.held is not None and self.held.valid(self.record)

    @property
    def persons(self) -> list[Person]:
        """The persons whom this browser owns here, be it that they still wait to be let in."""
        held = self.held.persons if self.held else ()
        records = (self.room.shared.records.get(person) for person in held)
        return [record for record in records if isinstance(record, Person) and not record.removed]

    @property
    def admitted(self) -> list[Person]:
        """Those of them who are in the workshop."""
        return [person for person in self.persons if not person.waiting]

    @property
    def facilitates(self) -> bool:
        """Whether this browser may do what only facilitators may."""
        by_pass = self.valid and self.held is not None and self.held.role == "facilitator"
        return by_pass or any(person.role == "facilitator" for person in self.admitted)

    @property
    def let_in(self) -> bool:
        """Whether this browser may see what is in the workshop, or could once it has entered."""
        return not self.record.waiting or bool(self.admitted) or self.facilitates

    def must_have_entered(self) -> None:
        """Raise ProblemError 401 unless a link let this browser in."""
        if not self.valid and not self.persons:
            raise ProblemError(401, "no-invite", "expected an invite: open the link that you were given once more")

    def must_be_let_in(self) -> None:
        """Raise ProblemError unless this browser may see what is in the workshop: 401 as above, 403 while it waits."""
        self.must_have_entered()
        if not self.let_in:
            raise ProblemError(403, "waiting", "expected somebody whom a facilitator has let in")


async def visit(request: HTTPConnection) -> Visit:
    """The visit that a request to /w/<id>/... is. Raises UnknownWorkshopError or LogError."""
    workshop = request.path_params["workshop"]
    room = await services(request).rooms.get(workshop)
    return Visit(workshop, room, read_pass(services(request).key, workshop, request.cookies.get(COOKIE)))
