"""The order of one stream while somebody asks for what must not harm the others."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from raakvlak.canvas.events import Patch, Put, decode_event
from raakvlak.canvas.intents import Intent, RenameWorkshop
from raakvlak.canvas.records import Fields, Person, Sticky, Workshop
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.values import MAX_TEXT, Place
from raakvlak.canvas.view import Actor, Decision, View
from raakvlak.config import Rhythm
from raakvlak.live.judge import REFUSED_WRITERS, Asked, Ruling
from raakvlak.live.sequencer import Sequencer
from raakvlak.log import StreamName
from raakvlak.log.sqlite import SqliteLog

EVE = Actor("eve", "participant", "eve-1")
FAY = Actor("fay", "facilitator", "fay-1")
NAME = StreamName("workshop", "shared")
RENAME = RenameWorkshop(title="Titel")


class Answers:
    """Hears how it went."""

    def __init__(self, expected: int) -> None:
        self.went: dict[tuple[str, int], str] = {}
        self._expected = expected
        self._done = asyncio.Event()

    def saved(self, asked: Asked, stream: str, again: bool) -> None:
        self._note(asked, "saved")

    def refused(self, asked: Asked, stream: str, refusal: Refusal) -> None:
        self._note(asked, refusal.code)

    def _note(self, asked: Asked, how: str) -> None:
        self.went[asked.actor.writer, asked.n] = how
        if len(self.went) == self._expected:
            self._done.set()

    async def all(self) -> dict[tuple[str, int], str]:
        """When all are there."""
        async with asyncio.timeout(10):
            await self._done.wait()
        return self.went


@pytest_asyncio.fixture
async def sequencer(tmp_path: Path) -> AsyncIterator[Sequencer]:
    """Of a workshop's shared stream."""
    log = SqliteLog(tmp_path)
    await log.start()
    made = Sequencer(
        name=NAME,
        log=log,
        templates={},
        rhythm=Rhythm(),
        shared=None,
        publish=lambda sequencer, before, stored: None,
        trouble=lambda stream, troubled: None,
        losing=lambda stream: None,
    )
    await ask(made, (Actor("server", "facilitator", "server-1"), 1, _begin))
    yield made
    await made.close()
    await log.close()


async def ask(sequencer: Sequencer, *wanted: tuple[Actor, int, Intent | Ruling]) -> dict[tuple[str, int], str]:
    """Ask all at once; how each went."""
    answers = Answers(len(wanted))
    for actor, n, intent in wanted:
        sequencer.ask(Asked(actor, n, intent, answers))
    return await answers.all()


def _begin(view: View) -> Decision:
    return Decision(
        (Put(Workshop(id="workshop", title="Test", language="nl")), Put(Person(id="fay", name="F", role="facilitator")))
    )


def _unreadable(view: View) -> Decision:
    note = Sticky(id="eve-1.a", canvas="one", place=Place("figure", 0, 0), author="eve", text="x" * (MAX_TEXT + 1))
    return Decision((Put(note),))


def _unfitting(view: View) -> Decision:
    return Decision((Patch("fay", Fields(name="Fie")), Patch("nobody", Fields(name="Nemo"))))


async def test_what_cannot_be_stored_harms_nobody(sequencer: Sequencer) -> None:
    """[FLOOD-40] What would make a stream unreadable is refused to its author; all others go on."""
    went = await ask(
        sequencer, (FAY, 1, RENAME), (EVE, 1, _unreadable), (EVE, 2, _unfitting), (EVE, 3, RENAME), (FAY, 2, RENAME)
    )
    assert went == {
        ("fay-1", 1): "saved",
        ("eve-1", 1): "invalid",
        ("eve-1", 2): "invalid",
        ("eve-1", 3): "not-allowed",
        ("fay-1", 2): "saved",
    }
    assert sequencer.lost is None
    assert sequencer.position.seq == 3
    assert sequencer.state.records["fay"] == Person(id="fay", name="F", role="facilitator")
    assert [decode_event(each.event).by for each in sequencer.recent] == ["server", "fay", "fay"]


async def test_refusals_of_others_are_not_forgotten(sequencer: Sequencer) -> None:
    """[FLOOD-41] However many of one person's intents are refused, what others may send next stays the same."""
    bob = Actor("bob", "participant", "bob-1")
    assert await ask(sequencer, (bob, 1, RENAME)) == {("bob-1", 1): "not-allowed"}
    writers = [Actor("eve", "participant", f"eve-{number}") for number in range(REFUSED_WRITERS * 30)]
    went = await ask(sequencer, *((writer, 1, RENAME) for writer in writers))
    assert set(went.values()) == {"not-allowed"}
    assert await ask(sequencer, (bob, 2, RENAME)) == {("bob-1", 2): "not-allowed"}
