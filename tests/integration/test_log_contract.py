"""The log's contract, on every store: what its interface promises, sentence by sentence."""

import asyncio
import random

import pytest
from integration.log_stores import SHARED, Heard, Store, add, add_anyhow, everything, opened, stored

from raakvlak.canvas.events import START, Position, next_position
from raakvlak.log import Appended, Conflict, HistoryLost, Log, StoreUnavailable, StreamName


async def test_append_gives_every_event_its_position(log: Log) -> None:
    """[LOG-1] Appended events are numbered from 1 without gaps, each with a token over all bytes up to it."""
    first = await log.append(SHARED, START, [b'{"a":1}', b'{"b":"\xc3\xa9\\n"}'])
    assert first == Appended(stored(START, b'{"a":1}', b'{"b":"\xc3\xa9\\n"}'))
    middle = first.events[-1].position
    assert await log.append(SHARED, middle, [b"{}"]) == Appended(stored(middle, b"{}"))
    assert await log.read(SHARED, START) == stored(START, b'{"a":1}', b'{"b":"\xc3\xa9\\n"}', b"{}")


async def test_append_elsewhere_than_at_the_end_is_a_conflict(log: Log) -> None:
    """[LOG-2] An append to a stream that has gone on is refused as a whole, with all that was missed, in order."""
    one = await add(log, SHARED, START, b"1")
    await add(log, SHARED, one, b"2", b"3")
    assert await log.append(SHARED, one, [b"x", b"y"]) == Conflict(stored(one, b"2", b"3"))
    assert await log.append(SHARED, START, [b"x"]) == Conflict(stored(START, b"1", b"2", b"3"))
    assert await everything(log, SHARED) == [b"1", b"2", b"3"]


async def test_a_conflict_holds_all_that_was_missed_however_much(log: Log) -> None:
    """[LOG-2] Nothing of a long tail is left out of a conflict."""
    events = [b'{"n":%d}' % n for n in range(12_000)]
    await add(log, SHARED, START, *events)
    outcome = await log.append(SHARED, START, [b"x"])
    assert isinstance(outcome, Conflict)
    assert outcome.missed == stored(START, *events)


async def test_of_appends_at_once_one_wins(log: Log) -> None:
    """[LOG-3] Of many appends after the same position exactly one happens; the others see it in their conflict."""
    outcomes = await asyncio.gather(*(log.append(SHARED, START, [b"a%d" % n, b"b%d" % n]) for n in range(40)))
    won = [outcome for outcome in outcomes if isinstance(outcome, Appended)]
    assert len(won) == 1
    assert all(outcome.missed == won[0].events for outcome in outcomes if isinstance(outcome, Conflict))
    assert await log.read(SHARED, START) == won[0].events


async def test_writers_that_go_on_after_conflicts_all_get_in_once(log: Log) -> None:
    """[LOG-3] Writers that try again after each conflict get all their events in, once, each in its own order."""

    async def write(writer: int) -> None:
        position = START
        for n in range(10):
            position = await add_anyhow(log, SHARED, position, b"%d %d" % (writer, n))

    await asyncio.gather(*(write(writer) for writer in range(8)))
    events = await everything(log, SHARED)
    for writer in range(8):
        mine = [event for event in events if event.startswith(b"%d " % writer)]
        assert mine == [b"%d %d" % (writer, n) for n in range(10)]
    assert len(events) == 80


async def test_repeating_an_append_is_safe(log: Log) -> None:
    """[LOG-4] An append that is repeated, also after others went on, is answered alike and happens once."""
    first = await log.append(SHARED, START, [b"1", b"2"])
    assert await log.append(SHARED, START, [b"1", b"2"]) == first
    await add(log, SHARED, first.events[-1].position, b"3")  # type: ignore[union-attr]
    assert await log.append(SHARED, START, [b"1", b"2"]) == first
    assert await everything(log, SHARED) == [b"1", b"2", b"3"]


async def test_an_append_repeated_at_once_happens_once(log: Log) -> None:
    """[LOG-4] The same append asked twice before either was answered happens once, and both are told so."""
    outcomes = await asyncio.gather(*(log.append(SHARED, START, [b"1", b"2"]) for _ in range(10)))
    assert outcomes == [Appended(stored(START, b"1", b"2"))] * 10
    assert await everything(log, SHARED) == [b"1", b"2"]


