"""The counts that are kept beside the assessments: of domains, their months, and signals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Connection, Table, update
from sqlalchemy.dialects import postgresql, sqlite

from server.store.records.model import Verified
from server.store.records.tables import DOMAIN_MONTHS, DOMAIN_SIGNALS, DOMAINS, SIGNAL_TOTALS

_TOLD = frozenset({"concern", "pass"})


class Counted(Protocol):
    """What of an assessment is counted."""

    @property
    def level(self) -> str:
        """Its level."""

    @property
    def score(self) -> int | None:
        """Its score."""

    @property
    def findings(self) -> Mapping[str, Any]:
        """Its findings."""


def count(connection: Connection, domain: str, gone: Iterable[Any], new: Verified, first: datetime) -> None:
    """Take what is ``gone`` off the counts of ``domain`` and add ``new``, in the present transaction.

    ``gone`` are rows of the assessments; ``first`` is when the article was
    first verified. The domain has its row already.
    """
    changes = _Changes()
    for old in gone:
        changes.add(old, old.first_verified, -1)
    changes.add(new, first, 1)
    levels = {level: DOMAINS.c[level] + number for level, number in changes.levels.items() if number}
    connection.execute(
        update(DOMAINS).where(DOMAINS.c.domain == domain).values(verified=new.verified, **levels)
    )
    months = [{"domain": domain, "month": month, **counts} for month, counts in changes.months.items()]
    _add(connection, DOMAIN_MONTHS, ("domain", "month"), months)
    signals = [
        {"signal": signal, "concern": counts["concern"], "told": counts["told"]}
        for signal, counts in sorted(changes.signals.items())
        if any(counts.values())
    ]
    _add(connection, DOMAIN_SIGNALS, ("domain", "signal"), [{"domain": domain, **row} for row in signals])
    _add(connection, SIGNAL_TOTALS, ("signal",), signals)


class _Changes:
    """By how much each count changes."""

    def __init__(self) -> None:
        self.levels: Counter[str] = Counter()
        self.months: dict[str, dict[str, int]] = {}
        self.signals: dict[str, Counter[str]] = {}

    def add(self, item: Counted, first: datetime, number: int) -> None:
        self.levels[item.level] += number
        none = dict.fromkeys(("strong", "mixed", "weak", "unscored", "points"), 0)
        month = self.months.setdefault(f"{first:%Y-%m}", none)
        month[item.level] += number
        month["points"] += number * (item.score or 0)
        for signal in item.findings["signals"]:
            counts = self.signals.setdefault(signal["id"], Counter())
            counts["told"] += number * (signal["status"] in _TOLD)
            counts["concern"] += number * (signal["status"] == "concern")


def _add(connection: Connection, table: Table, key: tuple[str, ...], rows: list[dict[str, Any]]) -> None:
    """Add the numbers in ``rows`` to those of the rows with the same key; missing ones begin at 0."""
    if not rows:
        return
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    adding = dialect.insert(table).values(rows)
    sums = {name: table.c[name] + adding.excluded[name] for name in rows[0] if name not in key}
    connection.execute(adding.on_conflict_do_update(index_elements=list(key), set_=sums))
