"""Disagreements as labelled articles: one for each article, and only what is still there."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from server.core.model import Article
from server.services.exporting import Labelled, Left, labelled
from server.store.records.voices import Disagreement

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
HERE, THERE = UUID(int=1), UUID(int=2)


def said(**changes: Any) -> Disagreement:
    plain = Disagreement(
        id=uuid4(),
        assessment=HERE,
        report=None,
        author="Kim",
        made=NOON,
        label=0,
        reason="It names its sources.",
        domain="news.example",
        url="https://news.example/a",
        content_id="a" * 64,
        title="A title",
        ruleset="2026.2",
        level="weak",
        score=12,
        digest="d" * 64,
        sketch=b"",
    )
    return dataclasses.replace(plain, **changes)


def export(*disagreements: Disagreement, same: bool = True, **pages: Article) -> list[Labelled]:
    return list(labelled(disagreements, lambda url: pages.get(url.rpartition("/")[2]), lambda *_: same))


def test_the_article_is_as_it_is_now_with_the_moderator_s_label() -> None:
    page = Article(
        "New title",
        "The text.",
        url="https://www.news.example/a?x=1",
        authors=("Jo", "Al"),
        published="2026-11-01",
    )
    [one] = export(said(), a=page)
    assert one.row == {
        "id": HERE.hex,
        "label": 0,
        "title": "New title",
        "text": "The text.",
        "url": "https://news.example/a",
        "domain": "news.example",
        "authors": ["Jo", "Al"],
        "published": "2026-11-01",
    }


def test_what_is_not_known_is_left_out_of_a_row() -> None:
    [one] = export(said(), a=Article("T", "The text."))
    assert one.row
    assert set(one.row) == {"id", "label", "title", "text", "url", "domain"}


def test_an_author_s_last_word_counts() -> None:
    first, last = said(label=1), said(label=0, made=NOON + timedelta(hours=1))
    agreed = said(author="Robin", label=0)
    [one] = export(first, agreed, last, a=Article("T", "The text."))
    assert one.row
    assert one.row["label"] == 0


def test_where_moderators_are_divided_nothing_is_learnt() -> None:
    asked: list[str] = []
    both = (said(label=1), said(author="Robin", label=0))
    [one] = labelled(both, asked.append, lambda *_: True)
    assert (one.row, one.left) == (None, Left.DIVIDED)
    assert asked == []


def test_what_is_gone_or_another_text_is_left_out() -> None:
    gone, changed = said(assessment=THERE, url="https://news.example/b"), said()
    answers = export(gone, changed, same=False, a=Article("T", "The text."))
    assert [(each.row, each.left) for each in answers] == [(None, Left.GONE), (None, Left.CHANGED)]
