"""Measures of values and places: means and spreads of scores and positions, shares of tokens, partners' classes.

The spread is the standard deviation of all that was given (of the population: those who gave it are all there are).
"""

from collections.abc import Callable, Iterable, Sequence
from statistics import fmean, pstdev
from typing import NamedTuple

from msgspec.structs import replace

from raakvlak.canvas.layout import Axes
from raakvlak.canvas.measures import Classes, Differences, Positions, Scores, Shares
from raakvlak.canvas.words import Words
from raakvlak.derive.measuring_board import Board, Heap
from raakvlak.derive.measuring_counts import ranked
from raakvlak.derive.measuring_facts import Given, Lying
from raakvlak.derive.measuring_results import (
    AGREED,
    AREA,
    CHANGE,
    COUNT,
    EARLIER,
    GAP,
    HIGHEST,
    LOWEST,
    MEAN,
    PLACED,
    RANK,
    SHARE,
    SPREAD,
    TOTAL,
    Column,
    Label,
    Mark,
    Number,
    Result,
    Row,
)

DISTANCE = Words("Afstand tot het midden", "Distance from the centre")
MOST = 5.0
"""The highest score."""
NOW = ""
"""The id of the only aspect or token, where a template names none."""


class _Plan(NamedTuple):
    """Which numbers a row of values has."""

    aspects: tuple[tuple[str, Label | None], ...]
    gap: tuple[str, str] | None = None
    earlier: bool = False

    def columns(self) -> tuple[Column, ...]:
        found = [replace(each, of=label) for _, label in self.aspects for each in (MEAN, SPREAD, COUNT)]
        if self.gap:
            found.append(GAP)
        if self.earlier:
            found += [EARLIER, CHANGE]
        return tuple(found)

    def numbers(self, facts: Sequence[Given], whole: Sequence[Given]) -> tuple[Number, ...]:
        now = [each for each in facts if not each.before]
        found: list[Number] = []
        for aspect, _ in self.aspects:
            values = [each.value for each in now if each.aspect == aspect]
            found += [_mean(values), pstdev(values) if values else None, float(len(values))]
        if self.gap:
            first, second = (_mean([each.value for each in now if each.aspect == aspect]) for aspect in self.gap)
            found.append(_less(second, first))
        if self.earlier:
            before = _mean([each.value for each in facts if each.before])
            found += [before, _less(_mean([each.value for each in now]), before)]
        return tuple(found)


def scores(measure: Scores, board: Board) -> Result:
    """Mean and spread of what was scored, for each aspect."""
    if measure.earlier and board.earlier is None:
        return Result("scores", measure.label, (), ())
    wanted = {zone.id for zone in board.zones(measure.zones, "score")}
    given = [each for each in board.facts.given.get("score", ()) if each.zone in wanted]
    past = board.earlier if measure.earlier else None
    before = past.given.get("score", ()) if past else ()
    given += [each._replace(before=True) for each in before if each.zone in wanted]
    aspects = _aspects(measure, board)
    heaps = _heaps(measure, board, given)
    if aspects[0][0] == NOW:
        heaps = [heap._replace(facts=[each._replace(aspect=NOW) for each in heap.facts]) for heap in heaps]
    plan = _Plan(aspects, measure.gap, past is not None)
    if measure.total:
        work, column = (_total, TOTAL) if measure.total == "sum" else (_area(board, measure), AREA)
        total, hidden = board.rows([Heap("total", measure.label, given)], lambda facts, _: (work(facts),))
        return Result("scores", measure.label, (column,), tuple(total), hidden)
    result = _valued("scores", measure.label, plan, *board.rows(heaps, plan.numbers))
    if not measure.ranked:
        return result
    rows = ranked(sorted(result.rows, key=lambda row: -(row.numbers[0] or 0.0)), 0)
    return replace(result, columns=(*result.columns, RANK), rows=tuple(rows))


def differences(measure: Differences, board: Board) -> Result:
    """The lowest and the highest mean that an organisation gave, the furthest apart first; of named scores alone."""
    wanted = {zone.id for zone in board.zones(measure.zones, "score")}
    given = [each for each in board.facts.given.get("score", ()) if each.zone in wanted]
    heaps = _heaps(Scores(label=measure.label, zones=measure.zones, by=measure.by), board, given)
    found, hidden = board.rows(heaps, lambda facts, _: (_mean([each.value for each in facts]),))
    rows = []
    for row in found:
        means = {key: cell[0] for key, cell in row.organisations.items() if cell[0] is not None}
        if len(means) < 2:
            continue
        low, high = min(means, key=lambda key: means[key]), max(means, key=lambda key: means[key])
        names = tuple(board.facts.organisations[key].name for key in (low, high))
        gap = means[high] - means[low]
        own: dict[str, tuple[Number, ...]] = {key: (mean, None, None) for key, mean in means.items()}
        rows.append(Row(row.id, row.label, (means[low], means[high], gap), own, names if gap else ()))
    rows.sort(key=lambda row: -(row.numbers[2] or 0.0))
    return Result("differences", measure.label, (LOWEST, HIGHEST, GAP), tuple(rows), hidden)


