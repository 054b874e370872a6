"""Templates of somebody's own on a running server: checked, made into a workshop, and kept by it."""

import contextlib
import json
from pathlib import Path
from typing import Any

from integration.harness import Browser, Page, running
from msgspec.structs import replace

from raakvlak.canvas.checking import MAX_TEMPLATE
from raakvlak.canvas.words import Words
from raakvlak.canvases import templates
from raakvlak.config import Limits
from raakvlak.new_template import new_template
from raakvlak.template_schema import schema_text

OWN = new_template("own")
DOCUMENT = Path(__file__).parents[2] / "docs" / "templates.md"


def printed(sheet: Any) -> set[str]:
    """The lines of text on a sheet."""
    return {line for shape in sheet["shapes"] if shape["type"] == "text" for line in shape["lines"]}


async def test_an_own_template_is_a_canvas_at_once(tmp_path: Path) -> None:
    """[TPL-20] A workshop is made of templates that the server does not have, beside those it has, at once."""
    async with running(tmp_path) as server:
        ann = Browser(server.address)
        made = await ann.make(templates=["own", "golden-triangle"], own=[OWN])
        person = await ann.join(made, "Ann", "facilitator")
        page = await Page(ann, made["id"], person).open()
        records = (await page.load())["snapshot"]
        await page.close()
        canvases = {each["id"]: each["template"]["id"] for each in records if each["kind"] == "canvas"}
        assert canvases == {"canvas-1": "own", "canvas-2": "golden-triangle"}
        assert [each["mode"] for each in records if each["kind"] == "step" and each["canvas"] == "canvas-1"] == [
            *("intro", "write", "reveal", "discuss", "vote", "conclude"),
        ]
        sheet = await ann.request("POST", f"/w/{made['id']}/sheet/canvas-1", {"language": "en"})
        assert {"Opportunities and effort", "Do now"} <= printed(sheet.json())
        assert (await ann.request("GET", "/api/templates")).body.find(b'"own"') == -1
    assert server.errors == []


async def test_an_own_template_with_a_fault_makes_no_workshop(tmp_path: Path) -> None:
    """[TPL-21] What does not pass the check makes no workshop: the sentence says where and why."""
    async with running(tmp_path) as server:
        ann = Browser(server.address)
        wanted = {"title": "Eigen", "language": "nl", "templates": ["own"]}
        wrong = OWN.replace('"zone": "perhaps"', '"zone": "perhabs"')
        line = wrong[: wrong.index("perhabs")].count("\n") + 1
        for own, status, said in (
            ([wrong], 400, f"line {line}, figure.parts[1].regions[perhabs].zone: expected a zone of this template"),
            (
                [new_template("golden-triangle")],
                400,
                'id: expected an id of its own, but "golden-triangle" is a canvas of',
            ),
            ([new_template("other")], 400, "expected one of the templates, but got 'own'"),
            ([], 400, "expected one of the templates, but got 'own'"),
            (["{"], 400, "line 1: expected an end to the { of this line"),
            ([f"{' ' * MAX_TEMPLATE}{OWN}"], 400, "the file: expected at most 256 KB"),
            ([" " * 1_100_000], 413, "expected at most 1048576 bytes"),
            ([OWN] * 21, 400, "expected a valid body"),
            ([OWN, OWN], 400, "expected one file with the id 'own'"),
        ):
            answer = await ann.request("POST", "/api/workshops", {**wanted, "own": own})
            assert (answer.status, answer.json()["message"][: len(said)]) == (status, said)
        large = json.loads(OWN)
        large["provenance"] = [{"kind": "found", "what": {"nl": "x" * 1_900, "en": "x" * 1_900}}] * 20
        answer = await ann.request(
            "POST", "/api/workshops", {**wanted, "own": [json.dumps(large)], "templates": ["own"] * 40}
        )
        assert (answer.status, answer.json()["error"]) == (413, "too-long")
    assert server.errors == []


