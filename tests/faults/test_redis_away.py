"""Redis does not answer for a while, or comes back without what it had."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from faults.author import Author
from faults.deeds import agree, author
from integration.harness import Browser, running, sticky
from integration.redis_server import RedisServer
from integration.stage import Stage, staged
from integration.whereabouts import HERE, last_of, until_last

from raakvlak.config import Limits, Rhythm
from raakvlak.log.redis import RedisLog

RHYTHM = Rhythm(heads=0.1, change_timeout=0.3, retry_longest=0.1)
TIMEOUT = 0.3
"""Seconds that Redis may take to answer."""


def beats(page: Author) -> int:
    """How often the page has heard where the streams are."""
    return sum(m["type"] == "heads" for m in page.heard)


async def three_beats(page: Author) -> None:
    """Wait for so long that whatever the server does by itself has happened."""
    until = beats(page) + 3
    await page.until(lambda: beats(page) >= until)


@pytest.mark.parametrize("away", ["paused", "stopped"])
async def test_redis_away(tmp_path: Path, redis_server: RedisServer, away: str) -> None:
    """[SAVE-34] While Redis is away people go on and are told that it waits; when it is back all is saved once."""
    log = RedisLog(redis_server.url, timeout=TIMEOUT)
    async with staged(tmp_path, redis=redis_server.url, rhythm=RHYTHM, log=log) as stage:
        ann, bob = await author(stage, "Ann"), await author(stage, "Bob")
        await ann.note("before")
        await asyncio.to_thread(redis_server.pause if away == "paused" else redis_server.kill)
        for page in (ann, bob):
            for number in range(5):
                await page.ask_for(sticky(f"{page.writer}.late{number}"))
        for page in (ann, bob):
            await page.until(lambda page=page: "waiting" in page.notices)  # type: ignore[misc]
        await ann.say({**HERE, "x": 5, "y": 5})
        await until_last(bob, ann.writer, x=5)
        await three_beats(bob)
        answer = await ann.browser.request("POST", f"/w/{stage.workshop}/join", {"name": "Cas"})
        assert (answer.status, answer.json()["error"]) == (503, "waiting")
        assert (await ann.browser.request("GET", "/healthz")).json() == {"ok": True, "store": False}
        assert [len(page.waiting) for page in (ann, bob)] == [5, 5]
        assert bob.notices == ["waiting"]
        tab = await stage.tab(bob)
        await tab.hear(lambda m: m["type"] == "notice" and m["code"] == "waiting")
        await asyncio.to_thread(redis_server.resume if away == "paused" else redis_server.start)
        for page in (ann, bob):
            await page.settled()
        await bob.until(lambda: bob.notices[-1] == "saving-again")
        await agree(stage.server.log, stage.workshop, [ann, bob])
        assert all(not page.account.refused for page in (ann, bob))
        records = ann.account.streams["shared"].records.values()
        assert {record["name"] for record in records if record["kind"] == "person"} == {"Ann", "Bob"}
        assert (await ann.browser.request("GET", "/healthz")).json() == {"ok": True, "store": True}


async def test_only_so_much_waits(tmp_path: Path, redis_server: RedisServer) -> None:
    """[FLOOD-25] Who has too much waiting is not read on until it is saved; the others are; nothing is lost."""
    log = RedisLog(redis_server.url, timeout=TIMEOUT)
    limits = Limits(unsaved=10)
    async with staged(tmp_path, redis=redis_server.url, rhythm=RHYTHM, log=log, limits=limits) as stage:
        eve, bob = await author(stage, "Eve"), await author(stage, "Bob")
        redis_server.pause()
        for number in range(9):
            await eve.ask_for(sticky(f"{eve.writer}.{number}"))
        await eve.say({**HERE, "x": 1, "y": 1})
        await until_last(bob, eve.writer, x=1)
        for number in range(9, 40):
            await eve.ask_for(sticky(f"{eve.writer}.{number}"))
        await eve.say({**HERE, "x": 2, "y": 2})
        await bob.say({**HERE, "x": 3, "y": 3})
        await until_last(eve, bob.writer, x=3)
        await three_beats(bob)
        assert last_of(bob, eve.writer) == {**HERE, "x": 1, "y": 1}
        redis_server.resume()
        await eve.settled()
        await until_last(bob, eve.writer, x=2)
        await agree(stage.server.log, stage.workshop, [eve, bob])
        assert len(eve.account.saved) == 40


def _cut(redis: RedisServer, stage: Stage) -> None:
    redis.cut_tail(_key(stage), 5)


def _key(stage: Stage) -> str:
    return f"raakvlak:{{{stage.workshop}}}:stream:shared"


def _replace(redis: RedisServer, stage: Stage) -> None:
    """The tail is another one, as long."""
    length = redis.ask("XLEN", _key(stage))
    redis.cut_tail(_key(stage), 5)
    for seq in range(6, length + 1):
        redis.ask("XADD", _key(stage), f"{seq}-0", "token", "0" * 64, "event", "{}")


def _drop(redis: RedisServer, stage: Stage) -> None:
    redis.ask("FLUSHALL")


HARMS: dict[str, Callable[[RedisServer, Stage], None]] = {"cut off": _cut, "replaced": _replace, "dropped": _drop}


@pytest.mark.parametrize("harm", HARMS)
async def test_a_lost_tail(tmp_path: Path, redis_server: RedisServer, harm: str) -> None:
    """[SAVE-35] When the store no longer holds what was saved nothing more is added, all are told, and it stays so.

    What people saw stays on their screens, and newcomers see it too.
    """
    async with running(tmp_path, redis=redis_server.url, rhythm=RHYTHM) as server:
        stage = Stage(server, await Browser(server.address).make())
        ann, bob = await author(stage, "Ann"), await author(stage, "Bob")
        for number in range(5):
            await ann.note(f"{number}")
        position = ann.account.streams["shared"].position
        HARMS[harm](redis_server, stage)
        left = redis_server.ask("XRANGE", _key(stage), "-", "+")
        await ann.ask_for(sticky(f"{ann.writer}.late"))
        for page in (ann, bob):
            await page.until(lambda page=page: page.notices == ["read-only"])  # type: ignore[misc]
        await bob.ask_for(sticky(f"{bob.writer}.late"))
        await three_beats(bob)
        assert (len(ann.waiting), len(bob.waiting)) == (1, 1)
        answer = await ann.browser.request("POST", f"/w/{stage.workshop}/join", {"name": "Cas"})
        assert answer.status == 503
        for page in (ann, bob):
            await page.close()
        await bob.resume()
        await bob.until(lambda: bob.notices[-1] == "read-only")
        await three_beats(bob)
        again = await stage.tab(ann)
        load = await again.load()
        assert load["position"] == {"seq": position.seq, "token": position.token}
        assert {f"{ann.writer}.{number}" for number in range(1, 6)} <= {record["id"] for record in load["snapshot"]}
        assert len(bob.waiting) == 1
        assert not bob.forked
        assert redis_server.ask("XRANGE", _key(stage), "-", "+") == left
        assert [error for error in server.errors if "is read-only now" not in error] == []
        server.errors.clear()
        await stage.clear()


async def test_a_lost_tail_and_a_new_server(tmp_path: Path, redis_server: RedisServer) -> None:
    """[SAVE-36] A server that starts on a store without the tail says to who had seen more that the history forked."""
    async with staged(tmp_path, redis=redis_server.url) as stage:
        ann = await author(stage, "Ann")
        for number in range(5):
            await ann.note(f"{number}")
    redis_server.cut_tail(_key(stage), 5)
    async with staged(tmp_path, redis=redis_server.url) as other:
        ann.browser.address = other.server.address
        other.keep(ann)
        await ann.resume()
        assert ann.forked
        assert ann.account.streams["shared"].position.seq == 5
        assert ann.notices == []


async def test_redis_set_back(tmp_path: Path, redis_server: RedisServer) -> None:
    """[SAVE-35] The same when Redis was set back to an older copy of its files."""
    async with running(tmp_path / "server", redis=redis_server.url, rhythm=RHYTHM) as server:
        stage = Stage(server, await Browser(server.address).make())
        ann = await author(stage, "Ann")
        copy = redis_server.keep_copy()
        await ann.note("later")
        await asyncio.to_thread(redis_server.go_back, copy)
        await ann.ask_for(sticky(f"{ann.writer}.late"))
        await ann.until(lambda: ann.notices[-1:] == ["read-only"])
        await three_beats(ann)
        assert len(ann.waiting) == 1
        assert redis_server.ask("XLEN", _key(stage)) == 2
        await stage.clear()
