"""What is kept of domains, read in a bounded number of statements however much it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, or_, select

from server.store.records.database import Database
from server.store.records.domain_model import (
    Counts,
    Decision,
    Facts,
    Known,
    Listing,
    Month,
    PublishedReply,
    Sample,
    SignalCount,
)
from server.store.records.replies import newest
from server.store.records.tables import (
    ASSESSMENTS,
    CASES,
    DECISIONS,
    DOMAIN_MONTHS,
    DOMAIN_SIGNALS,
    DOMAINS,
    LISTINGS,
    LISTS,
    REPLIES,
    SIGNAL_TOTALS,
)

MONTHS = 24  # shown at most, the latest ones
SAMPLES = 3  # of each kind

_LEVELS = ("strong", "mixed", "weak", "unscored")


class DomainRecords:
    """The domains in a database. Their names are registrable ones (:mod:`server.hosts`)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, domains: Collection[str]) -> Mapping[str, Known]:
        """Return what is known in short of each of ``domains``, in two statements.

        Raises:
            RecordsUnavailableError: where the database can't be read.
        """
        with self._database.reading() as connection:
            return _known(connection, domains)

    def facts(self, domain: str) -> Facts:
        """Return everything that is kept of ``domain``.

        Raises:
            RecordsUnavailableError: where the database can't be read.
        """
        score, one = ASSESSMENTS.c.score, ASSESSMENTS.c.id
        with self._database.reading() as connection:
            return Facts(
                known=_known(connection, [domain])[domain],
                months=_months(connection, domain),
                signals=signals(connection, domain),
                weakest=_samples(connection, domain, score, one, scored=True),
                # Both down, as the index is read backwards: it need not be sorted.
                strongest=_samples(connection, domain, score.desc(), one.desc(), scored=True),
                newest=_samples(connection, domain, ASSESSMENTS.c.verified.desc(), one),
                replies=_replies(connection, domain),
            )


def _known(connection: Connection, domains: Collection[str]) -> dict[str, Known]:
    rows = {row["domain"]: row for row in connection.execute(_in_short(domains)).mappings()}
    listings = _listings(connection, domains)
    return {domain: _one_known(domain, rows.get(domain), listings[domain]) for domain in domains}


def _in_short(domains: Collection[str]) -> Select[Any]:
    """Return one row for each domain with its counts, case and the decision that stands."""
    domain = DOMAINS.c.domain
    first = select(func.min(ASSESSMENTS.c.first_verified)).where(ASSESSMENTS.c.domain == domain)
    shown = select(func.count()).where(REPLIES.c.domain == domain, REPLIES.c.state == "shown")
    return (
        select(
            DOMAINS,
            first.scalar_subquery().label("since"),
            shown.scalar_subquery().label("replies"),
            *DECISIONS.c["outcome", "reason", "made", "role", "review_on", "overturns"],
        )
        .outerjoin(CASES, CASES.c.domain == domain)
        # Not the last one: that may have taken another back, and gives the reason for that only.
        .outerjoin(DECISIONS, (DECISIONS.c.case == CASES.c.id) & (DECISIONS.c.number == CASES.c.standing))
        .where(domain.in_(domains))
    )


def _one_known(domain: str, row: RowMapping | None, listings: tuple[Listing, ...]) -> Known:
    return Known(
        domain=domain,
        counts=_counts(row) if row else Counts(),
        since=row["since"] if row else None,
        until=row["verified"] if row else None,
        reports=row["reports"] if row else 0,
        replies=row["replies"] if row else 0,
        decision=_decision(row) if row else None,
        listings=listings,
    )


def _decision(row: RowMapping) -> Decision | None:
    """Return the decision that stands, if one does."""
    if row["outcome"] is None:
        return None
    return Decision(
        outcome=row["outcome"],
        reason=row["reason"],
        made=row["made"],
        role=row["role"],
        review_on=row["review_on"],
        overturns=row["overturns"] is not None,
    )


def _counts(row: RowMapping) -> Counts:
    return Counts(**{level: row[level] for level in _LEVELS})


def _listings(connection: Connection, domains: Collection[str]) -> Mapping[str, tuple[Listing, ...]]:
    wanted = (
        select(
            *LISTINGS.c["domain", "list", "host", "category", "score"],
            *LISTS.c["name", "source", "licence", "as_of"],
        )
        .join(LISTS)
        .where(LISTINGS.c.domain.in_(domains))
        .order_by(LISTS.c.name, LISTS.c.id, LISTINGS.c.host)
    )
    found: defaultdict[str, tuple[Listing, ...]] = defaultdict(tuple)
    for row in connection.execute(wanted).mappings():
        found[row["domain"]] += (Listing(**{name: row[name] for name in row if name != "domain"}),)
    return found


def _months(connection: Connection, domain: str) -> tuple[Month, ...]:
    wanted = (
        select(DOMAIN_MONTHS)
        # A month is left empty where all that it had was rewritten since.
        .where(DOMAIN_MONTHS.c.domain == domain, or_(*(DOMAIN_MONTHS.c[level] > 0 for level in _LEVELS)))
        .order_by(DOMAIN_MONTHS.c.month.desc())
        .limit(MONTHS)
    )
    rows = connection.execute(wanted).mappings().all()
    return tuple(
        Month(month=row["month"], counts=_counts(row), points=row["points"]) for row in reversed(rows)
    )


def signals(connection: Connection, domain: str) -> tuple[SignalCount, ...]:
    """Return the counts of each signal that was told on ``domain``, there and everywhere."""
    wanted = (
        select(
            *DOMAIN_SIGNALS.c["signal", "concern", "told"],
            SIGNAL_TOTALS.c.concern.label("all_concern"),
            SIGNAL_TOTALS.c.told.label("all_told"),
        )
        .join(SIGNAL_TOTALS, SIGNAL_TOTALS.c.signal == DOMAIN_SIGNALS.c.signal)
        .where(DOMAIN_SIGNALS.c.domain == domain)
        .order_by(DOMAIN_SIGNALS.c.signal)
    )
    return tuple(SignalCount(**row) for row in connection.execute(wanted).mappings())


def _samples(connection: Connection, domain: str, *order: Any, scored: bool = False) -> tuple[Sample, ...]:
    wanted = (
        select(*ASSESSMENTS.c["title", "url", "level", "score", "published", "verified"])
        .where(ASSESSMENTS.c.domain == domain)
        .order_by(*order)
        .limit(SAMPLES)
    )
    if scored:
        wanted = wanted.where(ASSESSMENTS.c.score.is_not(None))
    return tuple(Sample(**row) for row in connection.execute(wanted).mappings())


def _replies(connection: Connection, domain: str) -> tuple[PublishedReply, ...]:
    shown = newest(connection, domain, "shown")
    return tuple(PublishedReply(speaker=one.speaker, text=one.text, received=one.received) for one in shown)
