"""What is no message of ours, and what is one but cannot happen: refused with a sentence, harming nobody."""

import json
from pathlib import Path
from typing import Any

import pytest
from integration.harness import Page, sticky
from integration.stage import history, records_of, staged

from raakvlak.config import Limits
from raakvlak.protocol import VERSION, Close

LIMIT = Limits().message_bytes
HUGE = "9" * 4_000
DEEP = 100_000


def ask(page: Page, **changes: Any) -> dict[str, Any]:
    """A good intent of this page, with some fields changed."""
    good = {"type": "ask", "stream": "shared", "writer": page.writer, "n": 1, "intent": sticky(f"{page.writer}.1")}
    return {**good, **changes}


def broken_messages(page: Page) -> dict[str, str]:
    """Messages from which not even a number can be read, by what is wrong with them."""
    good = ask(page)
    without_n = {name: value for name, value in good.items() if name != "n"}
    return {
        "nothing": "",
        "not JSON": "hello",
        "half": json.dumps(good)[:-1],
        "two": json.dumps(good) * 2,
        "a list": "[]",
        "null": "null",
        "a number": "4",
        "a type that is none": json.dumps({**good, "type": "say"}),
        "no type": json.dumps({"stream": "shared"}),
        "hello again": json.dumps({"type": "hello", "v": VERSION, "person": page.person}),
        "no number": json.dumps(without_n),
        "number 0": json.dumps(ask(page, n=0)),
        "a negative number": json.dumps(ask(page, n=-1)),
        "a number beyond 2^53": json.dumps(ask(page, n=2**53)),
        "a number of 4,000 digits": json.dumps(good).replace('"n": 1', f'"n": {HUGE}'),
        "half a number": json.dumps(ask(page, n=1.5)),
        "a number in words": json.dumps(ask(page, n="1")),
        "a newline after the writer": json.dumps(ask(page, writer=f"{page.writer}\n")),
        "a newline after the stream": json.dumps(ask(page, stream="shared\n")),
        "a stream that is none": json.dumps(ask(page, stream="everything")),
        "another person's writer": json.dumps(ask(page, writer="0000000000-ab")),
        "not a number": json.dumps(good).replace("0.5", "NaN"),
        "half a pair": json.dumps(ask(page, intent=sticky(f"{page.writer}.1", "\ud800"))),
        "the other half": json.dumps(ask(page, intent=sticky(f"{page.writer}.1", "\udc00 \ud800"))),
        "nested too deeply": '{"type":"ask","intent":' + "[" * DEEP + "]" * DEEP + "}",
        "nested and open": "[" * DEEP,
        "presence with an unknown field": json.dumps({"type": "here", "mood": "fine"}),
        "presence far away": json.dumps({"type": "here", "x": 1e9, "y": 0}),
        "presence at infinity": '{"type":"here","x":1e400,"y":0}',
        "presence with too much in hand": json.dumps({"type": "here", "drag": [["a", 0, 0]] * 501}),
    }


async def test_what_is_no_message_ends_the_line(tmp_path: Path) -> None:
    """[WEB-20] A message that is none of ours ends its connection with a sentence, and only that one."""
    async with staged(tmp_path) as stage:
        other = await stage.page("Bob")
        page = await stage.page("Ann")
        for what, message in broken_messages(page).items():
            await page.say(message)
            code, reason = await page.until_closed()
            assert (code, reason[:8]) == (Close.INVALID, "expected"), what
            await page.close()
            await page.open({"writer": page.writer})
        await other.note("still here")
        assert len(await history(other)) == 4  # the workshop, two people, one note


async def test_bytes_end_the_line(tmp_path: Path) -> None:
    """[WEB-20] A binary message ends its connection with a sentence; text that is not UTF-8 ends it too."""
    async with staged(tmp_path) as stage:
        page = await stage.page()
        await page.line.send(b'{"type":"here"}')
        assert await page.until_closed() == (Close.INVALID, "expected text, but got bytes")
        page = await stage.page()
        await page.line.send(b'{"type":"here","typing":"\xff"}', text=True)
        code, _ = await page.until_closed()
        assert code == 1007


