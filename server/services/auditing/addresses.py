"""Addresses on a site: which are the same page, and which look like an article's."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from server.hosts import registrable

_LONGEST = 2_000  # characters
# What senders add to an address to see where readers come from.
_TRACKING = re.compile(
    r"utm_\w+|[a-z]*clid|mc_[ce]id|igsh|yclid|_ga|_gl|ref|ref_?src|cmpid|ocid|ns_campaign|spm", re.IGNORECASE
)
# First words of a path, or any directory in it, that hold lists and pages about the site.
_NO_ARTICLES = frozenset(
    "tag tags category categories topic topics author authors people page search login signin register "
    "account about contact impressum privacy terms legal advertise advertising newsletter newsletters "
    "subscribe shop jobs careers help faq sitemap feed rss wp-content wp-json wp-admin cart events archive "
    "archives".split()
)
_PAGE_ENDINGS = frozenset({"", "html", "htm", "shtml", "xhtml", "php", "asp", "aspx", "jsp"})
_DATE = re.compile(r"(?:^|/)(?:19|20)\d\d[/-]?(?:0?[1-9]|1[0-2])(?:[/-]|\d\d\b)")
_NUMBER = re.compile(r"(?<!\d)\d{5,}(?!\d)")
_LEAST_WORDS = 4  # in a name made of a headline; pages about the site have fewer


def same_domain(url: str, domain: str) -> bool:
    """Return whether ``url`` is a web address on the registrable ``domain``."""
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and registrable(parts.hostname) == domain
    except ValueError:
        return False


def cleaned(href: str, base: str = "") -> str | None:
    """Return the address ``href`` on the page ``base``, whole, without fragment and tracking, or ``None``.

    What it returns can be taken apart again without a fault.
    """
    try:
        parts = urlsplit(urljoin(base, href.strip()))
        if parts.scheme not in {"http", "https"} or not parts.hostname or len(href) > _LONGEST:
            return None
        kept = [pair for pair in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(pair[0])]
        query = parts.query if len(kept) == len(parts.query.split("&")) else urlencode(kept)
        return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path or "/", query, ""))
    except ValueError:
        return None


def page_key(url: str) -> str:
    """Return what the addresses of one page have in common, with www or without, by http or by https."""
    parts = urlsplit(url)
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"


def looks_like_article(url: str) -> bool:
    """Return whether the path has the shape of an article's: a date, a long number or a headline's words."""
    folders, _, name = urlsplit(url).path.rstrip("/").rpartition("/")
    name, _, ending = name.partition(".")
    if ending.lower() not in _PAGE_ENDINGS or not name:
        return False
    if not _NO_ARTICLES.isdisjoint(part.lower() for part in (*folders.split("/"), name)):
        return False
    words = [word for word in re.split(r"[-_]", name) if word]
    if len(words) >= _LEAST_WORDS or _NUMBER.search(name):
        return True
    return bool(_DATE.search(f"{folders}/")) and not name.isdigit()
