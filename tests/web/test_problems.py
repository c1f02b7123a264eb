"""Errors: as problems for programs, as pages for people, and never with what is inside."""

import logging
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.web.problems import ProblemError

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.fixture
def faulty(app: Flask) -> FlaskClient:
    """A client of a service with two routes that go wrong."""

    def fall() -> str:
        raise RuntimeError("the password is hunter2")

    def refuse() -> str:
        raise ProblemError(409, "Somebody was quicker.")

    app.add_url_rule("/v1/fall", view_func=fall)
    app.add_url_rule("/fall", endpoint="fall_page", view_func=fall)
    app.add_url_rule("/refuse", view_func=refuse)
    return app.test_client()


def test_programs_get_a_problem_whatever_they_accept(client: FlaskClient) -> None:
    for accept in ("*/*", "application/json", BROWSER["Accept"]):
        response = client.get("/v1/nowhere", headers={"Accept": accept})
        assert (response.status_code, response.content_type) == (404, "application/problem+json")


def test_browsers_get_a_page(client: FlaskClient) -> None:
    response = client.get("/nowhere", headers=BROWSER)
    assert (response.status_code, response.content_type) == (404, "text/html; charset=utf-8")
    assert "There is nothing" in response.text
    assert "Accept" in response.headers["Vary"]


@pytest.mark.parametrize("accept", ["*/*", "application/json", "application/problem+json"])
def test_others_get_a_problem_anywhere(client: FlaskClient, accept: str) -> None:
    response = client.get("/nowhere", headers={"Accept": accept})
    assert response.content_type == "application/problem+json"
    assert response.json == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "There is nothing at this address.",
        "errors": [],
    }


@pytest.mark.parametrize(("path", "headers"), [("/v1/fall", {}), ("/fall", BROWSER)])
def test_a_fault_of_ours_is_logged_under_an_id_and_not_shown(
    faulty: FlaskClient, caplog: pytest.LogCaptureFixture, path: str, headers: dict[str, str]
) -> None:
    response = faulty.get(path, headers=headers)
    assert response.status_code == 500
    incident = re.search(r"incident ([0-9a-f]{8})", response.text)
    assert incident
    assert "hunter2" not in response.text
    assert "RuntimeError" not in response.text
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert incident[1] in record.getMessage()
    assert record.exc_info


def test_a_problem_may_be_raised_anywhere(faulty: FlaskClient) -> None:
    response = faulty.get("/refuse")
    assert (response.status_code, response.json["detail"]) == (409, "Somebody was quicker.")
    assert response.headers["Cache-Control"] == "no-store"


def test_redirects_are_no_errors(client: FlaskClient) -> None:
    assert client.get("/check").status_code == 303
