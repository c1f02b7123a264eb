"""Reports and disagreements at the desk."""

from __future__ import annotations

import json
import re
from uuid import uuid4

import pytest
from sqlalchemy import text

from server.services.moderating import CaseService
from server.store.records.database import Database, open_engine
from server.store.records.disagreements import Disagreements
from server.store.records.log import AuditLog, Entry
from server.store.records.model import Report, User
from server.store.records.reports import Reports
from tests.store.people import NOON, PATIENCE, add_assessment
from tests.web.desk_voices.conftest import SignedIn


def report(records_url: str, **changes: object) -> Report:
    plain: dict[str, object] = {
        "id": uuid4(), "received": NOON, "assessment": "a" * 64, "ruleset": "2026.2", "site": "news.example",
        "level": "weak", "score": 12, "kind": "other", "signal": None, "note": "<i>It</i> is a poem.",
        "domain": "news.example", "sender": uuid4().hex * 2,
    }  # fmt: skip
    kept = Reports(Database(records_url, PATIENCE)).add(Report(**{**plain, **changes}), NOON, 20)  # type: ignore[arg-type]
    assert kept
    return kept


def logged(records_url: str) -> list[Entry]:
    """Return what was logged of reports and verdicts."""
    log = AuditLog(Database(records_url, PATIENCE))
    return [entry for entry in log.entries() if entry.action.startswith(("report.", "verdict."))]


def test_the_list_shows_the_open_ones_and_what_is_asked_for(
    moderator: SignedIn, records_url: str, kim: User
) -> None:
    report(records_url)
    report(records_url, kind="satire", domain="other.example", note=None)
    Reports(Database(records_url, PATIENCE)).judge(
        report(records_url, note="Judged.").id, "declined", "open", kim, NOON
    )
    page = moderator.get("/desk/reports").text
    assert "&lt;i&gt;It&lt;/i&gt; is a poem." in page
    assert page.count("<article") == 2
    assert moderator.get("/desk/reports?state=all").text.count("<article") == 3
    assert moderator.get("/desk/reports?kind=satire").text.count("<article") == 1
    assert moderator.get("/desk/reports?domain=WWW.News.example").text.count("<article") == 1
    declined = moderator.get("/desk/reports?state=declined").text
    assert "Declined by kim" in declined
    for nonsense in ("?page=999999999", "?state=x&kind=x", "?domain=%00"):
        assert moderator.get(f"/desk/reports{nonsense}").status_code == 200
    assert "There are no such reports" in moderator.get("/desk/reports?page=2").text


def test_a_report_is_judged_and_one_comes_back_to_the_same_list(
    moderator: SignedIn, reader: SignedIn, records_url: str
) -> None:
    sent = report(records_url)
    page = moderator.get("/desk/reports?domain=news.example&kind=other").text
    assert "Uphold" in page
    [action] = re.findall(r'action="(/desk/reports/[\w-]+/judge[^"]*)"', page)
    action = action.replace("&amp;", "&")
    assert "Uphold" not in reader.get("/desk/reports").text
    assert reader.post(action, state="upheld", seen="open").status_code == 403
    answer = moderator.post(action, state="upheld", seen="open")
    assert answer.status_code == 303
    assert answer.location == "/desk/reports?kind=other&domain=news.example"
    again = moderator.post(action, state="declined", seen="open")
    assert (again.status_code, "it is upheld now" in again.text) == (409, True)
    for path, data, status in (
        (f"/desk/reports/{sent.id}/judge", {"state": "open"}, 422),
        (f"/desk/reports/{uuid4()}/judge", {"state": "upheld"}, 404),
        ("/desk/reports/x/judge", {"state": "upheld"}, 404),
    ):
        assert moderator.post(path, **data).status_code == status
    assert [entry.action for entry in logged(records_url)] == ["report.judged"]


