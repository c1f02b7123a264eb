"""Links that stand in the article's own text, and not in the frame around it."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from server.core.model import Link
from server.extract.document import absolute, attribute, base_of, text_of, visible_text_key

_BLOCKS = ["p", "li", "blockquote", "h2", "h3", "h4", "h5", "h6", "td", "dd", "div", "section", "article"]
_SMALL_BLOCKS = _BLOCKS[:-3]


def paragraph_blocks(page: BeautifulSoup, paragraphs: list[str]) -> list[Tag]:
    """Return the elements whose text is one of the article's paragraphs, or several of them in a row."""
    keys = {visible_text_key(paragraph) for paragraph in paragraphs} - {""}
    blocks = [block for block in page.find_all(_SMALL_BLOCKS) if visible_text_key(block.get_text()) in keys]
    if blocks:
        return blocks
    # Some pages break lines with <br> inside one big element.
    holders = (div for div in page.find_all("div") if not div.find(["p", "div"]))
    return [div for div in holders if any(key in visible_text_key(div.get_text()) for key in keys)]


def article_links(page: BeautifulSoup, blocks: list[Tag], url: str | None) -> tuple[Link, ...]:
    """Return the links in ``blocks`` in the order of the page, each once, with absolute http(s) addresses."""
    base = base_of(page, url)
    found: dict[Link, None] = {}
    for block in blocks:
        for anchor in block.find_all("a", href=True):
            href = absolute(attribute(anchor, "href"), base)
            if href:
                found[Link(href, text_of(anchor))] = None
    return tuple(found)
