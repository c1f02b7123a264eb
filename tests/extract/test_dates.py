"""When it was published and changed."""

import pytest

from server.extract import extract
from server.extract.dates import day


def data(json):
    return f'<script type="application/ld+json">{json}</script>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-07-04", "2025-07-04"),
        ("2025-07-04T23:30:00-05:00", "2025-07-04"),
        ("20250704", "2025-07-04"),
        ("2025/07/04 10:00", "2025-07-04"),
        ("Fri, 4 Jul 2025 10:00:00 GMT", "2025-07-04"),
        ("Published July 4th, 2025 at noon", "2025-07-04"),
        ("Sept. 4, 2025", "2025-09-04"),
        ("01:38:07 PM IST Nov 20, 2019", "2019-11-20"),
        ("2025-13-45", ""),
        ("2025-02-30, then 2025-03-01", "2025-03-01"),
        ("04/07/2025", ""),
        ("July 2025", ""),
        ("9" * 5000, ""),
        ("", ""),
    ],
)
def test_days_are_read_in_the_usual_forms(text, expected):
    assert day(text) == expected


@pytest.mark.parametrize(
    "head",
    [
        data('{"@type": ["Report", "NewsArticle"], "datePublished": "2025-07-04T08:00:00Z"}'),
        data('{"@type": "https://schema.org/NewsArticle", "datePublished": "July 4, 2025"}'),
        data('{"@graph": [{"@type": "WebPage", "datePublished": "2025-07-04"}]}'),
        data('{"@type": "NewsArticle", "datePublished": "yesterday"}')
        + "<meta property='article:published_time' content='2025-07-04'>",
        "<meta name='DC.date' content='2025-07-04'>",
    ],
)
def test_published(page, head):
    article = extract(page(head=head), None)
    assert (article.published, article.modified) == ("2025-07-04", "")


@pytest.mark.parametrize(
    "inside",
    [
        "<time datetime='2025-07-04T08:00'>today</time>",
        "<time>July 4, 2025</time>",
        "<span itemprop='datePublished' content='2025-07-04'></span>",
        "<span itemprop='datePublished'>4 July 2025</span>",
    ],
)
def test_published_in_the_body(page, inside):
    assert extract(page(inside), None).published == "2025-07-04"


def test_times_of_menus_and_side_columns_announce_other_articles(page):
    around = (
        "<nav><time datetime='2020-01-01'></time></nav><aside><time datetime='2021-01-01'></time></aside>"
    )
    assert extract(page(around=around), None).published == ""


def test_modified(page):
    head = data('{"@type": "NewsArticle", "dateModified": "2025-07-05"}')
    assert extract(page(head=head), None).modified == "2025-07-05"
    head = "<meta property='article:modified_time' content='2025-07-05T01:00:00Z'>"
    assert extract(page(head=head), None).modified == "2025-07-05"
