"""A publisher's site on loopback that remembers who asked for what, and when."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from server.fetch import Fetcher, FetchLimits, resolver

LIMITS = FetchLimits(timeout_seconds=30, max_bytes=1_000_000, max_redirects=5)
PARAGRAPH = (
    "The council said on Monday that bridge {} would be closed for a week while cables are replaced. "
    "“We have to do this before winter,” said Ann Reed, the city's chief engineer. Buses will run every ten "
    "minutes, according to a plan that the council published on its website. "
)


@dataclass(frozen=True, slots=True)
class Visit:
    """One request: for what, by whom, and from when to when it was answered."""

    host: str
    path: str
    agent: str
    began: float
    ended: float


Answer = tuple[int, dict[str, str], bytes]


class NewsSite:
    """Answers from ``pages``; anything else is status 404.

    A page is an answer, or a function that makes one when it is asked for.
    """

    def __init__(self) -> None:
        self.pages: dict[str, Answer | Callable[[], Answer]] = {}
        self.visits: list[Visit] = []
        self.most_at_once = 0
        self.port = 0
        self._at_once = 0
        self._guard = threading.Lock()

    @property
    def names(self) -> str:
        """The setting FETCH_RESOLVE that leads every name under .example here."""
        return f"*.example=127.0.0.1:{self.port}"

    @property
    def paths(self) -> list[str]:
        return [visit.path for visit in self.visits]

    def fetcher(self, agent: str = "Touchstone/test", limits: FetchLimits = LIMITS) -> Fetcher:
        return Fetcher(limits, agent, allow_private=True, resolve=resolver(self.names))

    def put(
        self, path: str, body: str | bytes, kind: str = "text/html; charset=utf-8", status: int = 200
    ) -> None:
        body = body.encode() if isinstance(body, str) else body
        self.pages[path] = (status, {"Content-Type": kind}, body)

    def redirect(self, path: str, target: str) -> None:
        self.pages[path] = (302, {"Location": target}, b"")

    def robots(self, *lines: str) -> None:
        self.put("/robots.txt", "\n".join(lines), "text/plain")

    def article(self, path: str) -> str:
        """Put an article there, long enough to be scored, and return its path."""
        text = "".join(f"<p>{PARAGRAPH.format(f'{path} {number}')}</p>" for number in range(6))
        self.put(
            path, f"<html lang=en><body><article><h1>Bridge closes {path}</h1>{text}</article></body></html>"
        )
        return path

    def front(self, *paths: str, head: str = "") -> None:
        links = "".join(f'<p><a href="{path}">story</a>' for path in paths)
        self.put("/", f"<html><head>{head}</head><body>{links}</body></html>")

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        began = time.monotonic()
        with self._guard:
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        page = self.pages.get(handler.path, (404, {"Content-Type": "text/plain"}, b"nothing"))
        status, headers, body = page() if callable(page) else page
        with self._guard:
            # Before the last byte goes out, since the next request may come as soon as that is there.
            self._at_once -= 1
            agent, host = handler.headers["User-Agent"], handler.headers["Host"]
            self.visits.append(Visit(host, handler.path, agent, began, time.monotonic()))
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)


def rss(*items: tuple[str, object]) -> str:
    """Return a feed of addresses with their dates, or without where that is ``None``."""
    inner = "".join(
        f"<item><title>t</title><link>{url}</link>"
        + (f"<pubDate>{format_datetime(date)}</pubDate>" if date else "")
        + "</item>"
        for url, date in items
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>n</title>{inner}</channel></rss>'


def atom(*items: tuple[str, str]) -> str:
    inner = "".join(
        f'<entry><title>t</title><link href="{url}"/><updated>{date}</updated></entry>' for url, date in items
    )
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{inner}</feed>'


def sitemap(*items: tuple[str, str | None], kind: str = "url") -> str:
    inner = "".join(
        f"<{kind}><loc>{url}</loc>{f'<lastmod>{date}</lastmod>' if date else ''}</{kind}>"
        for url, date in items
    )
    whole = "urlset" if kind == "url" else "sitemapindex"
    return (
        f'<?xml version="1.0"?><{whole} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{inner}</{whole}>'
    )


@contextmanager
def running_site(site: NewsSite | None = None) -> Iterator[NewsSite]:
    site = site or NewsSite()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.answer(self)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Say nothing: clients that have had enough hang up."""

    with Server(("127.0.0.1", 0), Handler) as server:
        site.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