def positions(measure: Positions, board: Board) -> Result:
    """Mean and spread of tokens on each axis, for each of the template's tokens."""
    labels = {axis.id: axis.label for axis in board.canvas.template.axes}
    labels |= {zone.id: zone.label for zone in board.canvas.template.zones if zone.id not in labels}
    scale = board.layout.scales.get(measure.frame)
    axes: dict[str, Words] = {axis.id: axis.label for axis in scale.axes} if isinstance(scale, Axes) else {}
    labels |= axes  # every field calls its own x and y
    elsewhere = {each.id for each in board.canvas.template.tokens if each.frame not in (None, measure.frame)}
    tokens = tuple(each for each in _tokens(board) if each[0] not in elsewhere and measure.token in (None, each[0]))
    found: dict[str, list[Given]] = {}
    for item in _own(board):
        if item.frame != measure.frame:
            continue
        for axis, value in item.coordinates.items():
            high = value if axis in axes else 100.0 * value
            fact = Given(axis, None, _which(item, tokens), high, item.organisation, item.person, item.named)
            found.setdefault(axis, []).append(fact)
    heaps = [Heap(axis, labels.get(axis, DISTANCE), facts) for axis, facts in sorted(found.items(), key=_first(labels))]
    plan = _Plan(tokens, measure.gap)
    return _valued("positions", measure.label, plan, *board.rows(heaps, plan.numbers), ordered=False)


def shares(measure: Shares, board: Board) -> Result:
    """How many of the participants' tokens lie in each zone, and which share."""
    tokens = _tokens(board)
    zones = board.zones(measure.zones, "participant-token")

    def numbers(facts: Sequence[Lying], whole: Sequence[Lying]) -> tuple[Number, ...]:
        found: list[Number] = []
        for token, _ in tokens:
            count = sum(_which(each, tokens) == token for each in facts)
            everyone = sum(_which(each, tokens) == token for each in whole)
            found += [float(count), 100.0 * count / everyone if everyone else None]
        return tuple(found)

    own = board.lying(zones, "participant-token")
    rows, hidden = board.rows(board.heaps(zones, own), numbers)
    columns = tuple(replace(each, of=label) for _, label in tokens for each in (COUNT, SHARE))
    return Result("shares", measure.label, columns, tuple(rows), hidden)


def classes(measure: Classes, board: Board) -> Result:
    """Where each partner's token lies, how many people had placed it in which zone, and which share of them agreed."""
    zones = board.zones(measure.zones, "partner-token")
    names = {zone.id: board.name(zone) for zone in zones}
    rows = []
    for key, organisation in board.facts.organisations.items():
        tokens = [each for each in board.facts.items if each.kind == "partner-token" and each.organisation == key]
        placed = [each for each in board.facts.placed if each.organisation == key]
        counts = [float(len(heap.facts)) for heap in board.heaps(zones, placed)]
        lies = [names[heap.id] for heap in board.heaps(zones, tokens) if heap.facts]
        total = sum(counts)
        agreed = 100.0 * max(counts) / total if total else None
        marks: tuple[Mark, ...] = ("divided",) if sum(count > 0 for count in counts) > 1 else ()
        rows.append(Row(key, organisation.name, (total, *counts, agreed), names=tuple(lies), marks=marks))
    columns = (PLACED, *(replace(COUNT, of=name) for name in names.values()), AGREED)
    return Result("classes", measure.label, columns, tuple(rows))


# --- what is valued ---------------------------------------------------------------------------------------------------


def _aspects(measure: Scores, board: Board) -> tuple[tuple[str, Label | None], ...]:
    scoring = board.canvas.template.scoring
    if scoring.aspects:
        return tuple((each.id, each.label) for each in scoring.aspects)
    if scoring.each is None or measure.by == "entry":
        return ((NOW, None),)
    given = dict.fromkeys(each.aspect for each in board.facts.given.get("score", ()) if each.aspect)
    named = [entry.id for entry in getattr(board.canvas.settings, scoring.each)]
    entries = [*named, *(each for each in given if each not in named)]
    return tuple((each, board.entry_name(scoring.each, each)) for each in entries) or ((NOW, None),)


