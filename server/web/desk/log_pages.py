"""The audit log at the desk: to read, to search, to take along."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from flask import Blueprint, Response, render_template, request

from server.store.records.log import AuditLog, Entry, Wanted
from server.store.records.model import Role
from server.web.desk.access import Access
from server.web.log_export import FORMATS
from server.web.paging import page_number

PAGE = 100
_TYPES = {"csv": "text/csv", "jsonl": "application/jsonl"}
_MOST = 255  # characters of a filter


def add_to(desk: Blueprint, access: Access, log: AuditLog) -> None:
    """Add the routes."""

    @desk.get("/log")
    @access.needs(Role.READER)
    def audit_log() -> str:
        wanted = Wanted(subject=_filter("subject"), actor=_filter("actor"), action=_filter("action"))
        number = page_number()
        entries, count = log.page(wanted, (number - 1) * PAGE, PAGE)
        pages = max(1, -(-count // PAGE))
        return render_template(
            "desk/log.html", entries=entries, count=count, number=number, pages=pages, wanted=wanted
        )

    @desk.get("/log.csv")
    @access.needs(Role.MODERATOR)
    def audit_log_csv() -> Response:
        return _download(log, "csv")

    @desk.get("/log.jsonl")
    @access.needs(Role.MODERATOR)
    def audit_log_jsonl() -> Response:
        return _download(log, "jsonl")


def _filter(name: str) -> str | None:
    return request.args.get(name, "").replace("\0", "").strip()[:_MOST] or None


def _download(log: AuditLog, form: str) -> Response:
    lines = FORMATS[form](_begun(log.entries()))
    response = Response(lines, mimetype=_TYPES[form])
    response.headers["Content-Disposition"] = f'attachment; filename="audit-log.{form}"'
    return response


def _begun(entries: Iterator[Entry]) -> Iterator[Entry]:
    """Read the first entry now, while a database that fails can still be answered with an error."""
    return chain([first] if (first := next(entries, None)) else [], entries)
