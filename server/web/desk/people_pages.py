"""The users, for administrators."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response as AnyResponse

from server.services.people import PeopleError, PeopleService
from server.store.records.model import Role
from server.web.desk.access import Access


def add_to(desk: Blueprint, access: Access, service: PeopleService) -> None:
    """Add the page and its forms. Users are added by the command line alone."""

    @desk.get("/people")
    @access.needs(Role.ADMINISTRATOR)
    def people() -> str:
        return render_template("desk/people.html", users=service.all(), roles=list(Role))

    @desk.post("/people/<name>")
    @access.needs(Role.ADMINISTRATOR)
    def change_user(name: str) -> AnyResponse | tuple[str, int]:
        try:
            _change(service, name, request.form, access.actor().name)
        except PeopleError as error:
            page = render_template(
                "desk/people.html", users=service.all(), roles=list(Role), fault=str(error)
            )
            return page, 422
        return redirect(url_for("desk.people"), 303)


def _change(service: PeopleService, name: str, sent: Mapping[str, str], actor: str) -> None:
    if sent.get("do") == "disable":
        service.disable(name, actor)
    elif sent.get("do") == "enable":
        service.enable(name, actor)
    elif sent.get("do") == "role" and sent.get("role") in list(Role):
        service.set_role(name, Role(sent["role"]), actor)
    else:
        raise BadRequest("This form names nothing that can be done here.")
