"""Feeds: RSS and Atom of any version."""

from __future__ import annotations

import io
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime

import feedparser

from server.services.auditing.model import Entry, Source, not_ahead

# Real feeds are far smaller, and reading takes seconds for each megabyte of nonsense.
_LARGEST = 2 * 1024 * 1024
_MOST_ENTRIES = 1_000


def read_feed(body: bytes, content_type: str, now: datetime) -> list[Entry]:
    """Return what a feed links, in its order; nothing where it is no feed or too large. Never raises."""
    if len(body) > _LARGEST:
        return []
    # A stream, since bytes are taken for the name of a file if there is one of that name.
    feed = feedparser.parse(
        io.BytesIO(body),
        response_headers={"content-type": content_type},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    return list(_entries(feed.entries[:_MOST_ENTRIES], now))


def _entries(found: list[feedparser.FeedParserDict], now: datetime) -> Iterator[Entry]:
    for entry in found:
        if url := entry.get("link"):
            yield Entry(url, Source.FEED, _stated(entry, now))


def _stated(entry: feedparser.FeedParserDict, now: datetime) -> datetime | None:
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")  # in UTC
    if not parsed:
        return None
    try:
        return not_ahead(datetime.fromtimestamp(timegm(parsed), UTC), now)
    except (ValueError, OverflowError):
        return None