async def test_events_like_those_appended_are_not_taken_for_a_repetition(log: Log) -> None:
    """[LOG-4] An append is only taken as done when all its events stand there, not when some or similar ones do."""
    await add(log, SHARED, START, b"1", b"2")
    for other in ([b"1", b"3"], [b"2"], [b"1", b"2", b"3"]):
        assert await log.append(SHARED, START, other) == Conflict(stored(START, b"1", b"2"))


@pytest.mark.parametrize(
    "unknown",
    [Position(3, "0" * 64), Position(2, "0" * 64), Position(1, "0" * 64), Position(0, "0" * 64), Position(2, "")],
    ids=["after the end", "other at the end", "other in the middle", "other at the start", "no token"],
)
async def test_a_position_the_stream_never_had_is_history_lost(log: Log, unknown: Position) -> None:
    """[LOG-5] Reading or appending after a position that the stream does not hold fails as lost history."""
    await add(log, SHARED, START, b"1", b"2")
    with pytest.raises(HistoryLost):
        await log.append(SHARED, unknown, [b"x"])
    with pytest.raises(HistoryLost):
        await log.read(SHARED, unknown)
    assert await everything(log, SHARED) == [b"1", b"2"]


async def test_a_stream_that_is_gone_is_history_lost(log: Log) -> None:
    """[LOG-5] A stream that holds nothing any more is lost history to those who were further."""
    somewhere = next_position(START, b"1")
    with pytest.raises(HistoryLost):
        await log.append(SHARED, somewhere, [b"x"])
    with pytest.raises(HistoryLost):
        await log.read(SHARED, somewhere)


async def test_reading_goes_on_from_any_position_by_pages(log: Log) -> None:
    """[LOG-6] Reading gives at most so many events after the position, in order, and nothing at the end."""
    events = [b"%d" % n for n in range(25)]
    everything_stored = stored(START, *events)
    end = await add(log, SHARED, START, *events)
    assert await log.read(SHARED, START, 10) == everything_stored[:10]
    assert await log.read(SHARED, everything_stored[9].position, 10) == everything_stored[10:20]
    assert await log.read(SHARED, everything_stored[19].position, 10) == everything_stored[20:]
    assert await log.read(SHARED, end) == []
    assert await log.read(StreamName("ws-1", "nothing"), START) == []


async def test_positions_can_be_looked_up(log: Log) -> None:
    """[LOG-6] The position after any event can be looked up by its number; there is none beyond the end."""
    await add(log, SHARED, START, b"1", b"2")
    assert await log.position_at(SHARED, 0) == START
    assert [await log.position_at(SHARED, seq) for seq in (1, 2)] == [
        each.position for each in stored(START, b"1", b"2")
    ]
    assert await log.position_at(SHARED, 3) is None
    assert await log.position_at(StreamName("ws-1", "nothing"), 1) is None


async def test_streams_do_not_mix(log: Log) -> None:
    """[LOG-7] Streams of one workshop and of others hold what was appended to them, and each workshop knows its own."""
    names = [StreamName("ws-1", "shared"), StreamName("ws-1", "person:ann"), StreamName("ws-2", "shared")]
    for name in names:
        await add(log, name, START, f"{name}".encode())
    for name in names:
        assert await everything(log, name) == [f"{name}".encode()]
    assert await log.streams("ws-1") == ["person:ann", "shared"]
    assert await log.streams("ws-2") == ["shared"]
    assert await log.streams("ws-3") == []


async def test_a_refused_append_makes_no_stream(log: Log) -> None:
    """[LOG-7] A workshop to which nothing was appended does not exist."""
    with pytest.raises(HistoryLost):
        await log.append(SHARED, Position(1, "0" * 64), [b"x"])
    assert await log.streams("ws-1") == []


async def test_appending_nothing_is_a_mistake(log: Log) -> None:
    """[LOG-1] An append without events is refused with a sentence."""
    with pytest.raises(ValueError, match="expected at least one event"):
        await log.append(SHARED, START, [])


