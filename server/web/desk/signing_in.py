"""Sign in and out."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from server.services.accounts import AccountService
from server.services.people import PeopleService
from server.services.proving import TooManyAttemptsError, WrongCredentialsError
from server.store.records.model import Role
from server.web.desk import destinations
from server.web.desk.access import Access


def add_to(desk: Blueprint, access: Access, accounts: AccountService, people: PeopleService) -> None:
    """Add the form to sign in, and what it and the buttons to sign out do."""

    @desk.get("/sign-in")
    @access.open
    def sign_in() -> AnyResponse | str:
        if access.user():
            return redirect(destinations.safe(request.args.get("next")), 303)
        return _form(people)

    @desk.post("/sign-in")
    @access.open
    def sign_in_now() -> AnyResponse | tuple[str, int]:
        name, password = request.form.get("name", ""), request.form.get("password", "")
        try:
            opened = accounts.sign_in(name, password, request.remote_addr, access.secret())
        except WrongCredentialsError:
            return _form(people, fault="wrong", name=name), 422
        except TooManyAttemptsError as error:
            return _too_many(_form(people, fault="many", name=name, seconds=error.seconds), error)
        return access.enter(opened, request.form.get("next"))

    @desk.post("/sign-out")
    @access.needs(Role.READER)
    def sign_out() -> AnyResponse:
        accounts.sign_out(access.me())
        return access.leave()

    @desk.post("/sign-out-everywhere")
    @access.needs(Role.READER)
    def sign_out_everywhere() -> AnyResponse:
        accounts.sign_out_everywhere(access.actor())
        return access.leave()


def _form(people: PeopleService, **words: object) -> str:
    following = destinations.safe(request.values.get("next"))
    return render_template("desk/sign_in.html", following=following, nobody=not people.all(), **words)


def _too_many(page: str, error: TooManyAttemptsError) -> Response:
    response = make_response(page, 429)
    response.headers["Retry-After"] = str(error.seconds)
    return response
