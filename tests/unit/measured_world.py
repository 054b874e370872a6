"""A small workshop whose canvas is measured: two organisations, four cells, and a strip."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
from msgspec.structs import replace

from raakvlak.canvas.facilitation import Ballot, Round, Score
from raakvlak.canvas.figures import Quadrant
from raakvlak.canvas.kinds import ItemKind
from raakvlak.canvas.layout import layout_of
from raakvlak.canvas.measures import Measure
from raakvlak.canvas.records import (
    Canvas,
    Card,
    Connector,
    Organisation,
    Person,
    Record,
    Settings,
    Sticky,
)
from raakvlak.canvas.template import Axis, AxisEnd, Template, ZoneText
from raakvlak.canvas.values import Place
from raakvlak.canvas.words import Words
from raakvlak.canvas.zones import place_at, zones_at
from raakvlak.canvases import load_templates, templates_folder
from raakvlak.derive.measuring import measured
from raakvlak.derive.measuring_results import Result, Row

CLOSE = 1e-9
LABEL = Words("Maat", "Measure")
A, B, C, D = (
    Place("figure", 0.25, 0.25),
    Place("figure", 0.75, 0.25),
    Place("figure", 0.25, 0.75),
    Place("figure", 0.75, 0.75),
)
"""The middles of the four cells."""
CELL: tuple[ItemKind, ...] = ("sticky", "score", "smiley", "participant-token", "partner-token")


def words(text: str) -> Words:
    return Words(text, text)


def template(*found: Measure, **more: Any) -> Template:
    end = AxisEnd(words("end"))
    return Template(
        id="four",
        version=1,
        order=0,
        theme="overall",
        title=words("Four"),
        source=words("Us"),
        prompt=words("Which?"),
        figure=Quadrant("a", "b", "c", "d", "strip"),
        zones=(
            *(ZoneText(each, words(each), (), CELL) for each in ("a", "b", "c", "d")),
            ZoneText("strip", words("strip"), (), ("dot-vote",)),
        ),
        kinds=("sticky", "participant-token"),
        axes=(Axis("x", words("x"), end, end), Axis("y", words("y"), end, end)),
        measures=found,
        **more,
    )


PEOPLE = {"bob": "oost", "cas": "oost", "dan": "west", "ann": None}
"""By person: their organisation; Ann, who leads, has none."""


@cache
def _templates() -> dict[str, Template]:
    return load_templates(templates_folder())


class World:
    """A workshop with two organisations and one canvas."""

    def __init__(self, *found: Measure, **more: Any) -> None:
        self.canvas = Canvas(id="four", template=template(*found, **more), order=0)
        self.records: dict[str, Any] = {"four": self.canvas}
        self._made = 0
        self.add(
            Organisation(id="oost", name="Oost", mark=0, order=0), Organisation(id="west", name="West", mark=1, order=1)
        )
        for person, organisation in PEOPLE.items():
            role = "participant" if organisation else "facilitator"
            self.add(Person(id=person, name=person.title(), role=role, organisation=organisation))  # type: ignore[arg-type]

    @classmethod
    def on(cls, canvas: str, *kinds: type, **settings: Any) -> "World":
        """On a canvas of the workbook, with only its measures of these kinds."""
        world = cls()
        found = _templates()[canvas]
        own = tuple(each for each in found.measures if isinstance(each, kinds))
        made = Canvas(id="four", template=replace(found, measures=own), order=0, settings=Settings(**settings))
        world.canvas = world.records["four"] = made
        return world

    def at(self, zone: str) -> Place:
        """A place where this zone is the topmost."""
        layout = layout_of(self.canvas.template, self.canvas.settings)
        spots = ((x, y) for y in range(5, int(layout.height), 30) for x in range(5, int(layout.width), 30))
        places = (place_at(layout, x, y) for x, y in spots)
        return next(place for place in places if zones_at(layout, place).zones[:1] == (zone,))

    def dots(self, *ballots: Ballot) -> None:
        """A vote that is over."""
        self.add(Round(id=self.fresh(), canvas="four", dots=9, opened=1, ended=2, ballots=ballots))

    def arrow(self, start: str, end: str, author: str = "bob") -> None:
        self.add(Connector(id=self.fresh(), canvas="four", place=A, author=author, start=start, end=end))

    def add(self, *records: Any) -> None:
        self.records |= {record.id: record for record in records}

    def fresh(self) -> str:
        self._made += 1
        return f"r{self._made}"

    def note(self, author: str | None, place: Place, text: str = "", **more: Any) -> str:
        note = Sticky(id=self.fresh(), canvas="four", place=place, author=author, text=text, **more)
        self.add(note)
        return note.id

    def score(self, author: str | None, zone: str, value: int, step: str = "s1") -> None:
        self.add(Score(id=self.fresh(), canvas="four", zone=zone, value=value, step=step, author=author))

    def give(self, author: str | None, zone: str, value: int, **more: Any) -> None:
        self.add(Score(id=self.fresh(), canvas="four", zone=zone, value=value, author=author, **more))

    def card(self, card: str, place: Place) -> str:
        self.add(Card(id=self.fresh(), canvas="four", place=place, author="server", card=card))
        return f"r{self._made}"

    def results(self, **more: Any) -> tuple[Result, ...]:
        layout = layout_of(self.canvas.template, self.canvas.settings)
        records: Mapping[str, Record] = self.records
        return measured(records, self.canvas, layout, **more)

    def rows(self, **more: Any) -> dict[str, Row]:
        (result,) = self.results(**more)
        return {row.id: row for row in result.rows}


def numbers(*found: float | None) -> Any:
    return tuple(each if each is None else pytest.approx(each, abs=CLOSE) for each in found)
