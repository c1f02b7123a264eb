"""A verified article as a case's page shows it: what costs most, quoted and linked to its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from server.core.model import Status
from server.store.records.case_files import Article
from server.texts.render import Texts
from server.web.text_fragment import text_fragment

_MOST_SIGNALS = 3
_MOST_QUOTES = 2


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the article, with a link to just these words on the publisher's page."""

    exact: str
    href: str


@dataclass(frozen=True, slots=True)
class Concern:
    """A signal that costs points."""

    title: str
    summary: str
    points: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article with its costliest concerns; ``more`` others are not shown."""

    article: Article
    concerns: tuple[Concern, ...]
    more: int


def article_view(article: Article, texts: Texts) -> ArticleView:
    """Arrange ``article`` for the page."""
    found = [
        signal
        for signal in article.findings.get("signals", ())
        if signal["status"] == Status.CONCERN and signal["points"] < 0
    ]
    found.sort(key=lambda signal: signal["points"])
    concerns = tuple(_concern(signal, article.url, texts) for signal in found[:_MOST_SIGNALS])
    return ArticleView(article, concerns, len(found) - len(concerns))


def _concern(signal: Mapping[str, Any], url: str, texts: Texts) -> Concern:
    words = texts.finding(signal["id"], signal["message"], signal["measured"])
    quotes = (
        Quote(one["exact"], text_fragment(url, one["exact"], one["prefix"], one["suffix"]))
        for one in signal["evidence"][:_MOST_QUOTES]
    )
    return Concern(words.title, words.summary, signal["points"], tuple(quotes))
