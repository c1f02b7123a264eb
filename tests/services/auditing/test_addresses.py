"""Which addresses are the same page, and which look like articles."""

import pytest

from server.services.auditing.addresses import cleaned, looks_like_article, page_key, same_domain

BASE = "https://www.news.example/world/"


@pytest.mark.parametrize(
    ("href", "whole"),
    [
        ("story", "https://www.news.example/world/story"),
        ("/a?utm_source=x&id=3&fbclid=y#top", "https://www.news.example/a?id=3"),
        ("/a?id=a%20b&c", "https://www.news.example/a?id=a%20b&c"),
        ("//Other.Example", "https://other.example/"),
        ("  /a\n", "https://www.news.example/a"),
        ("mailto:ann@news.example", None),
        ("javascript:void(0)", None),
        ("http://[", None),
        ("/" + "a" * 3_000, None),
    ],
)
def test_an_address_is_made_whole_and_clean(href: str, whole: str | None) -> None:
    assert cleaned(href, BASE) == whole


def test_one_page_has_one_key() -> None:
    same = ("http://news.example/a", "https://news.example/a/", "https://www.news.example/a")
    other = ("https://news.example/A", "https://news.example/a?id=1", "https://m.news.example/a")
    assert len({page_key(url) for url in same}) == 1
    assert len({page_key(url) for url in (*same, *other)}) == 4


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://news.example/", True),
        ("http://sport.news.example:81/a", True),
        ("https://news.example.com/", False),
        ("https://badnews.example/", False),
        ("ftp://news.example/", False),
        ("http://127.0.0.1/", False),
        ("http://[", False),
    ],
)
def test_who_is_of_the_domain(url: str, same: bool) -> None:
    assert same_domain(url, "news.example") is same


@pytest.mark.parametrize(
    "path",
    [
        "/council-closes-old-bridge-for-a-week",
        "/2026/11/23/bridge",
        "/world/2026-11-23/bridge-closes/",
        "/news/world-europe-68012345",
        "/story.php/bridge_closes_for_week.html",
        "/a/12345.html",
    ],
)
def test_articles(path: str) -> None:
    assert looks_like_article(f"https://news.example{path}")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/about-us",
        "/sport/",
        "/2026/11/",
        "/2026/11/23",
        "/tag/council-closes-old-bridge",
        "/author/ann-reed-of-the-council",
        "/privacy",
        "/council-closes-old-bridge.jpg",
        "/files/2026/11/report.pdf",
    ],
)
def test_other_pages(path: str) -> None:
    assert not looks_like_article(f"https://news.example{path}")
