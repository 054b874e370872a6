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
    loop = asyncio.get_running_loop()
    made: list[WebSocketProtocol] = []

    def protocol() -> WebSocketProtocol:
        config = uvicorn.Config(Starlette(), ws=WebSocketProtocol)
        config.load()
        made.append(WebSocketProtocol(config, ServerState(), {}))
        return made[0]

    listening = listening_socket()
    assert listening.proto == 0
    server = await loop.create_server(protocol, sock=listening)
    _, writer = await asyncio.open_connection(*listening.getsockname())
    async with asyncio.timeout(PATIENCE):
        while not made or made[0].transport is None:
            await asyncio.sleep(0)
    connected = made[0].transport.get_extra_info("socket")
    assert connected.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
