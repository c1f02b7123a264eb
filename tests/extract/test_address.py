"""The address of a page that came as a file."""

from __future__ import annotations

import pytest

from server.extract import extract

TEXT = "<p>The council of the town has voted to close the library, and it said so on Monday.</p>" * 3


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href="https://news.example/a">', "https://news.example/a"),
        ('<meta property="og:url" content="https://news.example/b">', "https://news.example/b"),
        ('<link rel="canonical" href="/a"><meta property="og:url" content="javascript:x">', None),
        ("", None),
    ],
)
def test_the_pages_own_word_is_taken_where_nothing_else_is_known(head: str, address: str | None) -> None:
    assert (
        extract(f"<html><head>{head}</head><body><article>{TEXT}</article></body></html>", None).url
        == address
    )


def test_where_it_was_fetched_counts_more_than_what_it_says() -> None:
    html = f'<html><head><link rel="canonical" href="https://bank.example/"></head><body>{TEXT}</body></html>'
    assert extract(html, "https://news.example/a").url == "https://news.example/a"
