"""What a domain's record and a case both show: months, and signals against all domains' average."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from server.store.records.tables import DOMAIN_MONTHS, DOMAIN_SIGNALS, SIGNAL_TOTALS


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What was verified in a month (``2026-11``); ``points`` is the scores' sum."""

    month: str
    strong: int
    mixed: int
    weak: int
    unscored: int
    points: int

    @property
    def mean(self) -> float | None:
        """The mean score, where anything was scored."""
        scored = self.strong + self.mixed + self.weak
        return self.points / scored if scored else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalShare:
    """On how many of the articles on which it could be told a signal was a concern, here and everywhere."""

    signal: str
    concern: int
    told: int
    all_concern: int
    all_told: int

    @property
    def share(self) -> float:
        """Its share on this domain."""
        return self.concern / self.told if self.told else 0.0

    @property
    def average(self) -> float:
        """Its share on all domains."""
        return self.all_concern / self.all_told if self.all_told else 0.0


def months(connection: Connection, domain: str, most: int = 24) -> list[Month]:
    """Return the newest months in which something was verified, oldest first."""
    wanted = select(DOMAIN_MONTHS).where(DOMAIN_MONTHS.c.domain == domain)
    rows = connection.execute(wanted.order_by(DOMAIN_MONTHS.c.month.desc()).limit(most)).mappings()
    return [Month(**{key: row[key] for key in row if key != "domain"}) for row in rows][::-1]


def signals(connection: Connection, domain: str) -> list[SignalShare]:
    """Return the domain's signals, those first that are furthest above the average."""
    totals = (SIGNAL_TOTALS.c.concern.label("all_concern"), SIGNAL_TOTALS.c.told.label("all_told"))
    counts = (DOMAIN_SIGNALS.c.signal, DOMAIN_SIGNALS.c.concern, DOMAIN_SIGNALS.c.told)
    wanted = (
        select(*counts, *totals)
        .join(SIGNAL_TOTALS, SIGNAL_TOTALS.c.signal == DOMAIN_SIGNALS.c.signal)
        .where(DOMAIN_SIGNALS.c.domain == domain)
    )
    found = [SignalShare(**row) for row in connection.execute(wanted).mappings()]
    return sorted(found, key=lambda one: (one.average - one.share, one.signal))
