"""What random people could ask for about cards, arrows, labels, marks and lists; and what all of it is made from."""

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeVar

from unit.core import BACK, MIDDLE, Core
from unit.marked import CANVAS, CLAIM, NO, POWER, TRUST, YES

from raakvlak.canvas.facilitation import Step
from raakvlak.canvas.intents import Intent, RenameOrganisation, SetCanvas, SetConnector, SetTone
from raakvlak.canvas.leading import SetGroupScore, SetScore
from raakvlak.canvas.records import (
    ITEM_KINDS,
    Card,
    Connector,
    Entry,
    Item,
    Settings,
    Sticky,
    TextLabel,
    draft_token_id,
)
from raakvlak.canvas.rights import current_step
from raakvlak.canvas.values import Place
from raakvlak.canvas.view import Actor

T = TypeVar("T")
PLACES = (MIDDLE, BACK, Place("figure", 0.6, 0.5), Place("figure", 0.12, 0.95), Place("sheet", 0.9, 0.1))
TEXTS = ("woord", "é😀", "", " ", "nog een woord")


class Turn(NamedTuple):
    """Whose turn it is, in which workshop and stream, with two numbers to choose by."""

    core: Core
    actor: Actor
    a: int
    b: int
    stream: str = "shared"

    def any_of(self, options: Sequence[T]) -> T:
        return options[self.a % len(options)]

    def other_of(self, options: Sequence[T]) -> T:
        return options[self.b % len(options)]

    def id_of(self, kind: Any, stream: str = "shared") -> str:
        """The id of a record of this kind, if there is one."""
        ids = [record.id for record in self.core.stream(stream).records.values() if isinstance(record, kind)]
        return ids[self.a % len(ids)] if ids else "nothing"

    @property
    def step(self) -> str:
        """The step under way, mostly."""
        step = current_step(self.core.stream())
        return step.id if step and self.b % 8 else self.id_of(Step)

    def new(self) -> str:
        return f"{self.actor.writer}.{'abcdefgh'[self.a % 8]}"


def thing(turn: Turn) -> Item:
    """A label, a card that is copied, or in a private step one that is placed apart."""
    place, step = turn.other_of(PLACES), current_step(turn.core.stream())
    made: dict[str, Any] = {"id": f"{turn.new()}-thing", "canvas": CANVAS, "place": place}
    if turn.a % 3 == 0:
        return TextLabel(**made, text=turn.other_of(TEXTS))
    if turn.a % 3 == 1 and step is not None and turn.stream != "shared":
        card = turn.other_of((POWER, TRUST))
        return Card(**{**made, "id": draft_token_id(card, step.id)}, card=card.rpartition(".")[2])
    return Card(**made, card=turn.other_of(("trust", "trust", "power", "yes")))


def _end(turn: Turn, number: int) -> str:
    """Mostly something that an arrow can lead to or from."""
    records = [*turn.core.stream(turn.stream).records.values(), *turn.core.stream().records.values()]
    items = [each for each in records if isinstance(each, ITEM_KINDS) and not isinstance(each, Connector)]
    there = [each for each in items if each.deleted is None and (each.canvas == CANVAS or number % 9 == 0)]
    found = there[number * 7 % len(there)] if there else None
    return "nothing" if found is None or number % 19 == 0 else found.public or found.id


def arrow(turn: Turn) -> Item:
    """From one thing to another."""
    start, end, text = _end(turn, turn.a), _end(turn, turn.b), turn.other_of(TEXTS)
    return Connector(id=f"{turn.new()}-arrow", canvas=CANVAS, place=MIDDLE, start=start, end=end, text=text)


def _given(turn: Turn) -> dict[str, Any]:
    """What could be given to something."""
    zone, scale, item = turn.any_of(
        (
            ("top", "score", None),
            ("left", "score", None),
            ("top", "smiley", None),
            ("left", "checkbox", YES),
            ("left", "checkbox", NO),
            ("left", "checkbox", YES),
            ("right", "score", CLAIM),
        )
    )
    value = (turn.b % 6 or None) if scale == "score" else turn.other_of((3, 3, 3, 1, 2, None))
    return {"zone": zone, "scale": scale, "item": item, "value": value}


def score(turn: Turn) -> Intent:
    step = turn.core.stream().records.get(turn.step)
    canvas = CANVAS if turn.stream == "shared" else None
    if turn.stream != "shared" and isinstance(step, Step) and step.canvas != CANVAS:
        return SetScore(step=turn.step, zone=turn.any_of(("top", "left")), value=turn.b % 6 or None)
    return SetScore(step=turn.step, canvas=canvas, **_given(turn))


def settings(turn: Turn) -> Intent:
    entries = (Entry("a", "A"), Entry("b", "B"), Entry("org-1", "Anders", "org"), Entry("1", "Een"))
    if turn.b % 3 == 0:
        return RenameOrganisation(id=turn.any_of(("org", "oost")), name=turn.any_of(("West", "Oost")))
    return SetCanvas(id=CANVAS, settings=Settings(partners=entries[turn.a % 3 : turn.a % 3 + turn.b % 4]))


def group_score(turn: Turn) -> Intent:
    """What the group holds."""
    return SetGroupScore(canvas=CANVAS, **_given(turn))


def connected(turn: Turn) -> Intent:
    """An arrow from now on between these."""
    arrow = turn.id_of(Connector, turn.stream)
    return SetConnector(id=arrow, start=_end(turn, turn.a), end=_end(turn, turn.b), strength=1 + turn.b % 3)


def toned(turn: Turn) -> Intent:
    """A note as it is marked from now on."""
    return SetTone(id=turn.id_of(Sticky, turn.stream), tone=turn.other_of(("well", "", "loud")))
