"""When counts are told: to the moment, with a clock that the test sets."""

import msgspec

from raakvlak.canvas.facilitation import Ready, Said, Step, ready_id
from raakvlak.canvas.kinds import Mode
from raakvlak.canvas.records import Canvas, ParticipantToken, Person, Sticky, Workshop
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.values import Place
from raakvlak.canvases import templates
from raakvlak.live.tally import TallyBoard

PAUSE = 10.0
PEOPLE = ("ann", "bob")


class Counting:
    """A workshop in which two people write, and its board."""

    def __init__(self) -> None:
        self.shared = StreamState()
        self.private = {person: StreamState() for person in PEOPLE}
        for person in PEOPLE:
            self.shared.records[person] = Person(id=person, name=person, role="participant")
        self.shared.records["one"] = Canvas(id="one", template=templates()["trust-vigilance"], order=0)
        self.board = TallyBoard(self.private, PAUSE)

    def enter(self, step: str, *, mode: Mode = "write", anonymous: bool = True) -> None:
        """The step is under way."""
        made = Step(id=step, mode=mode, title=Said(), prompt=Said(), minutes=0, order=0, anonymous=anonymous)
        self.shared.records[step] = made
        self.shared.records["workshop"] = Workshop(id="workshop", title="Test", language="nl", step=step)
        self.shared.stage += 1

    def write(self, person: str, step: str, text: str = "x") -> None:
        """A draft in this step."""
        records = self.private[person].records
        item = f"{person}-1.{len(records)}"
        records[item] = Sticky(id=item, canvas="one", place=Place("figure", 0, 0), author=person, step=step, text=text)
        self.board.touch(person)

    def place(self, person: str, step: str, place: Place) -> None:
        """Their own token in this step."""
        token = ParticipantToken(id="token", canvas="one", place=place, author=person, person=person, step=step)
        self.private[person].records["token"] = token
        self.board.touch(person)

    def ready(self, person: str, step: str, is_ready: bool) -> None:
        """Ready, or not yet."""
        self.private[person].records[ready_id(step)] = Ready(id=ready_id(step), step=step, ready=is_ready)
        self.board.touch(person)

    def told(self, now: float) -> tuple[int, int] | None:
        """What is told now, written and ready; None for nothing. A moment for later is never one that has passed."""
        tally, later = self.board.news(self.shared, now)
        assert later is None or 0 < later <= PAUSE
        if tally is None:
            return None
        said = msgspec.json.decode(tally)
        return said["written"], said["ready"]

    def later(self, now: float) -> float | None:
        """When it will be told."""
        tally, later = self.board.news(self.shared, now)
        assert tally is None
        return None if later is None else now + later


def test_counts_are_told_at_once() -> None:
    """[STEP-41] Where a step is not anonymous each change of a count is told at once, and what is no change never."""
    counting = Counting()
    counting.enter("s", anonymous=False)
    assert counting.told(100.0) == (0, 0)
    counting.write("ann", "s")
    assert counting.told(100.1) == (1, 0)
    counting.write("ann", "s")
    assert counting.told(100.2) is None
    counting.ready("bob", "s", True)
    assert counting.told(100.3) == (1, 1)


def test_anonymous_counts_are_told_on_a_beat() -> None:
    """[STEP-42] In an anonymous step counts are told on a beat from its beginning, never when they change, however long
    nothing has changed before."""
    counting = Counting()
    counting.enter("s")
    assert counting.told(100.0) == (0, 0)
    counting.write("ann", "s")
    assert counting.told(157.0) is None
    assert counting.later(157.0) == 160.0
    counting.write("bob", "s")
    assert counting.later(159.9) == 160.0
    assert counting.told(160.0) == (2, 0)
    counting.ready("ann", "s", True)
    assert counting.later(160.0) == 170.0
    counting.ready("ann", "s", False)
    assert counting.later(165.0) is None
    counting.ready("ann", "s", True)
    assert counting.later(169.0) == 170.0
    counting.ready("ann", "s", False)
    assert counting.later(169.5) is None
    counting.ready("ann", "s", True)
    assert counting.later(183.0) == 190.0
    assert counting.told(190.01) == (2, 1)


def test_entering_again_tells_nothing_sooner() -> None:
    """[STEP-43] Nobody learns an anonymous step's counts sooner by entering it again."""
    counting = Counting()
    counting.enter("s")
    assert counting.told(100.0) == (0, 0)
    counting.write("ann", "s")
    assert counting.told(101.0) is None
    counting.enter("other", mode="discuss", anonymous=False)
    assert counting.told(102.0) == (0, 0)
    counting.enter("s")
    assert counting.board.told is None or b'"other"' in counting.board.told
    assert counting.told(103.0) is None
    assert counting.board.told is None
    assert counting.later(104.0) == 113.0
    assert counting.told(113.0) == (1, 0)


def test_what_says_nothing_yet_is_not_counted() -> None:
    """[STEP-45] An empty note, and a token that still lies beside all zones, count as nothing written or placed."""
    counting = Counting()
    counting.enter("s", mode="place", anonymous=False)
    assert counting.told(100.0) == (0, 0)
    counting.write("ann", "s", " ")
    counting.place("bob", "s", Place("sheet", 0.001, 0.001))
    assert counting.told(100.1) is None
    counting.place("bob", "s", Place("figure", 0.5, 0.6))
    assert counting.told(100.2) == (1, 0)
