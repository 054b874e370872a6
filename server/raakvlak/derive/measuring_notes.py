"""Measures of notes: how many where, what is empty, what several share, who starts where, what the centre covers."""

from collections.abc import Callable, Sequence

from raakvlak.canvas.layout import Axes
from raakvlak.canvas.measures import Coverage, Notes, Shared, Starts
from raakvlak.canvas.template import Axis
from raakvlak.canvas.words import Words
from raakvlak.derive.measuring_board import Board, Fact, Heap
from raakvlak.derive.measuring_counts import COUNTED, by_track, count_and_share, marked
from raakvlak.derive.measuring_facts import Lying
from raakvlak.derive.measuring_results import (
    COUNT,
    COVERED,
    ORGANISATIONS,
    SHARE,
    Label,
    Mark,
    Number,
    Result,
    Row,
    of_each,
)

BETWEEN = Words("Ertussenin", "In between")
BESIDE = Words("Zonder plaats op de figuur", "Without a place on the figure")
THIRDS = (100 / 3, 200 / 3)


def notes(measure: Notes, board: Board) -> Result:
    """How many there are, and their share of all; or, with several columns, how many in each."""
    zones = board.zones(measure.zones, measure.kind)
    lying = board.lying(zones, measure.kind)
    if measure.by == "tone":
        tones = board.canvas.template.tones
        named: list[tuple[str, Label | None]] = [(tone.id, tone.label) for tone in tones]
        return _table(measure, board, board.heaps(zones, lying), named, lambda note: note.tone)
    if measure.by == "grid":
        own = {zone.id: board.label(zone) for zone in zones}
        heaps: dict[str, Heap[Lying]] = {}
        for zone, heap in zip(zones, board.heaps(zones, lying), strict=True):
            grid, label = board.grid_of(zone)
            before = heaps[grid].facts if grid in heaps else ()
            heaps[grid] = Heap(grid, label, [*before, *heap.facts])
        labels = list(dict.fromkeys(own.values()))
        columns: list[tuple[str, Label | None]] = [(label.en, label) for label in labels]
        return _table(measure, board, list(heaps.values()), columns, lambda note: _first(own, note).en)
    if measure.by == "axis":
        found = _by_axis(board, lying)
    else:
        found = by_track(board, zones, board.heaps(zones, lying), measure.by)
    rows, hidden = board.rows(found, count_and_share)
    return Result("notes", measure.label, COUNTED, tuple(marked(rows)), hidden)


def _table(
    measure: Notes,
    board: Board,
    heaps: Sequence[Heap[Lying]],
    named: Sequence[tuple[str, Label | None]],
    which: Callable[[Lying], str],
) -> Result:
    """A row for each heap, a column for each of `named`: `which` says of a note to which it belongs."""

    def numbers(facts: Sequence[Lying], whole: Sequence[Lying]) -> tuple[Number, ...]:
        return tuple(float(sum(which(note) == each for note in facts)) for each, _ in named)

    rows, hidden = board.rows(heaps, numbers)
    return Result("notes", measure.label, of_each(named, COUNT), tuple(rows), hidden)


def _first(own: dict[str, Words], note: Lying) -> Words:
    return next(own[zone] for zone in note.zones if zone in own)


# --- by axis ----------------------------------------------------------------------------------------------------------


def _by_axis(board: Board, lying: Sequence[Lying]) -> list[Heap[Lying]]:
    """By thirds of the axis, or quarters of both, of the page's first frame with axes."""
    frame = next((frame for frame, scale in board.layout.scales.items() if isinstance(scale, Axes)), None)
    axes = [axis for axis in board.canvas.template.axes if frame and axis.id in _axes_of(board, frame)]
    parts = _parts(axes[:2])
    heaps: dict[str, list[Lying]] = {part: [] for part in parts}
    for note in lying:
        at = _coordinates(board, note, frame)
        heaps.setdefault(_part(axes[:2], at) if at else "", []).append(note)
    labels = {**parts, "": BESIDE}
    return [Heap(part, labels[part], found) for part, found in heaps.items()]


def _axes_of(board: Board, frame: str) -> set[str]:
    scale = board.layout.scales[frame]
    return {axis.id for axis in scale.axes} if isinstance(scale, Axes) else set()


def _coordinates(board: Board, note: Lying, frame: str | None) -> dict[str, float] | None:
    """Where on the axes a note counts: where it lies, where what it is linked to lies, or below which part it hangs."""
    if note.coordinates and note.frame == frame:
        return note.coordinates
    linked = {end for link in board.facts.links if note.id in link for end in link} - {note.id}
    found = next((each for each in board.facts.items if each.id in linked and each.frame == frame), None)
    if found is not None:
        return found.coordinates
    scale = board.layout.scales.get(frame or "")
    if isinstance(scale, Axes) and len(scale.axes) == 1 and note.x is not None:
        axis = scale.axes[0]
        return {axis.id: min(100.0, max(0.0, 100.0 * (note.x - axis.start) / (axis.end - axis.start)))}
    return None


