"""What can be typed after ./run, and what it starts."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from tasks import ROOT, TaskError, checks, client, environment, locks
from tasks.environment import VENV, say

HELP = """\
./run starts Raakvlak on http://localhost:8000 and keeps what is saved in ./data. The first start installs what it
needs in .venv and builds the client; outside this folder only the caches of uv, pip and npm are written.

Commands:
  ./run [options]       start the server
  ./run templates [...] list, check and begin canvases; ./run templates --help explains
  ./run test            lint, types and tests, as CI runs them; installs redis-server, chromium and caddy if it may
  ./run soak            the long random tests
  ./run bench [...]     the benchmarks; ./run bench --help explains
  ./run types           write the client's types of the server's messages
  ./run lock            write requirements/ for what pyproject.toml asks; --upgrade with the newest of everything

Options of the server, each also a variable such as RAAKVLAK_PORT:
"""

OPTIONS = {
    "host": ("ADDRESS", "address to listen on; 0.0.0.0 for all (127.0.0.1)"),
    "port": ("NUMBER", "port to listen on (8000)"),
    "data": ("FOLDER", "folder for what is saved (data)"),
    "redis": ("URL", "redis://host:port/0 that all workers share, instead of the folder"),
    "public-url": ("URL", "where people reach this server, such as https://canvas.example.org"),
    "create-code": ("CODE", "code needed to make a workshop"),
    "log-level": ("LEVEL", "debug, info, warning (the default) or error"),
}
"""Those of `raakvlak serve`, which judges their values; known here to refuse others before anything is installed."""


class _Arguments(argparse.ArgumentParser):
    """Refuses in one sentence."""

    def error(self, message: str) -> NoReturn:
        raise TaskError(f"{message[0].upper()}{message[1:]}; ./run --help explains.")


def main(arguments: Sequence[str]) -> int:
    """Do what was typed; the exit code."""
    try:
        return _main(list(arguments))
    except TaskError as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"Expected to be able to read and write in {ROOT}, but could not: {error}.\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        return 130


def _main(arguments: list[str]) -> int:
    if {"-h", "--help"} & set(arguments[:1]):
        say(HELP + "\n".join(f"  {f'--{name} {value}':22}{text}" for name, (value, text) in OPTIONS.items()))
        return 0
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command == "bench":
        return checks.bench(rest)
    if command == "templates":
        environment.prepare("serve")
        return _become(["templates", *rest])
    if command in ("test", "soak", "types"):
        _Arguments(prog="./run", add_help=False).parse_args(rest)
        return {"test": checks.test, "soak": checks.soak, "types": _types}[command]()
    if command == "lock":
        parser = _Arguments(prog="./run", add_help=False)
        parser.add_argument("--upgrade", action="store_true")
        locks.lock(parser.parse_args(rest).upgrade)
        return 0
    return _serve(arguments)


def _serve(arguments: list[str]) -> int:
    parser = _Arguments(prog="./run", add_help=False, allow_abbrev=False)
    for name in OPTIONS:
        parser.add_argument(f"--{name}")
    parser.parse_args(arguments)
    environment.prepare("serve")
    client.build()
    # Beside this file, wherever it was typed; as a relative path it makes for shorter sentences.
    os.environ.setdefault("RAAKVLAK_DATA", os.path.relpath(ROOT / "data"))
    return _become(["serve", *arguments])


def _become(arguments: list[str]) -> NoReturn:
    """Run `raakvlak` in the place of this process, so that Ctrl-C and signals reach it and its exit code is ours."""
    command = VENV / "bin" / "raakvlak"
    try:
        os.execv(command, [str(command), *arguments])
    except OSError as error:
        raise TaskError(f"Expected to start {command}, but could not: {error.strerror}.") from error


def _types() -> int:
    environment.prepare("serve")
    checks.types()
    return 0
