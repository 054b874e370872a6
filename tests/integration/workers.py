"""Two workers on one Redis that serve the same workshop."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

from integration.harness import Browser, running
from integration.redis_server import RedisServer
from integration.stage import Stage

from raakvlak.config import Rhythm
from raakvlak.log import Appended, Conflicts, Log, Part
from raakvlak.log.redis import RedisLog

_DEAF = "deaf"
"""A user of Redis that may not listen any more."""
SELDOM = Rhythm(heads=600, idle=600)
"""Nothing is looked for by itself: what is heard was told by the other worker."""


@contextlib.asynccontextmanager
async def two_workers(
    folder: Path,
    redis: RedisServer,
    rhythm: Rhythm = SELDOM,
    second: str | None = None,
    second_log: Log | None = None,
    **settings: Any,
) -> AsyncIterator[tuple[Stage, Stage]]:
    """One workshop, as seen at either of two workers. `second`: another address of Redis for the second, or its log."""
    async with (
        running(folder / "one", redis=redis.url, rhythm=rhythm, **settings) as one,
        running(folder / "two", redis=second or redis.url, rhythm=rhythm, log=second_log, **settings) as two,
    ):
        made = await Browser(one.address).make()
        stages = Stage(one, made), Stage(two, made)
        try:
            yield stages
        finally:
            for stage in stages:
                await stage.clear()
    assert one.errors + two.errors == []


class HeldLog(RedisLog):
    """A log that, once it is told to `hold`, waits with what is to be appended to the shared stream."""

    def __init__(self, redis: RedisServer) -> None:
        super().__init__(redis.url)
        self._free = asyncio.Event()
        self._free.set()
        self.holding = asyncio.Event()
        """Something waits."""

    def hold(self) -> None:
        """From now on."""
        self._free.clear()

    def let_go(self) -> None:
        """No longer."""
        self._free.set()

    async def append_all(self, parts: Sequence[Part]) -> list[Appended] | Conflicts:
        """When it may."""
        if parts[0].stream.name == "shared" and not self._free.is_set():
            self.holding.set()
            await self._free.wait()
        return await super().append_all(parts)


def may_go_deaf(redis: RedisServer) -> str:
    """The address of Redis for a worker that will hear nothing any more once it is told to `go_deaf`."""
    redis.ask("ACL", "SETUSER", _DEAF, "on", f">{_DEAF}", "~*", "&*", "+@all")
    return redis.url.replace("redis://", f"redis://{_DEAF}:{_DEAF}@")


def go_deaf(redis: RedisServer) -> None:
    """Take the channels away; that drops those who listen, for good."""
    redis.ask("ACL", "SETUSER", _DEAF, "resetchannels")
