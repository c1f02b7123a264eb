"""Readers' reports at the desk."""

from __future__ import annotations

from typing import Any, get_args
from uuid import UUID

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from server.hosts import registrable
from server.services.guarding import MOST_REASON
from server.services.judging import InvalidError, Judgement, JudgingService
from server.services.reporting import Kind
from server.store.records.model import Role
from server.store.records.voices import ReportFilter
from server.web.desk.access import Access
from server.web.desk.faults import faults_told
from server.web.paging import page_number

_STATES = ("open", *get_args(Judgement))


def add_to(desk: Blueprint, access: Access, judging: JudgingService) -> None:
    """Add the routes to the desk's."""

    @desk.get("/reports")
    @access.needs(Role.READER)
    def reports() -> str:
        wanted = _filter()
        return render_template(
            "desk/reports.html",
            found=judging.reports(wanted, page_number()),
            wanted=wanted,
            kinds=get_args(Kind),
            states=_STATES,
            query=_query(),
            max_reason=MOST_REASON,
        )

    @desk.post("/reports/<uuid:report>/judge")
    @access.needs(Role.MODERATOR)
    @faults_told()
    def judge_report(report: UUID) -> AnyResponse:
        state = request.form.get("state", "")
        if state not in get_args(Judgement):
            raise InvalidError("A report is upheld or declined.")
        seen = request.form.get("seen", "open")
        judging.judge(report, access.actor(), state, seen)  # type: ignore[arg-type]  # `in` narrows no Literal
        return redirect(url_for("desk.reports", **_query()), 303)


def _filter() -> ReportFilter:
    """Return what the query asks for; the open ones unless it says otherwise, and ``all`` for any state."""
    state, kind = request.args.get("state", "open"), request.args.get("kind")
    typed = request.args.get("domain", "").replace("\0", "").strip()
    return ReportFilter(
        state=state if state in _STATES else None,
        kind=kind if kind in get_args(Kind) else None,
        domain=registrable(typed) or typed or None,
    )


def _query() -> dict[str, Any]:
    """Return the filter in the request's query, to come back to the same list."""
    return {name: request.args[name] for name in ("state", "kind", "domain") if request.args.get(name)}
