"""Where people are right now: heard by all others, only the latest, never kept."""

from pathlib import Path

from integration.harness import sticky
from integration.stage import history, staged
from integration.whereabouts import HERE, heard_of, last_of, until_last

from raakvlak.protocol import Close


async def test_presence_reaches_all_and_is_not_kept(tmp_path: Path) -> None:
    """[PRES-20] Where someone is reaches everyone else, whatever their role, and never becomes an event."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        others = [await stage.page(role, role) for role in ("facilitator", "participant", "observer")]
        item = await ann.note()
        said = {
            **HERE,
            "x": 3.5,
            "y": -4,
            "typing": item,
            "caret": 2,
            "drag": [[item, 1, 2]],
            "view": [0, 0, 800, 600],
            "follows": others[0].person,
        }
        before = await history(ann)
        await ann.say(said)
        for other in others:
            assert await until_last(other, ann.writer, x=3.5) == said
        assert await history(ann) == before


async def test_everyone_ends_with_the_latest(tmp_path: Path) -> None:
    """[PRES-21] Of all that is said in a row only the last matters: everyone ends with it, and nobody gets it mixed."""
    async with staged(tmp_path) as stage:
        ann, bob = await stage.page("Ann"), await stage.page("Bob")
        for number in range(200):
            await ann.say({**HERE, "x": number, "y": number})
        last = await until_last(bob, ann.writer, x=199)
        assert last == {**HERE, "x": 199, "y": 199}
        await ann.say({"type": "here"})
        await bob.until(lambda: last_of(bob, ann.writer) == {"type": "here"})


async def test_newcomers_get_everyone_and_leaving_is_told(tmp_path: Path) -> None:
    """[PRES-22] Who comes hears where everyone is; who leaves is told to have left, and newcomers hear nothing of them.

    Someone who said nothing yet is nowhere, and is not told of.
    """
    async with staged(tmp_path) as stage:
        ann, bob = await stage.page("Ann"), await stage.page("Bob")
        await ann.say({**HERE, "x": 1, "y": 1})
        await bob.say({**HERE, "x": 2, "y": 2})
        await until_last(ann, bob.writer)
        await until_last(bob, ann.writer)
        cas = await stage.page("Cas")
        await until_last(cas, ann.writer, x=1)
        await until_last(cas, bob.writer, x=2)
        await ann.close()
        for page in (bob, cas):
            await page.until(lambda page=page: last_of(page, ann.writer) is None)  # type: ignore[misc]
        dan = await stage.page("Dan")
        await until_last(dan, bob.writer, x=2)
        assert heard_of(dan, ann.writer) == []
        assert heard_of(bob, cas.writer) == []


async def test_a_page_that_comes_back_has_not_left(tmp_path: Path) -> None:
    """[PRES-23] A page whose connection is replaced by a newer one of its own is never told to have left."""
    async with staged(tmp_path) as stage:
        ann, bob = await stage.page("Ann"), await stage.page("Bob")
        await ann.say({**HERE, "x": 1, "y": 1})
        await until_last(bob, ann.writer)
        newer = stage.closed_page(ann.browser, ann.person)
        await newer.open({"writer": ann.writer})
        assert (await ann.until_closed())[0] == Close.REPLACED
        for n in (1, 2):  # whatever was to be told of the older connection has been told by then
            await newer.note()
            await bob.saved(n, writer=ann.writer)
        assert last_of(bob, ann.writer) == {**HERE, "x": 1, "y": 1}
        await newer.say({**HERE, "x": 2, "y": 2})
        await until_last(bob, ann.writer, x=2)
        assert None not in heard_of(bob, ann.writer)
        await newer.close()
        await bob.until(lambda: last_of(bob, ann.writer) is None)


async def test_each_tab_is_somewhere_else(tmp_path: Path) -> None:
    """[PRES-24] Two tabs of one person are two; when one closes, the other is still there."""
    async with staged(tmp_path) as stage:
        ann, bob = await stage.page("Ann"), await stage.page("Bob")
        tab = await stage.tab(ann)
        await ann.say({**HERE, "x": 1, "y": 1})
        await tab.say({**HERE, "x": 2, "y": 2})
        await until_last(bob, ann.writer, x=1)
        await until_last(bob, tab.writer, x=2)
        await tab.close()
        await bob.until(lambda: last_of(bob, tab.writer) is None)
        assert last_of(bob, ann.writer) == {**HERE, "x": 1, "y": 1}


async def test_two_people_in_one_browser(tmp_path: Path) -> None:
    """[ACCESS-32] Two people who share a browser, a tab each, are two: each acts and is seen under their own name."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        bob = await stage.page_of(ann.browser, await ann.browser.join(stage.made, "Bob"))
        assert ann.person != bob.person
        await ann.note("by Ann")
        await bob.note("by Bob")
        await ann.saved(1, writer=bob.writer)
        await bob.saved(1, writer=ann.writer)
        by = {event["by"]: event["changes"][0]["record"] for event in (await history(ann))[3:]}
        assert {person: record["author"] for person, record in by.items()} == {
            ann.person: ann.person,
            bob.person: bob.person,
        }
        theirs = sticky(f"{ann.writer}.9")
        n = await bob.ask(theirs)
        assert (await bob.refused(n))["code"] == "invalid"
        await bob.say({"type": "ask", "stream": "shared", "writer": ann.writer, "n": 2, "intent": theirs})
        assert (await bob.until_closed())[0] == Close.INVALID
        # The browser knows both after a reload, and gives neither to anybody else.
        entrance = await ann.browser.request("POST", f"/w/{stage.workshop}/enter", {})
        assert [person["name"] for person in entrance.json()["people"]] == ["Ann", "Bob"]
