"""A page, parsed once and within limits."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

from server.extract.document import printable, text_of

# Beautiful Soup warns of XML that is read as HTML, which is what browsers do too.
_XML_DECLARATION = re.compile(r"<\?xml\b[^>]{0,200}>", re.IGNORECASE)
_LONGEST_TEASER = 600  # characters, fewer than the 120 words that can be scored
# Anybody may send any page, and some steps take time with the square of these.
_MOST_ELEMENTS, _MOST_ATTRIBUTES = 8_000, 100
# How many “<” of a page are read: where the first number gives too many elements, the next is tried.
# Most elements have two, so that the last gives too many on no page that people write.
_MOST_MARKS = (60_000, 16_000, 8_000)


def parse(html: str) -> BeautifulSoup:
    """Return the page's tree, without the posts beside the one that the page is about.

    Half surrogate pairs and NULs, which no tree may hold, become “?” and
    U+FFFD. Of a page with more elements than any article needs, only the
    beginning is read: what makes a page so large, comments and teasers, mostly
    follows the article. Where the beginning has no main heading, the article may
    be elsewhere, and the page is read as empty.
    """
    source = _XML_DECLARATION.sub("", printable(html).replace("\x00", "\ufffd"))
    for marks in _MOST_MARKS:
        beginning = _beginning(source, marks)
        page = _parsed(beginning)
        elements = page.find_all(True, limit=_MOST_ELEMENTS + 1)
        if len(elements) <= _MOST_ELEMENTS:
            break
    else:
        return _parsed("")
    if beginning != source and page.h1 is None:
        return _parsed("")
    for element in elements:
        if len(element.attrs) > _MOST_ATTRIBUTES:
            element.attrs.clear()
    _drop_other_articles(page)
    return page


def _beginning(html: str, marks: int) -> str:
    """Return ``html`` up to the “<” after the first ``marks`` of them."""
    return "<".join(html.split("<", marks + 1)[: marks + 1])


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
