"""Background work: who puts jobs into the queue, and who does them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from threading import Event

from server.app.auditing import create_audit_runner, create_audits
from server.app.foundations import create_database, create_queue, now
from server.app.reading import create_page_reading, create_rereader
from server.config import Settings
from server.jobs.model import Handler
from server.jobs.worker import Rhythm, work
from server.services.auditing.runner import job as audit_job
from server.services.auditing.service import JOB as AUDIT
from server.services.dead_jobs import DeadJobService
from server.services.moderating import CaseService
from server.services.pacing import Pacing
from server.services.submitting import VERIFY, Submission, SubmissionService
from server.services.verifying import VerifyingService
from server.store.records.assessments import Assessments
from server.store.records.attempts import Attempts
from server.store.records.claims import Claims
from server.store.records.database import Database
from server.store.records.dead_jobs import DeadJobs
from server.store.records.model import RecordsUnavailableError
from server.store.records.secrets import Secrets
from server.store.records.sessions import Sessions
from server.web.metrics import Metrics

ROUNDS, RESUME = "rounds", "resume"
"""The names of the jobs that come by themselves."""

_HOUR, _TEN_MINUTES = 3600.0, 600.0


def create_submissions(
    settings: Settings, observe: Callable[[Submission], None] = lambda _: None
) -> SubmissionService:
    """Return what has articles verified that readers send."""
    queue = create_queue(settings)
    return SubmissionService(queue, Pacing(queue), create_page_reading(settings).place, observe)


def create_worker(settings: Settings) -> Callable[[Event], None]:
    """Return what does background jobs until an event is set; every kind of job has its handler here."""
    metrics = Metrics()
    queue, database = create_queue(settings), create_database(settings)
    cases = CaseService(database, now)
    verifying = VerifyingService(
        create_rereader(settings),
        Pacing(queue),
        Assessments(database),
        on_kept=cases.consider,
        observe=metrics.verified,
    )
    # Pages that can't be had by everybody shall leave no address.
    private = {VERIFY: verifying.gave_up}
    dead = DeadJobService(DeadJobs(database), now, private)
    audits, runner = create_audits(settings, database), create_audit_runner(settings, database)

    def begin(stop: Event) -> None:
        with suppress(RecordsUnavailableError):  # logged where it happened
            audits.resume()
        handlers: dict[str, Handler] = {
            VERIFY: verifying.verify,
            AUDIT: audit_job(audits, runner, stop.is_set),
            ROUNDS: create_rounds(database, now),
            RESUME: audits.resume,
        }
        work(queue, handlers, dead.take, stop, Rhythm(regular={ROUNDS: _HOUR, RESUME: _TEN_MINUTES}))

    return begin


def create_rounds(database: Database, clock: Callable[[], datetime]) -> Callable[[], None]:
    """Return what is done regularly: cases are opened whose review is due, and what is old is deleted."""
    cases = CaseService(database, clock)
    aged = Sessions(database), Attempts(database), Claims(database), Secrets(database)

    def go() -> None:
        cases.consider_due()
        for kind in aged:
            kind.forget_old(clock())

    return go
