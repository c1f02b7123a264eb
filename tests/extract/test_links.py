"""Links that stand in the article's text."""

from server.core.model import Link
from server.extract import extract

URL = "https://news.example/city/bridge"
TEXT = "The full report was published by the roads department on its own pages this week."


def links(html, url=URL):
    return extract(html, url).links


def sentence(anchor):
    return f"<p>{TEXT} Read {anchor} for the details of the works.</p>"


def test_links_in_the_text_are_absolute_and_have_their_words(page):
    found = links(page(sentence("<a href='/report?a=1'>the <b>report</b></a>")))
    assert found == (Link("https://news.example/report?a=1", "the report"),)


def test_base_is_respected(page):
    html = page(sentence("<a href='report'>it</a>"), head="<base href='https://docs.example/x/'>")
    assert links(html) == (Link("https://docs.example/x/report", "it"),)


def test_frame_is_left_out(page):
    around = "<nav><a href='/home'>Home</a></nav><p><a href='/news'>More news of today</a></p>"
    inside = "<ul class='share'><li><a href='https://x.com/share'>Share</a></li></ul>"
    assert links(page(inside, around=around)) == ()


def test_same_words_in_a_side_column_do_not_count(page):
    html = page(sentence("<a href='/report'>it</a>"))
    aside = "<aside>" + sentence("<a href='/elsewhere'>it</a>") + "</aside>"
    assert links(html.replace("<footer>", aside + "<footer>")) == (Link("https://news.example/report", "it"),)


def test_each_link_once_in_the_order_of_the_page(page):
    inside = sentence("<a href='/b'>b</a>, <a href='/a'>a</a>, <a href='/b'>b</a> and <a href='/b'>more</a>")
    assert [link.text for link in links(page(inside)) or ()] == ["b", "a", "more"]


def test_only_web_addresses(page):
    anchors = " ".join(
        f"<a href='{href}'>one</a>"
        for href in (
            "mailto:a@b.example",
            "javascript:void(0)",
            "tel:1",
            "data:text/html,x",
            "http://[",
        )
    )
    assert links(page(sentence(anchors))) == ()


def test_relative_links_of_a_page_without_address_are_dropped(page):
    anchors = "<a href='/a'>a</a> and <a href='https://b.example/'>b</a>"
    assert links(page(sentence(anchors)), None) == (Link("https://b.example/", "b"),)


def test_lines_broken_by_br_and_by_the_source(page):
    inside = (
        f"<p>{TEXT}<br>Ask <a href='/ask'>the department</a> about the ferry and the buses.<br>"
        f"Nobody answered\nour <a href='/q'>questions</a> about the cost of it all.</p>"
    )
    assert [link.text for link in links(page(inside)) or ()] == ["the department", "questions"]
