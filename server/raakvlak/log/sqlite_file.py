"""The SQLite file of a data folder: its tables, and how it is opened."""

import sqlite3
from pathlib import Path

from raakvlak.log import StoreRefused, StoreUnavailable

FILE = "raakvlak.sqlite3"
SCHEMA = 1
"""Version of the tables, kept in the file as its user_version."""
APPLICATION = 0x5261616B
"""Marks the file as Raakvlak's ("Raak"), kept in it as its application_id."""
BUSY = 2.0
"""Seconds to wait for another program that looks into the file."""

_TABLES = f"""
BEGIN;
CREATE TABLE stream (
  id INTEGER PRIMARY KEY,
  workshop TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (workshop, name)
) STRICT;
CREATE TABLE event (
  stream INTEGER NOT NULL REFERENCES stream (id),
  seq INTEGER NOT NULL,
  token TEXT NOT NULL,
  event BLOB NOT NULL,
  PRIMARY KEY (stream, seq)
) STRICT, WITHOUT ROWID;
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {SCHEMA};
COMMIT;
"""


def open_to_write(folder: Path) -> sqlite3.Connection:
    """The one connection that writes. Raises StoreRefused for a file that is not ours, or newer than this server."""
    database = _connect(folder / FILE)
    try:
        database.execute("PRAGMA journal_mode = WAL").fetchone()
        # FULL: every commit waits for an fsync, which is what "saved" promises.
        database.execute("PRAGMA synchronous = FULL")
        # What is taken out of the file is overwritten in it, not only marked as free.
        database.execute("PRAGMA secure_delete = ON").fetchone()
        if _version(database, folder) == 0:
            database.executescript(_TABLES)
        _settle(database)
    except sqlite3.OperationalError as error:
        database.close()
        raise StoreUnavailable(f"could not open {folder / FILE}: {error}") from error
    except sqlite3.DatabaseError as error:
        database.close()
        raise StoreRefused(f"expected {folder / FILE} to be a Raakvlak database, but: {error}") from error
    except BaseException:
        database.close()
        raise
    return database


def open_to_read(folder: Path) -> sqlite3.Connection:
    """A connection that cannot write, beside the one that does. Raises sqlite3.Error or StoreRefused."""
    database = _connect(folder / FILE, "?mode=ro")
    try:
        _version(database, folder)
    except BaseException:
        database.close()
        raise
    return database


def _connect(path: Path, options: str = "") -> sqlite3.Connection:
    # Each connection is used by one thread at a time, but not always by the one that closes it.
    return sqlite3.connect(
        path.resolve().as_uri() + options, uri=True, timeout=BUSY, isolation_level=None, check_same_thread=False
    )


def _version(database: sqlite3.Connection, folder: Path) -> int:
    (version,) = database.execute("PRAGMA user_version").fetchone()
    (application,) = database.execute("PRAGMA application_id").fetchone()
    (tables,) = database.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if tables and application != APPLICATION:
        raise StoreRefused(f"expected {folder / FILE} to be a Raakvlak database, but it is another program's")
    if version > SCHEMA:
        raise StoreRefused(
            f"expected {folder / FILE} to have tables of version {SCHEMA} or older, but they have version {version}: "
            "use the newer Raakvlak that wrote them"
        )
    return int(version)


def _settle(database: sqlite3.Connection) -> None:
    """Have on disk for certain all that can be read.

    After a kill or a failed fsync the file beside the database may show commits that the disk does not hold yet. An
    append that is tried again would find its events there and be called saved; so they are written first, with an
    fsync.
    """
    busy, _, _ = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StoreUnavailable("could not write to the database: another program keeps it busy")
