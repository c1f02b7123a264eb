"""Audits at the desk: ask for one, see how far it is, cancel it."""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from flask import Blueprint, Response, jsonify, make_response, redirect, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from server.services.auditing.service import AuditService, AuditUnderwayError, NoDomainError
from server.store.records.audit_model import AuditProgress
from server.store.records.model import Role
from server.texts.render import Texts
from server.web import headers
from server.web.desk.access import Access
from server.web.desk.audit_view import audit_view


def add_to(desk: Blueprint, access: Access, audits: AuditService, words: Texts) -> None:
    """Add the routes. Who reads at the desk may see an audit; a moderator may ask for one and cancel it."""

    @desk.post("/domains/<domain>/audit")
    @access.needs(Role.MODERATOR)
    def ask_for_audit(domain: str) -> AnyResponse:
        try:
            audit_id = audits.ask(domain, access.actor()).id
        except NoDomainError:
            raise NotFound from None
        except AuditUnderwayError as error:
            return redirect(url_for("desk.audit", audit_id=error.audit.id, already="yes"), 303)
        return redirect(url_for("desk.audit", audit_id=audit_id), 303)

    @desk.get("/audits/<uuid:audit_id>")
    @access.needs(Role.READER)
    def audit(audit_id: UUID) -> Response:
        progress = _found(audits, audit_id)
        page = render_template(
            "desk/audit.html",
            audit=progress.audit,
            view=audit_view(progress, words),
            already="already" in request.args,
            may_cancel=access.actor().role.may(Role.MODERATOR),
        )
        return headers.live(make_response(page))

    @desk.get("/audits/<uuid:audit_id>/progress")
    @access.needs(Role.READER)
    def audit_progress(audit_id: UUID) -> Response:
        return jsonify(asdict(audit_view(_found(audits, audit_id), words)))

    @desk.post("/audits/<uuid:audit_id>/cancel")
    @access.needs(Role.MODERATOR)
    def cancel_audit(audit_id: UUID) -> AnyResponse:
        _found(audits, audit_id)
        audits.cancel(audit_id, access.actor())
        return redirect(url_for("desk.audit", audit_id=audit_id), 303)


def _found(audits: AuditService, audit_id: UUID) -> AuditProgress:
    progress = audits.progress(audit_id)
    if progress is None:
        raise NotFound
    return progress
