"""What the benchmarks say: one table, RESULTS.md, and a line of history.jsonl for every full run."""

import datetime
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.machine import describe
from tasks import ROOT

HERE = Path(__file__).parent
HISTORY = HERE / "history.jsonl"
RESULTS = HERE / "RESULTS.md"
ABOUT = HERE / "about.md"
"""What does not change from run to run: how it is measured, and what the figures mean."""
HISTORY_SHOWN = 10

Results = dict[str, dict[str, Any]]
Row = tuple[str, ...]


class Run(NamedTuple):
    """One run of the benchmarks."""

    results: Results
    seconds: float
    arguments: list[str]


class Line(NamedTuple):
    """A row of figures that can be compared."""

    part: str
    field: str
    label: str
    show: Callable[[float], str]
    aim: str = ""


def _count(value: float) -> str:
    return f"{value:,.0f}"


def _ms(value: float) -> str:
    return f"{value * 1000:.1f} ms"


def _share(value: float) -> str:
    return f"{value:.1%}"


def _kilobytes(value: float) -> str:
    return f"{value / 1000:,.1f} KB"


def _seconds(value: float) -> str:
    return f"{value:.2f} s"


LINES = (
    Line("workshop", "p50", "workshop, 25 people at 20/s: latency p50", _ms),
    Line("workshop", "p99", "workshop: latency p99", _ms, "< 20 ms"),
    Line("workshop", "server_per_million", "workshop: server CPU per million deliveries", _seconds, "half"),
    Line("workshop", "replaced", "workshop: moves replaced by a newer one", _share),
    Line("saturation", "deliveries", "drags: deliveries a second", _count, "1,000,000"),
    Line("saturation", "people", "drags: people at 30/s then", _count),
    Line("saturation", "p99", "drags: latency p99 then", _ms),
    Line("saturation", "replaced", "drags: moves replaced by a newer one then", _share),
    Line("saturation", "server_per_million", "drags: server CPU per million deliveries then", _seconds),
    Line("saturation", "server", "drags: load of the server's core then", _share),
    Line("saturation", "generator", "drags: load of the generator's core then", _share),
    Line("saved", "deliveries", "saved changes, 100 people: deliveries a second", _count, "300,000"),
    Line("saved", "pace", "saved changes: changes a second of each then", _count),
    Line("saved", "p99", "saved changes: until heard, p99 then", _ms),
    Line("saved", "server_per_million", "saved changes: server CPU per million deliveries then", _seconds),
    Line("saved", "server", "saved changes: load of the server's core then", _share),
    Line("saved", "lost", "saved changes: lost", _count, "0"),
    Line("join", "p50", "join of 1,000 items: time p50", _ms, "< 5 ms"),
    Line("join", "bytes", "join: bytes", _kilobytes),
    Line("join", "cpu", "join: server CPU", _ms),
    Line("idle", "bytes", "memory of an idle connection", _kilobytes, "< 20 KB"),
)
APPENDS = (
    ("fsyncs", "the disk itself, one page at a time"),
    ("alone", "one workshop, one change at a time"),
    ("side by side", "100 workshops, each one change at a time"),
    ("batches", "one workshop, 100 changes at a time"),
)


def table(run: Run) -> str:
    """The figures beside each other."""
    rows: list[Row] = [("", "Raakvlak", "naive", "Hocuspocus", "to naive", "to Hocuspocus", "aim")]
    for line in LINES:
        if line.part in run.results:
            rows.append(_row(line, run.results[line.part]))
    rows += _append_rows(run.results.get("appends"))
    return _aligned(rows)


def _row(line: Line, figures: dict[str, Any]) -> Row:
    found = [figures.get(server, {}).get(line.field) for server in ("raakvlak", "naive", "hocuspocus")]
    shown = ["" if value is None else line.show(value) for value in found]
    ratios = [_ratio(found[0], other) for other in found[1:]]
    return (line.label, *shown, *ratios, line.aim)


def _ratio(ours: float | None, theirs: float | None) -> str:
    """How many times as much we have."""
    return f"x {ours / theirs:.2f}" if ours and theirs else ""


def endings(run: Run) -> list[str]:
    """At which step it became too much, and for whom."""
    return [
        f"- {what}, {server}: {run.results[part][server]['ended']}"
        for part, what in (("saturation", "drags"), ("saved", "changes"))
        for server in run.results.get(part, {})
    ]


def _append_rows(figures: dict[str, Any] | None) -> list[Row]:
    if not figures:
        return []
    blank = ("", "", "", "", "")
    rows: list[Row] = []
    for field, label in APPENDS:
        for store, name in (("sqlite", "SQLite"), ("redis", "Redis")):
            if field in figures[store]:
                where = label if field == "fsyncs" else f"{name}, {label}"
                rows.append((f"changes on disk a second: {where}", _count(figures[store][field]), *blank))
    return rows


def _aligned(rows: list[Row]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]

    def text(row: Row) -> str:
        first, *rest = (
            cell.ljust(width) if not place else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        return f"| {' | '.join((first, *rest))} |"

    head, *body = map(text, rows)
    rule = f"|{'|'.join('-' * (width + 1) + ('-' if not place else ':') for place, width in enumerate(widths))}|"
    return "\n".join((head, rule, *body))


def write(run: Run) -> None:
    """Note the run in the history, and write RESULTS.md anew."""
    now = datetime.datetime.now(datetime.UTC)
    noted = {
        "at": now.isoformat(timespec="seconds"),
        "commit": _commit(),
        "machine": describe(),
        "results": {part: _short(figures) for part, figures in run.results.items()},
    }
    with HISTORY.open("a", encoding="utf-8") as history:
        history.write(json.dumps(noted, default=float) + "\n")
    command = " ".join(("./run bench", *run.arguments))
    head = (
        f"# Measured\n\n{now:%Y-%m-%d %H:%M} UTC, commit {noted['commit']}, `{command}`, {run.seconds:.0f} s.\n"
        f"{noted['machine']}.\n"
    )
    ended = "\n".join(("Where it became too much, or the list of steps ended:", "", *endings(run), ""))
    about = ABOUT.read_text(encoding="utf-8")
    past = f"## Earlier runs\n\nAll figures of all runs stand in history.jsonl.\n\n{_past()}"
    RESULTS.write_text("\n".join((head, table(run) + "\n", ended, about, past)) + "\n", encoding="utf-8")


def _short(figures: dict[str, Any]) -> dict[str, Any]:
    return {who: {name: each for name, each in found.items() if name != "steps"} for who, found in figures.items()}


def _past() -> str:
    shown = (("saturation", "deliveries", _count), ("saved", "deliveries", _count), ("workshop", "p99", _ms))
    rows: list[Row] = [("when", "commit", "drags", "drags, Hocuspocus", "saved changes", "workshop p99", "CPU", "join")]
    for line in HISTORY.read_text(encoding="utf-8").splitlines()[-HISTORY_SHOWN:]:
        run = json.loads(line)
        results = run["results"]
        drags, saved, p99 = (show(results[part]["raakvlak"][field]) for part, field, show in shown)
        peer = _count(results["saturation"]["hocuspocus"]["deliveries"])
        cpu = _seconds(results["workshop"]["raakvlak"]["server_per_million"])
        join = _ms(results["join"]["raakvlak"]["p50"])
        rows.append((run["at"][:16], run["commit"], drags, peer, saved, p99, cpu, join))
    return _aligned(rows)


def _commit() -> str:
    command = ["git", "describe", "--always", "--dirty"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return found.stdout.strip() or "unknown"
