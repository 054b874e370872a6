"""An outside check: a recorded session of two people typing at once, a second apart."""

import gzip
import json
import os
from pathlib import Path

import pytest

from raakvlak.canvas.carry import Bridge, carry
from raakvlak.canvas.events import Splice
from raakvlak.canvas.state import RECENT_EDITS, RecentEdit
from raakvlak.canvas.text import Edits, apply_edit, compose

TRACES = Path(os.environ.get("RAAKVLAK_TRACES", Path(__file__).parents[3] / "shared" / "traces"))
TRACE = TRACES / "friendsforever.json.gz"


def as_edit(patches: list[tuple[int, int, str]]) -> Edits:
    """Patches that follow each other, as one edit."""
    edit: Edits = ()
    for at, remove, insert in patches:
        edit = compose(edit, (Splice(at, remove, insert),) if remove or insert else ())
    return edit


@pytest.mark.skipif(not TRACE.exists(), reason=f"the recorded session {TRACE.name} is not on this machine")
def test_a_recorded_session_of_two_ends_in_its_exact_text() -> None:
    """[TEXT-9]"""
    trace = json.loads(gzip.decompress(TRACE.read_bytes()))
    text = ""
    recent: tuple[RecentEdit, ...] = ()
    bridges: dict[str, Bridge] = {}
    agents = [step["agent"] for step in trace["txns"]]
    seen_by = [0] * trace["numAgents"]
    for index, step in enumerate(trace["txns"]):
        agent, seq = step["agent"], index + 1
        others = [parent + 1 for parent in step["parents"] if agents[parent] != agent]
        seen_by[agent] = max([seen_by[agent], *others])
        writer = f"agent-{agent}"
        made = as_edit(step["patches"])
        edit, bridges[writer] = carry(bridges.get(writer), recent, writer, made, seen_by[agent])
        text = apply_edit(text, edit)
        recent = (*recent, RecentEdit(seq, writer, edit))[-RECENT_EDITS:]
    assert text == trace["endContent"]
