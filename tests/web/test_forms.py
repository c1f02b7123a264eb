import pytest

from server.core.model import MAX_TEXT, MAX_TITLE
from server.web.forms import read_form
from server.web.schemas import MAX_URL


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org/news", "https://example.org/news"),
        ("  HTTP://example.org ", "HTTP://example.org"),
        ("example.org/news", "https://example.org/news"),
        ("http://[2001:db8::1]/", "http://[2001:db8::1]/"),
    ],
)
def test_addresses_are_taken_as_readers_type_them(typed: str, address: str) -> None:
    form = read_form({"url": typed})
    assert not form.faults
    assert form.by_address
    assert form.address == address


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", "url_missing"),
        ("   ", "url_missing"),
        ("the article about the bridge", "url_shape"),
        ("bridge", "url_shape"),
        ("ftp://example.org/", "url_shape"),
        ("javascript://example.org/%0aalert(1)", "url_shape"),
        ("https://", "url_shape"),
        ("https://[::1", "url_shape"),
        ("https://example.org/a b", "url_shape"),
        ("https://example.org/" + "a" * MAX_URL, "url_long"),
    ],
)
def test_other_things_are_named_as_faults_and_kept(typed: str, fault: str) -> None:
    form = read_form({"url": typed})
    assert form.faults == {"url": fault}
    assert form.url == typed.strip()


def test_a_paste_becomes_an_article_of_which_nothing_else_is_known() -> None:
    article = read_form({"title": " A headline ", "text": "One.\r\n\r\nTwo.\0"}).article()
    assert (article.title, article.text) == ("A headline", "One.\n\nTwo.")
    assert article.links is article.media is article.authors is article.url is None


def test_a_paste_without_text_or_beyond_the_limits_is_at_fault_and_kept() -> None:
    assert read_form({}).faults == {"text": "text_missing"}
    assert read_form({"title": "A", "text": " \n"}).title == "A"
    form = read_form({"title": "a" * (MAX_TITLE + 1), "text": "a" * (MAX_TEXT + 1)})
    assert form.faults == {"title": "title_long", "text": "text_long"}
    assert len(form.text) == MAX_TEXT + 1
    assert not read_form({"title": "a" * MAX_TITLE, "text": "a" * MAX_TEXT}).faults
