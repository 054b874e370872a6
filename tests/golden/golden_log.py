"""Writes the golden log of the present format: once, when a format is released; never again after that.

`python tests/golden/golden_log.py` makes format-<n>.jsonl (the stored events of the streams, one a line, with the token
after each) and format-<n>.json (the records they amount to). tests/unit/test_state.py reads those of every format.
"""

import json
import sys
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parents[1]))

from unit.session import recorded_session

from raakvlak.canvas.events import FORMAT, START, encode_event, next_position

FOLDER = Path(__file__).parent


def write() -> None:
    """Both files."""
    core = recorded_session()
    positions = dict.fromkeys(core.streams, START)
    lines = []
    for stream, event in core.events:
        stored = encode_event(event)
        positions[stream] = next_position(positions[stream], stored)
        lines.append(json.dumps([stream, positions[stream].token, stored.decode()], ensure_ascii=False))
    (FOLDER / f"format-{FORMAT}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    records = {name: list(state.records.values()) for name, state in core.streams.items()}
    told = json.dumps(msgspec.to_builtins(records), ensure_ascii=False, indent=1)
    (FOLDER / f"format-{FORMAT}.json").write_text(told + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
