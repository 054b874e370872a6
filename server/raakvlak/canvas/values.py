"""The scalars that records, events and intents are made of, each with its bounds; and the bases of them all."""

import re
from typing import Annotated, Literal

from msgspec import Meta, Struct

MAX_TEXT = 10_000
"""Code points in one text."""
MAX_NAME = 80
"""Code points in a name or a title."""
MAX_SENTENCE = 500
"""Code points in a prompt, a decision or an action."""
MAX_COUNT = 2**53 - 1
"""The largest whole number that JSON carries to a browser unharmed."""

Id = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_:-]+(\.[A-Za-z0-9_:-]+)*\Z", max_length=400)]
"""ASCII, so that both languages order ids alike."""
MAX_NEW_ID = 100
"""Characters in an id that somebody makes; those of what is made for it are put together of these."""
Text = Annotated[str, Meta(max_length=MAX_TEXT)]
Name = Annotated[str, Meta(min_length=1, max_length=MAX_NAME)]
_HIDDEN = r" \u00a0\u00ad\u115f\u1160\u1680\u180e\u2000-\u200f\u202f\u205f-\u2064\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0"
_UNRULY = r"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069"
_SEEN = rf"\A[{_HIDDEN}]*[^{_HIDDEN}{_UNRULY}][^{_UNRULY}]*\Z"
NewName = Annotated[str, Meta(min_length=1, max_length=MAX_NAME, pattern=_SEEN)]
"""A name that somebody gives: with something to see, and without line breaks, control characters, and those that turn
the direction of what others read beside it. (Stored names are taken as they are.)"""
MAX_WORD = 40
"""Code points in the one word by which somebody comes in or goes out."""
_RULY = rf"\A[^{_UNRULY}]*\Z"
MAX_WORDING = 200
"""Code points in what a facilitator calls a zone or an axis instead of what the template does."""
MAX_ENTRIES = 20
"""Partners or issues of one canvas."""
NewTitle = Annotated[str, Meta(max_length=MAX_NAME, pattern=_RULY)]
"""A title that somebody gives, or leaves empty: otherwise as a name."""
NewWord = Annotated[str, Meta(max_length=MAX_WORD, pattern=_RULY)]
"""One word that somebody says, or does not: otherwise as a name."""
NewSentence = Annotated[str, Meta(min_length=1, max_length=MAX_SENTENCE, pattern=_SEEN)]
"""A prompt, a decision or an action that somebody words: as a name, but longer."""
Sentence = Annotated[str, Meta(max_length=MAX_SENTENCE)]
Share = Annotated[float, Meta(ge=-4, le=5)]
"""A coordinate in a frame: 0 to 1 inside it, a little more for what lies beside it."""
Count = Annotated[int, Meta(ge=0, le=MAX_COUNT)]
Height = Annotated[int, Meta(ge=-MAX_COUNT, le=MAX_COUNT)]
"""What lies in front has the higher one."""
Length = Annotated[int, Meta(ge=40, le=1200)]
"""Width or height of an item in px at 100 %."""
Size = Annotated[float, Meta(ge=0.2, le=0.9)]
Minutes = Annotated[int, Meta(ge=0, le=600)]
Grade = Annotated[int, Meta(ge=1, le=5)]
"""A score, or how somebody is: from 1 to 5."""
Strength = Annotated[int, Meta(ge=1, le=3)]
"""How thick a connector is."""
Key = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_-]{1,60}\Z")]
"""An id without dots: of what a template or a list of a canvas names."""
KeyOrNone = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_-]{0,60}\Z")]
"""The same, or "" for nothing of the kind."""
Scale = Literal["score", "smiley", "checkbox"]
"""score: 1 to 5. smiley: 1 sad, 2 neutral, 3 happy. checkbox: 1 not done, 2 not needed, 3 done."""
Day = Annotated[str, Meta(pattern=r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")]
"""A date, as 2026-11-25."""

Role = Literal["facilitator", "participant", "observer"]
Language = Literal["nl", "en"]


class Place(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Where an item's centre lies: `u` from left to right and `v` from top to bottom of a frame."""

    frame: Id
    u: Share
    v: Share


class RecordBase(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="kind"):
    """What every record has; its kind is its class."""

    id: Id


class IntentBase(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="type"):
    """What every intent has; its type is its class."""


def is_seen(text: str) -> bool:
    """Whether a name has something to see and nothing unruly, as `NewName` asks of what somebody gives."""
    return re.search(_SEEN, text) is not None


def is_ruly(text: str) -> bool:
    """Whether a text has no line breaks, no control characters, and none that turn the direction of others."""
    return re.search(_RULY, text) is not None
