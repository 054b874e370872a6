"""Boxes and grids: their zones, rows that repeat, and the cards in them."""

from typing import Any

import msgspec
import pytest

from raakvlak.canvas.faults import faults_of
from raakvlak.canvas.layout import Frame, Layout, layout_of
from raakvlak.canvas.records import Entry, Settings
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import Place
from raakvlak.canvas.zones import place_at, point_of, zones_at


def words(text: str) -> dict[str, str]:
    return {"nl": text, "en": text}


def made(*parts: dict[str, Any], zones: tuple[str, ...], **more: Any) -> Template:
    """A template whose page has these parts."""
    content = {
        "id": "own",
        "version": 1,
        "order": 1,
        "theme": "own",
        "title": words("Own"),
        "source": words("Own"),
        "prompt": words("What?"),
        "figure": {"type": "page", "width": 1000, "height": 800, "parts": list(parts)},
        "zones": [{"id": zone, "label": words(zone), "accepts": ["sticky"]} for zone in zones],
        "kinds": ["sticky"],
        **more,
    }
    return msgspec.convert(content, Template)


GRID = {
    "type": "grid",
    "at": [100, 200, 600, 400],
    "columns": [{"id": "brings"}, {"id": "takes"}],
    "rows": [{"id": "partners", "repeat": "partners"}],
    "cells": [{"zone": "brings", "columns": ["brings"]}, {"zone": "takes", "columns": ["takes"]}],
}
LISTS = [{"id": "partners", "label": words("Partner"), "least": 2}]
BOTH = ("brings", "takes")


def ids(layout: Layout) -> list[str]:
    return [zone.id for zone in layout.zones]


def test_a_row_for_each_entry_and_placeholders_up_to_the_least() -> None:
    template = made(GRID, zones=BOTH, lists=LISTS)
    one = Settings(partners=(Entry("org-1", "Delta"),))
    placeholders = [f"{zone}.partners.{number}" for zone in BOTH for number in (1, 2)]
    assert ids(layout_of(template, Settings())) == placeholders
    layout = layout_of(template, one)
    assert ids(layout)[:2] == ["brings.partners.org-1", "brings.partners.2"]
    assert [zone.of for zone in layout.zones] == ["brings", "brings", "takes", "takes"]
    assert (layout.zones[0].row, layout.zones[0].column) == ("partners.org-1", "brings")


def test_what_lies_in_a_cell_moves_along_when_a_row_is_added() -> None:
    template = made(GRID, zones=BOTH, lists=LISTS)
    entries = tuple(Entry(f"org-{number}", f"Partner {number}") for number in range(1, 5))
    before, after = (layout_of(template, Settings(partners=entries[:count])) for count in (2, 4))
    place = place_at(before, 600, 550)
    assert place == Place("takes.partners.org-2", 0.666667, 0.75)
    assert zones_at(before, place).zones == zones_at(after, place).zones == ("takes.partners.org-2",)


GROWING = {**GRID, "rows": [{"id": "partners", "repeat": "partners", "least": 150}], "heads": 40}
FOOT = {"type": "box", "at": [100, 650, 200, 100], "zone": "foot"}
BESIDE = {"type": "box", "at": [750, 240, 200, 360], "zone": "beside"}


@pytest.mark.parametrize(("count", "more"), [(2, 0), (3, 90), (5, 390)])
def test_a_sheet_grows_with_its_entries(count: int, more: float) -> None:
    """[LAY-18]"""
    template = made(GROWING, FOOT, BESIDE, zones=(*BOTH, "foot", "beside"), lists=LISTS)
    entries = tuple(Entry(f"org-{number}", f"Partner {number}") for number in range(count))
    layout = layout_of(template, Settings(partners=entries))
    assert (layout.width, layout.height) == (1000, 800 + more)
    assert layout.frames["foot"] == Frame(100, 650 + more, 200, 100)
    assert layout.frames["beside"] == Frame(750, 240, 200, 360 + more)
    rows = [layout.frames[zone.id] for zone in layout.zones if zone.of == "brings"]
    assert all(row.height >= 150 for row in rows)
    assert rows[-1].y + rows[-1].height == pytest.approx(600 + more)


def test_a_sheet_grows_to_the_side_as_well() -> None:
    """[LAY-18]"""
    cells = [{"zone": "brings"}]
    grid = {**GRID, "columns": [{"id": "p", "repeat": "partners", "least": 250}], "rows": [{"id": "r"}], "cells": cells}
    template = made(grid, BESIDE, zones=("brings", "beside"), lists=LISTS)
    layout = layout_of(template, Settings(partners=tuple(Entry(f"o{number}", "P") for number in range(4))))
    assert (layout.width, layout.height) == (1400, 800)
    assert layout.frames["beside"].x == 1150


