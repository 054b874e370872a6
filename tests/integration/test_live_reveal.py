"""Reveals on running servers: final records for everyone at once, nothing of what came before, nothing twice."""

import asyncio
from pathlib import Path

import pytest
from faults.author import Author
from faults.deeds import author
from integration.harness import Page
from integration.leading import (
    CANVAS,
    begin,
    changes_of,
    do,
    draft,
    enter,
    known,
    outcome,
    own,
    page_at,
    plan,
    refusal,
    reveals,
    shown_once,
    texts,
    until_entered,
    until_shown,
)
from integration.redis_server import RedisServer
from integration.stage import history, staged
from integration.test_resume import position_of
from integration.workers import go_deaf, may_go_deaf, two_workers

from raakvlak.canvas.events import Splice

ALL = {"type": "reveal", "canvas": CANVAS, "of": "all"}


def splice(item: str, at: int, insert: str = "", remove: int = 0, seen: int = 1) -> dict[str, object]:
    """An edit of a text."""
    return {"type": "text.edit", "id": item, "edit": [{"at": at, "remove": remove, "insert": insert}], "seen": seen}


async def test_final_records_at_once(tmp_path: Path) -> None:
    """[PRIV-30] A reveal is one event with final records, and never a byte of what was typed and deleted before."""
    async with staged(tmp_path) as stage:
        fay, ann = await stage.page("Fay", "facilitator"), await stage.page("Ann")
        others = [fay, await stage.page("Bob"), await stage.page("Obi", "observer")]
        step = await begin(fay, "write")
        await until_entered(step, ann)
        kept = await draft(ann, "Rejected first words")
        await do(ann, splice(kept, 0, "kept", len("Rejected first words")), own(ann))
        gone = await draft(ann, "Rejected note")
        await do(ann, {"type": "item.delete", "ids": [gone]}, own(ann))
        await draft(ann, " \n ", "blank")
        event = await enter(fay, await plan(fay, "reveal"))
        late = await stage.page("Late")
        for page in (*others, late):
            await until_shown(page, "kept")
            assert texts(page) == ["kept"]
            assert "Rejected" not in "".join(page.raw)
            assert not any(kept in frame or ann.writer in frame for frame in page.raw)
        assert event["revealed"] is True
        assert len(reveals(await history(late))) == 1
        shown = next(record for record in known(late).values() if record.get("text") == "kept")
        assert (shown["author"], "step" in shown, "public" in shown) == (ann.person, False, False)


async def test_it_goes_from_its_authors_stream(tmp_path: Path, redis_server: RedisServer) -> None:
    """[PRIV-31] What is shown goes from its author's stream, on every page of theirs; what is not stays there."""
    async with two_workers(tmp_path, redis_server) as (one, two):
        fay, ann = await one.page("Fay", "facilitator"), await one.page("Ann")
        tab = await page_at(two, ann)
        step = await begin(fay, "write")
        await until_entered(step, ann, tab)
        shown = [await draft(ann, "from here"), await draft(tab, "from there")]
        blank, gone = await draft(ann, "  ", "blank"), await draft(tab, "thrown away")
        await do(tab, {"type": "item.delete", "ids": [gone]}, own(tab))
        await enter(fay, await plan(fay, "reveal"))
        for page in (ann, tab):
            await until_shown(page, "from here", "from there")
            await page.until(lambda page=page: set(known(page, own(page))) == {blank, gone})  # type: ignore[misc]
            removed = [c["id"] for m in page.heard for c in changes_of(m, own(page)) if c["do"] == "remove"]
            assert sorted(removed) == sorted(shown)
        assert [event["by"] for event in await history(ann, own(ann)) if event["by"] != ann.person] == ["server"]
        again = await page_at(two, ann)
        assert set(known(again, own(again))) == {blank, gone}
        assert await refusal(fay, ALL) == "nothing-private"


async def test_by_turns(tmp_path: Path) -> None:
    """[PRIV-32] By turns a person's, an organisation's or one's own is shown; what others have stays theirs."""
    async with staged(tmp_path) as stage:
        fay = await stage.page("Fay", "facilitator")
        people = {name: await stage.page(name) for name in ("Ann", "Bob", "Cas", "Dan")}
        south = next(r["id"] for r in known(fay).values() if r["kind"] == "organisation" and r["name"] == "Zuid")
        for name in ("Bob", "Cas"):
            await do(fay, {"type": "person.set", "id": people[name].person, "organisation": south})
        step = await begin(fay, "write")
        await until_entered(step, *people.values())
        for name, page in people.items():
            await draft(page, f"{name} one")
            await draft(page, f"{name} two")
        await enter(fay, await plan(fay, "reveal", turns=True))
        assert texts(fay) == []
        ann, cas, dan = people["Ann"], people["Cas"], people["Dan"]
        for intent in (ALL, {**ALL, "of": "person", "id": dan.person}, {**ALL, "of": "organisation", "id": south}):
            assert await refusal(ann, intent) == "not-allowed"
        await do(fay, {**ALL, "of": "person", "id": ann.person})
        await until_shown(cas, "Ann one", "Ann two")
        assert texts(cas) == ["Ann one", "Ann two"]
        await do(fay, {**ALL, "of": "organisation", "id": south})
        await until_shown(dan, "Bob one", "Bob two", "Cas one", "Cas two")
        mine = next(record["id"] for record in known(dan, own(dan)).values() if record.get("text") == "Dan two")
        await do(dan, {**ALL, "of": "own", "ids": [mine]})
        await until_shown(fay, "Dan two")
        for page in (fay, *people.values()):
            await until_shown(page, "Dan two")
            assert "Dan one" not in texts(page)
        assert texts(dan, own(dan)) == ["Dan one"]
        assert all("Dan one" not in frame for page in (fay, ann, cas) for frame in page.raw)
        await do(fay, ALL)
        assert len(await shown_once(fay)) == 8


