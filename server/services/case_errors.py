"""What the desk is told when a change to a case can't be made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any


class CaseError(Exception):
    """Nothing was changed; the message says why, in words for the desk."""


class UnknownCaseError(CaseError):
    """There is no such case."""


class NotAllowedError(CaseError):
    """The user's role does not allow it, or does not any more."""


class NotSavedError(CaseError):
    """The records failed."""

    def __init__(self) -> None:
        super().__init__("It was not saved, as the records can't be reached just now; try again.")


class InvalidError(CaseError):
    """``field`` is not as it should be."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody did to a case: an entry of the audit log."""

    at: datetime
    actor: str
    action: str
    details: dict[str, Any]


class ConflictError(CaseError):
    """Somebody changed the case since it was read; ``changes`` says who and what, oldest first."""

    def __init__(self, version: int, changes: Sequence[Change]) -> None:
        super().__init__("Somebody changed this case since you opened it; look at it again.")
        self.version = version
        self.changes = tuple(changes)
