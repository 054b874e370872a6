"""Writes zones.json: where places lie on the canvases that come with Raakvlak, for both languages to be held to.

Run `python tests/vectors/zone_vectors.py` after a wanted change; tests/unit/test_zones.py checks that it is current.
"""

import json
import random
from pathlib import Path
from typing import Any

import msgspec

from raakvlak.canvas.figures import ListName
from raakvlak.canvas.layout import Layout, Weights, layout_of
from raakvlak.canvas.records import Entry, Settings
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import Place
from raakvlak.canvas.zones import place_at, zones_at
from raakvlak.canvases import templates

VECTORS = Path(__file__).parent / "zones.json"
SIZES = {"golden-triangle": (None, 0.2, 0.58, 0.9)}
PLACES = 200
POINTS = 40
MARKED = (0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0)
"""Shares at which borders and corners of figures lie."""


def full(template: Template) -> Settings:
    """Settings with as many entries in each list as the template allows."""
    most = {each.id: each.most for each in template.lists}

    def entries(name: ListName) -> tuple[Entry, ...]:
        return tuple(Entry(f"{name}-{number}", f"{name} {number}") for number in range(1, most.get(name, 0) + 1))

    return Settings(partners=entries("partners"), issues=entries("issues"))


def layouts() -> list[tuple[str, Settings, Layout]]:
    """Every canvas with some settings: sizes of a centre, and lists as they start and as long as they can be."""
    found = []
    for template in templates().values():
        settings = [Settings(size) for size in SIZES.get(template.id, (None,))]
        settings += [full(template)] if template.lists else []
        found += [(template.id, each, layout_of(template, each)) for each in settings]
    return found


def places(layout: Layout, dice: random.Random) -> list[Place]:
    """Places on borders and corners, then anywhere on and a little beside the sheet."""
    home = layout.home if layout.home in layout.scales else next(iter(layout.scales), layout.home)
    marked = [Place(home, u, v) for u in MARKED for v in MARKED]
    scale = layout.scales.get(home)
    if isinstance(scale, Weights):
        tips, sheet = scale.corners, layout.frames["sheet"]
        for (ax, ay), (bx, by) in zip(tips, (*tips[1:], tips[0]), strict=True):
            along = [(ax + share * (bx - ax), ay + share * (by - ay)) for share in MARKED]
            marked += [Place("sheet", x / sheet.width, y / sheet.height) for x, y in along]
    names = list(layout.frames)
    while len(marked) < PLACES:
        frame = dice.choice(names)
        marked.append(Place(frame, round(dice.uniform(-0.3, 1.3), 6), round(dice.uniform(-0.3, 1.3), 6)))
    return marked


def _rounded(coordinates: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 6) + 0.0 for name, value in coordinates.items()}


def vectors() -> dict[str, Any]:
    """For each layout: places with their zones and coordinates (six decimals), and points with their places."""
    canvases = []
    for number, (template, settings, layout) in enumerate(layouts()):
        dice = random.Random(number)
        at = [(place, zones_at(layout, place)) for place in places(layout, dice)]
        points = [
            (round(dice.uniform(-100, layout.width + 100), 2), round(dice.uniform(-100, layout.height + 100), 2))
            for _ in range(POINTS)
        ]
        canvases.append(
            {
                "template": template,
                "settings": settings,
                "layout": layout,
                "places": [
                    {"place": place, "zones": found.zones, "coordinates": _rounded(found.coordinates)}
                    for place, found in at
                ],
                "points": [{"x": x, "y": y, "place": place_at(layout, x, y)} for x, y in points],
            }
        )
    what = "where places lie, and the places of points; see server/raakvlak/canvas/zones.py"
    return {"what": what, "canvases": msgspec.to_builtins(canvases)}


def written() -> str:
    """The file's content."""
    text = json.dumps(vectors(), ensure_ascii=False, separators=(",", ":"))
    for start in ('{"template"', '{"place"', '{"x"', '"places"', '"points"'):
        text = text.replace(f",{start}", f",\n{start}")
    return text + "\n"


if __name__ == "__main__":
    VECTORS.write_text(written(), encoding="utf-8")
