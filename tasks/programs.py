"""The programs outside Python that the tests use: a real Redis, a real browser, a real load balancer."""

import os
import shutil
import subprocess
from collections.abc import Iterable

from tasks import TaskError
from tasks.environment import call, say

PROGRAMS: dict[str, tuple[str, ...]] = {
    "redis-server": ("redis-server",),
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "caddy": ("caddy",),
}
"""Each package of Debian and Ubuntu, with the commands of which one must be there."""


def prepare(wanted: Iterable[str] = tuple(PROGRAMS)) -> None:
    """Install what is missing of these packages, if that may be done without asking.

    Otherwise raise TaskError with the line to type.
    """
    missing = _missing(wanted)
    if not missing:
        return
    line = f"apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(missing)}"
    rights = _rights()
    if rights is None or not shutil.which("apt-get"):
        raise TaskError(f"The tests need {' and '.join(missing)}, which you have to install: sudo {line}")
    say(f"Installing {', '.join(missing)}.")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    call([*rights, "apt-get", "-qq", "update"], "Refreshing the list of packages", environment)
    options = ["-qq", "-y", "--no-install-recommends"]
    call([*rights, "apt-get", "install", *options, *missing], "Installing what the tests need", environment)
    if still := _missing(missing):
        raise TaskError(f"Expected {' and '.join(still)} to be there after installing, but they cannot be found.")


def _missing(wanted: Iterable[str]) -> list[str]:
    return [package for package in wanted if not any(map(shutil.which, PROGRAMS[package]))]


def _rights() -> list[str] | None:
    """What to put before a command that only root may run; None when that would need a password."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    allowed = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    return ["sudo"] if allowed else None
