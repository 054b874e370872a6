"""How often something may happen within a minute: for joining a workshop and for making one."""

from collections import deque


class Pace:
    """At most so many within the last minute, for each name."""

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._at: dict[str, deque[float]] = {}

    def allows(self, name: str, now: float) -> bool:
        """Count one more, if it may be. `now` in seconds, by any steady clock."""
        times = self._at.setdefault(name, deque())
        while times and now - times[0] > 60:
            times.popleft()
        if len(times) >= self._per_minute:
            return False
        times.append(now)
        for other in [each for each, at in self._at.items() if at and now - at[-1] > 60]:
            del self._at[other]
        return True
