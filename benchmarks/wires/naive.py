"""The naive relay's protocol: every move is a frame of its own."""

import json

from benchmarks.wires import Heard, Speaks, heard


class NaiveWire:
    """See Wire."""

    binary = False
    saves = False

    def __init__(self, port: int) -> None:
        self._port = port

    async def prepare(self, people: int) -> None:
        """Nobody has to join."""

    def address(self, index: int) -> tuple[str, dict[str, str]]:
        return f"ws://127.0.0.1:{self._port}/", {}

    async def enter(self, line: Speaks) -> int:
        """Nothing has to be said first."""
        return 0

    async def make_ready(self, line: Speaks) -> None:
        """Nothing is needed."""

    def move(self, index: int, number: int) -> bytes:
        return b'{"type":"move","item":"item-%d","by":%d,"x":%d,"y":567.5}' % (index, index, number)

    def read(self, payload: bytes) -> Heard | None:
        move = json.loads(payload)
        return heard({move["by"]: move["x"]}, {move["by"]: 1})
