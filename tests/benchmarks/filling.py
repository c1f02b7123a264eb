"""Fill a PostgreSQL with a desk's life: many domains, cases and verified assessments, the same each time.

A few domains have many articles and most have few, as in life: domain ``n``
has about 1/n as many as the first. Levels, scores and findings are those of
real assessments (:mod:`tests.benchmarks.examples`); the counts beside them
are what they should be.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid5

import psycopg
from psycopg.types.json import Json

from server.store.records import log
from server.store.records.case_model import case_id
from server.store.records.database import Database
from server.store.records.model import Verified
from tests.benchmarks.filling_statements import EXAMPLES, LIFE, SIGNALS
from tests.records import NOON, PATIENCE

_TOLD = ("concern", "pass")
_AT_ONCE = 1_000  # entries of the log in a transaction
_LOCK = 1
# What is kept with a decision.
_RECORD = json.dumps(
    {
        "open_because": "weak_share",
        "articles": {"strong": 20, "mixed": 30, "weak": 12, "unscored": 1},
        "weak_share": {"share": 0.1935, "low": 0.1143, "high": 0.3086},
        "since_last_decision": {"scored": 62, "weak": 12},
        "reports": {"all": 10, "open": 10, "upheld": 0, "senders": 9},
        "rulesets": {"2026.4": 62},
        "signals": [{"signal": "shouting", "concern": 9, "told": 60, "average": 0.08, "others": 9000}] * 5,
    }
)


@dataclass(frozen=True, slots=True)
class Size:
    """How much there shall be of it."""

    domains: int
    cases: int
    assessments: int
    log: int


def name(number: int) -> str:
    """Return the domain of that number; the first has most articles."""
    return f"paper-{number}.example"


def fill(url: str, size: Size, examples: list[Verified], user: Any) -> None:
    """Fill the migrated tables at ``url``; ``user`` is the moderator who did everything."""
    names = [name(number) for number in range(1, size.cases + 1)]
    values = {
        "domains": size.domains,
        "assessments": size.assessments,
        "user": user.id,
        "names": names,
        "cases": [case_id(one) for one in names],
        "decisions": [uuid5(case_id(one), "first") for one in names],
        "examples": len(examples),
        "record": _RECORD,
    }
    with psycopg.connect(url) as connection:
        connection.execute("SET LOCAL synchronous_commit = off")
        _prepare(connection, examples)
        for statement in LIFE:
            connection.execute(statement, values)
    _fill_log(Database(url, PATIENCE), size, user.name)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
        connection.execute("CHECKPOINT")


def _prepare(connection: psycopg.Connection[Any], examples: list[Verified]) -> None:
    """Put the examples where statements can copy from them."""
    connection.execute(EXAMPLES)
    connection.execute(SIGNALS)
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO example VALUES (%s, %s, %s, %s, %s, %s, %s, %s)",
            [
                (
                    k,
                    one.level,
                    one.score,
                    one.ruleset,
                    one.title,
                    one.published,
                    one.sketch,
                    Json(one.findings),
                )
                for k, one in enumerate(examples)
            ],
        )
        cursor.executemany(
            "INSERT INTO example_signal VALUES (%s, %s, %s, %s)",
            [
                (k, signal["id"], int(signal["status"] == "concern"), int(signal["status"] in _TOLD))
                for k, one in enumerate(examples)
                for signal in one.findings["signals"]
            ],
        )


def _fill_log(database: Database, size: Size, user: str) -> None:
    """Let the log tell of every case, by entries that are chained as they should be."""
    for first in range(0, size.log, _AT_ONCE):
        with database.transaction(_LOCK) as connection:
            for number in range(first, min(size.log, first + _AT_ONCE)):
                actor, action = ("touchstone", "case.opened") if number < size.cases else (user, "case.noted")
                subject = name(1 + number % size.cases)
                at = NOON + timedelta(seconds=number)
                log.append(connection, at, actor, action, subject, version=1, because="weak_share")
