"""Which domain a host belongs to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.hosts import registrable


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("example.org", "example.org"),
        ("WWW.Example.ORG.", "example.org"),
        ("news.north.example", "north.example"),
        ("www.paper.co.uk", "paper.co.uk"),
        ("münchen.de", "xn--mnchen-3ya.de"),
        ("xn--mnchen-3ya.de", "xn--mnchen-3ya.de"),
        ("someone.github.io", "someone.github.io"),
        ("www.someone.github.io", "someone.github.io"),
        ("github.io", "github.io"),
    ],
)
def test_a_domain_is_what_somebody_registered(host: str, domain: str) -> None:
    assert registrable(host) == domain
    assert registrable(domain) == domain


@pytest.mark.parametrize(
    "host", [None, "", ".", "localhost", "co.uk", "org", "127.0.0.1", "[::1]", "::1", "a..b", "-", "x" * 300]
)
def test_some_hosts_have_none(host: str | None) -> None:
    assert registrable(host) is None


@given(st.text(max_size=80))
def test_any_host_has_one_or_none_and_a_domain_is_its_own(host: str) -> None:
    domain = registrable(host)
    assert domain is None or registrable(domain) == domain
