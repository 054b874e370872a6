"""What a person writes in their own stream reaches nobody else's browser in any form."""

from pathlib import Path
from typing import Any

from integration.harness import Browser, Page, sticky
from integration.stage import Stage, history, records_of, staged
from integration.whereabouts import HERE, until_last

SECRET = "geheim"
"""Part of all that is private here: of texts, and of the ids of items."""


class Private:
    """Somebody who writes in their own stream."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.stream = f"person:{page.person}"
        self.item = f"{page.writer}.{SECRET}"

    async def write(self) -> None:
        """Make an item, edit it, move it, delete and restore it, undo."""
        place = {"frame": "figure", "u": 0.25, "v": 0.25}
        edit = [{"at": 0, "insert": f"very {SECRET} "}]
        await self.page.note(SECRET, SECRET, self.stream)
        for intent in (
            {"type": "text.edit", "id": self.item, "edit": edit, "seen": 1},
            {"type": "item.move", "moves": [{"id": self.item, "place": place}], "path": [[0, 0, 0], [9, 1, 1]]},
            {"type": "item.delete", "ids": [self.item]},
            {"type": "item.restore", "ids": [self.item]},
            {"type": "undo"},
            {"type": "redo"},
        ):
            await self.page.saved(await self.page.ask(intent, self.stream), self.stream)
        n = await self.page.ask(sticky(self.item, SECRET), self.stream)
        assert (await self.page.refused(n, self.stream))["code"] == "exists"


async def bodies(browser: Browser, stage: Stage, person: str) -> dict[str, bytes]:
    """All that a browser can ask for by HTTP, by path."""
    paths = [f"events?stream={stream}" for stream in ("shared", "facilitators", f"person:{person}")]
    found = {}
    for path in (*paths, "links"):
        found[path] = (await browser.request("GET", f"/w/{stage.workshop}/{path}")).body
    asked = {"language": "nl"}
    found["sheet"] = (await browser.request("POST", f"/w/{stage.workshop}/sheet/canvas-1", asked)).body
    found["enter"] = (await browser.request("POST", f"/w/{stage.workshop}/enter", {})).body
    return found


def leaks(pages: list[Page]) -> list[str]:
    """Frames in which something private stands."""
    return [frame for page in pages for frame in page.raw if SECRET in frame.lower()]


async def test_nobody_else_gets_a_byte(tmp_path: Path) -> None:
    """[PRIV-20] What stands in a person's own stream is in no frame, snapshot, answer or presence of anybody else."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        tab = await stage.tab(ann)
        roommate = await stage.page_of(ann.browser, await ann.browser.join(stage.made, "Rik"))
        others = [await stage.page(role, role) for role in ("facilitator", "participant", "observer")]
        private = Private(ann)
        await private.write()
        seen = [77, 0, 1, 1]
        await ann.say({**HERE, "view": seen, "typing": private.item, "caret": 3, "drag": [[private.item, 1, 1]]})
        public = await ann.note("for all")
        others += [roommate, await stage.page("Newcomer"), await stage.page("New facilitator", "facilitator")]
        for other in others:
            await until_last(other, ann.writer, view=seen)
            if other in others[:4]:
                await other.saved(1, writer=ann.writer)
            assert public in "".join(other.raw)
        assert leaks(others) == []
        for other in others:
            if other is not roommate:
                found = await bodies(other.browser, stage, ann.person)
                assert [path for path, body in found.items() if SECRET.encode() in body.lower()] == []
                assert (await _read(other, private.stream)) == 403

        # They are there for their author, in every tab and after a reload.
        await tab.saved(7, private.stream, ann.writer)
        assert leaks([tab]) != []
        again = await stage.tab(ann)
        assert records_of(await again.load(private.stream))[private.item]["text"] == f"very {SECRET} {SECRET}"
        assert len(await history(ann, private.stream)) == 7


async def _read(page: Page, stream: str) -> int:
    path = f"/w/{page.workshop}/events?stream={stream}&after=0"
    return (await page.browser.request("GET", path)).status


