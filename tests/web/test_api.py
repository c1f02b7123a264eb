"""The API, asked in this process."""

import json
from typing import Any

import jsonschema
import pytest
from flask.testing import FlaskClient
from lxml import etree

from server.core.identity import content_id
from server.core.model import Level
from server.texts.render import TextsRegistry
from server.web import badge, openapi, present, schemas
from server.web.schemas import AssessmentRequest

SVG = "{http://www.w3.org/2000/svg}"
Article = dict[str, Any]


def conforms(value: object, schema: str) -> None:
    document = openapi.document()
    whole = {"$ref": f"#/components/schemas/{schema}", "components": document["components"]}
    jsonschema.Draft202012Validator(whole).validate(value)


def problem(response: Any, status: int) -> dict[str, Any]:
    assert response.status_code == status
    assert response.content_type == "application/problem+json"
    conforms(response.json, "Problem")
    assert response.json["status"] == status
    found: dict[str, Any] = response.json
    return found


def test_an_article_is_assessed(client: FlaskClient, article: Article) -> None:
    response = client.post("/v1/assessments", json=article)
    assert response.status_code == 200
    found = response.json
    conforms(found, "Assessment")
    assert found["id"] == content_id(AssessmentRequest.model_validate(article).to_article())
    assert found["badge"]["score"] == found["base"] + sum(signal["points"] for signal in found["signals"])
    assert found["source"]["domain"] == "example.org"
    assert response.headers["Cache-Control"] == "no-store"


def test_evidence_stands_where_it_says(client: FlaskClient, article: Article) -> None:
    article["text"] = article["text"].replace("bridge", "bridge 🌉 cafe\u0301")
    found = client.post("/v1/assessments", json=article).json
    quoted = [evidence for signal in found["signals"] for evidence in signal["evidence"]]
    assert quoted
    for evidence in quoted:
        source = article[evidence["target"]]
        assert source[evidence["start"] : evidence["end"]] == evidence["exact"]
        assert source[: evidence["start"]].endswith(evidence["prefix"])
        assert source[evidence["end"] :].startswith(evidence["suffix"])


def test_the_same_article_is_known_the_second_time(client: FlaskClient, article: Article) -> None:
    first = client.post("/v1/assessments", json=article).json
    second = client.post("/v1/assessments", json=article).json
    assert (first.pop("cached"), second.pop("cached")) == (False, True)
    assert first == second


def test_another_path_on_the_same_site_is_the_same_article(client: FlaskClient, article: Article) -> None:
    first = client.post("/v1/assessments", json=article).json
    second = client.post("/v1/assessments", json=article | {"url": "http://example.org/other"}).json
    assert (second["id"], second["cached"]) == (first["id"], True)


def test_not_known_and_none_there_are_different_articles(client: FlaskClient, article: Article) -> None:
    unknown = client.post("/v1/assessments", json=article | {"links": None}).json
    empty = client.post("/v1/assessments", json=article | {"links": []}).json
    assert unknown["id"] != empty["id"]


@pytest.mark.parametrize("text", ["", "   \n ", "Too few words."])
def test_what_cannot_be_scored_is_no_error(client: FlaskClient, text: str) -> None:
    found = client.post("/v1/assessments", json={"title": "", "text": text}).json
    conforms(found, "Assessment")
    assert (found["badge"]["level"], found["badge"]["score"], found["signals"]) == ("unscored", None, [])
    assert found["unscored_reason"] in {"no_article", "too_short"}


def test_an_assessment_is_found_again_by_its_id(client: FlaskClient, article: Article) -> None:
    posted = client.post("/v1/assessments", json=article).json
    response = client.get(f"/v1/assessments/{posted['id']}")
    assert response.json == posted | {"cached": True}
    again = client.get(f"/v1/assessments/{posted['id']}", headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    "wanted", ["0" * 64, "0" * 63, "A" * 64, "x", "%00", "../healthz", "2026.1:" + "0" * 64]
)
@pytest.mark.parametrize("route", ["/v1/assessments/{}", "/badge/{}.svg"])
def test_what_is_not_known_is_not_found(client: FlaskClient, route: str, wanted: str) -> None:
    problem(client.get(route.format(wanted)), 404)


def test_the_register(client: FlaskClient) -> None:
    response = client.get("/v1/signals")
    conforms(response.json, "Register")
    assert len({signal["id"] for signal in response.json["signals"]}) == len(response.json["signals"]) > 0
    assert response.headers["Cache-Control"] == "public, max-age=3600"


def test_the_badge_is_a_picture_that_says_itself(client: FlaskClient, article: Article) -> None:
    posted = client.post("/v1/assessments", json=article).json
    response = client.get(f"/badge/{posted['id']}.svg")
    assert response.content_type == "image/svg+xml; charset=utf-8"
    assert response.headers["Cache-Control"] == "public, max-age=3600"
    picture = etree.fromstring(response.data)
    title, text = picture.find(f"{SVG}title"), picture.find(f"{SVG}text")
    assert title is not None
    assert text is not None
    assert title.text == f"{posted['badge']['label']} · {posted['badge']['score']}/100"
    assert text.text == f"{posted['badge']['symbol']} {title.text}"
    assert picture.get("role") == "img"
    assert title.get("id") in (picture.get("aria-labelledby") or "").split()
    assert posted["badge"]["color"] in response.text


@pytest.mark.parametrize("level", Level)
def test_every_badge_is_well_formed(level: Level) -> None:
    words = TextsRegistry.load().get("en").level(level)
    drawn = badge.svg(
        schemas.Badge(
            level=level,
            score=None,
            label=f'<&"{words.title}',
            summary=words.summary,
            color=present.COLORS[level],
            symbol=present.SYMBOLS[level],
        )
    )
    title = etree.fromstring(drawn).find(f"{SVG}title")
    assert title is not None
    assert title.text == f'<&"{words.title}'


