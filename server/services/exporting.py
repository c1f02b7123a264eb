"""Turn disagreements into labelled articles, as the evaluation reads them.

Texts are not kept, so each page is read anew; what is gone, or no longer the
article that was judged, is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from server.core.model import Article
from server.fetch import FetchError
from server.services.assessing import Extract, Fetch
from server.store.records.voices import Disagreement

Refetch = Callable[[str], Article | None]
"""Of an address: the article there now, or ``None`` where there is none."""
Same = Callable[[Article, Disagreement], bool]
"""Whether an article is the one that was judged."""


class Left(StrEnum):
    """Why a verdict is left out."""

    DIVIDED = "moderators are divided"
    GONE = "the page can't be had any more"
    CHANGED = "another text is there now"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One verdict: the ``row`` to write, or why it is ``left`` out."""

    about: Disagreement
    row: dict[str, Any] | None
    left: Left | None = None


def labelled(disagreements: Iterable[Disagreement], refetch: Refetch, same: Same) -> Iterator[Labelled]:
    """Yield one verdict for each article that somebody disagreed about, in the order given: oldest first.

    An author's last word counts. Pages are read one after the other.
    """
    for said in _by_article(disagreements):
        *_, last = said.values()
        if len({each.label for each in said.values()}) > 1:
            yield Labelled(last, None, Left.DIVIDED)
            continue
        article = refetch(last.url)
        if article is None:
            yield Labelled(last, None, Left.GONE)
        elif not same(article, last):
            yield Labelled(last, None, Left.CHANGED)
        else:
            yield Labelled(last, _row(article, last))


def refetching(fetch: Fetch, extract: Extract) -> Refetch:
    """Return what reads an article from its page."""

    def refetch(url: str) -> Article | None:
        try:
            page = fetch(url)
        except FetchError:
            return None
        article = extract(page.html, page.url)
        return article if article.text else None

    return refetch


def _by_article(disagreements: Iterable[Disagreement]) -> list[dict[str, Disagreement]]:
    """Return for each article what each author said last, by name."""
    found: dict[UUID, dict[str, Disagreement]] = {}
    for each in disagreements:
        said = found.setdefault(each.assessment, {})
        said.pop(each.author, None)  # the last word stands last
        said[each.author] = each
    return list(found.values())


def _row(article: Article, about: Disagreement) -> dict[str, Any]:
    """Return the fields of the evaluation's format; those that are not known are left out."""
    row: dict[str, Any] = {
        "id": about.assessment.hex,
        "label": about.label,
        "title": article.title,
        "text": article.text,
        "url": about.url,
        "domain": about.domain,
    }
    if article.authors is not None:
        row["authors"] = list(article.authors)
    if article.published is not None:
        row["published"] = article.published
    return row
