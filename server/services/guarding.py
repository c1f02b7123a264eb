"""What must hold before anything at the desk is changed: who, which version, and in what words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection

from server.services.case_errors import (
    Change,
    ConflictError,
    InvalidError,
    NotAllowedError,
    UnknownCaseError,
)
from server.store.records import cases, people
from server.store.records.case_log import changes
from server.store.records.case_model import Case
from server.store.records.model import Role, User

LEAST_REASON, MOST_REASON = 10, 4_000


def reason(text: str, field: str = "reason") -> str:
    """Return ``text`` without what surrounds it.

    Raises:
        InvalidError: where it is too short to be a reason, or too long.
    """
    text = words(text, field)
    if len(text) < LEAST_REASON:
        raise InvalidError(field, f"Give the reason in at least {LEAST_REASON} characters.")
    return text


def words(text: str, field: str) -> str:
    """Return ``text`` without what surrounds it.

    Raises:
        InvalidError: where there is none, or what can't be kept.
    """
    text = text.strip()
    if not text:
        raise InvalidError(field, "Write something.")
    if len(text) > MOST_REASON:
        raise InvalidError(field, f"At most {MOST_REASON:,} characters fit.")
    if any(char == "\0" or "\ud800" <= char <= "\udfff" for char in text):
        raise InvalidError(field, "There is a character in it that can't be kept.")
    return text


def moderator(connection: Connection, user: User) -> User:
    """Return ``user`` as they are now.

    Raises:
        NotAllowedError: where they are no moderator, or not any more.
    """
    known = people.find(connection, user.id)
    if known is None or known.disabled is not None or not known.role.may(Role.MODERATOR):
        raise NotAllowedError("Only moderators may do this.")
    return known


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody changes a case, of which they saw a version."""

    case: UUID
    version: int
    user: User
    now: datetime


def admitted(connection: Connection, act: Act) -> tuple[Act, Case]:
    """Return the act with the user as they are now, and the case, where the one may change the other.

    Raises:
        ConflictError: where the case has changed since that version.
        NotAllowedError: where the user may not.
        UnknownCaseError: where there is no such case.
    """
    user = moderator(connection, act.user)
    case = existing(connection, act.case)
    if case.version != act.version:
        since = [
            Change(entry.at, entry.actor, entry.action, dict(entry.details))
            for entry in changes(connection, case.domain)
            if entry.details.get("version", 0) > act.version
        ]
        raise ConflictError(case.version, since)
    return replace(act, user=user), case


def existing(connection: Connection, identity: UUID) -> Case:
    """Return the case.

    Raises:
        UnknownCaseError: where there is none.
    """
    case = cases.find(connection, identity)
    if case is None:
        raise UnknownCaseError("There is no such case.")
    return case
