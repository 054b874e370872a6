"""A mapping over another one, which it leaves as it is until its changes are taken over."""

from collections.abc import Iterator, MutableMapping
from typing import Generic, TypeVar

V = TypeVar("V")


class Layered(MutableMapping[str, V], Generic[V]):
    """What is in `under`, with changes of its own."""

    __slots__ = ("_gone", "_over", "_under")

    def __init__(self, under: MutableMapping[str, V]) -> None:
        self._under = under
        self._over: dict[str, V] = {}
        self._gone: set[str] = set()

    def __getitem__(self, key: str) -> V:
        if key in self._over:
            return self._over[key]
        if key in self._gone:
            raise KeyError(key)
        return self._under[key]

    def __setitem__(self, key: str, value: V) -> None:
        self._over[key] = value

    def __delitem__(self, key: str) -> None:
        if key not in self:
            raise KeyError(key)
        self._over.pop(key, None)
        self._gone.add(key)

    def __contains__(self, key: object) -> bool:
        return key in self._over or (key not in self._gone and key in self._under)

    def __iter__(self) -> Iterator[str]:
        for key in self._under:
            if key not in self._gone:
                yield key
        for key in self._over:
            if key in self._gone or key not in self._under:
                yield key

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def settle(self) -> None:
        """Take the changes over into what is under them."""
        for key in self._gone:
            self._under.pop(key, None)
        self._under.update(self._over)