async def test_a_template_is_checked_over_http(tmp_path: Path) -> None:
    """[TPL-22] A file is checked without making anything: a card with pictures, or all faults in both languages."""
    async with running(tmp_path) as server:
        ann = Browser(server.address)
        good = (await ann.request("POST", "/api/templates/check", {"content": OWN})).json()
        assert (good["card"]["id"], good["card"]["minutes"], good["faults"]) == ("own", 28, [])
        assert {(each["language"], each["theme"]) for each in good["pictures"]} == {
            *(("nl", "light"), ("nl", "dark"), ("en", "light"), ("en", "dark")),
        }
        assert all("Kansen en inspanning" in each["svg"] for each in good["pictures"] if each["language"] == "nl")
        wrong = OWN.replace('"theme"', '"teme"')
        line = wrong[: wrong.index('"teme"')].count("\n") + 1
        bad = (await ann.request("POST", "/api/templates/check", {"content": wrong})).json()
        assert (bad["card"], bad["pictures"]) == (None, [])
        assert bad["faults"][1] == {
            "line": line,
            "field": "teme",
            "said": {
                "nl": 'het veld "teme" bestaat hier niet; bedoelde je "theme"?',
                "en": 'there is no field "teme" here; did you mean "theme"?',
            },
        }
        taken = await ann.request("POST", "/api/templates/check", {"content": new_template("strategic-core")})
        assert [each["field"] for each in taken.json()["faults"]] == ["id"]
        # A line that is cut while it still sends may not hear why; the server goes on either way.
        with contextlib.suppress(OSError):
            huge = await ann.request("POST", "/api/templates/check", {"content": " " * 10_000_000})
            assert (huge.status, huge.json()["error"]) == (413, "too-long")
        assert (await ann.request("POST", "/api/templates/check", {"content": OWN})).status == 200
    assert server.errors == []


async def test_who_may_make_workshops_may_upload(tmp_path: Path) -> None:
    """[TPL-23] Checking an own template takes the code that making a workshop takes; so many are checked a minute."""
    async with running(tmp_path, create_code="open sesame", limits=Limits(checks_per_minute=2)) as server:
        ann = Browser(server.address)

        async def status(**code: str) -> int:
            return (await ann.request("POST", "/api/templates/check", {"content": OWN, **code})).status

        assert [await status(), await status(code="wrong")] == [403, 403]
        codes = [await status(code="open sesame") for _ in range(3)]
        assert codes == [200, 200, 429]
        wanted = {"title": "T", "language": "nl", "organisations": ["A"], "templates": ["own"], "code": "open sesame"}
        assert (await ann.request("POST", "/api/workshops", {**wanted, "own": [OWN]})).status == 429


async def test_the_server_has_all_that_a_writer_needs(tmp_path: Path) -> None:
    """[TPL-24] Whoever writes a canvas gets the document, the example, and the schema for an editor from the server."""
    async with running(tmp_path) as server:
        ann = Browser(server.address)
        for path, kind, text in (
            ("/template.schema.json", "application/schema+json", schema_text()),
            ("/template.example.json", "application/json", new_template("my-canvas")),
            ("/templates.md", "text/plain; charset=utf-8", DOCUMENT.read_text(encoding="utf-8")),
        ):
            answer = await ann.request("GET", path)
            assert (answer.status, answer.headers["content-type"], answer.body.decode()) == (200, kind, text)


async def test_a_workshop_keeps_its_version_of_a_template(tmp_path: Path) -> None:
    """[TPL-25] A template that is changed, or gone, is still what it was in the workshops that were made of it."""
    async with running(tmp_path) as server:
        ann = Browser(server.address)
        made = await ann.make(templates=["trust-vigilance", "own"], own=[OWN])
        person = await ann.join(made, "Ann")
        before = [await _sheet(ann, made["id"], canvas) for canvas in ("canvas-1", "canvas-2")]
    old = templates()["trust-vigilance"]
    changed = replace(old, version=old.version + 1, title=Words("Anders", "Other"), zones=())
    for known in ({"trust-vigilance": changed}, {}):
        async with running(tmp_path, known=known) as server:
            later = Browser(server.address)
            later.cookies = ann.cookies
            assert [await _sheet(later, made["id"], canvas) for canvas in ("canvas-1", "canvas-2")] == before
            page = await Page(later, made["id"], person).open()
            await page.note("Nog hier")
            await page.close()
        assert server.errors == []


async def _sheet(browser: Browser, workshop: str, canvas: str) -> Any:
    answer = await browser.request("POST", f"/w/{workshop}/sheet/{canvas}", {"language": "nl"})
    assert answer.status == 200, answer.body
    return answer.json()
