"""./run as people type it: what it says, what it refuses, and that it needs next to nothing to start."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest
from integration.programs import ROOT, Program, answers, free_port, running_program, variables
from packaging.requirements import Requirement

from raakvlak.cli import main

SECOND_START = 3.0
"""Seconds in which a server answers when everything is installed and built."""
STARTS = 4
"""The best counts, for other tests run at the same time."""
FIRST_START = 240.0
"""Seconds for the first start, on a slow line."""
NOT_IN_A_CLONE = shutil.ignore_patterns(
    ".git", ".venv", ".tools", "node_modules", "dist", "dist-*", "data", "__pycache__", ".*_cache", ".hypothesis"
)


def typed(*arguments: str, folder: Path = ROOT, **environment: str) -> "subprocess.CompletedProcess[str]":
    """What came of typing ./run with these arguments."""
    return subprocess.run(
        [folder / "run", *arguments],
        capture_output=True,
        text=True,
        env=variables(environment),
        timeout=FIRST_START,
        check=False,
    )


def refusal(result: "subprocess.CompletedProcess[str]") -> str:
    """The one sentence with which ./run ended; an AssertionError when there was anything else."""
    assert result.returncode != 0
    assert len(result.stderr.splitlines()) == 1, result.stderr
    return result.stderr.strip()


def sentence_of(program: Program) -> str:
    """The sentence with which a started ./run ended."""
    assert program.process.wait(60) != 0
    (line,) = program.output.splitlines()
    return line


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The project as it is right after it was cloned."""
    folder = tmp_path / "clone"
    shutil.copytree(ROOT, folder, ignore=NOT_IN_A_CLONE)
    return folder


@pytest.fixture
def without_uv(tmp_path: Path) -> str:
    """A PATH on which there is a Python and all that a shell has, but no uv."""
    folder = tmp_path / "path"
    folder.mkdir()
    for name in ("env", "sh"):
        (folder / name).symlink_to(shutil.which(name) or name)
    (folder / "python3").symlink_to(sys.executable)
    return str(folder)


def test_help_names_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    """[RUN-51] ./run --help names every command, and every option that the server takes."""
    result = typed("--help")
    assert result.returncode == 0
    with pytest.raises(SystemExit):
        main(["serve", "--help"])
    options = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    assert options <= set(re.findall(r"--[a-z-]+", result.stdout)) | {"--help"}
    for command in ("templates", "test", "soak", "bench", "types", "lock"):
        assert f"./run {command}" in result.stdout


@pytest.mark.parametrize("arguments", [("--colour",), ("serve",), ("test", "-k", "x"), ("--port",), ("lock", "--new")])
def test_unknown_arguments_are_refused(arguments: tuple[str, ...]) -> None:
    """[RUN-52] An argument that ./run does not know gets one sentence and a non-zero exit, before anything is done."""
    sentence = refusal(typed(*arguments))
    assert arguments[-1] in sentence
    assert "./run --help" in sentence


def test_starts_in_three_seconds(tmp_path: Path) -> None:
    """[RUN-53] A second start says within three seconds what to open, and then answers there."""
    took = []
    for attempt in range(STARTS):
        port = free_port()
        began = time.monotonic()
        command = ("./run", "--port", str(port), "--data", tmp_path / "data")
        with running_program(command, tmp_path / f"{attempt}.log") as server:
            address = f"http://localhost:{port}"
            server.until(lambda server=server, address=address: f"Open {address} " in server.output)  # type: ignore[misc]
            took.append(time.monotonic() - began)
            assert answers(f"{address}/healthz")
            assert server.stop() == 0
    assert min(took[1:]) < SECOND_START


def test_a_taken_port_is_a_sentence(tmp_path: Path) -> None:
    """[RUN-54] A port that another program listens on gets one sentence with the port and a non-zero exit."""
    port = free_port()
    with running_program(("./run", "--port", str(port), "--data", tmp_path / "one"), tmp_path / "one.log") as one:
        one.until(lambda: answers(f"http://127.0.0.1:{port}/healthz"))
        assert str(port) in refusal(typed("--port", str(port), "--data", str(tmp_path / "two")))


def test_a_second_server_on_the_same_data_is_a_sentence(tmp_path: Path) -> None:
    """[RUN-55] A second server on the same data gets one sentence with the folder and a non-zero exit."""
    port, data = free_port(), tmp_path / "data"
    with running_program(("./run", "--port", str(port), "--data", data), tmp_path / "one.log") as one:
        one.until(lambda: answers(f"http://127.0.0.1:{port}/healthz"))
        assert str(data) in refusal(typed("--port", str(free_port()), "--data", str(data)))


