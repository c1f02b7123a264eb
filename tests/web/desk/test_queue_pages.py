"""The queue at the desk: found, ordered, paged, picked from, and opened by hand."""

from __future__ import annotations

import re
from html import unescape
from uuid import UUID

import pytest

from server.services.moderating import Case, Outcome
from tests.records import REASON, Desk
from tests.web.desk.conftest import Enter

QUEUE = "/desk/cases"
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def four(desk: Desk) -> dict[str, Case]:
    """Cases of every kind, opened one after the other; ``cleared.example`` is closed."""
    mia = desk.user()
    cleared = desk.flagged("cleared.example")
    by_hand = desk.cases.open_by_hand("hand.example", mia, REASON)
    desk.reported("reports.example", "a", "b", "c")
    reports = desk.cases.consider("reports.example")
    weak = desk.flagged("weak.example")
    assert reports
    return {
        "cleared": desk.cases.decide(cleared.id, cleared.version, mia, Outcome.CLEARED, REASON),
        "hand": desk.cases.assign(by_hand.id, by_hand.version, mia, mia.id),
        "reports": reports,
        "weak": weak,
    }


def listed(page: str) -> list[str]:
    """Return the domains in the table, without what all of them end with."""
    return re.findall(r'<th scope="row"><a [^>]*>([a-z0-9]+)\.example</a>', page)


def picked(*cases: Case) -> list[str]:
    return [f"{case.id}:{case.version}" for case in cases]


def ticked(page: str) -> list[str]:
    return re.findall(r'name="case" value="([^"]+)"[^>]* checked', page)


@pytest.mark.parametrize(
    ("query", "domains"),
    [
        ("", {"hand", "reports", "weak"}),
        ("state=closed", {"cleared"}),
        ("state=all", {"cleared", "hand", "reports", "weak"}),
        ("because=reports", {"reports"}),
        ("because=by_hand", {"hand"}),
        ("state=all&outcome=cleared", {"cleared"}),
        ("outcome=satire", set()),
        ("assignee=me", set()),
        ("assignee=nobody", {"reports", "weak"}),
        ("search=EAK.", {"weak"}),
        ("search=%25", set()),
        ("search=_", set()),
        ("state=all&search=e&because=weak_share", {"cleared", "weak"}),
        ("state=lost&because=magic&outcome=none&order=luck", {"hand", "reports", "weak"}),
    ],
)
def test_filters(four: dict[str, Case], enter: Enter, query: str, domains: set[str]) -> None:
    assert len(four) == 4
    assert set(listed(enter("ann").get(f"{QUEUE}?{query}").text)) == domains


@pytest.mark.parametrize(
    ("order", "domains"),
    [
        ("priority", ["weak", "reports", "hand"]),
        ("opened", ["hand", "reports", "weak"]),
        ("changed", ["hand", "weak", "reports"]),
        ("domain", ["hand", "reports", "weak"]),
    ],
)
def test_order(four: dict[str, Case], enter: Enter, order: str, domains: list[str]) -> None:
    assert four["weak"].priority > four["reports"].priority > four["hand"].priority
    assert listed(enter("ann").get(f"{QUEUE}?order={order}").text) == domains


def test_a_row_says_what_is_known_of_it(four: dict[str, Case], enter: Enter) -> None:
    page = enter("ann").get(QUEUE).text
    assert "3 cases wait for somebody, 1 is closed." in page
    assert "5 of 5 (100" in page
    assert f'title="reach {four["weak"].reach} × severity {four["weak"].severity}"' in page
    assert '<td data-label="Whose">mia</td>' in page


def test_a_list_of_several_pages_keeps_its_filter(desk: Desk, enter: Enter) -> None:
    mia = desk.user()
    for number in range(51):
        desk.cases.open_by_hand(f"d{number:02}.example", mia, REASON)
    ann = enter("ann")
    first = ann.get(f"{QUEUE}?order=domain&search=d").text
    assert listed(first) == [f"d{number:02}" for number in range(50)]
    following = re.search(r'<a href="([^"]+)" rel="next">', first)
    assert following
    second = ann.get(following[1].replace("&amp;", "&")).text
    assert listed(second) == ["d50"]
    assert 'value="d"' in second
    assert listed(ann.get(f"{QUEUE}?order=domain&page=999").text) == ["d50"]
    assert ann.get(f"{QUEUE}?page=first").status_code == 400


def test_what_was_searched_for_comes_back_escaped(enter: Enter) -> None:
    page = enter("ann").get(f"{QUEUE}?search={HOSTILE}").text
    assert HOSTILE not in page
    assert 'value="&lt;script&gt;alert(1)&lt;/script&gt;"' in page
    assert "No case fits." in page


def test_nothing_is_done_where_nothing_is_picked(four: dict[str, Case], desk: Desk, enter: Enter) -> None:
    assert four
    answer = enter("ann").send(QUEUE, QUEUE, do="decide", outcome="satire", reason="Every page says so.")
    assert answer.status_code == 422
    assert "Pick at least one case." in answer.text
    assert ">Every page says so.</textarea>" in answer.text
    assert 'value="satire" checked' in answer.text
    assert len(desk.decisions()) == 1


