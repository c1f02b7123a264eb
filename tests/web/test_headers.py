"""Headers on every answer, and who may call what from where."""

import pytest
from flask.testing import FlaskClient

PATHS = ["/", "/signals", "/nowhere", "/v1/signals", "/v1/nowhere", "/healthz", "/metrics", "/openapi.json"]
PUBLIC = ["/v1/signals", "/v1/nowhere", "/v1/assessments", "/openapi.json", "/badge/x.svg"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_locked_down(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    policy = dict(rule.split(" ", 1) for rule in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "script-src" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("path", PUBLIC)
def test_any_page_or_extension_may_read_the_api(client: FlaskClient, path: str) -> None:
    headers = client.get(path, headers={"Origin": "https://elsewhere.example"}).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Access-Control-Allow-Credentials" not in headers


@pytest.mark.parametrize("path", ["/", "/healthz", "/metrics", "/signals"])
def test_nobody_else_s_page_may_read_the_rest(client: FlaskClient, path: str) -> None:
    headers = client.get(path, headers={"Origin": "https://elsewhere.example"}).headers
    assert "Access-Control-Allow-Origin" not in headers
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_browsers_that_ask_first_are_told_what_they_may_send(client: FlaskClient) -> None:
    asked = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST",
             "Access-Control-Request-Headers": "content-type"}  # fmt: skip
    response = client.options("/v1/assessments", headers=asked)
    assert response.status_code == 200
    assert "POST" in response.headers["Access-Control-Allow-Methods"]
    assert "Content-Type" in response.headers["Access-Control-Allow-Headers"]
