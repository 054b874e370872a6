"""The search is no dummy: whatever is planted into what was heard in a session, it finds, and names the rule."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from leaks.guests import Answer, Guest, Heard, Somebody
from leaks.search import search
from leaks.session import Asked, Leak, Session, Stage
from leaks.shown import everyone, judge, lifted
from leaks.test_leaks import one_session
from leaks.watch import FURTHEST, order_of

SEED = 15
"""Of a session in which everything happens that is planted here."""
Plant = Callable[[], object]


def of_kind(session: Session, kind: str) -> str:
    """A mark that nobody but its owner may ever know."""
    return next(s.mark for s in session.ledger.secrets.values() if s.kind == kind and s.since is None)


def hear(session: Session, page: Guest, message: dict[str, Any], seq: int | None = None) -> None:
    """Let a page have heard this at the end, or when it knew the shared stream up to there."""
    last = next(each for each in reversed(page.everything) if page.lines[each.line][1] == (not page.inside))
    page.everything.append(Heard(json.dumps(message), message, last.seq if seq is None else seq, last.line))


def somebody_else(session: Session) -> Somebody:
    """A participant from the beginning to the end."""
    return next(who for who in session.with_role("participant") if not who.leads)


def observer(session: Session) -> Guest:
    """The page of somebody who made nothing."""
    return next(who for who in session.people if who.role == "observer").pages[0]


def plants(session: Session) -> Iterator[tuple[str, str, Plant]]:
    """What is planted: under what name, which rule must notice, and how."""
    told, somebody = partial(hear, session, observer(session)), somebody_else(session)
    outside = next(who for who in session.people if who.let_in == -1).pages[-1]
    gone = next(who for who in session.people if who.removed is not None).pages[0]
    for kind in ("draft", "place", "public id", "draft id"):
        yield kind, "PRIV-40", partial(told, notice(of_kind(session, kind)))
    yield "a refused text", "PRIV-51", partial(told, refusal(observer(session), of_kind(session, "refused")))
    yield "another writer", "PRIV-51", partial(told, refusal(somebody.page, "x"))
    yield "another's head", "PRIV-51", partial(told, {"type": "heads", "heads": {somebody.stream: {}}})
    yield "a note among facilitators", "PRIV-49", partial(told, notice(of_kind(session, "memo")))
    yield "outside", "PRIV-50", partial(hear, session, outside, notice("x", "tally"))
    yield "removed", "PRIV-50", partial(hear, session, gone, snapshot(10**6, {"kind": "x", "id": "x"}))
    yield from _anonymous(session, told)
    yield from _votes(session, told)
    for path, body, rule in (
        ("links", of_kind(session, "draft"), "PRIV-41"),
        ("report.json", of_kind(session, "draft"), "PRIV-41"),
        ("picture/canvas-1", of_kind(session, "public id"), "PRIV-41"),
        ("events?stream=person:x", "", "PRIV-41"),
        ("events?stream=facilitators", "", "PRIV-41"),
    ):
        yield path, rule, partial(session.asked.append, answered(observer(session), path, body))
    yield "a sheet", "PRIV-50", partial(session.asked.append, answered(outside, "sheet/canvas-1", ""))
    for line in (f"could not decide {of_kind(session, 'draft')}", str(somebody.cookies)):
        yield "a log", "PRIV-42", partial(session.logged.lines.append, line)


def _anonymous(session: Session, told: Callable[..., None]) -> Iterator[tuple[str, str, Plant]]:
    stage = next(stage for stage in session.stages if stage.anonymous and stage.private)
    somebody = somebody_else(session)
    note = {"kind": "sticky", "id": min(session.anonymous), "canvas": "canvas-1"}
    known = max(observer(session).seq, session.ledger.secrets[str(note["id"])].since or 0)
    for field in ("author", "place"):
        yield field, "PRIV-44", partial(told, snapshot(known, {**note, field: somebody.id}), known)
    pointer = next(s.mark for s in session.ledger.secrets.values() if s.kind == "presence" and "." in s.mark)
    yield "a pointer", "PRIV-46", partial(told, {**notice("x", "presence"), "people": [], "x": float(pointer)})
    quiet = {"writer": somebody.page.writer, "person": somebody.id, "here": {"type": "here"}}
    moved = Heard("", {"type": "presence", "people": [quiet]}, stage.seq, (1, 1))
    yield "a move", "PRIV-46", partial(observer(session).everything.extend, [moved, moved])
    tally = {"type": "tally", "step": stage.id, "written": 1, "ready": 1}
    yield "who is ready", "PRIV-47", partial(told, {**tally, "people": []}, stage.seq)
    counts = [Heard(json.dumps({**tally, "ready": n}), {**tally, "ready": n}, stage.seq, (1, 1)) for n in (1, 2)]
    yield "the moment", "PRIV-47", partial(observer(session).everything.extend, counts)


def _votes(session: Session, told: Callable[..., None]) -> Iterator[tuple[str, str, Plant]]:
    yield "dots", "PRIV-48", partial(told, notice(of_kind(session, "dots")))
    vote = {"kind": "round", "id": "x", "canvas": "canvas-1", "dots": 3}
    vote["ballots"] = [{"item": "x", "dots": 1, "person": somebody_else(session).id}]
    for fields in ({}, {"anonymous": True, "ended": 1}):
        yield "a vote", "PRIV-48", partial(told, snapshot(observer(session).seq, {**vote, **fields}))


def notice(message: str, kind: str = "notice") -> dict[str, Any]:
    """A frame that says this."""
    return {"type": kind, "message": message}


def snapshot(seq: int, record: dict[str, Any]) -> dict[str, Any]:
    """The shared stream with one record."""
    return {"type": "load", "stream": "shared", "position": {"seq": seq, "token": ""}, "snapshot": [record]}


def refusal(page: Guest, message: str) -> dict[str, Any]:
    """A refusal of something that this page has asked for."""
    return {"type": "refused", "stream": "shared", "writer": page.writer, "n": 1, "code": "invalid", "message": message}


def answered(page: Guest, path: str, body: str) -> Asked:
    """What a browser was given over HTTP."""
    who = page.who
    return Asked(who, path, 200, body.encode(), who.let_in == -1, who.removed is not None, who.role == "facilitator")


@contextmanager
def as_it_was(session: Session) -> Iterator[None]:
    """Take out again what the block plants."""
    pages = [page for who in session.people for page in who.pages]
    heard, asked, lines = [len(page.everything) for page in pages], len(session.asked), len(session.logged.lines)
    yield
    for page, length in zip(pages, heard, strict=True):
        del page.everything[length:]
    del session.asked[asked:]
    del session.logged.lines[lines:]


async def test_what_is_planted_is_found(tmp_path: Path, shared_redis: str) -> None:
    """[PRIV-52] Whatever is planted into what was heard, answered or logged, the search finds it and names its rule."""
    session = await one_session(tmp_path, shared_redis, SEED)
    for name, rule, plant in plants(session):
        with as_it_was(session):
            plant()
            with pytest.raises(Leak) as found:
                search(session)
            assert rule in str(found.value), f"expected {name} to break {rule}, but: {found.value}"
    search(session)
    _reveals(session)


def _reveals(session: Session) -> None:
    """What reveals must not show is noticed when they happen."""
    session.quiet()
    session.stages.append(Stage(10**6, "step-x", "write", "canvas-1", True))
    who = somebody_else(session)
    who.own.clear()
    who.lately.clear()
    draft = {"kind": "sticky", "canvas": "canvas-1", "place": {"frame": "figure", "u": 0.5, "v": 0.2}, "text": "now"}
    for number, public in enumerate(("f" * 24, "e" * 24)):
        who._note({**draft, "id": f"draft{number}", "public": public, "step": ("step-x", "named")[number]})
    drawn = {**draft, "kind": "connector", "start": "f" * 24, "end": "e" * 24}
    who._note({**drawn, "id": "draft2", "public": "d" * 24, "step": "named"})
    arrow = {**drawn, "id": "d" * 24, "author": who.id}
    record = {key: value for key, value in draft.items() if key != "step"}
    anonymous, named = {**record, "id": "f" * 24}, {**record, "id": "e" * 24, "author": who.id}

    def event(*records: dict[str, Any]) -> Answer:
        by = {"by": session.people[0].id, "intent": {"writer": "x-1", "n": 1}}
        return Answer({**by, "changes": [{"do": "put", "record": each} for each in records]}, 10**6 + 1, None)

    about = everyone("canvas-1")
    assert judge(session, event(named, anonymous), about) == 2
    faults = (
        ("PRIV-43", event({**named, "text": "before"}), about),
        ("PRIV-43", event(named), everyone("canvas-2")),
        ("PRIV-43", event({**named, "author": session.people[0].id}), about),
        ("PRIV-43", event(named), lifted(who, "draft1")),
        ("PRIV-44", event({**anonymous, "author": who.id}), about),
        ("PRIV-44", event({**named, "id": "draft1"}), about),
        ("PRIV-45", event(anonymous, named), about),
        ("PRIV-43", event(named, {**arrow, "start": "a-1.note"}), about),
        ("PRIV-44", event(anonymous, arrow), about),
        ("PRIV-44", event(named, {key: value for key, value in arrow.items() if key != "author"}), about),
    )
    for rule, answer, about_it in faults:
        with pytest.raises(Leak, match=rule):
            judge(session, answer, about_it)


def test_an_order_is_noticed() -> None:
    """[PRIV-45] Ids that ascend are noticed; those that come by chance are not."""
    ids = [f"{number:024x}" for number in range(20)]
    assert order_of(ids) > FURTHEST
    assert abs(order_of(ids[::2] + ids[1::2])) < FURTHEST
