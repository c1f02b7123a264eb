"""Verified assessments: an article counts once for its domain, and the counts always add up."""

from __future__ import annotations

import dataclasses
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from server.core.sketch import digest, sketch
from server.store.records.assessments import Assessments
from server.store.records.database import Database, open_engine
from server.store.records.domain_records import DomainRecords
from server.store.records.evidence import new_levels
from server.store.records.model import Verified
from server.store.records.tables import (
    ASSESSMENTS,
    CONTENTS,
    DOMAIN_MONTHS,
    DOMAIN_SIGNALS,
    DOMAINS,
    SIGNAL_TOTALS,
)

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
MONTH = timedelta(days=31)
PATIENCE = 60.0  # seconds, for what takes a moment on any machine
TEXT = " ".join(f"word{number}" for number in range(200))
OTHER = " ".join(f"other{number}" for number in range(200))


@pytest.fixture
def assessments(records_url: str) -> Assessments:
    return Assessments(Database(records_url, PATIENCE))


def signal(name: str, status: str) -> dict[str, Any]:
    return {"id": name, "status": status}


def verified(text: str = TEXT, address: str = "https://news.example/one", **changes: Any) -> Verified:
    signals = [signal("shouting", "concern"), signal("hearsay", "pass"), signal("reading_level", "info")]
    plain = Verified(
        domain="news.example",
        url=address,
        found=address,
        content_id="a" * 64,
        ruleset="2026.2",
        title="Bridge closes",
        published=None,
        verified=NOON,
        origin="reader",
        level="weak",
        score=23,
        digest=digest(text),
        sketch=sketch(text),
        findings={"base": 50, "signals": signals},
    )
    return dataclasses.replace(plain, **changes)


def rows(records_url: str, table: Any) -> list[dict[str, Any]]:
    with open_engine(records_url, PATIENCE).begin() as connection:
        return [dict(row) for row in connection.execute(select(table)).mappings()]


def check_counts(records_url: str) -> None:
    """See that every count is what counting everything gives."""
    kept = rows(records_url, ASSESSMENTS)
    levels = Counter((row["domain"], row["level"]) for row in kept)
    months = Counter((row["domain"], f"{row['first_verified']:%Y-%m}", row["level"]) for row in kept)
    points: Counter[tuple[str, str]] = Counter()
    concern: Counter[tuple[str, str]] = Counter()
    told: Counter[tuple[str, str]] = Counter()
    for row in kept:
        points[row["domain"], f"{row['first_verified']:%Y-%m}"] += row["score"] or 0
        for found in row["findings"]["signals"]:
            told[row["domain"], found["id"]] += found["status"] in ("concern", "pass")
            concern[row["domain"], found["id"]] += found["status"] == "concern"
    names = ("strong", "mixed", "weak", "unscored")
    for row in rows(records_url, DOMAINS):
        assert [row[name] for name in names] == [levels[row["domain"], name] for name in names]
    for row in rows(records_url, DOMAIN_MONTHS):
        key = (row["domain"], row["month"])
        assert [row[name] for name in names] == [months[(*key, name)] for name in names]
        assert row["points"] == points[key]
    by_signal = rows(records_url, DOMAIN_SIGNALS)
    assert {(r["domain"], r["signal"]): (r["concern"], r["told"]) for r in by_signal if r["told"]} == {
        key: (concern[key], number) for key, number in told.items() if number
    }
    for row in rows(records_url, SIGNAL_TOTALS):
        mine = [of for of in by_signal if of["signal"] == row["signal"]]
        assert row["told"] == sum(of["told"] for of in mine)
        assert row["concern"] == sum(of["concern"] for of in mine)


def test_a_new_article_is_kept_with_its_findings_and_counted(
    records_url: str, assessments: Assessments
) -> None:
    assert assessments.keep(verified(also=("b" * 64,)))
    [row] = rows(records_url, ASSESSMENTS)
    assert (row["url"], row["level"], row["score"]) == ("https://news.example/one", "weak", 23)
    assert row["findings"]["base"] == 50
    assert {link["content_id"] for link in rows(records_url, CONTENTS)} == {"a" * 64, "b" * 64}
    [domain] = rows(records_url, DOMAINS)
    assert (domain["domain"], domain["weak"], domain["verified"]) == ("news.example", 1, NOON)
    assert {(row["signal"], row["concern"], row["told"]) for row in rows(records_url, SIGNAL_TOTALS)} == {
        ("shouting", 1, 1),
        ("hearsay", 0, 1),
    }
    check_counts(records_url)


@pytest.mark.parametrize(
    "again",
    [
        verified(address="https://news.example/elsewhere", content_id="c" * 64),
        verified(OTHER, content_id="c" * 64),
        verified(f"{TEXT} and a line more", "http://www.news.example/one", content_id="c" * 64),
    ],
    ids=["same text", "same address", "same path and a similar text"],
)
def test_the_same_article_replaces_the_older(
    records_url: str, assessments: Assessments, again: Verified
) -> None:
    assessments.keep(verified(also=("b" * 64,)))
    changed = [signal("shouting", "pass"), signal("hearsay", "pass")]
    again = dataclasses.replace(
        again, verified=NOON + MONTH, level="mixed", score=55, findings={"signals": changed}
    )
    assert not assessments.keep(again)
    [row] = rows(records_url, ASSESSMENTS)
    assert (row["url"], row["level"]) == (again.url, "mixed")
    assert {link["content_id"] for link in rows(records_url, CONTENTS)} == {"a" * 64, "b" * 64, "c" * 64}
    assert {link["assessment"] for link in rows(records_url, CONTENTS)} == {row["id"]}
    check_counts(records_url)


