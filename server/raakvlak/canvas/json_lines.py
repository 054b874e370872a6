"""JSON with the line on which each thing stands, and with sentences about mistakes that people make in it by hand.

A field whose name begins with // is a comment, and left out.
"""

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]  # of the standard library, without types
from typing import Any, NamedTuple

from raakvlak.canvas.fault import Fault, Path, fault, shown
from raakvlak.canvas.words import Words

MAX_DEPTH = 30
"""Lists and objects within one another."""

_SPACE = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?([eE][-+]?[0-9]{1,2})?(?![0-9.eE])")
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_CONSTANTS = {"true": True, "false": False, "null": None}


class Source(NamedTuple):
    """What a text holds."""

    value: Any
    lines: dict[Path, int]
    """The line, from 1, of each field and of each element of a list."""
    faults: tuple[Fault, ...]
    """Fields that are given twice."""


class NotJsonError(Exception):
    """A text that is no JSON: the line, from 1, and a sentence."""

    def __init__(self, line: int, said: Words) -> None:
        super().__init__(said.en)
        self.line = line
        self.said = said


def read_json(text: str) -> Source:
    """The text's value. Raises NotJsonError."""
    reader = _Reader(text)
    value = reader.whole()
    return Source(value, reader.lines, tuple(reader.faults))


