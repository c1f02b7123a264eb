"""The page's JSON-LD: every object in every block that can be read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup

JsonObject = dict[str, Any]

_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)?\s*|\s*(?:-->|//\s*\]\]>|\]\]>)?\s*$")
_DEEPEST = 20
# The kinds whose author, dates and publisher are the article's.
_ARTICLE = re.compile(r"Article$|^Report$|^BlogPosting$|^LiveBlogPosting$")


def objects(page: BeautifulSoup) -> list[JsonObject]:
    """Return all JSON objects with a type, articles first; broken blocks are passed over."""
    found: list[JsonObject] = []
    for block in page.find_all("script", type=re.compile(r"^\s*application/ld\+json", re.IGNORECASE)):
        try:
            value = json.loads(_WRAPPING.sub("", block.get_text()), strict=False)
        except (ValueError, RecursionError):
            continue
        found += _typed(value, 0)
    return sorted(found, key=lambda item: not is_article(item))


def is_article(item: JsonObject) -> bool:
    """Tell whether an object describes a news article, in schema.org's terms."""
    return any(_ARTICLE.search(kind) for kind in types(item))


def types(item: JsonObject) -> list[str]:
    """Return an object's types without their vocabulary."""
    return [kind.rpartition("/")[2] for kind in as_list(item.get("@type")) if isinstance(kind, str)]


def as_list(value: object) -> list[Any]:
    """Return ``value`` as a list: JSON-LD leaves out the brackets around a single one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def text_value(value: object) -> str:
    """Return a string, an object's address or name, or the first of a list of these, as text."""
    for item in as_list(value):
        if isinstance(item, str) and item.strip():
            return item.strip()
        if isinstance(item, dict):
            for key in ("url", "@id", "name", "@value"):
                if isinstance(item.get(key), str) and item[key].strip():
                    return str(item[key]).strip()
    return ""


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
