"""What the leak test may ask for."""

from collections.abc import Iterator

import pytest
from integration.redis_server import RedisServer


@pytest.fixture(scope="session")
def shared_redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one real Redis for all sessions of this process: each makes a workshop of its own."""
    server = RedisServer(tmp_path_factory.mktemp("redis"))
    server.start()
    yield server.url
    server.kill()
