"""Every canvas of the workbook in a real browser: filled, led through its steps, and measured."""

from collections.abc import Callable
from typing import Any

import pytest
from browser.conftest import Servers
from browser.every_canvas import EXPECTED, Rows
from browser.filling import Filling
from browser.people import Someone
from playwright.sync_api import Browser

from raakvlak.canvases import templates

IDS = sorted(EXPECTED)
ALWAYS = ("collaboration-lens", "market-hierarchy-spectrum", "see-and-feel", "trust-for-dialogue", "trust-vigilance")
"""These are tried with every change, one of each family of figures; the others in a soak, for they take minutes."""
CANVASES = [pytest.param(each, marks=[] if each in ALWAYS else [pytest.mark.soak]) for each in IDS]


def rows_of(result: dict[str, Any]) -> Rows:
    """By what somebody wrote or is called, else by id."""
    return {
        row["label"] if isinstance(row["label"], str) else row["id"]: tuple(row["numbers"]) for row in result["rows"]
    }


def near(expected: Rows, result: dict[str, Any]) -> Any:
    """Where tokens lie as exact as a pointer puts them; all else, how many placed one included, but for rounding."""
    columns = [column["id"] for column in result["columns"]]
    placed = result["measure"] == "positions"
    within = [0.6 if placed and column != "count" else 1e-6 for column in columns]
    return {
        name: tuple(pytest.approx(number, abs=off) for number, off in zip(row, within, strict=True))
        for name, row in expected.items()
    }


@pytest.mark.parametrize("canvas", CANVASES)
def test_every_canvas(canvas: str, chromium: Browser, stores: Callable[[str], Servers]) -> None:
    """[WB-1]"""
    noor = Someone(chromium, ("nl", "en")[IDS.index(canvas) % 2], width=1366, height=860)
    try:
        filling = Filling(stores("sqlite").addresses[0], templates()[canvas], noor)
        filling.open()
        filling.fill()
        filling.run()
        found = filling.report()["results"]
    finally:
        noor.context.close()
    assert noor.troubles == []
    expected = [near(rows, result) for rows, result in zip(EXPECTED[canvas], found, strict=True)]
    assert [rows_of(result) for result in found] == expected
