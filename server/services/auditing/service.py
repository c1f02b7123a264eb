"""Take the wish for an audit of a domain, say how far it is, and end it early."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID, uuid4

from server.hosts import registrable
from server.store.records.audit_model import Audit, AuditProgress, AuditState
from server.store.records.audits import Audits

JOB = "audit"
"""The name of the job in the queue; its one argument is ``audit_id``."""
MOST_PAGES = 50
COMMAND_LINE = "command line"  # in the log, where no user asked
# After so long without a sign of life a runner is taken for dead. It gives several in between.
SILENCE = timedelta(seconds=30)


class Person(Protocol):
    """Who asks for something at the desk."""

    @property
    def id(self) -> UUID:
        """The user's id."""

    @property
    def name(self) -> str:
        """The user's name."""


class Queue(Protocol):
    """Where jobs wait for a worker."""

    def put(self, name: str, arguments: Mapping[str, str], delay_seconds: float = 0) -> object:
        """Add a job, not to be begun before ``delay_seconds`` have gone by."""


class NoDomainError(ValueError):
    """What was given is no domain that somebody registered."""


class AuditUnderwayError(Exception):
    """The domain is being audited already; ``audit`` is that audit."""

    def __init__(self, audit: Audit) -> None:
        super().__init__(f"An audit of {audit.domain} is under way.")
        self.audit = audit


class AuditService:
    """Takes wishes for audits. Safe to share between threads and processes.

    Every method raises ``RecordsUnavailableError`` where the records fail.
    """

    def __init__(self, audits: Audits, queue: Queue, clock: Callable[[], datetime]) -> None:
        self._audits = audits
        self._queue = queue
        self._clock = clock

    def ask(
        self, domain: str, user: Person | None, wanted: int = MOST_PAGES, *, queued: bool = True
    ) -> Audit:
        """Take the wish for an audit, and put it into the queue unless the caller runs it.

        Raises:
            NoDomainError: where ``domain`` is none.
            AuditUnderwayError: where it is being audited.
        """
        registered = registrable(domain)
        if registered is None:
            raise NoDomainError(domain)
        audit = Audit(
            id=uuid4(),
            domain=registered,
            asked=whole(self._clock()),
            wanted=max(1, min(wanted, MOST_PAGES)),
            author=user.id if user else None,
        )
        kept = self._audits.add(audit, user.name if user else COMMAND_LINE)
        if kept.id != audit.id:
            if queued and kept.state is AuditState.WAITING:
                self._put(kept.id)  # the queue may not have taken it
            raise AuditUnderwayError(kept)
        if queued:
            self._put(audit.id)
        return audit

    def cancel(self, audit_id: UUID, user: Person | None) -> bool:
        """End an audit, a running one after the page it is at; return whether it was not over yet."""
        return self._audits.cancel(audit_id, user.name if user else COMMAND_LINE, whole(self._clock()))

    def progress(self, audit_id: UUID) -> AuditProgress | None:
        """Return how far an audit is; ``None`` where there is none of that id."""
        return self._audits.progress(audit_id)

    def latest(self, domain: str) -> Audit | None:
        """Return the audit of a registrable domain that was asked for last."""
        return self._audits.latest(domain)

    def resume(self) -> int:
        """Put every audit that is not over back into the queue, and return how many those are.

        For the start of a worker, and from time to time: the queue may not
        have taken one. One too many does no harm.
        """
        unfinished = self._audits.unfinished()
        for audit_id in unfinished:
            self._put(audit_id)
        return len(unfinished)

    def look_later(self, audit_id: UUID) -> None:
        """Put an audit back into the queue unless it is over: who goes through it now may die."""
        progress = self.progress(audit_id)
        if progress and not progress.audit.state.over:
            self._put(audit_id, SILENCE.total_seconds())

    def _put(self, audit_id: UUID, delay_seconds: float = 0) -> None:
        self._queue.put(JOB, {"audit_id": str(audit_id)}, delay_seconds)


def whole(moment: datetime) -> datetime:
    """Return ``moment`` in whole seconds."""
    return moment.replace(microsecond=0)
