"""Ending tasks for certain."""

import asyncio
from typing import Any

CANCEL_AGAIN = 0.1
"""Seconds after which a cancellation that had no effect is repeated."""


async def stop(*tasks: "asyncio.Task[Any] | None") -> None:
    """Cancel them, and return when they have ended, whatever they made of it.

    Again and again: redis-py writes within asyncio.wait_for, which can lose a cancellation (Python 3.11).
    """
    given = [task for task in tasks if task]
    while left := [task for task in given if not task.done()]:
        for task in left:
            task.cancel()
        await asyncio.wait(left, timeout=CANCEL_AGAIN)
    for task in given:
        if not task.cancelled():
            task.exception()  # so that nobody complains that it was never asked for
