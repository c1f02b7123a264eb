"""No connection goes to an address that is not public, by whatever road."""

import socket

import pytest

from server.fetch import Fetcher, FetchError, FetchLimits
from server.fetch.deadline import Deadline
from server.fetch.dialing import Dialer

PUBLIC = "93.184.215.14"
ANOTHER_PUBLIC = "2606:4700:4700::1111"
LIMITS = FetchLimits(timeout_seconds=30, max_bytes=1000, max_redirects=3)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0", "localhost"]
)
def test_the_loopback_is_not_connected_to(site, host):
    dialer = Dialer(Deadline(30), socket.getaddrinfo, allow_private=False)
    with pytest.raises(FetchError) as caught:
        dialer.dial(host, site.port)
    assert caught.value.reason == "address"
    assert caught.value.permanent
    assert site.was_left_alone()


def test_neither_is_another_port(site):
    with pytest.raises(FetchError) as caught:
        Fetcher(LIMITS, "t").get(site.url())
    assert caught.value.reason == "address"
    assert site.was_left_alone()


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "https://127.0.0.1/",
        "http://127.0.0.1./",
        "http://%31%32%37.0.0.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.0x0.0x0.0x1/",
        "http://0177.0.0.1/",
        "http://017700000001/",
        "http://127.1/",
        "http://0/",
        "http://0.0.0.0/",
        "http://169.254.169.254/latest/meta-data/",
        "http://2852039166/",
        "http://100.100.100.200/",
        "http://168.63.129.16/",
        "http://10.0.0.1/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://[::]/",
        "http://[::1]/",
        "http://[0:0:0:0:0:0:0:1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
        "http://[fd00:ec2::254]/",
        "http://[fe80::1]/",
        "http://[fec0::1]/",
        "http://[ff02::1]/",
    ],
)
def test_literal_addresses(guarded, internet, url):
    with pytest.raises(FetchError) as caught:
        guarded.get(url)
    assert caught.value.reason == "address"
    assert internet.dialled == []


@pytest.mark.parametrize(
    "addresses",
    [["127.0.0.1"], ["10.1.2.3"], [PUBLIC, "10.1.2.3"], ["10.1.2.3", PUBLIC], [PUBLIC, "::1"], ["fe80::1%1"]],
)
def test_one_private_address_spoils_a_name(guarded, internet, addresses):
    internet.names["news.test"] = addresses
    with pytest.raises(FetchError) as caught:
        guarded.get("http://news.test/")
    assert caught.value.reason == "address"
    assert internet.dialled == []


def test_a_public_name(guarded, internet, site):
    internet.names["news.test"] = [PUBLIC, ANOTHER_PUBLIC]
    site.put("/", "<p>Hi")
    assert guarded.get("http://news.test/").html == "<p>Hi"
    assert internet.dialled == [(PUBLIC, 80)]
    assert "\r\nHost: news.test\r\n" in site.requests[0]


def test_a_name_that_changes_after_the_check(guarded, internet, site):
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    internet.names["rebinding.test"] = answers
    site.put("/", "<p>Hi")
    guarded.get("http://rebinding.test/")
    assert internet.dialled == [(PUBLIC, 80)]
    assert next(answers) == ["127.0.0.1"]  # nobody has asked a second time


def test_a_name_that_changes_before_a_redirect(guarded, internet, site):
    internet.names["rebinding.test"] = iter([[PUBLIC], ["127.0.0.1"]])
    site.redirect("/", "/again")
    site.put("/again", "<p>secret")
    with pytest.raises(FetchError) as caught:
        guarded.get("http://rebinding.test/")
    assert caught.value.reason == "address"
    assert internet.dialled == [(PUBLIC, 80)]
    assert len(site.requests) == 1


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1/",
        "//127.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://inside.test/",
        "https://[::1]/",
        "http://news.test:6379/",
        "http://2130706433/",
    ],
)
def test_a_redirect_to_a_private_address(guarded, internet, site, location):
    internet.names |= {"news.test": [PUBLIC], "inside.test": ["192.168.0.1"]}
    site.redirect("/", location)
    with pytest.raises(FetchError) as caught:
        guarded.get("http://news.test/")
    assert caught.value.reason == "address"
    assert internet.dialled == [(PUBLIC, 80)]
    assert len(site.requests) == 1


def test_a_resolver_that_answers_with_a_name(internet):
    def resolve(_host, port, **_kwargs):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("localhost", port))]

    with pytest.raises(FetchError) as caught:
        Fetcher(LIMITS, "t", resolve=resolve).get("http://news.test/")
    assert caught.value.reason == "dns"
    assert internet.dialled == []