def _heaps(measure: Scores, board: Board, given: Sequence[Given]) -> list[Heap[Given]]:
    zones = board.zones(measure.zones, "score")
    if measure.by == "entry":
        return _by_entry(board, given)
    if measure.by == "zone":
        return [Heap(zone.id, board.name(zone), [each for each in given if each.zone == zone.id]) for zone in zones]
    texts = {item.thing: board.text(item) for item in board.facts.items if item.kind == "card"}
    heaps: list[Heap[Given]] = []
    for zone in zones:
        here = [each for each in given if each.zone == zone.id]
        items = dict.fromkeys(each.item for each in here)
        for item in items or [None]:
            label = board.name(zone) if item is None else texts.get(item, "")
            heaps.append(Heap(item or zone.id, label, [each for each in here if each.item == item]))
    return heaps


def _by_entry(board: Board, given: Sequence[Given]) -> list[Heap[Given]]:
    """By the entry for which each thing was scored, or that its zone repeats for."""
    zones = {zone.id: zone for zone in board.layout.zones}
    repeat = board.canvas.template.scoring.each
    heaps: dict[tuple[str, str], list[Given]] = {}
    for each in given:
        for entry in [(str(repeat), each.aspect)] if repeat and each.aspect else board.entries(zones[each.zone]):
            heaps.setdefault(entry, []).append(each)
    return [Heap(".".join(entry), board.entry_name(*entry), facts) for entry, facts in heaps.items()]


def _area(board: Board, measure: Scores) -> Callable[[Sequence[Given]], Number]:
    """What the means span in a radar with an axis for each zone (drawn from 0), as a share of all fives (0 to 100)."""
    zones = [zone.id for zone in board.zones(measure.zones, "score")]

    def area(facts: Sequence[Given]) -> Number:
        means = [_mean([each.value for each in facts if each.zone == zone and not each.before]) for zone in zones]
        found = [mean for mean in means if mean is not None]
        if len(found) < len(zones):
            return None
        return 100.0 * fmean(one * other for one, other in zip(found, (*found[1:], found[0]), strict=True)) / MOST**2

    return area


def _total(facts: Sequence[Given]) -> Number:
    """The sum of each thing's mean."""
    things: dict[tuple[str, str | None, str], list[float]] = {}
    for each in facts:
        if not each.before:
            things.setdefault((each.zone, each.item, each.aspect), []).append(each.value)
    return sum(fmean(values) for values in things.values()) if things else None


def _valued(
    measure: str, title: Words, plan: _Plan, rows: Sequence[Row], hidden: bool, *, ordered: bool = True
) -> Result:
    """The rows with their widest spread marked; those with the largest gap first."""
    columns = plan.columns()
    spreads = [number for number, column in enumerate(columns) if column.id == SPREAD.id]
    widest = max((row.numbers[each] or 0.0 for row in rows for each in spreads), default=0.0)
    found = list(rows)
    wide = [row.id for row in rows if any(row.numbers[each] == widest for each in spreads)]
    if widest > 0 and len(rows) > 2 * len(wide) - 1:  # what half of them have does not stand out
        found = [replace(row, marks=("widest",)) if row.id in wide else row for row in rows]
    if plan.gap and ordered:
        at = next(number for number, column in enumerate(columns) if column.id == GAP.id)
        found.sort(key=lambda row: -abs(row.numbers[at] or 0.0))
    return Result(measure, title, columns, tuple(found), hidden)


# --- tokens -----------------------------------------------------------------------------------------------------------


def _tokens(board: Board) -> tuple[tuple[str, Label | None], ...]:
    return tuple((token.id, token.label) for token in board.canvas.template.tokens) or ((NOW, None),)


def _which(item: Lying, tokens: Sequence[tuple[str, Label | None]]) -> str:
    """Which token it is; one that says nothing is the only one there is."""
    return item.which or (tokens[0][0] if len(tokens) == 1 else NOW)


def _own(board: Board) -> list[Lying]:
    """The tokens that positions are measured of: people's own, or where there are none the partners'."""
    kinds = board.canvas.template.kinds
    kind = "participant-token" if "participant-token" in kinds or "partner-token" not in kinds else "partner-token"
    return [item for item in board.facts.items if item.kind == kind]


def _first(ids: Iterable[str]) -> Callable[[tuple[str, object]], int]:
    """Puts what is kept by id in the order of these ids."""
    order = {each: number for number, each in enumerate(ids)}
    return lambda pair: order.get(pair[0], len(order))


def _mean(values: Sequence[float]) -> Number:
    return fmean(values) if values else None


def _less(value: Number, other: Number) -> Number:
    return None if value is None or other is None else value - other
