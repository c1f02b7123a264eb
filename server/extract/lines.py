"""Where the article's paragraphs stand on the page, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from server.extract.document import visible_text_key

_BLOCKS = frozenset(
    """address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th
    thead tr ul""".split()
)
_MOST = 0.8  # of the article's lines


@dataclass(slots=True)
class Line:
    """Text that readers see as one line before it is wrapped: up to a block's edge or a ``<br>``."""

    block: Tag
    parts: list[str] = field(default_factory=list)
    anchors: list[Tag] = field(default_factory=list)


def article_lines(page: BeautifulSoup, paragraphs: list[str]) -> list[Line]:
    """Return the lines whose text is among the article's paragraphs."""
    keys = {visible_text_key(paragraph) for paragraph in paragraphs} - {""}
    return [line for line in _lines(page) if _is_among(line, keys)]


def container(page: BeautifulSoup, lines: list[Line]) -> Tag:
    """Return the innermost element that holds most of ``lines``, or its ``<article>`` or ``<main>``."""
    holders: dict[int, tuple[int, Tag]] = {}
    for line in lines:
        for holder in (line.block, *line.block.parents):
            count, _ = holders.get(id(holder), (0, holder))
            holders[id(holder)] = (count + 1, holder)
    wide = [tag for count, tag in holders.values() if count >= _MOST * len(lines)]
    if not wide:
        return page.find("article") or page.find("main") or page
    innermost = max(wide, key=lambda tag: sum(1 for _ in tag.parents))
    return innermost if innermost.name in ("article", "main") else _widened(innermost)


def _widened(element: Tag) -> Tag:
    return element.find_parent(["article", "main"]) or element


def _lines(page: BeautifulSoup) -> Iterator[Line]:
    line: Line | None = None
    for node in page.descendants:
        if isinstance(node, Tag):
            if line and (node.name == "br" or node.name in _BLOCKS):
                yield line
                line = None
        elif type(node) is NavigableString:  # its subclasses are comments, scripts and the like
            block, anchor = _place(node)
            if line and line.block is not block:
                yield line
                line = None
            if block:
                line = line or Line(block)
                line.parts.append(node)
                if anchor and node.strip() and not (line.anchors and line.anchors[-1] is anchor):
                    line.anchors.append(anchor)
    if line:
        yield line


def _place(text: NavigableString) -> tuple[Tag | None, Tag | None]:
    """Return the block that a piece of text stands in, and the link around it within that block."""
    anchor = None
    for parent in text.parents:
        if parent.name in _BLOCKS:
            return parent, anchor
        if parent.name == "a" and parent.has_attr("href"):
            anchor = parent
    return None, None


def _is_among(line: Line, keys: set[str]) -> bool:
    text = "".join(line.parts)
    # Where the page's source breaks a line, the extracted text may do so too.
    return visible_text_key(text) in keys or any(visible_text_key(part) in keys for part in text.split("\n"))