def test_several_are_taken_and_given_back(four: dict[str, Case], enter: Enter) -> None:
    ann = enter("ann")
    answer = ann.send(QUEUE, QUEUE, do="take", case=picked(four["weak"], four["reports"]))
    assert answer.text.count("</a>: yours.") == 2
    mine = ann.get(f"{QUEUE}?assignee=me").text
    assert set(listed(mine)) == {"weak", "reports"}
    values = re.findall(r'name="case" value="([^"]+)"', mine)
    answer = ann.send(QUEUE, QUEUE, do="release", case=values)
    assert answer.text.count("</a>: nobody’s.") == 2
    assert listed(ann.get(f"{QUEUE}?assignee=me").text) == []


@pytest.mark.parametrize("do", ["take", "decide"])
def test_a_conflict_in_the_middle_leaves_that_case_only(
    four: dict[str, Case], desk: Desk, enter: Enter, do: str
) -> None:
    old = four["reports"]
    desk.cases.assign(old.id, old.version, desk.user("tom"), None)
    answer = enter("ann").send(
        QUEUE, QUEUE, do=do, case=picked(four["weak"], old, four["hand"]), outcome="watch", reason=REASON
    )
    assert answer.status_code == 200
    said = re.findall(r"<p>(.*?)</p>", answer.text.partition('class="results"')[2].partition("</section>")[0])
    assert len(said) == 3
    assert "weak.example" in said[0]
    assert "reports.example</a> was left as it was: Somebody changed this case" in said[1]
    assert "tom: made the case nobody’s" in answer.text
    assert ticked(answer.text) == [f"{old.id}:{old.version + 1}"]
    assert f">{REASON}</textarea>" in answer.text
    assert 'value="watch" checked' in answer.text
    assert "hand.example" in said[2]
    cases = {row["domain"]: row for row in desk.rows()}
    changed = {name: case for name, case in cases.items() if case["version"] != four[name[:-8]].version}
    assert set(changed) == {"weak.example", "hand.example", "reports.example"}
    assert cases["reports.example"]["version"] == old.version + 1  # tom's
    assert cases["reports.example"]["state"] == "open"
    assert (cases["weak.example"]["state"] == "closed") is (do == "decide")


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"outcome": "watch", "reason": "Too short"}, "Give the reason in at least 10 characters."),
        ({"outcome": "", "reason": REASON}, "Choose one of these."),
        ({"outcome": "watch", "reason": REASON, "review_on": "soon"}, "Give a date, such as 2027-01-31."),
        (
            {"outcome": "watch", "reason": REASON, "review_on": "2001-01-01"},
            "The review must be after today.",
        ),
    ],
)
def test_a_fault_in_the_decision_loses_neither_words_nor_picks(
    four: dict[str, Case], desk: Desk, enter: Enter, fields: dict[str, str], fault: str
) -> None:
    answer = enter("ann").send(QUEUE, QUEUE, do="decide", case=picked(four["weak"], four["hand"]), **fields)
    assert answer.status_code == 422
    assert fault in answer.text
    assert f">{fields['reason']}</textarea>" in answer.text
    assert set(ticked(answer.text)) == set(picked(four["weak"], four["hand"]))
    assert len(desk.decisions()) == 1


def test_a_fault_that_is_mended_is_no_way_around_a_conflict(
    four: dict[str, Case], desk: Desk, enter: Enter
) -> None:
    ann, weak = enter("ann"), four["weak"]
    desk.cases.assign(weak.id, weak.version, desk.user("tom"), None)
    short = ann.send(QUEUE, QUEUE, do="decide", case=picked(weak), outcome="watch", reason="short")
    assert ticked(short.text) == picked(weak)
    ann.send(QUEUE, QUEUE, do="decide", case=ticked(short.text), outcome="watch", reason=REASON)
    assert len(desk.decisions()) == 1


def test_who_sends_what_was_left_again_has_read_why(four: dict[str, Case], desk: Desk, enter: Enter) -> None:
    """Also where the case is no longer in the list: tom closed it, and the list is of open ones."""
    ann, old = enter("ann"), four["weak"]
    desk.cases.decide(old.id, old.version, desk.user("tom"), Outcome.SATIRE, REASON)
    given = {"do": "decide", "outcome": "watch", "reason": REASON}
    left = ann.send(QUEUE, QUEUE, case=picked(old), **given)
    assert listed(left.text) == ["reports", "hand"]
    assert "tom: decided: Satire" in left.text
    short = ann.send(QUEUE, QUEUE, case=ticked(left.text), **{**given, "reason": "short"})
    assert ticked(short.text) == ticked(left.text) == [f"{old.id}:{old.version + 1}"]
    done = ann.send(QUEUE, QUEUE, case=ticked(short.text), **given)
    assert "weak.example</a>: to be looked at again." in done.text
    assert ticked(done.text) == []
    assert [one["outcome"] for one in desk.decisions() if one["case"] == old.id] == ["satire", "watch"]