async def test_an_author_who_is_away(tmp_path: Path) -> None:
    """[PRIV-33] Who is away while their drafts are shown finds on coming back what was saved shown, once; what they
    asked for later is refused with a code, and what had been saved is said to be."""
    async with staged(tmp_path) as stage:
        fay, ann = await stage.page("Fay", "facilitator"), await stage.page("Ann")
        step = await begin(fay, "write")
        await until_entered(step, ann)
        item = await draft(ann, "saved")
        at_shared, at_own = position_of(ann), position_of(ann, own(ann))
        ann.line.transport.abort()
        await ann.until_closed()
        await enter(fay, await plan(fay, "reveal"))
        known_to_ann = {
            "shared": {"position": at_shared, "state": True},
            own(ann): {"position": at_own, "state": True},
        }
        await ann.close()
        await ann.open({"writer": ann.writer, "streams": known_to_ann})
        await ann.ask({**_create(ann, "again"), "items": _create(ann, item.partition(".")[2])["items"]}, own(ann), n=1)
        await ann.hear(lambda m: m["type"] == "saved" and m["n"] == 1)
        await ann.ask(splice(item, 5, " and more"), own(ann), n=2)
        assert (await ann.refused(2, own(ann)))["code"] == "not-now"
        await ann.ask(_create(ann, "late"), own(ann), n=3)
        assert (await ann.refused(3, own(ann)))["code"] == "not-now"
        assert (await ann.load(own(ann)))["events"][-1]["changes"] == [{"do": "remove", "id": item}]
        assert await shown_once(fay) == ["saved"]


def _create(page: Page, name: str) -> dict[str, object]:
    place = {"frame": "figure", "u": 0.5, "v": 0.5}
    record = {"kind": "sticky", "id": f"{page.writer}.{name}", "canvas": CANVAS, "place": place, "text": "waiting"}
    return {"type": "item.create", "items": [record]}


async def test_drafts_of_a_moment_before(tmp_path: Path, redis_server: RedisServer) -> None:
    """[PRIV-34] What was saved at one worker a moment before is in the reveal at another."""
    async with two_workers(tmp_path, redis_server) as (one, two):
        fay, ann, bob = await one.page("Fay", "facilitator"), await one.page("Ann"), await two.page("Bob")
        expected = []
        for number in range(5):
            step = await begin(fay, "write")
            await until_entered(step, ann, bob)
            show = await plan(fay, "reveal")
            await asyncio.gather(draft(ann, f"Ann {number}"), draft(bob, f"Bob {number}"))
            await enter(fay, show)
            expected += [f"Ann {number}", f"Bob {number}"]
            assert sorted(texts(fay)) == sorted(expected)
        assert await shown_once(bob) == sorted(expected)


async def typing_while_shown(fay: Page, authors: list[Author], number: int) -> None:
    """Everyone types into a draft letter by letter while it is shown: each saved letter is shown, no other is."""
    step = await begin(fay, "write")
    show = await plan(fay, "reveal")
    await until_entered(step, *authors)
    written: dict[Author, list[int]] = {each: [] for each in authors}
    items = {each: await each.note(f"{number}:", f"draft-{number}", own(each)) for each in authors}

    async def type_on(page: Author) -> None:
        letter = 0
        while items[page] in known_to(page) and letter < 200:
            text = page.text_of(items[page], own(page))
            await page.type_text(items[page], Splice(len(text), 0, chr(97 + letter % 26)), own(page))
            letter += 1
            await page.until(lambda: len(page.waiting) < 3)
        await page.settled()
        written[page].append(letter)

    async def reveal_among_it() -> None:
        await authors[0].until(lambda: len(authors[0].text_of(items[authors[0]], own(authors[0]))) > 8)
        await enter(fay, show)

    before = {page: len(page.account.saved) for page in authors}
    await asyncio.gather(reveal_among_it(), *(type_on(page) for page in authors))
    for page in authors:
        saved = len(page.account.saved) - before[page]
        letters = "".join(chr(97 + each % 26) for each in range(saved))
        await page.until(lambda page=page, letters=letters: f"{number}:{letters}" in known_texts(page))  # type: ignore[misc]
        assert items[page] not in known_to(page)


