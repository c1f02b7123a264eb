"""One's own account: password and sessions."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from server.services.accounts import AccountService
from server.services.proving import PasswordRefusedError, TooManyAttemptsError, WrongCredentialsError
from server.store.records.model import Role
from server.web.desk.access import Access


def add_to(desk: Blueprint, access: Access, accounts: AccountService) -> None:
    """Add the page and its form."""

    def page(status: int = 200, **words: object) -> Response:
        me = access.me()
        html = render_template(
            "desk/account.html",
            sessions=accounts.sessions(me.user.id),
            this=me.session.digest,
            has_password=accounts.has_password(me.user),
            **words,
        )
        return make_response(html, status)

    @desk.get("/account")
    @access.needs(Role.READER)
    def account() -> Response:
        return page(changed="changed" in request.args)

    @desk.post("/account/password")
    @access.needs(Role.READER)
    def change_password() -> AnyResponse:
        old, new = request.form.get("old-password", ""), request.form.get("new-password", "")
        if new != request.form.get("same-password"):
            return page(422, faults={"same-password": "differ"})
        try:
            accounts.change_password(access.me(), old, new, request.remote_addr)
        except PasswordRefusedError as error:
            return page(422, faults={"new-password": error.fault})
        except WrongCredentialsError:
            return page(422, faults={"old-password": "wrong"})
        except TooManyAttemptsError as error:
            response = page(429, faults={"old-password": "many"})
            response.headers["Retry-After"] = str(error.seconds)
            return response
        return redirect(url_for("desk.account", changed=""), 303)
