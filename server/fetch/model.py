"""What goes into a fetch and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How much one fetch may take.

    ``timeout_seconds`` is wall clock for everything together: connecting,
    redirects, headers and body. ``max_bytes`` is the largest body, after
    decompression.
    """

    timeout_seconds: float
    max_bytes: int
    max_redirects: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was found.

    ``url`` is where it was found in the end, without a fragment. ``html`` is
    decoded. ``content_type`` is the media type alone, such as ``text/html``.
    """

    url: str
    html: str
    content_type: str


@dataclass(frozen=True, slots=True)
class File:
    """Whatever was found, as bytes: content codings are undone, and nothing else is.

    ``url`` and ``content_type`` are as those of a page.
    """

    url: str
    body: bytes
    content_type: str
