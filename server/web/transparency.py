"""What moderators decided, for everybody to read."""

from __future__ import annotations

from flask import Blueprint, render_template

from server.services.moderating import CaseService
from server.store.records.log import AuditLog
from server.store.records.model import RecordsUnavailableError
from server.store.records.queue import PAGE
from server.web.paging import page_number
from server.web.problems import ProblemError


def create_transparency(cases: CaseService, log: AuditLog) -> Blueprint:
    """Return the route of the page."""
    pages = Blueprint("transparency", __name__)

    @pages.get("/transparency")
    def page() -> str:
        try:
            found, head = cases.decisions(page_number()), log.head()
        except RecordsUnavailableError:  # logged where it happened
            raise ProblemError(503, "The decisions can't be read just now; try again later.") from None
        first = found.tally.total - (found.number - 1) * PAGE
        return render_template("transparency.html", page=found, head=head, first=first)

    return pages
