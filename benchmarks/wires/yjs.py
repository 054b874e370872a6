"""Hocuspocus's protocol, as its provider speaks it: Yjs updates that set a key of a map, for an item that is dragged.

Written by hand, because what is measured is the server, and making updates with Yjs costs more than relaying them.
The format is that of Yjs 13, https://github.com/yjs/yjs/blob/main/INTERNALS.md; the server applies each one.
"""

import struct
from collections.abc import Callable

from benchmarks.wires import Heard, Speaks, heard

DOCUMENT = "bench"
FIRST_CLIENT = 1_000_000
"""Yjs's id of client 0; real ones are random and as long or longer."""
SYNC, AUTH = 0, 2
STEP_1, STEP_2, UPDATE = 0, 1, 2
CONTENT_ANY, KIND, HAS_KEY, HAS_ORIGIN = 8, 0x1F, 0x20, 0x80
OBJECT, STRING, FLOAT = 118, 119, 124


def varuint(number: int) -> bytes:
    """A whole number, seven bits a byte."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def text(value: str) -> bytes:
    """A string with its length in front."""
    encoded = value.encode()
    return varuint(len(encoded)) + encoded


def sized(value: bytes) -> bytes:
    """Bytes with their length in front."""
    return varuint(len(value)) + value


_ADDRESS = text(DOCUMENT)


def record(fields: dict[str, float | str]) -> bytes:
    """An object of 32 bit floats and strings."""
    out = bytes([OBJECT]) + varuint(len(fields))
    for name, value in fields.items():
        out += text(name)
        out += bytes([STRING]) + text(value) if isinstance(value, str) else bytes([FLOAT]) + struct.pack(">f", value)
    return out


def update(client: int, clock: int, key: str, before: int | None, fields: dict[str, float | str]) -> bytes:
    """Set a key of the map "items"; `before` is the clock at which this client set it last."""
    ident = varuint(client)
    content = b"\x01" + record(fields)
    head = b"\x01\x01" + ident + varuint(clock)
    if before is None:
        return head + bytes([CONTENT_ANY | HAS_KEY]) + b"\x01" + text("items") + text(key) + content + b"\x00"
    deleted = b"\x01" + ident + b"\x01" + varuint(before) + b"\x01"
    return head + bytes([CONTENT_ANY | HAS_KEY | HAS_ORIGIN]) + ident + varuint(before) + content + deleted


class Reader:
    """Bytes, read from the front."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        self._data = data
        self.at = at

    def byte(self) -> int:
        """The next byte."""
        self.at += 1
        return self._data[self.at - 1]

    def varuint(self) -> int:
        """The next whole number."""
        shift = number = 0
        while (byte := self.byte()) > 0x7F:
            number |= (byte & 0x7F) << shift
            shift += 7
        return number | byte << shift

    def skip(self, size: int) -> None:
        """Go on after this many bytes."""
        self.at += size


def clocks(data: Reader) -> tuple[dict[int, int], dict[int, int]]:
    """The last clock of each client in an update, and how many changes of theirs it holds."""
    last: dict[int, int] = {}
    counts: dict[int, int] = {}
    for _ in range(data.varuint()):
        changes, client, clock = data.varuint(), data.varuint(), data.varuint()
        for _ in range(changes):
            _skip_change(data)
        last[client] = clock + changes - 1
        counts[client] = changes
    return last, counts


def _skip_change(data: Reader) -> None:
    info = data.byte()
    if info & HAS_ORIGIN:
        data.varuint()
        data.varuint()
    else:
        data.varuint()
        data.skip(data.varuint())
        data.skip(data.varuint())
    if info & KIND != CONTENT_ANY or data.varuint() != 1:
        raise ValueError(f"expected one change of a place, but got a change of kind {info & KIND}")
    _skip_value(data)


def _skip_value(data: Reader) -> None:
    kind = data.byte()
    if kind == FLOAT:
        data.skip(4)
    elif kind == STRING:
        data.skip(data.varuint())
    elif kind == OBJECT:
        for _ in range(data.varuint()):
            data.skip(data.varuint())
            _skip_value(data)
    else:
        raise ValueError(f"expected an object of floats and strings, but got a value of kind {kind}")


class YjsWire:
    """See Wire."""

    binary = True
    saves = False

    def __init__(self, port: int) -> None:
        self._port = port

    async def prepare(self, people: int) -> None:
        """Nobody has to join."""

    def address(self, index: int) -> tuple[str, dict[str, str]]:
        return f"ws://127.0.0.1:{self._port}/", {}

    async def enter(self, line: Speaks) -> int:
        answered = line.until(_is(AUTH))
        line.say(_ADDRESS + bytes([AUTH, 0]) + text("token"))
        await answered
        synced = line.until(_is(SYNC, STEP_2))
        line.say(_ADDRESS + bytes([SYNC, STEP_1]) + sized(b"\x00"))
        return len(await synced)

    async def make_ready(self, line: Speaks) -> None:
        """Nothing is needed."""

    def move(self, index: int, number: int) -> bytes:
        clock = number - 1
        before = clock - 1 if clock else None
        change = update(FIRST_CLIENT + index, clock, f"item-{index}", before, {"x": number + 0.5, "y": 567.5})
        return _ADDRESS + bytes([SYNC, UPDATE]) + sized(change)

    def item(self, clock: int) -> bytes:
        """The message that adds an item of client 0, of which every clock is another one."""
        words = f"A thought of ordinary length, as people write them, number {clock}."
        change = update(FIRST_CLIENT, clock, f"item-{clock}", None, {"x": clock + 0.5, "y": 567.5, "text": words})
        return _ADDRESS + bytes([SYNC, UPDATE]) + sized(change)

    def read(self, payload: bytes) -> Heard | None:
        if not payload.startswith(_ADDRESS + bytes([SYNC, UPDATE])):
            return None
        data = Reader(payload, len(_ADDRESS) + 2)
        data.varuint()  # how long the update is
        last, counts = clocks(data)
        moves = {client - FIRST_CLIENT: clock + 1 for client, clock in last.items()}
        return heard(moves, {client - FIRST_CLIENT: count for client, count in counts.items()})


def _is(*kind: int) -> Callable[[bytes], bool]:
    head = _ADDRESS + bytes(kind)
    return lambda payload: payload.startswith(head)
