"""Texts that a template has in both languages."""

from typing import Annotated

from msgspec import Meta, Struct

Line = Annotated[str, Meta(pattern=r"\S", max_length=2_000)]


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """One text in both languages."""

    nl: Line
    en: Line
