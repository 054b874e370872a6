"""Two workers on one Redis that serve the same workshop at the same time, as in a deploy or a failover."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from faults.author import Author
from faults.deeds import Chance, agree, author, busy
from integration.harness import QUICK, Page
from integration.leading import at
from integration.redis_server import RedisServer
from integration.stage import history, records_of, staged
from integration.whereabouts import HERE, last_of, until_last
from integration.workers import SELDOM, go_deaf, may_go_deaf, two_workers

from raakvlak.canvas.events import Splice
from raakvlak.canvases import templates
from raakvlak.config import Limits, Rhythm
from raakvlak.live.room import Room


async def test_what_happens_at_one_is_heard_at_the_other(tmp_path: Path, redis_server: RedisServer) -> None:
    """[ORDER-21] What is saved at one worker is heard by all at the others, in one order, also in snapshots."""
    async with two_workers(tmp_path, redis_server) as (one, two):
        ann, bob = await one.page("Ann"), await two.page("Bob")
        for page in (ann, bob, ann, bob):
            await page.note("over there")
        for page in (ann, bob):
            for writer in (ann.writer, bob.writer):
                await page.saved(2, writer=writer)
        cas, dan = await one.page("Cas"), await two.page("Dan")
        assert (await cas.load())["snapshot"][:-1] == (await dan.load())["snapshot"][:-2]
        assert await history(ann) == await history(bob)


async def test_an_own_stream_is_told_of_while_the_workshop_is_being_opened(tmp_path: Path) -> None:
    """[ORDER-21] A worker hears of somebody's own stream before it has read the shared one, and reads both."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        await ann.note("mine", "mine", own := f"person:{ann.person}")
        room = Room(stage.workshop, stage.server.log, templates(), Limits(), SELDOM)
        private, _ = await asyncio.gather(room.stream(own), room.open())
        assert "mine" in str(private.state.records)
        await room.close()


async def test_people_of_the_other_worker(tmp_path: Path, redis_server: RedisServer) -> None:
    """[ACCESS-33] Who joined at one worker is welcome at the others, though these have not heard of it."""
    async with two_workers(tmp_path, redis_server, second=may_go_deaf(redis_server)) as (one, two):
        await two.page("Bob")
        go_deaf(redis_server)
        browser, person = await one.join("Ann")
        ann = await two.page_of(at(browser, two), person)
        item = await ann.note()
        assert item in records_of(await (await one.page("Cas")).load())


async def test_presence_at_the_other_worker(tmp_path: Path, redis_server: RedisServer) -> None:
    """[PRES-25] Presence reaches people at the other workers, as does leaving; about private items it does not."""
    async with two_workers(tmp_path, redis_server) as (one, two):
        ann, bob = await one.page("Ann"), await two.page("Bob")
        own = f"person:{ann.person}"
        private = await ann.note("geheim", "geheim", own)
        tab = await two.page_of(at(ann.browser, two), ann.person)
        await ann.say({**HERE, "view": [1, 1, 1, 1], "typing": private, "drag": [[private, 1, 1]]})
        await bob.say({**HERE, "x": 2, "y": 2})
        assert await until_last(bob, ann.writer) == {**HERE, "view": [1, 1, 1, 1]}
        await until_last(ann, bob.writer, x=2)
        assert "geheim" in "".join(tab.raw)
        assert "geheim" not in "".join(bob.raw)
        await ann.close()
        await bob.until(lambda: last_of(bob, ann.writer) is None)


async def test_presence_of_a_worker_that_died(tmp_path: Path, redis_server: RedisServer) -> None:
    """[PRES-26] Whose worker says nothing any more is taken to have left; whose worker goes on saying it stays."""
    rhythm = Rhythm(heads=0.1, presence_lifetime=0.5, idle=600)
    async with two_workers(tmp_path, redis_server, rhythm) as (one, two):
        ann, bob, cas = await one.page("Ann"), await two.page("Bob"), await two.page("Cas")
        await ann.say({**HERE, "x": 1, "y": 1})
        await cas.say({**HERE, "x": 3, "y": 3})
        await until_last(bob, ann.writer)
        beats = len(bob.heard) + 12  # more than a lifetime of them
        await bob.until(lambda: len(bob.heard) > beats)
        assert last_of(bob, ann.writer) == {**HERE, "x": 1, "y": 1}
        # Redis is gone, and with it all that could be heard of the other worker.
        redis_server.pause()
        await bob.until(lambda: last_of(bob, ann.writer) is None)
        assert last_of(bob, cas.writer) == {**HERE, "x": 3, "y": 3}
        redis_server.resume()


