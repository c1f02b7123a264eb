"""Which articles are the same: the content id."""

from __future__ import annotations

import hashlib
import json
from urllib.parse import urlsplit

from server.core.model import Article

_CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def content_id(article: Article) -> str:
    """Return the SHA-256 (64 hex digits) of the article's canonical form.

    The canonical form is the article as JSON by RFC 8785: keys sorted, no
    white space, UTF-8, unknown fields as null. Texts enter exactly as they
    came, because evidence is quoted by position. Of the URL only the site
    enters: the same text under another path is the same article.
    """
    return hashlib.sha256(_CANONICAL.encode(canonical_form(article)).encode()).hexdigest()


def canonical_form(article: Article) -> dict[str, object]:
    """Return the fields that make the article what it is, as JSON values."""
    return {
        "authors": article.authors,
        "lang": article.lang,
        "links": article.links and [{"href": link.href, "text": link.text} for link in article.links],
        "media": article.media and [{"kind": media.kind, "src": media.src} for media in article.media],
        "modified": article.modified,
        "published": article.published,
        "publisher": article.publisher and dict(article.publisher),
        "site": site(article.url),
        "text": article.text,
        "title": article.title,
    }


def site(url: str | None) -> str | None:
    """Return the host of ``url`` in lower case without ``www.``, or ``None`` when there is none."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.").rstrip(".") or None if host else None
