"""``lists``: what others say of domains, imported from CSV."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from server.app.foundations import SEEDS, create_database
from server.cli.faults import CommandError
from server.config import Settings
from server.services.listing import ListError, read_list
from server.services.seeding import bring_lists
from server.store.records.lists import DomainList, Lists
from server.store.records.model import RecordsUnavailableError

log = logging.getLogger(__name__)

_ACTOR = "command line"


def run(parsed: argparse.Namespace, settings: Settings) -> int:
    """Import, show or remove lists.

    Raises:
        CommandError: where a file or the database fails, or there is no such list.
        SettingsError: where DATABASE_URL makes no sense.
    """
    logging.getLogger("server.breaker").setLevel(logging.ERROR)  # a fault is said once, as the command's own
    actions: Mapping[str, Callable[[argparse.Namespace, Lists], None]]
    actions = {"import": _import, "show": _show, "remove": _remove}
    try:
        actions[parsed.action](parsed, Lists(create_database(settings)))
    except RecordsUnavailableError as error:
        raise CommandError(f"the records are not to be had (`python -m server migrate`?): {error}") from None
    return 0


def try_to_bring(settings: Settings) -> None:
    """Import the lists that come with the service, or log why not.

    Raises:
        SettingsError: where DATABASE_URL makes no sense.
    """
    try:
        for name in bring_lists(Lists(create_database(settings)), SEEDS / "domains", _now()):
            log.info("imported the list %s", name)
    except RecordsUnavailableError as error:
        log.warning("can't import the lists of domains, going on without: %s", error)


def _import(parsed: argparse.Namespace, lists: Lists) -> None:
    path: Path = parsed.file
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            entries = read_list(file, dict(parsed.column))
    except ListError as error:
        faults = "\n".join(f"  {fault}" for fault in error.faults)
        raise CommandError(f"nothing imported, since {path} is not as it should be:\n{faults}") from None
    except OSError as error:
        raise CommandError(f"can't read {path}: {error.strerror}") from None
    about = DomainList(
        id=parsed.id, name=parsed.name, source=parsed.source, licence=parsed.licence, as_of=parsed.as_of
    )
    lists.replace(about, entries, _now(), _ACTOR)
    sys.stdout.write(f"{about.name}: {len(entries)} domains\n")


def _show(_: argparse.Namespace, lists: Lists) -> None:
    table = Table()
    for heading in ("id", "name", "domains", "as of", "licence", "source"):
        table.add_column(heading, justify="right" if heading == "domains" else "left")
    for one in lists.all():
        about = one.about
        cells = (about.id, about.name, str(one.entries), str(about.as_of), about.licence, about.source)
        table.add_row(*map(Text, cells))
    Console().print(table)


def _remove(parsed: argparse.Namespace, lists: Lists) -> None:
    if not lists.remove(parsed.id, _now(), _ACTOR):
        raise CommandError(f"there is no list {parsed.id}")
    sys.stdout.write(f"{parsed.id} is removed\n")


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
