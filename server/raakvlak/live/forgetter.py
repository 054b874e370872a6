"""Now and then looks through all workshops for what people's own streams need no longer, and has it erased there."""

import asyncio
import logging
import time

from raakvlak.canvas.events import START, decode_event
from raakvlak.canvas.forgetting import thinned
from raakvlak.canvas.state import BrokenStreamError
from raakvlak.config import Rhythm
from raakvlak.live.private import owner_of
from raakvlak.live.rooms import Rooms
from raakvlak.log import Log, LogError, StreamName

logger = logging.getLogger(__name__)


async def forget_forever(rooms: Rooms, log: Log, rhythm: Rhythm) -> None:
    """Sweep at once, and then again and again."""
    while True:
        try:
            await forget_once(rooms, log, int((time.time() - rhythm.forget_shown) * 1000))
        except (LogError, BrokenStreamError) as error:
            logger.warning("Could not look through all workshops for what is to be erased: %s", error)
        await asyncio.sleep(rhythm.sweep)


async def forget_once(rooms: Rooms, log: Log, before: int) -> None:
    """Erase what was shown or deleted `before` (ms since 1970). Raises LogError."""
    for workshop in await log.workshops():
        for name in await log.streams(workshop):
            if owner_of(name) and await _is_due(log, StreamName(workshop, name), before):
                room = await rooms.get(workshop)
                (await room.stream(name)).forget(before)


async def _is_due(log: Log, stream: StreamName, before: int) -> bool:
    events = []
    position = START
    while stored := await log.read(stream, position):
        events += [decode_event(each.event) for each in stored]
        position = stored[-1].position
    return thinned(events, before) is not None
