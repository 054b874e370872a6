"""The table of rights in SPEC.md: which role may ask for what, in which step, in which stream.

`python tests/unit/rights_table.py` writes it there, from server/raakvlak/canvas/rights.py, after a wanted change.
"""

from pathlib import Path
from typing import NamedTuple, get_args

from raakvlak.canvas.intents import Intent
from raakvlak.canvas.rights import SITUATIONS, Situation, StreamKind, right_in

SPEC = Path(__file__).parents[2] / "SPEC.md"
BEGIN, END = "<!-- rights: written by tests/unit/rights_table.py -->", "<!-- /rights -->"
INTENTS: dict[str, type] = {str(kind.__struct_config__.tag): kind for kind in get_args(Intent)}
COLUMNS = ("facilitator", "observer", *SITUATIONS, "paused")
NOTHING = "–"
SHARED, OWN, BACK, FACILITATORS, AS_PARTICIPANT = "s", "o", "b", "f", "p"


class Table(NamedTuple):
    """What a table says."""

    cells: dict[str, dict[str, str]]
    """By intent, then by column."""

    def allows(self, intent: str, role: str, situation: Situation, paused: bool, stream: StreamKind) -> str:
        """Whether it says that this may be asked for: "anywhere", "back" or "no"."""
        row = self.cells[intent]
        if role == "observer":
            return _in_cell(row["observer"], stream)
        participant = row["paused"] if paused and role == "participant" else row[situation]
        if role == "participant":
            return _in_cell(participant, stream)
        leading = row["facilitator"]
        as_participant = _in_cell(participant, stream) if AS_PARTICIPANT in leading else "no"
        return "anywhere" if _in_cell(leading, stream) != "no" else as_participant


def _in_cell(cell: str, stream: StreamKind) -> str:
    letter = {"shared": SHARED, "own": OWN, "facilitators": FACILITATORS}[stream]
    if letter in cell:
        return "anywhere"
    return "back" if stream == "own" and BACK in cell else "no"


def written() -> str:
    """The table as the code has it, as Markdown."""
    head = ["intent", *COLUMNS]
    rows = [[f"`{intent}`", _leading(intent), NOTHING, *_participant(intent), NOTHING] for intent in INTENTS]
    lines = [head, ["-" * len(name) for name in head], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _participant(intent: str) -> list[str]:
    return [_cell(intent, situation) for situation in SITUATIONS]


def _cell(intent: str, situation: Situation) -> str:
    cell = SHARED if right_in(intent, "shared", "participant", situation) != "no" else ""
    cell += {"anywhere": OWN, "back": BACK, "no": ""}[right_in(intent, "own", "participant", situation)]
    return cell or NOTHING


def _leading(intent: str) -> str:
    shared = all(right_in(intent, "shared", "facilitator", situation) != "no" for situation in SITUATIONS)
    apart = right_in(intent, "facilitators", "facilitator", "free") != "no"
    cells = "".join(_participant(intent))
    like = OWN in cells or BACK in cells or (SHARED in cells and not shared)
    return SHARED * shared + FACILITATORS * apart + AS_PARTICIPANT * like or NOTHING


def read(spec: str) -> Table:
    """The table that stands in the specification."""
    lines = spec.partition(BEGIN)[2].partition(END)[0].strip().splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    head, rows = cells[0], cells[2:]
    return Table({row[0].strip("`"): dict(zip(head[1:], row[1:], strict=True)) for row in rows})


def write() -> None:
    """Put the table into the specification."""
    spec = SPEC.read_text(encoding="utf-8")
    before, _, rest = spec.partition(BEGIN)
    SPEC.write_text(f"{before}{BEGIN}\n\n{written()}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    write()
