"""Readers' reports at the desk, and the verdicts that moderators disagreed with."""

from __future__ import annotations

import json
from typing import Any, get_args

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from server.hosts import registrable
from server.services.judging import InvalidError, JudgingService
from server.services.reporting import Kind
from server.store.records.voices import Disagreement, ReportFilter
from server.web.desk.faults import faults_told
from server.web.desk.gate import Gate, identity, page_number
from server.web.records import records_needed

STATES = ("open", "upheld", "declined")
_LABELS = {"0": 0, "1": 1}


def add_to(desk: Blueprint, gate: Gate, judging: JudgingService) -> None:
    """Add the routes to the desk's."""

    @desk.get("/reports")
    @gate.reads
    @records_needed()
    def reports() -> str:
        wanted = _filter()
        found = judging.reports(wanted, page_number())
        words = {"wanted": wanted, "kinds": get_args(Kind), "states": STATES, "query": _query()}
        return render_template("desk/reports.html", found=found, **words)

    @desk.post("/reports/<report>/judge")
    @gate.judges
    @records_needed()
    @faults_told()
    def judge_report(report: str) -> AnyResponse:
        state = request.form.get("state", "")
        if state not in {"upheld", "declined"}:
            raise InvalidError("A report is upheld or declined.")
        judging.judge(identity(report), gate.user(), state, request.form.get("seen", "open"))  # type: ignore[arg-type]
        return redirect(url_for("desk.reports", **_query()), 303)

    @desk.get("/disagreements")
    @gate.reads
    @records_needed()
    def disagreements() -> str:
        return render_template("desk/disagreements.html", found=judging.disagreements(page_number()))

    @desk.post("/disagreements")
    @gate.judges
    @records_needed()
    @faults_told()
    def disagree() -> AnyResponse:
        label = _LABELS.get(request.form.get("label", ""))
        if label is None:
            raise InvalidError("Say what the verdict should have been.")
        report = request.form.get("report")
        judging.disagree(
            identity(request.form.get("assessment", "")),
            gate.user(),
            label,  # type: ignore[arg-type]  # 0 or 1
            request.form.get("reason", ""),
            identity(report) if report else None,
        )
        return redirect(url_for("desk.disagreements"), 303)

    @desk.get("/disagreements.jsonl")
    @gate.reads
    @records_needed()
    def disagreements_file() -> Response:
        lines = (json.dumps(_row(each), ensure_ascii=False) + "\n" for each in judging.all_disagreements())
        response = Response("".join(lines), mimetype="application/jsonl")
        response.headers["Content-Disposition"] = 'attachment; filename="disagreements.jsonl"'
        return response


def _filter() -> ReportFilter:
    """Return what the query asks for; the open ones unless it says otherwise, and ``all`` for any state."""
    state, kind = request.args.get("state", "open"), request.args.get("kind")
    domain = request.args.get("domain", "").strip()
    return ReportFilter(
        state=state if state in STATES else None,
        kind=kind if kind in get_args(Kind) else None,
        domain=registrable(domain) or domain or None,
    )


def _query() -> dict[str, Any]:
    """Return the filter in the request's query, to come back to the same list."""
    return {name: request.args[name] for name in ("state", "kind", "domain") if request.args.get(name)}


def _row(said: Disagreement) -> dict[str, Any]:
    """Return one disagreement as JSON values, without what only helps to know a text again."""
    names = "author label reason domain url content_id title ruleset level score".split()
    return {
        "id": said.id.hex,
        "assessment": said.assessment.hex,
        "report": said.report and said.report.hex,
        "made": said.made.isoformat(),
        **{name: getattr(said, name) for name in names},
    }
