"""A web server that can misbehave in every way, and fetchers to send to it."""

from __future__ import annotations

import contextlib
import socket
import socketserver
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from server.fetch import Fetcher, FetchLimits

# A certificate for news.test that signed itself, with its key. It guards nothing and is trusted nowhere.
CERTIFICATE = Path(__file__).parent / "news_test.pem"
LIMITS = FetchLimits(timeout_seconds=30, max_bytes=1_000_000, max_redirects=3)
HTML = ("Content-Type: text/html; charset=utf-8",)

# Says what it likes on a connection, which is closed after it.
Behaviour = Callable[[socket.socket], None]


class Site:
    """A server on loopback; over TLS when it has a context.

    ``raw`` maps a path to the bytes or the behaviour that answer it.
    ``requests`` holds the head of every request, ``server_names`` what TLS
    clients asked for; ``accepted`` has one for every connection.
    """

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.raw: dict[str, bytes | Behaviour] = {}
        self.requests: list[str] = []
        self.server_names: list[str | None] = []
        self.port = 0
        self.closing = threading.Event()
        self._context = context
        self.accepted = threading.Semaphore(0)
        if context:
            context.sni_callback = lambda _socket, name, _context: self.server_names.append(name)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"{'https' if self._context else 'http'}://{host}:{self.port}{path}"

    def put(
        self, path: str, body: bytes | str, headers: tuple[str, ...] = HTML, status: str = "200 OK"
    ) -> None:
        body = body.encode() if isinstance(body, str) else body
        head = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""])
        self.raw[path] = head.encode("latin-1") + body

    def redirect(self, path: str, location: str, status: str = "302 Found") -> None:
        self.put(path, "", (f"Location: {location}",), status)

    def drip(self, path: str, at_once: bytes, for_ever: bytes) -> None:
        """Answer at first in one go, then a byte at a time until nobody listens (or 20 seconds)."""

        def behave(connection: socket.socket) -> None:
            connection.sendall(at_once)
            end = time.monotonic() + 20
            while not self.closing.is_set() and time.monotonic() < end:
                for byte in for_ever:
                    connection.sendall(bytes([byte]))
                    self.closing.wait(0.02)

        self.raw[path] = behave

    def flood(self, path: str, at_once: bytes, for_ever: bytes) -> None:
        """Answer as fast as the line allows until nobody listens."""

        def behave(connection: socket.socket) -> None:
            connection.sendall(at_once)
            while not self.closing.is_set():
                connection.sendall(for_ever)

        self.raw[path] = behave

    def was_left_alone(self) -> bool:
        """Return whether nobody has ever connected.

        A connection of our own is the mark: whatever came before it is accepted before it.
        """
        with socket.create_connection(("127.0.0.1", self.port)):
            self.accepted.acquire(timeout=30)
        return not self.accepted.acquire(blocking=False)

    def serve(self, connection: socket.socket) -> None:
        """Answer one connection."""
        if self._context is None:
            self._answer(connection)
            return
        with self._context.wrap_socket(connection, server_side=True) as secured:
            self._answer(secured)

    def _answer(self, connection: socket.socket) -> None:
        head = connection.recv(65536).decode("latin-1")
        if not head:
            return
        self.requests.append(head)
        answer = self.raw[head.split(" ")[1]]
        if callable(answer):
            answer(connection)
        else:
            connection.sendall(answer)


@contextlib.contextmanager
def _running(site: Site) -> Iterator[Site]:
    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            # Clients hang up as soon as they have had enough.
            with contextlib.suppress(OSError):
                site.serve(self.request)

    class Server(socketserver.ThreadingTCPServer):
        def verify_request(self, *_args: object) -> bool:
            site.accepted.release()
            return True

    with Server(("127.0.0.1", 0), Handler) as server:
        site.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield site
        finally:
            site.closing.set()
            server.shutdown()
            thread.join()


@pytest.fixture
def site() -> Iterator[Site]:
    with _running(Site()) as site:
        yield site


@pytest.fixture
def secure_site() -> Iterator[Site]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    with _running(Site(context)) as site:
        yield site


@pytest.fixture
def fetcher() -> Fetcher:
    """Return what a developer has: it goes everywhere."""
    return Fetcher(LIMITS, "Touchstone/test", allow_private=True)


class Internet:
    """Names and public addresses, of which all lead to one site on loopback.

    It stands in for the network alone: for what a name server says and for
    where a packet goes. ``names`` maps a host to its addresses, or to one list
    of addresses for each time it is asked; ``dialled`` holds every (address,
    port) that a connection was attempted to.
    """

    def __init__(self, site: Site, connect: Callable[..., socket.socket]) -> None:
        self.names: dict[str, list[str] | Iterator[list[str]]] = {}
        self.dialled: list[tuple[str, int]] = []
        self._site = site
        self._connect = connect

    def resolve(self, host: str, port: int, **kwargs: int) -> list[tuple]:
        """Do what ``socket.getaddrinfo`` does."""
        addresses = self.names.get(host)
        if addresses is None:
            return socket.getaddrinfo(host, port, flags=socket.AI_NUMERICHOST, **kwargs)
        if not isinstance(addresses, list):
            addresses = next(addresses)
        return [found for item in addresses for found in socket.getaddrinfo(item, port, **kwargs)]

    def create_connection(self, address: tuple[str, int], timeout: float) -> socket.socket:
        """Do what ``socket.create_connection`` does."""
        self.dialled.append(address)
        return self._connect(("127.0.0.1", self._site.port), timeout)


@pytest.fixture
def internet(site: Site, monkeypatch: pytest.MonkeyPatch) -> Internet:
    internet = Internet(site, socket.create_connection)
    monkeypatch.setattr("server.fetch.dialing.socket.create_connection", internet.create_connection)
    return internet


@pytest.fixture
def guarded(internet: Internet) -> Fetcher:
    """Return what the public has, on that internet."""
    return Fetcher(LIMITS, "Touchstone/test", resolve=internet.resolve)


@pytest.fixture
def trusted(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[tuple]]:
    """Trust the test certificate, and return a resolver that leads every name to loopback."""
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", str(CERTIFICATE))
    return lambda _host, port, **kwargs: socket.getaddrinfo("127.0.0.1", port, **kwargs)
