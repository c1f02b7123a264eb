"""Which addresses are worth a request at all.

Nothing here decides whether a host may be reached: that is decided on the IP
address at the moment of connecting (see :mod:`server.fetch.dialing`), so
a URL that is read in two ways by two parsers gains nothing.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

import requests
from urllib3.exceptions import HTTPError

from server.fetch.errors import FetchError, Reason

LONGEST_URL = 4096  # characters
_DEFAULT_PORTS = {"http": 80, "https": 443}
# A name as DNS knows it, IPv4 in any notation, or IPv6 without a zone.
_HOST = re.compile(r"(?=.{1,253}\Z)(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}\.?|[0-9a-f:.]*:[0-9a-f:.]*")
# Browsers drop or turn some of these, other programs don't: no honest address needs one.
_AMBIGUOUS = re.compile(r"[\x00-\x1f\x7f-\xa0\\\u2028\u2029]")


def checked(url: str, *, any_port: bool) -> str:
    """Return ``url`` in the form it is requested in: encoded, IDN as ASCII, without a fragment.

    Raises:
        FetchError: ``bad_url``, ``scheme``, or ``address`` where the port is
            neither 80 nor 443 and not ``any_port``.
    """
    parts = _parsed(url.strip())
    if parts.scheme not in _DEFAULT_PORTS:
        raise FetchError(Reason.SCHEME, "Only addresses that begin with http:// or https:// can be fetched.")
    if "@" in parts.netloc:
        raise FetchError(Reason.BAD_URL, "The address must not contain a user name or a password.")
    if not _HOST.fullmatch(parts.hostname or ""):
        raise _bad_url()
    port = _DEFAULT_PORTS[parts.scheme] if parts.port is None else parts.port
    if not any_port and port not in _DEFAULT_PORTS.values():
        raise FetchError(Reason.ADDRESS, "Only the usual ports of the web, 80 and 443, are allowed.")
    return urlunsplit(parts._replace(fragment=""))


def _parsed(url: str) -> SplitResult:
    """Return the parts of ``url`` as requests will send it."""
    if len(url) > LONGEST_URL or _AMBIGUOUS.search(url):
        raise _bad_url()
    request = requests.PreparedRequest()
    try:
        request.prepare_url(url, None)
        parts = urlsplit(request.url or "")
        _ = parts.port  # raises where it is no port
    except (requests.RequestException, HTTPError, ValueError) as error:
        raise _bad_url() from error
    return parts


def _bad_url() -> FetchError:
    return FetchError(Reason.BAD_URL, "This is not a complete web address.")
