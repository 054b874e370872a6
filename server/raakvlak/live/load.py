"""What a client needs of a stream after hello: a snapshot, the events since the position it knows, or both."""

from collections.abc import Callable, Sequence

import msgspec

from raakvlak.canvas.events import START, Position
from raakvlak.live.line import text_frame
from raakvlak.live.sequencer import Sequencer
from raakvlak.log import Log, Stored
from raakvlak.protocol import From, Load

TAIL = 5_000
"""Events that are sent to someone who comes back; who has missed more gets a snapshot,"""
TAIL_BYTES = 16 * 1024 * 1024
"""as does who has missed more than this, of what must be read from the log."""
READ = 250
"""Events that are read at once."""

_encoder = msgspec.json.Encoder()


async def load_frames(log: Log, sequencer: Sequencer, known: From | None) -> Callable[[], bytes]:
    """A function that gives the Load frame at the very moment it is called. Raises LogError."""
    if known is None:
        return lambda: snapshot_frame(sequencer)
    if not await _is_history(log, sequencer, known.position):
        return lambda: _frame(sequencer, None, True, forked=True)
    if sequencer.position.seq - known.position.seq > TAIL:
        return lambda: _frame(sequencer, None, True)
    older: list[Stored] = []
    reached = known.position
    size = 0
    while sequencer.recent and sequencer.recent[0].position.seq > reached.seq + 1:
        read = await log.read(sequencer.name, reached, READ)
        older += read
        reached = read[-1].position
        size += sum(len(each.event) for each in read)
        if size > TAIL_BYTES:
            return lambda: _frame(sequencer, None, True)
    return lambda: _frame(sequencer, (known.position, older), not known.state)


async def _is_history(log: Log, sequencer: Sequencer, position: Position) -> bool:
    """Whether the stream has really been at this position; another worker may have taken it there."""
    if position.seq > sequencer.position.seq:
        if await log.position_at(sequencer.name, position.seq) != position:
            return False
        await sequencer.catch_up()
        if position.seq > sequencer.position.seq:
            return False
    if position in (sequencer.position, START):
        return True
    recent = sequencer.recent
    if recent and recent[0].position.seq <= position.seq:
        return recent[position.seq - recent[0].position.seq].position == position
    return await log.position_at(sequencer.name, position.seq) == position


def snapshot_frame(sequencer: Sequencer) -> bytes:
    """The stream's records as they are; made once for each position."""
    if sequencer.snapshot is None or sequencer.snapshot[0] != sequencer.position:
        sequencer.snapshot = (sequencer.position, _frame(sequencer, None, True))
    return sequencer.snapshot[1]


def _frame(
    sequencer: Sequencer, tail: tuple[Position, Sequence[Stored]] | None, snapshot: bool, forked: bool = False
) -> bytes:
    if tail and sequencer.recent and sequencer.recent[0].position.seq > _end_of(tail) + 1:
        tail, snapshot = None, True  # while the older ones were read, so much came that they do not meet any more
    load = Load(sequencer.name.name, sequencer.position, forked=forked)
    if snapshot:
        load = msgspec.structs.replace(load, snapshot=list(sequencer.state.records.values()))
    if tail is not None:
        after, older = tail
        newer = (each for each in sequencer.recent if each.position.seq > _end_of(tail))
        events = [msgspec.Raw(each.event) for each in (*older, *newer)]
        load = msgspec.structs.replace(load, after=after.seq, events=events)
    return text_frame(_encoder.encode(load))


def _end_of(tail: tuple[Position, Sequence[Stored]]) -> int:
    after, older = tail
    return older[-1].position.seq if older else after.seq