def test_a_file_in_place_of_the_data_is_a_sentence(tmp_path: Path) -> None:
    """[RUN-56] A file where the data folder should be gets one sentence with its name and a non-zero exit."""
    data = tmp_path / "data"
    data.write_text("not a folder", encoding="utf-8")
    assert str(data) in refusal(typed("--port", str(free_port()), "--data", str(data)))
    assert data.read_text(encoding="utf-8") == "not a folder"


def test_without_uv_and_pip_it_names_what_to_install(clone: Path, without_uv: str, tmp_path: Path) -> None:
    """[RUN-57] Where neither uv nor pip is there, as on a fresh Debian, one sentence names the package to install."""
    modules = tmp_path / "modules"
    modules.mkdir()
    absent = "import sys\nsys.modules['pip'] = sys.modules['ensurepip'] = None\n"
    (modules / "sitecustomize.py").write_text(absent, encoding="utf-8")
    result = typed(folder=clone, PATH=without_uv, PYTHONPATH=str(modules))
    assert "apt-get install python3-pip" in refusal(result)


def test_an_old_python_is_a_sentence(tmp_path: Path) -> None:
    """[RUN-58] A Python older than 3.11 can read ./run, and gets one sentence with the version it needs."""
    ast.parse((ROOT / "run").read_text(encoding="utf-8"), feature_version=(3, 6))
    old = "import sys\nsys.version_info = (3, 9, 2, 'final', 0)\n"
    (tmp_path / "sitecustomize.py").write_text(old, encoding="utf-8")
    assert "3.11" in refusal(typed(PYTHONPATH=str(tmp_path)))


def test_a_bare_clone_starts(clone: Path, without_uv: str, tmp_path: Path) -> None:
    """[RUN-59] In a bare clone, with an empty home, no uv and no Node, ./run installs, builds, serves, and writes in no
    other folder. Where Python has no pip either, uv must be there."""
    python = Path(without_uv, "python3")
    if subprocess.run([python, "-c", "import pip"], capture_output=True, check=False).returncode:
        Path(without_uv, "uv").symlink_to(shutil.which("uv") or ROOT / ".tools" / "bin" / "uv")
    home = tmp_path / "home"
    home.mkdir()
    caches = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    environment = {
        "HOME": str(home),
        "PATH": without_uv,
        # What has been fetched before need not be fetched again; it makes no difference otherwise.
        "UV_CACHE_DIR": os.environ.get("UV_CACHE_DIR", str(caches / "uv")),
        "PIP_CACHE_DIR": os.environ.get("PIP_CACHE_DIR", str(caches / "pip")),
        "NPM_CONFIG_CACHE": os.environ.get("NPM_CONFIG_CACHE", str(Path.home() / ".npm")),
    }
    port = free_port()
    with running_program(("./run", "--port", str(port)), tmp_path / "log", environment, cwd=clone) as server:
        server.until(lambda: "Open http://localhost" in server.output)
        assert answers(f"http://localhost:{port}/")
        assert server.stop() == 0
    assert (clone / "data").is_dir()
    assert list(home.iterdir()) == []


def test_locks_hold_what_is_asked_and_no_address() -> None:
    """[RUN-60] The locks hold every package that pyproject.toml asks for, in a version it allows, with hashes, and no
    address of where packages come from."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    asked = {
        "serve": project["project"]["dependencies"],
        "build": groups["build"],
        "test": groups["test"] + groups["bench"],
        "uv": groups["uv"],
    }
    for lock, requirements in asked.items():
        text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
        assert "://" not in text
        assert "--hash=sha256:" in text
        locked = dict(re.findall(r"^([a-z0-9._-]+)==([^ ]+)", text, re.MULTILINE))
        for requirement in map(Requirement, requirements):
            assert requirement.specifier.contains(locked[requirement.name.lower()]), requirement
    client = json.loads((ROOT / "client" / "package-lock.json").read_text(encoding="utf-8"))
    assert not [name for name, package in client["packages"].items() if "resolved" in package]
    assert not [name for name, package in client["packages"].items() if name and "integrity" not in package]


def test_continuous_integration_runs_the_same() -> None:
    """[RUN-61] What continuous integration runs is ./run test and nothing else."""
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["exec ./run test"]
