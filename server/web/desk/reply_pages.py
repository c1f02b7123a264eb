"""Publishers' replies at the desk."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from server.services.judging import JudgingService
from server.web.desk.faults import faults_told
from server.web.desk.gate import Gate, identity, page_number
from server.web.records import records_needed

STATES = ("shown", "withdrawn", "rejected")


def add_to(desk: Blueprint, gate: Gate, judging: JudgingService) -> None:
    """Add the routes to the desk's."""

    @desk.get("/replies")
    @gate.reads
    @records_needed()
    def replies() -> str:
        state = request.args.get("state", "")
        wanted = state if state in STATES else None
        found = judging.replies(page_number(), wanted)
        return render_template("desk/replies.html", found=found, wanted=wanted, states=STATES)

    @desk.post("/replies/<reply>/reject")
    @gate.judges
    @records_needed()
    @faults_told()
    def reject_reply(reply: str) -> AnyResponse:
        judging.reject(identity(reply), gate.user(), request.form.get("reason", ""))
        return redirect(url_for("desk.replies"), 303)