def test_a_moderator_disagrees_with_a_verdict(
    moderator: SignedIn, reader: SignedIn, records_url: str, kim: User
) -> None:
    verified = add_assessment(records_url)
    sent = report(records_url)
    assert "The verdict itself is wrong" in moderator.get("/desk/reports").text
    said = {
        "assessment": verified.hex,
        "report": sent.id.hex,
        "label": "0",
        "reason": " It names\r\n sources. ",
    }
    assert reader.post("/desk/disagreements", **said).status_code == 403
    assert moderator.post("/desk/disagreements", **said).status_code == 303
    page = moderator.get("/desk/disagreements").text
    assert "kim counts it as credible" in page
    assert "It names\n sources." in page
    answer = moderator.get("/desk/disagreements.jsonl")
    assert answer.mimetype == "application/jsonl"
    [row] = map(json.loads, answer.text.splitlines())
    assert (row["assessment"], row["report"]) == (verified.hex, sent.id.hex)
    assert (row["label"], row["level"], row["author"]) == (0, "weak", "kim")
    assert not {"text", "sketch", "digest", "note"} & set(row)
    [entry] = logged(records_url)
    assert (entry.actor, entry.action, entry.subject) == ("kim", "verdict.disputed", "news.example")
    assert entry.details["url"] == "https://news.example/a"
    [kept] = Disagreements(Database(records_url, PATIENCE)).everything()
    assert (kept.report, kept.author) == (sent.id, kim.name)


def test_the_form_suggests_no_answer_and_is_the_same_on_the_page_of_a_case(
    moderator: SignedIn, records_url: str, kim: User
) -> None:
    """Only the ids in it differ, and the report that is with it or not."""
    assert "beside an article on the page of a case" in moderator.get("/desk/disagreements").text
    verified = add_assessment(records_url)
    sent = report(records_url)
    CaseService(Database(records_url, PATIENCE), lambda: NOON).open_by_hand(
        "news.example", kim, "Read it today."
    )
    forms = [
        re.sub(rf"{verified.hex}|{sent.id.hex}", "ID", form)
        for path in ("/desk/cases/news.example", "/desk/reports")
        for form in re.findall(
            r'<form[^>]* action="/desk/disagreements">.*?</form>', moderator.get(path).text, re.DOTALL
        )
    ]
    on_case, on_report = forms
    assert re.sub(r'\s*<input type="hidden" name="report" value="ID">', "", on_report) == on_case
    assert re.findall(r'<input type="radio" name="label" value="(\d)" required> ([^<]+)<', on_case) == [
        ("0", "credible"),
        ("1", "of low credibility"),
    ]
    assert re.findall(r'maxlength="(\d+)"', on_case) == ["4000"]
    assert not re.search("<select|checked|selected", on_case)


@pytest.mark.parametrize(
    ("changes", "status", "said"),
    [
        ({"reason": " "}, 422, "Give a reason"),
        ({"reason": "x" * 4_001}, 422, "At most 4,000 characters fit"),
        ({"label": "1"}, 422, "says the same"),
        ({"label": "2"}, 422, "should have been"),
        ({"label": ""}, 422, "should have been"),
        ({"assessment": "0" * 32}, 404, "no such"),
        ({"report": "0" * 32}, 404, "no such"),
        ({"assessment": "x"}, 404, "no such"),
    ],
)
def test_what_is_no_disagreement_is_given_back(
    moderator: SignedIn, records_url: str, changes: dict[str, str], status: int, said: str
) -> None:
    verified = add_assessment(records_url)
    sent = {"assessment": verified.hex, "label": "0", "reason": "A reason of many words.", **changes}
    answer = moderator.post("/desk/disagreements", **sent)
    assert (answer.status_code, said in answer.text) == (status, True)
    assert sent["reason"].strip() in answer.text
    assert Disagreements(Database(records_url, PATIENCE)).everything() == []
    assert logged(records_url) == []


def test_without_the_records_the_desk_says_so(moderator: SignedIn, records_url: str) -> None:
    with open_engine(records_url, PATIENCE).begin() as connection:
        connection.execute(text("ALTER TABLE reports RENAME TO elsewhere"))
    assert moderator.get("/desk/reports").status_code == 503
