"""A publisher's proof: a file on a real site, and every way in which it is none."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest

from server.app.voices import create_proof_fetcher
from server.config import Settings
from server.services.replying import LapsedError, ReplyService, TooSoonError
from server.services.site_proof import look
from server.store.records.database import Database
from server.store.records.log import AuditLog
from server.store.records.voices import Claim
from tests.fetch.conftest import Site
from tests.services.replying.conftest import PATH, PLAIN, Clock

HERE = "198.51.100.7"
TOKEN = "touchstone-reply=8b099efbd90d42618b099efbd90d4261"
START = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"

Looked = Callable[..., list[str | None]]


@pytest.fixture
def looked(site: Site) -> Looked:
    """Look for the token as the service does, on the site that is all of ``*.example``."""

    def look_for_it(**changes: object) -> list[str | None]:
        plain = {"fetch_allow_private": True, "fetch_resolve": f"*.example=127.0.0.1:{site.port}"}
        fetcher = create_proof_fetcher(Settings(**{**plain, **changes}))  # type: ignore[arg-type]
        return [each.fault for each in look(fetcher.get_file, "news.example", "http", TOKEN)]

    return look_for_it


@pytest.fixture
def secret(service: ReplyService) -> str:
    return service.ask("news.example", HERE).secret


def claim(service: ReplyService, secret: str) -> Claim:
    found = service.claim("news.example", secret)
    assert found
    return found


def faults(service: ReplyService, secret: str) -> list[str | None]:
    return [attempt.fault for attempt in service.prove(claim(service, secret))]


def test_the_token_in_the_file_is_the_proof(
    service: ReplyService, secret: str, site: Site, clock: Clock, database: Database
) -> None:
    asked = claim(service, secret)
    site.put(PATH, f"\ufeff{asked.token}\r\nand another\r\n", PLAIN)
    clock.move(days=6, hours=23)
    [attempt] = service.prove(asked)
    assert (attempt.url, attempt.host, attempt.fault) == (f"http://news.example{PATH}", "news.example", None)
    proved = claim(service, secret)
    assert (proved.proved, proved.host) == (clock.now, "news.example")
    assert (proved.expires - clock.now).days == 7
    [entry] = AuditLog(database).entries()
    assert (entry.actor, entry.action) == ("publisher of news.example", "control.proved")
    assert (entry.subject, entry.details) == ("news.example", {"host": "news.example"})


def test_the_file_may_be_on_www(service: ReplyService, secret: str, site: Site) -> None:
    asked = claim(service, secret)

    def behave(connection: socket.socket) -> None:
        www = "\r\nHost: www.news.example" in site.requests[-1]
        body = asked.token if www else "nothing"
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {len(body)}"
        connection.sendall(f"{head}\r\n\r\n{body}".encode())

    site.raw[PATH] = behave
    assert faults(service, secret) == ["no_token", None]
    assert claim(service, secret).host == "www.news.example"


@pytest.mark.parametrize(
    ("body", "headers", "status", "fault"),
    [
        ("touchstone-reply=" + "0" * 32, PLAIN, "200 OK", "no_token"),
        (f"x{TOKEN}", PLAIN, "200 OK", "no_token"),
        (f"{TOKEN}0", PLAIN, "200 OK", "no_token"),
        ("", PLAIN, "200 OK", "no_token"),
        (f"<p>{TOKEN}</p>", ("Content-Type: text/html",), "200 OK", "not_plain"),
        (TOKEN, ("Content-Type: application/octet-stream",), "200 OK", "not_plain"),
        (TOKEN, PLAIN, "404 Not Found", "status"),
        (TOKEN, PLAIN, "500 Oops", "status"),
        (f"{TOKEN} " + "x" * 65_536, PLAIN, "200 OK", "too_large"),
    ],
)
def test_anything_else_is_none(
    looked: Looked, site: Site, body: str, headers: tuple[str, ...], status: str, fault: str
) -> None:
    site.put(PATH, body, headers, status)
    assert looked() == [fault, fault]


@pytest.mark.parametrize("target", ["http://other.example/token.txt", "/token.txt", PATH + "?"])
def test_no_redirect_is_followed(looked: Looked, site: Site, target: str) -> None:
    site.put("/token.txt", TOKEN, PLAIN)
    site.put(PATH + "?", TOKEN, PLAIN)
    site.redirect(PATH, target)
    assert looked() == ["too_many_redirects"] * 2
    assert [request.split(" ")[1] for request in site.requests] == [PATH, PATH]


def test_a_huge_file_is_not_read_to_its_end(looked: Looked, site: Site) -> None:
    site.flood(PATH, START + f"{TOKEN}\n".encode(), b"x" * 65_536)
    assert looked() == ["too_large", "too_large"]


def test_a_slow_site_is_not_waited_for(looked: Looked, site: Site) -> None:
    site.drip(PATH, START, f"{TOKEN} ".encode())
    assert looked(fetch_timeout_seconds=1) == ["timeout", "timeout"]


def test_no_private_network_is_looked_into(looked: Looked, site: Site) -> None:
    site.put(PATH, TOKEN, PLAIN)
    assert looked() == [None]
    site.accepted.acquire()
    assert looked(fetch_allow_private=False) == ["address", "address"]
    assert site.was_left_alone()


def test_another_s_token_proves_nothing(service: ReplyService, secret: str, site: Site) -> None:
    site.put(PATH, service.ask("news.example", "198.51.100.8").claim.token, PLAIN)
    assert faults(service, secret) == ["no_token", "no_token"]
    assert claim(service, secret).proved is None


def test_the_site_is_not_asked_more_often_than_every_ten_seconds(
    service: ReplyService, secret: str, site: Site, clock: Clock
) -> None:
    site.put(PATH, "nothing", PLAIN)
    service.prove(claim(service, secret))
    clock.move(seconds=9)
    with pytest.raises(TooSoonError):
        service.prove(claim(service, secret))
    assert len(site.requests) == 2
    site.put(PATH, claim(service, secret).token, PLAIN)
    clock.move(seconds=1)
    assert faults(service, secret) == [None]
    assert service.prove(claim(service, secret)) == []  # proved: nothing more is asked of the site
    assert len(site.requests) == 3


def test_a_claim_that_has_run_out_is_not_looked_into(
    service: ReplyService, secret: str, site: Site, clock: Clock
) -> None:
    site.put(PATH, claim(service, secret).token, PLAIN)
    clock.move(days=7)
    with pytest.raises(LapsedError):
        service.prove(claim(service, secret))
    assert site.requests == []
