"""Marks: each piece of what is private carries one that occurs nowhere else. The ledger knows who may see it, and when.

A mark is found in raw bytes whatever they are: texts, the ids of drafts and those they will be shown under, places,
pointers, carets, dots.
"""

import re
from dataclasses import dataclass, field
from typing import Any

MARK = re.compile(
    r"geheim-\d+-\d{5}"  # a text, of one length, so that none is the beginning of another where a line breaks
    r"|\bdots\.[\w.:-]+"  # somebody's dots on an item
    r"|\bcanvas-\d+\.own\.[0-9a-f]{10}\.[\w.:-]+"  # the private stand-in of a person's own token
    r"|\b[0-9a-f]{10}-[0-9a-f]{12}\.[\w:-]+"  # an id that somebody's page made
    r"|\b[0-9a-f]{24}\b"  # the id that a draft will be shown under
    r"|\b0\.[15]\d{6}7\b"  # a place
    r"|\b7\d{4}\.5\b"  # a pointer, or part of a view
    r"|\b9\d{8}\b"  # a caret
)
BACK = 0.93
"""v of places in the zone that is private for good, on the canvas that has one."""
FRONT = 0.2
"""v of all other places; on every canvas they lie where everyone may look."""


@dataclass
class Secret:
    """Something that somebody may know before others do, if these ever may."""

    mark: str
    kind: str
    readers: set[str]
    """Ids of those whose own it is."""
    notes: bool = False
    """It belongs to the facilitators, whoever they are."""
    unsigned: bool = False
    """It was written or placed in an anonymous step."""
    since: int | None = None
    """With this event of the shared stream everyone was shown it."""


@dataclass
class Ledger:
    """All marks of a session."""

    seed: int
    secrets: dict[str, Secret] = field(default_factory=dict)
    unsigned: bool = False
    """An anonymous step is under way."""
    _count: int = 0
    _found: dict[str, frozenset[str]] = field(default_factory=dict)

    def keep(self, mark: str, kind: str, *readers: str, notes: bool = False) -> str:
        """From now on only these may know it."""
        self.secrets.setdefault(mark, Secret(mark, kind, set(), notes, self.unsigned)).readers.update(readers)
        return mark

    def text(self, person: str, kind: str = "draft", notes: bool = False) -> str:
        """A new text that only this person may know."""
        self._count += 1
        return self.keep(f"geheim-{self.seed % 100}-{self._count:05}", kind, person, notes=notes)

    def place(self, person: str, back: bool = False) -> dict[str, Any]:
        """A new place that only this person may know."""
        self._count += 1
        u = f"0.{'1' if back else '5'}{self._count:06}7"
        self.keep(u, "place", person)
        return {"frame": "figure", "u": float(u), "v": BACK if back else FRONT}

    def pointer(self) -> float:
        """A new coordinate, not private as such."""
        self._count += 1
        return 70_000.5 + self._count

    def caret(self) -> int:
        """A new place in a text, not private as such."""
        self._count += 1
        return 900_000_000 + self._count

    def show(self, mark: str, seq: int) -> None:
        """This event has shown it to everyone, by rights."""
        secret = self.secrets[mark]
        secret.since = seq if secret.since is None else min(secret.since, seq)

    def found_in(self, raw: str) -> list[Secret]:
        """What secrets occur in this, be it that they are none any more."""
        marks = self._found.get(raw)
        if marks is None:
            marks = self._found[raw] = frozenset(MARK.findall(raw))
        return [self.secrets[mark] for mark in marks if mark in self.secrets]
