"""The HTTP server: uvicorn, with what Raakvlak needs changed."""

import asyncio
import socket
from collections.abc import Callable
from typing import cast

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn._types import ASGIReceiveEvent
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState
from websockets.frames import Frame
from websockets.http11 import Request

from raakvlak.config import Config
from raakvlak.live.line import Listener
from raakvlak.web.socket import LINE

STOP_SECONDS = 3
"""How long a stopping server waits for requests under way."""
HEAD_SECONDS = 10.0
"""How long a connection may take over the head of a request."""
FIDGETS = 500
"""Frames that say nothing by themselves (pings, pongs, pieces of a message) that a connection may send within"""
FIDGET_SECONDS = 10.0
"""this time. Browsers send hardly any; each costs us an answer, or room until its message ends."""


class HttpProtocol(H11Protocol):
    """Waits for a request only so long: uvicorn alone lets a connection that says nothing, or half a head, stay."""

    _patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody has come."""
        super().connection_made(cast(asyncio.Transport, transport))
        self._expect_head()

    def data_received(self, data: bytes) -> None:
        """They say something."""
        super().data_received(data)
        self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """They have gone."""
        super().connection_lost(exc)
        if self._patience:
            self._patience.cancel()

    def _expect_head(self) -> None:
        if self._patience and self.conn.their_state is not h11.IDLE:
            self._patience.cancel()
            self._patience = None
        elif not self._patience and self.conn.their_state is h11.IDLE:
            self._patience = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def _give_up(self) -> None:
        self._patience = None
        if self.conn.their_state is h11.IDLE:
            self.transport.abort()


class Teller(asyncio.Queue[ASGIReceiveEvent]):
    """Stands where uvicorn puts what an application is to receive, and tells a listener at once instead."""

    def __init__(self, listener: Listener) -> None:
        # Not super's: this never queues anything, and a thousand empty queues are three megabytes.
        self._listener = listener

    def put_nowait(self, item: ASGIReceiveEvent) -> None:
        """Tell it."""
        if item["type"] != "websocket.receive":
            self._listener.gone()
        elif (text := item.get("text")) is not None:
            self._listener.said(text)
        else:
            self._listener.said_bytes()


class WebSocketProtocol(WebSocketsSansIOProtocol):
    """Lets the application have the websocket itself, as a Line.

    ASGI's queue and its pause after every message cost more than all that Raakvlak does with one, and closing waits
    for a reader who may never read again.
    """

    _listener: Listener | None = None
    _fidgets = 0
    _fidgets_since = 0.0

    def __init__(
        self,
        config: uvicorn.Config,
        server_state: ServerState,
        app_state: dict[str, object],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        """Say nothing of what is in frames and handshakes, however much is logged: it is people's, as are cookies."""
        super().__init__(config, server_state, app_state, _loop)
        self.conn.debug = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Have every frame sent at once.

        asyncio only asks for that where the listening socket was made with the protocol named; otherwise a frame waits
        until the one before it was acknowledged, which clients put off for 40 ms.
        """
        super().connection_made(transport)
        connected = transport.get_extra_info("socket")
        if connected is not None and connected.family in (socket.AF_INET, socket.AF_INET6):
            connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def handle_connect(self, event: Request) -> None:
        """Accept the handshake's request, and hand the line on."""
        super().handle_connect(event)
        if hasattr(self, "scope"):
            cast(dict[str, object], self.scope["extensions"])[LINE] = self

    def handle_ping(self) -> None:
        """Answer it, if there are not too many."""
        if self._may_fidget():
            super().handle_ping()

    def handle_pong(self, event: Frame) -> None:
        """Note that they are there."""
        if self._may_fidget():
            super().handle_pong(event)

    def handle_cont(self, event: Frame) -> None:
        """Keep a piece of a message until it is complete."""
        if self._may_fidget() and len(self.frames) <= FIDGETS:
            super().handle_cont(event)
        else:
            self.abort()

    def _may_fidget(self) -> bool:
        now = self.loop.time()
        if now - self._fidgets_since > FIDGET_SECONDS:
            self._fidgets_since = now
            self._fidgets = 0
        self._fidgets += 1
        if self._fidgets > FIDGETS:
            self.abort()
        return self._fidgets <= FIDGETS

    def send_receive_event_to_app(self) -> None:
        """A message is complete."""
        if self.curr_msg_data_type == "text" and not self.close_sent:
            try:
                text = b"".join(self.frames).decode()
            except UnicodeDecodeError:
                # As uvicorn does, except that it also logs this as a fault of ours.
                self.frames = []
                self.conn.send_close(1007)
                self.handle_parser_exception()
                return
            if self._listener:
                self.frames = []
                self._listener.said(text)
                return
        super().send_receive_event_to_app()

    def resume_writing(self) -> None:
        """The transport's buffer has room again."""
        super().resume_writing()
        if self._listener:
            self._listener.writable()

    # --- a Line ---

    @property
    def congested(self) -> bool:
        return not self.writable.is_set()

    def listen(self, listener: Listener) -> None:
        self._listener = listener
        # What the handshake brought is not needed any more, and browsers bring kilobytes.
        cast(list[tuple[bytes, bytes]], self.scope["headers"]).clear()
        self.request.headers.clear()
        self.resume()
        received, self.queue = self.queue, Teller(listener)
        while not received.empty():
            self.queue.put_nowait(received.get_nowait())

    def write(self, frame: bytes) -> None:
        if not self.close_sent and not self.transport.is_closing():
            self.transport.write(frame)

    def pause(self) -> None:
        if not self.read_paused:
            self.read_paused = True
            self.transport.pause_reading()

    def resume(self) -> None:
        if self.read_paused:
            self.read_paused = False
            self.transport.resume_reading()

    def abort(self) -> None:
        self.transport.abort()


class Server(uvicorn.Server):
    """Says when it is ready to be visited."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start listening."""
        await super().startup(sockets)
        if not self.should_exit:
            self._ready()


def make_server(
    config: Config, app: ASGIApp, log_level: str = "warning", ready: Callable[[], None] = lambda: None
) -> Server:
    """A server for the application; the caller gives it its socket. `ready` is called when it listens."""
    settings = uvicorn.Config(
        app,
        http=HttpProtocol,
        ws=WebSocketProtocol,
        ws_max_size=config.limits.message_bytes,
        # Compression would cost 64 KiB a connection and most of the throughput.
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=STOP_SECONDS,
        log_level=log_level,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="on",
    )
    return Server(settings, ready)
