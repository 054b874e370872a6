"""The search: every byte that left the servers, for what its receiver may not know."""

import json
from typing import Any

import msgspec
from leaks.guests import Guest, Heard, Somebody
from leaks.house import OPEN, TEMPLATES
from leaks.marks import Secret
from leaks.session import Asked, Leak, Session
from leaks.shown import judge_anonymous
from leaks.watch import judge_ids, judge_presence, judge_tallies

RULES = {"memo": "PRIV-49", "dots": "PRIV-48", "presence": "PRIV-46"}
"""By the kind of secret; all others are drafts."""
OUTSIDE = {"welcome", "heads", "refused", "notice"}
"""What somebody may be sent who waits to be let in."""
EVERYBODYS = ("", "replay", "report", *TEMPLATES, "/api/templates/check", *OPEN)
"""What anybody may ask for, be it that they were removed."""
REPORTS = ("report.json", *(f"picture/canvas-{number}" for number in (1, 2, 3)))
"""What holds what everyone was shown by then."""
COVERED = {
    "/",
    "/healthz",
    "/api/templates",
    "/api/templates/check",
    "/api/templates/{template}/sheet",
    "/api/templates/{template}/picture",
    *TEMPLATES,
    "/api/workshops",
    *(f"/w/{{workshop}}/{path}" for path in ("", "replay", "enter", "join", "links", "sheet/{canvas}", "events", "ws")),
    *(f"/w/{{workshop}}/{path}" for path in ("report", "report.json", "picture/{canvas}")),
}
"""The routes that a session asks for."""


class _Shared(msgspec.Struct):
    """What brings events, as raw bytes: a frame, or a page of the history."""

    after: int = 0
    events: list[msgspec.Raw] | None = None


def search(session: Session) -> None:
    """Raise Leak for the first thing that somebody was told and may not know."""
    for who in session.people:
        for page in who.pages:
            for heard in page.everything:
                _frame(session, page, heard)
            _nothing(session, who, str(page.closed), "a closing")
    for asked in session.asked:
        _answer(session, asked)
    cookies = [cookie.partition("=")[2] for who in session.people for cookie in who.cookies.values()]
    for line in session.logged.lines:
        if session.ledger.found_in(line) or any(cookie in line for cookie in cookies):
            raise Leak("PRIV-42", f"expected a log without anything of people's, but it has: {line}")
    judge_tallies(session)
    judge_presence(session)
    judge_ids(session)


def _may(secret: Secret, who: Somebody | None, seq: float) -> bool:
    if who and (who.id in secret.readers or (secret.notes and who.led_at(seq))):
        return True
    return secret.since is not None and secret.since <= seq


def _nothing(session: Session, who: Somebody | None, raw: str, what: str, seq: float = 0, rule: str = "") -> None:
    """Raise Leak if there is anything in this that they may not know, as far as the shared stream then was."""
    for secret in session.ledger.found_in(raw):
        if not _may(secret, who, seq):
            name = who.name if who else "a stranger"
            rule = rule or RULES.get(secret.kind, "PRIV-40")
            raise Leak(rule, f"expected {name} not to know {secret}, but {what} has it: {raw}")


def _events(session: Session, who: Somebody | None, raw: str | bytes, what: str) -> None:
    """The same for each event by itself: what one shows, those before it may not."""
    shared = msgspec.json.decode(raw, type=_Shared)
    for seq, event in enumerate(shared.events or (), shared.after + 1):
        _nothing(session, who, bytes(event).decode(), f"event {seq} {what}", seq)


# --- frames -----------------------------------------------------------------------------------------------------------


def _frame(session: Session, page: Guest, heard: Heard) -> None:
    who, message, kind = page.who, heard.message, heard.message["type"]
    _own(page, heard)
    if kind == "refused":
        for secret in session.ledger.found_in(heard.raw):
            if secret.mark not in page.uttered and not _may(secret, who, heard.seq):
                raise Leak("PRIV-51", f"expected {who.name} to be told nothing new, but got {heard.raw}")
        return
    # Presence may come by another way than the event that has shown what it is about.
    _nothing(session, who, heard.raw, f"a frame at {heard.seq}", float("inf") if kind == "presence" else heard.seq)
    if kind not in ("events", "load") or message["stream"] != "shared":
        return
    _events(session, who, heard.raw, "in a frame")
    if who.removed is not None and message["position"]["seq"] >= who.removed:
        raise Leak("PRIV-50", f"expected nothing for {who.name} from event {who.removed} on, but got {heard.raw}")
    for record in message.get("snapshot") or ():
        _record(session, record)
    for event in message.get("events") or ():
        for change in event["changes"]:
            _record(session, change.get("record", {}))


def _record(session: Session, record: dict[str, Any]) -> None:
    if record.get("id") in session.anonymous:
        judge_anonymous(session, record)
    if record.get("kind") == "dots":
        raise Leak("PRIV-48", f"expected dots in their voter's own stream, but got {record}")
    if record.get("kind") == "round":
        if record.get("ended") is None and (record.get("ballots") or record.get("voters")):
            raise Leak("PRIV-48", f"expected no dots before the vote is closed, but got {record}")
        raw = json.dumps(record.get("ballots") or [])
        if record.get("anonymous") and any(f'"{who.id}"' in raw for who in session.people):
            raise Leak("PRIV-48", f"expected an anonymous vote without voters, but got {record}")


def _own(page: Guest, heard: Heard) -> None:
    """Raise Leak for streams and writers that are not the receiver's, and for anything that is told to who waits."""
    message, who = heard.message, page.who
    kind = message["type"]
    came_at, waits = page.lines[heard.line]
    streams = {"shared", who.stream}
    if who.led_at(came_at if kind == "welcome" else heard.seq):
        streams.add("facilitators")
    named: set[str] = set()
    writers: set[str] = set()
    if kind == "welcome":
        named = {*message["streams"], *message["last"]}
        writers = {message["writer"], *(writer for each in message["last"].values() for writer in each)}
    elif kind == "heads":
        named = set(message["heads"])
    elif kind in ("load", "events"):
        named = {message["stream"]}
    elif kind in ("saved", "refused"):
        writers = {message["writer"]}
    if waits and (kind not in OUTSIDE or named):
        raise Leak("PRIV-50", f"expected {who.name} to wait without hearing anything, but got {heard.raw}")
    if not named <= streams or any(not writer.startswith(f"{who.id}-") for writer in writers):
        raise Leak("PRIV-51", f"expected only {who.name}'s own streams and writers, but got {heard.raw}")


# --- HTTP -------------------------------------------------------------------------------------------------------------


def _answer(session: Session, asked: Asked) -> None:
    raw, who, path = asked.body.decode(), asked.who, asked.path
    name, given = who.name if who else "a stranger", asked.status == 200
    if given and path not in EVERYBODYS and (asked.gone or (asked.waits and path != "enter")):
        raise Leak("PRIV-50", f"expected {path} to be closed to {name}, who is not let in, but got {raw}")
    reads_notes = path.startswith("events?stream=facilitators") and asked.leads
    if path.startswith("events?stream=person") or (path.startswith("events?stream=facilitators") and not asked.leads):
        if given:
            raise Leak("PRIV-41", f"expected {path} to be closed to {name}, but got {raw}")
    elif path.startswith("events") and not reads_notes and given:
        _events(session, who, asked.body, "over HTTP")
        return
    for secret in session.ledger.found_in(raw):
        if not (reads_notes and secret.notes):
            _nothing(session, who, raw, f"{path} over HTTP", asked.seq if path in REPORTS else 0, "PRIV-41")
