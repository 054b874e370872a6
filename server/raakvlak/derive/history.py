"""A stream's history, page by page: what replays are made of. Read from the log, whatever runs at the moment."""

from raakvlak.canvas.events import START
from raakvlak.log import HistoryLost, Log, Stored, StreamName

PAGE = 2_000
"""Events on one page."""


async def history_page(log: Log, stream: StreamName, after: int) -> tuple[list[Stored], bool]:
    """The events from number `after + 1` on, and whether there are more. Raises HistoryLost, StoreUnavailable."""
    position = START if after == 0 else await log.position_at(stream, after)
    if position is None:
        raise HistoryLost(f"expected a stream of at least {after} events")
    events = await log.read(stream, position, PAGE + 1)
    return events[:PAGE], len(events) > PAGE
