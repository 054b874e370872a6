"""What in a template's file is not what its field can hold: every such place, not just the first."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect

from raakvlak.canvas.fault import Fault, Path, fault, hint_of, listed, shown
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import is_ruly
from raakvlak.canvas.words import Words

_LANGUAGES = {"nl": Words("Nederlands", "Dutch"), "en": Words("Engels", "English")}
_ID = Words("1 tot 60 kleine letters, cijfers en streepjes", "1 to 60 small letters, digits and dashes")
_PATTERNS = {
    r"\S": Words("een tekst waarin iets staat", "a text with something in it"),
    r"\A[a-z0-9-]{1,60}\Z": _ID,
    r"\A[a-z0-9-]+\Z": _ID,
    r"\Ahttps?://\S+\Z": Words("een adres dat begint met https://", "an address that begins with https://"),
}
"""What a text must look like, said in words."""


def type_faults(value: Any) -> Iterator[Fault]:
    """The faults of a file's value, from its beginning to its end."""
    return _of(value, _template(), ())


@cache
def _template() -> inspect.Type:
    return inspect.type_info(Template)


def _of(value: Any, kind: inspect.Type, path: Path) -> Iterator[Fault]:
    match kind:
        case inspect.StructType():
            return _struct(value, kind, path)
        case inspect.UnionType():
            return _union(value, kind, path)
        case inspect.VarTupleType():
            return _list(value, kind, path)
        case inspect.TupleType():
            return _row(value, kind, path)
        case inspect.LiteralType():
            return _literal(value, kind, path)
        case inspect.StrType():
            return _text(value, kind, path)
        case inspect.BoolType():
            return iter(()) if isinstance(value, bool) else _wrong(path, value, Words("true of false", "true or false"))
        case inspect.IntType() | inspect.FloatType():
            return _number(value, kind, path)
        case _:
            raise TypeError(f"expected a type that a template has, but got {kind}")


def _wrong(path: Path, value: Any, wanted: Words) -> Iterator[Fault]:
    got = _kind_of(value)
    yield fault(path, f"verwacht: {wanted.nl}, maar hier staat {got.nl}", f"expected {wanted.en}, but got {got.en}")


def _kind_of(value: Any) -> Words:
    if value is None:
        return Words("null", "null")
    if isinstance(value, bool):
        return Words(str(value).lower(), str(value).lower())
    if isinstance(value, int | float):
        return Words(f"het getal {value}", f"the number {value}")
    if isinstance(value, str):
        return Words(f"de tekst {shown(value)}", f"the text {shown(value)}")
    if isinstance(value, list):
        return Words("een lijst [...]", "a list [...]")
    return Words("velden tussen accolades {...}", "fields in braces {...}")


# --- fields -----------------------------------------------------------------------------------------------------------


def _struct(value: Any, kind: inspect.StructType, path: Path) -> Iterator[Fault]:
    if not isinstance(value, dict):
        if kind.cls is Words:
            wanted = 'beide talen, {"nl": "...", "en": "..."}', 'both languages, {"nl": "...", "en": "..."}'
        else:
            wanted = "velden tussen accolades {...}", "fields in braces {...}"
        yield from _wrong(path, value, Words(*wanted))
        return
    fields = {field.encode_name: field for field in kind.fields}
    names = [*([kind.tag_field] if kind.tag_field else []), *fields]
    for name, inner in value.items():
        if name in fields:
            yield from _of(inner, fields[name].type, (*path, name))
        elif name != kind.tag_field:
            yield _unknown_field((*path, name), name, [each for each in names if each not in value], names)
    for name, field in fields.items():
        if field.required and name not in value:
            yield _missing(path, name, kind)


def _unknown_field(path: Path, name: str, absent: list[str], names: list[str]) -> Fault:
    near = hint_of(name, absent)
    hint = near if "?" in near.en else Words(f"; er kan: {listed(names)}", f"; there can be: {listed(names)}")
    return fault(
        path,
        f"het veld {shown(name)} bestaat hier niet{hint.nl}",
        f"there is no field {shown(name)} here{hint.en}",
    )


def _missing(path: Path, name: str, kind: inspect.StructType) -> Fault:
    if kind.cls is Words:
        language = _LANGUAGES[name]
        return fault(
            path,
            f'verwacht: de tekst in het {language.nl} ("{name}"), maar die ontbreekt',
            f'expected the text in {language.en} ("{name}"), but it is missing',
        )
    return fault(
        path,
        f"verwacht: het veld {shown(name)}, maar dat ontbreekt",
        f"expected the field {shown(name)}, but it is missing",
    )


def _union(value: Any, kind: inspect.UnionType, path: Path) -> Iterator[Fault]:
    """One of several structs, told apart by their tag; or something that may be null."""
    if value is None and any(isinstance(each, inspect.NoneType) for each in kind.types):
        return
    kinds = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
    tagged = {str(each.tag): each for each in kinds if isinstance(each, inspect.StructType) and each.tag is not None}
    if not tagged:
        yield from _of(value, kinds[0], path)
    elif not isinstance(value, dict):
        yield from _wrong(path, value, Words('velden {"type": ...}', 'fields {"type": ...}'))
    elif "type" not in value:
        names = listed(tagged)
        yield fault(path, f'verwacht: het veld "type", een van {names}', f'expected the field "type", one of {names}')
    elif not isinstance(value["type"], str) or value["type"] not in tagged:
        yield from _none_of(value["type"], list(tagged), (*path, "type"))
    else:
        yield from _of(value, tagged[value["type"]], path)


