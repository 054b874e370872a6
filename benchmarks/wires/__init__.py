"""How to talk to each server: opening a line, saying a move, and reading whose moves a frame holds."""

from collections.abc import Awaitable, Callable
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]


class Heard(NamedTuple):
    """The moves in one frame: for each author (all different) the number of the last one, and how many there are."""

    authors: Numbers
    moves: Numbers
    counts: Numbers
    after: int = -1
    """With `position`: the frame holds what a stream got between these."""
    position: int = -1


def heard(last: dict[int, int], counts: dict[int, int], after: int = -1, position: int = -1) -> Heard | None:
    """The frame in which each author's last move is `last`; None when it holds no moves."""
    if not last:
        return None
    size = len(last)
    authors = np.fromiter(last, np.int64, size)
    moves = np.fromiter(last.values(), np.int64, size)
    return Heard(authors, moves, np.fromiter((counts[each] for each in last), np.int64, size), after, position)


class Speaks(Protocol):
    """A line that is open, as a wire sees it."""

    index: int

    def say(self, message: bytes) -> None: ...

    def until(self, wanted: Callable[[bytes], bool]) -> Awaitable[bytes]:
        """The first frame from now on that is wanted."""


class Wire(Protocol):
    """One server's protocol, as its clients speak it. The clients have numbers from 0 on."""

    binary: bool
    saves: bool
    """Whether a move is a change that the author hears back when it is saved."""

    async def prepare(self, people: int) -> None:
        """Have as many people as this ready to be opened."""

    def address(self, index: int) -> tuple[str, dict[str, str]]:
        """Where a client connects to, and with which headers."""

    async def enter(self, line: Speaks) -> int:
        """Come in and wait for all that is there; how many bytes came."""

    async def make_ready(self, line: Speaks) -> None:
        """After entering, what else is needed to move."""

    def move(self, index: int, number: int) -> bytes:
        """The message that says a client's move; each client's are numbered from 1."""

    def read(self, payload: bytes) -> Heard | None:
        """The moves in a frame."""
