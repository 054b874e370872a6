"""What a reveal may show: the final form of what it is about, and where the step was anonymous no trace of anybody."""

import json
from collections.abc import Callable, Collection, Mapping
from typing import Any

from leaks.guests import WRITTEN, Answer, Somebody, showable
from leaks.session import Leak, Session

FIELDS = {
    "score": ("value", "zone", "scale", "item"),
    "sticky": ("text", "tone"),
    "label": ("text",),
    "connector": ("text", "start", "end", "strength"),
}
"""What is shown of each kind just as it was."""
USUAL = {"text": "", "tone": "", "scale": "score", "strength": 1}
ITEMS = (*WRITTEN, "card", "connector")
"""The kinds that a reveal shows as they are."""
About = Callable[[Somebody, dict[str, Any]], bool]
"""Whether a reveal is about this draft of this person."""


def judge(session: Session, answer: Answer, about: About, lifted: bool = False) -> int:
    """Raise Leak unless the event shows what it may; note that everyone may know that now. How much it has shown.

    `lifted`: its author takes it out of a zone that is private for good, and so shows by themselves whose it is.
    """
    if answer.event is None:
        raise AssertionError(f"expected a reveal to happen, but got {answer.refusal}")
    shown = [record for change in answer.event["changes"] if (record := _shown_in(session, change))]
    for record in shown:
        _judge_record(session, record, answer, about, lifted)
    arrows = [record for record in shown if record["kind"] == "connector"]
    for arrow in arrows:
        _judge_arrow(arrow, {record["id"]: record for record in shown})
    for part in (arrows, [record for record in shown if record["kind"] != "connector"]):
        ids = [record["id"] for record in part]
        if ids != sorted(ids):
            raise Leak("PRIV-45", f"expected what is shown in the order of its random ids, but got {ids}")
        heights = [record.get("z", 0) for record in part if record["kind"] in ITEMS]
        if heights != sorted(heights):
            raise Leak("PRIV-45", f"expected heights in the order of the random ids, but got {heights}")
    if shown and all(record["id"] in session.anonymous for record in shown):
        _judge_event(session, answer.event)
    return len(shown)


def _shown_in(session: Session, change: dict[str, Any]) -> dict[str, Any] | None:
    """The record that a change shows, if it is one that was private."""
    record: dict[str, Any] | None = change.get("record")
    if record is None or record["kind"] not in (*ITEMS, "placement", "score"):
        return None
    secret = session.ledger.secrets.get(record["id"])
    if secret is None or secret.kind != "public id":
        raise Leak("PRIV-44", f"expected the random id of a draft, but what is shown is called {record['id']}")
    return record


def _judge_record(session: Session, record: dict[str, Any], answer: Answer, about: About, lifted: bool) -> None:
    secret = session.ledger.secrets[record["id"]]
    author = next(who for who in session.people if who.id in secret.readers)
    was = [each for each in author.was_private(record["id"]) if showable(each) or showable(each, back=True)]
    if not any(_same(each, record, lifted) for each in was):
        raise Leak("PRIV-43", f"expected the final form, one of {was}, but {record} is shown")
    if not any(about(author, each) for each in was):
        raise Leak("PRIV-43", f"expected only what the reveal is about, but {record} of {author.name} is shown")
    if record.get("author") not in (None, author.id):
        raise Leak("PRIV-43", f"expected a draft of its author, but {record} is of {author.id}")
    marks = session.ledger.found_in(json.dumps(_alone(record)))
    if not lifted and (was[-1].get("step") in session.anonymous_steps or any(mark.unsigned for mark in marks)):
        session.anonymous.add(record["id"])
        judge_anonymous(session, record)
    for found in marks:
        session.ledger.show(found.mark, answer.seq)
    if record["kind"] in ITEMS and record["kind"] != "connector":
        session.notes.append(record["id"])


def _judge_arrow(arrow: dict[str, Any], shown: Mapping[str, dict[str, Any]]) -> None:
    """Raise Leak where it tells whose something anonymous is: nobody else could have drawn it before that was shown."""
    for end in (shown[each] for each in (arrow["start"], arrow["end"]) if each in shown):
        if end.get("author") != arrow.get("author"):
            raise Leak("PRIV-44", f"expected an arrow of the same author, or of nobody, as {end}, but got {arrow}")


def _alone(record: dict[str, Any]) -> dict[str, Any]:
    """A record without what it leads to: that is known to everyone, be it since now."""
    return {key: value for key, value in record.items() if key not in ("start", "end")}


def _same(draft: dict[str, Any], record: dict[str, Any], lifted: bool) -> bool:
    fields = list(FIELDS.get(draft["kind"], ()))
    if not lifted:
        fields.append("place")
    return all(_said(draft, field) == _said(record, field) for field in fields)


def _said(record: dict[str, Any], field: str) -> Any:
    """What a record says of itself; None where it need not say it."""
    value = record.get(field)
    return None if value == USUAL.get(field) else value


def judge_anonymous(session: Session, record: dict[str, Any]) -> None:
    """Raise Leak where something that was written anonymously tells of anybody."""
    known = {key: value for key, value in _alone(record).items() if key not in ("locked", "deleted", "step")}
    if record["kind"] == "placement":
        known.pop("organisation", None)  # which partner's token it was, not whose hand put it there
    raw = json.dumps(known)
    traces = [who.name for who in session.people if who.id in raw]
    traces += [who.organisation for who in session.people if who.organisation and f'"{who.organisation}"' in raw]
    if traces or "author" in record or "public" in record:
        raise Leak("PRIV-44", f"expected nobody's name in {record}, but it tells of {traces}")


def _judge_event(session: Session, event: dict[str, Any]) -> None:
    changes = [{**each, "record": _alone(each.get("record", {}))} for each in event["changes"]]
    raw = json.dumps({**event, "changes": changes})
    for stage in session.stages:
        raw = raw.replace(stage.id, "") if stage.id else raw  # begins with the writer who put it on the agenda
    traces = [who.name for who in session.people if who.id in raw and who.id != event["by"]]
    if traces:
        raise Leak("PRIV-44", f"expected only who shows it in an anonymous reveal, but it tells of {traces}")


def everyone(canvas: str) -> About:
    """A reveal of all on the canvas that was made in steps; what was made for none is its author's to show."""
    return lambda who, draft: (
        who.removed is None and draft.get("canvas") == canvas and bool(draft.get("step")) and showable(draft)
    )


def named(session: Session, canvas: str, people: Collection[str]) -> About:
    """A reveal of what some people have on the canvas, as far as it is not anonymous."""
    everything = everyone(canvas)
    return lambda who, draft: (
        who.id in people and everything(who, draft) and draft["step"] not in session.anonymous_steps
    )


def theirs(session: Session, canvas: str, who: Somebody, only: Collection[str]) -> About:
    """What somebody shows of their own on the canvas, or `only` these drafts."""
    return lambda author, draft: (
        author is who
        and draft.get("canvas") == canvas
        and showable(draft)
        and draft.get("step") not in session.anonymous_steps
        and (not only or draft["id"] in only)
    )


def lifted(who: Somebody, draft_id: str) -> About:
    """One note that its author takes out of a zone that is private for good."""
    return lambda author, draft: author is who and draft["id"] == draft_id and showable(draft, back=True)
