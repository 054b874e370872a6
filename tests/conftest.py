"""What all tests may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from integration.redis_server import RedisServer


@pytest.fixture
def redis_server(tmp_path: Path) -> Iterator[RedisServer]:
    """A real Redis of this test's own."""
    server = RedisServer(tmp_path / "redis")
    server.start()
    yield server
    server.resume()
    server.kill()