def known_to(page: Author) -> dict[str, dict[str, object]]:
    """What the author has in their own stream."""
    return page.account.streams[own(page)].records


def known_texts(page: Author) -> list[object]:
    """The texts that the author sees in the shared stream."""
    return [record.get("text", "") for record in page.account.streams["shared"].records.values()]


async def test_typing_while_it_is_shown(tmp_path: Path) -> None:
    """[PRIV-35] Of a draft that is shown while its author types in it, every saved letter is shown, none is lost."""
    async with staged(tmp_path) as stage:
        fay = await stage.page("Fay", "facilitator")
        authors = [await author(stage, name) for name in ("Ann", "Bob", "Cas")]
        for number in range(6):
            await typing_while_shown(fay, authors, number)
        assert len(await shown_once(fay)) == 6 * len(authors)


async def test_typing_at_two_workers_while_it_is_shown(tmp_path: Path, redis_server: RedisServer) -> None:
    """[PRIV-35] The same at two workers."""
    async with two_workers(tmp_path, redis_server) as (one, two):
        fay = await one.page("Fay", "facilitator")
        authors = [await author(stage, name) for stage, name in ((two, "Ann"), (one, "Bob"), (two, "Cas"))]
        for number in range(6):
            await typing_while_shown(fay, authors, number)
        assert len(await shown_once(fay)) == 6 * len(authors)


async def test_a_worker_that_has_not_heard_of_it(tmp_path: Path, redis_server: RedisServer) -> None:
    """[PRIV-38] A worker that has not heard of a reveal takes nothing more for a draft that is shown; what is not shown
    is still its author's."""
    async with two_workers(tmp_path, redis_server, second=may_go_deaf(redis_server)) as (one, two):
        fay, ann, bob = await one.page("Fay", "facilitator"), await two.page("Ann"), await two.page("Bob")
        step = await begin(fay, "write")
        show = await plan(fay, "reveal")
        await until_entered(step, ann, bob)
        item = await draft(ann, "saved")
        go_deaf(redis_server)
        await do(ann, splice(item, 5, " in time"), own(ann))
        await enter(fay, show)
        assert texts(fay) == ["saved in time"]
        await draft(bob, "nobody could know")
        assert await refusal(ann, splice(item, 0, "too late", seen=2), own(ann)) == "not-now"
        await until_shown(ann, "saved in time")
        await ann.until(lambda: texts(ann, own(ann)) == [])
        assert await refusal(bob, splice(f"{bob.writer}.1", 0, "now they do"), own(bob)) == "not-now"
        assert texts(bob, own(bob)) == ["nobody could know"]
        await do(bob, {**ALL, "of": "own"})
        assert await shown_once(fay) == ["nobody could know", "saved in time"]


@pytest.mark.parametrize("few", [1, 2, 3])
async def test_few_authors(tmp_path: Path, few: int) -> None:
    """[PRIV-36] Where something anonymous has fewer than three authors it is only shown by who is sure; with as little
    about them as ever."""
    async with staged(tmp_path) as stage:
        fay = await stage.page("Fay", "facilitator")
        people = [await stage.page(f"P{number}") for number in range(few)]
        step = await begin(fay, "write", anonymous=True)
        await until_entered(step, *people)
        for page in people:
            await draft(page, f"by {people.index(page)}")
        show = await plan(fay, "reveal")
        assert await refusal(people[0], {**ALL, "of": "own"}) in ("not-allowed", "not-now")
        if few < 3:
            assert await refusal(fay, {"type": "step.enter", "id": show}) == "few-authors"
        event = await enter(fay, show, sure=few < 3)
        late = await stage.page("Late")
        await until_shown(late, *(f"by {number}" for number in range(few)))
        assert event["by"] == fay.person
        for record in known(late).values():
            if record["kind"] == "sticky":
                assert record.get("author") is None
        notes = "".join(str(change) for change in event["changes"])
        for page in people:
            assert page.person not in notes
            assert page.writer not in "".join(late.raw)


async def test_two_reveals_at_once(tmp_path: Path, redis_server: RedisServer) -> None:
    """[PRIV-37] Two reveals at once, at two workers, show everything once."""
    async with two_workers(tmp_path, redis_server) as (one, two):
        fay, flo = await one.page("Fay", "facilitator"), await two.page("Flo", "facilitator")
        people: list[Page] = [await stage.page(name) for stage, name in ((one, "Ann"), (two, "Bob"))]
        for number in range(5):
            step = await begin(fay, "write")
            await until_entered(step, flo, *people)
            await asyncio.gather(*(draft(page, f"{number}") for page in people))
            asked = [(page, await page.ask(ALL)) for page in (fay, flo)]
            answers = [await outcome(page, n) for page, n in asked]
            assert sorted(answers) == ["nothing-private", "saved"]
        assert await shown_once(fay) == sorted([f"{number}" for number in range(5)] * 2)
