"""``audit``: the recent articles of a domain, found, assessed and counted."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Mapping
from datetime import UTC, datetime

from rich.console import Console

from server.app.auditing import create_audit_runner
from server.app.foundations import create_database
from server.cli.audit_report import print_summary, showing
from server.cli.faults import CommandError
from server.cli.migrating import bring_up_to_date
from server.config import Settings
from server.services.auditing.runner import AuditRunner
from server.services.auditing.service import AuditService, AuditUnderwayError, NoDomainError
from server.store.records.audit_model import Audit, AuditProgress, AuditState
from server.store.records.audits import Audits
from server.store.records.model import RecordsUnavailableError
from server.texts.render import TextsRegistry

_INTERRUPTED = 130  # the exit status that shells give for Ctrl-C
_LOOK_SECONDS = 1.0


def run(parsed: argparse.Namespace, settings: Settings) -> int:
    """Audit a domain in this process, show how far it is, and print what came of it; Ctrl-C cancels it.

    Where it is being audited already, that audit is shown, and Ctrl-C leaves it alone.

    Raises:
        CommandError: where the site or the records can't be reached.
    """
    bring_up_to_date(settings)
    database = create_database(settings)
    service = AuditService(Audits(database), _NoQueue(), lambda: datetime.now(UTC))
    runner = create_audit_runner(settings, database)
    try:
        progress = _audit(parsed, service, runner)
    except RecordsUnavailableError as error:
        raise CommandError(f"the records can't be reached: {error}") from None
    audit = progress.audit
    if audit.state is AuditState.FAILED:
        raise CommandError(f"{audit.domain}: {audit.fault}")
    print_summary(progress, TextsRegistry.load().get(parsed.lang))
    return 0 if audit.state is AuditState.DONE else _INTERRUPTED


class _NoQueue:
    """What the command line asks for, it does itself."""

    def put(self, name: str, arguments: Mapping[str, str], delay_seconds: float = 0) -> None:
        """Do nothing."""


def _audit(parsed: argparse.Namespace, service: AuditService, runner: AuditRunner) -> AuditProgress:
    """Go through an audit to its end, or until the user has had enough."""
    audit, ours = _ask(parsed, service)
    try:
        with showing(service, audit.id, Console(stderr=True)):
            while not _progress(service, audit).audit.state.over:
                if not runner.run(audit.id):  # another process does
                    time.sleep(_LOOK_SECONDS)
    except KeyboardInterrupt:
        if not ours:
            raise
        service.cancel(audit.id, None)
    return _progress(service, audit)


def _ask(parsed: argparse.Namespace, service: AuditService) -> tuple[Audit, bool]:
    """Return the audit, and whether it is this command's own."""
    try:
        return service.ask(parsed.domain, None, parsed.pages, queued=False), True
    except NoDomainError:
        raise CommandError(f"{parsed.domain}: not a domain that can be registered") from None
    except AuditUnderwayError as error:
        sys.stderr.write(f"{error} This is how far it is.\n")
        return error.audit, False


def _progress(service: AuditService, audit: Audit) -> AuditProgress:
    progress = service.progress(audit.id)
    if progress is None:
        raise CommandError(f"the audit of {audit.domain} is gone from the records")
    return progress
