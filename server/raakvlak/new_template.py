"""For who writes a canvas of their own: the commented example of `raakvlak templates new`, and docs/templates.md."""

from importlib.resources import files
from pathlib import Path

_ID = '"id": "my-canvas"'


def new_template(name: str) -> str:
    """The example's file, with this id."""
    text = files("raakvlak").joinpath("example_template.json").read_text(encoding="utf-8")
    return text.replace(_ID, f'"id": "{name}"', 1)


def how_to_write_one() -> str:
    """The document that explains it: inside the installed package, or beside the sources."""
    here = Path(__file__).parent
    inside = here / "_docs" / "templates.md"
    file = inside if inside.is_file() else here.parents[1] / "docs" / "templates.md"
    return file.read_text(encoding="utf-8")
