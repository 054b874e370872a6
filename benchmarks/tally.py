"""Who has heard what, and how late.

A delivery is one move that reached one person other than its author. Where a newer move takes the place of an older
one that was not sent yet, the older counts as delivered when the newer arrives, with the time that it then is old.
"""

import time
from typing import NamedTuple

import numpy as np

from benchmarks.wires import Heard, Numbers

PROBES = 24
"""Receivers whose latencies are kept, at most; deliveries are counted for all."""


class Span(NamedTuple):
    """What happened between `begin` and `end`."""

    deliveries: int
    p50: float
    p99: float
    """Of latencies, in seconds; infinite when nothing was delivered."""
    replaced: float
    """The share of deliveries that came as a newer move."""


class Tally:
    """For a crowd of at most `people`, each with at most `moves` moves."""

    def __init__(self, people: int, moves: int) -> None:
        self.sent_at = np.zeros((people, moves + 1))
        self.last = np.full((people, people), -1, np.int64)
        """By receiver and author: the number of the last move heard."""
        self.broken = 0
        """Frames of a stream that did not follow the one before."""
        self._reached = [-1] * people
        self._before: Numbers | None = None
        self._latencies: list[np.ndarray[tuple[int, ...], np.dtype[np.float64]]] = []
        self._came = 0
        self._meant = 0

    def begin(self) -> None:
        """Count from here."""
        self._before = self.last.copy()
        self._latencies = []
        self._came = self._meant = 0

    def end(self) -> Span:
        """What was counted."""
        if self._before is None:
            raise RuntimeError("expected begin before end")
        known = (self._before >= 0) & ~np.eye(len(self.last), dtype=bool)
        deliveries = int((self.last - self._before)[known].sum())
        self._before = None
        late = np.concatenate(self._latencies) if self._latencies else np.array([np.inf])
        p50, p99 = np.percentile(late, (50, 99)) if np.isfinite(late).all() else (np.inf, np.inf)
        return Span(deliveries, float(p50), float(p99), 1 - self._came / self._meant if self._meant else 0.0)

    def hear(self, receiver: int, heard: Heard, probe: bool) -> None:
        """A frame has come."""
        if heard.after >= 0:
            if self._reached[receiver] not in (-1, heard.after):
                self.broken += 1
            self._reached[receiver] = heard.position
        row = self.last[receiver]
        if probe and self._before is not None:
            self._note_latencies(receiver, row, heard)
        row[heard.authors] = heard.moves

    def _note_latencies(self, receiver: int, row: Numbers, heard: Heard) -> None:
        now = time.perf_counter()
        before = row[heard.authors]
        news = heard.moves - before
        kept = (before >= 0) & (news > 0) & (heard.authors != receiver)
        authors, news = heard.authors[kept], news[kept]
        total = int(news.sum())
        if total == 0:
            return
        firsts = np.cumsum(news) - news
        moves = np.arange(total) - np.repeat(firsts - before[kept] - 1, news)
        self._latencies.append(now - self.sent_at[np.repeat(authors, news), moves])
        self._came += int(np.minimum(heard.counts[kept], news).sum())
        self._meant += total
