"""What follows a led hour: all that can be given and drawn on a canvas with cards."""

from unit.core import ANN, BOB, MIDDLE, Core
from unit.marked import CANVAS, TRUST, YES, add_full

from raakvlak.canvas.intents import CreateItems, SetCanvas, SetConnector, SetTone
from raakvlak.canvas.leading import EnterStep, SetGroupScore, SetScore
from raakvlak.canvas.records import (
    Card,
    Connector,
    Entry,
    ParticipantToken,
    Settings,
    Sticky,
    TextLabel,
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
