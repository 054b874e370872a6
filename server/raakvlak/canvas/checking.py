"""Checking a template's file: all that is wrong with it, by line and field, in both languages."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from raakvlak.canvas.fault import Fault, Path, fault
from raakvlak.canvas.faults import faults_of
from raakvlak.canvas.fit_faults import fit_faults
from raakvlak.canvas.json_lines import NotJsonError, Source, read_json
from raakvlak.canvas.template import Template
from raakvlak.canvas.type_faults import decoded, type_faults
from raakvlak.canvas.words import Words

MAX_TEMPLATE = 256 * 1024
"""Bytes of one template's file."""
MAX_FAULTS = 40
"""So many faults of one file are told."""


class Found(NamedTuple):
    """A fault where it stands in a file."""

    line: int
    """From 1; 0: it is about the whole file."""
    field: str
    """Such as `zones[adopt].label.en`: a thing of a list by its id, or else by its number from 1."""
    said: Words

    def __str__(self) -> str:
        where = ", ".join(part for part in (f"line {self.line}" if self.line else "", self.field) if part)
        return f"{where or 'the file'}: {self.said.en}"


class Checked(NamedTuple):
    """What a file amounts to: a template, or what is wrong with it."""

    template: Template | None
    faults: tuple[Found, ...]


def check_template(content: bytes, room: bool = True) -> Checked:
    """What a file with this content is; `room`: also whether all texts and cards have room, which takes the longest."""
    if len(content) > MAX_TEMPLATE:
        return too_large(len(content))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _whole(
            "verwacht: een tekstbestand in UTF-8; bewaar het zo", "expected a text file in UTF-8; save it as that"
        )
    try:
        source = read_json(text)
    except NotJsonError as error:
        return Checked(None, (Found(error.line, "", error.said),))
    value = source.value
    if isinstance(value, dict):
        value.pop("$schema", None)  # for editors
    faults = [*source.faults, *type_faults(value)]
    if faults:
        return Checked(None, _found(faults, source))
    template = decoded(value)
    faults = faults_of(template) or (fit_faults(template) if room else [])
    return Checked(None, _found(faults, source)) if faults else Checked(template, ())


def too_large(size: int) -> Checked:
    """What a file of so many bytes is, without a look at them."""
    got, most = size // 1024, MAX_TEMPLATE // 1024
    return _whole(f"verwacht: hooguit {most} KB, maar het is {got} KB", f"expected at most {most} KB, but got {got} KB")


def taken(name: str) -> Checked:
    """What a file is whose id is that of a template that comes with Raakvlak."""
    nl = f'verwacht: een eigen id, maar "{name}" is een canvas uit het werkboek'
    en = f'expected an id of its own, but "{name}" is a canvas of the workbook'
    return Checked(None, (Found(0, "id", Words(nl, en)),))


def _whole(nl: str, en: str) -> Checked:
    return Checked(None, (Found(0, "", Words(nl, en)),))


def _found(faults: Iterable[Fault], source: Source) -> tuple[Found, ...]:
    """By line, the first ones."""
    unsorted = [Found(_line(each.path, source), _field(each.path, source.value), each.said) for each in faults]
    found = sorted(unsorted, key=lambda each: each.line)
    more = len(found) - MAX_FAULTS
    if more > 0:
        last = fault((), f"en nog {more} fouten", f"and {more} more faults")
        found = [*found[:MAX_FAULTS], Found(found[MAX_FAULTS].line, "", last.said)]
    return tuple(found)


def _line(path: Path, source: Source) -> int:
    """Of the field itself, or where that is missing of what it is missing from."""
    while path not in source.lines:
        path = path[:-1]
    return source.lines[path]


def _field(path: Path, value: Any) -> str:
    said = ""
    for step in path:
        if isinstance(step, str):
            said += f".{step}" if said else step
            value = value.get(step) if isinstance(value, dict) else None
        else:
            value = value[step] if isinstance(value, list) and step < len(value) else None
            said += f"[{_name(value, step)}]"
    return said


def _name(value: Any, number: int) -> str:
    """What a thing of a list is called: its id, or that of its zone, or its number from 1."""
    if isinstance(value, dict):
        for key in ("id", "zone"):
            name = value.get(key)
            if isinstance(name, str) and 0 < len(name) <= 60 and name.isprintable():
                return name
    return str(number + 1)
