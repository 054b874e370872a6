"""No space left for what people do: they go on, nothing is called saved, and all is saved once there is room."""

import contextlib
import errno
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from faults.author import Author
from faults.deeds import agree, author
from integration.harness import sticky
from integration.stage import staged
from integration.whereabouts import HERE, until_last

from raakvlak.config import Rhythm

BIG = "x" * 10_000
RHYTHM = Rhythm(heads=0.1, change_timeout=0.3, retry_longest=0.1)


class Disk(Protocol):
    """Where the server keeps its data."""

    folder: Path

    def fill(self) -> None:
        """Leave no room, or take what has become free."""

    def free(self) -> None:
        """Give the room back."""


class Limited:
    """No file of this process may be written. Works for everyone, but it is not quite a disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1, self._before[1]))

    def free(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, self._before)


class Small:
    """A disk of two megabytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self) -> None:
        for size in (65_536, 4_096, 1):
            with contextlib.suppress(OSError), self._filler.open("ab", buffering=0) as filler:
                while filler.write(b"x" * size):
                    pass

    def free(self) -> None:
        self._filler.unlink(missing_ok=True)


@pytest.fixture(params=[Limited, Small], ids=["a limit", "a small disk"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    """An empty disk that can be filled."""
    if request.param is Limited:
        limited = Limited(tmp_path)
        yield limited
        limited.free()
        return
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "raakvlak-test", tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip(f"may not mount a small disk here: {mounted.stderr.strip()}")
    yield Small(tmp_path)
    subprocess.run(["umount", "--lazy", tmp_path], check=True)


async def until_waiting(disk: Disk, page: Author) -> None:
    """Write until nothing can be saved any more."""
    for number in range(100):
        disk.fill()
        await page.ask_for(sticky(f"{page.writer}.{number}", BIG))
        await page.until(lambda: not page.waiting or "waiting" in page.notices)
        if page.waiting:
            return
    raise AssertionError("expected the disk to be full, but 100 large notes were saved")


async def test_a_full_disk(disk: Disk) -> None:
    """[SAVE-31] With a full disk people work on and are told that it waits, and nothing is called saved.

    Once there is room all that waited is saved, once, and they are told so.
    """
    async with staged(disk.folder, rhythm=RHYTHM) as stage:
        ann, bob = await author(stage, "Ann"), await author(stage, "Bob")
        await until_waiting(disk, ann)
        for page in (ann, bob):
            for number in range(3):
                await page.ask_for(sticky(f"{page.writer}.late{number}", BIG))
        saved = {page: set(page.account.saved) for page in (ann, bob)}
        await ann.say({**HERE, "x": 5, "y": 5})
        await until_last(bob, ann.writer, x=5)
        seen = bob.account.streams["shared"].position
        for _ in range(3):
            disk.fill()
            beats = len([m for m in bob.heard if m["type"] == "heads"])
            await bob.until(lambda beats=beats: len([m for m in bob.heard if m["type"] == "heads"]) > beats)  # type: ignore[misc]
        answer = await ann.browser.request("POST", f"/w/{stage.workshop}/join", {"name": "Cas"})
        assert (answer.status, answer.json()["error"]) == (503, "waiting")
        assert {page: set(page.account.saved) for page in (ann, bob)} == saved
        assert bob.account.streams["shared"].position == seen
        assert (len(bob.waiting), bob.notices) == (3, ["waiting"])

        disk.free()
        for page in (ann, bob):
            await page.settled()
            await page.until(lambda page=page: page.notices[-1] == "saving-again")  # type: ignore[misc]
        await agree(stage.server.log, stage.workshop, [ann, bob])
        assert all(not page.account.refused for page in (ann, bob))


async def test_writing_is_really_impossible(disk: Disk) -> None:
    """[SAVE-31] What these tests call a full disk takes not a page more."""
    (disk.folder / "some").write_bytes(b"x")
    disk.fill()
    with pytest.raises(OSError) as failed:
        (disk.folder / "more").write_bytes(b"x" * 4_096)
    disk.free()
    assert failed.value.errno in (errno.ENOSPC, errno.EFBIG)
    (disk.folder / "more").write_bytes(b"x" * 4_096)
