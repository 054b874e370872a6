"""One person's stream or insistence never keeps the others from showing theirs."""

from pathlib import Path
from typing import Any

from integration.harness import Browser, Page, running
from integration.leading import (
    CANVAS,
    begin,
    do,
    draft,
    enter,
    outcome,
    own,
    page_at,
    plan,
    refusal,
    texts,
    until_entered,
    until_shown,
)
from integration.stage import Stage, staged
from integration.workers import SELDOM

from raakvlak.canvas.events import Event, IntentId, Patch, Position, encode_event
from raakvlak.canvas.records import Fields
from raakvlak.log import Appended, Stored, StreamName
from raakvlak.log.sqlite import SqliteLog

REVEAL = {"type": "reveal", "canvas": CANVAS, "of": "all"}


class CountedReads(SqliteLog):
    """A log that remembers which streams were read."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.reads: list[str] = []

    async def read(self, stream: StreamName, after: Position, limit: int = 5_000) -> list[Stored]:
        """As ever."""
        self.reads.append(stream.name)
        return await super().read(stream, after, limit)

    async def streams(self, workshop: str) -> list[str]:
        """As ever."""
        self.reads.append("all names")
        return await super().streams(workshop)


async def test_asking_in_vain_costs_others_nothing(tmp_path: Path) -> None:
    """[FLOOD-50] Whoever asks in vain for what would show others' drafts costs no look into their streams; showing
    one's own looks into one's own only."""
    log = CountedReads(tmp_path)
    async with staged(tmp_path, log=log, rhythm=SELDOM) as stage:
        fay, eve = await stage.page("Fay", "facilitator"), await stage.page("Eve")
        others = [await stage.page(name) for name in ("Ann", "Bob")]
        voted = f"{fay.writer}.round"
        await do(fay, {"type": "round.open", "id": voted, "canvas": CANVAS})
        show = await plan(fay, "reveal")
        await until_entered(await begin(fay, "write"), eve, *others)
        for page in (eve, *others):
            await draft(page, "mine")
        await until_entered(await begin(fay, "discuss"), eve)
        log.reads.clear()
        vain: list[dict[str, Any]] = [
            REVEAL,
            {**REVEAL, "of": "person", "id": others[0].person},
            {"type": "step.enter", "id": show},
            {"type": "round.close", "id": voted},
            {"type": "item.lift", "moves": [{"id": "x", "place": {"frame": "figure", "u": 0.5, "v": 0.5}}]},
        ]
        asked = [await eve.ask(intent) for intent in vain * 20]
        asked.append(await eve.ask({**REVEAL, "of": "own", "ids": [f"{eve.writer}.1"]}))
        answers = [await outcome(eve, n) for n in asked]
        assert set(answers[:-1]) == {"not-allowed", "unknown-item"}
        assert answers[-1] == "saved"
        assert set(log.reads) <= {own(eve)}
        await enter(fay, show)
        await until_shown(eve, "mine")
        assert {own(page) for page in others} <= set(log.reads)


async def spoilt(stage: Stage, page: Page) -> None:
    """Append to somebody's own stream what does not fit there, as no server of ours would."""
    stream = StreamName(stage.workshop, own(page))
    stored = await stage.server.log.read(stream, Position())
    last = stored[-1].position
    event = Event(
        at=2**45, by=page.person, intent=IntentId(f"{page.person}-x", 1), changes=(Patch("nothing", Fields(z=1)),)
    )
    assert isinstance(await stage.server.log.append(stream, last, [encode_event(event)]), Appended)


async def test_a_stream_that_cannot_be_read(tmp_path: Path) -> None:
    """[SAVE-42] Somebody's own stream that was damaged in the store keeps nobody else from showing theirs."""
    async with staged(tmp_path) as stage:
        fay, ann, bob = await stage.page("Fay", "facilitator"), await stage.page("Ann"), await stage.page("Bob")
        await until_entered(await begin(fay, "write"), ann, bob)
        show = await plan(fay, "reveal")
        await draft(ann, "lost to her")
        await draft(bob, "Bob's")
    async with running(tmp_path) as server:
        again = Stage(server, stage.made)
        await spoilt(again, ann)
        fay, bob = await page_at(again, fay), await page_at(again, bob)
        await enter(fay, show)
        await until_shown(bob, "Bob's")
        assert texts(fay) == ["Bob's"]
        await bob.until(lambda: texts(bob, own(bob)) == [])
        await again.clear()
    assert server.errors
    assert all("Cannot read stream" in error for error in server.errors)


async def test_a_stream_that_is_damaged_meanwhile(tmp_path: Path) -> None:
    """[SAVE-42] Also when that is found out only as it is to be shown; its owner is told that nothing can be added."""
    async with running(tmp_path, rhythm=SELDOM) as server:
        stage = Stage(server, await Browser(server.address).make())
        fay, ann, bob = await stage.page("Fay", "facilitator"), await stage.page("Ann"), await stage.page("Bob")
        await until_entered(await begin(fay, "write"), ann, bob)
        show = await plan(fay, "reveal")
        await draft(ann, "lost to her")
        await draft(bob, "Bob's")
        await spoilt(stage, ann)
        await enter(fay, show)
        await until_shown(ann, "Bob's")
        await ann.hear(lambda m: m["type"] == "notice" and m["code"] == "read-only")
        await begin(fay, "discuss")
        await bob.note("and on")
        assert await refusal(fay, REVEAL) == "nothing-private"
        await stage.clear()
    assert server.errors
    assert all("is read-only now" in error for error in server.errors)
