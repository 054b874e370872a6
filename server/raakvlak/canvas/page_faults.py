"""What does not fit together in a page: names that are not there or are twice, what does not fit on the sheet."""

from collections.abc import Collection, Iterable, Iterator

from raakvlak.canvas.covering_faults import cell_faults, covering_faults
from raakvlak.canvas.fault import Fault, Path, fault, shown, twice, unknown
from raakvlak.canvas.figures import (
    MAX_ZONES,
    Box,
    Chart,
    Chevrons,
    Cycle,
    Field,
    Grid,
    ListName,
    Page,
    Part,
    Petals,
    Track,
)
from raakvlak.canvas.layout_parts import SHEET
from raakvlak.canvas.outline_faults import outline_faults
from raakvlak.canvas.template import Template
from raakvlak.canvas.words import Words

WIDEST_CENTRE = 3.0
"""Of petals: so many times the radius of the centre goes into the part's width and height at least."""

_AXIS, _LIST, _ZONE = Words("een as", "an axis"), Words("een lijst", "a list"), Words("een zone", "a zone")
_COLUMN, _ROW = Words("een kolom", "a column"), Words("een rij", "a row")


def page_faults(template: Template, page: Page) -> Iterator[Fault]:
    """The faults of a page's parts."""
    count = sum(_zones_at_most(template, part) for part in page.parts)
    if count > MAX_ZONES:
        yield fault(
            ("figure", "parts"),
            f"verwacht: hooguit {MAX_ZONES} zones met alle lijsten vol, maar het worden er {count}",
            f"expected at most {MAX_ZONES} zones with all lists full, but there would be {count}",
        )
        return
    for number, part in enumerate(page.parts):
        yield from _part(template, page, part, ("figure", "parts", number))
    fields = [
        (part.id, ("figure", "parts", number, "id"))
        for number, part in enumerate(page.parts)
        if isinstance(part, Field | Chevrons)
    ]
    yield from twice(Words("twee velden", "two fields"), fields)
    yield from covering_faults(template, page)
    yield from _frames(page, {SHEET, *(name for name, _ in fields)})
    yield from _unused_axes(template, page)
    yield from _scored(template, page)


def zones_of(page: Page) -> Iterator[tuple[str, Path]]:
    """The zones for which a page has a place, and where it says so."""
    for number, part in enumerate(page.parts):
        yield from _of_part(part, ("figure", "parts", number))


def _of_part(part: Part, at: Path) -> Iterator[tuple[str, Path]]:
    match part:
        case Box():
            yield part.zone, (*at, "zone")
        case Grid():
            yield from ((cell.zone, (*at, "cells", number, "zone")) for number, cell in enumerate(part.cells))
        case Field():
            yield from ((region.zone, (*at, "regions", number, "zone")) for number, region in enumerate(part.regions))
        case Cycle():
            yield from ((zone, (*at, "stations", number)) for number, zone in enumerate(part.stations))
            yield part.centre, (*at, "centre")
        case Chevrons():
            yield from ((zone, (*at, "zones", number)) for number, zone in enumerate(part.zones))
        case Petals():
            yield from ((getattr(part, name), (*at, name)) for name in ("petal", "overlap", "centre"))
        case _:
            pass


def _part(template: Template, page: Page, part: Part, path: Path) -> Iterator[Fault]:
    zones, axes = [zone.id for zone in template.zones], [axis.id for axis in template.axes]
    if isinstance(part, Grid):
        yield from _grid(template, part, path)
    if isinstance(part, Field):
        yield from outline_faults(part, page, path)
    if isinstance(part, Field | Chevrons):
        for name in ("x", "y"):
            axis = getattr(part, name, None)
            if axis is not None and axis not in axes:
                yield unknown((*path, name), _AXIS, axis, axes)
    if isinstance(part, Chevrons) and part.hinge is not None and part.hinge not in part.zones:
        yield unknown((*path, "hinge"), Words("een fase", "a phase"), part.hinge, part.zones)
    if isinstance(part, Cycle):
        yield from _cycle(part, path)
    if isinstance(part, Petals) and part.radius * WIDEST_CENTRE > min(part.at[2:]):
        most = min(part.at[2:]) / WIDEST_CENTRE
        yield fault(
            (*path, "radius"),
            f"verwacht: een straal van hooguit {most:.0f}, met ruimte voor de bladen, maar hier staat {part.radius:g}",
            f"expected a radius of at most {most:.0f}, so that petals have room, but got {part.radius:g}",
        )
    if isinstance(part, Chart):
        yield from _unknown_of(part.zones, (*path, "zones"), _ZONE, zones)
    lists = [each.id for each in template.lists]
    for name, where in _repeats(part):
        if name not in lists:
            yield unknown((*path, *where), _LIST, name, lists)
    x, y, width, height = part.at
    if x < 0 or y < 0 or x + width > page.width or y + height > page.height:
        sheet = f"{page.width:g} x {page.height:g}"
        yield fault(
            (*path, "at"),
            f"verwacht: een onderdeel binnen het vel ({sheet}), maar het loopt van ({x:g}, {y:g}) "
            f"tot ({x + width:g}, {y + height:g})",
            f"expected a part within the sheet ({sheet}), but it runs from ({x:g}, {y:g}) "
            f"to ({x + width:g}, {y + height:g})",
        )


def _cycle(part: Cycle, path: Path) -> Iterator[Fault]:
    width, height = part.station
    if width * 2 > part.at[2] or height * 2 > part.at[3]:
        room, got = f"{part.at[2]:g} x {part.at[3]:g}", f"{width:g} x {height:g}"
        yield fault(
            (*path, "station"),
            f'verwacht: stations van hooguit de helft van "at" ({room}), maar hier staat {got}',
            f'expected stations of at most half of "at" ({room}), but got {got}',
        )


