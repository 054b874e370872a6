"""One scenario with one server: `python -m benchmarks.generate <Wanted and its scenario as JSON>`; figures as JSON.

A process of its own on its own core, so that the load it makes is not at the server's expense.
"""

import json
import sys

import uvloop

from benchmarks.machine import cores, on_core
from benchmarks.scenarios import SCENARIOS, Figures, Wanted


def main() -> None:
    """Measure."""
    asked = json.loads(sys.argv[1])
    scenario = SCENARIOS[asked.pop("scenario")]
    wanted = Wanted(**asked)
    with on_core(cores()[1]):
        figures: Figures = uvloop.run(scenario(wanted))  # type: ignore[arg-type]
    sys.stdout.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main()
