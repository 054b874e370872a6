"""A day after something was shown, what its author's own stream still held of it is erased from the store."""

import time
from pathlib import Path
from typing import Any

from integration.harness import Browser, Page, Running, running
from integration.redis_server import RedisServer
from integration.stage import Stage, history

from raakvlak.config import Rhythm

SECRET = "lettersgetypt"
KEPT = "bewaardconcept"
SOON = Rhythm(heads=0.2, forget_shown=0.0, sweep=0.1, change_timeout=5.0)
LATE = Rhythm(heads=0.2, sweep=0.1, change_timeout=5.0)


async def write_and_show(stage: Stage) -> Page:
    """Ann writes a draft, changes it, and shows it; another one she deletes, a third one stays."""
    ann = await stage.page("Ann")
    own = f"person:{ann.person}"
    draft = await ann.note(f"{SECRET} getoond", "draft", own)
    edit = {"type": "text.edit", "id": draft, "edit": [{"at": 0, "remove": len(SECRET)}], "seen": 1}
    await ann.saved(await ann.ask(edit, own), own)
    gone = await ann.note(f"{SECRET} weg", "gone", own)
    await ann.saved(await ann.ask({"type": "item.delete", "ids": [gone]}, own), own)
    await ann.note(KEPT, "kept", own)
    show = {"type": "reveal", "canvas": "canvas-1", "of": "own", "ids": [draft]}
    assert (await ann.saved(await ann.ask(show)))["revealed"]
    await ann.hear(lambda m: m["type"] == "events" and any("remove" in str(e["changes"]) for e in m["events"]))
    return ann


async def until_forgotten(page: Page) -> list[dict[str, Any]]:
    """Wait until the store holds nothing of it; the events of the own stream then."""
    deadline = time.monotonic() + 20
    while SECRET in str(events := await history(page, f"person:{page.person}")):
        assert time.monotonic() < deadline, "expected it to be forgotten"
    return events


def bytes_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())


async def check_forgotten(server: Running) -> None:
    """Somebody who was there all along goes on, and so does who comes back."""
    stage = Stage(server, await Browser(server.address).make())
    ann = await write_and_show(stage)
    own = f"person:{ann.person}"
    events = await until_forgotten(ann)
    assert [event["intent"]["n"] for event in events if event["intent"]["writer"] == ann.writer] == [1, 2, 3, 4, 5]
    assert KEPT in str(events)
    await ann.saved(await ann.ask({"type": "item.delete", "ids": [f"{ann.writer}.kept"]}, own), own)
    again = await stage.tab(ann)
    assert SECRET not in str(await again.load(own))
    shown = [record for record in (await again.load())["snapshot"] if record["kind"] == "sticky"]
    assert [record["text"] for record in shown] == [" getoond"]
    await stage.clear()
    assert server.errors == []


async def test_sqlite_holds_no_byte_of_it(tmp_path: Path) -> None:
    """[PRIV-61] A while after it was shown, what was typed before and what was deleted is nowhere in the store."""
    async with running(tmp_path, rhythm=SOON) as server:
        await check_forgotten(server)
    assert SECRET.encode() not in bytes_in(tmp_path)


async def test_redis_holds_no_byte_of_it(tmp_path: Path, redis_server: RedisServer) -> None:
    """[PRIV-61] The same in Redis, with two workers that both look for it."""
    async with (
        running(tmp_path / "a", redis=redis_server.url, rhythm=SOON),
        running(tmp_path / "b", redis=redis_server.url, rhythm=SOON) as server,
    ):
        await check_forgotten(server)


async def test_it_stays_for_a_day(tmp_path: Path) -> None:
    """[PRIV-61] Until then it stays, for its author alone."""
    async with running(tmp_path, rhythm=LATE) as server:
        stage = Stage(server, await Browser(server.address).make())
        ann = await write_and_show(stage)
        watcher = await stage.page("Bob")
        await watcher.hear(lambda m: m["type"] == "heads")
        assert SECRET in str(await history(ann, f"person:{ann.person}"))
        assert SECRET not in "".join(watcher.raw)
        await stage.clear()
