"""The imported lists at the desk."""

from __future__ import annotations

from datetime import UTC, date, datetime

from server.app.foundations import create_database
from server.config import Settings
from server.store.records.lists import DomainList, Entry, Lists
from tests.web.desk.conftest import Enter, Visitor

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def test_each_is_named_with_where_it_comes_from(enter: Enter, settings: Settings) -> None:
    lists = Lists(create_database(settings))
    rumours = DomainList(
        id="rumours",
        name="Rumours & more",
        source="https://lists.example/rumours",
        licence="CC BY 4.0",
        as_of=date(2026, 3, 1),
    )
    entries = [
        Entry(host=f"d{n}.example", domain=f"d{n}.example", category="rumour", score=None)
        for n in range(1_234)
    ]
    lists.replace(rumours, entries, NOON, "test")
    page = enter("rea").get("/desk/lists").text
    assert "Rumours &amp; more" in page
    assert '<a href="https://lists.example/rumours"' in page
    assert "CC BY 4.0" in page
    assert "1,234" in page
    assert "2026-03-01" in page
    assert "2026-11-25" in page
    assert '<a href="/desk/lists" aria-current="page">Lists</a>' in page


def test_without_any_it_says_so(enter: Enter) -> None:
    assert "There is none." in enter("rea").get("/desk/lists").text


def test_it_is_for_who_is_signed_in(visitor: Visitor) -> None:
    assert visitor.get("/desk/lists").status_code == 303
