"""What the other modules ask of a page and of any element in it."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

_NOT_ALNUM = re.compile(r"[\W_]+")
_SPACE = re.compile(r"\s+")


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