def test_what_is_wrong_with_the_fields_is_said_by_path(client: FlaskClient, article: Article) -> None:
    article |= {"links": [{"href": "https://a.example"}, {"href": 5}], "url": "gopher://x"}
    found = problem(client.post("/v1/assessments", json=article), 400)
    assert [error["field"] for error in found["errors"]] == ["url", "links.1.href"]


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"{}}", b'{"title": "a" "text": ""}', b'{"title": NaN, "text": ""}', b'{"n": -Infinity}',
        b"\xff\xfe", b"\xef\xbb\xbf{}", '{"title":"","text":""}'.encode("utf-16"), b"[" * 100_000,
        b'{"a":' * 100_000, b'{"n": ' + b"9" * 5_000 + b"}", b'{"title": "\x00"}', b"'single'",
    ],
    ids=lambda body: repr(body[:12]),
)  # fmt: skip
def test_what_is_not_json_is_refused(client: FlaskClient, body: bytes) -> None:
    found = problem(client.post("/v1/assessments", data=body, content_type="application/json"), 400)
    assert found["detail"].startswith("The body is not JSON: ")
    assert found["errors"] == []


@pytest.mark.parametrize("body", [b"[]", b"null", b'"text"', b"5", b"1e999", b"true"])
def test_json_that_is_no_object_is_refused(client: FlaskClient, body: bytes) -> None:
    found = problem(client.post("/v1/assessments", data=body, content_type="application/json"), 400)
    assert found["errors"] == [{"field": "", "message": "must be an object"}]


def test_surrogates_in_escapes_are_refused_by_path_and_pairs_accepted(client: FlaskClient) -> None:
    def post(title: str) -> Any:
        body = f'{{"title": "{title}", "text": ""}}'
        return client.post("/v1/assessments", data=body, content_type="application/json")

    assert problem(post("\\ud83d"), 400)["errors"][0]["field"] == "title"
    assert problem(post("\\u0000"), 400)["errors"][0]["field"] == "title"
    assert post("\\ud83d\\ude00").status_code == 200


def test_of_two_fields_of_one_name_the_last_counts(client: FlaskClient) -> None:
    body = '{"title": 5, "text": "", "title": "a"}'
    assert client.post("/v1/assessments", data=body, content_type="application/json").status_code == 200


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "", "application/jsonp"]
)
def test_only_json_is_accepted(client: FlaskClient, content_type: str) -> None:
    problem(client.post("/v1/assessments", data=b"{}", content_type=content_type), 415)


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", "Application/JSON"])
def test_json_may_be_declared_in_any_way(client: FlaskClient, article: Article, content_type: str) -> None:
    sent = json.dumps(article)
    assert client.post("/v1/assessments", data=sent, content_type=content_type).status_code == 200


def test_a_body_beyond_the_limit_is_refused(client: FlaskClient) -> None:
    body = json.dumps({"title": "", "text": "x" * 1024 * 1024})
    problem(client.post("/v1/assessments", data=body, content_type="application/json"), 413)


def test_a_body_up_to_the_limit_is_read(client: FlaskClient) -> None:
    body = b'{"title": "", "text": ""}'.ljust(1024 * 1024)
    assert client.post("/v1/assessments", data=body, content_type="application/json").status_code == 200
    problem(client.post("/v1/assessments", data=body + b" ", content_type="application/json"), 413)


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/v1/assessments", "OPTIONS, POST"),
        ("PUT", "/v1/assessments", "OPTIONS, POST"),
        ("DELETE", "/v1/assessments/" + "0" * 64, "GET, HEAD, OPTIONS"),
        ("POST", "/v1/signals", "GET, HEAD, OPTIONS"),
        ("POST", "/healthz", "GET, HEAD, OPTIONS"),
    ],
)
def test_another_method_is_refused_with_those_allowed(
    client: FlaskClient, method: str, path: str, allowed: str
) -> None:
    response = client.open(path, method=method)
    problem(response, 405)
    assert ", ".join(sorted(response.headers["Allow"].split(", "))) == allowed


def test_the_reader_s_language_is_honoured_as_far_as_there_are_words(
    client: FlaskClient, article: Article
) -> None:
    response = client.post("/v1/assessments", json=article, headers={"Accept-Language": "tlh, en;q=0.5"})
    assert response.headers["Content-Language"] == "en"
    assert "Accept-Language" in response.headers["Vary"]
    alone = client.post("/v1/assessments", json=article, headers={"Accept-Language": "tlh"})
    assert alone.headers["Content-Language"] == "en"


@pytest.mark.parametrize("asked", ["de", "de-AT", "de-CH, de;q=0.9, en;q=0.8", "tlh, de;q=0.5"])
def test_whoever_reads_german_is_answered_in_german(
    client: FlaskClient, article: Article, asked: str
) -> None:
    headers = {"Accept-Language": asked}
    german = TextsRegistry.load().get("de")
    posted = client.post("/v1/assessments", json=article, headers=headers)
    picture = client.get(f"/badge/{posted.json['id']}.svg", headers=headers)
    register = client.get("/v1/signals", headers=headers)
    for response in (posted, picture, register):
        assert response.headers["Content-Language"] == "de"
        assert "Accept-Language" in response.headers["Vary"]
    conforms(posted.json, "Assessment")
    label, _ = german.level(posted.json["badge"]["level"])
    assert posted.json["badge"]["label"] == label
    assert label in picture.text
    for entry in register.json["signals"]:
        assert (entry["name"], entry["limits"]) == (german.name(entry["id"]), german.limits(entry["id"]))
