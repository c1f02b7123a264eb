"""Who wrote it."""

import pytest

from server.extract import extract


def data(json):
    return f'<script type="application/ld+json">{json}</script>'


def article(author):
    return data(f'{{"@type": "NewsArticle", "author": {author}}}')


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (article('"By Jane Doe"'), ("Jane Doe",)),
        (article('{"@type": "Person", "name": " Jane  Doe "}'), ("Jane Doe",)),
        (article('[{"name": "Jane Doe"}, "Sam Roe", {"name": "Jane Doe"}]'), ("Jane Doe", "Sam Roe")),
        (article('["https://news.example/jane", "jane@news.example"]'), ()),
        (article('[null, 3, {"name": {"a": 1}}, [["x"]]]'), ()),
        (
            data(
                '{"@graph": [{"@type": "Article", "author": {"@id": "#jane"}},'
                ' {"@type": "Person", "@id": "#jane", "name": "Jane Doe"}]}'
            ),
            ("Jane Doe",),
        ),
        (data('{"@type": "WebPage", "author": "Page"}') + article('"Jane Doe"'), ("Jane Doe",)),
        (article('"Jane Doe"') + article('"Somebody Else"'), ("Jane Doe",)),
        ("<meta name='Author' content='Jane Doe'>", ("Jane Doe",)),
        ("<meta property='article:author' content='https://facebook.example/jane'>", ()),
        ("<link rel='author' href='humans.txt'>", ()),
    ],
)
def test_stated_in_the_head(page, head, expected):
    assert extract(page(head=head), None).authors == expected


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<a rel='author' href='/jane'>Jane Doe</a>", ("Jane Doe",)),
        ("<span itemprop='author'>by <span itemprop='name'>Jane Doe</span></span>", ("Jane Doe",)),
        ("<div class='article-byline'>By Jane Doe</div>", ("Jane Doe",)),
        ("<div class='byline'>Written by: Jane Doe</div>", ("Jane Doe",)),
        ("<div class='author-box'>More of this author's articles</div>", ()),
        ("<div class='byline'>Byron Hall is closed</div>", ()),
        (f"<div class='byline'>By {'x' * 100}</div>", ()),
    ],
)
def test_marked_in_the_body(page, inside, expected):
    assert extract(page(inside), None).authors == expected


def test_data_comes_before_markup(page):
    html = page("<a rel='author'>Somebody Else</a>", head=article('"Jane Doe"'))
    assert extract(html, None).authors == ("Jane Doe",)
