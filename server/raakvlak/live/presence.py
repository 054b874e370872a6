"""Who is where in a workshop right now: only the latest of each page load, never kept.

What is said between two ticks goes out as one frame for everyone here, and as one message to the other workers.
"""

import msgspec
from msgspec import Struct

from raakvlak.protocol import PersonHere, Presence

_encoder = msgspec.json.Encoder()


class _Heard(Struct):
    """A PersonHere as another worker says it; `here` is empty for who has left."""

    writer: str
    person: str
    here: msgspec.Raw = msgspec.Raw()


class _HeardPresence(Struct, tag="presence", tag_field="type"):
    people: list[_Heard]


_decoder = msgspec.json.Decoder(_HeardPresence)


class Said(Struct):
    """Someone's latest; `heard_at` is None for those who are connected to this very worker."""

    entry: PersonHere
    heard_at: float | None


class PresenceBoard:
    """Everyone's presence, here and at other workers."""

    def __init__(self, lifetime: float) -> None:
        self._lifetime = lifetime
        self._said: dict[str, Said] = {}
        self._news: dict[str, PersonHere] = {}
        self._own_news: dict[str, PersonHere] = {}
        self._told: dict[str, bytes] = {}
        """What was told of everyone last."""

    def say(self, writer: str, person: str, here: bytes | None) -> None:
        """Someone at this worker says where they are, or (None) leaves."""
        entry = PersonHere(writer, person, msgspec.Raw(here) if here is not None else None)
        if self._note(entry, None):
            self._own_news[writer] = entry

    def hear(self, message: bytes, now: float) -> None:
        """Another worker's message. Raises msgspec.DecodeError for what no worker would say."""
        for heard in _decoder.decode(message).people:
            known = self._said.get(heard.writer)
            if known is None or known.heard_at is not None:
                # A copy: Raw would keep the whole message in memory.
                here = heard.here.copy() if bytes(heard.here) else None
                self._note(PersonHere(heard.writer, heard.person, here), now)

    def _note(self, entry: PersonHere, heard_at: float | None) -> bool:
        """Whether this is news. What is said once more is none: that it was said at all may tell too much."""
        known = self._said.pop(entry.writer, None)
        if entry.here is not None:
            self._said[entry.writer] = Said(entry, heard_at)
        if known and known.entry.here and entry.here and bytes(known.entry.here) == bytes(entry.here):
            return False
        self._news[entry.writer] = entry
        return True

    def expire(self, now: float) -> None:
        """Forget those of other workers that have not been heard of for a lifetime."""
        for writer, said in list(self._said.items()):
            if said.heard_at is not None and now - said.heard_at > self._lifetime:
                self._note(PersonHere(writer, said.entry.person), None)

    @property
    def someone_left(self) -> bool:
        """Whether the news tells that somebody left: nobody may miss that, since it is told only once."""
        return any(entry.here is None for entry in self._news.values())

    def news(self) -> bytes | None:
        """All that is not as it was told last, as one frame; None when nothing is.

        Whoever changed something and changed it back meanwhile, or left and came back, did nothing that is to be told.
        """
        news, self._news = self._news, {}
        return _frame({writer: entry for writer, entry in news.items() if self._is_new(entry)})

    def _is_new(self, entry: PersonHere) -> bool:
        """Whether this was not told last; then it is, from now on."""
        before = self._told.pop(entry.writer, None)
        here = bytes(entry.here) if entry.here is not None else None
        if here is not None:
            self._told[entry.writer] = here
        return here != before

    def own_news(self) -> bytes | None:
        """The same, of this worker's people only, for the other workers."""
        return _frame(self._own_news)

    def repeat(self) -> None:
        """Say again who is here, so that the other workers go on believing it."""
        for writer, said in self._said.items():
            if said.heard_at is None:
                self._own_news.setdefault(writer, said.entry)

    def everyone(self) -> bytes | None:
        """Everyone's latest as one frame, for who has just come."""
        return _frame({writer: said.entry for writer, said in self._said.items()})


def _frame(entries: dict[str, PersonHere]) -> bytes | None:
    if not entries:
        return None
    frame = _encoder.encode(Presence(list(entries.values())))
    entries.clear()
    return frame
