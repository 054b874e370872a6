"""What the tests of the log may ask for."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from integration.log_stores import RedisStore, SqliteStore, Store, opened
from integration.redis_server import RedisServer

from raakvlak.log import Log


@pytest.fixture(params=["sqlite", "redis"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Each store in turn, empty."""
    if request.param == "sqlite":
        yield SqliteStore(tmp_path / "data")
    else:
        server: RedisServer = request.getfixturevalue("redis_server")
        yield RedisStore(server)


@pytest.fixture
async def log(store: Store) -> AsyncIterator[Log]:
    """A log on the store, open."""
    async with opened(store.log()) as log:
        yield log
