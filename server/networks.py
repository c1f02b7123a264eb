"""What somebody has of the internet: the addresses that one connection, or one customer, may choose from."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

# Bits of an IPv6 address: one connection has so many, and its devices change the rest at will;
CONNECTION = 64
# one customer may be given so many, with 65,536 networks for connections.
CUSTOMER = 48


def network_of(address: str | None, v6_bits: int = CONNECTION) -> str:
    """Return the network of ``address``: so many bits of IPv6, all of IPv4; empty where it is no address.

    An address of IPv4 within one of IPv6 is what it is (``::ffff:198.51.100.7``).
    """
    try:
        parsed = ip_address((address or "").partition("%")[0])
    except ValueError:
        return ""
    if not isinstance(parsed, IPv6Address):
        return str(parsed)
    if parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    return str(ip_network((parsed, v6_bits), strict=False))
