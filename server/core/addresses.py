"""Addresses without what tells on their reader: the extension's rule, for whoever else sends articles.

The same rule stands in extension/src/shared/addresses.ts, and docs/privacy.md tells readers of it.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

# Scripts that show a different article for each query, and the parameters that say which.
_SCRIPT = re.compile(
    r"/?\Z|.*/[^/]*\.(?:php|aspx?|jsp|cfm|cgi|do|pl)\Z"
    r"|.*/(?:index|articles?|story|news|view|post|show|details?|item|watch|read|node)(?:\.html?)?/?\Z",
    re.ASCII | re.IGNORECASE | re.DOTALL,
)
_IDENTITY = re.compile(
    r"id|p|v|nid|aid|art|artid|article|story|news|post|page|content|item|doc"
    r"|(?:article|story|news|post|page|content|item|doc)_?id",
    re.ASCII | re.IGNORECASE,
)
_SHORT_VALUE = re.compile(r"[\w-]{1,40}", re.ASCII)
_DEFAULT_PORTS = {"http": 80, "https": 443}


def public_address(address: str) -> str:
    """Return ``address`` without user, password, fragment and query, and with its host in lower case.

    The query stays only where it is the article's identity: the path names a
    script and no article, the parameter's name says that it is a number or
    key of an article, and its value is a short word.

    Raises:
        ValueError: where it is no complete address of the web.
    """
    parts = urlsplit(address.strip())
    host, port = parts.hostname, parts.port
    if parts.scheme not in _DEFAULT_PORTS or not host:
        raise ValueError("not a complete web address")
    shown = f"[{host}]" if ":" in host else host
    place = shown if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{shown}:{port}"
    path = parts.path or "/"
    kept = [
        (name, value)
        for name, value in (parse_qsl(parts.query, keep_blank_values=True) if _SCRIPT.match(path) else ())
        if _IDENTITY.fullmatch(name) and _SHORT_VALUE.fullmatch(value)
    ]
    return urlunsplit((parts.scheme, place, path, urlencode(kept), ""))
