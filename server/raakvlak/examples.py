"""The examples on disk: files `canvases/examples/<id>.json` beside the templates, and the case that they are of."""

from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

from raakvlak.canvas.example import Case, Example
from raakvlak.canvas.example_filling import Filled, filled
from raakvlak.canvas.example_spots import ExampleError
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import Language
from raakvlak.canvases import templates_folder

_CASE = "case"
Kind = TypeVar("Kind", Case, Example)


def examples_folder() -> Path:
    """Where the examples are."""
    return templates_folder() / "examples"


@cache
def case() -> Case:
    """The case that all examples are of. Raises ExampleError."""
    return _read(examples_folder() / f"{_CASE}.json", Case)


@cache
def examples() -> dict[str, Example]:
    """All examples, by the id of their template. Raises ExampleError."""
    found = (file for file in sorted(examples_folder().glob("*.json")) if file.stem != _CASE)
    return {file.stem: _read(file, Example) for file in found}


@lru_cache(maxsize=200)
def example_of(template: Template, language: Language) -> Filled:
    """The template as a canvas that is filled in, if there is an example for it. Raises ExampleError."""
    example = examples().get(template.id)
    try:
        return filled(template, example, case(), language)
    except (ExampleError, KeyError, ValueError) as error:
        raise ExampleError(f"Expected an example that fits the canvas {template.id}, but: {error}.") from error


def _read(file: Path, kind: type[Kind]) -> Kind:
    try:
        return msgspec.json.decode(file.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError) as error:
        raise ExampleError(f"Expected an example in {file}, but: {error}") from error
