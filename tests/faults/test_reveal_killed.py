"""The server dies around a reveal: what was saved is shown once or still its author's, never both, never neither."""

import asyncio
import contextlib
import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from faults.author import Author
from faults.checker import Records, fold, read_back
from faults.deeds import agree, author, broken, come_back
from faults.test_kill import serving
from integration.harness import Browser, Running
from integration.leading import CANVAS, begin, do, known, own, page_at, plan, refusal, reveals, started_again, texts
from integration.programs import Program, answers, free_port
from integration.redis_server import RedisServer
from integration.stage import Stage, history, staged

from raakvlak.log import Appended, Conflicts, Log, Part, Stored
from raakvlak.log.redis import RedisLog
from raakvlak.log.sqlite import SqliteLog

ROUNDS = 4


class StopsAfterAReveal(SqliteLog):
    """A log after whose append to several streams at once the server never hears anything again, as if it had died."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.stopped = asyncio.Event()

    async def append_all(self, parts: Sequence[Part]) -> list[Appended] | Conflicts:
        """Done, but nobody is told."""
        outcome = await super().append_all(parts)
        if len(parts) > 1:
            self.stopped.set()
            await asyncio.Event().wait()
        return outcome


@pytest.mark.parametrize("closing", [False, True], ids=["reveal", "vote"])
async def test_nobody_was_told(tmp_path: Path, closing: bool) -> None:
    """[SAVE-40] A server that dies when a reveal or a vote's end is on disk, and did nothing else yet, finds it whole
    when it starts again: shown once, gone from where it was private, and not to be shown a second time."""
    log = StopsAfterAReveal(tmp_path)
    async with staged(tmp_path, log=log) as stage:
        fay, ann, bob = await stage.page("Fay", "facilitator"), await stage.page("Ann"), await stage.page("Bob")
        item = await fay.note("for all")
        voted = f"{fay.writer}.round"
        if closing:
            await begin(fay, "vote")
            await do(fay, {"type": "round.open", "id": voted, "canvas": CANVAS})
            await do(ann, {"type": "vote.cast", "round": voted, "item": item, "dots": 2}, own(ann))
            await fay.ask({"type": "round.close", "id": voted})
        else:
            await begin(fay, "write")
            show = await plan(fay, "reveal")
            await ann.note("kept", "kept", own(ann))
            await bob.note("too", "too", own(bob))
            await fay.ask({"type": "step.enter", "id": show})
        async with asyncio.timeout(10):
            await log.stopped.wait()
        heard = [frame for page in (fay, ann, bob) for frame in page.raw]
        assert not any('"revealed":true' in frame for frame in heard)
    async with started_again(tmp_path, stage) as again:
        fay, ann, bob = [await page_at(again, page) for page in (fay, ann, bob)]
        if closing:
            assert known(bob)[voted]["ballots"] == [{"item": item, "dots": 2, "person": ann.person}]
            assert await refusal(fay, {"type": "round.close", "id": voted}) == "not-now"
        else:
            assert texts(bob) == ["for all", "kept", "too"]
            assert await refusal(fay, {"type": "reveal", "canvas": CANVAS, "of": "all"}) == "nothing-private"
        for page in (ann, bob):
            assert not any(record["kind"] in ("sticky", "dots") for record in known(page, own(page)).values())
        assert len(reveals(await history(fay))) == 1


async def test_killed_around_a_reveal(tmp_path: Path) -> None:
    """[SAVE-41] Killed at any moment around a reveal, a server that starts again has every saved draft shown once or
    still private, never both, and a second reveal shows the rest."""
    await killed_around_a_reveal(tmp_path, SqliteLog(tmp_path, only_read=True))


async def test_killed_around_a_reveal_on_redis(tmp_path: Path, redis_server: RedisServer) -> None:
    """[SAVE-41] The same for a worker on Redis."""
    folder = tmp_path / "worker"
    folder.mkdir()
    await killed_around_a_reveal(folder, RedisLog(redis_server.url), redis_server.url)


async def killed_around_a_reveal(folder: Path, log: Log, redis: str = "") -> None:
    """Some rounds of drafts, a reveal, a kill, and a second reveal."""
    port, chance = free_port(), random.Random(7)
    address = f"http://127.0.0.1:{port}"
    with contextlib.ExitStack() as programs:

        async def start() -> Program:
            program = programs.enter_context(serving(folder, port, redis))
            await asyncio.to_thread(program.until, lambda: answers(f"{address}/healthz"))
            return program

        program = await start()
        await log.start()
        stage = Stage(Running(address, log), await Browser(address).make())
        fay, *others = [await author(stage, n, r) for n, r in (("Fay", "facilitator"), *PEOPLE)]
        told: set[str] = set()
        for number in range(ROUNDS):
            await asked(fay, {"type": "step.enter", "id": "canvas-1.step-2"})  # suggested by the template: write
            for page in others:
                await drafted(page, number, told)
            await fay.ask_for({"type": "step.enter", "id": "canvas-1.step-3"})  # reveal
            going_on = [asyncio.create_task(drafted(page, number + 100, told)) for page in others]
            await asyncio.sleep(chance.uniform(0, 0.02))  # whatever it has come to by now
            program.kill()
            await asyncio.gather(*going_on)
            shown = await shown_and_private(log, stage.workshop)
            assert told <= shown, f"expected all that was called saved, but these are missing: {told - shown}"
            program = await start()
            for page in (fay, *others):
                await come_back(page)
            await settled(fay, *others)
        await asked(fay, {"type": "step.enter", "id": "canvas-1.step-5"})  # discuss
        await fay.ask_for({"type": "reveal", "canvas": CANVAS, "of": "all"})
        await settled(fay)
        assert told <= await shown_and_private(log, stage.workshop, private=False)
        await agree(log, stage.workshop, [fay, *others])
        await stage.clear()
        await log.close()


PEOPLE = (("Ann", "participant"), ("Bob", "participant"), ("Cas", "participant"))


async def asked(page: Author, intent: dict[str, object]) -> None:
    """Ask for it until it is saved."""
    waiting = await page.ask_for(intent)
    await settled(page)
    assert waiting.key in page.account.saved


async def settled(*pages: Author) -> None:
    """Come back until nothing waits any more."""
    for page in pages:
        while page.waiting:
            await page.settled()
            if broken(page):
                await come_back(page)


async def drafted(page: Author, number: int, told: set[str]) -> None:
    """Two drafts, the second typed in two pieces; what is called saved is remembered."""
    for name in ("a", "b"):
        text = f"{page.account.name} {number} {name}"
        item = f"{page.writer}.{number}-{name}"
        intent = {"type": "item.create", "items": [_sticky(item, text)]}
        waiting = await page.ask_for(intent, own(page))
        await page.settled()
        if waiting.key in page.account.saved:
            told.add(text)


def _sticky(item: str, text: str) -> dict[str, object]:
    place = {"frame": "figure", "u": 0.5, "v": 0.5}
    return {"kind": "sticky", "id": item, "canvas": CANVAS, "place": place, "text": text}


async def shown_and_private(log: Log, workshop: str, private: bool = True) -> set[str]:
    """The texts of all notes there are, in the shared stream and in people's own; an error for one that is twice."""
    streams = await read_back(log, workshop)
    found = [text for name, stored in streams.items() if private or name == "shared" for text in _texts(stored)]
    assert len(set(found)) == len(found), f"expected everything once, but got {sorted(found)}"
    return set(found)


def _texts(stored: Sequence[Stored]) -> list[str]:
    records: Records = {}
    for each in stored:
        fold(records, json.loads(each.event))
    return [record.get("text", "") for record in records.values() if record["kind"] == "sticky"]
