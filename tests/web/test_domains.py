"""What is known of domains: over HTTP, as pages, and beside every assessment."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from server.app.application import create_app
from server.config import Settings
from server.store.records.database import Database
from server.store.records.lists import DomainList, Entry, Lists
from server.store.records.migrating import migrate
from server.web import domain_schemas, source_schemas
from tests.domain_records import Filler, fill_example

DOCUMENT = (Path(__file__).parents[2] / "docs" / "wire-format.md").read_text(encoding="utf-8")
NOW = datetime(2026, 11, 25, tzinfo=UTC)


@pytest.fixture
def url(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path}/records.db"
    migrate(address)
    return address


@pytest.fixture
def filler(url: str) -> Filler:
    return Filler(url)


@pytest.fixture
def full(url: str) -> None:
    """Everything there may be of example.org."""
    fill_example(url)
    about = DomainList(
        id="one", name="One", source="https://one.example", licence="CC0", as_of=date(2026, 1, 2)
    )
    entries = [
        Entry(host="example.org", domain="example.org", category="rumor", score=0.2),
        Entry(host="de.example.org", domain="example.org", category="", score=None),
    ]
    Lists(Database(url)).replace(about, entries, NOW, "test")


@pytest.fixture
def app(url: str) -> Flask:
    return create_app(Settings(database_url=url))


def words(response: TestResponse) -> str:
    return " ".join(BeautifulSoup(response.text, "lxml").get_text(" ").split())


@pytest.mark.usefixtures("full")
def test_everything_is_told_and_nobody_is_named(client: FlaskClient) -> None:
    response = client.get("/v1/domains/example.org")
    assert response.status_code == 200
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    told = response.json
    assert domain_schemas.DomainRecord.model_validate(told).model_dump(mode="json") == told
    record = told["record"]
    assert (record["verified"], record["scored"], record["weak"]) == (32, 28, 18)
    assert record["shares"]["weak"] == {"share": 0.6429, "interval": [0.4583, 0.7929]}
    assert [one["id"] for one in record["signals"]] == [
        "vague_attribution",
        "missing_citations",
        "missing_byline",
    ]
    assert record["months"][0]["month"] == "2026-03"
    assert told["decision"]["outcome"] == "concern_confirmed"
    assert told["decision"]["made"] == "2026-03-03T12:00:00Z"
    assert (told["reports"], told["page"]) == (7, "/domains/example.org")
    assert "secret-name" not in response.text + client.get("/domains/example.org").text


@pytest.mark.usefixtures("full")
def test_an_etag_spares_who_has_it_already(client: FlaskClient, filler: Filler) -> None:
    etag = client.get("/v1/domains/example.org").headers["ETag"]
    asked = {"If-None-Match": etag}
    assert client.get("/v1/domains/example.org", headers=asked).status_code == 304
    filler.reply("example.org", "One more.")
    assert client.get("/v1/domains/example.org", headers=asked).status_code == 200


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("written", ["EXAMPLE.org", "www.example.org", "de.example.org."])
def test_a_part_is_answered_as_the_whole(client: FlaskClient, written: str) -> None:
    assert client.get(f"/v1/domains/{written}").json["domain"] == "example.org"
    assert client.get(f"/domains/{written}").headers["Location"] == "/domains/example.org"


def test_letters_of_any_language_are_taken(client: FlaskClient, filler: Filler) -> None:
    filler.articles("xn--bcher-kva.example", [50])
    assert client.get("/v1/domains/bücher.example").json["domain"] == "xn--bcher-kva.example"


def test_nothing_known_is_no_mark(client: FlaskClient, filler: Filler) -> None:
    filler.reports("example.org", 10_000)
    response = client.get("/v1/domains/example.org")
    assert (response.status_code, response.content_type) == (404, "application/problem+json")
    page = client.get("/domains/example.org")
    assert page.status_code == 404
    assert "That says nothing about it" in words(page)


@pytest.mark.parametrize("written", ["co.uk", "192.0.2.7", "localhost", "no%20domain", "a" * 300])
def test_what_is_no_domain_is_refused(client: FlaskClient, written: str) -> None:
    response = client.get(f"/v1/domains/{written}")
    assert (response.status_code, response.content_type) == (422, "application/problem+json")
    assert client.get(f"/domains/{written}").status_code == 422


def test_few_articles_have_counts_and_no_shares(client: FlaskClient, filler: Filler) -> None:
    filler.articles("few.example", [10, 20, 90, 50, None])
    record = client.get("/v1/domains/few.example").json["record"]
    assert (record["scored"], record["shares"]) == (4, None)
    page = words(client.get("/domains/few.example"))
    assert "5 articles were verified here, 4 of them with a score. That is too few" in page
    assert "too early for shares" in page
    assert "%" not in page


def test_words_are_in_the_readers_language(client: FlaskClient, filler: Filler) -> None:
    filler.decisions("example.org", "watch", "not_news")
    german = client.get("/v1/domains/example.org", headers={"Accept-Language": "de"})
    assert german.headers["Content-Language"] == "de"
    assert german.json["decision"]["label"] == "Keine Nachrichten"


def test_an_outcome_without_words_goes_by_its_name(client: FlaskClient, filler: Filler) -> None:
    filler.decisions("example.org", "under_appeal")
    decision = client.get("/v1/domains/example.org").json["decision"]
    assert (decision["label"], decision["summary"]) == ("Under appeal", "")


@pytest.mark.usefixtures("full")
def test_the_page_shows_everything(client: FlaskClient) -> None:
    page = words(client.get("/domains/example.org"))
    for part in (
        "Of 28 verified articles with a score, 18 (64 %) show few signs of sourcing.",
        "Kept apart on purpose: nothing on this page enters the score of an article.",
        "Concern confirmed , decided on 3 March 2026 by a moderator of this service. It takes the place",
        "Read ten articles, reason 2.",
        "To be looked at again on 1 January 2027.",
        "We have published a corrections policy since.",
        "example.org: “rumor”, score 0.2 in One , as of 2 January 2026 https://one.example · CC0",
        "de.example.org: named in One , as of 2 January 2026",
        "Readers sent 7 reports",
        "How an article gets here",
        "What this page cannot tell",
    ):
        assert part in page, part


@pytest.mark.usefixtures("full")
def test_each_chart_is_a_table_too(client: FlaskClient) -> None:
    page = BeautifulSoup(client.get("/domains/example.org").text, "lxml")
    charts = page.find_all("figure", class_="chart")
    assert len(charts) == 3
    for chart in charts:
        assert chart.find("svg", class_=["bar", "timeline", "pair-bar"])
        assert chart.select("details table tbody tr")
    cells = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in charts[1].select("tbody tr")]
    assert cells[0] == ["March 2026", "43.8", "6"]
    assert len(charts[1].find_all("circle")) == len(cells) == 6


def test_what_others_wrote_is_text_and_never_markup(client: FlaskClient, filler: Filler) -> None:
    filler.articles("example.org", [50] * 6)
    filler.reply("example.org", "<script>alert(1)</script>")
    filler.decisions("example.org", "cleared", reason="<b>bold</b>")
    page = BeautifulSoup(client.get("/domains/example.org").text, "lxml")
    assert page.find("script") is None
    assert page.find("b") is None
    assert "<script>alert(1)</script>" in page.get_text()


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("example.org", "/domains/example.org"),
        (" WWW.Example.org ", "/domains/example.org"),
        ("https://www.example.org:8443/story?x=1", "/domains/example.org"),
        ("https://example.org?from=feed", "/domains/example.org"),
        ("example.org/story", "/domains/example.org"),
        ("bücher.example", "/domains/xn--bcher-kva.example"),
    ],
)
def test_a_domain_is_found_by_what_readers_type(client: FlaskClient, typed: str, place: str) -> None:
    response = client.get("/domains", query_string={"domain": typed})
    assert (response.status_code, response.headers["Location"]) == (303, place)


def test_the_form_says_what_is_wrong(client: FlaskClient) -> None:
    assert client.get("/domains").status_code == client.get("/domains?domain=+").status_code == 200
    wrong = client.get("/domains", query_string={"domain": 'no "domain"'})
    assert wrong.status_code == 422
    field = BeautifulSoup(wrong.text, "lxml").find(id="domain")
    assert (field["value"], field["aria-invalid"]) == ('no "domain"', "true")
    assert client.get("/domains", query_string={"domain": "http://[/"}).status_code == 422


@pytest.mark.usefixtures("full")
def test_every_way_to_an_assessment_carries_the_source_and_the_same_score(
    client: FlaskClient, article: dict[str, Any], tmp_path: Path
) -> None:
    posted = client.post("/v1/assessments", json=article).json
    again = client.get(f"/v1/assessments/{posted['id']}").json
    looked_up = client.post("/v1/lookups", json={"prefixes": [""]}).json["assessments"][""][0]
    source = posted["source"]
    assert source == again["source"] == looked_up["source"]
    assert source_schemas.Source.model_validate(source).model_dump(mode="json") == source
    assert source["record"]["weak_share"] == 0.6429
    assert [one["domain"] for one in source["listed"]] == ["example.org"]
    assert (source["decision"]["label"], source["replies"]) == ("Concern confirmed", 1)
    assert source["page"] == "/domains/example.org"
    plain = create_app(Settings(database_url=f"sqlite:///{tmp_path}/other.db")).test_client()
    bare = plain.post("/v1/assessments", json=article).json
    assert bare | {"source": source} == posted
    page = words(client.get(f"/assessments/{posted['id']}"))
    assert "Concern confirmed , decided on 3 March 2026 by a moderator of this service." in page
    assert "example.org: “rumor”, score 0.2 in One , as of 2 January 2026" in page


def test_without_a_database_only_the_record_is_missing(article: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "var").write_text("in the folder's way")
    client = create_app(Settings(database_url=f"sqlite:///{tmp_path}/var/records.db")).test_client()
    source = client.post("/v1/assessments", json=article).json["source"]
    assert source == {
        "domain": "example.org", "listed": [], "record": None, "decision": None, "replies": 0, "page": None,
    }  # fmt: skip
    response = client.get("/v1/domains/example.org")
    assert (response.status_code, response.content_type) == (503, "application/problem+json")
    page = client.get("/domains/example.org", headers={"Accept": "text/html"})
    assert (page.status_code, page.mimetype) == (503, "text/html")


def test_the_document_names_every_field_of_a_domain() -> None:
    section = DOCUMENT.partition("\n## Domains\n")[2].partition("\n## ")[0]
    rows = {
        name
        for row in re.findall(r"^\| (`.*?`) \|", section, re.MULTILINE)
        for name in re.findall(r"\w+", row)
    }
    assert rows == set(domain_schemas.DomainRecord.model_fields) | set(domain_schemas.Verified.model_fields)
