"""What counts as a public address."""

from ipaddress import IPv6Network, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.fetch.addresses import is_public

PUBLIC = """
    1.1.1.1 8.8.8.8 93.184.215.14 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0
    168.63.129.15 168.63.129.17 169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 191.255.255.255
    192.0.1.0 192.0.3.0 192.88.98.255 192.88.100.0 192.167.255.255 192.169.0.0 198.17.255.255
    198.20.0.0 198.51.99.255 198.51.101.0 203.0.112.255 203.0.114.0 223.255.255.255
    2606:4700:4700::1111 2a00:1450:4001:80b::200e 2400:cb00::1 2001:200::1 2001:4860:4860::8888 2620:fe::fe
    2001:db7:ffff::1 2001:db9:: 2003:: 3ffe:ffff::1 3fff:1000:: ::ffff:8.8.8.8 64:ff9b::8.8.8.8
""".split()

NOT_PUBLIC = {
    "unspecified and this network": "0.0.0.0 0.0.0.1 0.255.255.255 ::",
    "loopback": "127.0.0.1 127.0.0.2 127.255.255.255 ::1",
    "private": "10.0.0.0 10.255.255.255 172.16.0.0 172.31.255.255 192.168.0.0 192.168.255.255",
    "unique local": "fc00:: fd00:ec2::254 fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "carrier-grade NAT": "100.64.0.0 100.100.100.200 100.127.255.255",
    "link-local": "169.254.0.0 169.254.169.254 169.254.255.255 fe80:: fe80::1 febf:ffff::1",
    "site-local": "fec0:: fec0::1 feff:ffff::1",
    "clouds' own": "168.63.129.16",
    "protocol assignments": "192.0.0.0 192.0.0.170 192.0.0.192 192.0.0.255 2001:1::1 2001:1ff:ffff::1",
    "documentation": "192.0.2.1 198.51.100.0 203.0.113.0 203.0.113.255 2001:db8::1 3fff:fff::1",
    "benchmarks": "198.18.0.0 198.19.255.255 2001:2::1",
    "6to4 relays": "192.88.99.0 192.88.99.255",
    "multicast": "224.0.0.0 224.0.0.1 239.255.255.255 ff02::1 ff0e::1",
    "reserved and broadcast": "240.0.0.0 250.1.2.3 255.255.255.255 4000::1 5f00::1 8000::1 1fff:ffff::1",
    "IPv4-mapped": "::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:100.64.0.1 ::ffff:0.0.0.0",
    "IPv4-compatible": "::127.0.0.1 ::8.8.8.8 ::ffff:0:127.0.0.1",
    "NAT64": "64:ff9b::127.0.0.1 64:ff9b::10.0.0.1 64:ff9b::169.254.169.254 64:ff9b:1::8.8.8.8",
    "6to4": "2002:7f00:1:: 2002:a00:1:: 2002:a9fe:a9fe:: 2002:808:808::",
    "Teredo": "2001:0:4136:e378:8000:63bf:3fff:fdd2 2001::1",
    "with a zone": "fe80::1%eth0 2606:4700:4700::1111%1",
    "discarded": "100::1",
}

# Judged by the IPv4 address in it, which the standard library does not look at.
EMBEDDING = [IPv6Network("::ffff:0:0/96"), IPv6Network("64:ff9b::/96")]


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address):
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    [pytest.param(item, id=f"{kind}-{item}") for kind, row in NOT_PUBLIC.items() for item in row.split()],
)
def test_not_public(address):
    assert not is_public(ip_address(address))


SPECIAL = [st.ip_addresses(network=network) for network in ("2001::/16", "::/3", "e000::/3", "192.0.0.0/16")]


@given(st.ip_addresses() | st.one_of(SPECIAL))
def test_never_laxer_than_the_standard_library(address):
    stands_for_ipv4 = address.version == 6 and any(address in network for network in EMBEDDING)
    if not stands_for_ipv4 and (not address.is_global or address.is_multicast or address.is_reserved):
        assert not is_public(address)


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_in_disguise_is_judged_like_itself(address):
    for prefix in ("::ffff:", "64:ff9b::"):
        assert is_public(ip_address(prefix + str(address))) == is_public(address)
