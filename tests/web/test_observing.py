"""What operators see, and what nobody does."""

import logging
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.app.application import create_app
from server.config import Settings
from server.core.assess import Engine
from server.core.model import Article, Finding
from server.core.signal import Signal
from server.scorecard import RULESET, SCORECARD
from server.services.assessing import Assessed
from server.signals import SIGNALS
from server.web.metrics import Metrics


def metric(client: FlaskClient, line: str) -> float:
    """Return the value of one line of /metrics, 0 where it is missing."""
    values = (row.rpartition(" ") for row in client.get("/metrics").text.splitlines())
    return next((float(value) for name, _, value in values if name == line), 0.0)


def test_the_probes_say_what_runs(client: FlaskClient) -> None:
    assert client.get("/healthz").json["status"] == "ok"
    assert client.get("/readyz").json["status"] == "ready"


def test_requests_are_counted_by_route_not_by_path(client: FlaskClient) -> None:
    for number in range(3):
        client.get(f"/v1/assessments/{number:064x}")
        client.get(f"/nowhere/{number}")
    client.open("/v1/signals", method="INVENTED")
    route = 'touchstone_requests_total{method="GET",route="/v1/assessments/<content_id>",status="404"}'
    assert metric(client, route) == 3
    assert metric(client, 'touchstone_requests_total{method="GET",route="unmatched",status="404"}') == 3
    assert metric(client, 'touchstone_requests_total{method="other",route="unmatched",status="405"}') == 1
    assert "INVENTED" not in client.get("/metrics").text
    seconds = 'touchstone_request_seconds_count{route="/v1/assessments/<content_id>"}'
    assert metric(client, seconds) == 3


def test_assessments_are_counted_by_level_and_by_cache(client: FlaskClient, article: dict[str, Any]) -> None:
    level = client.post("/v1/assessments", json=article).json["badge"]["level"]
    client.post("/v1/assessments", json=article)
    assert metric(client, f'touchstone_assessments_total{{level="{level}"}}') == 2
    assert metric(client, 'touchstone_cache_lookups_total{outcome="miss"}') == 1
    assert metric(client, 'touchstone_cache_lookups_total{outcome="hit"}') == 1


def test_a_signal_that_fails_is_counted_when_it_is_computed(article: dict[str, Any]) -> None:
    def fail(**_: object) -> Finding:
        raise RuntimeError

    broken = Signal("signals.broken", "", 1, fail, needs=("body",))
    assessment = Engine((*SIGNALS, broken), SCORECARD, RULESET).assess(Article("", article["text"]))
    metrics = Metrics()
    for cached in (False, True, True):
        metrics.assessed(Assessed(assessment, cached))
    assert b'touchstone_failed_signals_total{signal="broken"} 1.0' in metrics.render()


def test_each_application_counts_for_itself(client: FlaskClient) -> None:
    client.get("/healthz")
    other: Flask = create_app(Settings())
    assert (
        metric(other.test_client(), 'touchstone_requests_total{method="GET",route="/healthz",status="200"}')
        == 0
    )


def test_requests_are_logged_without_what_was_read(
    client: FlaskClient, article: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    posted = client.post("/v1/assessments", json=article).json
    client.get(f"/v1/assessments/{posted['id']}?secret=query")
    client.post("/v1/assessments", json=article | {"text": 5})
    lines = [record.getMessage() for record in caplog.records if record.name == "server.requests"]
    assert [line.rsplit(" ", 2)[0] for line in lines] == [
        "POST /v1/assessments 200",
        "GET /v1/assessments/<content_id> 200",
        "POST /v1/assessments 400",
    ]
    everything = "\n".join(record.getMessage() for record in caplog.records)
    for private in ("council", "Bridge", "example.org", "reader=7", "secret", posted["id"]):
        assert private not in everything
