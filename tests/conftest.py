"""What all tests may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from integration.redis_server import RedisServer

# A busy computer is no failure, hence no deadlines; what fails prints how to make it fail again.
settings.register_profile("test", deadline=None, print_blob=True)
settings.register_profile("soak", deadline=None, print_blob=True, max_examples=5_000)
settings.load_profile("test")


@pytest.fixture
def redis_server(tmp_path: Path) -> Iterator[RedisServer]:
    """A real Redis of this test's own."""
    server = RedisServer(tmp_path / "redis")
    server.start()
    yield server
    server.resume()
    server.kill()
