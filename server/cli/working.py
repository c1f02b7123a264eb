"""``work``: the worker for background jobs."""

from __future__ import annotations

import argparse
import logging
import signal
from threading import Event, Thread

from server.app.background import create_worker
from server.cli.beside import wait_for_the_end
from server.cli.migrating import try_to_migrate
from server.config import Settings


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Do background jobs until told to stop; those that run are finished first.

    Raises:
        SettingsError: where REDIS_URL or DATABASE_URL makes no sense.
    """
    logging.basicConfig(
        level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    for talkative in ("huey", "alembic"):
        logging.getLogger(talkative).setLevel(logging.WARNING)
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    if arguments.beside:
        Thread(target=wait_for_the_end, args=(stop,), daemon=True).start()
    else:
        try_to_migrate(settings)  # beside a service, that has done it
    create_worker(settings)(stop)
    return 0
