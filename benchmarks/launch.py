"""Starts Raakvlak as `raakvlak serve` does, but with limits that let a few fast clients stand for a crowd.

`python -m benchmarks.launch <data folder>`; the port that it took is the first line it writes.
"""

import asyncio
import socket
import sys
from pathlib import Path

from raakvlak.access.key import load_key
from raakvlak.canvases import templates
from raakvlak.config import Config, Limits
from raakvlak.log.sqlite import SqliteLog
from raakvlak.web.app import create_app
from raakvlak.web.server import make_server

MANY = 1_000_000
LIMITS = Limits(
    messages_per_second=MANY,
    messages_at_once=MANY,
    people=MANY,
    connections=MANY,
    waiting_connections=MANY,
    joins_per_minute=MANY,
)
"""Only what would refuse the load itself; what bounds memory (outboxes, unsaved intents) stays as it is."""


async def serve(folder: Path) -> None:
    """Serve on a free port until told to stop."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=1024)
    config = Config(port=listening.getsockname()[1], data=folder, secret="only-for-measuring", limits=LIMITS)
    log = SqliteLog(folder)
    await log.start()
    app = create_app(config, log, templates(), load_key(folder, config.secret))
    server = make_server(config, app, ready=lambda: _say(str(config.port)))
    try:
        await server.serve(sockets=[listening])
    finally:
        await log.close()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1])))
