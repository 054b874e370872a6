"""A canvas as its measures see it: which zones count, what they are called, and how rows are worked out."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from raakvlak.canvas.figures import Grid, Page, Part, Petals, Track
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
        found = [zone for zone in self.layout.zones if zone.of in ids or zone.id in ids or not ids]
        if not ids and kind is not None:
            found = [zone for zone in found if kind in zone.accepts] or found
        return sorted(found, key=lambda zone: order.get(zone.of, len(order)))

    def heaps(self, zones: Sequence[Zone], items: Iterable[Lying]) -> list[Heap[Lying]]:
        """Items by the topmost zone that holds them, where that is one of these."""
        by_zone: dict[str, list[Lying]] = {zone.id: [] for zone in zones}
        for item in items:
            for zone in item.zones[:1]:
                if zone in by_zone:
                    by_zone[zone].append(item)
        return [Heap(zone.id, self.name(zone), by_zone[zone.id]) for zone in zones]

    def lying(self, zones: Sequence[Zone], *kinds: str) -> list[Lying]:
        """Items of these kinds (none given: whatever lies) in these zones."""
        wanted = {zone.id for zone in zones}
        return [
            item
            for item in self.facts.items
            if (item.kind in kinds if kinds else item.kind not in ("connector", "label"))
            and wanted.issuperset(item.zones[:1])
            and item.zones
        ]

    def name(self, zone: Zone) -> Words:
        """What the zone is called, with the row and column, or the petal's entry, that it repeats for."""
        words = label = self.label(zone)
        if zone.id == zone.of:
            return words
        found = [self._called(track, zone.of) for track in (zone.row, zone.column) if track]
        more = found or [self.entry_name(*entry) for entry in self.entries(zone)]
        for each in more:
            if each is not None and each != label:
                words = Words(f"{words.nl} · {each.nl}", f"{words.en} · {each.en}")
        return words

    def label(self, zone: Zone) -> Words:
        """What the template, or a facilitator, calls the zone; the same wherever it repeats."""
        own = next((label.text for label in self.canvas.settings.labels if label.key == f"zone:{zone.of}"), None)
        return Words(own, own) if own else zone.label

    def parts(self) -> list[Part]:
        """The parts of the page; none of the three figures that are a whole sheet."""
        figure = self.canvas.template.figure
        return list(figure.parts) if isinstance(figure, Page) else []

    def grid_of(self, zone: Zone) -> tuple[str, Words]:
        """The grid that the zone is in, by the id and the label of that grid's first zone."""
        for part in self.parts():
            ids = [cell.zone for cell in part.cells] if isinstance(part, Grid) else []
            if zone.of in ids:
                return ids[0], next(each.label for each in self.canvas.template.zones if each.id == ids[0])
        return zone.id, zone.label

    def tracks(self) -> dict[str, Track]:
        """The rows and columns of the page's grids, before they repeat."""
        grids = [part for part in self.parts() if isinstance(part, Grid)]
        return {each.id: each for grid in grids for each in (*grid.rows, *grid.columns)}

    def track(self, track: str) -> Words:
        """What a row or column is called: by its label, the list's entry that it repeats for, or a zone of its own."""
        return self._called(track) or Words(track, track)

    def _called(self, track: str, besides: str = "") -> Words | None:
        head, _, entry = track.partition(".")
        found = self.tracks().get(head)
        if found is not None and found.repeat and entry:
            return self.entry_name(found.repeat, entry)
        if found is not None and found.label is not None:
            return found.label
        own = [zone for zone in self.layout.zones if track in (zone.row, zone.column) and zone.id == zone.of != besides]
        if len(own) == 1:
            return self.label(own[0])
        return next((each.label for each in self.canvas.template.zones if each.id == track), None)

    def entries(self, zone: Zone) -> list[tuple[str, str]]:
        """The entries that the zone repeats for, each with its list."""
        found = []
        tracks = self.tracks()
        for track in (zone.row, zone.column):
            head, _, entry = (track or "").partition(".")
            repeat = tracks[head].repeat if head in tracks else None
            if repeat and entry:
                found.append((str(repeat), entry))
        petals = (part for part in self.parts() if isinstance(part, Petals) and part.petal == zone.of)
        found += [(str(part.repeat), zone.id.removeprefix(f"{zone.of}.")) for part in petals]
        return found

    def entry_name(self, listed: str, entry: str) -> Words:
        """What an entry of a list is called; one that only fills it up by the list's label and its number."""
        settings = self.canvas.settings
        own = settings.partners if listed == "partners" else settings.issues
        found = next((each for each in own if each.id == entry), None)
        if found is not None:
            partner = self.facts.organisations.get(found.organisation or "")
            name = partner.name if partner else found.name
            return Words(name, name)
        text = next((each.label for each in self.canvas.template.lists if each.id == listed), Words("", ""))
        return Words(f"{text.nl} {entry}".strip(), f"{text.en} {entry}".strip())

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
