"""A canvas with all that can be given and drawn: cards, connectors, labels, pairs of tokens, tones, lists."""

from msgspec.structs import replace
from unit.core import ANN, NAMES, TRIANGLE, Core

from raakvlak.canvas.intents import AddCanvas
from raakvlak.canvas.records import card_id
from raakvlak.canvas.template import ListText, SeededCard, Template, TokenText, Tone, ZoneText
from raakvlak.canvas.words import Words

FULL: Template = replace(
    TRIANGLE,
    id="full",
    zones=tuple(ZoneText(name, Words(name, name), accepts=("smiley", "checkbox")) for name in NAMES),
    kinds=("sticky", "card", "connector", "label", "participant-token", "score", "smiley", "checkbox"),
    cards=(
        SeededCard("trust", "top", Words("Vertrouwen", "Trust"), copies=True),
        SeededCard("power", "top", Words("Macht", "Power")),
        SeededCard("yes", "left", Words("Ja", "Yes"), kind="checkbox", row="r"),
        SeededCard("no", "left", Words("Nee", "No"), kind="checkbox", row="r"),
        SeededCard("claim", "right", Words("Stelling", "Statement"), kind="statement"),
    ),
    tokens=(TokenText("now", Words("Nu", "Now")), TokenText("wish", Words("Wens", "Wish"))),
    tones=(Tone("well", Words("Goed", "Well"), "plus"),),
    lists=(ListText("partners", Words("Partner", "Partner"), least=2, most=3),),
)
CANVAS = "ann-1.full"
TRUST, POWER, YES, NO, CLAIM = (card_id(CANVAS, each.id) for each in FULL.cards)


def marked() -> Core:
    """A workshop to which Ann has added the canvas."""
    core = Core()
    add_full(core)
    return core


def add_full(core: Core) -> None:
    """Ann adds the canvas."""
    core.templates[FULL.id] = FULL
    core.ask(ANN, AddCanvas(id=CANVAS, template=FULL.id))
