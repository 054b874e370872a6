"""What is made for many is made once."""

import asyncio

import pytest

from raakvlak.web.reporting import Made


async def test_once_for_everyone_and_one_after_the_other() -> None:
    """[REP-7]"""
    made = Made[str](kept=2)
    begun: list[str] = []
    under_way = 0

    async def make(name: str) -> str:
        nonlocal under_way
        begun.append(name)
        under_way += 1
        await asyncio.sleep(0)
        assert under_way == 1
        under_way -= 1
        return name

    asked = ("a", "a", "b", "a", "b")
    assert await asyncio.gather(*(made.get(name, lambda name=name: make(name)) for name in asked)) == list(asked)  # type: ignore[misc]
    assert begun == ["a", "b"]
    await made.get("c", lambda: make("c"))
    await made.get("a", lambda: make("a"))
    assert begun == ["a", "b", "c", "a"]


async def test_what_failed_is_tried_again() -> None:
    """[REP-7]"""
    made = Made[int](kept=2)

    async def fail() -> int:
        raise ValueError("not now")

    async def succeed() -> int:
        return 1

    with pytest.raises(ValueError, match="not now"):
        await made.get("a", fail)
    assert await made.get("a", succeed) == 1
