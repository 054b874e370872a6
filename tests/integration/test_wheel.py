"""The package as others install it: everything is in it, and it serves without the sources."""

import json
import re
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest
from integration.programs import ROOT, SERVE, answers, free_port, running_program, variables


def built(kind: str, folder: Path, to: Path) -> Path:
    """The package of this kind ("wheel" or "sdist") made of the sources in the folder."""
    command: list[str | Path] = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", to]
    subprocess.run(command, cwd=folder, env=variables(), check=True, capture_output=True)
    (package,) = to.iterdir()
    return package


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel."""
    return built("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


def names_in(wheel: Path) -> set[str]:
    """The files in a wheel."""
    with zipfile.ZipFile(wheel) as opened:
        return set(opened.namelist())


def test_the_wheel_holds_client_and_canvases(wheel: Path) -> None:
    """[RUN-30] The wheel holds the built client, every canvas and the licence, and nothing of tests or tools."""
    names = names_in(wheel)
    canvases = {f"raakvlak/_canvases/{file.name}" for file in (ROOT / "canvases").glob("*.json")}
    assert canvases
    assert canvases <= names
    assert "raakvlak/_client/index.html" in names
    assert any(re.fullmatch(r"raakvlak/_client/assets/.+-[\w-]{8}\.js", name) for name in names)
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert {name.partition("/")[0] for name in names} == {
        "raakvlak",
        f"{'-'.join(wheel.name.split('-')[:2])}.dist-info",
    }
    assert not [name for name in names if "/." in name]


def test_the_wheel_serves(wheel: Path, tmp_path: Path) -> None:
    """[RUN-31] Installed from the wheel, away from the sources, Raakvlak serves its page, what the page loads, and the
    canvases."""
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(installed)
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    settings = {"PYTHONPATH": str(installed), "RAAKVLAK_PORT": str(port)}
    with running_program(SERVE, tmp_path / "log", settings, cwd=tmp_path) as server:
        server.until(lambda: answers(f"{address}/healthz"))
        page = _text(f"{address}/")
        loaded = re.findall(r'(?:src|href)="(/assets/[^"]+)"', page)
        assert loaded
        for asset in loaded:
            assert (installed / "raakvlak" / "_client" / asset.lstrip("/")).read_text("utf-8") == _text(address + asset)
        offered = json.dumps(json.loads(_text(f"{address}/api/templates")))
        for file in (ROOT / "canvases").glob("*.json"):
            assert f'"{file.stem}"' in offered
        assert '"one-hour"' in offered
        assert _text(f"{address}/templates.md") == (ROOT / "docs" / "templates.md").read_text("utf-8")
        assert "Noor de Wit" in _text(f"{address}/api/templates/trust-vigilance/picture")


def test_the_page_has_no_inline_scripts(wheel: Path) -> None:
    """[RUN-32] The built page holds no script or style of its own, which the content security policy would refuse."""
    with zipfile.ZipFile(wheel) as opened:
        page = opened.read("raakvlak/_client/index.html").decode()
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page))
    assert "<style" not in page
    assert " style=" not in page
    assert "data:" not in page


def test_the_source_package_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    """[RUN-33] A wheel made from the source package holds the same files, and making it needs no Node."""
    package = built("sdist", ROOT, tmp_path / "sdist")
    unpacked = tmp_path / "unpacked"
    unpacked.mkdir()
    subprocess.run(["tar", "-xzf", package, "-C", unpacked], check=True)
    (sources,) = unpacked.iterdir()
    assert names_in(built("wheel", sources, tmp_path / "again")) == names_in(wheel)
    assert not (sources / "client" / "node_modules").exists()


def _text(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as response:
        text: str = response.read().decode()
        return text
