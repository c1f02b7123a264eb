"""The headline as readers see it."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

from server.extract.document import meta, text_of
from server.extract.jsonld import JsonObject, described, text_value

_WORD = re.compile(r"\w+")
_SEPARATOR = re.compile(r"\s+[|·•—–-]\s+|\s*[|»]\s*")
# Share of a heading's words that the window's title repeats; a site's name as heading has fewer.
_SAME = 0.6
_LONGEST_SITE_NAME = 5  # words


def headline(page: BeautifulSoup, data: list[JsonObject]) -> str:
    """Return the headline; empty where there is none.

    The page's own heading comes first, because it is what readers see; search
    engines and social media are often given another one. A heading that
    neither these nor the window's title repeat is the site's name or a
    section's, and is used only where there is nothing else.
    """
    site = meta(page, "og:site_name")
    window, social = text_of(page.title), meta(page, "og:title", "twitter:title")
    stated = next((text for item in described(data) if (text := text_value(item.get("headline")))), "")
    headings = [heading for h1 in page.find_all("h1") if (heading := text_of(h1))]
    for heading in headings:
        if any(_is_same(heading, other, site) for other in (stated, social, window)):
            return heading
    return stated or _without_site(social, site) or _without_site(window, site) or next(iter(headings), "")


def _is_same(heading: str, title: str, site: str) -> bool:
    """Tell whether ``title`` repeats a heading, or nearly so, and not just as the site's name at its end."""
    if _repeats(heading, title) and _repeats(title, heading):
        return True
    return _repeats(heading, _without_site(title, site))


def _repeats(text: str, other: str) -> bool:
    words = set(_WORD.findall(text.lower()))
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
