"""What reports, claims and replies hang on: users, domains and verified assessments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert

from server.core.sketch import digest, sketch
from server.store.records import domains
from server.store.records.assessments import Assessments
from server.store.records.database import Database, open_engine
from server.store.records.model import Verified
from server.store.records.tables import ASSESSMENTS, CONTENTS, USERS

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
PATIENCE = 60.0  # seconds


@dataclass(frozen=True)
class Someone:
    """A user as far as these parts know one."""

    id: UUID
    name: str


def add_user(url: str, name: str = "Kim") -> Someone:
    user = Someone(uuid4(), name)
    with open_engine(url, PATIENCE).begin() as connection:
        connection.execute(insert(USERS).values(id=user.id, name=name, role="moderator", added=NOON))
    return user


def add_domain(url: str, domain: str = "news.example") -> None:
    with open_engine(url, PATIENCE).begin() as connection:
        domains.ensure(connection, domain, NOON)


def add_assessment(
    url: str, text: str = "Some words of an article.", address: str = "https://news.example/a", **changes: Any
) -> UUID:
    """Keep a verified assessment, which readers know by the content id ``a…a``."""
    row = {"id": uuid4(), "domain": "news.example", "url": address, "content_id": "a" * 64}
    row |= {"ruleset": "2026.2", "title": "A title", "published": None, "origin": "reader"}
    row |= {"verified": NOON, "first_verified": NOON}
    row |= {"level": "weak", "score": 12, "digest": digest(text), "sketch": sketch(text)}
    row |= {"findings": {"signals": []}}
    row |= {"path": "/a", **changes}
    with open_engine(url, PATIENCE).begin() as connection:
        domains.ensure(connection, str(row["domain"]), NOON)
        connection.execute(insert(ASSESSMENTS).values(**row))
        contents = {"content_id": row["content_id"], "assessment": row["id"]}
        connection.execute(insert(CONTENTS).values(**contents))
    return UUID(str(row["id"]))


def read_again(url: str, text: str, address: str = "https://news.example/a", **changes: Any) -> None:
    """Verify what is at ``address`` now."""
    found = {"domain": "news.example", "url": address, "found": address, "content_id": "e" * 64}
    found |= {"ruleset": "2026.3", "title": "Another title", "published": None, "verified": NOON}
    found |= {"origin": "reader", "level": "mixed", "score": 55, "findings": {"signals": []}}
    found |= {"digest": digest(text), "sketch": sketch(text), **changes}
    Assessments(Database(url, PATIENCE)).keep(Verified(**found))
