"""Where people are, as a page of a test has heard it."""

from typing import Any

from integration.harness import Page

HERE = {"type": "here", "canvas": "canvas-1"}


def heard_of(page: Page, writer: str) -> list[dict[str, Any] | None]:
    """All that the page heard of where this writer is; None for gone."""
    entries = [entry for m in page.heard if m["type"] == "presence" for entry in m["people"]]
    return [entry.get("here") for entry in entries if entry["writer"] == writer]


def last_of(page: Page, writer: str) -> Any:
    """What the page heard last of a writer: a `here`, None for gone, or "nothing" so far."""
    heard = heard_of(page, writer)
    return heard[-1] if heard else "nothing"


async def until_last(page: Page, writer: str, **wanted: Any) -> dict[str, Any]:
    """Wait until the page has heard that the writer is there, in this way."""

    def there() -> bool:
        last = last_of(page, writer)
        return isinstance(last, dict) and all(last.get(name) == value for name, value in wanted.items())

    await page.until(there)
    last: dict[str, Any] = last_of(page, writer)
    return last
