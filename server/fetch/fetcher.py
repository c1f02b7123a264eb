"""Fetch one page."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar
from urllib.parse import urljoin

import requests
from urllib3.exceptions import HTTPError

from server.fetch.adapter import GuardedAdapter
from server.fetch.charsets import decode, media_type
from server.fetch.deadline import Deadline
from server.fetch.dialing import Dialer, Resolve
from server.fetch.errors import FetchError, Reason
from server.fetch.model import FetchLimits, File, Page
from server.fetch.urls import checked

_HTML = ("text/html", "application/xhtml+xml")
_CHUNK_BYTES = 64 * 1024
# What an answer may have on the wire beyond its body: headers and the framing of chunks.
_OVERHEAD_BYTES = 1024 * 1024

Before = Callable[[str], None]
"""Is told each address before it is asked for, redirects included; it may wait, and raise a FetchError."""

_Found = TypeVar("_Found")


class Fetcher:
    """Fetches pages from the public web. Safe to share between threads: nothing is kept between fetches.

    Args:
        limits: what one fetch may take.
        user_agent: who we say we are.
        allow_private: fetch from any address and port. For tests and for development only.
        resolve: looks up host names; the system's resolver unless told.
    """

    def __init__(
        self,
        limits: FetchLimits,
        user_agent: str,
        allow_private: bool = False,
        resolve: Resolve = socket.getaddrinfo,
    ) -> None:
        self._limits = limits
        self._headers = {
            "User-Agent": user_agent,
            "Accept-Encoding": "gzip, deflate",
        }
        self._allow_private = allow_private
        self._resolve = resolve

    def get(self, url: str, before: Before | None = None) -> Page:
        """Return the page at ``url``, wherever its redirects lead.

        Raises:
            FetchError: whatever goes wrong.
        """
        return self._fetch(url, ", ".join(_HTML), before, self._page)

    def get_file(self, url: str, accept: str = "*/*", before: Before | None = None) -> File:
        """Return what is at ``url``, of whatever type; ``accept`` names the types that are hoped for.

        Raises:
            FetchError: whatever goes wrong.
        """
        return self._fetch(url, accept, before, self._file)

    def _fetch(
        self,
        url: str,
        accept: str,
        before: Before | None,
        read: Callable[[str, requests.Response, Deadline], _Found],
    ) -> _Found:
        deadline = Deadline(self._limits.timeout_seconds)
        headers = {**self._headers, "Accept": accept}
        with _Session(headers, self._adapter(deadline)) as session:
            for _ in range(self._limits.max_redirects + 1):
                url = checked(url, any_port=self._allow_private)
                if before:
                    with deadline.stopped():
                        before(url)
                with _errors_translated(deadline):
                    answer = session.get(url, stream=True, timeout=deadline.remaining())
                with answer:
                    target = _redirect(session, answer)
                    if target is None:
                        _check_status(answer)
                        return read(url, answer, deadline)
                    url = target
        raise FetchError(Reason.TOO_MANY_REDIRECTS, "The address redirects too many times.")

    def _adapter(self, deadline: Deadline) -> GuardedAdapter:
        dialer = Dialer(deadline, self._resolve, allow_private=self._allow_private)
        return GuardedAdapter(dialer, self._limits.max_bytes + _OVERHEAD_BYTES)

    def _page(self, url: str, answer: requests.Response, deadline: Deadline) -> Page:
        content_type, charset = media_type(answer.headers.get("Content-Type", ""))
        if content_type not in _HTML:
            raise FetchError(Reason.CONTENT_TYPE, "The address leads to something other than a web page.")
        return Page(url, decode(self._body(answer, deadline), charset), content_type)

    def _file(self, url: str, answer: requests.Response, deadline: Deadline) -> File:
        content_type, _ = media_type(answer.headers.get("Content-Type", ""))
        return File(url, self._body(answer, deadline), content_type)

    def _body(self, answer: requests.Response, deadline: Deadline) -> bytes:
        body = bytearray()
        with _errors_translated(deadline):
            for chunk in answer.iter_content(_CHUNK_BYTES):
                body += chunk
                if len(body) > self._limits.max_bytes:
                    raise FetchError(
                        Reason.TOO_LARGE, f"The page is larger than {self._limits.max_bytes:,} bytes."
                    )
        return bytes(body)


class _Session(requests.Session):
    """Keeps cookies from one redirect to the next, as some sites insist, and nothing from the environment."""

    def __init__(self, headers: dict[str, str], adapter: GuardedAdapter) -> None:
        super().__init__()
        self.trust_env = False
        self.headers.update(headers)
        self.mount("http://", adapter)
        self.mount("https://", adapter)

    def resolve_redirects(self, *_args: Any, **_kwargs: Any) -> Iterator[Any]:
        """Yield nothing: redirects are followed by hand.

        Even when told not to follow a redirect, requests prepares to, and
        reads its whole body into memory.
        """
        return iter(())


def _check_status(answer: requests.Response) -> None:
    if not 200 <= answer.status_code < 300:
        raise FetchError(
            Reason.STATUS,
            f"The server answered with status {answer.status_code}.",
            status_code=answer.status_code,
        )


def _redirect(session: requests.Session, answer: requests.Response) -> str | None:
    """Return the URL that ``answer`` redirects to, if it is a redirect."""
    try:
        target = session.get_redirect_target(answer)
        return None if target is None else urljoin(answer.url, target)
    except ValueError as error:
        raise FetchError(Reason.BAD_URL, "The page redirects to something that is no web address.") from error


@contextmanager
def _errors_translated(deadline: Deadline) -> Iterator[None]:
    """Turn whatever requests, urllib3 and http.client raise into a FetchError."""
    try:
        yield
    except requests.exceptions.SSLError as error:
        raise FetchError(Reason.TLS, "The server could not prove that it is the right one.") from error
    except requests.Timeout as error:
        raise deadline.missed() from error
    # urllib3 and http.client let a ValueError out where numbers in the answer make no sense.
    except (requests.RequestException, HTTPError, http.client.HTTPException, OSError, ValueError) as error:
        deadline.remaining()  # a request that could not be sent in time looks like a broken connection
        raise FetchError(Reason.CONNECTION, "The server's answer broke off or made no sense.") from error
