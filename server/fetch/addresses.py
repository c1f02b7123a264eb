"""Which IP addresses are on the public internet.

The tables follow the IANA special-purpose address registries. They are
written out because ``ipaddress.is_private`` and ``is_global`` answer another
question, have changed between patch releases of Python, let multicast
through, and judge an IPv6 address without the IPv4 address inside it.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

_NOT_PUBLIC_V4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network, RFC 791; Linux connects 0.0.0.0 to itself
        "10.0.0.0/8",  # private, RFC 1918
        "100.64.0.0/10",  # carrier-grade NAT, RFC 6598; some clouds keep their metadata here
        "127.0.0.0/8",  # loopback, RFC 1122
        "168.63.129.16/32",  # Azure's host agent: a public number, answered inside every virtual machine
        "169.254.0.0/16",  # link-local, RFC 3927; most clouds keep their metadata here
        "172.16.0.0/12",  # private, RFC 1918
        "192.0.0.0/24",  # protocol assignments, RFC 6890
        "192.0.2.0/24",  # documentation, RFC 5737
        "192.88.99.0/24",  # 6to4 relays, RFC 7526
        "192.168.0.0/16",  # private, RFC 1918
        "198.18.0.0/15",  # benchmarks, RFC 2544
        "198.51.100.0/24",  # documentation, RFC 5737
        "203.0.113.0/24",  # documentation, RFC 5737
        "224.0.0.0/4",  # multicast, RFC 5771
        "240.0.0.0/4",  # reserved, RFC 1112, and broadcast, RFC 919
    )
)

# IANA gives out unicast addresses from this block alone. Outside of it are
# loopback, unspecified, unique local, link-local, site-local and multicast.
_UNICAST_V6 = IPv6Network("2000::/3")
_NOT_PUBLIC_V6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments, RFC 2928, with Teredo, RFC 4380, which embeds an IPv4 address
        "2001:db8::/32",  # documentation, RFC 3849
        "2002::/16",  # 6to4, RFC 3056: embeds an IPv4 address, given up in RFC 7526
        "3fff::/20",  # documentation, RFC 9637
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: how an IPv6-only network reaches an IPv4 server
_LAST_32_BITS = 0xFFFFFFFF


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Return whether ``address`` is a unicast address that the whole internet can reach.

    An IPv6 address that stands for an IPv4 address (IPv4-mapped, NAT64) is
    judged by that IPv4 address; the outdated kinds (IPv4-compatible, 6to4,
    Teredo) never are public.
    """
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC_V4)
    if address.scope_id is not None:
        return False
    if address.ipv4_mapped is not None:
        return is_public(address.ipv4_mapped)
    if address in _NAT64:
        return is_public(IPv4Address(int(address) & _LAST_32_BITS))
    return address in _UNICAST_V6 and not any(address in network for network in _NOT_PUBLIC_V6)
