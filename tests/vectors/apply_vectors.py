"""Writes apply.json: a stream's events and what they amount to, for both languages to be held to.

Run `python tests/vectors/apply_vectors.py` after a wanted change; tests/unit/test_state.py checks that it is current.
"""

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

sys.path.insert(0, str(Path(__file__).parents[1]))

from unit.core import Core
from unit.session import recorded_session

VECTORS = Path(__file__).parent / "apply.json"


def vectors() -> dict[str, Any]:
    """All events of the shared stream and of a person's own, and the records and writers after them."""
    core = recorded_session()
    what = "the events of two streams, and what apply makes of them; see server/raakvlak/canvas/state.py"
    built = msgspec.to_builtins({"what": what, **_stream(core, "shared"), "own": _stream(core, "person:bob")})
    found: dict[str, Any] = built
    return found


def _stream(core: Core, name: str) -> dict[str, Any]:
    state = core.stream(name)
    return {
        "events": [event for stream, event in core.events if stream == name],
        "records": list(state.records.values()),
        "writers": dict(state.writers),
    }


def written() -> str:
    """The file's content."""
    return json.dumps(vectors(), ensure_ascii=False, separators=(",", ":")).replace('},{"v"', '},\n{"v"') + "\n"


if __name__ == "__main__":
    VECTORS.write_text(written(), encoding="utf-8")
