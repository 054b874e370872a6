"""A stream's history, page by page: what replays are made of. Read from the log, whatever runs at the moment."""

from raakvlak.canvas.events import START
from raakvlak.log import HistoryLost, Log, Stored, StreamName

PAGE = 2_000
"""Events on one page,"""
PAGE_BYTES = 4 * 1024 * 1024
"""unless they are so long that fewer fill it."""
READ = 250
"""Events that are read at once."""


async def history_page(log: Log, stream: StreamName, after: int) -> tuple[list[Stored], bool]:
    """The events from number `after + 1` on, and whether there are more. Raises HistoryLost, StoreUnavailable."""
    try:
        return await _page(log, stream, after)
    except HistoryLost:
        return await _page(log, stream, after)  # something in it may just have been erased


async def _page(log: Log, stream: StreamName, after: int) -> tuple[list[Stored], bool]:
    position = START if after == 0 else await log.position_at(stream, after)
    if position is None:
        raise HistoryLost(f"expected a stream of at least {after} events")
    events: list[Stored] = []
    size = 0
    while len(events) <= PAGE and size < PAGE_BYTES:
        read = await log.read(stream, position, min(READ, PAGE + 1 - len(events)))
        if not read:
            return events, False
        events += read
        size += sum(len(each.event) for each in read)
        position = read[-1].position
    return events[:PAGE], True
