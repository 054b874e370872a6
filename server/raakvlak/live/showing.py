"""The shared stream's order, with what shows what was private: a reveal, a lifted note, the end of a vote.

Such an intent is decided while the own streams that it is about stand still, at all that the store holds of them. What
it shows is appended together with what it thereby takes from them, all of it or nothing: nothing is ever shown twice,
or shown and still private. Who goes on in one of those streams at another worker finds that it has gone on, and looks
into the shared one before anything else is decided. So whatever was saved before counts, and what comes after is
refused.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from typing import Any

from raakvlak.canvas.decide_private import settled
from raakvlak.canvas.events import FORMAT, Event, IntentId
from raakvlak.canvas.leading import CloseRound
from raakvlak.canvas.state import StreamState
from raakvlak.live.judge import Asked, Judged, happen, now_in
from raakvlak.live.private import Needed, PrivateStreams, is_about_everyone, may_vote, needed_for, owner_of, shows
from raakvlak.live.sequencer import Sequencer
from raakvlak.live.stream import SERVER
from raakvlak.log import Conflicts, HistoryLost, Part, Stored


class SharedSequencer(Sequencer):
    """The order of the shared stream."""

    def __init__(self, private: PrivateStreams, **settings: Any) -> None:
        super().__init__(shared=None, **settings)
        self._private = private
        self._writer = f"{SERVER}-{secrets.token_hex(8)}"

    def _next_batch(self) -> tuple[list[Asked], list[Asked]]:
        """What is about everyone's own streams is decided alone: by then it is certain who asks for it, and when."""
        batch, left = super()._next_batch()
        first = next((place for place, asked in enumerate(batch) if is_about_everyone(asked.intent)), len(batch))
        size = max(first, 1)
        return batch[:size], batch[size:] + left

    async def _settle(self, batch: list[Asked]) -> None:
        if not any(shows(asked.intent) for asked in batch):
            await super()._settle(batch)
            return
        while True:
            needed = needed_for(batch, self.state)
            own = await self.persist(partial(self._private.opened_for, needed))
            async with _standing_still(own):
                if await self._show(batch, own, needed):
                    return

    async def _show(self, batch: list[Asked], own: Sequence[Sequencer], needed: Needed) -> bool:
        """Settle the batch; False if by now it is decided from other own streams as well."""
        own = await _up_to_date(own)
        while True:
            private = {owner_of(each.name.name) or "": each.state for each in own}
            judged = self.judge.judge(batch, self.state, None, private)
            if judged.events:
                taken = {each: taking for each in own if (taking := self._taken(batch, each, judged.fork))}
                if not await self._append_all(judged, taken):
                    own = [each for each in own if not each.lost]
                    if needed_for(batch, self.state) == needed:
                        continue
                    return False
            self.judge.answer(judged)
            return True

    def _taken(self, batch: Sequence[Asked], own: Sequencer, shared: StreamState) -> tuple[StreamState, Stored] | None:
        """What goes from somebody's own stream since it is shown, and what that stream then amounts to.

        When a vote is closed something happens in every voter's, so that no other worker counts on it any longer.
        """
        changes = tuple(settled(own.state, shared))
        closing = any(isinstance(asked.intent, CloseRound) for asked in batch)
        if not changes and not (closing and may_vote(owner_of(own.name.name) or "", shared)):
            return None
        fork = own.state.fork()
        number = fork.writers.get(self._writer, 0) + 1
        event = Event(v=FORMAT, at=now_in(fork), by=SERVER, intent=IntentId(self._writer, number), changes=changes)
        return fork, happen(fork, event)

    async def _append_all(self, judged: Judged, taken: dict[Sequencer, tuple[StreamState, Stored]]) -> bool:
        """Whether all of it is on disk. Otherwise the streams have gone on, and what they missed is taken in."""
        parts = [Part(self.name, self.position, [each.event for each in judged.events])]
        parts += [Part(own.name, own.position, [stored.event]) for own, (_, stored) in taken.items()]
        try:
            outcome = await self.persist(partial(self._log.append_all, parts))
        except HistoryLost:
            before = [own.position for own in taken]
            await _up_to_date(list(taken))
            if before == [own.position for own in taken] and not any(own.lost for own in taken):
                raise
            return False
        if isinstance(outcome, Conflicts):
            for sequencer, missed in zip((self, *taken), outcome.missed, strict=True):
                if missed:
                    sequencer.follow(missed)
            return False
        self.absorb(judged, outcome[0].events[-1].position)
        for own, (fork, stored) in taken.items():
            own.go_on(fork, stored)
        return True


@asynccontextmanager
async def _standing_still(sequencers: Sequence[Sequencer]) -> AsyncIterator[None]:
    """Have the turn in all of them."""
    async with AsyncExitStack() as turns:
        for each in sequencers:
            await turns.enter_async_context(each.turn)
        yield


async def _up_to_date(sequencers: Sequence[Sequencer]) -> list[Sequencer]:
    """Those of them that hold all that the store does; the others are lost to their owners, not to everyone."""

    async def look(sequencer: Sequencer) -> None:
        try:
            await sequencer.look()
        except Exception as error:
            sequencer.lose(error)

    await asyncio.gather(*(look(each) for each in sequencers if not each.lost))
    return [each for each in sequencers if not each.lost]
