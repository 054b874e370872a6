"""`docs/canvases.md`: every canvas with its picture, written by `raakvlak templates pictures`."""

from collections.abc import Iterator
from pathlib import Path

from raakvlak.canvas.template import Template
from raakvlak.canvases import templates
from raakvlak.pictures import example_picture
from raakvlak.web.pages import client_folder

DOCUMENT, PICTURES = "canvases.md", "canvases"
HEAD = """# The canvases

All {count} canvases that come with Raakvlak, each with an example of one fictional case on it. The texts are the
workbook's; what is our own reconstruction is marked as such for the facilitator in the canvas itself.

This page and its pictures are written by `raakvlak templates pictures docs`. Do not edit them.
"""
THEMES = {
    "complexity": "Complexity",
    "ambition": "Ambition",
    "interests": "Interests",
    "relationship": "Relationship",
    "organisation": "Organisation",
    "process": "Process",
    "overall": "Overall",
}


def document() -> str:
    """The page, by theme."""
    found = sorted(templates().values(), key=lambda each: each.order)
    parts = [HEAD.format(count=len(found))]
    for theme, name in THEMES.items():
        parts.append(f"\n## {name}\n")
        parts += [_section(each) for each in found if each.theme == theme]
    return "".join(parts)


def _section(template: Template) -> str:
    minutes = sum(step.minutes for step in template.steps)
    kinds = ", ".join(template.kinds)
    return f"""
### {template.title.en}

{template.prompt.en}

![{template.title.en}, filled in]({PICTURES}/{template.id}.svg)

*{template.title.nl}* · `{template.id}` · {minutes} minutes · {kinds} · {template.source.en}
"""


def pictures(face: bytes | None) -> Iterator[tuple[str, str]]:
    """Names of files, and what is in them."""
    for template in templates().values():
        yield f"{template.id}.svg", example_picture(template, "light", "en", face) + "\n"


def face() -> bytes | None:
    """Our typeface, where the client is built."""
    found = sorted((client_folder() / "assets").glob("*-latin-wght-normal-*.woff2"))
    return found[0].read_bytes() if found else None


def write_document(folder: Path) -> int:
    """Write the page and its pictures there; how many pictures."""
    (folder / PICTURES).mkdir(parents=True, exist_ok=True)
    (folder / DOCUMENT).write_text(document(), encoding="utf-8")
    letters, count = face(), 0
    for name, svg in pictures(letters):
        (folder / PICTURES / name).write_text(svg, encoding="utf-8")
        count += 1
    return count
