"""Reports from readers who disagree."""

from __future__ import annotations

from flask import Blueprint, Response, request

from server.services.reporting import ReportService, TooManyReportsError
from server.store.records.model import RecordsUnavailableError
from server.web.bodies import read_json
from server.web.problems import ProblemError
from server.web.report_schemas import ReportReceipt, ReportRequest


def create_reports_api(reports: ReportService) -> Blueprint:
    """Return the route for reports."""
    api = Blueprint("reports", __name__)

    @api.post("/v1/reports")
    def report() -> Response:
        sent = read_json(ReportRequest)
        try:
            receipt = reports.report(sent.assessment, sent.kind, sent.signal, sent.note, request.remote_addr)
        except RecordsUnavailableError:  # logged where it happened
            raise ProblemError(503, "Reports can't be kept just now; try again later.") from None
        except TooManyReportsError as error:
            detail = "As many reports as are taken in a day have come from this address."
            raise ProblemError(429, detail, retry_after=error.seconds) from None
        if receipt is None:
            raise ProblemError(404, "No assessment of that content is known here any more; ask for it again.")
        kept = ReportReceipt(id=receipt.report.id.hex, received=receipt.report.received)
        response = Response(kept.model_dump_json(), 201 if receipt.new else 200, mimetype="application/json")
        response.headers["Cache-Control"] = "no-store"
        return response

    return api
