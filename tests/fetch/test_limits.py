"""Neither a slow server nor a generous one gets more than its share."""

import contextlib
import gzip
import itertools
import socket
import time
import tracemalloc
import zlib
from concurrent.futures import ThreadPoolExecutor

import pytest

from server.fetch import Fetcher, FetchError, FetchLimits
from server.fetch.deadline import Deadline
from server.fetch.dialing import Dialer

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
MEBIBYTE = 1024 * 1024
HALF_A_SECOND = FetchLimits(timeout_seconds=0.5, max_bytes=MEBIBYTE, max_redirects=3)


def fails(fetcher, url):
    with pytest.raises(FetchError) as caught:
        fetcher.get(url)
    return caught.value


@pytest.fixture
def hurried():
    """Return a fetcher that has half a second."""
    return Fetcher(HALF_A_SECOND, "t", allow_private=True)


@pytest.fixture
def started():
    return time.monotonic()


@pytest.mark.parametrize(
    ("at_once", "for_ever"),
    [
        pytest.param(b"", b"HTTP/1.1 200 OK", id="status line"),
        pytest.param(HEAD, b"X-More: a\r\n", id="headers"),
        pytest.param(b"", b"HTTP/1.1 100 Continue\r\n\r\n", id="continue"),
        pytest.param(HEAD + b"\r\n", b"a", id="body"),
        pytest.param(HEAD + b"Content-Length: 100000\r\n\r\n", b"a", id="body of known length"),
        pytest.param(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n", id="chunks"),
        pytest.param(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0", id="size of a chunk"),
        pytest.param(HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X: y\r\n", id="trailers"),
        pytest.param(HEAD + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b""), id="empty gzip members"),
    ],
)
def test_dripping(site, hurried, started, at_once, for_ever):
    site.drip("/", at_once, for_ever)
    error = fails(hurried, site.url())
    assert (error.reason, error.permanent) == ("timeout", False)
    assert error.detail == "The page did not arrive within 0.5 seconds."
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("before", [b"", HEAD, HEAD + b"\r\n", HEAD + b"Content-Length: 9\r\n\r\n<p>"])
def test_silence(site, hurried, started, before):
    def behave(connection):
        connection.sendall(before)
        site.closing.wait(20)

    site.raw["/"] = behave
    error = fails(hurried, site.url())
    assert error.reason == "timeout"
    assert time.monotonic() - started < 10


def test_dripping_over_tls(secure_site, started, trusted):
    hurried = Fetcher(HALF_A_SECOND, "t", allow_private=True, resolve=trusted)
    secure_site.drip("/", HEAD + b"\r\n", b"a")
    assert fails(hurried, secure_site.url(host="news.test")).reason == "timeout"
    assert time.monotonic() - started < 10


def test_a_server_that_never_greets_over_tls(hurried, started):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert fails(hurried, f"https://127.0.0.1:{silent.getsockname()[1]}/").reason == "timeout"
    assert time.monotonic() - started < 10


def test_a_greeting_over_tls_that_drips(hurried, started):
    def greet(server):
        connection, _ = server.accept()
        with connection, contextlib.suppress(OSError):  # the fetcher hangs up
            # A record of 16 KiB begins, and in it a ServerHello as long.
            connection.sendall(b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc\x03\x03")
            for _ in range(1000):
                connection.sendall(b"a")
                time.sleep(0.02)

    with socket.create_server(("127.0.0.1", 0)) as server, ThreadPoolExecutor(1) as thread:
        thread.submit(greet, server)
        error = fails(hurried, f"https://127.0.0.1:{server.getsockname()[1]}/")
    assert error.reason == "timeout"
    assert time.monotonic() - started < 10


def test_what_connecting_took_is_not_given_again_to_tls(monkeypatch):
    here, there = socket.socketpair()

    def connect(_address, timeout):
        here.settimeout(timeout)
        time.sleep(0.2)
        return here

    monkeypatch.setattr("server.fetch.dialing.socket.create_connection", connect)
    with here, there:
        connection = Dialer(Deadline(60), socket.getaddrinfo, allow_private=False).dial("1.1.1.1", 443)
        assert connection.gettimeout() <= 59.8


def test_connecting_too_late(monkeypatch):
    here, there = socket.socketpair()

    def connect(_address, _timeout):
        time.sleep(0.6)
        return here

    monkeypatch.setattr("server.fetch.dialing.socket.create_connection", connect)
    with there:
        assert fails(Fetcher(HALF_A_SECOND, "t"), "http://1.1.1.1/").reason == "timeout"
        assert here.fileno() == -1  # closed


def test_a_server_that_does_not_read(site, started):
    """Its cookies make the next request larger than the buffers between us."""
    cookies = b"".join(b"Set-Cookie: c%d=%s\r\n" % (number, b"a" * 60000) for number in range(95))

    def behave(connection):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n" + cookies + b"\r\n")
        site.closing.wait(20)

    site.raw["/"] = behave
    fetcher = Fetcher(FetchLimits(1, 8 * MEBIBYTE, max_redirects=3), "t", allow_private=True)
    assert fails(fetcher, site.url()).reason == "timeout"
    assert time.monotonic() - started < 10


def test_one_clock_for_all_redirects(site, started):
    def behave(connection):
        site.closing.wait(0.3)
        connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n")

    site.raw["/"] = behave
    fetcher = Fetcher(FetchLimits(0.5, MEBIBYTE, max_redirects=1000), "t", allow_private=True)
    assert fails(fetcher, site.url()).reason == "timeout"
    assert time.monotonic() - started < 10


def test_a_slow_name_server_uses_up_the_time(site, started):
    def resolve(*args, **kwargs):
        time.sleep(0.6)
        return socket.getaddrinfo(*args, **kwargs)

    fetcher = Fetcher(HALF_A_SECOND, "t", allow_private=True, resolve=resolve)
    assert fails(fetcher, site.url()).reason == "timeout"
    assert time.monotonic() - started < 10
    assert site.was_left_alone()


def test_as_large_as_allowed_and_no_larger(site):
    fetcher = Fetcher(FetchLimits(30, 1000, 0), "t", allow_private=True)
    site.put("/", b"a" * 1000)
    assert len(fetcher.get(site.url()).html) == 1000
    site.put("/", b"a" * 1001)
    error = fails(fetcher, site.url())
    assert (error.reason, error.permanent) == ("too_large", True)
    assert error.detail == "The page is larger than 1,000 bytes."


@pytest.mark.parametrize(
    ("at_once", "for_ever"),
    [
        pytest.param(b"", b"a" * 65536, id="status line"),
        pytest.param(
            b"HTTP/1.1 200 " + b"a" * 60000 + b"\r\n", b"X-More: " + b"a" * 60000 + b"\r\n", id="headers"
        ),
        pytest.param(b"", b"HTTP/1.1 100 Continue\r\nX: y\r\n\r\n" * 1000, id="continue"),
        pytest.param(HEAD + b"\r\n", b"a" * 65536, id="body"),
        pytest.param(
            HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1000\r\n" + b"a" * 4096 + b"\r\n", id="chunks"
        ),
        pytest.param(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0" * 65536, id="size of a chunk"),
        pytest.param(HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X: y\r\n" * 10000, id="trailers"),
        pytest.param(
            HEAD + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b"") * 5000, id="empty gzip members"
        ),
    ],
)
def test_a_flood(site, fetcher, at_once, for_ever):
    site.flood("/", at_once, for_ever)
    tracemalloc.start()
    error = fails(fetcher, site.url())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert error.reason in ("too_large", "connection")  # http.client has limits of its own for headers
    assert peak < 16 * MEBIBYTE


@pytest.mark.parametrize(
    ("coding", "bomb"),
    [
        pytest.param("gzip", gzip.compress(bytes(32 * MEBIBYTE)), id="gzip"),
        pytest.param("deflate", zlib.compress(bytes(32 * MEBIBYTE)), id="deflate"),
        pytest.param("gzip, gzip", gzip.compress(gzip.compress(bytes(32 * MEBIBYTE))), id="gzip in gzip"),
        pytest.param("gzip", gzip.compress(bytes(MEBIBYTE)) * 32, id="many members"),
    ],
)
@pytest.mark.parametrize("chunked", [False, True])
def test_a_bomb(site, fetcher, coding, bomb, chunked):
    headers = ("Content-Type: text/html", f"Content-Encoding: {coding}")
    if chunked:
        head = "\r\n".join(["HTTP/1.1 200 OK", *headers, "Transfer-Encoding: chunked", "", ""]).encode()
        site.raw["/"] = head + b"%x\r\n%b\r\n0\r\n\r\n" % (len(bomb), bomb)
    else:
        site.put("/", bomb, headers)
    tracemalloc.start()
    error = fails(fetcher, site.url())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert error.reason == "too_large"
    assert peak < 16 * MEBIBYTE


def test_no_more_than_five_encodings(site, fetcher):
    body = b"<p>"
    for _ in range(6):
        body = gzip.compress(body)
    site.put("/", body, ("Content-Type: text/html", "Content-Encoding: " + ", ".join(["gzip"] * 6)))
    assert fails(fetcher, site.url()).reason == "connection"


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"<html>Hello</html>", id="HTTP/0.9"),
        pytest.param(b"SSH-2.0-OpenSSH_9.6\r\n", id="SSH"),
        pytest.param(b"HTTP/1.1 two hundred\r\n\r\n", id="status in words"),
        pytest.param(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n", id="too many headers"),
        pytest.param(HEAD + b"Content-Length: 100\r\n\r\n<p>", id="half a body"),
        pytest.param(HEAD + b"Content-Length: 1, 2\r\n\r\n<p>", id="two lengths"),
        pytest.param(HEAD + b"Transfer-Encoding: chunked\r\n\r\nff\r\n<p>", id="half a chunk"),
        pytest.param(HEAD + b"Transfer-Encoding: chunked\r\n\r\nxyz\r\n<p>", id="no size of a chunk"),
        pytest.param(HEAD + b"Transfer-Encoding: chunked\r\n\r\n-5\r\n<p>", id="size below zero"),
        pytest.param(HEAD + b"Content-Encoding: gzip\r\n\r\n<p>", id="no gzip"),
    ],
)
def test_answers_that_make_no_sense(site, fetcher, raw):
    site.raw["/"] = raw
    error = fails(fetcher, site.url())
    assert (error.reason, error.permanent) == ("connection", False)


@pytest.mark.parametrize("before", [b"", HEAD + b"\r\n<p>"])
def test_a_reset(site, fetcher, before):
    def behave(connection):
        connection.sendall(before)
        # Closing without lingering resets the connection.
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        connection.close()

    site.raw["/"] = behave
    assert fails(fetcher, site.url()).reason == "connection"


def test_the_time_is_shared_between_addresses(monkeypatch):
    """No address of many may use up the time of those after it."""
    shares = []

    def connect(_address, timeout):
        shares.append(timeout)
        raise TimeoutError

    monkeypatch.setattr("server.fetch.dialing.socket.create_connection", connect)
    addresses = itertools.count(1)

    def resolve(_host, port, **_kwargs):
        return [(2, 1, 6, "", (f"1.1.1.{next(addresses)}", port)) for _ in range(4)]

    fetcher = Fetcher(FetchLimits(60, 1000, 0), "t", resolve=resolve)
    assert fails(fetcher, "http://news.test/").reason == "timeout"
    assert [round(60 / share) for share in shares] == [4, 3, 2, 1]
