"""What facilitators and others do while a session is led, in tests: steps, drafts, reveals, votes, people."""

import contextlib
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

from integration.harness import Browser, Page, running, sticky
from integration.stage import Stage, history

from raakvlak.canvas.kinds import Mode

CANVAS = "canvas-1"
PLACE = {"frame": "figure", "u": 0.25, "v": 0.75}


def own(page: Page) -> str:
    """The name of a person's own stream."""
    return f"person:{page.person}"


async def do(page: Page, intent: dict[str, Any], stream: str = "shared") -> dict[str, Any]:
    """Ask for it, and wait until it is saved; the event."""
    return await page.saved(await page.ask(intent, stream), stream)


async def refusal(page: Page, intent: dict[str, Any], stream: str = "shared") -> str:
    """Ask for it, and wait until it is refused; the code."""
    return str((await page.refused(await page.ask(intent, stream), stream))["code"])


def answer_to(page: Page, n: int, stream: str = "shared") -> str | None:
    """What was heard of an intent: "saved", or the code with which it was refused; None for nothing so far."""
    for message in page.heard:
        if message.get("stream") != stream:
            continue
        if message["type"] in ("saved", "refused") and (message["writer"], message["n"]) == (page.writer, n):
            return str(message.get("code", "saved"))
        if any(event["intent"] == {"writer": page.writer, "n": n} for event in message.get("events") or []):
            return "saved"
    return None


async def outcome(page: Page, n: int, stream: str = "shared") -> str:
    """What comes of an intent."""
    await page.until(lambda: answer_to(page, n, stream) is not None)
    return answer_to(page, n, stream) or ""


# --- steps ------------------------------------------------------------------------------------------------------------


async def plan(page: Page, mode: Mode, **more: Any) -> str:
    """One more step of the agenda; its id."""
    step = f"{page.writer}.{mode}-{len(page.raw)}"
    titled = {"mode": mode, "title": {"en": mode}, "prompt": {"en": f"Now: {mode}"}, "minutes": 5, "canvas": CANVAS}
    await do(page, {"type": "step.add", "id": step, "plan": {**titled, **more}, "after": None})
    return step


async def enter(page: Page, step: str | None, **more: Any) -> dict[str, Any]:
    """The step is under way; the event."""
    return await do(page, {"type": "step.enter", "id": step, **more})


async def begin(page: Page, mode: Mode, **more: Any) -> str:
    """A step of this mode is planned and entered; its id."""
    step = await plan(page, mode, **more)
    await enter(page, step)
    return step


async def until_entered(step: str | None, *pages: Page) -> None:
    """Wait until all of them have heard that the step is under way."""
    for page in pages:
        await page.hear(lambda m: any(_sets_step(change, step) for change in changes_of(m)))


def _sets_step(change: dict[str, Any], step: str | None) -> bool:
    patched = change["do"] == "patch" and change["id"] == "workshop" and "step" in change["set"]
    return bool(patched and change["set"]["step"] == step)


# --- what was heard ---------------------------------------------------------------------------------------------------


def changes_of(message: dict[str, Any], stream: str = "shared") -> list[dict[str, Any]]:
    """The changes in a message's events."""
    if message["type"] not in ("events", "load") or message["stream"] != stream:
        return []
    return [change for event in message.get("events") or [] for change in event["changes"]]


def known(page: Page, stream: str = "shared") -> dict[str, dict[str, Any]]:
    """The records of a stream as this page has heard of them."""
    records: dict[str, dict[str, Any]] = {}
    for message in page.heard:
        if message["type"] == "load" and message["stream"] == stream and message.get("snapshot") is not None:
            records = {record["id"]: record for record in message["snapshot"]}
        else:
            fold(records, changes_of(message, stream))
    return records


def fold(records: dict[str, dict[str, Any]], changes: Sequence[dict[str, Any]]) -> None:
    """Let changes happen to records."""
    for change in changes:
        if change["do"] == "put":
            records[change["record"]["id"]] = change["record"]
        elif change["do"] == "patch":
            records[change["id"]] = {**records[change["id"]], **change["set"]}
        elif change["do"] == "remove":
            records.pop(change["id"], None)
        else:
            text = records[change["id"]].get("text", "")
            for splice in reversed(change["edit"]):
                text = text[: splice["at"]] + splice.get("insert", "") + text[splice["at"] + splice.get("remove", 0) :]
            records[change["id"]] = {**records[change["id"]], "text": text}


def of_kind(page: Page, kind: str, stream: str = "shared") -> list[dict[str, Any]]:
    """The records of one kind that this page knows."""
    return [record for record in known(page, stream).values() if record["kind"] == kind]


def texts(page: Page, stream: str = "shared") -> list[str]:
    """The texts of the notes that this page knows, in order of the alphabet."""
    return sorted(record.get("text", "") for record in of_kind(page, "sticky", stream))


def tallies(page: Page) -> list[dict[str, Any]]:
    """All tallies that this page has heard."""
    return [message for message in page.heard if message["type"] == "tally"]


async def until_tally(page: Page, **wanted: Any) -> dict[str, Any]:
    """Wait until the last tally is like this."""

    def there() -> bool:
        heard = tallies(page)
        return bool(heard) and all(heard[-1].get(name) == value for name, value in wanted.items())

    await page.until(there)
    return tallies(page)[-1]


# --- drafts -----------------------------------------------------------------------------------------------------------


async def draft(page: Page, text: str, name: str | None = None) -> str:
    """A note in one's own stream, saved; its id there."""
    return await page.note(text, name, own(page))


async def ready(page: Page, step: str, is_ready: bool = True) -> None:
    """Say that one is ready."""
    await do(page, {"type": "ready.set", "step": step, "ready": is_ready}, own(page))


async def until_shown(page: Page, *wanted: str) -> None:
    """Wait until the page knows shared notes with these texts."""
    await page.until(lambda: set(wanted) <= set(texts(page)))


def reveals(events: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those of the events that showed something."""
    return [event for event in events if event.get("revealed")]


async def shown_once(page: Page) -> list[str]:
    """The texts that reveals have ever shown in the shared stream, checked to have each id once."""
    records = [
        change["record"]
        for event in reveals(await history(page))
        for change in event["changes"]
        if change["do"] == "put" and change["record"]["kind"] == "sticky"
    ]
    ids = [record["id"] for record in records]
    assert len(set(ids)) == len(ids), f"expected everything to be shown once, but got {ids}"
    return sorted(record.get("text", "") for record in records)


# --- other servers ----------------------------------------------------------------------------------------------------


def at(browser: Browser, stage: Stage) -> Browser:
    """The same browser at another server."""
    other = Browser(stage.server.address)
    other.cookies = browser.cookies
    return other


async def page_at(stage: Stage, page: Page) -> Page:
    """A new page load of the same person at another server."""
    return await stage.page_of(at(page.browser, stage), page.person)


@contextlib.asynccontextmanager
async def started_again(folder: Path, before: Stage, **settings: Any) -> AsyncIterator[Stage]:
    """A server on the same data, with the workshop that another one had."""
    async with running(folder, **settings) as server:
        stage = Stage(server, before.made)
        try:
            yield stage
        finally:
            await stage.clear()
    assert server.errors == []


def note(item: str, text: str = "") -> dict[str, Any]:
    """The intent that puts a note where nothing else lies."""
    intent = sticky(item, text)
    intent["items"][0]["place"] = PLACE
    return intent
