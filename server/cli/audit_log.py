"""``audit-log``: what was done at the desk, and whether anybody has been at the log."""

from __future__ import annotations

import argparse
import sys

from server.app.foundations import create_database
from server.cli.faults import CommandError
from server.config import Settings
from server.store.records.log import AuditLog, Head
from server.store.records.model import RecordsUnavailableError
from server.web.log_export import FORMATS


def run(parsed: argparse.Namespace, settings: Settings) -> int:
    """Do the part that is asked for.

    Raises:
        CommandError: where the log doesn't hold, or can't be read or written.
        SettingsError: where DATABASE_URL makes no sense.
    """
    log = AuditLog(create_database(settings))
    parts = {"verify": _verify, "head": _head, "export": _export}
    try:
        parts[parsed.part](parsed, log)
    except RecordsUnavailableError as error:
        raise CommandError(f"can't read the audit log: {error}") from None
    return 0


def _verify(parsed: argparse.Namespace, log: AuditLog) -> None:
    count = 0
    for fault in log.faults(parsed.expect and Head(*parsed.expect)):
        sys.stdout.write(f"{fault}\n")
        count += 1
    if count:
        raise CommandError("the audit log does not hold")
    head = log.head()
    upto = f"up to entry {head.number}, {head.number}:{head.hash}" if head else "and is empty"
    sys.stdout.write(f"The audit log holds {upto}\n")


def _head(_: argparse.Namespace, log: AuditLog) -> None:
    head = log.head()
    if head is None:
        raise CommandError("the audit log is empty")
    sys.stdout.write(f"{head.number}:{head.hash}\n")


def _export(parsed: argparse.Namespace, log: AuditLog) -> None:
    lines = FORMATS[parsed.format](log.entries())
    if parsed.out is None:
        sys.stdout.writelines(lines)
        return
    try:
        with parsed.out.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines)
    except OSError as error:
        raise CommandError(f"can't write {parsed.out}: {error.strerror}") from None
