"""Assess an article, a page or an address; look up what is known by content id."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from pydantic import TypeAdapter, ValidationError

from server.core.assess import Engine
from server.core.identity import content_id
from server.core.model import Article, Assessment
from server.scorecard import RULESET, SCORECARD
from server.signals import SIGNALS

log = logging.getLogger(__name__)

_CONTENT_ID = re.compile(r"[0-9a-f]{64}")
_JSON = TypeAdapter(Assessment)


@cache
def default_engine() -> Engine:
    """Return the engine with the house's own signals and scorecard: the same one each time."""
    return Engine(SIGNALS, SCORECARD, RULESET)


@dataclass(frozen=True, slots=True)
class Assessed:
    """An assessment, and whether it was known already."""

    assessment: Assessment
    cached: bool


class Page(Protocol):
    """A fetched page."""

    @property
    def url(self) -> str:
        """Its address, after redirects."""

    @property
    def html(self) -> str:
        """What stood there, decoded."""


class Cache(Protocol):
    """What the service asks of a cache. None of it raises: a broken cache only forgets."""

    def get(self, key: str) -> bytes | None:
        """Return what is kept under ``key``."""

    def put(self, key: str, value: bytes) -> None:
        """Keep ``value`` under ``key``, in place of anything there."""

    def get_or_compute(self, key: str, compute: Callable[[], bytes]) -> tuple[bytes, bool]:
        """Return what is kept under ``key``, or compute and keep it; and whether it was kept already."""

    def between(self, first: str, last: str) -> list[bytes]:
        """Return what is kept under every key from ``first`` to ``last``, both included."""

    def count_between(self, spans: Sequence[tuple[str, str]]) -> list[int]:
        """Return for each span of first and last key how many keys are kept in it."""


Fetch = Callable[[str], Page]
Extract = Callable[[str, str | None], Article]
Observe = Callable[[Assessed], None]


class AssessmentService:
    """Assesses articles, each content once per ruleset. Safe to share between threads.

    ``fetch`` gets a page, ``extract`` finds the article in it, and
    ``observe`` is told of every answer, for the metrics.
    """

    def __init__(
        self, engine: Engine, cache: Cache, fetch: Fetch, extract: Extract, observe: Observe | None = None
    ) -> None:
        self.engine = engine
        self._cache = cache
        self._fetch = fetch
        self._extract = extract
        self._observe = observe

    def assess(self, article: Article) -> Assessed:
        """Return the assessment of ``article``, from the cache where it is known. Never raises."""
        key = self._key(content_id(article))
        value, cached = self._cache.get_or_compute(key, lambda: self._compute(article))
        assessment = _parse(value)
        if assessment is None:  # written by another version, or not by us
            value, cached = self._compute(article), False
            self._cache.put(key, value)
            assessment = _JSON.validate_json(value)
        answer = Assessed(assessment, cached)
        if self._observe:
            self._observe(answer)
        return answer

    def assess_html(self, html: str, url: str | None) -> tuple[Article, Assessed]:
        """Find the article in a page that was read at ``url`` and assess it; without one it is unscored."""
        article = self._extract(html, url)
        return article, self.assess(article)

    def assess_url(self, url: str) -> tuple[Article, Assessed]:
        """Fetch a page, find the article in it and assess it.

        Raises:
            FetchError: where the page can't be had (see :mod:`server.fetch`).
        """
        page = self._fetch(url)
        return self.assess_html(page.html, page.url)

    def find(self, wanted: str) -> Assessment | None:
        """Return what is known under a content id and the present ruleset; ``None`` for anything else."""
        if not _CONTENT_ID.fullmatch(wanted):
            return None
        value = self._cache.get(self._key(wanted))
        return None if value is None else _parse(value)

    def find_between(self, first: str, last: str) -> list[Assessment]:
        """Return what is known, under the present ruleset, of the content ids from ``first`` to ``last``."""
        values = self._cache.between(self._key(first), self._key(last))
        return [found for value in values if (found := _parse(value))]

    def count_between(self, spans: Sequence[tuple[str, str]]) -> list[int]:
        """Return for each span of first and last content id how many are known under the present ruleset."""
        return self._cache.count_between([(self._key(first), self._key(last)) for first, last in spans])

    def _key(self, content: str) -> str:
        return f"{self.engine.ruleset}:{content}"

    def _compute(self, article: Article) -> bytes:
        assessment = self.engine.assess(article)
        for signal in failed_signals(assessment):
            log.error("signal %s failed on content %s", signal, assessment.id)
        return _JSON.dump_json(assessment)


def failed_signals(assessment: Assessment) -> list[str]:
    """Return the ids of the signals that raised an error instead of giving an answer."""
    return [signal.id for signal in assessment.signals if signal.message == "failed"]


def _parse(value: bytes) -> Assessment | None:
    try:
        return _JSON.validate_json(value)
    except ValidationError:
        return None
