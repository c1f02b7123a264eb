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


class SignInForm:
    """The form, with what was wrong; ``openid`` says whether there is another way in."""

    def __init__(self, people: PeopleService, *, openid: bool) -> None:
        self._people = people
        self._openid = openid

    def render(self, following: str | None, **words: object) -> str:
        """Return the page. Who signs in goes on to ``following``, if it is within the desk."""
        return render_template(
            "desk/sign_in.html",
            following=destinations.safe(following),
            nobody=not self._people.all(),
            openid=self._openid,
            **words,
        )


def add_to(desk: Blueprint, access: Access, accounts: AccountService, form: SignInForm) -> None:
    """Add the form to sign in, and what it and the buttons to sign out do."""

    @desk.get("/sign-in")
    @access.open
    def sign_in() -> AnyResponse | str:
        following = request.args.get("next")
        if access.user():
            return redirect(destinations.safe(following), 303)
        return form.render(following)

    @desk.post("/sign-in")
    @access.open
    def sign_in_now() -> AnyResponse | tuple[str, int]:
        name, password = request.form.get("name", ""), request.form.get("password", "")
        following = request.form.get("next")
        try:
            opened = accounts.sign_in(name, password, request.remote_addr, access.secret())
        except WrongCredentialsError:
            return form.render(following, fault="wrong", name=name), 422
        except TooManyAttemptsError as error:
            page = form.render(following, fault="many", name=name, seconds=error.seconds)
            return _too_many(page, error)
        return access.enter(opened, following)

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


def _too_many(page: str, error: TooManyAttemptsError) -> Response:
    response = make_response(page, 429)
    response.headers["Retry-After"] = str(error.seconds)
    return response
