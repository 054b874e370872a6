"""What random people could ask for, most of it possible: items, texts, and the workshop around them."""

from collections.abc import Callable
from typing import get_args

import msgspec
from hypothesis import strategies as st
from unit.core import ANN, BOB, CAS, OBI
from unit.marked import CANVAS as FULL_CANVAS
from unit.marked import CLAIM, NO, POWER, TRUST, YES

from raakvlak.canvas.events import Edit
from raakvlak.canvas.intents import (
    AddCanvas,
    AddOrganisation,
    CreateItems,
    DeleteItems,
    EditText,
    Intent,
    LockItems,
    MoveItems,
    OrderItems,
    Redo,
    RenameOrganisation,
    RenameWorkshop,
    RenewInvite,
    ResizeItem,
    RestoreItems,
    SetCanvas,
    SetConnector,
    SetTone,
    Undo,
)
from raakvlak.canvas.leading import Move, SetGroupScore, SetScore
from raakvlak.canvas.records import (
    TEXT_KINDS,
    Card,
    Connector,
    Entry,
    Item,
    Label,
    ParticipantToken,
    PartnerToken,
    Settings,
    Sticky,
    TextLabel,
)
from raakvlak.canvas.state import StreamState
from raakvlak.canvas.values import MAX_TEXT, Place, Role
from raakvlak.canvas.view import Actor

ACTORS = (ANN, BOB, CAS, BOB, CAS, BOB, CAS, OBI, Actor("bob", "participant", "bob-2"))
STREAMS = (*["shared"] * 12, "facilitators", "person:bob")

canvases = st.sampled_from(["one", "two", "one", "ann-1.c", "nowhere", FULL_CANVAS, FULL_CANVAS])
organisations = st.sampled_from(["org", "ann-1.o", "bob"])
people = st.sampled_from(["ann", "bob", "cas"])
own_names = st.sampled_from(["ann-1.a", "bob-1.a", "bob-1.a", "cas-1.a", "bob-1.b", "bob-2.a"])
cards = st.sampled_from([TRUST, POWER, YES, CLAIM])
tokens = st.builds("{}.partner.{}".format, canvases, organisations) | st.builds("{}.own.{}".format, canvases, people)
named = st.sampled_from(["workshop", "one", "org", "bob", "ann-1.c", "ann-1.o", "nothing"])
ids = st.one_of(
    *[own_names] * 5, cards, st.sampled_from(["one.partner.org", "two.own.bob", "two.own.cas"]), tokens, named
)
some_ids = st.lists(ids, min_size=1, max_size=3).map(tuple)
places = st.builds(
    Place, st.sampled_from(["figure", "sheet", "strip"]), st.floats(-4, 5), st.sampled_from([0.0, 0.5, 5.0])
)
texts = st.sampled_from(["", "a", "b😀", "\u0000\u202e", "x" * 400, "y" * MAX_TEXT])
items: st.SearchStrategy[Item] = (
    st.builds(Sticky, id=own_names, canvas=canvases, place=places, author=people, text=texts)
    | st.builds(Card, id=own_names, canvas=canvases, place=places, card=st.sampled_from(["trust", "power", "no", "x"]))
    | st.builds(TextLabel, id=own_names, canvas=canvases, place=places, text=texts)
    | st.builds(Connector, id=own_names, canvas=canvases, place=places, start=ids, end=ids, text=texts)
    | st.builds(PartnerToken, id=tokens, canvas=canvases, place=places, author=people, organisation=organisations)
    | st.builds(ParticipantToken, id=tokens, canvas=canvases, place=places, author=people, person=people)
)
partner_tokens = st.builds(
    lambda canvas, place: PartnerToken(
        id=f"{canvas}.partner.org", canvas=canvas, place=place, author="x", organisation="org"
    ),
    canvases,
    places,
)
own_tokens = st.builds(
    lambda person, place: ParticipantToken(
        id=f"two.own.{person}", canvas="two", place=place, author="x", person=person
    ),
    people,
    places,
)
given = {
    "zone": st.sampled_from(["top", "left", "right", "nowhere"]),
    "scale": st.sampled_from(["score", "smiley", "checkbox", "checkbox"]),
    "item": st.sampled_from([None, YES, NO, CLAIM, "bob-1.a"]),
    "value": st.sampled_from([None, 1, 3, 3, 5]),
}
entries = st.lists(
    st.builds(Entry, id=st.sampled_from(["a", "b", "1"]), name=st.just("A"), organisation=st.none() | organisations),
    max_size=4,
).map(tuple)
labels = st.lists(st.just(Label("zone:top", "Boven")), max_size=1).map(tuple)
settings = st.builds(
    Settings, centre=st.none() | st.floats(0.2, 0.9), partners=entries, issues=entries, labels=st.just(()) | labels
)
intents: st.SearchStrategy[Intent] = st.one_of(
    st.builds(CreateItems, items=st.tuples(partner_tokens | own_tokens)),
    st.builds(CreateItems, items=st.lists(items, min_size=1, max_size=3).map(tuple)),
    st.builds(MoveItems, moves=st.lists(st.builds(Move, id=ids, place=places), min_size=1, max_size=3).map(tuple)),
    st.builds(ResizeItem, id=ids, width=st.integers(40, 1200), height=st.just(40), place=places),
    st.builds(OrderItems, ids=some_ids, front=st.booleans()),
    st.builds(DeleteItems, ids=some_ids),
    st.builds(RestoreItems, ids=some_ids),
    st.builds(LockItems, ids=some_ids, locked=st.booleans()),
    st.builds(SetCanvas, id=canvases, settings=settings | st.builds(Settings, centre=st.none() | st.floats(0.2, 0.9))),
    st.builds(SetConnector, id=ids, start=ids, end=ids, strength=st.integers(1, 3)),
    st.builds(SetTone, id=ids, tone=st.sampled_from(["well", "", "loud"])),
    st.builds(SetScore, canvas=canvases, **given),
    st.builds(SetScore, canvas=st.just(FULL_CANVAS), **given),
    st.builds(SetGroupScore, canvas=st.just(FULL_CANVAS), **given),
    st.builds(AddCanvas, id=ids, template=st.sampled_from(["triangle", "none"])),
    st.builds(AddOrganisation, id=st.just("ann-1.o") | ids, name=st.just("Oost")),
    st.builds(RenameOrganisation, id=organisations, name=st.just("West")),
    st.builds(RenameWorkshop, title=st.just("Titel")),
    st.builds(RenewInvite, role=st.sampled_from(get_args(Role))),
    *[st.builds(Undo)] * 4,
    *[st.builds(Redo)] * 2,
)
SPANS = ((0.0, 1.0), (0.0, 1.0), (0.0, 0.0), (1.0, 1.0), (0.3, 0.6), (0.0, 0.3, 0.7, 0.9), (0.5, 1.2))
"""Parts of a text, from where to where, that an edit replaces."""
Asking = Callable[[StreamState], Intent]


