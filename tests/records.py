"""A desk for tests: real records, people, and a clock that is set by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert, select, update

from server.services.moderating import Case, CaseService
from server.store.records import domains
from server.store.records.database import Database
from server.store.records.log import AuditLog, Entry
from server.store.records.migrating import migrate
from server.store.records.model import Role, User
from server.store.records.tables import ASSESSMENTS, CASES, DECISIONS, DOMAINS, REPORTS, USERS

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
REASON = "Read ten articles; none names a source."
PATIENCE = 60.0  # seconds, for what takes a moment on any machine
# Of an article, as it is kept: one signal that costs points, with what it found.
FINDINGS = {
    "base": 50,
    "coverage": {"checked": 46, "of": 46},
    "unscored_reason": None,
    "signals": [
        {
            "id": "sensational_headline",
            "version": 2,
            "status": "concern",
            "message": "concern",
            "strength": 0.8,
            "points": -2,
            "measured": {"finds": 1},
            "evidence": [
                {
                    "target": "title",
                    "exact": "You won't believe",
                    "prefix": "",
                    "suffix": " what the council said next",
                    "start": 0,
                    "end": 17,
                }
            ],
        }
    ],
}
_LOCK = 1


@dataclass
class Desk:
    """The records at ``url``; every call of the clock is a second later than the last."""

    url: str
    database: Database
    now: datetime = NOON
    numbers: Any = field(default_factory=count)

    @classmethod
    def at(cls, url: str) -> Desk:
        migrate(url)
        return cls(url, Database(url, PATIENCE))

    def __post_init__(self) -> None:
        self.cases = CaseService(self.database, self.clock)
        self.log = AuditLog(self.database)

    def clock(self) -> datetime:
        self.now += SECOND
        return self.now

    def user(self, name: str = "mia", role: Role = Role.MODERATOR, **more: Any) -> User:
        user = User(id=uuid4(), name=name, role=role, added=NOON, **more)
        with self.database.transaction(_LOCK) as connection:
            row = {"id": user.id, "name": name, "role": role, "added": NOON, "disabled": user.disabled}
            connection.execute(insert(USERS).values(**row))
        return user

    def verified(self, domain: str, *levels: str, **more: Any) -> None:
        """Keep assessments of these levels, as the verification of submissions does."""
        now = self.clock()
        with self.database.transaction(_LOCK) as connection:
            domains.ensure(connection, domain, now)
            for level in levels:
                number = next(self.numbers)
                row = {
                    "id": UUID(int=number),
                    "domain": domain,
                    "url": f"https://{domain}/{number}",
                    "path": f"/{number}",
                    "content_id": f"{number:064x}",
                    "ruleset": "2026.2",
                    "title": f"Article {number}",
                    "verified": now,
                    "first_verified": now,
                    "origin": "reader",
                    "level": level,
                    "score": {"weak": 20, "mixed": 55, "strong": 80}.get(level),
                    "digest": f"{number:064x}",
                    "sketch": b"",
                    "findings": FINDINGS,
                    **more,
                }
                connection.execute(insert(ASSESSMENTS).values(**row))
            counts = {level: DOMAINS.c[level] + many for level, many in Counter(levels).items()}
            if counts:
                here = DOMAINS.c.domain == domain
                connection.execute(update(DOMAINS).where(here).values(verified=now, **counts))

    def reported(self, domain: str, *senders: str | None, **more: Any) -> None:
        """Keep a report from each of these senders."""
        now = self.clock()
        with self.database.transaction(_LOCK) as connection:
            domains.ensure(connection, domain, now)
            for sender in senders:
                row = {
                    "id": uuid4(),
                    "received": now,
                    "assessment": "a" * 64,
                    "ruleset": "2026.2",
                    "level": "weak",
                    "kind": "wrong_level",
                    "domain": domain,
                    "sender": sender,
                    **more,
                }
                connection.execute(insert(REPORTS).values(**row))
            many = DOMAINS.c.reports + len(senders)
            connection.execute(update(DOMAINS).where(DOMAINS.c.domain == domain).values(reports=many))

    def flagged(self, domain: str = "example.org") -> Case:
        """Return a case that opened by itself."""
        self.verified(domain, *["weak"] * 5)
        case = self.cases.consider(domain)
        assert case
        return case

    def rows(self, table: Any = CASES) -> list[dict[str, Any]]:
        with self.database.reading() as connection:
            return [dict(row) for row in connection.execute(select(table)).mappings()]

    def decisions(self) -> list[dict[str, Any]]:
        return sorted(self.rows(DECISIONS), key=lambda row: row["number"])

    def entries(self) -> list[Entry]:
        """Return the audit log, which always holds."""
        assert list(self.log.faults()) == []
        return list(self.log.entries())

    def actions(self) -> list[tuple[str, str]]:
        """Return who did what, as the log has it."""
        return [(entry.actor, entry.action) for entry in self.entries()]
