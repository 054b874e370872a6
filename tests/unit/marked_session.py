"""What follows a led hour: all that can be given and drawn on a canvas with cards."""

from unit.core import ANN, BOB, MIDDLE, Core, own
from unit.marked import CANVAS, POWER, TRUST, YES, add_full

from raakvlak.canvas.intents import CreateItems, SetCanvas, SetConnector, SetTone, Undo
from raakvlak.canvas.leading import EnterStep, Reveal, SetGroupScore, SetScore
from raakvlak.canvas.records import (
    Card,
    Connector,
    Entry,
    Item,
    ParticipantToken,
    Settings,
    Sticky,
    TextLabel,
    draft_token_id,
    participant_token_id,
)


def marked_session(core: Core) -> None:
    """Everything once, while everyone works freely."""
    core.ask(ANN, EnterStep())
    add_full(core)
    token = participant_token_id(CANVAS, "bob", "wish")
    items = (
        Sticky(id="bob-1.toned", canvas=CANVAS, place=MIDDLE, text="Het water", tone="well"),
        Card(id="bob-1.copy", canvas=CANVAS, place=MIDDLE, card="trust"),
        TextLabel(id="bob-1.label", canvas=CANVAS, place=MIDDLE, text="Haven"),
        ParticipantToken(id=token, canvas=CANVAS, place=MIDDLE, person="bob", which="wish"),
    )
    core.ask(BOB, CreateItems(items=items))
    arrow = Connector(id="bob-1.arrow", canvas=CANVAS, place=MIDDLE, start="bob-1.toned", end=TRUST, text="omdat")
    core.ask(BOB, CreateItems(items=(arrow,)))
    core.ask(BOB, SetConnector(id=arrow.id, start="bob-1.label", end="bob-1.toned", strength=3))
    core.ask(BOB, SetTone(id="bob-1.toned", tone=""))
    core.ask(BOB, SetScore(canvas=CANVAS, zone="left", item=YES, scale="checkbox", value=3))
    core.ask(BOB, SetScore(canvas=CANVAS, zone="top", scale="smiley", value=2))
    core.ask(BOB, SetScore(canvas=CANVAS, zone="top", scale="smiley"))
    core.ask(ANN, SetGroupScore(canvas=CANVAS, zone="left", item=YES, value=2))
    core.ask(ANN, SetCanvas(id=CANVAS, settings=Settings(partners=(Entry("org-1", "Org", "org"), Entry("1", "Oost")))))
    core.ask(BOB, Undo())
    _privately(core)


def _privately(core: Core) -> None:
    """The same in private steps, and shown: named, and without a name."""
    for mode, anonymous in (("write", False), ("place", True), ("score", False)):
        step, mine = core.enter(mode, f"private-{mode}", canvas=CANVAS, anonymous=anonymous), own(BOB)
        made: tuple[Item, ...] = (
            Sticky(id=f"bob-1.{mode}", canvas=CANVAS, place=MIDDLE, text="Het water", tone="well"),
            TextLabel(id=f"bob-1.{mode}-label", canvas=CANVAS, place=MIDDLE, text="Haven"),
            Card(id=f"bob-1.{mode}-copy", canvas=CANVAS, place=MIDDLE, card="trust"),
            Card(id=draft_token_id(POWER, step), canvas=CANVAS, place=MIDDLE, card="power"),
        )
        core.ask(BOB, CreateItems(items=made), mine)
        arrow = Connector(id=f"bob-1.{mode}-arrow", canvas=CANVAS, place=MIDDLE, start=made[0].id, end=made[1].id)
        core.ask(BOB, CreateItems(items=(arrow,)), mine)
        core.ask(BOB, SetTone(id=made[0].id, tone=""), mine)
        core.ask(BOB, SetConnector(id=arrow.id, start=TRUST, end=made[0].id, strength=2), mine)
        core.ask(BOB, SetScore(step=step, zone="top", scale="smiley", value=1), mine)
        core.ask(BOB, SetScore(step=step, zone="top", scale="smiley", value=3), mine)
        core.ask(BOB, Undo(), mine)
        core.show(ANN, Reveal(canvas=CANVAS, of="all", sure=True))
    core.ask(ANN, EnterStep())
