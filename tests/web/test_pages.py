import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse, encode_multipart

from server.app.application import create_app
from server.config import Settings
from server.core.model import Status
from server.fetch.errors import Reason
from server.scorecard import SCORECARD
from server.signals import SIGNALS
from server.store.records.migrating import migrate
from server.web import openapi

EXAMPLE = Path(__file__).parents[2] / "seeds" / "articles" / "000_8b099efbd90d4261.txt"
HTML = {"Accept": "text/html"}
PAGES = ["/", "/example", "/signals", f"/signals/{SIGNALS[0].id}", "/api", "/privacy"]
ERRORS = ["/nothing", "/signals/nothing", "/assessments/nothing", f"/assessments/{'0' * 64}"]


def soup(response: TestResponse) -> BeautifulSoup:
    assert response.mimetype == "text/html"
    return BeautifulSoup(response.text, "html.parser")


def words(tag: Tag | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text().split())


def number(text: str) -> int:
    return int(text.replace("−", "-"))


@pytest.fixture
def example(client: FlaskClient) -> BeautifulSoup:
    return soup(client.get("/example"))


# Every page


@pytest.mark.parametrize("path", PAGES + ERRORS)
def test_every_page_is_whole_and_holds_nothing_forbidden(client: FlaskClient, path: str) -> None:
    response = client.get(path, headers=HTML)
    page = soup(response)
    assert response.status_code == (404 if path in ERRORS else 200)
    assert page.html
    assert page.html["lang"] == "en"
    assert words(page.title).endswith(" – Touchstone")
    assert len(page.find_all("h1")) == 1
    assert len(page.find_all("main")) == 1
    assert page.find("meta", attrs={"name": "description"})["content"]
    assert page.find("a", class_="skip")["href"] == "#main"
    assert page.find_all(["script", "style", "iframe"]) == []
    for tag in page.find_all(True):
        assert not [name for name in tag.attrs if name == "style" or name.startswith("on")], tag
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", PAGES)
def test_pages_stay_english_as_a_whole_until_their_own_words_are_translated(
    client: FlaskClient, path: str
) -> None:
    page = client.get(path, headers=HTML | {"Accept-Language": "de"})
    assert soup(page).html["lang"] == "en"
    assert page.data == client.get(path, headers=HTML).data


def test_no_page_sets_a_cookie(client: FlaskClient) -> None:
    for path in PAGES:
        assert "Set-Cookie" not in client.get(path).headers


