"""Where people are while others must not know it, and how facilitators draw attention."""

from pathlib import Path
from typing import Any

import pytest
from integration.harness import Page
from integration.leading import begin, enter, page_at, until_entered
from integration.redis_server import RedisServer
from integration.stage import staged
from integration.whereabouts import HERE, heard_of, last_of, until_last
from integration.workers import two_workers

from raakvlak.canvas.kinds import Mode

VIEW = [0, 0, 800, 600]
PRIVATE: tuple[Mode, ...] = ("write", "place", "score")


def everything(item: str, x: float) -> dict[str, Any]:
    """All that a page could say of where somebody is, about an item that everyone sees."""
    return {
        **HERE,
        "x": x,
        "y": x,
        "typing": item,
        "caret": 3,
        "drag": [[item, 1, 1]],
        "view": VIEW,
        "follows": "somebody",
        "laser": True,
        "brings": 1,
    }


@pytest.mark.parametrize("mode", PRIVATE)
async def test_nobody_sees_where_others_work(tmp_path: Path, mode: Mode) -> None:
    """[PRES-30] While a private step is under way others hear where people look, not where they point, type or drag."""
    async with staged(tmp_path) as stage:
        fay, ann, bob = await stage.page("Fay", "facilitator"), await stage.page("Ann"), await stage.page("Bob")
        obi = await stage.page("Obi", "observer")
        item = await fay.note("for all")
        await until_entered(await begin(fay, mode), ann, obi)
        for number, page in enumerate((ann, obi), 1):
            await page.say(everything(item, number))
            heard = await until_last(bob, page.writer, follows="somebody")
            assert heard == {**HERE, "view": VIEW, "follows": "somebody"}
        await fay.say({**HERE, "x": 6, "y": 6})
        await bob.until(lambda: last_of(bob, fay.writer) == HERE)
        late = await stage.page("Late")
        for page in (ann, obi, fay):
            await late.until(lambda page=page: last_of(late, page.writer) == last_of(bob, page.writer))  # type: ignore[misc]
        # Once it is over they are seen as ever.
        await enter(fay, None)
        await until_entered(None, ann)
        await ann.say({**HERE, "x": 7, "y": 7, "typing": item, "caret": 1})
        assert await until_last(bob, ann.writer, x=7) == {**HERE, "x": 7, "y": 7, "typing": item, "caret": 1}


@pytest.mark.parametrize("mode", PRIVATE)
async def test_nobody_sees_that_others_move(tmp_path: Path, mode: Mode) -> None:
    """[PRES-31] While an anonymous step is under way all that is heard of others is that they are there, however much
    they move; a facilitator's laser pointer and view are heard."""
    async with staged(tmp_path) as stage:
        fay, ann, bob = await stage.page("Fay", "facilitator"), await stage.page("Ann"), await stage.page("Bob")
        item = await fay.note("for all")
        await until_entered(await begin(fay, mode, anonymous=True), ann)
        for number in range(20):
            await ann.say(everything(item, number))
            await ann.say({**HERE, "x": number, "y": number})
        await fay.say({**HERE, "x": 5, "y": 5, "view": VIEW, "laser": True, "brings": 1})
        shown = {**HERE, "x": 5, "y": 5, "view": VIEW, "laser": True, "brings": 1}
        assert await until_last(bob, fay.writer, x=5) == shown
        late = await stage.page("Late")
        await late.until(lambda: (last_of(late, ann.writer), last_of(late, fay.writer)) == ({"type": "here"}, shown))
        await bob.until(lambda: last_of(bob, ann.writer) == {"type": "here"})
        assert heard_of(bob, ann.writer) == [{"type": "here"}]


async def test_pointers_go_when_it_begins(tmp_path: Path, redis_server: RedisServer) -> None:
    """[PRES-32] When a private step begins, where people pointed until then goes from all screens, at every worker, and
    does not come back by itself when it ends."""
    async with two_workers(tmp_path, redis_server) as (one, two):
        fay, ann, bob = await one.page("Fay", "facilitator"), await one.page("Ann"), await two.page("Bob")
        item = await fay.note("for all")
        await bob.saved(1, writer=fay.writer)
        for page in (ann, bob):
            await page.say(everything(item, 3))
        for page, other in ((fay, ann), (fay, bob), (ann, bob), (bob, ann)):
            await until_last(page, other.writer, x=3)
        await begin(fay, "write")
        seen = {**HERE, "view": VIEW, "follows": "somebody"}
        for page, other in ((fay, ann), (fay, bob), (ann, bob), (bob, ann)):
            await page.until(lambda page=page, other=other: last_of(page, other.writer) == seen)  # type: ignore[misc]
        late = await page_at(two, fay)
        await late.until(lambda: (last_of(late, ann.writer), last_of(late, bob.writer)) == (seen, seen))
        await enter(fay, None)
        await until_entered(None, ann, bob)
        before = len(heard_of(fay, bob.writer))
        await bob.say({**HERE, "x": 4, "y": 4})
        await until_last(fay, bob.writer, x=4)
        assert len(heard_of(fay, bob.writer)) == before + 1


async def test_only_facilitators_bring_others(tmp_path: Path) -> None:
    """[PRES-33] Only a facilitator calls others to where they are; each call counts one more, for newcomers as well."""
    async with staged(tmp_path) as stage:
        fay, ann, bob = await stage.page("Fay", "facilitator"), await stage.page("Ann"), await stage.page("Bob")
        for calls in (1, 2):
            await fay.say({**HERE, "view": VIEW, "brings": calls})
            assert await until_last(bob, fay.writer, brings=calls) == {**HERE, "view": VIEW, "brings": calls}
        await ann.say({**HERE, "view": VIEW, "brings": 9, "x": 1, "y": 1})
        assert await until_last(bob, ann.writer, x=1) == {**HERE, "view": VIEW, "x": 1, "y": 1}
        late = await stage.page("Late")
        await until_last(late, fay.writer, brings=2)


async def test_a_laser_pointer(tmp_path: Path) -> None:
    """[PRES-34] A laser pointer is seen by all where nothing is private, whoever points."""
    async with staged(tmp_path) as stage:
        pages: list[Page] = [await stage.page(role, role) for role in ("facilitator", "participant", "observer")]
        await until_entered(await begin(pages[0], "discuss"), *pages[1:])
        for number, page in enumerate(pages, 1):
            await page.say({**HERE, "x": number, "y": number, "laser": True})
            for other in pages:
                if other is not page:
                    heard = await until_last(other, page.writer, x=number)
                    assert heard == {**HERE, "x": number, "y": number, "laser": True}
