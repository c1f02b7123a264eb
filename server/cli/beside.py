"""The worker beside the service: a process of its own, begun anew whenever it ends.

    python -m server.cli.beside

keeps a worker running until standard input ends, which is when the service
has: its end of the pipe closes even when it is killed. This process does
nothing else, so that the service itself needs neither threads nor to look
after children that gunicorn doesn't know.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

_COMMAND = (sys.executable, "-m", "server", "work", "--beside")
_SHORTEST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0  # seconds before the worker is begun anew
_GOOD_RUN = 60.0  # seconds after which what ended it is no reason to wait longer
_ENDING_SECONDS = 30.0  # more than the worker itself gives its jobs


@contextmanager
def worker_beside(wanted: bool) -> Iterator[None]:
    """Have a worker beside this process for the time of the block, where that is ``wanted``."""
    if not wanted:
        yield
        return
    owner = os.getpid()
    keeper = subprocess.Popen(
        [sys.executable, "-m", "server.cli.beside"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        start_new_session=True,  # a terminal's Ctrl-C is for the service, which ends the worker in good order
    )
    try:
        yield
    finally:
        if os.getpid() == owner:  # the processes that gunicorn forks leave by here too
            assert keeper.stdin  # noqa: S101 - narrows the type; it is a pipe
            keeper.stdin.close()
            try:
                keeper.wait(_ENDING_SECONDS)
            except subprocess.TimeoutExpired:
                keeper.kill()


def keep() -> None:
    """Keep a worker running until standard input ends, and for as long as it then needs."""
    ended = Event()
    Thread(target=wait_for_the_end, args=(ended,), daemon=True).start()
    pause = _SHORTEST_PAUSE
    while not ended.is_set():
        started = time.monotonic()
        # It has our standard input too, and so ends by itself when the service does.
        status = subprocess.run(_COMMAND, check=False).returncode  # noqa: S603 - our own command
        if ended.is_set():
            return
        pause = _SHORTEST_PAUSE if time.monotonic() - started > _GOOD_RUN else min(2 * pause, _LONGEST_PAUSE)
        sys.stderr.write(
            f"touchstone: the worker ended with status {status}, it begins anew in {pause:.0f} s\n"
        )
        ended.wait(pause)


def wait_for_the_end(ended: Event) -> None:
    """Set ``ended`` once nobody holds the other end of our standard input."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    ended.set()


if __name__ == "__main__":
    keep()
