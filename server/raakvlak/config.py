"""Every setting and every bound of a running server, with its default."""

from pathlib import Path

from msgspec import Struct


class Limits(Struct, frozen=True, kw_only=True):
    """What one participant may cost. Times in seconds, sizes in bytes."""

    message_bytes: int = 256 * 1024
    """The largest websocket message; longer ones end the connection (close code 1009)."""
    body_bytes: int = 64 * 1024
    """The largest body of an HTTP request."""
    template_bytes: int = 1024 * 1024
    """The largest body with templates of somebody's own, and the most that a new workshop's canvases may take."""
    body_timeout: float = 10.0
    """Until then it has come."""
    messages_per_second: float = 150.0
    """What a connection may send for long; beyond it, it is read more slowly."""
    messages_at_once: int = 600
    """What it may send in a burst."""
    counts_once: int = 4 * 1024
    """A message that is longer counts as one more for each such piece."""
    unsaved: int = 300
    """Intents of one connection that wait to be saved; beyond it, it is not read until some are."""
    hello_timeout: float = 5.0
    """Until then a new connection has said who it is."""
    connections: int = 300
    """Connections to one workshop."""
    connections_per_person: int = 8
    waiting_connections: int = 200
    """Connections of the whole server that have not said hello."""
    outbox_bytes: int = 2 * 1024 * 1024
    """What may wait for a slow reader, before it is sent away to come back."""
    presence_backlog: int = 4
    """Frames that may wait before a slow reader's presence is dropped."""
    close_timeout: float = 5.0
    """How long a connection that was told to go may take before it is cut off."""
    people: int = 500
    """People in one workshop, all that ever joined."""
    joins_per_minute: int = 60
    """People who may join one workshop within a minute."""
    workshops_per_minute: int = 30
    """Workshops that may be made on one server within a minute."""
    checks_per_minute: int = 60
    """Templates of somebody's own that one server checks within a minute."""


class Rhythm(Struct, frozen=True, kw_only=True):
    """How often things happen, in seconds."""

    tick: float = 0.016
    """While busy, everyone gets one frame a stream in this time."""
    heads: float = 5.0
    """How often clients are told where the streams are, and other workers' events are looked for."""
    presence_lifetime: float = 16.0
    """How long another worker's presence lasts without being said again."""
    idle: float = 60.0
    """How long a workshop without connections stays in memory."""
    retry_first: float = 0.05
    retry_longest: float = 2.0
    """Pauses between attempts to save while the store does not answer."""
    anonymous_tally: float = 10.0
    """How often people are told at most how many are ready in an anonymous step."""
    forget_shown: float = 24 * 3600.0
    """How long what was shown or deleted stays in its author's own stream, before it is erased there."""
    sweep: float = 3600.0
    """How often all workshops are looked through for what is to be erased."""
    change_timeout: float = 8.0
    """How long a join waits to be saved before it is refused."""


class Config(Struct, frozen=True, kw_only=True):
    """How a server was started."""

    host: str = "127.0.0.1"
    port: int = 8000
    data: Path = Path("data")
    """Folder for SQLite and the key; with Redis, for nothing but a key that was not given."""
    redis: str | None = None
    """Address of a Redis that all workers share; None: SQLite in `data`."""
    public_url: str | None = None
    """Where people reach this server, without a slash at the end; None: the host and port."""
    create_code: str | None = None
    """Needed to make workshops, unless None."""
    secret: str | None = None
    """The key that all workers share; None: a file in `data`."""
    trust_redis: bool = False
    """Take for granted that Redis saves on every write and never evicts, where it does not let itself be asked."""
    limits: Limits = Limits()
    rhythm: Rhythm = Rhythm()

    @property
    def address(self) -> str:
        """Where people reach this server."""
        host = "localhost" if self.host in ("127.0.0.1", "0.0.0.0", "::", "::1") else self.host
        return self.public_url or f"http://{host}:{self.port}"