async def test_writing_at_both(tmp_path: Path, redis_server: RedisServer) -> None:
    """[ORDER-22] Whatever people do at two workers at once, all end alike and every saved change is there once."""
    async with two_workers(tmp_path, redis_server) as (one, two):
        authors = [
            await author(stage, f"{name} {number}", role)
            for number, stage in enumerate((one, two))
            for name, role in (("Ann", "facilitator"), ("Bob", "participant"))
        ]
        await asyncio.gather(*(busy(page, Chance(number), 60) for number, page in enumerate(authors)))
        await agree(one.server.log, one.workshop, authors)
        newcomers = [await author(stage, "Eva") for stage in (one, two)]
        await agree(two.server.log, two.workshop, [*authors, *newcomers])


async def test_typing_in_one_note_at_both(tmp_path: Path, redis_server: RedisServer) -> None:
    """[TEXT-23] Two people who type in one note at two workers get one text, with every character of both in order."""
    async with two_workers(tmp_path, redis_server) as (one, two):
        ann, bob = await author(one, "Ann"), await author(two, "Bob")
        item = await ann.note("<>")
        await bob.until(lambda: bob.text_of(item) == "<>")
        words = {ann: "abcdefghijklmnopqrstuvwxyz" * 2, bob: "ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 2}

        async def type_all(page: Author) -> None:
            # Each letter goes behind the one before it, wherever that has got to meanwhile.
            for number, letter in enumerate(words[page]):
                text = page.text_of(item)
                own = [place for place, each in enumerate(text) if each in set(words[page])]
                await page.type_text(item, Splice(own[-1] + 1 if number else 1, 0, letter))
                await page.until(lambda: len(page.waiting) < 5)
            await page.settled()

        await asyncio.gather(type_all(ann), type_all(bob))
        await agree(one.server.log, one.workshop, [ann, bob])
        text = ann.text_of(item)
        assert (text[0], text[-1], len(text)) == ("<", ">", 2 + 2 * 52)
        for page in (ann, bob):
            assert "".join(letter for letter in text if letter in words[page]) == words[page]


@pytest.mark.parametrize("kind", ["pubsub", "normal"])
async def test_lost_connections_to_redis_heal(tmp_path: Path, redis_server: RedisServer, kind: str) -> None:
    """[ORDER-23] When Redis drops the connections of its workers, these make new ones, and nothing is missed."""
    async with two_workers(tmp_path, redis_server) as (one, two):
        ann, bob = await author(one, "Ann"), await author(two, "Bob")
        for number in range(5):
            redis_server.ask("CLIENT", "KILL", "TYPE", kind)
            await asyncio.gather(*(busy(page, Chance(number), 5) for page in (ann, bob)))
            await agree(one.server.log, one.workshop, [ann, bob])


async def test_a_deaf_worker(tmp_path: Path, redis_server: RedisServer) -> None:
    """[ORDER-24] A worker that hears nothing of the others loses and doubles nothing, and catches up by looking."""
    async with two_workers(tmp_path, redis_server, QUICK, may_go_deaf(redis_server)) as (one, two):
        ann, bob = await author(one, "Ann"), await author(two, "Bob")
        go_deaf(redis_server)
        await asyncio.gather(*(busy(page, Chance(number), 30) for number, page in enumerate((ann, bob))))
        await agree(one.server.log, one.workshop, [ann, bob])


async def test_coming_back_at_the_other_worker(tmp_path: Path, redis_server: RedisServer) -> None:
    """[RESUME-26] Who comes back at another worker goes on there, also with what only the first one knew as yet."""
    async with two_workers(tmp_path, redis_server, second=may_go_deaf(redis_server)) as (one, two):
        await two.page("Bob")
        go_deaf(redis_server)
        ann = await one.page("Ann")
        await ann.note("one")
        await ann.note("two")
        known = ann.heard[-1]["position"]
        await ann.close()
        there = two.keep(Page(at(ann.browser, two), two.workshop, ann.person))
        await there.open({"writer": ann.writer, "streams": {"shared": {"position": known, "state": True}}})
        load = await there.load()
        assert (load.get("snapshot"), load["events"], load["position"]) == (None, [], known)
        welcome: dict[str, Any] = await there.hear(lambda m: m["type"] == "welcome")
        assert welcome["last"]["shared"] == {ann.writer: 2}
