"""Redirects are followed by hand, each as wary as the first request."""

import pytest

from server.fetch import FetchError


@pytest.mark.parametrize(
    "status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"]
)
def test_followed(site, fetcher, status):
    site.redirect("/", site.url("/end"), status)
    site.put("/end", "<p>end")
    page = fetcher.get(site.url())
    assert (page.url, page.html) == (site.url("/end"), "<p>end")


@pytest.mark.parametrize(
    ("location", "end"),
    [
        ("end", "/a/end"),
        ("/end", "/end"),
        ("../end?q=1#part", "/end?q=1"),
        ("?q=1", "/a/start?q=1"),
        ("gr\u00c3\u00bc\u00c3\u009fe", "/a/gr%C3%BC%C3%9Fe"),  # UTF-8 in a header
        ("with space", "/a/with%20space"),
    ],
)
def test_relative(site, fetcher, location, end):
    site.redirect("/a/start", location)
    site.put(end, "<p>end")
    assert fetcher.get(site.url("/a/start")).url == site.url(end)


def test_relative_to_the_scheme(site, fetcher):
    site.redirect("/", f"//127.0.0.1:{site.port}/end")
    site.put("/end", "<p>end")
    assert fetcher.get(site.url()).url == site.url("/end")


def test_as_many_as_allowed_and_no_more(site, fetcher):
    for number in range(4):
        site.redirect(f"/{number}", f"/{number + 1}")
    site.put("/4", "<p>end")
    assert fetcher.get(site.url("/1")).html == "<p>end"
    site.requests.clear()
    with pytest.raises(FetchError) as caught:
        fetcher.get(site.url("/0"))
    assert caught.value.reason == "too_many_redirects"
    assert len(site.requests) == 4


@pytest.mark.parametrize("location", ["/", "", "#"])
def test_a_loop(site, fetcher, location):
    site.redirect("/", location)
    with pytest.raises(FetchError) as caught:
        fetcher.get(site.url())
    assert caught.value.reason == "too_many_redirects"


def test_a_cookie_on_the_way(site, fetcher):
    site.put("/", "", ("Location: /end", "Set-Cookie: seen=1; Path=/"), "302 Found")
    site.put("/end", "<p>end")
    fetcher.get(site.url())
    assert "\r\nCookie: seen=1\r\n" in site.requests[1]


def test_the_body_of_a_redirect_is_not_read(site, fetcher):
    site.flood("/", b"HTTP/1.1 302 Found\r\nLocation: /end\r\n\r\n", b"x" * 65536)
    site.put("/end", "<p>end")
    assert fetcher.get(site.url()).html == "<p>end"


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("file:///etc/passwd", "scheme"),
        ("ftp://127.0.0.1/", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("http://user:password@127.0.0.1/", "bad_url"),
        ("http://[::1", "bad_url"),
        ("http://[oops]/", "bad_url"),
        ("\\\\127.0.0.1\\share", "bad_url"),
        ("http://\u00ff.example/", "bad_url"),  # no UTF-8
    ],
)
def test_to_where_no_page_can_be(site, fetcher, location, reason):
    site.redirect("/", location)
    with pytest.raises(FetchError) as caught:
        fetcher.get(site.url())
    assert caught.value.reason == reason
    assert len(site.requests) == 1
