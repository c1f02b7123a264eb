"""Which domain a host belongs to: the one that somebody registered.

By the public suffix list (https://publicsuffix.org), with its private part:
every blog of a blog host is a domain of its own.
"""

from __future__ import annotations

import re
from functools import cache
from ipaddress import ip_address

from publicsuffixlist import PublicSuffixList

# Names that only a local network knows, or nobody (RFC 6761 and its registry, and customs).
_LOCAL = re.compile(
    r"(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|test|example|invalid"
    r"|onion|home\.arpa)$"
)
_LONGEST = 253
_NAME = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")

_LAST_IS_NUMBER = re.compile(r"(?:^|\.)(?:\d+|0x[0-9a-f]*)$")


def registrable(host: str | None) -> str | None:
    """Return the registrable domain of ``host`` in lower case, as ASCII.

    ``None`` where there is none: an address in numbers, a suffix alone, a
    name of one label such as ``localhost``, or no name at all.
    """
    name = host_name(host)
    if not name or _is_number(name):
        return None
    # A blog host's own site is a domain of the host's, though its name is a suffix of the blogs'.
    found = _suffixes().privatesuffix(name) or _suffixes(only_icann=True).privatesuffix(name)
    return str(found) if found else None


def is_local(host: str) -> bool:
    """Return whether ``host`` can't be a public name, whatever a name server says."""
    name = host_name(host)
    return name is None or "." not in name or bool(_LOCAL.search(name))


def host_name(host: str | None) -> str | None:
    """Return ``host`` in lower case, as ASCII and without a dot at its end; ``None`` where it is no name."""
    try:
        name = (host or "").strip().rstrip(".").lower().encode("idna").decode()
    except UnicodeError:
        return None
    return name if len(name) <= _LONGEST and _NAME.fullmatch(name) else None


def _is_number(name: str) -> bool:
    """Return whether a program may take ``name`` for an IP address, as browsers do with ``0x7f.1``."""
    if _LAST_IS_NUMBER.search(name):
        return True
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


@cache
def _suffixes(only_icann: bool = False) -> PublicSuffixList:
    """Return the list that comes with the package: nothing is downloaded."""
    return PublicSuffixList(only_icann=only_icann)
