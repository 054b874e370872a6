"""What is told of somebody's presence, tick by tick."""

from typing import Any

import msgspec

from raakvlak.live.presence import PresenceBoard

ANN = ("ann-1", "ann")


def told(board: PresenceBoard) -> list[dict[str, Any]]:
    frame = board.news()
    return [] if frame is None else msgspec.json.decode(frame)["people"]


def test_what_is_as_it_was_told_is_no_news() -> None:
    """[PRES-27] Whoever left and came back, or moved and moved back, between two ticks is not told of again."""
    board = PresenceBoard(10.0)
    board.say(*ANN, b'{"x":1}')
    assert [each["here"] for each in told(board)] == [{"x": 1}]
    board.say(*ANN, None)
    board.say(*ANN, b'{"x":1}')
    assert told(board) == []
    board.say(*ANN, b'{"x":2}')
    board.say(*ANN, b'{"x":1}')
    assert told(board) == []


def test_whoever_left_is_told_of_when_they_come_back() -> None:
    """[PRES-27] What was told to have left is news when it is back, be it where it was."""
    board = PresenceBoard(10.0)
    board.say(*ANN, b'{"x":1}')
    told(board)
    board.say(*ANN, None)
    assert ["here" in each for each in told(board)] == [False]
    board.say(*ANN, b'{"x":1}')
    assert [each["here"] for each in told(board)] == [{"x": 1}]


def test_whoever_came_and_went_between_two_ticks_was_never_there() -> None:
    """[PRES-27] Nobody is told to have left who was never told to be there."""
    board = PresenceBoard(10.0)
    board.say(*ANN, b'{"x":1}')
    board.say(*ANN, None)
    assert told(board) == []
