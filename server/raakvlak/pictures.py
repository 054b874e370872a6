"""Pictures of the canvases, each with an example on it."""

from raakvlak.canvas.template import Template
from raakvlak.canvas.values import Language
from raakvlak.derive.palette import Theme
from raakvlak.derive.picture import picture
from raakvlak.examples import example_of


def example_picture(template: Template, theme: Theme, language: Language, face: bytes | None = None) -> str:
    """An SVG of the template, filled in. `face`: our typeface, to go into it."""
    found = example_of(template, language)
    return picture(found.canvas, found.records, theme, language, face)
