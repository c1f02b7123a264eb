"""Files of any type, and what a caller does before each request."""

import gzip
import time

import pytest

from server.fetch import Fetcher, FetchError, FetchLimits, File, Reason, resolver

LIMITS = FetchLimits(timeout_seconds=30, max_bytes=1000, max_redirects=3)


@pytest.mark.parametrize(
    ("header", "kind"),
    [("Content-Type: application/xml; charset=x", "application/xml"), ("X-Nothing: said", "text/plain")],
)
def test_a_file_comes_as_it_is(site, fetcher, header, kind):
    body = gzip.compress(b"<urlset/>")
    site.put("/map.xml.gz", body, (header,))
    assert fetcher.get_file(site.url("/map.xml.gz#x")) == File(site.url("/map.xml.gz"), body, kind)


def test_a_content_coding_is_undone(site, fetcher):
    site.put("/", gzip.compress(b"<rss/>"), ("Content-Encoding: gzip",))
    assert fetcher.get_file(site.url()).body == b"<rss/>"


def test_what_is_asked_for(site, fetcher):
    site.put("/", "")
    fetcher.get_file(site.url())
    fetcher.get_file(site.url(), "text/plain")
    assert "\r\nAccept: */*\r\n" in site.requests[0]
    assert "\r\nAccept: text/plain\r\n" in site.requests[1]


def test_the_same_guards_stand_before_files(site, guarded, internet, fetcher):
    internet.names |= {"inside.test": ["192.168.0.1"], "news.test": ["93.184.216.34"]}
    for url in ("http://inside.test/", "http://127.0.0.1/", "http://news.test:6379/", "file:///etc/hostname"):
        with pytest.raises(FetchError):
            guarded.get_file(url)
    assert internet.dialled == []
    site.put("/", "a" * 1001)
    with pytest.raises(FetchError) as caught:
        Fetcher(LIMITS, "t", allow_private=True).get_file(site.url())
    assert caught.value.reason == "too_large"
    site.put("/", "gone", status="404 Not Found")
    with pytest.raises(FetchError) as caught:
        fetcher.get_file(site.url())
    assert caught.value.status_code == 404


@pytest.mark.parametrize("method", ["get", "get_file"])
def test_each_address_is_told_of_before_it_is_asked_for(site, fetcher, method):
    site.redirect("/a", "/b#x")
    site.redirect("/b", "/c")
    site.put("/c", "<p>")
    told = []

    def before(url):
        told.append((url, len(site.requests)))

    getattr(fetcher, method)(site.url("/a"), before=before)
    assert told == [(site.url("/a"), 0), (site.url("/b"), 1), (site.url("/c"), 2)]


def test_a_caller_may_say_no(site, fetcher):
    site.redirect("/a", "/b")

    def before(url):
        if url.endswith("/b"):
            raise FetchError(Reason.RULES, "No.")

    with pytest.raises(FetchError, match="No"):
        fetcher.get(site.url("/a"), before)
    assert len(site.requests) == 1


def test_a_caller_s_time_is_not_the_server_s(site):
    site.put("/", "<p>")
    hurried = Fetcher(FetchLimits(0.5, 1000, 3), "t", allow_private=True)
    assert hurried.get(site.url(), lambda _: time.sleep(0.7)).html == "<p>"


def test_a_name_that_leads_to_another_port(site):
    site.put("/", "<p>Hi")
    led = Fetcher(LIMITS, "t", allow_private=True, resolve=resolver(f"*.example=127.0.0.1:{site.port}"))
    assert led.get("http://news.example/").html == "<p>Hi"
    assert "\r\nHost: news.example\r\n" in site.requests[0]
