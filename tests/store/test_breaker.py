from __future__ import annotations

import logging

import pytest

from server.store.breaker import Breaker


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_after_a_failure_one_try_at_a_time_is_allowed() -> None:
    clock = Clock()
    breaker = Breaker("it", 1.0, clock)
    assert breaker.allows()
    breaker.failed(OSError("gone"))
    assert not breaker.allows()
    clock.now = 1.5
    assert breaker.allows()
    assert not breaker.allows()
    clock.now = 3.0
    assert breaker.allows()
    breaker.succeeded()
    assert not breaker.open
    assert breaker.allows()
    assert breaker.allows()


def test_a_row_of_failures_is_one_warning_and_recovery_one_note(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    breaker = Breaker("it", 1.0, Clock())
    for _ in range(5):
        breaker.failed(OSError("gone"))
    for _ in range(5):
        breaker.succeeded()
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("WARNING", "it failed, going on without: OSError: gone"),
        ("INFO", "it works again"),
    ]
