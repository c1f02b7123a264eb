"""Which URLs are refused unseen, and what the others are taken for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.fetch import FetchError
from server.fetch.urls import LONGEST_URL, checked


@pytest.mark.parametrize(
    ("url", "requested"),
    [
        ("https://example.org", "https://example.org/"),
        ("  https://example.org/a\n", "https://example.org/a"),
        ("HTTPS://Example.ORG/A", "https://example.org/A"),
        ("http://example.org:80/", "http://example.org:80/"),
        ("http://example.org:443/", "http://example.org:443/"),
        ("https://example.org:/", "https://example.org/"),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c"),
        ("https://example.org/ä b", "https://example.org/%C3%A4%20b"),
        ("https://example.org./", "https://example.org./"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://BÜCHER.example/", "https://xn--bcher-kva.example/"),
        ("https://my_site.example.org/", "https://my_site.example.org/"),
        ("https://example.org/\ud800", "https://example.org/%ED%A0%80"),
        ("https://example.org:0/", "https://example.org/"),
        # The host is what stands before the first of / ? #.
        ("http://example.org#@evil.example/", "http://example.org/"),
        ("http://example.org/@evil.example", "http://example.org/@evil.example"),
        ("http://example.org?@evil.example/", "http://example.org/?@evil.example/"),
        ("http://example.org/a/../b", "http://example.org/b"),
        # Other ways to write an IPv4 address: harmless here, judged once they are resolved.
        ("http://2130706433/", "http://2130706433/"),
        ("http://0x7f.1/", "http://0x7f.1/"),
        ("http://0177.0.0.1/", "http://0177.0.0.1/"),
        ("http://%31%32%37.0.0.1/", "http://127.0.0.1/"),
        ("http://[::1]/", "http://[::1]/"),
        ("http://[2606:4700:4700::1111]/", "http://[2606:4700:4700::1111]/"),
        ("http://[::ffff:127.0.0.1]/", "http://[::ffff:127.0.0.1]/"),
    ],
)
def test_accepted(url, requested):
    assert checked(url, any_port=False) == requested


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "bad_url"),
        ("example.org", "bad_url"),
        ("//example.org/", "bad_url"),
        ("/etc/passwd", "bad_url"),
        ("http://", "bad_url"),
        ("http:///etc/passwd", "bad_url"),
        ("http:example.org", "bad_url"),
        ("http://?", "bad_url"),
        ("http://user@example.org/", "bad_url"),
        ("http://user:password@example.org/", "bad_url"),
        ("http://:password@example.org/", "bad_url"),
        ("http://example.org:80@127.0.0.1/", "bad_url"),
        ("http://example.org@evil@127.0.0.1/", "bad_url"),
        ("http://example.org\\@127.0.0.1/", "bad_url"),
        ("http:\\\\127.0.0.1/", "bad_url"),
        ("http://example.org\t/", "bad_url"),
        ("http://exam\nple.org/", "bad_url"),
        ("http://example.org/\r\nHost: evil", "bad_url"),
        ("http://example.org/\0", "bad_url"),
        ("http://example.org\u2028/", "bad_url"),
        ("http://exa mple.org/", "bad_url"),
        ("http://127.0.0.1%2f@example.org/", "bad_url"),
        ("http://127.0.0.1%00.example.org/", "bad_url"),
        ("http://*.example.org/", "bad_url"),
        ("http://.example.org/", "bad_url"),
        ("http://a..example.org/", "bad_url"),
        ("http://../", "bad_url"),
        (f"http://{'a' * 64}.example/", "bad_url"),
        (f"http://{'a.' * 127}example/", "bad_url"),
        ("http://①②⑦.⓪.⓪.①/", "bad_url"),
        ("http://１２７.０.０.１/", "bad_url"),
        ("http://example。org/", "bad_url"),
        ("http://exam\u00adple.org/", "bad_url"),
        ("http://\ud800.example/", "bad_url"),
        ("http://[::1/", "bad_url"),
        ("http://::1/", "bad_url"),
        ("http://[fe80::1%25eth0]/", "bad_url"),
        ("http://[fe80::1%eth0]/", "bad_url"),
        ("http://[v1.example]/", "bad_url"),
        ("http://[127.0.0.1]/", "bad_url"),
        ("http://example.org:99999/", "bad_url"),
        ("http://example.org:http/", "bad_url"),
        ("http://example.org:-80/", "bad_url"),
        ("https://example.org/" + "a" * LONGEST_URL, "bad_url"),
        ("ftp://example.org/", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("gopher://127.0.0.1:70/_", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("data:text/html,hello", "scheme"),
        ("mailto:a@example.org", "scheme"),
        ("httpx://example.org/", "scheme"),
        ("http+unix://%2Fvar%2Frun%2Fdocker.sock/", "scheme"),
        ("localhost:6379", "scheme"),
        ("http://example.org:22/", "address"),
        ("https://example.org:8443/", "address"),
        ("http://example.org:6379/", "address"),
    ],
)
def test_refused(url, reason):
    with pytest.raises(FetchError) as caught:
        checked(url, any_port=False)
    assert caught.value.reason == reason
    assert caught.value.permanent


def test_any_port_where_it_is_allowed():
    assert checked("http://localhost:8000/", any_port=True) == "http://localhost:8000/"


PIECES = st.sampled_from(
    [
        "http://",
        "https:",
        "//",
        "/",
        "\\",
        "@",
        ":",
        "[",
        "]",
        "#",
        "?",
        "%",
        "%2f",
        ".",
        "..",
        "::1",
        "127.0.0.1",
        "example.org",
        "ü",
        "xn--",
        "\t",
        "\0",
        " ",
        "80",
        "&",
        ";",
        "\u3002",
        "\u202e",
        "\ud800",
    ]
)


@given(st.text(max_size=60) | st.lists(PIECES, max_size=12).map(lambda pieces: "http://" + "".join(pieces)))
def test_a_checked_url_is_taken_for_itself(url):
    try:
        once = checked(url, any_port=True)
    except FetchError:
        return
    assert checked(once, any_port=True) == once
