"""News sites on loopback: pages by host and path, each asked for over a real connection."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

RESOLVE = "*.example=127.0.0.1"
SENTENCES = (
    "The {0} council said on Monday that the {1} bridge would be closed while its cables are replaced.",
    "“We have to do this before winter,” said Ann {0}, the chief engineer of {1}.",
    "Buses will run every ten minutes, according to a plan that the council of {1} published on its website.",
    "About 3,400 people cross it on foot each day, a count by the {0} office showed in {1} last year.",
)


def text(name: str, paragraphs: int = 4) -> str:
    """Return an article that nobody else has, long enough to be scored."""
    return "\n\n".join(
        " ".join(sentence.format(f"{name}{number}", f"{name.title()}{number}ville") for sentence in SENTENCES)
        for number in range(paragraphs)
    )


def page(name: str, head: str = "", around: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in text(name).split("\n\n"))
    return (
        f"<html lang=en><head><title>Bridge of {name} closes</title>{head}</head>"
        f"<body><article><h1>Bridge of {name} closes</h1>{body}{around}</article></body></html>"
    )


@dataclass
class NewsSites:
    """``pages`` maps host and path to HTML, or to where it redirects. ``asked`` is what was asked for."""

    port: int = 0
    pages: dict[tuple[str, str], str] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)

    def put(self, host: str, path: str, answer: str) -> str:
        """Answer ``path`` on ``host`` with a page, or a redirect to an address; return its own address."""
        self.pages[host, path] = answer
        return self.url(host, path)

    def url(self, host: str, path: str) -> str:
        return f"http://{host}:{self.port}{path}"


@contextmanager
def running() -> Iterator[NewsSites]:
    sites = NewsSites()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = self.headers["Host"].partition(":")[0]
            sites.asked.append((host, self.path))
            answer = sites.pages.get((host, self.path))
            if answer is not None and answer.startswith("http"):
                self.send_response(302)
                self.send_header("Location", answer)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            body = (answer or "<p>Nothing here.</p>").encode()
            self.send_response(404 if answer is None else 200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        sites.port = server.server_address[1]
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield sites
        finally:
            server.shutdown()
            thread.join()
