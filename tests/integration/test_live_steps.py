"""Steps of a session on running servers: who sees them, who comes late, and what is counted in them."""

import time
from pathlib import Path
from typing import Any

import pytest
from integration.harness import QUICK, Page, sticky
from integration.leading import (
    begin,
    do,
    draft,
    enter,
    fold,
    known,
    outcome,
    own,
    page_at,
    plan,
    ready,
    refusal,
    started_again,
    tallies,
    until_entered,
    until_tally,
)
from integration.redis_server import RedisServer
from integration.stage import history, records_of, staged
from integration.workers import go_deaf, may_go_deaf, two_workers

from raakvlak.canvas.kinds import Mode
from raakvlak.config import Rhythm

ANONYMOUS = Rhythm(heads=600, idle=600, anonymous_tally=0.4)
STEPS: tuple[tuple[Mode, bool], ...] = (("discuss", False), ("write", False), ("vote", False), ("write", True))


async def test_everyone_sees_the_step(tmp_path: Path) -> None:
    """[STEP-30] Entering a step is one event for everyone: which it is, since when, and its clock."""
    async with staged(tmp_path) as stage:
        fay = await stage.page("Fay", "facilitator")
        others = [await stage.page(role, role) for role in ("participant", "observer", "facilitator")]
        step = await begin(fay, "write", minutes=2)
        await until_entered(step, *others)
        for page in others:
            records = known(page)
            assert records["workshop"]["step"] == step
            assert (records["timer"]["total"], records["timer"]["step"]) == (120_000, step)
            assert records["timer"]["ends"] == records[step]["entered"] + 120_000
            assert (await until_tally(page, step=step))["written"] == 0


async def test_latecomers_land_on_the_step(tmp_path: Path) -> None:
    """[STEP-31] Who comes late gets the step, its clock and the tally with the welcome, also after a restart."""
    async with staged(tmp_path) as stage:
        fay, ann = await stage.page("Fay", "facilitator"), await stage.page("Ann")
        step = await begin(fay, "write")
        await draft(ann, "mine")
        await until_tally(fay, written=1)
        await _lands_on(await stage.page("Late"), step, 1)
        cookies = stage
    async with started_again(tmp_path, cookies) as stage:
        # Nobody has come yet who wrote: what is in their streams counts all the same.
        await _lands_on(await stage.page("Later still"), step, 1)


async def _lands_on(page: Page, step: str, written: int) -> None:
    await page.hear(lambda m: m["type"] == "tally")
    kinds = [message["type"] for message in page.heard if message["type"] != "heads"]
    assert kinds[:4] == ["welcome", "load", "load", "tally"]
    records = records_of(await page.load())
    assert (records["workshop"]["step"], records["timer"]["step"]) == (step, step)
    assert tallies(page)[0] == {"type": "tally", "step": step, "written": written, "ready": 0}


async def test_a_step_without_anybody_is_counted_too(tmp_path: Path) -> None:
    """[STEP-31] The tally is there for the first who comes after a restart, though nobody has written."""
    async with staged(tmp_path) as stage:
        fay = await stage.page("Fay", "facilitator")
        step = await begin(fay, "discuss")
    async with started_again(tmp_path, stage) as again:
        page = await page_at(again, fay)
        assert (await page.hear(lambda m: m["type"] == "tally")) == {
            "type": "tally",
            "step": step,
            "written": 0,
            "ready": 0,
            "people": [],
        }


async def test_counts_across_workers(tmp_path: Path, redis_server: RedisServer) -> None:
    """[STEP-32] Whoever has written or is ready counts once, at whatever worker they are, and no longer when not."""
    async with two_workers(tmp_path, redis_server) as (one, two):
        fay, ann, bob = await one.page("Fay", "facilitator"), await one.page("Ann"), await two.page("Bob")
        tab = await page_at(two, ann)
        step = await begin(fay, "write")
        await until_entered(step, ann, bob, tab)
        item = await draft(ann, "Ann's")
        await draft(tab, "Ann's, too")
        await draft(bob, "Bob's")
        await ready(ann, step)
        await ready(bob, step)
        for page in (fay, ann, bob, tab):
            assert (await until_tally(page, written=2, ready=2)).get("people") is None
        await ready(bob, step, False)
        await do(tab, {"type": "item.delete", "ids": [item]}, own(tab))
        for page in (fay, bob):
            await until_tally(page, written=2, ready=1)
        await do(tab, {"type": "item.delete", "ids": [f"{tab.writer}.1"]}, own(tab))
        for page in (fay, bob):
            await until_tally(page, written=1, ready=1)


