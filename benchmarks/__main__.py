"""The benchmarks: `./run bench`, or with `--quick` to see whether they run. Writes RESULTS.md when all of it ran."""

import argparse
import asyncio
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks import report
from benchmarks.machine import cores
from benchmarks.servers import Running, fresh_folder, install_hocuspocus, redis_server, running
from raakvlak.canvas.events import START, decode_event
from raakvlak.log import StreamName
from raakvlak.log.sqlite import SqliteLog
from tasks import ROOT
from tasks.environment import say

SERVERS = {
    "workshop": ("raakvlak", "naive", "hocuspocus"),
    "saturation": ("raakvlak", "naive", "hocuspocus"),
    "saved": ("raakvlak", "hocuspocus"),
    "join": ("raakvlak", "hocuspocus"),
    "idle": ("raakvlak", "naive", "hocuspocus"),
}
"""Which servers can do each scenario: the naive one keeps nothing."""
PARTS = (*SERVERS, "appends")


def main() -> int:
    """Measure all that was asked for; the exit code."""
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="only see whether everything runs; figures mean nothing")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="measure only this")
    asked = parser.parse_args()
    if cores()[0] == cores()[1]:
        say("There is one core for server and generator: the figures will be low.")
    install_hocuspocus()
    began = time.monotonic()
    results: report.Results = {}
    for part in asked.only:
        results[part] = _appends(asked.quick) if part == "appends" else _scenario(part, asked.quick)
    run = report.Run(results, time.monotonic() - began, list(sys.argv[1:]))
    say(report.table(run))
    say("\n".join(report.endings(run)))
    if set(asked.only) == set(PARTS) and not asked.quick:
        report.write(run)
    lost = results.get("saved", {}).get("raakvlak", {}).get("lost", 0)
    return 1 if lost else 0


def _scenario(name: str, quick: bool) -> dict[str, Any]:
    figures = {}
    for server in SERVERS[name]:
        sys.stderr.write(f"{name}: {server}\n")
        with running(server) as started:
            figures[server] = _generate(name, server, started, quick)
            if "acknowledged" in figures[server]:
                started.kill()
                figures[server]["lost"] = asyncio.run(_lost(started.folder, figures[server]))
    return figures


def _generate(scenario: str, server: str, started: Running, quick: bool) -> dict[str, Any]:
    wanted = {"scenario": scenario, "server": server, "port": started.port, "pid": started.process.pid, "quick": quick}
    return _ask([sys.executable, "-m", "benchmarks.generate", json.dumps(wanted)])


async def _lost(folder: Path, figures: dict[str, Any]) -> int:
    """How many moves were called saved, but are not in the log of the server that was killed, or not heard by all."""
    log = SqliteLog(folder)
    await log.start()
    found: dict[str, int] = {}
    at = START
    stream = StreamName(figures.pop("workshop"), "shared")
    while page := await log.read(stream, at):
        for stored in page:
            intent = decode_event(stored.event).intent
            found[intent.writer] = found.get(intent.writer, 0) + 1
        at = page[-1].position
    await log.close()
    acknowledged: dict[str, int] = figures.pop("acknowledged")
    # Besides its moves, each writer has put one item on the canvas.
    missing = sum(max(0, count - (found.get(writer, 0) - 1)) for writer, count in acknowledged.items())
    return missing + int(figures["unacknowledged"]) + (0 if figures["complete"] else 1)


def _appends(quick: bool) -> dict[str, Any]:
    seconds = "0.3" if quick else "2"
    figures = {}
    sys.stderr.write("appends: SQLite\n")
    with fresh_folder("appends") as folder:
        command = [sys.executable, "-m", "benchmarks.appends", str(folder), seconds]
        figures["sqlite"] = _ask(command)
        sys.stderr.write("appends: Redis\n")
        with redis_server(folder) as address:
            figures["redis"] = _ask([*command, address])
    return figures


def _ask(command: list[str]) -> dict[str, Any]:
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


if __name__ == "__main__":
    sys.exit(main())
