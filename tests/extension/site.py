"""Pages on loopback under names that look real, and who asked for what."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from urllib.parse import urlsplit

SEEDS = Path(__file__).parents[2] / "seeds" / "articles"
SEED = SEEDS / "000_8b099efbd90d4261.txt"

BRIDGE = (
    "The council said on Monday that the old bridge would be closed for a week while cables are replaced. "
    "“We have to do this before winter,” said Ann Reed, the city's chief engineer. Buses will run every ten "
    "minutes, according to a plan that the council published on its website."
)


def page(title: str, paragraphs: list[str], extra: str = "") -> str:
    """Return a page as news sites make them: menu, article, footer."""
    text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head><body>"
        '<nav><a href="/">Home</a> <a href="/world">World</a></nav>'
        f"<main><article><h1>{escape(title)}</h1>{text}</article></main>{extra}"
        f"<footer>All rights reserved.</footer></body></html>"
    )


def seed_page(extra: str = "") -> str:
    """Return the user's own document as a page."""
    title, *paragraphs = SEED.read_text(encoding="utf-8").strip().split("\n\n")
    return page(title, paragraphs, extra)


def bridge_page(number: int, extra: str = "") -> str:
    """Return an article that is well sourced; every ``number`` gives another one."""
    paragraphs = [f"{BRIDGE} Line {number} of the tram is not affected, the council said."] * 1
    paragraphs += [f"In part {part} of the plan for line {number}, {BRIDGE}" for part in range(1, 6)]
    return page(f"Bridge near line {number} closes for a week", paragraphs, extra)


# In-page navigation as single-page sites do it: the address changes at once, the words a moment later.
MOVING = """<script>
  async function go(path, delay) {
    history.pushState({}, "", path);
    const html = await (await fetch(path)).text();
    await new Promise((done) => setTimeout(done, delay));
    const next = new DOMParser().parseFromString(html, "text/html");
    document.title = next.title;
    document.querySelector("main").replaceWith(next.querySelector("main"));
  }
</script>"""


@dataclass
class Site:
    """The server; ``pages`` maps paths to HTML, changed at any time. ``/late`` waits for ``release``."""

    pages: dict[str, str] = field(default_factory=dict)
    release: Event = field(default_factory=Event)

    def __enter__(self) -> Site:
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = urlsplit(self.path).path
                if path == "/late":
                    site.release.wait()
                html = site.pages.get(path)
                self.send_response(404 if html is None else 200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write((html or "").encode())

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release.set()
        self._server.shutdown()
        self._server.server_close()

    def url(self, path: str, host: str = "news.example") -> str:
        """Return the address of ``path`` under a host name that the browsers take for ours."""
        return f"http://{host}:{self._server.server_address[1]}{path}"
