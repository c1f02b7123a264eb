"""The desk's cookies. Readers get none."""

from __future__ import annotations

from flask import request
from werkzeug.wrappers import Response as AnyResponse


class Cookies:
    """Cookies that no script can read and no other site can send with a form.

    Over https they are ``Secure`` and have the prefix ``__Host-``, so that
    neither an eavesdropper nor a neighbouring subdomain can set them.
    ``Lax`` rather than ``Strict``: whoever follows a link to the desk, or
    comes back from the provider of OpenID Connect, is still signed in.
    """

    def __init__(self, public_url: str) -> None:
        self._public_url = public_url

    def get(self, name: str) -> str | None:
        """Return what this request's cookie holds; an empty one is none."""
        return request.cookies.get(self._full(name)) or None

    def set(self, response: AnyResponse, name: str, value: str, seconds: int | None = None) -> None:
        """Give the browser a cookie, until it is closed or for so many seconds."""
        secure = self._secure()
        response.set_cookie(
            self._full(name),
            value,
            max_age=seconds,
            path="/" if secure else "/desk",  # the prefix wants the first
            secure=secure,
            httponly=True,
            samesite="Lax",
        )

    def drop(self, response: AnyResponse, name: str) -> None:
        """Take a cookie back."""
        self.set(response, name, "", 0)

    def _secure(self) -> bool:
        # A proxy may end https and not say so; then PUBLIC_URL does.
        return request.is_secure or self._public_url.startswith("https://")

    def _full(self, name: str) -> str:
        return f"__Host-{name}" if self._secure() else name
