"""A canvas as its measures see it: which zones count, what they are called, and how rows are worked out."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from raakvlak.canvas.figures import Grid, Page
from raakvlak.canvas.layout import Layout, Zone
from raakvlak.canvas.records import Canvas
from raakvlak.canvas.words import Words
from raakvlak.derive.measuring_facts import Facts, Lying
from raakvlak.derive.measuring_results import Label, Number, Row


class Fact(Protocol):
    """What somebody placed or gave."""

    @property
    def organisation(self) -> str | None: ...
    @property
    def named(self) -> bool: ...


T = TypeVar("T", bound=Fact)


class Heap(NamedTuple, Generic[T]):
    """The facts that a row is worked out from."""

    id: str
    label: Label
    facts: Sequence[T]


class Board(NamedTuple):
    canvas: Canvas
    layout: Layout
    facts: Facts
    earlier: Facts | None = None
    """Of the session before."""

    def zones(self, ids: Sequence[str], kind: str | None = None) -> list[Zone]:
        """The layout's zones of these, in the template's order; where none is given all that accept `kind`."""
        order = {zone.id: number for number, zone in enumerate(self.canvas.template.zones)}
        found = [zone for zone in self.layout.zones if (of(zone) in ids or zone.id in ids or not ids)]
        if not ids and kind is not None:
            found = [zone for zone in found if kind in zone.accepts] or found
        return sorted(found, key=lambda zone: order.get(of(zone), len(order)))

    def heaps(self, zones: Sequence[Zone], items: Iterable[Lying]) -> list[Heap[Lying]]:
        """Items by the topmost of these zones that holds them."""
        by_zone: dict[str, list[Lying]] = {zone.id: [] for zone in zones}
        for item in items:
            zone = next((each for each in item.zones if each in by_zone), None)
            if zone is not None:
                by_zone[zone].append(item)
        return [Heap(zone.id, self.name(zone), by_zone[zone.id]) for zone in zones]

    def lying(self, zones: Sequence[Zone], *kinds: str) -> list[Lying]:
        """Items of these kinds (none given: whatever lies) in these zones."""
        wanted = {zone.id for zone in zones}
        return [
            item
            for item in self.facts.items
            if (item.kind in kinds if kinds else item.kind not in ("connector", "label"))
            and any(zone in wanted for zone in item.zones)
        ]

    def name(self, zone: Zone) -> Words:
        """What the zone is called, with the row and column that it repeats in."""
        own = {label.key: label.text for label in self.canvas.settings.labels}
        text = own.get(f"zone:{of(zone)}")
        words = Words(text, text) if text else zone.label
        for track in tracks(zone):
            more = self.track(track)
            words = Words(f"{words.nl} · {more.nl}", f"{words.en} · {more.en}")
        return words

    def track(self, track: str) -> Words:
        """What a row or column is called: by its label, or the list's entry that it repeats for."""
        figure = self.canvas.template.figure
        grids = [part for part in figure.parts if isinstance(part, Grid)] if isinstance(figure, Page) else []
        found = {each.id: each for grid in grids for each in (*grid.rows, *grid.columns)}
        if track in found:
            label = found[track].label
            return label if label is not None else Words(track, track)
        head, _, entry = track.partition(".")
        settings = self.canvas.settings
        listed = next((each for each in (*settings.partners, *settings.issues) if each.id == entry), None)
        if listed is not None:
            partner = self.facts.organisations.get(listed.organisation or "")
            name = partner.name if partner else listed.name
            return Words(name, name)
        repeat = found[head].repeat if head in found else None
        texts = [each.label for each in self.canvas.template.lists if each.id == repeat]
        return (
            Words(f"{texts[0].nl} {entry}", f"{texts[0].en} {entry}") if texts else Words(entry or head, entry or head)
        )

    def text(self, item: Lying) -> Label:
        """What an item says: its text, its card's, or whose token it is."""
        if item.text:
            return item.text
        card = next((each for each in self.canvas.template.cards if each.id == item.card), None)
        if card is not None:
            return card.text
        if item.kind == "partner-token":
            return next((each.name for each in self.facts.organisations.values() if each.id == item.organisation), "")
        if item.kind == "participant-token" and item.named:
            return next((each.name for each in self.facts.people.values() if each.id == item.person), "")
        return ""

    def rows(
        self, heaps: Sequence[Heap[T]], figures: Callable[[Sequence[T], Sequence[T]], tuple[Number, ...]]
    ) -> tuple[list[Row], bool]:
        """A row for each heap, overall and by organisation, and whether anything in them has no name.

        `figures` gets a heap's facts and those of all heaps, of everyone or of one organisation. Where anything has no
        name, nothing is split: what is left over would tell whose it was.
        """
        whole = [fact for heap in heaps for fact in heap.facts]
        hidden = any(not fact.named for fact in whole)
        known = (
            {} if hidden else {each: [x for x in whole if x.organisation == each] for each in self.facts.organisations}
        )
        rows = [
            Row(
                heap.id,
                heap.label,
                figures(heap.facts, whole),
                {
                    each: figures([fact for fact in heap.facts if fact.organisation == each], theirs)
                    for each, theirs in known.items()
                    if theirs
                },
            )
            for heap in heaps
        ]
        return rows, hidden


def of(zone: Zone) -> str:
    """The template's zone that this one is, or is one of."""
    return str(getattr(zone, "of", None) or zone.id)


def tracks(zone: Zone) -> tuple[str, ...]:
    """The rows and columns that a repeating zone is of."""
    if zone.id == of(zone):
        return ()
    return tuple(each for each in (getattr(zone, "row", None), getattr(zone, "column", None)) if each)
