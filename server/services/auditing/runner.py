"""Go through an audit: find the pages, look at each, keep what came of it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Protocol
from uuid import UUID, uuid4

from server.fetch import FetchError
from server.services.auditing.beating import beating
from server.services.auditing.service import SILENCE, AuditService, whole
from server.store.records.audit_model import Audit, AuditPage, AuditState, PageState
from server.store.records.audits import Audits
from server.store.records.model import RecordsUnavailableError

log = logging.getLogger(__name__)

# A page may bring its process down; an audit must not do so for ever.
MOST_STARTS = 10
_BEAT_SECONDS = SILENCE.total_seconds() / 6
_OURS = "The fault is ours and has been logged."


class Result(Protocol):
    """What matters here of an assessment."""

    @property
    def level(self) -> str:
        """Its level."""

    @property
    def score(self) -> int | None:
        """Its score, where it has one."""


Find = Callable[[str, int], list[str]]
"""Returns up to so many addresses of articles on a domain; raises a FetchError where it can't be reached."""
AssessAgain = Callable[[str], Result | None]
"""Fetches an address politely, assesses it and keeps the result; ``None`` where no article is there."""


class AuditRunner:
    """Goes through audits. Safe to share between threads and processes.

    ``on_done`` is told the domain of each audit that came to an end.
    """

    def __init__(
        self,
        audits: Audits,
        find: Find,
        assess_again: AssessAgain,
        clock: Callable[[], datetime],
        on_done: Callable[[str], object] = lambda _: None,
    ) -> None:
        self._audits = audits
        self._find = find
        self._assess_again = assess_again
        self._clock = clock
        self._on_done = on_done

    def run(self, audit_id: UUID, stopping: Callable[[], bool] = lambda: False) -> bool:
        """Go through an audit from where it stands to its end; return whether there was anything to do.

        There is nothing where it is over, or where another process goes
        through it. Once ``stopping`` says so, the rest is left to others.

        Raises:
            RecordsUnavailableError: where the records fail. The audit goes on when it is run again.
        """
        runner, now = uuid4(), self._now()
        audit = self._audits.claim(audit_id, runner, now, now - SILENCE)
        if audit is None:
            return False
        with beating(lambda: self._audits.beat(audit.id, runner, self._now()), _BEAT_SECONDS):
            fault = self._fault(audit, runner, stopping)
        state = AuditState.FAILED if fault else AuditState.DONE
        # Before the end, since who is killed in between comes back only to what is not over.
        self._on_done(audit.domain)
        self._audits.end(audit.id, runner, state, self._now(), fault)
        return True

    def _fault(self, audit: Audit, runner: UUID, stopping: Callable[[], bool]) -> str | None:
        """Go through ``audit``; return why that could not be done, if so."""
        if audit.starts > MOST_STARTS:
            return "It was interrupted too often."
        try:
            for page in self._pages(audit, runner):
                if page.state is PageState.WAITING:
                    if stopping():
                        self._audits.release(audit.id, runner)
                        break
                    result = self._look_at(page)
                    if not self._audits.keep_result(audit.id, runner, result, self._now()):
                        break
        except FetchError as error:
            return error.detail
        except RecordsUnavailableError:
            raise
        except Exception:
            log.exception("an audit broke off")
            return _OURS
        return None

    def _pages(self, audit: Audit, runner: UUID) -> tuple[AuditPage, ...]:
        """Return the pages that were found; find them if nobody has."""
        progress = self._audits.progress(audit.id)
        if progress and progress.pages:
            return progress.pages
        urls = self._find(audit.domain, audit.wanted)
        if not self._audits.keep_pages(audit.id, runner, urls):
            return ()
        return tuple(AuditPage(position=position, url=url) for position, url in enumerate(urls, 1))

    def _look_at(self, page: AuditPage) -> AuditPage:
        """Return ``page`` with what came of it."""
        try:
            result = self._assess_again(page.url or "")
        except FetchError as error:
            return replace(page, url=None, state=PageState.FAILED, fault=error.detail)
        except RecordsUnavailableError:
            raise
        except Exception:
            log.exception("a page of an audit could not be assessed")
            return replace(page, state=PageState.FAILED, fault=_OURS)
        if result is None:
            return replace(page, state=PageState.NO_ARTICLE)
        return replace(page, state=PageState.ASSESSED, level=str(result.level), score=result.score)

    def _now(self) -> datetime:
        return whole(self._clock())


def job(
    service: AuditService, runner: AuditRunner, stopping: Callable[[], bool] = lambda: False
) -> Callable[[str], None]:
    """Return the handler of the job; of an audit that is not over after it, it looks after later."""

    def work(audit_id: str) -> None:
        runner.run(UUID(audit_id), stopping)
        service.look_later(UUID(audit_id))

    return work
