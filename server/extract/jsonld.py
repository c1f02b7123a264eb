"""The page's JSON-LD: every object in every block that can be read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup

from server.extract.document import one_line, printable

JsonObject = dict[str, Any]

_OPENINGS = ("<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "<![CDATA[")
_CLOSINGS = ("-->", "//]]>", "// ]]>", "/*]]>*/", "]]>", ";")
_DEEPEST = 20
# The kinds whose author, dates and publisher are the article's. Some sites state them of the page only.
_ARTICLE = re.compile(r"Article$|^Report$|^BlogPosting$|^LiveBlogPosting$|^ClaimReview$")
_PAGE = re.compile(r"^(?:Medical|Item|About)?WebPage$")


def objects(page: BeautifulSoup) -> list[JsonObject]:
    """Return all JSON objects with a type: articles, pages, then others; broken blocks are passed over."""
    found: list[JsonObject] = []
    for block in page.find_all("script", type=re.compile(r"^\s*application/ld\+json", re.IGNORECASE)):
        try:
            value = json.loads(_unwrapped(block.get_text()), strict=False)
        except (ValueError, RecursionError):
            continue
        found += _typed(value, 0)
    return sorted(found, key=lambda item: (not is_article(item), not _is(item, _PAGE)))


def described(data: list[JsonObject]) -> list[JsonObject]:
    """Return the objects that speak of the article: those of articles, then those of the page."""
    return [item for item in data if is_article(item) or _is(item, _PAGE)]


def is_article(item: JsonObject) -> bool:
    """Tell whether an object describes a news article, in schema.org's terms."""
    return _is(item, _ARTICLE)


def types(item: JsonObject) -> list[str]:
    """Return an object's types without their vocabulary."""
    return [kind.rpartition("/")[2] for kind in as_list(item.get("@type")) if isinstance(kind, str)]


def as_list(value: object) -> list[Any]:
    """Return ``value`` as a list: JSON-LD leaves out the brackets around a single one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def text_value(value: object, keys: tuple[str, ...] = ("url", "@id", "name", "@value")) -> str:
    """Return a string, an object's text under the first of ``keys``, or the first of a list of these."""
    for item in as_list(value):
        texts = [item.get(key) for key in keys] if isinstance(item, dict) else [item]
        for text in texts:
            # JSON may escape half of a surrogate pair.
            if isinstance(text, str) and (line := one_line(printable(text))):
                return line
    return ""


def _is(item: JsonObject, kinds: re.Pattern[str]) -> bool:
    return any(kinds.search(kind) for kind in types(item))


def _unwrapped(block: str) -> str:
    """Return a block without the comment or CDATA marks that some systems put around it."""
    block = block.strip()
    for opening in _OPENINGS:
        block = block.removeprefix(opening).lstrip()
    for closing in _CLOSINGS:
        block = block.removesuffix(closing).rstrip()
    return block


def _typed(value: object, depth: int) -> Iterator[JsonObject]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from _typed(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _typed(inner, depth + 1)