def test_a_card_lies_in_its_row() -> None:
    """[LAY-20]"""
    grid = {
        **GRID,
        "columns": [{"id": "one"}, {"id": "two"}],
        "rows": [{"id": "head"}, {"id": "first"}, {"id": "second", "size": 2}],
        "cells": [{"zone": "brings", "columns": ["one"], "span": True}, {"zone": "takes", "columns": ["two"]}],
    }
    cards = [
        {"id": row, "zone": "brings", "kind": "checkbox", "row": row, "text": words("Some words")}
        for row in ("second", "first")
    ]
    layout = layout_of(made(grid, zones=BOTH, cards=cards), Settings())
    spots = {spot.card: point_of(layout, Place(spot.frame, spot.u, spot.v))[1] for spot in layout.cards}
    assert 300 < spots["first"] < 400 < spots["second"] < 600


def test_a_span_is_one_zone_and_a_single_crossing_has_the_zones_own_id() -> None:
    cells = [{"zone": "brings", "columns": ["brings"], "span": True}, {"zone": "takes", "columns": ["takes"]}]
    grid = {**GRID, "rows": [{"id": "one"}, {"id": "two", "size": 3}], "cells": cells}
    layout = layout_of(made(grid, zones=BOTH), Settings())
    assert ids(layout) == ["brings", "takes.one", "takes.two"]
    assert [layout.frames[zone].height for zone in ids(layout)] == [400, 100, 300]


def test_heads_names_and_gaps_take_their_room() -> None:
    layout = layout_of(made({**GRID, "heads": 50, "names": 80, "gap": 20}, zones=BOTH, lists=LISTS), Settings())
    frame = layout.frames["takes.partners.2"]
    assert (frame.x, frame.y, frame.width, frame.height) == (450, 435, 250, 165)


@pytest.mark.parametrize("kind", ["card", "checkbox", "statement"])
def test_cards_lie_in_their_zone_without_overlap(kind: str) -> None:
    box = {"type": "box", "at": [100, 200, 300, 500], "zone": "tray"}
    cards = [
        {"id": f"c{number}", "zone": "tray", "kind": kind, "text": words("Some words of a card")} for number in range(6)
    ]
    layout = layout_of(made(box, zones=("tray",), cards=cards), Settings())
    frame = layout.frames["tray"]
    boxes = [
        (spot.u * frame.width - spot.width / 2, spot.v * frame.height - spot.height / 2, spot.width, spot.height)
        for spot in layout.cards
    ]
    assert [spot.card for spot in layout.cards] == [f"c{number}" for number in range(6)]
    assert all(x >= 0 and y >= 0 and x + w <= frame.width and y + h <= frame.height for x, y, w, h in boxes)
    for number, (x, y, w, h) in enumerate(boxes):
        for to_x, to_y, its_w, its_h in boxes[:number]:
            assert x + 0.1 >= to_x + its_w or to_x + 0.1 >= x + w or y + 0.1 >= to_y + its_h or to_y + 0.1 >= y + h


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        ({**GRID, "cells": [{"zone": "brings", "columns": ["lost"]}, {"zone": "takes"}]}, '"lost"'),
        ({**GRID, "columns": [{"id": "brings"}, {"id": "brings"}]}, '"brings"'),
        ({**GRID, "cells": [{"zone": "brings", "columns": ["brings"]}, {"zone": "takes"}]}, "overlap"),
    ],
)
def test_a_grid_whose_tracks_do_not_fit_is_refused(part: dict[str, Any], fault: str) -> None:
    faults = faults_of(made(part, zones=BOTH, lists=LISTS))
    assert any(fault in each.said.en for each in faults), faults


def test_a_card_in_an_unknown_zone_is_refused() -> None:
    cards = [{"id": "c", "zone": "lost", "text": words("Card")}]
    assert any('"lost"' in each.said.en for each in faults_of(made(GRID, zones=BOTH, lists=LISTS, cards=cards)))


def test_a_list_that_the_template_does_not_have_is_refused() -> None:
    assert any('"partners"' in each.said.en for each in faults_of(made(GRID, zones=BOTH)))


def test_a_sound_page_has_no_faults() -> None:
    assert faults_of(made(GRID, zones=BOTH, lists=LISTS)) == []