def _parts(axes: Sequence[Axis]) -> dict[str, Words]:
    """What the thirds or quarters are called, from low to high."""
    if len(axes) == 1:
        return {"low": axes[0].low.label, "middle": BETWEEN, "high": axes[0].high.label}
    if len(axes) < 2:
        return {}
    x, y = axes
    return {
        f"{across}-{up}": Words(f"{one.nl} · {two.nl}", f"{one.en} · {two.en}")
        for up, two in (("high", y.high.label), ("low", y.low.label))
        for across, one in (("low", x.low.label), ("high", x.high.label))
    }


def _part(axes: Sequence[Axis], at: dict[str, float]) -> str:
    if len(axes) == 1:
        value = at.get(axes[0].id, 50.0)
        return "low" if value < THIRDS[0] else "high" if value > THIRDS[1] else "middle"
    return "-".join("high" if at.get(axis.id, 0.0) >= 50.0 else "low" for axis in axes)


# --- starts, coverage, shared -----------------------------------------------------------------------------------------


def starts(measure: Starts, board: Board) -> Result:
    """For each organisation how many notes it has in each zone, and where it has most (else: had its first)."""
    zones = board.zones(measure.zones)
    heaps = board.heaps(zones, board.lying(zones, "sticky"))
    first = {note.id: number for number, note in enumerate(board.facts.items)}
    hidden = any(not note.named for heap in heaps for note in heap.facts)
    rows = []
    for key, organisation in board.facts.organisations.items() if not hidden else ():
        theirs = [[note for note in heap.facts if note.organisation == key] for heap in heaps]
        filled = [(heap, notes) for heap, notes in zip(heaps, theirs, strict=True) if notes]
        filled.sort(key=lambda pair: (-len(pair[1]), first[pair[1][0].id]))
        names = (filled[0][0].label,) if filled else ()
        marks: tuple[Mark, ...] = () if filled else ("none",)
        rows.append(Row(key, organisation.name, tuple(float(len(each)) for each in theirs), names=names, marks=marks))
    columns = of_each([(heap.id, heap.label) for heap in heaps], COUNT)
    return Result("starts", measure.label, columns, tuple(rows), hidden)


def coverage(measure: Coverage, board: Board) -> Result:
    """How many notes there are, and which share of them lies in these zones or is linked with what lies there."""
    inside = {each.id for each in board.lying(board.zones(measure.zones))}
    linked = {end for link in board.facts.links if inside & set(link) for end in link}
    reached = inside | linked

    def numbers(facts: Sequence[Lying], whole: Sequence[Lying]) -> tuple[Number, ...]:
        covered = sum(note.id in reached for note in facts)
        return float(len(facts)), float(covered), 100.0 * covered / len(facts) if facts else None

    everything = [item for item in board.facts.items if item.kind == "sticky"]
    rows, hidden = board.rows([Heap("covered", measure.label, everything)], numbers)
    return Result("coverage", measure.label, (COUNT, COVERED, SHARE), tuple(rows), hidden)


def shared(measure: Shared, board: Board) -> Result:
    """What several organisations have, or voted for: what was put together counts as one. The most shared first.

    Where anything was given without a name nothing is told of whose the others are, as in every measure.
    """
    titles = {group: title for group, title, _ in board.facts.groups}
    grouped = {item: group for group, _, items in board.facts.groups for item in items}
    things: dict[str, list[Lying]] = {}
    for item in board.lying(board.zones(measure.zones), "sticky", "card"):
        things.setdefault(grouped.get(item.id, item.thing), []).append(item)
    found: list[tuple[str, Label, list[Fact]]] = []
    for thing, items in things.items():
        own = {item.thing for item in items}
        facts: list[Fact] = [*(item for item in items if item.kind != "card")]
        facts += [vote for vote in board.facts.votes if vote.thing in own]
        found.append((thing, titles.get(thing) or board.text(items[0]), facts))
    hidden = any(not each.named for _, _, facts in found for each in facts)
    rows = [
        Row(thing, label, (None,)) if hidden else _shared_row(board, thing, label, facts)
        for thing, label, facts in found
    ]
    rows.sort(key=lambda row: -(row.numbers[0] or 0.0))
    return Result("shared", measure.label, (ORGANISATIONS,), tuple(rows), hidden)


def _shared_row(board: Board, thing: str, label: Label, facts: Sequence[Fact]) -> Row:
    theirs = [key for key in board.facts.organisations if any(each.organisation == key for each in facts)]
    count = len(theirs)
    everyone = count == len(board.facts.organisations) and count > 1
    return Row(
        thing,
        label,
        (float(count),),
        dict.fromkeys(theirs, (1.0,)),
        tuple(board.facts.organisations[key].name for key in theirs),
        ("everyone",) if everyone else ("several",) if count > 1 else ("one",) if count else ("none",),
    )
