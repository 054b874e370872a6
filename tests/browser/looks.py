"""How every canvas looks, as a browser draws it with our typeface: coarse pictures, kept in looks.json.

Run `PYTHONPATH=tests python tests/browser/looks.py` after a wanted change, and look at the canvases;
tests/browser/test_looks.py, which `./run soak` runs, compares them.
"""

import json
import shutil
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from playwright.sync_api import Browser, sync_playwright

from raakvlak.canvas.values import Language
from raakvlak.canvases import templates
from raakvlak.derive.palette import Theme
from raakvlak.pictures import example_picture

LOOKS = Path(__file__).with_name("looks.json")
FACES = Path(__file__).parents[2] / "client/node_modules/@fontsource-variable/schibsted-grotesk/files"
WIDTH, HEIGHT = 48, 36
"""Cells of a coarse picture."""
FINE = 16
"""Pixels across a cell, whose mean it has."""
THEMES: tuple[Theme, ...] = get_args(Theme)

_COARSE = """async ([svg, width, height, fine]) => {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = new OffscreenCanvas(width * fine, height * fine);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const cells = new Array(width * height).fill(0);
  for (let at = 0; at < data.length; at += 4) {
    const x = (at / 4) % canvas.width, y = Math.floor(at / 4 / canvas.width);
    const grey = 0.3 * data[at] + 0.59 * data[at + 1] + 0.11 * data[at + 2];
    cells[Math.floor(y / fine) * width + Math.floor(x / fine)] += grey;
  }
  return cells.map((sum) => Math.round(sum / fine / fine));
}"""


def face(style: str = "normal") -> bytes:
    """Our typeface, as WOFF2."""
    return (FACES / f"schibsted-grotesk-latin-wght-{style}.woff2").read_bytes()


def names() -> Iterator[tuple[str, Language, Theme]]:
    """Every canvas in both languages and themes."""
    for template in templates():
        for language in get_args(Language):
            yield from ((template, language, theme) for theme in THEMES)


def coarse(browser: Browser, template: str, language: Language, theme: Theme) -> bytes:
    """How bright each cell of a canvas is, with its example on it."""
    svg = example_picture(templates()[template], theme, language, face())
    page = browser.new_page()
    try:
        cells: list[int] = page.evaluate(_COARSE, [svg, WIDTH, HEIGHT, FINE])
    finally:
        page.close()
    return bytes(cells)


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        found = {" ".join(name): b64encode(coarse(browser, *name)).decode() for name in names()}
        browser.close()
    LOOKS.write_text(json.dumps(found, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
