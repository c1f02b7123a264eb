"""The page of a case: what it shows, what can be done there, and that nothing typed is lost."""

from __future__ import annotations

import re
from html import escape

import pytest
from werkzeug.test import TestResponse

from server.services.moderating import Outcome
from server.store.records.tables import ASSESSMENTS
from tests.domain_records import Filler
from tests.records import FINDINGS, REASON, Desk
from tests.web.desk.conftest import Enter, Visitor

PAGE = "/desk/cases/example.org"
HOSTILE = "<script>alert(1)</script>"
LONG = "Nine of ten articles name nobody.\nThe tenth names a neighbour."


def version(page: str) -> str:
    """Return the version that the form of a decision would be sent with."""
    found = re.findall(r'name="version" value="(\d+)"', page)
    return str(found[-1])


def act(visitor: Visitor, what: str, **fields: str) -> TestResponse:
    """Send a form of the page as it is now, unless another version is given."""
    fields = {"version": version(visitor.get(PAGE).text), **fields}
    return visitor.send(f"{PAGE}/{what}", PAGE, **fields)


@pytest.fixture
def ann(desk: Desk, enter: Enter) -> Visitor:
    """A moderator, and the case of ``example.org``, which opened by itself."""
    desk.flagged("example.org")
    return enter("ann")


def test_the_page_says_why_and_what_it_rests_on(desk: Desk, ann: Visitor) -> None:
    desk.verified("example.org", "strong", "unscored")
    desk.reported("example.org", "a", "b", note="The photograph is of 2011.")
    page = ann.get(PAGE).text
    assert "because of too many weak articles" in page
    assert "5 of 6 articles are weak" in page
    assert "The photograph is of 2011." in page
    assert "12:00 UTC</time> · The level is wrong · open" in page
    assert "2 open" in page
    assert page.count('<article class="evidence">') == 7
    assert "20 of 100" in page
    assert "It is nobody’s." in page


def test_a_quotation_leads_to_its_words_on_the_publishers_page(desk: Desk, ann: Visitor) -> None:
    address = desk.rows(ASSESSMENTS)[0]["url"]
    page = ann.get(PAGE).text
    link = f"{address}#:~:text=You%20won%27t%20believe,-what%20the%20council%20said"
    assert f'href="{link}"' in page
    assert "<q>You won&#39;t believe</q>" in page


def test_what_others_wrote_is_escaped(desk: Desk, ann: Visitor) -> None:
    mia = desk.user()
    quoted = {**FINDINGS["signals"][0], "evidence": [{"exact": HOSTILE, "prefix": "", "suffix": ""}]}
    desk.verified("example.org", "weak", title=f"Title {HOSTILE}", findings={"signals": [quoted]})
    desk.reported("example.org", "a", note=f"Report {HOSTILE}")
    Filler(desk.url).reply("example.org", f"Reply {HOSTILE}")
    case = desk.cases.open_by_hand("example.org", mia, f"Note {HOSTILE}")
    case = desk.cases.decide(case.id, case.version, mia, Outcome.WATCH, f"Reason {HOSTILE}")
    stale = act(ann, "decide", version="1", outcome="cleared", reason=f"Typed {HOSTILE}")
    for page in (ann.get(PAGE).text, stale.text):
        assert HOSTILE not in page
        for what in ("Title", "Report", "Reply", "Note", "Reason"):
            assert f"{what} {escape(HOSTILE)}" in page, what
        assert f"<q>{escape(HOSTILE)}</q>" in page
        assert "#:~:text=%3Cscript%3Ealert%281%29%3C%2Fscript%3E" in page
    assert f"Typed {escape(HOSTILE)}</textarea>" in stale.text


