"""Look at background jobs from the desk: how many wait, and what becomes of those that failed for good."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from server.jobs.queue import Queue
from server.store.records.dead_jobs import DeadJobs
from server.store.records.model import DeadJob, User
from server.store.records.voices import ChangedError


class JobError(Exception):
    """Nothing was changed; the message says why, in words for the desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobsPage:
    """How many jobs are ``waiting``, if that can be told; the latest ``dead`` ones, of ``count`` in all."""

    waiting: int | None
    dead: list[DeadJob]
    count: int


class RetryingService:
    """Puts dead jobs into the queue again, or away. Safe to share between threads.

    ``private`` are the kinds of jobs whose arguments are not kept: they can't
    be done again. Every method may raise ``RecordsUnavailableError``.
    """

    def __init__(
        self, queue: Queue, records: DeadJobs, clock: Callable[[], datetime], private: Collection[str]
    ) -> None:
        self._queue = queue
        self._records = records
        self._clock = clock
        self._private = private

    def page(self) -> JobsPage:
        """Return what there is to see."""
        return JobsPage(
            waiting=self._queue.pending(), dead=self._records.latest(), count=self._records.number()
        )

    def may_retry(self, job: DeadJob) -> bool:
        """Return whether enough is kept of ``job`` to do it again."""
        return job.name not in self._private

    def retry(self, identity: UUID, user: User) -> None:
        """Put a job into the queue again.

        Raises:
            JobError: where it isn't there any more, can't be done again, or the queue fails.
        """
        job = self._records.find(identity)
        if job is None or job.state != "dead":
            raise _gone(job.state if job else "")
        if not self.may_retry(job):
            raise JobError("Nothing was kept of this job that it could be done with.")
        # The queue first: a job that runs twice does no harm, and one that is only said to run would.
        if not self._queue.put(job.name, job.arguments):
            raise JobError("The queue can’t be reached just now. Try again in a little while.")
        self._settle(identity, "retried", user)

    def dismiss(self, identity: UUID, user: User) -> None:
        """Put a job away.

        Raises:
            JobError: where it isn't there any more.
        """
        self._settle(identity, "dismissed", user)

    def _settle(self, identity: UUID, state: str, user: User) -> None:
        try:
            found = self._records.settle(identity, state, user.name, self._clock().replace(microsecond=0))
        except ChangedError as error:
            raise _gone(error.state) from None
        if not found:
            raise _gone("")


def _gone(state: str) -> JobError:
    return JobError(f"Somebody was there before you: it is {state}." if state else "There is no such job.")
