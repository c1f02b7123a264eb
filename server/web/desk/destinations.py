"""Where to go after signing in."""

from __future__ import annotations

import re

from flask import request
from werkzeug.urls import iri_to_uri

# Visible ASCII but the backslash, which browsers take for a slash.
_WITHIN_THE_DESK = re.compile(r"/desk(?:[/?#][!-\[\]-~]*)?")
_LONGEST = 2_000


def safe(wanted: str | None) -> str:
    """Return ``wanted`` where it is a path of the desk, and the desk's first page otherwise."""
    if wanted and len(wanted) <= _LONGEST and _WITHIN_THE_DESK.fullmatch(wanted):
        return wanted
    return "/desk"


def here() -> str:
    """Return the path and query of this request, to come back to."""
    return safe(iri_to_uri(request.full_path.rstrip("?"))) if request.method == "GET" else "/desk"
