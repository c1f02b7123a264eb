"""Lists in pages."""

from __future__ import annotations

from flask import request

_LAST = 100_000  # no list is as long


def page_number() -> int:
    """Return the page of a list that is asked for; the first where that makes no sense."""
    number = request.args.get("page", 1, type=int)
    return number if 1 <= number <= _LAST else 1
