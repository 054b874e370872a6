"""SQLite's own cases: one server a folder, files that are not ours, a full disk, a disk that does not answer."""

import asyncio
import resource
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from integration.log_stores import SHARED, add, everything, opened

from raakvlak.canvas.events import START, Position
from raakvlak.log import HistoryLost, Log, StoreRefused, StoreUnavailable, StreamName
from raakvlak.log.sqlite import SqliteLog
from raakvlak.log.sqlite_file import FILE, SCHEMA

BLOCK = b"x" * 20_000


async def test_a_second_server_on_the_folder_is_refused(tmp_path: Path) -> None:
    """[RUN-1] A second server on the same data folder is refused with a sentence; the first one goes on."""
    async with opened(SqliteLog(tmp_path / "data")) as log:
        end = await add(log, SHARED, START, b"1")
        with pytest.raises(StoreRefused, match="another server is using it"):
            await SqliteLog(tmp_path / "data").start()
        await add(log, SHARED, end, b"2")
    async with opened(SqliteLog(tmp_path / "data")) as log:
        assert await everything(log, SHARED) == [b"1", b"2"]


async def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    """[RUN-2] A file where the data folder should be, or on the way to it, is refused with a sentence."""
    (tmp_path / "data").write_text("notes")
    for folder in (tmp_path / "data", tmp_path / "data" / "below"):
        with pytest.raises(StoreRefused, match="to be a folder"):
            await SqliteLog(folder).start()
    assert (tmp_path / "data").read_text() == "notes"


async def test_the_folder_is_made(tmp_path: Path) -> None:
    """[RUN-2] A data folder that does not exist is made, with those above it."""
    async with opened(SqliteLog(tmp_path / "a" / "b")) as log:
        await add(log, SHARED, START, b"1")
    assert (tmp_path / "a" / "b" / FILE).is_file()


async def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path: Path) -> None:
    """[RUN-2] A file that is not a Raakvlak database is refused with a sentence, and left as it is."""
    (tmp_path / FILE).write_bytes(b"not a database " * 500)
    with pytest.raises(StoreRefused, match=r"expected .* to be a Raakvlak database"):
        await SqliteLog(tmp_path).start()
    assert (tmp_path / FILE).read_bytes() == b"not a database " * 500


async def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    """[RUN-2] Another program's database is refused with a sentence."""
    database = sqlite3.connect(tmp_path / FILE)
    database.execute("CREATE TABLE recipe (name TEXT)")
    database.close()
    with pytest.raises(StoreRefused, match="another program's"):
        await SqliteLog(tmp_path).start()


async def test_tables_of_a_newer_version_are_refused(tmp_path: Path) -> None:
    """[RUN-2] Data written by a newer Raakvlak is refused with a sentence that says so; the folder is free again."""
    async with opened(SqliteLog(tmp_path)):
        pass
    database = sqlite3.connect(tmp_path / FILE)
    database.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    database.close()
    for log in (SqliteLog(tmp_path), SqliteLog(tmp_path), SqliteLog(tmp_path, only_read=True)):
        with pytest.raises(StoreRefused, match="use the newer Raakvlak"):
            await log.start()
        await log.close()


async def test_looking_beside_a_running_server(tmp_path: Path) -> None:
    """[RUN-3] Data can be read beside the server that uses it, also after that has stopped, but not written."""
    async with opened(SqliteLog(tmp_path)) as log, opened(SqliteLog(tmp_path, only_read=True)) as looking:
        end = await add(log, SHARED, START, b"1")
        assert await everything(looking, SHARED) == [b"1"]
        await add(log, SHARED, end, b"2")
        assert await everything(looking, SHARED) == [b"1", b"2"]
        with pytest.raises(StoreRefused, match="only reads"):
            await looking.append(SHARED, START, [b"x"])
    async with opened(SqliteLog(tmp_path, only_read=True)) as looking:
        assert await everything(looking, SHARED) == [b"1", b"2"]


async def test_looking_where_nothing_is_makes_nothing(tmp_path: Path) -> None:
    """[RUN-3] Reading a folder without data is refused with a sentence, and leaves nothing behind."""
    with pytest.raises(StoreRefused, match="has none"):
        await SqliteLog(tmp_path / "data", only_read=True).start()
    assert not (tmp_path / "data").exists()


async def test_every_commit_waits_for_the_disk(tmp_path: Path) -> None:
    """[SAVE-1] The connection that writes has SQLite sync on every commit (synchronous FULL, journal WAL)."""
    async with opened(SqliteLog(tmp_path)) as log:
        writing = log._writing  # type: ignore[attr-defined]
        assert writing.execute("PRAGMA synchronous").fetchone() == (2,)
        assert writing.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("needs to be allowed to mount a small disk; see the test with a limited file size beside it")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


