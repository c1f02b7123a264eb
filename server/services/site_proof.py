"""Whether a domain's own site holds a token: then whoever asked for the token controls the site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from server.fetch import FetchError

PATH = "/.well-known/touchstone-reply.txt"


class FoundFile(Protocol):
    """A fetched file."""

    @property
    def body(self) -> bytes:
        """Its bytes."""

    @property
    def content_type(self) -> str:
        """Its media type alone."""


FetchFile = Callable[[str], FoundFile]
"""Gets the file at an address: no private network, few bytes, no redirects. Raises a FetchError."""


class Missing(StrEnum):
    """What is wrong with a file that could be fetched."""

    NOT_PLAIN = "not_plain"
    NO_TOKEN = "no_token"


@dataclass(frozen=True, slots=True)
class Attempt:
    """Where the file was looked for, and why that was no proof: a ``Missing``, or a reason of a fetch."""

    url: str
    fault: str | None
    host: str


def addresses(domain: str, scheme: str) -> list[tuple[str, str]]:
    """Return each host that may hold the file of ``domain``, with the file's address there."""
    return [(host, f"{scheme}://{host}{PATH}") for host in (domain, f"www.{domain}")]


def look(fetch: FetchFile, domain: str, scheme: str, token: str) -> list[Attempt]:
    """Look for ``token`` where it may be, up to a place that holds it: then the last fault is ``None``."""
    attempts: list[Attempt] = []
    for host, url in addresses(domain, scheme):
        attempts.append(Attempt(url, _fault(fetch, url, token), host))
        if attempts[-1].fault is None:
            break
    return attempts


def _fault(fetch: FetchFile, url: str, token: str) -> str | None:
    try:
        file = fetch(url)
    except FetchError as error:
        return error.reason
    # A page that repeats what visitors write is no file of the publisher's.
    if file.content_type != "text/plain":
        return Missing.NOT_PLAIN
    # As a word of its own: several people of one publisher may each have put theirs there.
    return None if token in file.body.decode("utf-8-sig", "replace").split() else Missing.NO_TOKEN
