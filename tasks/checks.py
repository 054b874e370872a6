"""Everything that must hold before a change is good, stage by stage: what `./run test` does, and so what CI does."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tasks import ROOT, TaskError, client, environment, programs
from tasks.environment import VENV, call, path_with, python, say

PROCESSES = "2"
"""How many tests run side by side."""
BROWSER = "tests/browser"
"""Where the tests with a real browser are."""
LEAKS = "tests/leaks"
"""Where the search for leaks is; in a soak it has a stage of its own."""
ONCE_MORE = ("-r", "fER", "--reruns", "1", "--rerun-except", "Leak")
"""A test that races real processes may be run once more, and is then told of; one that found a leak never is."""
SOAK_RUNS = "2000"
"""How many random stories the client's synchronisation goes through in a soak."""


@dataclass(frozen=True)
class Result:
    """How a stage went."""

    name: str
    seconds: float
    failed: str | None
    """Why it failed, or None."""


def test() -> int:
    """Run every stage, also after one has failed, and say how each went; the exit code."""
    results = []
    for name, stage in _preparations():
        results.append(_run(name, stage))
        if results[-1].failed:  # without it the checks would only tell the same again and again
            return _report(results)
    results += [_run(name, stage) for name, stage in _stages()]
    return _report(results)


def soak() -> int:
    """Run the long random tests; the exit code."""
    results = []
    for name, stage in (*_preparations(), *_soak_stages()):
        results.append(_run(name, stage))
        if results[-1].failed:
            break
    return _report(results)


def bench(arguments: list[str]) -> int:
    """Run the benchmarks with these arguments; the exit code."""
    programs.prepare(["redis-server"])
    environment.prepare("test")
    client.build()
    return subprocess.run([python(), "-m", "benchmarks", *arguments], cwd=ROOT, check=False).returncode


def types(check: bool = False) -> None:
    """Write the client's types of the server's messages, and the schema of templates; or only check that the types are
    current (tests check the schema). Raises TaskError."""
    schema = subprocess.run([python(), "-m", "raakvlak.schema"], stdout=subprocess.PIPE, cwd=ROOT, check=False)
    tool: list[str | Path] = [client.find_node(), "tools/types.mjs"]
    if check:
        tool.append("--check")
    if schema.returncode or subprocess.run(tool, input=schema.stdout, cwd=client.CLIENT, check=False).returncode:
        raise TaskError("The client's types are not those of the server; what is wrong stands above.")
    if not check:
        templates = [str(python()), "-m", "raakvlak.template_schema"]
        asked = subprocess.run(templates, stdout=subprocess.PIPE, cwd=ROOT, check=True)
        (ROOT / "docs" / "template.schema.json").write_bytes(asked.stdout)


def _preparations() -> Iterator[tuple[str, Callable[[], None]]]:
    yield "programs", programs.prepare
    yield "packages", partial(environment.prepare, "test")
    yield "client packages", client.install
    yield "client build", client.build


def _stages() -> Iterator[tuple[str, Callable[[], None]]]:
    yield "ruff check", partial(_tool, "ruff", "check", ".")
    yield "ruff format", partial(_tool, "ruff", "format", "--check", ".")
    yield "biome", partial(_node, "@biomejs/biome/bin/biome", "check", "--error-on-warnings", ".")
    yield "mypy", partial(_tool, "mypy")
    yield "tsc", partial(_node, "typescript/bin/tsc", "--noEmit")
    yield "generated types", partial(types, check=True)
    yield "vitest", partial(_node, "vitest/vitest.mjs", "run")
    side_by_side = ("-n", PROCESSES, "--dist", "worksteal")
    # Apart, since Playwright keeps an event loop running in its process, in which no other can be started.
    yield "pytest", partial(_pytest, *side_by_side, *ONCE_MORE, "--ignore", BROWSER)
    yield "browser", partial(_pytest, *side_by_side, *ONCE_MORE, BROWSER)


def _soak_stages() -> Iterator[tuple[str, Callable[[], None]]]:
    yield "vitest", partial(_node, "vitest/vitest.mjs", "run", "chaos", "--testTimeout=0", CHAOS_RUNS=SOAK_RUNS)
    side_by_side = ("-n", PROCESSES, "--dist", "worksteal")
    yield "leaks", partial(_pytest, *side_by_side, "-m", "soak", LEAKS)
    yield "browser", partial(_pytest, *side_by_side, "-m", "soak", BROWSER)
    chosen = ("-m", "soak or hypothesis", "--hypothesis-profile=soak", "--ignore", BROWSER, "--ignore", LEAKS)
    yield "pytest", partial(_pytest, "-n", PROCESSES, *chosen)


def _pytest(*options: str) -> None:
    call([VENV / "bin" / "pytest", "-q", *options], "pytest", _paths())


def _tool(name: str, *options: str) -> None:
    call([VENV / "bin" / name, *options], name, _paths())


def _node(script: str, *options: str, **variables: str) -> None:
    command: list[str | Path] = [client.find_node(), client.MODULES / script, *options]
    call(command, Path(script).stem, {**_paths(), **variables}, client.CLIENT)


def _paths() -> dict[str, str]:
    return path_with(VENV / "bin", client.find_node().parent)


def _run(name: str, stage: Callable[[], None]) -> Result:
    say(f"── {name}")
    start = time.monotonic()
    failed = None
    try:
        stage()
    except TaskError as failure:
        failed = str(failure)
        sys.stderr.write(f"{failed}\n")
        sys.stderr.flush()
    return Result(name, time.monotonic() - start, failed)


def _report(results: list[Result]) -> int:
    """Say how each stage went; the exit code."""
    failed = [result for result in results if result.failed]
    say("")
    for result in results:
        say(f"{'failed' if result.failed else 'ok':8}{result.seconds:7.1f} s  {result.name}")
    total = f"{sum(result.seconds for result in results):.0f} s"
    say(f"{len(failed)} of {len(results)} stages failed in {total}." if failed else f"All is well, in {total}.")
    return 1 if failed else 0