def test_nothing_typed_is_lost_where_the_list_is_empty_by_now(
    four: dict[str, Case], desk: Desk, enter: Enter
) -> None:
    ann, mia = enter("ann"), desk.user("tom")
    for name in ("hand", "reports", "weak"):
        desk.cases.decide(four[name].id, four[name].version, mia, Outcome.SATIRE, REASON)
    answer = ann.send(QUEUE, QUEUE, do="decide", outcome="watch", reason="Every page says so.")
    assert answer.status_code == 422
    assert "Pick at least one case." in answer.text
    assert ">Every page says so.</textarea>" in answer.text


def test_what_is_typed_stays_where_cases_are_only_taken(four: dict[str, Case], enter: Enter) -> None:
    answer = enter("ann").send(
        QUEUE, f"{QUEUE}?state=all", do="take", case=picked(four["cleared"]), reason="Not yet sent."
    )
    assert "cleared.example</a>: yours." in answer.text
    assert ">Not yet sent.</textarea>" in answer.text


def test_a_case_that_there_is_not_is_told_and_no_more(four: dict[str, Case], enter: Enter) -> None:
    assert four
    answer = enter("ann").send(
        QUEUE, QUEUE, do="take", case=[f"{UUID(int=7)}:1", f"{UUID(int=8)}:{'9' * 5000}"]
    )
    assert answer.text.count("One case was left as it was") == 2
    assert ticked(answer.text) == []


def test_the_form_comes_back_to_its_page(desk: Desk, enter: Enter) -> None:
    mia = desk.user()
    for number in range(51):
        desk.cases.open_by_hand(f"d{number:02}.example", mia, REASON)
    ann, path = enter("ann"), f"{QUEUE}?order=domain&page=2"
    second = ann.get(path).text
    assert listed(second) == ["d50"]
    [action] = re.findall(r'action="(/desk/cases\?[^"]+)"', second)
    sent = re.findall(r'name="case" value="([^"]+)"', second)
    answer = ann.send(unescape(action), path, do="decide", case=sent, outcome="watch", reason="short")
    assert listed(answer.text) == ["d50"]
    assert ticked(answer.text) == sent


@pytest.mark.parametrize("name", ["endpoint", "_scheme", "_external", "_method", "values", "self"])
def test_what_is_no_filter_is_left_out_of_the_address(four: dict[str, Case], enter: Enter, name: str) -> None:
    assert four
    page = enter("ann").get(f"{QUEUE}?{name}=x&search=e")
    assert page.status_code == 200
    [action] = re.findall(r'action="([^"]*desk/cases\?[^"]+)"', page.text)
    assert unescape(action) == f"{QUEUE}?page=1&search=e"


def test_a_case_is_opened_by_hand(desk: Desk, enter: Enter) -> None:
    ann = enter("ann")
    answer = ann.send(f"{QUEUE}/new", QUEUE, domain="www.new.example", reason=REASON)
    assert (answer.status_code, answer.location) == (303, "/desk/cases/new.example")
    assert listed(ann.get(QUEUE).text) == ["new"]
    assert [entry.actor for entry in desk.entries() if entry.action == "case.opened"] == ["ann"]


@pytest.mark.parametrize(
    ("domain", "reason", "fault"),
    [
        ("no domain", REASON, "This is not a domain. One looks like example.org."),
        (HOSTILE, REASON, "This is not a domain. One looks like example.org."),
        ("new.example", "short", "Give the reason in at least 10 characters."),
    ],
)
def test_a_fault_in_opening_loses_nothing(
    desk: Desk, enter: Enter, domain: str, reason: str, fault: str
) -> None:
    answer = enter("ann").send(f"{QUEUE}/new", QUEUE, domain=domain, reason=reason)
    assert answer.status_code == 422
    assert fault in answer.text
    assert f">{reason}</textarea>" in answer.text
    assert f'value="{domain}"' in answer.text.replace("&lt;", "<").replace("&gt;", ">")
    assert HOSTILE not in answer.text
    assert desk.rows() == []


def test_a_reader_of_the_desk_looks_and_changes_nothing(
    four: dict[str, Case], desk: Desk, enter: Enter
) -> None:
    rea = enter("rea")
    page = rea.get(QUEUE).text
    assert len(listed(page)) == 3
    assert re.findall(r'<form[^>]* method="post" action="([^"]+)"', page) == ["/desk/sign-out"]
    assert 'type="checkbox"' not in page.partition("<main")[2].partition("<dialog")[0]
    before = desk.rows()
    for path in (QUEUE, f"{QUEUE}/new"):
        sent = rea.send(
            path, QUEUE, do="take", case=picked(*four.values()), domain="a.example", reason=REASON
        )
        assert sent.status_code == 403
    assert desk.rows() == before