async def test_large_events_and_large_batches_come_back_as_they_were(log: Log) -> None:
    """[LOG-1] Bytes come back unchanged, also many and large ones."""
    chance = random.Random(5)
    events = [chance.randbytes(chance.choice([1, 100, 5_000, 200_000])) for _ in range(100)]
    await add(log, SHARED, START, *events)
    assert await everything(log, SHARED) == events


async def test_what_was_appended_is_there_after_opening_again(store: Store) -> None:
    """[SAVE-1] A log that is closed and opened again holds all it held, and goes on from there."""
    async with opened(store.log()) as log:
        end = await add(log, SHARED, START, b"1", b"2")
    async with opened(store.log()) as log:
        assert await everything(log, SHARED) == [b"1", b"2"]
        await add(log, SHARED, end, b"3")
        assert await everything(log, SHARED) == [b"1", b"2", b"3"]


async def test_closing_finishes_what_is_under_way(store: Store) -> None:
    """[SAVE-1] What was being appended when the log is closed is appended, and answered."""
    async with opened(store.log()) as log:
        streams = [StreamName("ws-1", f"person:{n}") for n in range(300)]
        appends = [asyncio.create_task(log.append(stream, START, [b"1"])) for stream in streams]
        await asyncio.sleep(0)  # each has begun
    outcomes = await asyncio.gather(*appends)
    assert outcomes == [Appended(stored(START, b"1"))] * 300
    async with opened(store.log()) as log:
        assert len(await log.streams("ws-1")) == 300


async def test_a_closed_log_cannot_be_used(store: Store) -> None:
    """[LOG-8] A log that is closed, or was never opened, says so."""
    never = store.log()
    async with opened(store.log()) as closed:
        pass
    for log in (never, closed):
        with pytest.raises(StoreUnavailable, match="closed"):
            await log.append(SHARED, START, [b"1"])
        with pytest.raises(StoreUnavailable, match="closed"):
            await log.read(SHARED, START)
    await never.close()


async def test_a_caller_that_stops_waiting_harms_nobody(log: Log) -> None:
    """[LOG-8] An append whose caller was cancelled leaves the log whole: it happened, or it did not."""
    task = asyncio.create_task(log.append(SHARED, START, [b"1"]))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await add_anyhow(log, SHARED, START, b"2")
    assert await everything(log, SHARED) in ([b"2"], [b"1", b"2"])


async def test_a_log_does_not_hear_itself(log: Log) -> None:
    """[LOG-9] What a log appends and says is not told to its own listeners."""
    heard = Heard()
    subscription = await log.follow("ws-1", heard)
    await add(log, SHARED, START, b"1")
    await log.say("ws-1", b"hello")
    await subscription.close()
    await subscription.close()
    assert (heard.appends, heard.messages, heard.gaps) == ([], [], 0)


async def test_rewriting_puts_other_events_in_place_of_all(store: Store, log: Log) -> None:
    """[LOG-12] Rewriting replaces all events at once, if the stream ends where one thinks, and can be repeated."""
    end = await add(log, SHARED, START, b"secret 1", b"2", b"secret 3")
    other = StreamName("ws-1", "person:ann")
    await add(log, other, START, b"theirs")
    instead = stored(START, b"1", b"2", b"3")
    assert await log.rewrite(SHARED, START, [b"x", b"y", b"z"]) is None
    assert await log.rewrite(SHARED, end, [b"1", b"2", b"3"]) == instead[-1].position
    assert await log.rewrite(SHARED, end, [b"1", b"2", b"3"]) == instead[-1].position
    assert await log.read(SHARED, START) == instead
    assert await everything(log, other) == [b"theirs"]
    with pytest.raises(HistoryLost):
        await log.append(SHARED, end, [b"4"])
    last = await add(log, SHARED, instead[-1].position, b"4")
    assert await log.rewrite(SHARED, end, [b"1", b"2", b"3"]) is None
    await log.close()
    async with opened(store.log()) as again:
        assert await again.position_at(SHARED, 4) == last


async def test_a_log_knows_its_workshops(log: Log) -> None:
    """[LOG-13] A log lists the workshops that it holds streams of, each once."""
    assert await log.workshops() == []
    for name in (("b", "shared"), ("a", "shared"), ("b", "person:ann")):
        await add(log, StreamName(*name), START, b"1")
    assert await log.workshops() == ["a", "b"]
