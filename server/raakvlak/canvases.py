"""The templates on disk: files `canvases/<id>.json`, inside the installed package or beside the sources."""

from functools import cache
from pathlib import Path
from typing import get_args

import msgspec

from raakvlak.canvas.crowding import crowding_of
from raakvlak.canvas.drawing import sheet_of
from raakvlak.canvas.records import Settings
from raakvlak.canvas.faults import faults_of
from raakvlak.canvas.figures import Triangle
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import Language

_HERE = Path(__file__).parent
_SIZES = (None, 0.2, 0.9)
"""Of a centre: as the template has it, and at its smallest and largest."""


class TemplateError(Exception):
    """A file that is no template: which one, what was expected, what came."""


def templates_folder() -> Path:
    """Where the templates are."""
    inside = _HERE / "_canvases"
    return inside if inside.is_dir() else _HERE.parents[1] / "canvases"


@cache
def templates() -> dict[str, Template]:
    """All templates that come with Raakvlak, by id. Raises TemplateError."""
    return load_templates(templates_folder())


def load_templates(folder: Path) -> dict[str, Template]:
    """The templates in a folder, by id. Raises TemplateError."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise TemplateError(f"Expected templates (*.json) in {folder}, but there are none.")
    return {template.id: template for template in map(_load, files)}


def _load(file: Path) -> Template:
    try:
        template = msgspec.json.decode(file.read_bytes(), type=Template)
    except (OSError, msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise TemplateError(f"Expected a template in {file}, but: {error}") from error
    faults = faults_of(template) or _crowded(template)
    if template.id != file.stem:
        faults.append(f"expected the id {file.stem!r}, as the file is called, but it is {template.id!r}")
    if faults:
        raise TemplateError(f"Expected a template in {file}, but: {'; '.join(faults)}.")
    return template


def _crowded(template: Template) -> list[str]:
    """Texts that are too long for the sheet, in either language, whatever the size of the centre."""
    sizes = _SIZES if isinstance(template.figure, Triangle) else _SIZES[:1]
    faults: dict[str, None] = {}
    for language in get_args(Language):
        for size in sizes:
            sheet = sheet_of(template, Settings(size), language)
            for crowding in crowding_of(sheet.layout, sheet.shapes):
                faults[f"expected texts that fit, but in {language} {crowding}"] = None
    return list(faults)
