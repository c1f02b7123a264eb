"""From one case to the next in the queue, in SQLite and in PostgreSQL."""

from __future__ import annotations

from server.services.moderating import Case, Outcome, QueueFilter
from tests.records import REASON, Desk


def walk(desk: Desk, case: Case, steps: int) -> list[str]:
    """Return the domains that one comes to."""
    come_to: list[str] = []
    for _ in range(steps):
        domain = desk.cases.following(case)
        assert domain
        file = desk.cases.case(domain)
        assert file
        case = file.case
        come_to.append(domain)
    return come_to


def test_one_comes_to_every_case_in_the_order_of_the_queue_and_back_to_the_first(desk: Desk) -> None:
    mia = desk.user()
    for number in range(4):  # as urgent as each other: then the id decides
        desk.cases.open_by_hand(f"d{number}.example", mia, REASON)
    desk.flagged("urgent.example")
    rows = [row.case for row in desk.cases.queue(QueueFilter()).rows]
    assert len({case.priority for case in rows}) == 2
    domains = [case.domain for case in rows]
    assert walk(desk, rows[0], 5) == [*domains[1:], domains[0]]


def test_after_a_decision_the_most_urgent_comes_first(desk: Desk) -> None:
    mia = desk.user()
    last = desk.cases.open_by_hand("d0.example", mia, REASON)
    assert desk.cases.following(last) is None
    urgent = desk.flagged("urgent.example")
    middle = desk.cases.open_by_hand("d1.example", mia, REASON)
    closed = desk.cases.decide(middle.id, middle.version, mia, Outcome.CLEARED, REASON)
    assert desk.cases.following(closed) == urgent.domain
    assert desk.cases.following(urgent) == last.domain
