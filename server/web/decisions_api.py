"""Moderators' decisions for programs."""

from __future__ import annotations

from flask import Blueprint, Response

from server.services.moderating import CaseService
from server.store.records.log import AuditLog
from server.store.records.model import RecordsUnavailableError
from server.web.decision_schemas import presented
from server.web.paging import page_number
from server.web.problems import ProblemError


def create_decisions_api(cases: CaseService, log: AuditLog) -> Blueprint:
    """Return the route for decisions."""
    api = Blueprint("decisions", __name__)

    @api.get("/v1/decisions")
    def listed() -> Response:
        try:
            answer = presented(cases.decisions(page_number()), log.head())
        except RecordsUnavailableError:  # logged where it happened
            raise ProblemError(503, "The decisions can't be read just now; try again later.") from None
        response = Response(answer.model_dump_json(), mimetype="application/json")
        response.headers["Cache-Control"] = "no-store"
        return response

    return api
