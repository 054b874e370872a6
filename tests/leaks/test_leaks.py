"""Random sessions at two workers: nobody is ever told, in whatever bytes, what they may not know."""

import os
import random
from pathlib import Path

import pytest
from leaks.incidents import browsers_ask, incidents, somebody_stands_at_the_door
from leaks.programme import pieces
from leaks.search import COVERED, search
from leaks.session import Session, opened

from raakvlak.web.app import ROUTES

AGAIN = "Again: RAAKVLAK_SEED={seed} .venv/bin/pytest -m soak 'tests/leaks/test_leaks.py::test_for_long[0]'"


async def one_session(folder: Path, redis: str, seed: int) -> Session:
    """Let a session take place, and search all that left the servers."""
    try:
        async with opened(folder, redis, seed) as session:
            for before, piece in zip(incidents(session), pieces(session), strict=True):
                for incident in before:
                    await incident(session)
                await piece()
            await somebody_stands_at_the_door(session)
            await browsers_ask(session, everything=True)
            await session.nothing_links()
        search(session)
    except BaseException as error:
        error.add_note(AGAIN.format(seed=seed))
        raise
    return session


@pytest.mark.parametrize("seed", range(1, 31))
async def test_nobody_is_told_what_they_may_not_know(tmp_path: Path, shared_redis: str, seed: int) -> None:
    """Whatever happens in a session, of whatever is private others get no byte before it is shown:
    [PRIV-40] in frames, [PRIV-41] over HTTP, [PRIV-42] in logs; [PRIV-43] and of what is shown only the final form.
    [PRIV-44] Anonymous notes have nobody's name, [PRIV-45] an order that says nothing, [PRIV-46] presence and
    [PRIV-47] counts that say nothing; [PRIV-48] dots are secret, [PRIV-49] facilitators' notes are theirs, [PRIV-50]
    who is not let in or was removed gets nothing, [PRIV-51] and everyone hears of their own streams and writers alone.
    """
    await one_session(tmp_path, shared_redis, seed)


@pytest.mark.soak
@pytest.mark.parametrize("number", range(1_000))
async def test_for_long(tmp_path: Path, shared_redis: str, number: int) -> None:
    """[PRIV-40] The same in many more sessions, with seeds that are new each time."""
    seed = int(os.environ.get("RAAKVLAK_SEED", "0")) or random.SystemRandom().randrange(10**9)
    await one_session(tmp_path, shared_redis, seed)


def test_every_route_is_asked_for() -> None:
    """[PRIV-41] A session asks for every route that there is, so that a new one is searched as well."""
    assert {str(getattr(route, "path", route)) for route in ROUTES} == COVERED
