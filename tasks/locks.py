"""Writes the locks in requirements/: packages with version and hashes, and no address of where they come from."""

import os

from tasks import ROOT, environment
from tasks.environment import REQUIREMENTS, call, say

LOCKS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "serve": ((), ()),
    "build": (("build",), ("serve",)),
    "test": (("test", "bench"), ("serve", "build")),
    "uv": (("uv",), ()),
}
"""Each lock: the groups of pyproject.toml that it holds (none: what the server needs), and the locks it agrees with."""

OPTIONS = ("--quiet", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate")


def lock(upgrade: bool) -> None:
    """Write the locks again: for what pyproject.toml asks, or with `upgrade` with the newest of everything."""
    uv = environment.find_uv()
    unsaid = {"UV_EMIT_INDEX_URL": "0", "UV_CUSTOM_COMPILE_COMMAND": "./run lock"}
    for name, (groups, agreeing) in LOCKS.items():
        asked = [part for group in groups for part in ("--group", f"pyproject.toml:{group}")] or ["pyproject.toml"]
        agreed = [part for other in agreeing for part in ("--constraints", f"requirements/{other}.txt")]
        newest = ["--upgrade"] if upgrade else []
        to = ["--output-file", f"requirements/{name}.txt"]
        command = [*uv, "pip", "compile", *OPTIONS, *newest, *asked, *agreed, *to]
        call(command, f"Locking {REQUIREMENTS / name}.txt", {**os.environ, **unsaid}, ROOT)
        say(f"Wrote requirements/{name}.txt.")
