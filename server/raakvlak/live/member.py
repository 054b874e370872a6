"""Someone admitted to a workshop over one connection: what they say is judged, what they hear waits in an outbox."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import msgspec

from raakvlak.canvas.events import Writer
from raakvlak.canvas.intents import Intent
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.values import MAX_COUNT
from raakvlak.canvas.view import Actor, Decision, View
from raakvlak.live.judge import Asked, Ruling
from raakvlak.live.line import text_frame
from raakvlak.live.outbox import Outbox
from raakvlak.protocol import Ask, ClientMessage, Close, Hello, Here, Notice, Refused, Saved, Skip, StreamId

if TYPE_CHECKING:
    from raakvlak.live.room import Room

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Hello | Ask | Skip | Here] = msgspec.json.Decoder(ClientMessage)


class _Numbered(msgspec.Struct, tag="ask", tag_field="type"):
    """What can still be read of an intent that is not valid, to refuse it by its number."""

    stream: StreamId
    writer: Writer
    n: Annotated[int, msgspec.Meta(ge=1, le=MAX_COUNT)]


_numbered = msgspec.json.Decoder(_Numbered)


class Goodbye(Exception):
    """The connection has to end: why, as a close code and a sentence."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def decode(text: str) -> Hello | Ask | Skip | Here:
    """A client's message. Raises Goodbye for what is none."""
    try:
        return _decoder.decode(text)
    except msgspec.DecodeError as error:
        raise Goodbye(Close.INVALID, f"expected a message of the protocol: {error}") from error
    except RecursionError:
        raise Goodbye(Close.INVALID, "expected a message that is less deeply nested") from None


def _refusing(refusal: Refusal) -> Ruling:
    """What takes the number of an intent that cannot happen, in its turn."""

    def refuse(view: View) -> Decision:
        raise refusal

    return refuse


class Member:
    """A person at one connection, until it ends."""

    def __init__(self, room: "Room", actor: Actor, streams: list[str], outbox: Outbox, unsaved_limit: int) -> None:
        self.actor = actor
        self.streams = streams
        self.outbox = outbox
        self.goodbye: asyncio.Future[Goodbye] = asyncio.get_running_loop().create_future()
        self._room = room
        self._unsaved = 0
        self._unsaved_limit = unsaved_limit
        self.here: Here | None = None
        """Where they said they are, as others may hear it."""
        self.relieved: Callable[[], None] = lambda: None
        """Called when no longer `full`."""

    def send(self, message: msgspec.Struct) -> None:
        """Say this to this member alone, unless they have to go: then they hear nothing more."""
        if self.goodbye.done():
            return
        self.outbox.put(text_frame(_encoder.encode(message)))

    def dismiss(self, code: int, message: str) -> None:
        """End the connection."""
        if not self.goodbye.done():
            self.goodbye.set_result(Goodbye(code, message))

    def take(self, text: str) -> None:
        """One message from this member. Raises Goodbye for what no client of ours sends."""
        try:
            message = decode(text)
        except Goodbye as goodbye:
            self._refuse_invalid(text, goodbye)
            return
        if type(message) is Here:
            self._room.say_here(self, message)
        elif type(message) is Ask:
            self._ask(message.stream, message.writer, message.n, message.intent)
        elif type(message) is Skip:
            refusal = Refusal("invalid", "this intent was given up by its author")
            self._ask(message.stream, message.writer, message.n, _refusing(refusal))
        else:
            raise Goodbye(Close.INVALID, "expected hello only once")

    def _refuse_invalid(self, text: str, goodbye: Goodbye) -> None:
        """Refuse an invalid intent by its number, so that it costs its author nothing else."""
        try:
            asked = _numbered.decode(text)
        except (msgspec.DecodeError, RecursionError):
            raise goodbye from None
        self._ask(asked.stream, asked.writer, asked.n, _refusing(Refusal("invalid", goodbye.message)))

    def _ask(self, stream: str, writer: str, n: int, intent: Intent | Ruling) -> None:
        self._own_writer(writer)
        self._unsaved += 1
        actor = self.actor if writer == self.actor.writer else msgspec.structs.replace(self.actor, writer=writer)
        self._room.ask(self, stream, Asked(actor, n, intent, self))

    def _own_writer(self, writer: str) -> None:
        if writer.partition("-")[0] != self.actor.person:
            raise Goodbye(Close.INVALID, f"expected a writer of {self.actor.person!r}, but got {writer!r}")

    @property
    def full(self) -> bool:
        """Whether too much of this member waits to be saved for them to say more."""
        return self._unsaved >= self._unsaved_limit

    # --- answers, by the sequencer ---

    def saved(self, asked: Asked, stream: str, again: bool) -> None:
        """It is on disk; unless `again`, its event says so."""
        self._answered()
        if again:
            self.send(Saved(stream, asked.actor.writer, asked.n))

    def refused(self, asked: Asked, stream: str, refusal: Refusal) -> None:
        """It does not happen."""
        self._answered()
        self.send(Refused(stream, asked.actor.writer, asked.n, refusal.code, refusal.message, refusal.by))

    def _answered(self) -> None:
        was_full = self.full
        self._unsaved -= 1
        if was_full and not self.full:
            self.relieved()

    def slow_down(self) -> None:
        """Say that they are read more slowly now."""
        self.send(Notice("slow-down", "expected fewer messages a second; yours are read more slowly, none is lost"))
