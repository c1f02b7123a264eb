"""Forms are taken from the desk's own pages only (cross-site request forgery)."""

from __future__ import annotations

from secrets import token_urlsafe
from urllib.parse import urlsplit

from flask import g, request
from markupsafe import Markup
from werkzeug.wrappers import Response as AnyResponse

from server.web.desk import tokens
from server.web.desk.cookies import Cookies

_COOKIE = "desk-form"  # of who has no session yet
_FIELD = "csrf"
_PURPOSE = "form"


class FormGuard:
    """Puts a token into each form, and wants it back.

    It comes from the session's secret, and so is another for each session.
    Who is about to sign in has none yet; a cookie of its own holds a secret then.
    """

    def __init__(self, cookies: Cookies, public_url: str) -> None:
        self._cookies = cookies
        self._public_host = urlsplit(public_url).netloc

    def field(self, session_secret: str | None) -> Markup:
        """Return the hidden field with the token; without a session, see to it that there is a cookie."""
        secret = session_secret or self._cookies.get(_COOKIE)
        if secret is None:
            secret = g.desk_form = g.get("desk_form") or token_urlsafe(32)
        value = tokens.token(secret, _PURPOSE)
        return Markup('<input type="hidden" name="{}" value="{}">').format(_FIELD, value)

    def has_token(self, session_secret: str | None, *, before_session: bool) -> bool:
        """Return whether this request's form holds the token of the session.

        Where ``before_session``, the one of a form that was made before there was a session will do.
        """
        sent = request.form.get(_FIELD, "")
        early = self._cookies.get(_COOKIE) if before_session else None
        return any(tokens.fits(sent, secret, _PURPOSE) for secret in (session_secret, early) if secret)

    def is_from_elsewhere(self) -> bool:
        """Return whether the browser says that another site sent this form."""
        site = request.headers.get("Sec-Fetch-Site")
        if site is not None:
            return site not in {"same-origin", "none"}
        # Our pages send no referrer, and therefore the origin "null" with their forms.
        origin = request.headers.get("Origin", "null")
        return origin != "null" and urlsplit(origin).netloc not in {request.host, self._public_host}

    def keep(self, response: AnyResponse) -> None:
        """Set the cookie that a form of this response needs."""
        if "desk_form" in g:
            self._cookies.set(response, _COOKIE, g.desk_form)

    def forget(self, response: AnyResponse) -> None:
        """Take that cookie back."""
        self._cookies.drop(response, _COOKIE)
