"""Changes by the server itself, as when somebody joins: asked of a stream like anybody's, and waited for."""

import asyncio
import secrets
from collections import Counter

from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.view import Actor, Decision, View
from raakvlak.live.judge import Asked, Ruling
from raakvlak.live.sequencer import Sequencer
from raakvlak.log import StoreUnavailable


class ServerHand:
    """The server as one more writer in a workshop."""

    def __init__(self, patience: float) -> None:
        """`patience`: how many seconds a change may take."""
        self._patience = patience
        self._actor = Actor("server", "facilitator", f"server-{secrets.token_hex(8)}")
        self._numbers: Counter[str] = Counter()

    async def change(self, sequencer: Sequencer, ruling: Ruling) -> None:
        """Ask, and return when it is saved. Raises Refusal or StoreUnavailable."""
        if sequencer.lost:
            raise StoreUnavailable(sequencer.lost.message)
        self._numbers[sequencer.name.name] += 1
        answer = _Answer(asyncio.get_running_loop().create_future())

        def unless_given_up(view: View) -> Decision:
            if answer.outcome.cancelled():
                raise Refusal("invalid", "expected somebody to wait for this, but they have given up")
            return ruling(view)

        sequencer.ask(Asked(self._actor, self._numbers[sequencer.name.name], unless_given_up, answer))
        try:
            # Cancels the outcome when it takes too long, or when whoever waits for it is cancelled.
            await asyncio.wait_for(answer.outcome, self._patience)
        except TimeoutError:
            raise StoreUnavailable("expected to save this in time, but the store does not answer") from None


class _Answer:
    """Turns a sequencer's answer into a future."""

    def __init__(self, outcome: "asyncio.Future[None]") -> None:
        self.outcome = outcome

    def saved(self, asked: Asked, stream: str, again: bool) -> None:
        if not self.outcome.done():
            self.outcome.set_result(None)

    def refused(self, asked: Asked, stream: str, refusal: Refusal) -> None:
        if not self.outcome.done():
            self.outcome.set_exception(refusal)
