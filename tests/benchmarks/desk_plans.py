"""What PostgreSQL does for the slowest statements of the queue and of a case's page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from sqlalchemy import Engine, event

from server.app.foundations import now
from server.services.domains import DomainService
from server.services.moderating import CaseService, QueueFilter
from server.store.records.database import Database
from server.store.records.domain_records import DomainRecords
from tests.records import PATIENCE

_SLOWEST = 3
_MOST_LINES = 24


@dataclass(frozen=True, slots=True)
class Plan:
    """A statement of ``page`` with its plan, as PostgreSQL tells it after having run it."""

    page: str
    milliseconds: float
    statement: str
    lines: tuple[str, ...]


def plans(url: str, domain: str) -> list[Plan]:
    """Return the slowest statements of the queue and of the page of ``domain``'s case, slowest first."""
    database = Database(url, PATIENCE)
    cases, domains = CaseService(database, now), DomainService(DomainRecords(database))

    def page_of_a_case() -> None:
        cases.case(domain)
        domains.record(domain)

    pages: dict[str, Callable[[], object]] = {
        "queue": lambda: cases.queue(QueueFilter()),
        "queue, page 100": lambda: cases.queue(QueueFilter(), 100),
        "case": page_of_a_case,
    }
    found = []
    with psycopg.connect(url) as connection:
        for page, show in pages.items():
            with heard() as statements:
                show()
            of_page = [explained(connection, page, *one) for one in statements]
            found += sorted(of_page, key=lambda plan: -plan.milliseconds)[:_SLOWEST]
    return found


@contextmanager
def heard() -> Iterator[list[tuple[str, Any]]]:
    """Give all SELECTs that are sent meanwhile, with their parameters."""
    sent: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if statement.startswith("SELECT") and "pg_advisory" not in statement:
            sent.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def explained(connection: psycopg.Connection[Any], page: str, statement: str, parameters: Any) -> Plan:
    """Run the statement twice and return what was done the second time."""
    asked = f"EXPLAIN (ANALYZE, BUFFERS) {statement}".encode()
    for _ in range(2):
        lines = [row[0] for row in connection.execute(asked, parameters)]
    took = next(line for line in lines if line.startswith("Execution Time:"))
    kept = [line for line in lines if not line.startswith(("Planning:", "  Buffers: shared hit=0"))]
    return Plan(page, float(took.split()[2]), " ".join(statement.split()), tuple(kept[:_MOST_LINES]))
