"""Groups: items that belong together, with a title."""

import pytest
from unit.core import ANN, BOB, CAS, SERVER, Core

from raakvlak.canvas.decide_items import MAX_GROUPS
from raakvlak.canvas.events import Put
from raakvlak.canvas.facilitation import Group
from raakvlak.canvas.intents import DeleteItems, GroupItems, LockItems, Undo
from raakvlak.canvas.view import Decision

WATER, HOUSES = "bob-1.water", "cas-1.houses"


def grouped() -> tuple[Core, list[str]]:
    """Four notes, the first two of them in a group."""
    core = Core()
    notes = [core.note(BOB, str(number)) for number in range(4)]
    core.ask(BOB, GroupItems(id=WATER, canvas="one", title="Water", items=tuple(notes[:2])))
    return core, notes


def members(core: Core, group: str) -> tuple[str, ...]:
    return core.the(Group, group).items


def test_a_group_is_what_it_was_set_to_last() -> None:
    """[GROUP-1] A group has a title and items of one canvas, each once; whoever sets it anew sets all of it."""
    core, notes = grouped()
    core.ask(CAS, GroupItems(id=WATER, canvas="one", title="Zee", items=(notes[2], notes[0], notes[2])))
    assert core.the(Group, WATER) == Group(id=WATER, canvas="one", title="Zee", items=(notes[2], notes[0]))
    core.ask(CAS, GroupItems(id=WATER, canvas="one"))
    assert core.the(Group, WATER) == Group(id=WATER, canvas="one")


def test_an_item_is_in_one_group() -> None:
    """[GROUP-2] An item that comes into a group leaves the one it was in."""
    core, notes = grouped()
    event = core.ask(CAS, GroupItems(id=HOUSES, canvas="one", title="Wonen", items=(notes[1], notes[3])))
    assert (members(core, WATER), members(core, HOUSES)) == ((notes[0],), (notes[1], notes[3]))
    assert len(event.changes) == 2
    assert len(core.ask(CAS, GroupItems(id=HOUSES, canvas="one", items=(notes[3],))).changes) == 1


def test_a_locked_item_stays_where_it_is() -> None:
    """[GROUP-3] Only facilitators put a locked item into a group or take it out; the others in it are everyone's."""
    core, notes = grouped()
    core.ask(ANN, LockItems(ids=(notes[0], notes[3]), locked=True))
    core.ask(CAS, GroupItems(id=WATER, canvas="one", title="Zee", items=(notes[0], notes[2])))
    for intent in (
        GroupItems(id=WATER, canvas="one", title="Zee", items=(notes[2],)),
        GroupItems(id=WATER, canvas="one", title="Zee", items=(notes[0], notes[3])),
        GroupItems(id=HOUSES, canvas="one", items=(notes[0],)),
        GroupItems(id=HOUSES, canvas="one", items=(notes[3],)),
        GroupItems(id=WATER, canvas="one"),
    ):
        assert core.refused(CAS, intent) == "locked"
    core.ask(ANN, GroupItems(id="ann-1.locked", canvas="one", items=(notes[0], notes[3])))
    assert (members(core, WATER), members(core, "ann-1.locked")) == ((notes[2],), (notes[0], notes[3]))


@pytest.mark.parametrize(
    ("intent", "code"),
    [
        (GroupItems(id="cas-1.x", canvas="one"), "invalid"),
        (GroupItems(id="workshop", canvas="one"), "exists"),
        (GroupItems(id="bob-1.0", canvas="one"), "exists"),
        (GroupItems(id="bob-1.x", canvas="none"), "unknown-canvas"),
        (GroupItems(id="bob-1.x", canvas="one", items=("nothing",)), "unknown-item"),
        (GroupItems(id="bob-1.x", canvas="one", items=("workshop",)), "unknown-item"),
        (GroupItems(id="bob-1.x", canvas="one", items=("bob-1.draft",)), "unknown-item"),
        (GroupItems(id="bob-1.x", canvas="two", items=("bob-1.0",)), "invalid"),
        (GroupItems(id=WATER, canvas="two"), "invalid"),
    ],
)
def test_what_is_no_group(intent: GroupItems, code: str) -> None:
    """[GROUP-4] A group is of items that everyone sees on its canvas, and has an id that its page made."""
    core, _ = grouped()
    core.draft(BOB, "draft")
    assert core.refused(BOB, intent) == code


def test_groups_are_bounded() -> None:
    """[GROUP-4] A workshop has so many groups, those without items included."""
    core, notes = grouped()
    many = [Group(id=f"g{number}", canvas="one") for number in range(MAX_GROUPS - 1)]
    core.happen("shared", SERVER, Decision(tuple(map(Put, many))))
    assert core.refused(CAS, GroupItems(id=HOUSES, canvas="one")) == "too-many"
    core.ask(CAS, GroupItems(id=WATER, canvas="one", items=(notes[3],)))


def test_a_deleted_item_stays_in_its_group() -> None:
    """[GROUP-5] Deleting an item leaves groups as they are, so that it is in its group again when it is restored."""
    core, notes = grouped()
    core.ask(BOB, DeleteItems(ids=(notes[0],)))
    assert members(core, WATER) == tuple(notes[:2])
    core.ask(BOB, Undo())
    assert core.item(notes[0]).deleted is None
