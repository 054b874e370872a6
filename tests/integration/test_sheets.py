"""The sheets of a workshop's canvases over HTTP, with the settings of now and others."""

from pathlib import Path
from typing import Any

from integration.harness import Answer, Browser, running


async def asked(browser: Browser, made: dict[str, Any], body: Any, canvas: str = "canvas-1") -> Answer:
    """The answer to who wants to see a sheet."""
    return await browser.request("POST", f"/w/{made['id']}/sheet/{canvas}", body)


def partners(*names: str, **more: Any) -> dict[str, Any]:
    """Settings with these partners."""
    return {"partners": [{"id": f"own-{number}", "name": name, **more} for number, name in enumerate(names, 1)]}


def printed(answer: Answer) -> set[str]:
    """The lines of text on a sheet."""
    return {line for shape in answer.json()["shapes"] if shape["type"] == "text" for line in shape["lines"]}


async def test_a_sheet_comes_with_the_settings_that_are_asked_for(tmp_path: Path) -> None:
    """[WEB-30] Who is in gets a canvas's sheet in either language, drawn with the settings of now or with others."""
    async with running(tmp_path) as server:
        browser = Browser(server.address)
        made = await browser.make(templates=["partners-interests-ambition", "golden-triangle"])
        assert (await asked(browser, made, {"language": "nl"})).status == 401
        await browser.join(made, "Ann")
        few = await asked(browser, made, {"language": "nl", "settings": partners("Noord", organisation="org-1")})
        assert (few.status, few.headers["cache-control"]) == (200, "no-store")
        assert {"Noord", "Partner 2"} <= printed(few)
        more = await asked(browser, made, {"language": "en", "settings": partners("Noord", "Oost", "Zuid", "West")})
        assert {"Noord", "Oost", "Zuid", "West"} <= printed(more)
        assert "interests.partners.own-4" in {zone["id"] for zone in more.json()["layout"]["zones"]}
        wide = await asked(browser, made, {"language": "nl", "settings": {"centre": 0.8}}, "canvas-2")
        assert wide.body != (await asked(browser, made, {"language": "nl"}, "canvas-2")).body


async def test_settings_that_the_canvas_cannot_have_are_refused(tmp_path: Path) -> None:
    """[WEB-31] A sheet with settings that its template cannot have is not drawn; the sentence says what could be."""
    async with running(tmp_path) as server:
        browser = Browser(server.address)
        made = await browser.make(templates=["partners-interests-ambition", "strategic-core"])
        await browser.join(made, "Ann")
        twice = {"partners": [{"id": "own-1", "name": "Noord"}] * 2}
        for canvas, settings, status in (
            ("canvas-1", partners(*map(str, range(11))), 409),
            ("canvas-1", twice, 409),
            ("canvas-1", partners("Noord", organisation="org-9"), 409),
            ("canvas-1", {"labels": [{"key": "zone:nowhere", "text": "Hier"}]}, 409),
            ("canvas-2", partners("Noord"), 409),
            ("canvas-2", {"labels": [{"key": "zone:core", "text": "Hier"}]}, 409),
            ("canvas-2", {"center": 0.5}, 400),
            ("canvas-3", {}, 404),
        ):
            answer = await asked(browser, made, {"language": "nl", "settings": settings}, canvas)
            assert answer.status == status, (canvas, settings, answer.body)
            assert answer.json()["message"].startswith("expected ")
        assert (await asked(browser, made, {"language": "de"})).status == 400
