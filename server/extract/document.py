"""A page, parsed once; and what the other modules ask of any element."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

_NOT_ALNUM = re.compile(r"[\W_]+")
_SPACE = re.compile(r"\s+")
_LONGEST_TEASER = 600  # characters, fewer than the 120 words that can be scored


def parse(html: str) -> BeautifulSoup:
    """Return the page's tree, without the posts beside the one that the page is about.

    Half surrogate pairs and NULs, which no tree may hold, become “?” and U+FFFD.
    """
    clean = html.encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")
    page = BeautifulSoup(clean, "lxml")
    _drop_other_articles(page)
    return page


def _drop_other_articles(page: BeautifulSoup) -> None:
    """Remove every ``<article>`` beside the one with the page’s heading, unless that is a mere teaser."""
    main = next((article for h1 in page.find_all("h1") if (article := h1.find_parent("article"))), None)
    if main is None or len(text_of(main)) < _LONGEST_TEASER:
        return
    kept = {id(tag) for tag in (main, *main.parents, *main.find_all("article"))}
    for article in page.find_all("article"):
        if id(article) not in kept and not article.decomposed:
            article.decompose()


def text_of(element: Tag | None) -> str:
    """Return the element's text in one line; empty for ``None``."""
    return _SPACE.sub(" ", element.get_text(" ")).strip() if element else ""


def attribute(element: Tag | None, name: str) -> str:
    """Return an attribute as one string; empty where it is absent."""
    value = element.get(name) if element else None
    return (" ".join(value) if isinstance(value, list) else value or "").strip()


def meta(page: BeautifulSoup, *names: str) -> str:
    """Return the content of the first of the ``<meta>`` names or properties that has one."""
    for name in names:
        for key in ("property", "name", "itemprop"):
            content = attribute(page.find("meta", attrs={key: name}), "content")
            if content:
                return content
    return ""


def visible_text_key(text: str) -> str:
    """Return what is compared when two renderings of the same words should be equal."""
    return _NOT_ALNUM.sub("", text).lower()


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