def test_every_link_within_the_service_leads_somewhere(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/records.db"
    migrate(url)
    client = create_app(Settings(database_url=url)).test_client()
    seen: dict[str, BeautifulSoup | None] = {}
    waiting = ["/"]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        response = client.get(path, buffered=True)
        assert response.status_code == 200, path
        seen[path] = soup(response) if response.mimetype == "text/html" else None
        waiting.extend(target.partition("#")[0] or path for target in _targets(seen[path]))
    assert len(seen) > len(SIGNALS)
    for path, page in seen.items():
        for target in _targets(page):
            other, _, fragment = target.partition("#")
            there = seen[other or path]
            assert not fragment or (there and there.find(id=fragment)), f"{path} links to {target}"


def _targets(page: BeautifulSoup | None) -> list[str]:
    tags = page.find_all(["a", "link", "img"]) if page else []
    targets = [tag.get("href") or tag.get("src") for tag in tags]
    return [target for target in targets if target.startswith(("/", "#"))]


def test_no_page_of_ours_speaks_of_lies_or_authors(client: FlaskClient) -> None:
    forbidden = re.compile(r"\b(fake|hoax|lies?|liar|false|(AI|machine)[- ]written)\b", re.IGNORECASE)
    for path in ["/", "/privacy", "/signals"]:
        assert not forbidden.search(words(soup(client.get(path)).body))


# The result


def test_the_sum_visibly_adds_up(example: BeautifulSoup) -> None:
    table = example.find("table", class_="sum")
    assert isinstance(table, Tag)
    *parts, score = [number(words(cell)) for cell in table.find_all("td")]
    assert sum(parts) == score
    assert parts[0] == SCORECARD.base
    signals = [number(words(figure)) for figure in example.select(".signal .points .figure")]
    assert SCORECARD.base + sum(signals) == score
    assert words(example.select_one(".badge-score")) == f"{score} of 100"


def test_the_level_is_told_by_words_and_shape(example: BeautifulSoup) -> None:
    badge = example.find(class_="badge")
    assert isinstance(badge, Tag)
    assert words(badge.find(class_="badge-label")) == "Few signs of sourcing"
    assert badge.select_one("svg.symbol-weak path.shape")


def test_groups_come_in_order_and_say_how_many_could_be_checked(example: BeautifulSoup) -> None:
    headings = [words(heading).split(",")[0] for heading in example.select("section.group > header > h2")]
    assert headings[:3] == ["Concerns", "Good signs", "Could not be checked"]
    assert re.search(r"\d+ of \d+ signs could be checked", words(example.find(class_="coverage")))
    shown = {tag["id"].removeprefix("signal-") for tag in example.select("article.signal")}
    assert shown == {signal.id for signal in SIGNALS}


def test_the_article_is_shown_letter_by_letter(example: BeautifulSoup) -> None:
    article = example.find(class_="read")
    assert isinstance(article, Tag)
    for note in article.select("a.note"):
        note.decompose()
    title, _, text = EXAMPLE.read_text(encoding="utf-8").partition("\n")
    assert article.h3
    assert article.h3.get_text() == title
    paragraphs = [paragraph.get_text() for paragraph in article.find_all("p")]
    assert paragraphs == text.strip().split("\n\n")


def test_quotations_and_their_places_are_linked_both_ways(example: BeautifulSoup) -> None:
    quotes = example.select("li.quote")
    assert len(quotes) == len(example.select("a.note")) > 10
    for quote in quotes:
        place = str(quote["id"]).removeprefix("quote-")
        there = example.find(id=f"place-{place}")
        back = example.select(f'a.note[href="#quote-{place}"]')
        assert there
        assert there.find_parent("mark")
        assert len(back) == 1
        assert quote.select(f'a[href="#place-{place}"]')
        card = quote.find_parent("article")
        assert card
        assert words(card.find(class_="note-number")).endswith(words(back[0]))


def test_a_result_is_not_kept_by_the_browser(client: FlaskClient) -> None:
    assert client.get("/example").headers["Cache-Control"] == "no-store"


def test_the_source_is_kept_apart_and_nothing_is_made_up_about_it(
    client: FlaskClient, article: dict[str, Any]
) -> None:
    id_ = client.post("/v1/assessments", json=article).get_json()["id"]
    page = soup(client.get(f"/assessments/{id_}"))
    source = page.find("section", attrs={"aria-labelledby": "source"})
    assert "example.org: nothing is known of this source" in words(source)


def test_a_remembered_explanation_quotes_without_the_text(
    client: FlaskClient, example: BeautifulSoup
) -> None:
    link = example.find("a", string="This explanation")
    assert isinstance(link, Tag)
    page = soup(client.get(str(link["href"])))
    assert page.select("li.quote")
    assert page.find(class_="read") is None
    assert page.select('a[href^="#place"]') == []
    assert "its text is not shown here" in words(page.main)


def test_a_forgotten_explanation_says_so(client: FlaskClient) -> None:
    response = client.get(f"/assessments/{'0' * 64}")
    assert response.status_code == 404
    assert "Nothing is lost" in words(soup(response).main)


def test_what_was_pasted_is_shown_as_text(client: FlaskClient) -> None:
    sent = {"title": "<script>alert(1)</script>", "text": "<b>bold</b> words"}
    page = soup(client.post("/check", data=sent))
    assert words(page.h1) == "<script>alert(1)</script>"
    assert page.find_all(["script", "b"]) == []


def test_an_article_that_cannot_be_scored_gets_a_reason_and_no_number(client: FlaskClient) -> None:
    response = client.post("/check", data={"title": "Short", "text": "Too short to tell."})
    page = soup(response)
    assert response.status_code == 200
    assert words(page.find(class_="badge-label")) == "Not scored"
    assert "too short" in words(page.find(class_="plain"))
    assert page.find(class_="sum") is None
    assert not re.search(r"\d+ of 100", words(page.main))


def test_a_paste_is_the_same_article_as_through_the_api(client: FlaskClient, article: dict[str, Any]) -> None:
    sent = {"title": article["title"], "text": article["text"]}
    by_form = {**sent, "text": sent["text"].replace("\n", "\r\n")}  # what browsers make of line ends
    id_ = client.post("/v1/assessments", json=sent).get_json()["id"]
    assert id_ in client.post("/check", data=by_form).text


# The forms


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"url": ""}, "url"),
        ({"url": "no address"}, "url"),
        ({"title": "A headline", "text": " "}, "text"),
        ({"title": "a" * 1001, "text": "Kept."}, "title"),
    ],
)
def test_a_fault_is_named_at_its_field_and_nothing_typed_is_lost(
    client: FlaskClient, sent: dict[str, str], field: str
) -> None:
    response = client.post("/check", data=sent)
    page = soup(response)
    assert response.status_code == 422
    entry = page.find(id=field)
    assert isinstance(entry, Tag)
    assert entry["aria-invalid"] == "true"
    described = [page.find(id=id_) for id_ in entry["aria-describedby"].split()]
    assert all(described)
    assert words(described[0]).endswith(words(page.select_one(f'.faults a[href="#{field}"]')))
    for name, value in sent.items():
        kept = page.find(id=name)
        assert isinstance(kept, Tag)
        assert (kept.get("value") or kept.get_text()).strip() == value.strip()


