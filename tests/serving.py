"""``python -m server serve`` as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from server.config import describe

ROOT = Path(__file__).parents[1]
PATIENCE = 120.0  # seconds, for what takes a moment on any machine


def environment(**settings: object) -> dict[str, str]:
    """Return this process' environment with none of the service's settings but those given."""
    names = {setting.name for setting in describe()} | {"PROMETHEUS_MULTIPROC_DIR"}
    inherited = {name: value for name, value in os.environ.items() if name not in names}
    return inherited | {name: str(value) for name, value in settings.items()}


def begin(
    log: Path, environment: Mapping[str, str], *, new_session: bool = False
) -> tuple[subprocess.Popen[str], str]:
    """Begin the service and wait until it listens.

    Return it and its address, which is empty where it has ended instead. What
    it writes to standard error is added to ``log``.
    """
    with log.open("a", encoding="utf-8") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "server", "serve"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            start_new_session=new_session,
        )
    assert process.stdout
    return process, process.stdout.readline().rpartition(" ")[2].strip()


@dataclass(frozen=True)
class Service:
    """A running service; ``log`` is what it has written to standard error."""

    url: str
    process: subprocess.Popen[str]
    log_file: Path

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    @property
    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8")

    def stop(self) -> int:
        """Tell it to end, and return its status when it has."""
        self.process.terminate()
        self.process.communicate(timeout=PATIENCE)
        return self.process.returncode


@contextmanager
def serving(log: Path, **settings: object) -> Iterator[Service]:
    """Run a service on any port with these settings, and no others, until the end of the block."""
    process, url = begin(log, environment(**{"PORT": 0} | settings))
    service = Service(url, process, log)
    try:
        assert url, service.log
        yield service
    finally:
        service.stop()
