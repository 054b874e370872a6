"""Votes that are closed while dots arrive, from several tabs and workers: what counts is what was saved before."""

import asyncio
import random
from collections import Counter
from pathlib import Path
from typing import Any

from integration.harness import Page
from integration.leading import CANVAS, begin, do, fold, known, outcome, own, page_at, refusal, until_entered
from integration.redis_server import RedisServer
from integration.stage import history, staged
from integration.workers import go_deaf, may_go_deaf, two_workers

DOTS = 5
ITEMS = 4
Votes = Counter[tuple[str, str]]
"""Dots by voter and item."""


async def a_vote(fay: Page, number: int, **settings: Any) -> str:
    """A vote is under way; its id."""
    voted = f"{fay.writer}.round-{number}"
    await do(fay, {"type": "round.open", "id": voted, "canvas": CANVAS, "dots": DOTS, **settings})
    return voted


def cast(voted: str, item: str, dots: int) -> dict[str, Any]:
    """So many dots on an item."""
    return {"type": "vote.cast", "round": voted, "item": item, "dots": dots}


async def vote_until_closed(page: Page, voted: str, items: list[str], chance: random.Random, late: bool) -> None:
    """Put dots here and there until one is refused because the vote is over; `late`: only just before."""
    begun = len(page.heard)
    if late:
        await page.until(lambda: len(page.heard) > begun + 10 or _closed(page, voted))
    asked: list[int] = []
    while not _closed(page, voted):
        asked.append(await page.ask(cast(voted, chance.choice(items), chance.choice((0, 1, 2, 3, DOTS))), own(page)))
        if len(asked) % 3 == 0:
            await outcome(page, asked[-2], own(page))
    asked.append(await page.ask(cast(voted, items[0], 1), own(page)))
    answers = [await outcome(page, n, own(page)) for n in asked]
    assert set(answers) <= {"saved", "no-dots-left", "not-now"}
    assert answers[-1] == "not-now"
    assert "saved" not in answers[answers.index("not-now") :]


def _closed(page: Page, voted: str) -> bool:
    return known(page)[voted].get("ended") is not None


async def counted(page: Page, voted: str, number: int) -> Votes:
    """What stood in a voter's stream when the vote was closed, from its history; never more than they have.

    Every vote that is closed is one event by the server there: this is that of the vote with this number.
    """
    records: dict[str, dict[str, Any]] = {}
    events = await history(page, own(page))
    ends = [place for place, event in enumerate(events) if event["by"] == "server"]
    for event in events[: ends[number]]:
        fold(records, event["changes"])
        assert sum(each["count"] for each in _dots(records, voted)) <= DOTS
    votes = Counter({(page.person, each["item"]): each["count"] for each in _dots(records, voted) if each["count"]})
    for event in events[ends[number] :]:
        fold(records, event["changes"])
        assert _dots(records, voted) == []
    return votes


def _dots(records: dict[str, dict[str, Any]], voted: str) -> list[dict[str, Any]]:
    return [each for each in records.values() if each["kind"] == "dots" and each["round"] == voted]


async def closed_in_the_middle(fay: Page, flo: Page, tabs: dict[Page, list[Page]], number: int) -> None:
    """Two facilitators close a vote while everybody puts dots from two tabs; what counts is what was saved before."""
    items = [record["id"] for record in known(fay).values() if record["kind"] == "sticky"]
    anonymous = number % 2 == 1
    voted = await a_vote(fay, number, anonymous=anonymous)
    everybody = [page for pages in tabs.values() for page in pages]
    for page in (flo, *everybody):
        await page.until(lambda page=page: voted in known(page))  # type: ignore[misc]

    async def close(page: Page) -> str:
        first = everybody[0]
        heard = len(first.heard)
        await first.until(lambda: len(first.heard) > heard + 10)
        return await outcome(page, await page.ask({"type": "round.close", "id": voted}))

    chance = random.Random(number)
    voting = [
        vote_until_closed(page, voted, items, chance, late=place == len(everybody) - 1)
        for place, page in enumerate(everybody)
    ]
    closed, also_closed, *_ = await asyncio.gather(close(fay), close(flo), *voting)
    assert {closed, also_closed} == {"not-now", "saved"}
    votes: Votes = Counter()
    for page in tabs:
        votes += await counted(page, voted, number)
    ballots = known(fay)[voted].get("ballots", [])
    if anonymous:
        by_item: Counter[str] = Counter()
        for (_, item), dots in votes.items():
            by_item[item] += dots
        assert {each["item"]: each["dots"] for each in ballots} == by_item
        assert all("person" not in each for each in ballots)
    else:
        assert {(each["person"], each["item"]): each["dots"] for each in ballots} == votes
    assert known(fay)[voted].get("voters", 0) == len({person for person, _ in votes})


