"""The lists of domains that others keep, at the desk."""

from __future__ import annotations

from flask import Blueprint, render_template

from server.store.records.lists import Lists
from server.store.records.model import Role
from server.web.desk.access import Access


def add_to(desk: Blueprint, access: Access, imported: Lists) -> None:
    """Add the page. Lists are imported by the command line alone."""

    @desk.get("/lists")
    @access.needs(Role.READER)
    def lists() -> str:
        return render_template("desk/lists.html", lists=imported.all())
