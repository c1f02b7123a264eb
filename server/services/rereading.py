"""Read an article at its address: what counts for a domain is what the service saw there itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from server.core.assess import Engine
from server.core.model import Assessment, SignalResult, Status, Unscored
from server.core.sketch import digest, sketch
from server.services.public_pages import Place, PublicPages
from server.store.records.model import Origin, Verified

_LONGEST_TITLE, _LONGEST_DATE = 1_000, 64
_TOLD = frozenset({Status.CONCERN, Status.PASS, Status.INFO})


class Rereader:
    """Fetches articles and assesses them as the page has them now. Safe to share between threads."""

    def __init__(self, engine: Engine, pages: PublicPages, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._pages = pages
        self._clock = clock

    def place(self, url: str) -> Place | None:
        """Return where ``url`` leads; ``None`` where its form tells that not everybody can read it."""
        return self._pages.place(url)

    def assess_again(self, url: str, origin: Origin) -> Verified | None:
        """Fetch ``url`` and return what the article there is.

        ``None`` where there is no article, or none that anybody else could
        read. Nothing is kept, and how often pages are fetched is the
        caller's business (:mod:`server.services.pacing`).

        Raises:
            FetchError: where the page can't be had.
        """
        asked = self._pages.place(url)
        if asked is None:
            return None
        page = self._pages.fetch(asked.address)
        place = self._pages.place(page.url)
        if place is None:
            return None
        domain, found = place
        article = self._pages.extract(page.html, page.url)
        assessment = self._engine.assess(article)
        if not article.text or assessment.unscored_reason is Unscored.NO_ARTICLE:
            return None
        return Verified(
            domain=domain,
            url=self._preferred(page.html, domain) or found,
            found=found,
            content_id=assessment.id,
            ruleset=assessment.ruleset,
            title=_kept(article.title, _LONGEST_TITLE),
            published=_kept(article.published, _LONGEST_DATE) if article.published else None,
            verified=self._clock().replace(microsecond=0),
            origin=origin,
            level=assessment.level.value,
            score=assessment.score,
            digest=digest(article.text),
            sketch=sketch(article.text),
            findings=findings_of(assessment),
        )

    def _preferred(self, html: str, domain: str) -> str | None:
        """Return the address that the page gives as its own, where that is on the same domain."""
        stated = self._pages.stated_address(html)
        place = self._pages.place(stated) if stated else None
        return place.address if place and place.domain == domain else None


def findings_of(assessment: Assessment) -> Mapping[str, Any]:
    """Return the findings as JSON values, without those that could not be told."""
    return {
        "base": assessment.base,
        "coverage": {"checked": assessment.coverage.checked, "of": assessment.coverage.of},
        "unscored_reason": assessment.unscored_reason and assessment.unscored_reason.value,
        "signals": [_signal(result) for result in assessment.signals if result.status in _TOLD],
    }


def _signal(result: SignalResult) -> dict[str, Any]:
    return {
        **result._asdict(),
        "status": result.status.value,
        "measured": dict(result.measured),
        "evidence": [quotation._asdict() for quotation in result.evidence],
    }


def _kept(text: str, longest: int) -> str:
    """Return ``text`` as every database can keep it."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()[:longest]
