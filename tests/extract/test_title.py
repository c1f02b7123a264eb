"""The headline as readers see it."""

import pytest

from server.extract import extract

HEADLINE = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "%s"}</script>'
LONG = "News of the Harbour and the Whole Coast"


def title(head="", body=""):
    return extract(f"<html><head>{head}</head><body>{body}</body></html>", None).title


def test_heading_comes_before_the_title_made_for_sharing():
    head = (
        "<title>Bridge closed until spring</title><meta property='og:title' content='This bridge is closed!'>"
    )
    assert title(head, "<h1>Bridge closed until  spring</h1>") == "Bridge closed until spring"


def test_heading_of_another_thing_on_the_page_is_passed_over():
    head = "<title>Bridge closed until spring</title>"
    assert (
        title(head, "<h1>Sign up now</h1><h1>Bridge closed until spring</h1>") == "Bridge closed until spring"
    )


def test_a_site_name_as_heading_is_no_headline():
    head = "<title>Bridge closed until spring | The Harbour Times</title>"
    assert title(head, "<h1>The Harbour Times</h1>") == "Bridge closed until spring"


def test_a_heading_with_a_separator_stays_whole():
    head = "<title>Design Week 2018 | The lights of Anna Berg - Lamps</title>"
    heading = "Design Week 2018 | The lights of Anna Berg"
    assert title(head, f"<h1>{heading}</h1>") == heading


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (HEADLINE % "Bridge closed" + "<title>Other words altogether</title>", "Bridge closed"),
        ("<meta property='og:title' content='Bridge closed - Harbour Times'>", "Bridge closed"),
        ("<title>Bridge closed — Harbour Times</title>", "Bridge closed"),
        ("<title>Harbour Times</title>", "Harbour Times"),
        (
            "<title>Bridge closed - and nobody has been told what comes next</title>",
            "Bridge closed - and nobody has been told what comes next",
        ),
        (
            f"<title>Bridge closed | {LONG}</title><meta property='og:site_name' content='{LONG}'>",
            "Bridge closed",
        ),
    ],
)
def test_without_a_heading(head, expected):
    assert title(head) == expected


def test_a_lone_heading_is_better_than_none():
    assert title("", "<h1>Bridge closed</h1>") == "Bridge closed"


def test_nothing_gives_an_empty_title():
    assert title() == ""
