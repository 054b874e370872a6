"""The order of one stream, on a real log, as another worker's announcements come and go."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from unit.session import recorded_session

from raakvlak.canvas.events import START, Position, encode_event
from raakvlak.config import Rhythm
from raakvlak.live.sequencer import Sequencer
from raakvlak.log import Appended, Stored, StreamName
from raakvlak.log.sqlite import SqliteLog

NAME = StreamName("workshop", "shared")


class Following:
    """A sequencer that follows a log to which another worker appends."""

    def __init__(self, folder: Path) -> None:
        self.log = SqliteLog(folder)
        self.published: list[Stored] = []
        self._news = asyncio.Event()
        self.sequencer = Sequencer(
            name=NAME,
            log=self.log,
            templates={},
            rhythm=Rhythm(),
            shared=None,
            publish=self._publish,
            trouble=lambda stream, troubled: None,
            losing=lambda stream: None,
        )

    def _publish(self, sequencer: Sequencer, before: Position, stored: Sequence[Stored]) -> None:
        self.published.extend(stored)
        self._news.set()

    async def append_as_another_worker(self) -> list[Stored]:
        """The events of a session, appended to the log without a word to the sequencer."""
        await self.log.start()
        events = [encode_event(event) for stream, event in recorded_session().events if stream == "shared"]
        appended = await self.log.append(NAME, START, events)
        assert isinstance(appended, Appended)
        return appended.events

    async def reach(self, seq: int) -> None:
        """Wait until the sequencer has come so far."""
        async with asyncio.timeout(10):
            while self.sequencer.position.seq < seq:
                self._news.clear()
                await self._news.wait()


async def test_an_announcement_that_does_not_link_is_read_not_applied(tmp_path: Path) -> None:
    """[ORDER-30] What another worker announces is applied only where it links; otherwise the gap is read first."""
    following = Following(tmp_path)
    stored = await following.append_as_another_worker()
    following.sequencer.heard(stored[3].position, stored[4:6])
    await following.reach(len(stored))
    assert following.published == stored
    assert following.sequencer.state.records == recorded_session().stream().records
    await following.log.close()


async def test_announcements_that_repeat_change_nothing(tmp_path: Path) -> None:
    """[ORDER-31] An announcement that comes twice, or overlaps one before, is applied once."""
    following = Following(tmp_path)
    stored = await following.append_as_another_worker()
    following.sequencer.heard(START, stored[:3])
    following.sequencer.heard(START, stored[:3])
    following.sequencer.heard(stored[0].position, stored[1:])
    await following.reach(len(stored))
    assert following.published == stored
    await following.log.close()
