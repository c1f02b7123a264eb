"""``serve``: the service under gunicorn."""

from __future__ import annotations

import argparse
import logging
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from gunicorn.app.base import BaseApplication

from server.cli.beside import worker_beside
from server.cli.faults import CommandError
from server.cli.migrating import try_to_migrate
from server.config import Settings
from server.store.records.model import RecordsUnavailableError

if TYPE_CHECKING:
    from flask import Flask

_BACKLOG = 2048
_FIRST_USER = "python -m server users add NAME --role administrator"
_METRICS = "PROMETHEUS_MULTIPROC_DIR"


def run(_: argparse.Namespace, settings: Settings) -> int:
    """Answer requests until told to stop.

    Raises:
        CommandError: where the address can't be listened on.
    """
    logging.basicConfig(
        level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    logging.getLogger("alembic").setLevel(logging.WARNING)  # it tells at length that there is nothing to do
    with _listen(settings.host, settings.port) as listener:
        try_to_migrate(settings)
        with _metrics_folder(), worker_beside(settings.worker):
            import_module("server.cli.lists").try_to_bring(settings)  # not before now, as with the app
            _Server(settings, listener).run()
    return 0


@contextmanager
def _metrics_folder() -> Iterator[None]:
    """Make the folder in whose files each process counts; /metrics adds them up."""
    if _METRICS in os.environ:
        yield
        return
    owner = os.getpid()
    folder = os.environ[_METRICS] = tempfile.mkdtemp(prefix="touchstone-metrics-")
    try:
        yield
    finally:
        if os.getpid() == owner:  # the processes that gunicorn forks leave by here too
            shutil.rmtree(folder, ignore_errors=True)


class _Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn without a configuration of its own."""

    def __init__(self, settings: Settings, listener: socket.socket) -> None:
        self._settings = settings
        self._address = listener.getsockname()
        self._descriptor = listener.detach()  # gunicorn's from now on
        super().__init__()

    def load_config(self) -> None:
        options: dict[str, Any] = {
            "bind": f"fd://{self._descriptor}",
            "worker_class": "gthread",
            "workers": self._settings.workers,
            "threads": self._settings.threads,
            "preload_app": True,  # one import for all; a fault in it ends the command at once
            "loglevel": self._settings.log_level,
            "proc_name": "touchstone",
            "control_socket_disable": True,
            "when_ready": self._when_ready,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        # Not before now: prometheus_client reads its setting when it is imported.
        app: Flask = import_module("server.app.application").create_app(self._settings)
        return app

    def _when_ready(self, _: Any) -> None:
        host, port = self._address[:2]
        shown = f"[{host}]" if ":" in host else host
        sys.stdout.write(f"Touchstone on http://{shown}:{port}\n")
        if _nobody_can_sign_in(self._settings):
            sys.stdout.write(f"Nobody can sign in at the desk yet. To add the first user: {_FIRST_USER}\n")
        sys.stdout.flush()


def _nobody_can_sign_in(settings: Settings) -> bool:
    # Not before now, see load().
    people, foundations = import_module("server.app.people"), import_module("server.app.foundations")
    try:
        return not people.create_people(foundations.create_database(settings)).all()
    except RecordsUnavailableError:  # logged where it happened
        return False


def _listen(host: str, port: int) -> socket.socket:
    """Listen here rather than in gunicorn, which would try five times before it said why not."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen(_BACKLOG)
        except OSError:
            listener.close()
            raise
    except OSError as error:
        raise CommandError(f"can't listen on {host} port {port}: {error.strerror}") from None
    return listener