def _unknown_of(names: Iterable[str], path: Path, what: Words, known: Collection[str]) -> Iterator[Fault]:
    yield from (unknown((*path, number), what, name, known) for number, name in enumerate(names) if name not in known)


def _repeats(part: Part) -> Iterator[tuple[ListName, Path]]:
    if isinstance(part, Petals):
        yield part.repeat, ("repeat",)
    if isinstance(part, Grid):
        for name, tracks in (("columns", part.columns), ("rows", part.rows)):
            for number, track in enumerate(tracks):
                if track.repeat is not None:
                    yield track.repeat, (name, number, "repeat")


# --- how many zones ---------------------------------------------------------------------------------------------------


def _zones_at_most(template: Template, part: Part) -> int:
    """With every list as long as it can be."""
    if isinstance(part, Petals):
        return _entries(template, part.repeat) + 2
    if not isinstance(part, Grid):
        return 0
    return sum(
        1 if cell.span else _lanes(template, part.columns, cell.columns) * _lanes(template, part.rows, cell.rows)
        for cell in part.cells
    )


def _lanes(template: Template, tracks: tuple[Track, ...], named: tuple[str, ...]) -> int:
    return sum(
        1 if track.repeat is None else _entries(template, track.repeat)
        for track in tracks
        if not named or track.id in named
    )


def _entries(template: Template, name: ListName) -> int:
    return next((each.most for each in template.lists if each.id == name), 1)


# --- a grid -----------------------------------------------------------------------------------------------------------


def _grid(template: Template, part: Grid, path: Path) -> Iterator[Fault]:
    columns, rows = [track.id for track in part.columns], [track.id for track in part.rows]
    found: list[Fault] = []
    for name, ids, what in (
        ("columns", columns, Words("twee kolommen", "two columns")),
        ("rows", rows, Words("twee rijen", "two rows")),
    ):
        found += twice(what, ((each, (*path, name, number, "id")) for number, each in enumerate(ids)))
    for number, cell in enumerate(part.cells):
        at = (*path, "cells", number)
        found += _unknown_of(cell.columns, (*at, "columns"), _COLUMN, columns)
        found += _unknown_of(cell.rows, (*at, "rows"), _ROW, rows)
        found += _inset(cell.inset, (*at, "inset"))
    found += _bands(part, path)
    zones = [cell.zone for cell in part.cells]
    if not found and len(set(zones)) == len(zones) and set(zones) <= {zone.id for zone in template.zones}:
        found += cell_faults(template, part, path)
    yield from found


def _inset(inset: tuple[float, float, float, float] | None, path: Path) -> Iterator[Fault]:
    if inset is not None and (inset[0] + inset[2] > 1 or inset[1] + inset[3] > 1 or not inset[2] or not inset[3]):
        yield fault(
            path,
            "verwacht: een deel van de cel (x + breedte en y + hoogte hooguit 1), maar dit loopt erbuiten of is leeg",
            "expected a part of the cell (x + width and y + height at most 1), but this runs out of it or is empty",
        )


def _bands(part: Grid, path: Path) -> Iterator[Fault]:
    """Labels of rows and columns need room to be printed."""
    for band, name, tracks, what in (
        ("heads", "columns", part.columns, Words("hoogte van de kop", "height of the heads")),
        ("names", "rows", part.rows, Words("breedte van de namen", "width of the names")),
    ):
        labelled = [number for number, track in enumerate(tracks) if track.label or track.hints]
        if labelled and not getattr(part, band):
            yield fault(
                (*path, name, labelled[0]),
                f'verwacht: "{band}" (de {what.nl}, px) bij dit raster, want zonder komt dit label er niet op',
                f'expected "{band}" (the {what.en}, px) on this grid, since without it this label is not printed',
            )


# --- names of frames, axes --------------------------------------------------------------------------------------------


def _frames(page: Page, taken: set[str]) -> Iterator[Fault]:
    """A zone with a frame of its own gives it its id, so that cannot be the sheet's or a field's."""
    for zone, path in zones_of(page):
        part = page.parts[int(path[2])]
        if zone in taken and not isinstance(part, Field | Chevrons):
            yield fault(
                path,
                f"verwacht: een eigen id, maar zo heet het vel of een veld al: {shown(zone)}",
                f"expected an id of its own, but the sheet or a field is called {shown(zone)} already",
            )


def _unused_axes(template: Template, page: Page) -> Iterator[Fault]:
    used = {getattr(part, name, None) for part in page.parts for name in ("x", "y")}
    for number, axis in enumerate(template.axes):
        if axis.id not in used:
            yield fault(
                ("axes", number, "id"),
                f'verwacht: een veld dat deze as als "x" of "y" noemt, maar {shown(axis.id)} komt er niet in voor',
                f'expected a field that names this axis as its "x" or "y", but none names {shown(axis.id)}',
            )


def _scored(template: Template, page: Page) -> Iterator[Fault]:
    """What is scored as a whole has its circles or faces at its foot, for which a field's outlines have no room."""
    numbers = {zone.id: number for number, zone in enumerate(template.zones)}
    with_cards = {card.zone for card in template.cards}
    for zone, path in zones_of(page):
        number = numbers.get(zone)
        if number is None or zone in with_cards or not isinstance(page.parts[int(path[2])], Field | Chevrons):
            continue
        for kind in ("score", "smiley"):
            if kind in template.zones[number].accepts:
                yield fault(
                    ("zones", number, "accepts"),
                    f'verwacht: een vak ("box") of een cel van een raster voor een zone met "{kind}", of kaarten erin',
                    f'expected a box or a cell of a grid for a zone with "{kind}", or cards in it',
                )
