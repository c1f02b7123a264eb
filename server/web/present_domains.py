"""What is known of domains as wire documents, in the words of a language."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from server.core.measure import wilson
from server.core.model import Level
from server.services.domains import FEWEST, DomainRecord, Share, Unusual
from server.store.records import domain_model
from server.store.records.domain_model import Known
from server.texts.render import Texts
from server.web import domain_schemas, source_schemas


def page_path(domain: str) -> str:
    """Return where the domain's public page is, relative to this service."""
    return f"/domains/{domain}"


def source(host: str | None, known: Known | None, texts: Texts) -> source_schemas.Source:
    """Return what is known of ``host``; ``None`` as ``known`` is nothing, or nothing that could be had."""
    if known is None:
        return source_schemas.Source(domain=host, listed=[], record=None, decision=None, replies=0, page=None)
    return source_schemas.Source(
        domain=host,
        listed=[_listing(one) for one in known.listings],
        record=_in_short(known) if known.counts.verified else None,
        decision=_decision(known.decision, texts),
        replies=known.replies,
        page=page_path(known.domain),
    )


def domain(record: DomainRecord, texts: Texts) -> domain_schemas.DomainRecord:
    """Return everything that is known of a domain."""
    known = record.known
    return domain_schemas.DomainRecord(
        domain=known.domain,
        record=_verified(record, texts) if known.counts.verified else None,
        decision=_decision(known.decision, texts),
        listed=[_listing(one) for one in known.listings],
        replies=[domain_schemas.Reply(**asdict(reply)) for reply in record.facts.replies],
        reports=known.reports,
        page=page_path(known.domain),
    )


def _counts(known: Known) -> dict[str, Any]:
    counts = known.counts
    return {
        "verified": counts.verified,
        "scored": counts.scored,
        "strong": counts.strong,
        "mixed": counts.mixed,
        "weak": counts.weak,
        "since": known.since,
        "until": known.until,
    }


def _in_short(known: Known) -> source_schemas.SourceRecord:
    counts = known.counts
    enough = counts.scored >= FEWEST
    return source_schemas.SourceRecord(
        **_counts(known),
        weak_share=_round(counts.weak / counts.scored) if enough else None,
        weak_interval=_interval(*wilson(counts.weak, counts.scored)) if enough else None,
    )


def _verified(record: DomainRecord, texts: Texts) -> domain_schemas.Verified:
    facts = record.facts
    shares = {level: _share(share) for level, share in record.shares.items()}
    return domain_schemas.Verified(
        **_counts(record.known),
        unscored=record.known.counts.unscored,
        shares=domain_schemas.Shares(**shares) if shares else None,
        months=[_month(month) for month in facts.months],
        signals=[_unusual(one, texts) for one in record.unusual],
        samples=domain_schemas.Samples(
            weakest=[_sample(sample) for sample in facts.weakest],
            strongest=[_sample(sample) for sample in facts.strongest],
            newest=[_sample(sample) for sample in facts.newest],
        ),
    )


def _decision(decision: domain_model.Decision | None, texts: Texts) -> source_schemas.Decision | None:
    if decision is None:
        return None
    words = texts.outcome(decision.outcome)
    return source_schemas.Decision(label=words.title, summary=words.summary, **asdict(decision))


def _listing(listing: domain_model.Listing) -> source_schemas.Listing:
    said = asdict(listing)
    return source_schemas.Listing(domain=said.pop("host"), **said)


def _month(month: domain_model.Month) -> domain_schemas.Month:
    mean = None if month.mean is None else round(month.mean, 1)
    return domain_schemas.Month(month=month.month, mean_score=mean, **asdict(month.counts))


def _unusual(one: Unusual, texts: Texts) -> domain_schemas.UnusualSignal:
    return domain_schemas.UnusualSignal(
        id=one.signal,
        name=texts.name(one.signal),
        concern=one.concern,
        told=one.told,
        share=_round(one.share),
        average=_round(one.average),
        others=one.others,
        interval=_interval(one.low, one.high),
        help=f"/signals/{one.signal}",
    )


def _sample(sample: domain_model.Sample) -> domain_schemas.Sample:
    return domain_schemas.Sample(**asdict(sample) | {"level": Level(sample.level)})


def _share(share: Share) -> domain_schemas.LevelShare:
    return domain_schemas.LevelShare(share=_round(share.share), interval=_interval(share.low, share.high))


def _interval(low: float, high: float) -> tuple[float, float]:
    return _round(low), _round(high)


def _round(value: float) -> float:
    return round(value, 4)