def test_a_decision_is_kept_and_shown(desk: Desk, ann: Visitor) -> None:
    desk.cases.open_by_hand("next.example", desk.user(), REASON)
    answer = act(ann, "decide", outcome="concern_confirmed", reason=LONG, review_on="2990-01-31")
    assert (answer.status_code, answer.location) == (303, f"{PAGE}?done=decided")
    page = ann.get(answer.location).text
    assert "Your decision is kept, and readers see it." in page
    assert "Next in the queue: next.example" in page
    assert "Closed: Concern confirmed. Comes back on 2990-01-31." in page
    assert "<strong>Concern confirmed</strong> (stands)" in page
    assert "ann, moderator" in page
    assert "then 5 weak of 5 scored articles, 0 reports" in page
    [decision] = desk.decisions()
    assert decision["reason"] == LONG


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"outcome": "cleared", "reason": "short"}, "Give the reason in at least 10 characters."),
        ({"outcome": "cleared", "reason": " "}, "Write something."),
        ({"outcome": "cleared", "reason": "x" * 4001}, "At most 4,000 characters fit."),
        ({"outcome": "", "reason": LONG}, "Choose one of these."),
        ({"outcome": "withdrawn", "reason": LONG}, "To withdraw a decision, undo it."),
        ({"outcome": "watch", "reason": LONG, "review_on": "soon"}, "Give a date, such as 2027-01-31."),
        ({"outcome": "watch", "reason": LONG, "review_on": "2001-01-01"}, "The review must be after today."),
    ],
)
def test_a_fault_in_a_decision_loses_nothing(
    desk: Desk, ann: Visitor, fields: dict[str, str], fault: str
) -> None:
    answer = act(ann, "decide", **fields)
    assert answer.status_code == 422
    assert fault in answer.text
    assert f">{fields['reason']}</textarea>" in answer.text
    assert f'name="review_on" value="{fields.get("review_on", "")}"' in answer.text
    chosen = re.findall(r'name="outcome" value="(\w+)" checked', answer.text)
    assert chosen == [one for one in [fields["outcome"]] if one not in {"", "withdrawn"}]
    assert desk.decisions() == []


def test_a_second_moderator_is_told_who_did_what_and_loses_nothing(desk: Desk, ann: Visitor) -> None:
    seen = version(ann.get(PAGE).text)
    mia, [row] = desk.user(), desk.rows()
    desk.cases.decide(row["id"], row["version"], mia, Outcome.SATIRE, "The imprint says that it is satire.")
    answer = act(
        ann, "decide", version=seen, outcome="concern_confirmed", reason=LONG, review_on="2990-01-31"
    )
    assert answer.status_code == 409
    told = answer.text.partition('<div class="conflict" role="alert">')[2].partition("</div>")[0]
    assert "Nothing was changed: somebody else was here since you opened this page." in told
    assert "mia: decided: Satire, “The imprint says that it is satire.”" in told
    assert f">{LONG}</textarea>" in answer.text
    assert 'value="concern_confirmed" checked' in answer.text
    assert 'name="review_on" value="2990-01-31"' in answer.text
    assert len(desk.decisions()) == 1
    # Who sends it again has read that, and overturns mia's decision.
    again = act(ann, "decide", version=version(answer.text), outcome="concern_confirmed", reason=LONG)
    assert again.status_code == 303
    first, second = desk.decisions()
    assert second["overturns"] == first["id"]


@pytest.mark.parametrize("what", ["decide", "undo"])
def test_a_fault_that_is_mended_is_no_way_around_a_conflict(desk: Desk, ann: Visitor, what: str) -> None:
    act(ann, "decide", outcome="watch", reason=REASON)
    seen, [row] = version(ann.get(PAGE).text), desk.rows()
    desk.cases.decide(row["id"], row["version"], desk.user("tom"), Outcome.CLEARED, REASON)
    short = act(ann, what, version=seen, outcome="concern_confirmed", reason="short")
    assert short.status_code == 422
    assert set(re.findall(r'name="version" value="([^"]*)"', short.text)) == {seen}
    mended = act(ann, what, version=version(short.text), outcome="concern_confirmed", reason=LONG)
    assert mended.status_code == 409
    assert "tom: decided: No concern" in mended.text
    assert f">{LONG}</textarea>" in mended.text
    assert [one["outcome"] for one in desk.decisions()] == ["watch", "cleared"]


