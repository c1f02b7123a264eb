"""Claims: who may open how many, and what is left of them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from sqlalchemy import insert, select

from server.services.replying import PER_SENDER, RefusedError, ReplyService
from server.store.records.claims import Refusal
from server.store.records.database import open_engine
from server.store.records.log import AuditLog
from server.store.records.tables import CLAIMS, LISTINGS, LISTS
from tests.fetch.conftest import Site
from tests.services.replying.conftest import PATH, PLAIN, Clock, Database, create
from tests.store.people import NOON, PATIENCE, add_domain

HERE = "198.51.100.7"
FEW = 5  # claims to a domain, where that matters


def refusal(service: ReplyService, domain: str, address: str) -> Refusal:
    with pytest.raises(RefusedError) as caught:
        service.ask(domain, address)
    return caught.value.why


def kept(url: str) -> list[dict[str, object]]:
    with open_engine(url, PATIENCE).begin() as connection:
        return [dict(row) for row in connection.execute(select(CLAIMS)).mappings()]


def test_a_claim_is_its_holder_s_alone(service: ReplyService, url: str, database: Database) -> None:
    opened = service.ask("news.example", HERE)
    assert service.claim("news.example", opened.secret) == opened.claim
    assert service.claim("other.example", opened.secret) is None
    for guess in ("", opened.claim.token, opened.claim.id.hex, opened.claim.secret, opened.secret[:-1]):
        assert service.claim("news.example", guess) is None
    [row] = kept(url)
    for hidden in (opened.secret, HERE):
        assert hidden not in str(row)
    # Anybody can ask; only what is proved to be a publisher's goes into a log that nobody can shorten.
    assert list(AuditLog(database).entries()) == []


def test_there_must_be_something_to_reply_to(service: ReplyService, url: str) -> None:
    for domain in ("unknown.example", "www.news.example", "News.example", "127.0.0.1", "example", ""):
        assert not service.known(domain)
        assert refusal(service, domain, HERE) is Refusal.UNKNOWN
    with open_engine(url, PATIENCE).begin() as connection:
        connection.execute(
            insert(LISTS).values(
                id="l", name="A list", source="-", licence="-", as_of=date(2026, 1, 1), imported=NOON
            )
        )
        row = {"list": "l", "host": "listed.example", "domain": "listed.example", "category": "rumour"}
        connection.execute(insert(LISTINGS).values(**row))
    assert service.known("listed.example")
    assert service.ask("listed.example", HERE)


def test_a_sender_asks_so_often_in_a_day_and_again_the_next(
    service: ReplyService, url: str, clock: Clock
) -> None:
    for number in range(PER_SENDER + 1):
        add_domain(url, f"news{number}.example")
    for number in range(PER_SENDER):
        service.ask(f"news{number}.example", HERE)
    assert refusal(service, f"news{PER_SENDER}.example", HERE) is Refusal.SENDER
    assert service.ask(f"news{PER_SENDER}.example", "198.51.100.8")
    clock.move(hours=12)  # midnight
    assert service.ask(f"news{PER_SENDER}.example", HERE)


def test_asking_for_the_same_domain_again_takes_no_second_place(
    service: ReplyService,
) -> None:
    first, second = (service.ask("news.example", HERE) for _ in range(2))
    assert not service.open(service.claim("news.example", first.secret) or second.claim)
    assert service.open(second.claim)
    for _ in range(PER_SENDER - 2):
        service.ask("news.example", HERE)
    assert refusal(service, "news.example", HERE) is Refusal.SENDER


def test_one_sender_alone_never_shuts_a_domain_s_publisher_out(
    database: Database, site: Site, clock: Clock
) -> None:
    service = create(database, site, clock, per_domain=8)
    for _ in range(10):
        for _ in range(2):
            service.ask("news.example", HERE)
        clock.move(days=1)
    assert service.ask("news.example", "198.51.100.8")


def test_many_networks_of_one_customer_are_one_sender(service: ReplyService) -> None:
    for number in range(PER_SENDER):
        service.ask("news.example", f"2001:db8:1:{number:x}::1")
    assert refusal(service, "news.example", "2001:db8:1:ffff::1") is Refusal.SENDER


def test_those_of_many_customers_turn_nobody_away(service: ReplyService) -> None:
    for number in range(50):
        service.ask("news.example", f"2001:db8:{number:x}::1")
    assert service.ask("news.example", HERE)


def test_no_more_than_so_many_are_open_for_a_domain(database: Database, site: Site, clock: Clock) -> None:
    service = create(database, site, clock, FEW)
    opened = [service.ask("news.example", f"198.51.100.{number}") for number in range(FEW)]
    assert refusal(service, "news.example", "198.51.100.99") is Refusal.DOMAIN
    site.put(PATH, opened[0].claim.token, PLAIN)
    service.prove(opened[0].claim)  # takes no place any more
    assert service.ask("news.example", "198.51.100.99")
    clock.move(days=7)
    assert service.ask("news.example", "198.51.100.98")


def test_nothing_is_left_of_what_was_never_proved(
    service: ReplyService, url: str, site: Site, clock: Clock
) -> None:
    proved, never = (service.ask("news.example", address) for address in (HERE, "198.51.100.8"))
    site.put(PATH, proved.claim.token, PLAIN)
    service.prove(proved.claim)
    clock.move(days=8)
    last = service.ask("news.example", HERE)
    assert {row["id"] for row in kept(url)} == {proved.claim.id, last.claim.id}
    assert service.claim("news.example", never.secret) is None


def test_of_many_at_once_no_more_are_opened(database: Database, site: Site, clock: Clock, url: str) -> None:
    service = create(database, site, clock, FEW)
    start = Barrier(FEW + 4)

    def ask(number: int) -> bool:
        start.wait(PATIENCE)
        try:
            service.ask("news.example", f"198.51.100.{number}")
        except RefusedError:
            return False
        return True

    with ThreadPoolExecutor(FEW + 4) as crowd:
        answers = list(crowd.map(ask, range(FEW + 4)))
    assert answers.count(True) == FEW == len(kept(url))
