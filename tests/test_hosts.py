"""Names of hosts, and which domain they belong to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.hosts import host_name, registrable


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.example.org", "example.org"),
        ("Example.ORG.", "example.org"),
        ("a.b.example.co.uk", "example.co.uk"),
        ("my_blog.example.org", "example.org"),
        ("one.github.io", "one.github.io"),
        ("github.io", "github.io"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("co.uk", None),
        ("org", None),
        ("localhost", None),
        ("192.0.2.7", None),
        ("[2001:db8::1]", None),
        ("", None),
        (None, None),
        ("no domain.example", None),
        ("news.example/story", None),
        ("a..example", None),
        ("-a.example", None),
        ("a-.example", None),
        ("a" * 64 + ".example", None),
        ("a." * 130 + "example", None),
        ("a\0b.example", None),
    ],
)
def test_the_registrable_domain(host: str | None, domain: str | None) -> None:
    assert registrable(host) == domain


def test_a_name_in_its_plain_form() -> None:
    assert host_name(" WWW.Bücher.Example. ") == "www.xn--bcher-kva.example"
    assert host_name("no name") is None


@given(st.text(max_size=80))
def test_any_host_has_one_or_none_and_a_domain_is_its_own(host: str) -> None:
    domain = registrable(host)
    assert domain is None or registrable(domain) == domain
