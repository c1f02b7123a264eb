"""The engine: an article in, an assessment out. The same article always gives the same assessment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from server.core.eligibility import why_unscored
from server.core.identity import content_id, site
from server.core.model import Article, Assessment, Coverage, Finding, Level, SignalResult, Status, Unscored
from server.core.phrases import Phrases, Scanner
from server.core.scoring import Scorecard
from server.core.signal import Signal
from server.core.text import Text
from server.core.tuples import made_of

# What a reader will look through; the count of all stands in ``measured``.
MOST_QUOTATIONS = 20
_UNKNOWN = Finding(Status.UNKNOWN, "unknown")
_signal_result = made_of(SignalResult)


class Engine:
    """A register of signals and a scorecard, ready to assess articles. Safe to share between threads."""

    def __init__(self, signals: Sequence[Signal], scorecard: Scorecard, ruleset: str) -> None:
        self.signals = tuple(signals)
        self.scorecard = scorecard
        self.ruleset = ruleset
        lists: dict[Phrases, None] = {phrases: None for signal in signals for phrases in signal.phrases}
        self._scanner = Scanner(lists)
        # Signals that ask for the same are given the same arguments.
        self._alike: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Signal]] = {}
        for signal in signals:
            self._alike.setdefault((signal.needs, signal.inputs), []).append(signal)

    def assess(self, article: Article) -> Assessment:
        """Look for every signal in ``article`` and add up the points. Never raises for any article."""
        body = Text("text", article.text, self._scanner.scan)
        reason = why_unscored(body)
        if reason:
            return self._assessment(article, reason, Coverage(0, len(self.scorecard.weights)), (), {})
        title = Text("title", article.title, self._scanner.scan)
        findings = self._findings(inputs_of(article, title, body))
        coverage = self.scorecard.coverage(findings)
        known = self.scorecard.enough_known(findings)
        points = self.scorecard.points(findings) if known else dict.fromkeys(findings, 0)
        texts = {"title": title, "text": body}
        results = [_result(signal, findings[signal.id], points[signal.id], texts) for signal in self.signals]
        reason = None if known else Unscored.TOO_LITTLE_KNOWN
        return self._assessment(article, reason, coverage, tuple(results), points)

    def _findings(self, inputs: Mapping[str, Any]) -> dict[str, Finding]:
        findings: dict[str, Finding] = {}
        for (needs, names), signals in self._alike.items():
            arguments = {name: inputs[name] for name in names}
            known = None not in map(inputs.__getitem__, needs)
            for signal in signals:
                findings[signal.id] = _finding(signal, arguments) if known else _UNKNOWN
        return findings

    def _assessment(
        self,
        article: Article,
        reason: Unscored | None,
        coverage: Coverage,
        results: tuple[SignalResult, ...],
        points: Mapping[str, int],
    ) -> Assessment:
        base = self.scorecard.base
        score = None if reason else base + sum(points.values())
        return Assessment(
            id=content_id(article),
            ruleset=self.ruleset,
            site=site(article.url),
            level=Level.UNSCORED if score is None else self.scorecard.level(score, points),
            score=score,
            base=base,
            unscored_reason=reason,
            coverage=coverage,
            signals=results,
        )


def inputs_of(article: Article, title: Text, body: Text) -> dict[str, Any]:
    """Return what signals may ask for; ``None`` is *not known*."""
    return {
        "title": title if title.words else None,
        "body": body,
        "links": article.links,
        "media": article.media,
        "authors": article.authors,
        "published": article.published,
        "modified": article.modified,
        "publisher": article.publisher,
        "site": site(article.url),
    }


def _finding(signal: Signal, arguments: Mapping[str, Any]) -> Finding:
    try:
        return signal.evaluate(**arguments)
    except Exception:  # noqa: BLE001 - one faulty signal must not cost the reader the other answers
        return Finding(Status.UNKNOWN, "failed")


def _result(signal: Signal, finding: Finding, points: int, texts: Mapping[str, Text]) -> SignalResult:
    status, message, strength, measured, spans = finding
    evidence = tuple([texts[span.target].quote(span) for span in spans[:MOST_QUOTATIONS]]) if spans else ()
    return _signal_result((signal.id, signal.version, status, message, strength, points, measured, evidence))
