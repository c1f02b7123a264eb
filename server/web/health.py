"""For operators: is it alive, is it ready, how is it doing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import Blueprint, Response
from prometheus_client import CONTENT_TYPE_LATEST

from server import __version__
from server.web.metrics import Metrics
from server.web.schemas import Health, Readiness


def create_health(
    ruleset: str, cache_status: Callable[[], Mapping[str, str | int]], metrics: Metrics
) -> Blueprint:
    """Return /healthz, /readyz and /metrics."""
    health = Blueprint("health", __name__)

    @health.get("/healthz")
    def alive() -> Response:
        return _json(Health(status="ok", version=__version__, ruleset=ruleset).model_dump_json())

    @health.get("/readyz")
    def ready() -> Response:
        # A cache that is down makes the service slower, not unready.
        return _json(Readiness(status="ready", cache=dict(cache_status())).model_dump_json())

    @health.get("/metrics")
    def measured() -> Response:
        return Response(metrics.render(), content_type=CONTENT_TYPE_LATEST)

    return health


def _json(body: str) -> Response:
    response = Response(body, mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response
