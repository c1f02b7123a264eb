"""What is read of domains: whole, in few statements, in SQLite and in PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import Engine, event

from server.services.moderating import Outcome
from server.store.records.database import Database
from server.store.records.domain_model import Counts
from server.store.records.domain_records import MONTHS, SAMPLES, DomainRecords
from server.store.records.lists import DomainList, Entry, Lists
from tests.domain_records import START, Filler, fill_example
from tests.records import Desk

NOW = datetime(2026, 11, 25, tzinfo=UTC)
PATIENCE = 60.0


@pytest.fixture
def filler(records_url: str) -> Filler:
    return Filler(records_url)


@pytest.fixture
def records(records_url: str) -> DomainRecords:
    return DomainRecords(Database(records_url, PATIENCE))


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """Every SELECT that is sent from now on."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("SELECT"):
            sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield sent
    event.remove(Engine, "before_cursor_execute", note)


def lists(records_url: str, *hosts: str) -> None:
    about = DomainList(id="one", name="One", source="-", licence="CC0", as_of=date(2026, 1, 2))
    entries = [Entry(host=host, domain="example.org", category="rumor", score=0.25) for host in hosts]
    Lists(Database(records_url, PATIENCE)).replace(about, entries, NOW, "test")


def test_of_an_unknown_domain_nothing_is_made_up(records: DomainRecords) -> None:
    facts = records.facts("example.org")
    assert not facts.known.anything
    assert facts.known.counts == Counts()
    assert (facts.months, facts.signals, facts.newest, facts.replies) == ((), (), (), ())


def test_everything_that_is_kept_is_read(records: DomainRecords, records_url: str) -> None:
    fill_example(records_url)
    lists(records_url, "example.org", "de.example.org")
    facts = records.facts("example.org")
    known = facts.known
    assert known.counts == Counts(strong=4, mixed=6, weak=18, unscored=4)
    assert (known.since, known.until) == (START, START + timedelta(days=5 * 31))
    assert (known.reports, known.replies) == (7, 1)
    assert [listing.host for listing in known.listings] == ["de.example.org", "example.org"]
    assert known.listings[0].as_of == date(2026, 1, 2)
    assert sum(month.counts.verified for month in facts.months) == 32
    assert all(one.month < other.month for one, other in pairwise(facts.months))
    assert {(one.signal, one.concern, one.told, one.all_told) for one in facts.signals} >= {
        ("shouting", 5, 28, 1200)
    }
    assert [reply.speaker for reply in facts.replies] == ["The editors"]


def test_samples_are_the_ends_of_the_scale_and_the_latest(records: DomainRecords, filler: Filler) -> None:
    filler.articles("example.org", [50, 20, None, 90, 70, 10, 30])
    facts = records.facts("example.org")
    assert [sample.score for sample in facts.weakest] == [10, 20, 30][:SAMPLES]
    assert [sample.score for sample in facts.strongest] == [90, 70, 50][:SAMPLES]
    assert [sample.score for sample in facts.newest] == [30, 10, 70][:SAMPLES]
    assert facts.newest[0].url == "https://www.example.org/news/6"


def test_the_latest_months_are_shown_oldest_first(records: DomainRecords, filler: Filler) -> None:
    filler.articles("example.org", [50] * 30, timedelta(days=31))
    months = records.facts("example.org").months
    assert len(months) == MONTHS
    assert months[-1].month == f"{START + 29 * timedelta(days=31):%Y-%m}"
    assert all(one.month < other.month for one, other in pairwise(months))
    assert months[0].mean == 50


def test_the_last_decision_stands(records: DomainRecords, filler: Filler) -> None:
    filler.decisions("example.org", "cleared", "satire")
    decision = records.facts("example.org").known.decision
    assert decision
    assert (decision.outcome, decision.role, decision.overturns) == ("satire", "moderator", True)
    assert (decision.made, decision.review_on) == (START + timedelta(days=2), date(2027, 1, 1))


def test_what_stands_again_after_an_undoing_stands_with_its_own_reason(
    records: DomainRecords, records_url: str
) -> None:
    desk = Desk.at(records_url)
    mia, case = desk.user(), desk.flagged()
    first = desk.cases.decide(
        case.id, case.version, mia, Outcome.CONCERN_CONFIRMED, "Nothing names a source."
    )
    second = desk.cases.decide(case.id, first.version, mia, Outcome.WATCH, "The newest articles do.")
    desk.cases.undo(case.id, second.version, mia, "Those were taken over from elsewhere.")
    decision = records.facts("example.org").known.decision
    assert decision
    assert (decision.outcome, decision.reason) == ("concern_confirmed", "Nothing names a source.")
    assert (decision.made, decision.overturns) == (first.changed, False)


@pytest.mark.parametrize("outcomes", [(), ("withdrawn",), ("cleared", "withdrawn")])
def test_without_a_decision_or_after_a_withdrawal_none_stands(
    records: DomainRecords, filler: Filler, outcomes: tuple[str, ...]
) -> None:
    filler.decisions("example.org", *outcomes)
    assert records.facts("example.org").known.decision is None


def test_rejected_replies_are_neither_shown_nor_counted(records: DomainRecords, filler: Filler) -> None:
    filler.reply("example.org", "Abuse", "rejected")
    facts = records.facts("example.org")
    assert (facts.known.replies, facts.replies, facts.known.anything) == (0, (), False)


def test_reports_alone_are_nothing_to_show(records: DomainRecords, filler: Filler) -> None:
    filler.reports("example.org", 10_000)
    assert not records.facts("example.org").known.anything


def test_domains_are_kept_apart(records: DomainRecords, filler: Filler) -> None:
    filler.articles("one.example", [10] * 6)
    filler.articles("two.example", [90] * 3)
    filler.decisions("two.example", "cleared")
    known = records.known(["one.example", "two.example", "three.example"])
    assert [one.counts.scored for one in known.values()] == [6, 3, 0]
    assert [bool(one.decision) for one in known.values()] == [False, True, False]


def test_statements_are_few_however_much_there_is(
    records: DomainRecords, filler: Filler, records_url: str, statements: list[str]
) -> None:
    records.facts("example.org")
    empty = len(statements)
    assert empty <= 9
    fill_example(records_url)
    lists(records_url, *(f"part{number}.example.org" for number in range(50)))
    for number in range(20):
        filler.articles(f"site{number}.example", [50] * 10)
        filler.decisions(f"site{number}.example", "cleared")
    statements.clear()
    records.facts("example.org")
    assert len(statements) == empty
    statements.clear()
    records.known([f"site{number}.example" for number in range(20)])
    assert len(statements) == 2
