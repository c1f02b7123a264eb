"""Three publishers on loopback: each with front page, feed, robots.txt, 30 articles, and files on demand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Semaphore, Thread
from urllib.parse import urlsplit

from tests.day.articles import Story, sourced, weak
from tests.news_site import rss

THUNDER, COURIER, LAKESIDE = "thunder.example", "courier.example", "lakeside.example"
PAGES = 30  # of each
WEAK = 24  # of thunder.example: every fifth of its articles is somebody else's report
_LAST = datetime(2026, 11, 20, tzinfo=UTC)
_ROBOTS = "User-agent: *\nDisallow: /staff\n"


@dataclass
class Publishers:
    """``stories`` are by host; ``files`` by host and path. Every name under .example leads here."""

    stories: dict[str, list[Story]]
    files: dict[tuple[str, str], str] = field(default_factory=dict)
    port: int = 0
    _turns: Semaphore | None = None

    def url(self, host: str, number: int) -> str:
        """Return the address of an article as readers have it."""
        return f"http://{host}{self.stories[host][number].path}"

    def hold_after(self, articles: int) -> None:
        """Give out so many articles more, and let who asks for another wait."""
        self._turns = Semaphore(articles)

    def let_go(self) -> None:
        """Give out everything again."""
        turns, self._turns = self._turns, None
        if turns:
            turns.release(10 * PAGES)

    def answer(self, host: str, path: str) -> tuple[str, str] | None:
        """Return media type and text of what is there, once it is to be had."""
        if (host, path) in self.files:
            return "text/plain", self.files[host, path]
        stories = {story.path: story for story in self.stories.get(host, ())}
        if path in stories:
            if turns := self._turns:
                turns.acquire()
            return "text/html; charset=utf-8", stories[path].page()
        made = {
            "/robots.txt": ("text/plain", _ROBOTS),
            "/feed.xml": ("application/rss+xml", self._feed(host)),
        }
        made["/"] = ("text/html; charset=utf-8", self._front(host))
        return made.get(path) if stories else None

    def _front(self, host: str) -> str:
        links = "".join(
            f'<h2><a href="{one.path}">{one.title}</a></h2>' for one in self.stories.get(host, ())
        )
        head = f'<title>{host}</title><link rel="alternate" type="application/rss+xml" href="/feed.xml">'
        return f"<!doctype html><html lang=en><head>{head}</head><body>{links}</body></html>"

    def _feed(self, host: str) -> str:
        stories = enumerate(self.stories.get(host, ()))
        return rss(*((self.url(host, number), _LAST - timedelta(days=number)) for number, _ in stories))


@contextmanager
def publishing() -> Iterator[Publishers]:
    """Serve them until the end of the block."""
    thunder = [sourced(2 * PAGES + number) if number % 5 == 4 else weak(number) for number in range(PAGES)]
    publishers = Publishers(
        {
            THUNDER: thunder,
            COURIER: [sourced(PAGES + number) for number in range(PAGES)],
            LAKESIDE: [sourced(number) for number in range(PAGES)],
        }
    )

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = self.headers["Host"].partition(":")[0]
            answer = publishers.answer(host, urlsplit(self.path).path)
            kind, text = answer or ("text/plain", "nothing")
            body = text.encode()
            self.send_response(200 if answer else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Say nothing: clients that have had enough hang up."""

    with Server(("127.0.0.1", 0), Handler) as server:
        publishers.port = server.server_address[1]
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield publishers
        finally:
            publishers.let_go()
            server.shutdown()
            thread.join()
