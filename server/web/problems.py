"""Errors: one type to raise, one handler, one shape (RFC 9457); a page instead for those who read HTML."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Sequence
from http import HTTPStatus

from flask import Flask, Response, render_template, request
from werkzeug.exceptions import HTTPException

from server.web.schemas import FieldError, Problem

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
# Paths that programs read; everywhere else the Accept header decides.
_FOR_PROGRAMS = ("/v1/", "/badge/", "/openapi.json", "/healthz", "/readyz", "/metrics")
_DETAILS = {
    404: "There is nothing at this address.",
    405: "This address does not answer that method.",
    413: "The request is larger than this service accepts.",
}


class ProblemError(Exception):
    """Ends a request with ``status``; ``detail`` and ``errors`` are shown to the client.

    ``retry_after`` are seconds after which the same request may fare better.
    """

    def __init__(
        self,
        status: int,
        detail: str,
        errors: Sequence[FieldError] = (),
        *,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.errors = tuple(errors)
        self.retry_after = retry_after


def install(app: Flask) -> None:
    """Answer every error of ``app`` as a problem or as an error page."""

    @app.errorhandler(Exception)
    def handle(error: Exception) -> Response | HTTPException:
        if isinstance(error, ProblemError):
            response = _answer(app, error.status, error.detail, error.errors)
            if error.retry_after is not None:
                response.headers["Retry-After"] = str(error.retry_after)
            return response
        if isinstance(error, HTTPException):
            if error.response is not None or error.code is None or error.code < 400:
                return error  # a redirect, or an answer that somebody made already
            response = _answer(app, error.code, _DETAILS.get(error.code) or error.description or "")
            response.headers.extend(
                [item for item in error.get_headers(request.environ) if item[0] != "Content-Type"]
            )
            return response
        # The id joins what the reader saw to the log, which alone knows the cause.
        incident = secrets.token_hex(4)
        log.error("incident %s on %s %s", incident, request.method, request.url_rule, exc_info=error)
        return _answer(app, 500, f"The fault is ours and has been logged as incident {incident}.")


def _answer(app: Flask, status: int, detail: str, errors: Sequence[FieldError] = ()) -> Response:
    title = HTTPStatus(status).phrase
    problem = Problem(type="about:blank", title=title, status=status, detail=detail, errors=list(errors))
    if _reads_html():
        response = app.make_response(render_template("error.html", problem=problem))
    else:
        response = Response(problem.model_dump_json(), mimetype=MEDIA_TYPE)
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    response.headers.add("Vary", "Accept")
    return response


def _reads_html() -> bool:
    if request.path.startswith(_FOR_PROGRAMS):
        return False
    return request.accept_mimetypes.best_match([MEDIA_TYPE, "application/json", "text/html"]) == "text/html"
