"""The whole service as ``python -m server serve`` runs it, to be killed part by part."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from tests.processes import alive, arguments, descendants
from tests.serving import begin, environment

PATIENCE = 120.0  # seconds, for what takes a moment on any machine


class Part(StrEnum):
    """What can be killed. Only the first three are begun anew by what is left."""

    ONE_THAT_ANSWERS = "one that answers"
    ALL_THAT_ANSWER = "all that answer"
    JOBS = "the worker for jobs"
    MASTER = "gunicorn's master"
    ALL = "everything"

    @property
    def ends_it(self) -> bool:
        return self in {Part.MASTER, Part.ALL}


class Service:
    """Two processes that answer, and a worker beside them, with files in ``folder``; always on one port."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self._environment = environment(
            WORKERS=2,
            JOBS_PATH=f"{folder}/jobs.db",
            TMPDIR=folder,  # who is killed leaves files
            **settings,
        )
        self._log = folder / "log"
        self._port = "0"
        self._process: subprocess.Popen[str] | None = None
        self.address = ""

    def start(self) -> None:
        """Begin it: again and again, as whoever supervises it would, while something still has its port."""
        eventually(self._begin)

    def _begin(self) -> bool:
        self._process, self.address = begin(self._log, {**self._environment, "PORT": self._port})
        if not self.address:
            self._process.communicate()
            assert "can't listen" in self.log, self.log
            return False
        self._port = self.address.rpartition(":")[2]
        return True

    def pids(self, part: Part) -> list[int]:
        """Return the processes of a part that are there just now."""
        assert self._process
        master, below = self._process.pid, descendants(self._process.pid)
        by_words = {pid: arguments(pid) for pid in below}
        if part is Part.JOBS:
            return [pid for pid, words in by_words.items() if "work" in words]
        if part is Part.MASTER:
            return [master]
        if part is Part.ALL:
            return [master, *below]
        return [pid for pid, words in by_words.items() if "serve" in words]

    def kill(self, pids: Sequence[int]) -> None:
        """Kill these at once, and wait until none of them runs any more."""
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        eventually(lambda: not any(map(alive, pids)))

    def end(self) -> None:
        """Kill all that is left, and wait until nothing is."""
        if self._process is None:
            return
        family = self.pids(Part.ALL)
        self.kill(family)
        self.gone(family)

    def gone(self, family: Sequence[int]) -> None:
        """Wait until all of them have ended, the service being killed."""
        assert self._process
        self._process.communicate()
        eventually(lambda: not any(map(alive, family)))
        self._process = None

    @property
    def log(self) -> str:
        return self._log.read_text()


def eventually(holds: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)
