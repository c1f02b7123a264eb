"""Assessments for readers: findings and points in, the wire document with words out.

The API, the readers' pages and the command line all show this one document.
"""

from __future__ import annotations

from server.core.assess import Engine
from server.core.measure import wilson
from server.core.model import Assessment, Level, Quotation, SignalResult
from server.core.scoring import Scorecard
from server.core.signal import Signal
from server.measured import TRACK_RECORDS
from server.services.assessing import Assessed
from server.store.records.domain_model import Known
from server.texts.render import Texts, Words
from server.web import present_domains, schemas

# Each colour stands at least 4.5:1 against white (WCAG 2.2 AA), and the
# symbol says the same to those who see no colours.
COLORS = {
    Level.STRONG: "#1b6e3c",
    Level.MIXED: "#8a5a00",
    Level.WEAK: "#b3261e",
    Level.UNSCORED: "#5f6368",
}
SYMBOLS = {Level.STRONG: "✓", Level.MIXED: "~", Level.WEAK: "!", Level.UNSCORED: "–"}


def assessment(assessed: Assessed, texts: Texts, known: Known | None = None) -> schemas.Assessment:
    """Return ``assessed`` as the wire document, in the words of ``texts``; ``known`` is of its site."""
    found = assessed.assessment
    return schemas.Assessment(
        id=found.id,
        ruleset=found.ruleset,
        cached=assessed.cached,
        badge=badge(found, texts),
        unscored_reason=found.unscored_reason,
        base=found.base,
        coverage=schemas.Coverage(checked=found.coverage.checked, of=found.coverage.of),
        signals=[_signal(result, texts) for result in found.signals],
        source=present_domains.source(found.site, known, texts),
    )


def badge(found: Assessment, texts: Texts) -> schemas.Badge:
    """Return what a reader sees first; an unscored badge says why in its summary."""
    words = texts.level(found.level)
    if found.unscored_reason:
        words = Words(words.title, texts.unscored(found.unscored_reason).summary)
    return schemas.Badge(
        level=found.level,
        score=found.score,
        label=words.title,
        summary=words.summary,
        color=COLORS[found.level],
        symbol=SYMBOLS[found.level],
    )


def register(engine: Engine, texts: Texts) -> schemas.Register:
    """Return every signal of ``engine`` with what it may cost or earn."""
    scorecard = engine.scorecard
    return schemas.Register(
        ruleset=engine.ruleset,
        base=scorecard.base,
        strong=scorecard.strong,
        strong_sourcing=scorecard.strong_sourcing,
        weak=scorecard.weak,
        signals=[_entry(signal, scorecard, texts) for signal in engine.signals],
    )


def track_record(signal_id: str) -> schemas.TrackRecord | None:
    """Return how often the signal fires, as measured; ``None`` where nothing was."""
    record = TRACK_RECORDS.get(signal_id)
    if record is None:
        return None
    low, of_low, credible, of_credible = record
    return schemas.TrackRecord(
        low=_share(low / of_low),
        credible=_share(credible / of_credible),
        low_interval=_interval(low, of_low),
        credible_interval=_interval(credible, of_credible),
        n=(of_low, of_credible),
    )


def _share(value: float) -> float:
    return round(value, 4)


def _interval(count: int, of: int) -> tuple[float, float]:
    low, high = wilson(count, of)
    return _share(low), _share(high)


def help_path(signal_id: str) -> str:
    """Return where the signal's page is, relative to this service."""
    return f"/signals/{signal_id}"


def _signal(result: SignalResult, texts: Texts) -> schemas.Signal:
    words = texts.finding(result.id, result.message, result.measured)
    return schemas.Signal(
        id=result.id,
        version=result.version,
        status=result.status,
        strength=result.strength,
        points=result.points,
        title=words.title,
        summary=words.summary,
        limits=texts.limits(result.id),
        evidence=[_evidence(quotation) for quotation in result.evidence],
        measured=dict(result.measured),
        track_record=track_record(result.id),
        help=help_path(result.id),
    )


def _evidence(quotation: Quotation) -> schemas.Evidence:
    return schemas.Evidence(
        target=quotation.target,
        exact=quotation.exact,
        prefix=quotation.prefix,
        suffix=quotation.suffix,
        start=quotation.start,
        end=quotation.end,
    )


def _entry(signal: Signal, scorecard: Scorecard, texts: Texts) -> schemas.RegisterEntry:
    weight = scorecard.weights.get(signal.id)
    return schemas.RegisterEntry(
        id=signal.id,
        name=texts.name(signal.id),
        version=signal.version,
        group=weight.group if weight else None,
        most_lost=weight.concern if weight else 0,
        most_earned=weight.merit if weight else 0,
        because=weight.because if weight else None,
        limits=texts.limits(signal.id),
        track_record=track_record(signal.id),
        help=help_path(signal.id),
    )
