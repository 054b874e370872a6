"""Why an intent does not happen."""

from typing import Literal

RefusalCode = Literal[
    "not-allowed",
    "locked",
    "unknown-item",
    "unknown-canvas",
    "unknown-template",
    "exists",
    "wrong-kind",
    "wrong-text",
    "too-many",
    "too-long",
    "stale",
    "out-of-order",
    "nothing-to-undo",
    "not-now",
    "paused",
    "unknown-step",
    "unknown-person",
    "unknown-round",
    "unknown-agreement",
    "few-authors",
    "nothing-private",
    "private-zone",
    "not-empty",
    "no-dots-left",
    "last-facilitator",
    "invalid",
]


class Refusal(Exception):
    """An intent is refused: a code for programs, a sentence with what was expected, and by whom it is prevented."""

    def __init__(self, code: RefusalCode, message: str, by: str | None = None) -> None:
        super().__init__(message)
        self.code: RefusalCode = code
        self.message = message
        self.by = by
