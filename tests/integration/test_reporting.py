"""Who reads a workshop's report and its pictures, and that nothing private is in them."""

from pathlib import Path

from integration.harness import Answer, Browser
from integration.leading import begin, do, draft, own, until_entered, until_shown
from integration.stage import Stage, staged

PATHS = ("report.json", "picture/canvas-1?language=nl&theme=dark")


async def asked(browser: Browser, stage: Stage) -> list[Answer]:
    """What this browser is answered."""
    return [await browser.request("GET", f"/w/{stage.workshop}/{path}") for path in PATHS]


async def test_who_reads_the_report(tmp_path: Path) -> None:
    """[REP-5] Whoever is let in reads it, observers too; nothing of what is private is in it."""
    async with staged(tmp_path) as stage:
        fay, ann = await stage.page("Fay", "facilitator"), await stage.page("Ann")
        obi = await stage.page("Obi", "observer")
        await fay.note("Voor iedereen")
        step = await begin(fay, "write")
        await until_entered(step, ann)
        await draft(ann, "Voor mezelf")
        await do(fay, {"type": "memo.open", "step": step}, "facilitators")
        note = {"type": "text.edit", "id": f"memo.{step}", "edit": [{"at": 0, "insert": "Onder ons"}], "seen": 1}
        await do(fay, note, "facilitators")
        await do(ann, {"type": "score.set", "step": await begin(fay, "score"), "zone": "shared", "value": 5}, own(ann))
        for page in (fay, ann, obi):
            for answer in await asked(page.browser, stage):
                text = answer.body.decode()
                assert answer.status == 200
                assert "Voor iedereen" in text.replace("</tspan>", "")
                assert not [secret for secret in ("mezelf", "Onder ons", ann.writer) if secret in text]
        await do(fay, {"type": "reveal", "canvas": "canvas-1", "of": "all"})
        await until_shown(obi, "Voor mezelf")
        assert "Voor mezelf" in (await asked(obi.browser, stage))[0].body.decode()


async def test_who_does_not(tmp_path: Path) -> None:
    """[REP-5] Nobody who waits, who was sent away, or who holds no link."""
    async with staged(tmp_path) as stage:
        fay, ann = await stage.page("Fay", "facilitator"), await stage.page("Ann")
        await do(fay, {"type": "waiting.set", "on": True})
        waiting, _ = await stage.join("Eva")
        await do(fay, {"type": "person.remove", "id": ann.person})
        await ann.until_closed()
        for browser in (waiting, ann.browser, Browser(stage.server.address)):
            assert {answer.status for answer in await asked(browser, stage)} <= {401, 403}
