"""Who wrote the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup

from server.extract.document import meta, one_line, text_of
from server.extract.jsonld import JsonObject, as_list, described, text_value

_BY = re.compile(r"^(?:(?:written|posted|story|reported) )?(?:by|von|por|par)\b:? ?", re.IGNORECASE)
_BYLINE_CLASS = re.compile(r"\b(?:byline|author)", re.IGNORECASE)
_META = (
    "author",
    "article:author",
    "og:article:author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
)
_ADDRESS = re.compile(r"://|^www\.|\.(?:com|txt)$|@", re.IGNORECASE)
_LONGEST_NAME = 80  # characters
_MOST_AUTHORS = 20


def authors(page: BeautifulSoup, data: list[JsonObject]) -> tuple[str, ...]:
    """Return the authors' names as the page states them, each once; none there gives an empty tuple.

    The first place that names anybody counts: data, then markup, then a line “By …”.
    """
    for names in (*_stated(data), *([meta(page, name)] for name in _META), _marked(page), _bylines(page)):
        clean = dict.fromkeys(_BY.sub("", one_line(name)).strip(" ,|") for name in names)
        real = [name for name in clean if name and len(name) <= _LONGEST_NAME and not _ADDRESS.search(name)]
        if real:
            return tuple(real[:_MOST_AUTHORS])
    return ()


def _stated(data: list[JsonObject]) -> Iterator[list[str]]:
    """Yield the names in each object that describes the article."""
    named = {item["@id"]: item for item in data if isinstance(item.get("@id"), str) and "name" in item}
    for item in described(data):
        people = as_list(item.get("author")) + as_list(item.get("creator"))
        yield [_name(person, named) for person in people]


def _name(person: object, named: dict[str, JsonObject]) -> str:
    """Return a person's name; some data names a person in one place and refers to it in others."""
    if isinstance(person, dict) and "name" not in person and isinstance(person.get("@id"), str):
        person = named.get(person["@id"], {})
    return text_value(person, ("name",))


def _marked(page: BeautifulSoup) -> Iterator[str]:
    for element in page.select('[rel~="author"], [itemprop~="author"]', limit=_MOST_AUTHORS):
        if element.name not in ("link", "meta"):
            name = element.find(itemprop="name")
            yield text_of(name or element)


def _bylines(page: BeautifulSoup) -> Iterator[str]:
    for element in page.find_all(class_=_BYLINE_CLASS, limit=10):
        line = text_of(element)
        if _BY.match(line):
            yield line
