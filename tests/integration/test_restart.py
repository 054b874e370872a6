"""A server that starts again in the middle of a session: whatever the step, everybody goes on as before."""

from pathlib import Path
from typing import Any

import pytest
from integration.harness import Page, sticky
from integration.leading import (
    CANVAS,
    begin,
    draft,
    enter,
    outcome,
    own,
    page_at,
    ready,
    started_again,
    tallies,
    texts,
    until_entered,
    until_tally,
)
from integration.stage import records_of, staged

from raakvlak.canvas.kinds import Mode
from raakvlak.canvas.rights import PRIVATE, SITUATIONS, Situation, right_in

NOT_BY_RIGHT = ("not-now", "not-allowed")


async def in_situation(fay: Page, situation: Situation) -> str | None:
    """The step of this situation, entered; None for free."""
    if situation == "free":
        await enter(fay, None)
        return None
    mode: Mode = "cluster" if situation == "cluster+" else situation
    more = {"turns": True} if mode == "reveal" else {}
    return await begin(fay, mode, movers="everyone" if situation == "cluster+" else "facilitators", **more)


def asked_for(page: Page, step: str | None, item: str, name: str) -> list[tuple[str, dict[str, Any]]]:
    """Something of each kind that a participant could ask for, and in which stream."""
    place = {"frame": "figure", "u": 0.4, "v": 0.4}
    there = step or "none"
    intents: list[tuple[str, dict[str, Any]]] = [
        ("shared", sticky(f"{page.writer}.{name}", "shared")),
        (own(page), sticky(f"{page.writer}.{name}-own", "own")),
        ("shared", {"type": "item.move", "moves": [{"id": item, "place": place}]}),
        ("shared", {"type": "text.edit", "id": item, "edit": [{"at": 0, "insert": "x"}], "seen": 1}),
        ("shared", {"type": "group.set", "id": f"{page.writer}.{name}-group", "canvas": CANVAS, "items": [item]}),
        ("shared", {"type": "agreement.set", "id": f"{page.writer}.{name}-a", "what": "decision", "text": "so be it"}),
        ("shared", {"type": "check.set", "step": there, "mood": 3}),
        ("shared", {"type": "step.enter", "id": None}),
        ("shared", {"type": "reveal", "canvas": CANVAS, "of": "own", "ids": ["nothing"]}),
        (own(page), {"type": "ready.set", "step": there, "ready": True}),
        (own(page), {"type": "score.set", "step": there, "zone": "goal", "value": 3}),
    ]
    return intents


async def check_rights(page: Page, situation: Situation, step: str | None, item: str, name: str) -> None:
    """Whatever the table allows is not refused as something that may not be done now, and all else is."""
    for stream, intent in asked_for(page, step, item, name):
        answer = await outcome(page, await page.ask(intent, stream), stream)
        kind = "shared" if stream == "shared" else "own"
        allowed = right_in(intent["type"], kind, "participant", situation) == "anywhere"  # type: ignore[arg-type]
        assert (answer not in NOT_BY_RIGHT) == allowed, (situation, intent["type"], answer)


@pytest.mark.parametrize("situation", SITUATIONS)
async def test_started_again(tmp_path: Path, situation: Situation) -> None:
    """[STEP-38] Whatever step is under way when the server starts again, all find the same step, clock, tally, drafts
    and rights as before, and go on."""
    async with staged(tmp_path) as stage:
        fay, ann, bob = await stage.page("Fay", "facilitator"), await stage.page("Ann"), await stage.page("Bob")
        item = await fay.note("for all")
        await until_entered(await begin(fay, "write"), ann)
        await draft(ann, "kept back", "kept")
        step = await in_situation(fay, situation)
        await until_entered(step, ann)
        if step and situation != "freeze":
            await ready(ann, step)
        if situation in PRIVATE:
            await draft(ann, "of this step", "new")
        await check_rights(bob, situation, step, item, "before")
        before = {page: await _found(await stage.tab(page), step) for page in (fay, ann, bob)}
    async with started_again(tmp_path, stage) as again:
        for page, found in before.items():
            back = await page_at(again, page)
            assert await _found(back, step) == found
            if page is ann:
                assert "kept back" in texts(back, own(back))
            if page is bob:
                await check_rights(back, situation, step, item, "after")
        fay = await page_at(again, fay)
        # And it goes on: a step later all is shown.
        await begin(fay, "reveal")
        await fay.until(lambda: "kept back" in texts(fay))


async def _found(page: Page, step: str | None) -> tuple[Any, ...]:
    """What a page finds when it comes."""
    if step is not None:
        await until_tally(page, step=step)
    shared, mine = [records_of(await page.load(stream)) for stream in ("shared", own(page))]
    welcome = await page.hear(lambda m: m["type"] == "welcome")
    return shared, mine, tallies(page)[-1:], welcome["role"], welcome["streams"]
