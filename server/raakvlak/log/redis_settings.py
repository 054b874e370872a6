"""Whether a Redis keeps what it is given: looked up before it is used."""

import logging

from redis.asyncio import Redis
from redis.exceptions import AuthenticationError, NoPermissionError, ResponseError

from raakvlak.log import StoreRefused

logger = logging.getLogger(__name__)

NEEDED = {"appendonly": "yes", "appendfsync": "always", "maxmemory-policy": "noeviction"}
"""What "saved" rests on: every write is on disk before it is answered, and nothing is thrown away."""
OLDEST = 7
"""The first version of Redis that refuses a script as a whole when there is no memory for it."""


async def check_settings(redis: Redis, *, trusted: bool) -> None:
    """Raises StoreRefused, saying which setting to change. Raises RedisError when Redis cannot be asked."""
    try:
        server = await redis.info("server")
    except (AuthenticationError, NoPermissionError) as error:
        raise StoreRefused(f"expected Redis to let this server in, but it says: {error}") from error
    version = str(server["redis_version"])
    if int(version.partition(".")[0]) < OLDEST:
        raise StoreRefused(f"expected Redis {OLDEST} or newer, but this is Redis {version}")
    try:
        found = await redis.config_get(*NEEDED)
    except (NoPermissionError, ResponseError) as error:
        if not _is_forbidden(error):
            raise
        if not trusted:
            needed = ", ".join(f"{name} {value}" for name, value in NEEDED.items())
            raise StoreRefused(
                f"expected to be allowed to look whether Redis has {needed}, but it refuses CONFIG GET: "
                "allow that, or make sure of it yourself and start with RAAKVLAK_TRUST_REDIS=1"
            ) from error
        logger.warning("Redis does not let its settings be looked at: that it saves on every write is taken on trust")
        return
    wrong = {name: value for name, value in NEEDED.items() if found.get(name) != value}
    if wrong:
        raise StoreRefused(
            "expected a Redis that saves on every write and throws nothing away, but "
            + "; ".join(f"{name} is {found.get(name)} (set it to {value})" for name, value in wrong.items())
        )


def _is_forbidden(error: ResponseError) -> bool:
    return isinstance(error, NoPermissionError) or "unknown command" in str(error)
