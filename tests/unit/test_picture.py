"""A canvas as an SVG by itself."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from raakvlak.canvas.facilitation import Score
from raakvlak.canvas.layout import layout_of
from raakvlak.canvas.records import (
    Canvas,
    Organisation,
    ParticipantToken,
    PartnerToken,
    Person,
    Record,
    Settings,
    Sticky,
)
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import Place
from raakvlak.derive.measuring_facts import facts_of
from raakvlak.derive.palette import COLOURS, HUES, MARKS, Theme
from raakvlak.derive.picture import picture
from raakvlak.derive.picture_charts import Charts
from raakvlak.derive.picture_marks import broken, initials

ROOT = Path(__file__).parents[2]
CLIENT = ROOT / "client" / "src"
TEMPLATES = {
    path.stem: msgspec.json.decode(path.read_bytes(), type=Template)
    for path in (ROOT / "canvases").glob("*.json")
    if path.stem in ("golden-triangle", "strategic-core", "trust-vigilance")
}
SVG = "{http://www.w3.org/2000/svg}"
EVIL = "<script>alert(1)</script>\"'&]]><image href=x onerror=y>\x00\x0b"
CANVAS = Canvas(id="three", template=TEMPLATES["golden-triangle"], order=0, settings=Settings())
MIDDLE = Place("figure", 0.5, 0.5)


def filled(text: str = "Hello", name: str = "Oost Gelre") -> list[Record]:
    note = Sticky(id="w.n", canvas="three", place=MIDDLE, author="bob", text=text)
    token = PartnerToken(id="three.partner.oost", canvas="three", place=MIDDLE, author="bob", organisation="oost")
    own = ParticipantToken(id="three.own.bob", canvas="three", place=MIDDLE, author="bob", person="bob")
    return [
        Organisation(id="oost", name=name, mark=3, order=0),
        Person(id="bob", name=name, role="participant", organisation="oost"),
        note,
        token,
        own,
    ]


def test_markup_in_texts_stays_text() -> None:
    """[PIC-1] Whatever a note or a name holds, no element and no attribute comes of it."""
    plain, evil = (ET.fromstring(picture(CANVAS, each, "light", "en")) for each in (filled(), filled(EVIL, EVIL)))
    assert {each.tag for each in plain.iter()} == {each.tag for each in evil.iter()}
    assert {key for each in plain.iter() for key in each.attrib} == {key for each in evil.iter() for key in each.attrib}
    note = next(each for each in evil.iter(f"{SVG}g") if each.get("data-item") == "w.n")
    assert "".join(note.itertext()).replace(" ", "").startswith("<script>alert(1)</script>\"'&]]><image")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_every_canvas_is_a_picture_by_itself(name: str, theme: Theme) -> None:
    """[PIC-2] It asks for nothing from elsewhere, and has every text that is printed."""
    canvas = Canvas(id="three", template=TEMPLATES[name], order=0)
    made = picture(canvas, filled(), theme, "nl")
    root = ET.fromstring(made)
    assert not re.search(r"href|url\(|<style|var\(", made)
    assert canvas.template.title.nl in " ".join(root.itertext()).replace("  ", " ")
    assert root.find(f"{SVG}rect").get("fill") == COLOURS[theme]["sheet"]  # type: ignore[union-attr]


def test_a_note_has_its_organisations_mark_and_colours() -> None:
    """[PIC-3]"""
    made = ET.fromstring(picture(CANVAS, filled(), "dark", "en"))
    note = next(each for each in made.iter(f"{SVG}g") if each.get("data-item") == "w.n")
    rect = next(note.iter(f"{SVG}rect"))
    assert (rect.get("fill"), rect.get("stroke")) == (HUES["dark"][3].note, HUES["dark"][3].edge)
    assert [each.get("d") for each in note.iter(f"{SVG}path")] == [MARKS[3]]


def test_a_note_without_an_author_has_nobodys_mark() -> None:
    """[PIC-3]"""
    note = Sticky(id="r1", canvas="three", place=MIDDLE, text="Secret")
    made = ET.fromstring(picture(CANVAS, [*filled()[:2], note], "light", "en"))
    drawn = next(each for each in made.iter(f"{SVG}g") if each.get("data-item") == "r1")
    assert not list(drawn.iter(f"{SVG}path"))
    assert "".join(drawn.itertext()) == "Secret"


class Drawn(NamedTuple):
    """A chart's shape."""

    kind: str
    zones: tuple[str, ...]
    x: float = 0
    y: float = 0
    width: float = 252
    height: float = 252
    aspect: str = ""


def charts(*scores: tuple[str | None, str, int]) -> Charts:
    """Of scores: by whom, for which zone, what."""
    found: list[Record] = [
        Score(id=f"s{number}", canvas="three", zone=zone, value=value, author=author)
        for number, (author, zone, value) in enumerate(scores)
    ]
    layout = layout_of(CANVAS.template, CANVAS.settings)
    records = {each.id: each for each in [*filled(), *found]}
    return Charts(layout, facts_of(records, CANVAS, layout), "light")


def test_a_scale_shows_the_mean() -> None:
    """[PIC-4] Of 2 and 5 in five circles of 50 px: 3.5, halfway between the third (at 125 px) and the fourth (175)."""
    made = list(charts(("bob", "centre", 2), (None, "centre", 5)).paint(Drawn("scale", ("centre",), width=250)))
    assert len(made) == 7, "a line, five circles, a mark"
    assert 'd="M150 ' in made[-1]


def test_a_radar_names_organisations_only_where_everybody_is_named() -> None:
    """[PIC-4] Of an axis up, one to the lower right and one to the lower left, 100 px long."""
    zones = ("a", "b", "c")
    named = [("bob", zone, 5) for zone in zones]
    drawn = list(charts(*named).paint(Drawn("radar", zones)))
    assert HUES["light"][3].mark in "".join(drawn)
    assert 'd="M126 26L212.6 176L39.4 176Z"' in drawn[-1]
    assert HUES["light"][3].mark not in "".join(charts(*named, (None, "a", 1)).paint(Drawn("radar", zones)))


def test_a_chart_of_nothing_is_empty() -> None:
    for kind in ("profile", "heat", "balance", "unheard-of"):
        assert not list(charts().paint(Drawn(kind, ("a", "b"))))


def test_the_palette_is_the_clients() -> None:
    """[PIC-5] Colours and marks are the same as in the client's files."""
    css = (CLIENT / "app" / "theme.css").read_text(encoding="utf-8")
    found = re.findall(r"--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", css)
    themes: tuple[Theme, ...] = ("light", "dark")
    for number, theme in enumerate(themes, 1):
        ours = dict(COLOURS[theme])
        for index, hue in enumerate(HUES[theme]):
            ours |= {f"org-{index}": hue.mark, f"org-{index}-note": hue.note, f"org-{index}-edge": hue.edge}
        assert ours == {each[0]: each[number] for each in found}
    marks = (CLIENT / "canvas" / "marks.ts").read_text(encoding="utf-8")
    assert all(f'"{mark}"' in marks for mark in MARKS)


def test_lines_and_letters() -> None:
    assert broken("a\n\nb", 19, 400, 100) == ["a", "", "b"]
    assert all(len(line) < 12 for line in broken("x" * 60, 19, 400, 100))
    assert [initials(each) for each in ("Oost Gelre", "Jan", "van der-Berg", "—")] == ["OG", "JA", "VB", "?"]
