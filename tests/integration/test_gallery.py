"""The gallery of a running server: pictures of templates, routes, and the breaks of a workshop made of one."""

from pathlib import Path
from xml.etree import ElementTree

from integration.harness import Browser, Page, running

from raakvlak.canvases import templates

SVG = "{http://www.w3.org/2000/svg}"


def said(svg: bytes) -> str:
    """All the words in a picture."""
    return " ".join(each.text or "" for each in ElementTree.fromstring(svg).iter(f"{SVG}tspan"))


async def test_a_template_is_drawn_filled_in(tmp_path: Path) -> None:
    """[EX-6]"""
    async with running(tmp_path) as server:
        ann = Browser(server.address)
        address = "/api/templates/trust-vigilance/picture"
        dutch = await ann.request("GET", f"{address}?language=nl&theme=light")
        english = await ann.request("GET", f"{address}?language=en&theme=dark")
        template = templates()["trust-vigilance"]
        assert (dutch.status, english.status) == (200, 200)
        assert template.title.nl in said(dutch.body)
        assert template.title.en in said(english.body)
        assert "Noor de Wit" in said(dutch.body)
        assert (b"#fffefb" in dutch.body, b"#1a2023" in english.body) == (True, True)
        for wrong, status in (("nl&theme=pink", 400), ("fr&theme=dark", 400)):
            assert (await ann.request("GET", f"{address}?language={wrong}")).status == status
        assert (await ann.request("GET", "/api/templates/nothing/picture")).status == 404
    assert server.errors == []


async def test_breaks_come_after_the_steps_of_the_canvases_before_them(tmp_path: Path) -> None:
    """[ROUTE-3]"""
    async with running(tmp_path) as server:
        ann = Browser(server.address)
        routes = (await ann.request("GET", "/api/templates")).json()["routes"]
        assert [each["id"] for each in routes][:2] == ["one-hour", "first-meeting"]
        chosen = next(each for each in routes if each["id"] == "first-meeting")
        made = await ann.make(templates=chosen["canvases"], breaks=chosen["breaks"])
        person = await ann.join(made, "Ann", "facilitator")
        page = await Page(ann, made["id"], person).open()
        records = (await page.load())["snapshot"]
        await page.close()
        steps = sorted((each for each in records if each["kind"] == "step"), key=lambda each: each["order"])
        order = list(dict.fromkeys(each.get("canvas") for each in steps))
        assert order == ["canvas-1", "canvas-2", None, "canvas-3", "canvas-4"]
        assert [(each["mode"], each["minutes"]) for each in steps if each.get("canvas") is None] == [("freeze", 5)]
        assert [each["order"] for each in steps] == list(range(len(steps)))
    assert server.errors == []
