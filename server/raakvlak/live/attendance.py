"""Who is connected to a workshop at this worker: members, those who wait to be let in, and each stream's audience."""

from collections.abc import Collection, Iterator

from raakvlak.canvas.records import Person
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.view import role_of
from raakvlak.config import Limits
from raakvlak.live.member import Goodbye, Member
from raakvlak.protocol import Close, Hello


class Attendance:
    """The connections of one workshop."""

    def __init__(self, limits: Limits) -> None:
        self.members: set[Member] = set()
        self.lobby: set[Member] = set()
        """Those who wait to be let in: they hear nothing and ask for nothing."""
        self._limits = limits
        self._audiences: dict[str, set[Member]] = {}

    def __iter__(self) -> Iterator[Member]:
        """All who are connected, as they are now: whoever goes meanwhile is still among them."""
        return iter([*self.members, *self.lobby])

    def __len__(self) -> int:
        return len(self.members) + len(self.lobby)

    def audience(self, stream: str) -> Collection[Member]:
        """Who hears of this stream."""
        return self._audiences.get(stream, ())

    def make_way(self, hello: Hello) -> None:
        """An older connection of the same page goes. Raises Goodbye where there are too many."""
        if hello.writer and hello.writer.partition("-")[0] != hello.person:
            raise Goodbye(Close.INVALID, f"expected a writer of {hello.person!r}, but got {hello.writer!r}")
        others = 0
        for member in self:
            if hello.writer and member.actor.writer == hello.writer:
                member.dismiss(Close.REPLACED, "the same page has a newer connection")
            elif member.actor.person == hello.person:
                others += 1
        if others >= self._limits.connections_per_person:
            raise Goodbye(Close.BUSY, f"expected at most {self._limits.connections_per_person} tabs of one person")
        if sum(not member.goodbye.done() for member in self) >= self._limits.connections:
            raise Goodbye(Close.BUSY, f"expected at most {self._limits.connections} connections to a workshop")

    def enter(self, member: Member) -> None:
        """From now on this member is in the audiences of their streams."""
        self.members.add(member)
        for stream in member.streams:
            self._audiences.setdefault(stream, set()).add(member)

    def wait(self, member: Member) -> None:
        """This member waits to be let in."""
        self.lobby.add(member)

    def leave(self, member: Member) -> bool:
        """The member goes; whether a page leaves with them that the others knew of."""
        self.lobby.discard(member)
        if member not in self.members:
            return False
        self.members.discard(member)
        for stream in member.streams:
            self._audiences[stream].discard(member)
        return all(each.actor.writer != member.actor.writer for each in self.members)

    def outdated(self, shared: StreamState) -> Iterator[tuple[Member, Goodbye]]:
        """Whoever was removed, let in, or given another role since they came: they cannot stay as they are."""
        for member in self:
            person = shared.records.get(member.actor.person)
            role = role_of(shared, member.actor.person)
            if isinstance(person, Person) and person.removed:
                yield member, Goodbye(Close.REMOVED, "a facilitator has sent you away from this workshop")
            elif role is not None if member in self.lobby else role != member.actor.role:
                yield member, Goodbye(Close.COME_BACK, "what you may do here has changed: come back at once")
