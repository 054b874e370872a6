"""A canvas as a picture: an SVG by itself, from the very shapes that the browser paints, with what lies on it."""

from base64 import b64encode
from collections.abc import Iterable
from typing import Any

from raakvlak.canvas.drawing import sheet_of
from raakvlak.canvas.figures import Figure, Page
from raakvlak.canvas.records import Canvas, Organisation, Person, Record
from raakvlak.canvas.shapes import PathShape, TextShape
from raakvlak.canvas.values import Language
from raakvlak.derive.measuring_facts import facts_of
from raakvlak.derive.palette import COLOURS, FACE, Theme
from raakvlak.derive.picture_charts import Charts, rows_in
from raakvlak.derive.picture_given import given_of
from raakvlak.derive.picture_items import Painter
from raakvlak.derive.picture_marks import element, line_of, number, texts

ABOVE = 28.0
"""Px of the sheet above the parts of a page, where its title is left out."""


def picture(
    canvas: Canvas,
    records: Iterable[Record],
    theme: Theme,
    language: Language,
    face: bytes | None = None,
    *,
    headed: bool = True,
) -> str:
    """The canvas and those of these records that lie on it; organisations and people say in whose colours.

    `face` is our typeface (WOFF2), to go into the picture; without it the reader's own letters are used where it has
    no such face. All that people wrote is text in it, never markup. Not `headed`: without title and question, for where
    these stand above the picture.
    """
    known = {record.id: record for record in records}
    sheet = sheet_of(canvas.template, canvas.settings, language)
    width, height = sheet.layout.width, sheet.layout.height
    colours = COLOURS[theme]
    facts = facts_of(known, canvas, sheet.layout)
    painter = Painter(
        canvas,
        sheet.layout,
        {key: record for key, record in known.items() if isinstance(record, Organisation)},
        {key: record for key, record in known.items() if isinstance(record, Person)},
        known,
        theme,
        language,
        given_of(canvas.id, facts, theme),
    )
    parts = [
        *_style(face),
        element("rect", width=width, height=height, fill=colours["sheet"]),
        *_printed(
            sheet.shapes,
            colours,
            Charts(sheet.layout, facts, theme, rows_in(sheet.shapes)),
        ),
        *painter.paint(),
    ]
    top = 0.0 if headed else _top(canvas.template.figure, painter)
    return element(
        "svg",
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 {number(top)} {number(width)} {number(height - top)}",
        width=width,
        height=height - top,
        lang=language,
        font_family=FACE,
    )


def _top(figure: Figure, painter: Painter) -> float:
    """Where a page's parts begin, or what somebody laid above them (px); a title beside a figure stays."""
    if not isinstance(figure, Page):
        return 0.0
    return max(0.0, min((*(part.at[1] for part in figure.parts), *painter.tops())) - ABOVE)


def _style(face: bytes | None) -> list[str]:
    if face is None:
        return []
    source = f"url(data:font/woff2;base64,{b64encode(face).decode()})"
    return [f'<style>@font-face{{font-family:"Schibsted Grotesk Variable";font-weight:400 900;src:{source}}}</style>']


def _printed(shapes: Iterable[Any], colours: dict[str, str], charts: Charts) -> list[str]:
    """Fills, then lines and charts, then texts. The outlines of zones show only while something is dragged."""
    fills: list[str] = []
    lines: list[str] = []
    printed: list[str] = []
    for shape in shapes:
        if isinstance(shape, TextShape):
            printed.append(_text(shape, colours))
        elif shape.__struct_config__.tag == "chart":
            lines += charts.paint(shape)
        elif isinstance(shape, PathShape):
            if shape.fill != "none":
                fills.append(element("path", d=shape.d, fill=colours[shape.fill]))
            if shape.stroke != "none" and shape.width > 0:
                lines.append(line_of(shape.d, colours[shape.stroke], shape.width, shape.dash))
    return [*fills, *lines, *printed]


def _text(shape: TextShape, colours: dict[str, str]) -> str:
    return texts(
        shape.x,
        shape.y,
        shape.lines,
        shape.size,
        shape.leading,
        colours.get(shape.colour, "none"),
        weight=shape.weight,
        anchor=shape.anchor,
        italic=shape.role == "catchphrase",
        rotate=shape.rotate,
    )
