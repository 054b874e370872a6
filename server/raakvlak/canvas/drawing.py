"""The one drawing of a canvas: its layout and texts as shapes, for browsers and exports alike.

Reads like a printed page: ink lines, labels beside what they name, title and question at the head, whose content it
is at the foot. What is drawn for each figure stands in drawing_triangle, drawing_quadrant,
drawing_rings and drawing_page.
"""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from raakvlak.canvas.drawing_page import draw_page
from raakvlak.canvas.drawing_parts import (
    AFTER_NAME,
    BETWEEN,
    CATCHPHRASE,
    FOOT,
    HINT,
    PROMPT,
    SOURCE,
    TITLE,
    Printer,
    box_of,
)
from raakvlak.canvas.drawing_quadrant import draw_quadrant
from raakvlak.canvas.drawing_rings import draw_rings
from raakvlak.canvas.drawing_triangle import draw_triangle
from raakvlak.canvas.figures import Intro, Page, Quadrant, Rings, Triangle
from raakvlak.canvas.growing import fitted
from raakvlak.canvas.layout import MARGIN, RINGS_LEFT, TRIANGLE_WIDTH, Layout, layout_of
from raakvlak.canvas.records import Settings
from raakvlak.canvas.shapes import Shape
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import Language

HEAD = 60.0
"""Px from the sheet's top edge to the title."""


class Sheet(Struct, frozen=True):
    """A canvas ready to be shown in one language."""

    layout: Layout
    shapes: tuple[Shape, ...]


@lru_cache(maxsize=1_000)
def sheet_of(template: Template, settings: Settings, language: Language) -> Sheet:
    """The layout and the drawing."""
    layout = layout_of(template, settings)
    return Sheet(layout, draw(fitted(template, settings), layout, language, settings))


def draw(template: Template, layout: Layout, language: Language, settings: Settings) -> tuple[Shape, ...]:
    """The drawing of a template as these settings lay it out, in one language: from the bottom up."""
    printer = Printer(language)
    return (*_figure(template, layout, printer, settings), *_head(template, printer), *_foot(template, layout, printer))


def _figure(template: Template, layout: Layout, printer: Printer, settings: Settings) -> Iterator[Shape]:
    figure = template.figure
    if isinstance(figure, Triangle):
        return draw_triangle(template, figure, layout, printer)
    if isinstance(figure, Quadrant):
        return draw_quadrant(template, figure, layout, printer)
    if isinstance(figure, Rings):
        return draw_rings(template, figure, layout, printer)
    return draw_page(template, figure, layout, printer, settings)


def _head(template: Template, printer: Printer) -> Iterator[Shape]:
    """Title, question and a page's introduction, at the left; as wide as the figure leaves room."""
    width = _head_width(template)
    last = printer.text(MARGIN, HEAD, template.title, TITLE, width)
    yield last
    if _plain(printer.said(template.prompt)) != _plain(printer.said(template.title)):
        last = printer.text(MARGIN, box_of(last).low + AFTER_NAME, template.prompt, PROMPT, width)
        yield last
    if isinstance(template.figure, Page):
        under = (MARGIN, box_of(last).low + BETWEEN)
        yield from _intro(template, template.figure.intro or Intro(at=under, width=width), printer)


def _plain(said: str) -> str:
    """Without what ends a sentence: a question that only says the title again is not printed."""
    return said.rstrip(".?! ").lower()


def _intro(template: Template, intro: Intro, printer: Printer) -> Iterator[Shape]:
    x, y = intro.at
    letter = CATCHPHRASE if intro.letter == "quote" else HINT
    for words in template.intro:
        shape = printer.text(x, y, words, letter, intro.width, intro.anchor)
        yield shape
        y = box_of(shape).low + BETWEEN


def _head_width(template: Template) -> float:
    if isinstance(template.figure, Triangle):
        return TRIANGLE_WIDTH / 2 - 2 * MARGIN - 80
    if isinstance(template.figure, Rings):
        return RINGS_LEFT - 2 * MARGIN
    if isinstance(template.figure, Page):
        return template.figure.head or template.figure.width - 2 * MARGIN
    return 1_040.0


def _foot(template: Template, layout: Layout, printer: Printer) -> Iterator[Shape]:
    yield printer.text(MARGIN, layout.height - FOOT, template.source, SOURCE, layout.width - 2 * MARGIN, upward=True)
