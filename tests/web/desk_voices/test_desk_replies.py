"""Publishers' replies at the desk."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import insert, update

from server.store.records.database import Database, open_engine
from server.store.records.replies import Replies
from server.store.records.tables import CLAIMS, DOMAINS
from server.store.records.voices import Reply
from tests.store.people import NOON, PATIENCE, add_assessment, add_domain
from tests.web.desk_voices.conftest import SignedIn


@pytest.fixture
def reply(records_url: str) -> Reply:
    add_domain(records_url)
    claim = {"id": uuid4(), "domain": "news.example", "token": "t", "secret": "s", "sender": "e" * 64}
    with open_engine(records_url, PATIENCE).begin() as connection:
        connection.execute(insert(CLAIMS).values(**claim, asked=NOON, expires=NOON, proved=NOON))
    said = Reply(
        id=uuid4(),
        domain="news.example",
        claim=claim["id"],  # type: ignore[arg-type]
        received=NOON,
        speaker="The <b>editors</b>",
        text="We correct.\n\nOften.",
    )
    kept = Replies(Database(records_url, PATIENCE)).add(said, 10)
    assert kept
    return kept


def test_readers_see_that_a_reply_was_rejected_and_why(
    moderator: SignedIn, app: Flask, records_url: str, reply: Reply
) -> None:
    add_assessment(records_url)  # else the domain has no page
    with open_engine(records_url, PATIENCE).begin() as connection:
        connection.execute(update(DOMAINS).values(weak=1, verified=NOON))
    public = app.test_client()
    moderator.post(f"/desk/replies/{reply.id}/reject", reason="It <i>names</i> a private person.")
    for path in ("/domains/news.example/reply", "/domains/news.example"):
        page = public.get(path).text
        assert "We correct." not in page
    assert "was rejected by a moderator on" in page
    assert "It &lt;i&gt;names&lt;/i&gt; a private person." in page


def test_a_reply_is_listed_and_rejected_with_a_reason(
    moderator: SignedIn, reader: SignedIn, records_url: str, reply: Reply
) -> None:
    page = reader.get("/desk/replies").text
    assert "Reject this reply" not in page
    form = moderator.get("/desk/replies").text
    assert "Reject this reply" in form
    assert 'required maxlength="4000"' in form
    assert "The &lt;b&gt;editors&lt;/b&gt;" in page
    assert page.count("<p dir=") == 2
    path = f"/desk/replies/{reply.id}/reject"
    assert reader.post(path, reason="Abuse.").status_code == 403
    empty = moderator.post(path, reason=" ")
    assert (empty.status_code, "Give a reason" in empty.text) == (422, True)
    assert moderator.post(path, reason="Abuse.").status_code == 303
    again = moderator.post(path, reason="Abuse of mine.")
    assert (again.status_code, "it is rejected now" in again.text) == (409, True)
    assert "Abuse of mine." in again.text
    assert moderator.post(f"/desk/replies/{uuid4()}/reject").status_code == 422
    missing = moderator.post(f"/desk/replies/{uuid4()}/reject", reason="A.")
    assert missing.status_code == 404
    assert reader.get("/desk/replies?state=rejected").text.count("<article") == 1
    assert reader.get("/desk/replies?state=shown").text.count("<article") == 0
    assert Replies(Database(records_url, PATIENCE)).public("news.example").shown == []


def test_a_rejected_reply_is_shown_again_with_a_reason(
    moderator: SignedIn, reader: SignedIn, records_url: str, reply: Reply
) -> None:
    assert "Show this reply again" not in moderator.get("/desk/replies").text
    moderator.post(f"/desk/replies/{reply.id}/reject", reason="Abuse.")
    assert "Show this reply again" not in reader.get("/desk/replies").text
    assert "Show this reply again" in moderator.get("/desk/replies").text
    path = f"/desk/replies/{reply.id}/restore"
    assert reader.post(path, reason="It was none.").status_code == 403
    assert moderator.post(path, reason=" ").status_code == 422
    assert moderator.post(path, reason="It was none.").status_code == 303
    again = moderator.post(path, reason="It was none.")
    assert (again.status_code, "it is shown now" in again.text) == (409, True)
    [shown] = Replies(Database(records_url, PATIENCE)).public("news.example").shown
    assert shown.id == reply.id
    page = reader.get("/desk/replies").text
    assert "shown again 20" in re.sub(r"<[^>]*>", "", page)