async def test_large_messages(tmp_path: Path) -> None:
    """[WEB-21] A message of 256 KiB is read, a larger one ends its connection with close code 1009."""
    async with staged(tmp_path) as stage:
        page = await stage.page()
        await page.say(json.dumps(ask(page)).ljust(LIMIT))
        await page.saved(1)
        await page.say(json.dumps(ask(page, n=2)).ljust(LIMIT + 1))
        code, _ = await page.until_closed()
        assert code == 1009


def invalid_intents(page: Page) -> dict[str, Any]:
    """Intents that the protocol does not know, by what is wrong with them."""
    create = sticky(f"{page.writer}.x")
    (item,) = create["items"]
    moved = {"id": item["id"], "place": item["place"]}

    def created(**changes: Any) -> dict[str, Any]:
        return {**create, "items": [{**item, **changes}]}

    def placed(**changes: Any) -> dict[str, Any]:
        return created(place={**item["place"], **changes})

    def edited(**changes: Any) -> dict[str, Any]:
        return {"type": "text.edit", "id": item["id"], "edit": [{"at": 0, "insert": "x"}], "seen": 1, **changes}

    def settings(**changes: Any) -> dict[str, Any]:
        return {"type": "canvas.set", "id": "canvas-1", "settings": changes}

    return {
        "nothing": None,
        "text": "undo",
        "no type": {},
        "an unknown type": {"type": "item.burn", "ids": [item["id"]]},
        "an unknown field": {**create, "hurry": True},
        "an unknown field in an item": created(colour="red"),
        "a kind that is none": created(kind="cannon"),
        "a text that is a number": created(text=4),
        "a text that is too long": created(text="x" * 10_001),
        "no items": {**create, "items": []},
        "501 items": {**create, "items": [item] * 501},
        "u = 9": placed(u=9),
        "v = -5": placed(v=-5.0),
        "u in words": placed(u="0.5"),
        "a width of 0": created(width=0),
        "a width with a fraction": created(width=100.5),
        "a height beyond 2^53": created(z=2**53),
        "a newline after the id": created(id=item["id"] + "\n"),
        "a newline after the canvas": created(canvas="canvas-1\n"),
        "an id with a space": created(id=f"{page.writer}.a b"),
        "an id with é": created(id=f"{page.writer}.é"),
        "a long id": created(id=f"{page.writer}." + "x" * 100),
        "a negative moment": edited(seen=-1),
        "no edit": edited(edit=[]),
        "101 splices": edited(edit=[{"at": 2 * number, "insert": "x"} for number in range(101)]),
        "a negative place": edited(edit=[{"at": -1, "insert": "x"}]),
        "a place beyond 2^53": edited(edit=[{"at": 2**53, "insert": "x"}]),
        "a path of 65 points": {"type": "item.move", "moves": [moved], "path": [[0, 0, 0]] * 65},
        "a path of pairs": {"type": "item.move", "moves": [moved], "path": [[0, 0]]},
        "a role that is none": {"type": "invite.renew", "role": "king"},
        "a tone that is too long": created(tone="x" * 61),
        "a tone with a space": {"type": "sticky.tone", "id": item["id"], "tone": "very well"},
        "an arrow from nowhere": created(kind="connector", end=item["id"]),
        "an arrow of no thickness": {"type": "connector.set", "id": "a", "start": "a", "end": "b", "strength": 0},
        "an arrow that is too thick": {"type": "connector.set", "id": "a", "start": "a", "end": "b", "strength": 4},
        "a card that is none": created(kind="card"),
        "a token of no name": created(kind="participant-token", person=page.person, which="a.b"),
        "a score of 6": {"type": "score.set", "zone": "goal", "value": 6},
        "a score of 0": {"type": "score.group", "canvas": "canvas-1", "zone": "goal", "value": 0},
        "a scale that is none": {"type": "score.set", "zone": "goal", "value": 1, "scale": "stars"},
        "an aspect that is too long": {"type": "score.set", "zone": "goal", "value": 1, "aspect": "x" * 61},
        "21 partners": settings(partners=[{"id": f"e{number}", "name": "E"} for number in range(21)]),
        "a partner without a name": settings(partners=[{"id": "e", "name": ""}]),
        "a partner with a dot": settings(partners=[{"id": "e.f", "name": "E"}]),
        "a label of nothing": settings(labels=[{"key": "sheet", "text": "x"}]),
        "a label that is too long": settings(labels=[{"key": "zone:goal", "text": "x" * 201}]),
        "an empty name": {"type": "workshop.rename", "title": ""},
        "somewhat nested": {"type": "undo", "why": json.loads("[" * 200 + "]" * 200)},
    }


