"""The Python environment in .venv with exactly the locked packages, installed by uv, which is fetched when missing.

A stamp says for which locks a set was installed, so that a second start has nothing to do.
"""

import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tasks import ROOT, TaskError

VENV = ROOT / ".venv"
TOOLS = ROOT / ".tools"
"""What the project needs besides its environment: uv, when there is none."""
REQUIREMENTS = ROOT / "requirements"
SETS = {"serve": ("serve", "build"), "test": ("serve", "build", "test")}
"""The locks of what each purpose needs. A set is added to what is there; it takes nothing away."""


def python() -> Path:
    """The interpreter of the environment."""
    return VENV / "bin" / "python"


def prepare(purpose: str) -> None:
    """Make the environment hold what the purpose ("serve" or "test") needs. Raises TaskError."""
    if _is_prepared(purpose):
        return
    with alone():
        _install(SETS[purpose])
        for other, names in SETS.items():
            if set(names) <= set(SETS[purpose]):
                _stamp(other).write_text(_wanted(other), encoding="utf-8")


def _is_prepared(purpose: str) -> bool:
    return python().exists() and read(_stamp(purpose)) == _wanted(purpose)


def _stamp(purpose: str) -> Path:
    return VENV / f"raakvlak-{purpose}.stamp"


def _wanted(purpose: str) -> str:
    """What the stamp says when all is as it should be."""
    return digest([*map(_lock, SETS[purpose]), ROOT / "pyproject.toml"], _interpreter())


def _lock(name: str) -> Path:
    return REQUIREMENTS / f"{name}.txt"


def _install(names: Iterable[str]) -> None:
    uv = find_uv()
    if not python().exists() or read(VENV / "raakvlak.stamp") != _interpreter():
        call([*uv, "venv", "--quiet", "--clear", "--python", sys.executable, VENV], "Making .venv")
        (VENV / "raakvlak.stamp").write_text(_interpreter(), encoding="utf-8")
    say("Installing the Python packages in .venv.")
    install: list[str | Path] = [*uv, "pip", "install", "--quiet", f"--python={python()}"]
    listed = [f"--requirement={_lock(name)}" for name in names]
    call([*install, "--require-hashes", *listed], "Installing the Python packages")
    # The project itself, in place; its build needs nothing but what the locks have just brought.
    call([*install, "--no-deps", "--no-build-isolation", "--editable", ROOT], "Installing Raakvlak in .venv")


def find_uv() -> list[str | Path]:
    """The command for uv: the one on the PATH, or one installed in .tools. Raises TaskError when there is no way to."""
    found = shutil.which("uv")
    if found and _runs([found, "--version"]):  # a shim may be on the PATH without a uv behind it
        return [found]
    own = TOOLS / "bin" / "uv"
    if not own.exists():
        say("Installing uv in .tools.")
        pip = [*_pip(), "install", "--quiet", "--disable-pip-version-check", "--no-input", "--root-user-action=ignore"]
        lock = ["--require-hashes", f"--requirement={_lock('uv')}"]
        call([*pip, "--upgrade", f"--target={TOOLS}", *lock], "Installing uv")
    return [own]


def _pip() -> list[str | Path]:
    """A command for pip, which Debian leaves out of Python."""
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip"]
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        with_pip = TOOLS / "pip"
        call([sys.executable, "-m", "venv", "--clear", with_pip], "Making an environment for pip")
        return [with_pip / "bin" / "python", "-m", "pip"]
    raise TaskError(
        "Raakvlak installs its packages with uv or pip, and this Python has neither: "
        "install one, on Debian and Ubuntu with `sudo apt-get install python3-pip`, and type ./run again."
    )


def _interpreter() -> str:
    """What an environment cannot outlive: another Python, or another place for the project."""
    return f"Python {sys.version_info.major}.{sys.version_info.minor} in {ROOT}\n"


@contextmanager
def alone() -> Iterator[None]:
    """Let no other ./run of this folder install or build at the same time. Not to be nested."""
    try:
        TOOLS.mkdir(exist_ok=True)
        lock = (TOOLS / "lock").open("w")
    except OSError as error:
        raise TaskError(f"Expected to be able to write in {TOOLS}, but could not: {error.strerror}.") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Waiting for another ./run in this folder.")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def digest(files: Iterable[Path], salt: str = "") -> str:
    """A fingerprint of the files, their places in the project and their contents; a missing file counts as empty."""
    total = hashlib.sha256(salt.encode())
    for file in sorted(files):
        content = file.read_bytes() if file.is_file() else b""
        total.update(f"\n{file.relative_to(ROOT).as_posix()} {len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()


def read(stamp: Path) -> str:
    """What a stamp says; nothing when it is not there."""
    try:
        return stamp.read_text(encoding="utf-8")
    except OSError:
        return ""


def call(command: Sequence[str | Path], doing: str, env: dict[str, str] | None = None, cwd: Path = ROOT) -> None:
    """Run a command that shows its own trouble. Raises TaskError when it fails."""
    try:
        code = subprocess.run(command, cwd=cwd, env=env, check=False).returncode
    except OSError as error:
        raise TaskError(f"{doing} failed: {command[0]}: {error.strerror}.") from error
    if code:
        raise TaskError(f"{doing} failed: {Path(command[0]).name} ended with code {code}; what it said stands above.")


def _runs(command: Sequence[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def say(sentence: str) -> None:
    """Tell what is going on, at once, also into a pipe."""
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def path_with(*folders: Path) -> dict[str, str]:
    """The environment variables of this process, with these folders in front on the PATH."""
    return {**os.environ, "PATH": os.pathsep.join([*map(str, folders), os.environ.get("PATH", os.defpath)])}
