"""Pages and routes that can do nothing without the records."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from server.store.records.model import RecordsUnavailableError
from server.web.problems import ProblemError


@contextmanager
def records_needed() -> Iterator[None]:
    """Answer with status 503 where the records can't be read or written; a decorator for views, too.

    Raises:
        ProblemError: in place of a ``RecordsUnavailableError``, which is logged where it happens.
    """
    try:
        yield
    except RecordsUnavailableError:
        raise ProblemError(503, "The records can't be reached just now; try again later.") from None
