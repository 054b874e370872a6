"""A page: its parts laid out in order, what is later on top of what comes before it."""

from raakvlak.canvas.figures import Box, Chart, Chevrons, Cycle, Field, Grid, Page, Part, Petals
from raakvlak.canvas.layout_field import lay_chevrons, lay_cycle, lay_field, lay_petals
from raakvlak.canvas.layout_grid import lay_box, lay_grid
from raakvlak.canvas.layout_parts import SHEET, Coordinates, Frame, Laid, Layout, Zone
from raakvlak.canvas.records import Settings
from raakvlak.canvas.template import Template


def lay_page(template: Template, page: Page, settings: Settings) -> Layout:
    """The layout of a page; what lies in a zone without a frame of its own counts from the sheet."""
    frames: dict[str, Frame] = {}
    zones: list[Zone] = []
    scales: dict[str, Coordinates] = {}
    for part in page.parts:
        laid = _lay(template, part, settings)
        frames |= laid.frames
        zones += laid.zones
        scales |= laid.scales
    frames[SHEET] = Frame(0.0, 0.0, page.width, page.height)
    return Layout(page.width, page.height, frames, tuple(zones), scales, SHEET)


def _lay(template: Template, part: Part, settings: Settings) -> Laid:
    match part:
        case Box():
            return lay_box(template, part, settings)
        case Grid():
            return lay_grid(template, part, settings)
        case Field():
            return lay_field(template, part, settings)
        case Cycle():
            return lay_cycle(template, part, settings)
        case Chevrons():
            return lay_chevrons(template, part, settings)
        case Petals():
            return lay_petals(template, part, settings)
        case Chart():
            return Laid({}, (), {})
