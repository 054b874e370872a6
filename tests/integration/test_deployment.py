"""What docker-compose.yml, the Dockerfile and the Caddyfile say, held to what the server and its log need."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from integration.programs import ROOT

COMPOSE = ROOT / "docker-compose.yml"
CADDYFILE = ROOT / "Caddyfile"
DOCKERFILE = ROOT / "Dockerfile"


@pytest.fixture
def services() -> dict[str, Any]:
    """The services of docker-compose.yml."""
    read: dict[str, Any] = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"]
    return read


def workers_of(services: dict[str, Any]) -> dict[str, Any]:
    """The services that are workers."""
    return {name: service for name, service in services.items() if "RAAKVLAK_REDIS" in service.get("environment", {})}


def test_redis_keeps_what_it_saved(services: dict[str, Any]) -> None:
    """[RUN-40] The Redis of the deployment has every write on disk before it answers, and throws nothing away."""
    words = services["redis"]["command"]
    settings = dict(zip(words[1::2], words[2::2], strict=True))
    assert settings["--appendonly"] == "yes"
    assert settings["--appendfsync"] == "always"
    assert settings["--maxmemory-policy"] == "noeviction"
    assert any(volume.endswith(":/data") for volume in services["redis"]["volumes"])


def test_two_workers_share_one_key(services: dict[str, Any]) -> None:
    """[RUN-41] The deployment has two workers, with the same Redis and a key that must be given."""
    workers = workers_of(services)
    assert len(workers) == 2
    settings = [worker["environment"] for worker in workers.values()]
    assert settings[0] == settings[1]
    assert settings[0]["RAAKVLAK_SECRET"].startswith("${RAAKVLAK_SECRET:?")
    assert settings[0]["RAAKVLAK_REDIS"].startswith("redis://redis:")


def test_caddy_knows_the_workers(services: dict[str, Any]) -> None:
    """[RUN-42] Caddy passes on to exactly the workers of the deployment, by the Caddyfile of the project."""
    caddy = services["caddy"]
    addresses = {f"{name}:8000" for name in workers_of(services)}
    assert set(caddy["environment"]["RAAKVLAK_WORKERS"].split()) == addresses
    assert "./Caddyfile:/etc/caddy/Caddyfile:ro" in caddy["volumes"]
    default = re.search(r"\{\$RAAKVLAK_WORKERS:([^}]*)\}", CADDYFILE.read_text(encoding="utf-8"))
    assert default is not None
    assert set(default[1].split()) == addresses


def test_only_caddy_can_be_reached(services: dict[str, Any]) -> None:
    """[RUN-43] Neither Redis nor a worker opens a port to the outside."""
    assert [name for name, service in services.items() if "ports" in service] == ["caddy"]


def test_variables_are_known(services: dict[str, Any]) -> None:
    """[RUN-44] Every variable that the deployment gives to workers is one that the command reads."""
    source = (ROOT / "server" / "raakvlak" / "cli.py").read_text(encoding="utf-8")
    options = re.findall(r'option\("([a-z-]+)"', source)
    known = {f"RAAKVLAK_{name.upper().replace('-', '_')}" for name in options} | set(
        re.findall(r"\"(RAAKVLAK_[A-Z_]+)\"", source)
    )
    given = {name for worker in workers_of(services).values() for name in worker["environment"]}
    given |= set(re.findall(r"RAAKVLAK_[A-Z_]+(?==)", DOCKERFILE.read_text(encoding="utf-8")))
    assert "RAAKVLAK_HOST" in given
    assert given <= known


def test_the_image_is_made_of_what_is_there() -> None:
    """[RUN-45] All that the Dockerfile copies exists and is not kept out of the build."""
    admitted = [
        line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[:1] == "!"
    ]
    copied = []
    for line in DOCKERFILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("COPY "):
            copied += shlex.split(line)[1:-1]
    assert copied
    for path in copied:
        assert (ROOT / path).exists(), path
        assert Path(path).parts[0] in admitted, path


def test_the_server_does_not_run_as_root() -> None:
    """[RUN-46] The image ends as a user of its own, installs only what is locked, and tells whether it is well."""
    text = DOCKERFILE.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    last = "\n".join(lines[[number for number, line in enumerate(lines) if line.startswith("FROM")][-1] :])
    assert "\nUSER raakvlak" in last
    assert "/healthz" in last
    for line in lines:
        if "pip install" in line:
            assert "--require-hashes" in line or "--no-deps" in line
