"""How frames leave the server's own websocket protocol."""

import asyncio
import socket

import uvicorn
from integration.harness import PATIENCE, listening_socket
from starlette.applications import Starlette
from uvicorn.server import ServerState

from raakvlak.web.server import WebSocketProtocol


async def test_a_frame_does_not_wait_for_the_one_before_to_be_acknowledged() -> None:
    """[WEB-40] Every connection has TCP_NODELAY, also where the listening socket did not name its protocol."""
    connected: asyncio.Future[socket.socket] = asyncio.get_running_loop().create_future()

    class Protocol(WebSocketProtocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            super().connection_made(transport)
            connected.set_result(transport.get_extra_info("socket"))

    config = uvicorn.Config(Starlette(), ws=Protocol)
    config.load()
    listening = listening_socket()
    assert listening.proto == 0
    server = await asyncio.get_running_loop().create_server(lambda: Protocol(config, ServerState(), {}), sock=listening)
    _, writer = await asyncio.open_connection(*listening.getsockname())
    accepted = await asyncio.wait_for(connected, PATIENCE)
    assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
