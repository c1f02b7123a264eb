"""Who wrote it, when, in which language, and what the publisher says of its own rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup

from server.extract.document import absolute, attribute, meta, text_of
from server.extract.jsonld import JsonObject, as_list, is_article, text_value, types

_BY = re.compile(r"^\s*(?:by|von|por|par)\s+", re.IGNORECASE)
_BYLINE_CLASS = re.compile(r"\b(?:byline|author|article-author|post-author)\b", re.IGNORECASE)
_ISO_DATE = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})")
_LONGEST_NAME = 80  # characters
_MOST_AUTHORS = 20
POLICIES = (
    "publishingPrinciples",
    "correctionsPolicy",
    "ethicsPolicy",
    "verificationFactCheckingPolicy",
    "ownershipFundingInfo",
    "masthead",
    "unnamedSourcesPolicy",
    "noBylinesPolicy",
    "missionCoveragePrioritiesPolicy",
    "actionableFeedbackPolicy",
    "diversityPolicy",
)
_ORGANISATIONS = frozenset({"NewsMediaOrganization", "Organization"})


def authors(page: BeautifulSoup, data: list[JsonObject]) -> tuple[str, ...]:
    """Return the authors' names as the page states them, each once; none there gives an empty tuple."""
    for names in (_stated_authors(data), _marked_authors(page)):
        clean = dict.fromkeys(_BY.sub("", name).strip(" ,") for name in names)
        real = [name for name in clean if name and "://" not in name and len(name) <= _LONGEST_NAME]
        if real:
            return tuple(real[:_MOST_AUTHORS])
    return ()


def published(page: BeautifulSoup, data: list[JsonObject]) -> str:
    """Return the day of publication as YYYY-MM-DD; empty where the page does not state it."""
    names = ("article:published_time", "datePublished", "date", "dc.date", "pubdate", "parsely-pub-date")
    return _date(page, data, "datePublished", names)


def modified(page: BeautifulSoup, data: list[JsonObject]) -> str:
    """Return the day of the last change as YYYY-MM-DD; empty where the page does not state it."""
    return _date(page, data, "dateModified", ("article:modified_time", "dateModified", "og:updated_time"))


def language(page: BeautifulSoup) -> str | None:
    """Return the declared language's primary subtag in lower case, or ``None``."""
    declared = attribute(page.find("html"), "lang") or meta(page, "og:locale")
    subtag = re.split(r"[-_]", declared)[0].lower()
    return subtag if re.fullmatch(r"[a-z]{2,3}", subtag) else None


def publisher(data: list[JsonObject], url: str | None) -> dict[str, str]:
    """Return the publisher's name and the schema.org policies that the page's data links."""
    found: dict[str, str] = {}
    for item in _publishers(data):
        for policy in POLICIES:
            value = text_value(item.get(policy))
            if value:
                found.setdefault(policy, absolute(value, url or "") or value)
        name = text_value({"name": item.get("name")})
        if name:
            found.setdefault("name", name)
    return found


def _publishers(data: list[JsonObject]) -> Iterator[JsonObject]:
    for item in data:
        if is_article(item):
            yield {policy: item[policy] for policy in POLICIES if policy in item}
            yield from (inner for inner in as_list(item.get("publisher")) if isinstance(inner, dict))
    yield from (item for item in data if _ORGANISATIONS & set(types(item)))


def _stated_authors(data: list[JsonObject]) -> Iterator[str]:
    for item in data:
        if is_article(item):
            for author in as_list(item.get("author")) + as_list(item.get("creator")):
                names = as_list(author.get("name")) if isinstance(author, dict) else [author]
                yield from (name for name in names if isinstance(name, str))


def _marked_authors(page: BeautifulSoup) -> Iterator[str]:
    yield from filter(
        None, (meta(page, "author"), meta(page, "article:author"), meta(page, "parsely-author"))
    )
    for element in page.select('[rel~="author"], [itemprop~="author"]'):
        yield text_of(element)
    for element in page.find_all(class_=_BYLINE_CLASS, limit=5):
        if _BY.match(text_of(element)):
            yield text_of(element)


def _date(page: BeautifulSoup, data: list[JsonObject], key: str, names: tuple[str, ...]) -> str:
    candidates = [text_value(item.get(key)) for item in data if is_article(item)]
    candidates.append(meta(page, *names))
    marked = page.find(True, attrs={"itemprop": key})
    candidates += [attribute(marked, "datetime"), attribute(marked, "content")]
    if key == "datePublished":
        candidates.append(attribute(page.find("time", datetime=True), "datetime"))
    return next((match[0] for value in candidates if (match := _ISO_DATE.search(value))), "")
