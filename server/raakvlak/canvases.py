"""The templates on disk: files `canvases/<id>.json`, inside the installed package or beside the sources."""

from functools import cache
from pathlib import Path

from raakvlak.canvas.checking import check_template
from raakvlak.canvas.template import Template

_HERE = Path(__file__).parent


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
        # Whether everything has room was looked into when it was written: no start has to wait for that again.
        checked = check_template(file.read_bytes(), room=False)
    except OSError as error:
        raise TemplateError(f"Expected a template in {file}, but: {error.strerror}.") from error
    template = checked.template
    if template is None:
        raise TemplateError(f"Expected a template in {file}, but: {'; '.join(map(str, checked.faults))}.")
    if template.id != file.stem:
        raise TemplateError(
            f"Expected a template in {file}, but: expected the id {file.stem!r}, as the file is called, "
            f"but it is {template.id!r}."
        )
    return template
