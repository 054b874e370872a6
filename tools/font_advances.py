"""Writes server/raakvlak/canvas/advances.json: how wide each letter of our typeface is, in 1/1000 of the type size.

Needs fonttools and brotli, and the client's node_modules: `python tools/font_advances.py`. The result is committed,
since the typeface changes hardly ever and the server must not need either.
"""

import json
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).parents[1]
FILES = ROOT / "client/node_modules/@fontsource-variable/schibsted-grotesk/files"
TARGET = ROOT / "server/raakvlak/canvas/advances.json"
WEIGHTS = {"normal": (400, 550, 650), "italic": (400,)}
LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2027), 0x20AC]


def advances(weight: int, style: str) -> dict[str, int]:
    """Advance widths by letter at one weight of a style."""
    found: dict[str, int] = {}
    for part in ("latin-ext", "latin"):
        font = TTFont(FILES / f"schibsted-grotesk-{part}-wght-{style}.woff2")
        fixed = instantiateVariableFont(font, {"wght": weight})
        names, widths, em = fixed.getBestCmap(), fixed["hmtx"], fixed["head"].unitsPerEm
        found |= {chr(code): round(1000 * widths[names[code]][0] / em) for code in LETTERS if code in names}
    return dict(sorted(found.items()))


if __name__ == "__main__":
    table = {style: {str(weight): advances(weight, style) for weight in weights} for style, weights in WEIGHTS.items()}
    TARGET.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
