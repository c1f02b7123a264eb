"""Pages, statuses and content types as an honest server gives them."""

import gzip
import socket
import zlib

import pytest

from server.fetch import Fetcher, FetchError, FetchLimits, Page

LIMITS = FetchLimits(timeout_seconds=30, max_bytes=1000, max_redirects=3)


def test_a_page(site, fetcher):
    site.put("/story?id=1", "<p>Grüße</p>")
    assert fetcher.get(site.url("/story?id=1#top")) == Page(
        site.url("/story?id=1"), "<p>Grüße</p>", "text/html"
    )


def test_what_we_say_of_ourselves(site, fetcher, monkeypatch, tmp_path):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password secret")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")
    site.put("/", "")
    fetcher.get(site.url())
    head = site.requests[0]
    assert head.startswith("GET / HTTP/1.1\r\n")
    assert f"\r\nHost: 127.0.0.1:{site.port}\r\n" in head
    assert "\r\nUser-Agent: Touchstone/test\r\n" in head
    assert "\r\nAccept: text/html, application/xhtml+xml\r\n" in head
    assert "Authorization" not in head
    assert "Cookie" not in head


def test_one_fetcher_keeps_no_cookie_for_the_next_page(site, fetcher):
    site.put("/", "", ("Content-Type: text/html", "Set-Cookie: reader=1"))
    fetcher.get(site.url())
    fetcher.get(site.url())
    assert "Cookie" not in site.requests[1]


@pytest.mark.parametrize(
    "content_type", ["text/html", "TEXT/HTML;charset=UTF-8", "application/xhtml+xml; a=b"]
)
def test_content_types_of_pages(site, fetcher, content_type):
    site.put("/", "<p>", (f"Content-Type: {content_type}",))
    assert fetcher.get(site.url()).content_type == content_type.split(";")[0].lower()


@pytest.mark.parametrize(
    "header",
    [
        "Content-Type: application/pdf",
        "Content-Type: text/plain",
        "Content-Type: application/json; text/html",
        "Content-Type: text/html, application/pdf",
        "Content-Type: text/htmlx",
        "Content-Type: html",
        "Content-Type: ",
        "X-Nothing: said",
    ],
)
def test_other_content_types(site, fetcher, header):
    site.put("/", "<html>", (header,))
    with pytest.raises(FetchError) as caught:
        fetcher.get(site.url())
    assert caught.value.reason == "content_type"
    assert caught.value.permanent


@pytest.mark.parametrize(
    ("status", "permanent"),
    [
        ("300 Multiple Choices", True),
        ("304 Not Modified", True),
        ("401 Unauthorized", True),
        ("403 Forbidden", True),
        ("404 Not Found", True),
        ("408 Request Timeout", False),
        ("410 Gone", True),
        ("425 Too Early", False),
        ("429 Too Many Requests", False),
        ("451 Unavailable For Legal Reasons", True),
        ("500 Internal Server Error", False),
        ("503 Service Unavailable", False),
        ("999 Odd", False),
    ],
)
def test_statuses(site, fetcher, status, permanent):
    site.put("/", "<p>no</p>", status=status)
    with pytest.raises(FetchError) as caught:
        fetcher.get(site.url())
    error = caught.value
    assert (error.reason, error.status_code, error.permanent) == ("status", int(status[:3]), permanent)
    assert str(error) == error.detail == f"The server answered with status {status[:3]}."


@pytest.mark.parametrize(
    ("coding", "encode"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("identity", bytes)]
)
def test_content_encodings(site, fetcher, coding, encode):
    site.put("/", encode("<p>Grüße</p>".encode()), ("Content-Type: text/html", f"Content-Encoding: {coding}"))
    assert fetcher.get(site.url()).html == "<p>Grüße</p>"


def test_a_body_in_chunks(site, fetcher):
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    site.raw["/"] = head + b"3\r\n<p>\r\n2\r\nHi\r\n0\r\n\r\n"
    assert fetcher.get(site.url()).html == "<p>Hi"


def test_a_body_that_ends_with_the_connection(site, fetcher):
    site.raw["/"] = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Hi"
    assert fetcher.get(site.url()).html == "<p>Hi"


def test_the_next_address_is_tried(site):
    def resolve(_host, port, **_kwargs):
        # The site does not listen on IPv6.
        return [(family, socket.SOCK_STREAM, 6, "", (address, port)) for family, address in addresses]

    addresses = [(socket.AF_INET6, "::1"), (socket.AF_INET, "127.0.0.1")]
    site.put("/", "<p>Hi")
    fetcher = Fetcher(LIMITS, "t", allow_private=True, resolve=resolve)
    assert fetcher.get(site.url(host="news.test")).html == "<p>Hi"


def test_nobody_listens(fetcher):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: a connection is refused
        with pytest.raises(FetchError) as caught:
            fetcher.get(f"http://127.0.0.1:{taken.getsockname()[1]}/")
    assert caught.value.reason == "connection"
    assert not caught.value.permanent


@pytest.mark.parametrize("answer", [socket.gaierror(socket.EAI_NONAME, "no"), UnicodeError("label"), []])
def test_no_such_name(answer):
    def resolve(*_args, **_kwargs):
        if isinstance(answer, Exception):
            raise answer
        return answer

    with pytest.raises(FetchError) as caught:
        Fetcher(LIMITS, "t", resolve=resolve).get("https://gone.example/")
    assert caught.value.reason == "dns"
    assert "gone.example" in caught.value.detail
