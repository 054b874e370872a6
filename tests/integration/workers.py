"""Two workers on one Redis that serve the same workshop."""

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from integration.harness import Browser, running
from integration.redis_server import RedisServer
from integration.stage import Stage

from raakvlak.config import Rhythm

_DEAF = "deaf"
"""A user of Redis that may not listen any more."""
SELDOM = Rhythm(heads=600, idle=600)
"""Nothing is looked for by itself: what is heard was told by the other worker."""


@contextlib.asynccontextmanager
async def two_workers(
    folder: Path, redis: RedisServer, rhythm: Rhythm = SELDOM, second: str | None = None
) -> AsyncIterator[tuple[Stage, Stage]]:
    """One workshop, as seen at either of two workers. `second`: another address of Redis for the second."""
    async with (
        running(folder / "one", redis=redis.url, rhythm=rhythm) as one,
        running(folder / "two", redis=second or redis.url, rhythm=rhythm) as two,
    ):
        made = await Browser(one.address).make()
        stages = Stage(one, made), Stage(two, made)
        try:
            yield stages
        finally:
            for stage in stages:
                await stage.clear()
    assert one.errors + two.errors == []


def may_go_deaf(redis: RedisServer) -> str:
    """The address of Redis for a worker that will hear nothing any more once it is told to `go_deaf`."""
    redis.ask("ACL", "SETUSER", _DEAF, "on", f">{_DEAF}", "~*", "&*", "+@all")
    return redis.url.replace("redis://", f"redis://{_DEAF}:{_DEAF}@")


def go_deaf(redis: RedisServer) -> None:
    """Take the channels away; that drops those who listen, for good."""
    redis.ask("ACL", "SETUSER", _DEAF, "resetchannels")
