"""The checker of the fault tests notices what it is there to notice."""

import json
from collections.abc import Callable
from copy import deepcopy

import pytest
from faults.checker import Account, Key, Known, check

from raakvlak.canvas.events import START, next_position
from raakvlak.log import Stored

Streams = dict[str, list[Stored]]
Harm = Callable[[Streams, Account], None]

NOTE = {
    "kind": "sticky",
    "id": "ann-1.a",
    "canvas": "canvas-1",
    "place": {"frame": "figure", "u": 0.5, "v": 0.5},
    "author": "ann",
}


def event(n: int, *changes: object, at: int = 1) -> bytes:
    """An event of Ann's."""
    said = {"at": at, "by": "ann", "intent": {"writer": "ann-1", "n": n}, "changes": changes}
    return json.dumps(said).encode()


def linked(*events: bytes) -> list[Stored]:
    """The events as a store would hold them."""
    stored: list[Stored] = []
    position = START
    for each in events:
        position = next_position(position, each)
        stored.append(Stored(position, each))
    return stored


CREATED = event(1, {"do": "put", "record": NOTE})
TYPED = event(2, {"do": "splice", "id": "ann-1.a", "edit": [{"at": 0, "insert": "a"}]})
MOVED = event(4, {"do": "patch", "id": "ann-1.a", "set": {"place": {"frame": "figure", "u": 0.1, "v": 0.2}}}, at=2)


def story() -> tuple[Streams, Account]:
    """A log and what Ann saw of it; her third intent was refused."""
    stored = linked(CREATED, TYPED, MOVED)
    account = Account("Ann")
    account.asked = {Key("shared", "ann-1", n) for n in (1, 2, 3, 4)}
    account.refused = {Key("shared", "ann-1", 3)}
    account.saved = account.asked - account.refused
    place = {"frame": "figure", "u": 0.1, "v": 0.2}
    account.streams["shared"] = Known(stored[-1].position, {"ann-1.a": {**NOTE, "place": place, "text": "a"}})
    return {"shared": stored}, account


def relink(*events: bytes) -> Harm:
    """The log holds these instead, and Ann knows only what she knew."""

    def harm(streams: Streams, account: Account) -> None:
        streams["shared"] = linked(*events)
        account.streams.clear()

    return harm


def _alter(streams: Streams, account: Account) -> None:
    position, stored = streams["shared"][1]
    streams["shared"][1] = Stored(position, stored.replace(b'"a"}', b'"b"}'))


def _forget(streams: Streams, account: Account) -> None:
    account.saved.discard(Key("shared", "ann-1", 4))


def _happened(streams: Streams, account: Account) -> None:
    account.refused.add(Key("shared", "ann-1", 4))


def _behind(streams: Streams, account: Account) -> None:
    account.streams["shared"].position = streams["shared"][1].position


def _misread(streams: Streams, account: Account) -> None:
    account.streams["shared"].records["ann-1.a"]["text"] = "b"


def _missed(streams: Streams, account: Account) -> None:
    del account.streams["shared"].records["ann-1.a"]


HARMS: dict[str, tuple[Harm, str]] = {
    "a saved change is gone": (relink(CREATED, TYPED), "not in the log"),
    "a change happened twice": (relink(CREATED, TYPED, MOVED, MOVED), "2 times"),
    "changes in another order": (relink(CREATED, MOVED, TYPED.replace(b'"at": 1,', b'"at": 2,')), "to go on after 4"),
    "time runs back": (relink(event(1, at=9), TYPED, MOVED), "at 9 or later"),
    "bytes were altered": (_alter, "but the log has"),
    "nobody said what became of it": (_forget, "never heard"),
    "it was refused and happened": (_happened, "but they happened"),
    "a page is behind": (_behind, "the log"),
    "a page reads another text": (_misread, "expected"),
    "a page lacks a note": (_missed, "on one side only"),
}


def test_a_true_story_passes() -> None:
    """[SAVE-30] Where the log and what people saw agree, there is nothing to say."""
    streams, account = story()
    check(streams, [account])


@pytest.mark.parametrize("what", HARMS)
def test_every_untruth_is_noticed(what: str) -> None:
    """[SAVE-30] What was called saved is in the log once, what was refused is not, and all have read the same."""
    streams, account = deepcopy(story())
    harm, says = HARMS[what]
    harm(streams, account)
    with pytest.raises(AssertionError, match=says):
        check(streams, [account])
