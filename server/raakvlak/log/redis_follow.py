"""Hearing what other workers append and say, over one connection to Redis for all workshops.

Redis publishes an append in the same step as it stores it, so a message can only be missed while the connection is
broken. It is made again for ever; each subscription that is confirmed anew is told to its listeners as a gap. A
connection on which nothing comes is asked for a sign of life, so that one that died in silence is noticed.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import msgspec
from redis.asyncio import Connection, Redis
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import RedisError

from raakvlak.canvas.events import Position
from raakvlak.log import Listener, Stored, StoreUnavailable
from raakvlak.stopping import stop

logger = logging.getLogger(__name__)

SILENCE = 5.0
"""Seconds without a message before a sign of life is asked; as long again without one, and the connection is dead."""
PAUSE_FIRST = 0.05
PAUSE_LONGEST = 2.0
"""Seconds between attempts to connect."""
_EVERYONE = "raakvlak:workers"
"""A channel that every worker hears, so that its connection always hears something."""


class _Announced(msgspec.Struct, frozen=True, array_like=True, tag="appended"):
    stream: str
    after: tuple[int, str]
    entries: list[tuple[str, bytes]]


class _Said(msgspec.Struct, frozen=True, array_like=True, tag="said"):
    message: bytes


_encoder = msgspec.msgpack.Encoder()
_decoder: msgspec.msgpack.Decoder[_Announced | _Said] = msgspec.msgpack.Decoder(_Announced | _Said)


def channel_of(workshop: str) -> str:
    return f"raakvlak:{{{workshop}}}:live"


def announce(worker: bytes, stream: str, after: Position, events: Sequence[Stored]) -> bytes:
    """The message that tells other workers of an append."""
    entries = [(each.position.token, each.event) for each in events]
    return worker + _encoder.encode(_Announced(stream, (after.seq, after.token), entries))


def say(worker: bytes, message: bytes) -> bytes:
    return worker + _encoder.encode(_Said(message))


class _Channel:
    """One workshop's listeners, and whether Redis has confirmed that it is subscribed to."""

    def __init__(self) -> None:
        self.listeners: list[Listener] = []
        self.confirmed = asyncio.Event()
        self.known = False
        """It was subscribed to before: when it is again, something may have been missed."""


class _Subscription:
    def __init__(self, follower: "Follower", workshop: str, listener: Listener) -> None:
        self._follower = follower
        self._workshop = workshop
        self._listener = listener
        self._closed = False

    async def close(self) -> None:
        if not self._closed:
            self._closed = True
            await self._follower.leave(self._workshop, self._listener)


class Follower:
    """Tells the listeners of this worker what others do."""

    def __init__(self, redis: Redis, worker: bytes, timeout: float, returned: Callable[[], Awaitable[None]]) -> None:
        self._redis = redis
        self._returned = returned
        """Done whenever Redis can be reached again, before anything is heard."""
        self._worker = worker
        self._timeout = timeout
        self._channels: dict[str, _Channel] = {}
        self._connection: Connection | None = None
        """While it is up and subscribed to all channels there were when it came up."""
        self._running: asyncio.Task[None] | None = None
        self._pause = PAUSE_FIRST
        self._told = False

    def start(self) -> None:
        self._running = asyncio.create_task(self._run())

    async def close(self) -> None:
        await stop(self._running)
        self._running = None

    async def follow(self, workshop: str, listener: Listener) -> _Subscription:
        name = channel_of(workshop)
        channel = self._channels.setdefault(name, _Channel())
        channel.listeners.append(listener)
        try:
            async with asyncio.timeout(self._timeout):
                if len(channel.listeners) == 1:
                    await self._send("SUBSCRIBE", name)
                await channel.confirmed.wait()
        except TimeoutError:
            await self.leave(workshop, listener)
            raise StoreUnavailable(
                f"expected Redis to confirm a subscription within {self._timeout:g} s, but it did not"
            ) from None
        except BaseException:
            await self.leave(workshop, listener)
            raise
        return _Subscription(self, workshop, listener)

    async def leave(self, workshop: str, listener: Listener) -> None:
        name = channel_of(workshop)
        channel = self._channels.get(name)
        if channel and listener in channel.listeners:
            channel.listeners.remove(listener)
            if not channel.listeners:
                del self._channels[name]
                await self._send("UNSUBSCRIBE", name)

    async def _send(self, *command: str) -> None:
        """Ask it of the connection that is up; one that comes up later asks for all channels by itself."""
        if self._connection:
            try:
                await self._connection.send_command(*command, check_health=False)
            except (RedisError, OSError):
                logger.debug("Could not send %s", command, exc_info=True)

    async def _run(self) -> None:
        again = False
        while True:
            connection: Any = self._redis.connection_pool.make_connection()  # type: ignore[no-untyped-call]
            try:
                await connection.connect()
                if again:
                    await self._returned()
                again = True
                self._connection = connection
                await connection.send_command("SUBSCRIBE", _EVERYONE, *self._channels, check_health=False)
                await self._listen(connection)
            except Exception as error:  # whatever it was, without this connection workers drift apart
                if not self._told:
                    logger.warning("Cannot hear other workers: %s", error)
                self._told = True
            finally:
                self._connection = None
                for channel in self._channels.values():
                    channel.confirmed.clear()
                await connection.disconnect(nowait=True)
            await asyncio.sleep(self._pause)
            self._pause = min(self._pause * 2, PAUSE_LONGEST)

    async def _listen(self, connection: Connection) -> None:
        asked = False
        while True:
            answer = await connection.read_response(timeout=SILENCE, disconnect_on_error=False)
            if answer is not None:
                asked = False
                self._hear(*answer)
            elif asked:
                raise RedisConnectionError(f"expected a sign of life within {SILENCE:g} s, but none came")
            else:
                asked = True
                await connection.send_command("PING", check_health=False)

    def _hear(self, kind: bytes, name: bytes, content: bytes | int = 0) -> None:
        channel = self._channels.get(name.decode())
        if channel is None:
            if kind == b"subscribe":
                self._pause = PAUSE_FIRST
                self._told = False
        elif kind == b"subscribe":
            self._confirm(channel)
        elif kind == b"message" and isinstance(content, bytes) and not content.startswith(self._worker):
            self._tell(channel, name, content)

    def _confirm(self, channel: _Channel) -> None:
        channel.confirmed.set()
        if channel.known:
            for listener in list(channel.listeners):
                listener.gap()
        channel.known = True

    def _tell(self, channel: _Channel, name: bytes, content: bytes) -> None:
        try:
            heard = _decoder.decode(memoryview(content)[len(self._worker) :])
        except msgspec.DecodeError:
            logger.warning("Heard something on %s that no worker of this version says", name)
            for listener in list(channel.listeners):
                listener.gap()
            return
        if isinstance(heard, _Said):
            for listener in list(channel.listeners):
                listener.said(heard.message)
            return
        seq, token = heard.after
        events = [Stored(Position(seq + i, each[0]), each[1]) for i, each in enumerate(heard.entries, 1)]
        for listener in list(channel.listeners):
            listener.appended(heard.stream, Position(seq, token), events)
