"""When the article was published and changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bs4 import BeautifulSoup

from server.extract.document import attribute, meta, text_of
from server.extract.jsonld import JsonObject, described, text_value

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_FORMS = (
    re.compile(r"(?<!\d)(?P<year>\d{4})(?P<mark>[-/.]?)(?P<month>\d{2})(?P=mark)(?P<day>\d{2})(?!\d)"),
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s{_MONTH},?\s(?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})(?!\d)", re.IGNORECASE),
)
_PUBLISHED = (
    "article:published_time",
    "article:published",
    "datePublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "pdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
)
_MODIFIED = (
    "article:modified_time",
    "article:modified",
    "dateModified",
    "dcterms.modified",
    "og:updated_time",
)


def published(page: BeautifulSoup, data: list[JsonObject]) -> str:
    """Return the day of publication as YYYY-MM-DD; empty where the page does not state it."""
    return _first(_stated(page, data, "datePublished", _PUBLISHED)) or _first(_times(page))


def modified(page: BeautifulSoup, data: list[JsonObject]) -> str:
    """Return the day of the last change as YYYY-MM-DD; empty where the page does not state it."""
    return _first(_stated(page, data, "dateModified", _MODIFIED))


def day(text: str) -> str:
    """Return the first day in ``text`` as YYYY-MM-DD; empty where there is none.

    Numbers alone are read with the year in front only: whether 4/7 is in
    April or July can't be told.
    """
    for form in _FORMS:
        for match in form.finditer(text):
            month = match["month"].lower()
            number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
            try:
                return date(int(match["year"]), number, int(match["day"])).isoformat()
            except ValueError:
                continue
    return ""


def _first(texts: Iterator[str]) -> str:
    return next((found for text in texts if (found := day(text))), "")


def _stated(page: BeautifulSoup, data: list[JsonObject], key: str, names: tuple[str, ...]) -> Iterator[str]:
    for item in described(data):
        yield text_value(item.get(key))
    for name in names:
        yield meta(page, name)
    for element in page.find_all(itemprop=key, limit=5):
        yield attribute(element, "datetime") or attribute(element, "content") or text_of(element)[:60]


def _times(page: BeautifulSoup) -> Iterator[str]:
    """Yield the times that stand outside menus and side columns, which announce other articles."""
    for element in page.find_all("time", limit=20):
        if not element.find_parent(["nav", "aside", "footer"]):
            yield attribute(element, "datetime") or text_of(element)[:60]
