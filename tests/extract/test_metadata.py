"""Language, publisher, and the structured data they are read from."""

import pytest

from server.extract import extract

URL = "https://news.example/city/bridge"


@pytest.mark.parametrize(
    ("lang", "expected"), [("en-GB", "en"), ("DE", "de"), ("pt_BR", "pt"), ("", None), ("?", None)]
)
def test_language_is_the_primary_subtag(page, lang, expected):
    assert extract(page(lang=lang), None).lang == expected


def test_language_of_the_locale_where_the_page_declares_none(page):
    assert extract(page(lang="", head="<meta property='og:locale' content='fr_FR'>"), None).lang == "fr"


def test_publisher_and_its_policies(page):
    head = """<script type="application/ld+json">{"@type": "NewsArticle",
        "publishingPrinciples": "/principles",
        "publisher": {"@type": "NewsMediaOrganization", "name": "Harbour Times", "correctionsPolicy":
        {"@id": "https://news.example/corrections"}, "masthead": ["/masthead"],
        "logo": {"name": "no"}}}</script>"""
    assert extract(page(head=head), URL).publisher == {
        "publishingPrinciples": "https://news.example/principles",
        "correctionsPolicy": "https://news.example/corrections",
        "masthead": "https://news.example/masthead",
        "name": "Harbour Times",
    }


def test_publisher_beside_the_article(page):
    head = """<script type="application/ld+json">{"@graph": [
        {"@type": "NewsArticle", "publisher": {"@id": "#us"}},
        {"@type": "Organization", "@id": "#us", "name": "Harbour Times", "ethicsPolicy": "We check twice."}
        ]}</script>"""
    assert extract(page(head=head), None).publisher == {
        "name": "Harbour Times",
        "ethicsPolicy": "We check twice.",
    }


def test_no_publisher_is_an_empty_mapping(page):
    assert extract(page(), URL).publisher == {}


@pytest.mark.parametrize(
    "block",
    [
        '<!-- {"@type": "NewsArticle", "author": "Jane Doe"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "author": "Jane Doe"}\n//]]>',
        '<![CDATA[{"@type": "NewsArticle", "author": "Jane Doe"}]]>',
        '{"@type": "NewsArticle", "author": "Jane Doe", "text": "tab\t and\nline"};',
        '[[{"x": {"@type": "BlogPosting", "author": "Jane Doe"}}]]',
    ],
)
def test_data_is_read_in_its_usual_wrappings(page, block):
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", "author": }</script>'
    head = f'{broken}<script type="application/ld+json; charset=utf-8">{block}</script>'
    assert extract(page(head=head), None).authors == ("Jane Doe",)
