"""Networks: what one connection or customer has, of which addresses are told apart."""

import pytest

from server.networks import network_of


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("2001:db8:1:2:3::1", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
        ("unix:", ""),
        (None, ""),
    ],
)
def test_one_connection_has_one_network(address: str | None, network: str) -> None:
    assert network_of(address) == network


def test_a_customer_may_have_a_larger_one_of_ipv6() -> None:
    assert network_of("2001:db8:1:2:3::1", 48) == "2001:db8:1::/48"
    assert network_of("::ffff:198.51.100.7", 48) == "198.51.100.7"
