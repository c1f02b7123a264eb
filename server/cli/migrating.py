"""``migrate``: the tables of the records."""

from __future__ import annotations

import argparse
import logging
import sys

from server.cli.faults import CommandError
from server.config import Settings, SettingsError
from server.store.records.migrating import migrate
from server.store.records.model import AddressError, RecordsUnavailableError

log = logging.getLogger(__name__)


def run(_: argparse.Namespace, settings: Settings) -> int:
    """Bring the tables up to date.

    Raises:
        CommandError: where the database fails.
        SettingsError: where DATABASE_URL makes no sense.
    """
    sys.stdout.write(f"The records are at version {bring_up_to_date(settings)}\n")
    return 0


def bring_up_to_date(settings: Settings) -> str:
    """Bring the tables up to date and return their version.

    Raises:
        CommandError: where the database fails.
        SettingsError: where DATABASE_URL makes no sense.
    """
    try:
        return _migrate(settings)
    except RecordsUnavailableError as error:
        raise CommandError(f"can't bring the records up to date: {error}") from None


def try_to_migrate(settings: Settings) -> None:
    """Bring the tables up to date, or log why not: without them the service does everything but take reports.

    Raises:
        SettingsError: where DATABASE_URL makes no sense.
    """
    try:
        log.info("the records are at version %s", _migrate(settings))
    except RecordsUnavailableError as error:
        log.warning(
            "can't bring the records up to date, going on without; "
            "when the database is back, run `python -m server migrate`: %s",
            error,
        )


def _migrate(settings: Settings) -> str:
    try:
        return migrate(settings.database_url)
    except AddressError as error:
        raise SettingsError([f"DATABASE_URL {error}"]) from None
