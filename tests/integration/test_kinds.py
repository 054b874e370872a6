"""Items of every kind, and what people give, on running servers: alike for everyone, private where it is to be."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from integration.harness import Page
from integration.leading import begin, do, known, of_kind, own, page_at, refusal, started_again, until_entered
from integration.redis_server import RedisServer
from integration.stage import staged
from integration.workers import SELDOM, two_workers
from unit.marked import FULL

from raakvlak.canvas.template import Template
from raakvlak.canvases import templates

KNOWN: Mapping[str, Template] = {**templates(), FULL.id: FULL}
PLACE = {"frame": "figure", "u": 0.5, "v": 0.5}


async def full_canvas(fay: Page) -> str:
    """A canvas for all of it; its id."""
    canvas = f"{fay.writer}.full"
    await do(fay, {"type": "canvas.add", "id": canvas, "template": FULL.id})
    await do(fay, {"type": "step.enter"})
    return canvas


def made(page: Page, canvas: str, kind: str, name: str = "", **fields: Any) -> dict[str, Any]:
    """The intent that makes an item."""
    item = {"kind": kind, "id": f"{page.writer}.{name}", "canvas": canvas, "place": PLACE, **fields}
    return {"type": "item.create", "items": [item]}


async def make_all(page: Page, canvas: str, stream: str = "shared") -> None:
    """One of each kind, in a stream: a marked note, a label, a copy of a card, and an arrow between two of them."""
    await do(page, made(page, canvas, "sticky", "note", text="Het water", tone="well"), stream)
    await do(page, made(page, canvas, "label", "label", text="Haven"), stream)
    await do(page, made(page, canvas, "card", "copy", card="trust"), stream)
    ends = {"start": f"{page.writer}.note", "end": f"{page.writer}.label"}
    await do(page, made(page, canvas, "connector", "arrow", **ends, text="omdat"), stream)
    await do(page, {"type": "connector.set", "id": f"{page.writer}.arrow", **ends, "strength": 3}, stream)


KINDS = ("sticky", "label", "card", "connector", "participant-token", "score", "placement")


def there(page: Page) -> dict[str, dict[str, Any]]:
    """What this page knows of all that."""
    return {each["id"]: each for kind in KINDS for each in of_kind(page, kind)}


async def alike(one: Page, *others: Page) -> dict[str, dict[str, Any]]:
    """Wait until all know the same; that."""
    for other in others:
        await other.until(lambda other=other: there(other) == there(one))  # type: ignore[misc]
    return there(one)


async def give_all(page: Page, canvas: str) -> None:
    """A score, a smiley that is taken back, and ticks, of which the second replaces the first."""
    ticks = {"type": "score.set", "canvas": canvas, "zone": "left", "scale": "checkbox", "value": 3}
    for intent in (
        {"type": "score.set", "canvas": canvas, "zone": "right", "item": f"{canvas}.card.claim", "value": 4},
        {"type": "score.set", "canvas": canvas, "zone": "top", "scale": "smiley", "value": 1},
        {"type": "score.set", "canvas": canvas, "zone": "top", "scale": "smiley"},
        {**ticks, "item": f"{canvas}.card.yes"},
        {**ticks, "item": f"{canvas}.card.no"},
    ):
        await do(page, intent)


async def test_every_kind_is_everyones(tmp_path: Path) -> None:
    """[STATE-6] Items of every kind, and what is given, are the same for all, newcomers and a new server included."""
    async with staged(tmp_path, known=KNOWN) as stage:
        fay, ann = await stage.page("Fay", "facilitator"), await stage.page("Ann")
        obi = await stage.page("Obi", "observer")
        canvas = await full_canvas(fay)
        await until_entered(None, ann, obi)
        await make_all(ann, canvas)
        wish = {"id": f"{canvas}.own.{ann.person}.wish", "which": "wish", "person": ann.person}
        await do(ann, made(ann, canvas, "participant-token", **wish))
        await give_all(ann, canvas)
        held = {"canvas": canvas, "zone": "left", "item": f"{canvas}.card.yes", "value": 2}
        await do(fay, {"type": "score.group", **held})
        found = await alike(ann, fay, obi, await stage.page("Eva"))
        given = [(each.get("item"), each["value"], each.get("group", False)) for each in of_kind(ann, "score")]
        assert given == [
            (f"{canvas}.card.claim", 4, False),
            (f"{canvas}.card.no", 3, False),
            (f"{canvas}.card.yes", 2, True),
        ]
        assert [each["strength"] for each in of_kind(ann, "connector")] == [3]
        assert len(of_kind(ann, "card")) == len(FULL.cards) + 1
    async with started_again(tmp_path, stage, known=KNOWN) as again:
        back = await page_at(again, ann)
        assert await alike(back, await again.page("Dan")) == found
        for _ in range(2):
            await do(back, {"type": "undo"})
        assert [each.get("item") for each in of_kind(back, "score")] == [f"{canvas}.card.claim", f"{canvas}.card.yes"]


async def private_step(fay: Page, canvas: str, mode: Any, ann: Page) -> str:
    step = await begin(fay, mode, canvas=canvas)
    await until_entered(step, ann)
    return step


async def test_private_until_shown_at_two_workers(tmp_path: Path, redis_server: RedisServer) -> None:
    """[PRIV-55] Of what is private of whatever kind nobody else hears before it is shown, at whatever worker; an arrow
    comes with its ends, a card that was put elsewhere as a placement."""
    async with two_workers(tmp_path, redis_server, SELDOM, known=KNOWN) as (one, two):
        fay, ann = await one.page("Fay", "facilitator"), await two.page("Ann")
        others = [fay, await one.page("Bob"), await two.page("Cas")]
        canvas = await full_canvas(fay)
        await private_step(fay, canvas, "write", ann)
        await make_all(ann, canvas, own(ann))
        step = await private_step(fay, canvas, "place", ann)
        await do(ann, made(ann, canvas, "card", id=f"{canvas}.card.power.{step}", card="power"), own(ann))
        step = await private_step(fay, canvas, "score", ann)
        given = {"type": "score.set", "step": step, "zone": "top", "scale": "smiley", "value": 1}
        await do(ann, given, own(ann))
        heard = [raw for other in others for raw in other.raw]
        for secret in ("Het water", "Haven", "omdat", f"{ann.writer}.", f"card.power.{step}", f"score.{step}"):
            assert not [raw for raw in heard if secret in raw], secret
        await do(fay, {"type": "reveal", "canvas": canvas, "of": "all"})
        found = await alike(fay, *others[1:], ann)
        arrow, note = of_kind(fay, "connector")[0], of_kind(fay, "sticky")[0]
        assert {arrow["start"], arrow["end"]} == {note["id"], of_kind(fay, "label")[0]["id"]}
        assert (note["tone"], arrow["author"]) == ("well", ann.person)
        assert [each["card"] for each in of_kind(fay, "placement")] == [f"{canvas}.card.power"]
        assert [each["value"] for each in of_kind(fay, "score")] == [1]
        assert f"{ann.writer}." not in json.dumps(found)
        await ann.until(lambda: not [each for each in known(ann, own(ann)).values() if "public" in each])


async def test_lists_are_checked_by_the_server(tmp_path: Path) -> None:
    """[LIST-3] A row is not taken out under what somebody gave at that moment; a list is everyone's at once."""
    async with staged(tmp_path, known=KNOWN) as stage:
        fay, ann = await stage.page("Fay", "facilitator"), await stage.page("Ann")
        canvas = await full_canvas(fay)
        listed = {"partners": [{"id": "a", "name": "Noord"}, {"id": "b", "name": "Zuid"}]}
        await do(fay, {"type": "canvas.set", "id": canvas, "settings": listed})
        await ann.until(lambda: known(ann)[canvas].get("settings") == listed)
        assert await refusal(ann, {"type": "canvas.set", "id": canvas, "settings": {}}) == "not-allowed"
        many = {"partners": [{"id": f"e{number}", "name": "E"} for number in range(4)]}
        assert await refusal(fay, {"type": "canvas.set", "id": canvas, "settings": many}) == "too-many"
        assert known(fay)[canvas]["settings"] == listed