async def fill_until_refused(log: Log) -> tuple[Position, int]:
    """Append until it fails: where, and how many blocks got in."""
    position = START
    for n in range(1_000):
        try:
            position = await add(log, SHARED, position, BLOCK)
        except StoreUnavailable:
            return position, n
    raise TypeError("expected the disk to be full by now")


async def test_a_full_disk_loses_nothing_and_recovers(small_disk: Path) -> None:
    """[SAVE-4] On a full disk an append fails and leaves nothing; with space again the same append succeeds."""
    (small_disk / "filler").write_bytes(b"x" * 1_000_000)
    async with opened(SqliteLog(small_disk / "data")) as log:
        position, count = await fill_until_refused(log)
        assert count > 5
        with pytest.raises(StoreUnavailable, match="could not write"):
            await log.append(SHARED, position, [BLOCK])
        assert await everything(log, SHARED) == [BLOCK] * count
        (small_disk / "filler").unlink()
        await add(log, SHARED, position, BLOCK)
        assert await everything(log, SHARED) == [BLOCK] * (count + 1)
    async with opened(SqliteLog(small_disk / "data")) as log:
        assert await everything(log, SHARED) == [BLOCK] * (count + 1)


async def test_a_write_that_fails_loses_nothing_and_recovers(tmp_path: Path) -> None:
    """[SAVE-4] While the disk refuses to write, appends fail and leave nothing; afterwards the same ones succeed."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    async with opened(SqliteLog(tmp_path)) as log:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, hard))
        try:
            position, count = await fill_until_refused(log)
            found = await everything(log, SHARED)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert count > 5
        assert found == [BLOCK] * count
        await add(log, SHARED, position, BLOCK)
        assert await everything(log, SHARED) == [BLOCK] * (count + 1)


async def test_a_disk_that_does_not_answer_is_not_waited_for(tmp_path: Path) -> None:
    """[LOG-8] An append that the disk does not answer fails within the timeout; repeated later it happens once."""
    async with opened(SqliteLog(tmp_path, timeout=0.2)) as log:
        end = await add(log, SHARED, START, b"1")
        blocking = sqlite3.connect(tmp_path / FILE, isolation_level=None)
        blocking.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        with pytest.raises(StoreUnavailable, match=r"within 0\.2 s"):
            await log.append(SHARED, end, [b"2"])
        assert time.monotonic() - began < 1.5
        assert await everything(log, SHARED) == [b"1"]
        blocking.execute("ROLLBACK")
        blocking.close()
        while True:
            try:
                await add(log, SHARED, end, b"2")
                break
            except StoreUnavailable:
                continue
        assert await everything(log, SHARED) == [b"1", b"2"]


async def test_older_data_put_back_is_lost_history(tmp_path: Path) -> None:
    """[LOG-5] To those who were further, data from an older copy is lost history, also when it went on differently."""
    async with opened(SqliteLog(tmp_path / "data")) as log:
        one = await add(log, SHARED, START, b"1")
    shutil.copytree(tmp_path / "data", tmp_path / "copy")
    async with opened(SqliteLog(tmp_path / "data")) as log:
        two = await add(log, SHARED, one, b"2")
    async with opened(SqliteLog(tmp_path / "copy")) as log:
        with pytest.raises(HistoryLost):
            await log.read(SHARED, two)
        await add(log, SHARED, one, b"other")
        with pytest.raises(HistoryLost):
            await log.append(SHARED, two, [b"3"])


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE event SET event = CAST('forged' AS BLOB) WHERE seq = 2",
        "UPDATE event SET token = 'forged' WHERE seq = 2",
        "DELETE FROM event WHERE seq = 2",
        "DELETE FROM event WHERE seq = 1",
    ],
)
async def test_damage_is_noticed(tmp_path: Path, damage: str) -> None:
    """[LOG-5] An event that was changed or taken out of a stream is noticed when the stream is read."""
    async with opened(SqliteLog(tmp_path)) as log:
        await add(log, SHARED, START, b"1", b"2", b"3")
    database = sqlite3.connect(tmp_path / FILE)
    database.execute(damage)
    database.commit()
    database.close()
    async with opened(SqliteLog(tmp_path)) as log:
        with pytest.raises(HistoryLost):
            await log.read(SHARED, START)


async def test_appends_at_once_share_a_commit(tmp_path: Path) -> None:
    """[RUN-4] Appends that are asked while the disk is busy are saved together: 2,000 in a few commits."""
    statements: list[str] = []
    async with opened(SqliteLog(tmp_path)) as log:
        log._writing.set_trace_callback(statements.append)  # type: ignore[attr-defined]
        streams = [StreamName("ws-1", f"person:{n}") for n in range(2_000)]
        await asyncio.gather(*(add(log, stream, START, b"1") for stream in streams))
    assert 1 <= statements.count("COMMIT") <= 100
