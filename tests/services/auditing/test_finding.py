"""Articles are found by feed, sitemap and front page, on a real site."""

import gzip
from datetime import timedelta

import pytest

from server.fetch import FetchError, FetchLimits
from server.services.auditing.finding import ArticleFinder
from server.services.auditing.visiting import Visitor
from tests.news_site import NewsSite, atom, rss, sitemap
from tests.services.auditing.conftest import NOW, Find

HOST = "http://news.example"
FEED = '<link rel="alternate" type="application/rss+xml" href="/stated.xml">'


def story(number: int) -> str:
    return f"/the-story-with-number-{number}"


def dated(*numbers: int) -> str:
    """Return a feed of stories, each as many days old as its number says."""
    return rss(*((HOST + story(number), NOW - timedelta(days=number)) for number in numbers))


def test_the_newest_first_then_feed_before_sitemap_before_front_page(site: NewsSite, find: Find) -> None:
    site.robots(f"Sitemap: {HOST}/map.xml")
    site.front(story(31), story(1), story(22), head=FEED)
    site.put(
        "/stated.xml",
        rss(*[(HOST + story(n), None) for n in (11, 12)], (HOST + story(5), NOW - timedelta(5))),
    )
    site.put(
        "/map.xml",
        sitemap((HOST + story(21), None), (HOST + story(1), "2026-11-22"), (HOST + story(22), None)),
    )
    assert find() == [story(n) for n in (1, 5, 11, 12, 21, 22, 31)]
    assert find(3) == [story(n) for n in (1, 5, 11)]


def test_a_page_is_found_once_with_the_date_that_anything_states(site: NewsSite, find: Find) -> None:
    site.front(story(1) + "?utm_source=front", story(1) + "/#top", head=FEED)
    site.put(
        "/stated.xml",
        rss((f"http://www.news.example{story(1)}", None), (HOST + story(3), NOW - timedelta(3))),
    )
    site.put("/sitemap.xml", sitemap((HOST + story(1), "2026-11-22")))
    assert find() == [f"http://www.news.example{story(1)}", story(3)]


def test_enough_dated_articles_in_feeds_spare_the_sitemaps(site: NewsSite, find: Find) -> None:
    site.front(head=FEED)
    site.put("/stated.xml", dated(2, 1))
    assert find(2) == [story(1), story(2)]
    assert "/sitemap.xml" not in site.paths


def test_the_usual_paths_of_feeds_until_one_is_a_feed(site: NewsSite, find: Find) -> None:
    site.front()
    site.put("/feed", "<html><p>No feed.")
    site.put("/rss.xml", atom((HOST + story(1), "2026-11-22T00:00:00Z")), "application/octet-stream")
    assert find() == [story(1)]
    assert [path for path in site.paths if path in {"/feed", "/rss", "/rss.xml", "/feed.xml"}] == [
        "/feed",
        "/rss",
        "/rss.xml",
    ]


def test_an_index_with_a_packed_sitemap_that_leads_in_circles(site: NewsSite, find: Find) -> None:
    site.front()
    places = ("/index.xml", "/sitemap.xml", "/packed.xml.gz", "/news.xml")
    site.put("/sitemap.xml", sitemap(*((HOST + path, None) for path in places), kind="sitemap"))
    site.put("/packed.xml.gz", gzip.compress(sitemap((HOST + story(1), None)).encode()), "application/gzip")
    site.put("/news.xml", sitemap((HOST + story(2), None)))
    assert find() == [story(2), story(1)]  # files for news come first
    assert site.paths.count("/sitemap.xml") == 1


def test_files_and_depth_are_bounded(site: NewsSite, find: Find) -> None:
    site.front()
    for depth in range(5):
        next_one = (f"{HOST}/deep{depth + 1}.xml", None)
        site.put(f"/deep{depth}.xml", sitemap(next_one, kind="sitemap"))
    site.robots(f"Sitemap: {HOST}/deep0.xml")
    find()
    assert [path for path in site.paths if "deep" in path] == ["/deep0.xml", "/deep1.xml", "/deep2.xml"]
    site.put("/deep0.xml", sitemap(*((f"{HOST}/wide{n}.xml", None) for n in range(50)), kind="sitemap"))
    find()
    assert len([path for path in site.paths if "wide" in path]) == 7


def test_other_domains_and_pages_that_are_not_for_us_are_left_out(site: NewsSite, find: Find) -> None:
    site.robots("User-agent: *", "Disallow: /the-story-with-number-2", "User-agent: Else", "Disallow: /")
    elsewhere = "http://elsewhere.example/the-story-from-another-place"
    site.front(story(1), story(2), elsewhere, "http://sport.news.example/the-story-of-the-day")
    site.put("/feed", rss((elsewhere, NOW), (HOST + "/", NOW)))
    site.put("/sitemap.xml", sitemap(("http://elsewhere.example/map.xml", None), kind="sitemap"))
    assert find() == [story(1), "http://sport.news.example/the-story-of-the-day"]
    assert {visit.host for visit in site.visits} == {"news.example", "sport.news.example"}


def test_only_a_few_hosts_of_a_domain_are_asked(site: NewsSite, find: Find) -> None:
    site.front(*(f"http://blog{n}.news.example{story(n)}" for n in range(20)))
    assert len(find()) == 5


def test_a_host_that_keeps_its_rules_to_itself_is_asked_for_them_once(site: NewsSite, find: Find) -> None:
    blog = (f"http://blog.news.example{story(number)}" for number in range(200))
    site.front(story(1))
    site.put("/sitemap.xml", sitemap(*((url, NOW.isoformat()) for url in blog)))
    statuses = iter([404])  # there are none on the site itself
    site.pages["/robots.txt"] = lambda: (next(statuses, 503), {}, b"")
    assert find() == [story(1)]
    assert site.paths.count("/robots.txt") == 2


def test_a_site_without_a_front_page_has_its_sitemap(site: NewsSite, find: Find) -> None:
    site.put("/", "gone", status=500)
    site.put("/sitemap.xml", sitemap((HOST + story(1), None)))
    assert find() == [story(1)]


def test_a_site_with_nothing(site: NewsSite, find: Find) -> None:
    site.front("/about", "/contact")
    assert find() == []


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (200, "User-agent: Touchstone\nDisallow: /", "asks programs not to read"),
        (503, "", "left alone: The server answered with status 503"),
        (429, "", "left alone: The server answered with status 429"),
    ],
)
def test_a_site_that_wants_to_be_left_alone(
    site: NewsSite, find: Find, status: int, body: str, said: str
) -> None:
    site.front(story(1))
    site.put("/robots.txt", body, "text/plain", status)
    with pytest.raises(FetchError, match=said):
        find()
    assert set(site.paths) == {"/robots.txt"}


def test_a_robots_txt_that_does_not_come_means_hands_off(site: NewsSite) -> None:
    site.front(story(1))
    site.pages["/robots.txt"] = (200, {"Content-Length": "100"}, b"User-agent: *")  # breaks off, or hangs
    visitor = Visitor(site.fetcher(limits=FetchLimits(1, 1_000_000, 5)), "Touchstone", 0.0)
    with pytest.raises(FetchError, match="left alone"):
        ArticleFinder(visitor, lambda: NOW, 1_000_000).find("news.example", 5)
    assert set(site.paths) == {"/robots.txt"}


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_no_robots_txt_allows_all(site: NewsSite, find: Find, status: int) -> None:
    site.front(story(1))
    site.put("/robots.txt", "User-agent: *\nDisallow: /", "text/plain", status)
    assert find() == [story(1)]
