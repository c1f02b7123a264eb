"""Hosts: what belongs to somebody, what is a number in disguise, and what only a local network knows."""

from __future__ import annotations

import pytest

from server.hosts import is_local, registrable


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.bbc.co.uk", "bbc.co.uk"),
        ("WWW.Example.ORG.", "example.org"),
        ("ann.blogspot.com", "ann.blogspot.com"),
        ("bücher.de", "xn--bcher-kva.de"),
        *((host, None) for host in ("com", "co.uk", "localhost", "", None, "a..b")),
        *((host, None) for host in ("127.0.0.1", "::1", "0x7f.1", "127.1", "2130706433", "0177.0.0.0x1")),
    ],
)
def test_the_domain_is_the_one_that_somebody_registered(host: str | None, domain: str | None) -> None:
    assert registrable(host) == domain


@pytest.mark.parametrize(
    "host", ["localhost", "intranet", "a.local", "a.Internal.", "x.home.arpa", "a.test", ""]
)
def test_local_names_are_known(host: str) -> None:
    assert is_local(host)


@pytest.mark.parametrize("host", ["news.com", "local.news", "home.co.uk", "corp.example.org"])
def test_public_names_are_not_local(host: str) -> None:
    assert not is_local(host)
