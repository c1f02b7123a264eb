"""Keep background jobs that failed for good, and nothing private of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Protocol
from uuid import uuid4

from server.jobs.model import Dead
from server.store.records.model import DeadJob

_LONGEST_FAULT = 500  # characters


class Records(Protocol):
    """What the service asks of the records."""

    def add(self, job: DeadJob) -> None:
        """Keep ``job``.

        Raises:
            RecordsUnavailableError: where the records can't be written.
        """


class DeadJobService:
    """Takes dead jobs. Safe to share between threads.

    ``private`` are the kinds of jobs whose arguments and words of faults are
    nobody's business, each with a function that tells from the error whether
    the job is to be kept at all.
    """

    def __init__(
        self,
        records: Records,
        clock: Callable[[], datetime],
        private: Mapping[str, Callable[[Exception], bool]],
    ) -> None:
        self._records = records
        self._clock = clock
        self._private = private

    def take(self, dead: Dead) -> None:
        """Keep ``dead`` where it is to be kept.

        Raises:
            RecordsUnavailableError: where the records can't be written.
        """
        kind = type(dead.error).__name__
        job = DeadJob(
            id=uuid4(),
            name=dead.name,
            arguments={},
            failed=self._clock().replace(microsecond=0),
            attempts=dead.attempts,
            fault=kind,
        )
        wanted = self._private.get(dead.name)
        if wanted is None:
            fault = f"{kind}: {dead.error}".replace("\x00", "").partition("\n")[0][:_LONGEST_FAULT]
            self._records.add(replace(job, arguments=dead.arguments, fault=fault))
        elif wanted(dead.error):
            self._records.add(job)
