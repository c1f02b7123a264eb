"""The words of this package."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Handler = Callable[..., object]
"""Does one kind of job. Its keyword arguments are JSON values; the same job may come twice."""


class PermanentError(Exception):
    """Raised by a handler: another attempt would fail as well."""


class LaterError(Exception):
    """Raised by a handler: not now. The attempt does not count, and the job comes again after ``seconds``."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"again in {seconds:.0f} s")
        self.seconds = seconds


class AbandonedError(Exception):
    """What a job died of that no worker ever finished: each was killed, or hung, while it did it."""


@dataclass(frozen=True, slots=True)
class Dead:
    """A job that failed for good after ``attempts``, the last time with ``error``."""

    name: str
    arguments: Mapping[str, Any]
    attempts: int
    error: Exception
