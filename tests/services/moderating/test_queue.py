"""The queue: filters, search, order, pages and statements, in SQLite and in PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine, event

from server.services.moderating import (
    Because,
    Outcome,
    QueueFilter,
    State,
)
from tests.records import FINDINGS, REASON, Desk


def test_the_queue_is_filtered_searched_and_ordered(desk: Desk) -> None:
    mia = desk.user()
    for weak in (5, 20, 80):
        desk.verified(f"w{weak}.example", *["weak"] * weak)
        desk.cases.consider(f"w{weak}.example")
    mine = desk.cases.open_by_hand("by-hand.example", mia, REASON)
    desk.cases.assign(mine.id, mine.version, mia, mia.id)
    closed = desk.flagged("closed.example")
    desk.cases.decide(closed.id, closed.version, mia, Outcome.SATIRE, REASON)

    def listed(**wanted: Any) -> list[str]:
        return [row.case.domain for row in desk.cases.queue(QueueFilter(**wanted)).rows]

    assert listed() == ["w80.example", "w20.example", "w5.example", "by-hand.example"]
    assert listed(order="opened") == ["w5.example", "w20.example", "w80.example", "by-hand.example"]
    assert listed(order="domain", state=None)[:2] == ["by-hand.example", "closed.example"]
    assert listed(order="changed", state=None)[0] == "closed.example"
    assert listed(state=State.CLOSED) == ["closed.example"]
    assert listed(because=Because.BY_HAND) == ["by-hand.example"]
    assert listed(state=None, outcome=Outcome.SATIRE) == ["closed.example"]
    assert listed(assignee=mia.id) == ["by-hand.example"]
    assert listed(unassigned=True) == ["w80.example", "w20.example", "w5.example"]
    assert listed(search=" W2 ") == ["w20.example"]
    assert [listed(search=text) for text in ("%", "_", "\0w2", "'")] == [[], [], ["w20.example"], []]
    page = desk.cases.queue(QueueFilter(search="example"))
    assert page.counts == {State.OPEN: 4, State.CLOSED: 1}
    assert (page.rows[0].weak, page.rows[0].scored, page.rows[0].assignee_name) == (80, 80, None)
    assert page.rows[-1].assignee_name == "mia"


def test_the_queue_comes_in_pages(desk: Desk) -> None:
    mia = desk.user()
    for number in range(51):
        desk.cases.open_by_hand(f"d{number:02}.example", mia, REASON)
    pages = [desk.cases.queue(QueueFilter(), number) for number in (1, 2, 3, 0)]
    assert [(page.number, page.pages, len(page.rows)) for page in pages] == [
        (1, 2, 50),
        (2, 2, 1),
        (2, 2, 1),
        (1, 2, 50),
    ]
    assert len({row.case.domain for page in pages[:2] for row in page.rows}) == 51


def test_the_number_of_statements_does_not_depend_on_how_much_there_is(desk: Desk) -> None:
    mia = desk.user()
    desk.flagged("small.example")
    big = desk.flagged("big.example")
    case = desk.cases.assign(big.id, big.version, mia, mia.id)
    for number in range(12):
        desk.verified("big.example", *["weak", "mixed", "strong", "unscored"] * 10)
        desk.reported("big.example", *[f"{number}-{one}" for one in range(10)])
        desk.cases.note(case.id, mia, f"Note {number}")
        case = desk.cases.decide(case.id, case.version, mia, Outcome.WATCH, REASON)
    for number in range(60):
        desk.cases.open_by_hand(f"d{number}.example", mia, REASON)

    assert statements(lambda: desk.cases.queue(QueueFilter(state=None))) == 2
    small = statements(lambda: desk.cases.case("small.example"))
    assert statements(lambda: desk.cases.case("big.example")) <= small + 2 <= 17
    assert statements(lambda: desk.cases.consider("big.example")) <= 6
    assert statements(lambda: desk.cases.standing([f"d{number}.example" for number in range(60)])) == 1
    assert statements(desk.cases.decisions) == 3

    known = desk.cases.case("big.example")
    assert known
    assert len(known.reports) == 50
    assert known.report_counts == {"open": 120}
    assert len(known.notes) == len(known.decisions) == 12
    assert known.standing == known.decisions[-1]
    assert len({article.id for article in known.articles}) == len(known.articles) <= 10
    assert [article.level for article in known.articles[:5]] == ["weak"] * 5
    assert known.articles[0].findings == FINDINGS


def statements(do: Callable[[], object]) -> int:
    """Return how many statements ``do`` asks a database, apart from beginning and ending."""
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "INSERT", "UPDATE", "DELETE")):
            asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        do()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return len(asked)
