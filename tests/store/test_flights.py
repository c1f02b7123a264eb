from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from server.store.flights import Flights

PATIENCE = 60


def test_one_thread_at_a_time_has_its_turn_and_no_lock_is_left() -> None:
    flights = Flights()
    inside: list[int] = []
    most: list[int] = []

    def take(_: int) -> None:
        with flights.turn("a") as ours:
            assert ours
            inside.append(1)
            most.append(len(inside))
            inside.pop()

    with ThreadPoolExecutor(8) as crowd:
        list(crowd.map(take, range(400)))
    assert max(most) == 1
    assert len(flights) == 0


def test_who_has_waited_long_enough_goes_without() -> None:
    flights = Flights(wait_seconds=0.01)
    with flights.turn("a") as first, ThreadPoolExecutor(1) as other:
        assert first
        with flights.turn("b") as another_key:
            assert another_key

        def wait() -> bool:
            with flights.turn("a") as ours:
                return ours

        assert other.submit(wait).result(PATIENCE) is False
        assert len(flights) == 1
    assert len(flights) == 0


def test_an_error_ends_the_turn() -> None:
    flights = Flights()
    with pytest.raises(ZeroDivisionError), flights.turn("a"):
        raise ZeroDivisionError
    assert len(flights) == 0
    with flights.turn("a") as ours:
        assert ours
