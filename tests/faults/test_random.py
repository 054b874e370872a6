"""Several people do whatever comes up while their lines break and messages are lost and doubled."""

import asyncio
import os
import random
import sys
from pathlib import Path

import pytest
from faults.author import Author, Mischief
from faults.deeds import Chance, agree, all_kinds, author, broken, busy, come_back, second_tab
from integration.redis_server import RedisServer
from integration.stage import staged
from integration.workers import two_workers

from raakvlak.config import Rhythm

FATES: tuple[Mischief, ...] = ("once",) * 18 + ("twice", "lost")


class Harm:
    """What goes wrong, by chance."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def fate(self) -> Mischief:
        """Of one message on its way up."""
        return self._random.choice(FATES)

    async def between(self, page: Author) -> None:
        """Before a deed: mostly nothing, sometimes the line is cut, closed, or work goes on without it for a while."""
        dice = self._random.random()
        if dice < 0.03:
            page.line.transport.abort()
            await page.until_closed()
        elif dice < 0.05:
            await page.close()
        if broken(page) and self._random.random() < 0.5:
            await come_back(page)
        await asyncio.sleep(0)


async def one_run(folder: Path, seed: int, deeds: int) -> None:
    """Six pages of five people, all at once."""
    async with staged(folder, known=all_kinds()) as stage:
        ann = await author(stage, "Ann", "facilitator")
        pages = [ann, await second_tab(stage, ann)]
        pages += [await author(stage, name) for name in ("Bob", "Cas", "Dan")]
        observer = await author(stage, "Obi", "observer")
        for number, page in enumerate(pages):
            page.mischief = Harm(seed * 100 + number).fate
        await asyncio.gather(
            *(
                busy(page, Chance(seed * 100 + number, True), deeds, Harm(seed * 100 + 50 + number).between)
                for number, page in enumerate(pages)
            )
        )
        newcomer = await author(stage, "Eva")
        await agree(stage.server.log, stage.workshop, [*pages, observer, newcomer])
        assert not any(page.forked for page in pages)
        assert sum(len(page.account.saved) for page in pages) > deeds


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_whatever_people_do_all_end_alike(tmp_path: Path, seed: int) -> None:
    """[ORDER-20] Whatever people do on whatever lines, all end with what the log holds, each saved change once."""
    await one_run(tmp_path, seed, 60)


async def two_workers_and_a_dying_redis(folder: Path, redis: RedisServer, seed: int, deeds: int) -> None:
    """Four people at two workers, while Redis is killed now and then."""
    rhythm = Rhythm(heads=0.5, retry_longest=0.1)
    async with two_workers(folder, redis, rhythm, known=all_kinds()) as stages:
        pages = [await author(stage, name, "facilitator") for stage in stages for name in ("Ann", "Bob")]
        for number, page in enumerate(pages):
            page.mischief = Harm(seed * 100 + number).fate
        writing = [
            asyncio.create_task(
                busy(page, Chance(seed * 100 + number, True), deeds, Harm(seed * 100 + 50 + number).between)
            )
            for number, page in enumerate(pages)
        ]
        saved = 0
        while not all(task.done() for task in writing):
            saved += deeds // 4
            await pages[0].until(lambda: len(pages[0].account.saved) > saved or writing[0].done())  # noqa: B023
            await asyncio.to_thread(redis.restart)
        await asyncio.gather(*writing)
        await agree(stages[0].server.log, stages[0].workshop, pages)
        assert not any(page.forked for page in pages)


async def test_two_workers_and_a_dying_redis(tmp_path: Path, redis_server: RedisServer) -> None:
    """[ORDER-25] The same at two workers while Redis dies again and again."""
    await two_workers_and_a_dying_redis(tmp_path, redis_server, 4, 60)


@pytest.mark.soak
@pytest.mark.parametrize("number", range(5))
async def test_two_workers_and_a_dying_redis_for_long(tmp_path: Path, redis_server: RedisServer, number: int) -> None:
    """[ORDER-25] The same for longer, with a seed that is new each time."""
    await two_workers_and_a_dying_redis(tmp_path, redis_server, new_seed(), 400)


@pytest.mark.soak
@pytest.mark.parametrize("number", range(20))
async def test_whatever_people_do_for_long(tmp_path: Path, number: int) -> None:
    """[ORDER-20] The same for longer, with a seed that is new each time."""
    await one_run(tmp_path, new_seed(), 1_000)


def new_seed() -> int:
    """By chance, or as asked; shown when the test fails."""
    seed = int(os.environ.get("RAAKVLAK_SEED", "0")) or random.SystemRandom().randrange(10**9)
    sys.stdout.write(f"RAAKVLAK_SEED={seed}\n")
    return seed
