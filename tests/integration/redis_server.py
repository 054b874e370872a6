"""A real Redis for tests, on its own port and folder, that can be killed, paused, set back and started again."""

import shlex
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

READY = 20.0
"""Seconds in which Redis has to come up."""
TRIES = 5
"""Ports that are tried: another program may take one first."""


class RedisServer:
    """`redis-server` as production needs it: every write on disk before it is answered, nothing thrown away."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        self.settings = {
            "appendonly": "yes",
            "appendfsync": "always",
            "maxmemory-policy": "noeviction",
            "save": "",
            **{name.replace("_", "-"): value for name, value in settings.items()},
        }
        self.port = 0
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Its address, the same after it was started again."""
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Start it on its port, or on a free one the first time, and wait until it answers."""
        for _ in range(TRIES):
            port = self.port or _free_port()
            if self._start_on(port):
                self.port = port
                return
        raise RuntimeError("expected redis-server to start, but it did not: " + (self.folder / "log").read_text())

    def kill(self) -> None:
        """As by `kill -9`."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def restart(self) -> None:
        """Kill it and start it again on the same port and folder."""
        self.kill()
        self.start()

    def pause(self) -> None:
        """It holds its connections but answers nothing."""
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        """It goes on where it was paused."""
        self._signal(signal.SIGCONT)

    def keep_copy(self) -> Path:
        """Its files as they are on disk now."""
        copy = self.folder.with_name(self.folder.name + "-copy")
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.folder, copy)
        return copy

    def go_back(self, copy: Path) -> None:
        """Kill it and start it with the files of then: what came later is lost."""
        self.kill()
        shutil.rmtree(self.folder)
        shutil.copytree(copy, self.folder)
        self.start()

    def client(self) -> Any:
        """To look inside; close it."""
        return redis.Redis(
            port=self.port, protocol=2, decode_responses=True, socket_timeout=READY, retry=Retry(NoBackoff(), 0)
        )

    def ask(self, *command: str | int) -> Any:
        """The answer to one command."""
        with self.client() as client:
            return client.execute_command(*command)

    def cut_tail(self, key: str, keep: int) -> None:
        """Make a stream end after `keep` entries, as if the later ones had never been saved."""
        with self.client() as client:
            entries = client.xrange(key, count=keep)
            client.delete(key)
            for entry, fields in entries:
                client.xadd(key, fields, id=entry)

    def _start_on(self, port: int) -> bool:
        self.folder.mkdir(parents=True, exist_ok=True)
        command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--dir", str(self.folder)]
        for name, value in self.settings.items():
            command += [f"--{name}", *(shlex.split(value) or [""])]
        log = self.folder / "log"
        with log.open("wb") as written:
            self._process = subprocess.Popen(command, stdout=written, stderr=written)
        deadline = time.monotonic() + READY
        while time.monotonic() < deadline and self._process.poll() is None:
            if b"Ready to accept connections" in log.read_bytes():
                return True
            time.sleep(0.005)
        self.kill()
        return False

    def _signal(self, number: int) -> None:
        if self._process:
            self._process.send_signal(number)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
