"""What one writes first: a Starlette relay that awaits one send for each participant. Keeps nothing, checks nothing."""

import socket
import sys

import uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

room: list[WebSocket] = []


async def relay(websocket: WebSocket) -> None:
    """Everything that one says goes to all others."""
    await websocket.accept()
    room.append(websocket)
    try:
        while True:
            text = await websocket.receive_text()
            for other in list(room):
                if other is not websocket:
                    await other.send_text(text)
    except WebSocketDisconnect:
        pass
    finally:
        room.remove(websocket)


def main() -> None:
    """Serve on a free port, which is the first line written."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=1024)
    sys.stdout.write(f"{listening.getsockname()[1]}\n")
    sys.stdout.flush()
    app = Starlette(routes=[WebSocketRoute("/", relay)])
    # As `uvicorn app:app` runs it: with uvloop, since that is installed here.
    uvicorn.Server(uvicorn.Config(app, log_level="error")).run(sockets=[listening])


if __name__ == "__main__":
    main()