async def test_a_worker_that_hears_nothing_counts(tmp_path: Path, redis_server: RedisServer) -> None:
    """[STEP-40] A worker that hears nothing of the others counts what they save all the same, by looking for it."""
    async with two_workers(tmp_path, redis_server, QUICK, may_go_deaf(redis_server)) as (one, two):
        fay, bob = await two.page("Fay", "facilitator"), await two.page("Bob")
        step = await begin(fay, "write")
        await draft(bob, "here")
        await until_tally(fay, written=1)
        go_deaf(redis_server)
        ann = await one.page("Ann")  # of whom it has never heard
        await draft(ann, "there")
        await ready(ann, step)
        await until_tally(fay, written=2, ready=1)
        await until_tally(ann, written=2, ready=1)


async def test_names_only_where_nothing_is_private(tmp_path: Path, redis_server: RedisServer) -> None:
    """[STEP-33] Who is ready is named where nothing is private, and nowhere else; their own stream stays their own."""
    async with two_workers(tmp_path, redis_server, ANONYMOUS) as (one, two):
        fay, ann, bob = await one.page("Fay", "facilitator"), await one.page("Ann"), await two.page("Bob")
        for mode, anonymous in STEPS:
            step = await begin(fay, mode, anonymous=anonymous)
            await until_entered(step, ann, bob)
            await ready(ann, step)
            await ready(bob, step)
            people = sorted([ann.person, bob.person]) if mode in ("discuss", "vote") else None
            for page in (fay, ann, bob):
                assert (await until_tally(page, step=step, ready=2)).get("people") == people
                assert people or all("people" not in each for each in tallies(page) if each["step"] == step)
        # Readiness is for one step.
        await enter(fay, await plan(fay, "discuss"))
        await until_tally(fay, ready=0, people=[])


async def test_anonymous_counts_come_seldom(tmp_path: Path) -> None:
    """[STEP-34] In an anonymous step counts are told at once when it begins, then never within `anonymous_tally`."""
    async with staged(tmp_path, rhythm=ANONYMOUS) as stage:
        fay = await stage.page("Fay", "facilitator")
        people = [await stage.page(name) for name in ("Ann", "Bob", "Cas")]
        step = await begin(fay, "write", anonymous=True)
        await until_entered(step, *people)
        await until_tally(fay, step=step, written=0)
        begun = time.monotonic()
        # Faster than the counts are told: everyone writes, and says they are ready, now and then again.
        for page in people:
            await draft(page, "anonymous")
        for is_ready in (True, False) * 5 + (True,):
            for page in people:
                await ready(page, step, is_ready)
        await until_tally(fay, written=3, ready=3)
        took = time.monotonic() - begun
        assert len(_counts(fay, step)) <= 2 + took / ANONYMOUS.anonymous_tally
        late = await stage.page("Late")
        await until_tally(late, written=3, ready=3)
        assert len(_counts(late, step)) == 1
        assert all("people" not in each for page in (fay, late) for each in tallies(page))


def _counts(page: Page, step: str) -> list[tuple[int, int]]:
    return [(each["written"], each["ready"]) for each in tallies(page) if each["step"] == step]


