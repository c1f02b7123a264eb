from __future__ import annotations

import logging

import pytest

from server.breaker import Breaker


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_after_a_failure_one_try_at_a_time_is_allowed() -> None:
    clock = Clock()
    breaker = Breaker("it", 1.0, clock)
    assert breaker.admit() is not None
    breaker.failed(OSError("gone"))
    assert breaker.admit() is None
    clock.now = 1.5
    assert breaker.admit() is not None
    assert breaker.admit() is None
    clock.now = 3.0
    ticket = breaker.admit()
    assert ticket is not None
    breaker.succeeded(ticket)
    assert not breaker.open
    assert breaker.admit() is not None
    assert breaker.admit() is not None


def test_a_success_that_began_before_the_failure_says_nothing() -> None:
    breaker = Breaker("it", 1.0, Clock())
    early = breaker.admit()
    assert early is not None
    breaker.failed(OSError("gone"))
    breaker.succeeded(early)
    assert breaker.open


def test_a_row_of_failures_is_one_warning_and_recovery_one_note(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    breaker = Breaker("it", 0, Clock())
    for _ in range(5):
        breaker.failed(OSError("gone"))
    for _ in range(5):
        ticket = breaker.admit()
        assert ticket is not None
        breaker.succeeded(ticket)
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("WARNING", "it failed, going on without: OSError: gone"),
        ("INFO", "it works again"),
    ]
