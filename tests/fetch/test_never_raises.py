"""Whatever is asked for and whatever comes back: a page or a FetchError."""

import contextlib
import socket
from ipaddress import ip_address

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.fetch import Fetcher, FetchError, FetchLimits, Page
from server.fetch.addresses import is_public

LIMITS = FetchLimits(timeout_seconds=10, max_bytes=10_000, max_redirects=2)
shared_site = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

PRIVATE_HOSTS = [
    "127.0.0.1",
    "[::1]",
    "localhost",
    "2130706433",
    "10.1.2.3",
    "[fe80::1]",
    "169.254.169.254",
    "0",
]
SCHEMES = ["http://", "https://", "HTTP://", "ftp://", "file://", "//", ""]
REST = st.text(max_size=20) | st.sampled_from(
    ["/", ":80/", ":81/", "#@evil.invalid", "\\@evil.invalid", "?\r\nHost: x"]
)


def no_names(host, port, **kwargs):
    """Resolve what needs no name server."""
    return socket.getaddrinfo(host, port, flags=socket.AI_NUMERICHOST, **kwargs)


def no_network(address, _timeout):
    host, port = address
    assert is_public(ip_address(host))
    assert port in (80, 443)
    raise ConnectionRefusedError


@shared_site
@given(
    st.text()
    | st.tuples(st.sampled_from(SCHEMES), st.sampled_from(PRIVATE_HOSTS) | st.text(max_size=20), REST).map(
        "".join
    )
)
def test_any_url(monkeypatch, url):
    monkeypatch.setattr("server.fetch.dialing.socket.create_connection", no_network)
    with contextlib.suppress(FetchError):
        Fetcher(LIMITS, "t", resolve=no_names).get(url)
        raise AssertionError("a page came from nowhere")


HEADERS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "Content-Type",
                "Content-Length",
                "Content-Encoding",
                "Transfer-Encoding",
                "Location",
                "Set-Cookie",
            ]
        ),
        st.sampled_from(
            [
                "text/html",
                "text/html; charset=utf-16",
                "0",
                "5",
                "-1",
                "9" * 30,
                "gzip",
                "deflate",
                "br",
                "zstd",
                "chunked",
                "chunked, gzip",
                "/",
                "http://[",
                "a=b; Domain=.; Max-Age=x; Path=",
                "close",
                "\xff",
                "",
            ]
        )
        | st.text(st.characters(max_codepoint=255, exclude_characters="\r\n"), max_size=20),
    ),
    max_size=6,
).map(lambda pairs: "".join(f"{name}: {value}\r\n" for name, value in pairs).encode("latin-1"))
STATUS_LINES = st.sampled_from(
    [
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.0 200\r\n",
        b"HTTP/1.1 302 Found\r\n",
        b"HTTP/1.1 204 No\r\n",
        b"HTTP/9 1\r\n",
    ]
)
BODIES = st.binary(max_size=60) | st.sampled_from(
    [b"5\r\n<p>Hi\r\n0\r\n\r\n", b"-1\r\n<p>", b"-5\r\n", b"5;a\r\n<p>Hi\r\n0\r\nX\r\n"]
)


@shared_site
@given(st.binary(max_size=100) | st.tuples(STATUS_LINES, HEADERS, st.just(b"\r\n"), BODIES).map(b"".join))
def test_any_answer(site, raw):
    site.raw["/"] = raw
    with contextlib.suppress(FetchError):
        page = Fetcher(LIMITS, "t", allow_private=True).get(site.url())
        assert isinstance(page, Page)
