"""A page, parsed once; and what the other modules ask of any element."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

_NOT_ALNUM = re.compile(r"[\W_]+")
_SPACE = re.compile(r"\s+")
# Beautiful Soup warns of XML that is read as HTML, which is what browsers do too.
_XML_DECLARATION = re.compile(r"<\?xml\b[^>]{0,200}>", re.IGNORECASE)
_LONGEST_TEASER = 600  # characters, fewer than the 120 words that can be scored
# Anybody may send any page, and some steps take time with the square of these.
# The largest of 181 real article pages has 1,596 elements.
_MOST_MARKS, _MOST_ELEMENTS, _MOST_ATTRIBUTES = 60_000, 8_000, 100


def parse(html: str) -> BeautifulSoup:
    """Return the page's tree, without the posts beside the one that the page is about.

    Half surrogate pairs and NULs, which no tree may hold, become “?” and
    U+FFFD. A page of more elements than any article has is read as empty.
    """
    if html.count("<") > _MOST_MARKS:
        return _parsed("")
    page = _parsed(_XML_DECLARATION.sub("", printable(html).replace("\x00", "\ufffd")))
    elements = page.find_all(True, limit=_MOST_ELEMENTS + 1)
    if len(elements) > _MOST_ELEMENTS:
        return _parsed("")
    for element in elements:
        if len(element.attrs) > _MOST_ATTRIBUTES:
            element.attrs.clear()
    _drop_other_articles(page)
    return page


def _parsed(html: str) -> BeautifulSoup:
    # The mark in front keeps Beautiful Soup from warning that a short text may be a file's name.
    return BeautifulSoup(f"<!DOCTYPE html>{html}", "lxml")


def _drop_other_articles(page: BeautifulSoup) -> None:
    """Remove every ``<article>`` beside the one with the page's heading, unless that is a mere teaser."""
    main = next((article for h1 in page.find_all("h1") if (article := h1.find_parent("article"))), None)
    if main is None or len(text_of(main)) < _LONGEST_TEASER:
        return
    kept = {id(tag) for tag in (main, *main.parents, *main.find_all("article"))}
    for article in page.find_all("article"):
        if id(article) not in kept and not article.decomposed:
            article.decompose()


def printable(text: str) -> str:
    """Return ``text`` with “?” for the halves of surrogate pairs, which can't be encoded."""
    return text.encode("utf-8", "replace").decode("utf-8")


def one_line(text: str) -> str:
    """Return ``text`` with every run of white space as one space."""
    return _SPACE.sub(" ", text).strip()


def text_of(element: Tag | None) -> str:
    """Return the element's text in one line; empty for ``None``."""
    return one_line(element.get_text(" ")) if element else ""


def attribute(element: Tag | None, name: str) -> str:
    """Return an attribute as one string; empty where it is absent."""
    value = element.get(name) if element else None
    return (" ".join(value) if isinstance(value, list) else value or "").strip()


def meta(page: BeautifulSoup, *names: str) -> str:
    """Return the content of the first of the ``<meta>`` names or properties that has one, in one line.

    Names are compared without regard to case.
    """
    found: dict[str, str] = {}
    for tag in page.find_all("meta", content=True):
        content = one_line(attribute(tag, "content"))
        for key in ("property", "name", "itemprop"):
            if content:
                found.setdefault(attribute(tag, key).lower(), content)
    return next((found[name.lower()] for name in names if name.lower() in found), "")


def visible_text_key(text: str) -> str:
    """Return what is compared when two renderings of the same words should be equal."""
    return _NOT_ALNUM.sub("", text).lower()


def stated_address(page: BeautifulSoup) -> str | None:
    """Return the address that the page gives as its own, or ``None``."""
    link = page.find("link", rel="canonical", href=True)
    return absolute(attribute(link, "href"), "") or absolute(meta(page, "og:url"), "") or None


def base_of(page: BeautifulSoup, url: str | None) -> str:
    """Return the address that relative ones are relative to; empty where it is not known."""
    href = attribute(page.find("base", href=True), "href")
    return absolute(href, url or "") or url or ""


def absolute(href: str, base: str) -> str:
    """Return ``href`` as an absolute http(s) address; empty where it can't be one."""
    try:
        address = urljoin(base, href.strip())
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return ""
    return address if usable else ""
