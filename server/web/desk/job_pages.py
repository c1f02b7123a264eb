"""Background jobs at the desk: those that wait, and those that failed for good."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from server.services.retrying import JobError, RetryingService
from server.store.records.model import Role, User
from server.web.desk.access import Access


def add_to(desk: Blueprint, access: Access, service: RetryingService) -> None:
    """Add the page and its forms."""

    def page(status: int = 200, fault: str | None = None) -> Response:
        done = request.args.get("done")
        html = render_template(
            "desk/jobs.html", found=service.page(), may_retry=service.may_retry, fault=fault, done=done
        )
        return make_response(html, status)

    def settle(how: Callable[[UUID, User], None], job: UUID, done: str) -> AnyResponse:
        try:
            how(job, access.actor())
        except JobError as error:
            return page(409, str(error))
        return redirect(url_for("desk.jobs", done=done), 303)

    @desk.get("/jobs")
    @access.needs(Role.MODERATOR)
    def jobs() -> Response:
        return page()

    @desk.post("/jobs/<uuid:job>/retry")
    @access.needs(Role.MODERATOR)
    def retry_job(job: UUID) -> AnyResponse:
        return settle(service.retry, job, "retried")

    @desk.post("/jobs/<uuid:job>/dismiss")
    @access.needs(Role.MODERATOR)
    def dismiss_job(job: UUID) -> AnyResponse:
        return settle(service.dismiss, job, "dismissed")
