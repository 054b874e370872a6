"""What the measures of a canvas come to, as tables: for the report page and for JSON alike."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from raakvlak.canvas.words import Words

Label = Words | str
"""Words of the template in both languages, or what somebody wrote, as they wrote it."""
Number = float | None
"""None: there is nothing to work it out from."""
Form = Literal["count", "mean", "percent", "signed"]
"""How a number is written: whole, with a decimal, as a percentage, with its sign."""
Mark = Literal["widest", "most", "none", "divided", "everyone", "several", "one", "one-sided", "short"]
"""What stands out in a row: the widest spread of the table, the most, nothing at all, that people differ about it; how
many organisations share it; that it lies all on one side; many dots and a low score."""


class Column(Struct, frozen=True, omit_defaults=True):
    id: str
    """What is counted, such as "mean"; the same in every table."""
    label: Words
    form: Form = "count"
    of: Label | None = None
    """Of which aspect, token or zone, where each has such a column."""


class Row(Struct, frozen=True, omit_defaults=True):
    id: str
    """Of the zone, item, axis, organisation or whatever the row is about."""
    label: Label
    numbers: tuple[Number, ...]
    """One for each column."""
    organisations: dict[str, tuple[Number, ...]] = {}
    """By organisation: the same numbers, worked out from what is theirs alone."""
    names: tuple[Label, ...] = ()
    """What is listed in it: cards, texts, organisations."""
    marks: tuple[Mark, ...] = ()


class Result(Struct, frozen=True, omit_defaults=True):
    """What one measure comes to."""

    measure: str
    """The type of the measure, such as "notes"."""
    title: Words
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    anonymous: bool = False
    """Something in it was given without a name, so none of it is split by organisation or person."""


COUNT = Column("count", Words("aantal", "number"))
SHARE = Column("share", Words("aandeel", "share"), "percent")
MEAN = Column("mean", Words("gemiddelde", "mean"), "mean")
SPREAD = Column("spread", Words("spreiding", "spread"), "mean")
GAP = Column("gap", Words("verschil", "gap"), "signed")
TOTAL = Column("total", Words("som", "sum"), "mean")
EARLIER = Column("earlier", Words("vorige keer", "last time"), "mean")
CHANGE = Column("change", Words("verandering", "change"), "signed")
DOTS = Column("dots", Words("stippen", "dots"))
RANK = Column("rank", Words("plaats", "rank"))
DONE = Column("done", Words("aangevinkt", "ticked"))
NOT_NEEDED = Column("not-needed", Words("niet nodig", "not needed"))
NOT_DONE = Column("not-done", Words("niet aangevinkt", "not ticked"))
GROUP = Column("group", Words("als groep", "as a group"), "percent")
HAPPY = Column("happy", Words("blij", "happy"))
NEUTRAL = Column("neutral", Words("neutraal", "neutral"))
SAD = Column("sad", Words("verdrietig", "sad"))
PLACED = Column("placed", Words("geplaatst", "placed"))
AGREED = Column("agreed", Words("eens", "agreed"), "percent")
OUTGOING = Column("outgoing", Words("pijlen ervandaan", "arrows from it"))
INCOMING = Column("incoming", Words("pijlen ernaartoe", "arrows to it"))
MUTUAL = Column("mutual", Words("wederzijds", "mutual"))
ONE_SIDED = Column("one-sided", Words("eenzijdig", "one-sided"))
FILLED = Column("filled", Words("ingevuld", "filled in"), "percent")
WITHOUT = Column("without", Words("organisaties zonder", "organisations without"))
ORGANISATIONS = Column("organisations", Words("organisaties", "organisations"))
COVERED = Column("covered", Words("waarvan gedekt", "of which covered"))
OF_ALL = Column("of-all", Words("van", "of"))
TICKED_MEAN = Column("ticked-mean", Words("herkend", "recognised"), "mean")
WEIGHT = Column("weight", Words("gewicht", "weight"), "mean")
RATIO = Column("ratio", Words("aandeel", "share"), "percent")
AREA = Column("area", Words("oppervlak", "area"), "percent")
LOWEST = Column("lowest", Words("laagste", "lowest"), "mean")
HIGHEST = Column("highest", Words("hoogste", "highest"), "mean")


def of_each(named: Iterable[tuple[str, Label | None]], *columns: Column) -> tuple[Column, ...]:
    """These columns once for each aspect, token or zone, with its label."""
    return tuple(replace(column, of=label) for _, label in named for column in columns)
