"""The one error of this package."""

from __future__ import annotations

from enum import StrEnum
from http import HTTPStatus


class Reason(StrEnum):
    """Why a page was not fetched."""

    BAD_URL = "bad_url"
    SCHEME = "scheme"
    ADDRESS = "address"
    DNS = "dns"
    CONNECTION = "connection"
    TLS = "tls"
    TIMEOUT = "timeout"
    TOO_LARGE = "too_large"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    STATUS = "status"
    CONTENT_TYPE = "content_type"
    RULES = "rules"


# Another attempt in an hour may fare better.
_PASSING = frozenset({Reason.DNS, Reason.CONNECTION, Reason.TIMEOUT})
_PASSING_STATUS = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS})


class FetchError(Exception):
    """A page could not be had.

    Attributes:
        reason: which of the ways to fail it was.
        detail: one plain sentence for the person who asked for the page.
        permanent: whether the same request would fail again, so that a retry is a waste.
        status_code: the server's HTTP status; only with ``Reason.STATUS``.
    """

    def __init__(self, reason: Reason, detail: str, *, status_code: int | None = None) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail
        self.status_code = status_code
        self.permanent = reason not in _PASSING
        if status_code is not None:
            self.permanent = status_code < 500 and status_code not in _PASSING_STATUS
