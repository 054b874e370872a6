"""What people are told when the store does not answer, answers again, or no longer holds what was saved."""

from raakvlak.live.attendance import Attendance
from raakvlak.protocol import Notice

WAITING = Notice("waiting", "expected to save this at once, but the store does not answer: it is kept")
SAVING_AGAIN = Notice("saving-again", "what waited is being saved")
READ_ONLY = Notice("read-only", "what was saved before is no longer in the store: nothing more can be added here")


class Troubles:
    """Those of the streams of one workshop."""

    def __init__(self, attendance: Attendance) -> None:
        self._attendance = attendance
        self._waiting: set[str] = set()
        """Streams for which the store does not answer."""

    def __bool__(self) -> bool:
        """Whether the store does not answer."""
        return bool(self._waiting)

    def trouble(self, stream: str, troubled: bool) -> None:
        """The store does not answer for this stream, or does again; people are told of the first and of the last."""
        before = bool(self._waiting)
        if troubled:
            self._waiting.add(stream)
        else:
            self._waiting.discard(stream)
        if bool(self._waiting) != before:
            for member in self._attendance.members:
                member.send(WAITING if troubled else SAVING_AGAIN)

    def losing(self, stream: str) -> None:
        """Nothing can be added to this stream any more."""
        self.trouble(stream, False)
        for member in self._attendance.audience(stream):
            member.send(READ_ONLY)
