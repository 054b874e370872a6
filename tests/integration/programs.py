"""Whole programs for tests, as processes of their own: `raakvlak serve`, ./run, Caddy."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The folder of the project."""
PATIENCE = 60.0
"""Seconds after which something that should have happened never will."""
SERVE = (sys.executable, "-m", "raakvlak.cli", "serve")


class Program:
    """A process whose output goes to a file."""

    def __init__(self, process: "subprocess.Popen[bytes]", output: Path) -> None:
        self.process = process
        self._output = output

    @property
    def output(self) -> str:
        """All that it has said, both what it wrote and what it complained of."""
        return self._output.read_text(encoding="utf-8")

    def until(self, happened: Callable[[], bool]) -> None:
        """Wait for a condition; an error when the program ends before it is met."""
        wait_until(happened, lambda: self.process.poll() is not None, lambda: self.output)

    def kill(self) -> None:
        """As by `kill -9`."""
        self.process.kill()
        self.process.wait(PATIENCE)

    def stop(self) -> int:
        """As by Ctrl-C; the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@contextlib.contextmanager
def running_program(
    command: Sequence[str | Path], output: Path, environment: Mapping[str, str] | None = None, cwd: Path = ROOT
) -> Iterator[Program]:
    """Start a program, and end it with the block."""
    with output.open("wb") as file:
        process = subprocess.Popen(
            command, stdout=file, stderr=file, cwd=cwd, env=variables(environment), stdin=subprocess.DEVNULL
        )
    program = Program(process, output)
    try:
        yield program
    finally:
        program.kill()


def variables(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment variables of this process without any of Raakvlak's own, and with these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("RAAKVLAK_", "CADDY_"))}
    return {**kept, **(more or {})}


def wait_until(happened: Callable[[], bool], given_up: Callable[[], bool], report: Callable[[], str]) -> None:
    """Wait for a condition; an AssertionError with the report when it is given up or never met."""
    deadline = time.monotonic() + PATIENCE
    while not happened():
        if given_up() or time.monotonic() > deadline:
            raise AssertionError(f"expected something to happen, but it did not:\n{report()}")
        time.sleep(0.01)


def answers(url: str) -> bool:
    """Whether a server is there and is well."""
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
