"""From bytes to text, as a browser would read them."""

from __future__ import annotations

import codecs
from email.message import Message

import charset_normalizer
from bs4.dammit import EncodingDetector

# Where a declaration is looked for; a browser looks at the first 1,024 bytes.
_HEAD_BYTES = 4096
_FALLBACK = "cp1252"
# Python's name of an encoding → the one that the Encoding Standard reads it
# with. What is not here (UTF-7, unicode_escape, EBCDIC …) no browser reads.
_BROWSERS_READ = {
    name: name
    for name in (
        "utf-8 utf-16-le utf-16-be cp866 cp874 cp932 cp949 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 "
        "cp1257 cp1258 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 "
        "iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-roman mac-cyrillic gb18030 big5hkscs "
        "euc_jp iso2022_jp"
    ).split()
} | {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "utf-16": "utf-16-le",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}


def media_type(content_type: str) -> tuple[str, str | None]:
    """Return the media type and the charset of a Content-Type header, both in small letters.

    A header that makes no sense is ``text/plain``, as RFC 2045 has it.
    """
    header = Message()
    header["Content-Type"] = content_type
    return header.get_content_type(), header.get_content_charset()


def decode(body: bytes, charset: str | None) -> str:
    """Return ``body`` as text; never raises.

    The first of these decides: a byte order mark, the header's ``charset``,
    the page's own declaration, valid UTF-8, a guess from the bytes,
    Windows-1252. Bytes that don't fit become U+FFFD.
    """
    body, marked = EncodingDetector.strip_byte_order_mark(body)
    declared = EncodingDetector.find_declared_encoding(body[:_HEAD_BYTES], is_html=True)
    codec = _codec(marked) or _codec(charset) or _declared(declared) or _guess(body)
    return body.decode(codec, "replace")


def _codec(label: str | None) -> str | None:
    if not label:
        return None
    try:
        return _BROWSERS_READ.get(codecs.lookup(label).name)
    except (LookupError, ValueError):  # ValueError: a null character in the label
        return None


def _declared(label: str | None) -> str | None:
    codec = _codec(label)
    # A declaration that could be read one byte at a time is not in UTF-16.
    return "utf-8" if codec and codec.startswith("utf-16") else codec


def _guess(body: bytes) -> str:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return _codec(charset_normalizer.detect(body)["encoding"]) or _FALLBACK
    return "utf-8"