def _literal(value: Any, kind: inspect.LiteralType, path: Path) -> Iterator[Fault]:
    names = [str(each) for each in kind.values]
    if not isinstance(value, str) or value not in names:
        yield from _none_of(value, names, path)


def _none_of(value: Any, names: list[str], path: Path) -> Iterator[Fault]:
    near = hint_of(value, names) if isinstance(value, str) else Words(" ", " ")
    hint = near if "?" in near.en else Words(" ", " ")
    got = _kind_of(value)
    yield fault(
        path,
        f"verwacht: een van {listed(names)}, maar hier staat {got.nl}{hint.nl}".rstrip(),
        f"expected one of {listed(names)}, but got {got.en}{hint.en}".rstrip(),
    )


# --- lists, texts, numbers --------------------------------------------------------------------------------------------


def _list(value: Any, kind: inspect.VarTupleType, path: Path) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield from _wrong(path, value, Words("een lijst [...]", "a list [...]"))
        return
    if kind.min_length is not None and len(value) < kind.min_length:
        yield from _amount(path, len(value), f"minstens {kind.min_length}", f"at least {kind.min_length}")
    if kind.max_length is not None and len(value) > kind.max_length:
        yield from _amount(path, len(value), f"hooguit {kind.max_length}", f"at most {kind.max_length}")
        return
    for number, inner in enumerate(value):
        yield from _of(inner, kind.item_type, (*path, number))


def _amount(path: Path, got: int, nl: str, en: str) -> Iterator[Fault]:
    yield fault(
        path, f"verwacht: {nl} in deze lijst, maar het zijn er {got}", f"expected {en} in this list, but got {got}"
    )


def _row(value: Any, kind: inspect.TupleType, path: Path) -> Iterator[Fault]:
    """A list of a certain length, such as x, y, width, height."""
    count = len(kind.item_types)
    if not isinstance(value, list) or len(value) != count:
        numbers = all(isinstance(each, inspect.FloatType) for each in kind.item_types)
        what = Words("getallen", "numbers") if numbers else Words("dingen", "things")
        got = (
            Words(f"een lijst van {len(value)}", f"a list of {len(value)}")
            if isinstance(value, list)
            else _kind_of(value)
        )
        means = {4: " (x, y, breedte, hoogte)", 2: ""}.get(count, ""), {4: " (x, y, width, height)"}.get(count, "")
        yield fault(
            path,
            f"verwacht: een lijst van {count} {what.nl}{means[0] if numbers else ''}, maar hier staat {got.nl}",
            f"expected a list of {count} {what.en}{means[1] if numbers else ''}, but got {got.en}",
        )
        return
    for number, (inner, its) in enumerate(zip(value, kind.item_types, strict=True)):
        yield from _of(inner, its, (*path, number))


def _text(value: Any, kind: inspect.StrType, path: Path) -> Iterator[Fault]:
    if not isinstance(value, str):
        yield from _wrong(path, value, Words("een tekst tussen aanhalingstekens", "a text in quotes"))
    elif kind.pattern is not None and not re.search(kind.pattern, value):
        looks = _PATTERNS.get(kind.pattern, Words(kind.pattern, kind.pattern))
        yield fault(
            path,
            f"verwacht: {looks.nl}, maar hier staat {shown(value)}",
            f"expected {looks.en}, but got {shown(value)}",
        )
    elif kind.max_length is not None and len(value) > kind.max_length:
        yield fault(
            path,
            f"verwacht: hooguit {kind.max_length} tekens, maar het zijn er {len(value)}",
            f"expected at most {kind.max_length} characters, but there are {len(value)}",
        )
    elif not is_ruly(value):
        yield fault(
            path,
            "verwacht: een tekst zonder regeleinden en zonder tekens die je niet ziet",
            "expected a text without line breaks and without characters that cannot be seen",
        )


def _number(value: Any, kind: inspect.IntType | inspect.FloatType, path: Path) -> Iterator[Fault]:
    whole = isinstance(kind, inspect.IntType)
    wanted = Words("een heel getal", "a whole number") if whole else Words("een getal", "a number")
    if isinstance(value, bool) or not isinstance(value, int if whole else int | float):
        yield from _wrong(path, value, wanted)
        return
    bounds = (
        (kind.ge is not None and value < kind.ge, "van minstens", "of at least", kind.ge),
        (kind.gt is not None and value <= kind.gt, "groter dan", "above", kind.gt),
        (kind.le is not None and value > kind.le, "van hooguit", "of at most", kind.le),
        (kind.lt is not None and value >= kind.lt, "kleiner dan", "below", kind.lt),
    )
    for is_beyond, nl, en, bound in bounds:
        if is_beyond:
            yield fault(
                path,
                f"verwacht: {wanted.nl} {nl} {bound}, maar hier staat {value}",
                f"expected {wanted.en} {en} {bound}, but got {value}",
            )


def decoded(value: Any) -> Template:
    """The template that a value without faults is."""
    return msgspec.convert(value, Template)
