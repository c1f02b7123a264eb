"""Sitemaps, feeds and front pages, well made and hostile."""

import gzip
import io
import tracemalloc
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.services.auditing.feeds import read_feed
from server.services.auditing.front_page import FrontPage, read_front_page
from server.services.auditing.model import Entry, Source
from server.services.auditing.sitemaps import Sitemap, read_sitemap, unpacked
from tests.news_site import atom, rss, sitemap

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
MEBIBYTE = 1024 * 1024
STORY = "http://news.example/the-old-bridge-closes"
# Nine times ten: a billion words, if anybody expanded them.
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)


def read(body: str | bytes) -> Sitemap:
    return read_sitemap(body.encode() if isinstance(body, str) else body, NOW, MEBIBYTE)


def test_a_sitemap() -> None:
    body = sitemap((STORY, "2026-11-20"), (f"{STORY}-2", "2026-11-20T10:00:00+02:00"), (f"{STORY}-3", None))
    assert read(body).pages == (
        Entry(STORY, Source.SITEMAP, datetime(2026, 11, 20, tzinfo=UTC)),
        Entry(f"{STORY}-2", Source.SITEMAP, datetime(2026, 11, 20, 8, tzinfo=UTC)),
        Entry(f"{STORY}-3", Source.SITEMAP, None),
    )
    assert read(gzip.compress(body.encode())) == read(body)


def test_an_index() -> None:
    found = read(sitemap(("http://news.example/a.xml", "2026-11-20"), kind="sitemap"))
    assert found.pages == ()
    assert [entry.url for entry in found.files] == ["http://news.example/a.xml"]


def test_news_are_articles_whatever_their_path_and_pictures_are_none() -> None:
    body = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="urn:news" xmlns:i="urn:image">'
        "<url><loc>http://news.example/x</loc><lastmod>2026-01-01</lastmod>"
        "<i:image><i:loc>http://news.example/the-old-bridge-picture</i:loc></i:image>"
        "<n:news><n:publication_date>2026-11-22</n:publication_date></n:news></url>"
        "<url><loc>http://news.example/about</loc></url></urlset>"
    )
    [entry] = read(body).pages
    assert (entry.url, entry.stated) == ("http://news.example/x", datetime(2026, 11, 22, tzinfo=UTC))


def test_dates_ahead_and_dates_that_are_none() -> None:
    dates = ("2026-11-24T11:59:00Z", "2026-11-25", "9999-12-31T23:59:59-14:00", "yesterday", "")
    stated = [entry.stated for entry in read(sitemap(*((STORY, date) for date in dates))).pages]
    assert stated == [datetime(2026, 11, 24, 11, 59, tzinfo=UTC), None, None, None, None]


def test_a_sitemap_of_lines() -> None:
    body = f"{STORY}\r\nftp://news.example/no\n\n{STORY}-2\nhttp://news.example/about"
    assert [entry.url for entry in read(body).pages] == [STORY, f"{STORY}-2"]


def test_a_broken_sitemap_gives_what_comes_before_the_break() -> None:
    body = sitemap((STORY, None), (f"{STORY}-2", None))
    assert [entry.url for entry in read(body[: body.index("-2") - 20]).pages][:1] == [STORY]


def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the-secret-of-the-house")
    outside = f'<!DOCTYPE x [<!ENTITY a9 SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    tracemalloc.start()
    for head in (LAUGHS, outside):
        body = f"{head}<urlset><url><loc>{STORY}-&a9;</loc></url></urlset>"
        for entry in (*read(body).pages, *read_feed(feed_of(head).encode(), "text/xml", NOW)):
            assert len(entry.url) < 100
            assert "secret" not in entry.url
    assert tracemalloc.get_traced_memory()[1] < 20 * MEBIBYTE
    tracemalloc.stop()


def feed_of(head: str) -> str:
    return f'{head}<rss version="2.0"><channel><item><link>{STORY}-&a9;</link></item></channel></rss>'


def test_a_bomb_is_not_unpacked() -> None:
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb") as file:
        for _ in range(100):
            file.write(b" " * MEBIBYTE)
    tracemalloc.start()
    assert unpacked(packed.getvalue(), MEBIBYTE) == b""
    assert tracemalloc.get_traced_memory()[1] < 5 * MEBIBYTE
    tracemalloc.stop()
    assert read(packed.getvalue()) == Sitemap()
    assert unpacked(gzip.compress(b" " * MEBIBYTE), MEBIBYTE) == b" " * MEBIBYTE


def test_deep_and_long_nonsense_is_read_in_bounded_time_and_memory() -> None:
    for body in (b"<url>" * 200_000, b"<url><loc>" * 100_000, b"<" * MEBIBYTE, b"<url " + b"a='" * 300_000):
        assert read_sitemap(body, NOW, 10 * MEBIBYTE).files == ()


def test_feeds_of_both_kinds() -> None:
    noon = NOW - timedelta(days=1)
    expected = [Entry(STORY, Source.FEED, noon)]
    assert read_feed(rss((STORY, noon)).encode(), "text/html", NOW) == expected
    assert read_feed(atom((STORY, noon.isoformat())).encode(), "application/atom+xml", NOW) == expected
    assert read_feed(rss((STORY, None)).encode(), "text/xml", NOW) == [Entry(STORY, Source.FEED, None)]
    ahead = rss((STORY, NOW + timedelta(days=400)))
    assert read_feed(ahead.encode(), "text/xml", NOW) == [Entry(STORY, Source.FEED, None)]


def test_what_is_no_feed_or_too_large_is_empty(tmp_path: Path) -> None:
    for body in (b"", b"<html><a href=x>", rss((STORY, None)).encode() + b" " * 2 * MEBIBYTE):
        assert read_feed(body, "text/xml", NOW) == []
    named = tmp_path / "feed.xml"
    named.write_text(rss((STORY, None)))
    assert read_feed(bytes(named), "text/xml", NOW) == []  # the name of a file is not that file


def test_a_front_page() -> None:
    html = (
        '<head><base href="/en/"><link rel="alternate stylesheet" href="x.css">'
        '<link rel="alternate" type="application/rss+xml" href="feed">'
        '<link rel="alternate" type="application/rss+xml" href="/comments/feed"></head>'
        '<a href="the-old-bridge-closes?utm_source=front#c">a</a><a>no</a><a href="/about">b</a>'
        '<a href="/en/the-old-bridge-closes">again</a><a href="http://[">c</a>'
    )
    assert read_front_page(html, "http://news.example/") == FrontPage(
        ("http://news.example/en/feed",), ("http://news.example/en/the-old-bridge-closes",)
    )


@pytest.mark.parametrize(
    "html", ["", "\0", "\ud800", "<?xml version='1.0' encoding='utf-16'?><p>", "<base href='http://['>"]
)
def test_odd_front_pages(html: str) -> None:
    assert read_front_page(html, "http://news.example/") == FrontPage()


@given(
    st.binary(max_size=300),
    st.sampled_from(
        [
            b"",
            b"<urlset><url><loc>http://a.example/",
            b"<urlset><url><loc>http://[",
            b"<sitemapindex><sitemap><loc>http://[",
            b"http://[",
            b"\x1f\x8b",
            b"<rss><item><link>",
        ]
    ),
)
def test_nothing_raises(body: bytes, start: bytes) -> None:
    read_sitemap(start + body, NOW, MEBIBYTE)
    read_feed(start + body, "text/xml", NOW)
    read_front_page((start + body).decode("latin-1"), "http://news.example/")
