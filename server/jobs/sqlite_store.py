"""The queue in a file of SQLite's, for a service on one machine."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from huey.storage import SqliteStorage

_WAL_NORMAL = (
    1  # no wait for the disk with each job: the last few may be lost with the machine's power, no more
)

_PATIENCE = 1.0  # seconds, for others that write: a reader's request may wait for it


class SqliteStore(SqliteStorage):  # type: ignore[misc]  # huey has no types
    """Huey's, and a job that has been taken stays in the file until it is done.

    ``running`` holds the jobs taken with who took them, ``alive`` who lives
    until when, ``turns`` whose turn it is with something until when.
    """

    ddl = (
        *SqliteStorage.ddl,
        "create table if not exists running (id integer primary key, owner text not null, data blob)",
        "create table if not exists alive (owner text primary key, until real not null)",
        "create table if not exists turns (key text primary key, until real not null)",
        "create index if not exists turns_until on turns (until)",
    )
    owner = ""

    def __init__(self, name: str, path: str) -> None:
        if folder := str(Path(path).parent):
            Path(folder).mkdir(parents=True, exist_ok=True)
        super().__init__(name, filename=path, timeout=_PATIENCE)

    def _create_connection(self) -> Any:
        connection = super()._create_connection()
        connection.execute(f"pragma synchronous={_WAL_NORMAL}")
        return connection

    def put(self, data: bytes, urgent: bool) -> None:
        """Put a job behind all others, or before those that are not urgent."""
        self.enqueue(data, priority=int(urgent))

    def dequeue(self) -> bytes | None:
        """Take the next job, or ``None``, and note who has it in the same transaction."""
        if not self.sql("select 1 from task where queue = ? limit 1", (self.name,), results=True):
            return None
        with self.db(commit=True) as cursor:
            cursor.execute(
                "select id, data from task where queue = ? order by priority desc, id limit 1",
                (self.name,),
            )
            found = cursor.fetchone()
            if found is None:
                return None
            number, data = found
            cursor.execute("delete from task where id = ?", (number,))
            cursor.execute("insert into running (owner, data) values (?, ?)", (self.owner, data))
            return bytes(data)

    def done(self, data: bytes) -> None:
        """Forget a job that was taken."""
        self.sql("delete from running where owner = ? and data = ?", (self.owner, data), commit=True)

    def again(self, taken: bytes, data: bytes, at: float) -> None:
        """Put a job that was taken back as ``data``, for the moment ``at``."""
        with self.db(commit=True) as cursor:
            self._schedule(cursor, data, at)
            cursor.execute("delete from running where owner = ? and data = ?", (self.owner, taken))

    def schedule(self, data: bytes, at: float) -> None:
        """Put a job for the moment ``at``, in seconds since 1970."""
        with self.db(commit=True) as cursor:
            self._schedule(cursor, data, at)

    def _schedule(self, cursor: Any, data: bytes, at: float) -> None:
        cursor.execute(
            "insert into schedule (queue, data, timestamp) values (?, ?, ?)", (self.name, data, at)
        )

    def read_schedule(self, _now: Any) -> list[bytes]:
        """Put what is due into the queue and return nothing to be put there by others."""
        due = (self.name, time.time())
        if self.sql("select 1 from schedule where queue = ? and timestamp <= ? limit 1", due, results=True):
            with self.db(commit=True) as cursor:
                cursor.execute(
                    "insert into task (queue, data) select queue, data from schedule "
                    "where queue = ? and timestamp <= ? order by timestamp",
                    due,
                )
                cursor.execute("delete from schedule where queue = ? and timestamp <= ?", due)
        return []

    def beat(self, seconds: float) -> list[bytes]:
        """Say that the owner lives for ``seconds`` more; take over what the dead had taken, and return it."""
        now = time.time()
        with self.db(commit=True) as cursor:
            cursor.execute("insert or replace into alive values (?, ?)", (self.owner, now + seconds))
            cursor.execute("delete from alive where until < ?", (now,))
            cursor.execute("delete from turns where until < ?", (now,))
            cursor.execute(
                "update running set owner = ? where owner not in (select owner from alive) returning data",
                (self.owner,),
            )
            return [bytes(data) for (data,) in cursor.fetchall()]

    def taken(self) -> list[bytes]:
        """Return what the owner has taken and not done."""
        rows = self.sql("select data from running where owner = ?", (self.owner,), results=True)
        return [bytes(data) for (data,) in rows]

    def leave(self) -> None:
        """Say that the owner lives no longer."""
        with suppress(Exception):  # it would be noticed a little later
            self.sql("delete from alive where owner = ?", (self.owner,), commit=True)

    def pending(self) -> int:
        """Return how many jobs wait or run."""
        counts = self.sql(
            "select (select count(*) from task where queue = ?1) + "
            "(select count(*) from schedule where queue = ?1) + (select count(*) from running)",
            (self.name,),
            results=True,
        )
        return int(counts[0][0])

    def turn(self, key: str, seconds: float) -> float:
        """Take the turn with ``key`` for ``seconds`` and return 0, or return for how long another has it."""
        now = time.time()
        with self.db(commit=True) as cursor:
            cursor.execute("select until from turns where key = ? and until > ?", (key, now))
            found = cursor.fetchone()
            if found:
                return float(found[0]) - now
            cursor.execute("insert or replace into turns values (?, ?)", (key, now + seconds))
        return 0.0

    def hold(self, key: str, seconds: float) -> None:
        """Let the turn with ``key`` end in ``seconds``."""
        self.sql("insert or replace into turns values (?, ?)", (key, time.time() + seconds), commit=True)

    def give_up(self, key: str) -> None:
        """Let the turn with ``key`` be over."""
        self.sql("delete from turns where key = ?", (key,), commit=True)

    def slot(self, key: str, every: float, most: float) -> float | None:
        """Return after how many seconds the next of those that come ``every`` so many may run.

        ``None``, and nothing is noted, where that would be in more than ``most``.
        """
        now = time.time()
        with self.db(commit=True) as cursor:
            cursor.execute("select until from turns where key = ?", (key,))
            found = cursor.fetchone()
            start = max(now, float(found[0]) if found else now)
            if start - now > most:
                return None
            cursor.execute("insert or replace into turns values (?, ?)", (key, start + every))
        return start - now
