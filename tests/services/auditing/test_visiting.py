"""One request at a time, a pause between two, and never where robots.txt says no: as the site sees it."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from server.fetch import FetchError
from server.services.auditing.visiting import LONGEST_DELAY, Visitor
from tests.news_site import NewsSite

HOST = "http://news.example"
DELAY = 0.15


def slowly() -> tuple[int, dict[str, str], bytes]:
    time.sleep(0.1)
    return 200, {"Content-Type": "text/html"}, b"<p>slow"


def test_many_threads_are_one_slow_guest(site: NewsSite) -> None:
    visitor = Visitor(site.fetcher("Touchstone/9"), "Touchstone", DELAY)
    hosts = (HOST, "http://www.news.example")
    for path in ("/0", "/1", "/2", "/3", "/4"):
        site.pages[path] = slowly
    site.redirect("/5", f"{HOST}/0")
    with ThreadPoolExecutor(6) as crowd:
        list(crowd.map(visitor.get, [f"{hosts[n % 2]}/{n}" for n in range(6)]))
    assert site.most_at_once == 1
    assert len(site.visits) == 9  # with a redirect and two robots.txt
    assert {visit.agent for visit in site.visits} == {"Touchstone/9"}
    for one, next_one in pairwise(site.visits):
        assert next_one.began - one.ended >= DELAY - 0.01  # the request takes its way


def test_each_domain_has_a_turn_of_its_own(site: NewsSite) -> None:
    visitor = Visitor(site.fetcher(), "Touchstone", 0.0)
    site.put("/quick", "<p>")

    def other() -> tuple[int, dict[str, str], bytes]:
        visitor.get("http://other.example/quick")
        return 200, {"Content-Type": "text/html"}, b"<p>"

    site.pages["/slow"] = other
    visitor.get(f"{HOST}/slow")  # would wait for itself, were there one turn for all
    assert "/quick" in site.paths


class Time:
    """A clock that goes on when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.mark.parametrize(
    ("stated", "pause"),
    [("", 2.0), ("1", 2.0), ("7", 7.0), ("7.5", 7.5), ("86400", LONGEST_DELAY), ("-3", 2.0), ("x", 2.0)],
)
def test_a_crawl_delay_counts_up_to_a_cap(site: NewsSite, stated: str, pause: float) -> None:
    site.robots("User-agent: *", f"Crawl-delay: {stated}", "Disallow: /no")
    site.put("/a", "<p>")
    clock = Time()
    visitor = Visitor(site.fetcher(), "Touchstone", 2.0, clock=clock)
    for _ in range(3):
        visitor.get(f"{HOST}/a")
    assert clock.slept == [pause] * 3
    assert site.paths == ["/robots.txt", "/a", "/a", "/a"]


def test_the_pauses_do_not_count_as_the_server_s_time(site: NewsSite) -> None:
    site.redirect("/a", "/b")
    site.put("/b", "<p>Hi")
    limits = type(site.fetcher()._limits)(timeout_seconds=1, max_bytes=1000, max_redirects=5)
    visitor = Visitor(site.fetcher(limits=limits), "Touchstone", 0.7)
    assert visitor.get(f"{HOST}/a").html == "<p>Hi"  # three pauses, together more than a second


@pytest.mark.parametrize("target", ["/private/a", "http://sport.news.example/private/a"])
def test_a_redirect_to_where_we_must_not_go_is_not_followed(
    site: NewsSite, visitor: Visitor, target: str
) -> None:
    site.robots("User-agent: *", "Disallow: /private/")
    site.put("/private/a", "<p>secret")
    site.redirect("/a", target)
    with pytest.raises(FetchError) as caught:
        visitor.get(f"{HOST}/a")
    assert caught.value.reason == "rules"
    assert "/private/a" not in site.paths


def test_a_redirect_to_another_domain_is_not_followed(site: NewsSite, visitor: Visitor) -> None:
    site.redirect("/a", "http://elsewhere.example/b")
    with pytest.raises(FetchError) as caught:
        visitor.get(f"{HOST}/a")
    assert caught.value.reason == "rules"
    assert {visit.host for visit in site.visits} == {"news.example"}


def test_files_are_asked_for_by_the_same_rules(site: NewsSite, visitor: Visitor) -> None:
    site.robots("User-agent: touchstone", "Disallow: /feed", "Sitemap: /map.xml")
    site.put("/map.xml", b"\x00\x01", "application/x-anything")
    with pytest.raises(FetchError):
        visitor.get_file(f"{HOST}/feed")
    assert visitor.get_file(f"{HOST}/map.xml").body == b"\x00\x01"
    assert visitor.sitemaps(f"{HOST}/") == ["/map.xml"]
    assert [visitor.may(f"{HOST}{path}") for path in ("/feed", "/map.xml")] == [False, True]
    assert site.paths == ["/robots.txt", "/map.xml"]


def test_robots_txt_may_be_elsewhere_and_large(site: NewsSite, visitor: Visitor) -> None:
    site.redirect("/robots.txt", "http://rules.example/all.txt")
    site.put("/all.txt", "User-agent: *\nDisallow: /private\n" + "# more\n" * 100_000, "text/plain")
    assert not visitor.may(f"{HOST}/private")
    assert visitor.may(f"{HOST}/a")


def test_a_robots_txt_that_can_not_be_had_is_asked_for_once_in_a_while(site: NewsSite) -> None:
    clock = Time()
    visitor = Visitor(site.fetcher(), "Touchstone", 0.0, clock=clock)
    site.put("/robots.txt", "", status=503)
    for wait in (0, 1, 300, 400):
        clock.now += wait
        for path in ("/a", "/b"):
            assert not visitor.may(HOST + path)
            with pytest.raises(FetchError, match="left alone: The server answered with status 503"):
                visitor.get(HOST + path)
    assert site.paths == ["/robots.txt"] * 2


def test_rules_are_asked_for_anew_after_an_hour_without_a_visit(site: NewsSite) -> None:
    clock = Time()
    visitor = Visitor(site.fetcher(), "Touchstone", 0.0, clock=clock)
    for wait in (0, 3_000, 3_000, 3_700):
        clock.now += wait
        assert visitor.may(f"{HOST}/a")
    assert site.paths == ["/robots.txt"] * 2


def test_the_rest_of_the_house_is_told_to_leave_the_domain_alone(site: NewsSite) -> None:
    told: list[tuple[str, int]] = []
    visitor = Visitor(
        site.fetcher(), "Touchstone", 0.0, reserve=lambda domain: told.append((domain, len(site.visits)))
    )
    site.put("/a", "<p>")
    visitor.get("http://www.news.example/a")
    visitor.get("http://www.news.example/a")
    assert told == [("news.example", 0), ("news.example", 2)]
