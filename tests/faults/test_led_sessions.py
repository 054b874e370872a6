"""Led sessions in which everybody does whatever comes up, while lines break, messages get lost, and Redis dies."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest
from faults.author import Author
from faults.deeds import agree, all_kinds, author, busy, second_tab
from faults.led import Led, check_led
from faults.test_random import Harm, new_seed
from integration.redis_server import RedisServer
from integration.stage import Stage, staged
from integration.workers import two_workers

from raakvlak.config import Rhythm


async def people_at(*stages: Stage) -> list[Author]:
    """A facilitator and two others at each server; one of them has a second tab."""
    pages = [
        await author(stage, name, role)
        for stage in stages
        for name, role in (("Fay", "facilitator"), ("Ann", "participant"), ("Bob", "participant"))
    ]
    return [*pages, await second_tab(stages[0], pages[1])]


async def lead(pages: list[Author], seed: int, deeds: int) -> None:
    """All do so many things, with harm."""
    for number, page in enumerate(pages):
        page.mischief = Harm(seed * 100 + number).fate
    await asyncio.gather(
        *(
            busy(page, Led(seed * 100 + number, everything=True), deeds, Harm(seed * 100 + 50 + number).between)
            for number, page in enumerate(pages)
        )
    )


async def checked(stage: Stage, pages: list[Author]) -> Counter[str]:
    """All agree, and everything holds."""
    await agree(stage.server.log, stage.workshop, pages)
    assert not any(page.forked for page in pages)
    return await check_led(stage.server.log, stage.workshop)


@pytest.mark.parametrize("seed", [1, 2])
async def test_whatever_happens_in_a_led_session(tmp_path: Path, seed: int) -> None:
    """[ORDER-26] Whatever people do in a led session all end alike; everything was shown once or is still private, and
    of votes that are over every dot that was saved has counted."""
    async with staged(tmp_path, known=all_kinds()) as stage:
        pages = await people_at(stage)
        await lead(pages, seed, 150)
        counts = await checked(stage, [*pages, await author(stage, "Eva")])
        assert counts["reveals"] > 3
        assert counts["votes"] > 0


@pytest.mark.parametrize("seed", [3, 4])
async def test_whatever_happens_at_two_workers(tmp_path: Path, redis_server: RedisServer, seed: int) -> None:
    """[ORDER-26] The same at two workers."""
    async with two_workers(tmp_path, redis_server, known=all_kinds()) as (one, two):
        pages = await people_at(one, two)
        await lead(pages, seed, 80)
        await checked(one, [*pages, await author(two, "Eva")])


async def led_while_redis_dies(folder: Path, redis: RedisServer, seed: int, deeds: int) -> None:
    """At two workers, while Redis is killed now and then."""
    async with two_workers(folder, redis, Rhythm(heads=0.5, retry_longest=0.1), known=all_kinds()) as (one, two):
        pages = await people_at(one, two)
        leading = asyncio.create_task(lead(pages, seed, deeds))
        saved = 0
        while not leading.done():
            saved += deeds // 4
            await pages[0].until(lambda: len(pages[0].account.saved) > saved or leading.done())  # noqa: B023
            await asyncio.to_thread(redis.restart)
        await leading
        await checked(one, pages)


async def test_whatever_happens_while_redis_dies(tmp_path: Path, redis_server: RedisServer) -> None:
    """[ORDER-27] The same while Redis dies again and again."""
    await led_while_redis_dies(tmp_path, redis_server, 5, 50)


@pytest.mark.soak
@pytest.mark.parametrize("number", range(5))
async def test_whatever_happens_while_redis_dies_for_long(
    tmp_path: Path, redis_server: RedisServer, number: int
) -> None:
    """[ORDER-27] The same for longer, with a seed that is new each time."""
    await led_while_redis_dies(tmp_path, redis_server, new_seed(), 300)
