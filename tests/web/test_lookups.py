"""Look-ups by prefix through the API."""

import gzip
import json
from typing import Any

import pytest
from flask.testing import FlaskClient

RULES = {"prefix_bits": 0, "most_prefixes": 8}


def test_the_rules(client: FlaskClient) -> None:
    response = client.get("/v1/lookups")
    assert response.json == RULES
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_what_was_assessed_is_found_as_it_was(client: FlaskClient, article: dict[str, Any]) -> None:
    first = client.post("/v1/assessments", json=article).json
    answer = client.post("/v1/lookups", json={"prefixes": [first["id"][:2]], "bits": 5})
    assert answer.json == {**RULES, "assessments": {"": [{**first, "cached": True}]}}


def test_answers_are_compressed_where_that_is_understood(
    client: FlaskClient, article: dict[str, Any]
) -> None:
    client.post("/v1/assessments", json=article)
    plain = client.post("/v1/lookups", json={"prefixes": [""]})
    packed = client.post("/v1/lookups", json={"prefixes": [""]}, headers={"Accept-Encoding": "gzip, br"})
    refused = client.post("/v1/lookups", json={"prefixes": [""]}, headers={"Accept-Encoding": "gzip;q=0"})
    assert "Content-Encoding" not in plain.headers
    assert "Content-Encoding" not in refused.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.data) < len(plain.data) / 2
    assert json.loads(gzip.decompress(packed.data)) == plain.json
    assert "Accept-Encoding" in packed.headers["Vary"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "prefixes"),
        ({"prefixes": []}, "prefixes"),
        ({"prefixes": ["a"] * 9}, "prefixes"),
        ({"prefixes": ["XY"]}, "prefixes.0"),
        ({"prefixes": ["a" * 65]}, "prefixes.0"),
        ({"prefixes": ["a"], "bits": -1}, "bits"),
        ({"prefixes": ["a"], "bits": "4"}, "bits"),
    ],
)
def test_what_is_wrong_is_named(client: FlaskClient, body: dict[str, Any], field: str) -> None:
    response = client.post("/v1/lookups", json=body)
    assert response.status_code == 400
    assert [error["field"] for error in response.json["errors"]] == [field]
