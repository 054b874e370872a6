"""Canvases as a browser draws them: texts as wide as the drawing takes them to be, and nothing looks otherwise."""

import json
from base64 import b64decode, b64encode
from typing import Any, get_args

import pytest
from browser.looks import LOOKS, coarse, face, names
from playwright.sync_api import Browser

from raakvlak.canvas.drawing import sheet_of
from raakvlak.canvas.measure import width_of
from raakvlak.canvas.records import Settings
from raakvlak.canvas.shapes import TextShape
from raakvlak.canvas.values import Language
from raakvlak.canvases import templates
from raakvlak.derive.palette import Theme

NARROWER, WIDER = 0.04, 0.01
"""As shares: pairs of letters are set closer, or a little wider, in a browser than one by one."""
CELL, WHOLE = 24, 1.5
"""Of 255: how much brighter or darker one cell of a coarse picture may be, and all of them in the mean."""

_WIDTHS = """async ([faces, texts]) => {
  for (const [style, data] of Object.entries(faces)) {
    const font = new FontFace("Ours", `url(data:font/woff2;base64,${data})`, { style, weight: "400 900" });
    document.fonts.add(await font.load());
  }
  const context = document.createElement("canvas").getContext("2d");
  return texts.map(([said, size, weight, style]) => {
    context.font = `${style} ${weight} ${size}px Ours`;
    return context.measureText(said).width;
  });
}"""


def test_texts_are_as_wide_as_they_are_taken_to_be(chromium: Browser) -> None:
    """[DRAW-9]"""
    lines = set()
    for template in templates().values():
        for language in get_args(Language):
            for shape in sheet_of(template, Settings(), language).shapes:
                if isinstance(shape, TextShape):
                    style = "italic" if shape.role == "catchphrase" else "normal"
                    lines |= {(line, shape.size, shape.weight, style) for line in shape.lines}
    texts = sorted(lines)
    faces = {style: b64encode(face(style)).decode() for style in ("normal", "italic")}
    page = chromium.new_page()
    widths: list[float] = page.evaluate(_WIDTHS, [faces, texts])
    page.close()
    assert len(texts) > 1_000
    wrong: list[Any] = []
    for (said, size, weight, style), width in zip(texts, widths, strict=True):
        taken = width_of(said, size, weight, style == "italic")
        if not taken * (1 - NARROWER) - 1 <= width <= taken * (1 + WIDER) + 1:
            wrong.append((said, size, weight, style, width, taken))
    assert wrong == []


@pytest.mark.soak
@pytest.mark.parametrize(("template", "language", "theme"), list(names()))
def test_a_canvas_looks_as_it_did(chromium: Browser, template: str, language: Language, theme: Theme) -> None:
    """[DRAW-10]"""
    kept = b64decode(json.loads(LOOKS.read_text(encoding="utf-8"))[f"{template} {language} {theme}"])
    now = coarse(chromium, template, language, theme)
    apart = [abs(one - other) for one, other in zip(kept, now, strict=True)]
    assert max(apart) <= CELL
    assert sum(apart) / len(apart) <= WHOLE
