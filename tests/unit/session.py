"""A session that uses all there is: the source of the golden log and of the vectors of `apply`."""

from unit.core import ANN, BOB, CAS, MIDDLE, Core
from unit.led_session import led_session
from unit.marked_session import marked_session

from raakvlak.canvas.events import PathPoint
from raakvlak.canvas.intents import (
    AddCanvas,
    AddOrganisation,
    CreateItems,
    DeleteItems,
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
    Undo,
)
from raakvlak.canvas.leading import Move
from raakvlak.canvas.records import ParticipantToken, PartnerToken, Settings, participant_token_id, partner_token_id
from raakvlak.canvas.values import Place

AWAY = Place("figure", 0.2, 0.8)


def recorded_session() -> Core:
    """The streams after everything that can be asked for was asked for."""
    core = Core()
    first = core.note(BOB, "1", "Droge voeten")
    second = core.note(CAS, "1", "Wonen 😀")
    core.later(900)
    core.type(BOB, first, "Droge voeten in 2050")
    core.type(CAS, first, "Droge voeten in heel 2050")
    core.type(BOB, second, "Wonen é 😀 عربي")
    core.later(4_000)
    core.ask(CAS, MoveItems(moves=(Move(first, AWAY),), path=(PathPoint(0, 0, 0), PathPoint(400, -300.5, 200.25))))
    core.ask(CAS, ResizeItem(id=second, width=284, height=210, place=MIDDLE))
    core.ask(BOB, OrderItems(ids=(first,), front=True))
    core.ask(BOB, OrderItems(ids=(second,), front=False))
    token = partner_token_id("one", "org")
    core.ask(
        BOB, CreateItems(items=(PartnerToken(id=token, canvas="one", place=MIDDLE, author="x", organisation="org"),))
    )
    own = participant_token_id("two", "cas")
    core.ask(CAS, CreateItems(items=(ParticipantToken(id=own, canvas="two", place=MIDDLE, author="x", person="cas"),)))
    core.ask(CAS, CreateItems(items=(ParticipantToken(id=own, canvas="two", place=AWAY, author="x", person="cas"),)))
    core.ask(ANN, LockItems(ids=(token,), locked=True))
    core.ask(ANN, SetCanvas(id="one", settings=Settings(centre=0.58)))
    core.ask(ANN, AddCanvas(id="ann-1.canvas", template="triangle"))
    core.ask(ANN, AddOrganisation(id="ann-1.org", name="Zorggroep"))
    core.ask(ANN, RenameOrganisation(id="org", name="Gemeente"))
    core.ask(ANN, RenameWorkshop(title="Wonen en water"))
    core.ask(ANN, RenewInvite(role="observer"))
    core.ask(CAS, DeleteItems(ids=(second,)))
    core.ask(CAS, Undo())
    core.ask(CAS, Redo())
    core.ask(ANN, RestoreItems(ids=(second,)))
    core.ask(BOB, Undo())
    core.note(BOB, "own", "Alleen voor mij", stream="person:bob")
    led_session(core)
    marked_session(core)
    return core
