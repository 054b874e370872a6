"""Routes: canvases in an order that makes a session."""

from raakvlak.canvas.route import Break, break_steps
from raakvlak.canvases import templates
from raakvlak.routes import minutes_of, routes


def test_routes_are_of_canvases_that_there_are_and_fit_in_their_time() -> None:
    """[ROUTE-1]"""
    found = {each.id: each for each in routes()}
    assert [name for name, each in found.items() if not set(each.canvases) <= set(templates())] == []
    assert [name for name, each in found.items() if minutes_of(each) > each.minutes] == []
    assert [name for name, each in found.items() if any(it.after >= len(each.canvases) for it in each.breaks)] == []


def test_the_minutes_of_a_route_are_those_of_the_workbook() -> None:
    """[ROUTE-1]"""
    breaks = {each.id: sum(it.minutes for it in each.breaks) for each in routes()}
    minutes = {each.id: minutes_of(each) - breaks[each.id] for each in routes()}
    workbook = {
        "one-hour": (59, 0),
        "first-meeting": (108, 5),
        "interests": (164, 10),
        "relationship": (135, 5),
        "organising": (174, 10),
        "check-up": (161, 10),
    }
    assert {name: (minutes[name], breaks[name]) for name in minutes} == workbook


def test_breaks_are_steps_in_which_nothing_changes() -> None:
    """[ROUTE-3]"""
    breaks = (Break(2, 10), Break(1, 5), Break(2, 3))
    steps = break_steps(breaks, 2, 7)
    assert [(each.mode, each.minutes, each.order, each.canvas) for each in steps] == [
        ("freeze", 10, 7, None),
        ("freeze", 3, 8, None),
    ]
    assert len({each.id for each in steps}) == 2
    assert break_steps(breaks, 3, 0) == ()