class _Reader:
    def __init__(self, text: str) -> None:
        self.lines: dict[Path, int] = {}
        self.faults: list[Fault] = []
        self._text = text
        self._at = 0
        self._line = 1
        self._counted = 0

    def whole(self) -> Any:
        self._skip()
        if self._at == len(self._text):
            raise self._error("verwacht: een template, maar er staat niets in", "expected a template, but it is empty")
        self.lines[()] = self._here()
        value = self._value(())
        if self._at < len(self._text):
            raise self._error(
                f"verwacht: niets meer na de laatste accolade, maar hier staat {self._next().nl}",
                f"expected nothing after the last brace, but there is {self._next().en}",
            )
        return value

    def _value(self, path: Path) -> Any:
        """The value here; what follows it is next."""
        if len(path) > MAX_DEPTH:
            raise self._error(
                f"verwacht: hooguit {MAX_DEPTH} lagen in elkaar", f"expected at most {MAX_DEPTH} levels within another"
            )
        sign = self._text[self._at : self._at + 1]
        if sign == "{":
            value: Any = self._object(path)
        elif sign == "[":
            value = self._list(path)
        elif sign == '"':
            value = self._string()
        else:
            value = self._plain()
        self._skip()
        return value

    def _object(self, path: Path) -> dict[str, Any]:
        opened = self._open()
        found: dict[str, Any] = {}
        while self._text[self._at : self._at + 1] != "}":
            name = self._name(opened)
            inner = (*path, name)
            if name in found:
                self.faults.append(self._again(inner))
            self.lines[inner] = self._here()
            self._skip()
            self._expect(":", f"een dubbele punt na {shown(name)}", f"a colon after {shown(name)}")
            self._skip()
            value = self._value(inner)
            if not name.startswith("//"):
                found[name] = value
            self._between("}", opened)
        self._at += 1
        return found

    def _again(self, path: Path) -> Fault:
        name, first = path[-1], self.lines[path]
        return fault(
            path,
            f"verwacht: elk veld één keer, maar {shown(name)} staat ook op regel {first}",
            f"expected each field once, but {shown(name)} is on line {first} too",
        )

    def _list(self, path: Path) -> list[Any]:
        opened = self._open()
        found: list[Any] = []
        while self._text[self._at : self._at + 1] != "]":
            inner = (*path, len(found))
            self.lines[inner] = self._here()
            found.append(self._value(inner))
            self._between("]", opened)
        self._at += 1
        return found

    def _open(self) -> tuple[str, int]:
        """The bracket here, and its line."""
        opened = self._text[self._at], self._here()
        self._at += 1
        self._skip()
        return opened

    def _name(self, opened: tuple[str, int]) -> str:
        if self._text[self._at : self._at + 1] == '"':
            return self._string()
        if self._at == len(self._text):
            raise self._unclosed(opened)
        raise self._error(
            f'verwacht: de naam van een veld tussen dubbele aanhalingstekens ("), maar hier staat {self._next().nl}',
            f'expected the name of a field in double quotes ("), but there is {self._next().en}',
        )

    def _between(self, close: str, opened: tuple[str, int]) -> None:
        """Over a comma to what comes next, or to the closing bracket."""
        sign = self._text[self._at : self._at + 1]
        if sign == close:
            return
        if sign == ",":
            self._at += 1
            self._skip()
            if self._text[self._at : self._at + 1] == close:
                raise self._error(
                    f"verwacht: geen komma voor {close}, want er komt niets meer na",
                    f"expected no comma before {close}, since nothing comes after it",
                )
            return
        if not sign:
            raise self._unclosed(opened)
        if sign in "]}":
            raise self._error(
                f"verwacht: {close} bij de {opened[0]} van regel {opened[1]}, maar hier staat {sign}",
                f"expected {close} for the {opened[0]} of line {opened[1]}, but there is {sign}",
            )
        if self._text.startswith(("//", "/*", "#"), self._at):
            raise self._comment()
        # What is missing is missing where the thing before it ends.
        self._at = len(self._text[: self._at].rstrip())
        raise self._error("verwacht: een komma aan het eind hiervan", "expected a comma at the end of this")

    def _unclosed(self, opened: tuple[str, int]) -> NotJsonError:
        bracket, line = opened
        return NotJsonError(
            line,
            Words(
                f"verwacht: een eind aan de {bracket} van deze regel, maar die wordt nergens gesloten",
                f"expected an end to the {bracket} of this line, but it is never closed",
            ),
        )

    def _string(self) -> str:
        try:
            value, end = scanstring(self._text, self._at + 1, True)
        except json.JSONDecodeError as error:
            raise self._bad_string(error) from error
        if not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
            raise self._error("verwacht: een hele letter, geen halve", "expected a whole letter, not half of one")
        self._at = end
        found: str = value
        return found

    def _bad_string(self, error: json.JSONDecodeError) -> NotJsonError:
        if "escape" in error.msg:
            return self._error(
                r'verwacht: na een \ een van " \ / b f n r t u',
                r'expected one of " \ / b f n r t u after a \ ',
            )
        return self._error(
            'verwacht: een tekst die op deze regel eindigt met een aanhalingsteken (")',
            'expected a text that ends on this line with a double quote (")',
        )

    def _plain(self) -> Any:
        """A number, true, false or null."""
        number = _NUMBER.match(self._text, self._at)
        if number is not None:
            self._at = number.end()
            whole, share, power = number.groups()
            return int(number.group()) if share is None and power is None and whole else float(number.group())
        word = _WORD.match(self._text, self._at)
        if word is not None and word.group() in _CONSTANTS:
            self._at = word.end()
            return _CONSTANTS[word.group()]
        if self._text.startswith(("//", "/*", "#"), self._at):
            raise self._comment()
        if word is not None and word.group().lower() in ("true", "false", "null", "none"):
            said = word.group().lower().replace("none", "null")
            raise self._error(
                f"verwacht: {said}, maar hier staat {self._next().nl}",
                f"expected {said}, but there is {self._next().en}",
            )
        raise self._error(
            'verwacht: een tekst tussen dubbele aanhalingstekens ("), een getal, true, false, [ of {, '
            f"maar hier staat {self._next().nl}",
            f'expected a text in double quotes ("), a number, true, false, [ or {{, but there is {self._next().en}',
        )

    def _comment(self) -> NotJsonError:
        return self._error(
            'verwacht: JSON, dat zulk commentaar niet kent: schrijf het als veld, zoals "//": "mijn opmerking"',
            'expected JSON, which has no such comments: write yours as a field, such as "//": "my remark"',
        )

    def _expect(self, sign: str, nl: str, en: str) -> None:
        if self._text[self._at : self._at + 1] != sign:
            raise self._error(
                f"verwacht: {nl}, maar hier staat {self._next().nl}", f"expected {en}, but there is {self._next().en}"
            )
        self._at += 1

    def _next(self) -> Words:
        """What stands here, to be shown."""
        word = _WORD.match(self._text, self._at)
        found = word.group() if word else self._text[self._at : self._at + 1]
        return Words(shown(found), shown(found)) if found else Words("niets meer", "nothing more")

    def _skip(self) -> None:
        space = _SPACE.match(self._text, self._at)
        self._at = space.end() if space else self._at

    def _here(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = max(self._counted, self._at)
        return self._line

    def _error(self, nl: str, en: str) -> NotJsonError:
        line = self._text.count("\n", 0, self._at) + 1
        return NotJsonError(line, Words(nl, en))
