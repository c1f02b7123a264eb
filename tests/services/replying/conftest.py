"""A service of replies with a real database, and a real site on loopback under the publisher's name."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from server.app.voices import create_proof_fetcher
from server.config import Settings
from server.networks import CUSTOMER
from server.services.replying import PER_DOMAIN, ReplyService
from server.store.records.claims import Claims
from server.store.records.database import Database
from server.store.records.replies import Replies
from server.store.records.senders import Senders
from tests.fetch.conftest import Site, site  # noqa: F401 - a fixture
from tests.store.people import NOON, PATIENCE, Someone, add_domain, add_user

PATH = "/.well-known/touchstone-reply.txt"
PLAIN = ("Content-Type: text/plain; charset=utf-8",)


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def url(records_url: str) -> str:
    add_domain(records_url)
    return records_url


@pytest.fixture
def database(url: str) -> Database:
    return Database(url, PATIENCE)


@pytest.fixture
def kim(url: str) -> Someone:
    return add_user(url)


@pytest.fixture
def service(database: Database, site: Site, clock: Clock) -> ReplyService:  # noqa: F811 - the fixture
    """Return a service for which ``*.example`` is the site."""
    return create(database, site, clock)


def create(
    database: Database,
    site: Site,  # noqa: F811 - the fixture
    clock: Clock,
    per_domain: int = PER_DOMAIN,
) -> ReplyService:
    settings = Settings(fetch_allow_private=True, fetch_resolve=f"*.example=127.0.0.1:{site.port}")
    return ReplyService(
        Claims(database),
        Replies(database),
        digest=Senders(database, CUSTOMER).digest,
        fetch=create_proof_fetcher(settings).get_file,
        clock=clock,
        per_domain=per_domain,
        scheme="http",
    )
