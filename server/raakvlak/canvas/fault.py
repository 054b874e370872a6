"""What is wrong with a template: where, and in plain words in both languages what was expected."""

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from raakvlak.canvas.words import Words

Path = tuple[str | int, ...]
"""The way to a field: names of fields, and numbers in lists, from 0."""

MOST_NAMED = 12
"""So many names are listed where one of them was expected; with more, none is."""


class Fault(NamedTuple):
    """One thing that is wrong."""

    path: Path
    said: Words


def fault(path: Path, nl: str, en: str) -> Fault:
    """A fault, from its sentence in each language."""
    return Fault(path, Words(nl, en))


def listed(names: Iterable[str]) -> str:
    """Names as they stand in a file: in quotes, with commas between them."""
    return ", ".join(f'"{name}"' for name in names)


def shown(name: object) -> str:
    """Something out of a file, no longer than a sentence can bear."""
    said = str(name)
    return f'"{said[:57]}..."' if len(said) > 60 else f'"{said}"'


def hint_of(name: str, known: Collection[str]) -> Words:
    """What may have been meant, as the end of a sentence: the nearest name, or all where these are few."""
    near = get_close_matches(name, known, n=1, cutoff=0.6)
    if near:
        return Words(f'; bedoelde je "{near[0]}"?', f'; did you mean "{near[0]}"?')
    if 0 < len(known) <= MOST_NAMED:
        return Words(f"; wat er is: {listed(known)}", f"; there is: {listed(known)}")
    return Words(" ", " ")


def unknown(path: Path, what: Words, name: str, known: Collection[str]) -> Fault:
    """A name of something that is not in the template. `what`: "a zone" in both languages."""
    hint = hint_of(name, known)
    return fault(
        path,
        f"verwacht: {what.nl} van deze template, maar er is geen {shown(name)}{hint.nl}".rstrip(),
        f"expected {what.en} of this template, but there is no {shown(name)}{hint.en}".rstrip(),
    )


def twice(what: Words, ids: Iterable[tuple[str, Path]]) -> Iterator[Fault]:
    """The ids that an earlier one already has. `what`: "two zones" in both languages."""
    seen: set[str] = set()
    for name, path in ids:
        if name in seen:
            yield fault(
                path,
                f"verwacht: een eigen id, maar {what.nl} heten {shown(name)}",
                f"expected an id of its own, but {what.en} are called {shown(name)}",
            )
        seen.add(name)
