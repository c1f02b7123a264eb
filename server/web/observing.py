"""One line in the log and one count in the metrics for every request."""

from __future__ import annotations

import logging
import time

from flask import Flask, Response, g, request

from server.web.metrics import Metrics

log = logging.getLogger("server.requests")

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def install(app: Flask, metrics: Metrics) -> None:
    """Time, count and log the requests of ``app``.

    Logged is the route, never the path or query: those tell what somebody
    reads. Never logged is anything of the body.
    """

    @app.before_request
    def start() -> None:
        g.started = time.perf_counter()

    @app.after_request
    def finish(response: Response) -> Response:
        seconds = time.perf_counter() - g.started
        # Both come from the client and would grow the metrics without end.
        method = request.method if request.method in _METHODS else "other"
        route = request.url_rule.rule if request.url_rule else "unmatched"
        metrics.answered(method, route, response.status_code, seconds)
        log.info("%s %s %d %.1f ms", method, route, response.status_code, 1000 * seconds)
        return response
