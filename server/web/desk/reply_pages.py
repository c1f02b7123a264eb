"""Publishers' replies at the desk."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from server.services.guarding import MOST_REASON
from server.services.judging import JudgingService
from server.store.records.model import Role
from server.web.desk.access import Access
from server.web.desk.faults import faults_told
from server.web.paging import page_number

_STATES = ("shown", "withdrawn", "rejected")


def add_to(desk: Blueprint, access: Access, judging: JudgingService) -> None:
    """Add the routes to the desk's."""

    @desk.get("/replies")
    @access.needs(Role.READER)
    def replies() -> str:
        state = request.args.get("state", "")
        wanted = state if state in _STATES else None
        found = judging.replies(page_number(), wanted)
        return render_template(
            "desk/replies.html", found=found, wanted=wanted, states=_STATES, max_reason=MOST_REASON
        )

    @desk.post("/replies/<uuid:reply>/reject")
    @access.needs(Role.MODERATOR)
    @faults_told()
    def reject_reply(reply: UUID) -> AnyResponse:
        judging.reject(reply, access.actor(), request.form.get("reason", ""))
        return redirect(url_for("desk.replies"), 303)

    @desk.post("/replies/<uuid:reply>/restore")
    @access.needs(Role.MODERATOR)
    @faults_told()
    def restore_reply(reply: UUID) -> AnyResponse:
        judging.restore(reply, access.actor(), request.form.get("reason", ""))
        return redirect(url_for("desk.replies"), 303)
