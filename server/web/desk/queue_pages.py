"""The queue of cases, and what can be done to several at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar
from uuid import UUID

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from server.services.case_errors import CaseError, InvalidError
from server.services.moderating import Because, BulkResult, CaseService, Outcome, QueueFilter, State
from server.store.records.model import Role, User
from server.web import headers
from server.web.desk.access import Access
from server.web.desk.case_form import OUTCOMES, VerdictForm, uuid_of
from server.web.paging import page_number

_ORDERS = ("priority", "opened", "changed", "domain")
_MOST_SEARCH = 255
Chosen = TypeVar("Chosen", State, Because, Outcome)


def add_to(desk: Blueprint, access: Access, cases: CaseService) -> None:
    """Add the routes."""

    def page(status: int = 200, **words: Any) -> Response:
        wanted = _filter(access.actor())
        found = cases.queue(wanted, page_number())
        html = render_template(
            "desk/queue.html",
            found=found,
            wanted=wanted,
            choices=OUTCOMES,
            query={name: value for name, value in request.args.items() if name != "page"},
            **{"form": VerdictForm(), "results": (), "fault": None, **words},
        )
        return make_response(headers.live(make_response(html)), status)

    @desk.get("/cases")
    @access.needs(Role.READER)
    def queue() -> Response:
        return page()

    @desk.post("/cases")
    @access.needs(Role.MODERATOR)
    def change_many() -> Response:
        picked, form = _picked(), VerdictForm.sent(request.form)
        if not picked:
            return page(422, form=form, fault="Pick at least one case.")
        try:
            results = _change(cases, access.actor(), picked, form)
        except InvalidError as error:
            return page(422, form=form.with_fault(error), picked=dict(picked))
        return page(results=results)

    @desk.post("/cases/new")
    @access.needs(Role.MODERATOR)
    def open_case() -> AnyResponse:
        domain, reason = request.form.get("domain", ""), request.form.get("reason", "")
        try:
            case = cases.open_by_hand(domain, access.actor(), reason)
        except CaseError as error:
            return page(422, opening={"domain": domain, "reason": reason, "fault": str(error)})
        return redirect(url_for("desk.case", domain=case.domain), 303)


def _filter(user: User) -> QueueFilter:
    """Read the filter from the address; what makes no sense in it is left out."""
    asked = request.args
    assignee = asked.get("assignee")
    order = asked.get("order")
    return QueueFilter(
        state=None if asked.get("state") == "all" else _one_of(State, "state") or State.OPEN,
        because=_one_of(Because, "because"),
        outcome=_one_of(Outcome, "outcome"),
        assignee=user.id if assignee == "me" else None,
        unassigned=assignee == "nobody",
        search=asked.get("search", "").replace("\0", "").strip()[:_MOST_SEARCH],
        order=order if order in _ORDERS else "priority",  # type: ignore[arg-type]  # one of them
    )


def _one_of(kind: type[Chosen], name: str) -> Chosen | None:
    try:
        return kind(request.args.get(name, ""))
    except ValueError:
        return None


def _picked() -> list[tuple[UUID, int]]:
    """Return id and version of each case that was ticked, as the page showed them."""
    picked = []
    for value in request.form.getlist("case"):
        identity, _, version = value.partition(":")
        case = uuid_of(identity)
        if case and version.isdecimal():
            picked.append((case, int(version)))
    return picked


def _change(
    cases: CaseService, user: User, picked: Sequence[tuple[UUID, int]], form: VerdictForm
) -> tuple[BulkResult, ...]:
    """Do what the button says, to each case by itself.

    Raises:
        InvalidError: where the decision is not one.
    """
    if request.form.get("do") == "take":
        return cases.assign_many(picked, user, user.id)
    if request.form.get("do") == "release":
        return cases.assign_many(picked, user, None)
    results = cases.decide_many(picked, user, *form.read())
    for result in results:
        if isinstance(result.error, InvalidError):  # what is wrong is the form, and so for every case
            raise result.error
    return results
