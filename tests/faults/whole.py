"""Whether records are whole: what was acknowledged is there once, and all that belongs together agrees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from sqlalchemy import text

from server.store.records import decisions
from server.store.records.case_model import Decision
from server.store.records.log import AuditLog, Entry
from server.store.records.tables import CASES, DECISIONS, NOTES
from tests.faults.people import Try
from tests.records import Desk

_LOGGED_WITH = ("number", "outcome", "reason", "role")


def check(desk: Desk, tries: Iterable[Try]) -> None:
    """Check the records after moderators have tried all this."""
    if desk.url.startswith("sqlite"):
        with desk.database.reading() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
    assert list(AuditLog(desk.database).faults()) == []
    entries = [entry for entry in desk.log.entries() if entry.action.startswith("case.")]
    kept, noted = desk.rows(DECISIONS), desk.rows(NOTES)
    _check_answers(tries, Counter([row["reason"] for row in kept] + [row["text"] for row in noted]))
    _check_entries(kept, [entry for entry in entries if "decision" in entry.details])
    notes_logged = [entry.details["note"] for entry in entries if "note" in entry.details]
    assert sorted(notes_logged) == sorted(row["id"].hex for row in noted)
    for case in desk.rows(CASES):
        _check_case(desk, case, [entry for entry in entries if entry.subject == case["domain"]])


def _check_answers(tries: Iterable[Try], kept: Counter[str]) -> None:
    for one in tries:
        if one.status == 303:
            assert kept[one.words] == 1, f"{one} was acknowledged and is there {kept[one.words]} times"
        elif one.status is None:
            assert kept[one.words] <= 1, one
        else:
            assert one.status in {409, 422}, one
            assert kept[one.words] == 0, f"{one} was refused and is there"


def _check_entries(kept: list[dict[str, Any]], entries: list[Entry]) -> None:
    """Each decision has one entry of the log, and each entry its decision; they say the same."""
    by_decision = {entry.details["decision"]: entry for entry in entries}
    assert len(by_decision) == len(entries), "a decision has two entries of the log"
    lonely = set(by_decision) ^ {row["id"].hex for row in kept}
    assert not lonely, f"decisions without entry, or entries without decision: {lonely}"
    for row in kept:
        entry = by_decision[row["id"].hex]
        assert entry.subject == row["domain"]
        assert {name: entry.details[name] for name in _LOGGED_WITH} == {
            name: row[name] for name in _LOGGED_WITH
        }
        for name in ("undoes", "overturns"):
            assert entry.details[name] == (row[name] and row[name].hex)


def _check_case(desk: Desk, case: dict[str, Any], entries: list[Entry]) -> None:
    """Each version of the case has its entry, and what stands is what its decisions say."""
    versions = [entry.details["version"] for entry in entries if "version" in entry.details]
    assert versions == list(range(1, case["version"] + 1))
    with desk.database.reading() as connection:
        history = decisions.of_case(connection, case["id"])
    assert [one.number for one in history] == list(range(1, len(history) + 1))
    stack = decisions.stack(history)
    standing: Decision | None = stack[-1] if stack else None
    assert case["standing"] == (standing and standing.number)
    assert case["outcome"] == (standing and standing.outcome)
    assert case["review_on"] == (standing and standing.review_on)
    assert case["state"] == ("closed" if standing else "open")