async def test_hello_brings_no_other_stream(tmp_path: Path) -> None:
    """[PRIV-21] A hello that names somebody else's stream, at whatever position, is given nothing of it."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        private = Private(ann)
        await private.write()
        browser, person = await stage.join("Bob")
        known = {"position": {"seq": 0, "token": ""}, "state": False}
        bob = await stage.closed_page(browser, person).open(
            {"streams": {private.stream: known, "facilitators": known, "shared": known}}
        )
        welcome = await bob.hear(lambda m: m["type"] == "welcome")
        assert welcome["streams"] == ["shared", f"person:{person}"]
        assert set(welcome["last"]) == set(welcome["streams"])
        await ann.note("for all")
        await bob.saved(1, writer=ann.writer)
        assert leaks([bob]) == []
        assert {m["stream"] for m in bob.heard if m["type"] in ("load", "events")} == set(welcome["streams"])


async def test_nobody_else_writes_there(tmp_path: Path) -> None:
    """[PRIV-22] An intent for somebody else's stream is refused alike whether that stream exists or not."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        private = Private(ann)
        await private.write()
        before = await history(ann, private.stream)
        for role in ("facilitator", "participant", "observer"):
            page = await stage.page(role, role)
            answers = []
            for stream in (private.stream, "person:0000000000"):
                refusals: list[dict[str, Any]] = []
                for intent in (sticky(f"{page.writer}.1"), {"type": "item.delete", "ids": [private.item]}):
                    refusals.append(await page.refused(await page.ask(intent, stream), stream))
                answers.append([(each["code"], each["message"], each.get("by")) for each in refusals])
            assert answers[0] == answers[1]
            assert {code for code, _, _ in answers[0]} == {"not-allowed"}
            # In the shared stream the item is simply not there.
            guess = await page.refused(await page.ask({"type": "item.restore", "ids": [private.item]}))
            assert guess["code"] in ("unknown-item", "not-allowed")
            assert "by" not in guess
        assert await history(ann, private.stream) == before


async def test_presence_about_private_items(tmp_path: Path) -> None:
    """[PRIV-23] Of typing in and dragging a private item others hear nothing, nor where the pointer then is; of what is
    shared they hear as ever.
    """
    async with staged(tmp_path) as stage:
        ann, bob = await stage.page("Ann"), await stage.page("Bob")
        private = Private(ann)
        await private.write()
        public = await ann.note("for all")
        here = [{**HERE, "view": [number, 0, 1, 1]} for number in (1, 2)]
        await ann.say({**here[0], "x": 1, "y": 1, "typing": private.item, "caret": 5})
        assert await until_last(bob, ann.writer, view=[1, 0, 1, 1]) == here[0]
        await ann.say({**here[1], "x": 2, "y": 2, "drag": [[public, 1, 1], [private.item, 2, 2], ["nothing", 3, 3]]})
        assert await until_last(bob, ann.writer, view=[2, 0, 1, 1]) == {**here[1], "drag": [[public, 1, 1]]}
        await ann.say({**HERE, "x": 3, "y": 3, "typing": public, "caret": 5})
        assert await until_last(bob, ann.writer, x=3) == {**HERE, "x": 3, "y": 3, "typing": public, "caret": 5}
        assert leaks([bob]) == []


async def test_after_a_restart(tmp_path: Path) -> None:
    """[PRIV-24] After the server has started again all streams are still whose they were."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        bob = await stage.page("Bob")
        private = Private(ann)
        await private.write()
        cookies = {page: page.browser.cookies for page in (ann, bob)}
        made = stage.made
    async with staged(tmp_path) as stage:
        pages = []
        for page, known in cookies.items():
            browser = Browser(stage.server.address)
            browser.cookies = known
            pages.append(await stage.keep(Page(browser, made["id"], page.person)).open())
        ann, bob = pages
        assert private.item in records_of(await ann.load(private.stream))
        await ann.note("for all")
        await bob.saved(1, writer=ann.writer)
        assert leaks([bob]) == []
        assert await _read(bob, private.stream) == 403
