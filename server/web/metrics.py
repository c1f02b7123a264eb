"""Counters and times for Prometheus, one registry an application."""

from __future__ import annotations

import os

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from server.services.assessing import Assessed, failed_signals
from server.services.submitting import Submission
from server.services.verifying import Outcome

# An assessment takes milliseconds, a fetched page up to seconds.
_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Metrics:
    """What is counted. With PROMETHEUS_MULTIPROC_DIR set, over all processes of the service."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "touchstone_requests",
            "Requests answered.",
            ("method", "route", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "touchstone_request_seconds",
            "Time to answer.",
            ("route",),
            buckets=_BUCKETS,
            registry=self._registry,
        )
        self._levels = Counter(
            "touchstone_assessments", "Assessments given, by level.", ("level",), registry=self._registry
        )
        self._cache = Counter(
            "touchstone_cache_lookups",
            "Look-ups in the cache, and those that failed.",
            ("outcome",),
            registry=self._registry,
        )
        self._failed = Counter(
            "touchstone_failed_signals", "Signals that raised an error.", ("signal",), registry=self._registry
        )
        self._submissions = Counter(
            "touchstone_submissions",
            "Articles sent with an address, by what became of their verification.",
            ("outcome",),
            registry=self._registry,
        )
        self._verifications = Counter(
            "touchstone_verifications", "Verifications done.", ("outcome",), registry=self._registry
        )

    def assessed(self, answer: Assessed) -> None:
        """Count an answer of the service; a signal's failure counts once, when it is computed."""
        self._levels.labels(answer.assessment.level).inc()
        self._cache.labels("hit" if answer.cached else "miss").inc()
        if not answer.cached:
            for signal in failed_signals(answer.assessment):
                self._failed.labels(signal).inc()

    def cache_fault(self) -> None:
        """Count a cache operation that failed."""
        self._cache.labels("fault").inc()

    def submitted(self, outcome: Submission) -> None:
        """Count an article that was sent with an address."""
        self._submissions.labels(outcome).inc()

    def verified(self, outcome: Outcome) -> None:
        """Count a verification that was done."""
        self._verifications.labels(outcome).inc()

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request."""
        self._requests.labels(method, route, status).inc()
        self._seconds.labels(route).observe(seconds)

    def render(self) -> bytes:
        """Return the metrics in Prometheus' text format."""
        if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
            return generate_latest(self._registry)
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return generate_latest(registry)
