"""The queue of cases, and what can be done to several at once."""

from __future__ import annotations

from typing import Any, TypeVar

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from server.services.case_errors import CaseError, InvalidError
from server.services.moderating import Because, CaseService, Outcome, QueueFilter, State
from server.store.records.model import Role, User
from server.web import headers
from server.web.desk import bulk
from server.web.desk.access import Access
from server.web.desk.case_form import OUTCOMES, VerdictForm
from server.web.paging import page_number

_FILTER = ("state", "because", "outcome", "assignee", "search", "order")
_ORDERS = ("priority", "opened", "changed", "domain")
_MOST_SEARCH = 255
Chosen = TypeVar("Chosen", State, Because, Outcome)


def add_to(desk: Blueprint, access: Access, cases: CaseService) -> None:
    """Add the routes."""

    def page(status: int = 200, picked: bulk.Picked | None = None, **words: Any) -> Response:
        wanted = _filter(access.actor())
        html = render_template(
            "desk/queue.html",
            found=cases.queue(wanted, page_number()),
            picked=picked or {},
            named=cases.some(picked) if picked else {},
            wanted=wanted,
            choices=OUTCOMES,
            query=_query(),
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
        picked, form = bulk.picked(), VerdictForm.sent(request.form)
        if not picked:
            return page(422, form=form, fault="Pick at least one case.")
        try:
            results = bulk.change(cases, access.actor(), picked, form)
        except InvalidError as error:
            return page(422, picked, form=form.with_fault(error))
        asked, left = bulk.asked(), bulk.left(picked, results)
        kept = VerdictForm() if asked == "decide" and not left else form
        return page(picked=left, form=kept, results=results, asked=asked)

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
        order=order if order in _ORDERS else "priority",  # type: ignore[arg-type]  # `in` narrows no Literal
    )


def _one_of(kind: type[Chosen], name: str) -> Chosen | None:
    try:
        return kind(request.args.get(name, ""))
    except ValueError:
        return None


def _query() -> dict[str, str]:
    """Return the filter in the request's address, to come back to the same list."""
    return {name: request.args[name] for name in _FILTER if request.args.get(name)}
