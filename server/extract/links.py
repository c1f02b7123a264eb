"""Links that stand in the article's own text, and not in the frame around it."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from server.core.model import Link
from server.extract.document import absolute, attribute, base_of, text_of
from server.extract.lines import Line


def article_links(page: BeautifulSoup, lines: list[Line], place: Tag, url: str | None) -> tuple[Link, ...]:
    """Return the links in those ``lines`` that stand in ``place``, in the order of the page.

    Each comes once, with an absolute http(s) address. A heading such as
    “Read more” stands in many frames too; ``place`` keeps them out.
    """
    base = base_of(page, url)
    inside = {id(place), *(id(tag) for tag in place.find_all(True))}
    found: dict[Link, None] = {}
    for line in lines:
        for anchor in line.anchors if id(line.block) in inside else ():
            href = absolute(attribute(anchor, "href"), base)
            if href:
                found[Link(href, text_of(anchor))] = None
    return tuple(found)
