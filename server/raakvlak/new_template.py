"""The commented example that `raakvlak templates new` writes, which docs/templates.md explains."""

from importlib.resources import files

_ID = '"id": "my-canvas"'


def new_template(name: str) -> str:
    """The example's file, with this id."""
    text = files("raakvlak").joinpath("example_template.json").read_text(encoding="utf-8")
    return text.replace(_ID, f'"id": "{name}"', 1)
