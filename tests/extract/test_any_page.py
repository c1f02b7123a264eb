"""Whatever the page: an article, perhaps an empty one, that the rest of the house can work with."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.core.model import MAX_TEXT, MAX_TITLE, Article
from server.extract import extract
from server.extract.parsing import parse

PARAGRAPH = "<p>" + "The council voted on Tuesday to close the bridge. " * 5 + "</p>"
WITH_TEXT = f"<article><h1>Bridge closed</h1>{PARAGRAPH}</article>"


def data(json_text):
    return f'<script type="application/ld+json">{json_text}</script>'


def checked(html, url="https://news.example/a"):
    """Extract, and prove that every string can be encoded."""
    article = extract(html, url)
    assert isinstance(article, Article)
    strings = [
        article.title,
        article.text,
        article.published or "",
        article.modified or "",
        article.lang or "",
    ]
    strings += [part for link in article.links or () for part in (link.href, link.text)]
    strings += [item.src for item in article.media or ()] + list(article.authors or ())
    strings += [part for pair in (article.publisher or {}).items() for part in pair]
    for string in strings:
        string.encode()
    return article


AWKWARD = {
    "NUL": "\0" * 1000,
    "binary": bytes(range(256)).decode("latin-1") * 100,
    "half surrogate pairs": f"<h1>\ud800</h1>\udfff{WITH_TEXT}",
    "escaped surrogates": data('{"@type": "NewsArticle", "headline": "\\ud800 x", "author": "\\udc00 y"}')
    + f"&#xD800;{WITH_TEXT}",
    "XML": f'<?xml version="1.0" encoding="utf-16"?><rss>{WITH_TEXT}</rss>',
    "entities": "<!DOCTYPE html [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><p>&b;</p>",
    "an address": "https://news.example/a",
    "a file name": "page.html",
    "unclosed attribute": "<p><a href=",
    "deep elements": "<div>" * 20_000 + PARAGRAPH,
    "deep data": data("[" * 100_000) + WITH_TEXT,
    "deep objects": data('{"@type": "A", "a": ' * 900 + "1" + "}" * 900) + WITH_TEXT,
    "large number": data('{"a": ' + "9" * 5000 + "}") + WITH_TEXT,
    "odd data": data(
        '{"@type": [{}, 3, null, "NewsArticle"], "headline": {"a": 1}, "author": [[["x"]], 3],'
        ' "publisher": [3], "video": [3], "datePublished": {}}'
    )
    + WITH_TEXT,
    "bad addresses": f'<base href="http://[::1">{WITH_TEXT}<p><a href="http://[">a</a><img src="http://["></p>',
}


@pytest.mark.parametrize("html", AWKWARD.values(), ids=AWKWARD)
def test_awkward_pages(html):
    article = checked(html)
    if WITH_TEXT in html:
        assert "The council voted" in article.text


# Each of these took minutes, or had no end, before the limits.
LARGE = {
    "pieces": f"<article>{'<span>word </span>' * 180_000}",
    "blocks": "<div><a href=x>word and</a> text</div>" * 75_000,
    "unclosed": "<p>" * 900_000,
    "rows": "<table>" + "<tr><td>x" * 300_000,
    "bylines": "<div class=byline>By x</div>" * 7_000,
    "attributes": "<p" + "".join(f" a{number}=x" for number in range(60_000)) + ">x",
    "space in data": f'<script type="application/ld+json">{" " * 400_000}x</script>',
    "space in meta": f"<meta property='og:title' content='a{' ' * 400_000}b'>",
    "text": f"<p>{'word ' * 600_000}",
    "script": f"<script>{'x' * 3_000_000}",
    "comment": f"<!--{'-' * 3_000_000}",
}


@pytest.mark.parametrize("html", LARGE.values(), ids=LARGE)
def test_large_pages_come_to_an_end(html):
    checked(html)


def test_headline_and_text_end_where_an_articles_must():
    """The service takes no longer ones from anybody, and some signals take their time over headlines."""
    headline = " 'a" * 10_000
    text = "The council voted on Tuesday. " * 20_000
    article = checked(f"<title>{headline}</title><article><h1>{headline}</h1><p>{text}</p></article>")
    assert (len(article.title), len(article.text)) == (MAX_TITLE, MAX_TEXT)


CARD = "<div><a href='/other'><h3>Another story of the day</h3></a><ul><li>Share</li></ul></div>"


@pytest.mark.parametrize(
    "rest",
    [CARD * 3_000, f"<svg>{'<path/>' * 9_000}</svg>", f"<select>{'<option>1</option>' * 70_000}</select>"],
    ids=["cards", "drawing", "choices"],
)
def test_of_a_page_with_too_many_elements_the_beginning_is_read(rest):
    html = f"<html><body><main>{WITH_TEXT}</main><div>{rest}</div></body></html>"
    assert extract(html, None).text == extract(WITH_TEXT, None).text != ""


def test_a_beginning_without_the_heading_is_not_taken_for_the_article():
    html = f"<html><body><main>{CARD * 3_000}{WITH_TEXT}</main></body></html>"
    assert extract(html, None).text == ""
    assert extract(html.replace(CARD, "", 2_900), None).text


def test_never_more_elements_than_the_limit():
    for html in LARGE.values():
        assert len(parse(html).find_all(True)) <= 8_000


TAGS = """<html> <head> <title> </title> <body> <article> </article> <h1> </h1> <p> </p> <br> <table> <tr>
    <td> </table> <ul> <li> </ul> <time> <video> <source> <img <!-- --> <![CDATA[ ]]> <? ?> <svg>
    <math> <template> <noscript> <textarea> <select> <option> <a </a> <iframe <blockquote <frameset> href="?">
    src="//x.com/"> class="twitter-tweet"> datetime="2025-07-04"> &nbsp; &#0; &lt;""".split()
PIECES = st.sampled_from([*AWKWARD.values(), *TAGS, WITH_TEXT, " ", "\ufeff", "\x0b", "\x85", "\u2028"])
DATA = st.recursive(
    st.none()
    | st.booleans()
    | st.floats()
    | st.text(max_size=9)
    | st.sampled_from(["NewsArticle", "VideoObject"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "@type @id @graph author name headline datePublished publisher video url masthead".split()
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
).map(lambda value: data(json.dumps(value)) + WITH_TEXT)


@settings(max_examples=200, deadline=None)
@given(
    st.text()
    | st.binary().map(lambda raw: raw.decode("utf-8", "surrogateescape"))
    | st.lists(PIECES | st.text(max_size=9), max_size=15).map("".join)
    | DATA,
    st.none() | st.sampled_from(["https://news.example/a", "", "http://["]) | st.text(max_size=9),
)
def test_any_string(html, url):
    checked(html, url)