@pytest.mark.parametrize("mode", ["write", "discuss"])
async def test_who_left_does_not_count(tmp_path: Path, mode: Mode) -> None:
    """[STEP-35] Whoever was removed counts no longer; an observer never does."""
    async with staged(tmp_path) as stage:
        fay, ann = await stage.page("Fay", "facilitator"), await stage.page("Ann")
        obi = await stage.page("Obi", "observer")
        step = await begin(fay, mode)
        await until_entered(step, ann)
        await ready(ann, step)
        assert await refusal(obi, {"type": "ready.set", "step": step, "ready": True}, own(obi)) == "not-allowed"
        await until_tally(fay, ready=1)
        await do(fay, {"type": "person.remove", "id": ann.person})
        await until_tally(fay, ready=0)


async def test_an_intent_in_flight(tmp_path: Path) -> None:
    """[STEP-36] What was decided before the step changed counts; what comes after is refused with a code."""
    async with staged(tmp_path) as stage:
        fay, ann = await stage.page("Fay", "facilitator"), await stage.page("Ann")
        write, freeze = await plan(fay, "write"), await plan(fay, "freeze")
        items: dict[tuple[str, int], str] = {}
        refused: set[tuple[str, int]] = set()
        for before, step in ((own(ann), freeze), ("shared", write), (own(ann), freeze), ("shared", write)):
            await enter(fay, None if before == "shared" else write)
            # All at once, so that the step changes somewhere among them.
            asked = [await _note(ann, before, items) for _ in range(15)]
            change = await fay.ask({"type": "step.enter", "id": step})
            asked += [await _note(ann, before, items) for _ in range(15)]
            await fay.saved(change)
            asked.append(await _note(ann, before, items))
            answers = {(stream, n): await outcome(ann, n, stream) for stream, n in asked}
            assert set(answers.values()) == {"saved", "not-now"}
            refused |= {each for each, answer in answers.items() if answer != "saved"}
            assert asked[-1] in refused
        for each, item in items.items():
            assert (item in known(ann, each[0])) == (each not in refused)
        # Whatever is in the shared stream stands there before the step in which it could not be asked.
        under_way: str | None = None
        for event in await history(ann):
            assert event["by"] != ann.person or under_way is None
            under_way = next((c["set"]["step"] for c in event["changes"] if "step" in c.get("set", {})), under_way)


async def _note(page: Page, stream: str, items: dict[tuple[str, int], str]) -> tuple[str, int]:
    item = f"{page.writer}.{len(items)}"
    n = await page.ask(sticky(item, "in flight"), stream)
    items[stream, n] = item
    return stream, n


async def test_two_facilitators_at_once(tmp_path: Path, redis_server: RedisServer) -> None:
    """[STEP-37] Of steps that two facilitators enter at once one comes after the other: one is under way in the end,
    and what the others took is counted once."""
    async with two_workers(tmp_path, redis_server) as (one, two):
        fay, flo, ann = (
            await one.page("Fay", "facilitator"),
            await two.page("Flo", "facilitator"),
            await two.page("Ann"),
        )
        steps = [await plan(fay, mode) for mode in ("intro", "write", "discuss", "reveal")]
        await flo.until(lambda: steps[-1] in known(flo))
        for number in range(8):
            wanted = steps[number % 4], steps[(number + 1) % 4]
            asked = [(p, await p.ask({"type": "step.enter", "id": s})) for p, s in zip((fay, flo), wanted, strict=True)]
            assert [await outcome(*each) for each in asked] == ["saved", "saved"]
        events = await history(ann)
        records: dict[str, dict[str, Any]] = {}
        for event in events:
            fold(records, event["changes"])
            under_way = [step for step in steps if records.get(step, {}).get("entered") is not None]
            now = records["workshop"].get("step")
            assert under_way == ([now] if now else [])
        final = {each: records[each] for each in (*steps, "workshop", "timer")}
        for page in (fay, flo, ann):
            await page.until(lambda page=page: {each: known(page).get(each) for each in final} == final)  # type: ignore[misc]
        first = next(event["at"] for event in events if any("step" in c.get("set", {}) for c in event["changes"]))
        # However short a step was under way, it is known to have been: at least 1 ms each.
        assert sum(records[step].get("spent", 0) for step in steps) <= events[-1]["at"] - first + 16
