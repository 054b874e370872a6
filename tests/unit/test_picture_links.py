"""Arrows in pictures: where they begin and end, and what is not drawn."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import msgspec
from vectors.arrow_vectors import FILE, cases

from raakvlak.canvas.records import Canvas, Connector, Organisation, ParticipantToken, Person, Record, Sticky
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import Place
from raakvlak.derive.picture import picture
from raakvlak.derive.picture_links import Box, arrow_between, asides

SVG = "{http://www.w3.org/2000/svg}"
CANVASES = Path(__file__).parents[2] / "canvases"


def canvas(template: str, canvas_id: str = "c") -> Canvas:
    found = msgspec.json.decode((CANVASES / f"{template}.json").read_bytes(), type=Template)
    return Canvas(id=canvas_id, template=found, order=0)


def note(item_id: str, u: float, text: str = "", canvas_id: str = "c", deleted: str | None = None) -> Sticky:
    return Sticky(id=item_id, canvas=canvas_id, place=Place("sheet", u, 0.5), text=text, deleted=deleted)


def link(item_id: str, start: str, end: str, text: str = "") -> Connector:
    return Connector(id=item_id, canvas="c", place=Place("sheet", 0.5, 0.5), start=start, end=end, text=text)


def drawn(*records: Record, of: Canvas | None = None) -> ET.Element:
    there = of or canvas("network-map")
    return ET.fromstring(picture(there, [there, *records], "light", "en"))


def connectors(made: ET.Element) -> list[ET.Element]:
    return [each for each in made.iter(f"{SVG}g") if each.get("data-item") == "l"]


def test_both_languages_draw_alike() -> None:
    """The vectors are what is drawn now; the client's tests hold it to the same."""
    assert json.loads(FILE.read_text("utf-8")) == cases()


def test_an_arrow_ends_at_the_edges() -> None:
    """[PIC-6] It goes from edge to edge, whichever way."""
    start, end = Box(0, 0, 100, 60), Box(300, 0, 80, 80, round=True)
    there, back = arrow_between(start, end, 2.75), arrow_between(end, start, 2.75)
    assert there is not None and back is not None
    assert (there.tail, there.tip) == ((56, 0), (254, 0))
    assert (back.tail, back.tip) == (there.tip, there.tail)
    assert arrow_between(start, Box(20, 10, 100, 60), 2.75) is None


def test_there_and_back_lie_beside_each_other() -> None:
    """[PIC-6] Each goes to its own right; one alone goes straight."""
    lanes = asides([link("1", "a", "b"), link("2", "b", "a"), link("3", "a", "c")])
    assert lanes["1"] == lanes["2"] != 0
    assert lanes["3"] == 0


def test_an_arrow_has_its_words_above_all() -> None:
    """[PIC-6] What it says stands in its middle and is drawn last."""
    made = drawn(note("a", 0.2), note("b", 0.8), link("l", "a", "b", "delivers data"))
    assert len(connectors(made)) == 1
    assert "".join(list(made)[-1].itertext()) == "delivers data"


def test_an_arrow_is_not_drawn_while_an_end_is_deleted() -> None:
    """[LINK-2] It is unseen, in pictures too."""
    start, arrow = note("a", 0.2), link("l", "a", "b", "Words")
    alive, gone = (drawn(start, note("b", 0.8, deleted=by), arrow) for by in (None, "bob"))
    assert (len(connectors(alive)), len(connectors(gone))) == (1, 0)
    assert "Words" not in "".join(gone.itertext())


def test_an_arrow_to_another_canvas_names_what_lies_there() -> None:
    """[LINK-1]"""
    other = canvas("archetypal-problems", "d")
    made = drawn(other, note("a", 0.2), note("b", 0.8, "Little trust", "d"), link("l", "a", "b"))
    assert len(connectors(made)) == 1
    assert "Little trust" in "".join(made.itertext())


def test_tokens_of_one_person_are_joined() -> None:
    """[MARK-5] Now and desired of one person, on one field."""
    there = canvas("market-hierarchy-spectrum")
    people: tuple[Record, ...] = (
        Organisation(id="o", name="Oost", mark=1, order=0),
        *(Person(id=each, name=each, role="participant", organisation="o") for each in ("ann", "bob")),
    )

    def token(person: str, which: str, u: float) -> ParticipantToken:
        place = Place("sheet", u, 0.5)
        return ParticipantToken(id=f"c.own.{person}.{which}", canvas="c", place=place, person=person, which=which)

    tokens = token("ann", "now", 0.2), token("ann", "desired", 0.6), token("bob", "desired", 0.9)
    made = drawn(*people, *tokens, of=there)
    assert len([each for each in made.iter(f"{SVG}path") if each.get("stroke-dasharray") == "0.1 7"]) == 1
    names = ["".join(each.itertext()) for each in made.iter(f"{SVG}g") if each.get("data-item")]
    assert any("ann, Desired" in each for each in names)
    assert not any("ann, Now" in each for each in names)
