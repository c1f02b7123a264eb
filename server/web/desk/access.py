"""Who may see what at the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from flask import Blueprint, current_app, g, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.exceptions import Unauthorized
from werkzeug.wrappers import Response as AnyResponse

from server.services.accounts import AccountService, Opened, SignedIn
from server.store.records.model import RecordsUnavailableError, Role, User
from server.web.desk import destinations
from server.web.desk.cookies import Cookies
from server.web.desk.form_guard import FormGuard
from server.web.desk.navigation import navigation

View = TypeVar("View", bound=Callable[..., object])
Page = tuple[str, int]

_COOKIE = "desk"
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_WRITTEN = ("reason", "text")  # how the desk's forms call what takes thought
_HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


class Access:
    """Guards the routes of a blueprint. Each view says whom it is for, by :meth:`needs` or :meth:`open`."""

    def __init__(self, accounts: AccountService, public_url: str = "") -> None:
        self._accounts = accounts
        self.cookies = Cookies(public_url)
        self._forms = FormGuard(self.cookies, public_url)

    def needs(self, role: Role) -> Callable[[View], View]:
        """Return a decorator for views that only ``role`` and those above it may see."""

        def mark(view: View) -> View:
            view.desk_needs = role  # type: ignore[attr-defined]  # mypy knows no own attributes of functions
            return view

        return mark

    def open(self, view: View) -> View:
        """Mark a view as being for everybody, signed in or not."""
        view.desk_needs = None  # type: ignore[attr-defined]  # mypy knows no own attributes of functions
        return view

    def user(self) -> User | None:
        """Return who is signed in."""
        found = self._found()
        return found.user if found else None

    def me(self) -> SignedIn:
        """Return who is signed in and with which session, in a view that needs a role.

        Raises:
            Unauthorized: where nobody is.
        """
        found = self._found()
        if found is None:
            raise Unauthorized
        return found

    def actor(self) -> User:
        """Return who is signed in, in a view that needs a role.

        Raises:
            Unauthorized: where nobody is.
        """
        return self.me().user

    def secret(self) -> str | None:
        """Return the secret of this request's session, whether or not it opens one."""
        return self.cookies.get(_COOKIE)

    def enter(self, opened: Opened, following: str | None) -> AnyResponse:
        """Return the way to ``following``, if it is within the desk, with the cookie of a new session."""
        response = redirect(destinations.safe(following), 303)
        seconds = int(self._accounts.lifetimes.whole.total_seconds())
        self.cookies.set(response, _COOKIE, opened.secret, seconds)
        self._forms.forget(response)
        return response

    def leave(self) -> AnyResponse:
        """Return the way to the form to sign in, without the cookie of a session."""
        response = redirect(url_for("desk.sign_in"), 303)
        self.cookies.drop(response, _COOKIE)
        return response

    def csrf_field(self) -> Markup:
        """Return the hidden field that every form of the desk needs."""
        return self._forms.field(self._valid_secret())

    def install(self, desk: Blueprint) -> None:
        """Guard every route of ``desk``; its templates get ``csrf_field()``, ``me`` and ``navigation``."""
        desk.before_request(self._admit)
        desk.after_request(self._finish)
        desk.app_template_global("csrf_field")(self.csrf_field)
        desk.context_processor(lambda: {"me": self.user(), "navigation": navigation(self.user())})
        desk.register_error_handler(RecordsUnavailableError, _no_records)

    def _admit(self) -> AnyResponse | Page | None:
        """Answer in the view's place where it must not be asked."""
        needed, changes = _needed(), request.method not in _SAFE_METHODS
        if changes and self._forms.is_from_elsewhere():
            return _refusal("elsewhere", 403)
        secret = self.secret()
        g.desk_signed_in = self._accounts.signed_in(secret) if secret else None
        user = self.user()
        if needed is not None and user is None:
            return _ask_to_sign_in()
        if changes and not self._forms.has_token(self._valid_secret(), before_session=needed is None):
            return _refusal("stale", 403, typed=_typed())
        if needed is not None and user is not None and not user.role.may(needed):
            return _refusal("role", 403, needed=needed, typed=_typed())
        return None

    def _finish(self, response: AnyResponse) -> AnyResponse:
        self._forms.keep(response)
        response.headers.update(_HEADERS)
        return response

    def _found(self) -> SignedIn | None:
        found: SignedIn | None = g.get("desk_signed_in")
        return found

    def _valid_secret(self) -> str | None:
        return self.secret() if self._found() else None


def _needed() -> Role | None:
    """Return the role that this request's view asks for, or ``None`` where it is open to everybody.

    Raises:
        LookupError: where it doesn't say; nobody gets to see such a view.
    """
    view = current_app.view_functions[request.endpoint or ""]
    if not hasattr(view, "desk_needs"):
        raise LookupError(f"{request.endpoint} does not say whom it is for: access.needs(…)")
    needed: Role | None = view.desk_needs
    return needed


def _ask_to_sign_in() -> AnyResponse | Page:
    typed = _typed()
    if typed:  # what somebody has thought about for long must not be lost
        return _refusal("signed_out", 401, typed=typed)
    return redirect(url_for("desk.sign_in", next=destinations.here()), 303)


def _typed() -> list[str]:
    """Return what somebody wrote into this request's form: reasons and notes, not ids or passwords."""
    return [text for name in _WRITTEN for text in request.form.getlist(name) if text.strip()]


def _refusal(why: str, status: int, **words: object) -> Page:
    return render_template("desk/refused.html", why=why, **words), status


def _no_records(_: RecordsUnavailableError) -> Page:  # logged where it happened
    return _refusal("records", 503, typed=_typed())