def test_an_article_that_is_read_again_is_no_new_one(records_url: str, assessments: Assessments) -> None:
    assessments.keep(verified())
    moved = "https://news.example/moved"
    for text in (TEXT, f"{TEXT} and a line more"):
        assessments.keep(verified(text, moved, verified=NOON + MONTH))
    [row] = rows(records_url, ASSESSMENTS)
    assert (row["first_verified"], row["verified"]) == (NOON, NOON + MONTH)
    with Database(records_url, PATIENCE).reading() as connection:
        assert new_levels(connection, "news.example", NOON, 10) == {}
    facts = DomainRecords(Database(records_url, PATIENCE)).facts("news.example")
    assert (facts.known.since, facts.known.until) == (NOON, NOON + MONTH)
    assert [month.month for month in facts.months] == [f"{NOON:%Y-%m}"]
    check_counts(records_url)


def test_an_article_that_was_rewritten_is_new(records_url: str, assessments: Assessments) -> None:
    assessments.keep(verified())
    assert not assessments.keep(verified(OTHER, verified=NOON + MONTH))
    [row] = rows(records_url, ASSESSMENTS)
    assert row["first_verified"] == NOON + MONTH
    with Database(records_url, PATIENCE).reading() as connection:
        assert new_levels(connection, "news.example", NOON, 10) == {"weak": 1}
    facts = DomainRecords(Database(records_url, PATIENCE)).facts("news.example")
    assert [month.month for month in facts.months] == [f"{NOON + MONTH:%Y-%m}"]
    check_counts(records_url)


def test_of_two_that_turn_out_to_be_one_the_text_tells_since_when(
    records_url: str, assessments: Assessments
) -> None:
    assessments.keep(verified())
    assessments.keep(verified(OTHER, "https://news.example/two", verified=NOON + MONTH))
    assessments.keep(verified(OTHER, "https://news.example/one", verified=NOON + 2 * MONTH))
    [row] = rows(records_url, ASSESSMENTS)
    assert row["first_verified"] == NOON + MONTH
    check_counts(records_url)


@pytest.mark.parametrize(
    "other",
    [
        verified(OTHER, "https://news.example/two"),
        verified(OTHER, "https://www.news.example/one"),
        verified(domain="other.example", address="https://other.example/one"),
    ],
    ids=["another article", "another article under the same path", "the same text elsewhere"],
)
def test_another_article_counts_for_itself(
    records_url: str, assessments: Assessments, other: Verified
) -> None:
    assert assessments.keep(verified())
    assert assessments.keep(other)
    assert len(rows(records_url, ASSESSMENTS)) == 2
    check_counts(records_url)


def test_two_that_turn_out_to_be_one_become_one(records_url: str, assessments: Assessments) -> None:
    assessments.keep(verified(content_id="1" * 64))
    assessments.keep(verified(OTHER, "https://news.example/two", content_id="2" * 64, level="mixed"))
    assert not assessments.keep(verified(OTHER, "https://news.example/one", content_id="3" * 64))
    [row] = rows(records_url, ASSESSMENTS)
    assert {link["content_id"]: link["assessment"] for link in rows(records_url, CONTENTS)} == dict.fromkeys(
        ("1" * 64, "2" * 64, "3" * 64), row["id"]
    )
    check_counts(records_url)


def test_one_address_stated_for_all_pages_does_not_make_them_one(
    records_url: str, assessments: Assessments
) -> None:
    stated = "https://news.example/"
    assessments.keep(verified(address="https://news.example/one", url=stated))
    assert assessments.keep(verified(OTHER, "https://news.example/two", url=stated))
    assert {row["url"] for row in rows(records_url, ASSESSMENTS)} == {stated, "https://news.example/two"}
    check_counts(records_url)


def test_renderings_of_an_article_are_known_up_to_a_bound(records_url: str, assessments: Assessments) -> None:
    for number in range(120):
        assessments.keep(verified(also=(f"{number:064x}",)))
    with open_engine(records_url, PATIENCE).begin() as connection:
        assert connection.execute(select(func.count()).select_from(CONTENTS)).scalar_one() == 100
    check_counts(records_url)


def test_many_at_once_are_counted_once_each(records_url: str, assessments: Assessments) -> None:
    texts = [f"{name} {TEXT} {name}".replace("word", name) for name in ("a", "b", "c", "d")]
    items = [
        verified(text, f"https://news.example/{number}", content_id=f"{number}" * 64)
        for _ in range(3)
        for number, text in enumerate(texts)
    ]
    with ThreadPoolExecutor(4) as crowd:
        new = list(crowd.map(assessments.keep, items))
    assert sum(new) == 4
    assert len(rows(records_url, ASSESSMENTS)) == 4
    check_counts(records_url)