def _as_it_is(intent: Intent) -> Asking:
    return lambda state: intent


@st.composite
def edits(draw: st.DrawFn, names: st.SearchStrategy[str] = own_names | cards) -> Asking:
    """An edit of a text as it is or was, often of all of it."""
    item_id = draw(names)
    shares = draw(st.sampled_from(SPANS))
    inserts = draw(st.lists(texts, min_size=2, max_size=2))
    ago = draw(st.integers(-1, 6))

    def asking(state: StreamState) -> Intent:
        record = state.records.get(item_id)
        length = len(record.text) if isinstance(record, TEXT_KINDS) else 5
        pairs = zip(shares[::2], shares[1::2], strict=False)
        splices = [
            {"at": round(start * length), "remove": round(end * length) - round(start * length), "insert": insert}
            for (start, end), insert in zip(pairs, inserts, strict=False)
        ]
        edit = msgspec.convert(splices, Edit)
        return EditText(id=item_id, edit=edit, seen=max(0, state.position.seq - ago))

    return asking


asked = st.tuples(
    st.sampled_from(ACTORS),
    st.sampled_from(STREAMS),
    st.one_of(intents.map(_as_it_is), intents.map(_as_it_is), edits(), edits()),
    st.sampled_from([0, 900, 9000]),
)

undoings: st.SearchStrategy[Asking] = st.one_of(st.builds(Undo), st.builds(Undo), st.builds(Redo)).map(_as_it_is)
typed = st.tuples(
    st.sampled_from([BOB, CAS]), st.just("shared"), edits(st.just("bob-1.a")) | undoings, st.sampled_from([900, 9000])
)