@pytest.mark.parametrize(
    ("what", "fields", "kept"),
    [("undo", {"reason": LONG}, f">{LONG}</textarea>"), ("assign", {"to": "me"}, "")],
)
def test_other_forms_meet_the_same_conflict(
    desk: Desk, ann: Visitor, what: str, fields: dict[str, str], kept: str
) -> None:
    act(ann, "decide", outcome="cleared", reason=REASON)
    seen, [row] = version(ann.get(PAGE).text), desk.rows()
    tom = desk.user("tom")
    desk.cases.assign(row["id"], row["version"], tom, tom.id)
    answer = act(ann, what, version=seen, **fields)
    assert answer.status_code == 409
    assert "tom: gave the case to tom" in answer.text
    assert kept in answer.text
    assert ("<details open>" in answer.text) is (what == "undo")
    [after] = desk.rows()
    assert (after["assignee"], after["state"]) == (tom.id, "closed")


def test_a_decision_is_taken_back_by_a_new_one(desk: Desk, ann: Visitor) -> None:
    assert "Take back the decision that stands" not in ann.get(PAGE).text
    act(ann, "decide", outcome="cleared", reason=REASON)
    short = act(ann, "undo", reason="oops")
    assert short.status_code == 422
    assert "Give the reason in at least 10 characters." in short.text
    assert ">oops</textarea>" in short.text
    answer = act(ann, "undo", reason="It was another site.")
    page = ann.get(answer.location).text
    assert "The decision is taken back, by a new one." in page
    assert "Open since" in page
    assert "by taking back the decision before" in page
    assert [one["outcome"] for one in desk.decisions()] == ["cleared", "withdrawn"]
    nothing_left = act(ann, "undo", reason="It was another site.")
    assert nothing_left.status_code == 422
    assert len(desk.decisions()) == 2


def test_a_note_is_kept_for_the_desk(desk: Desk, ann: Visitor) -> None:
    empty = act(ann, "note", text=" ")
    assert empty.status_code == 422
    assert "Write something." in empty.text
    long = act(ann, "note", text="y" * 4001)
    assert f">{'y' * 4001}</textarea>" in long.text
    answer = act(ann, "note", text=f"Line one\r\n{HOSTILE}")
    assert answer.location == f"{PAGE}?done=noted#notes"
    page = ann.get(answer.location).text
    assert f"Line one\n{escape(HOSTILE)}" in page
    assert "Your note is kept." in page
    assert desk.rows()[0]["version"] == 1


def test_a_case_is_taken_and_given_back(desk: Desk, ann: Visitor) -> None:
    page = ann.get(act(ann, "assign", to="me").location).text
    assert "The case is yours." in page
    assert "It is yours." in page
    page = ann.get(act(ann, "assign", to="nobody").location).text
    assert "It is nobody’s." in page
    assert desk.rows()[0]["assignee"] is None


def test_a_version_that_is_no_number_is_a_conflict(desk: Desk, ann: Visitor) -> None:
    for sent in ("", "-1", "one", "9" * 30, "²"):
        assert act(ann, "decide", version=sent, outcome="cleared", reason=REASON).status_code == 409
    assert desk.decisions() == []


def test_a_reader_of_the_desk_sees_no_forms_and_changes_nothing(desk: Desk, enter: Enter) -> None:
    desk.flagged("example.org")
    rea = enter("rea")
    page = rea.get(PAGE).text
    assert "too many weak articles" in page
    assert re.findall(r'<form[^>]* method="post" action="([^"]+)"', page) == ["/desk/sign-out"]
    assert "<textarea" not in page
    before = desk.rows()
    for what in ("decide", "undo", "note", "assign"):
        fields = {"version": "1", "outcome": "cleared", "reason": REASON, "text": REASON, "to": "me"}
        assert rea.send(f"{PAGE}/{what}", PAGE, **fields).status_code == 403
    assert desk.rows() == before
    assert desk.decisions() == []


def test_there_is_no_page_without_a_case(desk: Desk, ann: Visitor) -> None:
    desk.verified("known.example", "strong")
    for domain in ("known.example", "unknown.example", "EXAMPLE.org", "%00", HOSTILE):
        assert ann.get(f"/desk/cases/{domain}").status_code == 404
    sent = ann.send("/desk/cases/unknown.example/decide", PAGE, outcome="cleared", reason=REASON)
    assert sent.status_code == 404


def test_the_page_is_closed_to_who_is_not_signed_in(desk: Desk, visitor: Visitor) -> None:
    desk.flagged("example.org")
    answer = visitor.get(PAGE)
    assert answer.status_code == 303
    assert answer.location.startswith("/desk/sign-in")
