"""The address is checked, and the certificate by name all the same."""

import pytest

from server.fetch import Fetcher, FetchError, FetchLimits

LIMITS = FetchLimits(timeout_seconds=30, max_bytes=1000, max_redirects=3)


def test_a_certificate_that_nobody_trusts(secure_site, fetcher):
    secure_site.put("/", "<p>secret")
    with pytest.raises(FetchError) as caught:
        fetcher.get(secure_site.url())
    assert (caught.value.reason, caught.value.permanent) == ("tls", True)
    assert secure_site.requests == []


def test_a_trusted_certificate(secure_site, trusted):
    secure_site.put("/", "<p>Hi")
    fetcher = Fetcher(LIMITS, "t", allow_private=True, resolve=trusted)
    assert fetcher.get(secure_site.url(host="news.test")).html == "<p>Hi"
    assert secure_site.server_names == ["news.test"]


def test_a_final_dot_is_no_part_of_the_certified_name(secure_site, trusted):
    secure_site.put("/", "<p>Hi")
    fetcher = Fetcher(LIMITS, "t", allow_private=True, resolve=trusted)
    assert fetcher.get(secure_site.url(host="news.test.")).html == "<p>Hi"


def test_a_trusted_certificate_for_another_name(secure_site, trusted):
    secure_site.put("/", "<p>secret")
    fetcher = Fetcher(LIMITS, "t", allow_private=True, resolve=trusted)
    with pytest.raises(FetchError) as caught:
        fetcher.get(secure_site.url(host="other.test"))
    assert caught.value.reason == "tls"
    assert secure_site.requests == []


def test_no_tls_at_all(site, fetcher):
    site.raw["/"] = b""
    with pytest.raises(FetchError) as caught:
        fetcher.get(site.url().replace("http:", "https:"))
    assert caught.value.reason in ("tls", "connection")
