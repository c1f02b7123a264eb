"""Fill a database with what there may be of a domain, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, insert, select, update

from server.store.records import domains
from server.store.records.case_model import case_id
from server.store.records.database import open_engine
from server.store.records.tables import (
    ASSESSMENTS,
    CASES,
    CLAIMS,
    DECISIONS,
    DOMAIN_MONTHS,
    DOMAIN_SIGNALS,
    DOMAINS,
    REPLIES,
    SIGNAL_TOTALS,
    USERS,
)
from tests.records import FINDINGS

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
PATIENCE = 60.0
Score = int | None


class Filler:
    """Writes into the database at ``url``; each method is a transaction of its own."""

    def __init__(self, url: str) -> None:
        self._engine = open_engine(url, PATIENCE)

    def articles(self, domain: str, scores: Sequence[Score], every: timedelta = timedelta(days=5)) -> None:
        """Add verified articles, one ``every`` so often; the counts beside them change as they should."""
        with self._engine.begin() as connection:
            domains.ensure(connection, domain, START)
            months: dict[str, dict[str, int]] = {}
            for number, score in enumerate(scores):
                verified = START + number * every
                connection.execute(insert(ASSESSMENTS).values(_article(domain, number, score, verified)))
                month = months.setdefault(
                    f"{verified:%Y-%m}",
                    {"strong": 0, "mixed": 0, "weak": 0, "unscored": 0, "points": 0},
                )
                month[level(score)] += 1
                month["points"] += score or 0
            for name, counts in months.items():
                connection.execute(insert(DOMAIN_MONTHS).values(domain=domain, month=name, **counts))
            levels = [level(score) for score in scores]
            counts = {name: levels.count(name) for name in ("strong", "mixed", "weak", "unscored")}
            last = START + (len(scores) - 1) * every
            connection.execute(
                update(DOMAINS).where(DOMAINS.c.domain == domain).values(verified=last, **counts)
            )

    def signal(self, domain: str, signal: str, here: tuple[int, int], everywhere: tuple[int, int]) -> None:
        """Say on how many of how many articles a signal is a concern, of the domain's and of all."""
        with self._engine.begin() as connection:
            connection.execute(
                insert(DOMAIN_SIGNALS).values(domain=domain, signal=signal, concern=here[0], told=here[1])
            )
            connection.execute(
                insert(SIGNAL_TOTALS).values(signal=signal, concern=everywhere[0], told=everywhere[1])
            )

    def decisions(self, domain: str, *outcomes: str, state: str = "closed", **more: Any) -> None:
        """Add a case with decisions, one after the other, each overturning the one before."""
        with self._engine.begin() as connection:
            domains.ensure(connection, domain, START)
            case, author = case_id(domain), _user(connection)
            connection.execute(
                insert(CASES).values(
                    id=case,
                    domain=domain,
                    state=state,
                    because="by_hand",
                    opened=START,
                    changed=START,
                    version=1,
                    reach=1,
                    severity=1,
                    priority=1,
                    standing=None if outcomes[-1:] in {(), ("withdrawn",)} else len(outcomes),
                )
            )
            before = None
            for number, outcome in enumerate(outcomes, 1):
                row = {
                    "id": uuid4(),
                    "case": case,
                    "number": number,
                    "domain": domain,
                    "made": START + timedelta(days=number),
                    "author": author,
                    "role": "moderator",
                    "outcome": outcome,
                    "reason": f"Read ten articles, reason {number}.",
                    "review_on": date(2027, 1, 1),
                    "overturns": before,
                    "record": {},
                }
                connection.execute(insert(DECISIONS).values(row | more))
                before = row["id"]

    def reply(self, domain: str, text: str, state: str = "shown") -> None:
        """Add a publisher's reply."""
        with self._engine.begin() as connection:
            domains.ensure(connection, domain, START)
            claim = {
                "id": uuid4(),
                "domain": domain,
                "host": domain,
                "token": uuid4().hex,
                "secret": uuid4().hex,
                "sender": uuid4().hex,
            }
            connection.execute(insert(CLAIMS).values(**claim, asked=START, expires=START, proved=START))
            row = {"id": uuid4(), "domain": domain, "claim": claim["id"], "received": START, "state": state}
            connection.execute(insert(REPLIES).values(**row, speaker="The editors", text=text))

    def reports(self, domain: str, count: int) -> None:
        """Say how many reports there are."""
        with self._engine.begin() as connection:
            domains.ensure(connection, domain, START)
            connection.execute(update(DOMAINS).where(DOMAINS.c.domain == domain).values(reports=count))


def level(score: Score) -> str:
    """Return the level of a score, by the bounds of the scorecard."""
    if score is None:
        return "unscored"
    return "weak" if score < 46 else "mixed" if score < 70 else "strong"


def _article(domain: str, number: int, score: Score, verified: datetime) -> dict[str, Any]:
    digest = sha256(f"{domain} {number}".encode()).hexdigest()
    return {
        "id": uuid4(),
        "domain": domain,
        "url": f"https://www.{domain}/news/{number}",
        "path": f"/news/{number}",
        "content_id": digest,
        "ruleset": "2026.2",
        "title": f"Bridge {number} closes for a week",
        "published": "2026-02-28",
        "verified": verified,
        "first_verified": verified,
        "origin": "audit",
        "level": level(score),
        "score": score,
        "digest": digest,
        "sketch": b"",
        "findings": FINDINGS,
    }


def _user(connection: Connection) -> UUID:
    found = connection.scalar(select(USERS.c.id).where(USERS.c.name == "secret-name"))
    if found is None:
        found = uuid4()
        row = {"id": found, "name": "secret-name", "role": "moderator", "added": START}
        connection.execute(insert(USERS).values(row))
    return found


def fill_example(url: str, domain: str = "example.org") -> None:
    """Fill in a domain of which there is everything."""
    filler = Filler(url)
    filler.articles(domain, [30, 38, 52, 41, None, 74, 28, 44, 61, 35, 39, 80, 47, 33, None, 42] * 2)
    filler.signal(domain, "vague_attribution", (22, 28), (310, 1200))
    filler.signal(domain, "missing_citations", (20, 25), (330, 1100))
    filler.signal(domain, "missing_byline", (1, 28), (400, 1200))
    filler.signal(domain, "shouting", (5, 28), (200, 1200))
    filler.decisions(domain, "cleared", "concern_confirmed", state="open")
    filler.reply(domain, "We have published a corrections policy since.\nPlease look again.")
    filler.reports(domain, 7)
