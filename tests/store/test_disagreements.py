"""Disagreements: each is with what was read then, whatever the page says later."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.core.sketch import digest, sketch
from server.store.records.database import Database
from server.store.records.disagreements import Disagreements
from server.store.records.log import AuditLog
from server.store.records.voices import AgreesError, Objection
from tests.store.people import NOON, PATIENCE, Someone, add_assessment, add_user, read_again

HERE, THERE = "https://news.example/a", "https://news.example/b"
FIRST = "The council said on Monday that the bridge would be closed for a week."
SECOND = "You will not believe what they are hiding from every single one of us."


@pytest.fixture
def disagreements(records_url: str) -> Disagreements:
    return Disagreements(Database(records_url, PATIENCE))


@pytest.fixture
def kim(records_url: str) -> Someone:
    return add_user(records_url)


def test_it_is_with_the_text_that_was_judged_even_when_another_was_read_since(
    disagreements: Disagreements, records_url: str, kim: Someone
) -> None:
    article = add_assessment(records_url, FIRST)
    objection = Objection(assessment=article, label=0, reason="It names the council.")
    assert disagreements.add(objection, kim, NOON)
    read_again(records_url, SECOND)
    [kept] = disagreements.everything()
    assert (kept.digest, kept.sketch) == (digest(FIRST), sketch(FIRST))
    assert (kept.url, kept.title, kept.ruleset) == (HERE, "A title", "2026.2")
    assert (kept.level, kept.score) == ("weak", 12)
    assert (kept.domain, kept.assessment, kept.content_id) == ("news.example", article, "e" * 64)
    assert disagreements.page(1).items == [kept]


def test_of_articles_that_turn_out_to_be_one_each_keeps_what_it_was_with(
    disagreements: Disagreements, records_url: str, kim: Someone
) -> None:
    articles = [
        add_assessment(records_url, FIRST),
        add_assessment(records_url, SECOND, THERE, content_id="b" * 64),
    ]
    for hour, article in enumerate(articles):
        objection = Objection(assessment=article, label=0, reason="It names the council.")
        disagreements.add(objection, kim, NOON + timedelta(hours=hour))
    read_again(records_url, SECOND, HERE)
    kept = disagreements.everything()
    assert len({each.assessment for each in kept}) == 1
    assert [(each.url, each.digest) for each in kept] == [(HERE, digest(FIRST)), (THERE, digest(SECOND))]


@pytest.mark.parametrize(("level", "label"), [("weak", 1), ("strong", 0)])
def test_who_says_what_the_verdict_says_does_not_disagree(
    disagreements: Disagreements, records_url: str, kim: Someone, level: str, label: int
) -> None:
    article = add_assessment(records_url, FIRST, level=level)
    objection = Objection(assessment=article, label=label, reason="It names the council.")
    with pytest.raises(AgreesError):
        disagreements.add(objection, kim, NOON)
    assert disagreements.everything() == []
    assert list(AuditLog(Database(records_url, PATIENCE)).entries()) == []
    read_again(records_url, FIRST)
    assert disagreements.add(objection, kim, NOON)
