"""The report: what the shared stream comes to, and nothing of what is in any other."""

from unit.measured_world import A, World

from raakvlak.canvas import measures
from raakvlak.canvas.events import Change, Event, IntentId, Patch, Put, decode_event, encode_event
from raakvlak.canvas.facilitation import Agreement, Ballot, Consent, Group, Score, Session
from raakvlak.canvas.records import Canvas, Fields, Person, Workshop
from raakvlak.canvas.words import Words
from raakvlak.derive.report import Report, report_of, told

LABEL = Words("Score", "Score")


def history(world: World, *more: tuple[Change, ...], by: str = "bob") -> list[Event]:
    """All records of a world put at once by the server, then what happened."""
    workshop = Workshop(id="workshop", title="Samen", language="nl")
    first = tuple(Put(record) for record in (workshop, *world.records.values()))
    return [
        Event(at=n, by="server" if n == 1 else by, intent=IntentId("b-1", n), changes=changes)
        for n, changes in enumerate((first, *more), 1)
    ]


def reported(world: World, *more: tuple[Change, ...]) -> Report:
    return report_of(history(world, *more))


def test_what_was_written_in_each_zone() -> None:
    """[REP-1] By zone, the most dots first, with organisation and group; what is deleted or empty is not in it."""
    world = World()
    one, two = world.note("bob", A, "one"), world.note("dan", A, "two")
    world.note(None, A, "three")
    world.note("bob", A, "gone", deleted="bob")
    world.note("bob", A, " ")
    world.add(Group(id="g", canvas="four", title="Together", items=(one,)))
    world.dots(Ballot(two, 2, "bob"), Ballot(one, 1, "bob"))
    (canvas,) = reported(world).canvases
    (zone,) = canvas.zones
    assert [(note.text, note.organisation, note.dots, note.group) for note in zone.notes] == [
        ("two", "west", 2, None),
        ("one", "oost", 1, "Together"),
        ("three", None, 0, None),
    ]
    assert (canvas.used, canvas.notes, canvas.dots, zone.name.en) == (True, 4, 3, "a")


def test_a_canvas_that_nobody_used() -> None:
    """[REP-2] Cards that lie there from the start are nobody's doing; one that somebody moved is."""
    world = World.on("network-ground-rules", measures.Cards)
    card = world.card(world.canvas.template.cards[0].id, world.at("rules"))
    assert not reported(world).canvases[0].used
    assert reported(world, (Patch(card, Fields(place=world.at("adopt"))),)).canvases[0].used


def test_against_the_session_before() -> None:
    """[REP-3] What was there when the last session began, if it is not the first."""
    world = World(measures.Scores(label=LABEL, zones=("a",), earlier=True))
    score = Score(id="s", canvas="four", zone="a", value=2, author="bob")
    sessions = [Put(Session(id=f"session-{n}", started=n)) for n in (1, 2)]
    again = Put(Score(id="s", canvas="four", zone="a", value=5, author="bob"))
    once = history(world, (sessions[0],), (Put(score),), (Put(Session(id="session-1", started=1, ended=2)),), (again,))
    assert told(once).earlier is None
    twice = reported(world, (sessions[0],), (Put(score),), (sessions[1],), (again,))
    assert twice.canvases[0].results[0].rows[0].numbers == (5, 0, 1, 2, 3)
    assert [each.started for each in twice.sessions] == [1, 2]


def test_people_and_agreements() -> None:
    """[REP-4] Observers are not counted; an agreement that was taken away is not told."""
    world = World()
    world.add(Person(id="eve", name="Eve", role="observer", organisation="oost"))
    for name, deleted in (("kept", None), ("gone", "ann")):
        consents = (Consent("west", "concern", "dan", 1),)
        world.add(
            Agreement(
                id=name,
                what="action",
                text=name,
                author="ann",
                at=1,
                organisation="oost",
                person="bob",
                consents=consents,
                deleted=deleted,
            )
        )
    found = reported(world)
    assert (found.people, [each.people for each in found.organisations]) == (4, [2, 1])
    (agreement,) = found.agreements
    assert (agreement.text, agreement.person) == ("kept", "Bob")
    assert [(each.organisation, each.how) for each in agreement.consents] == [("west", "concern")]


def test_a_second_canvas_has_its_own() -> None:
    world = World()
    world.note("bob", A, "here")
    world.add(Canvas(id="other", template=world.canvas.template, order=1))
    first, second = reported(world).canvases
    assert [len(first.zones), len(second.zones)] == [1, 0]
    assert not second.used


def test_events_are_read_as_they_are_stored() -> None:
    """The same report comes of the stored bytes."""
    world = World(measures.Notes(label=LABEL))
    world.note("bob", A, "one")
    events = history(world)
    assert report_of([decode_event(encode_event(each)) for each in events]) == report_of(events)
