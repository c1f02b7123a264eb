"""The headline as readers see it."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

from server.extract.document import meta, text_of
from server.extract.jsonld import JsonObject, is_article, text_value

_WORD = re.compile(r"\w+")
_SEPARATOR = re.compile(r"\s+[|·•—–-]\s+|\s*[|»]\s*")
# Share of a heading's words that the window's title repeats; a site's name as heading has fewer.
_SAME = 0.6
_LONGEST_SITE_NAME = 5  # words


def headline(page: BeautifulSoup, data: list[JsonObject]) -> str:
    """Return the headline; empty where there is none.

    The page's own heading comes first, because it is what readers see; search
    engines and social media are often given another one. A heading that the
    window's title does not repeat is the site's name or a section's.
    """
    window = text_of(page.title)
    social = meta(page, "og:title", "twitter:title")
    stated = next((text_value(item.get("headline")) for item in data if is_article(item)), "")
    for h1 in page.find_all("h1"):
        heading = text_of(h1)
        if any(_repeats(heading, other) for other in (stated, social, window)):
            return heading
    site = meta(page, "og:site_name")
    return stated or _without_site(social, site) or _without_site(window, site)


def _repeats(heading: str, other: str) -> bool:
    words = set(_WORD.findall(heading.lower()))
    return len(words) > 1 and len(words & set(_WORD.findall(other.lower()))) >= _SAME * len(words)


def _without_site(title: str, site: str) -> str:
    """Cut “ | Site” off the end; what is cut must be the site's name, or short."""
    separators = list(_SEPARATOR.finditer(title))
    if not separators or separators[-1].start() == 0:
        return title
    last = title[separators[-1].end() :]
    if last.lower() == site.lower() or len(last.split()) <= _LONGEST_SITE_NAME:
        return title[: separators[-1].start()]
    return title
