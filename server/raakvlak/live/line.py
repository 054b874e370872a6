"""What a connection needs of the websocket under it: whole texts come in, frames go out, nothing is ever awaited."""

from typing import Protocol

from websockets.frames import Frame, Opcode


def text_frame(text: bytes) -> bytes:
    """The bytes that say this on a websocket; the same for everyone, so made once for all who hear it."""
    return Frame(Opcode.TEXT, text).serialize(mask=False)


class Listener(Protocol):
    """Who is told what goes on on a line. Must not raise."""

    def said(self, text: str) -> None:
        """The other side says this."""

    def said_bytes(self) -> None:
        """The other side says what is no text."""

    def gone(self) -> None:
        """The line is closed, or about to be."""

    def writable(self) -> None:
        """The line takes frames again."""


class Line(Protocol):
    """A websocket that is open."""

    @property
    def congested(self) -> bool:
        """Whether what was written waits for the other side to read. Writing more only makes it wait as well."""

    def listen(self, listener: Listener) -> None:
        """Tell this one what happens from now on, beginning with what was not received yet. ASGI's receive is over."""

    def write(self, frame: bytes) -> None:
        """Send a frame of `text_frame`; nothing happens when the line is closed."""

    def pause(self) -> None:
        """Read no more. What was read already is still told, up to one read's worth."""

    def resume(self) -> None:
        """Read on."""

    def abort(self) -> None:
        """Cut the line off without asking the other side."""
