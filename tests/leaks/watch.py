"""What can be learned without reading a word: counts and when they come, who does something, ids and their order."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import sqrt

from leaks.guests import Guest
from leaks.session import Leak, Session

FEWEST = 18
"""Ids that must be there before their order says anything,"""
FURTHEST = 5.5
"""standard deviations that it may be away from no order at all."""


def _pages(session: Session) -> Iterator[Guest]:
    return (page for who in session.people for page in who.pages)


def judge_tallies(session: Session) -> None:
    """Counts are counts, and in an anonymous step each worker tells them once: at its beginning."""
    told: defaultdict[tuple[int, int, int], set[str]] = defaultdict(set)
    for page in _pages(session):
        for heard in page.everything:
            tally, stage = heard.message, session.stage_at(heard.seq)
            if tally["type"] != "tally":
                continue
            allowed = {"type", "step", "written", "ready"} | (set() if stage.private or stage.anonymous else {"people"})
            if not set(tally) <= allowed or not all(isinstance(tally[name], int) for name in ("written", "ready")):
                raise Leak("PRIV-47", f"expected counts alone in a step of mode {stage.mode}, but got {heard.raw}")
            if stage.anonymous:
                told[stage.seq, page.worker, heard.line[1]].add(heard.raw)
    for (seq, worker, _), tallies in told.items():
        if len(tallies) > 1:
            raise Leak(
                "PRIV-47", f"expected one tally of the step of event {seq} at worker {worker}, but got {tallies}"
            )


def judge_presence(session: Session) -> None:
    """In an anonymous step nobody can see that somebody moves, types or looks elsewhere, be it without seeing where."""
    workers = {page.writer: page.worker for page in _pages(session)}
    for page in _pages(session):
        before: dict[str, object] = {}
        for heard in page.everything:
            if heard.message["type"] == "load":
                before = {}
            stage = session.stage_at(heard.seq)
            for entry in heard.message["people"] if heard.message["type"] == "presence" else ():
                said, writer, sayer = entry.get("here"), entry["writer"], session.person(entry["person"])
                again, before[writer] = before.get(writer) == said, said
                if said is None or not (stage.anonymous and stage.private) or sayer.led_at(heard.seq):
                    continue
                # What comes from the other worker may have been said before the step.
                where = set(said) - {"type"} if workers[writer] == page.worker else set()
                if again or where:
                    told = f"but {page.who.name} got {entry}"
                    raise Leak("PRIV-46", f"expected not to hear what {sayer.name} does, {told}")


def judge_ids(session: Session) -> None:
    """The ids that things are shown under follow neither the time of writing nor the order of joining."""
    public = [secret for secret in session.ledger.secrets.values() if secret.kind == "public id"]
    joined = {who.id: number for number, who in enumerate(session.people)}
    by_time = [secret.mark for secret in public]
    by_author = sorted(by_time, key=lambda mark: joined[min(session.ledger.secrets[mark].readers)])
    for ids in (by_time, by_author):
        if len(ids) >= FEWEST and abs(order_of(ids)) > FURTHEST:
            raise Leak("PRIV-45", f"expected random ids, but these have an order: {ids}")


def order_of(ids: Sequence[str]) -> float:
    """How far the order of these is from none (Kendall's tau, in standard deviations)."""
    n = len(ids)
    pairs = [(ids[i], ids[j]) for i in range(n) for j in range(i + 1, n)]
    tau = sum(1 if one < other else -1 for one, other in pairs) / len(pairs)
    return tau / sqrt(2 * (2 * n + 5) / (9 * n * (n - 1)))
