from __future__ import annotations

import json
from dataclasses import replace

import pytest

from server.core.identity import canonical_form, content_id, site
from server.core.model import Article, Link, Media

ARTICLE = Article(
    "Title",
    "Text “é”",
    url="https://www.news.example/a?b=c",
    links=(Link("https://x.example", "x"),),
    media=(Media("video", "https://v.example"),),
    authors=("A",),
    published="2025-07-04",
    publisher={"name": "N"},
)


def test_the_id_is_the_hash_of_the_documented_form() -> None:
    # Computed with sha256sum over the bytes of the documented form.
    assert content_id(Article("A", "B")) == "57d9f1bd99b4d4a83a97c569b06c66a4be9ec41fbbaf859bef8be5727d6ab506"


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Other"},
        {"text": "Other"},
        {"links": ()},
        {"links": None},
        {"media": ()},
        {"authors": ("B",)},
        {"published": None},
        {"modified": "2025-07-05"},
        {"lang": "en"},
        {"publisher": {}},
        {"url": "https://other.example/a"},
    ],
)
def test_every_field_that_signals_read_makes_another_article(change: dict[str, object]) -> None:
    assert content_id(replace(ARTICLE, **change)) != content_id(ARTICLE)  # type: ignore[arg-type]


def test_another_path_on_the_same_site_is_the_same_article() -> None:
    assert content_id(replace(ARTICLE, url="http://news.example/other")) == content_id(ARTICLE)


def test_unknown_and_none_there_are_told_apart() -> None:
    form = canonical_form(Article("A", "B", links=(), authors=None))
    assert form["links"] == ()
    assert form["authors"] is None
    assert json.loads(json.dumps(form))["links"] == []


@pytest.mark.parametrize(
    ("url", "host"),
    [
        (None, None),
        ("", None),
        ("not a url", None),
        ("http://[::1", None),
        ("https://WWW.News.example:8443/a", "news.example"),
        ("https://news.example./", "news.example"),
    ],
)
def test_site(url: str | None, host: str | None) -> None:
    assert site(url) == host