@pytest.mark.parametrize(("text", "status"), [("é" * 500_000, 200), ("e" * 500_001, 422)])
def test_text_as_long_as_the_api_takes_can_be_pasted(client: FlaskClient, text: str, status: int) -> None:
    boundary, body = encode_multipart({"title": "", "text": text})
    kind = f"multipart/form-data; boundary={boundary}"
    response = client.post("/check", data=body, content_type=kind)
    assert response.status_code == status
    assert ("too long" in response.text) == (status == 422)


def test_more_than_the_service_accepts_gets_a_page_too(client: FlaskClient) -> None:
    response = client.post("/check", data={"title": "", "text": "a" * 2_000_000}, headers=HTML)
    assert response.status_code == 413
    assert words(soup(response).h1) == "That was too much at once"


def test_other_methods_get_a_page_too(client: FlaskClient) -> None:
    response = client.post("/example", headers=HTML)
    assert response.status_code == 405
    assert soup(response).h1


def test_reloading_a_result_leads_back_to_the_form(client: FlaskClient) -> None:
    response = client.get("/check")
    assert (response.status_code, response.location) == (303, "/")


# Pages by their address


@pytest.fixture
def site() -> Iterator[str]:
    """A web site on this machine: ``/story`` is an article, ``/menu`` is none, the rest is missing."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        title, _, text = EXAMPLE.read_text(encoding="utf-8").partition("\n")
        paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in text.strip().split("\n\n"))
        bodies = {"/story": f"<article><h1>{title}</h1>{paragraphs}</article>", "/menu": "<p>Home</p>"}
        body = f"<!doctype html><html lang=en><title>{title}</title><body>{bodies.get(self.path, '')}"
        self.send_response(200 if self.path in bodies else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def neighbour() -> FlaskClient:
    """A service that may look at pages on this machine."""
    return create_app(Settings(fetch_allow_private=True)).test_client()


def test_a_page_is_fetched_and_explained(neighbour: FlaskClient, site: str) -> None:
    response = neighbour.post("/check", data={"url": f"{site}/story"})
    page = soup(response)
    assert response.status_code == 200
    assert words(page.find(class_="kicker")) == "A page of 127.0.0.1"
    assert page.select(".read mark")


@pytest.mark.parametrize(("path", "said"), [("/menu", "no article"), ("/gone", "did not give us the page")])
def test_a_page_without_an_article_is_refused_kindly(
    neighbour: FlaskClient, site: str, path: str, said: str
) -> None:
    response = neighbour.post("/check", data={"url": f"{site}{path}"})
    page = soup(response)
    assert response.status_code == 422
    assert words(page.h1) == "The page could not be read"
    assert said in words(page.main)
    assert page.find(id="url")["value"] == f"{site}{path}"


def test_private_networks_are_not_looked_into(client: FlaskClient, site: str) -> None:
    response = client.post("/check", data={"url": f"{site}/story"})
    assert response.status_code == 422
    assert "private network" in words(soup(response).main)


# The register and the API


def test_the_register_lists_every_signal_with_its_points(client: FlaskClient) -> None:
    page = soup(client.get("/signals"))
    rows = {str(row.a["href"]).rpartition("/")[2]: words(row) for row in page.select(".register li")}
    assert rows.keys() == {signal.id for signal in SIGNALS}
    for id_, weight in SCORECARD.weights.items():
        assert (f"costs up to {weight.concern}" in rows[id_]) == bool(weight.concern)
        assert (f"earns up to {weight.merit}" in rows[id_]) == bool(weight.merit)


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.id)
def test_a_signal_page_shows_docstring_and_reasons(client: FlaskClient, signal: Any) -> None:
    page = soup(client.get(f"/signals/{signal.id}"))
    assert [words(heading) for heading in page.find_all("h2")] == [
        "What it looks at",
        "Why it matters",
        "What it cannot tell",
        "How it can be gamed",
        "References",
    ]
    weight = SCORECARD.weights.get(signal.id)
    assert weight is None or weight.because in words(page.find(class_="facts"))


def test_the_reference_shows_every_operation_and_schema(client: FlaskClient) -> None:
    page = soup(client.get("/api"))
    document = openapi.document()
    described = [f"{method.upper()} {path}" for path, item in document["paths"].items() for method in item]
    schemas = document["components"]["schemas"]
    assert [words(heading) for heading in page.select(".operation h2")] == described
    assert [words(heading) for heading in page.select(".schema > h3")] == list(schemas)
    assert page.select(".sample pre")


def test_crawlers_are_kept_from_explanations(client: FlaskClient) -> None:
    response = client.get("/robots.txt", buffered=True)
    assert response.mimetype == "text/plain"
    assert "Disallow: /assessments/" in response.text
    page = soup(client.get("/example"))
    assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"


def test_every_key_has_words(app: Flask) -> None:
    said = app.jinja_env.get_template("_words.html").module
    assert {str(reason) for reason in Reason} <= said.failures.keys()
    assert {str(status) for status in Status} == said.groups.keys()
    assert SCORECARD.caps.keys() | {None} == said.register_groups.keys()
