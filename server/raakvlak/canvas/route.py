"""Routes: what a file `canvases/routes/<id>.json` holds, and the breaks of a workshop."""

from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta, Struct

from raakvlak.canvas.facilitation import Said, Step
from raakvlak.canvas.words import Words

BREAK = Said("Pauze", "Break")
MOST_BREAKS = 20
"""In one workshop."""

BreakMinutes = Annotated[int, Meta(ge=1, le=120)]


class Break(Struct, frozen=True, forbid_unknown_fields=True):
    """A break after so many canvases."""

    after: Annotated[int, Meta(ge=1, le=40)]
    minutes: BreakMinutes


class Route(Struct, frozen=True, forbid_unknown_fields=True):
    """Canvases in an order that makes a session, as a ready-made programme."""

    id: Annotated[str, Meta(pattern=r"\A[a-z0-9-]+\Z", max_length=60)]
    order: int
    title: Words
    minutes: Annotated[int, Meta(ge=1, le=600)]
    """How long it is meant to take, breaks included."""
    canvases: Annotated[tuple[str, ...], Meta(min_length=1, max_length=40)]
    """Ids of templates."""
    breaks: Annotated[tuple[Break, ...], Meta(max_length=MOST_BREAKS)] = ()


def break_steps(breaks: Iterable[Break], after: int, first: int) -> tuple[Step, ...]:
    """The breaks that come after so many canvases, as steps in which nothing changes; the first has this place."""
    found = [each for each in breaks if each.after == after]
    return tuple(
        Step(
            id=f"break-{after}-{number + 1}",
            mode="freeze",
            title=BREAK,
            prompt=BREAK,
            minutes=each.minutes,
            order=first + number,
        )
        for number, each in enumerate(found)
    )
