"""The OpenAPI document is kept: requests made up from it get the answers it promises."""

import json
import tempfile
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openapi_pydantic import OpenAPI

from server.app.application import create_app
from server.config import Settings
from server.store.records.migrating import migrate
from server.web import examples, openapi
from tests.domain_records import fill_example

STEADY = settings(
    derandomize=True, deadline=None, database=None, max_examples=60, suppress_health_check=list(HealthCheck)
)
FOLDER = tempfile.TemporaryDirectory(prefix="touchstone-contract-")
DATABASE = f"sqlite:///{FOLDER.name}/records.db"
# Made-up lists are long: here it is their shape that is refused, not their size.
APP = create_app(
    Settings(max_body_bytes=16 * 1024 * 1024, database_url=DATABASE, jobs_path=f"{FOLDER.name}/jobs.db")
)
SCHEMA = schemathesis.openapi.from_wsgi("/openapi.json", APP)
# What is a domain is said by a list, the one of public suffixes, and by no pattern.
SCHEMA.config.checks.positive_data_acceptance.expected_statuses.append("422")


@pytest.fixture(scope="module", autouse=True)
def records() -> Iterator[None]:
    """The tables, a domain of which there is everything, and an assessment that the example is about."""
    migrate(DATABASE)
    fill_example(DATABASE)
    APP.test_client().post("/v1/assessments", json=examples.REQUEST)
    yield
    FOLDER.cleanup()


@SCHEMA.parametrize()
@STEADY
def test_answers_are_as_documented(case: schemathesis.Case) -> None:
    # The test client, unlike others, hands compressed bodies on as they are.
    case.call_and_validate(headers={"Accept-Encoding": "identity"})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
FIELDS = ("url", "title", "text", "links", "media", "authors", "published", "modified", "lang", "publisher")
MISSHAPEN = st.dictionaries(st.sampled_from(FIELDS) | st.text(), JSON, max_size=10)


@given(st.binary(max_size=200) | (JSON | MISSHAPEN).map(lambda value: json.dumps(value).encode()))
@STEADY
def test_any_body_is_answered_or_refused(body: bytes) -> None:
    response = APP.test_client().post("/v1/assessments", data=body, content_type="application/json")
    assert response.status_code in {200, 400}
    if response.status_code == 400:
        assert response.json["errors"] or "not JSON" in response.json["detail"]


@given(title=st.text(max_size=100), text=st.text(max_size=2_000), repeats=st.integers(1, 40))
@STEADY
def test_any_text_is_assessed_and_quoted_true(title: str, text: str, repeats: int) -> None:
    text = (text + " The mayor said that it is so.\n\n") * repeats
    sent = {"title": title.replace("\0", ""), "text": text.replace("\0", "")}
    found = APP.test_client().post("/v1/assessments", json=sent).json
    assert found["badge"]["score"] in {
        None,
        found["base"] + sum(signal["points"] for signal in found["signals"]),
    }
    for signal in found["signals"]:
        for evidence in signal["evidence"]:
            assert sent[evidence["target"]][evidence["start"] : evidence["end"]] == evidence["exact"]


def test_the_document_is_valid_openapi() -> None:
    OpenAPI.model_validate(openapi.document())


def test_the_examples_are_what_the_service_takes_and_gives(client: FlaskClient) -> None:
    described = openapi.document()["paths"]["/v1/assessments"]["post"]
    request = described["requestBody"]["content"]["application/json"]["example"]
    answer = described["responses"]["200"]["content"]["application/json"]["example"]
    assert request == examples.REQUEST
    assert client.post("/v1/assessments", json=request).json == answer
    assert answer["badge"]["score"] is not None


def test_every_route_for_programs_is_documented(app: Flask) -> None:
    undocumented = {"/openapi.json", "/metrics"}  # the document itself, and what only Prometheus reads
    routes = {
        rule.rule.replace("<", "{").replace(">", "}")
        for rule in app.url_map.iter_rules()
        if rule.endpoint.partition(".")[0] in {"api", "decisions", "domains", "health", "lookups", "reports"}
    }
    assert routes - undocumented == set(openapi.document()["paths"])


@pytest.mark.parametrize("status", ["400", "413", "415"])
def test_refusals_are_documented_as_problems(status: str) -> None:
    responses: dict[str, Any] = openapi.document()["paths"]["/v1/assessments"]["post"]["responses"]
    assert list(responses[status]["content"]) == ["application/problem+json"]
