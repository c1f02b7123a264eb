import pytest
from bs4 import BeautifulSoup

from server.core.signal import Signal
from server.signals import SIGNALS
from server.web.signal_page import render, signal_page


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.id)
def test_every_docstring_becomes_a_page_with_its_headings(signal: Signal) -> None:
    page = signal_page(signal)
    body = BeautifulSoup(page.body, "html.parser")
    assert page.lead.endswith(".")
    assert [heading.get_text() for heading in body.find_all("h2")][:2] == [
        "What it looks at",
        "Why it matters",
    ]
    assert body.find_all(["h1", "h3"]) == []
    assert "----" not in body.get_text()


def test_the_highest_heading_becomes_h2_and_the_others_follow() -> None:
    html = render("One\n===\n\nTwo\n---\n\n### Three\n")
    assert [tag.name for tag in BeautifulSoup(html, "html.parser").find_all(True)] == ["h2", "h3", "h4"]
    assert "<h2>Two</h2>" in render("Two\n---\n\ntext")


def test_html_and_script_addresses_come_out_as_text() -> None:
    html = render("<script>alert(1)</script> [click](javascript:alert(1)) <b onclick=x>bold</b>")
    assert BeautifulSoup(html, "html.parser").find_all(["script", "a", "b"]) == []
