"""Signs of life while something takes its time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

from server.store.records.model import RecordsUnavailableError


@contextmanager
def beating(beat: Callable[[], None], seconds: float) -> Iterator[None]:
    """Call ``beat`` every so many seconds, in a thread of its own, until the block ends."""
    ended = Event()

    def work() -> None:
        while not ended.wait(seconds):
            with suppress(RecordsUnavailableError):  # logged where it happened; the next one may do
                beat()

    thread = Thread(target=work, name="signs of life", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
