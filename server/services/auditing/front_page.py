"""What a front page links: its feeds, and pages that look like articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from server.services.auditing.addresses import cleaned, looks_like_article

_FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml"})
_MOST_LINKS = 5_000


@dataclass(frozen=True, slots=True)
class FrontPage:
    """Addresses in the order of the page."""

    feeds: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


def read_front_page(html: str, url: str) -> FrontPage:
    """Read the page that was found at ``url``. Never raises."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:  # nothing in it
        root = None
    if root is None:
        return FrontPage()
    base = next((cleaned(element.get("href") or "", url) for element in root.iter("base")), None) or url
    articles = (link for href in _links(root) if (link := cleaned(href, base)) and looks_like_article(link))
    return FrontPage(tuple(_feeds(root, base)), tuple(dict.fromkeys(articles)))


def _feeds(root: etree._Element, base: str) -> Iterator[str]:
    for element in root.iter("link"):
        kinds = (element.get("rel") or "").lower().split()
        if "alternate" in kinds and (element.get("type") or "").lower() in _FEED_TYPES:
            link = cleaned(element.get("href") or "", base)
            if link and "/comments/" not in link:
                yield link


def _links(root: etree._Element) -> Iterator[str]:
    for count, element in enumerate(root.iter("a")):
        if count == _MOST_LINKS:
            return
        if href := element.get("href"):
            yield href