IMPOSSIBLE = {
    "1e400": ('"u": 0.5', '"u": 1e400'),
    "-1e400": ('"u": 0.5', '"u": -1e400'),
    "4,000 digits": ('"u": 0.5', f'"u": {HUGE}'),
    "4,000 digits of height": ('"author"', f'"z": {HUGE}, "author"'),
}
"""Numbers that JSON in Python cannot write: what to replace in a good message by what."""


async def test_an_invalid_intent_costs_only_itself(tmp_path: Path) -> None:
    """[WEB-22] An intent that is not valid is refused by its number with a sentence, and the next number works."""
    async with staged(tmp_path) as stage:
        page = await stage.page("Ann", "facilitator")
        for what, intent in invalid_intents(page).items():
            refused = await page.refused(await page.ask(intent))
            assert (refused["code"], refused["message"][:8]) == ("invalid", "expected"), what
        n = len(invalid_intents(page))
        for what, (good, bad) in IMPOSSIBLE.items():
            n += 1
            text = json.dumps(ask(page, n=n, intent=sticky(f"{page.writer}.x")))
            assert good in text, what
            await page.say(text.replace(good, bad))
            refused = await page.refused(n)
            assert (refused["code"], refused["message"][:8]) == ("invalid", "expected"), what
        await page.ask(sticky(f"{page.writer}.x"), n=n + 1)
        await page.saved(n + 1)
        assert [event["intent"]["n"] for event in await history(page)][2:] == [n + 1]


TEXTS = {
    "10,000 letters": "x" * 10_000,
    "10,000 emoji": "😀" * 10_000,
    "a family and a flag": "👩‍👩‍👧‍👦 🏳️‍🌈 🇳🇱",
    "right to left": "שלום עולם — مرحبا بالعالم",
    "marks": "e\u0301 \u200f\u202e\u2066 \u0000 \u2028 \ufffd \ufeff",
    "markup": "<script>alert(1)</script> & \" ' \\ \\ud800",
}


@pytest.mark.parametrize("what", TEXTS)
async def test_any_text_comes_back_as_it_was(tmp_path: Path, what: str) -> None:
    """[TEXT-20] Whatever Unicode text is written, 10,000 code points of it at most, all others get just that text."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        bob = await stage.page("Bob")
        item = await ann.note(TEXTS[what])
        event = await bob.saved(1, writer=ann.writer)
        assert event["changes"][0]["record"]["text"] == TEXTS[what]
        cas = await stage.page("Cas")
        assert records_of(await cas.load())[item]["text"] == TEXTS[what]


async def test_places_in_a_text_are_code_points(tmp_path: Path) -> None:
    """[TEXT-21] Places in a text count code points, an emoji being one; an edit past the end is refused."""
    async with staged(tmp_path) as stage:
        page = await stage.page()
        item = await page.note("a😀b")
        seen = (await page.load())["position"]["seq"] + 1
        edit = {"type": "text.edit", "id": item, "edit": [{"at": 2, "insert": "😎"}], "seen": seen}
        await page.saved(await page.ask(edit))
        refused = await page.refused(await page.ask({**edit, "edit": [{"at": 5, "insert": "!"}], "seen": seen}))
        assert refused["code"] == "wrong-text"
        other = await stage.page("Bob")
        assert records_of(await other.load())[item]["text"] == "a😀😎b"


async def test_a_late_edit_lands_in_the_deleted_note(tmp_path: Path) -> None:
    """[TEXT-22] What is typed into a note that was deleted meanwhile is saved in it, and there when it is restored."""
    async with staged(tmp_path) as stage:
        ann = await stage.page("Ann")
        bob = await stage.page("Bob")
        item = await ann.note("one")
        await bob.saved(1, writer=ann.writer)
        seen = bob.heard[-1]["position"]["seq"]
        await ann.saved(await ann.ask({"type": "item.delete", "ids": [item]}))
        late = {"type": "text.edit", "id": item, "edit": [{"at": 3, "insert": " two"}], "seen": seen}
        await bob.saved(await bob.ask(late))
        await ann.saved(await ann.ask({"type": "item.restore", "ids": [item]}))
        cas = await stage.page("Cas")
        record = records_of(await cas.load())[item]
        assert (record["text"], record.get("deleted")) == ("one two", None)
