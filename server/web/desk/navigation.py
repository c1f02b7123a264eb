"""The desk's pages, in the order of its navigation."""

from __future__ import annotations

from flask import current_app

from server.store.records.model import Role, User

_PAGES = (
    ("desk.queue", "Queue", Role.READER),
    ("desk.reports", "Reports", Role.READER),
    ("desk.replies", "Replies", Role.READER),
    ("desk.audit_log", "Audit log", Role.READER),
    ("desk.jobs", "Jobs", Role.MODERATOR),
    ("desk.lists", "Lists", Role.READER),
    ("desk.people", "People", Role.ADMINISTRATOR),
    ("desk.account", "Account", Role.READER),
)


def navigation(user: User | None) -> list[tuple[str, str]]:
    """Return the endpoints of the pages that there are for ``user``, with their labels."""
    if user is None:
        return []
    known = current_app.view_functions
    return [(page, label) for page, label, role in _PAGES if page in known and user.role.may(role)]
