"""What is found on the way to a list of articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum


class Source(IntEnum):
    """Where an address was found; of two that are otherwise equal the lower goes first."""

    FEED = 0
    SITEMAP = 1
    FRONT_PAGE = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """An address that may be an article's, with the moment in UTC that is stated of it, if any."""

    url: str
    source: Source
    stated: datetime | None = None


def moment(text: str | None, now: datetime) -> datetime | None:
    """Read a W3C date, with time or without; ``None`` for none, and for one that lies ahead of ``now``."""
    try:
        read = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    return not_ahead(read if read.tzinfo else read.replace(tzinfo=UTC), now)


def not_ahead(stated: datetime, now: datetime) -> datetime | None:
    """Return ``stated`` in UTC; ``None`` where it is more than a day ahead."""
    try:
        return stated.astimezone(UTC) if stated <= now + timedelta(days=1) else None
    except OverflowError:
        return None