async def test_a_vote_closed_while_dots_arrive(tmp_path: Path) -> None:
    """[VOTE-30] Every dot that was saved before a vote closed counts, from whatever tab, and every later one is
    refused; nobody ever spends more than they have."""
    async with staged(tmp_path) as stage:
        fay, flo = await stage.page("Fay", "facilitator"), await stage.page("Flo", "facilitator")
        for _ in range(ITEMS):
            await fay.note("an option")
        await until_entered(await begin(fay, "vote"), flo)
        tabs = {}
        for name in ("Ann", "Bob", "Cas"):
            page = await stage.page(name)
            tabs[page] = [page, await stage.tab(page)]
        for number in range(5):
            await closed_in_the_middle(fay, flo, tabs, number)


async def test_a_vote_closed_while_dots_arrive_at_two_workers(tmp_path: Path, redis_server: RedisServer) -> None:
    """[VOTE-30] The same at two workers, with a tab at each."""
    async with two_workers(tmp_path, redis_server) as (one, two):
        fay, flo = await one.page("Fay", "facilitator"), await two.page("Flo", "facilitator")
        for _ in range(ITEMS):
            await fay.note("an option")
        await until_entered(await begin(fay, "vote"), flo)
        tabs = {}
        for name in ("Ann", "Bob", "Cas"):
            page = await one.page(name)
            tabs[page] = [page, await page_at(two, page)]
        for number in range(6):
            await closed_in_the_middle(fay, flo, tabs, number)


async def test_a_worker_that_has_not_heard_of_the_end(tmp_path: Path, redis_server: RedisServer) -> None:
    """[VOTE-32] A worker that has not heard of the end of a vote refuses dots all the same, also somebody's first."""
    async with two_workers(tmp_path, redis_server, second=may_go_deaf(redis_server)) as (one, two):
        fay, ann, bob = await one.page("Fay", "facilitator"), await two.page("Ann"), await two.page("Bob")
        item = await fay.note("an option")
        await until_entered(await begin(fay, "vote"), ann)
        voted = await a_vote(fay, 1)
        await ann.until(lambda: voted in known(ann))
        await do(ann, cast(voted, item, 2), own(ann))
        go_deaf(redis_server)
        await do(ann, cast(voted, item, 3), own(ann))
        event = await do(fay, {"type": "round.close", "id": voted})
        assert event["changes"][0]["record"]["ballots"] == [{"item": item, "dots": 3, "person": ann.person}]
        assert await refusal(bob, cast(voted, item, 1), own(bob)) == "not-now"
        assert await refusal(ann, cast(voted, item, 1), own(ann)) == "not-now"
        await ann.until(lambda: "ballots" in known(ann)[voted])


async def test_dots_are_nobody_elses(tmp_path: Path) -> None:
    """[VOTE-31] Until a vote is closed nobody hears of anybody's dots but how many people have put some."""
    async with staged(tmp_path) as stage:
        fay, ann, bob = await stage.page("Fay", "facilitator"), await stage.page("Ann"), await stage.page("Bob")
        item = await fay.note("an option")
        await until_entered(await begin(fay, "vote"), ann)
        voted = await a_vote(fay, 1)
        await ann.until(lambda: voted in known(ann))
        before = [len(page.raw) for page in (fay, bob)]
        for dots in (1, 3, 2):
            await do(ann, cast(voted, item, dots), own(ann))
        late = await stage.page("Late")
        await fay.hear(lambda m: m["type"] == "tally" and m["written"] == 1)
        for page, raw in ((fay, fay.raw[before[0] :]), (bob, bob.raw[before[1] :]), (late, late.raw)):
            assert not any("dots." in frame or f"person:{ann.person}" in frame for frame in raw), page
        assert await refusal(fay, cast(voted, item, 1)) == "not-now"  # dots are put in one's own stream
        await do(fay, {"type": "round.close", "id": voted})
        await late.until(lambda: bool(known(late)[voted].get("ended")))
        assert known(late)[voted]["ballots"] == [{"item": item, "dots": 2, "person": ann.person}]
