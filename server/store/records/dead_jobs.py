"""Background jobs that failed for good, until somebody looks at them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, insert, select, update

from server.store.records import log
from server.store.records.database import Database
from server.store.records.model import DeadJob
from server.store.records.tables import DEAD_JOBS
from server.store.records.voices import ChangedError

_LOCK = 0x64656164  # any number that no other part of the records uses
_SHOWN = 100


class DeadJobs:
    """The dead jobs in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, job: DeadJob) -> None:
        """Keep ``job``.

        Raises:
            RecordsUnavailableError: where the database can't be written.
        """
        with self._database.transaction(_LOCK) as connection:
            connection.execute(insert(DEAD_JOBS).values(**asdict(job)))

    def latest(self) -> list[DeadJob]:
        """Return the jobs that nobody has looked at yet, the latest first; at most a hundred.

        Raises:
            RecordsUnavailableError: where the database can't be read.
        """
        wanted = (
            select(DEAD_JOBS)
            .where(DEAD_JOBS.c.state == "dead")
            .order_by(DEAD_JOBS.c.failed.desc())
            .limit(_SHOWN)
        )
        with self._database.reading() as connection:
            return [DeadJob(**row) for row in connection.execute(wanted).mappings()]

    def find(self, identity: UUID) -> DeadJob | None:
        """Return the job, whatever became of it.

        Raises:
            RecordsUnavailableError: where the database can't be read.
        """
        with self._database.reading() as connection:
            row = connection.execute(_one(identity)).mappings().one_or_none()
        return DeadJob(**row) if row else None

    def settle(self, identity: UUID, state: str, actor: str, at: datetime) -> bool:
        """Keep that a job was ``retried`` or ``dismissed``; tell whether there is such a job. Logged.

        Raises:
            ChangedError: where somebody has done so before.
            RecordsUnavailableError: where the database can't be written.
        """
        with self._database.transaction(_LOCK) as connection:
            row = connection.execute(_one(identity)).mappings().one_or_none()
            if row is None:
                return False
            if row["state"] != "dead":
                raise ChangedError(row["state"])
            connection.execute(update(DEAD_JOBS).where(DEAD_JOBS.c.id == identity).values(state=state))
            log.append(connection, at, actor, f"job.{state}", f"job {row['name']}", job=identity.hex)
        return True

    def number(self) -> int:
        """Return how many jobs nobody has looked at yet.

        Raises:
            RecordsUnavailableError: where the database can't be read.
        """
        with self._database.reading() as connection:
            return connection.execute(
                select(func.count()).select_from(DEAD_JOBS).where(DEAD_JOBS.c.state == "dead")
            ).scalar_one()


def _one(identity: UUID) -> Select[Any]:
    return select(DEAD_JOBS).where(DEAD_JOBS.c.id == identity)
