"""The article's text: paragraphs, without the frame."""

import subprocess
import sys

import pytest

from server.extract import extract
from tests.extract.conftest import PARAGRAPHS


def test_paragraphs_are_separated_by_blank_lines(page):
    assert extract(page(), None).text == "\n\n".join(PARAGRAPHS)


def test_headings_inside_are_paragraphs_of_their_own(page):
    inside = f"<h2>What it costs</h2><p>{PARAGRAPHS[1].replace('two', 'three')}</p>"
    paragraphs = extract(page(inside), None).text.split("\n\n")
    assert "What it costs" in paragraphs


def test_headline_is_not_the_first_paragraph(page):
    html = page().replace("<h1>Bridge closed until spring</h1>", "<h2>BRIDGE closed until  spring!</h2>")
    assert extract(html, None).text.startswith(PARAGRAPHS[0])


def test_menus_comments_and_footers_are_left_out(page):
    around = "<nav><ul><li><a href='/a'>Politics at home and abroad</a></li></ul></nav>"
    comments = "<div id='comments'><p>I think that this is a very bad idea, says a reader here.</p></div>"
    text = extract(page(comments, around=around), None).text
    assert text == "\n\n".join(PARAGRAPHS)


def test_the_article_with_the_heading_counts_among_several(page):
    others = "".join(
        f"<article><p>{n}: {PARAGRAPHS[1].replace('two', 'nine')}</p></article>" for n in range(9)
    )
    inside = "".join(f"<p>{n} more. {PARAGRAPHS[2]}</p>" for n in range(5))
    text = extract(page(inside).replace("<footer>", f"{others}<footer>"), None).text
    assert PARAGRAPHS[0] in text
    assert "nine" not in text


def test_an_article_of_divs_and_line_breaks_is_found():
    lines = "<br><br>".join(PARAGRAPHS)
    article = extract(f"<html><body><h1>Bridge closed</h1><div><div>{lines}</div></div></body></html>", None)
    assert article.text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "html",
    [
        "",
        " \n",
        "<html><head><title>Bridge closed</title></head><body></body></html>",
        "<html><body><script>let a = 'text';</script><style>p {}</style></body></html>",
        "<html><frameset cols='1,2'><frame src='a.html'></frameset></html>",
    ],
)
def test_no_article_means_no_text_and_nothing_known(html):
    article = extract(html, "https://news.example/a")
    assert article.text == ""
    assert article.links is article.media is article.authors is article.published is None


CONSENT = (
    "<p>We and our 812 partners store cookies on your device and process personal data like an address.</p>"
    "<p>You may change your preferences or withdraw consent at any time. Some vendors rely on their"
    " legitimate interest, to which you can object. Cookies are needed to read this site.</p>"
    "<button>Accept all</button>"
)


def test_a_consent_notice_is_no_article():
    assert (
        extract(f"<html><body><main><h1>Before you go on</h1>{CONSENT}</main></body></html>", None).text == ""
    )


def test_an_article_that_mentions_cookies_is_one(page):
    inside = (
        "<p>The department's page on the works asks for consent before it sets cookies, a reader wrote.</p>"
    )
    assert "asks for consent" in extract(page(inside), None).text


def test_importing_the_package_does_not_load_the_extractor():
    code = "import sys, server.extract; sys.exit('trafilatura' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
