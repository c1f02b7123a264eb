"""The form of a decision: what was chosen and typed, kept as it is, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from server.services.case_errors import InvalidError
from server.services.moderating import Outcome

OUTCOMES = tuple(outcome for outcome in Outcome if outcome is not Outcome.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class VerdictForm:
    """What a moderator chose and typed. ``faults`` says what is wrong with a field."""

    outcome: str = ""
    reason: str = ""
    review_on: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def sent(cls, form: Mapping[str, str]) -> VerdictForm:
        """Return what was sent."""
        # Browsers send two characters for the end of a line.
        reason = form.get("reason", "").replace("\r\n", "\n")
        return cls(form.get("outcome", ""), reason, form.get("review_on", "").strip())

    def read(self) -> tuple[Outcome, str, date | None]:
        """Return outcome, reason and review date.

        Raises:
            InvalidError: naming the first field that makes no sense.
        """
        try:
            outcome = Outcome(self.outcome)
        except ValueError:
            raise InvalidError("outcome", "Choose one of these.") from None
        try:
            review_on = date.fromisoformat(self.review_on) if self.review_on else None
        except ValueError:
            raise InvalidError("review_on", "Give a date, such as 2027-01-31.") from None
        return outcome, self.reason, review_on

    def with_fault(self, error: InvalidError) -> VerdictForm:
        """Return the form with what is wrong with it."""
        return replace(self, faults={**self.faults, error.field: str(error)})


def uuid_of(text: str) -> UUID | None:
    """Return the id that ``text`` is, if it is one."""
    try:
        return UUID(text)
    except ValueError:
        return None


def number_of(text: str) -> int:
    """Return the version that ``text`` is; -1, which no case has, where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
