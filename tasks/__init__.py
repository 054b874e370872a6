"""What ./run does: the environment, the client's build, the checks. Standard library only, for nothing is there yet."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The folder of the project."""


class TaskError(Exception):
    """Why a task cannot go on, as a sentence for the one who typed it."""
