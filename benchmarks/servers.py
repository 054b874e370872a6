"""The servers that are measured, each in a process of its own on the server's core."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.machine import cores, on_core
from tasks import ROOT, client
from tasks.environment import call, digest, path_with, read, say

READY = 20.0
"""Seconds in which a server has to come up."""
FOLDER = ROOT / ".tools" / "bench"
"""Where servers keep their data while measured: on the project's own disk, for /tmp may be memory."""
HOCUSPOCUS = Path(__file__).parent / "peers" / "hocuspocus"


class Running(NamedTuple):
    """A server that can be visited."""

    port: int
    process: subprocess.Popen[bytes]
    folder: Path

    def kill(self) -> None:
        """As by `kill -9`."""
        self.process.kill()
        self.process.wait()


@contextlib.contextmanager
def running(name: str) -> Iterator[Running]:
    """The server with this name, with nothing saved yet, until the block ends."""
    with fresh_folder(name) as folder:
        with on_core(cores()[0]):
            process = subprocess.Popen(
                _command(name, folder),
                stdout=subprocess.PIPE,
                cwd=HOCUSPOCUS if name == "hocuspocus" else ROOT,
                env={**os.environ, "NODE_ENV": "production"},
            )
        try:
            if process.stdout is None:
                raise RuntimeError("expected a pipe from the server")
            line = process.stdout.readline()
            if not line:
                raise RuntimeError(f"expected {name} to start, but it ended; what it said stands above")
            yield Running(int(line), process, folder)
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()


def _command(name: str, folder: Path) -> list[str | Path]:
    if name == "raakvlak":
        return [sys.executable, "-m", "benchmarks.launch", folder]
    if name == "naive":
        return [sys.executable, "-m", "benchmarks.peers.naive"]
    return [client.find_node(), "server.mjs"]


@contextlib.contextmanager
def fresh_folder(name: str) -> Iterator[Path]:
    """An empty folder on the project's disk, removed afterwards."""
    folder = FOLDER / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def redis_server(folder: Path) -> Iterator[str]:
    """The address of a Redis that saves every write before it answers, on the generator's core."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    settings = {"appendonly": "yes", "appendfsync": "always", "maxmemory-policy": "noeviction", "save": ""}
    command = ["redis-server", "--bind", "127.0.0.1", "--port", str(port), "--dir", str(folder)]
    for name, value in settings.items():
        command += [f"--{name}", value]
    with on_core(cores()[1]):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        _until_listening(port)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        process.kill()
        process.wait()


def _until_listening(port: int) -> None:
    deadline = time.monotonic() + READY
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


def install_hocuspocus() -> None:
    """Bring its packages up to date with the lock. Raises TaskError."""
    stamp = HOCUSPOCUS / "node_modules" / ".raakvlak"
    wanted = digest([HOCUSPOCUS / "package-lock.json"])
    if read(stamp) == wanted:
        return
    say("Installing Hocuspocus.")
    node = client.find_node()
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]
    call([*client.npm(node), "ci", *options], "Installing Hocuspocus", path_with(node.parent), HOCUSPOCUS)
    stamp.write_text(wanted, encoding="utf-8")
