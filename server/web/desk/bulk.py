"""Several cases changed at once: what was picked, what became of each, and what is left to be sent again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from flask import request

from server.services.case_errors import ConflictError, InvalidError, UnknownCaseError
from server.services.moderating import BulkResult, CaseService
from server.store.records.model import User
from server.web.desk.case_form import VerdictForm, number_of, uuid_of

Picked = Mapping[UUID, int]  # the version of each case that the page showed


def picked() -> Picked:
    """Return the cases that were ticked in the form that was sent."""
    parts = [value.partition(":") for value in request.form.getlist("case")]
    return {case: number_of(version) for identity, _, version in parts if (case := uuid_of(identity))}


def change(cases: CaseService, user: User, some: Picked, form: VerdictForm) -> tuple[BulkResult, ...]:
    """Do what the button says, to each case by itself.

    Raises:
        InvalidError: where the decision is not one.
    """
    if asked() == "take":
        return cases.assign_many(some.items(), user, user.id)
    if asked() == "release":
        return cases.assign_many(some.items(), user, None)
    results = cases.decide_many(some.items(), user, *form.read())
    for result in results:
        if isinstance(result.error, InvalidError):  # what is wrong is the form, and so for every case
            raise result.error
    return results


def asked() -> str:
    """Return what the button says: ``take``, ``release`` or ``decide``."""
    asked = request.form.get("do", "")
    return asked if asked in {"take", "release"} else "decide"


def left(some: Picked, results: Sequence[BulkResult]) -> Picked:
    """Return what was not changed, to be sent again: a conflict with the version that it tells of."""
    return {
        result.id: result.error.version if isinstance(result.error, ConflictError) else some[result.id]
        for result in results
        if result.error and not isinstance(result.error, UnknownCaseError)
    }
