"""The verdicts that moderators disagreed with."""

from __future__ import annotations

import json
from typing import Any, get_args
from uuid import UUID

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from server.services.judging import InvalidError, JudgingService, Label, UnknownError
from server.store.records.model import Role
from server.store.records.voices import Disagreement
from server.web.desk.access import Access
from server.web.desk.faults import faults_told
from server.web.paging import page_number

_LABELS: dict[str, Label] = {str(label): label for label in get_args(Label)}


def add_to(desk: Blueprint, access: Access, judging: JudgingService) -> None:
    """Add the routes to the desk's."""

    @desk.get("/disagreements")
    @access.needs(Role.READER)
    def disagreements() -> str:
        return render_template("desk/disagreements.html", found=judging.disagreements(page_number()))

    @desk.post("/disagreements")
    @access.needs(Role.MODERATOR)
    @faults_told()
    def disagree() -> AnyResponse:
        label = _LABELS.get(request.form.get("label", ""))
        if label is None:
            raise InvalidError("Say what the verdict should have been.")
        assessment, report = _identity("assessment"), _identity("report")
        if assessment is None:
            raise InvalidError("The form does not say which verdict is meant.")
        judging.disagree(assessment, access.actor(), label, request.form.get("reason", ""), report)
        return redirect(url_for("desk.disagreements"), 303)

    @desk.get("/disagreements.jsonl")
    @access.needs(Role.READER)
    def disagreements_file() -> Response:
        lines = (json.dumps(_row(each), ensure_ascii=False) + "\n" for each in judging.all_disagreements())
        response = Response("".join(lines), mimetype="application/jsonl")
        response.headers["Content-Disposition"] = 'attachment; filename="disagreements.jsonl"'
        return response


def _identity(field: str) -> UUID | None:
    """Return the id in a field of the form, where there is one."""
    sent = request.form.get(field)
    try:
        return UUID(hex=sent) if sent else None
    except ValueError:
        raise UnknownError("There is no such assessment or report.") from None


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
