"""Sitemaps, news sitemaps and indexes of them, plain or gzipped: https://www.sitemaps.org/protocol.html."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from server.services.auditing.addresses import cleaned, looks_like_article
from server.services.auditing.model import Entry, Source, moment

_MOST_ENTRIES = 50_000  # the protocol's own bound
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What one file holds: addresses that look like articles', and addresses of further files."""

    pages: tuple[Entry, ...] = ()
    files: tuple[Entry, ...] = ()


def read_sitemap(body: bytes, now: datetime, most_bytes: int) -> Sitemap:
    """Read a sitemap; what makes no sense in it is passed over, and what is too large is as empty.

    Never raises. Of a document with entities nothing is expanded or fetched.
    """
    opened = unpacked(body, most_bytes)
    if not opened.lstrip().startswith((b"<", b"\xef\xbb\xbf")):
        return Sitemap(tuple(_lines(opened)))
    pages: list[Entry] = []
    files: list[Entry] = []
    for kind, entry in _elements(opened, now):
        (pages if kind == "url" else files).append(entry)
    return Sitemap(tuple(pages), tuple(files))


def unpacked(body: bytes, most_bytes: int) -> bytes:
    """Return ``body``, gunzipped if need be; nothing where that fails or gives more than ``most_bytes``."""
    if not body.startswith(_GZIP):
        return body
    machine = zlib.decompressobj(wbits=31)
    try:
        plain = machine.decompress(body, most_bytes + 1)
    except zlib.error:
        return b""
    return plain if len(plain) <= most_bytes else b""


def _lines(body: bytes) -> Iterator[Entry]:
    """Yield what a sitemap of plain lines holds."""
    for line in body.decode("utf-8", "replace").splitlines()[:_MOST_ENTRIES]:
        if (url := cleaned(line)) and looks_like_article(url):
            yield Entry(url, Source.SITEMAP)


def _elements(body: bytes, now: datetime) -> Iterator[tuple[str, Entry]]:
    steps = etree.iterparse(
        io.BytesIO(body),
        tag=("{*}url", "{*}sitemap"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=True,
    )
    try:
        for count, (_, element) in enumerate(steps):
            if count == _MOST_ENTRIES:
                return
            kind = etree.QName(element).localname
            if entry := _entry(element, kind, now):
                yield kind, entry
            element.clear()  # else the whole document stays in memory
    except etree.XMLSyntaxError:
        return


def _entry(element: etree._Element, kind: str, now: datetime) -> Entry | None:
    """Return what an element names, unless that is a page without the shape of an article."""
    url = cleaned(element.findtext("{*}loc") or "")
    news = element.findtext("{*}news/{*}publication_date")
    if not url or (kind == "url" and not news and not looks_like_article(url)):
        return None
    return Entry(url, Source.SITEMAP, moment(news or element.findtext("{*}lastmod"), now))
